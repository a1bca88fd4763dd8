"""The way to every kind of page: what the snapshots and the pictures in docs/ are made from.

The people in them are made up, and the day never changes.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout, suppress
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from io import StringIO
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TextIO, cast
from unittest.mock import patch

from msgspec import structs
from support import demo, program_walk
from support.lives import LIFE
from support.person import Clock, Person
from support.scripted import Scripted
from support.weeks import BEGAN, ten_weeks

from exback import cli
from exback.commands.journal_browser import JournalBrowser
from exback.commands.reset import reset
from exback.commands.wizard import MAP, Wizard
from exback.engine.journal import Query
from exback.engine.journal import journal as find_entries
from exback.engine.session import Session
from exback.engine.view import Answer, Event, Keep, Leave, View
from exback.loader import load
from exback.model.dates import day_of
from exback.model.journey import Journey
from exback.model.program import Program
from exback.screen.plain import Plain
from exback.store import Store
from exback.store.paths import FILE
from exback.store.progress import Progress, encode

LONG_DRAFT = "You said that you needed room.\n\nI did not ask what for."
GRAVE = MappingProxyType({**LIFE["the-whole-story"], "reasons": "I do not want to live anymore."})
UNSAFE = MappingProxyType({**LIFE["their-side"], "afraid-of-them": True})
SOMEWHERE = "/home/you/.local/share/exback"
"""Replaces the folder in which a page is made, which is another one each time."""


def noon(day: date) -> datetime:
    """Return noon of a day, when there is no doubt which day it is."""
    return datetime.combine(day, time(12), UTC)


class Shown(NamedTuple):
    """A page to look at, with the keys to press on it, or the lines to type, before it's looked at.

    `before` is the page that plain lines said just before, `rows` the height of the window, and `today` the day, if it
    isn't the gallery's.
    """

    view: View
    keys: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    before: View | None = None
    rows: int = 24
    today: date | None = None


class UpToAPage(Scripted):
    """Answers from a script up to one page, keeps that page, and leaves."""

    def __init__(self, answers: Mapping[str, object], until: Callable[[View], bool]) -> None:
        super().__init__(answers)
        self._until = until

    def __exit__(self, *_: object) -> None:
        """Leave answers unused: the rest of the script comes after the page."""

    def ask(self, view: View, keep: Keep) -> Event:
        """Return the scripted event, or leave."""
        if self._until(view):
            self.views.append(view)
            return Leave()
        return super().ask(view, keep)


class InOrder(Scripted):
    """Gives answers in their order, whatever page they come to, and leaves."""

    def __init__(self, answers: Sequence[str]) -> None:
        super().__init__({})
        self._left = list(answers)

    def ask(self, view: View, keep: Keep) -> Event:
        """Return the next answer, or leave."""
        self.views.append(view)
        return Answer(self._left.pop(0)) if self._left else Leave()


class Heard(BaseException):
    """Raised in place of a line that no one types: everything was heard that will be looked at."""


class Voice:
    """What is said and what is typed, as a terminal shows both. Ends with a Heard."""

    encoding = "utf-8"

    def __init__(self, typed: Sequence[str]) -> None:
        self.said = ""
        self._typed = list(typed)

    def write(self, words: str) -> int:
        """Say something."""
        self.said += words
        return len(words)

    def flush(self) -> None:
        """Do nothing: all was said at once."""

    def isatty(self) -> bool:
        """Whether it is a terminal. It isn't, so no one is asked to wait."""
        return False

    def fileno(self) -> int:
        """Raise OSError: it is no file either."""
        raise OSError

    def readline(self) -> str:
        """Type the next line. Raises Heard after the last."""
        if not self._typed:
            raise Heard
        self.said += f"{self._typed[0]}\n"
        return f"{self._typed.pop(0)}\n"


class Window(StringIO):
    """A terminal to print on."""

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return True


class Gallery:
    """The pages of someone who is twelve days into their rule, and of a few other lives, each in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.program: Program = load()

    @cached_property
    def person(self) -> Person:
        """Someone who made a rule, and checked in for twelve days."""
        return self._walked("begun", [*program_walk.stage_1(), *program_walk.check_ins(12)])

    @property
    def today(self) -> date:
        """The day on which they look."""
        return day_of(self.person.clock())

    def page(self, step: str, item: str, answers: Mapping[str, object] | None = None, **fields: object) -> View:
        """Return the page of an item, with everything before it answered; `fields` replace some of it."""
        session = Session.begin(self.program, self.program.step(step), self._journey, "looked-at")
        answering = Scripted(LIFE[step] if answers is None else answers)
        while (view := session.view()).item.id != item:
            session = session.apply(answering.ask(view, _keep_nothing), self.person.clock())
        return structs.replace(view, **fields)

    def refused(self, step: str, item: str, given: object) -> View:
        """Return a page after an answer that it didn't take."""
        session = Session.begin(self.program, self.program.step(step), self._journey, "looked-at")
        answering = Scripted(LIFE[step])
        while (view := session.view()).item.id != item:
            session = session.apply(answering.ask(view, _keep_nothing), self.person.clock())
        return session.apply(Answer(given), self.person.clock()).view()

    def first_page(self) -> View:
        """Return the page that someone new sees first."""
        return self._seen_by_someone_new(lambda _: True)

    def welcome(self, number: int) -> View:
        """Return a page that someone new reads before they begin."""
        return self._seen_by_someone_new(lambda view: view.item.id == self.program.welcome()[number].id)

    def _seen_by_someone_new(self, until: Callable[[View], bool]) -> View:
        new = self._walked("new", [])
        screen = UpToAPage({"first-page": self.program.first}, until)
        Wizard(self.program, new.store, screen, new.clock, new.new_id).run()
        return screen.views[-1]

    def day(self) -> View:
        """Return the page of the day."""
        return self._visited({}, lambda _: True)

    def map(self) -> View:
        """Return the page with everything that is open."""
        return self._visited({"today": MAP}, lambda view: view.item.id == MAP)

    def reset(self) -> View:
        """Return the page that asks before everything is put aside."""
        screen = UpToAPage({}, lambda _: True)
        with redirect_stdout(StringIO()):
            reset(self.person.store, lambda: screen)
        view = screen.views[-1]
        body = tuple(str(block).replace(str(self.person.store.home), SOMEWHERE) for block in view.body)
        return structs.replace(view, body=body)

    def journal(self, *answers: str) -> Shown:
        """Return the page that comes after some answers to the list of what the demo's life wrote about soup."""
        store = Store(self._empty_folder())
        for run in demo.runs():
            if any("soup" in str(value) for value in run.answers.values()):
                store.put(run)
        screen = InOrder(answers)
        wizard = Wizard(demo.program(), store, screen, lambda: demo.NOW)
        JournalBrowser(wizard, lambda journey: find_entries(demo.program(), journey, Query(words=("SOUP",)))).run()
        return Shown(screen.views[-1], today=day_of(demo.NOW))

    def printed(self, columns: int, *words: str, days: int | None = None, colour: bool = False) -> str:
        """Return what a command prints that asks nothing, in a window of a width.

        `days` of the ten weeks of weeks.py were lived then; without it, the gallery's own person looks.
        """
        home, clock = (self.person.store.home, self.person.clock) if days is None else self._weeks(days)
        variables = {
            "EXBACK_HOME": str(home),
            "EXBACK_PLAIN": "",
            "NO_COLOR": "" if colour else "1",
            "COLUMNS": str(columns),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "LC_ALL": "",
            "LC_CTYPE": "",
        }
        with patch.dict(os.environ, variables), redirect_stdout(Window()) as page:
            assert cli.run(list(words), clock) == 0
        return page.getvalue()

    def conversation(self, step: str, lines: Sequence[str]) -> str:
        """Return all that is said and typed while someone with a plan for such moments goes through a step in plain lines."""
        person = self._walked(f"heard-{step}", list(program_walk.stage_1()) if step != "your-story" else [])
        voice = Voice(lines)
        screen = Plain(person.clock, cast(TextIO, voice), cast(TextIO, voice), lambda _: None)
        Wizard(self.program, person.store, screen, person.clock, person.new_id).open(step)
        return voice.said

    def heard(self, shown: Shown) -> str:
        """Return what plain lines say, and what is typed, on a page."""
        voice = Voice(shown.typed)
        screen = Plain(
            lambda: noon(shown.today or self.today), cast(TextIO, voice), cast(TextIO, voice), lambda _: None
        )
        with suppress(Heard):
            for view in (shown.before, shown.view):
                if view is not None:
                    screen.ask(view, _keep_nothing)
        return voice.said

    @property
    def _journey(self) -> Journey:
        return self.person.journey

    def _visited(self, answers: Mapping[str, object], until: Callable[[View], bool]) -> View:
        screen = UpToAPage(answers, until)
        Wizard(self.program, self.person.store, screen, self.person.clock, self.person.new_id).run()
        return screen.views[-1]

    def _walked(self, name: str, planned: list[program_walk.Planned]) -> Person:
        person = Person(self.program, Clock(), self._empty_folder(name))
        program_walk.walk(person, sorted(planned, key=lambda step: step.day))
        person.clock.forward(days=1)
        return person

    def _weeks(self, days: int) -> tuple[Path, Clock]:
        """Return the folder and the clock of someone who lived some days of the ten weeks."""
        home = self._empty_folder()
        (home / FILE).write_bytes(encode(Progress(revision=1, runs=list(ten_weeks(days)))))
        (home / FILE).chmod(0o600)
        return home, Clock(BEGAN + timedelta(days=days))

    def _empty_folder(self, name: str = "life") -> Path:
        return Path(tempfile.mkdtemp(prefix=f"{name}-", dir=self._folder))


def _keep_nothing(draft: object) -> None:
    """Keep nothing: a page that is only looked at has no draft."""
