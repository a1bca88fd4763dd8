"""The context, journey and answers that a step's functions are given while it is walked: they report every look at them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import TypeVar

from exback.check.observations import Tracer
from exback.context import Context
from exback.dates import day_of
from exback.journey import Journey, Run, Terms, Value, changed

Result = TypeVar("Result")


def _marking(compare: Callable[[int, int], bool]) -> Callable[[Measured, object], bool]:
    def marked(number: Measured, other: object) -> bool:
        if type(other) is int:
            number.marks.add(other)
        return compare(number, other)  # type: ignore[arg-type]  # int itself says NotImplemented to what is no number

    return marked


class Measured(int):
    """A number that adds to `marks` every whole number that it is compared with."""

    marks: set[int]
    __lt__, __le__ = _marking(int.__lt__), _marking(int.__le__)
    __gt__, __ge__ = _marking(int.__gt__), _marking(int.__ge__)
    __eq__ = _marking(int.__eq__)
    __hash__ = int.__hash__

    def __new__(cls, value: int, marks: set[int]) -> Measured:
        """Return the number with the set to add to."""
        number = super().__new__(cls, value)
        number.marks = marks
        return number


class TracedAnswers(dict[str, Value]):
    """Answers by item id that report which of them are read."""

    def __init__(self, answers: Mapping[str, Value], report: Callable[[str], None]) -> None:
        super().__init__(answers)
        self._report = report

    def __getitem__(self, item: str) -> Value:
        self._report(item)
        return super().__getitem__(item)

    def __contains__(self, item: object) -> bool:
        self._report(str(item))
        return super().__contains__(item)

    def get(self, item: str, default: Value = None) -> Value:  # type: ignore[override]  # an answer is never anything else
        """Return an answer, and report that it was read."""
        self._report(item)
        return super().get(item, default)


class TracedContext(Context):
    """A context that reports every look at answers and boundaries."""

    def __init__(self, here: Context, tracer: Tracer) -> None:
        self._tracer = tracer
        answers = TracedAnswers(here.answers, tracer.read_own)
        super().__init__(
            here.journey, answers, here.declared, held=here.held, started=here.started, finished=here.finished
        )
        self._held = self.__dict__.pop("held")

    def __getattr__(self, name: str) -> object:
        if name != "held":
            raise AttributeError(name)
        self._tracer.look("held")
        return self._held

    def __getitem__(self, item: str) -> Value:
        self._tracer.read_own(item)
        value = super().__getitem__(item)
        if isinstance(value, int) and not isinstance(value, bool):
            return Measured(value, self._tracer.numbers(item))
        return value

    def date(self, day: date) -> str:
        """Return a day in words. That is no look at the calendar: it only leaves out this year."""
        running, self._tracer.running = self._tracer.running, None
        try:
            return super().date(day)
        finally:
            self._tracer.running = running


def _reading(method: Callable[..., Result]) -> Callable[..., Result]:
    def read(journey: TracedJourney, step: str, item: str = "") -> Result:
        journey.tracer.read(step, item)
        return method(journey, step, item) if item else method(journey, step)

    return read


class TracedJourney(Journey):
    """A journey that reports every question asked of it."""

    ever = _reading(Journey.ever)
    unfinished = _reading(Journey.unfinished)
    all_said = _reading(Journey.all_said)
    ever_said = _reading(Journey.ever_said)

    def __init__(self, runs: Sequence[Run], now: datetime, terms: Terms, tracer: Tracer) -> None:
        self.tracer = tracer
        traced = [
            changed(run, answers=TracedAnswers(run.answers, partial(tracer.read_in_run, run.step))) for run in runs
        ]
        super().__init__(traced, now, terms)
        # A journey works these out once. Doing it here keeps that from counting as some function's look at all runs.
        _ = (self._finished_by_step, self._marks, self._days)
        # Taken out of the instance, so that every look at them comes through __getattr__.
        self._looked_at = {name: self.__dict__.pop(name) for name in ("runs", "now")}

    def __getattr__(self, name: str) -> object:
        if name not in ("runs", "now"):
            raise AttributeError(name)
        self.tracer.look(name)
        return self._looked_at[name]

    @property
    def today(self) -> date:
        """The day."""
        self.tracer.look("day")
        return day_of(self._looked_at["now"])

    def days_since(self, run: Run) -> int:
        """Return the days since a run ended."""
        return Measured(super().days_since(run), self.tracer.days())

    def days_between(self, earlier: Run, later: Run) -> int:
        """Return the days between the ends of two runs."""
        return Measured(super().days_between(earlier, later), self.tracer.days())
