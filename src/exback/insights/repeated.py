"""Scales that are asked together: every time side by side, and the numbers of the first time and the last."""

from __future__ import annotations

from collections.abc import Sequence

from exback.insights.chart import Chart, Line, Lines, Point
from exback.insights.numbers import joined
from exback.insights.series import is_number, scale_of
from exback.insights.thresholds import rests_on, too_few
from exback.model.dates import spelt
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.tracking import Series

TIMES = 2
"""Two is the least that can be set side by side; the page claims nothing of them but what they were."""


def lines_together(program: Program, journey: Journey, scales: Sequence[Series]) -> tuple[Line, ...]:
    """Return a line for each scale, over the runs of their step that answered all of them, oldest first."""
    questions = [scale_of(program, scale.step, scale.item) for scale in scales]
    rows = []
    for run in journey.finished(scales[0].step):
        answers = [run.answers.get(scale.item) for scale in scales]
        values = [value for value, question in zip(answers, questions, strict=True) if is_number(value, question)]
        if len(values) == len(scales):
            rows.append([Point(journey.days_since(run), journey.day(run), value) for value in values])
    columns = zip(*rows, strict=True) if rows else [()] * len(scales)
    return tuple(
        Line(scale.title, tuple(points), question.low, question.high)
        for scale, points, question in zip(scales, columns, questions, strict=True)
    )


def side_by_side(program: Program, journey: Journey, scales: Sequence[Series]) -> Chart:
    """Return the chart of scales that are asked together, from the first time to the last."""
    lines = lines_together(program, journey, scales)
    days = [point.day for point in lines[0].points]
    early = too_few(len(days), TIMES, "time", "sets them side by side")
    return Chart(
        id=scales[0].step,
        title=f"{_named(lines)}, each time you answered",
        says=early or _says(lines),
        rests_on="" if early else rests_on(len(days), "time", days, journey.today),
        drawing=None if early else Lines(lines, by_day=False),
        key="Each mark is one time you answered.",
    )


def _named(lines: Sequence[Line]) -> str:
    """Return two scales by their names, more by the first name and the number of the others."""
    first, *others = (line.title for line in lines)
    return joined([first, f"{spelt(len(others))} more" if len(others) > 1 else "".join(others).lower()])


def _says(lines: Sequence[Line]) -> str:
    first = joined([f"{line.title.lower()} {line.points[0].value}" for line in lines])
    last = joined([f"{line.title.lower()} {line.points[-1].value}" for line in lines])
    return f"The first time: {first}; the last time: {last}."
