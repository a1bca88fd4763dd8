"""The days of the rule as a chart and in sentences: how many were kept, and in which stretches."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from exback.insights.chart import Bars, Chart, Row
from exback.insights.numbers import average, figure, ordinal, which_one
from exback.insights.streak import YEAR, Streak
from exback.model.boundaries import FOR_THEIR_SAKE
from exback.model.dates import count, in_words, noun

SHOWN = 12
"""How many of the latest stretches are drawn."""
FOR_AN_AVERAGE = 3
"""Gaps, which take four slips; with fewer, a single gap decides the average."""
UNCERTAIN = "the clock of this computer was set back since, so the days can't be counted"
MILESTONES = (7, 14, 30, 60, 90, 180)


def stretches(streak: Streak, thing: str, today: date, boundaries: Collection[str] = ()) -> Chart:
    """Return the chart of the stretches between breaks. `boundaries` are the ids of those that hold."""
    owed = _is_owed(boundaries)
    is_known = (streak.day if owed else streak.all_days) > 0 and not streak.is_uncertain
    may_be_drawn = is_known and streak.stretches and not owed
    return Chart(
        id="kept",
        title="Days of quiet" if owed else "Days kept",
        says=kept_sentence(streak, thing, boundaries),
        rests_on=_rests_on(streak, today, owed=owed) if is_known else "",
        drawing=_bars(streak.stretches) if may_be_drawn else None,
        key="Each bar is one stretch of days in a row.",
    )


def earlier_stretches(longest: int) -> Chart:
    """Return the chart of the days while no rule is running: without a drawing, and with the longest stretch so far."""
    says = f"No rule is running, so no days are counted. The longest stretch was {count(longest, 'day')}."
    return Chart(id="kept", title="Days kept", says=says, rests_on="", drawing=None)


def _rests_on(streak: Streak, today: date, *, owed: bool) -> str:
    if streak.rules > 1 and not owed:
        return f"Rests on {count(streak.all_days, 'day')} under {count(streak.rules, 'rule')}."
    return f"Rests on {count(streak.day, 'day')} since {in_words(streak.since, today)}."


def _bars(lengths: tuple[int, ...]) -> Bars:
    shown = lengths[-SHOWN:]
    places = range(len(lengths) - len(shown) + 1, len(lengths) + 1)
    title = f"The latest {SHOWN}" if len(shown) < len(lengths) else ""
    row = Row(title, shown, spoken=tuple(map(_spoken, places, shown)))
    return Bars(tuple(map(ordinal, places)), (row,), counts=True)


def _spoken(number: int, days: int) -> str:
    return f"{which_one(number)} stretch: {days} {noun(days, 'day')}"


def _is_owed(boundaries: Collection[str]) -> bool:
    """Whether quiet is owed to the other person: then no day of it is an achievement, and none is called kept."""
    return not FOR_THEIR_SAKE.isdisjoint(boundaries)


def kept_sentence(streak: Streak, thing: str, boundaries: Collection[str] = ()) -> str:
    """Return what was kept, or how long the quiet has been, in a few sentences."""
    parts = _sentences(streak, thing, boundaries)
    return " ".join(f"{part[0].upper()}{part[1:]}." for part in parts if part)


def _sentences(streak: Streak, thing: str, boundaries: Collection[str]) -> tuple[str, ...]:
    owed, parts = _is_owed(boundaries), figures(streak, thing, boundaries)
    if streak.is_uncertain:
        return parts
    if not streak.day:
        begins = f"your {'quiet' if owed else 'rule'} begins today"
        return (begins,) if owed else (begins, _before(streak, "rule"), _longest(streak))
    if owed:
        return (", ".join((f"{count(streak.day, 'day')} of your quiet", *parts)),)
    allowed = f"{count(streak.uncounted, 'exception')}, not counted" if streak.uncounted else ""
    gaps = _gap_words(streak, thing, boundaries)
    return _kept(streak), _unknown_words(streak), _before(streak, "one"), _longest(streak), gaps, allowed


def _kept(streak: Streak) -> str:
    under = " under this rule" if streak.before else ""
    if streak.total < streak.day:
        most = "" if streak.before else f", {streak.longest} in a row at most"
        return f"{streak.total} of {streak.day} {noun(streak.day, 'day')} kept{under}{most}"
    return f"all {count(streak.day, 'day')} kept{under}" if streak.day > 1 else f"the first day is kept{under}"


def _longest(streak: Streak) -> str:
    """Return the longest stretch under all rules, and that it still goes on; empty if there is one rule."""
    if not streak.before:
        return ""
    goes_on = ", and it goes on" if streak.in_a_row == streak.longest else ""
    return f"the longest stretch is {count(streak.longest, 'day')}{goes_on}"


def figures(streak: Streak, thing: str, boundaries: Collection[str] = ()) -> tuple[str, ...]:
    """Return the parts of the line about the days, without a number that the day itself says. `boundaries` is as in `stretches`.

    Days that no one has answered for aren't called kept, and what is missing of them is said.
    """
    if streak.is_uncertain:
        return (UNCERTAIN,)
    owed = _is_owed(boundaries)
    if owed:
        unknown = f"{count(streak.unknown, 'day')} without an entry" if streak.unknown else ""
        return _present(_contact_words(streak) if streak.day else "", unknown)
    is_longest = streak.longest <= streak.in_a_row
    return _present(_in_a_row(streak), "" if is_longest else _longest_words(streak), _unknown_words(streak))


def _in_a_row(streak: Streak) -> str:
    """Return how many days were kept in a row, empty if that's the day of the rule or, after it, no news beside the contact."""
    if not streak.in_a_row:
        begins = (streak.day or streak.before) and streak.since_contact is not None
        return "a new stretch begins today" if begins else ""
    since = streak.since_contact or 0
    is_said = streak.in_a_row == streak.day if streak.day <= streak.of else streak.in_a_row <= since
    return "" if is_said else f"{count(streak.in_a_row, 'day')} kept in a row"


def _longest_words(streak: Streak) -> str:
    return f"longest stretch {count(streak.longest, 'day')}" if streak.longest else ""


def _present(*parts: str) -> tuple[str, ...]:
    return tuple(filter(None, parts))


def _unknown_words(streak: Streak) -> str:
    """Return how many days no one has answered for, empty if there are none."""
    return f"{count(streak.unknown, 'day')} without an entry, not counted" if streak.unknown else ""


def _before(streak: Streak, rule: str) -> str:
    """Return what was kept under earlier rules, empty if there are none. `rule` is the word for one."""
    return f"{count(streak.before, 'day')} kept under {_earlier(streak, rule)}" if streak.before else ""


def _earlier(streak: Streak, rule: str) -> str:
    return f"an earlier {rule}" if streak.rules == 2 else f"earlier {rule}s"


def _contact_words(streak: Streak) -> str:
    """Return how much contact was written down, for someone who owes quiet: all of it counts, whatever the rule says."""
    return f"contact written down on {count(streak.contacts, 'day')}" if streak.contacts else "no contact written down"


def _gap_words(streak: Streak, thing: str, boundaries: Collection[str]) -> str:
    """Return how far apart breaks were; empty while a boundary holds, as a regular distance would read like a schedule."""
    if boundaries or not streak.gaps:
        return ""
    which = f"{noun(2, thing)} under this rule" if streak.before else noun(2, thing)
    if len(streak.gaps) >= FOR_AN_AVERAGE:
        mean = average(streak.gaps)
        return f"the {which} were {figure(mean)} {noun(mean, 'day')} apart on average"
    return f"the two {which} were {count(streak.gaps[0], 'day')} apart" if streak.breaks == 2 else ""


def milestone_sentence(streak: Streak) -> str:
    """Return today's milestone in a sentence; empty on other days, and on those whose own sentence says the same number."""
    years, days = divmod(streak.day, YEAR)
    is_one = streak.day in MILESTONES or (years and not days)
    is_said = streak.day == streak.of or (streak.day > streak.of and streak.since_contact == streak.day and days)
    if not is_one or is_said or streak.is_uncertain:
        return ""
    named = {7: "a week", 14: "two weeks"}.get(streak.day, count(streak.day, "day"))
    return f"It's {named if days else count(years, 'year')} since your rule began."
