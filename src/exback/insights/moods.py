"""The numbers of the day over time, and on the days around something that happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

from exback.insights.chart import Bars, Chart, Line, Lines, Row
from exback.insights.numbers import average, figure, joined
from exback.insights.thresholds import FOR_A_CHANGE, FOR_COMPARING, WEEK, about_the_same, rests_on, too_few
from exback.model.dates import count, spelt
from exback.model.items import Scale
from exback.model.tracking import Events, Series

ENTRY = "check-in"
PARTS = ("the day before", "that day", "the day after", "other days")
BEFORE, ON, AFTER, OTHER = PARTS
NOTE = (
    "Other days are those within a week before or after a day with {with_one}, without the day "
    "before it and the day after. Days differ in many ways at once. This says what stood beside what, and no more."
)


Around: TypeAlias = Mapping[str, Sequence[int]]
"""The numbers of one series for each of the `PARTS`: those around the days with an event, and other days of these weeks."""


def over_time(line: Line, series: Series, scale: Scale, today: date) -> Chart:
    """Return the chart of one series over time."""
    points, (low, high) = line.points, scale.ends
    nothing = "" if points else f"There is {count(0, ENTRY)} yet."
    early = nothing or too_few(len(points), FOR_A_CHANGE, ENTRY, "says what has moved")
    return Chart(
        id=f"{series.step}-{series.item}",
        title=series.title,
        says=early or _change(line),
        rests_on="" if early else rests_on(len(points), ENTRY, [point.day for point in points], today),
        drawing=Lines((line,)) if len(points) > 1 else None,
        note=f"{line.low} is “{low}”, {line.high} “{high}”." if low and high else "",
    )


def _change(line: Line) -> str:
    """Return the sentence that says where a line began and where it is, each the average of a week's worth of entries."""
    values = [point.value for point in line.points]
    first, last = values[:WEEK], values[-WEEK:]
    same = ": about the same" if about_the_same(first, last) else ""
    began = f"{line.title} was {figure(average(first))} on average over the first seven {ENTRY}s"
    return f"{began} and {figure(average(last))} over the last seven{same}."


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
    return Chart(
        id=f"around-{events.thing}",
        title=f"Days with {events.with_one}",
        says=early or _compared(rows, events),
        rests_on="" if early else rests_on(len(near), ENTRY, near, today),
        drawing=None
        if early
        else Bars(PARTS, tuple(map(_row, rows, rows.values())), high=max(line.high for line in lines)),
        note=NOTE.format(with_one=events.with_one),
        key="In brackets is how many days.",
    )


def _compared(rows: Mapping[str, Around], events: Events) -> str:
    explained = [" on other days of these weeks", *[""] * len(rows)]
    averages = joined(list(map(_on_average, rows, rows.values(), explained)))
    days = len(next(iter(rows.values()))[ON])
    return f"On {days} days with {events.with_one}, on average: {averages}."


def _on_average(title: str, row: Around, others: str) -> str:
    same = ", about the same" if about_the_same(row[ON], row[OTHER]) else ""
    return f"{title.lower()} {figure(average(row[ON]))} ({figure(average(row[OTHER]))}{others}{same})"


def _too_early(rows: Mapping[str, Around], events: Events) -> str:
    days, others = (min(len(row[part]) for row in rows.values()) for part in (ON, OTHER))
    if min(days, others) >= FOR_COMPARING:
        return ""
    on_days = f"{count(days, ENTRY).capitalize()} on a day with {events.with_one}"
    so_far = f"{on_days}, {count(others, ENTRY)} on other days of these weeks"
    if events.is_unwanted:
        return f"{so_far}: too few to set side by side."
    return f"{so_far}. From {FOR_COMPARING} of each on, this sets them side by side."


def _row(title: str, row: Around) -> Row:
    means = tuple(average(part) if len(part) >= FOR_COMPARING else None for part in row.values())
    days = [len(part) for part in row.values()]
    return Row(title, means, tuple(map(_beside, means, days)), tuple(map(_spoken, PARTS, means, days)))


def _beside(mean: float | None, days: int) -> str:
    return f"{'too few' if mean is None else figure(mean)} ({days})"


def _spoken(part: str, mean: float | None, days: int) -> str:
    if mean is None:
        return f"too few days ({spelt(days) if days else 'none'}) for {part}"
    return f"{figure(mean)} on {part} ({count(days, 'day')})"
