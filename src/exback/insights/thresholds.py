"""How many entries a sentence needs before it is shown, and how far apart two numbers must be to count as different.

Small numbers look like patterns, and someone who reads "mostly late at night" will plan by it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from exback.insights.numbers import tenths
from exback.model.dates import count, in_words, spelt

FOR_AN_AVERAGE = 3
"""From three on, one evening isn't all there is; the step for an urge shows its averages from three on, too."""
FOR_HOURS = 12
"""Two for each of six parts of a day: with fewer, most parts stay empty whatever someone's hours are."""
FOR_WEEKDAYS = 14
"""Two for each of seven days, for the same reason."""
FOR_A_KIND = 5
"""With fewer, a single one decides which kind comes first."""
FOR_COMPARING = 5
"""On either side: a single very bad day moves the average of four days by more than two points of ten."""
FOR_A_CHANGE = 14
"""A week at the beginning and a week at the end that share no day."""
WEEK = 7
A_POINT = 10
"""Tenths. Averages that differ by less are called about the same: no one feels a tenth of a point."""
AHEAD = 5
"""Entries a leader must have more than the second, so that one bad evening with a few urges decides nothing."""
COUNTS = "A day counts once you've checked in and said whether there was {with_one}."
"""What to say of the days that are compared: someone may have checked in and left open whether something happened."""
OF_ONE_DAY = "This is based on {things}, on {first}."
OF_DAYS = "This is based on {things}, from {first} to {last}."


def leads(counts: Sequence[int]) -> int | None:
    """Return the index that is clearly ahead: half as many again as the second, and `AHEAD` more. None if there is none.

    It says what there was, not whether it would happen again. How long someone is awake, and how often they write things
    down, isn't known, so nothing is measured against chance.
    """
    first, second = sorted((0, 0, *counts), reverse=True)[:2]
    return counts.index(first) if 2 * first >= 3 * second and first - second >= AHEAD else None


def about_the_same(values: Sequence[int], others: Sequence[int]) -> bool:
    """Whether two averages, as they are shown, differ by less than a point. Neither sequence may be empty."""
    return abs(tenths(values) - tenths(others)) < A_POINT


def rests_on(number: int, thing: str, days: Collection[date], today: date) -> str:
    """Return the sentence that says how many entries something rests on, one or more, and the days they span."""
    first, last = in_words(min(days), today), in_words(max(days), today)
    sentence = OF_ONE_DAY if first == last else OF_DAYS
    return sentence.format(things=count(number, thing), first=first, last=last)


def too_few(number: int, needed: int, thing: str, sentence: str) -> str:
    """Return the sentence that it's too early, empty from the number that's needed on.

    It may have `{things}` for how many there are, and `{needed}`. Where no one should wait for more, as for slips, it leaves
    that number out.
    """
    return sentence.format(things=count(number, thing), needed=spelt(needed)) if number < needed else ""
