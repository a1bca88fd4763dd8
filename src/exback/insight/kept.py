"""The days of the promise as a picture: what was kept, in which stretches."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from exback.boundaries import FOR_THEIR_SAKE
from exback.dates import count, in_words
from exback.insight.days import YEAR, Days
from exback.insight.picture import Bars, Picture, Row
from exback.insight.sums import figure, joined

FIRST_ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
SHOWN = 12
"""So many of the latest stretches are drawn."""
FOR_AN_AVERAGE = 3
"""So many gaps lie between four slips; with fewer, one of them makes the average."""


UNCERTAIN = "the clock of this computer was set back since, so the days cannot be counted"


def stretches(found: Days, thing: str, today: date, held: Collection[str] = ()) -> Picture:
    """Show the stretches between breaks. `held` are the ids of the boundaries that hold."""
    is_known = found.day > 0 and not found.is_uncertain
    shown = found.stretches[-SHOWN:] if is_known and found.written is None else ()
    places = range(len(found.stretches) - len(shown) + 1, len(found.stretches) + 1)
    row = Row("", shown, spoken=tuple(map(_spoken, places, shown)))
    return Picture(
        id="kept",
        title="Days kept",
        says=kept_sentence(found, thing, held),
        rests_on=f"Rests on {count(found.day, 'day')} since {in_words(found.since, today)}." if is_known else "",
        entries=found.day,
        enough=is_known,
        drawing=Bars(tuple(map(ordinal, places)), (row,), counts=True) if shown else None,
        key="Each bar is one stretch of days in a row.",
    )


def _spoken(number: int, days: int) -> str:
    place = FIRST_ONES[number - 1] if number <= len(FIRST_ONES) else ordinal(number)
    return f"{place} stretch: {days} day{'' if days == 1 else 's'}"


def kept_sentence(found: Days, thing: str, held: Collection[str] = ()) -> str:
    """Give what was kept in one sentence."""
    if not found.day:
        return f"Your rule begins today. {_before(found)}.".removesuffix(" .")
    if found.is_uncertain:
        return f"{UNCERTAIN[0].upper()}{UNCERTAIN[1:]}."
    if found.written is not None:
        first, *rest = _little_written(found, found.written, thing, held)
        return f"{'; '.join((first.capitalize(), *rest))}."
    under = f" under this rule, {found.before} under {_earlier_ones(found)}" if found.before else ""
    if found.total < found.day:
        most = max(found.longest, found.earlier)
        kept = f"{found.total} of {found.day} days kept{under}, {most} in a row at most"
    else:
        kept = f"All {count(found.day, 'day')} kept{under}" if found.day > 1 else f"The first day is kept{under}"
    return f"{', '.join(filter(None, (kept, contact_words(found, thing, held))))}."


def figures(found: Days, thing: str, held: Collection[str] = ()) -> tuple[str, ...]:
    """Give what is said of the days in a line, part by part. `held` is as in `stretches`."""
    if not found.day:
        return (_before(found),) if found.before else ()
    if found.is_uncertain:
        return (UNCERTAIN,)
    if found.written is not None:
        return _little_written(found, found.written, thing, held)
    now = f"{count(found.in_a_row, 'day')} kept in a row" if found.in_a_row else "a new stretch begins today"
    longest = f"longest {found.longest}" if found.longest else ""
    if found.earlier > found.longest:
        longest = f"longest {found.earlier}, under an earlier rule"
    return tuple(filter(None, (now, longest, _in_all(found), contact_words(found, thing, held), _allowed(found, held))))


def _in_all(found: Days) -> str:
    """Give all days kept where that is not said yet, those under earlier rules beside those under this one."""
    if not found.before:
        return f"{count(found.total, 'day')} kept in all" if found.breaks and found.total else ""
    if found.total == found.in_a_row:
        return _before(found)
    return f"{count(found.total, 'day')} kept under this rule, {found.before} under {_earlier_ones(found)}"


def _before(found: Days) -> str:
    """Give what was kept under earlier rules, empty without any."""
    which = "an earlier rule" if found.rules == 2 else "earlier rules"
    return f"{count(found.before, 'day')} kept under {which}" if found.before else ""


def _earlier_ones(found: Days) -> str:
    return "an earlier one" if found.rules == 2 else "earlier ones"


def _little_written(found: Days, written: int, thing: str, held: Collection[str]) -> tuple[str, ...]:
    """Give what is known of days of which hardly anything was told: no merit is made of silence."""
    owed = FOR_THEIR_SAKE.intersection(held)
    told = contact_words(found, thing, held) if owed else f"{count(found.breaks, thing)} written down"
    few = f"you wrote something on {count(written, 'day')} of {found.day}"
    return tuple(filter(None, (few, told or "no contact written down", _before(found))))


def contact_words(found: Days, thing: str, held: Collection[str]) -> str:
    """Give what is said of breaks, to follow other figures; empty where there is nothing to say.

    Where quiet is owed to the other person, each contact is one, whatever the rule says. To somebody who is afraid of
    them, no regular distance is shown.
    """
    if FOR_THEIR_SAKE.intersection(held):
        return f"contact written down on {count(found.contacts, 'day')}" if found.contacts else ""
    if held or not found.gaps:
        return ""
    which = f"{thing}s under this rule" if found.before else f"{thing}s"
    if len(found.gaps) >= FOR_AN_AVERAGE and found.gap is not None:
        return f"{which} {figure(found.gap)} days apart on average"
    return f"the two {which} were {count(found.gaps[0], 'day')} apart" if found.breaks == 2 else ""


def _allowed(found: Days, held: Collection[str]) -> str:
    """Give what the rule allows; where quiet is owed, no rule of one's own allows anything."""
    owed = FOR_THEIR_SAKE.intersection(held)
    return f"{count(found.uncounted, 'exception')}, not counted" if found.uncounted and not owed else ""


def milestone_sentence(found: Days) -> str:
    """Give the milestone of today in a sentence, empty on all other days, and where the end of the promise says it."""
    if found.day not in found.milestones or found.day == found.of:
        return ""
    years = found.day // YEAR
    named = {7: "A week", 14: "Two weeks"}.get(found.day, f"{found.day} days")
    return f"{count(years, 'year').capitalize() if years else named} since you made your rule."


def milestones_sentence(found: Days) -> str:
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
