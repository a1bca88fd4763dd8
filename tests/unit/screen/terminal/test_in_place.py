"""How it's found out whether a terminal has an alternate screen that works, and how pages are wiped off one that has none."""

from __future__ import annotations

import io
import os
import pty
import sys
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input.typeahead import get_typeahead
from prompt_toolkit.output.vt100 import Vt100_Output

from exback.screen.terminal import in_place
from exback.screen.terminal.in_place import TRIAL, clear_scrollback, draw_in_place, is_doubtful, try_alternate_screen
from exback.screen.terminal.keyboard import open_input

DOUBTFUL = {"TERM": "tmux-256color"}


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-kitty"}, False),
        ({"TERM": "xterm-256color", "STY": "1.pts"}, True),
        ({"TERM": "xterm-256color", "TMUX": "/tmp/t,1,0"}, True),
        ({"TERM": "screen.linux"}, True),
        ({"TERM": "tmux-256color"}, True),
        ({"TERM": "linux"}, True),
        ({"TERM": "of-tomorrow"}, False),
        ({"TERM": "alacritty"}, False),
    ],
)
def test_only_some_terminals_are_doubted(
    environment: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Multiplexers, and those for which terminfo has no alternate screen."""
    monkeypatch.setattr(in_place, "_in_terminfo", lambda name: name != "linux")
    assert is_doubtful(environment) is expected


def output_to(paper: io.StringIO) -> Vt100_Output:
    """Return an output of 5 rows that writes on paper."""
    return Vt100_Output(paper, lambda: Size(rows=5, columns=20), enable_cpr=False)


class Wire:
    """A terminal that answers what it's asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.keyboard, wire = pty.openpty()
        self.source = os.fdopen(wire, encoding="utf-8")
        self._monkeypatch = monkeypatch

    def tried(self, answer: bytes) -> tuple[in_place.Trial, str, str]:
        """Return the result, what was written, and the keys that were typed meanwhile."""
        self._monkeypatch.setattr(sys, "stdin", self.source)  # pytest sets its own before each test
        self._monkeypatch.setattr(sys, "stdout", SimpleNamespace(isatty=lambda: True))
        source, paper = open_input(), io.StringIO()
        with source.raw_mode():
            os.write(self.keyboard, answer)
            trial = try_alternate_screen(source, output_to(paper), DOUBTFUL)
        return trial, paper.getvalue(), "".join(press.data for press in get_typeahead(source))


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Iterator[Wire]:
    """A terminal on standard input."""
    wire = Wire(monkeypatch)
    yield wire
    wire.source.close()
    os.close(wire.keyboard)


@pytest.mark.parametrize(
    ("answer", "works", "line", "keys"),
    [
        (b"\x1b[7;1R\x1b[7;1R", True, 7, ""),
        (b"\x1b[7;1R\x1b[7;2R", False, 7, ""),
        (b"ab\x1b[7;1Rc\x11\x1b[7;2R", False, 7, "abc\x11"),
    ],
    ids=["works", "does not", "keys between"],
)
def test_the_cursor_tells(wire: Wire, answer: bytes, works: bool, line: int, keys: str) -> None:
    """Where it has moved, there was no other screen. Keys that come in between are read later, and no answer is a key."""
    assert wire.tried(answer) == (in_place.Trial(works, line), TRIAL, keys)


def test_a_terminal_that_is_silent_has_none(wire: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for it for long, and what it says late is no text."""
    monkeypatch.setattr(in_place, "PATIENCE", 0.01)
    assert wire.tried(b"a") == (in_place.Trial(works=False), TRIAL, "a")
    assert wire.tried(b"\x1b[7;1R") == (in_place.Trial(works=False, line=7), TRIAL, "")


def test_without_a_terminal_nothing_is_asked() -> None:
    """Tests, and pages that are drawn for a document."""
    paper = io.StringIO()
    assert try_alternate_screen(open_input(), output_to(paper), DOUBTFUL).works
    assert paper.getvalue() == ""


def written(act: Callable[[Vt100_Output], object]) -> str:
    """Return what an output has written after it was used."""
    paper = io.StringIO()
    output = output_to(paper)
    act(output)
    output.flush()
    return paper.getvalue()


def test_lines_are_erased_one_by_one() -> None:
    """Nothing erases the whole screen, and the cursor stays where it was."""

    def act(output: Vt100_Output) -> None:
        draw_in_place(output, 0)
        output.erase_down()
        output.erase_screen()

    text = written(act)
    assert "\x1b[J" not in text
    assert "\x1b[2J" not in text
    assert text.count("\x1b[2K") == 8
    assert text.count("\x1b7") == text.count("\x1b8") == 2


@pytest.mark.parametrize(("line", "newlines"), [(4, 3), (24, 23), (3, 0), (0, 0)])
def test_what_was_on_the_screen_makes_room_once(line: int, newlines: int) -> None:
    """It's scrolled, but for the first line of the urge. Afterwards nothing is: an editor may have left a letter there."""

    def act(output: Vt100_Output) -> None:
        open_screen, _ = draw_in_place(output, line)
        open_screen()
        open_screen()

    assert written(act).count("\n") == newlines


def test_in_gnu_screen_the_scrollback_is_pushed_out() -> None:
    """It knows no sequence that clears it. Others do."""
    assert written(lambda output: clear_scrollback(output, {"STY": "1.pts"})).count("\n") == in_place.MOST_LINES
    assert written(lambda output: clear_scrollback(output, {})) == "\x1b[H\x1b[2J\x1b[3J"
