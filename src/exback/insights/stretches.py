"""The days of the rule as a chart and in sentences: how many were kept, and in which stretches."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from exback.insights.chart import Bars, Chart, Row
from exback.insights.days_so_far import LONGEST, figures, is_owed, longest_before, unknown_words, without_rule
from exback.insights.numbers import average, figure, ordinal, which_one
from exback.model.dates import count, in_words, noun, spelt
from exback.model.streak import NoRule, Streak

SHOWN = 12
"""How many of the latest stretches are drawn."""
FOR_AN_AVERAGE = 3
"""Gaps, which take four slips; with fewer, a single gap decides the average."""
NO_RULE = "You don't have a rule at the moment, so no days are counted."
RESTS_ON = "This is based on {days} since {since}."
RESTS_ON_RULES = "This is based on {days} under {rules}."
STRETCH = "{which} stretch: {days}"
RULE_STARTS = "Your rule starts today."
FIRST_DAY = "You've kept the first day."
FIRST_DAY_OF_THIS = "You've kept the first day of this rule."
NONE_KEPT = "No days kept yet."
ALL_KEPT = "You've kept all {days}."
ALL_KEPT_OF_THIS = "You've kept all {days} under this rule."
SOME_KEPT = "You've kept {kept} of {passed} days, {longest} in a row at most."
SOME_KEPT_OF_THIS = "You've kept {kept} of {passed} days under this rule."
KEPT_BEFORE = "You kept {days} under an earlier rule."
KEPT_BEFORE_THAT = "You kept {days} under earlier rules."
LONGEST_GOES_ON = "Your longest stretch is {days}, and it's still going."
ALLOWED = "This doesn't count {exceptions}."
APART = "Your two {slips}{today} were {days} apart."
APART_UNDER_THIS = "Your two {slips} under this rule{today} were {days} apart."
ONE_TODAY = ", one of them today,"
"""Today isn't one of the days that are counted, so it's said where a sentence beside them counts it."""
APART_ON_AVERAGE = "Your {slips} were {days} apart on average."
APART_ON_AVERAGE_UNDER_THIS = "Your {slips} under this rule were {days} apart on average."
QUIET_STARTS = "No contact, from today."
QUIET = "It's been {days}."


def stretches(streak: Streak, thing: str, today: date, boundaries: Collection[str] = ()) -> Chart:
    """Return the chart of the stretches between breaks. `boundaries` are the ids of those that hold."""
    owed = is_owed(boundaries)
    is_known = (streak.day if owed else streak.all_days) > 0 and not streak.is_uncertain
    may_be_drawn = is_known and streak.stretches and not owed
    return Chart(
        id="kept",
        title="Days so far" if owed else "Days kept",
        says=kept_sentence(streak, thing, boundaries),
        rests_on=_rests_on(streak, today, owed=owed) if is_known else "",
        drawing=_bars(streak.stretches) if may_be_drawn else None,
        key="Each bar is one stretch of days in a row.",
    )


def earlier_stretches(rule: NoRule) -> Chart:
    """Return the chart of the days while no rule is running: without a drawing, and with the longest stretch so far."""
    if rule.as_if_kept is None or rule.is_agreed:
        says = f"{NO_RULE} {longest_before(rule.longest)}"
    else:
        says = without_rule(rule.as_if_kept, rule.longest)
    return Chart(id="kept", title="Days kept", says=says, rests_on="", drawing=None)


def _rests_on(streak: Streak, today: date, *, owed: bool) -> str:
    if streak.rules > 1 and not owed:
        return RESTS_ON_RULES.format(days=count(streak.all_days, "day"), rules=count(streak.rules, "rule"))
    return RESTS_ON.format(days=count(streak.day, "day"), since=in_words(streak.since, today))


def _bars(lengths: tuple[int, ...]) -> Bars:
    shown = lengths[-SHOWN:]
    places = range(len(lengths) - len(shown) + 1, len(lengths) + 1)
    title = f"The latest {SHOWN}" if len(shown) < len(lengths) else ""
    row = Row(title, shown, spoken=tuple(map(_spoken, places, shown)))
    return Bars(tuple(map(ordinal, places)), (row,), counts=True)


def _spoken(number: int, days: int) -> str:
    return STRETCH.format(which=which_one(number), days=f"{days} {noun(days, 'day')}")


def kept_sentence(streak: Streak, thing: str, boundaries: Collection[str] = ()) -> str:
    """Return what was kept, or how long the quiet has been, in a few sentences."""
    return " ".join(sentence for sentence in _sentences(streak, thing, boundaries) if sentence)


def _sentences(streak: Streak, thing: str, boundaries: Collection[str]) -> tuple[str, ...]:
    owed, parts = is_owed(boundaries), figures(streak, boundaries)
    if streak.is_uncertain:
        return parts
    if not streak.day:
        return (QUIET_STARTS,) if owed else (RULE_STARTS, _before(streak), _longest(streak))
    if owed:
        return (QUIET.format(days=count(streak.day, "day")), *parts)
    allowed = ALLOWED.format(exceptions=count(streak.uncounted, "exception")) if streak.uncounted else ""
    gaps = _gap_words(streak, thing, boundaries)
    return _kept(streak), unknown_words(streak), _before(streak), _longest(streak), gaps, allowed


def _kept(streak: Streak) -> str:
    if not streak.total:
        sentence = NONE_KEPT
    elif streak.total < streak.day:
        sentence = SOME_KEPT_OF_THIS if streak.before else SOME_KEPT
    elif streak.day > 1:
        sentence = ALL_KEPT_OF_THIS if streak.before else ALL_KEPT
    else:
        sentence = FIRST_DAY_OF_THIS if streak.before else FIRST_DAY
    return sentence.format(
        kept=spelt(streak.total), passed=spelt(streak.day), longest=spelt(streak.longest), days=count(streak.day, "day")
    )


def _longest(streak: Streak) -> str:
    """Return the longest stretch under all rules, and that it still goes on; empty if there is one rule."""
    if not streak.before:
        return ""
    sentence = LONGEST_GOES_ON if streak.in_a_row == streak.longest else LONGEST
    return sentence.format(days=count(streak.longest, "day"))


def _before(streak: Streak) -> str:
    """Return what was kept under earlier rules, empty if there are none."""
    sentence = KEPT_BEFORE if streak.rules == 2 else KEPT_BEFORE_THAT
    return sentence.format(days=count(streak.before, "day")) if streak.before else ""


def _gap_words(streak: Streak, thing: str, boundaries: Collection[str]) -> str:
    """Return how far apart breaks were; empty while a boundary holds, as a regular distance would read like a schedule."""
    if boundaries or not streak.gaps:
        return ""
    if len(streak.gaps) >= FOR_AN_AVERAGE:
        mean = average(streak.gaps)
        sentence = APART_ON_AVERAGE_UNDER_THIS if streak.before else APART_ON_AVERAGE
        return sentence.format(slips=noun(2, thing), days=f"{figure(mean)} {noun(mean, 'day')}")
    sentence = APART_UNDER_THIS if streak.before else APART
    days = count(streak.gaps[0], "day")
    today = "" if streak.apart else ONE_TODAY
    return sentence.format(slips=noun(2, thing), days=days, today=today) if streak.breaks == 2 else ""
