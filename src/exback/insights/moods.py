"""The numbers of the day over time, and on the days around something that happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

from exback.insights.chart import Bars, Chart, Lines, Row
from exback.insights.numbers import average, figure
from exback.insights.series import Line
from exback.insights.thresholds import COUNTS, FOR_A_CHANGE, FOR_COMPARING, WEEK, about_the_same, rests_on, too_few
from exback.model.dates import count, spelt
from exback.model.items import Scale
from exback.model.tracking import Events, Series

ENTRY = "check-in"
PARTS = ("the day before", "that day", "the day after", "other days")
BEFORE, ON, AFTER, OTHER = PARTS
NOTE = (
    "Other days are those within a week of a day with {with_one}, leaving out the day before it and the day after. Days differ "
    "in many ways at once. This shows what came together, and nothing more."
)
NOTHING = "There's no number here yet."
TOO_FEW = "You've given a number for {things} so far. Once there are {needed}, this says what has changed."
CHANGED = "{title} was {first} on average over the first seven check-ins, and {last} over the last seven."
UNCHANGED = (
    "{title} was {first} on average over the first seven check-ins, and about the same over the last seven: {last}."
)
TOO_FEW_DAYS = (
    "So far this counts {days} with {with_one} and {others} in those weeks. {counts} Once there are {needed} of each, this "
    "compares them."
)
TOO_FEW_UNWANTED = (
    "This counts {days} with {with_one} and {others} in those weeks. That's too few to compare them. {counts}"
)
DIFFERENT = "{title} was {on} on average on {days} days with {with_one}, and {other} on other days in those weeks."
THE_SAME = "{title} was {on} on average on {days} days with {with_one}, and about the same on other days in those weeks: {other}."


Around: TypeAlias = Mapping[str, Sequence[int]]
"""The numbers of one series for each of the `PARTS`: those around the days with an event, and other days of these weeks."""


def over_time(line: Line, series: Series, scale: Scale, today: date) -> Chart:
    """Return the chart of one series over time."""
    points, (low, high) = line.points, scale.ends
    early = too_few(len(points), FOR_A_CHANGE, "day", TOO_FEW if points else NOTHING)
    return Chart(
        id=f"{series.step}-{series.item}",
        title=series.title,
        says=early or _change(line),
        rests_on="" if early else rests_on(len(points), ENTRY, [point.day for point in points], today),
        drawing=Lines((line,)) if len(points) > 1 else None,
        note=f"{line.low} is “{low}” and {line.high} is “{high}”." if low and high else "",
    )


def _change(line: Line) -> str:
    """Return the sentence that says where a line began and where it is, each the average of a week's worth of entries."""
    values = [point.value for point in line.points]
    first, last = values[:WEEK], values[-WEEK:]
    sentence = UNCHANGED if about_the_same(first, last) else CHANGED
    return sentence.format(title=line.title, first=figure(average(first)), last=figure(average(last)))


def around(line: Line, event_days: frozenset[int]) -> Around:
    """Return a series on the days around those with an event, which are given as days ago.

    Every day counts once; a day between two events is a day after. Days more than a week from every event are left out: much
    else changes over months, and would be put down to the events.
    """
    parts = [(_part(point.ago, event_days), point.value) for point in line.points]
    return {name: [value for part, value in parts if part == name] for name in PARTS}


def _part(ago: int, event_days: frozenset[int]) -> str | None:
    if ago in event_days:
        return ON
    if ago + 1 in event_days:  # the event was a day earlier, which is a day longer ago
        return AFTER
    if ago - 1 in event_days:
        return BEFORE
    return OTHER if any(day in event_days for day in range(ago - WEEK, ago + WEEK + 1)) else None


def around_events(lines: Sequence[Line], events: Events, event_days: frozenset[int], today: date) -> Chart:
    """Return the chart of one or more series on the days around an event, beside other days of the same weeks."""
    rows = {line.title: around(line, event_days) for line in lines}
    near = [point.day for point in lines[0].points if _part(point.ago, event_days)]
    early = _too_early(rows, events)
    bars = Bars(PARTS, tuple(map(_row, rows, rows.values())), high=max(line.high for line in lines))
    return Chart(
        id=f"around-{events.thing}",
        title=f"Days with {events.with_one}",
        says=early or _compared(rows, events),
        rests_on="" if early else rests_on(len(near), ENTRY, near, today),
        drawing=None if early else bars,
        note=NOTE.format(with_one=events.with_one),
        key="The number in brackets is how many days there were.",
    )


def _compared(rows: Mapping[str, Around], events: Events) -> str:
    """Return a sentence for each series."""
    return " ".join(_on_average(title, row, events) for title, row in rows.items())


def _on_average(title: str, row: Around, events: Events) -> str:
    sentence = THE_SAME if about_the_same(row[ON], row[OTHER]) else DIFFERENT
    on, other = (figure(average(row[part])) for part in (ON, OTHER))
    return sentence.format(title=title, days=len(row[ON]), with_one=events.with_one, on=on, other=other)


def _too_early(rows: Mapping[str, Around], events: Events) -> str:
    days, others = (min(len(row[part]) for row in rows.values()) for part in (ON, OTHER))
    if min(days, others) >= FOR_COMPARING:
        return ""
    sentence = TOO_FEW_UNWANTED if events.is_unwanted else TOO_FEW_DAYS
    return sentence.format(
        days=count(days, "day"),
        with_one=events.with_one,
        others=count(others, "other day"),
        counts=COUNTS.format(with_one=events.with_one),
        needed=spelt(FOR_COMPARING),
    )


def _row(title: str, row: Around) -> Row:
    means = tuple(average(part) if len(part) >= FOR_COMPARING else None for part in row.values())
    days = [len(part) for part in row.values()]
    return Row(title, means, tuple(map(_beside, means, days)), tuple(map(_spoken, PARTS, means, days)))


def _beside(mean: float | None, days: int) -> str:
    return f"too few ({days})" if mean is None else f"{figure(mean)} ({days})"


def _spoken(part: str, mean: float | None, days: int) -> str:
    if mean is None:
        return f"too few days to say for {part} ({count(days, 'day')})"
    return f"{figure(mean)} on {part} ({count(days, 'day')})"
