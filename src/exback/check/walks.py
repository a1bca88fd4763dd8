"""Walks through the whole program: by as many people, with as many habits, as it takes to open every step.

Someone with other habits begins where their answers first differ. Which answer to change, the closed gates say by what
they name; what follows a change that left fewer of them closed is tried first. After them come some people whose habits are
chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush
from typing import TypeAlias

from exback.check.gates import Reference, waits_for
from exback.check.lives import Habits, Life, Person
from exback.model.journey import Journey
from exback.model.program import Program

MOST_WALKS = 40
BY_CHANCE = 3
_Planned: TypeAlias = tuple[int, int, int, int, Person, Journey | None, set[str]]
"""A life to be tried: how many before it brought nothing new, for how many questions the life before it left closed steps
waiting, minus how many steps it may open, a number, who, from where, and which steps those are.
"""


def walk_through(program: Program) -> list[Life]:
    """Walk the program in as many ways as it takes to open every step, or as the bound allows, and some by chance."""
    everything = {step.id for step in program.steps()}
    lives: list[Life] = []
    opened: set[str] = set()
    tried: set[str] = set()
    waiting: list[_Planned] = [(0, 0, 0, 0, Person(), None, everything)]
    while waiting and len(lives) < MOST_WALKS and opened < everything:
        useless, awaited_before, _, _, person, begin, may_open = heappop(waiting)
        if may_open <= opened:
            continue
        life = Life(program, person, begin)
        lives.append(life)
        awaited = _awaited(program, life, everything - opened)
        useless = 0 if life.opened - opened or len(awaited) < awaited_before else useless + 1
        opened |= life.opened
        for habits, other_begin, steps in _changes(life, awaited):
            if (key := str(sorted(habits.items()))) not in tried:
                tried.add(key)
                person = Person(habits)
                heappush(waiting, (useless, len(awaited), -len(steps), len(tried), person, other_begin, steps))
    return [*lives, *(Life(program, Person(seed=seed)) for seed in range(1, BY_CHANCE + 1))]


def _awaited(program: Program, life: Life, closed: set[str]) -> dict[Reference, set[str]]:
    """Return the questions whose answers some closed steps wait for at the end of a life, each with those steps."""
    awaited: dict[Reference, set[str]] = {}
    for step_id in sorted(closed - life.opened):
        for reference in waits_for(program, program.step(step_id), life.journey):
            awaited.setdefault(reference, set()).add(step_id)
    return awaited


def _changes(life: Life, awaited: dict[Reference, set[str]]) -> Iterator[tuple[Habits, Journey | None, set[str]]]:
    """Yield habits that differ in one answer that closed steps wait for, where they first matter, and those steps."""
    for reference, steps in awaited.items():
        begin = next((world for step, world in life.begun if step == reference[0]), None)
        for value in life.person.known.get(reference, {}).values():
            if value != life.person.usual(*reference):
                yield {**life.person.habits, reference: value}, begin, steps
