"""The map of steps and the studies are read in the pager where they don't fit the window, and printed where they do."""

from __future__ import annotations

import pytest
from support.teletype import CTRL_C
from terminal.conftest import Room

WORDS = (("why",), ("step",))
ALTERNATE = b"\x1b[?1049h"
TALL = 400
"""More rows than either has at 40 columns."""


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize(("key", "code"), [("q", 0), (CTRL_C, 130)])
def test_what_does_not_fit_is_read_from_its_head(room: Room, words: tuple[str, ...], key: str, code: int) -> None:
    """The first lines are in sight, the foot says how to leave, and nothing of it stays in the window."""
    teletype = room.exback(*words)
    teletype.see("more below", "q to leave")
    assert teletype.glass.in_alternate
    teletype.press("G")
    teletype.see_no("more below")
    teletype.press(key)
    assert teletype.exit_code() == code
    assert not teletype.glass.in_alternate
    assert teletype.glass.outside.strip() == ""


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("plain", [(), ("--plain",)])
def test_what_fits_is_printed(room: Room, words: tuple[str, ...], plain: tuple[str, ...]) -> None:
    """So are plain lines, whatever the window: a screen reader reads on by itself."""
    room.size = (room.size[0], 24 if plain else TALL)
    teletype = room.exback(*words, *plain)
    assert teletype.exit_code() == 0
    assert ALTERNATE not in teletype.raw
