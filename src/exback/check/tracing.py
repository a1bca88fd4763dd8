"""The context, journey and answers that a step's functions are given while it is walked: they report what is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from msgspec import structs

from exback.check.observations import Observations
from exback.model.context import Context
from exback.model.journey import Journey
from exback.model.run import Run, Value, changed

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


class TracedContext(Context, frozen=True, eq=False, kw_only=True):
    """A context that reports every look at the answers of its run."""

    seen: Observations

    @classmethod
    def of(cls, here: Context, seen: Observations) -> TracedContext:
        """Return a context that reports to `seen`."""
        return cls(**{**structs.asdict(here), "answers": TracedAnswers(here.answers, seen.read_own), "seen": seen})

    def __getitem__(self, item: str) -> Value:
        self.seen.read_own(item)
        value = super().__getitem__(item)
        if isinstance(value, int) and not isinstance(value, bool):
            value = Measured(value)
            value.marks = self.seen.numbers.setdefault(item, set())
        return value


def _reading(method: Callable[..., Result]) -> Callable[..., Result]:
    def read(journey: TracedJourney, step: str, item: str = "") -> Result:
        journey.seen.read(step, item)
        return method(journey, step, item) if item else method(journey, step)

    return read


class TracedJourney(Journey):
    """A journey that reports every question about a step, and every look into a run that it answers with.

    Going through all `runs` names no step, and doesn't count as reading one.
    """

    seen: Observations
    unfinished = _reading(Journey.unfinished)
    all_said = _reading(Journey.all_said)
    ever_said = _reading(Journey.ever_said)

    def ever(self, step: str) -> tuple[Run, ...]:
        """Return the finished runs of a step, each reporting what is read of it."""
        self.seen.read(step)
        runs = super().ever(step)
        return self.once(("traced", step), lambda: tuple(map(self._traced, runs)))

    def _traced(self, run: Run) -> Run:
        return changed(run, answers=TracedAnswers(run.answers, partial(self.seen.read, run.step)))
