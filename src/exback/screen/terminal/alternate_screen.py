"""The terminal while pages are shown: its alternate screen, its signals, and how it is given back at the end.

However exback ends, the terminal is left as it was: on its normal screen, with its own line editing and no word of a
page. A signal that arrives is remembered. While a page is up it is handled as an event, like a key; otherwise before
the next page is drawn. Raised as an exception it could strike anywhere, even where Python can only print it.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Self

from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.input import Input
from prompt_toolkit.output import Output

from exback.screen.ascii import shows_only_ascii, to_ascii
from exback.screen.terminal.flow_control import original_settings
from exback.screen.terminal.in_place import STAYS, clear_scrollback, draw_in_place, try_alternate_screen
from exback.signals import ENDING, raise_again

GONE: tuple[type[Exception], ...] = (OSError, EOFError)
"""What is raised where the terminal's window was closed."""
if sys.platform != "win32":
    import termios

    GONE = (*GONE, termios.error)


class AlternateScreen:
    """A terminal on which pages are shown. When someone left hidden, its normal screen is cleared at the end too."""

    def __init__(self, input: Input, output: Output) -> None:  # noqa: A002  # as prompt_toolkit calls it
        self.input = input
        self.output = output
        self.is_hidden = False
        self.is_in_place = False
        self.warning = ""  # what of the pages may stay, if they can't be on a screen of their own
        self._open, self._close = output.enter_alternate_screen, output.quit_alternate_screen
        # A full-screen prompt enters and leaves the alternate screen on its own. Between two pages that
        # would show the normal screen. So `__enter__` does it once, for all pages.
        output.enter_alternate_screen = lambda: None  # type: ignore[method-assign]  # no option for it
        output.quit_alternate_screen = lambda: None  # type: ignore[method-assign]  # no option for it
        if shows_only_ascii(os.environ):
            write = output.write
            output.write = lambda data: write(to_ascii(data))  # type: ignore[method-assign]  # no option for it
        self._original_settings: Any = None
        self._handlers: list[tuple[int, Any]] = []
        self._pending_signal: int | None = None
        self.wake: Callable[[], object] = lambda: None
        """Called by a signal handler when a signal has come."""

    def __enter__(self) -> Self:
        """Switch to the alternate screen."""
        raise_again()
        self._handlers = [(number, signal.signal(number, self._remember_signal)) for number in ENDING]
        if sys.platform != "win32":
            self._original_settings = original_settings(self.input.fileno())
            self.input.raw_mode().__enter__()  # left by `_restore_settings`
        trial = try_alternate_screen(self.input, self.output)
        if not trial.works:
            self.warning, self.is_in_place = STAYS, True
            self._open, self._close = draw_in_place(self.output, trial.line)
        self._take()
        return self

    def __exit__(self, *_: object) -> None:
        """Hand the terminal back as it was."""
        self.output.erase_screen()
        self.output.enable_autowrap()  # the library turns it off for a page, and on only after a last frame
        self._close()
        if self.is_hidden:
            clear_scrollback(self.output)
        self.output.flush()
        self._restore_settings()
        for number, handler in self._handlers:
            signal.signal(number, handler)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # someone who leaves may press Ctrl-C once more

    def take_signal(self) -> int | None:
        """Return the number of the signal that came, and forget it; None if none came."""
        number, self._pending_signal = self._pending_signal, None
        return number

    def _remember_signal(self, number: int, _frame: FrameType | None) -> None:
        if self._pending_signal is None or number != signal.SIGINT:  # a shutdown matters more than Ctrl-C
            self._pending_signal = number
        self.wake()

    def suspend(self) -> None:
        """Stop until the shell's fg. Meanwhile the normal screen is shown, with nothing private on it."""
        if sys.platform != "win32":
            run_in_terminal(self._stop)

    def _stop(self) -> None:
        self._close()
        self.output.flush()
        with self.lent():
            os.kill(0, signal.SIGTSTP)

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Lend the terminal, with its original settings, to another program, and go back to the alternate screen after."""
        self._restore_settings()
        try:
            yield
        finally:
            self._take()

    def _restore_settings(self) -> None:
        if sys.platform != "win32":
            termios.tcsetattr(self.input.fileno(), termios.TCSANOW, self._original_settings)

    def _take(self) -> None:
        """Open the alternate screen. Every key that's pressed between two pages waits unseen, Ctrl-C and Ctrl-Q too."""
        if sys.platform != "win32":
            self.input.raw_mode().__enter__()  # left by `_restore_settings`
        self._open()
        self.output.flush()
