"""Days typed in short into a real terminal."""

from __future__ import annotations

import pytest
from support.teletype import ENTER
from terminal.conftest import Room


@pytest.mark.fault(82)
@pytest.mark.parametrize(
    ("typed", "day"), [("12/31", "2025-12-31"), ("2/14/26", "2026-02-14"), ("9.30.", "2025-09-30")]
)
def test_the_month_comes_first_where_it_can_only_be_that(room: Room, typed: str, day: str) -> None:
    """The last day of the year isn't a day in the year 31."""
    room.begin("ended")
    teletype = room.exback("step", "your-story")
    teletype.see(room.words("ended"))
    teletype.press(typed, ENTER)
    teletype.see(room.words("ties"))
    assert room.run.answers["ended"] == day


@pytest.mark.fault(82)
def test_a_weekday_that_contradicts_the_date_is_named(room: Room) -> None:
    """What was typed stays in the field, to be corrected."""
    room.begin("ended")
    teletype = room.exback("step", "your-story")
    teletype.see(room.words("ended"))
    teletype.press("friday 12 may", ENTER)
    teletype.see("12 May 2025 is a Monday.", "friday 12 may")
    assert "ended" not in room.run.answers
