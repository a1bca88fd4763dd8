"""However someone comes and goes, no entry of a momentary step ever holds two evenings."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from tempfile import mkdtemp
from types import TracebackType
from typing import Self

from hypothesis import given, settings
from hypothesis import strategies as st
from support.person import Clock
from support.simulated_person import fitting, half

from exback.commands.moment import FRESH, GO_ON
from exback.commands.wizard import LEAVE, Wizard
from exback.engine.status import State, status_of
from exback.engine.view import Answer, Back, Draft, Event, Keep, Leave, Skip, View
from exback.errors import NotNow
from exback.loader import load
from exback.model.dates import day_of
from exback.model.items import Question
from exback.model.journey import MOMENT
from exback.model.run import Run
from exback.store import Store

DEEP = bool(os.environ.get("EXBACK_DEEP"))
PROGRAM = load()
MOMENTARY = tuple(step.id for step in PROGRAM.steps() if step.momentary)
MINUTES_AWAY = (1, 3, 20, 70, 125, 400, 900, 1440, 4000)
ON_A_PAGE = (*(1,) * 20, *MINUTES_AWAY)
MOST_PAGES = 40
Given = dict[str, list[datetime]]
"""By run, when something in it was answered or finished."""


class Restless:
    """Someone who answers by chance, stays away from open pages, leaves, comes back, and has a second window.

    `given` is when each run was answered, worked out from the file after every page.
    """

    def __init__(self, home: Path, seed: int) -> None:
        self.clock = Clock()
        self.store = Store(home)
        self.chance = Random(seed)
        self.given: Given = {}
        self.typed: set[str] = set()
        self._ids = count(1)
        self._seen: dict[str, tuple[object, object]] = {}
        self._pages = MOST_PAGES
        self._windows = 0

    def lives(self) -> None:
        """Open exback again and again, hours or days apart."""
        for _ in range(8):
            self._opens()
            self.clock.forward(minutes=self.chance.choice(MINUTES_AWAY))

    def _opens(self) -> None:
        wizard = Wizard(PROGRAM, Store(self.store.home), self, self.clock, lambda: f"run-{next(self._ids)}")
        with suppress(NotNow):
            wizard.open(self.chance.choice(MOMENTARY))
        self._looks()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to put away."""

    def ask(self, view: View, keep: Keep) -> Event:
        """Stay on a page for a while, and do something on it."""
        self._looks()
        self._pages -= 1
        self.clock.forward(minutes=self.chance.choice(ON_A_PAGE))
        if self._windows < 1 and self.chance.random() < 0.1:
            self._windows += 1
            self._opens()
            self._windows -= 1
        if view.item.id == "moment":
            return Answer(self.chance.choice((GO_ON, FRESH, "7")))
        return self._does(view, keep)

    def _does(self, view: View, keep: Keep) -> Event:
        chance = self.chance.random()
        if chance < 0.15 or self._pages % MOST_PAGES == 0:
            return Leave()
        if chance < 0.25 and view.can_back:
            return Back()
        if chance < 0.3 and view.can_skip:
            return Skip()
        if isinstance(view.item, Question) and chance < 0.4:
            words = half(view, self.chance.choice)
            keep(Draft(words))
            self._looks()
        if not isinstance(view.item, Question):
            return Answer(LEAVE if view.item.id == "today" else True)
        return Answer(fitting(view, day_of(self.clock.now), self.chance.choice))

    def _looks(self) -> None:
        """Note whose answers have changed in the file since the last look, and whose end has, by when that was.

        One that was reopened and is left, however late, ends again when it did.
        """
        for run in self.store.load().runs:
            answers, end = self._seen.get(run.id, ({}, None))
            if run.answers != answers or (end is not None and run.finished is None):
                self.given.setdefault(run.id, []).append(self.clock.now)
            elif run.finished is not None and run.finished != end:
                self.given.setdefault(run.id, []).append(run.finished)
            self._seen[run.id] = (run.answers, run.finished)

    @property
    def runs(self) -> Iterator[Run]:
        """Every run in the file."""
        return iter(self.store.load().runs)


@settings(max_examples=200 if DEEP else 10)
@given(st.integers(0, 2**32))
def test_no_entry_holds_two_evenings(seed: int) -> None:
    """All that is answered in a run is answered on its day, within two hours of its beginning."""
    home = Path(mkdtemp())
    try:
        person = Restless(home / "data", seed)
        person.lives()
        for run in (run for run in person.runs if run.step in MOMENTARY):  # some open a letter, which takes days
            assert {day_of(moment) for moment in person.given.get(run.id, [])} <= {day_of(run.started)}
            assert all(moment - run.started <= MOMENT for moment in person.given.get(run.id, []))
        journey = PROGRAM.journey(tuple(person.runs), person.clock.now + timedelta(days=1))
        begun = [step for step in MOMENTARY if journey.unfinished(step) is not None]
        assert begun == []
        statuses = status_of(PROGRAM, journey).steps
        assert State.STARTED not in {each.state for each in statuses if each.step.momentary}
    finally:
        shutil.rmtree(home)


def test_such_lives_have_what_is_tried(tmp_path: Path) -> None:
    """Among them are runs that were left, and some that were finished after being taken up."""
    lives = [Restless(tmp_path / str(seed), seed) for seed in range(8)]
    for person in lives:
        person.lives()
    runs = [run for person in lives for run in person.runs]
    taken_up = [run for person in lives for run in person.runs if len(person.given.get(run.id, [])) > 1]
    assert sum(run.finished is None and bool(run.answers) for run in runs) >= 10
    assert sum(run.finished is not None for run in runs) >= 10
    assert any(run.finished is not None for run in taken_up)
