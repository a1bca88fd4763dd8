"""Scales that are asked together: every time side by side, and the numbers of the first time and the last."""

from __future__ import annotations

from collections.abc import Sequence

from exback.insights.chart import Chart, Lines
from exback.insights.series import Line, Point, is_number, scale_of
from exback.insights.thresholds import rests_on
from exback.model.dates import spelt
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.tracking import Series

TIMES = 2
"""Two is the least that can be set side by side; the page claims nothing of them but what they were."""
TOO_FEW = {
    0: "You haven't answered all of these yet.",
    1: "You've answered these once. After the second time, this shows both side by side.",
}
TITLES = {1: "“{first}” each time", 2: "“{first}” and “{second}” each time"}
"""The title of the chart of one scale, or of two."""
TITLE_OF_MORE = "“{first}” and {others} more each time"
SAYS = "The first time: {first}. The last time: {last}."


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
    early = TOO_FEW[len(days)] if len(days) < TIMES else ""
    return Chart(
        id=scales[0].step,
        title=_title(lines),
        says=early or _says(lines),
        rests_on="" if early else rests_on(len(days), "entry", days, journey.today),
        drawing=None if early else Lines(lines, by_day=False),
        key="Each mark is one time you answered.",
    )


def _title(lines: Sequence[Line]) -> str:
    """Return the names of one scale or two; of more, the first name and the number of the others."""
    title, names = TITLES.get(len(lines), TITLE_OF_MORE), [line.title for line in lines]
    return title.format(first=names[0], second=names[-1], others=spelt(len(names) - 1))


def _says(lines: Sequence[Line]) -> str:
    first = ", ".join(f"{line.title} {line.points[0].value}" for line in lines)
    last = ", ".join(f"{line.title} {line.points[-1].value}" for line in lines)
    return SAYS.format(first=first, last=last)
