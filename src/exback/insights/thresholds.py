"""How many entries a sentence needs before it is said, and what is far enough apart to be told apart.

Small numbers look like patterns, and somebody who reads "mostly late at night" will plan by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from exback.dates import count, in_words
from exback.insights.numbers import tenths

FOR_AN_AVERAGE = 3
"""From three on one evening is not all there is; the step for an urge says its averages from three on, too."""
FOR_HOURS = 12
"""Two for each of six parts of a day: with fewer, most parts stay empty whatever somebody's hours are."""
FOR_WEEKDAYS = 14
"""Two for each of seven days, for the same reason."""
FOR_A_KIND = 5
"""With fewer, a single one decides which kind comes first."""
FOR_COMPARING = 5
"""On either side: the average of four days moves by more than two points of ten with a single very bad one."""
FOR_A_CHANGE = 14
"""A week at the beginning and a week at the end that share no day."""
WEEK = 7
A_POINT = 10
"""Tenths. Averages that differ by less are called about the same: nobody feels a tenth of a point."""
AHEAD = 5
"""So many more, so that a single bad evening with some urges decides nothing."""


def leads(counts: Sequence[int]) -> int | None:
    """Give the place that is clearly ahead, else None: half as many again as the second, and `AHEAD` more.

    It says what is there, and not whether it would come again: how long somebody is awake, and how often they write
    things down, is not known, so that nothing is measured against chance.
    """
    first, second = sorted((0, 0, *counts), reverse=True)[:2]
    return counts.index(first) if 2 * first >= 3 * second and first - second >= AHEAD else None


def about_the_same(one: Sequence[int], other: Sequence[int]) -> bool:
    """Tell whether two averages, as they are said, lie less than a point apart. Neither may be empty."""
    return abs(tenths(one) - tenths(other)) < A_POINT


def rests_on(number: int, thing: str, first: date | None, last: date | None, today: date) -> str:
    """Give on how many entries something rests, and from when they are."""
    told = count(number, thing)
    if first is None or last is None:
        return f"Rests on {told}."
    if first == last:
        return f"Rests on {told} of {in_words(first, today)}."
    earlier, later = sorted((first, last))
    return f"Rests on {told}, from {in_words(earlier, today)} to {in_words(later, today)}."


def too_few(number: int, needed: int, thing: str, then: str) -> str:
    """Give that it is too early, and from when on there is more: `then` is what the page does then ("says …")."""
    return f"{count(number, thing).capitalize()} so far. From {needed} on, this {then}."


def too_few_to(number: int, thing: str, what: str) -> str:
    """Give that it is too early, without a number to reach: of what nobody should wait for. `what` is what can't be done."""
    return f"{count(number, thing).capitalize()}: too few to {what}."
