"""The days of a promise: how many have passed, how many were kept, and what is behind somebody."""

from __future__ import annotations

from bisect import bisect
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

from exback.insight.sums import average
from exback.journey import Journey
from exback.program import Streak
from exback.rules import whole_number

MILESTONES = (7, 14, 30, 60, 90, 180)
YEAR = 365


class Days(Struct, frozen=True):
    """The days of a promise, all as whole local dates.

    `day` is how many have passed since it began, `of` how many it is meant to last. `apart` counts since
    the last break, `best` is the longest such stretch, `total` all days but those with a break. `breaks`
    and `uncounted` count runs. `stretches` are the days before each break and since the last, oldest first, without those
    of no day. `earlier` is the longest stretch under the promises before this one, 0 without any. `gaps` are
    the days from one day with a break to the next.
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
    stretches: tuple[int, ...] = ()
    earlier: int = 0
    gaps: tuple[int, ...] = ()

    @property
    def gap(self) -> float | None:
        """The average days between breaks, None while there are fewer than two. Those of one day count as one, so it is one or more."""
        return average(self.gaps) if self.gaps else None

    @property
    def milestones(self) -> tuple[int, ...]:
        """The days of the promise that are worth a quiet mark, up to its end or to today. No break takes one away."""
        last = max(self.day, self.of)
        return (*(mark for mark in MILESTONES if mark <= last), *range(YEAR, last + 1, YEAR))


def days(streak: Streak, journey: Journey) -> Days | None:
    """Give the days since the promise that now holds, None if there is none yet."""
    promise = journey.last(streak.step)
    of = None if promise is None else whole_number(promise, streak.length)
    if promise is None or of is None:
        return None
    passed = journey.days_since(promise)
    places = _places(journey)
    answers = [
        answer
        for answer in journey.all_said(streak.broken_in, streak.broken_item)
        if places[answer.run.id] > places[promise.id]
    ]
    broken = [journey.days_between(promise, answer.run) for answer in answers if answer.value in streak.broken_by]
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
        stretches=tuple(length for length in stretches if length),
        earlier=_earlier(streak, journey),
        gaps=tuple(later - earlier for earlier, later in pairwise(sorted(set(broken)))),
    )


def _stretches(broken: list[int], passed: int) -> list[int]:
    marks = [0, *sorted(broken), passed]
    return [later - earlier for earlier, later in pairwise(marks)]


def _earlier(streak: Streak, journey: Journey) -> int:
    """Give the longest stretch under promises that were replaced, each for as long as it was meant to last at most."""
    places = _places(journey)
    said = journey.all_said(streak.broken_in, streak.broken_item)
    broken = sorted((one.run for one in said if one.value in streak.broken_by), key=lambda run: places[run.id])
    longest = 0
    for promise, following in pairwise(journey.ever(streak.step)):
        lasted = min(journey.days_between(promise, following), whole_number(promise, streak.length) or 0)
        first, end = (bisect(broken, places[run.id], key=lambda run: places[run.id]) for run in (promise, following))
        days_in = [min(lasted, journey.days_between(promise, run)) for run in broken[first:end]]
        longest = max(longest, *_stretches(days_in, lasted))
    return longest


def _places(journey: Journey) -> dict[str, int]:
    return journey.once("places", lambda: {run.id: place for place, run in enumerate(journey.runs)})
