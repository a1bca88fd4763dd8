"""Everything that happened: all runs in the order they were started, and what can be asked of them.

A run is one run of one step. Nothing else is ever recorded, so gates, boundaries and the status are all questions to a
Journey. It doesn't know the program, and answers for any step id.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo
from functools import cached_property
from itertools import takewhile
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec import Struct

from exback.model.dates import day_at, day_of, day_start, in_zone, just_after
from exback.model.run import Run, Value, finished_again, last_taken_back, without
from exback.model.safety import are_answered, as_left
from exback.model.timeline import Timeline, ended, marks

T = TypeVar("T")

MOMENT = timedelta(hours=2)
"""How long a run of a momentary step can be gone on with after it was begun, on the same day."""


def end_of_moment(run: Run, zone: tzinfo | None) -> datetime:
    """Return until when a run of a momentary step can be gone on with, on the clock of a time zone."""
    end = in_zone(just_after(run.started, MOMENT), zone)
    is_next_day = day_of(end) != run.day
    return end.replace(hour=day_start(end.date()), minute=0, second=0, microsecond=0) if is_next_day else end


class PastAnswer(Struct, frozen=True):
    """An answer, the day it was given (see Journey.day), and the run it was given in."""

    value: Value
    day: date
    run: Run


class Moved(Struct, frozen=True, kw_only=True):
    """Questions of a step that another one, `step`, asked before: `items` are all of them, `always` those everyone was asked."""

    step: str = ""
    items: frozenset[str] = frozenset()
    always: frozenset[str] = frozenset()


class Terms(Struct, frozen=True, kw_only=True):
    """What a journey must know about the program, and about the person.

    `completion` has, for steps that one finished run doesn't complete, a test of a run of that step and of the journey as it
    was when the run ended. `momentary` are the ids of the steps whose runs end with their moment, `walked` those of the steps that
    start again after `fresh`, the answer (step, item, value) with which the person starts again. `moved` has, for steps with questions that another step asked before, which they are.
    `month_first` says that this person writes the month before the day.
    """

    completion: Mapping[str, Callable[[Run, Journey], bool]] = MappingProxyType({})
    walked: frozenset[str] = frozenset()
    fresh: tuple[str, str, str] | None = None
    moved: Mapping[str, Moved] = MappingProxyType({})
    momentary: frozenset[str] = frozenset()
    month_first: bool = False


class Journey:
    """Every run up to one moment, and which of them belong to the current time through the program.

    Questions about a step that starts again are answered from the current time through; `ever` and `latest` look at all.
    """

    def __init__(self, runs: Iterable[Run], now: datetime, terms: Terms = Terms()) -> None:  # noqa: B008  # a frozen value
        self.runs = tuple(runs)
        self.now = now
        self.terms = terms
        self._cache: dict[Hashable, Any] = {}
        self._completes: dict[str, bool] = {}
        self._later: tuple[Journey, Run] | None = None

    @property
    def today(self) -> date:
        """The local date, which begins when `dates.day_of` says."""
        return day_of(self.now)

    @property
    def next_number(self) -> int:
        """The number in the record for the next start, end or change."""
        return 1 + max((number for run in self.runs for number in _numbers(run)), default=0)

    def run(self, run_id: str) -> Run | None:
        """Return the run with an id, None if there is none any more."""
        return next((run for run in self.runs if run.id == run_id), None)

    def finished(self, step: str) -> tuple[Run, ...]:
        """Return the finished runs of a step in the order they ended."""
        runs = self.ever(step)
        return tuple(run for run in runs if self._is_current(run)) if self._marks else runs

    def ever(self, step: str) -> tuple[Run, ...]:
        """Return the finished runs of a step from all times through the program, in the order they ended."""
        if self._later is None:
            return self._finished_by_step.get(step, ())
        later, run = self._later
        return self.once(("ever", step), lambda: _ended_before(run, later.ever(step)))

    def last(self, step: str) -> Run | None:
        """Return the run of a step that ended last."""
        return next(reversed(self.finished(step)), None)

    def latest(self, step: str) -> Run | None:
        """Return the run of a step that ended last, from all times through the program."""
        return next(reversed(self.ever(step)), None)

    @property
    def has_answered_safety(self) -> bool:
        """Whether each question about safety was answered in some finished run. Not having been asked is not a no."""
        if self._later is None:
            return self.once("answered safety", lambda: are_answered(self._ended))
        later, run = self._later  # an answer that was given since counts as well
        return self.once("answered safety", lambda: later.without(run).has_answered_safety)

    def unfinished(self, step: str) -> Run | None:
        """Return the latest run of a step that was started and not finished, and that can still be gone on with.

        One in which nothing was said is left out if the step was done before.
        """
        begun = self.once("begun", lambda: _by_step(run for run in self.runs if run.finished is None)).get(step)
        if not begun:  # as of nearly every step
            return None
        was_done = bool(self.finished(step))
        open_runs = (run for run in reversed(begun) if self._is_current(run) and not self._is_given_up(run))
        return next((run for run in open_runs if not (was_done and run.is_empty)), None)

    def counted(self, run: Run) -> Run:
        """Return a run as it counts: one that was finished, reopened and left is finished again once its moment is over."""
        again = finished_again(run) if self.is_left(run) else run
        return run if again is run else as_left(again, just_after(run.started, MOMENT))

    def settled(self) -> Journey:
        """Return the journey with every run as it counts now."""
        left = [run for run in self.once("reopened", self._reopened) if self.counted(run) is not run]
        return Journey(map(self.counted, self.runs), self.now, self.terms) if left else self

    def _reopened(self) -> tuple[Run, ...]:
        """Return the few runs of momentary steps that were finished and aren't any more."""
        unfinished = (run for run in self.runs if run.finished is None and run.history)
        return tuple(run for run in unfinished if run.step in self.terms.momentary and last_taken_back([run]))

    def is_left(self, run: Run) -> bool:
        """Whether a run of a momentary step wasn't finished and its moment is over, so that it stays as it was left.

        A clock that was set back by less than that leaves it open.
        """
        return run.finished is None and self.is_moment_over(run)

    def is_moment_over(self, run: Run) -> bool:
        """Whether a run is of a momentary step, and that moment is over."""
        return run.step in self.terms.momentary and (run.day != self.today or abs(self.now - run.started) > MOMENT)

    def left_at(self, run: Run) -> datetime | None:
        """Return the last moment at which a run that stays as it was left can have been answered, None for any other run."""
        return just_after(run.started, MOMENT) if self.is_left(run) else None

    def _is_given_up(self, run: Run) -> bool:
        """Whether a run was left for good: its moment is over, or someone has started fresh and finished that one."""
        is_momentary = run.step in self.terms.momentary
        return self.is_left(run) or (
            is_momentary and any(other.start_number > run.start_number for other in self.ever(run.step))
        )

    @property
    def began_again(self) -> Run | None:
        """The run in which the person last started again, None in the first time through."""
        if not self._marks or self.terms.fresh is None:
            return None
        step, item, value = self.terms.fresh
        return next(run for run in reversed(self.ever(step)) if run.answers.get(item) == value)

    @property
    def walks(self) -> int:
        """How many times the program was started: 1, and one more each time the person started again."""
        return 1 + len(self._marks)

    def all_said(self, step: str, item: str) -> tuple[PastAnswer, ...]:
        """Return every answer to a question from finished runs, oldest first, without skipped ones."""
        return self.once(("said", step, item), lambda: self._answers(self._asked_in(self.finished, step, item), item))

    def said(self, step: str, item: str) -> PastAnswer | None:
        """Return the latest answer to a question from a finished run."""
        return next(reversed(self.all_said(step, item)), None)

    def all_ever_said(self, step: str, item: str) -> tuple[PastAnswer, ...]:
        """Return every answer to a question from finished runs of all times through the program, oldest first."""
        return self.once(("ever said", step, item), lambda: self._answers(self._asked_in(self.ever, step, item), item))

    def ever_said(self, step: str, item: str) -> PastAnswer | None:
        """Return the latest answer to a question from finished runs of all times through the program."""
        return next(reversed(self.all_ever_said(step, item)), None)

    def carried(self, step: str) -> Mapping[str, Value]:
        """Return the answers that a step needn't ask for, because another step asked before: none once it was done."""
        moved = self.terms.moved.get(step)
        if moved is None or self.is_done(step):
            return {}
        runs = self.finished(moved.step)
        return {item: answers[-1].value for item in sorted(moved.items) if (answers := self._answers(runs, item))}

    def half_typed(self, step: str, item: str) -> str:
        """Return the words that were typed and not given when another step still asked a question, empty once this one is done."""
        moved = self.terms.moved.get(step)
        if moved is None or item not in moved.items or self.is_done(step):
            return ""
        runs = [run for run in self.runs if run.step == moved.step and self._is_current(run)]
        typed = (run.drafts.get(item) for run in reversed(runs))
        return next((words for words in typed if isinstance(words, str)), "")

    def is_done(self, step: str) -> bool:
        """Whether a step has ever been done; what was done stays done."""
        return self.once(("done", step), lambda: self._was_done(step))

    def _was_done(self, step: str) -> bool:
        return any(map(self.completes, reversed(self.finished(step)))) or bool(self.done_elsewhere(step))

    def completes(self, run: Run) -> bool:
        """Whether a finished run completes its step."""
        test = self.terms.completion.get(run.step)
        if test is None:
            return True
        if run.id not in self._completes:
            self._completes[run.id] = test(run, self.as_of(run))
        return self._completes[run.id]

    def holds_since(self, step: str, after: int = 0) -> Run | None:
        """Return the first of the latest runs of a step that all complete it, None if the last one doesn't.

        Runs that were finished before the number `after` in the record don't count.
        """
        latest_first = (run for run in reversed(self.finished(step)) if run.finish_number >= after)
        return next(reversed(tuple(takewhile(self.completes, latest_first))), None)

    def done_elsewhere(self, step: str) -> tuple[Run, ...]:
        """Return the finished runs of another step that have everything this step asks everyone, from before it was its own."""
        moved = self.terms.moved.get(step)
        if moved is None:
            return ()
        return tuple(run for run in self.finished(moved.step) if moved.always <= {*run.answers, *run.burnt})

    def _asked_in(self, finished: Callable[[str], tuple[Run, ...]], step: str, item: str) -> tuple[Run, ...]:
        """Return the finished runs in which a question was asked, in the order they ended: also those of an earlier step."""
        runs, moved = finished(step), self.terms.moved.get(step)
        if moved is None or item not in moved.items:
            return runs
        ids = {run.id for run in (*runs, *finished(moved.step))}
        return tuple(run for run in self._ended if run.id in ids)

    def once(self, key: Hashable, work: Callable[[], T]) -> T:
        """Return the result of some work, which is done once for each key.

        It must depend on the runs only and not on the moment, because `at` passes it on to another moment.
        """
        if key not in self._cache:
            self._cache[key] = work()
        result: T = self._cache[key]
        return result

    def as_of(self, run: Run) -> Journey:
        """Return the journey as it was when a finished run had just ended: the runs that had ended by then."""
        index = next(index for index, other in enumerate(self._ended) if other.id == run.id)
        is_misdated = run.id in self.timeline.dated
        now = self.now if is_misdated or run.finished is None else run.finished
        return Journey(self._ended[: index + 1], now, self.terms)

    def before(self, run: Run) -> Journey:
        """Return what a run can look back at: all runs that had ended when it ended or, while it is open, all other runs.

        It's quick enough to be asked for every entry of a journal: what isn't looked at is never put together.
        """
        if run.finished is None:
            return self.without(run)
        then = Journey(_ended_before(run, self._ended), run.finished, self.terms)
        then._ended, then._later = then.runs, (self, run)
        return then

    @property
    def as_it_is(self) -> Journey:
        """The whole journey, of what `before` returned for a finished run: also what came after it, and the run itself."""
        if self._later is None:
            return self
        later, run = self._later
        return self.once("as it is", lambda: later.with_run(run))

    def without(self, run: Run) -> Journey:
        """Return the journey without one run."""
        if run.id not in self.once("ids", lambda: {other.id for other in self.runs}):
            return self
        return Journey([other for other in self.runs if other.id != run.id], self.now, self.terms)

    def with_run(self, run: Run) -> Journey:
        """Return the journey with one more run at its end, or with a newer version of one."""
        return Journey((*self.without(run).runs, self.counted(run)), self.now, self.terms)

    def followed_by(self, run: Run) -> Journey:
        """Return the journey with a run that ended after all others, without asking again which of those complete their step."""
        longer = Journey((*self.runs, run), self.now, self.terms)
        if not (self.timeline.misdated or longer.timeline.misdated):
            longer._completes = without(self._completes, {run.id})
        return longer

    def at(self, now: datetime) -> Journey:
        """Return the same journey at another moment."""
        other = Journey.__new__(Journey)
        other.__dict__.update({**self.__dict__, "now": now})
        if other.today != self.today:  # on another day, other entries may turn out to have a wrong date
            other.__dict__.pop("timeline", None)
            if self.timeline.misdated or other.timeline.misdated:
                other._cache, other._completes = {}, {}
        return other.settled()

    def days_since(self, run: Run) -> int:
        """Return the days since a run ended, never negative.

        They are counted along the record and not between two clock readings: a clock that was set back adds and removes
        nothing, so no gate that was open closes again.
        """
        return self.timeline.since(run)

    @property
    def clock_was_set_back(self) -> bool:
        """Whether the clock shows an earlier day than the last entry, or that has a wrong date: the days since aren't known."""
        return self.timeline.is_back

    def days_between(self, earlier: Run, later: Run) -> int:
        """Return the days between the ends of two runs, never negative."""
        return self.timeline.between(earlier, later)

    def date_after(self, run: Run, days: int) -> date:
        """Return the first date on which `days` days will have passed since a run ended, if the clock goes on."""
        return self.timeline.date_after(run, days)

    def day(self, run: Run) -> date:
        """Return the day of a run or, if a wrong clock dated it, the day of the next entry with a right date."""
        dated = self.timeline.dated.get(run.id)
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
        """The numbers in the record at which the person started again."""
        return marks(self._ended, self.terms.fresh)

    def _is_current(self, run: Run) -> bool:
        """Whether a run belongs to the current time through the program; one of a step that doesn't start again always does."""
        return not self._marks or run.step not in self.terms.walked or run.start_number > self._marks[-1]

    @cached_property
    def timeline(self) -> Timeline:
        """The days of all runs."""
        return Timeline(self.runs, self.today)


def _ended_before(run: Run, ended_runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return those of some runs, in the order they ended, that had ended when a run ended, without itself."""
    earlier = ended_runs[: bisect_right(ended_runs, run.finish_number, key=lambda other: other.finish_number)]
    place = bisect_left(earlier, run.finish_number, key=lambda other: other.finish_number)
    return (*earlier[:place], *(other for other in earlier[place:] if other.id != run.id))


def _by_step(runs: Iterable[Run]) -> dict[str, tuple[Run, ...]]:
    lists: dict[str, list[Run]] = {}
    for run in runs:
        lists.setdefault(run.step, []).append(run)
    return {step: tuple(runs) for step, runs in lists.items()}


def _numbers(run: Run) -> Iterator[int]:
    yield run.start_number
    yield run.finish_number
    yield from (earlier.number for earlier in run.history)
