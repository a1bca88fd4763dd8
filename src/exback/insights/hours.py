"""At which hours and on which weekdays something happened, by the clock of the place where it was written down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from msgspec import Struct

from exback.insights.chart import Bars, Chart, Row
from exback.insights.thresholds import FOR_HOURS, FOR_WEEKDAYS, leads, rests_on, too_few
from exback.model.dates import DAY_START, WEEKDAYS, day_of, day_start, how_often, later, noun, spelt
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
ALL = "All {total} came {phrase}."
MOST = "They came most often {phrase}, {often} out of {total}."
DAY_STARTS = "A day starts at {hour:02}:00 here, so anything earlier belongs to the day before."


class Occurrence(NamedTuple):
    """The day of something that happened, and the moment; None if that isn't known, because it was told on a later day."""

    day: date
    moment: datetime | None


def occurrences(journey: Journey, runs: Iterable[Run], dated_by: tuple[str, ...] = ()) -> list[Occurrence]:
    """Return when the things were that some runs tell of, by the clocks they were read from. `dated_by` is as in tracking.Answers."""
    lateness = ((run.started, days_late(journey, run, dated_by)) for run in runs)
    return [Occurrence(later(day_of(start), -late), None if late else start) for start, late in lateness]


def charts(events: Sequence[Occurrence], thing: str, today: date, *, is_unwanted: bool = False) -> Iterator[Chart]:
    """Yield the charts of when something happened: by the part of the day and, once there are enough, by the weekday.

    `thing` is the word for it; `is_unwanted` is as in tracking.Events.
    """
    for scale in (HOURLY, WEEKLY) if len(events) >= FOR_HOURS else (HOURLY,):
        known = [occurrence for occurrence in events if scale.slot_of(occurrence) is not None]
        counts = start_times(known, scale)
        early = too_few(len(known), scale.needed, thing, scale.too_few_unwanted if is_unwanted else scale.too_few)
        yield Chart(
            id=f"{thing}-{scale.id}",
            title=scale.title.format(things=noun(2, thing)),
            says=early or _says(counts, scale),
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

    `slot_of` returns the place of an occurrence's slot, None if that isn't known. `even` says that no slot leads, `too_few` and
    `too_few_unwanted` that it's too early, as in thresholds.too_few.
    """

    id: str
    title: str
    slots: tuple[tuple[str, str, str], ...]
    slot_of: Callable[[Occurrence], int | None]
    even: str
    too_few: str
    too_few_unwanted: str
    needed: int
    note: str


def _part_of_day(moment: datetime | None) -> int | None:
    return None if moment is None else (moment.hour - DAY_START) % 24 // HOURS


HOURLY = TimeScale(
    id="hours",
    title="Your {things} by time of day",
    slots=PARTS,
    slot_of=lambda occurrence: _part_of_day(occurrence.moment),
    even="No time of day clearly has more than the others.",
    too_few="The time is known for {things} so far. Once it's known for {needed}, this shows when they come.",
    too_few_unwanted="The time is known for {things}. That's too few to say when they come.",
    needed=FOR_HOURS,
    note="The time is when you started writing it down.",
)
WEEKLY = TimeScale(
    id="weekdays",
    title="Your {things} by day of the week",
    slots=tuple((day, day, f"on a {day}") for day in WEEKDAYS),
    slot_of=lambda occurrence: occurrence.day.weekday(),
    even="No day of the week clearly has more than the others.",
    too_few="You've written down {things} so far. Once there are {needed}, this shows which days they come on.",
    too_few_unwanted="You've written down {things}. That's too few to say which days they come on.",
    needed=FOR_WEEKDAYS,
    note="",
)


def _about_days(today: date) -> str:
    hour = day_start(today)
    return DAY_STARTS.format(hour=hour) if hour else ""


def _says(counts: Sequence[int], scale: TimeScale) -> str:
    leader, total = leads(counts), sum(counts)
    if leader is None:
        return scale.even
    _, _, phrase = scale.slots[leader]
    sentence = ALL if counts[leader] == total else MOST
    return sentence.format(total=spelt(total), phrase=phrase, often=how_often(counts[leader]))


def _bars(counts: tuple[int, ...], thing: str, scale: TimeScale) -> Bars:
    labels = tuple(label for label, _, _ in scale.slots)
    return Bars(labels, (Row("", counts, spoken=tuple(_spoken(counts, thing, scale))),), counts=True)


def _spoken(counts: Sequence[int], thing: str, scale: TimeScale) -> Iterator[str]:
    """Yield how many there were in each slot; the first slot that has any names what is counted."""
    first = next((slot for slot, number in enumerate(counts) if number), None)
    for slot, ((_, read, _), number) in enumerate(zip(scale.slots, counts, strict=True)):
        yield f"{read}: {number} {noun(number, thing)}" if slot == first else f"{read}: {number}"
