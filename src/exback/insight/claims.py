"""How many entries a sentence needs before it is said, and whether anything stands out from chance at all.

Small numbers look like patterns. Somebody who reads "mostly late at night" will plan by it, so it has to be more than luck.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import exp, lgamma, log

from exback.dates import count, in_words

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
A_POINT = 1.0
"""Averages that differ by less are called about the same: nobody feels a tenth of a point."""
RARELY = 0.05
"""Chance alone may make something stand out in one record of twenty, not more."""


def stands_out(counts: Sequence[int]) -> int | None:
    """Give the place with the most, if chance alone would rarely put so many in any of them, else None.

    Every place is taken to be as likely as any other, and the exact binomial tail is counted once for each of them.
    """
    total, most = sum(counts), max(counts, default=0)
    if not most or list(counts).count(most) > 1:
        return None
    return counts.index(most) if len(counts) * _tail(most, total, 1 / len(counts)) <= RARELY else None


def _tail(least: int, total: int, share: float) -> float:
    """Give how likely it is that at least `least` of `total` fall where `share` of them belong."""
    if share >= 1:
        return 1.0
    chances = (
        exp(
            lgamma(total + 1)
            - lgamma(number + 1)
            - lgamma(total - number + 1)
            + number * log(share)
            + (total - number) * log(1 - share)
        )
        for number in range(least, total + 1)
    )
    return min(1.0, sum(chances))


def rests_on(number: int, thing: str, first: date | None, last: date | None, today: date) -> str:
    """Give on how many entries something rests, and from when they are."""
    told = count(number, thing)
    if first is None or last is None:
        return f"Rests on {told}."
    if first == last:
        return f"Rests on {told}, from {in_words(first, today)}."
    earlier, later = sorted((first, last))
    return f"Rests on {told}, from {in_words(earlier, today)} to {in_words(later, today)}."


def too_few(number: int, needed: int, thing: str, then: str) -> str:
    """Give that it is too early to say something, and from when on it is said."""
    so_far = f"{count(number, thing).capitalize()} so far."
    return f"{so_far} From {needed} on, this says {then}."
