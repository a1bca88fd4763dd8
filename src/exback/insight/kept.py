"""The days of the promise as a picture: what was kept, in which stretches."""

from __future__ import annotations

from datetime import date

from exback.dates import count, in_words
from exback.insight.days import Days
from exback.insight.picture import Bars, Picture, Row, figure

SHOWN = 12
"""So many of the latest stretches are drawn."""


def stretches(found: Days, thing: str, today: date) -> Picture:
    """Show the stretches between breaks."""
    shown = found.stretches[-SHOWN:]
    labels = tuple(f"{place}." for place in range(len(found.stretches) - len(shown) + 1, len(found.stretches) + 1))
    return Picture(
        id="kept",
        title="Days kept",
        says=kept_sentence(found, thing),
        rests_on=f"Rests on {count(found.day, 'day')} since {in_words(found.since, today)}.",
        entries=found.day,
        enough=found.day > 0,
        drawing=Bars(labels, (Row("days", shown),), counts=True) if shown else None,
        note="Each bar is one stretch of days, the last the one that goes on." if found.apart and found.breaks else "",
    )


def kept_sentence(found: Days, thing: str) -> str:
    """Give what was kept in one sentence."""
    if not found.day:
        return "Your rule begins today."
    kept = f"{count(found.total, 'day').capitalize()} of {found.day} kept, {found.best} in a row at most"
    return f"{kept}{gap_words(found, thing)}."


def gap_words(found: Days, thing: str) -> str:
    """Give the average days between breaks, to follow other figures; empty before there are any."""
    return "" if found.gap is None else f", {figure(found.gap)} days from {thing} to {thing} on average"
