"""Read lines from a person and print lines for them, on a terminal in its own line mode or on a pipe.

Line editing is the terminal's own: a half-typed line arrives here only at Enter.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Self, TextIO

from exback.console import CLEAR_ALL, broken_for
from exback.engine.view import AGAIN
from exback.errors import NoTerminal
from exback.model.prose import visible
from exback.screen.ascii import shows_only_ascii, to_ascii
from exback.screen.key_reader import without_sequences
from exback.signals import ENDING, hold_back, interrupt, let_through

if sys.platform != "win32":
    import select
    import termios

LONGEST = 4095
"""The bytes of a line that Linux passes on from a terminal (N_TTY_BUF_SIZE less one). It drops what is typed after them."""
AT_ONCE = 0.01  # seconds; no one types a line in so short a time, and a pasted one is there already
UNDECODABLE = "".join(map(chr, range(0xDC80, 0xDD00)))  # bytes that are no letter, as stdin represents them
BLANK_LINES = 100  # more than a window has


class Lines:
    """Reads lines from `source` and prints on `sink`. `sleep` lets seconds pass if there is no terminal to listen to.

    While a line is waited for, `meanwhile` is called every AGAIN seconds. Inside its `with` block the question is printed
    again after Ctrl-Z and fg, and signals are held back except within `allowing_signals`.
    """

    def __init__(self, source: TextIO, sink: TextIO, sleep: Callable[[float], None], *, can_clear: bool) -> None:
        self._source = source
        self._sink = sink
        self._sleep = sleep
        self._can_clear = can_clear
        self._only_ascii = shows_only_ascii(os.environ)
        self.is_cut = False  # whether the line read last was so long that its end may be missing
        self._on_terminal = sys.platform != "win32" and source.isatty()
        self._reminder = ""  # of what is waited for
        self._was_woken = False  # in the middle of a write
        self.meanwhile: Callable[[], None] | None = None
        self._times_said = 0
        self._old_handler: Any = None
        self._hides_input = False

    def __enter__(self) -> Self:
        if self._on_terminal:
            self._old_handler = signal.signal(signal.SIGCONT, self._resume)
            hold_back()
            if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else it was turned off from outside
                signal.signal(signal.SIGINT, interrupt)
        return self

    def __exit__(self, *_: object) -> None:
        if self._on_terminal:
            signal.signal(signal.SIGCONT, self._old_handler)
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # someone who leaves may press Ctrl-C once more
            let_through()

    @contextmanager
    def allowing_signals(self) -> Iterator[None]:
        """Let signals through (Ctrl-C, a shutdown, a closed window), which otherwise wait, since a save may be half done."""
        try:
            if self._on_terminal:
                let_through()
            yield
        finally:
            if self._on_terminal:
                hold_back()

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Lend the terminal to another program, and Ctrl-C with it: in a line editor that is a key like any other.

        A signal that ends exback is raised again afterwards, when what was written in the other program is saved.
        """
        pending: list[int] = []
        ending = ENDING if self._on_terminal else ()
        # The other program doesn't inherit a handler, as it would inherit an ignored signal.
        handlers = [(number, signal.signal(number, lambda number, _: pending.append(number))) for number in ending]
        try:
            yield
        finally:
            for number, handler in handlers:
                signal.signal(number, handler)
            for number in pending:
                if number != signal.SIGINT:
                    signal.raise_signal(number)

    def say(self, *lines: str) -> None:
        """Print lines. They are broken between words here: a terminal would break within them."""
        self._times_said += 1
        self._write(broken_for(self._sink, visible("\n".join(lines))) + "\n")

    def read(self, invitation: str = "", *, reminder: str = "") -> str:
        """Return the line that is typed, without its end. Raises EOFError at the end of the input.

        `reminder` is printed after Ctrl-Z and fg instead of the invitation.
        """
        prompt = f"{broken_for(self._sink, visible(invitation))} " if invitation else ""
        self._reminder = f"{reminder}\n" if reminder else prompt
        try:
            self._write(prompt)
            self._wait()
            line = self._source.readline()
        finally:
            self._reminder = ""
        if not line:
            raise EOFError
        line = line.rstrip("\r\n")
        self.is_cut = self._on_terminal and len(line.encode(self._source.encoding, "surrogateescape")) >= LONGEST
        return without_sequences(line.rstrip(UNDECODABLE) if self.is_cut else line)

    def _wait(self) -> None:
        """Wait for a line, and call `meanwhile` from time to time. If that prints anything, the question follows it again.

        A signal that comes in the last moment before a read would only be heard after it, so the wait ends now and then.
        """
        while self._on_terminal and not select.select([self._source], [], [], AGAIN)[0]:
            times_said = self._times_said
            if self.meanwhile is not None:
                self.meanwhile()
            if self._times_said != times_said:
                self._write(self._reminder)

    def read_unseen(self, invitation: str) -> str:
        """Return a line that the terminal does not show. Raises NoTerminal if there is no terminal to hide it."""
        if not self._source.isatty():
            raise NoTerminal(
                "exback can't ask for your passphrase here, because there's no terminal to hide what you type.",
                hint="Start exback in a terminal window. In a script: exback status --passphrase-fd 0 < FILE",
            )
        if sys.platform == "win32":
            from getpass import getpass

            return getpass(f"{invitation} ")
        settings = termios.tcgetattr(self._source.fileno())
        try:
            self._hides_input = True
            self._hide_input()
            return self.read(invitation)
        finally:
            self._hides_input = False
            termios.tcsetattr(self._source.fileno(), termios.TCSADRAIN, settings)
            self._write("\n")  # the typed one did not show

    def has_more(self) -> bool:
        """Whether the next line is there already, as it is when several are pasted."""
        return self._on_terminal and bool(select.select([self._source], [], [], AT_ONCE)[0])

    def drop_pending_input(self) -> None:
        """Drop what was typed or pasted and not read: it was meant for this page, and not for what comes next."""
        if self._on_terminal:
            termios.tcflush(self._source.fileno(), termios.TCIFLUSH)

    def pause(self, seconds: float) -> str | None:
        """Let seconds pass, or less if a line is typed meanwhile, which is returned."""
        if not self._on_terminal:
            self._sleep(seconds)
            return None
        return self.read() if select.select([self._source], [], [], seconds)[0] else None

    def clear(self) -> None:
        """Clear the screen and the scrollback; on a terminal that can't, scroll everything out of sight."""
        self._write(CLEAR_ALL if self._can_clear else "\n" * BLANK_LINES)

    def _write(self, text: str) -> None:
        self._sink.write(to_ascii(text) if self._only_ascii else text)
        self._sink.flush()
        if self._was_woken:
            self._was_woken = False
            self._write(self._reminder)

    def _hide_input(self) -> None:
        """Stop the terminal from showing what is typed, and drop what was typed before: it was meant for another page."""
        if sys.platform != "win32":
            settings = termios.tcgetattr(self._source.fileno())
            settings[3] &= ~termios.ECHO
            termios.tcsetattr(self._source.fileno(), termios.TCSAFLUSH, settings)

    def _resume(self, number: int, frame: FrameType | None) -> None:
        if self._hides_input:
            self._hide_input()  # the shell has turned the echo on again meanwhile
        try:
            self._write(self._reminder)
        except RuntimeError:  # woken in the middle of another write, after which it can be written
            self._was_woken = True
