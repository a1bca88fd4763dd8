"""The terminal itself, from the first page to the last: its second screen, its signals, and how it is given back.

Whatever ends a sitting, the terminal is left as it was found: the first screen, its own line editing, no word on it.
Signals get through only while a page is up, where they are events like keys. Raised as exceptions between two pages
they would strike anywhere, also where Python can only print them.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import get_typeahead
from prompt_toolkit.output import Output

from exback.interrupt import SIGNALLED
from exback.screen.ascii import shows_only_ascii, to_ascii
from exback.signals import ENDING, hold_back, let_through

if sys.platform != "win32":
    import fcntl
    import termios


CTRL_C = "\x03"
LOCAL = 3  # the place of the flags for echo and line editing among the settings of a terminal
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
        hold_back()
        if sys.platform != "win32":
            self._before = termios.tcgetattr(self.input.fileno())
        self._hush()
        self._open()
        self.output.flush()

    def leave(self) -> None:
        """Give the terminal back."""
        self.output.erase_screen()
        self._close()
        if self.clears:
            self.output.write_raw(WIPED)
        self.output.flush()
        self._as_found()
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # somebody who leaves may press Ctrl-C once more
        let_through()

    def run(self, application: Application[Any], left: Callable[[], None], ended: Callable[[int], None]) -> object:
        """Let a prompt run to its end and give what it gave.

        `left` is called at Ctrl-C that comes as a signal, `ended` with the exit code at a signal that ends exback.
        """
        return asyncio.run(self._runs(application, left, ended))

    async def _runs(
        self, application: Application[Any], left: Callable[[], None], ended: Callable[[int], None]
    ) -> object:
        if sys.platform == "win32":
            return await application.run_async()
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGINT, left)
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, ended, SIGNALLED + number)
        let_through()
        try:
            return await application.run_async(handle_sigint=False)
        finally:
            hold_back()
            for number in ENDING:  # a loop that closes with handlers in it chokes on a signal meanwhile
                loop.remove_signal_handler(number)

    def forget_early_keys(self) -> None:
        """Drop what was typed before a page stood there: it was meant for another one. Raises KeyboardInterrupt at Ctrl-C.

        A paste that is cut off so has no end, and the parser would wait for it, deaf to every key.
        """
        early = "".join(key.data for key in get_typeahead(self.input)) + self._unread()
        parser = getattr(self.input, "vt100_parser", None)  # a Windows console has none
        if parser is not None:
            parser.reset()
        if CTRL_C in early:
            raise KeyboardInterrupt

    def _unread(self) -> str:
        if sys.platform == "win32":
            return ""
        waiting = array("i", [0])
        fcntl.ioctl(self.input.fileno(), termios.FIONREAD, waiting)
        return os.read(self.input.fileno(), waiting[0]).decode("latin-1") if waiting[0] else ""

    def sleep(self) -> None:
        """Stop until the shell's fg, with the first screen shown meanwhile and nothing private on it."""
        if sys.platform == "win32":
            return
        self._close()
        self.output.flush()
        with self.lent():
            os.kill(0, signal.SIGTSTP)

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Let another program have the terminal as it was found, and take it back onto the second screen."""
        self._as_found()
        try:
            yield
        finally:
            self._hush()
            self._open()
            self.output.flush()

    def _as_found(self) -> None:
        if sys.platform != "win32":
            termios.tcsetattr(self.input.fileno(), termios.TCSANOW, self._before)

    def _hush(self) -> None:
        """Let keys that are pressed between two pages not appear on the next one; Ctrl-C still ends."""
        if sys.platform != "win32":
            hushed = [*self._before]
            hushed[LOCAL] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(self.input.fileno(), termios.TCSANOW, hushed)


def _stay() -> None:
    return
