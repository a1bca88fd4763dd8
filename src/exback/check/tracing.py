"""What a function of a step gets to see while it is tried: the same answers, days and runs, with every look noted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial

from exback.check.observations import Watch
from exback.context import Context
from exback.dates import day_of
from exback.journey import Journey, Run, Said, Terms, Value, changed


class Measured(int):
    """A number that notes which whole numbers it is compared with."""

    marks: set[int]

    def __new__(cls, value: int, marks: set[int]) -> Measured:
        """Give the number, and where to note."""
        number = super().__new__(cls, value)
        number.marks = marks
        return number

    def _mark(self, other: object) -> None:
        if type(other) is int:
            self.marks.add(other)

    def __lt__(self, other: int) -> bool:
        self._mark(other)
        return int(self) < other

    def __le__(self, other: int) -> bool:
        self._mark(other)
        return int(self) <= other

    def __gt__(self, other: int) -> bool:
        self._mark(other)
        return int(self) > other

    def __ge__(self, other: int) -> bool:
        self._mark(other)
        return int(self) >= other

    def __eq__(self, other: object) -> bool:
        self._mark(other)
        return int(self) == other

    def __hash__(self) -> int:
        return int.__hash__(self)


class Kept(dict[str, Value]):
    """Answers that note which of them are read."""

    def __init__(self, answers: Mapping[str, Value], note: Callable[[str], None]) -> None:
        super().__init__(answers)
        self._note = note

    def __getitem__(self, item: str) -> Value:
        self._note(item)
        return super().__getitem__(item)

    def __contains__(self, item: object) -> bool:
        self._note(str(item))
        return super().__contains__(item)

    def get(self, item: str, default: Value = None) -> Value:  # type: ignore[override]  # an answer is never anything else
        """Give an answer, and note that it was read."""
        self._note(item)
        return super().get(item, default)


def _noting(run: Run, watch: Watch) -> Run:
    return changed(run, answers=Kept(run.answers, partial(watch.comes_upon, run.step)))


class Seeing(Context):
    """What a function may look at, with every look noted."""

    def __init__(self, here: Context, watch: Watch) -> None:
        self._watch = watch
        super().__init__(
            here.journey,
            Kept(here.answers, watch.reads_own),
            here.declared,
            held=here.held,
            started=here.started,
            finished=here.finished,
        )

    @property
    def held(self) -> frozenset[str]:
        """The boundaries that hold."""
        self._watch.sees("held")
        return self._held

    @held.setter
    def held(self, held: frozenset[str]) -> None:
        self._held = held

    def __getitem__(self, item: str) -> Value:
        self._watch.reads_own(item)
        value = super().__getitem__(item)
        if isinstance(value, int) and not isinstance(value, bool):
            return Measured(value, self._watch.numbers(item))
        return value

    def date(self, day: date) -> str:
        """Give a day in words. That is no look at the day: it only leaves out this year."""
        before, self._watch.asked = self._watch.asked, None
        try:
            return super().date(day)
        finally:
            self._watch.asked = before


class Past(Journey):
    """A journey with every question to it noted."""

    def __init__(self, runs: Sequence[Run], now: datetime, terms: Terms, watch: Watch) -> None:
        self._watch = watch
        super().__init__([_noting(run, watch) for run in runs], now, terms)
        # What a journey works out once is worked out now, so that no function is taken to have looked at all of it.
        _ = (self._finished_by_step, self._marks, self._days)

    @property
    def runs(self) -> tuple[Run, ...]:
        """Every run."""
        self._watch.sees("runs")
        return self._runs

    @runs.setter
    def runs(self, runs: tuple[Run, ...]) -> None:
        self._runs = runs

    @property
    def now(self) -> datetime:
        """The moment."""
        self._watch.sees("hour")
        return self._now

    @now.setter
    def now(self, now: datetime) -> None:
        self._now = now

    @property
    def today(self) -> date:
        """The day."""
        self._watch.sees("day")
        return day_of(self._now)

    def ever(self, step: str) -> tuple[Run, ...]:
        """Give the finished runs of a step from all walks."""
        self._watch.reads(step)
        return super().ever(step)

    def unfinished(self, step: str) -> Run | None:
        """Give the latest run of a step that was begun and not finished."""
        self._watch.reads(step)
        return super().unfinished(step)

    def all_said(self, step: str, item: str) -> tuple[Said, ...]:
        """Give every answer to one question."""
        self._watch.reads(step, item)
        return super().all_said(step, item)

    def ever_said(self, step: str, item: str) -> Said | None:
        """Give the latest answer to one question from all walks."""
        self._watch.reads(step, item)
        return super().ever_said(step, item)

    def days_since(self, run: Run) -> int:
        """Give the days since a run ended."""
        return Measured(super().days_since(run), self._watch.days())

    def days_between(self, earlier: Run, later: Run) -> int:
        """Give the days between the ends of two runs."""
        return Measured(super().days_between(earlier, later), self._watch.days())
