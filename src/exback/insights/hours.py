"""At which hours and on which weekdays something happened, by the clock of the place where it was written down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct, structs

from exback.dates import WEEKDAYS, day_of
from exback.insights.chart import Bars, Picture, Row
from exback.insights.thresholds import FOR_HOURS, FOR_WEEKDAYS, leads, rests_on, too_few, too_few_to
from exback.journey import Run

PARTS = (
    ("4 to 8, morning", "from 4 to 8 in the morning", "between 4 and 8 in the morning"),
    ("8 to noon", "from 8 to noon", "between 8 in the morning and noon"),
    ("noon to 4", "from noon to 4", "between noon and 4 in the afternoon"),
    ("4 to 8, evening", "from 4 to 8 in the evening", "between 4 and 8 in the evening"),
    ("8 to midnight", "from 8 to midnight", "between 8 in the evening and midnight"),
    ("midnight to 4", "from midnight to 4", "between midnight and 4 in the morning"),
)
"""Six parts of a day, from its beginning at four: beside a bar, read aloud, and in a sentence."""
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


def pictures(
    runs: Sequence[Run], thing: str, came: str, today: date, *, is_unwanted: bool = False
) -> Iterator[Picture]:
    """Show when they came: by the part of the day, and by the weekday once there are enough for that, too.

    `came` is the verb that says so; `is_unwanted` is as in patterns.Events.
    """
    found, named = times(runs), _Named(thing, came)
    clocks = ((HOURLY, found.parts), (WEEKLY, found.weekdays))
    for clock, counts in clocks if len(runs) >= FOR_HOURS else clocks[:1]:
        picture = _picture(runs, named, counts, clock, today)
        few = is_unwanted and not picture.enough
        yield structs.replace(picture, says=too_few_to(len(runs), thing, clock.unsaid)) if few else picture


class _Named(Struct, frozen=True):
    """What came, and the verb for it."""

    thing: str
    came: str


class _Clock(Struct, frozen=True):
    """One way to look at them: by which places, how those are read and said, and how many entries it takes."""

    id: str
    title: str
    labels: tuple[str, ...]
    read: tuple[str, ...]
    places: tuple[str, ...]
    place: str
    others: str
    needed: int
    then: str
    unsaid: str
    note: str


HOURLY = _Clock(
    id="hours",
    title="by the hour",
    labels=tuple(label for label, _, _ in PARTS),
    read=tuple(read for _, read, _ in PARTS),
    places=tuple(words for _, _, words in PARTS),
    place="part of the day",
    others="in any other part of the day",
    needed=FOR_HOURS,
    then="says at which hours they come",
    unsaid="say at which hours they came",
    note="The hour is the one at which you began to write it down.",
)
WEEKLY = _Clock(
    id="weekdays",
    title="by the weekday",
    labels=WEEKDAYS,
    read=WEEKDAYS,
    places=tuple(f"on a {day}" for day in WEEKDAYS),
    place="day",
    others="on any other day",
    needed=FOR_WEEKDAYS,
    then="says on which days they come",
    unsaid="say on which days they came",
    note="A day begins at four, so the small hours belong to the day before.",
)


def _picture(runs: Sequence[Run], named: _Named, counts: tuple[int, ...], clock: _Clock, today: date) -> Picture:
    enough, thing = len(runs) >= clock.needed, named.thing
    return Picture(
        id=f"{thing}-{clock.id}",
        title=f"{thing.capitalize()}s {clock.title}",
        says=_says(counts, named, clock) if enough else too_few(len(runs), clock.needed, thing, clock.then),
        rests_on=_rests_on(runs, thing, today),
        entries=len(runs),
        enough=enough,
        drawing=_bars(counts, thing, clock) if enough else None,
        note=clock.note,
    )


def _says(counts: Sequence[int], named: _Named, clock: _Clock) -> str:
    place, total = leads(counts), sum(counts)
    if place is None:
        return f"No {clock.place} has clearly more than the others."
    if counts[place] == total:
        return f"All {total} {named.came} {clock.places[place]}."
    return f"More {named.came} {clock.places[place]} than {clock.others}: {counts[place]} of {total}."


def _bars(counts: tuple[int, ...], thing: str, clock: _Clock) -> Bars:
    return Bars(clock.labels, (Row("", counts, spoken=tuple(_spoken(counts, thing, clock))),), counts=True)


def _spoken(counts: Sequence[int], thing: str, clock: _Clock) -> Iterator[str]:
    """Say how many there were at each place; the first that has any names what is counted."""
    first = next((place for place, number in enumerate(counts) if number), None)
    for place, (read, number) in enumerate(zip(clock.read, counts, strict=True)):
        things = "" if place != first else f" {thing}{'' if number == 1 else 's'}"
        yield f"{read}: {number}{things}"


def _rests_on(runs: Sequence[Run], thing: str, today: date) -> str:
    days = [day_of(run.started) for run in runs]
    return rests_on(len(runs), thing, min(days, default=None), max(days, default=None), today)
