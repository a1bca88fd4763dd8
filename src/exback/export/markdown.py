"""`exback export --format md`: everything that was written, for reading, by stage and step, each entry with its day.

As in the journal, a sealed letter shows its day and not its words. What was written about reaching out is left out while a
boundary holds, and before the questions about safety are answered: someone who must not send an invitation isn't handed its
words. The JSON export is the whole file, and isn't meant for reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from exback.engine.journal import UNASKED, WITHHELD, put_by
from exback.export import markdown_escape
from exback.export.options import Options
from exback.model.boundaries import must_ask, standing
from exback.model.context import Context, Undecided
from exback.model.dates import count, day_of, in_full
from exback.model.items import Date, Item, Question, Text, worded
from exback.model.journey import Journey
from exback.model.program import Program, Step
from exback.model.prose import blocks
from exback.model.run import Run, Value
from exback.store import Progress

HEAD = "What I wrote with exback"
RETIRED = "Steps that exback no longer has"


def render(program: Program, journey: Journey, progress: Progress, options: Options) -> str:
    """Return every entry as Markdown. Nothing that was typed becomes markup."""
    runs = [run for run in journey.runs if options.since is None or run.day >= options.since]
    closed = _closed(program, journey)
    parts = [
        *_head(runs, journey.today),
        *_stages(program, journey, runs, closed),
        *_retired(program, journey, runs, closed),
        *_withheld(program, runs, closed),
    ]
    return "\n\n".join(parts) + "\n"


class _Closed(NamedTuple):
    """The boundaries that hold, and what is said in place of what reaches out, nothing where that is open."""

    held: frozenset[str]
    note: str


def _closed(program: Program, journey: Journey) -> _Closed:
    held = frozenset(boundary.id for boundary in standing(journey))
    if not held and must_ask(journey):
        return _Closed(held, UNASKED.format(step=program.asks_first.id))
    return _Closed(held, WITHHELD if held else "")


def _head(runs: list[Run], today: date) -> Iterator[str]:
    yield f"# {HEAD}"
    days = {run.day for run in runs}
    size = f"{count(len(runs), 'entry')} from {count(len(days), 'day')}"
    span = f", from {in_full(min(days))} to {in_full(max(days))}" if days else ""
    yield f"Written out on {in_full(today)}: {size}{span}. This copy is not encrypted: whoever opens it can read it."


def _stages(program: Program, journey: Journey, runs: list[Run], closed: _Closed) -> Iterator[str]:
    for stage in program.all_stages:
        may_be_named = [step for step in stage.steps if not (step.reaches_out and closed.note)]
        done = [step for step in may_be_named if any(run.step == step.id for run in runs)]
        if done:
            yield f"## {markdown_escape.line(stage.title)}"
        for step in done:
            yield f"### {markdown_escape.line(step.title)}"
            for run in runs:
                if run.step == step.id:
                    yield from _entry(_Entry(step, journey, run, closed))


def _retired(program: Program, journey: Journey, runs: list[Run], closed: _Closed) -> Iterator[str]:
    """Yield the entries of steps that are gone. No one knows whether those reached out, so a boundary withholds them, too."""
    known = {step.id for step in program.steps()}
    retired = [run for run in runs if run.step not in known and not closed.held]
    if retired:
        yield f"## {RETIRED}"
    for run in retired:
        yield f"### {markdown_escape.line(run.step)}"
        yield from _entry(_Entry(None, journey, run, closed))


def _withheld(program: Program, runs: list[Run], closed: _Closed) -> Iterator[str]:
    """Yield one sentence about all that stays closed, if there's anything. It names no step."""
    outward = {step.id: step.reaches_out for step in program.steps()}
    if closed.note and any(outward.get(run.step, bool(closed.held)) for run in runs):
        yield closed.note


class _Entry:
    """One run in words. `step` is None if the program doesn't know it."""

    def __init__(self, step: Step | None, journey: Journey, run: Run, closed: _Closed) -> None:
        items = step.items if step is not None else ()
        self.run = run
        self.items = {item.id: item for item in items if not (item.reaches_out and closed.note)}
        self.withheld = {item.id for item in items} - set(self.items)
        self.put_by = dict(_put_by(items, run, journey.today))
        answers = {**run.hidden, **run.answers}
        self.here = Context(
            journey.before(run),
            answers,
            frozenset(self.items),
            held=closed.held,
            started=run.started,
            finished=run.finished,
        )

    def in_order(self, answers: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """Yield answers in the order of the step, those that it doesn't know last, without what is withheld."""
        places = {item: place for place, item in enumerate(self.items)}
        for item in sorted(answers, key=lambda item: places.get(item, len(places))):
            if item not in self.withheld:
                yield item, answers[item]

    def question(self, item_id: str) -> str:
        """Return the question, or its id if it can't be worded any more."""
        item = self.items.get(item_id)
        try:
            words = blocks(worded(item.text, self.here)) if item is not None else ()
        except (Undecided, LookupError, ValueError, TypeError, OverflowError):
            words = ()
        return str(words[0]) if words else item_id

    def answer(self, item_id: str, value: object) -> str:
        """Return an answer in words, or as it is in the file if it doesn't fit its question."""
        item = self.items.get(item_id)
        if value is None:
            return "burnt" if self._is_burnt(item) else "skipped"
        try:
            return _in_words(item, value, self.here) if isinstance(item, Question) else _bare(value)
        except (Undecided, LookupError, ValueError, TypeError, OverflowError):
            return _bare(value)

    def _is_burnt(self, item: Item | None) -> bool:
        try:
            return isinstance(item, Question) and item.burns is not None and item.burns(self.here)
        except Undecided:
            return False


def _put_by(items: Iterable[Item], run: Run, today: date) -> Iterator[tuple[str, date]]:
    """Yield the items whose words may not be read yet, by every id they have or had, and until when."""
    for item in items:
        if isinstance(item, Text) and (until := put_by(run, item, today)) is not None:
            yield from ((name, until) for name in (item.id, *item.former))


def _in_words(item: Question, value: Any, here: Context) -> str:  # noqa: ANN401  # what a hand-edited file holds
    if isinstance(item, Text) and isinstance(value, str):
        return value
    if isinstance(item, Date) and isinstance(value, str):
        return in_full(date.fromisoformat(value))
    return item.say(value, here)


def _bare(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _entry(entry: _Entry) -> Iterator[str]:
    run = entry.run
    yield f"#### {_when(run)}"
    yield from _answers(entry, run.answers)
    groups: Iterable[tuple[str, Mapping[str, Value | list[str]]]] = (
        ("On a branch that has closed since", run.hidden),
        ("Typed and not given", run.drafts),
        ("Asked by an earlier exback", run.orphans),
    )
    for lead, answers in groups:
        if answers:
            yield f"*{lead}:*"
            yield from _answers(entry, answers)
    for earlier in run.history:
        if not earlier.is_other_span and earlier.item not in entry.withheld | entry.put_by.keys():
            yield f"*Until {_moment(earlier.until)} it said:*"
            yield from _answers(entry, {earlier.item: earlier.value})


def _answers(entry: _Entry, answers: Mapping[str, Any]) -> Iterator[str]:
    for item, value in entry.in_order(answers):
        yield f"**{markdown_escape.line(entry.question(item))}**"
        until = entry.put_by.get(item)
        yield f"*Put by until {in_full(until)}.*" if until else markdown_escape.quoted(entry.answer(item, value))


def _when(run: Run) -> str:
    return _moment(run.finished) if run.finished is not None else f"{_moment(run.started)}, not finished"


def _moment(moment: datetime) -> str:
    """Return the day that a moment belongs to, and the time on the clock it was read from."""
    return f"{in_full(day_of(moment))}, {moment:%H:%M}"
