"""The record that runs make: what ended when, which walk is the present one, and how its days are counted.

Journey stands on it, and so does the one line of `exback status --short`, which has no time to load a Journey. So
it needs nothing but dates, and takes whatever has the fields of a run.
"""

from __future__ import annotations

from exback.dates import day_of

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, datetime
    from typing import Protocol, TypeVar

    class Recorded(Protocol):
        """A run, as far as the record needs one; its fields mean what they mean in journey.Run."""

        @property
        def id(self) -> str: ...  # noqa: D102  # as in Run
        @property
        def step(self) -> str: ...  # noqa: D102
        @property
        def started(self) -> datetime: ...  # noqa: D102
        @property
        def start_number(self) -> int: ...  # noqa: D102
        @property
        def finished(self) -> datetime | None: ...  # noqa: D102
        @property
        def finish_number(self) -> int: ...  # noqa: D102
        @property
        def answers(self) -> Mapping[str, object]: ...  # noqa: D102

    R = TypeVar("R", bound=Recorded)

SAFETY = frozenset({"asked-to-stop", "ordered-away", "afraid-of-them", "afraid-of-me"})
"""The ids of the four questions about safety. A yes to one of them can't be deleted, and a merge keeps it."""
MOST_DAYS = 9999
SLIGHT = 2
"""Days more than by the calendar that travelling and the hours of summer and autumn may make."""


class Days:
    """The days along a record, numbered in the order in which things were written down.

    From one entry to the next the day number grows by the days that the clock went forward, and by nothing
    when it went back. `ends` holds the day number of each run's end, by its id; `top` is the highest number so far;
    `shift` turns the clock's day into a number; `last` is the clock's day at the last entry. `set_backs` counts how
    often the clock went back, `seen` how often it had by the end of each run.
    """

    def __init__(self, runs: Iterable[Recorded]) -> None:
        self.ends: dict[str, int] = {}
        self.seen: dict[str, int] = {}
        self.top, self.shift, self.last, self.set_backs = 0, -(10**9), 0, 0
        for _number, _place, run_id, day in sorted(_entries(runs)):
            self.set_backs += day < self.last
            self.top = max(self.top, self.shift + day)
            self.shift = max(self.shift, self.top - day)
            self.ends[run_id], self.seen[run_id] = self.top, self.set_backs
            self.last = day

    def at(self, today: date) -> int:
        """Give the number of a day after the last entry, whatever the clock says."""
        return max(self.top, self.shift + today.toordinal())

    def went_back_since(self, run: Recorded, today: date) -> bool:
        """Tell whether the clock was set back after a run ended, so that the days since then cannot be counted."""
        return today.toordinal() < self.last or self.set_backs > self.seen[run.id]

    def outrun_calendar(self, run: Recorded, today: date) -> bool:
        """Tell whether clearly more days have passed since a run ended than the calendar has, after the clock was set back."""
        by_calendar = (today - day_of(run.finished or run.started)).days
        return self.went_back_since(run, today) and 0 <= by_calendar < self.at(today) - self.ends[run.id] - SLIGHT


def ended(runs: Iterable[R]) -> list[R]:
    """Give the finished runs in the order in which they ended."""
    return sorted((run for run in runs if run.finished is not None), key=_finish_number)


def marks(ended_runs: Iterable[Recorded], fresh: tuple[str, str, str] | None) -> tuple[int, ...]:
    """Give the numbers in the record at which a fresh walk began: where a step's item was answered with a value."""
    if fresh is None:
        return ()
    step, item, value = fresh
    return tuple(run.finish_number for run in ended_runs if run.step == step and run.answers.get(item) == value)


def whole_number(run: Recorded, items: tuple[str, ...]) -> int | None:
    """Give the number in the first of some items that holds one, as a scale or as the id of an option."""
    for item in items:
        value = run.answers.get(item)
        if isinstance(value, int) and not isinstance(value, bool):
            return value if 1 <= value <= MOST_DAYS else None
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 5:
            return int(value) or None
    return None


def _finish_number(run: Recorded) -> int:
    return run.finish_number


def _entries(runs: Iterable[Recorded]) -> Iterator[tuple[int, int, str, int]]:
    """Give every beginning and end as its number, its place among those of one number, the run and the day."""
    for place, run in enumerate(runs):
        yield run.start_number, 2 * place, run.id, day_of(run.started).toordinal()
        if run.finished is not None:
            yield run.finish_number or run.start_number, 2 * place + 1, run.id, day_of(run.finished).toordinal()
