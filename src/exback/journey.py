"""What happened: runs, in the order they began, and what can be asked of them.

A run is one walk through one step. Nothing else is ever recorded, so days apart, gates, boundaries and
status are all questions to a Journey. It knows no program: which steps exist is somebody else's business.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeAlias

from msgspec import Struct, structs

from exback.dates import day_of

Value: TypeAlias = None | bool | int | str | list[str]
"""An answer as it is kept. None is a question that was skipped; a day is an ISO date."""


class Earlier(Struct, frozen=True):
    """An answer that was changed after its run was finished: what stood there, and until when."""

    item: str
    value: Value
    until: datetime


class Run(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One walk through one step.

    `answers` holds what the person said on the path they took, `hidden` what they said on a branch that
    has closed since, `drafts` what they have typed and not yet given. Moments carry their UTC offset.
    """

    id: str
    step: str
    step_version: int = 1
    started: datetime
    finished: datetime | None = None
    answers: dict[str, Value] = {}
    cursor: str = ""
    reviewed: bool = False
    drafts: dict[str, str | list[str]] = {}
    hidden: dict[str, Value] = {}
    history: list[Earlier] = []
    orphans: dict[str, Any] = {}
    extra: dict[str, Any] = {}

    @property
    def day(self) -> date:
        """The day on which it was finished or, while it is not, begun."""
        return day_of(self.finished or self.started)


class Said(Struct, frozen=True):
    """An answer with the day it was given and the run it was given in."""

    value: Value
    day: date
    run: Run


class Journey:
    """Every run up to one moment.

    `completion` says, for the steps where one finished run is not enough, when a step is done: a test of
    the journey as it was when a run of that step ended.
    """

    def __init__(
        self,
        runs: Sequence[Run],
        now: datetime,
        completion: Mapping[str, Callable[[Journey], bool]] = MappingProxyType({}),
    ) -> None:
        self.runs = tuple(runs)
        self.now = now
        self.completion = completion
        self._done: dict[str, bool] = {}

    @property
    def today(self) -> date:
        """The local calendar date, which begins at 04:00."""
        return day_of(self.now)

    def finished(self, step: str) -> tuple[Run, ...]:
        """Give the finished runs of a step, oldest first."""
        return tuple(run for run in self._of(step) if run.finished is not None)

    def last(self, step: str) -> Run | None:
        """Give the latest finished run of a step."""
        return next((run for run in reversed(self._of(step)) if run.finished is not None), None)

    def unfinished(self, step: str) -> Run | None:
        """Give the latest run of a step that was begun and not finished."""
        return next((run for run in reversed(self._of(step)) if run.finished is None), None)

    def all_said(self, step: str, item: str) -> tuple[Said, ...]:
        """Give every answer to one question from finished runs, oldest first; skipped ones are left out."""
        return tuple(
            Said(value, run.day, run) for run in self.finished(step) if (value := run.answers.get(item)) is not None
        )

    def said(self, step: str, item: str) -> Said | None:
        """Give the latest answer to one question from a finished run."""
        answers = self.all_said(step, item)
        return answers[-1] if answers else None

    def is_done(self, step: str) -> bool:
        """Tell whether a step has ever been done; what was done stays done."""
        if step not in self._done:
            test = self.completion.get(step)
            self._done[step] = any(test is None or test(self.as_of(run)) for run in reversed(self.finished(step)))
        return self._done[step]

    def as_of(self, run: Run) -> Journey:
        """Give the journey as it stood when a finished run had just ended."""
        until = run.finished or run.started
        place = self.runs.index(run)
        known = [other for at, other in enumerate(self.runs) if at <= place or other.started <= until]
        return Journey(known, until, self.completion)

    def without(self, run: Run) -> Journey:
        """Give the journey without one run."""
        return Journey([other for other in self.runs if other.id != run.id], self.now, self.completion)

    def at(self, now: datetime) -> Journey:
        """Give the same journey seen from another moment."""
        return Journey(self.runs, now, self.completion)

    def days_since(self, run: Run) -> int:
        """Give the days since a run ended, never negative.

        They are counted along the record, not between two clock readings: a clock that was set back
        adds nothing and takes nothing away, so no gate that was open closes again.
        """
        return self._today_index - self._end_index[run.id]

    def days_between(self, earlier: Run, later: Run) -> int:
        """Give the days between the ends of two runs, never negative."""
        return max(0, self._end_index[later.id] - self._end_index[earlier.id])

    def date_after(self, run: Run, days: int) -> date:
        """Give the date on which `days` days will have passed since a run ended."""
        return self.today + timedelta(days=max(0, days - self.days_since(run)))

    def _of(self, step: str) -> list[Run]:
        return self._by_step.get(step, [])

    @cached_property
    def _by_step(self) -> dict[str, list[Run]]:
        sorted_out: dict[str, list[Run]] = {}
        for run in self.runs:
            sorted_out.setdefault(run.step, []).append(run)
        return sorted_out

    @cached_property
    def _end_index(self) -> dict[str, int]:
        return self._count_days()[0]

    @cached_property
    def _today_index(self) -> int:
        return self._count_days()[1]

    def _count_days(self) -> tuple[dict[str, int], int]:
        """Number the days along the record: where each run ended, and where today is.

        Between two runs the day number grows by the days that the clock went forward and by nothing when
        it went back. `top` is the highest number so far; `shift` turns the clock's day into a number.
        """
        ends: dict[str, int] = {}
        top, shift = 0, -(10**9)
        for run in self.runs:
            day = day_of(run.started).toordinal()
            top = max(top, shift + day)
            shift = max(shift, top - day)
            ends[run.id] = top + max(0, run.day.toordinal() - day)
        today = max(top, shift + self.today.toordinal(), *ends.values(), 0)
        return ends, today


def replaced(runs: Sequence[Run], run: Run) -> tuple[Run, ...]:
    """Give the runs with one of them put in place of its older self, or added at the end."""
    if any(other.id == run.id for other in runs):
        return tuple(run if other.id == run.id else other for other in runs)
    return (*runs, run)


def changed(run: Run, **fields: object) -> Run:
    """Give a run with some fields replaced."""
    return structs.replace(run, **fields)
