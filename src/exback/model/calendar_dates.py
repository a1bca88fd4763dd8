"""Dates as in a calendar: 4/3, 12 May 2026, the 5th, 2026-05-12, and days of a month, a week or a year."""

from __future__ import annotations

from datetime import date

from exback.model.date_grammar import MONTH, MONTH_NUMBERS, STEP, STEPS, Asked, Days, Form, Match, away, monday, moved

YEARS_AHEAD = 20
"""A year of two figures is at most so far ahead: in 2026, 30 is 2030 and 99 is 1999."""
NEAR = 28
"""Days. A date that's no further from today may be the one that was meant, even if it's on the other side than is asked for."""
YEARS_SEARCHED = 9
"""29 February comes back after at most eight years."""

NUMBER = r"(?P<number>\d{1,2})(?:th)?"
TWO_NUMBERS = r"(?P<first>\d{1,2})(?P<separator> [-/.]) (?P<second>\d{1,2})"
SEPARATOR = r"(?P<separator>(?: [-/.])?)"
WHOLE_YEAR = r"(?P<year>\d{4}|'\d\d)"
SHORT_YEAR = r"(?P<short_year>\d\d)"


def _dated(number: int, month: int, year: str | None, asked: Asked) -> Days:
    """Return a day with its year as it was typed or, without one, the nearest such day. Raises ValueError.

    Someone who types tomorrow's date by mistake doesn't mean last year's, so one that is near in the other direction follows.
    """
    if year:
        return (date(_year(year, asked), month, number),)
    step = 1 if asked.ahead else -1
    years = [asked.latest.year + step * distance for distance in range(-1, YEARS_SEARCHED)]
    days = [day for year in years for day in _existing(year, month, number)]
    return (asked.nearest(*days), *(day for day in days if abs((day - asked.latest).days) <= NEAR))


def _existing(year: int, month: int, number: int) -> Days:
    """Return a day, or nothing if there is no such day."""
    try:
        return (date(year, month, number),)
    except ValueError:
        return ()


def _year(figures: str, asked: Asked) -> int:
    """Return the year of four figures, of two, or of "last" in "12 May last year"."""
    if figures in STEPS:
        return asked.today.year + STEPS[figures]
    if len(figures) == 4:
        return int(figures)
    latest = asked.today.year + YEARS_AHEAD
    return latest - (latest - int(figures.removeprefix("'"))) % 100


def _in_numbers(match: Match, asked: Asked) -> Days:
    """Return what 4/3, 4.3.26 or 4-3-2026 may mean: in both orders, where there is such a day, the person's own first."""
    first, second, year = int(match["first"]), int(match["second"]), match["year"] or match["short_year"]
    orders = [(second, first), (first, second)] if asked.month_first else [(first, second), (second, first)]
    days = tuple(day for number, month in orders for day in _dated_if_any(number, month, year, asked))
    if not days:
        raise ValueError(match[0])
    is_maybe_iso = match["short_year"] and match["separator"] == " -"  # with the century left out
    return (*days, *_existing(_year(match["first"], asked), second, int(year))) if is_maybe_iso else days


def _dated_if_any(number: int, month: int, year: str | None, asked: Asked) -> Days:
    try:
        return _dated(number, month, year, asked)
    except ValueError:
        return ()


def _with_month(match: Match, asked: Asked) -> Days:
    groups = match.groupdict()
    year = groups.get("year") or groups.get("short_year") or groups.get("step")
    return _dated(int(match["number"]), MONTH_NUMBERS[match["month"]], year, asked)


def _year_first(match: Match, asked: Asked) -> Days:
    month = MONTH_NUMBERS.get(match["month"]) or int(match["month"])
    return (date(int(match["year"]), month, int(match["number"])),)


def _day_of_month(match: Match, asked: Asked) -> Days:
    """Return the nearest day with a number: in this month, or in the one before or after it.

    After midnight it may be another by today's own date, which comes first where the month is named.
    """
    dates = (asked.today, asked.latest) if match[0].endswith("month") else (asked.latest, asked.today)
    days = tuple(day for latest in dates for day in _numbered(int(match["number"]), asked._replace(latest=latest)))
    if not days:
        raise ValueError(match[0])
    return days


def _numbered(number: int, asked: Asked) -> Days:
    """Return the nearest day with a number, or nothing if it's too far away."""
    this = asked.latest.replace(day=1)
    months = (this, moved(this, months=1 if asked.ahead else -1))
    days = (day for each in months for day in _existing(each.year, each.month, number))
    try:
        return (asked.nearest(*days),)
    except ValueError:
        return ()


def _bare_number(match: Match, asked: Asked) -> Days:
    """Return the nearest day with a number, which may as well be a number of days."""
    return (*_day_of_month(match, asked), *away(f"{match['number']} day", 1 if asked.ahead else -1, asked.today))


def _day_of_that_month(match: Match, asked: Asked) -> Days:
    months = (moved(day.replace(day=1), months=STEPS[match["step"]]) for day in (asked.today, asked.latest))
    days = tuple(day for month in months for day in _existing(month.year, month.month, int(match["number"])))
    if not days:
        raise ValueError(match[0])
    return days


# Periods


def _edge(match: Match, asked: Asked) -> Days:
    """Return the first or the last day of a month or year. Where only its start or end is named, it's that day most likely."""
    groups = match.groupdict()
    days = _month_named(match, asked) if groups.get("month") else _period(match["unit"], match["step"], asked)
    first, last = days[::2], days[1::2]
    days = (*first, *last) if match["edge"] in ("1th day", "start", "beginning") else (*last, *first)
    return days[: len(first)] if match["edge"].endswith("day") else days


def _month_named(match: Match, asked: Asked) -> Days:
    """Return the first and the last day of a month, or of each that may be meant if it has no year."""
    months = dict.fromkeys(_dated(1, MONTH_NUMBERS[match["month"]], match["year"], asked))
    return tuple(day for first in months for day in (first, moved(first, months=1, days=-1)))


def _period(unit: str, step: str | None, asked: Asked) -> Days:
    """Return the first and the last day of this month or year, or of the one before or after it."""
    months = 1 if unit == "month" else 12
    this = asked.today.replace(day=1) if unit == "month" else asked.today.replace(month=1, day=1)
    first = moved(this, months=months * STEPS[step or "this"])
    return (first, moved(first, months=months, days=-1))


def _some_day_in(match: Match, asked: Asked) -> Days:
    """Return the day that is a month or a year away, which "last month" or "next year" says most likely."""
    sign = STEPS[match["step"]]
    return (*away(f"a {match['unit']}", sign, asked.today), *_period(match["unit"], match["step"], asked))


def _some_day_in_week(match: Match, asked: Asked) -> Days:
    """Return the same day of another week, and then all its days: of one from Monday, and of one from Sunday."""
    same = moved(asked.today, days=7 * STEPS[match["step"]])
    from_sunday = moved(same, days=-((same.weekday() + 1) % 7))
    return (same, *(moved(first, days=days) for first in (monday(same), from_sunday) for days in range(7)))


def _beginning(match: Match, asked: Asked) -> Days:
    return (monday(asked.today),) if match["unit"] == "week" else _period(match["unit"], "this", asked)[:1]


def _beginning_of_year(match: Match, asked: Asked) -> Days:
    return (date(int(match[0]), 1, 1),)


# Words are as `normalized` spells them


DATES: tuple[Form, ...] = (
    (rf"(?P<year>\d{{4}}){SEPARATOR} (?P<month>\d{{1,2}})(?P=separator) (?P<number>\d{{1,2}})", _year_first),
    (r"(?P<year>\d{4})(?P<month>\d\d)(?P<number>\d\d)", _year_first),
    (
        rf"{TWO_NUMBERS}(?:(?:(?P=separator)| ,)? {WHOLE_YEAR}|(?P=separator) {SHORT_YEAR})?",
        _in_numbers,
    ),
    (rf"(?P<first>\d{{1,2}})(?P<separator>) (?P<second>\d{{1,2}}) (?:{WHOLE_YEAR}|{SHORT_YEAR})", _in_numbers),
    (
        rf"{NUMBER}(?: of)?{SEPARATOR} {MONTH}(?:(?: [-/.,])? {WHOLE_YEAR}|(?P=separator) {SHORT_YEAR}|(?: of)? {STEP} year)?",
        _with_month,
    ),
    (
        rf"{MONTH}{SEPARATOR} {NUMBER}(?:(?: [-/.,])? {WHOLE_YEAR}|(?P=separator) {SHORT_YEAR}|(?: of)? {STEP} year)?",
        _with_month,
    ),
    (rf"(?P<year>\d{{4}}){SEPARATOR} {MONTH}(?P=separator) {NUMBER}", _year_first),
    (rf"{NUMBER}(?: of month)?", _day_of_month),
    (rf"{NUMBER} of {STEP} month", _day_of_that_month),
    (rf"(?P<edge>1th day|last day) of (?:{MONTH}(?: {WHOLE_YEAR})?|(?:{STEP} )?(?P<unit>month|year))", _edge),
)
BARE_NUMBERS: tuple[Form, ...] = ((r"(?P<number>\d{1,2})", _bare_number),)
WEEKS: tuple[Form, ...] = ((f"{STEP} week", _some_day_in_week),)
"""No single day by themselves, but one beside a weekday."""
VAGUE: tuple[Form, ...] = (
    *WEEKS,
    (f"{STEP} (?P<unit>month|year)", _some_day_in),
    (rf"(?:in )?{MONTH}(?:(?: of)? {WHOLE_YEAR})?", _month_named),
    (rf"(?P<edge>start|beginning|end) of (?:{MONTH}(?: {WHOLE_YEAR})?|(?:{STEP} )?(?P<unit>month|year))", _edge),
)
"""These say a period, so the day in it is a guess that has to be confirmed: each has more than one."""
STARTS: tuple[Form, ...] = (
    ("this (?P<unit>week|month|year)", _beginning),
    (r"(?:19|2\d)\d\d", _beginning_of_year),
)
"""Periods that only a list begins with."""
