"""The days of the rule as a chart and in sentences: how many were kept, and in which stretches."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from exback.insights.numbers import average, figure, ordinal, which_one
from exback.model.boundaries import FOR_THEIR_SAKE
from exback.model.dates import count, in_words, noun, spelt
from exback.model.streak import YEAR, NoRule, Streak

if TYPE_CHECKING:
    from exback.insights.chart import Bars, Chart

SHOWN = 12
"""How many of the latest stretches are drawn."""
FOR_AN_AVERAGE = 3
"""Gaps, which take four slips; with fewer, a single gap decides the average."""
MILESTONES = (7, 14, 30, 60, 90, 180)
NAMED = {7: "a week", 14: "two weeks"}
UNCERTAIN = "This computer's clock was set back, so the days can't be counted."
NO_RULE = "You don't have a rule at the moment, so no days are counted."
WITHOUT_RULE = "You're going on without a rule."
WAS_LONGEST = "Your longest stretch was {days}."
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
IN_A_ROW = "You've kept {days} in a row."
IN_A_ROW_ONE = "Your current stretch is one day."
LONGEST = "Your longest stretch is {days}."
LONGEST_GOES_ON = "Your longest stretch is {days}, and it's still going."
NEW_STRETCH = "A new stretch starts today."
NOT_COUNTED = "Not counted as kept: the {days} you were away."
NOT_ALL_COUNTED = "Not counted as kept: {unknown} of the {days} you were away."
ALLOWED = "This doesn't count {exceptions}."
APART = "Your two {slips}{today} were {days} apart."
APART_UNDER_THIS = "Your two {slips} under this rule{today} were {days} apart."
ONE_TODAY = ", one of them today,"
"""Today isn't one of the days that are counted, so it's said where a sentence beside them counts it."""
APART_ON_AVERAGE = "Your {slips} were {days} apart on average."
APART_ON_AVERAGE_UNDER_THIS = "Your {slips} under this rule were {days} apart on average."
QUIET_STARTS = "No contact, from today."
QUIET = "It's been {days}."
QUIET_AWAY = "exback doesn't know about the {days} you were away."
QUIET_PARTLY_AWAY = "exback doesn't know about {unknown} of the {days} you were away."
NO_CONTACT = "You haven't written down any contact."
CONTACT = "You wrote down contact on {days}."
CONTACT_TODAY = "You wrote down contact on {days}, one of them today."
ONLY_CONTACT_TODAY = "You wrote down contact today."
MILESTONE = "It's been {named} since your rule started."


def stretches(streak: Streak, thing: str, today: date, boundaries: Collection[str] = ()) -> Chart:
    """Return the chart of the stretches between breaks. `boundaries` are the ids of those that hold."""
    from exback.insights.chart import Chart  # the status page has only sentences

    owed = _is_owed(boundaries)
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
    from exback.insights.chart import Chart

    if rule.as_if_kept is None or rule.is_agreed:
        says = f"{NO_RULE} {longest_before(rule.longest)}"
    else:
        says = without_rule(rule.as_if_kept, rule.longest)
    return Chart(id="kept", title="Days kept", says=says, rests_on="", drawing=None)


def longest_before(longest: int) -> str:
    """Return the longest stretch under rules that aren't running any more."""
    return WAS_LONGEST.format(days=count(longest, "day"))


def without_rule(days: Streak, longest: int) -> str:
    """Return how long ago contact was, for someone who goes on without a rule: those days go on, and no others.

    Beside them, the longest stretch is told only while it's longer than they are.
    """
    if days.since_contact is None or days.is_uncertain or not days.day:
        sentence, counted = "", 0
    elif days.since_contact < days.day or (days.contacts and not days.uncounted):
        sentence, counted = since_last_contact(days), days.since_contact
    else:
        exceptions = ", not counting exceptions" if days.uncounted else ""
        sentence = f"It's been {count(days.day, 'day')} with no contact written down{exceptions}."
        counted = days.day
    return " ".join(_present(WITHOUT_RULE, sentence, longest_before(longest) if longest > counted else ""))


def since_last_contact(days: Streak) -> str:
    """Return how long ago the last contact was that was written down."""
    if days.since_contact == 0:
        return ONLY_CONTACT_TODAY
    since = f"It's been {count(days.since_contact or 0, 'day')} since the last contact you wrote down"
    return f"{since}, not counting exceptions." if days.uncounted else f"{since}."


def _rests_on(streak: Streak, today: date, *, owed: bool) -> str:
    if streak.rules > 1 and not owed:
        return RESTS_ON_RULES.format(days=count(streak.all_days, "day"), rules=count(streak.rules, "rule"))
    return RESTS_ON.format(days=count(streak.day, "day"), since=in_words(streak.since, today))


def _bars(lengths: tuple[int, ...]) -> Bars:
    from exback.insights.chart import Bars, Row

    shown = lengths[-SHOWN:]
    places = range(len(lengths) - len(shown) + 1, len(lengths) + 1)
    title = f"The latest {SHOWN}" if len(shown) < len(lengths) else ""
    row = Row(title, shown, spoken=tuple(map(_spoken, places, shown)))
    return Bars(tuple(map(ordinal, places)), (row,), counts=True)


def _spoken(number: int, days: int) -> str:
    return STRETCH.format(which=which_one(number), days=f"{days} {noun(days, 'day')}")


def _is_owed(boundaries: Collection[str]) -> bool:
    """Whether quiet is owed to the other person: then no day of it is an achievement, and none is called kept."""
    return not FOR_THEIR_SAKE.isdisjoint(boundaries)


def kept_sentence(streak: Streak, thing: str, boundaries: Collection[str] = ()) -> str:
    """Return what was kept, or how long the quiet has been, in a few sentences."""
    return " ".join(sentence for sentence in _sentences(streak, thing, boundaries) if sentence)


def _sentences(streak: Streak, thing: str, boundaries: Collection[str]) -> tuple[str, ...]:
    owed, parts = _is_owed(boundaries), figures(streak, boundaries)
    if streak.is_uncertain:
        return parts
    if not streak.day:
        return (QUIET_STARTS,) if owed else (RULE_STARTS, _before(streak), _longest(streak))
    if owed:
        return (QUIET.format(days=count(streak.day, "day")), *parts)
    allowed = ALLOWED.format(exceptions=count(streak.uncounted, "exception")) if streak.uncounted else ""
    gaps = _gap_words(streak, thing, boundaries)
    return _kept(streak), _unknown_words(streak), _before(streak), _longest(streak), gaps, allowed


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


def figures(streak: Streak, boundaries: Collection[str] = ()) -> tuple[str, ...]:
    """Return the sentences below the day, without a number that the day itself says. `boundaries` is as in `stretches`.

    Days that no one has answered for aren't called kept, and what is missing of them is said.
    """
    if streak.is_uncertain:
        return (UNCERTAIN,)
    if _is_owed(boundaries):
        away = _unknown_words(streak, QUIET_AWAY, QUIET_PARTLY_AWAY)
        return _present(_contact_words(streak) if streak.day else "", away)
    has_longer = streak.longest > streak.in_a_row
    longest = LONGEST.format(days=count(streak.longest, "day")) if has_longer else ""
    return _present(_in_a_row(streak), longest, _unknown_words(streak))


def _in_a_row(streak: Streak) -> str:
    """Return how many days were kept in a row, empty if that's the day of the rule or, after it, no news beside the contact.

    A new stretch is told of on its first day, which is the one after a slip.
    """
    if not streak.in_a_row:
        is_after_a_slip = streak.apart and streak.since_contact is not None
        return NEW_STRETCH if is_after_a_slip else ""
    since = streak.since_contact or 0
    is_said = streak.in_a_row == streak.day if streak.day <= streak.of else streak.in_a_row <= since
    sentence = IN_A_ROW_ONE if streak.in_a_row == 1 else IN_A_ROW
    return "" if is_said else sentence.format(days=count(streak.in_a_row, "day"))


def _present(*parts: str) -> tuple[str, ...]:
    return tuple(filter(None, parts))


def _unknown_words(streak: Streak, every_day: str = NOT_COUNTED, some_days: str = NOT_ALL_COUNTED) -> str:
    """Return how many of the days away no one has answered for, if it's all of them or some; empty if there are none."""
    if not streak.unknown:
        return ""
    sentence = every_day if streak.unknown == streak.away else some_days
    return sentence.format(unknown=spelt(streak.unknown), days=count(streak.away, "day"))


def _before(streak: Streak) -> str:
    """Return what was kept under earlier rules, empty if there are none."""
    sentence = KEPT_BEFORE if streak.rules == 2 else KEPT_BEFORE_THAT
    return sentence.format(days=count(streak.before, "day")) if streak.before else ""


def _contact_words(streak: Streak) -> str:
    """Return how much contact was written down, for someone who owes quiet: all of it counts, whatever the rule says."""
    if not streak.contacts:
        return NO_CONTACT
    with_today = CONTACT_TODAY if streak.contacts > 1 else ONLY_CONTACT_TODAY
    return (with_today if streak.has_contact_today else CONTACT).format(days=count(streak.contacts, "day"))


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


def milestone_sentence(streak: Streak) -> str:
    """Return today's milestone in a sentence; empty on other days, and on those whose own sentence says the same number."""
    years, days = divmod(streak.day, YEAR)
    is_one = streak.day in MILESTONES or (years and not days)
    is_said = streak.day == streak.of or (streak.day > streak.of and streak.since_contact == streak.day and days)
    if not is_one or is_said or streak.is_uncertain:
        return ""
    named = NAMED.get(streak.day, count(streak.day, "day")) if days else count(years, "year")
    return MILESTONE.format(named=named)
