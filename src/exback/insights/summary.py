"""What the status page shows beside the days: the last weeks in a line each, and one sentence of the person's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from exback.dates import count, in_words, short
from exback.distress import speaks_of_dying
from exback.insights.chart import Line, Point, marks
from exback.insights.numbers import average, figure
from exback.insights.series import line
from exback.insights.streak import Streak
from exback.journey import Journey
from exback.patterns import Quotable
from exback.program import Program
from exback.prose import inline

WEEK = 7
DAYS = 4 * WEEK
"""Four weeks: long enough to see something move, short enough for a mark a day at 40 columns."""
LONGEST_QUOTE = 120
SENTENCE = re.compile(r".+?(?:[.!?…]+(?=\s|$)|\n|$)")


class Glimpse(Struct, frozen=True):
    """One scale over the last `DAYS` days, what stands beside it, and all of it in words."""

    line: Line
    says: str
    read: str


class Own(Struct, frozen=True):
    """A sentence that the person wrote, and the words that lead to it, which say when."""

    lead: str
    words: str


class Glance(Struct, frozen=True):
    """What there is to see in passing. `told` says how many entries the lines rest on, empty without any.

    `bounds` says between which numbers they run, empty where these are not the same for all.
    """

    lines: tuple[Glimpse, ...] = ()
    bounds: str = ""
    told: str = ""
    own: Own | None = None


def glance(program: Program, journey: Journey, promise: Streak | None, *, held: bool) -> Glance:
    """Look at the last weeks. `held` says whether a boundary holds: then only what is harmless is quoted."""
    whole = [line(program, journey, series, DAYS) for series in program.patterns.glance]
    lines = tuple(_glimpse(one, journey.today) for one in whole if one.points)
    entries = max((sum(1 for point in one.points if point.ago < DAYS) for one in whole), default=0)
    told = f"{count(entries, 'check-in').capitalize()} in the last four weeks" if lines else ""
    between = {_between(one.line) for one in lines if one.line.points}
    bounds = between.pop() if len(between) == 1 else ""
    return Glance(lines, bounds, told, _own(program, journey, promise, held=held))


def _glimpse(whole: Line, today: date) -> Glimpse:
    last = whole.points[-1]
    recent = tuple(point for point in whole.points if point.ago < DAYS)
    seen = Line(whole.title, recent, whole.low, whole.high)
    mean = f"{figure(average([point.value for point in recent]))} on average" if len(recent) > 1 else ""
    says = ", ".join(filter(None, (f"{last.value} {_on(last, today)}", mean)))
    weeks = _by_week(seen) or mean
    read = "; ".join(filter(None, (weeks, f"last {last.value}, {_on(last, today)}")))
    return Glimpse(seen, says, f"{whole.title}, {_between(whole)}: {read}.")


def _by_week(seen: Line) -> str:
    """Give the average of each week since the first that was told of, empty if that is this one, or there is one entry."""
    told = marks(seen, DAYS // WEEK, days=DAYS).values
    first = next((place for place, value in enumerate(told) if value is not None), len(told))
    weeks = ["nothing" if value is None else figure(value) for value in told[first:]]
    return f"by week {', '.join(weeks)}" if len(weeks) > 1 < len(seen.points) else ""


def _between(one: Line) -> str:
    return f"{one.low} to {one.high}"


def _on(point: Point, today: date) -> str:
    """Give the day of an entry in few words, to stand beside a line; of one that is older than the line, in full."""
    if point.ago >= DAYS:
        return f"on {in_words(point.day, today)}"
    return {0: "today", 1: "yesterday"}.get(point.ago, f"on {short(point.day)}")


def _own(program: Program, journey: Journey, promise: Streak | None, *, held: bool) -> Own | None:
    """Give the sentence of the day: the same all day, another one tomorrow as long as there are several."""
    fit = [named for named in program.patterns.quotable if named.harmless or not held]
    found = [own for named in fit for own in _sentence(journey, named, promise)]
    return found[journey.today.toordinal() % len(found)] if found else None


def _sentence(journey: Journey, named: Quotable, promise: Streak | None) -> Iterator[Own]:
    said = journey.said(named.step, named.item)
    if said is None or not isinstance(said.value, str) or speaks_of_dying(said.value):
        return
    first = SENTENCE.match(said.value.strip())
    words = inline(first[0]) if first else ""
    if words and len(words) <= LONGEST_QUOTE:
        about = f" {named.about}" if named.about else ""
        yield Own(f"{_when(journey, said.day, promise)} you wrote{about}:", words)


def _when(journey: Journey, day: date, promise: Streak | None) -> str:
    number = -1 if promise is None else (day - promise.since).days
    if 0 < number <= (promise.day if promise else 0):
        return f"On day {number}"
    return f"On {in_words(day, journey.today)}"
