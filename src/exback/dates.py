"""Days, in words and out of words. A day is a local calendar date that begins at 04:00.

Someone who writes at two in the morning is still living yesterday, so the small hours belong to the
day before.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

DAY_START = timedelta(hours=4)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
EARLIEST = date(1900, 1, 1)
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def day_of(moment: datetime) -> date:
    """Give the day that a moment belongs to, by the clock it was read from."""
    return (moment.replace(tzinfo=None) - DAY_START).date()


def in_words(day: date, today: date) -> str:
    """Give a day as people say it: "Tuesday 22 December", with the year when it is not this year."""
    words = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def short(day: date) -> str:
    """Give a day for a narrow column: "22 Dec"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def count(number: int, thing: str) -> str:
    """Give a number of things in words: "one day", "12 days"."""
    amount = NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)
    return f"{amount} {thing}" if number == 1 else f"{amount} {thing}s"


def in_minutes(number: int) -> str:
    """Give minutes in words: "a minute", "10 minutes"."""
    return "a minute" if number == 1 else f"{number} minutes"


def understand(words: str, today: date, *, ahead: bool = False) -> date:
    """Give the day that somebody means by "three weeks ago", "last friday", "12 May" or 2026-05-12.

    `ahead` says which way a day without a year is looked for. Raises ValueError when the words name
    no day that exists.
    """
    text = words.strip()
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = _parsed(text, today, ahead=ahead)
    if found < EARLIEST:
        raise ValueError(text)
    return found


def _parsed(text: str, today: date, *, ahead: bool) -> date:
    import dateparser  # takes ten times as long to load as Python itself, and few pages ask for a day

    moment = dateparser.parse(
        text,
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime.combine(today, time(12)),
            "PREFER_DATES_FROM": "future" if ahead else "past",
            "PREFER_DAY_OF_MONTH": "first",
            "DATE_ORDER": "DMY",
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    if moment is None:
        raise ValueError(text)
    return moment.date()
