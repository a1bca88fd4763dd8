"""Draw a page of the full screen, as a terminal of some size would show it, without a child and without waiting.

The real front end runs in this process. Its input is a pseudo-terminal, its output an emulated screen. What is looked at
is what it shows once the last key was handled.
"""

from __future__ import annotations

import os
import pty
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import cache
from io import StringIO
from types import SimpleNamespace
from unittest.mock import patch

import pyte
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input.vt100 import Vt100Input
from prompt_toolkit.key_binding.defaults import load_key_bindings
from prompt_toolkit.output.vt100 import Vt100_Output
from support.gallery import Shown, noon

from exback.engine.view import Leave
from exback.screen.terminal.application import SessionApplication
from exback.screen.terminal.front import Terminal
from exback.screen.terminal.sheets import Sheet
from exback.signals import ENDING, held_back

WITHOUT_COLOUR = {"NO_COLOR": "1", "LANG": "C.UTF-8", "LC_ALL": "", "LC_CTYPE": ""}
ASCII = {**WITHOUT_COLOUR, "LANG": "C"}
load_keys_once = cache(load_key_bindings)
"""The keys of prompt_toolkit itself, which it would load for every page, and which takes longer than to draw one."""
INTO_A_BREATH = 2.5
"""Seconds after its beginning at which a timer is looked at."""


class Paper(StringIO):
    """The output of a front end. Presses a key whenever a page was drawn, and shows nothing more when no key is left."""

    encoding = "utf-8"

    def __init__(self, screen: pyte.Screen, keys: tuple[str, ...], keyboard: int) -> None:
        super().__init__()
        self.screen = screen
        self._stream = pyte.Stream(screen)
        self._keys = list(keys)
        self._keyboard = keyboard
        self._frames = 0
        self._is_seen = False
        self.application: SessionApplication | None = None
        self.frames: list[str] | None = None  # everything that was shown, if it's wanted

    def write(self, data: str) -> int:
        """Show what is written."""
        if not self._is_seen:
            self._stream.feed(data)
        return len(data)

    def flush(self) -> None:
        """Look at what was drawn, and press the next key."""
        application = self.application
        if application is None or application.is_done or application.render_counter == self._frames:
            return
        self._frames = application.render_counter
        if self.frames is not None:
            self.frames.append("\n".join(lines_of(self.screen)))
        if self._keys:
            os.write(self._keyboard, self._keys.pop(0).encode())
        else:
            self._is_seen = True
            application.exit(result=Leave())


def drawn(shown: Shown, today: date, columns: int, variables: Mapping[str, str] = WITHOUT_COLOUR) -> pyte.Screen:
    """Return the screen of a window with a page on it, its keys pressed one after the other."""
    with (
        window(columns, shown.rows, shown.keys, variables) as paper,
        Terminal(lambda: noon(shown.today or today)) as terminal,
    ):
        paper.application = terminal.application
        terminal.ask(shown.view, lambda _: None)
    return paper.screen


def frames(shown: Shown, today: date, columns: int) -> list[str]:
    """Return all that a window with a page on it shows, one after the other, as its keys are pressed."""
    with window(columns, shown.rows, shown.keys, WITHOUT_COLOUR) as paper, Terminal(lambda: noon(today)) as terminal:
        paper.application, paper.frames = terminal.application, []
        terminal.ask(shown.view, lambda _: None)
    return paper.frames


def turned(
    title: str, sheets: Sequence[Sheet], today: date, columns: int, rows: int = 24, keys: tuple[str, ...] = ()
) -> pyte.Screen:
    """Return the screen of a window in which sheets are read, with keys pressed one after the other."""
    with window(columns, rows, keys, WITHOUT_COLOUR) as paper, Terminal(lambda: noon(today)) as terminal:
        paper.application = terminal.application
        terminal.read(title, sheets)
    return paper.screen


@contextmanager
def window(columns: int, rows: int, keys: tuple[str, ...], variables: Mapping[str, str]) -> Iterator[Paper]:
    """Give a window of its own to a Terminal that is made within the block, and press its keys."""
    with ExitStack() as stack:
        keyboard, wire = pty.openpty()
        stack.callback(os.close, keyboard)
        source = stack.enter_context(os.fdopen(wire, encoding="utf-8"))
        paper = Paper(pyte.Screen(columns, rows), keys, keyboard)
        output = Vt100_Output(
            paper, lambda: Size(rows=rows, columns=columns), term="xterm-256color", enable_bell=False, enable_cpr=False
        )
        stack.enter_context(patch.dict(os.environ, variables))
        stack.enter_context(patch("exback.screen.terminal.front.open_input", lambda: Vt100Input(source)))
        stack.enter_context(patch("exback.screen.terminal.front.create_output", lambda: output))
        stack.enter_context(patch("prompt_toolkit.application.application.load_key_bindings", load_keys_once))
        stack.enter_context(_signals_kept())
        stack.enter_context(patch("exback.screen.terminal.timer.time", SimpleNamespace(monotonic=_seconds().__next__)))
        yield paper


def lines_of(screen: pyte.Screen) -> list[str]:
    """Return a screen as lines of text, as many as it has rows."""
    return [line.rstrip() for line in screen.display]


def _seconds() -> Iterator[float]:
    """Yield the seconds of a clock that is asked when a timer begins, and stands still from then on."""
    yield 0.0
    while True:
        yield INTO_A_BREATH


@contextmanager
def _signals_kept() -> Iterator[None]:
    """Restore what happens at signals, so that what a front end does to them ends with the page."""
    kept = {number: signal.getsignal(number) for number in ENDING}
    with held_back():  # which also restores what the front end does to the mask
        try:
            yield
        finally:
            for number, handler in kept.items():
                signal.signal(number, handler)
