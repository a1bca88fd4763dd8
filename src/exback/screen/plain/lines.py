"""Lines read from a person and lines said to them, on a terminal in its own line mode or on a pipe.

The terminal keeps its line editing: a half-typed line is the terminal's own until Enter gives it here.
"""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Self, TextIO

from exback.console import broken, columns_of
from exback.engine.view import AGAIN
from exback.errors import NoTerminal
from exback.model.prose import visible
from exback.screen.ascii import shows_only_ascii, to_ascii
from exback.signals import ENDING, hold_back, let_through

if sys.platform != "win32":
    import select
    import termios

LONGEST = 4095
"""The bytes of a line that Linux passes on from a terminal (N_TTY_BUF_SIZE less one); what is typed after them is lost."""
AT_ONCE = 0.01  # seconds; nobody types a line in so short a time, and a pasted one is there
PRESSED = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|O[A-Z])?")  # an arrow key, say, which a terminal in line mode echoes
HALF_A_LETTER = "".join(map(chr, range(0xDC80, 0xDD00)))  # bytes that are no letter, as stdin carries them
BLANK_LINES = 100  # more than a window has
CLEARED = "\x1b[H\x1b[2J\x1b[3J"


class Lines:
    """Reads from `source` and says on `sink`. `sleep` lets seconds pass where there is no terminal to listen to.

    `meanwhile` is called every AGAIN seconds while a line is waited for. Inside its `with` block the question is said again when exback comes back from Ctrl-Z, and signals are held back
    but for `heeding_signals`.
    """

    def __init__(self, source: TextIO, sink: TextIO, sleep: Callable[[float], None], *, can_clear: bool) -> None:
        self._source = source
        self._sink = sink
        self._sleep = sleep
        self._can_clear = can_clear
        self._only_ascii = shows_only_ascii(os.environ)
        self.is_cut = False  # whether the line read last was so long that its end may be missing
        self._on_terminal = sys.platform != "win32" and source.isatty()
        self._asked = self._reminder = ""
        self.meanwhile: Callable[[], None] | None = None
        self._listens = False
        self.said = 0  # how often something was said
        self._before: Any = None
        self._hides = False

    def __enter__(self) -> Self:
        if self._on_terminal:
            self._before = signal.signal(signal.SIGCONT, self._woken)
            hold_back()
        return self

    def __exit__(self, *_: object) -> None:
        if self._on_terminal:
            signal.signal(signal.SIGCONT, self._before)
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # somebody who leaves may press Ctrl-C once more
            let_through()

    @contextmanager
    def heeding_signals(self) -> Iterator[None]:
        """Let Ctrl-C, a shutdown and a closed window come, which wait between two pages: there something may be half saved."""
        if not self._on_terminal:
            yield
            return
        try:
            let_through()
            yield
        finally:
            hold_back()

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Let another program have the terminal, and Ctrl-C with it: in an editor of lines that is a key like others.

        A signal that ends exback comes again afterwards, when what was written in the other program is kept.
        """
        if not self._on_terminal:
            yield
            return
        came: list[int] = []
        # A handler is not passed on to the other program, as an ignored signal would be.
        before = [(number, signal.signal(number, lambda number, _: came.append(number))) for number in ENDING]
        try:
            yield
        finally:
            for number, handler in before:
                signal.signal(number, handler)
            for number in came:
                if number != signal.SIGINT:
                    signal.raise_signal(number)

    def say(self, text: str) -> None:
        """Say a line, or several. On a terminal they are broken between words: it would break within them."""
        columns = columns_of(self._sink)
        self.said += 1
        self._write("".join(f"{broken(line, columns)}\n" for line in visible(text).split("\n")))

    def read(self, invitation: str = "", *, reminder: str = "") -> str:
        """Give the line that is typed, without its end. Raises EOFError when nobody types any more.

        `reminder` is said after Ctrl-Z, where there is no invitation to say again.
        """
        self._asked = f"{broken(visible(invitation), columns_of(self._sink))} " if invitation else ""
        self._reminder = f"{reminder}\n" if reminder else self._asked
        self._write(self._asked)
        self._listens = True
        try:
            self._wait()
            line = self._source.readline()
        finally:
            self._listens = False
        if not line:
            raise EOFError
        line = line.rstrip("\r\n")
        self.is_cut = self._on_terminal and len(line.encode(self._source.encoding, "surrogateescape")) >= LONGEST
        return PRESSED.sub("", line.rstrip(HALF_A_LETTER) if self.is_cut else line)

    def _wait(self) -> None:
        """Wait for a line, and do `meanwhile` what is to be done. What that says stands above the question."""
        while self._on_terminal and self.meanwhile is not None:
            if select.select([self._source], [], [], AGAIN)[0]:
                return
            said = self.said
            self.meanwhile()
            if self.said != said:
                self._write(self._reminder)

    def read_unseen(self, invitation: str) -> str:
        """Give a line that the terminal does not show. Raises NoTerminal where nothing could hide it."""
        if not self._source.isatty():
            raise NoTerminal(
                "A passphrase is typed unseen, and there is no terminal here to hide it.",
                hint="Start exback in a terminal window. In scripts: exback --passphrase-fd NUMBER",
            )
        if sys.platform == "win32":
            from getpass import getpass

            return getpass(f"{invitation} ")
        before = termios.tcgetattr(self._source.fileno())
        try:
            self._hides = True
            self._hide()
            return self.read(invitation)
        finally:
            self._hides = False
            termios.tcsetattr(self._source.fileno(), termios.TCSADRAIN, before)
            self._write("\n")  # the one that was typed did not show

    def more_at_once(self) -> bool:
        """Tell whether the next line is there already, as it is when several are pasted."""
        return self._on_terminal and bool(select.select([self._source], [], [], AT_ONCE)[0])

    def forget_the_rest(self) -> None:
        """Drop what was typed or pasted and not read: it was meant for this page, and not for what comes next."""
        if self._on_terminal:
            termios.tcflush(self._source.fileno(), termios.TCIFLUSH)

    def pause(self, seconds: float) -> str | None:
        """Let seconds pass. Gives the line that was typed meanwhile, and ends with it."""
        if not self._on_terminal:
            self._sleep(seconds)
            return None
        if not select.select([self._source], [], [], seconds)[0]:
            return None
        return self.read()

    def clear(self) -> None:
        """Take away what stands on the screen, and what was scrolled past, where the terminal can do that."""
        self._write(CLEARED if self._can_clear else "\n" * BLANK_LINES)

    def _write(self, text: str) -> None:
        self._sink.write(to_ascii(text) if self._only_ascii else text)
        self._sink.flush()

    def _hide(self) -> None:
        """Have the terminal show nothing of what is typed; what was typed before counts for another page."""
        if sys.platform != "win32":
            shown = termios.tcgetattr(self._source.fileno())
            shown[3] &= ~termios.ECHO
            termios.tcsetattr(self._source.fileno(), termios.TCSAFLUSH, shown)

    def _woken(self, number: int, frame: FrameType | None) -> None:
        if self._hides:
            self._hide()  # the shell showed it again meanwhile
        if self._listens:
            self._write(self._reminder)
