"""What a command works with: the program, the file, somebody to ask. Each is loaded when it is first needed."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime

from exback.errors import NoTerminal, StoreError
from exback.interrupt import raise_again

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from collections.abc import Callable

    from exback.journey import Journey
    from exback.program import Program
    from exback.screen import Screen
    from exback.settings import Settings
    from exback.store import Store


def now() -> datetime:
    """Give this moment with the local UTC offset, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


NO = ("0", "no", "off", "false")
CANNOT_DRAW = ("", "dumb", "unknown", "network", "dialup", "emacs")
"""Values of TERM that promise lines of text and nothing else."""


class Desk:
    """What a command works with. Everything is loaded when it is first asked for, and not before.

    `take_away` clears what was put on the screen before anything was loaded.
    """

    def __init__(self, clock: Callable[[], datetime], take_away: Callable[[], None] | None = None) -> None:
        self.clock = clock
        self._take_away = take_away
        self.home: str | None = None
        self._store: Store | None = None
        self.plain: bool | None = None  # what the command line says, None where it says nothing

    @property
    def program(self) -> Program:
        """The program of steps."""
        from exback.catalog import load

        return load()

    @property
    def store(self) -> Store:
        """The person's progress."""
        if self._store is None:
            from exback.store import Store, home_folder

            self._store = Store(home_folder(self.home))
        return self._store

    @property
    def is_plain(self) -> bool:
        """Whether to talk in plain lines: as the person wants it, else as the terminal can."""
        wanted = self._wanted
        return not _can_draw() if wanted is None else wanted

    @property
    def _wanted(self) -> bool | None:
        """Whether plain lines are wanted. The command line is asked first, then EXBACK_PLAIN, then what is remembered."""
        if self.plain is not None:
            return self.plain
        if named := os.environ.get("EXBACK_PLAIN", "").strip().casefold():
            return named not in NO
        return self._remembered.plain or None

    @property
    def _remembered(self) -> Settings:
        """What is set in the progress file; nothing, where it can't be read. Whoever needs the file says so."""
        from exback.settings import Settings, settings_of

        try:
            return settings_of(self.store.load().settings)
        except StoreError:
            return Settings()

    def screen(self) -> Screen:
        """Somebody to ask. Raises NoTerminal. From here on Ctrl-C is theirs to answer."""
        screen = self._screen()
        raise_again()
        return screen

    def _screen(self) -> Screen:
        from exback.dates import day_of

        def today() -> date:
            return day_of(self.clock())

        if self.is_plain and (self._wanted or _on_terminal()):
            return self._plain(today)
        if not _on_terminal():
            raise _no_terminal()
        from exback.screen.terminal import Terminal

        return Terminal(today, self._edit)

    def _edit(self, text: str) -> str:
        from exback.screen.editor import edited

        return edited(text, self.store.home)

    def _plain(self, today: Callable[[], date]) -> Screen:
        from exback.screen.plain import Plain

        if sys.stdin is None or sys.stdout is None:
            raise _no_terminal()
        self.give_back()
        return Plain(today, sys.stdin, sys.stdout, edit=self._edit, can_clear=_can_draw() and sys.stdout.isatty())

    def give_back(self) -> None:
        """Give the first screen back, once, if something was put on the second."""
        take_away, self._take_away = self._take_away, None
        if take_away is not None:
            take_away()

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


def _can_draw() -> bool:
    """Tell whether the terminal can do more than take one line after the other."""
    return os.environ.get("TERM", "") not in CANNOT_DRAW


def _on_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _no_terminal() -> NoTerminal:
    return NoTerminal(
        "exback asks questions, and there is no terminal here to ask them on.",
        hint="Start it in a terminal window. For plain lines without one: exback --plain",
    )
