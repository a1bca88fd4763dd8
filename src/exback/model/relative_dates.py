"""Days by their distance from today, and weekdays: "three weeks ago", "tomorrow", "last friday"."""

from __future__ import annotations

from exback.model.date_grammar import (
    SPAN,
    UNIT,
    WEEKDAY,
    WEEKDAY_NUMBERS,
    Asked,
    Days,
    Form,
    Match,
    away,
    monday,
    moved,
)


def _ago(match: Match, asked: Asked) -> Days:
    return away(match["span"], -1, moved(asked.today, days=-1 if match["from"] == "yesterday" else 0))


def _from_now(match: Match, asked: Asked) -> Days:
    return away(match["span"], 1, asked.latest)


def _in_direction(match: Match, asked: Asked) -> Days:
    return away(match["span"], 1 if asked.ahead else -1, asked.today)


def _last_span(match: Match, asked: Asked) -> Days:
    groups = match.groupdict()
    return away(groups.get("span") or f"a {match['unit']}", -1, asked.today)


def _today(match: Match, asked: Asked) -> Days:
    return (asked.today,)


def _yesterday(match: Match, asked: Asked) -> Days:
    """Return the day before today. After midnight, someone may mean the one that still goes on."""
    return (moved(asked.today, days=-1), moved(asked.latest, days=-1))


def _tomorrow(match: Match, asked: Asked) -> Days:
    return (moved(asked.latest, days=1),)


# Weekdays


def _weekday(match: Match, asked: Asked) -> Days:
    """Return the nearest such weekday. The name of today's most likely means the one a week away."""
    day = _next_weekday(match, asked) if asked.ahead else _previous_weekday(match, asked)
    return (*day, asked.latest) if day[0].weekday() == asked.latest.weekday() else day


def _last_weekday(match: Match, asked: Asked) -> Days:
    """Return the last such weekday. If it was in this week, someone may mean the one before."""
    (day,) = _previous_weekday(match, asked)
    return (day, moved(day, days=-7)) if day >= monday(asked.latest) else (day,)


def _following_weekday(match: Match, asked: Asked) -> Days:
    """Return the next such weekday. If it is in this week, someone may mean the one after."""
    (day,) = _next_weekday(match, asked)
    return (day, moved(day, days=7)) if monday(day) == monday(asked.today) else (day,)


def _weekday_of_this_week(match: Match, asked: Asked) -> Days:
    day = moved(monday(asked.latest), days=WEEKDAY_NUMBERS[match["weekday"]])
    return (moved(day, days=7),) if asked.ahead and day < asked.today else (day,)


def _previous_weekday(match: Match, asked: Asked) -> Days:
    return (moved(asked.latest, days=-((asked.latest.weekday() - WEEKDAY_NUMBERS[match["weekday"]] - 1) % 7) - 1),)


def _next_weekday(match: Match, asked: Asked) -> Days:
    return (moved(asked.today, days=(WEEKDAY_NUMBERS[match["weekday"]] - asked.today.weekday() - 1) % 7 + 1),)


# Words are as `normalized` spells them


NAMED: tuple[Form, ...] = (
    ("today|tonight|(?:just |right )?now|this (?:morning|afternoon|evening)", _today),
    ("yesterday|last night", _yesterday),
    ("tomorrow", _tomorrow),
    (WEEKDAY, _weekday),
    (f"last {WEEKDAY}", _last_weekday),
    (f"next {WEEKDAY}", _following_weekday),
    (f"this {WEEKDAY}", _weekday_of_this_week),
    (f"(?:this )?past {WEEKDAY}", _previous_weekday),
    (f"(?:this )?coming {WEEKDAY}", _next_weekday),
)
SPANS: tuple[Form, ...] = (
    (rf"{SPAN} (?:ago|back)(?: (?P<from>today|yesterday))?", _ago),
    (rf"in {SPAN}", _from_now),
    (rf"(?:(?:in|for) )?{SPAN} time", _from_now),
)
BARE_SPANS: tuple[Form, ...] = ((rf"(?:for )?{SPAN}", _in_direction),)
LAST_SPANS: tuple[Form, ...] = (
    (rf"(?:(?:in|over|within|during|for) )?(?:last|past|previous) (?:{SPAN}|(?P<unit>{UNIT}))", _last_span),
)
