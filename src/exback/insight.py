"""What the runs show. Computed anew each time, stored nowhere."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

from exback.journey import Journey, Run
from exback.program import Streak
from exback.rules import whole_number


class Days(Struct, frozen=True):
    """The days of a promise, all as whole local dates.

    `day` is how many have passed since it began, `of` how many it is meant to last. `apart` counts since
    the last break, `best` is the longest such stretch, `total` all days but those with a break. `breaks`
    and `uncounted` count runs.
    """

    since: date
    ends: date
    day: int
    of: int
    apart: int
    best: int
    total: int
    breaks: int
    uncounted: int


def days(streak: Streak, journey: Journey) -> Days | None:
    """Give the days since the promise that now holds, None if there is none yet."""
    promise = journey.last(streak.step)
    of = None if promise is None else whole_number(promise, streak.length)
    if promise is None or of is None:
        return None
    passed = journey.days_since(promise)
    answers = [
        answer
        for answer in journey.all_said(streak.broken_in, streak.broken_item)
        if _place(journey, answer.run) > _place(journey, promise)
    ]
    broken = [journey.days_between(promise, a.run) for a in answers if a.value in streak.broken_by]
    stretches = _stretches(broken, passed)
    return Days(
        since=promise.day,
        ends=promise.day + timedelta(days=of),
        day=passed,
        of=of,
        apart=stretches[-1],
        best=max(stretches),
        total=passed - len({day for day in broken if day < passed}),
        breaks=len(broken),
        uncounted=sum(1 for answer in answers if answer.value in streak.uncounted),
    )


def _stretches(broken: list[int], passed: int) -> list[int]:
    marks = [0, *sorted(broken), passed]
    return [later - earlier for earlier, later in pairwise(marks)]


def _place(journey: Journey, run: Run) -> int:
    return journey.runs.index(run)
