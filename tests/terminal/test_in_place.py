"""Terminals without an alternate screen that works: no page stays in them, and the first page says what may."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from support.teletype import CTRL_C, CTRL_D, CTRL_Q, CTRL_X_CTRL_E, ENTER, EXBACK, environment, squeezed
from support.trouble import until
from terminal.conftest import Room

from exback.screen.terminal.in_place import PATIENCE, STAYS

PRIVATE = "this is very private"
SHELL = "ready> "
BEFORE = "printed before"
NUMBERS = count()


class Multiplexer:
    """A shell in a real terminal multiplexer, whose alternate screen is on or off."""

    def __init__(self, home: Path, *, alternate: bool) -> None:
        self.home = home
        self.folder = home.parent
        self.has_alternate = alternate
        self.name = f"exback-{os.getpid()}-{next(NUMBERS)}"  # the one of the test before may still be ending
        self.variables = {
            **environment(home),
            "PS1": SHELL,
            "ENV": "",
            "HISTFILE": "",
            "SCREENDIR": str(self.folder / "s"),
        }

    def open(self) -> None:
        """Open it with a shell."""
        raise NotImplementedError  # each multiplexer has its own

    def type(self, *keys: str) -> None:
        """Press keys, or type text."""
        raise NotImplementedError  # each multiplexer has its own

    def text(self, *, scrolled: bool) -> str:
        """Return what is on the screen, with all that was scrolled off it if wanted."""
        raise NotImplementedError  # each multiplexer has its own

    def close(self) -> None:
        """End it with all that runs in it."""
        raise NotImplementedError  # each multiplexer has its own

    def run(self, *command: str) -> str:
        """Run a command of the multiplexer, and return what it prints."""
        return subprocess.run(
            command, check=True, capture_output=True, encoding="utf-8", errors="replace", env=self.variables, timeout=20
        ).stdout

    def see(self, words: str) -> None:
        """Wait until words are on the screen."""
        until(lambda: squeezed(words) in squeezed(self.text(scrolled=False)), f"“{words}” is on the screen")

    def start(self, *words: str) -> None:
        """Print something in the shell, and then start exback."""
        self.see(SHELL)
        self.type("clear; printf 'printed%sbefore\\n\\n\\n\\n' ' '", ENTER)
        self.see(BEFORE)
        self.type(f"{shlex.join([*EXBACK, *words])}; echo ended $?", ENTER)

    def ends(self) -> str:
        """Wait until exback has ended, and return all that stays in the terminal."""
        until(lambda: re.search(r"^ended \d", self.text(scrolled=False), re.MULTILINE) is not None, "exback has ended")
        return self.text(scrolled=True)


class Screen(Multiplexer):
    """GNU screen."""

    def open(self) -> None:
        """Open it with a shell."""
        self.variables["SCREENDIR"] = tempfile.mkdtemp(prefix="s-")  # the path of a socket can't be long
        (self.folder / "rc").write_text(f"altscreen {'on' if self.has_alternate else 'off'}\nstartup_message off\n")
        self.run("screen", "-U", "-c", str(self.folder / "rc"), "-h", "500", "-S", self.name, "-dm", "/bin/sh", "-i")

    def type(self, *keys: str) -> None:
        """Press keys, or type text."""
        for key in keys:
            quoted = key.replace("\\", "\\\\").replace("$", "\\$")
            until(partial(self._does, "stuff", quoted), "screen has taken the keys")

    def text(self, *, scrolled: bool) -> str:
        """Return what is on the screen, or all that is to be scrolled to."""
        copy = self.folder / "hardcopy"
        copy.unlink(missing_ok=True)

        def is_written() -> bool:
            self._does("hardcopy", *(["-h"] if scrolled else []), str(copy))
            return copy.exists()

        until(is_written, "screen has written the copy")
        return copy.read_text(encoding="utf-8", errors="replace")

    def _does(self, *command: str) -> bool:
        """Whether it carries out a command. It takes none while it's busy with another."""
        with suppress(subprocess.CalledProcessError):
            self.run("screen", "-S", self.name, "-p", "0", "-X", *command)
            return True
        return False

    def close(self) -> None:
        """End it with all that runs in it."""
        self._does("quit")
        shutil.rmtree(self.variables["SCREENDIR"], ignore_errors=True)


class Tmux(Multiplexer):
    """tmux."""

    def open(self) -> None:
        """Open it with a shell."""
        alternate = "on" if self.has_alternate else "off"
        self.run(
            *("tmux", "-L", self.name, "-f", "/dev/null", "new", "-d", "-x", "80", "-y", "24", "/bin/sh", "-i", ";"),
            *("set", "-g", "alternate-screen", alternate),
        )

    def type(self, *keys: str) -> None:
        """Press keys, or type text."""
        for key in keys:
            self.run("tmux", "-L", self.name, "send-keys", "-l", key.replace(";", "\\;") if key == ";" else key)

    def text(self, *, scrolled: bool) -> str:
        """Return what is on the screen, or all that is to be scrolled to."""
        return self.run("tmux", "-L", self.name, "capture-pane", "-p", *(["-S", "-"] if scrolled else []))

    def close(self) -> None:
        """End it with all that runs in it."""
        with suppress(subprocess.CalledProcessError):
            self.run("tmux", "-L", self.name, "kill-server")


@pytest.fixture(params=[Screen, Tmux], ids=["screen", "tmux"])
def kind(request: pytest.FixtureRequest) -> type[Multiplexer]:
    """Each multiplexer that is installed."""
    kind: type[Multiplexer] = request.param
    if shutil.which(kind.__name__.lower()) is None:
        pytest.skip(f"{kind.__name__.lower()} is not installed")  # CI installs both, and lets nothing be skipped
    return kind


@pytest.fixture
def without(kind: type[Multiplexer], home: Path) -> Iterator[Multiplexer]:
    """A multiplexer with its alternate screen off."""
    multiplexer = kind(home, alternate=False)
    multiplexer.open()
    yield multiplexer
    multiplexer.close()


def write_letter(terminal: Multiplexer) -> None:
    """Open a letter, and write a private line."""
    terminal.start("letter")
    terminal.see(STAYS)
    terminal.see("Which letter would you like to write?")
    terminal.type(ENTER)
    terminal.see("Write to them as if")
    terminal.type(ENTER)
    terminal.see("Write your letter.")
    terminal.type(f"Dear J, {PRIVATE}")
    terminal.see(PRIVATE)


@pytest.mark.fault(79)
@pytest.mark.parametrize("key", [CTRL_C, CTRL_Q], ids=["ctrl-c", "ctrl-q"])
def test_no_page_stays_after_leaving(without: Multiplexer, key: str) -> None:
    """Neither the letter nor the pages before it can be scrolled back to. What was there before stays, but for Ctrl-Q."""
    write_letter(without)
    without.type(key)
    left = without.ends()
    assert PRIVATE not in left
    assert not any(words in left for words in ("Write your letter", "Write to them as if", "Always open"))
    assert (BEFORE in left) is (key == CTRL_C)


@pytest.mark.fault(79)
def test_a_burnt_letter_does_not_stay(without: Multiplexer) -> None:
    """Page after page until the step is done."""
    write_letter(without)
    without.type(CTRL_D)
    without.see("What do you want to do with it?")
    without.type("\x1b[B", "\x1b[B", ENTER)
    without.see("This is what you said.")
    without.type(CTRL_C)
    left = without.ends()
    assert PRIVATE not in left
    assert "Burn it" not in left


@pytest.mark.fault(79)
def test_what_an_editor_leaves_is_wiped_off(without: Multiplexer) -> None:
    """Its last screen isn't scrolled out of the way, as the shell's lines were."""
    without.type("export EDITOR=cat", ENTER)
    write_letter(without)
    without.type(CTRL_X_CTRL_E)
    without.see("closed without a change")
    without.type(CTRL_C)
    assert PRIVATE not in without.ends()


@pytest.mark.fault(79)
def test_pages_that_are_only_read_say_it_too(without: Multiplexer) -> None:
    """At their foot, and none of them stays."""
    without.type("export NO_COLOR=1", ENTER)
    without.start("insights")
    until(lambda: "q to leave" in without.text(scrolled=False), "the pager is open")
    assert squeezed(STAYS) in squeezed(without.text(scrolled=False))
    without.type("q")
    assert "q to leave" not in without.ends()


@pytest.mark.fault(79)
def test_where_the_alternate_screen_works_nothing_is_said(kind: type[Multiplexer], home: Path) -> None:
    """In the same multiplexer with its alternate screen on: the page has no sentence about it."""
    multiplexer = kind(home, alternate=True)
    multiplexer.open()
    try:
        multiplexer.start("letter")
        multiplexer.see("Which letter would you like to write?")
        assert squeezed(STAYS) not in squeezed(multiplexer.text(scrolled=False))
        multiplexer.type(CTRL_C)
        left = multiplexer.ends()
        assert "Which letter would you like to write?" not in left
        assert BEFORE in left
    finally:
        multiplexer.close()


@pytest.mark.fault(79)
@pytest.mark.parametrize("term", ["linux", "vt100"])
def test_a_terminal_that_knows_none_is_drawn_in_place(room: Room, term: str) -> None:
    """Nothing clears the whole screen at once, which would scroll it, and keys typed during the trial aren't lost."""
    room.begin("name")
    teletype = room.exback("step", "your-story", TERM=term)
    teletype.wait(lambda: b"\x1b[6n" in teletype.raw, "for the trial")
    teletype.see(STAYS, room.words("name"))
    teletype.press("Jo", ENTER)
    teletype.see(room.words("who-ended"))
    assert not teletype.shows(STAYS)
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert teletype.screen() == ""
    assert b"\x1b[2J" not in teletype.raw
    assert b"\x1b[J" not in teletype.raw
    assert PATIENCE < 1


@pytest.mark.fault(79)
@pytest.mark.parametrize("term", ["xterm-256color", "of-tomorrow"])
def test_a_terminal_without_a_doubt_is_asked_nothing(wide_room: Room, term: str) -> None:
    """No answer can come late from it. One that terminfo doesn't know is new."""
    wide_room.begin("name")
    teletype = wide_room.exback("step", "your-story", TERM=term)
    teletype.see(wide_room.words("name"))
    assert b"\x1b[6n" not in teletype.raw
    assert not teletype.shows(STAYS)
