"""Lets many people live, each from a seed of their own, on one core or on several."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial
from multiprocessing import Pool

from cohort.afterwards import afterwards_of
from cohort.clock import WornClock
from cohort.idle import Idle, always_open
from cohort.keeping import InMemory, Keeping
from cohort.life import Life
from cohort.people import person
from cohort.report import Cohort, DemoRun, joined
from cohort.watch import Watch

from exback.loader import load
from exback.model.program import Program

AWAY_DAYS = 7
"""Someone who hasn't opened exback for longer than that at the end of their life has left it."""


def lived(seed: int, number: int, keeping: Keeping | None = None) -> DemoRun:
    """Let one person live, and give what came of it."""
    program, always = _program()
    nature = person(seed, number)
    clock = WornClock(nature)
    watch = Watch(clock, Idle(program, always))
    life = Life(program, nature, seed, keeping or InMemory(), watch)
    life.lives()
    endings = {step.id for step in program.endings.steps}
    return DemoRun(
        number=number,
        circumstance=nature.circumstance,
        done=life.first_completed,
        days=nature.days,
        boundaries=tuple(sorted(watch.oracle.ever)),
        set_backs=clock.set_backs,
        counts={**watch.counts, "boundaries lifted": len(watch.oracle.ever - watch.oracle.standing())},
        endings={step: day for step, day in life.first_done.items() if step in endings},
        through={stage.id: life.through[stage.id] for stage in program.stages if stage.id in life.through},
        longest=watch.idle.longest,
        too_long=tuple(watch.idle.too_long),
        findings=tuple(watch.findings),
        afterwards=tuple(
            afterwards_of(
                life.walker.journey.runs,
                watch.ended_on,
                nature.days - 1,
                bounded=bool(watch.oracle.standing()),
                away=nature.days - life.last_opened > AWAY_DAYS,
            )
        ),
    )


def crowd(seed: int, numbers: Iterable[int], jobs: int = 1) -> Cohort:
    """Let many live."""
    if jobs == 1:
        return joined(lived(seed, number) for number in numbers)
    with Pool(jobs) as pool:
        return joined(pool.imap_unordered(partial(lived, seed), numbers, chunksize=8))


@cache
def _program() -> tuple[Program, frozenset[str]]:
    """Load the program once in every process."""
    program = load()
    return program, always_open(program)
