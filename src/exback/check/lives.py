"""A simulated person who uses the whole program day by day, and what that shows: what opened, and where nothing did."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import timedelta
from functools import partial

from msgspec import Struct

from exback.check.trial import BOUNDARY_IDS, START, Trial
from exback.engine.status import State, Status, StepStatus, status_of
from exback.model.journey import Journey
from exback.model.program import Program, Step
from exback.model.run import Value

PATIENCE = 35
"""A life goes on for this many days after the last one that brought something new."""
SETTLED = 28
"""After so many days without anything new, someone ends it: before that, an ending would close what is still to open."""
LONGEST = 400
ROUNDS_A_DAY = 12
PAUSE = timedelta(minutes=10)
WEEK = 7
DAY = timedelta(days=1)
Habits = Mapping[tuple[str, str], Value]
"""Answers by step and item."""


class Person:
    """Someone who always gives the same answer to the same question.

    That is the answer in `habits` or, with a `seed`, one by chance; else the first. `known` collects every answer that
    was possible, by step and item and then by its text.
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
            # seeded with a text: a tuple has another hash in every process
            answer = random.Random(f"{self.seed}/{step}/{item}").choice(values)  # noqa: S311  # chance to be repeated
        return answer if answer in values else values[0]

    def usual(self, step: str, item: str) -> Value:
        """Return what they answer to a question, None if it never came up."""
        return self.habits.get((step, item), next(iter(self.known.get((step, item), {}).values()), None))


class DeadEnd(Struct, frozen=True):
    """A state in which nothing is open: after which step, and what is left undone."""

    after: str
    undone: frozenset[str]


class Life:
    """A person who does everything that is open to them, each step at most once a day, until nothing new comes.

    `begun` has each step they began, with what had happened before, `opened` the ids of all steps that ever were open,
    `dead_ends` the states in which none was. `states` counts the states they came through, `days` how long the life is.
    """

    def __init__(self, program: Program, person: Person, begin: Journey | None = None) -> None:
        self.program, self.person = program, person
        self.begun: list[tuple[str, Journey]] = []
        self.opened: set[str] = set()
        self.dead_ends: set[DeadEnd] = set()
        self.states = 0
        self._done: set[str] = set()
        self.journey = begin or program.journey([], START)
        self._last_new, self._until = self.journey.now, self.journey.now.date()
        stages = program.all_stages
        gates = [
            gate for stage in stages for opens in (stage.opens, *(step.opens for step in stage.steps)) for gate in opens
        ]
        self._awaited = {step for gate in gates for step, item in gate.refers if item}
        self._endings = {ending.step for stage in program.stages for ending in stage.ended_by}
        while self._may_bring_more() and self.days <= LONGEST:
            self._live_a_day()
            self.journey = self.journey.at((self.journey.now + DAY).replace(hour=START.hour, minute=0))

    @property
    def days(self) -> int:
        """The days from the first to the last."""
        return (self.journey.now - START).days

    def _may_bring_more(self) -> bool:
        """Whether something new may come: soon after the last time, or while a step names a day."""
        now = self.journey.now
        return (now - self._last_new).days <= PATIENCE or now.date() <= self._until

    @property
    def _is_settled(self) -> bool:
        """Whether nothing new came for a long time, and no step names a day."""
        now = self.journey.now
        return (now - self._last_new).days >= SETTLED and now.date() > self._until

    def _live_a_day(self) -> None:
        for _ in range(ROUNDS_A_DAY):
            status = status_of(self.program, self.journey)
            self._notice(status)
            wanted = [each.step for each in status.steps if self._wants(each, self.journey)]
            if not wanted:
                return
            for step in wanted:
                if self._does(step):
                    break  # what was open before may be withheld now

    def _wants(self, step_status: StepStatus, journey: Journey) -> bool:
        if not step_status.may_begin:
            return False
        step, latest = step_status.step.id, journey.latest(step_status.step.id)
        if latest is not None and latest.day == journey.today:
            return False
        if step in self._endings and not (step_status.due or self._is_settled):
            return False
        if step_status.stage is self.program.companion:
            return step_status.due or not step_status.has_run
        if step_status.due or step_status.state is State.OPEN:
            return True
        last = journey.last(step)
        if last is None or journey.days_since(last) < WEEK:
            return False
        return step in self._awaited or step in self._needed(journey)  # to answer again what other steps wait for

    def _needed(self, journey: Journey) -> set[str]:
        """Return the steps for which another one, done once, isn't complete yet; not where that only takes time."""
        begun = [step for step in self.program.steps() if journey.finished(step.id) and not journey.is_done(step.id)]
        verdicts = (gate.check(journey) for step in begun for gate in step.complete)
        return {
            verdict.step
            for verdict in verdicts
            if not verdict.open and (verdict.date is None or verdict.date <= journey.today)
        }

    def _does(self, step: Step) -> bool:
        """Do a step once. Whether a boundary was named in it."""
        self.begun.append((step.id, self.journey))
        trial = Trial(step, self.journey, partial(self.person.answer, step.id))
        self.journey = trial.finished().at(self.journey.now + PAUSE)
        return any(trial.given.get(boundary) for boundary in BOUNDARY_IDS)

    def _notice(self, status: Status) -> None:
        """Keep what is open and done, until when a step names a day, and whether nothing is left to do."""
        self.states += 1
        opened = {each.step.id for each in status.steps if each.may_begin}
        done = {each.step.id for each in status.steps if each.state is State.DONE}
        if not (opened <= self.opened and done <= self._done):
            self._last_new = self.journey.now
        self.opened |= opened
        self._done |= done
        dates = [each.date for each in status.steps if each.date and each.step.id not in self.opened]
        self._until = max(dates, default=self.journey.now.date() - DAY)
        outside = [each for each in status.steps if each.stage is not self.program.companion]
        is_ending_done = any(each.step.id in done and each.stage is self.program.endings for each in outside)
        if not is_ending_done and not any(each.may_begin or each.due or each.date for each in outside):
            undone = frozenset(each.step.id for each in outside) - done
            self.dead_ends.add(DeadEnd(self.journey.runs[-1].step if self.journey.runs else "", undone))
