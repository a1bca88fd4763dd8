"""The numbers of the day over time, and on the days around something that happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from exback.dates import count, spelt
from exback.insights.chart import Bars, Line, Lines, Picture, Row
from exback.insights.numbers import average, figure, joined
from exback.insights.thresholds import FOR_A_CHANGE, FOR_COMPARING, WEEK, about_the_same, rests_on, too_few
from exback.patterns import Events, Series

ENTRY = "check-in"
AROUND = ("the day before", "that day", "the day after", "other days")

NOTE = (
    "Other days are those within a week before or after a day with {with_one}, without the day "
    "before it and the day after. Days differ in many ways at once. This says what stood beside what, and no more."
)


class Around(Struct, frozen=True):
    """The numbers of one series on the day before, on that day, on the day after, and on other days of these weeks."""

    title: str
    before: tuple[int, ...]
    on: tuple[int, ...]
    after: tuple[int, ...]
    other: tuple[int, ...]

    @property
    def parts(self) -> tuple[tuple[int, ...], ...]:
        """The numbers of each part, in the order of `AROUND`."""
        return self.before, self.on, self.after, self.other


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
        return too_few(len(values), FOR_A_CHANGE, thing, "says what has moved")
    first, last = values[:WEEK], values[-WEEK:]
    same = ": about the same" if about_the_same(first, last) else ""
    began = f"{told.title} was {figure(average(first))} on average over the first seven {thing}s"
    return f"{began} and {figure(average(last))} over the last seven{same}."


def around(told: Line, happened: frozenset[int]) -> Around:
    """Give a series on the days around those on which something happened, each as how many days ago it lies.

    Every day counts once; one between two of them is a day after. Days further away than a week from all of them are left
    out: over months much else changes, and would be taken for what those days had.
    """
    parts: dict[str, list[int]] = {"before": [], "on": [], "after": [], "other": []}
    for point in told.points:
        if (part := _part(point.ago, happened)) is not None:
            parts[part].append(point.value)
    return Around(told.title, *(tuple(values) for values in parts.values()))


def _part(ago: int, happened: frozenset[int]) -> str | None:
    if ago in happened:
        return "on"
    if ago + 1 in happened:  # it happened a day earlier, which is a day longer ago
        return "after"
    if ago - 1 in happened:
        return "before"
    return "other" if any(day in happened for day in range(ago - WEEK, ago + WEEK + 1)) else None


def beside(daily: Sequence[Line], events: Events, happened: frozenset[int], today: date) -> Picture:
    """Show the numbers of the day around something that happened, beside those of other days of the same weeks.

    `daily` has one or more lines.
    """
    rows = [around(told, happened) for told in daily]
    days, others = min(len(row.on) for row in rows), min(len(row.other) for row in rows)
    enough = min(days, others) >= FOR_COMPARING
    near = [point.day for point in daily[0].points if _part(point.ago, happened)]
    return Picture(
        id=f"around-{events.thing}",
        title=f"Days with {events.with_one}",
        says=_compared(rows, events) if enough else _not_yet(days, others, events),
        rests_on=rests_on(len(near), ENTRY, min(near, default=None), max(near, default=None), today),
        entries=len(near),
        enough=enough,
        drawing=_bars(rows, max(told.high for told in daily)) if enough else None,
        note=NOTE.format(with_one=events.with_one),
        key="In brackets is how many days.",
    )


def _compared(rows: Sequence[Around], events: Events) -> str:
    words = [" on other days of these weeks", *[""] * len(rows)]
    told = joined([_beside(row, others) for row, others in zip(rows, words, strict=False)])
    return f"On {len(rows[0].on)} days with {events.with_one}, on average: {told}."


def _beside(row: Around, others: str) -> str:
    same = ", about the same" if about_the_same(row.on, row.other) else ""
    return f"{row.title.lower()} {figure(average(row.on))} ({figure(average(row.other))}{others}{same})"


def _not_yet(days: int, others: int, events: Events) -> str:
    told = f"{count(days, ENTRY).capitalize()} on a day with {events.with_one}, {count(others, ENTRY)} on other days of these weeks"
    if events.is_unwanted:
        return f"{told}: too few to set side by side."
    return f"{told}. From {FOR_COMPARING} of each on, this sets them side by side."


def _bars(rows: Sequence[Around], high: int) -> Bars:
    return Bars(AROUND, tuple(_row(row) for row in rows), high=high)


def _row(row: Around) -> Row:
    means = tuple(average(part) if len(part) >= FOR_COMPARING else None for part in row.parts)
    figures = ["too few" if mean is None else figure(mean) for mean in means]
    days = [len(part) for part in row.parts]
    return Row(
        row.title,
        means,
        told=tuple(f"{said} ({number})" for said, number in zip(figures, days, strict=True)),
        spoken=tuple(map(_spoken, AROUND, means, days)),
    )


def _spoken(days: str, mean: float | None, number: int) -> str:
    if mean is None:
        return f"too few days ({spelt(number) if number else 'none'}) for {days}"
    return f"{figure(mean)} on {days} ({count(number, 'day')})"


def _rests_on(told: Line, today: date) -> str:
    days = [point.day for point in told.points]
    return rests_on(len(days), ENTRY, min(days, default=None), max(days, default=None), today)
