"""Lives of people who walk the whole program, day by day: which steps open for them, and where nothing is left to do.

Each person has habits: the same answer to the same question, every time.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone

from msgspec import Struct

from exback.check.observations import Notes
from exback.check.trial import BOUNDARY_IDS, Trial
from exback.context import Undecided
from exback.dates import day_of
from exback.guide import Guide, Standing, State, look
from exback.items import Question
from exback.journey import Journey, Run, Value
from exback.program import Program, Step

START = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))
"""A Monday, in the morning. Which day it is must not matter to a program."""
PATIENCE = 35
"""A life is followed so many days beyond the last one that brought something new."""
LONGEST = 400
LOOKS_A_DAY = 12
PAUSE = timedelta(minutes=10)
WEEK = 7
DAY = timedelta(days=1)
Habits = Mapping[tuple[str, str], Value]


class Begin(Struct, frozen=True):
    """A moment at which a step was begun, with all that had happened."""

    step: str
    runs: tuple[Run, ...]
    now: datetime


class Stuck(Struct, frozen=True):
    """A state in which nothing is open: after which step, on which day, and what is left undone."""

    after: str
    undone: frozenset[str]


class Life(Struct, frozen=True):
    """One walk: what was begun and when, what stood open at any time, and how it ended."""

    habits: Habits
    begins: tuple[Begin, ...]
    opened: frozenset[str]
    stuck: frozenset[Stuck]
    states: int
    days: int
    end: Journey


class Person:
    """Somebody who does everything that is open to them, each step at most once a day."""

    def __init__(self, program: Program, habits: Habits, begin: Begin | None = None, seed: int = 0) -> None:
        self.program = program
        self.habits = habits
        self.seed = seed
        self.known: dict[tuple[str, str], dict[str, Value]] = {}
        self._terms = program.journey([], START).terms
        self._runs = list(begin.runs) if begin else []
        self._now = begin.now if begin else START
        self._since = self._now
        self._until = self._now.date()
        self._begins: list[Begin] = []
        self._opened: set[str] = set()
        self._done: set[str] = set()
        self._stuck: set[Stuck] = set()
        self._states = 0
        self._journey = Journey(self._runs, self._now, self._terms)
        self._awaited = {step for step, item in _named_by_gates(program) if item}

    def live(self) -> Life:
        """Walk until nothing new has come for a while."""
        while self._hopes() and (self._now - START).days <= LONGEST:
            self._day()
            self._now = (self._now + DAY).replace(hour=START.hour, minute=0)
        return Life(
            self.habits,
            tuple(self._begins),
            frozenset(self._opened),
            frozenset(self._stuck),
            self._states,
            (self._now - START).days,
            Journey(self._runs, self._now, self._terms),
        )

    def _hopes(self) -> bool:
        """Tell whether something new may come: soon after the last time, or while a step names a day."""
        return (self._now - self._since).days <= PATIENCE or self._now.date() <= self._until

    def _day(self) -> None:
        for _ in range(LOOKS_A_DAY):
            self._journey = Journey(self._runs, self._now, self._terms)
            guide = look(self.program, self._journey)
            self._notice(guide)
            wanted = [standing.step for standing in guide.standings if self._wants(standing)]
            if not wanted:
                return
            for step in wanted:
                if self._does(step):
                    break  # a boundary was named: what stood open before may be withheld now

    def _wants(self, standing: Standing) -> bool:
        if not standing.may_begin and standing.state is not State.STARTED:
            return False
        if any(run.step == standing.step.id and run.day == day_of(self._now) for run in reversed(self._runs)):
            return False
        if standing.stage is self.program.companion:
            return standing.due or not standing.has_run
        return standing.due or standing.state is State.OPEN or self._goes_back(standing)

    def _goes_back(self, standing: Standing) -> bool:
        """Tell whether it is time to answer again what other steps wait for."""
        last = self._journey.last(standing.step.id) if standing.step.id in self._awaited else None
        return last is not None and self._journey.days_since(last) >= WEEK

    def _does(self, step: Step) -> bool:
        """Walk a step once, and tell whether a boundary was named on the way."""
        self._begins.append(Begin(step.id, tuple(self._runs), self._now))
        trial = Trial(step, Journey(self._runs, self._now, self._terms), Notes(step.id))
        given = self._answers(trial)
        run = trial.finished(trial.leaf(trial.path(given, {}), given), f"{step.id}-{len(self._runs)}")
        self._runs.append(run)
        self._now += PAUSE
        return any(given.get(boundary) for boundary in BOUNDARY_IDS)

    def _answers(self, trial: Trial) -> dict[str, Value]:
        given = {item: self._habit(trial.step.id, item, values) for item, values in trial.plain().items()}
        while True:
            path = trial.path(given, {})
            asked = path.first_open()
            if asked is None or not isinstance(asked, Question) or asked.id in given:
                return path.answers
            try:
                values = trial.values(asked, path.here)
            except Undecided:
                values = ()
            if not values:
                return path.answers
            given[asked.id] = self._habit(trial.step.id, asked.id, values)

    def _habit(self, step: str, item: str, values: tuple[Value, ...]) -> Value:
        self.known.setdefault((step, item), {}).update({str(value): value for value in values})
        wanted = self.habits.get((step, item), values[0])
        if self.seed and item not in BOUNDARY_IDS:
            # by text: a tuple has another hash in every process
            wanted = random.Random(f"{self.seed}/{step}/{item}").choice(values)  # noqa: S311  # chance to be repeated
        return wanted if wanted in values else values[0]

    def _notice(self, guide: Guide) -> None:
        self._states += 1
        outside = [one for one in guide.standings if one.stage is not self.program.companion]
        self._note_what_is_new(guide)
        if any(one.may_begin or one.due or one.date or one.state is State.STARTED for one in outside):
            return
        if any(one.state is State.DONE and one.stage is self.program.endings for one in outside):
            return  # an ending is no wall
        undone = frozenset(one.step.id for one in outside if one.state is not State.DONE)
        last = next((run.step for run in reversed(self._runs)), "")
        self._stuck.add(Stuck(last, undone))

    def _note_what_is_new(self, guide: Guide) -> None:
        opened = {one.step.id for one in guide.standings if one.may_begin or one.state is State.STARTED}
        done = {one.step.id for one in guide.standings if one.state is State.DONE}
        if not (opened <= self._opened and done <= self._done):
            self._since = self._now
        self._opened |= opened
        self._done |= done
        closed = (one.date for one in guide.standings if one.step.id not in self._opened)
        self._until = max((day for day in closed if day), default=self._now.date() - DAY)


def _named_by_gates(program: Program) -> Iterator[tuple[str, str]]:
    for stage in program.all_stages:
        gates = [*stage.opens, *(gate for step in stage.steps for gate in step.opens)]
        yield from (reference for gate in gates for reference in gate.refers)
