"""Scales over time, and the days on which something happened, both counted along the record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from exback.insights.chart import Line, Point
from exback.items import Scale
from exback.journey import Journey, Run, Said, Value
from exback.patterns import Answers, Events, Series
from exback.program import Program
from exback.rules import about


def line(program: Program, journey: Journey, series: Series, within: int | None = None) -> Line:
    """Give a scale over time: one point a day, the latest that was told of it, oldest first.

    `within` spares the reading of years: then it ends at least so many days ago, or with the latest point.
    """
    low, high = bounds(program, series)
    told: dict[int, Point] = {}
    for said in reversed(journey.all_said(series.step, series.item)):
        if within is not None and told and journey.days_since(said.run) >= max(within, min(told)):
            break
        if is_number(said.value, low, high):
            ago = days_ago(journey, said.run, series.dated_by)
            told.setdefault(ago, Point(ago, about(said, series.dated_by), said.value))
    return Line(series.title, tuple(told[ago] for ago in sorted(told, reverse=True)), low, high)


def bounds(program: Program, series: Series) -> tuple[int, int]:
    """Give the lowest and the highest number that a series can have."""
    scale = scale_of(program, series)
    return (0, 10) if scale is None else (scale.low, scale.high)


def scale_of(program: Program, series: Series) -> Scale | None:
    """Give the question behind a series, None if it is no scale."""
    items = program.step(series.step).items
    return next((item for item in items if item.id == series.item and isinstance(item, Scale)), None)


def is_number(value: Value, low: int, high: int) -> TypeGuard[int]:
    """Tell whether an answer is one that the scale has; a file may have been edited by hand."""
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def days_ago(journey: Journey, run: Run, dated_by: str = "") -> int:
    """Give how many days ago the day lies that a run is about, along the record; never negative.

    A run may be told a few days later, and then says so in `dated_by`; a date ahead of its telling counts as none.
    """
    told_of = about(Said(None, run.day, run), dated_by)
    return journey.days_since(run) + max(0, (run.day - told_of).days)


def runs_of(journey: Journey, answers: Answers) -> Iterator[Run]:
    """Give the finished runs that gave one of the answers, in the order they ended."""
    for said in journey.all_said(answers.step, answers.item):
        given = said.value if isinstance(said.value, list) else [said.value]
        if not answers.values or any(value in answers.values for value in given):
            yield said.run


def days_of(journey: Journey, events: Events) -> frozenset[int]:
    """Give the days that had one, each as how many days ago it lies."""
    return frozenset(ago for answers in (events.told, *events.also) for ago, _run in dated_runs(journey, answers))


def dated_runs(journey: Journey, answers: Answers) -> Iterator[tuple[int, Run]]:
    """Give the runs that gave one of the answers, each with how many days ago the day lies that it is about.

    Those of a day are left out on which other answers say that it was something else.
    """
    other = () if answers.unless is None else {ago for ago, _run in dated_runs(journey, answers.unless)}
    for run in runs_of(journey, answers):
        ago = days_ago(journey, run, answers.dated_by)
        if ago not in other:
            yield ago, run
