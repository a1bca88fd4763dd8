"""`exback export --format md`: everything that was written, for reading, by stage and step, each entry with its day.

As in the journal, a sealed letter shows its day and not its words. What was written about reaching out is left out while a
boundary holds, and before the questions about safety are answered: someone who must not send an invitation isn't handed its
words. The JSON export is the whole file, and isn't meant for reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from msgspec import structs

from exback.engine.journal import UNASKED, WITHHELD, put_by
from exback.engine.sentences import entries_and_days
from exback.export import markdown_escape
from exback.export.options import Options
from exback.model.boundaries import must_ask, standing
from exback.model.context import Context, Undecided
from exback.model.dates import day_of, in_full, with_hour
from exback.model.items import Date, Item, Question, Text, worded
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.prose import blocks
from exback.model.run import FINISHED, STARTED, Run

HEAD = "What I wrote with exback"
NOT_ENCRYPTED = "This copy isn't encrypted, so anyone who opens it can read it."
RETIRED = "Steps that exback no longer has"
UNFIT = (Undecided, LookupError, ValueError, TypeError, OverflowError)
"""What a question raises if an answer doesn't fit it, or if its wording reads one that isn't there."""


def render(program: Program, journey: Journey, options: Options) -> str:
    """Return every entry as Markdown. Nothing that was typed becomes markup."""
    entries = [run for run in journey.runs if not run.is_empty]
    runs = [run for run in entries if options.since is None or run.day >= options.since]
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
    days = sorted({run.day for run in runs})
    exported, entries = f"Exported on {in_full(today)}", entries_and_days(runs)
    if len(days) > 1:
        yield f"{exported}, with {entries}, from {in_full(days[0])} to {in_full(days[-1])}. {NOT_ENCRYPTED}"
    elif days:
        yield f"{exported}, with {entries}, {in_full(days[0])}. {NOT_ENCRYPTED}"
    else:
        yield f"{exported}, with no entries. {NOT_ENCRYPTED}"


def _stages(program: Program, journey: Journey, runs: list[Run], closed: _Closed) -> Iterator[str]:
    for stage in program.all_stages:
        may_be_named = [step for step in stage.steps if not (step.reaches_out and closed.note)]
        done = [(step, of_step) for step in may_be_named if (of_step := [run for run in runs if run.step == step.id])]
        if done:
            yield f"## {markdown_escape.line(stage.title)}"
        for step, of_step in done:
            yield f"### {markdown_escape.line(step.title)}"
            for run in of_step:
                yield from _entry(_Entry((*step.items, *program.moved_out(step)), journey, run, closed))


def _retired(program: Program, journey: Journey, runs: list[Run], closed: _Closed) -> Iterator[str]:
    """Yield the entries of steps that are gone. No one knows whether those reached out, so a boundary withholds them, too."""
    known = {step.id for step in program.steps()}
    retired = [run for run in runs if run.step not in known and not closed.held]
    if retired:
        yield f"## {RETIRED}"
    for run in retired:
        yield f"### {markdown_escape.line(run.step)}"
        yield from _entry(_Entry((), journey, run, closed))


def _withheld(program: Program, runs: list[Run], closed: _Closed) -> Iterator[str]:
    """Yield one sentence about all that stays closed, if there's anything. It names no step."""
    outward = {step.id: step.reaches_out for step in program.steps()}
    if closed.note and any(outward.get(run.step, bool(closed.held)) for run in runs):
        yield closed.note


class _Entry:
    """One run in words. `items` are all that its step asks or once asked, none if the program doesn't know the step."""

    def __init__(self, items: tuple[Item, ...], journey: Journey, run: Run, closed: _Closed) -> None:
        self.run = run
        self.items = {item.id: item for item in items if not (item.reaches_out and closed.note)}
        self.withheld = {item.id for item in items} - set(self.items)
        self.put_by = _put_by(items, run, journey.today)
        answers = {**run.hidden, **run.answers}
        shown, before = frozenset(self.items), journey.before(run)
        self.here = Context(before, answers, shown, held=closed.held, started=run.started, finished=run.finished)
        self.today = structs.replace(self.here, journey=journey)

    def question(self, item_id: str) -> str:
        """Return the question, or its id if it can't be worded any more."""
        item = self.items.get(item_id)
        try:
            words = blocks(worded(item.text, self.here)) if item is not None else ()
        except UNFIT:
            words = ()
        return str(words[0]) if words else item_id

    def became(self, item_id: str) -> str:
        """Return what became of the words that were given, in brackets after the question; empty if nothing is to be said."""
        item = self.items.get(item_id)
        try:
            words = blocks(worded(item.became, self.today)) if isinstance(item, Text) else ()
        except UNFIT:
            words = ()
        return f" ({words[0]})" if words else ""

    def answer(self, item_id: str, value: object) -> str:
        """Return an answer in words, or as it is in the file if it doesn't fit its question."""
        item = self.items.get(item_id)
        try:
            if value is None and isinstance(item, Question) and item.burns is not None and item.burns(self.here):
                return "deleted for good"
            return _bare(value) if value is None or not isinstance(item, Question) else self._in_words(item, value)
        except UNFIT:
            return _bare(value)

    def _in_words(self, item: Question, value: Any) -> str:  # noqa: ANN401  # what a hand-edited file holds
        if isinstance(item, Text) and isinstance(value, str):
            return value
        if isinstance(item, Date) and isinstance(value, str):
            return in_full(date.fromisoformat(value))
        return item.say(value, self.here)


def _put_by(items: Iterable[Item], run: Run, today: date) -> dict[str, date]:
    """Return until when the words of items may not be read yet, by every id they have or had."""
    texts = ((item, put_by(run, item, today)) for item in items if isinstance(item, Text))
    return {name: until for item, until in texts if until is not None for name in (item.id, *item.former)}


def _bare(value: object) -> str:
    if value is None:
        return "skipped"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _entry(entry: _Entry) -> Iterator[str]:
    run = entry.run
    yield f"#### {_when(run)}"
    groups: Iterable[tuple[str, Mapping[str, Any]]] = (
        ("", run.answers),
        ("Set aside when you changed an answer", run.hidden),
        ("Drafts", run.drafts),
        ("Asked by an earlier version of exback", run.orphans),
    )
    for lead, answers in groups:
        if lead and answers:
            yield f"*{lead}:*"
        yield from _answers(entry, answers, are_given=not lead)
    for earlier in run.history:
        if earlier.item not in {STARTED, FINISHED} | entry.withheld | entry.put_by.keys():
            yield f"*Until {_moment(earlier.until)} it said:*"
            yield from _answers(entry, {earlier.item: earlier.value})


def _answers(entry: _Entry, answers: Mapping[str, Any], *, are_given: bool = False) -> Iterator[str]:
    """Yield answers in the order of the step, those that it doesn't know last, without what is withheld."""
    places = {item: place for place, item in enumerate(entry.items)}
    shown = (item for item in answers if item not in entry.withheld)
    for item in sorted(shown, key=lambda item: places.get(item, len(places))):
        became = entry.became(item) if are_given and answers[item] is not None else ""
        yield f"**{markdown_escape.line(entry.question(item) + became)}**"
        until = entry.put_by.get(item)
        yield (
            f"*Sealed until {in_full(until)}.*" if until else markdown_escape.quoted(entry.answer(item, answers[item]))
        )


def _when(run: Run) -> str:
    return _moment(run.finished) if run.finished is not None else f"{_moment(run.started)}, not finished"


def _moment(moment: datetime) -> str:
    """Return the day that a moment belongs to, and the time on the clock it was read from."""
    return with_hour(in_full(day_of(moment)), moment)
