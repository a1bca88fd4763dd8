"""Simulated people who walk the whole program day by day: which steps open for them, and where nothing is left to do."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import timedelta

from msgspec import Struct

from exback.check.observations import Observations
from exback.check.trial import BOUNDARY_IDS, START, Scenario, Trial
from exback.guide import Guide, Standing, State, look
from exback.journey import Journey, Value
from exback.program import Program, Step

PATIENCE = 35
"""A life is followed for this many days after the last one that brought something new."""
LONGEST = 400
LOOKS_A_DAY = 12
PAUSE = timedelta(minutes=10)
WEEK = 7
DAY = timedelta(days=1)
Habits = Mapping[tuple[str, str], Value]
"""Answers by step and item."""


class Person:
    """Someone who always gives the same answer to the same question.

    That is the one in `habits` or, with a `seed`, one by chance; else the first. `known` collects every answer that
    could have been given, by step and item.
    """

    def __init__(self, habits: Habits | None = None, seed: int = 0) -> None:
        self.habits = habits or {}
        self.seed = seed
        self.known: dict[tuple[str, str], dict[str, Value]] = {}

    def answer(self, step: str, item: str, values: tuple[Value, ...]) -> Value:
        """Return the answer to a question, one of the values."""
        self.known.setdefault((step, item), {}).update({str(value): value for value in values})
        answer = self.habits.get((step, item), values[0])
        if self.seed and item not in BOUNDARY_IDS:
            # by text: a tuple has another hash in every process
            answer = random.Random(f"{self.seed}/{step}/{item}").choice(values)  # noqa: S311  # chance to be repeated
        return answer if answer in values else values[0]

    def usual(self, step: str, item: str) -> Value:
        """Return what they answer to a question, None if it never came up."""
        return self.habits.get((step, item), next(iter(self.known.get((step, item), {}).values()), None))


class Stuck(Struct, frozen=True):
    """A state in which nothing is open: after which step, and what is left undone."""

    after: str
    undone: frozenset[str]


class Life(Struct, frozen=True):
    """One person's walk: each step they began with what had happened before, what stood open, and how it ended."""

    person: Person
    begun: tuple[tuple[str, Scenario], ...]
    opened: frozenset[str]
    stuck: frozenset[Stuck]
    states: int
    days: int
    end: Journey


class Simulation:
    """A person who does everything that is open to them, each step at most once a day, from some moment on."""

    def __init__(self, program: Program, person: Person, begin: Scenario | None = None) -> None:
        self.program = program
        self.person = person
        self._terms = program.journey([], START).terms
        self._scenario = begin or Scenario()
        self._last_new = self._scenario.now
        self._until = self._scenario.now.date()
        self._begun: list[tuple[str, Scenario]] = []
        self._opened: set[str] = set()
        self._done: set[str] = set()
        self._stuck: set[Stuck] = set()
        self._states = 0
        self._awaited = {step for step, item in _named_by_gates(program) if item}

    def live(self) -> Life:
        """Walk until nothing new has come for a while."""
        while self._may_bring_more() and (self._scenario.now - START).days <= LONGEST:
            self._day()
            next_day = (self._scenario.now + DAY).replace(hour=START.hour, minute=0)
            self._scenario = Scenario(self._scenario.runs, next_day)
        return Life(
            self.person,
            tuple(self._begun),
            frozenset(self._opened),
            frozenset(self._stuck),
            self._states,
            (self._scenario.now - START).days,
            self._journey(),
        )

    def _journey(self) -> Journey:
        return Journey(self._scenario.runs, self._scenario.now, self._terms)

    def _may_bring_more(self) -> bool:
        """Whether something new may come: soon after the last time, or while a step names a day."""
        now = self._scenario.now
        return (now - self._last_new).days <= PATIENCE or now.date() <= self._until

    def _day(self) -> None:
        for _ in range(LOOKS_A_DAY):
            journey = self._journey()
            guide = look(self.program, journey)
            self._notice(guide)
            wanted = [standing.step for standing in guide.standings if self._wants(standing, journey)]
            if not wanted:
                return
            for step in wanted:
                if self._names_a_boundary(step):
                    break  # what stood open before may be withheld now

    def _wants(self, standing: Standing, journey: Journey) -> bool:
        if not standing.may_begin and standing.state is not State.STARTED:
            return False
        latest = journey.latest(standing.step.id)
        if latest is not None and latest.day == journey.today:
            return False
        if standing.stage is self.program.companion:
            return standing.due or not standing.has_run
        return standing.due or standing.state is State.OPEN or self._goes_back(standing, journey)

    def _goes_back(self, standing: Standing, journey: Journey) -> bool:
        """Whether it is time to answer again what other steps wait for."""
        last = journey.last(standing.step.id) if standing.step.id in self._awaited else None
        return last is not None and journey.days_since(last) >= WEEK

    def _names_a_boundary(self, step: Step) -> bool:
        """Do a step once. Whether a boundary was named on the way."""
        self._begun.append((step.id, self._scenario))
        trial = Trial(
            step,
            self._journey(),
            Observations(step.id),
            lambda item, values: self.person.answer(step.id, item, values),
        )
        self._scenario = self._scenario.after(trial).later(PAUSE)
        return any(trial.given.get(boundary) for boundary in BOUNDARY_IDS)

    def _notice(self, guide: Guide) -> None:
        self._states += 1
        self._notice_what_is_new(guide)
        outside = [standing for standing in guide.standings if standing.stage is not self.program.companion]
        if any(one.may_begin or one.due or one.date or one.state is State.STARTED for one in outside):
            return
        if any(one.state is State.DONE and one.stage is self.program.endings for one in outside):
            return  # an ending is no dead end
        undone = frozenset(one.step.id for one in outside if one.state is not State.DONE)
        after = self._scenario.runs[-1].step if self._scenario.runs else ""
        self._stuck.add(Stuck(after, undone))

    def _notice_what_is_new(self, guide: Guide) -> None:
        now = self._scenario.now
        opened = {each.step.id for each in guide.standings if each.may_begin or each.state is State.STARTED}
        done = {each.step.id for each in guide.standings if each.state is State.DONE}
        if not (opened <= self._opened and done <= self._done):
            self._last_new = now
        self._opened |= opened
        self._done |= done
        dates = [each.date for each in guide.standings if each.date and each.step.id not in self._opened]
        self._until = max(dates, default=now.date() - DAY)


def _named_by_gates(program: Program) -> Iterator[tuple[str, str]]:
    for stage in program.all_stages:
        gates = [*stage.opens, *(gate for step in stage.steps for gate in step.opens)]
        yield from (reference for gate in gates for reference in gate.refers)
