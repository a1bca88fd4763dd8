"""`exback export --format csv`: every number that was given and its day, for a spreadsheet, without a word that was typed.

There is a row for each answer to a scale or to a question of the weekly questionnaires, in the order they were given. Someone who
checks in twice for one day finds both in it; of those, the program's own pages use only the last. Its columns
are the day that the answer is about (2026-11-28), the ids of the step and the question, the number, and the lowest and highest
number that could be chosen. Answers about safety, contact and slips aren't numbers, so none of them is here.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from exback.export.options import Options
from exback.insights.series import is_number
from exback.model.boundaries import must_ask, standing
from exback.model.happened import day_about
from exback.model.items import Choice, Item, Scale
from exback.model.journey import Journey
from exback.model.program import Program, Step
from exback.model.run import Value

HEAD = ("day", "step", "question", "number", "lowest", "highest")


def render(program: Program, journey: Journey, options: Options) -> str:
    """Return the numbers as comma-separated values (RFC 4180)."""
    table = StringIO()
    writer = csv.writer(table)
    writer.writerow(HEAD)
    writer.writerows(_rows(program, journey, options))
    return table.getvalue()


def _rows(program: Program, journey: Journey, options: Options) -> Iterator[tuple[object, ...]]:
    steps = {step.id: step for step in _named_steps(program, journey)}
    for run in journey.runs:
        if run.finished is None or run.step not in steps:
            continue
        day = day_about(journey, run, steps[run.step].dated_by)
        if options.since is not None and day < options.since:
            continue
        for item in steps[run.step].items:
            lowest, highest, number = _number(item, run.answers.get(item.id))
            if number is not None:
                yield day.isoformat(), run.step, item.id, number, lowest, highest


def _named_steps(program: Program, journey: Journey) -> Iterator[Step]:
    """Yield the steps that a list may name: none that a boundary closes, or that the questions about safety still may close."""
    held = {boundary.id for boundary in standing(journey)}
    is_unasked = must_ask(journey)
    return (step for step in program.steps() if not step.is_withheld(held) and not (is_unasked and step.reaches_out))


def _number(item: Item, value: Value) -> tuple[int, int, int | None]:
    """Return the lowest and highest number of a question, and the answer to it, None if that's no number of it."""
    if isinstance(item, Scale):
        return item.low, item.high, value if is_number(value, item) else None
    options = item.options if isinstance(item, Choice) and isinstance(item.options, tuple) else ()
    numbers = [int(option.id) for option in options if option.id.isdecimal()]
    if not numbers or len(numbers) < len(options):
        return 0, 0, None
    return (
        min(numbers),
        max(numbers),
        int(value) if isinstance(value, str) and value.isdecimal() and int(value) in numbers else None,
    )
