"""At which hours and on which weekdays something happened, by the clock of the place where it was written down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from exback.dates import WEEKDAYS, day_of
from exback.insight.claims import FOR_HOURS, FOR_WEEKDAYS, rests_on, stands_out, too_few
from exback.insight.picture import Bars, Picture, Row
from exback.insight.sums import figure
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


def pictures(runs: Sequence[Run], thing: str, today: date) -> Iterator[Picture]:
    """Show when they came: by the part of the day, and by the weekday once there are enough for that, too."""
    found = times(runs)
    yield _picture(runs, thing, found.parts, HOURLY, today)
    if len(runs) >= FOR_HOURS:
        yield _picture(runs, thing, found.weekdays, WEEKLY, today)


class _Clock(Struct, frozen=True):
    """One way to look at them: by which places, how those are said, and how many entries it takes."""

    id: str
    title: str
    labels: tuple[str, ...]
    places: tuple[str, ...]
    place: str
    needed: int
    then: str
    note: str


HOURLY = _Clock(
    id="hours",
    title="by the hour",
    labels=tuple(label for label, _ in PARTS),
    places=tuple(words for _, words in PARTS),
    place="part of the day",
    needed=FOR_HOURS,
    then="at which hours they come",
    note="The hour is the one at which you began to write it down.",
)
WEEKLY = _Clock(
    id="weekdays",
    title="by the weekday",
    labels=WEEKDAYS,
    places=tuple(f"on a {day}" for day in WEEKDAYS),
    place="day",
    needed=FOR_WEEKDAYS,
    then="on which days they come",
    note="A day begins at four, so the small hours belong to the day before.",
)


def _picture(runs: Sequence[Run], thing: str, counts: tuple[int, ...], clock: _Clock, today: date) -> Picture:
    enough = len(runs) >= clock.needed
    return Picture(
        id=f"{thing}-{clock.id}",
        title=f"{thing.capitalize()}s {clock.title}",
        says=_says(counts, thing, clock) if enough else too_few(len(runs), clock.needed, thing, clock.then),
        rests_on=_rests_on(runs, thing, today),
        entries=len(runs),
        enough=enough,
        drawing=Bars(clock.labels, (Row("", counts),), counts=True) if enough else None,
        note=clock.note,
    )


def _says(counts: Sequence[int], thing: str, clock: _Clock) -> str:
    total = sum(counts)
    place = stands_out(counts)
    if place is None:
        return f"No {clock.place} stands out: chance alone could spread {total} {thing}s like this."
    even = figure(total / len(counts))
    return f"Most came {clock.places[place]}: {counts[place]} of {total}. Spread evenly it would be {even} for each {clock.place}."


def _rests_on(runs: Sequence[Run], thing: str, today: date) -> str:
    days = [day_of(run.started) for run in runs]
    return rests_on(len(runs), thing, min(days, default=None), max(days, default=None), today)
