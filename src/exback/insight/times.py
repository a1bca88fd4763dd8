"""At which hours and on which weekdays something happened, by the clock of the place where it was written down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from exback.dates import WEEKDAYS, count, day_of
from exback.insight.claims import FOR_HOURS, FOR_WEEKDAYS, rests_on, stands_out, too_few
from exback.insight.picture import Bars, Picture, Row, figure
from exback.journey import Run

PARTS = (
    ("4 to 8", "between 4 and 8 in the morning"),
    ("8 to 12", "between 8 in the morning and noon"),
    ("12 to 16", "between noon and 4 in the afternoon"),
    ("16 to 20", "between 4 and 8 in the evening"),
    ("20 to 24", "between 8 in the evening and midnight"),
    ("0 to 4", "between midnight and 4 in the morning"),
)
"""Six parts of a day, from its beginning at four."""
HOURS = 4
FIRST = 4
BY_THE_HOUR = "The hour is the one at which you began to write it down."
BY_THE_DAY = "A day begins at four, so the small hours belong to the day before."


class Times(Struct, frozen=True):
    """How many began in each hour of the clock (24, from midnight) and on each weekday (7, from Monday)."""

    hours: tuple[int, ...]
    weekdays: tuple[int, ...]

    @property
    def parts(self) -> tuple[int, ...]:
        """How many began in each part of the day."""
        return tuple(
            sum(self.hours[(FIRST + HOURS * part + hour) % 24] for hour in range(HOURS)) for part in range(len(PARTS))
        )


def times(runs: Iterable[Run]) -> Times:
    """Count beginnings, each by the clock that it was read from. A day begins at four."""
    hours, weekdays = [0] * 24, [0] * 7
    for run in runs:
        hours[run.started.hour] += 1
        weekdays[day_of(run.started).weekday()] += 1
    return Times(tuple(hours), tuple(weekdays))


def hours(runs: Sequence[Run], thing: str, today: date) -> Picture:
    """Show in which part of the day they came."""
    parts = times(runs).parts
    return Picture(
        id=f"{thing}-hours",
        title=f"{thing.capitalize()}s by the hour",
        says=_says(parts, FOR_HOURS, thing, [words for _, words in PARTS], "at which hours they come"),
        rests_on=_rests_on(runs, thing, today),
        entries=len(runs),
        enough=len(runs) >= FOR_HOURS,
        drawing=_bars([label for label, _ in PARTS], parts) if len(runs) >= FOR_HOURS else None,
        note=BY_THE_HOUR,
    )


def weekdays(runs: Sequence[Run], thing: str, today: date) -> Picture:
    """Show on which weekdays they came."""
    counts = times(runs).weekdays
    return Picture(
        id=f"{thing}-weekdays",
        title=f"{thing.capitalize()}s by the weekday",
        says=_says(counts, FOR_WEEKDAYS, thing, [f"on a {day}" for day in WEEKDAYS], "on which days they come"),
        rests_on=_rests_on(runs, thing, today),
        entries=len(runs),
        enough=len(runs) >= FOR_WEEKDAYS,
        drawing=_bars(WEEKDAYS, counts) if len(runs) >= FOR_WEEKDAYS else None,
        note=BY_THE_DAY,
    )


def _says(counts: Sequence[int], needed: int, thing: str, places: Sequence[str], then: str) -> str:
    total = sum(counts)
    if total < needed:
        return too_few(total, needed, thing, then)
    place = stands_out(counts)
    if place is None:
        return f"Your {total} {thing}s are spread: no part stands out from what chance alone could do."
    even = figure(round(total / len(counts), 1))
    return f"Most came {places[place]}: {counts[place]} of {total}. Spread evenly it would be {even}."


def _rests_on(runs: Sequence[Run], thing: str, today: date) -> str:
    days = [day_of(run.started) for run in runs]
    return rests_on(len(runs), thing, min(days, default=None), max(days, default=None), today)


def _bars(labels: Sequence[str], counts: Sequence[int]) -> Bars:
    return Bars(tuple(labels), (Row("", tuple(counts)),), counts=True)


def none_yet(thing: str) -> str:
    """Give that there is nothing to look at."""
    return f"There is {count(0, thing)} in your file."
