"""What the status page shows beside the days: the last weeks in a line each, and one sentence of the person's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from exback.dates import count, in_words
from exback.distress import speaks_of_dying
from exback.insight.days import Days
from exback.insight.picture import Line
from exback.insight.series import line
from exback.insight.sums import average, figure
from exback.journey import Journey
from exback.patterns import Quotable
from exback.program import Program
from exback.prose import inline

DAYS = 28
"""Four weeks: long enough to see something move, short enough for a mark a day at 40 columns."""
LONGEST_QUOTE = 120
SENTENCE = re.compile(r".+?(?:[.!?…]+(?=\s|$)|\n|$)")


class Glimpse(Struct, frozen=True):
    """One scale over the last `DAYS` days, and what it was in words."""

    line: Line
    says: str


class Own(Struct, frozen=True):
    """A sentence that the person wrote, and the words that lead to it, which say when."""

    lead: str
    words: str


class Glance(Struct, frozen=True):
    """What there is to see in passing. `told` says how many entries the lines rest on, empty without any."""

    lines: tuple[Glimpse, ...] = ()
    told: str = ""
    own: Own | None = None


def glance(program: Program, journey: Journey, promise: Days | None, *, held: bool) -> Glance:
    """Look at the last weeks. `held` says whether a boundary holds: then only what is harmless is quoted."""
    whole = [line(program, journey, series, DAYS) for series in program.patterns.glance]
    lines = tuple(_glimpse(one, journey.today) for one in whole if one.points)
    entries = max((sum(1 for point in one.points if point.ago < DAYS) for one in whole), default=0)
    told = f"{count(entries, 'check-in').capitalize()} in the last four weeks" if lines else ""
    return Glance(lines, told, _own(program, journey, promise, held=held))


def _glimpse(whole: Line, today: date) -> Glimpse:
    recent = tuple(point for point in whole.points if point.ago < DAYS)
    if not recent:
        last = whole.points[-1]
        return Glimpse(Line(whole.title, (), whole.low, whole.high), f"{last.value} on {in_words(last.day, today)}")
    values = [point.value for point in recent]
    says = f"{values[-1]} last"
    if len(values) > 1:
        says += f", {figure(average(values))} on average"
    return Glimpse(Line(whole.title, recent, whole.low, whole.high), says)


def _own(program: Program, journey: Journey, promise: Days | None, *, held: bool) -> Own | None:
    """Give the sentence of the day: the same all day, another one tomorrow as long as there are several."""
    fit = [named for named in program.patterns.quotable if named.harmless or not held]
    found = [own for named in fit for own in _sentence(journey, named, promise)]
    return found[journey.today.toordinal() % len(found)] if found else None


def _sentence(journey: Journey, named: Quotable, promise: Days | None) -> Iterator[Own]:
    said = journey.said(named.step, named.item)
    if said is None or not isinstance(said.value, str) or speaks_of_dying(said.value):
        return
    first = SENTENCE.match(said.value.strip())
    words = inline(first[0]) if first else ""
    if words and len(words) <= LONGEST_QUOTE:
        about = f" {named.about}" if named.about else ""
        yield Own(f"{_when(journey, said.day, promise)} you wrote{about}:", words)


def _when(journey: Journey, day: date, promise: Days | None) -> str:
    number = -1 if promise is None else (day - promise.since).days
    if 0 < number <= (promise.day if promise else 0):
        return f"On day {number}"
    return f"On {in_words(day, journey.today)}"
