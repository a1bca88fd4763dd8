"""Days: which day a moment belongs to, days in words, and what a person means by words such as "last friday".

A day is a local calendar date that begins at 04:00, or at the hour that the person has set. For someone who is still awake
at two in the morning it is still yesterday, so the small hours belong to the day before.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from collections.abc import Callable

DAY_START = 4
"""The hour of the clock at which a day begins, for someone who has set no other."""
LATEST_DAY_START = 12

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
EARLIEST = date(1900, 1, 1)
FIRST_DAY = 735599
"""1 January 2015 as an ordinal. No entry is older, unless the clock shows such a year now as well."""
SLIGHT = 2
"""Days by which travelling and daylight saving time may put the clock ahead of the calendar."""
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


_day_starts: dict[date, int] = {}
"""The hours that were set, by the first day that begins at them, latest first.

They hold for the whole process: a day is asked for everywhere, and of moments that know nothing of the file they're from.
"""


def heed_day_starts(saved: object) -> None:
    """Let days begin as it's saved in a progress file, each from the day on which it was set."""
    _day_starts.clear()
    _day_starts.update(sorted(day_starts_of(saved).items(), reverse=True))


def day_starts_of(saved: object) -> dict[date, int]:
    """Return the hours at which days begin, by the first such day; what isn't one, in a file edited by hand, is left out."""
    if not isinstance(saved, dict):
        return {}
    hours = range(LATEST_DAY_START + 1)
    known = ((iso_day(day), hour) for day, hour in saved.items() if type(hour) is int and hour in hours)
    return {day: hour for day, hour in known if day is not None}


def day_start(day: date) -> int:
    """Return the hour of the clock at which a day begins."""
    return next((hour for first, hour in _day_starts.items() if first <= day), DAY_START)


def day_of(moment: datetime) -> date:
    """Return the day that a moment belongs to, by the clock it was read from."""
    day = moment.date()
    return day if moment.hour >= (day_start(day) if _day_starts else DAY_START) else later(day, -1)


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


def just_after(moment: datetime, by: timedelta = timedelta(microseconds=1)) -> datetime:
    """Return the next moment after one, or that which is later by a time, or the same one if there is none so late."""
    try:
        return moment + by
    except OverflowError:
        return moment


def in_utc(moment: datetime) -> datetime:
    """Return a moment in UTC, as `in_zone` does."""
    from datetime import UTC  # only exports and merges need it

    return in_zone(moment, UTC)


def in_zone(moment: datetime, zone: tzinfo | None) -> datetime:
    """Return a moment in a time zone; one so near year 1 or 9999 that it has no such hour keeps its wall clock time instead."""
    try:
        return moment.astimezone(zone)
    except OverflowError:
        return moment.replace(tzinfo=zone)


def in_words(day: date, today: date) -> str:
    """Return a day as people say it: "Tuesday 22 December", with the year if it isn't this year."""
    words = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def on_day(day: date, today: date) -> str:
    """Return on which day something was, as people say it: "today", "on Tuesday 22 December"."""
    return "today" if day == today else f"on {in_words(day, today)}"


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


def with_hour(day: str, moment: datetime) -> str:
    """Return the words for the day that a moment belongs to, and the hour: "Tuesday 17 November, 01:00 the next day"."""
    return f"{day}, {moment:%H:%M}{'' if day_of(moment) == moment.date() else ' the next day'}"


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
    """Return how often something happened: "once", "twice", "three times", "12 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{spelt(number)} times")


def in_minutes(number: int) -> str:
    """Return minutes in words: "a minute", "10 minutes"."""
    return "a minute" if number == 1 else f"{number} minutes"


def iso_day(value: object) -> date | None:
    """Return the day of an ISO date, None for anything else: a file may have been edited by hand."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def until_it_ends(day: date, now: datetime) -> str:
    """Return what to say of today after midnight, when the calendar has another date; nothing of any other day."""
    is_odd = day == day_of(now) != now.date()
    return f"For exback, {WEEKDAYS[day.weekday()]} ends at {day_start(now.date()):02}:00." if is_odd else ""


def understand(words: str, today: date, *, ahead: bool = False, month_first: bool = False) -> date:
    """Return the day that someone means by "three weeks ago", "last friday", "12 May" or 2026-05-12 (see `typed_day`)."""
    return typed_day(words, today, ahead=ahead, month_first=month_first)[0]


def typed_day(
    words: str, today: date, *, ahead: bool = False, month_first: bool = False, latest: date | None = None
) -> tuple[date, bool]:
    """Return the day that someone means, and whether they may as well mean another one, as with 4/3.

    A day without a year is looked for in the future if `ahead`, else in the past. `month_first` says how 4/3 is read by someone
    who writes so, and `latest` is the date by the calendar, if that isn't today's any more. Raises ValueError if the words
    don't name a day that exists, with a sentence if they contradict themselves.
    """
    from exback.model.date_parser import possible_days  # few pages ask for a day

    days = _real(lambda: possible_days(words, today, ahead=ahead, month_first=month_first, latest=latest), today)
    return days[0], len(days) > 1


def day_to_begin_with(
    words: str, today: date, *, month_first: bool = False, latest: date | None = None
) -> tuple[date, bool]:
    """Return the day that a list begins with, likewise: also of "the last 2 weeks", "this month" or 2026."""
    from exback.model.date_parser import days_to_begin_with

    days = _real(lambda: days_to_begin_with(words, today, month_first=month_first, latest=latest), today)
    return days[0], len(days) > 1


def _real(days: Callable[[], tuple[date, ...]], today: date) -> tuple[date, ...]:
    """Return what a parser finds, without days that are older than anyone. Raises ValueError as `typed_day` does."""
    from exback.model.date_parser import WrongWeekday

    try:
        real = tuple(day for day in days() if day >= EARLIEST)
    except WrongWeekday as wrong:
        weekday, _, name = in_words(wrong.day, today).partition(" ")
        raise ValueError(f"{name} is a {weekday}.") from None
    except ValueError:
        raise ValueError from None
    if not real:
        raise ValueError
    return real
