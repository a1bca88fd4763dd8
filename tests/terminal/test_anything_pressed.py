"""Random keys, pastes, resizes and signals on the real program, drawn from a seed.

In CI a few short slices; `make deep` runs for ten minutes. After each slice the file loads, no traceback was ever on
the screen, and every text that was typed and left alone is in the file.
"""

from __future__ import annotations

import os
import signal
import time
from random import Random

import pytest
from support.teletype import (
    ALT_ENTER,
    BACKSPACE,
    CTRL_C,
    CTRL_D,
    CTRL_Q,
    CTRL_X_CTRL_E,
    DOWN,
    ENTER,
    F1,
    PAGE_DOWN,
    PAGE_UP,
    PATIENCE,
    SHIFT_TAB,
    SPACE,
    UP,
    Teletype,
)
from terminal.conftest import Room

from exback.store import Store

DEEP = bool(os.environ.get("EXBACK_DEEP"))
SLICES = 40 if DEEP else 6
SECONDS = 15 if DEEP else 5
WORDS = (("step", "your-story"), (), ("urge",), ("checkin",), ("letter",), ("contact",))
ENDS = {0, 129, 130, 143}
ECHO = 0.7
"""Seconds within which a letter that was typed into a field stands on the screen."""

KEYS = (
    *(ENTER, ENTER, ENTER, SPACE, UP, DOWN, SHIFT_TAB, F1, F1, "?", PAGE_DOWN, PAGE_UP, BACKSPACE, CTRL_D, ALT_ENTER),
    *("y", "n", "7", "two days ago", "\t", "\x01", "\x0b", "\x14", "\x1b", "\x1bb", "\x00", "\x12", CTRL_X_CTRL_E),
)
RAW = (b"\x1b[31m", b"\x1b]0;t\x07", b"\xff\xfe", b"\x1b[999;999H", b"\x1b[<0;1;1M", b"\xe2\x80\xae", b"\x1bP+q\x1b\\")
PASTE = "\x1b[200~{}\x1b[201~"
RUDE = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Storm:
    """One slice: a program that is restarted whenever it ends, and what must be in the file at the end."""

    def __init__(self, room: Room, number: int) -> None:
        self.room = room
        self.rng = Random(number)
        self.teletype = self._start()
        self.still = 0
        self.starts = 1

    def blows(self, seconds: float) -> None:
        """Do one thing after another."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self._does()
            self.teletype.listens()
            if self.teletype.has_ended:
                self._ended()
                self.teletype, self.starts = self._start(), self.starts + 1
        self._leaves()
        self._ended()

    def _leaves(self) -> None:
        """Leave. Whoever looks around in the demo comes to the first page again, and leaves that too."""
        applications = self.teletype.glass.prompts
        self.teletype.press(CTRL_C)
        self.teletype.wait(
            lambda: self.teletype.has_ended or self.teletype.glass.prompts > applications,
            "for the end or the first page",
        )
        if not self.teletype.has_ended:
            self.teletype.press(CTRL_C)

    def _start(self) -> Teletype:
        """Start a command, and wait for its first page; tests/faults tries what can happen before it."""
        teletype = self.room.real_exback(*self.rng.choice(WORDS), EDITOR="true")
        teletype.wait(lambda: teletype.glass.prompts > 0, "for the first page")
        return teletype

    def _does(self) -> None:
        match self.rng.choices(("key", "raw", "paste", "resize", "signal", "leave", "type"), (30, 6, 3, 5, 2, 1, 8))[0]:
            case "key":
                self.teletype.press(self.rng.choice(KEYS))
            case "raw":
                self.teletype.send(self.rng.choice(RAW))
            case "paste":
                self.teletype.press(PASTE.format("pasted words\n" * self.rng.randrange(1, 200)))
            case "resize":
                self.teletype.resize(self.rng.randrange(1, 120), self.rng.randrange(1, 50))
            case "signal":
                self.teletype.send_signal(self.rng.choice(RUDE))
            case "leave":
                self.teletype.press(self.rng.choice((CTRL_C, CTRL_Q)))
            case "type":
                self._types_and_rests()

    def _types_and_rests(self) -> None:
        """Type a word into a field, and wait until it is in the file. Fails when it never is."""
        word = f"w{self.rng.randrange(10**6)}"
        self.teletype.resize(80, 24)
        self.teletype.press(word)
        if not self.teletype.comes(word, ECHO):
            return
        until = time.monotonic() + PATIENCE
        while not self._holds(word):
            if self.teletype.has_ended or not self.teletype.shows(word):
                return  # something done before has reached the page only now
            assert time.monotonic() < until, f"“{word}” was left still and is not in the file\n{self.teletype.screen()}"
            self.teletype.listens()
        self.still += 1

    def _holds(self, word: str) -> bool:
        path = self.room.store.path
        return path.exists() and word in path.read_text(encoding="utf-8")

    def _ended(self) -> None:
        assert self.teletype.exit_code() in ENDS, self.teletype.screen()
        said = bytes(self.teletype.raw).decode("utf-8", "replace")
        assert "Traceback" not in said, said[said.index("Traceback") :]
        assert "Exception" not in said, said[-2000:]
        assert not self.teletype.glass.in_alternate
        assert self.teletype.is_line_editing()
        Store(self.room.home).load()


@pytest.mark.parametrize("number", range(SLICES))
def test_after_any_storm_the_file_is_whole_and_every_still_word_in_it(wide_room: Room, number: int) -> None:
    """Whatever is pressed, pasted, resized and signalled, nothing breaks, and no settled word is lost."""
    storm = Storm(wide_room, number)
    storm.blows(SECONDS)
    print(f"slice {number}: {storm.starts} starts, {storm.still} still words, all kept")
