"""The days of the rule, or since contact, in the sentences that several pages say of them."""

from __future__ import annotations

from collections.abc import Collection

from exback.model.boundaries import FOR_THEIR_SAKE
from exback.model.dates import count, spelt
from exback.model.streak import YEAR, Streak

MILESTONES = (7, 14, 30, 60, 90, 180)
NAMED = {7: "a week", 14: "two weeks"}
UNCERTAIN = "This computer's clock was set back, so the days can't be counted."
WITHOUT_RULE = "You're going on without a rule."
WAS_LONGEST = "Your longest stretch was {days}."
IN_A_ROW = "You've kept {days} in a row."
IN_A_ROW_ONE = "Your current stretch is one day."
LONGEST = "Your longest stretch is {days}."
NEW_STRETCH = "A new stretch starts today."
NOT_COUNTED = "Not counted as kept: the {days} you were away."
NOT_ALL_COUNTED = "Not counted as kept: {unknown} of the {days} you were away."
QUIET_AWAY = "exback doesn't know about the {days} you were away."
QUIET_PARTLY_AWAY = "exback doesn't know about {unknown} of the {days} you were away."
NO_CONTACT = "You haven't written down any contact."
CONTACT = "You wrote down contact on {days}."
CONTACT_TODAY = "You wrote down contact on {days}, one of them today."
ONLY_CONTACT_TODAY = "You wrote down contact today."
MILESTONE = "It's been {named} since your rule started."


def figures(streak: Streak, boundaries: Collection[str] = ()) -> tuple[str, ...]:
    """Return the sentences below the day, without a number that the day itself says. `boundaries` are the ids of those that hold.

    Days that no one has answered for aren't called kept, and what is missing of them is said.
    """
    if streak.is_uncertain:
        return (UNCERTAIN,)
    if is_owed(boundaries):
        away = unknown_words(streak, QUIET_AWAY, QUIET_PARTLY_AWAY)
        return _present(_contact_words(streak) if streak.day else "", away)
    has_longer = streak.longest > streak.in_a_row
    longest = LONGEST.format(days=count(streak.longest, "day")) if has_longer else ""
    return _present(_in_a_row(streak), longest, unknown_words(streak))


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


def unknown_words(streak: Streak, every_day: str = NOT_COUNTED, some_days: str = NOT_ALL_COUNTED) -> str:
    """Return how many of the days away no one has answered for, if it's all of them or some; empty if there are none."""
    if not streak.unknown:
        return ""
    sentence = every_day if streak.unknown == streak.away else some_days
    return sentence.format(unknown=spelt(streak.unknown), days=count(streak.away, "day"))


def _contact_words(streak: Streak) -> str:
    """Return how much contact was written down, for someone who owes quiet: all of it counts, whatever the rule says."""
    if not streak.contacts:
        return NO_CONTACT
    with_today = CONTACT_TODAY if streak.contacts > 1 else ONLY_CONTACT_TODAY
    return (with_today if streak.has_contact_today else CONTACT).format(days=count(streak.contacts, "day"))


def is_owed(boundaries: Collection[str]) -> bool:
    """Whether quiet is owed to the other person: then no day of it is an achievement, and none is called kept."""
    return not FOR_THEIR_SAKE.isdisjoint(boundaries)


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


def longest_before(longest: int) -> str:
    """Return the longest stretch under rules that aren't running any more."""
    return WAS_LONGEST.format(days=count(longest, "day"))


def milestone_sentence(streak: Streak) -> str:
    """Return today's milestone in a sentence; empty on other days, and on those whose own sentence says the same number."""
    years, days = divmod(streak.day, YEAR)
    is_one = streak.day in MILESTONES or (years and not days)
    is_said = streak.day == streak.of or (streak.day > streak.of and streak.since_contact == streak.day and days)
    if not is_one or is_said or streak.is_uncertain:
        return ""
    named = NAMED.get(streak.day, count(streak.day, "day")) if days else count(years, "year")
    return MILESTONE.format(named=named)


def _present(*parts: str) -> tuple[str, ...]:
    return tuple(filter(None, parts))
