"""One run of a step: the answers the person gave, when, and what they changed later.

Runs are the only thing that is ever recorded. They are frozen values, written to the progress file as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any, TypeAlias, TypeVar

import msgspec
from msgspec import Meta, Struct, structs

from exback.model.dates import day_of, in_utc, in_zone, just_after
from exback.model.timeline import SAFETY

T = TypeVar("T")

Value: TypeAlias = None | bool | int | str | list[str]
"""An answer as it is saved. None is a question that was skipped; a day is an ISO date."""

Moment = Annotated[datetime, Meta(tz=True)]
"""A moment with its UTC offset."""

STARTED, FINISHED = ".started", ".finished"
"""The items under which `history` has a start or an end on which copies of a run disagree, and, with a number, an end that was
taken back. No item has such an id.
"""
DELETED = ".deleted"
"""The item under which `burnt` says that the whole run was deleted for good, but for answers about safety. No item has such
an id, either.
"""


class Earlier(Struct, frozen=True, omit_defaults=True):
    """An answer that was replaced after its run was finished, and until when it was the answer.

    `number` is the place of the change in the record, see Run. It is 0 for an answer from another copy of the run that gave
    way when the two were merged; `until` is then the last known moment of that copy.
    """

    item: str
    value: Value
    until: Moment
    number: int = 0
    extra: dict[str, Any] = {}

    @property
    def is_other_span(self) -> bool:
        """Whether it is when another copy of the run began or ended, and not an answer."""
        return not self.number and self.item in (STARTED, FINISHED)


class Run(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One run of a step, from its first page to its last.

    `answers` are the answers on the path the person took, `hidden` those on a branch that has closed since, `drafts` what
    was typed and not entered yet. Moments have their UTC offset.

    `answered` is there once an end was taken back: what has no later change in `history` was answered by then.

    `reviewed` is whether the review page was reached, `unseen` are the pages that came up since and weren't shown yet.
    Clocks are set back and forth, so the record has an order of its own: every start, end and later change takes the next
    number, in `start_number`, `finish_number` and Earlier.number.

    `burnt` is what was deleted for good, and when, so that no copy of the run brings it back. An answer about safety can't
    be deleted, so the id of a safety question is dropped from it. `extra` has fields that this version doesn't know, here
    and in Earlier; they are written back unchanged.
    """

    id: str
    step: str
    step_version: int = 1
    started: Moment
    start_number: int = 0
    finished: Moment | None = None
    finish_number: int = 0
    answers: dict[str, Value] = {}
    cursor: str = ""
    reviewed: bool = False
    unseen: list[str] = []
    drafts: dict[str, str | list[str]] = {}
    hidden: dict[str, Value] = {}
    history: list[Earlier] = []
    answered: Moment | None = None
    burnt: dict[str, Moment] = {}
    orphans: dict[str, Any] = {}
    extra: dict[str, Any] = {}

    def __post_init__(self) -> None:
        if self.burnt and not SAFETY.isdisjoint(self.burnt):
            structs.force_setattr(self, "burnt", without(self.burnt, SAFETY))

    @property
    def was_finished(self) -> bool:
        """Whether it was ever finished, even if the moment is missing from the file."""
        return self.finished is not None or self.finish_number > 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever said in it, its pages were looked at and left, or it was deleted for good."""
        return not self.step or not (
            self.was_finished or self.answers or self.drafts or self.hidden or self.orphans or self.history
        )

    @property
    def is_deleted(self) -> bool:
        """Whether the whole run was deleted for good, and nothing happened in it since.

        What is left of a deleted answer, that its question was skipped, says nothing and doesn't keep the run.
        """
        answers = {item for item, value in self.answers.items() if value is not None or item not in self.burnt}
        written = answers or self.drafts or self.hidden or self.orphans or self.extra
        is_bare = not written and all(old.item in (STARTED, FINISHED) for old in self.history)
        return is_bare and DELETED in self.burnt and self.last_change <= self.burnt[DELETED]

    @property
    def last_answered(self) -> datetime:
        """The moment by which everything was answered that has no later change in `history`.

        A run of an earlier version, without `answered`, may have been changed when its end was taken back.
        """
        if self.answered is not None:
            return max(self.started, self.answered)
        taken_back = (entry.until for entry in self.history if entry.item == FINISHED and entry.number)
        return max(filter(None, (self.started, self.finished, *taken_back)))

    @property
    def last_change(self) -> datetime:
        """The last moment at which something was written in it; what is there and was burnt before was written just after that."""
        places = (self.answers, self.hidden, self.drafts, self.orphans, self.extra)
        again = {item for place in places for item, value in place.items() if value is not None}
        notes = (just_after(moment) if item in again else moment for item, moment in self.burnt.items())
        changes = (entry.until for entry in self.history if entry.number and entry.item != FINISHED)
        return max([self.last_answered, *changes, *notes])

    @property
    def day(self) -> date:
        """The day it was finished or, until then, the day it was started."""
        return day_of(self.finished or self.started)


def replaced(runs: Sequence[Run], run: Run) -> tuple[Run, ...]:
    """Return the runs with one put in place of its older version, or added at the end."""
    latest_first = range(len(runs) - 1, -1, -1)  # the run that changes is nearly always one of the last
    index = next((index for index in latest_first if runs[index].id == run.id), len(runs))
    return (*runs[:index], run, *runs[index + 1 :])


def changed(run: Run, **fields: object) -> Run:
    """Return a run with some fields replaced."""
    return structs.replace(run, **fields)


def as_it_was(run: Run, number: int) -> Run:
    """Return a run with the answers that it had at a place in the record, before those that were changed later."""
    later = [earlier for earlier in run.history if earlier.number > number]
    if not later:
        return run
    answers = {
        **run.answers,
        **{earlier.item: earlier.value for earlier in reversed(later) if not earlier.is_other_span},
    }
    return changed(run, answers=answers, history=[earlier for earlier in run.history if earlier.number <= number])


def burnt(run: Run, items: Collection[str], now: datetime) -> Run:
    """Return a run with all answers to some questions deleted for good, and a note in `burnt` that this was wanted.

    The answers become None, as if skipped. The clock may have been set back, so the moment in the note is never before the
    last known moment of the run, and after every earlier note: what was written between two of them is to go as well.
    Answers about safety stay.
    """
    items = frozenset(items) - SAFETY
    moment = after_all(run, now)
    return changed(
        run,
        answers={item: None if item in items else value for item, value in run.answers.items()},
        drafts=without(run.drafts, items),
        hidden=without(run.hidden, items),
        orphans=without(run.orphans, items),
        history=[earlier for earlier in run.history if earlier.item not in items],
        burnt={**run.burnt, **dict.fromkeys(sorted(items), moment)},
    )


def after_all(run: Run, now: datetime) -> datetime:
    """Return now or, where a clock was set back, the last moment that a run knows."""
    notes = map(just_after, run.burnt.values())
    known = [run.started, run.finished, run.answered, *(earlier.until for earlier in run.history), *notes, now]
    return max(moment for moment in known if moment is not None)


def reopened(run: Run, now: datetime, number: int) -> Run:
    """Return a finished run as one that isn't, with a note in its history that it was, until now.

    That changes no answer: each change that follows has an entry of its own.
    """
    assert run.finished is not None
    end = Earlier(FINISHED, in_utc(run.finished).isoformat(), after_all(run, now), number)
    answered = in_utc(run.last_answered)
    return changed(run, finished=None, finish_number=0, history=[*run.history, end], answered=answered)


def finished(run: Run, now: datetime, number: int) -> Run:
    """Return a run as finished now or, so that this end counts wherever copies meet, just after the last that was taken back."""
    gone = last_taken_back([run])
    return changed(run, finished=now if gone is None else max(now, just_after(gone)), finish_number=number)


def finished_again(run: Run) -> Run:
    """Return a run whose end was taken back as one that ended there after all, and any other run as it is.

    It's just after that end, so that it counts wherever copies meet, and has the number under which that was taken back.
    """
    ends = [(end, entry) for entry in run.history if entry.number and (end := named_end(entry)) is not None]
    if run.was_finished or not ends:
        return run
    end, entry = max(ends, key=lambda each: each[0])
    return changed(run, finished=in_zone(just_after(end), entry.until.tzinfo), finish_number=entry.number)


def ends_of(copies: Sequence[Run]) -> list[Run]:
    """Return those of some copies of a run that were finished after the last end that was taken back in any of them.

    An end whose moment is missing from the file counts if none was taken back.
    """
    gone = last_taken_back(copies)
    return [
        run
        for run in copies
        if run.was_finished and (gone is None or (run.finished is not None and run.finished > gone))
    ]


def last_taken_back(copies: Iterable[Run]) -> datetime | None:
    """Return the latest of the ends that were taken back in any of some copies of a run, None if none was."""
    ends = (named_end(entry) for run in copies for entry in run.history if entry.number)
    return max((end for end in ends if end is not None), default=None)


def first_end(finished: datetime | None, history: Sequence[Earlier], items: Collection[str] = ()) -> datetime | None:
    """Return when a run was first finished, given its end and its history.

    None if it wasn't finished, or if one of some answers was changed since: then no one knows what it was like at that time.
    """
    if any(entry.item in items for entry in history):
        return None
    taken_back = (named_end(entry) for entry in history if entry.number)
    return min((end for end in taken_back if end is not None), default=finished)


def named_end(entry: Earlier) -> datetime | None:
    """Return the end that an entry of a history names, None if it names none or was changed by hand into no moment."""
    if entry.item != FINISHED:
        return None
    try:
        return msgspec.convert(entry.value, Moment)
    except msgspec.ValidationError:
        return None


def without(values: Mapping[str, T], items: Container[str]) -> dict[str, T]:
    """Return what is kept by item id, without some of the items."""
    return {item: value for item, value in values.items() if item not in items}
