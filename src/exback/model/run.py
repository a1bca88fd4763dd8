"""x."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Annotated, Any, TypeAlias, TypeVar

from msgspec import Meta, Struct, structs

from exback.model.dates import day_of
from exback.model.timeline import SAFETY

T = TypeVar("T")


Value: TypeAlias = None | bool | int | str | list[str]
"""An answer as it is kept. None is a question that was skipped; a day is an ISO date."""


Moment = Annotated[datetime, Meta(tz=True)]
"""A moment with its UTC offset."""


class Earlier(Struct, frozen=True, omit_defaults=True):
    """An answer that was changed after its run was finished: what stood there, and until when.

    `number` is the place of the change in the record, see Run. It is 0 for what stood in another copy of the
    run and gave way when the two were united; `until` is then the last that was known of that copy.
    """

    item: str
    value: Value
    until: Moment
    number: int = 0
    extra: dict[str, Any] = {}

    @property
    def is_other_span(self) -> bool:
        """Whether it is when another copy of the run began or ended, and no answer."""
        return not self.number and self.item in (STARTED, FINISHED)


class Run(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One walk through one step.

    `answers` holds what the person said on the path they took, `hidden` what they said on a branch that
    has closed since, `drafts` what they have typed and not yet given. Moments carry their UTC offset.

    `reviewed` says that the review page was reached, `unseen` which pages came up since and were not shown yet.
    Clocks are set back and forth, so the record has an order of its own: every beginning, end and later change
    takes the next number, `start_number`, `finish_number` and Earlier.number.

    `burnt` says what was deleted for good, and when, so that no copy of the run brings it back. An answer about safety
    can't be deleted, so a run that is read with the id of such a question there drops it. `extra` holds
    fields that this version does not know, here and in Earlier; they are written back untouched.
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
    burnt: dict[str, Moment] = {}
    orphans: dict[str, Any] = {}
    extra: dict[str, Any] = {}

    def __post_init__(self) -> None:
        if self.burnt and not SAFETY.isdisjoint(self.burnt):
            structs.force_setattr(self, "burnt", _but(SAFETY, self.burnt))

    @property
    def was_finished(self) -> bool:
        """Whether it was ever finished, also where the moment is missing from the file."""
        return self.finished is not None or self.finish_number > 0

    @property
    def day(self) -> date:
        """The day on which it was finished or, while it is not, begun."""
        return day_of(self.finished or self.started)


def replaced(runs: Sequence[Run], run: Run) -> tuple[Run, ...]:
    """Give the runs with one of them put in place of its older self, or added at the end."""
    latest_first = range(len(runs) - 1, -1, -1)  # what is written in is nearly always one of the last
    place = next((at for at in latest_first if runs[at].id == run.id), len(runs))
    return (*runs[:place], run, *runs[place + 1 :])


def changed(run: Run, **fields: object) -> Run:
    """Give a run with some fields replaced."""
    return structs.replace(run, **fields)


def burnt(run: Run, items: Collection[str], now: datetime) -> Run:
    """Give a run without all that was said to some questions, and with the word that this was meant.

    What was answered becomes None: a question that was asked. The clock may have been set back, so the moment
    that is noted is never before the last that is known of the run. Answers about safety stay.
    """
    items = frozenset(items) - SAFETY
    told = [run.started, run.finished, *(earlier.until for earlier in run.history), *run.burnt.values(), now]
    moment = max(moment for moment in told if moment is not None)
    return changed(
        run,
        answers={item: None if item in items else value for item, value in run.answers.items()},
        drafts=_but(items, run.drafts),
        hidden=_but(items, run.hidden),
        orphans=_but(items, run.orphans),
        history=[earlier for earlier in run.history if earlier.item not in items],
        burnt={**run.burnt, **dict.fromkeys(sorted(items), moment)},
    )


def _but(items: Collection[str], kept: dict[str, T]) -> dict[str, T]:
    return {item: value for item, value in kept.items() if item not in items}


STARTED, FINISHED = ".started", ".finished"
"""What history calls a beginning or an end on which copies of a run don't agree. No item has such an id."""
