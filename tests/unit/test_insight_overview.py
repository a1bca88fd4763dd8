"""All pictures together."""

from __future__ import annotations

import json
from pathlib import Path

from told import checked, journey, pictures, run, urge

from exback.guide import look
from exback.insight import claims, repeated
from exback.insight.overview import overview
from exback.insight.picture import (
    Bars,
    is_empty,
)
from exback.insight.series import line
from exback.program import Program
from exback.report import status_json


class TestOverview:
    """All of it together."""

    def test_an_empty_file_shows_nothing_and_says_why(self, program: Program) -> None:
        """Each section says how it begins."""
        sections = overview(program, journey(program))
        assert is_empty(sections)
        assert all(section.empty and not section.pictures for section in sections)

    def test_a_section_that_rests_on_other_commands_does_not_deny_what_was_written(self, program: Program) -> None:
        """An urge that ended in a message is no entry about contact: where those are written is said."""
        (kinds,) = (one for one in overview(program, journey(program, urge(1, 8, 4, wrote=True))) if one.id == "kinds")
        assert kinds.empty == "This rests on exback look and exback contact. Nothing is written there yet."

    def test_one_entry_is_not_nothing(self, program: Program) -> None:
        """One check-in: a section with what it will show, and no claim."""
        sections = overview(program, journey(program, checked(1)))
        assert not is_empty(sections)
        assert not any(picture.enough for section in sections for picture in section.pictures)

    def test_every_picture_has_an_id_of_its_own(self, program: Program) -> None:
        """A page can name them all."""
        runs = [urge(1, 8, 4), checked(1), run("look", 1, what="old"), run("contact", 1, kind="i-wrote")]
        runs += [run("two-questions", 1, want=8, without=4), run("contact-rule", 0, length="30", kind="full")]
        sections = overview(program, journey(program, *runs))
        ids = [picture.id for section in sections for picture in section.pictures]
        assert len(ids) == len(set(ids)) >= 10


def test_days_kept_are_a_picture(program: Program) -> None:
    """A rule of 30 days on day 0, a slip on days 4 and 10, seen on day 20: 18 of 20 kept, in stretches of 4, 5 and 9."""
    runs = [run("contact-rule", 0, length="30"), run("contact", 4, kind="i-wrote"), run("contact", 10, kind="i-wrote")]
    found = pictures(program, *runs)["kept"]
    assert found.says == "18 of 20 days kept, 9 in a row at most, the two slips were six days apart."
    assert isinstance(found.drawing, Bars)
    assert (found.drawing.labels, found.drawing.rows[0].values) == (("1st", "2nd", "3rd"), (4, 5, 9))


def test_the_page_in_docs_names_every_least_number_and_every_field(program: Program) -> None:
    """What is written down is what is done."""
    page = (Path(__file__).parents[2] / "docs" / "looking-back.md").read_text(encoding="utf-8")
    rows = {cells[1].strip(): cells[3] for line in page.split("\n") if len(cells := line.split("|")) == 5}
    for title, least in {
        "How strong, before and after": claims.FOR_AN_AVERAGE,
        "Urges and slips by the hour": claims.FOR_HOURS,
        "Urges and slips by the weekday": claims.FOR_WEEKDAYS,
        "Days with an urge": claims.FOR_COMPARING,
        "What you looked at, what contact was": claims.FOR_A_KIND,
        "Mood, longing, sleep": claims.FOR_A_CHANGE,
        "Six scales, two questions": repeated.TIMES,
    }.items():
        assert str(least) in rows[title].split()
    there = journey(program, run("contact-rule", 0, length="30"), checked(1))
    lines = [line(program, there, series) for series in program.patterns.daily]
    report = json.loads(status_json(look(program, there), lines, "path", 1))
    fields = {*report, *report["days"], *report["scales"][0], *report["steps"][0], *report["file"]}
    assert {field for field in fields if f"`{field}`" not in page} == set()
