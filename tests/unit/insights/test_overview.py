"""All pictures together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.told import checked, journey, pictures, present, run, urge

from exback.commands.status_json import status_json
from exback.engine.status import status_of
from exback.insights import repeated, thresholds
from exback.insights.chart import (
    Bars,
    is_empty,
)
from exback.insights.overview import overview
from exback.insights.series import line
from exback.model.boundaries import BOUNDARIES
from exback.model.program import Program
from exback.model.run import Run, changed


class TestOverview:
    """All of it together."""

    def test_an_empty_file_shows_nothing_and_says_why(self, program: Program) -> None:
        """Each section says how it begins."""
        sections = overview(program, journey(program))
        assert is_empty(sections)
        assert all(section.empty and not section.charts for section in sections)

    def test_a_section_that_rests_on_other_commands_does_not_deny_what_was_written(self, program: Program) -> None:
        """An urge that ended in a message is no entry about contact: where those are written is said."""
        (kinds,) = (one for one in overview(program, journey(program, urge(1, 8, 4, wrote=True))) if one.id == "kinds")
        assert kinds.empty == "There's nothing here yet. It comes from what you write down: exback look, exback contact"

    def test_one_entry_is_not_nothing(self, program: Program) -> None:
        """One check-in: a section with what it will show, and no claim."""
        sections = overview(program, journey(program, checked(1)))
        assert not is_empty(sections)
        assert not any(picture.rests_on for section in sections for picture in section.charts)

    def test_every_picture_has_an_id_of_its_own(self, program: Program) -> None:
        """A page can name them all."""
        runs = [urge(1, 8, 4), checked(1), run("look", 1, what="old"), run("contact", 1, kind="i-wrote")]
        runs += [run("two-questions", 1, want=8, without=4), run("contact-rule", 0, length="30", kind="full")]
        sections = overview(program, journey(program, *runs))
        ids = [picture.id for section in sections for picture in section.charts]
        assert len(ids) == len(set(ids)) >= 10


def test_days_kept_are_a_picture(program: Program) -> None:
    """A rule of 30 days on day 0, a slip on days 4 and 10, seen on day 20: 18 of 20 kept, in stretches of 4, 5 and 9."""
    runs = [run("contact-rule", 0, length="30"), run("contact", 4, kind="i-wrote"), run("contact", 10, kind="i-wrote")]
    found = pictures(program, *sorted([*runs, *present(20)], key=lambda run: run.started))["kept"]
    assert found.says == "You've kept 18 of 20 days, nine in a row at most. Your two slips were six days apart."
    assert isinstance(found.drawing, Bars)
    assert (found.drawing.labels, found.drawing.rows[0].values) == (("1st", "2nd", "3rd"), (4, 5, 9))


HELD = [boundary.id for boundary in BOUNDARIES]
OF_CONTACT = {"around-contact", "contact-kind", "slip-hours", "slip-weekdays"}


def eventful(boundary: str | None = None, *, looks: bool = True) -> list[Run]:
    """Return ten weeks with a slip every five days, an urge every second day and, if wanted, looks and a boundary."""
    told = [run("your-story", 0, 9), run("contact-rule", 0, 12, length="60")]
    if boundary is not None:
        told[0] = changed(told[0], answers={boundary: True})
    for day in range(1, 70):
        slip = [run("contact", day, kind="i-wrote")] if day % 5 == 0 else []
        status_of = [run("look", day, 20, what="old")] if looks and day % 4 == 0 else []
        told += [*status_of, *slip, *([urge(day, 8, 4)] if day % 2 else []), checked(day)]
    return told


class TestHeld:
    """Where a boundary holds, contact is told of in one sentence, and nothing is made of it."""

    def test_without_a_boundary_all_of_it_is_there(self, program: Program) -> None:
        """So that its absence says something."""
        found = pictures(program, *eventful(), now=70)
        assert set(found) >= OF_CONTACT
        assert "contact" in found["beside-urge"].says

    @pytest.mark.parametrize("boundary", HELD)
    def test_nobody_is_shown_when_contact_comes_and_what_it_goes_with(self, program: Program, boundary: str) -> None:
        """Not by the hour or the day, not by its kind, not beside moods or urges; looks stay."""
        found = pictures(program, *eventful(boundary), now=70)
        assert not OF_CONTACT & set(found)
        assert {"around-check", "look-what", "beside-urge"} <= set(found)
        others = [picture for picture in found.values() if picture.id != "kept"]
        shown = " ".join(f"{one.title} {one.says} {one.note} {one.key} {one.drawing}" for one in others)
        assert "contact" not in shown
        assert "slip" not in shown

    @pytest.mark.parametrize("boundary", HELD)
    def test_what_is_left_says_what_it_would_show(self, program: Program, boundary: str) -> None:
        """Somebody who wrote contacts down is not told that there are none."""
        sections = overview(program, journey(program, *eventful(boundary, looks=False), now=70), "contact")
        assert [section.empty for section in sections] == [
            "There's nothing here yet. It comes from what you write down: exback look"
        ]

    @pytest.mark.parametrize("boundary", HELD)
    def test_a_part_of_the_record_does_not_lose_it(self, program: Program, boundary: str) -> None:
        """A boundary that was said before the days that are looked at holds in them."""
        whole = journey(program, *eventful(boundary), now=70)
        part = program.journey(whole.runs[1:], whole.now)
        shown = {picture.id for section in overview(program, part, whole=whole) for picture in section.charts}
        assert shown
        assert not OF_CONTACT & shown


class TestNoNumberToReach:
    """Nobody waits for the next slip so that there is more to see."""

    def test_of_slips_and_contact_it_is_only_said_that_they_are_too_few(self, program: Program) -> None:
        """By the hour, by kind, and beside the moods of the day."""
        found = pictures(
            program, *(told for day in (4, 9) for told in (run("contact", day, kind="i-wrote"), checked(day)))
        )
        assert found["slip-hours"].says == "The time is known for two slips. That's too few to say when they come."
        assert found["contact-kind"].says == "You've given two answers here. That's too few to say what came up most."
        assert found["around-contact"].says == (
            "This counts two days with contact and no other days in those weeks. That's too few to compare them. "
            "A day counts once you've checked in and said whether there was contact."
        )

    def test_nor_on_which_days(self, program: Program) -> None:
        """Twelve have hours, and take two more for weekdays."""
        found = pictures(program, *(run("contact", day, kind="i-wrote") for day in range(1, 13)))
        assert (
            found["slip-weekdays"].says
            == "You've written down 12 slips. That's too few to say which days they come on."
        )

    def test_of_urges_and_looks_it_is_said(self, program: Program) -> None:
        """An urge that is written down is one that was looked at."""
        found = pictures(program, urge(1, 8, 4), run("look", 1, what="old"))
        assert (
            found["urge-hours"].says
            == "The time is known for one urge so far. Once it's known for 12, this shows when they come."
        )
        assert (
            found["look-what"].says
            == "You've given one answer here so far. Once there are five, this shows what came up most."
        )


def test_the_page_in_docs_names_every_least_number_and_every_field(program: Program) -> None:
    """What is written down is what is done."""
    page = (Path(__file__).parents[3] / "docs" / "looking-back.md").read_text(encoding="utf-8")
    rows = {cells[1].strip(): cells[3] for line in page.split("\n") if len(cells := line.split("|")) == 5}
    for title, least in {
        "How strong, before and after": thresholds.FOR_AN_AVERAGE,
        "Urges and slips by the hour": thresholds.FOR_HOURS,
        "Urges and slips by the weekday": thresholds.FOR_WEEKDAYS,
        "Days with an urge": thresholds.FOR_COMPARING,
        "What you looked at, what contact was": thresholds.FOR_A_KIND,
        "What set it off": thresholds.FOR_A_KIND,
        "Mood, longing, sleep": thresholds.FOR_A_CHANGE,
        "Six scales, two questions": repeated.TIMES,
    }.items():
        assert str(least) in rows[title].split()
    there = journey(program, run("contact-rule", 0, length="30"), checked(1))
    lines = [line(program, there, series) for series in program.tracking.daily]
    report = json.loads(status_json(status_of(program, there), lines, "path", 1))
    fields = {*report, *report["days"], *report["scales"][0], *report["steps"][0], *report["file"]}
    assert {field for field in fields if f"`{field}`" not in page} == set()
