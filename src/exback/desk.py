"""What a command works with: the program, the file, somebody to ask. Each is loaded when it is first needed."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime

from exback.errors import NoTerminal
from exback.interrupt import raise_again

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from collections.abc import Callable

    from exback.journey import Journey
    from exback.program import Program
    from exback.screen import Screen
    from exback.store import Store


def now() -> datetime:
    """Give this moment with the local UTC offset, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


class Desk:
    """What a command works with. Everything is loaded when it is first asked for, and not before."""

    def __init__(self, clock: Callable[[], datetime], *, home: str | None = None, plain: bool = False) -> None:
        self.clock = clock
        self.home = home
        self.plain = plain

    @property
    def program(self) -> Program:
        """The program of steps."""
        from exback.catalog import load

        return load()

    @property
    def store(self) -> Store:
        """The person's progress."""
        from exback.store import Store, home_folder

        return Store(home_folder(self.home))

    @property
    def is_plain(self) -> bool:
        """Whether to talk in plain lines."""
        return self.plain or os.environ.get("TERM", "dumb") == "dumb"

    def screen(self) -> Screen:
        """Somebody to ask. Raises NoTerminal. From here on Ctrl-C is theirs to answer."""
        screen = self._screen()
        raise_again()
        return screen

    def _screen(self) -> Screen:
        from exback.dates import day_of

        def today() -> date:
            return day_of(self.clock())

        if self.plain or (self.is_plain and _on_terminal()):
            from exback.screen.plain import Plain

            if sys.stdin is None or sys.stdout is None:
                raise _no_terminal()
            return Plain(today, sys.stdin, sys.stdout)
        if not _on_terminal():
            raise _no_terminal()
        from exback.screen.terminal import Terminal

        return Terminal(today)

    def journey(self, program: Program) -> Journey:
        """What happened so far, as this program knows it."""
        return program.journey(self.store.load().runs, self.clock())

    def short_line(self) -> str:
        """Where somebody is, in one line for the prompt of a shell. Raises ExbackError."""
        from exback.short import line
        from exback.store import home_folder

        return line(home_folder(self.home), self.clock())

    def visit(self, step_id: str | None = None) -> int:
        """Sit down with the person: at one step, or at the page of the day. Gives the exit code."""
        from exback.visit import Visit

        visit = Visit(self.program, self.store, self.screen(), self.clock)
        return visit.run() if step_id is None else visit.open(step_id)


def _on_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _no_terminal() -> NoTerminal:
    return NoTerminal(
        "exback asks questions, and there is no terminal here to ask them on.",
        hint="Start it in a terminal window. For plain lines without one: exback --plain",
    )
