"""Reading the journal on the alternate screen, at two widths, through a real pty."""

from __future__ import annotations

import shlex
import signal
import sys

import pytest
from support.lives import LIFE
from support.person import Clock, Person
from support.teletype import CTRL_C, CTRL_G, CTRL_Q, CTRL_Z, ENTER, F1, PAGE_DOWN, PAGE_UP, SPACE, UP, Teletype
from terminal.conftest import Room

from exback.screen.terminal.pager import NOTHING_FOUND

ESCAPE, HOME, END = "\x1b", "\x1b[H", "\x1b[F"
LETTERS = 12
FIRST = "Dear J., the café was closed."
WIPES_SCROLLBACK = b"\x1b[3J"


@pytest.fixture
def journal(room: Room) -> Teletype:
    """The journal of someone who told their story and wrote twelve letters, the newest in view."""
    write(room)
    teletype = room.exback("journal")
    teletype.see("Your journal", f"This is letter {LETTERS}.")
    return teletype


def write(room: Room) -> None:
    """Put a story and twelve letters into the file."""
    person = Person(room.program, Clock(), room.home)
    person.answers("your-story", dict(LIFE["your-story"]))
    person.answers("the-whole-story", dict(LIFE["the-whole-story"]))
    person.answers("letter", {"to": "them", "letter": FIRST, "fate": "keep"})
    for number in range(2, LETTERS + 1):
        person.answers("letter", {"to": "them", "letter": f"This is letter {number}.", "fate": "keep"})
    room.now = person.clock()


def gone(teletype: Teletype, code: int) -> None:
    """Wait for the end, with nothing left of what was read."""
    assert teletype.exit_code() == code
    assert not teletype.glass.in_alternate
    assert teletype.screen() == ""
    assert teletype.glass.outside.strip() == ""


def test_turning_the_pages(journal: Teletype) -> None:
    """The keys go a page down or up, to the end, to the beginning, and a line at a time."""
    journal.press(PAGE_DOWN)
    journal.see_no(f"letter {LETTERS}.")
    journal.press(PAGE_UP)
    journal.see(f"letter {LETTERS}.")
    journal.press(END)
    journal.see("to sleep again")
    journal.press(UP * 3, SPACE)
    journal.see("to sleep again")
    journal.press(HOME)
    journal.see(f"letter {LETTERS}.", "1 of 15")
    journal.press("jjjjjj")
    journal.see("2 of 15")
    journal.press("kkk", "q")
    gone(journal, 0)


@pytest.mark.parametrize("key", [F1, CTRL_G, "?"], ids=["F1", "Ctrl-G", "question mark"])
def test_help_keeps_the_place(journal: Teletype, key: str) -> None:
    """All keys are shown in place of the text, nothing can be opened there, and the text comes back where it was."""
    journal.press("jjjjjj")
    journal.see("2 of 15")
    journal.press(key)
    journal.see("the keys", "F1 or Ctrl-G closes this")
    journal.see_no("letter 11.")
    journal.press(ENTER, key)
    journal.see("2 of 15", "letter 11.")
    journal.press("q")
    gone(journal, 0)


def test_searching(journal: Teletype) -> None:
    """The search ignores case and accents; n goes on, N back, and letters typed into it are letters."""
    journal.press("/")
    journal.see("Search:")
    journal.press("cafe WAS", ENTER)
    journal.see("the café was closed")
    assert b"\x1b[0;7m" in journal.raw
    journal.press("/", "letter 3", ENTER)
    journal.see("This is letter 3.")
    journal.press("/", "qnN", ENTER)
    journal.see(NOTHING_FOUND)
    journal.press("/", "abc", ESCAPE)
    journal.see_no("Search:")
    journal.press("g", "/", "This is letter 1", ENTER, "n")
    journal.see("This is letter 11.")
    journal.press("N")
    journal.see("This is letter 12.")
    journal.press("q")
    gone(journal, 0)


@pytest.mark.parametrize(("key", "code"), [("q", 0), (CTRL_C, 130), (CTRL_Q, 0)], ids=["q", "ctrl-c", "ctrl-q"])
def test_leaving(journal: Teletype, key: str, code: int) -> None:
    """Nothing of the journal stays on the screen; Ctrl-Q clears the scrollback as well."""
    journal.press(key)
    gone(journal, code)
    assert (WIPES_SCROLLBACK in journal.raw) == (key == CTRL_Q)


def test_ctrl_q_leaves_from_a_search_too(journal: Teletype) -> None:
    """Ctrl-Q leaves while a search is being typed."""
    journal.press("/", "somebody comes in")
    journal.see("somebody comes in")
    journal.press(CTRL_Q)
    gone(journal, 0)
    assert WIPES_SCROLLBACK in journal.raw


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["sigterm", "sighup"])
def test_being_ended_from_outside(journal: Teletype, number: int, code: int) -> None:
    """A shutdown leaves the terminal as it was before."""
    journal.send_signal(number)
    gone(journal, code)


def test_a_window_that_changes_its_size(journal: Teletype) -> None:
    """The page is redrawn with the same entry at the top."""
    journal.press("/", "letter 6", ENTER)
    journal.see("This is letter 6.")
    for columns, rows in ((30, 16), (100, 30), (80, 24)):
        journal.resize(columns, rows)
        journal.see("letter 6.")
    journal.resize(20, 6)
    journal.see("Your journal", "q to leave")
    journal.press("q")
    assert journal.exit_code() == 0


def test_opening_changing_and_deleting(journal: Teletype, room: Room) -> None:
    """An entry is opened from a search; another is opened alone, changed in its step, and deleted."""
    journal.press("/", "letter 7", ENTER, ENTER)
    journal.see("Which entry?")
    journal.press(CTRL_C)
    gone(journal, 130)

    alone = room.exback("journal", "letter 7")
    alone.see("This is letter 7.", "Enter to open")
    alone.press(ENTER)
    alone.see("What now?", "Change it")
    alone.press(ENTER)
    alone.see("Enter", "new line", "Ctrl-D")
    alone.press(" And more.", "\x04")
    alone.see("This is what you said.")
    alone.press(ENTER)
    alone.see("You got it written down, and they won't read it.")
    alone.press(PAGE_DOWN, ENTER)
    alone.see("Enter to open", "And more.")
    alone.press(ENTER)
    alone.see("What now?", "it said:")
    alone.press("\x1b[B\x1b[B", ENTER)
    alone.see("Really delete it?", "› …")
    alone.press(ENTER)
    alone.see("Please choose one of these.")
    alone.press("\x1b[B\x1b[B", ENTER)
    assert alone.exit_code() == 0
    kept = room.store.path.read_text(encoding="utf-8")
    assert "letter 7" not in kept
    assert "letter 8" in kept


def test_ctrl_z_suspends_and_comes_back_to_the_same_page(wide_room: Room) -> None:
    """Ctrl-Z gives the shell back without a private word on it; fg shows the page again."""
    write(wide_room)
    shell = wide_room.start("/bin/sh", "-i", PS1="ready> ", ENV="")
    shell.see("ready>")
    shell.press(shlex.join(wide_room.command("journal")), ENTER)
    shell.see("Your journal")
    shell.press(CTRL_Z)
    shell.wait(lambda: shell.screen().rstrip().endswith("ready>"), "for the shell")
    assert not shell.shows("letter 12")
    shell.press("fg", ENTER)
    shell.see("Your journal", "letter 12")
    shell.press("q")
    shell.wait(lambda: not shell.glass.in_alternate, "for the normal screen")
    assert "letter 12" not in shell.glass.outside


PAGE = """
from exback.screen.terminal.front import page_through
left = page_through("A page", lambda width: "\\n".join(f"line {n} of {width}" for n in range(90)))
print("left", left.interrupted)
"""


def test_any_long_page_can_be_read_so(room: Room) -> None:
    """A page without entries has nothing to open, and says where its end is."""
    teletype = room.start(sys.executable, "-c", PAGE)
    teletype.see("A page", "more below", f"line 0 of {room.size[0]}")
    assert not teletype.shows("open one")
    teletype.press(ENTER, "G")
    teletype.see("line 89")
    teletype.see_no("more below")
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 0
    assert "left True" in teletype.glass.outside
    assert "line" not in teletype.glass.outside
