"""The status and the insights of ten made-up weeks, as whole pages: at any width, in ASCII, and in plain lines.

What they look like as a whole is in tests/snapshots.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from msgspec import structs
from rich.cells import cell_len
from support.weeks import BEGAN, DAYS, ten_weeks

from exback.engine.status import status_of
from exback.insights.overview import overview
from exback.insights.summary import OwnWords, Summary, summary_of
from exback.model.journey import Journey
from exback.model.program import Program
from exback.screen.ascii import to_ascii
from exback.screen.pages.insights import draw_insights, plain_insights
from exback.screen.pages.sparklines import EMPTY, FULL, LEVELS
from exback.screen.pages.status import MARKS, draw_status, plain_status

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def lived(program: Program, days: int) -> Journey:
    """Return the journey of so many of the ten weeks' days."""
    return program.journey(ten_weeks(days), BEGAN + timedelta(days=days))


def status(program: Program, journey: Journey, width: int, *, colour: bool = False) -> str:
    """Return the status, drawn."""
    guide = status_of(program, journey)
    seen = summary_of(program, journey, guide.days, held=bool(guide.boundaries))
    return draw_status(program, guide, journey.today, width, colour=colour, summary=seen)


def insights(program: Program, journey: Journey, width: int, *, colour: bool = False) -> str:
    """Return the insights, drawn."""
    return draw_insights(overview(program, journey), width, colour=colour)


DRAW = {"status": status, "insights": insights}


def plain(program: Program, journey: Journey, page: str) -> Iterator[str]:
    """Return a page in plain lines."""
    if page == "insights":
        return plain_insights(overview(program, journey))
    guide = status_of(program, journey)
    seen = summary_of(program, journey, guide.days, held=bool(guide.boundaries))
    return plain_status(program, guide, journey.today, seen)


@pytest.mark.parametrize("page", DRAW)
@pytest.mark.parametrize("width", [*range(20, 45), 59, 60, 80, 99, 100, 119, 120])
def test_no_line_is_wider_than_the_screen_and_nothing_is_cut(program: Program, page: str, width: int) -> None:
    """At any width from 20 columns on, with and without colour; from 40 on no word is broken off."""
    journey = lived(program, DAYS)
    drawn = DRAW[page](program, journey, width)
    assert max(cell_len(line) for line in drawn.split("\n")) <= width
    assert ANSI.sub("", DRAW[page](program, journey, width, colour=True)) == drawn
    assert width < 40 or "…" not in drawn


@pytest.mark.parametrize("page", DRAW)
def test_ascii_has_the_same_page_in_other_signs(program: Program, page: str) -> None:
    """Line for line as long, and every sign can be shown."""
    journey = lived(program, DAYS)
    drawn = DRAW[page](program, journey, 80)
    ascii_page = to_ascii(drawn)
    assert ascii_page.isascii()
    assert [len(line) for line in ascii_page.split("\n")] == [len(line) for line in drawn.split("\n")]


@pytest.mark.parametrize("page", DRAW)
def test_plain_lines_hold_no_drawing(program: Program, page: str) -> None:
    """No bar, no mark, no colour: nothing that a voice would spell."""
    told = "\n".join(plain(program, lived(program, DAYS), page))
    assert not set(told) & {*LEVELS, FULL, EMPTY, *MARKS.values(), "\x1b"}


def test_no_two_pictures_have_the_same_title(program: Program) -> None:
    """Nor the same as a section: a reader who jumps from heading to heading knows where they are."""
    sections = overview(program, lived(program, DAYS))
    titles = [section.title for section in sections] + [picture.title for one in sections for picture in one.charts]
    assert len(set(titles)) == len(titles)
    assert "“Longing” and five more each time" in titles


def test_plain_lines_speak_of_no_bars_and_marks(program: Program) -> None:
    """There are none; what a drawing labels in short is said in full."""
    told = "\n".join(plain(program, lived(program, DAYS), "insights"))
    assert not re.search(r"\b(bars?|marks?|columns?)\b", told, re.IGNORECASE)
    assert "First stretch: 9 days; second stretch: 17 days; third stretch: 42 days." in told
    assert "Passed without a message: 25; ended in a message: 1." in told
    assert (
        "Mood: too few days to say for the day before (four days); 3.8 on that day (five days); 4 on the day after"
        in told
    )


def test_every_sentence_of_the_page_is_in_both_forms(program: Program) -> None:
    """What is drawn and what is read say the same."""
    journey = lived(program, DAYS)
    drawn, read = " ".join(insights(program, journey, 120).split()), " ".join(plain(program, journey, "insights"))
    pictures = [picture for section in overview(program, journey) for picture in section.charts]
    assert len(pictures) > 12
    for picture in pictures:
        assert picture.says in drawn
        assert picture.says in read
        assert picture.rests_on in drawn
        assert picture.rests_on in read


@pytest.mark.parametrize("days_away", [1, 26, 27, 100, 400])
def test_months_without_a_word_are_no_trouble(program: Program, days_away: int) -> None:
    """Someone comes back long after the last entry, of day 69: it's named, nothing is drawn that wasn't given, no one is scolded."""
    journey = program.journey(ten_weeks(), BEGAN + timedelta(days=DAYS + days_away))
    drawn = status(program, journey, 80)
    assert ("8 on Sunday 10 May" in drawn) == (days_away >= 27)
    assert "the last four weeks" in drawn
    assert insights(program, journey, 80)


def test_markup_and_escapes_in_an_own_sentence_are_words(program: Program) -> None:
    """What someone typed is never read as colour, and a wide script keeps to the width."""
    journey = lived(program, DAYS)
    guide = status_of(program, journey)
    for words in ("[red]no[/oops] [/]", "東京" * 30, "\u202eright", "👩‍👩‍👧 and I"):
        seen = Summary(own=OwnWords("On day 3 you wrote:", words))
        drawn = draw_status(program, guide, journey.today, 40, colour=True, summary=seen)
        assert max(cell_len(ANSI.sub("", line)) for line in drawn.split("\n")) <= 40
        if words.startswith("["):
            assert words in " ".join(ANSI.sub("", drawn).split())


def test_the_bar_has_a_cell_for_each_day_where_there_is_room(program: Program) -> None:
    """A rule of 60 days has 60 at 80 columns, and as many as fit at 40."""
    journey = lived(program, 12)
    guide = status_of(program, journey)
    assert guide.days is not None
    guide = structs.replace(guide, days=structs.replace(guide.days, of=60, day=30))
    for width, full in ((80, 30), (40, 19)):
        drawn = draw_status(program, guide, journey.today, width, colour=False)
        assert (drawn.count("█"), drawn.count("░")) == (full, full)
