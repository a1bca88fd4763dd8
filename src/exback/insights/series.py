"""Scales over time, and the days on which something happened, each as the number of days from then to today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from exback.insights.chart import Line, Point
from exback.model.gates import about
from exback.model.items import Scale
from exback.model.journey import Journey, PastAnswer
from exback.model.program import Program
from exback.model.run import Run, Value
from exback.model.tracking import Answers, Events, Series


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


def days_ago(journey: Journey, run: Run, dated_by: str = "") -> int:
    """Return how many days ago the day is that a run is about, along the record; never negative.

    A run may be written a few days later, and then names its day in the answer to `dated_by`; a date in its future is ignored.
    """
    written = journey.day(run)
    day = about(PastAnswer(None, written, run), dated_by)
    return journey.days_since(run) + max(0, (written - day).days)


def runs_of(journey: Journey, answers: Answers) -> Iterator[Run]:
    """Yield the finished runs with one of the answers, in the order they ended."""
    for answer in journey.all_said(answers.step, answers.item):
        if not answers.values or any(value in answers.values for value in values_of(answer)):
            yield answer.run


def said_but_for(journey: Journey, step: str, item: str, unless: Answers | None) -> tuple[PastAnswer, ...]:
    """Return every answer to a question, oldest first, but for those in runs with the answers `unless`."""
    answers = journey.all_said(step, item)
    if unless is None:
        return answers
    others = {run.id for run in runs_of(journey, unless)}
    return tuple(answer for answer in answers if answer.run.id not in others)


def values_of(answer: PastAnswer) -> Sequence[Value]:
    """Return the options that were ticked, or the only value of another answer."""
    return answer.value if isinstance(answer.value, list) else [answer.value]


def days_of(journey: Journey, events: Events) -> frozenset[int]:
    """Return the days that had such an event, as days ago."""
    return frozenset(ago for answers in (events.answers, *events.also) for ago, _run in dated_runs(journey, answers))


def dated_runs(journey: Journey, answers: Answers) -> Iterator[tuple[int, Run]]:
    """Yield the runs with one of the answers, each with how many days ago the day is that it is about.

    A day is left out if other answers (`answers.unless`) say that it was something else.
    """
    other = () if answers.unless is None else {ago for ago, _run in dated_runs(journey, answers.unless)}
    for run in runs_of(journey, answers):
        ago = days_ago(journey, run, answers.dated_by)
        if ago not in other:
            yield ago, run
