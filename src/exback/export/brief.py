"""`exback export --format html --brief`: one sheet for a doctor or a counsellor.

It has dates, questionnaires, the numbers of the weeks, the steps that were done, and a line that was written for it. Answers
about safety, contact and whatever else counts as an event are on it only if they were ticked, because a sheet can be read in a
court.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from exback.insights.numbers import average, figure
from exback.insights.series import days_of, line
from exback.model.boundaries import BOUNDARIES
from exback.model.dates import count, iso_day, later, short
from exback.model.happened import day_about
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.prose import Block, Table, inline
from exback.model.tracking import Events, Questionnaire

TITLE = "Summary"
WRITTEN_BY = "Written by the person it's about, from their own entries in a self-help program after a breakup. It isn't a diagnosis."
ROWS = 8
"""The most rows of a table, the latest: a sheet is one page."""
WEEK = 7


class Part(NamedTuple):
    """A part of the sheet."""

    title: str
    content: tuple[Block, ...]


def sheet(program: Program, journey: Journey, line_for_it: str, ticked: Collection[str]) -> tuple[Part, ...]:
    """Return the parts of the sheet that have something in them. `ticked` are ids of `extras`."""
    extra = extras(program, journey)
    words = inline(line_for_it)
    parts = (
        Part("What I'd like you to know", (words,) if words else ()),
        Part("Dates", _dates(program, journey)),
        Part("Questionnaires", _questionnaires(program, journey)),
        Part("Weekly averages, each 0 to 10", _weeks(program, journey)),
        Part("Steps of the program that I've done", _steps(program, journey)),
        *(extra[key] for key in extra if key in ticked),
    )
    return tuple(part for part in parts if part.content)


def extras(program: Program, journey: Journey) -> Mapping[str, Part]:
    """Return what is on the sheet only if it's ticked, by an id: days with events, and each answer about safety."""
    events = {each.thing: each for each in (*program.tracking.around, *program.tracking.timed)}
    parts = {thing: Part(f"Days with {each.with_one}", _days(journey, each)) for thing, each in events.items()}
    parts |= {boundary.id: Part(f"“{boundary.question}”", _answer(journey, boundary.id)) for boundary in BOUNDARIES}
    return {key: part for key, part in parts.items() if part.content}


def _dates(program: Program, journey: Journey) -> tuple[Block, ...]:
    ended = journey.ever_said(*program.tracking.ended)
    day = None if ended is None else iso_day(ended.value)
    runs = [run for run in journey.runs if not run.is_empty]
    rows = [] if day is None else [("The relationship ended", _short(day))]
    if runs:
        rows += [("First entry", _short(journey.day(runs[0]))), ("Latest entry", _short(journey.day(runs[-1])))]
    lines = (line(program, journey, series) for series in program.tracking.daily)
    days = {point.ago for each in lines for point in each.points}  # as the averages count them: the last of a day
    return (Table(("", "When"), tuple(rows)), f"This covers {count(len(days), 'check-in')}.") if rows else ()


def _questionnaires(program: Program, journey: Journey) -> tuple[Block, ...]:
    questionnaires = program.tracking.questionnaires
    scores = {each.title: dict(_scores(program, journey, each)) for each in questionnaires}
    days = sorted({day for by_day in scores.values() for day in by_day})[-ROWS:]
    if not days:
        return ()
    head = ("Day", *(f"{each.title}, 0 to {each.highest}" for each in questionnaires))
    rows = tuple((_short(day), *(str(by_day.get(day, "")) for by_day in scores.values())) for day in days)
    return (Table(head, rows), "Each asks about the two weeks before that day.")


def _scores(program: Program, journey: Journey, questionnaire: Questionnaire) -> Iterator[tuple[date, int]]:
    dated_by = program.step(questionnaire.step).dated_by
    for run in journey.ever(questionnaire.step):
        values = [run.answers.get(item) for item in questionnaire.items]
        numbers = [int(value) for value in values if isinstance(value, str) and value.isdecimal()]
        if len(numbers) == len(values) and sum(numbers) <= questionnaire.highest:
            yield day_about(journey, run, dated_by), sum(numbers)


def _weeks(program: Program, journey: Journey) -> tuple[Block, ...]:
    lines = [line(program, journey, series, ROWS * WEEK) for series in program.tracking.daily]
    rows = []
    for back in range(ROWS - 1, -1, -1):
        values = [[point.value for point in each.points if point.ago // WEEK == back] for each in lines]
        if any(values):
            first = _short(later(journey.today, -(back * WEEK + WEEK - 1)))
            rows.append((first, *(figure(average(numbers)) if numbers else "" for numbers in values)))
    return (Table(("Week from", *(each.title for each in lines)), tuple(rows)),) if rows else ()


def _steps(program: Program, journey: Journey) -> tuple[Block, ...]:
    """Return the steps of the stages that were done, but for the first and for those that a boundary can close.

    Their titles are in quotation marks, because they speak to the person and the sheet speaks for them.
    """
    first = program.asks_first.id
    steps = (step for stage in program.stages for step in stage.steps if step.id != first)
    done = [f"- “{step.title}”" for step in steps if not (step.reaches_out or step.not_for) and journey.ever(step.id)]
    return ("\n".join(done),) if done else ()


def _days(journey: Journey, events: Events) -> tuple[Block, ...]:
    """Return how many days had such an event, and the latest of them."""
    days = sorted(days_of(journey, events))
    if not days:
        return ()
    latest = ", ".join(_short(later(journey.today, -ago)) for ago in reversed(days[:ROWS]))
    if len(days) > ROWS:
        return (f"This was on {len(days)} days. The latest are {latest}.",)
    return (f"This was on {count(len(days), 'day')}: {latest}.",)


def _answer(journey: Journey, question: str) -> tuple[Block, ...]:
    """Return the latest answer to a question about safety, with its day."""
    runs = [run for run in journey.runs if run.finished is not None and isinstance(run.answers.get(question), bool)]
    latest = max(runs, key=lambda run: run.finish_number, default=None)
    if latest is None:
        return ()
    day = _short(journey.day(latest))
    return (f"Yes, answered on {day}.",) if latest.answers[question] else (f"No, answered on {day}.",)


def _short(day: date) -> str:
    return f"{short(day)} {day.year}"
