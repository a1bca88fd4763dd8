"""At which hours and on which weekdays something happened, by the clock of the place where it was written down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from msgspec import Struct

from exback.insights.chart import Bars, Chart, Row
from exback.insights.thresholds import FOR_HOURS, FOR_WEEKDAYS, leads, rests_on, too_few
from exback.model.dates import DAY_START, WEEKDAYS, day_of, day_start, later, noun
from exback.model.happened import days_late
from exback.model.journey import Journey
from exback.model.run import Run

PARTS = (
    ("4 to 8, morning", "from 4 to 8 in the morning", "between 4 and 8 in the morning"),
    ("8 to noon", "from 8 to noon", "between 8 in the morning and noon"),
    ("noon to 4", "from noon to 4", "between noon and 4 in the afternoon"),
    ("4 to 8, evening", "from 4 to 8 in the evening", "between 4 and 8 in the evening"),
    ("8 to midnight", "from 8 to midnight", "between 8 in the evening and midnight"),
    ("midnight to 4", "from midnight to 4", "between midnight and 4 in the morning"),
)
"""Six parts of a day, which begins at four: beside a bar, read aloud, and in a sentence."""
HOURS = 4


class Occurrence(NamedTuple):
    """The day of something that happened, and the moment; None if that isn't known, because it was told on a later day."""

    day: date
    moment: datetime | None


def occurrences(journey: Journey, runs: Iterable[Run], dated_by: tuple[str, ...] = ()) -> list[Occurrence]:
    """Return when the things were that some runs tell of, by the clocks they were read from. `dated_by` is as in tracking.Answers."""
    lateness = ((run.started, days_late(journey, run, dated_by)) for run in runs)
    return [Occurrence(later(day_of(start), -late), None if late else start) for start, late in lateness]


def charts(
    events: Sequence[Occurrence], thing: str, came: str, today: date, *, is_unwanted: bool = False
) -> Iterator[Chart]:
    """Yield the charts of when something happened: by the part of the day and, once there are enough, by the weekday.

    `thing` is the word for it and `came` its verb; `is_unwanted` is as in tracking.Events.
    """
    for scale in (HOURLY, WEEKLY) if len(events) >= FOR_HOURS else (HOURLY,):
        known = [occurrence for occurrence in events if scale.slot_of(occurrence) is not None]
        counts = start_times(known, scale)
        cannot = f"say {scale.when} they came" if is_unwanted else ""
        early = too_few(len(known), scale.needed, thing, f"says {scale.when} they come", cannot=cannot)
        yield Chart(
            id=f"{thing}-{scale.id}",
            title=f"{noun(2, thing).capitalize()} {scale.title}",
            says=early or _says(counts, came, scale),
            rests_on="" if early else rests_on(len(known), thing, [occurrence.day for occurrence in known], today),
            drawing=None if early else _bars(counts, thing, scale),
            note=scale.note or _about_days(today),
        )


def start_times(events: Iterable[Occurrence], scale: TimeScale) -> tuple[int, ...]:
    """Return how many events were in each slot of a scale."""
    slots = Counter(map(scale.slot_of, events))
    return tuple(slots[slot] for slot in range(len(scale.slots)))


class TimeScale(Struct, frozen=True, kw_only=True):
    """One way to divide time: its slots, each as in `PARTS`, and how many entries a sentence needs.

    `slot_of` returns the place of an occurrence's slot, None if that isn't known. `slot` is the word for a slot and
    `others` for all but the leading one.
    `when` asks for one.
    """

    id: str
    title: str
    slots: tuple[tuple[str, str, str], ...]
    slot_of: Callable[[Occurrence], int | None]
    slot: str
    others: str
    when: str
    needed: int
    note: str


def _part_of_day(moment: datetime | None) -> int | None:
    return None if moment is None else (moment.hour - DAY_START) % 24 // HOURS


HOURLY = TimeScale(
    id="hours",
    title="by the hour",
    slots=PARTS,
    slot_of=lambda occurrence: _part_of_day(occurrence.moment),
    slot="part of the day",
    others="in any other part of the day",
    when="at which hours",
    needed=FOR_HOURS,
    note="The hour is the one at which you began to write it down.",
)
WEEKLY = TimeScale(
    id="weekdays",
    title="by the weekday",
    slots=tuple((day, day, f"on a {day}") for day in WEEKDAYS),
    slot_of=lambda occurrence: occurrence.day.weekday(),
    slot="day",
    others="on any other day",
    when="on which days",
    needed=FOR_WEEKDAYS,
    note="",
)


def _about_days(today: date) -> str:
    hour = day_start(today)
    return f"A day begins at {hour:02}:00, so what comes before that belongs to the day before." if hour else ""


def _says(counts: Sequence[int], came: str, scale: TimeScale) -> str:
    leader, total = leads(counts), sum(counts)
    if leader is None:
        return f"No {scale.slot} has clearly more than the others."
    _, _, phrase = scale.slots[leader]
    if counts[leader] == total:
        return f"All {total} {came} {phrase}."
    return f"More {came} {phrase} than {scale.others}: {counts[leader]} of {total}."


def _bars(counts: tuple[int, ...], thing: str, scale: TimeScale) -> Bars:
    labels = tuple(label for label, _, _ in scale.slots)
    return Bars(labels, (Row("", counts, spoken=tuple(_spoken(counts, thing, scale))),), counts=True)


def _spoken(counts: Sequence[int], thing: str, scale: TimeScale) -> Iterator[str]:
    """Yield how many there were in each slot; the first slot that has any names what is counted."""
    first = next((slot for slot, number in enumerate(counts) if number), None)
    for slot, ((_, read, _), number) in enumerate(zip(scale.slots, counts, strict=True)):
        things = "" if slot != first else f" {thing}{'' if number == 1 else 's'}"
        yield f"{read}: {number}{things}"
