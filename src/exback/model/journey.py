"""What happened: runs, in the order they began, and what can be asked of them.

A run is one walk through one step. Nothing else is ever recorded, so days apart, gates, boundaries and
status are all questions to a Journey. It knows no program: which steps exist is somebody else's business.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any, cast

from msgspec import Struct

from exback.model.dates import day_at, day_of
from exback.model.run import Run, T, Value
from exback.model.safety import are_answered
from exback.model.timeline import Timeline, ended, marks


class PastAnswer(Struct, frozen=True):
    """An answer with the day it was given, see Journey.day, and the run it was given in."""

    value: Value
    day: date
    run: Run


class Terms(Struct, frozen=True, kw_only=True):
    """What a journey must know of the program that is walked.

    `completion` says, for the steps where one finished run is not enough, when a step is done: a test of
    the journey as it was when a run of that step ended. `walked` names the steps that are walked anew after
    `fresh`, an answer (step, item, value) with which a fresh walk begins.
    """

    completion: Mapping[str, Callable[[Journey], bool]] = MappingProxyType({})
    walked: frozenset[str] = frozenset()
    fresh: tuple[str, str, str] | None = None


class Journey:
    """Every run up to one moment, and which of them belong to the walk that goes on now.

    Questions about a walked step are answered from the present walk; `ever` and `latest` look at all walks.
    """

    def __init__(self, runs: Sequence[Run], now: datetime, terms: Terms = Terms()) -> None:  # noqa: B008  # a frozen value
        self.runs = tuple(runs)
        self.now = now
        self.terms = terms
        self._kept: dict[Hashable, Any] = {}

    @property
    def today(self) -> date:
        """The local calendar date, which begins at 04:00."""
        return day_of(self.now)

    @property
    def next_number(self) -> int:
        """The number that the next beginning, end or change takes in the record."""
        return 1 + max((number for run in self.runs for number in _numbers(run)), default=0)

    def finished(self, step: str) -> tuple[Run, ...]:
        """Give the finished runs of a step in the order they ended."""
        runs = self.ever(step)
        return tuple(run for run in runs if self._is_present(run)) if self._marks else runs

    def ever(self, step: str) -> tuple[Run, ...]:
        """Give the finished runs of a step from all walks, in the order they ended."""
        return self._finished_by_step.get(step, ())

    def last(self, step: str) -> Run | None:
        """Give the run of a step that ended last."""
        runs = self.finished(step)
        return runs[-1] if runs else None

    def latest(self, step: str) -> Run | None:
        """Give the run of a step that ended last, in whichever walk."""
        runs = self.ever(step)
        return runs[-1] if runs else None

    @property
    def has_answered_safety(self) -> bool:
        """Whether each question about safety was answered in some finished run. Who was never asked has not said no."""
        return self.once("answered safety", lambda: are_answered(self._ended))

    def unfinished(self, step: str) -> Run | None:
        """Give the latest run of a step that was begun and not finished."""
        begun = self.once("begun", lambda: _by_step(run for run in self.runs if run.finished is None))
        return next((run for run in reversed(begun.get(step, ())) if self._is_present(run)), None)

    @property
    def walks(self) -> int:
        """How many times the walk was begun: 1, and one more for every fresh one."""
        return 1 + len(self._marks)

    def all_said(self, step: str, item: str) -> tuple[PastAnswer, ...]:
        """Give every answer to one question from finished runs, oldest first; skipped ones are left out."""
        return self.once(("said", step, item), lambda: self._answers(self.finished(step), item))

    def said(self, step: str, item: str) -> PastAnswer | None:
        """Give the latest answer to one question from a finished run."""
        answers = self.all_said(step, item)
        return answers[-1] if answers else None

    def ever_said(self, step: str, item: str) -> PastAnswer | None:
        """Give the latest answer to one question from finished runs of all walks."""
        return next(reversed(self._answers(self.ever(step), item)), None)

    def is_done(self, step: str) -> bool:
        """Tell whether a step has ever been done; what was done stays done."""
        return self.once(("done", step), lambda: self._was_done(step))

    def _was_done(self, step: str) -> bool:
        test = self.terms.completion.get(step)
        return any(test is None or test(self.as_of(run)) for run in reversed(self.finished(step)))

    def once(self, key: Hashable, work: Callable[[], T]) -> T:
        """Work out once what hangs on the record alone. `at` hands it on, so it must not hang on the moment."""
        if key not in self._kept:
            self._kept[key] = work()
        return cast(T, self._kept[key])

    def as_of(self, run: Run) -> Journey:
        """Give the journey as it stood when a finished run had just ended: the runs that had ended by then."""
        place = next(at for at, one in enumerate(self._ended) if one.id == run.id)
        is_misdated = run.id in self._days.dated
        now = self.now if is_misdated or run.finished is None else run.finished
        return Journey(self._ended[: place + 1], now, self.terms)

    def before(self, run: Run) -> Journey:
        """Give what a run could look back at: all that had ended when it ended or, while it is open, all there is."""
        others = self.without(run)
        if run.finished is None:
            return others
        earlier = [other for other in others._ended if other.finish_number <= run.finish_number]
        then = Journey(earlier, run.finished, self.terms)
        then.once("answered safety", lambda: others.has_answered_safety)  # whoever was asked since has been asked
        return then

    def without(self, run: Run) -> Journey:
        """Give the journey without one run."""
        if run.id not in self.once("ids", lambda: {other.id for other in self.runs}):
            return self
        return Journey([other for other in self.runs if other.id != run.id], self.now, self.terms)

    def at(self, now: datetime) -> Journey:
        """Give the same journey seen from another moment."""
        seen = Journey.__new__(Journey)
        seen.__dict__.update({**self.__dict__, "now": now})
        if seen.today != self.today:  # on another day, other entries may turn out to bear a wrong date
            seen.__dict__.pop("_days", None)
            if self._days.misdated or seen._days.misdated:
                seen._kept = {}
        return seen

    def days_since(self, run: Run) -> int:
        """Give the days since a run ended, never negative.

        They are counted along the record, not between two clock readings: a clock that was set back
        adds nothing and takes nothing away, so no gate that was open closes again.
        """
        return self._days.since(run)

    @property
    def clock_was_set_back(self) -> bool:
        """Whether the clock shows an earlier day than the last entry, or that entry has a wrong date: the days since aren't known."""
        return self._days.is_back

    def clock_went_back_since(self, run: Run) -> bool:
        """Tell whether the clock was set back after a run ended, so that the days since then cannot be counted."""
        return self._days.went_back_since(run)

    def days_outrun_calendar(self, run: Run) -> bool:
        """Tell whether clearly more days have passed since a run ended than the calendar has, after the clock was set back."""
        return self._days.outrun_calendar(run)

    def days_between(self, earlier: Run, later: Run) -> int:
        """Give the days between the ends of two runs, never negative."""
        return self._days.between(earlier, later)

    def date_after(self, run: Run, days: int) -> date:
        """Give the first date on which `days` days will have passed since a run ended, if the clock goes on."""
        return self._days.date_after(run, days)

    def day(self, run: Run) -> date:
        """Return the day of a run: its own or, where a wrong clock dated it, that of the next entry with a right date."""
        dated = self._days.dated.get(run.id)
        return run.day if dated is None else day_at(dated)

    def _answers(self, runs: Sequence[Run], item: str) -> tuple[PastAnswer, ...]:
        return tuple(
            PastAnswer(value, self.day(run), run) for run in runs if (value := run.answers.get(item)) is not None
        )

    @cached_property
    def _ended(self) -> tuple[Run, ...]:
        return tuple(ended(self.runs))

    @cached_property
    def _finished_by_step(self) -> dict[str, tuple[Run, ...]]:
        return _by_step(self._ended)

    @cached_property
    def _marks(self) -> tuple[int, ...]:
        """The numbers in the record at which a fresh walk began."""
        return marks(self._ended, self.terms.fresh)

    def _is_present(self, run: Run) -> bool:
        """Tell whether a run belongs to the present walk; what is not walked always does."""
        return not self._marks or run.step not in self.terms.walked or run.start_number > self._marks[-1]

    @cached_property
    def _days(self) -> Timeline:
        return Timeline(self.runs, self.today)


def _by_step(runs: Iterable[Run]) -> dict[str, tuple[Run, ...]]:
    sorted_out: dict[str, list[Run]] = {}
    for run in runs:
        sorted_out.setdefault(run.step, []).append(run)
    return {step: tuple(runs) for step, runs in sorted_out.items()}


def _numbers(run: Run) -> Iterator[int]:
    yield run.start_number
    yield run.finish_number
    yield from (earlier.number for earlier in run.history)
