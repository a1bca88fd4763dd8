"""What all forms of a typed day share: what they are read by, the patterns of their parts, and how days are counted."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias

from exback.model.date_words import MONTHS, UNITS, WEEKDAYS, numbered

MINUTES_OF_A_DAY = 24 * 60

WEEKDAY_NUMBERS, MONTH_NUMBERS = numbered(WEEKDAYS, 0), numbered(MONTHS, 1)
STEPS = {"last": -1, "this": 0, "next": 1}
UNIT = f"(?:{'|'.join(numbered(UNITS, 0))})"
SPAN = rf"(?P<span>(?:an?|\d+) {UNIT}(?:(?: ,)?(?: and)? (?:an?|\d+) {UNIT})*)"
WEEKDAY = f"(?P<weekday>{'|'.join(WEEKDAY_NUMBERS)})"
MONTH = f"(?P<month>{'|'.join(MONTH_NUMBERS)})"
STEP = "(?P<step>last|this|next)"


class Asked(NamedTuple):
    """What words are read by: the day they're typed on, whether a day to come is asked for, whether the month comes first.

    `latest` is the last date that has come: the next one after midnight, while `today` still goes on. Where a day to come is
    asked for, it's today, so that the next date stays one that is to come.
    """

    today: date
    ahead: bool
    month_first: bool
    latest: date

    def nearest(self, *days: date) -> date:
        """Return the first of some days that is in the direction that is asked for. Raises ValueError if none is."""
        fitting = [day for day in days if (day >= self.today if self.ahead else day <= self.latest)]
        if not fitting:
            raise ValueError(days)
        return fitting[0]


Days: TypeAlias = tuple[date, ...]
"""The days that something may mean, the likeliest first."""
Match: TypeAlias = re.Match[str]
Form: TypeAlias = tuple[str, Callable[[Match, Asked], Days]]
"""A pattern that a whole text fits, and the days it means then. Raises ValueError if there is no such day."""


def first_fit(forms: tuple[Form, ...], text: str, asked: Asked) -> Days:
    """Return the days for a text by the first form that it fits, none if it fits none. Raises ValueError."""
    for pattern, days in forms:
        match = re.fullmatch(pattern, text)
        if match is not None:
            return tuple(dict.fromkeys(days(match, asked)))
    return ()


def moved(day: date, *, months: int = 0, days: int = 0) -> date:
    """Return a day so many months and days away; a month that is too short ends with its last day. Raises ValueError."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise ValueError(year)
    try:
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) + timedelta(days=days)
    except OverflowError:
        raise ValueError(days) from None


def away(span: str, sign: int, day: date) -> Days:
    """Return the day that a span such as "2 month and 3 day" is away from another. With hours it may be one of two days."""
    counts = [
        (1 if number[0] == "a" else int(number), unit) for number, unit in re.findall(rf"(an?|\d+) ({UNIT})", span)
    ]
    if len({unit for _, unit in counts}) < len(counts):
        raise ValueError(span)
    months = sum(count * {"month": 1, "year": 12}.get(unit, 0) for count, unit in counts)
    days = sum(count * {"day": 1, "week": 7, "fortnight": 14}.get(unit, 0) for count, unit in counts)
    minutes = sum(count * {"minute": 1, "hour": 60}.get(unit, 0) for count, unit in counts)
    nearest = moved(day, months=sign * months, days=sign * (days + minutes // MINUTES_OF_A_DAY))
    return (nearest, moved(nearest, days=sign)) if minutes % MINUTES_OF_A_DAY else (nearest,)


def monday(day: date) -> date:
    """Return the Monday of the week that a day is in."""
    return moved(day, days=-day.weekday())
