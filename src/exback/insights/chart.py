"""Pictures: what is shown, in one sentence, on how many entries it rests, and the numbers to draw."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from msgspec import Struct

from exback.dates import in_words, short
from exback.insights.numbers import average, figure
from exback.prose import Table

NOTHING = "–"
"""Stands in a table where there is no number."""
SPANS = (1, 7, 28, 91, 364)
"""Days that one mark may stand for when a line is long."""
STANDS_FOR = MappingProxyType(
    {
        1: "one day",
        7: "the average of a week",
        28: "the average of four weeks",
        91: "the average of a quarter",
        364: "the average of a year",
    }
)
READ = MappingProxyType(
    {
        1: "day by day",
        7: "the average of each week",
        28: "the average of every four weeks",
        91: "the average of each quarter",
        364: "the average of each year",
    }
)
MOST_READ = 14
"""So many numbers of one line are read one after the other; more are averaged."""


class Point(Struct, frozen=True):
    """A whole number told of a day. `ago` counts the days along the record, 0 today, and is never negative.

    `day` is the date that goes with it; a clock that was set back may have given a later entry an earlier date.
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
    """Some lines above each other.

    `by_day` says that a mark stands for a day (or more of them, see `marks`), and that days without one are left empty; else
    each entry has a mark of its own, and all lines have the same entries.
    """

    lines: tuple[Line, ...]
    by_day: bool = True


class Row(Struct, frozen=True):
    """A number for each label of Bars; None where there is none.

    `told` is what stands beside each bar where that is not the number alone, `spoken` what is said of each where label and
    number alone would not be understood; both are as long.
    """

    title: str
    values: tuple[float | None, ...]
    told: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()

    @property
    def figures(self) -> tuple[str, ...]:
        """What stands beside each bar."""
        return self.told or tuple(map(_cell, self.values))


class Bars(Struct, frozen=True):
    """Numbers side by side: a label for each column, and rows as long. `high` is what a full bar stands for.

    Without `high`, the greatest number is. `counts` says that the numbers are whole and count something.
    """

    labels: tuple[str, ...]
    rows: tuple[Row, ...]
    high: int | None = None
    counts: bool = False


Drawing: TypeAlias = Lines | Bars


class Picture(Struct, frozen=True, kw_only=True):
    """One thing to see. `id` is kebab-case and unique on a page.

    `says` is a sentence or a few: what it shows or, when `entries` are fewer than are needed, that it is too early to say. Then
    `enough` is false, `drawing` may be missing and `rests_on` is empty; else that says how many entries there are.
    `note` is what to keep in mind, `key` how to read what is drawn; each is empty where there is nothing to say.
    """

    id: str
    title: str
    says: str
    rests_on: str
    entries: int
    enough: bool
    drawing: Drawing | None = None
    note: str = ""
    key: str = ""


class Section(Struct, frozen=True):
    """Pictures that belong together. `empty` says why there is nothing to show, and is empty when there is something."""

    id: str
    title: str
    pictures: tuple[Picture, ...]
    empty: str = ""


def is_empty(sections: Sequence[Section]) -> bool:
    """Tell whether no section has anything to show."""
    return not any(section.pictures for section in sections)


class Marks(Struct, frozen=True):
    """A line as a row of marks, oldest first, None where nothing was told; each mark is the average of `span` days."""

    values: tuple[float | None, ...]
    span: int


def marks(line: Line, most: int, *, days: int | None = None) -> Marks:
    """Give a line as at most `most` marks (1 or more), over the last `days` days or from its first point on.

    Each stands for as few days as will fit: one, a week, four weeks, a quarter or a year of days. What lies further
    back than even years reach is left out.
    """
    length = days if days is not None else 1 + max((point.ago for point in line.points), default=-1)
    span = next((span for span in SPANS if -(-length // span) <= most), SPANS[-1])
    number = min(most, -(-length // span))
    held: list[list[int]] = [[] for _ in range(number)]
    for point in line.points:
        place = number - 1 - point.ago // span
        if place >= 0 and point.ago < length:
            held[place].append(point.value)
    return Marks(tuple(average(values) if values else None for values in held), span)


def in_numbers(line: Line) -> str:
    """Give a line over days as a sentence of numbers, oldest first: few enough to be read one after the other."""
    told = marks(line, MOST_READ)
    numbers = ", ".join("nothing" if value is None else figure(value) for value in told.values)
    return f"{line.title}, {READ[told.span]}: {numbers}."


def table(drawing: Drawing, today: date) -> Table:
    """Give the numbers behind a drawing; of a line over days, every day that was told."""
    if isinstance(drawing, Bars):
        named = any(row.title for row in drawing.rows)
        rows = tuple(
            (label, *(row.figures[place] for row in drawing.rows)) for place, label in enumerate(drawing.labels)
        )
        return Table(("", *(row.title for row in drawing.rows)) if named else ("", ""), rows)
    head = ("", *(line.title for line in drawing.lines))
    if not drawing.by_day:
        entries = zip(*(line.points for line in drawing.lines), strict=True)
        return Table(head, tuple((short(told[0].day), *(str(point.value) for point in told)) for told in entries))
    told = [{point.day: point.value for point in line.points} for line in drawing.lines]
    days = sorted({day for line in told for day in line})
    return Table(head, tuple((in_words(day, today), *(_cell(line.get(day)) for line in told)) for day in days))


def _cell(value: float | None) -> str:
    return NOTHING if value is None else figure(value)
