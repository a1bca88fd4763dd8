"""Scales over time, and the days on which something happened, each as the number of days from then to today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from types import MappingProxyType
from typing import TypeGuard

from msgspec import Struct, structs

from exback.insights.numbers import average, figure
from exback.model.happened import about, dated_runs, days_ago
from exback.model.items import UNANSWERED, Scale
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.run import Run, Value
from exback.model.tracking import Answers, Events, Series

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


def spoken(value: float | None) -> str:
    """Return the number of a mark as it is read aloud."""
    return "no check-in" if value is None else figure(value)


def line(program: Program, journey: Journey, series: Series, within: int | None = None) -> Line:
    """Return a scale over time: one point a day, the latest answer about that day, oldest first.

    `within` spares reading years of answers: the line then begins about that many days ago, or with the latest point if that
    is older.
    """
    scale = scale_of(program, series.step, series.item)
    points: dict[int, Point] = {}
    for answer in reversed(journey.all_said(series.step, series.item)):
        if within is not None and points and journey.days_since(answer.run) >= max(within, min(points)):
            break
        if is_number(answer.value, scale):
            ago = days_ago(journey, answer.run, series.dated_by)
            points.setdefault(ago, Point(ago, about(answer, series.dated_by), answer.value))
    return Line(series.title, tuple(points[ago] for ago in sorted(points, reverse=True)), scale.low, scale.high)


def scale_of(program: Program, step: str, item: str) -> Scale:
    """Return the scale behind some numbers; one from 0 to 10 without words if the question isn't a scale."""
    scales = (scale for scale in program.step(step).items if scale.id == item and isinstance(scale, Scale))
    return next(scales, Scale(item, ""))


def is_number(value: Value, scale: Scale) -> TypeGuard[int]:
    """Whether an answer is a number on the scale; a file may have been edited by hand."""
    return isinstance(value, int) and not isinstance(value, bool) and scale.low <= value <= scale.high


def days_of(journey: Journey, events: Events) -> frozenset[int]:
    """Return the days that had such an event, as days ago."""
    return frozenset(ago for answers in (events.answers, *events.also) for ago, _run in dated_runs(journey, answers))


def answered(check_ins: Line, journey: Journey, events: Events, event_days: frozenset[int]) -> Line:
    """Return check-ins without those of days on which no one was asked about some events: an open question isn't a no.

    `event_days` are the days that had one, as days ago.
    """
    asked = [answers for answers in events.also if answers.dated_by]
    if not asked:
        return check_ins
    answered_on = {
        days_ago(journey, run, answers.dated_by)
        for answers in asked
        for run in journey.ever(answers.step)
        if _is_answered(run, answers)
    }
    points = tuple(point for point in check_ins.points if point.ago in answered_on | event_days)
    return structs.replace(check_ins, points=points)


def _is_answered(run: Run, answers: Answers) -> bool:
    value = run.answers.get(answers.item)
    return isinstance(value, list) and not any(f"{option}{UNANSWERED}" in value for option in answers.values)
