"""What else happened on days with an urge, compared with the days without one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from exback.insights.chart import Bars, Chart, Line, Row
from exback.insights.moods import ENTRY
from exback.insights.numbers import joined
from exback.insights.thresholds import FOR_COMPARING, rests_on
from exback.model.dates import count, spelt
from exback.model.tracking import Events, Wave


class CoOccurrence(Struct, frozen=True):
    """Days with a check-in, split by whether they had an urge, and how many of each also had some other event."""

    with_urge: int
    both: int
    without_urge: int
    event_only: int


def co_occurrence(check_ins: Line, urges: frozenset[int], event_days: frozenset[int]) -> CoOccurrence:
    """Count the days with a check-in; of other days no one knows what they had. All days are given as days ago."""
    days = {point.ago for point in check_ins.points}
    with_urge, without = days & urges, days - urges
    return CoOccurrence(len(with_urge), len(with_urge & event_days), len(without), len(without & event_days))


def days_with_urges(
    check_ins: Line, urges: frozenset[int], wave: Wave, events: Mapping[Events, frozenset[int]], today: date
) -> Chart:
    """Return the chart of how many days with an urge had other events, and how many days without.

    `events` has one or more kinds of events, each with its days (days ago).
    """
    counts = [co_occurrence(check_ins, urges, event_days) for event_days in events.values()]
    with_urge, without = counts[0].with_urge, counts[0].without_urge
    enough = min(with_urge, without) >= FOR_COMPARING
    return Chart(
        id=f"beside-{wave.thing}",
        title=f"Days with {wave.with_one}",
        says=_says(counts, wave, tuple(events)) if enough else _not_yet(with_urge, without, wave),
        rests_on=rests_on(with_urge + without, ENTRY, [point.day for point in check_ins.points], today),
        entries=with_urge + without,
        enough=enough,
        drawing=_bars(counts, wave, tuple(events)) if enough and _has_any(counts) else None,
        note="Counted are the days with a check-in. This says what fell on the same day, and no more.",
    )


def _says(counts: Sequence[CoOccurrence], wave: Wave, events: Sequence[Events]) -> str:
    with_urge, without = counts[0].with_urge, counts[0].without_urge
    if not _has_any(counts):
        either = joined([event.with_one for event in events], "or")
        return f"None of {with_urge} days with {wave.with_one} had {either}, and none of {without} days without."
    days = _had([pair.both for pair in counts], events)
    others = _had([pair.event_only for pair in counts], events)
    return f"Of {with_urge} days with {wave.with_one}, {days}; of {without} without, {others}."


def _had(days: Sequence[int], events: Sequence[Events]) -> str:
    return joined([f"{number or 'none'} had {event.with_one}" for number, event in zip(days, events, strict=True)])


def _has_any(counts: Sequence[CoOccurrence]) -> bool:
    return any(pair.both or pair.event_only for pair in counts)


def _not_yet(with_urge: int, without: int, wave: Wave) -> str:
    days = f"{spelt(with_urge) if with_urge else 'none'} had {wave.with_one}"
    so_far = f"Of {count(with_urge + without, 'day')} with a check-in, {days}."
    return f"{so_far} From {FOR_COMPARING} with and {FOR_COMPARING} without on, this sets them side by side."


def _bars(counts: Sequence[CoOccurrence], wave: Wave, events: Sequence[Events]) -> Bars:
    return Bars(
        tuple(event.with_one for event in events),
        (
            _row(f"Days with {wave.with_one}", [(pair.both, pair.with_urge) for pair in counts]),
            _row("Other days", [(pair.event_only, pair.without_urge) for pair in counts]),
        ),
        high=100,
    )


def _row(title: str, shares: Sequence[tuple[int, int]]) -> Row:
    """Return bars as long as a share in a hundred. Beside them are the days themselves, which may be few."""
    return Row(
        title,
        tuple(100 * part / whole for part, whole in shares),
        tuple(f"{part} of {whole}" for part, whole in shares),
    )
