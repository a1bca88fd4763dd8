"""The terminal while pages are shown: its alternate screen, its signals, and how it is given back at the end.

However exback ends, the terminal is left as it was: on its normal screen, with its own line editing and no word of a
page. A signal that arrives is remembered. While a page is up it is handled as an event, like a key; otherwise before
the next page is drawn. Raised as an exception it could strike anywhere, even where Python can only print it.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from types import FrameType
from typing import Any, Self

from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import get_typeahead
from prompt_toolkit.output import Output

from exback.engine.view import Leave
from exback.errors import Hidden, Interrupted
from exback.screen.ascii import shows_only_ascii, to_ascii
from exback.screen.terminal.flow_control import original_settings
from exback.screen.terminal.in_place import STAYS, clear_scrollback, draw_in_place, try_alternate_screen
from exback.signals import ENDING, SIGNALLED, raise_again

if sys.platform != "win32":
    import fcntl
    import termios


CTRL_C, CTRL_Q = "\x03", "\x11"


class AlternateScreen:
    """A terminal on which pages are shown. When someone left hidden, its normal screen is cleared at the end too."""

    def __init__(self, input: Input, output: Output) -> None:  # noqa: A002  # as prompt_toolkit calls it
        self.input = input
        self.output = output
        self.is_hidden = False
        self._is_in_place = False
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
        self._wake: Callable[[], object] = lambda: None

    def __enter__(self) -> Self:
        """Switch to the alternate screen."""
        raise_again()
        self._handlers = [(number, signal.signal(number, self._remember_signal)) for number in ENDING]
        if sys.platform != "win32":
            self._original_settings = original_settings(self.input.fileno())
            self.input.raw_mode().__enter__()  # left by `_restore_settings`
        trial = try_alternate_screen(self.input, self.output)
        if not trial.works:
            self.warning, self._is_in_place = STAYS, True
            self._open, self._close = draw_in_place(self.output, trial.line)
        self._take()
        return self

    def __exit__(self, *_: object) -> None:
        """Hand the terminal back as it was."""
        self.output.erase_screen()
        self._close()
        if self.is_hidden:
            clear_scrollback(self.output)
        self.output.flush()
        self._restore_settings()
        for number, handler in self._handlers:
            signal.signal(number, handler)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # someone who leaves may press Ctrl-C once more

    def run(self, application: Application[Any], save: Callable[[], None]) -> object:
        """Run a prompt to its end. Return its result, or how the person left.

        `save` is called before a signal ends the prompt. Keys and signals from before the page are handled before it is
        drawn. Raises SystemExit with the exit code when a signal ends exback.
        """

        def check_once(_: object) -> None:
            application.before_render -= check_once
            self._check_the_gap()

        application.before_render += check_once
        application.erase_when_done = self._is_in_place  # a prompt would end with a new line, which scrolls its page
        try:
            self._check_the_gap()
            result = asyncio.run(self._run(application, save))
        except Hidden:
            result = Leave(hidden=True)
        except (Interrupted, KeyboardInterrupt, EOFError):
            result = Leave(interrupted=True)
        if isinstance(result, Leave) and result.hidden:
            self.is_hidden = True
        return result

    async def _run(self, application: Application[Any], save: Callable[[], None]) -> object:
        loop = asyncio.get_running_loop()

        def handle() -> None:
            if self._wake is not wake or application.is_done or self._pending_signal is None:
                return  # the page is being taken down, or gone, so the next one handles it
            number, self._pending_signal = self._pending_signal, None
            save()  # when a window was closed, everything after this may fail
            if number == signal.SIGINT:
                end(application, result=Leave(interrupted=True))
            else:
                end(application, exception=SystemExit(SIGNALLED + number))

        wake = partial(loop.call_soon_threadsafe, handle)
        self._wake = wake
        try:
            return await application.run_async(handle_sigint=False)
        finally:
            self._wake = lambda: None

    def _remember_signal(self, number: int, _frame: FrameType | None) -> None:
        if self._pending_signal is None or number != signal.SIGINT:  # a shutdown matters more than Ctrl-C
            self._pending_signal = number
        self._wake()

    def _check_the_gap(self) -> None:
        """Handle the keys and signals that came while no page was up.

        Raises Hidden at Ctrl-Q, Interrupted at Ctrl-C, and SystemExit at a signal that ends exback. Other keys are
        dropped, because they were meant for another page. A paste that this cuts off has no end, and the parser would
        wait for it and ignore every key, so the parser is reset.
        """
        early_keys = "".join(key.data for key in get_typeahead(self.input)) + self._unread()
        parser = getattr(self.input, "vt100_parser", None)  # a Windows console has none
        if parser is not None:
            parser.reset()
        if CTRL_Q in early_keys:
            raise Hidden
        if self._pending_signal not in (None, signal.SIGINT):
            raise SystemExit(SIGNALLED + (self._pending_signal or 0))
        if CTRL_C in early_keys or self._pending_signal is not None:
            self._pending_signal = None
            raise Interrupted

    def _unread(self) -> str:
        if sys.platform == "win32":
            return ""
        waiting = array("i", [0])
        fcntl.ioctl(self.input.fileno(), termios.FIONREAD, waiting)
        return os.read(self.input.fileno(), waiting[0]).decode("latin-1") if waiting[0] else ""

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


def end(application: Application[Any], **how: Any) -> None:  # noqa: ANN401  # as prompt_toolkit takes them
    """End a prompt with a `result` or an `exception`, unless it has ended."""
    if application.future is None:  # a signal that came while the prompt was still being set up
        asyncio.get_running_loop().call_soon(partial(end, application, **how))
    elif not application.is_done:
        application.exit(**how)
