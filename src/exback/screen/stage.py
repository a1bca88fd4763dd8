"""The terminal itself, from the first page to the last: its second screen, its signals, and how it is given back.

Whatever ends a sitting, the terminal is left as it was found: the first screen, its own line editing, no word on it.
"""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.output import Output

from exback.screen.ascii import shows_only_ascii, to_ascii
from exback.screen.field import SIGNALLED

if sys.platform != "win32":
    import termios

WIPED = "\x1b[H\x1b[2J\x1b[3J"
"""Clears a screen, and with its last part what was scrolled past."""


class Stage:
    """A terminal on which pages are shown. `clears` says that nothing may be left to see on its first screen either."""

    def __init__(self, input: Input, output: Output) -> None:  # noqa: A002  # as prompt_toolkit calls it
        self.input = input
        self.output = output
        self.clears = False
        self._open, self._close = output.enter_alternate_screen, output.quit_alternate_screen
        # A full-screen prompt enters and leaves the alternate screen on its own; between two pages that
        # would show what lies behind. It is entered once, below.
        output.enter_alternate_screen = _stay  # type: ignore[method-assign]  # no option for it
        output.quit_alternate_screen = _stay  # type: ignore[method-assign]  # no option for it
        if shows_only_ascii(os.environ):
            write = output.write
            output.write = lambda data: write(to_ascii(data))  # type: ignore[method-assign]  # no option for it
        self._before: Any = None

    def enter(self) -> None:
        """Turn to the second screen."""
        if sys.platform != "win32":
            self._before = termios.tcgetattr(self.input.fileno())
        self._heed_signals()
        self._open()
        self.output.flush()

    def leave(self) -> None:
        """Give the terminal back. Ctrl-C pressed meanwhile must not leave it half given back."""
        self._ignore_signals()
        self.output.erase_screen()
        self._close()
        if self.clears:
            self.output.write_raw(WIPED)
        self.output.flush()
        if sys.platform != "win32":
            termios.tcsetattr(self.input.fileno(), termios.TCSANOW, self._before)

    def run(self, application: Application[Any]) -> object:
        """Let a prompt run to its end and give what it gave."""
        try:
            return application.run()
        finally:
            self._heed_signals()  # its event loop has put the system's own handlers in their place

    def forget_early_keys(self) -> None:
        """Drop what was typed before a page stood there: it was meant for another one."""
        clear_typeahead(self.input)
        if sys.platform != "win32":
            termios.tcflush(self.input.fileno(), termios.TCIFLUSH)

    def sleep(self) -> None:
        """Stop until the shell's fg, with the first screen shown meanwhile and nothing private on it."""
        if sys.platform == "win32":
            return
        self._close()
        self.output.flush()
        os.kill(0, signal.SIGTSTP)
        self.show_again()

    def show_again(self) -> None:
        """Turn to the second screen once more, after another program may have left it."""
        self._open()
        self.output.flush()

    def _heed_signals(self) -> None:
        """Between two pages nothing is unsaved: end there as an exit does, which gives the terminal back."""
        if sys.platform != "win32":
            for number in (signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, _end)

    def _ignore_signals(self) -> None:
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), signal.SIG_IGN)


def _end(number: int, frame: FrameType | None) -> None:
    raise SystemExit(SIGNALLED + number)


def _stay() -> None:
    return
