"""A chart as plain values: its sentence, how many entries it rests on, and the numbers to draw. Front ends draw it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct

from exback.insights.numbers import average, figure
from exback.model.dates import in_words, short
from exback.model.prose import Table

NOTHING = "–"
"""Shown in a table where there is no number."""
SPANS = MappingProxyType(
    {
        1: ("one day", "day by day"),
        7: ("the average of a week", "the average of each week"),
        28: ("the average of four weeks", "the average of every four weeks"),
        91: ("the average of a quarter", "the average of each quarter"),
        364: ("the average of a year", "the average of each year"),
    }
)
"""Days that one mark can stand for (a longer line takes more): what it then is, and how a row of them is read aloud."""
MOST_READ = 14
"""The most numbers of one line that are read one after the other; more are averaged."""


class Point(Struct, frozen=True):
    """A whole number for one day. `ago` is how many days ago, along the record: 0 is today, and it's never negative.

    `day` is its date; if the clock was set back, a later entry can have an earlier date.
    """

    ago: int
    day: date
    value: int


class Line(Struct, frozen=True):
    """One number over time, oldest first, between `low` and `high`, both included."""

    title: str
    points: tuple[Point, ...]
    low: int = 0
    high: int = 10


class Lines(Struct, frozen=True):
    """Lines above each other.

    With `by_day`, a mark stands for a day (or more, see `marks`), and days without an entry stay empty. Without, each entry has
    a mark of its own, and all lines have the same entries.
    """

    lines: tuple[Line, ...]
    by_day: bool = True


class Row(Struct, frozen=True):
    """A number for each label of Bars; None where there is none.

    `beside` are the words beside each bar, if not the number alone; `spoken` are the words to read aloud for each, where label
    and number alone wouldn't be understood. Both are empty or as long as `values`.
    """

    title: str
    values: tuple[float | None, ...]
    beside: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()

    @property
    def figures(self) -> tuple[str, ...]:
        """The words beside each bar."""
        return self.beside or tuple(map(_cell, self.values))


class Bars(Struct, frozen=True):
    """Numbers side by side: a label for each bar, and rows with a value for each label.

    `high` is what a full bar stands for, without it the greatest number. `counts` says that the numbers count something.
    """

    labels: tuple[str, ...]
    rows: tuple[Row, ...]
    high: int | None = None
    counts: bool = False

    @property
    def full(self) -> float:
        """What a full bar stands for; never 0."""
        return self.high or max((value for row in self.rows for value in row.values if value), default=1)


Drawing: TypeAlias = Lines | Bars


class Chart(Struct, frozen=True, kw_only=True):
    """One chart of a page. `id` is kebab-case and unique on the page.

    `says` is one or more sentences: what the chart shows or, with fewer entries than it takes, that it's too early to say.
    Then `rests_on` is empty and `drawing` may be missing; otherwise `rests_on` says how many entries there are.
    `note` is what to keep in mind, `key` how to read the drawing; either may be empty.
    """

    id: str
    title: str
    says: str
    rests_on: str
    drawing: Drawing | None = None
    note: str = ""
    key: str = ""


class Section(Struct, frozen=True):
    """Charts that belong together. `empty` says why there is none, and is empty if there is one."""

    id: str
    title: str
    charts: tuple[Chart, ...]
    empty: str = ""


def is_empty(sections: Sequence[Section]) -> bool:
    """Whether no section has a chart."""
    return not any(section.charts for section in sections)


class Marks(Struct, frozen=True):
    """A line as a row of marks, oldest first, None for days without an entry. Each mark is the average of `span` days.

    `span` is 0 if each mark is an entry.
    """

    values: tuple[float | None, ...]
    span: int


def marks(line: Line, most: int, *, days: int | None = None) -> Marks:
    """Return a line as at most `most` marks (1 or more), over the last `days` days or from its first point on.

    Each stands for as few days as will fit: a day, a week, four weeks, a quarter or a year. Points further back than years
    would reach are left out.
    """
    length = days if days is not None else 1 + max((point.ago for point in line.points), default=-1)
    span = next((span for span in SPANS if -(-length // span) <= most), max(SPANS))
    number = min(most, -(-length // span))
    spans: list[list[int]] = [[] for _ in range(number)]
    for point in line.points:
        index = number - 1 - point.ago // span
        if index >= 0 and point.ago < length:
            spans[index].append(point.value)
    return Marks(tuple(average(values) if values else None for values in spans), span)


def entry_marks(points: Sequence[Point]) -> Marks:
    """Return a mark for each entry."""
    return Marks(tuple(float(point.value) for point in points), 0)


def in_numbers(line: Line) -> str:
    """Return a line over days as a sentence of numbers, oldest first, few enough to be read one after the other."""
    averages = marks(line, MOST_READ)
    _, read = SPANS[averages.span]
    return f"{line.title}, {read}: {', '.join(spoken(value) for value in averages.values)}."


def spoken(value: float | None) -> str:
    """Return the number of a mark as it is read aloud."""
    return "no check-in" if value is None else figure(value)


def table(drawing: Drawing, today: date) -> Table:
    """Return the numbers behind a drawing: a row for each label, each entry, or each day that has one."""
    if isinstance(drawing, Bars):
        columns = (row.figures for row in drawing.rows)
        return Table(("", *(row.title for row in drawing.rows)), tuple(zip(drawing.labels, *columns, strict=True)))
    head = ("", *(line.title for line in drawing.lines))
    if not drawing.by_day:
        entries = zip(*(line.points for line in drawing.lines), strict=True)
        return Table(head, tuple((short(row[0].day), *(str(point.value) for point in row)) for row in entries))
    values = [{point.day: point.value for point in line.points} for line in drawing.lines]
    days = sorted({day for line in values for day in line})
    return Table(head, tuple((in_words(day, today), *(_cell(line.get(day)) for line in values)) for day in days))


def _cell(value: float | None) -> str:
    return NOTHING if value is None else figure(value)
