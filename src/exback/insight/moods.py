"""The numbers of the day over time, and on the days around something that happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from exback.dates import count
from exback.insight.claims import A_POINT, FOR_A_CHANGE, FOR_COMPARING, WEEK, rests_on, too_few
from exback.insight.picture import Bars, Line, Lines, Picture, Row
from exback.insight.sums import average, figure, joined
from exback.patterns import Events, Series

ENTRY = "check-in"
AROUND = ("the day before", "that day", "the day after", "other days")


class Around(Struct, frozen=True):
    """The numbers of one series on the day before, on that day, on the day after, and on all other days."""

    title: str
    before: tuple[int, ...]
    on: tuple[int, ...]
    after: tuple[int, ...]
    other: tuple[int, ...]


def over_time(told: Line, series: Series, ends: tuple[str, str], today: date) -> Picture:
    """Show one series over time. `ends` say what its lowest and its highest number mean."""
    low, high = ends
    return Picture(
        id=f"{series.step}-{series.item}",
        title=series.title,
        says=change(told, ENTRY),
        rests_on=_rests_on(told, today),
        entries=len(told.points),
        enough=len(told.points) >= FOR_A_CHANGE,
        drawing=Lines((told,)) if len(told.points) > 1 else None,
        note=f"{told.low} is “{low}”, {told.high} “{high}”." if low and high else "",
    )


def change(told: Line, thing: str) -> str:
    """Give in a sentence where a line began and where it is, as averages of a week's worth of entries each."""
    values = [point.value for point in told.points]
    if not values:
        return f"There is {count(0, thing)} yet."
    if len(values) < FOR_A_CHANGE:
        return too_few(len(values), FOR_A_CHANGE, thing, "what has moved")
    first, last = average(values[:WEEK]), average(values[-WEEK:])
    began = f"{told.title} was {figure(first)} on average over the first seven {thing}s"
    if abs(last - first) < A_POINT:
        return f"{began} and {figure(last)} over the last seven: about the same."
    return f"{began} and {figure(last)} over the last seven."


def around(told: Line, happened: frozenset[int]) -> Around:
    """Give a series on the days around those on which something happened, each as how many days ago it lies.

    Every day counts once; one between two of them is a day after.
    """
    parts: dict[str, list[int]] = {"before": [], "on": [], "after": [], "other": []}
    for point in told.points:
        parts[_part(point.ago, happened)].append(point.value)
    return Around(told.title, *(tuple(values) for values in parts.values()))


def _part(ago: int, happened: frozenset[int]) -> str:
    if ago in happened:
        return "on"
    if ago + 1 in happened:  # it happened a day earlier, which is a day longer ago
        return "after"
    return "before" if ago - 1 in happened else "other"


def beside(daily: Sequence[Line], events: Events, happened: frozenset[int], today: date) -> Picture:
    """Show the numbers of the day around something that happened, beside those of other days. `daily` has one or more."""
    rows = [around(told, happened) for told in daily]
    days, others = min(len(row.on) for row in rows), min(len(row.other) for row in rows)
    enough = min(days, others) >= FOR_COMPARING
    return Picture(
        id=f"around-{events.thing}",
        title=f"Days with {events.with_one}",
        says=_compared(rows, events) if enough else _not_yet(days, others, events),
        rests_on=_rests_on(daily[0], today),
        entries=len(daily[0].points),
        enough=enough,
        drawing=_bars(rows, max(told.high for told in daily)) if enough else None,
        note="Days differ in many ways at once. This says what stood beside what, and no more.",
    )


def _compared(rows: Sequence[Around], events: Events) -> str:
    first = rows[0]
    on = joined([f"{row.title.lower()} {figure(average(row.on))}" for row in rows])
    other = joined([figure(average(row.other)) for row in rows])
    return f"On {len(first.on)} days with {events.with_one}: {on} on average; on {len(first.other)} other days {other}."


def _not_yet(days: int, others: int, events: Events) -> str:
    told = f"{count(days, ENTRY).capitalize()} on a day with {events.with_one}, {count(others, ENTRY)} on days apart from those."
    return f"{told} From {FOR_COMPARING} of each on, this sets them side by side."


def _bars(rows: Sequence[Around], high: int) -> Bars:
    return Bars(
        AROUND,
        tuple(
            Row(row.title, tuple(_mean(part) for part in (row.before, row.on, row.after, row.other))) for row in rows
        ),
        high=high,
    )


def _mean(values: tuple[int, ...]) -> float | None:
    return average(values) if values else None


def _rests_on(told: Line, today: date) -> str:
    days = [point.day for point in told.points]
    return rests_on(len(days), ENTRY, min(days, default=None), max(days, default=None), today)
