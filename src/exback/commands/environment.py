"""What a command works with: the program, the file, somebody to ask. Each is loaded when it is first needed."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from datetime import date, datetime

from exback.errors import ExbackError, NoTerminal, StoreError, Unreadable
from exback.signals import end_at_once, raise_again

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TextIO

    from exback.engine.view import Edited, Screen
    from exback.model.journey import Journey
    from exback.model.program import Program, Step
    from exback.model.run import Run
    from exback.model.settings import Settings
    from exback.store import Store
    from exback.store.codec import Codec


def now() -> datetime:
    """Give this moment with the local UTC offset, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


NO = ("0", "no", "off", "false")
LONGEST_PASSPHRASE = 65_536
"""Bytes read from a file that is handed over. More is no line that anyone typed."""
CANNOT_DRAW = ("", "dumb", "unknown", "network", "dialup", "emacs")
"""Values of TERM that promise lines of text and nothing else."""


class Environment:
    """What a command works with. Everything is loaded when it is first asked for, and not before.

    `take_away` clears what was put on the screen before anything was loaded. `run` carries out another command line, as
    `exback demo` does for the made-up person.
    """

    def __init__(
        self,
        clock: Callable[[], datetime],
        take_away: Callable[[], None] | None = None,
        run: Callable[[list[str], Callable[[], datetime]], int] | None = None,
    ) -> None:
        self.clock = clock
        self.run = run
        self._take_away = take_away
        self.home: str | None = None
        self._store: Store | None = None
        self._is_opened = False  # whether its passphrase was given
        self.plain: bool | None = None  # what the command line says, None where it says nothing
        self.passphrase_from: int | None = None

    @property
    def program(self) -> Program:
        """The program of steps."""
        from exback.loader import load

        return load()

    @property
    def store(self) -> Store:
        """The person's progress; the passphrase of a locked file is asked for now, before anything else. Raises StoreError."""
        store = self.store_as_it_is
        store.check_home()  # also before a passphrase is typed
        if store.is_locked and not self._is_opened:
            from exback.commands import passphrase

            if self.passphrase_from is None:
                store.codec = passphrase.ask(store.path, self._asked_for_passphrase)
                self._load_on()
            else:
                store.codec = passphrase.take(store.path, _line_from(self.passphrase_from))
            self._is_opened = True
        return store

    @property
    def store_to_restore(self) -> Store:
        """The store for whoever brings back a copy. A file that is damaged stays closed: no passphrase opens it."""
        with suppress(Unreadable):
            return self.store
        return self.store_as_it_is

    @property
    def store_as_it_is(self) -> Store:
        """The same without asking: of a locked file, nothing can be read."""
        if self._store is None:
            from exback.store import Store, home_folder

            self._store = Store(home_folder(self.home), clock=self.clock)
        return self._store

    def opener_of(self, path: Path) -> Codec:
        """What opens another locked file: its passphrase is asked for. Raises NoTerminal, WrongPassphrase, StoreError."""
        from exback.commands import passphrase

        return passphrase.ask(path, self._asked_for_passphrase, "The passphrase of that file")

    def store_looked_into(self, *, asks: bool) -> Store:
        """The store, opened if that can be done: a doctor looks also at what nobody can open."""
        if asks or self.passphrase_from is not None:
            with suppress(NoTerminal, StoreError):
                return self.store
        return self.store_as_it_is

    @property
    def notices(self) -> list[str]:
        """What came up about the file meanwhile, in sentences that the person should hear."""
        return [] if self._store is None else self._store.notices

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
        """What is set in the progress file, as far as it can be known now."""
        from exback.model.settings import Settings

        with suppress(StoreError):  # nobody knows where the file lies; whoever needs it says so
            return self.store_as_it_is.remembered()
        return Settings()

    @property
    def shows_pages(self) -> bool:
        """Whether there is a terminal to show pages on, and whoever sits there wants them."""
        return not self.is_plain and _on_terminal()

    def heed_keys(self) -> None:
        """Let Ctrl-Q be heard from now on, where pages will be shown: it's pressed while they are still being loaded."""
        if _on_terminal() and _can_draw() and self.plain is not True:
            from exback.screen.terminal import flow_control

            flow_control.turn_off()
            end_at_once()  # and gives the terminal back; nothing is saved before there is a page

    def _load_on(self) -> None:
        """Load what comes after a page that was asked first: Ctrl-C, which leaving it has turned off, ends exback again."""
        signal.signal(signal.SIGINT, signal.default_int_handler)
        end_at_once()
        self.heed_keys()

    def screen(self) -> Screen:
        """Somebody to ask. Raises NoTerminal. From its `with` block on Ctrl-C is theirs to answer."""
        from exback.model.dates import day_of

        def today() -> date:
            return day_of(self.clock())

        if self.is_plain and (self._wanted or _on_terminal()):
            return self._plain(today)
        if not _on_terminal():
            raise _no_terminal()
        self.heed_keys()
        from exback.screen.terminal.front import Terminal

        return Terminal(today, self._edit)

    def _edit(self, text: str) -> Edited:
        from exback.commands.editor import edited

        return edited(text, self.store_as_it_is.home)

    def _plain(self, today: Callable[[], date]) -> Screen:
        from exback.screen.plain import Plain

        if sys.stdin is None or sys.stdout is None:
            raise _no_terminal()
        self.give_back()
        raise_again()
        return Plain(today, sys.stdin, sys.stdout, edit=self._edit, can_clear=_can_draw() and sys.stdout.isatty())

    def give_back(self) -> None:
        """Give the first screen back, once, if something was put on the second."""
        take_away, self._take_away = self._take_away, None
        if take_away is not None:
            take_away()

    def screen_if_any(self) -> Callable[[], Screen] | None:
        """What gives somebody to ask, None where there is nobody."""
        return self.screen if self._wanted or _on_terminal() else None

    @property
    def zone(self) -> str:
        """The time zone that the environment names, empty if it names none."""
        return os.environ.get("TZ", "")

    def private_screen(self) -> Screen:
        """Somebody to ask for what must not be seen. Raises NoTerminal where nothing could hide it."""
        if not _is_terminal(sys.stdin):
            raise _nothing_hides("A passphrase is typed unseen, and there is no terminal here to hide it.")
        return self.screen()

    def _asked_for_passphrase(self) -> Screen:
        """Somebody to ask for the passphrase, in plain lines where what is to be said goes into a file or a pipe."""
        if not _is_terminal(sys.stdin):
            raise _nothing_hides("The file is locked, and there is no terminal here to ask for its passphrase.")
        if _on_terminal() or not _is_terminal(sys.stderr):
            return self.screen()
        from exback.model.dates import day_of
        from exback.screen.plain import Plain

        raise_again()  # so that the terminal shows again what is typed, however they leave
        return Plain(lambda: day_of(self.clock()), sys.stdin, sys.stderr)

    def journey(self, program: Program) -> Journey:
        """What happened so far, as this program knows it."""
        return program.journey(self.store.load().runs, self.clock())

    def named_steps(self, program: Program) -> frozenset[str]:
        """Return the ids of the steps that a list may name, as far as that's known without asking for a passphrase.

        Of someone whose file is locked, not there or can't be read no one knows whether a boundary holds, so no step
        that reaches out is among them. Nothing is written, and nothing said.
        """
        from exback.engine.status import status_of

        runs: list[Run] = []
        with suppress(ExbackError):
            store = self.store_as_it_is
            runs = store.read(store.path).runs
        guide = status_of(program, program.journey(runs, self.clock()))
        return frozenset(one.step.id for one in guide.listed if not (guide.must_ask and one.step.reaches_out))

    def must_not_be_withheld(self, program: Program, step: Step) -> None:
        """Make sure that a step may be named, asking for the passphrase of a locked file. Raises NotNow if it may not."""
        from exback.engine.status import State, refused, status_of

        if status_of(program, self.journey(program)).step_status(step).state is State.WITHHELD:
            raise refused()

    def short_line(self) -> str:
        """Where somebody is, in one line for the prompt of a shell. Raises ExbackError."""
        from exback.commands.status_short import line
        from exback.store import home_folder

        return line(home_folder(self.home), self.clock())

    def start(self, step_id: str | None = None) -> int:
        """Sit down with the person: at one step, or at the page of the day. Gives the exit code."""
        self.heed_keys()
        from exback.commands.wizard import Wizard

        wizard = Wizard(self.program, self.store, self.screen(), self.clock)
        return wizard.run() if step_id is None else wizard.open(step_id)


def _can_draw() -> bool:
    """Tell whether the terminal can do more than take one line after the other."""
    return os.environ.get("TERM", "") not in CANNOT_DRAW


def _on_terminal() -> bool:
    return _is_terminal(sys.stdin) and _is_terminal(sys.stdout)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _nothing_hides(sentence: str) -> NoTerminal:
    return NoTerminal(
        sentence,
        hint="Start it in a terminal window. In scripts: exback --passphrase-fd NUMBER, an open file to read it from.",
    )


def _line_from(descriptor: int) -> str:
    """Read one line from an open file descriptor, and not a byte more. Raises ExbackError."""
    line = bytearray()
    try:
        if os.isatty(descriptor):
            raise ExbackError(
                "--passphrase-fd doesn't read from a terminal, where the passphrase would show while you type it.",
                hint="Leave --passphrase-fd out, and exback asks for it unseen.",
            )
        while (byte := os.read(descriptor, 1)) not in (b"", b"\n"):
            line += byte
            if len(line) > LONGEST_PASSPHRASE:
                raise ExbackError(
                    f"What exback read from file descriptor {descriptor} is too long for a passphrase.",
                    hint="It must be one line: exback --passphrase-fd 3 3< FILE",
                )
    except (OSError, OverflowError):
        raise ExbackError(
            f"exback was to read the passphrase from file descriptor {descriptor}, and can't.",
            hint="It must be open when exback starts: exback --passphrase-fd 3 3< FILE",
        ) from None
    return line.decode("utf-8", "surrogateescape")


def _no_terminal() -> NoTerminal:
    return NoTerminal(
        "exback asks questions, and there is no terminal here to ask them on.",
        hint="Start it in a terminal window. For plain lines without one: exback --plain",
    )
