"""The status page and the map, drawn and in plain lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from msgspec import structs
from rich.cells import cell_len
from support.lives import LIFE
from support.person import Clock, Person

from exback.engine.status import WITHHELD, State, Status, UpcomingDay, status_of
from exback.insights import Streak
from exback.model.gates import days_since, done, runs
from exback.model.items import Choice, Option
from exback.model.program import Program, Repeat, Stage, Step, StreakRule
from exback.model.run import Run
from exback.screen.pages.charts import NO_ENTRY
from exback.screen.pages.status import MARKS, draw_status, plain_status
from exback.screen.pages.step_map import MARK_WORDS, draw_map

ANSI = re.compile(r"\x1b\[[0-9;]*m")
WIDTHS = (20, 21, 30, 39, 40, 41, 60, 79, 80, 100)


@pytest.fixture(autouse=True)
def ordinary_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever these tests run, the environment says the same."""
    monkeypatch.setenv("TERM", "xterm-256color")


def status(person: Person, width: int = 80) -> str:
    """The status page of somebody, without colour."""
    return draw_status(person.program, person.guide, person.journey.today, width, colour=False)


def said(person: Person) -> str:
    """The status of somebody in plain lines."""
    return "\n".join(plain_status(person.program, person.guide, person.journey.today))


def words_of(drawn: str) -> str:
    """What stands there, without regard to where lines break."""
    return " ".join(drawn.split())


@pytest.fixture
def ruled(person: Person) -> Person:
    """Somebody who made their rule twelve days ago."""
    for one in ("your-story", "the-whole-story", "why-space", "contact-rule"):
        person.answers(one, dict(LIFE[one]))
    for _ in range(3):
        person.clock.forward(days=4)
        person.puts("letter")
    return person


class TestStatus:
    """Where somebody is."""

    def test_begins_with_the_day(self, ruled: Person) -> None:
        """The day of the rule, how long it runs, and since when, come first."""
        assert "Day 12 of 30. 18 days to go." in status(ruled).strip().split("\n")[0]
        assert said(ruled).startswith("Day 12 of 30. 18 days to go.")
        assert "since Monday 2 March" in words_of(status(ruled))

    def test_names_what_is_next_and_what_is_due(self, ruled: Person) -> None:
        """By title, with the minutes it takes."""
        for text in (words_of(status(ruled)), said(ruled)):
            assert "Put reminders out of sight, about 8 minutes" in text
            assert "Check-in" in text

    def test_shows_a_mark_for_every_step(self, ruled: Person) -> None:
        """A stage's row has as many marks as it has steps, in their order."""
        guide = ruled.guide
        for stage in ruled.program.stages:
            row = next(line for line in status(ruled).split("\n") if line.strip().startswith(stage.title))
            marks = [MARKS[one.state] for one in guide.in_stage(stage)]
            assert " ".join(marks) in row

    def test_counts_what_is_done_in_plain_lines(self, ruled: Person) -> None:
        """An ear is given a number instead of marks."""
        assert "No contact: 4 of 9 steps done." in said(ruled)

    @pytest.mark.parametrize("width", [40, 80])
    def test_a_day_ahead_is_never_cut(self, ruled: Person, width: int) -> None:
        """Its words may have no spaces, in some languages and in a link."""
        words = ("好" * 80, "https://example.com/" + "a" * 80)
        guide = structs.replace(
            ruled.guide, coming=(UpcomingDay(date(2026, 4, 1), words, ruled.program.step("hard-dates")),)
        )
        page = draw_status(ruled.program, guide, ruled.journey.today, width, colour=False)
        assert f"{words[0]}.Youplanned:{words[1]}" in re.sub(r"\s", "", page)
        assert max(cell_len(line) for line in page.split("\n")) <= width

    def test_somebody_new_is_told_how_to_begin(self, person: Person) -> None:
        """Before anything was done there is no day, and a way to start."""
        assert "Day" not in status(person)
        for text in (status(person), said(person)):
            assert text.strip().startswith("You haven't made a contact rule yet.")
            assert text.strip().endswith("To begin: exback")

    def test_without_a_rule_that_is_said_once_something_was_begun(self, person: Person) -> None:
        """And how to begin is not."""
        person.answers("your-story", dict(LIFE["your-story"]))
        for text in (status(person), said(person)):
            assert text.strip().startswith("You haven't made a contact rule yet.")
            assert "To begin" not in text

    def test_a_break_is_said_without_taking_days_away(self, ruled: Person) -> None:
        """The longest stretch and the days in all stay beside the days of now."""
        ruled.answers(
            "contact",
            {
                "kind": "i-wrote",
                "before": "Late.",
                "hoped": "A word.",
                "they-answered": "nothing",
                "change": "The phone sleeps.",
            },
        )
        ruled.clock.forward(days=3)
        for text in (words_of(status(ruled)), said(ruled)):
            assert "Two days kept in a row" in text
            assert "longest 12" in text
            assert "14 days kept in all" in text

    def test_what_the_rule_allows_is_named_and_not_counted(self, ruled: Person) -> None:
        """An exception takes nothing away."""
        ruled.answers("contact", {"kind": "logistics", "about": "The keys."})
        assert "12 days kept in a row" in words_of(status(ruled))
        assert "one exception, not counted" in words_of(status(ruled))

    def test_a_pause_is_named_with_its_end(self, ruled: Person) -> None:
        """While the plan rests nothing is next, and the day it goes on is there."""
        ruled.answers("pause", {"what": "rest", "until": "2026-03-20", "reason-kind": "busy", "reason": "Exams"})
        for text in (words_of(status(ruled)), said(ruled)):
            assert "until Friday 20 March" in text
            assert "Next" not in text

    def test_a_boundary_is_named_without_its_reason(self, person: Person) -> None:
        """A page that others may glance at does not say what somebody is afraid of."""
        person.answers("your-story", {**LIFE["your-story"], "afraid-of-them": True})
        for text in (words_of(status(person)), said(person)):
            assert "Re-attraction" not in text
            assert WITHHELD in text
            assert "is open" not in WITHHELD  # other steps wait for their day
            assert "afraid" not in text

    def test_where_quiet_is_owed_nothing_fills_up_to_an_end(self, ruled: Person) -> None:
        """No bar, no milestones and no days to go: the end of the rule opens nothing there."""
        boundary = Run(
            id="yes", step="your-story", started=ruled.clock(), start_number=90, answers={"afraid-of-me": True}
        )
        guide = status_of(ruled.program, ruled.program.journey([*ruled.journey.runs, boundary], ruled.clock()))
        drawn = draw_status(ruled.program, guide, ruled.journey.today, 80, colour=False)
        assert "Day 12 of your rule." in words_of(drawn)
        assert not {"█", "░"} & set(drawn)
        assert "to go" not in drawn
        assert "█" in status(ruled)

    def test_where_the_day_is_not_known_nothing_is_counted(self, ruled: Person) -> None:
        """After the clock fell back by weeks and was put right again: no bar, no milestones, and no rule that has run its days."""
        number, before = ruled.journey.next_number, ruled.clock() - timedelta(days=30)
        lost = Run(
            id="lost", step="look", started=before, start_number=number, finished=before, finish_number=number + 1
        )
        ruled.store.put(lost)
        assert status(ruled).strip().startswith("Your rule is for 30 days, from Monday 2 March.\n")
        assert said(ruled).startswith("Your rule is for 30 days, from Monday 2 March.\nThe clock of this")
        for text in (words_of(status(ruled)), said(ruled)):
            assert "so the days cannot be counted" in text
            assert "since Monday" not in text
            assert "Milestones" not in text
        assert not {"█", "░"} & set(status(ruled).partition("No contact")[0])

    def test_without_a_boundary_nothing_is_said_of_one(self, ruled: Person) -> None:
        """Nobody reads that something is closed to them when it is not."""
        assert WITHHELD not in words_of(status(ruled)) + said(ruled)

    def test_says_how_many_steps_of_a_stage_are_open(self, ruled: Person) -> None:
        """Where there is a choice, it is counted; where the next step stands, it is named."""
        stage = ruled.program.stages[1]
        number = sum(1 for one in ruled.guide.in_stage(stage) if one.state == State.OPEN)
        assert f"{number} open now" in words_of(status(ruled))
        assert number > 1
        assert "next: Put reminders out of sight" in words_of(status(ruled))

    def test_no_word_that_was_written_is_on_it(self, ruled: Person) -> None:
        """What somebody told stays in the steps."""
        everything = status(ruled) + said(ruled)
        texts = [LIFE["your-story"]["name"], LIFE["contact-rule"]["signature"], LIFE["contact-rule"]["exceptions"]]
        assert not any(str(text) in everything for text in texts)

    def test_on_the_day_of_a_slip_nobody_reads_a_nought(self, ruled: Person) -> None:
        """A new stretch begins; what was kept stands beside it."""
        ruled.answers(
            "contact",
            {
                "kind": "i-wrote",
                "before": "Late.",
                "hoped": "A word.",
                "they-answered": "nothing",
                "change": "The phone sleeps.",
            },
        )
        for text in (words_of(status(ruled)), said(ruled)):
            assert "A new stretch begins today" in text
            assert "longest 12" in text
            assert "12 days kept in all" in text
            assert not re.search(r"\b(no|0|zero) days kept", text, re.IGNORECASE)

    def test_on_the_first_day_no_figure_is_drawn(self, person: Person) -> None:
        """The rule begins, and there is nothing to count."""
        for one in ("your-story", "the-whole-story", "why-space", "contact-rule"):
            person.answers(one, dict(LIFE[one]))
        for text in (words_of(status(person)), said(person)):
            assert "Your rule starts today, for 30 days." in text
            assert "kept in a row" not in text

    def test_a_new_rule_goes_on_with_the_stretch_of_the_one_before(self, ruled: Person) -> None:
        """A new rule does not make the old days go away."""
        ruled.clock.forward(days=3)
        ruled.answers("contact-rule", dict(LIFE["contact-rule again"]))
        ruled.clock.forward(days=2)
        for text in (words_of(status(ruled)), said(ruled)):
            assert "Day 2 of 30" in text
            assert "17 days kept in a row" in text
            assert "longest 17" in text

    def test_plain_lines_say_what_stands_around_the_bar(self, ruled: Person) -> None:
        """Since when, and which milestones lie behind and ahead; where quiet is owed nothing is counted towards an end."""
        assert "Since Monday 2 March." in said(ruled)
        assert "Milestones: 7 days behind you, 14 and 30 ahead." in said(ruled)
        ruled.answers("your-story", {**LIFE["your-story"], "asked-to-stop": True})
        assert "Since Monday 2 March." in said(ruled)
        assert "Milestones" not in said(ruled)

    @pytest.mark.parametrize(
        ("days", "sentence"),
        [
            (0, "Milestones: 7, 14 and 30 days ahead."),
            (14, "Milestones: 7 and 14 days behind you, 30 ahead."),
            (400, "Milestones: 7, 14 and 30 days behind you."),
        ],
    )
    def test_milestones_of_the_rule_are_read(self, person: Person, days: int, sentence: str) -> None:
        """Those that the drawn page has under its bar."""
        for one in ("your-story", "the-whole-story", "why-space", "contact-rule"):
            person.answers(one, dict(LIFE[one]))
        person.clock.forward(days=days)
        assert sentence in said(person)

    def test_a_milestone_is_said_on_its_day(self, ruled: Person) -> None:
        """Day 14 says so; day 12 does not."""
        assert "since you made your rule" not in words_of(status(ruled)) + said(ruled)
        ruled.clock.forward(days=2)
        for text in (words_of(status(ruled)), said(ruled)):
            assert "Two weeks since you made your rule." in text


class TestDrawing:
    """How both pages are drawn."""

    @pytest.mark.parametrize("width", WIDTHS)
    @pytest.mark.parametrize("colour", [False, True])
    def test_no_line_is_wider_than_the_screen(self, ruled: Person, width: int, colour: bool) -> None:
        """From 20 columns on, with and without colour."""
        ruled.answers("pause", {"what": "rest", "until": "2026-03-20", "reason-kind": "busy", "reason": "Exams"})
        today = ruled.journey.today
        for draw in (draw_status, draw_map):
            lines = draw(ruled.program, ruled.guide, today, width, colour=colour).split("\n")
            assert max(cell_len(ANSI.sub("", line)) for line in lines) <= width

    @pytest.mark.parametrize("draw", [draw_status, draw_map])
    def test_reads_the_same_without_colour(self, ruled: Person, draw: Callable[..., str]) -> None:
        """Colour only helps; without it there is no code at all."""
        with_it, without = (
            draw(ruled.program, ruled.guide, ruled.journey.today, 80, colour=colour) for colour in (True, False)
        )
        assert "\x1b" not in without
        assert ANSI.sub("", with_it) == without

    def test_nothing_is_cut_at_forty_columns(self, ruled: Person) -> None:
        """On a narrow screen every stage keeps its name, all its marks and its news."""
        drawn = status(ruled, 40)
        wide = status(ruled, 100)
        assert "…" not in drawn
        assert sum(drawn.count(mark) for mark in "●◐○") == sum(wide.count(mark) for mark in "●◐○")
        assert "Put reminders out of sight" in words_of(drawn)

    def test_the_signs_on_the_page_are_told(self, ruled: Person) -> None:
        """Those that are there, on a narrow screen as well; a day without a word has a sign that no step has."""
        assert "● done ○ open · not yet" in words_of(status(ruled))
        assert "● done ○ open · not yet" in words_of(status(ruled, 40))
        number = ruled.journey.next_number
        ruled.store.put(Run(id="begun", step="clear-cues", started=ruled.clock(), start_number=number))
        assert "● done ◐ begun ○ open · not yet" in words_of(status(ruled))
        assert "\n ● done  ◐ begun  ○ open  · not yet" in status(ruled, 40)
        assert NO_ENTRY not in MARKS.values()

    @pytest.mark.parametrize("width", range(20, 41))
    def test_no_sign_is_parted_from_its_word(self, ruled: Person, width: int) -> None:
        """Where the line breaks, it breaks between them."""
        number = ruled.journey.next_number
        ruled.store.put(Run(id="begun", step="clear-cues", started=ruled.clock(), start_number=number))
        lines = status(ruled, width).split("\n")
        for told in ("● done", "◐ begun", "○ open", "· not yet"):
            assert sum(told in line for line in lines) == 1

    def test_every_state_has_a_mark_and_a_word_of_its_own(self) -> None:
        """No two states look or sound alike; what's withheld is never drawn, so it has neither."""
        assert set(MARKS) == set(MARK_WORDS) == {State.DONE, State.OPEN, State.STARTED, State.CLOSED}
        assert len(set(MARKS.values())) == len(set(MARK_WORDS.values())) == 4

    @pytest.mark.parametrize(("day", "filled"), [(0, 0), (15, 15), (29, 29), (30, 30), (45, 30)])
    def test_the_bar_fills_with_the_days(self, person: Person, day: int, filled: int) -> None:
        """It is empty on the first day, full on the last, and stays full after it."""
        promise = Streak(
            since=date(2026, 3, 2),
            ends=date(2026, 4, 1),
            day=day,
            of=30,
            apart=1,
            best=1,
            total=1,
            breaks=0,
            uncounted=0,
        )
        guide = structs.replace(person.guide, days=promise)
        drawn = draw_status(person.program, guide, date(2026, 3, 2), 80, colour=False)
        assert (drawn.count("█"), drawn.count("░")) == (filled, 30 - filled)


def waiting(clock: Clock, *happened: Run) -> tuple[Program, Status]:
    """A program whose second stage waits for two runs a week apart, and its third for seven days."""
    once = Step(
        id="plan",
        title="Plan",
        minutes=5,
        purpose="",
        items=(Choice("go", "?", options=(Option("yes", "Yes"),)),),
        mirror="",
        small_thing="",
        repeats=Repeat(apart=7),
    )
    others = tuple(
        structs.replace(once, id=step_id, title=step_id.title(), repeats=None) for step_id in ("far", "soon", "end")
    )
    stage = Stage(id="one", title="First", purpose="", steps=(once,))
    program = Program(
        title="Toys",
        welcome=tuple,
        stages=(
            stage,
            Stage(id="two", title="Second", purpose="", steps=others[:1], opens=(runs("plan", 2, days_apart=7),)),
            Stage(id="three", title="Third", purpose="", steps=others[1:2], opens=(days_since("plan", 21),)),
        ),
        companion=Stage(id="companion", title="Always", purpose="", steps=()),
        endings=Stage(
            id="endings", title="Endings", purpose="", steps=(structs.replace(others[2], opens=(done("far"),)),)
        ),
        first="plan",
        daily="plan",
        moment="plan",
        streak=StreakRule(step="none", length=(), broken_in="none", broken_item="none", broken_by=()),
    )
    return program, status_of(program, program.journey(happened, clock()))


class TestWaiting:
    """What is said of a stage that is closed."""

    @pytest.fixture
    def planned(self, clock: Clock) -> Run:
        """One run of the plan, on the day the clock shows first."""
        return Run(id="r", step="plan", started=clock(), start_number=1, finished=clock(), finish_number=2)

    def test_a_stage_that_only_waits_names_the_day(self, clock: Clock, planned: Run) -> None:
        """The day on which it opens by itself."""
        program, guide = waiting(clock, planned)
        row = next(line for line in plain_status(program, guide, date(2026, 3, 2)) if line.startswith("Third"))
        assert "pens Monday 23 March" in row

    def test_a_stage_that_waits_for_something_to_be_done_does_not_say_that_it_opens_today(
        self, clock: Clock, planned: Run
    ) -> None:
        """It is closed today, and waiting does not open it."""
        clock.forward(days=8)
        program, guide = waiting(clock, planned)
        today = date(2026, 3, 10)
        texts = (draw_status(program, guide, today, 100, colour=False), "\n".join(plain_status(program, guide, today)))
        assert all("Second" in text for text in texts)
        assert not any("10 March" in text for text in texts)
