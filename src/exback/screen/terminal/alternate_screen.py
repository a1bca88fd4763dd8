"""The terminal itself, from the first page to the last: its second screen, its signals, and how it is given back.

Whatever ends a sitting, the terminal is left as it was found: the first screen, its own line editing, no word on it.
A signal is remembered whenever it comes. While a page is up it's an event like a key; else it's heeded before the next
page is drawn. Raised as an exception it could strike anywhere, also where Python can only print it.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import get_typeahead
from prompt_toolkit.output import Output

from exback.errors import Hidden, Interrupted
from exback.screen.ascii import shows_only_ascii, to_ascii
from exback.screen.terminal import flow_control
from exback.screen.terminal.flow_control import CONTROL, INPUT
from exback.signals import ENDING, SIGNALLED, raise_again

if sys.platform != "win32":
    import fcntl
    import termios


CTRL_C, CTRL_Q = "\x03", "\x11"
LOCAL = 3  # the place of the flags for echo and line editing among the settings of a terminal
WIPED = "\x1b[H\x1b[2J\x1b[3J"
"""Clears a screen, and with its last part what was scrolled past."""


class AlternateScreen:
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
        self._handlers: list[tuple[int, Any]] = []
        self._came: int | None = None
        self._wake: Callable[[], None] = _stay

    def enter(self) -> None:
        """Turn to the second screen."""
        raise_again()
        self._handlers = [(number, signal.signal(number, self._remember)) for number in ENDING]
        if sys.platform != "win32":
            self._before = flow_control.found(self.input.fileno())
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
        for number, handler in self._handlers:
            signal.signal(number, handler)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # somebody who leaves may press Ctrl-C once more

    def run(self, application: Application[Any], left: Callable[[], None], ended: Callable[[int], None]) -> object:
        """Let a prompt run to its end and give what it gave.

        `left` is called at Ctrl-C that comes as a signal, `ended` with the exit code at a signal that ends exback. What
        came since the page before is heeded before this one is drawn, as by `heed_the_gap`.
        """
        application.before_render += self._heed_before(application)
        return asyncio.run(self._runs(application, left, ended))

    async def _runs(
        self, application: Application[Any], left: Callable[[], None], ended: Callable[[int], None]
    ) -> object:
        loop = asyncio.get_running_loop()

        def heed() -> None:
            if application.is_done or self._came is None:
                return  # the page is being taken down: the next one heeds it
            came, self._came = self._came, None
            if came == signal.SIGINT:
                left()
            else:
                ended(SIGNALLED + came)

        def wake() -> None:
            loop.call_soon_threadsafe(heed)

        self._wake = wake
        try:
            return await application.run_async(handle_sigint=False)
        finally:
            self._wake = _stay

    def _remember(self, number: int, _frame: FrameType | None) -> None:
        """Be called by Python when a signal has come."""
        if self._came is None or number != signal.SIGINT:  # a shutdown weighs more than Ctrl-C
            self._came = number
        self._wake()

    def _heed_before(self, application: Application[Any]) -> Callable[[object], None]:
        """Return what is called before a page is drawn, and heeds the gap before it is drawn for the first time."""

        def first(_: object) -> None:
            application.before_render -= first
            self.heed_the_gap()

        return first

    def heed_the_gap(self) -> None:
        """Heed what came while no page was up. Raises Hidden at Ctrl-Q, Interrupted at Ctrl-C, SystemExit at a signal.

        Other keys are dropped: they were meant for another page. A paste that is cut off so has no end, and the parser
        would wait for it, deaf to every key.
        """
        early = "".join(key.data for key in get_typeahead(self.input)) + self._unread()
        parser = getattr(self.input, "vt100_parser", None)  # a Windows console has none
        if parser is not None:
            parser.reset()
        if CTRL_Q in early:
            raise Hidden
        if self._came not in (None, signal.SIGINT):
            raise SystemExit(SIGNALLED + (self._came or 0))
        if CTRL_C in early or self._came is not None:
            self._came = None
            raise Interrupted

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
        """Let every key that's pressed between two pages wait there unseen, Ctrl-C and Ctrl-Q among them."""
        if sys.platform != "win32":
            hushed = [*self._before]
            hushed[INPUT] &= ~termios.IXON
            hushed[LOCAL] &= ~(termios.ECHO | termios.ICANON | termios.ISIG)
            hushed[CONTROL] = [*hushed[CONTROL]]
            hushed[CONTROL][termios.VMIN], hushed[CONTROL][termios.VTIME] = 1, 0
            termios.tcsetattr(self.input.fileno(), termios.TCSANOW, hushed)


def _stay() -> None:
    return
