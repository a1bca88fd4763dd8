"""Find the entries that were written while the computer had a wrong date, such as 1970, 2028 or 9999.

This is loaded only if the moments of a record are out of order, which in most files they never are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from exback.model.dates import FIRST_DAY, SLIGHT

LAST_DAY = date(2100, 1, 1).toordinal()
"""1 January 2100: no entry is from this day or a later one, unless the clock shows such a year now as well."""
FAR = 31
"""Days. A clock that is off by less may have been corrected, or have travelled, so no one can say which date is right."""


def wrong_dates(runs: Sequence[str], days: Sequence[int], today: int) -> tuple[set[int], set[int]]:
    """Return which entries are left out when days are counted, and all that have a wrong date, as places from 0.

    `runs` and `days` have each entry's run id and the day by its clock, as an ordinal, in the record's order.

    The rule: set aside what is later than today, keep the longest series of entries whose days never fall, and look at each
    group of entries between two of those. Its clock was wrong if it left the days between them by more than FAR and came
    back. That takes a right day on both sides, today being the last, so a clock that was set back and stays there is not
    judged, as it is unknown which was wrong. Nor is anything, if it would be more than half of all runs. A year in which exback
    can't have been used is wrong in any case. What the record begins with is misdated too if it is that far ahead of today,
    but it stays counted, because there is no day before it to count from.
    """
    impossible = {place for place, day in enumerate(days) if day < FIRST_DAY <= today or day >= LAST_DAY > today}
    possible = [place for place, day in enumerate(days) if day <= today + SLIGHT and place not in impossible]
    rising = frozenset(_never_falling(days, possible))
    groups = list(_groups(days, rising | impossible))
    jumped = {place for group in groups if _left_and_came_back(days, group, rising, today) for place in group}
    runs_that_jumped = {runs[place] for place in jumped}
    others = set(runs) - runs_that_jumped
    uncounted = impossible | (jumped if len(runs_that_jumped) <= len(others) + 1 else set())
    begins_ahead = {place for place, day in enumerate(days[: min(rising, default=0)]) if day > today + FAR}
    return uncounted, uncounted | begins_ahead


def _never_falling(days: Sequence[int], places: Sequence[int]) -> Iterator[int]:
    """Return the places of the longest series in which no day is earlier than the one before it; of two, the later one."""
    firsts: list[int] = []  # by length: the latest day, negated, with which a series of that length begins
    first_places: list[int] = []
    following: dict[int, int | None] = {}
    for place in reversed(places):
        length = bisect_right(firsts, -days[place])
        following[place] = first_places[length - 1] if length else None
        firsts[length : length + 1] = [-days[place]]
        first_places[length : length + 1] = [place]
    next_place = first_places[-1] if first_places else None
    while next_place is not None:
        yield next_place
        next_place = following[next_place]


def _groups(days: Sequence[int], passed_over: frozenset[int]) -> Iterator[list[int]]:
    """Return the entries between those passed over, each group by a clock that did not jump in between."""
    group: list[int] = []
    for place in range(len(days) + 1):
        is_over = place == len(days) or place in passed_over
        if group and (is_over or abs(days[place] - days[group[-1]]) > FAR):
            yield group
            group = []
        if not is_over:
            group.append(place)


def _left_and_came_back(days: Sequence[int], group: Sequence[int], rising: frozenset[int], today: int) -> bool:
    before = next((days[place] for place in range(group[0] - 1, -1, -1) if place in rising), None)
    after = next((days[place] for place in range(group[-1] + 1, len(days)) if place in rising), today)
    return before is not None and not any(before - FAR <= days[place] <= max(before, after) + FAR for place in group)
