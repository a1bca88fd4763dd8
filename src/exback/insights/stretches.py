"""The days of the promise as a picture: what was kept, in which stretches."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from exback.insights.chart import Bars, Chart, Row
from exback.insights.numbers import figure, joined
from exback.insights.streak import YEAR, Streak
from exback.model.boundaries import FOR_THEIR_SAKE
from exback.model.dates import count, in_words

FIRST_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
SHOWN = 12
"""So many of the latest stretches are drawn."""
FOR_AN_AVERAGE = 3
"""So many gaps lie between four slips; with fewer, one of them makes the average."""


UNCERTAIN = "the clock of this computer was set back since, so the days cannot be counted"


def stretches(found: Streak, thing: str, today: date, held: Collection[str] = ()) -> Chart:
    """Show the stretches between breaks. `held` are the ids of the boundaries that hold."""
    owed = _is_owed(held)
    is_known = found.day > 0 and not found.is_uncertain
    return Chart(
        id="kept",
        title="Days of quiet" if owed else "Days kept",
        says=kept_sentence(found, thing, held),
        rests_on=f"Rests on {count(found.day, 'day')} since {in_words(found.since, today)}." if is_known else "",
        entries=found.day,
        enough=is_known,
        drawing=_bars(found.stretches) if is_known and found.stretches and found.written is None and not owed else None,
        key="Each bar is one stretch of days in a row.",
    )


def _bars(kept: tuple[int, ...]) -> Bars:
    shown = kept[-SHOWN:]
    places = range(len(kept) - len(shown) + 1, len(kept) + 1)
    title = f"The latest {SHOWN}" if len(shown) < len(kept) else ""
    return Bars(
        tuple(map(ordinal, places)), (Row(title, shown, spoken=tuple(map(_spoken, places, shown))),), counts=True
    )


def _spoken(number: int, days: int) -> str:
    place = FIRST_ONES[number - 1] if number <= len(FIRST_ONES) else ordinal(number)
    return f"{place} stretch: {days} day{'' if days == 1 else 's'}"


def _is_owed(held: Collection[str]) -> bool:
    """Tell whether quiet is owed to the other person: then no day of it is a merit, and none is called kept."""
    return not FOR_THEIR_SAKE.isdisjoint(held)


def kept_sentence(found: Streak, thing: str, held: Collection[str] = ()) -> str:
    """Give what was kept, or how long the quiet has been, in a few sentences."""
    parts = _sentences(found, thing, held)
    return " ".join(f"{part[0].upper()}{part[1:]}." for part in parts if part)


def _sentences(found: Streak, thing: str, held: Collection[str]) -> tuple[str, ...]:
    owed = _is_owed(held)
    if found.is_uncertain:
        return (UNCERTAIN,)
    if not found.day:
        return ("your quiet begins today",) if owed else ("your rule begins today", _before(found))
    if found.written is not None:
        return ("; ".join(_little_written(found, found.written, thing, owed=owed)),)
    if owed:
        return (f"{count(found.day, 'day')} of your quiet, {_contact_words(found)}",)
    return _kept(found), _kept_before(found), _gap_words(found, thing, held)


def _kept(found: Streak) -> str:
    under = " under this rule" if found.before else ""
    if found.total < found.day:
        return f"{found.total} of {found.day} days kept{under}, {found.longest} in a row at most"
    return f"all {count(found.day, 'day')} kept{under}" if found.day > 1 else f"the first day is kept{under}"


def _kept_before(found: Streak) -> str:
    most = f", {found.earlier} in a row at most" if found.earlier < found.before else ""
    return f"{count(found.before, 'day')} kept under {_earlier_ones(found)}{most}" if found.before else ""


def figures(found: Streak, thing: str, held: Collection[str] = ()) -> tuple[str, ...]:
    """Give what is said of the days in a line, part by part. `held` is as in `stretches`."""
    owed = _is_owed(held)
    if found.is_uncertain:
        return (UNCERTAIN,)
    if not found.day:
        return (_before(found),) if found.before and not owed else ()
    if found.written is not None:
        return _little_written(found, found.written, thing, owed=owed)
    if owed:
        return (_contact_words(found),)
    now = f"{count(found.in_a_row, 'day')} kept in a row" if found.in_a_row else "a new stretch begins today"
    longest = f"longest {found.longest}" if found.longest else ""
    if found.earlier > found.longest:
        longest = f"longest {found.earlier}, under an earlier rule"
    allowed = f"{count(found.uncounted, 'exception')}, not counted" if found.uncounted else ""
    return tuple(filter(None, (now, longest, _in_all(found), _gap_words(found, thing, held), allowed)))


def _in_all(found: Streak) -> str:
    """Give all days kept where that is not said yet, those under earlier rules beside those under this one."""
    if not found.before:
        return f"{count(found.total, 'day')} kept in all" if found.breaks and found.total else ""
    if found.total == found.in_a_row:
        return _before(found)
    return f"{count(found.total, 'day')} kept under this rule, {found.before} under {_earlier_ones(found)}"


def _before(found: Streak) -> str:
    """Give what was kept under earlier rules, empty without any."""
    which = "an earlier rule" if found.rules == 2 else "earlier rules"
    return f"{count(found.before, 'day')} kept under {which}" if found.before else ""


def _earlier_ones(found: Streak) -> str:
    return "an earlier one" if found.rules == 2 else "earlier ones"


def _little_written(found: Streak, written: int, thing: str, *, owed: bool) -> tuple[str, ...]:
    """Give what is known of days of which hardly anything was told: no merit is made of silence."""
    few = f"you wrote something on {count(written, 'day')} of {found.day}"
    if owed:
        return few, _contact_words(found)
    return tuple(filter(None, (few, f"{count(found.breaks, thing)} written down", _before(found))))


def _contact_words(found: Streak) -> str:
    """Give what was written of contact where quiet is owed: each is one, whatever the rule says."""
    return f"contact written down on {count(found.contacts, 'day')}" if found.contacts else "no contact written down"


def _gap_words(found: Streak, thing: str, held: Collection[str]) -> str:
    """Give how far apart breaks were, empty where nothing can be said; to somebody afraid no regular distance is shown."""
    if held or not found.gaps:
        return ""
    which = f"{thing}s under this rule" if found.before else f"{thing}s"
    if len(found.gaps) >= FOR_AN_AVERAGE and found.gap is not None:
        return f"the {which} were {figure(found.gap)} days apart on average"
    return f"the two {which} were {count(found.gaps[0], 'day')} apart" if found.breaks == 2 else ""


def milestone_sentence(found: Streak) -> str:
    """Give the milestone of today in a sentence, empty on all other days, and where the end of the promise says it."""
    if found.day not in found.milestones or found.day == found.of:
        return ""
    years = found.day // YEAR
    named = {7: "A week", 14: "Two weeks"}.get(found.day, f"{found.day} days")
    return f"{count(years, 'year').capitalize() if years else named} since you made your rule."


def milestones_sentence(found: Streak) -> str:
    """Give which days that are worth a mark lie behind somebody, and which ahead, up to the end of the promise."""
    worth = [mark for mark in found.milestones if mark <= found.of]
    behind = joined([str(mark) for mark in worth if mark <= found.day])
    ahead = joined([str(mark) for mark in worth if mark > found.day])
    if behind and ahead:
        return f"Milestones: {behind} days behind you, {ahead} ahead."
    return f"Milestones: {behind} days behind you." if behind else f"Milestones: {ahead} days ahead."


def ordinal(number: int) -> str:
    """Give a place in a row: 1st, 12th, 23rd."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
