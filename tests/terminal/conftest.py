"""What the tests on a real terminal share: two window sizes, and a person at the keyboard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from support.lives import LIFE
from support.person import Clock
from support.teletype import ENTER, EXBACK, Teletype, child, environment
from support.typist import first_words

from exback.engine.session import Session
from exback.engine.view import View
from exback.model.dates import day_of, understand
from exback.model.items import Date, InvalidAnswer, Option, OptionsQuestion, Question
from exback.model.program import Program
from exback.model.run import Run, Value, changed
from exback.store import Store

EMPTY: Mapping[str, Value] = MappingProxyType({})
SIZES = {"80x24": (80, 24), "40x24": (40, 24)}


class Room:
    """A window of one size, a home, and a fixed day. Every child ends with the test."""

    def __init__(self, stack: ExitStack, home: Path, size: tuple[int, int], now: datetime, program: Program) -> None:
        self.home = home
        self.size = size
        self.now = now
        self.program = program
        self.store = Store(home)
        self._stack = stack

    def exback(self, *words: str, **variables: str) -> Teletype:
        """Start exback on the fixed day."""
        return self.start(*self.command(*words), **variables)

    def command(self, *words: str) -> tuple[str, ...]:
        """Return the command that starts exback on the fixed day."""
        return child(self.home, [{"now": self.now.isoformat(), "words": list(words)}])

    def real_exback(self, *words: str, **variables: str) -> Teletype:
        """Start exback as people do, on today's date."""
        return self.start(*EXBACK, *words, **variables)

    def start(self, *command: str, **variables: str) -> Teletype:
        """Start any program in the window."""
        return self._stack.enter_context(Teletype(command, environment(self.home, **variables), *self.size))

    def begin(self, cursor: str, step: str = "", **fields: Any) -> None:
        """Put a run into the file that stands at an item, everything before it answered.

        `answers` replace or add to those of lives.py; other fields of the run may be given too.
        """
        self.store.put(self._run(cursor, step or self._asked_in(cursor), **fields))

    def words(self, item: str, step: str = "", **fields: Any) -> str:
        """Return what a page asks, or the first words of its text, for someone who has answered everything else."""
        view = self.view(item, step, **fields)
        return view.question or first_words(view.body)

    def refusal(self, item: str, given: object, step: str = "") -> str:
        """Return the sentence with which a question refuses an answer."""
        step = step or self._asked_in(item)
        question = next(one for one in self.program.step(step).items if one.id == item)
        assert isinstance(question, Question)
        with pytest.raises(InvalidAnswer) as refused:
            question.accept(given, self._session(item, step).path.here)
        return str(refused.value)

    def view(self, item: str, step: str = "", **fields: Any) -> View:
        """Return a page as someone sees it who has answered everything before it."""
        return self._session(item, step or self._asked_in(item), **fields).view()

    def label(self, item: str, option: str, step: str = "") -> str:
        """Return an option's text as shown on the page."""
        return next(one.label for one in self.options(item, step) if one.id == option)

    def options(self, item: str, step: str = "") -> tuple[Option, ...]:
        """Return the options of an item that are the same for everyone."""
        step = step or self._asked_in(item)
        found = next(one for one in self.program.step(step).items if one.id == item)
        assert isinstance(found, OptionsQuestion)
        assert isinstance(found.options, tuple)
        return found.options

    @property
    def run(self) -> Run:
        """The run that the file holds."""
        return self.store.load().runs[-1]

    def _asked_in(self, item: str) -> str:
        """Return the step of the story that has an item: the short one, if both have."""
        is_short = any(one.id == item for one in self.program.step("your-story").items)
        is_long = any(one.id == item for one in self.program.step("the-whole-story").items)
        return "the-whole-story" if is_long and not is_short else "your-story"

    def _session(self, item: str, step: str, **fields: Any) -> Session:
        journey = self.program.journey(self.store.load().runs, self.now)
        return Session.resume(self.program, self.program.step(step), journey, self._run(item, step, **fields))

    def _run(self, cursor: str, step: str, answers: Mapping[str, Value] = EMPTY, **fields: Any) -> Run:
        items = [item.id for item in self.program.step(step).items]
        before = items[: items.index(cursor)] if cursor in items else items
        told = {item: self._kept(step, item) for item in before if item in LIFE[step]}
        run = Run(id=f"begun-{step}", step=step, started=self.now, answers={**told, **answers}, cursor=cursor)
        return changed(run, **fields)

    def _kept(self, step: str, item: str) -> Value:
        given = LIFE[step][item]
        if any(isinstance(one, Date) for one in self.program.step(step).items if one.id == item):
            return understand(str(given), day_of(self.now)).isoformat()
        assert isinstance(given, (str, int, list))
        return given


def goes_on(teletype: Teletype) -> None:
    """Go on with what was left a while ago, on the page that asks about it."""
    teletype.see("Go on with it?")
    teletype.press(ENTER)


def taken_up(teletype: Teletype, room: Room) -> Teletype:
    """Go on with the run in the file, where its step asks about that, and return the window."""
    if room.program.step(room.run.step).momentary and not (room.run.is_empty or room.run.was_finished):
        goes_on(teletype)
    return teletype


@pytest.fixture(params=list(SIZES))
def room(request: pytest.FixtureRequest, home: Path, clock: Clock, program: Program) -> Iterator[Room]:
    """A window with 80 or 40 columns."""
    with ExitStack() as stack:
        yield Room(stack, home, SIZES[request.param], clock.now, program)


@pytest.fixture
def wide_room(home: Path, clock: Clock, program: Program) -> Iterator[Room]:
    """A window with 80 columns."""
    with ExitStack() as stack:
        yield Room(stack, home, SIZES["80x24"], clock.now, program)
