"""What else a day with an urge had, beside the days without one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from exback.dates import count, spelt
from exback.insights.chart import Bars, Line, Picture, Row
from exback.insights.moods import ENTRY
from exback.insights.numbers import joined
from exback.insights.thresholds import FOR_COMPARING, rests_on
from exback.patterns import Events, Wave


class Together(Struct, frozen=True):
    """Days that were told of, parted by whether they had an urge, and how many of each had something else as well."""

    with_urge: int
    had_it: int
    without: int
    had_it_too: int


def together(told: Line, urges: frozenset[int], happened: frozenset[int]) -> Together:
    """Count the days that `told` speaks of; on other days nobody knows what there was. Days are given as how long ago."""
    days = {point.ago for point in told.points}
    with_urge, without = days & urges, days - urges
    return Together(len(with_urge), len(with_urge & happened), len(without), len(without & happened))


def beside(
    told: Line, urges: frozenset[int], wave: Wave, around: Mapping[Events, frozenset[int]], today: date
) -> Picture:
    """Show how many of the days with an urge had something else, and how many of the others.

    `around` are the things that happened, with their days; there is at least one.
    """
    found = [together(told, urges, happened) for happened in around.values()]
    days, others = found[0].with_urge, found[0].without
    enough = min(days, others) >= FOR_COMPARING
    points = [point.day for point in told.points]
    return Picture(
        id=f"beside-{wave.thing}",
        title=f"Days with {wave.with_one}",
        says=_says(found, wave, tuple(around)) if enough else _not_yet(days, others, wave),
        rests_on=rests_on(days + others, ENTRY, min(points, default=None), max(points, default=None), today),
        entries=days + others,
        enough=enough,
        drawing=_bars(found, wave, tuple(around)) if enough and _ever(found) else None,
        note="Counted are the days with a check-in. This says what fell on the same day, and no more.",
    )


def _says(found: Sequence[Together], wave: Wave, around: Sequence[Events]) -> str:
    with_urge, without = found[0].with_urge, found[0].without
    if not _ever(found):
        either = joined([events.with_one for events in around], "or")
        return f"None of {with_urge} days with {wave.with_one} had {either}, and none of {without} days without."
    days = joined([f"{_number(one.had_it)} had {events.with_one}" for one, events in zip(found, around, strict=True)])
    others = joined(
        [f"{_number(one.had_it_too)} had {events.with_one}" for one, events in zip(found, around, strict=True)]
    )
    return f"Of {with_urge} days with {wave.with_one}, {days}; of {without} without, {others}."


def _ever(found: Sequence[Together]) -> bool:
    return any(one.had_it or one.had_it_too for one in found)


def _number(days: int) -> str:
    return str(days) if days else "none"


def _not_yet(days: int, others: int, wave: Wave) -> str:
    so_far = f"Of {count(days + others, 'day')} with a check-in, {spelt(days) if days else 'none'} had {wave.with_one}."
    return f"{so_far} From {FOR_COMPARING} with and {FOR_COMPARING} without on, this sets them side by side."


def _bars(found: Sequence[Together], wave: Wave, around: Sequence[Events]) -> Bars:
    return Bars(
        tuple(events.with_one for events in around),
        (
            _row(f"Days with {wave.with_one}", [(one.had_it, one.with_urge) for one in found]),
            _row("Other days", [(one.had_it_too, one.without) for one in found]),
        ),
        high=100,
    )


def _row(title: str, counts: Sequence[tuple[int, int]]) -> Row:
    """Give bars as long as a share in a hundred; beside them stand the days themselves, which may be few."""
    return Row(
        title,
        tuple(100 * some / whole for some, whole in counts),
        tuple(f"{some} of {whole}" for some, whole in counts),
    )
