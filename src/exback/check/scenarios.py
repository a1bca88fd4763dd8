"""Worlds in which a step can be tried: what had happened before it, and on which day and at which hour it is.

One world is made of another by letting time pass, or by letting somebody finish another step with other answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from exback.check.observations import Notes
from exback.check.trial import BOUNDARY_IDS, TAKES, Leaf
from exback.journey import Journey, Run, Value

WEEK = timedelta(days=7)
A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
Answers = Mapping[str, Value]
Library = Mapping[str, Sequence[Answers]]
"""Finished runs of every step, as answers by item."""


class World(Struct, frozen=True, kw_only=True):
    """What happened before, and now.

    Of a world that a run of the step itself led to, `last` is that run, `passed` the time since, `depth` how many such
    runs there were, and `dry` how many of them, up to the last, showed nothing new.
    """

    runs: tuple[Run, ...]
    now: datetime
    depth: int = 0
    last: Leaf | None = None
    passed: timedelta = timedelta()
    dry: int = 0


def later(world: World, passed: timedelta) -> World:
    """Give a world after some time in which nothing happened."""
    return World(runs=world.runs, now=world.now + passed)


def without(world: World, step: str) -> World:
    """Give a world in which nobody ever did a step."""
    return World(runs=tuple(run for run in world.runs if run.step != step), now=world.now)


def told(world: World, *finished: tuple[str, Answers]) -> World:
    """Give a world with some more finished runs, a week from each to the next."""
    runs, now = list(world.runs), world.now
    number = Journey(runs, now).next_number
    for step, answers in finished:
        run = Run(
            id=f"{step}-told-{number}",
            step=step,
            started=now,
            start_number=number,
            finished=now + TAKES,
            finish_number=number + 1,
            answers=dict(answers),
        )
        runs.append(run)
        number += 2
        now += WEEK
    return World(runs=tuple(runs), now=now)


def varied(base: World, notes: Notes, library: Library, times: Mapping[str, int]) -> Iterator[World]:
    """Give worlds that differ from one in what was said in other steps, one by one and all at once.

    `times` says how often each step is told of when it is told of more than once.
    """
    read = sorted({step for step, _ in notes.others if step != notes.step and library.get(step)})
    kinds = {step: _kinds(step, notes, library) for step in read}
    for step in kinds:
        yield without(base, step)
        for answers in kinds[step]:
            yield told(base, (step, answers))
            yield told(base, *[(step, answers)] * times[step])
    for turn in range(max((len(runs) for runs in kinds.values()), default=0)):
        yield told(base, *((step, runs[turn % len(runs)]) for step, runs in kinds.items()))


def bounded(base: World, library: Library) -> Iterator[World]:
    """Give worlds in which one boundary was named."""
    for boundary in BOUNDARY_IDS:
        asking = [(step, answers) for step in library for answers in library[step] if boundary in answers]
        if asking:
            step, answers = asking[0]
            yield told(base, (step, _naming(answers, boundary)))


def covering(runs: Sequence[Answers], items: Iterable[str], known: set[tuple[str, str]]) -> list[Answers]:
    """Give few runs in which each answer to some items stands once, and note in `known` what they hold."""
    chosen: list[Answers] = []
    asked = tuple(items)
    for _ in runs:
        best = max(runs, key=lambda run: len(_answers(run, asked) - known))
        if not _answers(best, asked) - known:
            break
        known |= _answers(best, asked)
        chosen.append(best)
    return chosen


def _kinds(step: str, notes: Notes, library: Library) -> list[Answers]:
    """Give runs of another step in which each answer that is read is given at least once, and no boundary is named."""
    items = {item for of, item in notes.others if of == step and item}
    return [_naming(run) for run in covering(library[step], items, set()) or library[step][:1]]


def _answers(run: Answers, items: Iterable[str]) -> set[tuple[str, str]]:
    """Give answers as text; any day stands for all days, which are never the same twice."""
    return {(item, A_DAY.sub("day", str(run.get(item)))) for item in items}


def _naming(run: Answers, *boundaries: str) -> Answers:
    """Give a run with these boundaries named where it asks for them, and no others."""
    return {item: item in boundaries if item in BOUNDARY_IDS else value for item, value in run.items()}
