"""A chart as plain values: its sentence, how many entries it rests on, and the numbers to draw. Front ends draw it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from msgspec import Struct

from exback.insights.numbers import figure
from exback.insights.series import SPANS, Line, marks, spoken
from exback.model.dates import in_words, short
from exback.model.prose import Table

NOTHING = "–"
"""Shown in a table where there is no number."""
MOST_READ = 14
"""The most numbers of one line that are read one after the other; more are averaged."""


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


def in_numbers(line: Line) -> str:
    """Return a line over days as a sentence of numbers, oldest first, few enough to be read one after the other."""
    averages = marks(line, MOST_READ)
    _, read = SPANS[averages.span]
    return f"{line.title}, {read}: {', '.join(spoken(value) for value in averages.values)}."


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
