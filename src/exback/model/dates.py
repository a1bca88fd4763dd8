"""Days: which day a moment belongs to, days in words, and what a person means by words such as "last friday".

A day is a local calendar date that begins at 04:00. For someone who is still awake at two in the morning it is still
yesterday, so the small hours belong to the day before.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

DAY_START = 4
"""The hour of the clock at which a day begins."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# The patterns here are compiled when they are first used: `status --short` needs none of them.
ISO_LIKE = r"\d{4}-\d{1,2}-\d{1,2}|\d{8}"
DAY_ALONE = r"(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th)?"
SHORT_NUMBER = r"(?<!\d)\d{1,2}(?!\d)"
EARLIEST = date(1900, 1, 1)
FIRST_DAY = 735599
"""1 January 2015 as an ordinal. No entry is older, unless the clock shows such a year now as well."""
SLIGHT = 2
"""Days by which travelling and daylight saving time may put the clock ahead of the calendar."""
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def day_of(moment: datetime) -> date:
    """Return the day that a moment belongs to, by the clock it was read from."""
    day = moment.date()
    return day if moment.hour >= DAY_START else later(day, -1)


def later(day: date, days: int) -> date:
    """Return the day some days after another, or before it with a negative number.

    A day beyond what a date can be becomes the first or the last one. All arithmetic with dates is done here or in `day_at`,
    because a file may have any date from year 1 to 9999.
    """
    return day_at(day.toordinal() + days)


def a_year_after(day: date) -> date:
    """Return the same day in the next year; 29 February becomes 1 March, and a day in year 9999 stays."""
    try:
        return day.replace(year=min(day.year + 1, date.max.year))
    except ValueError:
        return date(day.year + 1, 3, 1)


def day_at(ordinal: int) -> date:
    """Return the day with an ordinal, which may be any whole number (see `later`)."""
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def just_after(moment: datetime) -> datetime:
    """Return the next moment after one, or the same one if it is the last there is."""
    try:
        return moment + timedelta(microseconds=1)
    except OverflowError:
        return moment


def in_utc(moment: datetime) -> datetime:
    """Return a moment in UTC; one so near year 1 or 9999 that UTC has no such hour keeps its wall clock time instead."""
    from datetime import UTC  # only exports and merges need it

    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return moment.replace(tzinfo=UTC)


def in_words(day: date, today: date) -> str:
    """Return a day as people say it: "Tuesday 22 December", with the year if it isn't this year."""
    words = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def in_full(day: date) -> str:
    """Return a day with its year, for a text that may be read in another year: "Tuesday 22 December 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def short(day: date) -> str:
    """Return a day for a narrow column: "22 Dec"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def at_time(moment: datetime, today: date) -> str:
    """Return a moment as people say it: "today at 09:12", "Monday 2 March at 22:10". `today` is a plain calendar date."""
    day = "today" if moment.date() == today else in_words(moment.date(), today)
    return f"{day} at {moment:%H:%M}"


def count(number: int, thing: str) -> str:
    """Return a number of things in words: "one day", "12 days", "two copies"."""
    return f"{spelt(number)} {noun(number, thing)}"


def noun(number: float, thing: str) -> str:
    """Return a word as it follows a number: "day" after 1, else its plural, by a rule that covers the words exback counts."""
    if number == 1:
        return thing
    has_consonant = len(thing) > 1 and thing[-2] not in "aeiou"
    return f"{thing[:-1]}ies" if has_consonant and thing.endswith("y") else f"{thing}s"


def spelt(number: int) -> str:
    """Return a number as it is written before a noun: "no", "two", "12"."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)


def how_often(number: int) -> str:
    """Return how often something happened: "once", "twice", "12 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def in_minutes(number: int) -> str:
    """Return minutes in words: "a minute", "10 minutes"."""
    return "a minute" if number == 1 else f"{number} minutes"


def iso_day(value: object) -> date | None:
    """Return the day of an ISO date, None for anything else: a file may have been edited by hand."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def understand(words: str, today: date, *, ahead: bool = False) -> date:
    """Return the day that someone means by "three weeks ago", "last friday", "12 May" or 2026-05-12.

    A day without a year is looked for in the future if `ahead`, else in the past. Raises ValueError if the words don't name
    a day that exists.
    """
    text = words.strip().casefold()
    if re.fullmatch(ISO_LIKE, text):
        day = date.fromisoformat(text)
    elif match := re.fullmatch(DAY_ALONE, text):
        day = _day_of_month(int(match[1]), today, ahead=ahead)
    else:
        day = _parsed(text, today, ahead=ahead)
    if day < EARLIEST:
        raise ValueError(text)
    return day


def _day_of_month(number: int, today: date, *, ahead: bool) -> date:
    """Return the nearest day with that number, in the month before or after this one if necessary."""
    from calendar import monthrange  # loads the locales of the system, and few pages ask for a day

    first = today.replace(day=1)
    months = (first, later(first, 31 if ahead else -1))
    for month in months:
        if 1 <= number <= monthrange(month.year, month.month)[1]:
            day = month.replace(day=number)
            if day >= today if ahead else day <= today:
                return day
    raise ValueError(number)


def _parsed(text: str, today: date, *, ahead: bool) -> date:
    import dateparser  # takes ten times as long to load as Python, and few pages ask for a day

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
    numbers = {int(number) for number in re.findall(SHORT_NUMBER, text)}
    # dateparser takes the 32 of "32 May" for a year, so the day in the result must be one that was typed
    if moment is None or (names_month and numbers and moment.day not in numbers):
        raise ValueError(text)
    return moment.date()
