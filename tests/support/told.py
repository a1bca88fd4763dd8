"""Runs written by hand, for figures computed by hand: a day is counted from the first Monday of March 2026."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from itertools import count

from support.person import ZONE
from support.record import numbered

from exback.insights.chart import Chart
from exback.insights.overview import overview
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.run import Run, Value, changed

MONDAY = datetime(2026, 3, 2, 10, tzinfo=ZONE)
places = count()


def run(step: str, day: int, hour: int = 21, minutes: int = 5, zone: timezone = ZONE, **answers: Value) -> Run:
    """Return a finished run on a day after the first Monday, begun at a full hour of the clock of some place."""
    began = datetime(2026, 3, 2, tzinfo=zone) + timedelta(days=day, hours=hour)
    return Run(
        id=f"run-{next(places)}",
        step=step,
        started=began,
        finished=began + timedelta(minutes=minutes),
        answers={item.replace("_", "-"): value for item, value in answers.items()},
    )


def journey(program: Program, *runs: Run, now: int = 20) -> Journey:
    """Return the journey of some runs, seen in the morning of a day."""
    return program.journey(numbered(runs), MONDAY + timedelta(days=now))


def pictures(program: Program, *runs: Run, now: int = 20) -> dict[str, Chart]:
    """Return all pictures of some runs by their ids."""
    sections = overview(program, journey(program, *runs, now=now))
    return {picture.id: picture for section in sections for picture in section.charts}


def checked(
    day: int, mood: int = 5, longing: int = 5, sleep: int = 5, *, of: str | None = None, happened: tuple[str, ...] = ()
) -> Run:
    """Return a check-in; `of` is the day it is about."""
    about = {} if of is None else {"day": of}
    told = run("check-in", day, mood=mood, longing=longing, sleep=sleep, happened=list(happened))
    return changed(told, answers={**about, **told.answers})


def present(until: int) -> list[Run]:
    """Return something written every fourth day before a day, so that no day is without an answer."""
    return [run("write", day, 5, 1) for day in range(4, until, 4)]


def urge(day: int, before: int, after: int, *, hour: int = 22, minutes: int = 10, wrote: bool = False) -> Run:
    """Return an urge."""
    return run("urge", day, hour, minutes, before=before, after=after, wrote=wrote)
