"""The numbers of the day over time, and on the days around something that happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from exback.dates import count
from exback.insight.claims import A_POINT, FOR_A_CHANGE, FOR_COMPARING, WEEK, rests_on, too_few
from exback.insight.picture import Bars, Line, Lines, Picture, Row, average, figure, joined
from exback.insight.series import days_of, line, scale_of
from exback.journey import Journey
from exback.patterns import Events, Series
from exback.program import Program

ENTRY = "check-in"
AROUND = ("the day before", "that day", "the day after", "other days")


class Around(Struct, frozen=True):
    """The numbers of one series on the day before, on that day, on the day after, and on all other days."""

    title: str
    before: tuple[int, ...]
    on: tuple[int, ...]
    after: tuple[int, ...]
    other: tuple[int, ...]


def over_time(program: Program, journey: Journey, series: Series, today: date) -> Picture:
    """Show one series over time."""
    told = line(program, journey, series)
    scale = scale_of(program, series)
    low, high = scale.ends if scale else ("", "")
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


def around(program: Program, journey: Journey, series: Series, events: Events) -> Around:
    """Give a series on the days around something. A day that stands beside two of them counts once, as the nearest to it."""
    happened = days_of(journey, events)
    parts: dict[str, list[int]] = {"before": [], "on": [], "after": [], "other": []}
    for point in line(program, journey, series).points:
        parts[_part(point.ago, happened)].append(point.value)
    return Around(series.title, *(tuple(values) for values in parts.values()))


def _part(ago: int, happened: frozenset[int]) -> str:
    if ago in happened:
        return "on"
    if ago + 1 in happened:  # it happened a day earlier, which is a day longer ago
        return "after"
    return "before" if ago - 1 in happened else "other"


def beside(program: Program, journey: Journey, daily: Sequence[Series], events: Events, today: date) -> Picture:
    """Show the numbers of the day around something that happened, beside those of other days."""
    rows = [around(program, journey, series, events) for series in daily]
    days, others = (min((len(part) for part in parts), default=0) for parts in _on_and_other(rows))
    enough = min(days, others) >= FOR_COMPARING
    told = line(program, journey, daily[0])
    return Picture(
        id=f"around-{events.thing}",
        title=f"Days with {events.with_one}",
        says=_compared(rows, events) if enough else _not_yet(days, others, events),
        rests_on=_rests_on(told, today),
        entries=len(told.points),
        enough=enough,
        drawing=_bars(rows) if enough else None,
        note="Days differ in many ways at once. This says what stood beside what, and no more.",
    )


def _on_and_other(rows: Sequence[Around]) -> tuple[list[tuple[int, ...]], list[tuple[int, ...]]]:
    return [row.on for row in rows], [row.other for row in rows]


def _compared(rows: Sequence[Around], events: Events) -> str:
    first = rows[0]
    on = joined([f"{row.title.lower()} {figure(average(row.on))}" for row in rows])
    other = joined([figure(average(row.other)) for row in rows])
    return f"On {len(first.on)} days with {events.with_one}: {on} on average; on {len(first.other)} other days {other}."


def _not_yet(days: int, others: int, events: Events) -> str:
    told = f"{count(days, ENTRY).capitalize()} on a day with {events.with_one}, {count(others, ENTRY)} on other days."
    return f"{told} From {FOR_COMPARING} of each on, this sets them side by side."


def _bars(rows: Sequence[Around]) -> Bars:
    return Bars(
        AROUND,
        tuple(
            Row(row.title, tuple(_mean(part) for part in (row.before, row.on, row.after, row.other))) for row in rows
        ),
        high=10,
    )


def _mean(values: tuple[int, ...]) -> float | None:
    return average(values) if values else None


def _rests_on(told: Line, today: date) -> str:
    days = [point.day for point in told.points]
    return rests_on(len(days), ENTRY, min(days, default=None), max(days, default=None), today)
