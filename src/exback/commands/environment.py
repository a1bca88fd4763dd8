"""What a command works with: the program, the progress file, a screen. Each is loaded when it is first needed."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import nullcontext, suppress
from functools import cached_property

from exback.console import tell
from exback.errors import ExbackError, Interrupted, NoTerminal, StoreError, Unreadable
from exback.signals import end_at_once, raise_again

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path
    from typing import TextIO

    from exback.commands.editor import Editor
    from exback.commands.wizard import Wizard
    from exback.engine.view import Edited, Screen
    from exback.model.journey import Journey
    from exback.model.program import Program, Step
    from exback.model.run import Run
    from exback.screen.plain import Plain
    from exback.screen.terminal.front import Terminal
    from exback.store import Store
    from exback.store.codec import Codec


NO = ("0", "no", "off", "false")
CANNOT_DRAW = ("", "dumb", "unknown", "network", "dialup", "emacs")
"""Values of TERM that promise lines of text and nothing else."""


class Environment:
    """What a command works with. Everything is loaded when it is first used.

    `clear_early` clears what was put on the screen before anything was loaded. `run` runs another command line in another
    environment, as `exback demo` does.
    """

    def __init__(
        self,
        clock: Callable[[], datetime],
        clear_early: Callable[[], None] | None = None,
        run: Callable[[list[str], Environment], int] | None = None,
    ) -> None:
        self.clock = clock
        self.run = run
        self.home: str | None = None
        self.plain: bool | None = None  # what the command line says, None where it says nothing
        self.passphrase_from: int | None = None
        self._clear_early = clear_early
        self._store: Store | None = None
        self._terminal: Terminal | None = None
        self._editor: Editor | None = None
        self.shown: Plain | Terminal | None = None  # the screen that was opened last, in a demo too

    def moved_to(self, home: Path) -> Environment:
        """Return an environment with another folder, and with the same program and way of talking."""
        moved = Environment(self.clock, run=self.run)
        moved.home, moved.plain, moved.program = str(home), self.is_plain or self.plain, self.program
        return moved

    @cached_property
    def program(self) -> Program:
        """The program of steps, loaded once."""
        from exback.loader import load

        return load()

    @property
    def store(self) -> Store:
        """The person's progress. A locked file's passphrase is asked for first. Raises StoreError, NoTerminal, Interrupted."""
        from exback.store.codec import PLAIN

        store = self.store_as_it_is
        store.check_home()  # also before a passphrase is typed
        if store.codec is PLAIN and store.is_locked:
            from exback.commands import passphrase

            if self.passphrase_from is None:
                store.codec = passphrase.ask(store.path, self._passphrase_screen)
                if not self._has_open_terminal:
                    self._resume_loading()
            else:
                store.codec = passphrase.take(store.path, passphrase.line_from(self.passphrase_from))
        return store

    @property
    def store_to_restore(self) -> Store:
        """The store for restoring a copy: a damaged file is not opened, since no passphrase opens it."""
        with suppress(Unreadable):
            return self.store
        return self.store_as_it_is

    @property
    def store_as_it_is(self) -> Store:
        """The store without asking for a passphrase: nothing can be read from a locked file."""
        if self._store is None:
            from exback.store import Store, home_folder

            self._store = Store(home_folder(self.home), clock=self.clock)
        return self._store

    def opener_of(self, path: Path) -> Codec:
        """Ask for the passphrase of another locked file, and return what opens it. Raises as `store` does."""
        from exback.commands import passphrase

        return passphrase.ask(path, self._passphrase_screen, "The passphrase for that file")

    def store_looked_into(self, *, asks: bool) -> Store:
        """Return the store for the doctor: opened if possible, and as it is otherwise. `asks` allows a question."""
        if asks or self.passphrase_from is not None:
            with suppress(NoTerminal, StoreError):
                return self.store
        return self.store_as_it_is

    @property
    def notices(self) -> list[str]:
        """Sentences that the person should hear at the end: what happened to the file meanwhile, and what an editor left.

        Someone who left hidden hears none of them: someone has come in, who would read them too.
        """
        left = [] if self._editor is None else self._editor.close()
        if self.is_hidden:
            return []
        return [*(self._store.notices if self._store is not None else ()), *left]

    @property
    def is_hidden(self) -> bool:
        """Whether the person left hidden, so that nothing may be shown any more."""
        return self.shown is not None and self.shown.is_hidden

    @property
    def is_plain(self) -> bool:
        """Whether to use plain lines: if the person wants them or, where they said nothing, if the terminal can't draw."""
        wanted = self._wants_plain
        return not _can_draw() if wanted is None else wanted

    @property
    def _wants_plain(self) -> bool | None:
        """Whether plain lines are wanted: by the command line, then by EXBACK_PLAIN, then by the settings in the file."""
        if self.plain is not None:
            return self.plain
        if named := os.environ.get("EXBACK_PLAIN", "").strip().casefold():
            return named not in NO
        with suppress(StoreError):  # there may be no folder for it; a command that needs the file says so
            return self.store_as_it_is.remembered().plain or None
        return None

    @property
    def shows_pages(self) -> bool:
        """Whether there is a terminal to show pages on, and plain lines aren't wanted."""
        return not self.is_plain and _on_terminal()

    def heed_keys(self) -> None:
        """Let Ctrl-Q work from now on if pages will be shown: people press it while they are still being loaded."""
        if _on_terminal() and _can_draw() and self.plain is not True:
            from exback.screen.terminal import flow_control

            flow_control.turn_off()
            end_at_once()  # on a signal, which also restores the terminal; nothing is saved before there is a page

    def _resume_loading(self) -> None:
        """Let Ctrl-C end exback on the spot again, which the page for the passphrase has turned off when it closed."""
        signal.signal(signal.SIGINT, signal.default_int_handler)
        end_at_once()
        self.heed_keys()

    def screen(self) -> Screen:
        """Return a screen to ask questions on. Raises NoTerminal. In its `with` block, the screen handles Ctrl-C."""
        has_streams = sys.stdin is not None and sys.stdout is not None
        if not (_on_terminal() or (self._wants_plain and has_streams)):
            raise NoTerminal(
                "exback asks questions, and there's no terminal here to ask them in.",
                hint="Start it in a terminal window. For plain lines without one: exback --plain",
            )
        if self.is_plain:
            from exback.screen.plain import Plain

            self.clear_early()
            raise_again()
            can_clear = _can_draw() and sys.stdout.isatty()
            self.shown = Plain(self.clock, sys.stdin, sys.stdout, edit=self._edit, can_clear=can_clear)
            return self.shown
        return self._open_terminal()

    def _open_terminal(self) -> Terminal:
        """Return the terminal on which pages are up already, or a new one."""
        if self._terminal is not None and self._has_open_terminal:
            return self._terminal
        self.heed_keys()
        from exback.screen.terminal.front import Terminal

        self.shown = self._terminal = Terminal(self.clock, self._edit)
        return self._terminal

    @property
    def _has_open_terminal(self) -> bool:
        return self._terminal is not None and self._terminal.is_open

    def one_screen(self) -> AbstractContextManager[object]:
        """Return what keeps pages up from the passphrase on, so that no other screen is seen between it and the next page."""
        asks = self.passphrase_from is None and self.store_as_it_is.is_locked
        return self._open_terminal() if asks and self.shows_pages else nullcontext()

    def _edit(self, text: str, page: str) -> Edited:
        from exback.commands.editor import Editor

        self._editor = self._editor or Editor(self.store_as_it_is.home)
        return self._editor(text, page)

    def clear_early(self) -> None:
        """Clear what was put on the screen before anything was loaded, once."""
        clear, self._clear_early = self._clear_early, None
        if clear is not None:
            clear()

    def screen_if_any(self) -> Callable[[], Screen] | None:
        """Return what opens a screen to ask questions on, None where no one can be asked."""
        return self.screen if self._wants_plain or _on_terminal() else None

    def private_screen(self) -> Screen:
        """Return a screen to ask for a passphrase on. Raises NoTerminal where nothing would hide what is typed."""
        _must_hide_typing("exback hides a passphrase while you type it, and there's no terminal here to do that.")
        return self.screen()

    def _passphrase_screen(self) -> Screen:
        """Return a screen to ask for the passphrase on, which uses stderr where stdout is a file or a pipe."""
        _must_hide_typing("The file is locked, and there's no terminal here to ask for its passphrase.")
        if _on_terminal() or not _is_terminal(sys.stderr):
            return self.screen()
        from exback.screen.plain import Plain

        raise_again()  # so that the terminal shows what is typed again, however the person leaves
        return Plain(self.clock, sys.stdin, sys.stderr)

    def journey(self) -> Journey:
        """Return what happened so far, from the file as it is now. Raises as `store` does."""
        return self.program.journey(self.store.load().runs, self.clock())

    def journey_if_open(self) -> Journey:
        """Return what happened so far, without asking for a passphrase: nothing if the file is locked, missing or unreadable.

        Nothing is written or printed.
        """
        runs: list[Run] = []
        with suppress(ExbackError):
            store = self.store_as_it_is
            runs = store.read(store.path).runs
        return self.program.journey(runs, self.clock())

    def named_steps(self) -> frozenset[str]:
        """Return the ids of the steps that a list may name, as far as that's known without asking for a passphrase.

        If the file is locked, missing or unreadable, a boundary may hold, so no step that one withholds is among them.
        """
        from exback.engine.status import status_of

        status = status_of(self.program, self.journey_if_open())
        steps = [listed.step for listed in status.listed]
        return frozenset(step.id for step in steps if not (status.must_ask and (step.reaches_out or step.not_for)))

    def must_not_be_withheld(self, step: Step) -> None:
        """Make sure that a step may be named, which may ask for the passphrase. Raises NotNow if it may not be."""
        from exback.engine.status import State, refused, status_of

        if status_of(self.program, self.journey()).step_status(step).state == State.WITHHELD:
            raise refused()

    def wizard(self) -> Wizard:
        """Return what takes the person through pages. Raises as `store` and `screen` do."""
        from exback.commands.since import is_month_first
        from exback.commands.wizard import Wizard

        month_first = is_month_first(os.environ)
        return Wizard(self.program, self.store, self.screen(), self.clock, month_first=month_first)

    def start(self, step_id: str | None = None, *, looks_back: bool = False) -> int:
        """Open one step, or the page of the day. Return the exit code.

        Who `looks_back` sees the past entries of a step first, if there are any.
        """
        self.heed_keys()
        with self.one_screen():
            wizard = self.wizard()
            code = self._went_through(wizard, step_id, looks_back=looks_back)
        if code is None:
            return self._look_around()
        self.tell_the_end(wizard)
        return code

    def tell_the_end(self, wizard: Wizard) -> None:
        """Say what was to be on the next page, and until when an entry that was left can be gone on with: the pages are gone."""
        if wizard.last_words and not self.is_hidden:
            from exback.model.dates import day_of
            from exback.screen.plain.speech import plain_blocks

            tell(*plain_blocks(tuple(wizard.last_words), day_of(self.clock())))
        if any(wizard.way_back) and self.shows_pages:
            from exback.screen.plain.words import LEFT, SAVED

            tell(f"{LEFT} {SAVED} {wizard.way_back[-1]}")

    def _went_through(self, wizard: Wizard, step_id: str | None, *, looks_back: bool) -> int | None:
        """Go through pages. Return the exit code, None for someone new who wants to look around first."""
        if step_id is None:
            from exback.commands.pages import LookAround

            with suppress(LookAround):
                return wizard.run()
            return None
        if looks_back:
            from exback.commands.journal_browser import entries_of_step

            if (browser := entries_of_step(wizard, step_id)) is not None:
                return browser.run()
        return wizard.open(step_id)

    def _look_around(self) -> int:
        """Show the demo and, unless a signal, an error or Ctrl-Q ended it, the first page again. Return the exit code."""
        assert self.run is not None
        code = self.run(["demo"], self)
        return self.start() if code in (0, Interrupted.exit_code) and not self.is_hidden else code


def _can_draw() -> bool:
    """Whether the terminal can do more than print one line after the other."""
    return os.environ.get("TERM", "") not in CANNOT_DRAW


def _on_terminal() -> bool:
    return _is_terminal(sys.stdin) and _is_terminal(sys.stdout)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _must_hide_typing(refusal: str) -> None:
    """Make sure that what's typed can be hidden. Raises NoTerminal with a sentence if it can't."""
    if not _is_terminal(sys.stdin):
        hint = "Start it in a terminal window. In a script, hand it over from a file: exback status --passphrase-fd 0 < FILE"
        raise NoTerminal(refusal, hint=hint)
