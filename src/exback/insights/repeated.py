"""Scales that are asked together: every time side by side, and what moved from the first to the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from exback.dates import spelt
from exback.insights.chart import Line, Lines, Picture, Point
from exback.insights.numbers import joined
from exback.insights.series import bounds, is_number
from exback.insights.thresholds import rests_on, too_few
from exback.journey import Journey, Run
from exback.patterns import Series
from exback.program import Program

TIMES = 2
"""Two are what can be set side by side at all; more is not claimed of them than what they were."""


def together(program: Program, journey: Journey, series: Sequence[Series]) -> tuple[Line, ...]:
    """Give a line for each scale, over the runs of their step that answered all of them, oldest first."""
    limits = [bounds(program, one) for one in series]
    runs = [
        run
        for run in journey.finished(series[0].step)
        if all(is_number(run.answers.get(one.item), *limit) for one, limit in zip(series, limits, strict=True))
    ]
    return tuple(
        Line(one.title, tuple(_points(journey, runs, one.item, limit)), *limit)
        for one, limit in zip(series, limits, strict=True)
    )


def _points(journey: Journey, runs: Sequence[Run], item: str, limit: tuple[int, int]) -> Iterator[Point]:
    for run in runs:
        value = run.answers.get(item)
        if is_number(value, *limit):
            yield Point(journey.days_since(run), run.day, value)


def side_by_side(program: Program, journey: Journey, series: Sequence[Series], today: date) -> Picture:
    """Show scales that are asked together, from the first time to the last."""
    lines = together(program, journey, series)
    entries = len(lines[0].points)
    days = [point.day for point in lines[0].points]
    return Picture(
        id=series[0].step,
        title=f"{_named(lines)}, each time you answered",
        says=_says(lines) if entries >= TIMES else too_few(entries, TIMES, "time", "sets them side by side"),
        rests_on=rests_on(entries, "time", min(days, default=None), max(days, default=None), today),
        entries=entries,
        enough=entries >= TIMES,
        drawing=Lines(lines, by_day=False) if entries >= TIMES else None,
        key="Each mark is one time you answered.",
    )


def _named(lines: Sequence[Line]) -> str:
    """Give two scales by their names, more by the first and the number of the others."""
    first, *others = (line.title for line in lines)
    return joined([first, f"{spelt(len(others))} more" if len(others) > 1 else "".join(others).lower()])


def _says(lines: Sequence[Line]) -> str:
    """Give the numbers of the first time and of the last, in one sentence."""
    first = joined([f"{line.title.lower()} {line.points[0].value}" for line in lines])
    last = joined([f"{line.title.lower()} {line.points[-1].value}" for line in lines])
    return f"The first time: {first}; the last time: {last}."
