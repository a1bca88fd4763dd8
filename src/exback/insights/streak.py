"""The days of a promise: how many have passed, how many were kept, and what is behind somebody."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from exback.insights.numbers import average
from exback.insights.series import dated_runs
from exback.model.dates import later
from exback.model.gates import whole_number
from exback.model.journey import Journey
from exback.model.program import StreakRule
from exback.model.run import Run

MILESTONES = (7, 14, 30, 60, 90, 180)
YEAR = 365
FEW = 7
"""Where something was written on fewer than one day in so many, the days cannot be taken for kept."""
LONG = 28
"""Nobody is told so within four weeks, in which a few days without a word are nothing."""


class Streak(Struct, frozen=True):
    """The days of a promise, all as whole local dates.

    `day` is how many have passed since it began, `of` how many it is meant to last. `apart` counts since
    the last break, `best` is the longest such time, `total` all days but those with a break. `breaks` and
    `uncounted` count runs; a day with a break of which no run of its own tells is one. `stretches` are the days kept
    in a row, oldest first, without those of no day; together they are all days kept. `in_a_row` is the one that still
    goes on, 0 where the next begins today. `contacts` are the days with anything written down of what a break is told
    in. `earlier` is the longest stretch under the promises before this one, `before` all days kept under them, 0 without
    any; `rules` is how many promises there were. `gaps` are the days from one day with a break to the next. `written` is
    on how many of the days something was finished where these are few, else None. `is_uncertain` says that the clock was
    set back since the promise, and that clearly more days have passed along the record than by the calendar.
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
    in_a_row: int = 0
    contacts: int = 0
    written: int | None = None
    before: int = 0
    rules: int = 1
    is_uncertain: bool = False

    @property
    def longest(self) -> int:
        """The longest stretch of days kept."""
        return max(self.stretches, default=0)

    @property
    def gap(self) -> float | None:
        """The average days between breaks, None while there are fewer than two. Those of one day count as one, so it is one or more."""
        return average(self.gaps) if self.gaps else None

    @property
    def milestones(self) -> tuple[int, ...]:
        """The days of the promise that are worth a quiet mark, up to its end or to today; none where today's is not known.

        No break takes one away.
        """
        if self.is_uncertain:
            return ()
        last = max(self.day, self.of)
        return (*(mark for mark in MILESTONES if mark <= last), *range(YEAR, last + 1, YEAR))


def streak_of(streak: StreakRule, journey: Journey) -> Streak | None:
    """Give the days since the promise that now holds, None if there is none yet."""
    promise = journey.last(streak.step)
    of = None if promise is None else whole_number(promise, streak.length)
    if promise is None or of is None:
        return None
    passed = journey.days_since(promise)
    record = _Record(streak, journey)
    broken = record.broken(promise)
    stretches, waits = _stretches(broken, passed), _waits(broken, passed)
    earlier = [_replaced(record, *both) for both in pairwise(journey.ever(streak.step))]
    return Streak(
        since=journey.day(promise),
        ends=later(journey.day(promise), of),
        day=passed,
        of=of,
        apart=waits[-1],
        best=max(waits),
        total=sum(stretches),
        breaks=len(broken),
        uncounted=len(record.since(promise, streak.uncounted)),
        stretches=tuple(length for length in stretches if length),
        earlier=max((max(kept) for kept in earlier), default=0),
        gaps=tuple(later - earlier for earlier, later in pairwise(sorted(set(broken)))),
        in_a_row=0 if passed in broken else stretches[-1],
        contacts=len({*broken, *record.since(promise)}),
        written=_written(journey, passed) if passed > LONG else None,
        before=sum(sum(kept) for kept in earlier),
        rules=1 + len(earlier),
        is_uncertain=journey.days_outrun_calendar(promise),
    )


def _written(journey: Journey, passed: int) -> int | None:
    """Give on how many of the last days before today something was finished, None as soon as they are not few."""
    written = set()
    for run in reversed(journey.runs):
        ago = 0 if run.finished is None else journey.days_since(run)
        if 0 < ago <= passed:
            written.add(ago)
            if len(written) * FEW >= passed:
                return None
    return len(written)


class _Break(NamedTuple):
    """Something that broke a promise: the place of its run in the record, how many days ago it lies, and whether all that
    is known of it is the day.
    """

    place: int
    ago: int
    is_a_day: bool


class _Record:
    """What the whole record says of promises and of what broke them."""

    def __init__(self, streak: StreakRule, journey: Journey) -> None:
        self.streak = streak
        self.journey = journey
        self.places = journey.once("places", lambda: {run.id: place for place, run in enumerate(journey.runs)})
        said = journey.all_said(streak.broken_in, streak.broken_item)
        self.told = tuple((one.run, one.value) for one in said)
        self.breaks = tuple(self._breaks())

    def _breaks(self) -> Iterator[_Break]:
        """Give every break that has a run of its own, and every other day that had one by what is told elsewhere.

        A run of its own is often written the morning after, so it stands for the day before it as well.
        """
        seen = set()
        for run, value in self.told:
            if value not in self.streak.broken_by:
                continue
            ago = self.journey.days_since(run)
            seen |= {ago, ago + 1}
            yield _Break(self.places[run.id], ago, is_a_day=False)
        for answers in self.streak.also:
            for ago, run in dated_runs(self.journey, answers):
                if ago not in seen:
                    seen.add(ago)
                    yield _Break(self.places[run.id], ago, is_a_day=bool(answers.dated_by))

    def since(self, promise: Run, values: Container[object] | None = None) -> list[int]:
        """Give the day of each run that tells of contact after a promise, counted from it; only those of some values, if named."""
        return [
            self.journey.days_between(promise, run)
            for run, value in self.told
            if self.places[run.id] > self.places[promise.id] and (values is None or value in values)
        ]

    def broken(self, promise: Run, following: Run | None = None) -> list[int]:
        """Give the days of each break between a promise and the one after it, counted from the promise, in order.

        An answer that speaks of a whole day counts on days that lie wholly within.
        """
        first, end = self.places[promise.id], len(self.places) if following is None else self.places[following.id]
        began = self.journey.days_since(promise)
        ended = -1 if following is None else self.journey.days_since(following)
        return sorted(
            max(0, began - one.ago)
            for one in self.breaks
            if (ended < one.ago < began if one.is_a_day else first < one.place < end)
        )


def _waits(broken: list[int], passed: int) -> list[int]:
    """Give the days from the promise to the first break, from each to the next, and since the last."""
    return [later - earlier for earlier, later in pairwise((0, *broken, passed))]


def _stretches(broken: list[int], passed: int) -> list[int]:
    """Give the days kept before each day with a break, and since the last; neither that day nor today is one of them."""
    marks = (-1, *sorted({day for day in broken if day < passed}), passed)
    return [later - earlier - 1 for earlier, later in pairwise(marks)]


def _replaced(record: _Record, promise: Run, following: Run) -> list[int]:
    """Give the stretches under a promise that another one took the place of, for as long as it was meant to last at most."""
    meant = whole_number(promise, record.streak.length) or 0
    lasted = min(record.journey.days_between(promise, following), meant)
    return _stretches(record.broken(promise, following), lasted)
