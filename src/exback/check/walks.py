"""Walks through the whole program: by as many people, with as many habits, as it takes to open every step.

Somebody with other habits begins where their answers first differ. Which answer to change, the closed gates say by what
they name. After those who open something come some people whose habits are chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import heappop, heappush

from msgspec import Struct

from exback.check.gates import waits_for
from exback.check.simulation import Begin, Habits, Life, Person
from exback.journey import Value
from exback.program import Program

MOST_WALKS = 40
BY_CHANCE = 3


class Walks(Struct, frozen=True):
    """All lives, and every step that opened in any of them."""

    lives: tuple[Life, ...]
    opened: frozenset[str]


class _Change(Struct, frozen=True):
    """Habits to try next, from a moment on, and the steps that may open for them."""

    habits: Habits
    begin: Begin | None
    steps: frozenset[str]


def walk_through(program: Program) -> Walks:
    """Walk the program in as many ways as it takes to open every step, or as the bound allows, and some by chance."""
    everything = {step.id for step in program.steps()}
    lives: list[Life] = []
    opened: set[str] = set()
    asked: set[str] = set()
    waiting = [(0, 0, 0, _Change({}, None, frozenset(everything)))]
    while waiting and len(lives) < MOST_WALKS and opened < everything:
        stale, _, _, change = heappop(waiting)
        if change.steps <= opened:
            continue
        person = Person(program, change.habits, change.begin)
        life = person.live()
        lives.append(life)
        stale = 0 if life.opened - opened else stale + 1
        opened |= life.opened
        for other in _changes(program, life, person.known, everything - opened):
            if str(sorted(other.habits.items())) not in asked:
                asked.add(str(sorted(other.habits.items())))
                heappush(waiting, (stale, -len(other.steps), len(asked), other))
    lives += [Person(program, {}, seed=seed).live() for seed in range(1, BY_CHANCE + 1)]
    return Walks(tuple(lives), frozenset(opened.union(*(life.opened for life in lives))))


def _changes(
    program: Program, life: Life, known: Mapping[tuple[str, str], Mapping[str, Value]], closed: set[str]
) -> Iterator[_Change]:
    """Give the habits that differ in one answer that a step which never opened waits for."""
    awaited: dict[tuple[str, str], set[str]] = {}
    for step_id in sorted(closed - life.opened):
        for reference in waits_for(program, program.step(step_id), life.end):
            awaited.setdefault(reference, set()).add(step_id)
    for reference, steps in awaited.items():
        values = known.get(reference, {})
        usual = life.habits.get(reference, next(iter(values.values()), None))
        begin = next((begin for begin in life.begins if begin.step == reference[0]), None)
        for value in values.values():
            if value != usual:
                yield _Change({**life.habits, reference: value}, begin, frozenset(steps))
