"""Walks through the whole program, day by day: by as many people, with as many habits, as it takes to open every step.

Someone with other habits begins where their answers first differ. Which answer to change, the closed gates say by what
they name; what follows a change that left fewer of them closed is tried first. After them come some people whose habits are
chance.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import partial
from heapq import heappop, heappush
from typing import NamedTuple, TypeAlias

from exback.check.gates import Reference, gates_before, waits_for
from exback.check.trial import BOUNDARY_IDS, START, Trial
from exback.engine.status import State, StepStatus, step_statuses
from exback.model.journey import Journey
from exback.model.program import Program, Step
from exback.model.run import Value

MOST_WALKS = 40
BY_CHANCE = 3
PATIENCE = 35
"""A life goes on for this many days after the last one that brought something new."""
LONGEST = 400
ROUNDS_A_DAY = 12
PAUSE = timedelta(minutes=10)
WEEK = 7
DAY = timedelta(days=1)
MONTH = 30
AWAY = timedelta(days=10)
Habits = Mapping[Reference, Value]
"""Answers by step and item."""
_Planned: TypeAlias = tuple[int, int, int, int, Habits, Journey | None, set[str]]
"""A life to be tried: how many before it brought nothing new, for how many questions the life before it left closed steps
waiting, minus how many steps it may open, a number, the habits, from where, and which steps those are.
"""


class DeadEnd(NamedTuple):
    """A state in which nothing is open: after which step, and what is left undone."""

    after: str
    undone: frozenset[str]


class Life:
    """Someone who does everything that is open to them, each step at most once a day, until nothing new comes.

    Those who go by chance stay away for some days now and then.
    They always give the same answer to the same question: that in `habits` or, with a `seed`, one by chance; else the first.
    `begun` has each step they began, with what had happened before, `opened` the ids of all steps that ever were open,
    `dead_ends` the states in which none was. `states` counts the states they came through, `days` how long the life is.
    """

    def __init__(self, program: Program, habits: Habits, begin: Journey | None = None, seed: int = 0) -> None:
        self.program = program
        self.begun: list[tuple[str, Journey]] = []
        self.opened: set[str] = set()
        self.dead_ends: set[DeadEnd] = set()
        self.states = 0
        self._habits, self._seed = habits, seed
        self._possible: dict[Reference, dict[str, Value]] = {}
        self._done: set[str] = set()
        gates = (gate for step in program.steps() for gate in gates_before(program, step))
        self._awaited = {step for gate in gates for step, item in gate.refers if item}
        self.journey = begin or program.journey([], START)
        self._last_new, self._until = self.journey.now, self.journey.now.date()
        while self._may_bring_more() and self.days <= LONGEST:
            self._live_a_day()
            stays_away = self._seed and self.days % MONTH == MONTH - 1  # some steps wait for someone who comes back
            later = self.journey.now + (AWAY if stays_away else DAY)
            self.journey = self.journey.at(later.replace(hour=START.hour, minute=0))

    @property
    def days(self) -> int:
        """The days from the first to the last."""
        return (self.journey.now - START).days

    def other_habits(self, question: Reference) -> Iterator[Habits]:
        """Yield the habits of everyone who differs in the answer to a question; none if it never came up."""
        possible = list(self._possible.get(question, {}).values())
        usual = self._habits.get(question, next(iter(possible), None))
        yield from ({**self._habits, question: value} for value in possible if value != usual)

    def _answer(self, step: str, item: str, values: tuple[Value, ...]) -> Value:
        self._possible.setdefault((step, item), {}).update({str(value): value for value in values})
        answer = self._habits.get((step, item), values[0])
        if self._seed and item not in BOUNDARY_IDS:
            # seeded with a text: a tuple has another hash in every process
            answer = random.Random(f"{self._seed}/{step}/{item}").choice(values)  # noqa: S311  # chance to be repeated
        return answer if answer in values else values[0]

    def _may_bring_more(self) -> bool:
        """Whether something new may come: soon after the last time, or while a step names a day."""
        now = self.journey.now
        return (now - self._last_new).days <= PATIENCE or now.date() <= self._until

    @property
    def _has_tried_the_rest(self) -> bool:
        """Whether nothing new has come for so long that they turn to an ending that isn't offered."""
        return (self.journey.now - self._last_new).days > PATIENCE // 2

    def _live_a_day(self) -> None:
        for _ in range(ROUNDS_A_DAY):
            steps = step_statuses(self.program, self.journey)
            self._notice(steps)
            needed = self._needed()
            wanted = [each.step for each in steps if self._wants(each, needed)]
            if not wanted:
                return
            for step in wanted:
                if self._does(step):
                    break  # what was open before may be withheld now

    def _wants(self, step_status: StepStatus, needed: set[str]) -> bool:
        journey, step = self.journey, step_status.step.id
        latest, last = journey.latest(step), journey.last(step)
        if not step_status.may_begin or (latest is not None and latest.day == journey.today):
            return False
        if step_status.stage is self.program.companion:
            return step_status.due or not step_status.has_run
        if step_status.stage is self.program.endings and not step_status.due and not self._has_tried_the_rest:
            return False  # an ending closes other ways
        if step_status.due or step_status.state == State.OPEN:
            return True
        if last is None or journey.days_since(last) < WEEK:
            return False
        return step in self._awaited or step in needed  # to answer again what other steps wait for

    def _needed(self) -> set[str]:
        """Return the steps for which another one, done once, isn't complete yet; not where that only takes time."""
        journey, steps = self.journey, self.program.steps()
        begun = [step for step in steps if journey.finished(step.id) and not journey.is_done(step.id)]
        closed = (verdict for step in begun for gate in step.complete if not (verdict := gate.check(journey)).open)
        return {verdict.step for verdict in closed if verdict.date is None or verdict.date <= journey.today}

    def _does(self, step: Step) -> bool:
        """Do a step once. Whether a boundary was named in it."""
        self.begun.append((step.id, self.journey))
        trial = Trial(step, self.journey, partial(self._answer, step.id))
        self.journey = trial.finished().at(self.journey.now + PAUSE)
        return any(trial.given.get(boundary) for boundary in BOUNDARY_IDS)

    def _notice(self, steps: Sequence[StepStatus]) -> None:
        """Keep what is open and done, until when a step names a day, and whether nothing is left to do."""
        self.states += 1
        opened = {each.step.id for each in steps if each.may_begin}
        done = {each.step.id for each in steps if each.state == State.DONE}
        if not (opened <= self.opened and done <= self._done):
            self._last_new = self.journey.now
        self.opened |= opened
        self._done |= done
        dates = [each.date for each in steps if each.date and each.step.id not in self.opened]
        self._until = max(dates, default=self.journey.now.date() - DAY)
        outside = [each for each in steps if each.stage is not self.program.companion]
        is_ending_done = any(each.step.id in done and each.stage is self.program.endings for each in outside)
        if not is_ending_done and not any(each.may_begin or each.due or each.date for each in outside):
            undone = frozenset(each.step.id for each in outside) - done
            self.dead_ends.add(DeadEnd(self.journey.runs[-1].step if self.journey.runs else "", undone))


def walk_through(program: Program) -> list[Life]:
    """Walk the program in as many ways as it takes to open every step, or as the bound allows, and some by chance."""
    everything = {step.id for step in program.steps()}
    lives: list[Life] = []
    opened: set[str] = set()
    tried: set[str] = set()
    waiting: list[_Planned] = [(0, 0, 0, 0, {}, None, everything)]
    while waiting and len(lives) < MOST_WALKS and opened < everything:
        useless, awaited_before, _, _, habits, begin, may_open = heappop(waiting)
        if may_open <= opened:
            continue
        life = Life(program, habits, begin)
        lives.append(life)
        awaited = _awaited(program, life, everything - opened)
        useless = 0 if life.opened - opened or len(awaited) < awaited_before else useless + 1
        opened |= life.opened
        for question, steps in awaited.items():
            differs_from = next((world for step, world in life.begun if step == question[0]), None)
            for other in life.other_habits(question):
                if (key := str(sorted(other.items()))) not in tried:
                    tried.add(key)
                    heappush(waiting, (useless, len(awaited), -len(steps), len(tried), other, differs_from, steps))
    return [*lives, *(Life(program, {}, seed=seed) for seed in range(1, BY_CHANCE + 1))]


def _awaited(program: Program, life: Life, closed: set[str]) -> dict[Reference, set[str]]:
    """Return the questions whose answers some closed steps wait for at the end of a life, each with those steps."""
    awaited: dict[Reference, set[str]] = {}
    for step_id in sorted(closed - life.opened):
        for reference in waits_for(program, program.step(step_id), life.journey):
            awaited.setdefault(reference, set()).add(step_id)
    return awaited
