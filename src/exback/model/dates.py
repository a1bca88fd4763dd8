"""Days, in words and out of words. A day is a local calendar date that begins at 04:00.

Someone who writes at two in the morning is still living yesterday, so the small hours belong to the
day before.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time

DAY_START = 4
"""The hour."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ISO_LIKE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{8}")
DAY_ALONE = re.compile(r"(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th)?")
SHORT_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
ENDS_IN_IES = re.compile(r"[^aeiou]y$")
EARLIEST = date(1900, 1, 1)
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def day_of(moment: datetime) -> date:
    """Give the day that a moment belongs to, by the clock it was read from."""
    day = moment.date()
    return day if moment.hour >= DAY_START else later(day, -1)


def later(day: date, days: int) -> date:
    """Return the day that is so many days after another or, with a number below 0, before it.

    The first and the last day that a date can be stand for all that lie beyond. Every sum with a date is made here or in
    `day_at`, since a file may hold any date from year 1 to 9999.
    """
    return day_at(day.toordinal() + days)


def day_at(ordinal: int) -> date:
    """Return the day with an ordinal, which may be any whole number, see `later`."""
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def in_utc(moment: datetime) -> datetime:
    """Return a moment by the clock of UTC; at either end of time, where that has no such hour, it is moved by as much."""
    from datetime import UTC  # only what writes for other programs, and what merges, needs it

    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return moment.replace(tzinfo=UTC)


def in_words(day: date, today: date) -> str:
    """Give a day as people say it: "Tuesday 22 December", with the year when it is not this year."""
    words = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def in_full(day: date) -> str:
    """Return a day with its year, for what may be read in another one: "Tuesday 22 December 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short(day: date) -> str:
    """Give a day for a narrow column: "22 Dec"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def at_time(moment: datetime, today: date) -> str:
    """Give a moment as people say it: "today at 09:12", "Monday 2 March at 22:10". `today` is a date of the calendar."""
    day = "today" if moment.date() == today else in_words(moment.date(), today)
    return f"{day} at {moment:%H:%M}"


def count(number: int, thing: str) -> str:
    """Give a number of things in words: "one day", "12 days", "two copies"."""
    return f"{spelt(number)} {thing if number == 1 else _plural(thing)}"


def _plural(thing: str) -> str:
    """Give the word for more than one, by the rule for what exback counts."""
    return f"{thing[:-1]}ies" if ENDS_IN_IES.search(thing) else f"{thing}s"


def spelt(number: int) -> str:
    """Give a number as it stands before what it counts: "no", "two", "12"."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)


def how_often(number: int) -> str:
    """Give how often something came: "once", "twice", "12 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def in_minutes(number: int) -> str:
    """Give minutes in words: "a minute", "10 minutes"."""
    return "a minute" if number == 1 else f"{number} minutes"


def iso_day(value: object) -> date | None:
    """Return the day that an ISO date names, None for anything else: a file may have been edited by hand."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def understand(words: str, today: date, *, ahead: bool = False) -> date:
    """Give the day that somebody means by "three weeks ago", "last friday", "12 May" or 2026-05-12.

    `ahead` says which way a day without a year is looked for. Raises ValueError when the words name
    no day that exists.
    """
    text = words.strip().casefold()
    if ISO_LIKE.fullmatch(text):
        found = date.fromisoformat(text)
    elif day := DAY_ALONE.fullmatch(text):
        found = _day_of_month(int(day[1]), today, ahead=ahead)
    else:
        found = _parsed(text, today, ahead=ahead)
    if found < EARLIEST:
        raise ValueError(text)
    return found


def _day_of_month(day: int, today: date, *, ahead: bool) -> date:
    """Give the nearest day with that number, in the month before or after this one if need be."""
    from calendar import monthrange  # brings the locales of the system with it, and few pages ask for a day

    first = today.replace(day=1)
    months = (first, later(first, 31 if ahead else -1))
    for month in months:
        if 1 <= day <= monthrange(month.year, month.month)[1]:
            found = month.replace(day=day)
            if found >= today if ahead else found <= today:
                return found
    raise ValueError(day)


def _parsed(text: str, today: date, *, ahead: bool) -> date:
    import dateparser  # takes ten times as long to load as Python itself, and few pages ask for a day

    names_month = any(month[:3].casefold() in text for month in MONTHS)
    moment = dateparser.parse(
        text,
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime.combine(today, time(12)),
            "PREFER_DATES_FROM": "future" if ahead else "past",
            # "a month ago" means this day of last month, "May" its first day
            "PREFER_DAY_OF_MONTH": "first" if names_month else "current",
            "DATE_ORDER": "DMY",
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    numbers = {int(number) for number in SHORT_NUMBER.findall(text)}
    # dateparser takes the 32 of "32 May" for a year; a day that was named must be the one that was found
    if moment is None or (names_month and numbers and moment.day not in numbers):
        raise ValueError(text)
    return moment.date()


SLIGHT = 2
"""Days more than by the calendar that travelling and the hours of summer and autumn may make."""


FIRST_DAY = 735599
"""1 January 2015 as an ordinal: nothing was written with exback before, unless the clock shows such a year now as well."""
