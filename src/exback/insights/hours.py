"""At which hours and on which weekdays something happened, by the clock of the place where it was written down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime

from msgspec import Struct

from exback.insights.chart import Bars, Chart, Row
from exback.insights.thresholds import FOR_HOURS, FOR_WEEKDAYS, leads, rests_on, too_few
from exback.model.dates import DAY_START, WEEKDAYS, day_of, noun
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


def charts(runs: Sequence[Run], thing: str, came: str, today: date, *, is_unwanted: bool = False) -> Iterator[Chart]:
    """Yield the charts of when the runs began: by the part of the day and, once there are enough, by the weekday.

    `thing` is what a run tells of and `came` the verb for it; `is_unwanted` is as in tracking.Events.
    """
    for scale in (HOURLY, WEEKLY) if len(runs) >= FOR_HOURS else (HOURLY,):
        counts = start_times(runs, scale)
        cannot = f"say {scale.when} they came" if is_unwanted else ""
        early = too_few(len(runs), scale.needed, thing, f"says {scale.when} they come", cannot=cannot)
        yield Chart(
            id=f"{thing}-{scale.id}",
            title=f"{noun(2, thing).capitalize()} {scale.title}",
            says=early or _says(counts, came, scale),
            rests_on="" if early else rests_on(len(runs), thing, [day_of(run.started) for run in runs], today),
            drawing=None if early else _bars(counts, thing, scale),
            note=scale.note,
        )


def start_times(runs: Iterable[Run], scale: TimeScale) -> tuple[int, ...]:
    """Return how many runs began in each slot of a scale, each by the clock that it was read from."""
    slots = Counter(scale.slot_of(run.started) for run in runs)
    return tuple(slots[slot] for slot in range(len(scale.slots)))


class TimeScale(Struct, frozen=True, kw_only=True):
    """One way to divide time: its slots, each as in `PARTS`, and how many entries a sentence needs.

    `slot_of` returns the place of a moment's slot. `slot` is the word for a slot and `others` for all but the leading one.
    `when` asks for one.
    """

    id: str
    title: str
    slots: tuple[tuple[str, str, str], ...]
    slot_of: Callable[[datetime], int]
    slot: str
    others: str
    when: str
    needed: int
    note: str


HOURLY = TimeScale(
    id="hours",
    title="by the hour",
    slots=PARTS,
    slot_of=lambda moment: (moment.hour - DAY_START) % 24 // HOURS,
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
    slot_of=lambda moment: day_of(moment).weekday(),
    slot="day",
    others="on any other day",
    when="on which days",
    needed=FOR_WEEKDAYS,
    note="A day begins at four, so the small hours belong to the day before.",
)


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
