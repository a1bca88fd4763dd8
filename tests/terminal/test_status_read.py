"""A status longer than the window is read from its first line, and left like any page."""

from __future__ import annotations

import pytest
from support.lives import LIFE
from support.person import Clock, Person
from support.teletype import CTRL_C
from terminal.conftest import Room

TITLE = "Where you are"


@pytest.fixture
def ruled(room: Room) -> Room:
    """The window of someone on day 12 with a check-in: at 40 columns their status takes 26 rows."""
    person = Person(room.program, Clock(), room.home)
    for step in ("your-story", "why-space", "contact-rule"):
        person.answers(step, dict(LIFE[step]))
    person.clock.forward(days=12)
    person.answers("coming-back", {"contact": "no", "then": "not-now"})
    person.answers("check-in", dict(LIFE["check-in"]))
    room.now = person.clock()
    return room


def test_what_fits_is_printed_and_done(ruled: Room) -> None:
    """A status that fits is printed, asks nothing, and stays in the window."""
    ruled.size = (ruled.size[0], 26 if ruled.size[0] == 40 else 24)
    teletype = ruled.exback("status")
    assert teletype.exit_code() == 0
    assert b"\x1b[?1049h" not in teletype.raw
    assert "Day 12 of 30." in teletype.screen()


@pytest.mark.parametrize(("key", "code"), [("q", 0), (CTRL_C, 130)])
def test_what_does_not_fit_is_read_from_its_head(ruled: Room, key: str, code: int) -> None:
    """The first lines are in view, and the footer says that there is more."""
    ruled.size = (ruled.size[0], 16)
    teletype = ruled.exback("status")
    teletype.see(TITLE, "more below", "Day 12 of 30.", "q to leave")
    assert teletype.glass.in_alternate
    teletype.press("G")
    teletype.see("you wrote")
    teletype.press(key)
    assert teletype.exit_code() == code
    assert not teletype.glass.in_alternate
    assert teletype.glass.outside.strip() == ""


def test_plain_lines_are_printed_whatever_the_window(ruled: Room) -> None:
    """In plain lines everything is printed: a screen reader reads on by itself."""
    ruled.size = (40, 10)
    teletype = ruled.exback("status", "--plain")
    assert teletype.exit_code() == 0
    assert b"\x1b[?1049h" not in teletype.raw
