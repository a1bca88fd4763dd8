"""The days of the promise as a picture: what was kept, in which stretches."""

from __future__ import annotations

from datetime import date

from exback.dates import count, in_words
from exback.insight.days import YEAR, Days
from exback.insight.picture import Bars, Picture, Row
from exback.insight.sums import figure

SHOWN = 12
"""So many of the latest stretches are drawn."""


def stretches(found: Days, thing: str, today: date) -> Picture:
    """Show the stretches between breaks."""
    shown = found.stretches[-SHOWN:]
    labels = tuple(ordinal(place) for place in range(len(found.stretches) - len(shown) + 1, len(found.stretches) + 1))
    return Picture(
        id="kept",
        title="Days kept",
        says=kept_sentence(found, thing),
        rests_on=f"Rests on {count(found.day, 'day')} since {in_words(found.since, today)}.",
        entries=found.day,
        enough=found.day > 0,
        drawing=Bars(labels, (Row("", shown),), counts=True) if shown else None,
        note="Each bar is one stretch of days in a row.",
    )


def kept_sentence(found: Days, thing: str) -> str:
    """Give what was kept in one sentence."""
    if not found.day:
        return "Your rule begins today."
    if found.total == found.day:
        return f"All {count(found.day, 'day')} kept." if found.day > 1 else "The first day is kept."
    return f"{found.total} of {found.day} days kept, {found.longest} in a row at most{gap_words(found, thing)}."


def gap_words(found: Days, thing: str) -> str:
    """Give the average days between breaks, to follow other figures; empty while there are fewer than two."""
    return "" if found.gap is None else f", {thing}s {figure(found.gap)} days apart on average"


def milestone_sentence(found: Days) -> str:
    """Give the milestone of today in a sentence, empty on all other days."""
    if found.day not in found.milestones:
        return ""
    years = found.day // YEAR
    named = {7: "A week", 14: "Two weeks"}.get(found.day, f"{found.day} days")
    return f"{count(years, 'year').capitalize() if years else named} since you made your rule."


def ordinal(number: int) -> str:
    """Give a place in a row: 1st, 12th, 23rd."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
