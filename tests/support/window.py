"""exback in a real terminal, with its screen to look at."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from signal import SIGKILL
from types import TracebackType
from typing import Self

import pexpect  # type: ignore[import-untyped,unused-ignore]  # typed only where types-pexpect is installed
import pyte
from support.teletype import PAGE_DOWN
from support.trouble import EXBACK, environment, until
from support.typist import PAGES

ROWS, COLUMNS = 24, 80


class Window:
    """A terminal window with exback in it. Nothing sleeps: each check waits until something is on the screen."""

    def __init__(self, home: Path, *words: str, command: Sequence[str] = EXBACK) -> None:
        program, *rest = (*command, *words)
        self._child = pexpect.spawn(program, rest, env=environment(home), dimensions=(ROWS, COLUMNS), encoding="utf-8")
        self._child.delaybeforesend = None
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.Stream(self._screen)
        self.told = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.close(force=True)

    def types(self, keys: str) -> None:
        """Press keys; a window that has closed takes none."""
        with suppress(OSError):
            self._child.send(keys)

    def shows(self, words: str) -> None:
        """Wait until words are on the screen."""
        until(lambda: self._look() and words in self.text, f"“{words}” stands on the screen")

    def heard(self, words: str) -> None:
        """Wait until words have been written, whether or not they are still there."""
        until(lambda: self._look() and words in self.told, f"“{words}” is written")

    def says_or_ends(self, words: str) -> bool:
        """Wait until words were written or exback has ended, and return whether they were written."""
        until(lambda: self._look() and (words in self.told or not self._child.isalive()), f"“{words}” or the end")
        return words in self.told

    def goes_on_to(self, words: str) -> None:
        """Press the keys that lead past the reading on the screen, once, and wait until words are there.

        Enter leads on only from a reading's end. Enter pressed again on a busy machine would answer the next question.
        """
        self.types(PAGE_DOWN * PAGES + "\r")
        self.shows(words)

    def kill(self, number: int = SIGKILL) -> None:
        """End exback with kill -9 or another signal."""
        self._child.kill(number)
        if number == SIGKILL:
            self._child.wait()

    def has_no(self, words: str) -> bool:
        """Whether words aren't on the screen any more, however they were wrapped."""
        return self._look() and "".join(words.split()) not in "".join(self.text.split())

    def reads(self, words: str) -> None:
        """Wait until words are on the screen, however they're wrapped."""
        until(lambda: not self.has_no(words), f"“{words}” stands on the screen")

    def ends(self) -> int | None:
        """Wait until exback has ended, and return its exit code."""
        until(lambda: self._look() and not self._child.isalive(), "exback ends")
        code: int | None = self._child.exitstatus
        return code

    @property
    def text(self) -> str:
        """What stands on the screen, without the spaces at the ends of lines."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def _look(self) -> bool:
        """Read what was written since the last time."""
        try:
            while True:
                data: str = self._child.read_nonblocking(65536, timeout=0.1)
                self.told += data
                self._stream.feed(data)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return True
