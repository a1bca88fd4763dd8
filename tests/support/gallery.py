"""Every kind of page, and how to come to it: what the snapshots and the pictures in docs/ are made from.

The person in them is made up (lives.py), and the day never changes.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout, suppress
from datetime import date
from functools import cached_property
from io import StringIO
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TextIO, cast
from unittest.mock import patch

from msgspec import structs
from support import program_walk
from support.lives import LIFE
from support.person import Clock, Person
from support.scripted import Scripted

from exback import cli
from exback.commands.reset import reset
from exback.commands.wizard import MAP, Wizard
from exback.engine.presenter import CLOSING, REVIEW, WITHHELD
from exback.engine.session import Session
from exback.engine.view import Answer, Event, Keep, Leave, View
from exback.loader import load
from exback.model.dates import day_of
from exback.model.journey import Journey
from exback.model.program import Program
from exback.screen.plain import Plain

F1, PAGE_DOWN = "\x1bOP", "\x1b[6~"
SOMEWHERE = "/home/you/.local/share/exback"
"""Stands for the folder of a picture, which is another one each time."""


class Shown(NamedTuple):
    """A page to look at: the keys to press on it, or the lines to type, before it is looked at.

    `before` is a page that plain lines have said just before. A `rows` is a window of that height.
    """

    view: View
    keys: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    before: View | None = None
    rows: int = 24


class Looking(Scripted):
    """Answers from a script up to one page, keeps that page, and leaves."""

    def __init__(self, answers: Mapping[str, object], until: Callable[[View], bool]) -> None:
        super().__init__(answers)
        self._until = until

    def __exit__(self, *_: object) -> None:
        """Leave answers unused: the rest of the script comes after the page."""

    def ask(self, view: View, keep: Keep) -> Event:
        """Give the scripted event, or leave."""
        if self._until(view):
            self.views.append(view)
            return Leave()
        return super().ask(view, keep)


class Heard(BaseException):
    """Raised in place of a line that nobody types: all was heard that is to be looked at."""


class Voice:
    """What is said and what is typed, as both stand on a terminal. Ends with a Heard."""

    encoding = "utf-8"

    def __init__(self, typed: Sequence[str]) -> None:
        self.said = ""
        self._typed = list(typed)

    def write(self, words: str) -> int:
        """Say something."""
        self.said += words
        return len(words)

    def flush(self) -> None:
        """Nothing waits to be said."""

    def isatty(self) -> bool:
        """It is no terminal: nobody is asked to wait."""
        return False

    def fileno(self) -> int:
        """It is no file either."""
        raise OSError

    def readline(self) -> str:
        """Type the next line."""
        if not self._typed:
            raise Heard
        self.said += f"{self._typed[0]}\n"
        return f"{self._typed.pop(0)}\n"


class Window(StringIO):
    """A terminal to print on."""

    def isatty(self) -> bool:
        """It is one."""
        return True


class Gallery:
    """The pages of one person, in a folder of their own. They are twelve days into their rule."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.program: Program = load()

    @cached_property
    def person(self) -> Person:
        """Somebody who made a rule, and checked in for twelve days."""
        return self._walked("begun", [*program_walk.stage_1(), *program_walk.check_ins(12)])

    @property
    def today(self) -> date:
        """The day on which they look."""
        return day_of(self.person.clock())

    def page(self, step: str, item: str, answers: Mapping[str, object] | None = None, **fields: object) -> View:
        """Give the page of an item, as it stands when everything before it was answered; `fields` replace some of it."""
        session = Session.begin(self.program, self.program.step(step), self._journey, "looked-at")
        answering = Scripted(LIFE[step] if answers is None else answers)
        while (view := session.view()).item.id != item:
            session = session.apply(answering.ask(view, _keep_nothing), self.person.clock())
        return structs.replace(view, **fields)

    def refused(self, step: str, item: str, given: object) -> View:
        """Give a page after an answer that it did not take."""
        session = Session.begin(self.program, self.program.step(step), self._journey, "looked-at")
        answering = Scripted(LIFE[step])
        while (view := session.view()).item.id != item:
            session = session.apply(answering.ask(view, _keep_nothing), self.person.clock())
        return session.apply(Answer(given), self.person.clock()).view()

    def welcome(self, number: int) -> View:
        """Give a page that somebody new reads."""
        new = self._walked("new", [])
        screen = Looking({}, lambda view: view.item.id == self.program.welcome[number].id)
        Wizard(self.program, new.store, screen, new.clock, new.new_id).run()
        return screen.views[-1]

    def day(self) -> View:
        """Give the page of the day."""
        return self._visited({}, lambda _: True)

    def map(self) -> View:
        """Give the page with everything that is open."""
        return self._visited({"today": MAP}, lambda view: view.item.id == MAP)

    def reset(self) -> View:
        """Give the page that asks before all is put aside."""
        screen = Looking({}, lambda _: True)
        with redirect_stdout(StringIO()):
            reset(self.person.store, lambda: screen)
        view = screen.views[-1]
        body = tuple(str(block).replace(str(self.person.store.home), SOMEWHERE) for block in view.body)
        return structs.replace(view, body=body)

    def printed(self, columns: int, *words: str, colour: bool = False) -> str:
        """Give what a command prints that asks nothing, in a window of a width."""
        variables = {
            "EXBACK_HOME": str(self.person.store.home),
            "EXBACK_PLAIN": "",
            "NO_COLOR": "" if colour else "1",
            "COLUMNS": str(columns),
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "LC_ALL": "",
            "LC_CTYPE": "",
        }
        with patch.dict(os.environ, variables), redirect_stdout(Window()) as said:
            assert cli.run(list(words), self.person.clock) == 0
        return said.getvalue()

    def conversation(self, step: str, lines: Sequence[str]) -> str:
        """Give all that is said and typed while somebody with a plan for such moments walks a step in plain lines."""
        person = self._walked(f"heard-{step}", list(program_walk.stage_1()) if step != "your-story" else [])
        voice = Voice(lines)
        screen = Plain(lambda: day_of(person.clock()), cast(TextIO, voice), cast(TextIO, voice), lambda _: None)
        Wizard(self.program, person.store, screen, person.clock, person.new_id).open(step)
        return voice.said

    def heard(self, shown: Shown) -> str:
        """Give what plain lines say, and what is typed, on a page."""
        voice = Voice(shown.typed)
        screen = Plain(lambda: self.today, cast(TextIO, voice), cast(TextIO, voice), lambda _: None)
        with suppress(Heard):
            for view in (shown.before, shown.view):
                if view is not None:
                    screen.ask(view, _keep_nothing)
        return voice.said

    @property
    def _journey(self) -> Journey:
        return self.person.journey

    def _visited(self, answers: Mapping[str, object], until: Callable[[View], bool]) -> View:
        screen = Looking(answers, until)
        Wizard(self.program, self.person.store, screen, self.person.clock, self.person.new_id).run()
        return screen.views[-1]

    def _walked(self, name: str, planned: list[program_walk.Planned]) -> Person:
        person = Person(self.program, Clock(), Path(tempfile.mkdtemp(prefix=f"{name}-", dir=self._folder)))
        program_walk.walk(person, sorted(planned, key=lambda one: one.day))
        person.clock.forward(days=1)
        return person


LONG_DRAFT = "You said that you needed room.\n\nI did not ask what for."
GRAVE = MappingProxyType({**LIFE["your-story"], "reasons": "I do not want to live anymore."})
UNSAFE = MappingProxyType({**LIFE["their-side"], "afraid-of-them": True})

KINDS: Mapping[str, Callable[[Gallery], Shown]] = MappingProxyType(
    {
        "welcome": lambda of: Shown(of.welcome(1)),
        "day": lambda of: Shown(of.day()),
        "map": lambda of: Shown(of.map()),
        "reading": lambda of: Shown(of.page("contact-rule", "about-rules")),
        "reading-longer-than-the-screen": lambda of: Shown(
            of.page("your-story", "before-safety"), keys=(PAGE_DOWN,), rows=16
        ),
        "text": lambda of: Shown(of.page("your-story", "name")),
        "text-half-typed": lambda of: Shown(of.page("your-story", "wish", draft="To sleep a whole ni")),
        "long-text": lambda of: Shown(of.page("your-story", "reasons")),
        "long-text-begun": lambda of: Shown(of.page("your-story", "reasons", draft=LONG_DRAFT)),
        "choice": lambda of: Shown(of.page("your-story", "together")),
        "choice-with-hints": lambda of: Shown(of.page("contact-rule", "length")),
        "choices": lambda of: Shown(of.page("your-story", "causes")),
        "scale": lambda of: Shown(of.page("check-in", "mood")),
        "yes-or-no": lambda of: Shown(of.page("your-story", "afraid-of-them")),
        "date": lambda of: Shown(of.page("your-story", "ended")),
        "breath": lambda of: Shown(of.page("urge", "breath"), typed=("",)),
        "wait": lambda of: Shown(of.page("urge", "wait", {**LIFE["urge"], "now-what": "wait"}), typed=("",)),
        "quotations": lambda of: Shown(of.page("urge", "plans")),
        "review": lambda of: Shown(of.page("your-story", REVIEW)),
        "closing": lambda of: Shown(of.page("urge", CLOSING)),
        "table": lambda of: Shown(of.page("check-in", CLOSING, {**LIFE["check-in"], **LIFE["check-in weekly"]})),
        "concern": lambda of: Shown(of.page("your-story", "causes", GRAVE)),
        "withheld": lambda of: Shown(of.page("their-side", WITHHELD, UNSAFE)),
        "help": lambda of: Shown(of.page("your-story", "who-ended"), keys=(F1,), typed=("help",)),
        "answered-before": lambda of: Shown(of.page("your-story", "who-ended", value="faded", value_text="It faded")),
        "refused": lambda of: Shown(
            of.refused("your-story", "ended", "31 februember"),
            typed=("31 februember",),
            before=of.page("your-story", "ended"),
        ),
        "reset": lambda of: Shown(of.reset()),
    }
)
"""The kinds of pages by name, each with the way to it."""

PRINTED: Mapping[str, tuple[str, ...]] = MappingProxyType({"status": ("status",), "step": ("step",)})
"""The pages that ask nothing, and the commands that print them."""

SPOKEN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "urge": (
            *("8", "", "", "", "again", "2"),
            *("You never came home.", "I waited with the soup.", "", "help", "I am still angry.", "."),
            *("12", "4", "back", "", "maybe", "no", "1", "9", "", ""),
        ),
        "your-story": (
            *("", "J.", "?", "9", "4", "Nobody said it.", "We stopped asking.", ".", "1 and 4", "3"),
            *("yesterweek", "three weeks ago", "back", "", "1", "0", "skip", "", "n", "no", "2", "n", "", ""),
        ),
    }
)
"""Whole steps in plain lines, and what is typed in them."""


def _keep_nothing(draft: object) -> None:
    """A page that is only looked at has no draft."""
