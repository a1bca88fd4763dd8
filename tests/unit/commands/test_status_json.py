"""`exback status --json`: the shape that other programs rely on, and nothing private in it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support.lives import LIFE, SAFE
from support.person import Person

from exback.commands.status_json import status_json
from exback.insights.series import line
from exback.model.boundaries import BOUNDARIES

STATES = {"done", "open", "started", "closed"}


def text_of(person: Person) -> str:
    """The status of somebody as it is printed."""
    lines = [line(person.program, person.journey, series) for series in person.program.tracking.daily]
    return status_json(person.guide, lines, person.store.path, person.store.load().revision)


def report(person: Person) -> dict[str, Any]:
    """The status of somebody, as another program reads it."""
    read: dict[str, Any] = json.loads(text_of(person))
    return read


def step(person: Person, step_id: str) -> dict[str, Any]:
    """How one step stands in it."""
    return next(one for one in report(person)["steps"] if one["id"] == step_id)


UNASKED = {"after-a-hard-date", "larger-thing", "how-often"}
"""Steps that are named only once there's something that they ask about."""


@pytest.fixture
def ruled(person: Person) -> Person:
    """Somebody who made their rule on the first day, and came back and checked in on the twelfth after it."""
    for one in ("your-story", "the-whole-story", "why-space", "contact-rule", "clear-cues"):
        person.answers(one, dict(LIFE[one]))
    person.clock.forward(days=12)
    person.answers("coming-back", {"contact": "no", "then": "not-now"})
    person.answers("check-in", dict(LIFE["check-in"]))
    return person


class TestShape:
    """Names and kinds of everything in it."""

    def test_has_exactly_these_fields(self, ruled: Person) -> None:
        """A program that reads it finds what was promised, and nothing else."""
        whole = report(ruled)
        assert list(whole) == [
            "format",
            "version",
            "stage",
            "days",
            "steps",
            "next",
            "due",
            "boundaries",
            "runs",
            "file",
            "paused_until",
            "coming",
            "scales",
            "ended",
            "longest_stretch",
            "in_touch",
            "day_start",
        ]
        assert (whole["format"], whole["version"]) == ("exback-status", 1)

    def test_says_the_days(self, ruled: Person) -> None:
        """How many are kept, of how many, the longest stretch and all together."""
        assert report(ruled)["days"] == {
            "apart": 12,
            "of": 30,
            "best": 12,
            "total": 12,
            "day": 12,
            "since": "2026-03-02",
            "ends": "2026-04-01",
            "breaks": 0,
            "average_gap": None,
            "in_a_row": 12,
            "longest": 12,
            "before": 0,
        }

    @pytest.mark.parametrize("boundary", [one.id for one in BOUNDARIES])
    def test_where_a_boundary_holds_no_distance_between_slips_is_given(self, ruled: Person, boundary: str) -> None:
        """As on the page; without one it is there."""
        slip: dict[str, object] = {
            "kind": "i-wrote",
            "before": "Late.",
            "hoped": "A word.",
            "they-answered": "nothing",
            "change": "The phone sleeps.",
        }
        ruled.answers("contact", slip)
        ruled.clock.forward(days=8)
        ruled.answers("contact", slip)
        assert report(ruled)["days"]["average_gap"] == 8
        ruled.answers("your-story", {**LIFE["your-story"], boundary: True})
        assert report(ruled)["days"]["average_gap"] is None

    def test_says_the_scales_of_the_day(self, ruled: Person) -> None:
        """Each with its ends, how many entries there are, and those of the last four weeks."""
        mood, longing, sleep = report(ruled)["scales"]
        recent = [{"day": "2026-03-14", "value": 6}]
        assert mood == {"title": "Mood", "low": 0, "high": 10, "entries": 1, "recent": recent}
        assert (longing["title"], sleep["title"]) == ("Longing", "Sleep")
        ruled.clock.forward(days=28)
        assert (report(ruled)["scales"][0]["entries"], report(ruled)["scales"][0]["recent"]) == (1, [])

    def test_says_what_is_ahead_by_date_alone(self, ruled: Person) -> None:
        """A pause has its end, and days that were named are dates without their words."""
        ruled.answers(
            "hard-dates", {"what": "Their birthday", "when": "2026-03-20", "plan": "Dinner.", "instead": "Walk."}
        )
        assert (report(ruled)["paused_until"], report(ruled)["coming"]) == (None, ["2026-03-20"])
        ruled.answers("pause", {"until": "2026-03-21", "reason-kind": "busy", "reason": "Exams"})
        assert report(ruled)["paused_until"] == "2026-03-21"
        assert "birthday" not in text_of(ruled)

    def test_says_the_stage_and_what_there_is_to_do(self, ruled: Person) -> None:
        """Steps are named by their ids, of which one is next and any number due."""
        whole = report(ruled)
        assert (whole["stage"], whole["next"], whole["due"]) == ("soul-searching", "risky-moments", [])
        ruled.clock.forward(days=1)
        assert report(ruled)["due"] == ["check-in"]

    def test_counts_the_runs_that_were_finished(self, ruled: Person) -> None:
        """Each walk to the end of a step is one."""
        assert report(ruled)["runs"] == 7

    def test_lists_every_step_once(self, ruled: Person) -> None:
        """In the order of the program, each with its stage, title and state, but for those that nothing has asked for yet."""
        stages = [
            (one.id, stage.id) for stage in ruled.program.all_stages for one in stage.steps if one.id not in UNASKED
        ]
        steps = report(ruled)["steps"]
        assert [(one["id"], one["stage"]) for one in steps] == stages
        assert all(list(one) == ["id", "stage", "title", "state", "opens", "finished", "begun"] for one in steps)
        assert {one["state"] for one in steps} <= STATES
        assert step(ruled, "contact-rule")["title"] == ruled.program.step("contact-rule").title

    def test_says_where_the_file_is(self, ruled: Person) -> None:
        """Its path, how often it was saved, and whether it is encrypted."""
        before = report(ruled)["file"]
        assert before == {
            "path": str(ruled.store.path),
            "revision": ruled.store.load().revision,
            "encrypted": False,
        }
        ruled.answers("urge", {**LIFE["urge"], "wrote": False})
        assert report(ruled)["file"]["revision"] > before["revision"]

    def test_is_one_object_and_indented(self, person: Person) -> None:
        """A person can read it as well."""
        text = text_of(person)
        assert text.startswith('{\n  "format"')


class TestSteps:
    """The state of a step, and when it opens."""

    def test_what_is_open_or_done_or_begun_says_so(self, ruled: Person) -> None:
        """The state is a word."""
        assert step(ruled, "your-story")["state"] == "done"
        assert step(ruled, "risky-moments") == {
            "id": "risky-moments",
            "stage": "no-contact",
            "title": "Risky moments",
            "state": "open",
            "opens": None,
            "finished": None,
            "begun": None,
        }

    def test_what_is_closed_says_why(self, person: Person) -> None:
        """Without a known day the date is null."""
        assert step(person, "why-space") | {"title": ""} == {
            "id": "why-space",
            "stage": "no-contact",
            "title": "",
            "state": "closed",
            "opens": {"reason": "Opens after “Your story”.", "date": None},
            "finished": None,
            "begun": None,
        }

    def test_what_is_closed_until_a_day_says_until_when(self, person: Person) -> None:
        """The date is a plain calendar date."""
        for one in ("your-story", "the-whole-story", "why-space", "contact-rule"):
            person.answers(one, dict(LIFE[one]))
        opens = step(person, "why-it-ended")["opens"]
        assert opens["date"] == "2026-03-09"
        assert "“Your rule”" in opens["reason"]

    @pytest.mark.parametrize("boundary", [one.id for one in BOUNDARIES])
    @pytest.mark.fault(76)
    def test_what_is_withheld_is_left_out(self, person: Person, boundary: str) -> None:
        """Every step that reaches out, and what waits for one; the boundary is listed by id."""
        person.answers("your-story", {**LIFE["your-story"], boundary: True})
        listed = {one["id"] for one in report(person)["steps"]}
        inward = {one.id for one in person.program.steps() if not one.is_withheld({boundary})}
        assert listed == inward - {"no-reply", "declined", "apart-again", "coming-back"} - UNASKED
        assert "withheld" not in {one["state"] for one in report(person)["steps"]}
        assert [one["id"] for one in report(person)["boundaries"]] == [boundary]
        assert all(set(one) == {"id", "reason"} for one in report(person)["boundaries"])


class TestNew:
    """Before anything was done."""

    def test_there_is_a_whole_report(self, person: Person) -> None:
        """No days, nothing due, no boundary, no run, and a file that is not there yet."""
        whole = report(person)
        assert (whole["stage"], whole["next"]) == ("no-contact", "your-story")
        assert (whole["days"], whole["due"], whole["boundaries"], whole["runs"]) == (None, [], [], 0)
        assert whole["file"]["revision"] == 0

    def test_asking_creates_nothing(self, person: Person) -> None:
        """A look at the status leaves no file behind."""
        report(person)
        assert not person.store.home.exists()


class TestPrivate:
    """What must not be in it."""

    def test_no_word_that_was_written_is(self, person: Person) -> None:
        """Every text of a long walk is marked, and no mark is found again."""
        texts = 0
        for one in (
            "your-story",
            "the-whole-story",
            "why-space",
            "contact-rule",
            "clear-cues",
            "risky-moments",
            "first-week",
        ):
            told = {
                item.id: f"zqx {LIFE[one][item.id]}" if type(item).__name__ == "Text" else LIFE[one][item.id]
                for item in person.program.step(one).items
                if item.id in LIFE[one]
            }
            texts += str(told).count("zqx")
            person.answers(one, told)
        person.answers("check-in", {**LIFE["check-in"], "line": "zqx"})
        assert texts > 10
        assert "zqx" not in text_of(person)

    def test_no_answer_to_a_safety_question_but_the_boundary_is(self, person: Person) -> None:
        """Without a boundary, the questions are not even mentioned."""
        person.answers("your-story", dict(LIFE["your-story"]))
        text = text_of(person)
        assert not any(question in text for question in SAFE)
