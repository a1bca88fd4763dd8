"""What else happened on days with an urge, compared with the days without one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

from msgspec import Struct

from exback.insights.chart import Bars, Chart, Row
from exback.insights.moods import ENTRY
from exback.insights.numbers import joined
from exback.insights.series import Line
from exback.insights.thresholds import COUNTS, FOR_COMPARING, rests_on
from exback.model.dates import count, spelt
from exback.model.tracking import Events, Wave

NOTE = "This counts the days whose check-in says whether it happened. It shows what came on the same day, and nothing more."
TOO_EARLY = (
    "So far this counts {with_urge} with {urge} and {without} without one. {counts} Once there are {needed} of each, this "
    "compares them."
)
SAYS = "There was {event} on {both} of {with_urge} days with {urge}, and on {only} of {without} days without one."


class CoOccurrence(Struct, frozen=True):
    """Days with a check-in, split by whether they had an urge, and how many of each also had some other event."""

    with_urge: int
    both: int
    without_urge: int
    event_only: int


Counts: TypeAlias = Mapping[Events, CoOccurrence]


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
    counts = {event: co_occurrence(check_ins, urges, event_days) for event, event_days in events.items()}
    days = [point.day for point in check_ins.points]
    early = _too_early(counts, wave)
    return Chart(
        id=f"beside-{wave.thing}",
        title=f"Days with {wave.with_one}",
        says=early or _says(counts, wave),
        rests_on="" if early else rests_on(len(days), ENTRY, days, today),
        drawing=_bars(counts, wave) if not early and _has_any(counts) else None,
        note=NOTE,
    )


def _days(counts: Counts) -> tuple[int, int]:
    """Return the number of days with an urge and without, which is the same beside every kind of event."""
    pair = next(iter(counts.values()))
    return pair.with_urge, pair.without_urge


def _has_any(counts: Counts) -> bool:
    return any(pair.both or pair.event_only for pair in counts.values())


def _too_early(counts: Counts, wave: Wave) -> str:
    with_urge, without = _days(counts)
    if min(with_urge, without) >= FOR_COMPARING:
        return ""
    return TOO_EARLY.format(
        with_urge=count(with_urge, "day"),
        without=count(without, "day"),
        urge=wave.with_one,
        counts=COUNTS.format(with_one=joined([event.with_one for event in counts], "or")),
        needed=spelt(FOR_COMPARING),
    )


def _says(counts: Counts, wave: Wave) -> str:
    """Return a sentence for each kind of event."""
    return " ".join(
        SAYS.format(
            both=spelt(pair.both) if pair.both else "none",
            with_urge=spelt(pair.with_urge),
            only=spelt(pair.event_only) if pair.event_only else "none",
            without=spelt(pair.without_urge),
            urge=wave.with_one,
            event=event.with_one,
        )
        for event, pair in counts.items()
    )


def _bars(counts: Counts, wave: Wave) -> Bars:
    with_urge = _row(f"Days with {wave.with_one}", [(pair.both, pair.with_urge) for pair in counts.values()])
    others = _row("Other days", [(pair.event_only, pair.without_urge) for pair in counts.values()])
    return Bars(tuple(event.with_one for event in counts), (with_urge, others), high=100)


def _row(title: str, shares: Sequence[tuple[int, int]]) -> Row:
    """Return bars as long as a share in a hundred. Beside them are the days themselves, which may be few."""
    lengths = tuple(100 * part / whole for part, whole in shares)
    return Row(title, lengths, tuple(f"{part} of {whole}" for part, whole in shares))
