"""Understand a day that someone types: "three weeks ago", "last friday", "12 May", 4/13 or 2026-05-12.

All that was typed has to fit one of the forms. A day is never guessed from a part of it, because the person may not notice
that it's another one. Loaded only where a day is typed.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from exback.model.calendar_dates import BARE_NUMBERS, DATES, STARTS, VAGUE, WEEKS
from exback.model.date_grammar import SPAN, WEEKDAY, WEEKDAY_NUMBERS, Asked, Days, Form, Match, away, first_fit
from exback.model.date_words import normalized
from exback.model.relative_dates import BARE_SPANS, LAST_SPANS, NAMED, SPANS


class WrongWeekday(ValueError):
    """A weekday was typed that the day isn't. `day` is the day without it."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day


class ReadBack(NamedTuple):
    """How a day is understood while it's typed: "Tuesday 3 April 2026", empty while it isn't.

    `day` is None where it isn't understood or would be refused. One that `needs_confirming` may as well be another, as 4/3 may.
    """

    text: str = ""
    day: date | None = None
    needs_confirming: bool = False


def possible_days(words: str, today: date, *, ahead: bool, month_first: bool, latest: date | None = None) -> Days:
    """Return the days that someone may mean, the likeliest first. Raises ValueError if the words don't name a day.

    `latest` is the date by the calendar, if it isn't today's any more.
    """
    asked = Asked(today, ahead, month_first, today if ahead or latest is None else latest)
    return _counted(_named(normalized(words), asked), asked)


def days_to_begin_with(words: str, today: date, *, month_first: bool, latest: date | None = None) -> Days:
    """Return the days on which a list may begin: any day as above, or "the last 2 weeks", "this month" or 2026."""
    text, asked = normalized(words), Asked(today, ahead=False, month_first=month_first, latest=latest or today)
    return _counted(first_fit(BEGINNINGS, text.removeprefix("since "), asked) or _named(text, asked), asked)


def _counted(days: Days, asked: Asked) -> Days:
    """Return days as they count: the date that came at midnight is today until the next day begins."""
    return tuple(dict.fromkeys(asked.today if asked.today < day <= asked.latest else day for day in days))


def _named(text: str, asked: Asked) -> Days:
    """Return the days for a text that may begin with a preposition. Raises ValueError if it names none."""
    preposition = f"(?:on|from|{'until|till|til|by' if asked.ahead else 'since'})"
    days = _at_any_time(re.sub(f"^{preposition} ", "", text), asked)
    if not days:
        raise ValueError(text)
    return days


def _at_any_time(text: str, asked: Asked) -> Days:
    """Return the days for a text that may end with a time of day, such as "yesterday evening"."""
    day, *time = re.split(r"(?<=[a-z])(?: ,)?(?: in| at)? (?=(?:morning|afternoon|evening|night|noon)$)", text)
    return _with_weekday(text, asked) or (_with_weekday(day, asked) if time else ())


def _with_weekday(text: str, asked: Asked) -> Days:
    """Return the days for a text that may have a weekday beside another form. Raises WrongWeekday as `_agreeing` does."""
    days = first_fit((*BARE, *EXACT, *VAGUE), text, asked)
    named = rf"(?P<named>(?:(?:last|this|next|past|coming|this past|this coming) )?{WEEKDAY})"
    for pattern in (rf"{named}(?: ,)?(?: of| on)? (?P<rest>.+)", rf"(?P<rest>.+?)(?: ,)?(?: on)?(?: a)? {named}"):
        match = None if days else re.fullmatch(pattern, text)
        if match is not None:
            days = _agreeing(match, first_fit((*EXACT, *WEEKS), match["rest"], asked), asked)
    return days


def _agreeing(match: Match, days: Days, asked: Asked) -> Days:
    """Return those of some days that a named weekday fits: "friday", or "last friday" for only that one.

    Raises WrongWeekday if a single day was named. That of "monday two weeks ago" is one that no one typed.
    """
    on_weekday = tuple(day for day in days if day.weekday() == WEEKDAY_NUMBERS[match["weekday"]])
    if days and not on_weekday and first_fit(SINGLE, match["rest"], asked):
        raise WrongWeekday(days[0])
    is_any = match["named"] == match["weekday"]
    return on_weekday if is_any else tuple(day for day in on_weekday if day in first_fit(EXACT, match["named"], asked))


def _from_another(match: Match, asked: Asked) -> Days:
    """Return the days of "two weeks after 12 May", or of "the day before yesterday"."""
    span = "a day" if match["span"] is None else match["span"]
    sign = -1 if match["sign"] == "before" else 1
    others = first_fit(SINGLE, match["rest"], asked)
    return tuple(day for other in others for day in away(span, sign, other))


BARE: tuple[Form, ...] = (*BARE_NUMBERS, *BARE_SPANS)
"""Nothing may be beside them: "two weeks" and "friday" are two weeks ago, or two weeks from friday."""
SINGLE: tuple[Form, ...] = (*NAMED, *DATES)
EXACT: tuple[Form, ...] = (
    *SINGLE,
    *SPANS,
    (rf"(?:{SPAN}|day) (?P<sign>before|after|from) (?P<rest>.+)", _from_another),
)
BEGINNINGS: tuple[Form, ...] = (*LAST_SPANS, *STARTS)
