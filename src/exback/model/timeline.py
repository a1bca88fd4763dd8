"""Count the days along all runs, in the order they were recorded, even if the computer's clock was wrong at times.

Journey uses this, and so does `exback status --short`, which has no time to load a Journey. So it imports only dates, and
takes anything that has the fields of a run.
"""

from __future__ import annotations

from exback.model.dates import FIRST_DAY, SLIGHT, day_at, day_of, iso_day

TYPE_CHECKING = False  # importing typing takes as long as starting Python
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, datetime
    from typing import Protocol, TypeVar

    class Recorded(Protocol):
        """The fields of a run that are needed here; they mean what they mean in run.Run."""

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
    _Entry = tuple[int, int, str, int]

SAFETY = frozenset({"asked-to-stop", "ordered-away", "afraid-of-them", "afraid-of-me"})
"""The ids of the four questions about safety. A yes to one of them can't be deleted, and merging keeps it."""
MOST_DAYS = 9999
MOST_DAYS_BEFORE = 90
"""How many days before it was made a rule may have begun."""


class Timeline:
    """The days of all runs up to today, numbered in the order of the record.

    From one entry to the next, the day number grows by the days that the clock went forward, and by nothing if it went back.
    Entries with a wrong date (see `wrong_clock`) are left out: they may be as late as the entry after them, or as early as
    the one before.

    `ends` has the latest day number of each run's end, by run id, and `at_least` the earliest if that differs. `here` has the
    day numbers of all starts and ends. `today` is the day number of today. `dated` has the calendar day, as an ordinal, of each
    run with a wrong date: that of the next entry with a right one. `is_back` is whether the clock shows an earlier day than the last entry, or that entry has a wrong date,
    so that the number of days since then isn't known. `misdated` has the places of the entries with a wrong date (see
    `entries_of`). `set_backs` is how often the clock went back, and `set_backs_by_end` how often it had by each run's end.
    """

    def __init__(self, runs: Iterable[Recorded], today: date) -> None:
        entries = sorted(entries_of(runs))
        self._today = today.toordinal()
        self.ends: dict[str, int] = {}
        self.at_least: dict[str, int] = {}
        self.dated: dict[str, int] = {}
        self.set_backs_by_end: dict[str, int] = {}
        uncounted, self.misdated = _wrong_dates(entries, self._today)
        top, shift, last, before, set_backs = 0, -(10**9), 0, 0, 0
        numbers: list[int] = []
        for _number, place, run_id, day in entries:
            set_backs += day < before
            before = day
            self.set_backs_by_end[run_id] = set_backs
            if place not in uncounted:
                top = max(top, shift + day)
                shift = max(shift, top - day)
                last = day
            self.ends[run_id] = top
            numbers.append(top)
        self.top, self.shift, self.set_backs, self.here = top, shift, set_backs, frozenset(numbers)
        if not last:  # no entry counts, so the numbers can begin today
            self.shift = self.top - self._today
        self.today = max(self.top, self.shift + self._today)
        self.is_back = self._today < last or bool(uncounted and entries[-1][1] in uncounted)
        if self.misdated:
            self._count_around(entries, numbers, uncounted)

    def _count_around(self, entries: list[_Entry], numbers: list[int], uncounted: frozenset[int]) -> None:
        """Set the day numbers and days of runs with a wrong date from the entry after each, going back from today."""
        number_after, day_after = self.today, self._today
        later_runs: set[str] = set()
        for (_number, place, run_id, day), day_number in zip(reversed(entries), reversed(numbers), strict=True):
            if run_id not in later_runs and place in self.misdated:
                self.dated[run_id] = day_after
            if run_id not in later_runs and place in uncounted:
                self.at_least[run_id], self.ends[run_id] = self.ends[run_id], number_after
            if place not in uncounted:
                number_after = day_number
            if place not in self.misdated:
                day_after = day
            later_runs.add(run_id)

    def since(self, run: Recorded) -> int:
        """Return how many days have passed since a run ended: never negative, and never too many."""
        return self.today - self.ends[run.id]

    def between(self, earlier: Recorded, later: Recorded) -> int:
        """Return how many days have passed between the ends of two runs: never negative, and never too many."""
        return max(0, self.at_least.get(later.id, self.ends[later.id]) - self.ends[earlier.id])

    def date_after(self, run: Recorded, days: int) -> date:
        """Return the first date on which `days` days will have passed since a run ended, today at the earliest."""
        needed = self.ends[run.id] + days
        return day_at(self._today if self.today >= needed else needed - self.shift)

    def went_back_since(self, run: Recorded) -> bool:
        """Whether the clock was set back after a run ended, so that the days since then can't be counted."""
        return self.is_back or self.set_backs > self.set_backs_by_end[run.id]

    def outrun_calendar(self, run: Recorded) -> bool:
        """Whether the clock was set back after a run ended, and clearly more days were counted since than the calendar has."""
        ended_on = self.dated.get(run.id) or day_of(run.finished or run.started).toordinal()
        return self.went_back_since(run) and 0 <= self._today - ended_on < self.since(run) - SLIGHT


def _wrong_dates(entries: list[_Entry], today: int) -> tuple[frozenset[int], frozenset[int]]:
    """Return the places of the entries that are left out when days are counted, and of all that have a wrong date."""
    days = [day for _number, _place, _run_id, day in entries]
    is_in_order = days == sorted(days)
    if not days or (is_in_order and days[-1] <= today + SLIGHT and (days[0] >= FIRST_DAY or today < FIRST_DAY)):
        return frozenset(), frozenset()
    from exback.model.wrong_clock import wrong_dates  # hardly any record needs it

    wrong = wrong_dates([run_id for _number, _place, run_id, _day in entries], days, today)
    uncounted, misdated = (frozenset(entries[index][1] for index in indices) for indices in wrong)
    return uncounted, misdated


def ended(runs: Iterable[R]) -> list[R]:
    """Return the finished runs in the order they ended."""
    return sorted((run for run in runs if run.finished is not None), key=lambda run: run.finish_number)


def marks(ended_runs: Iterable[Recorded], fresh: tuple[str, str, str] | None) -> tuple[int, ...]:
    """Return the numbers in the record at which the person started again: the runs with the answer `fresh` (step, item, value)."""
    if fresh is None:
        return ()
    step, item, value = fresh
    return tuple(run.finish_number for run in ended_runs if run.step == step and run.answers.get(item) == value)


def whole_number(run: Recorded, items: tuple[str, ...]) -> int | None:
    """Return the number in the first of some items that has one, as a scale or as the id of an option.

    None if there is none, or if it is less than 1 or more than MOST_DAYS.
    """
    for item in items:
        value = run.answers.get(item)
        if isinstance(value, int) and not isinstance(value, bool):
            return value if 1 <= value <= MOST_DAYS else None
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 5:
            return int(value) or None
    return None


def days_before(run: Recorded, item: str) -> int:
    """Return how many days before its end a run says that something began, in the answer to `item`: 0 to MOST_DAYS_BEFORE."""
    began = iso_day(run.answers.get(item))
    if began is None:
        return 0
    return max(0, min(MOST_DAYS_BEFORE, (day_of(run.finished or run.started) - began).days))


def entries_of(runs: Iterable[Recorded]) -> Iterator[_Entry]:
    """Yield every start and end as its number, its place among those with the same number, the run's id and the day.

    The place is twice the index of the run, and one more for its end.
    """
    for place, run in enumerate(runs):
        yield run.start_number, 2 * place, run.id, day_of(run.started).toordinal()
        if run.finished is not None:
            yield run.finish_number or run.start_number, 2 * place + 1, run.id, day_of(run.finished).toordinal()
