"""Sentences about where someone is in the program: the day of their rule, the days ahead, why a step is closed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from exback.engine.status import Status, StepStatus
from exback.insights.days_so_far import longest_before, since_last_contact, without_rule
from exback.insights.numbers import which_one
from exback.model.dates import count, in_words, on_day
from exback.model.journey import Journey
from exback.model.run import Run
from exback.model.streak import Streak

KEEP_IT = "You can keep it as long as it helps."


def day_sentence(days: Streak, today: date, *, withheld: bool = False) -> str:
    """Return which day of the rule it is. Where `withheld` says that its end opens nothing, no days are counted down."""
    if withheld:
        return _quiet_sentence(days, today)
    if days.is_uncertain:
        return f"Your rule is for {count(days.of, 'day')}, starting {in_words(days.since, today)}."
    if days.is_kept:
        return _kept_sentence(days)
    if days.day == days.of:
        return f"Your rule is over today, after {count(days.of, 'day')}. {KEEP_IT}"
    if days.day > days.of:
        return _contact_sentence(days, today)
    if days.day == 0:
        return f"Your rule starts today, for {count(days.of, 'day')}."
    day = f"Day {days.day} of {days.of}."
    return f"{day} Your rule is over tomorrow." if days.day + 1 == days.of else day


def _contact_sentence(days: Streak, today: date) -> str:
    """Return how long ago the last contact was that was written down, for after the rule; no one knows of any other."""
    if days.since_contact is None:
        return f"Your rule ended on {in_words(days.ends, today)}. {KEEP_IT}"
    since = count(days.since_contact, "day")
    if days.since_contact == days.day:
        if days.contacts:
            return f"It's been {since} since your rule started."
        return f"It's been {since} since your rule started, with no contact written down."
    return since_last_contact(days)


def _kept_sentence(days: Streak) -> str:
    """Return which day it is of a rule that they keep after its last day and, if that differs, how long ago contact was."""
    keeping = f"You're keeping your rule. Day {days.day}."
    return keeping if days.since_contact in (None, days.day) else f"{keeping} {since_last_contact(days)}"


def _quiet_sentence(days: Streak, today: date) -> str:
    if days.is_uncertain:
        return f"Your rule started on {in_words(days.since, today)}."
    if days.day >= days.of:
        return f"Day {days.day} of your rule. It goes on from here."
    begun = "Your rule starts today." if days.day == 0 else f"Day {days.day} of your rule."
    return f"{begun} On {in_words(days.ends, today)} you'll check in with yourself."


def no_rule_sentence(status: Status) -> str:
    """Return why no day is counted, and what the longest stretch was; nothing is held up to someone who owes quiet."""
    rule = status.no_rule
    if rule is None:
        return ""
    if rule.as_if_kept is not None and not (status.boundaries or status.in_touch):
        return without_rule(rule.as_if_kept, rule.longest)
    if status.in_touch:
        why = "You've agreed to be in touch, so no days are counted."
    elif rule.was_made:
        why = "You don't have a rule at the moment."
    else:
        why = "You haven't made a new rule yet." if status.walks > 1 else "You haven't made a no-contact rule yet."
    return f"{why} {longest_before(rule.longest)}" if rule.longest and not status.boundaries else why


def round_sentence(status: Status, today: date) -> str:
    """Return since when someone who started again goes through the program, and how often they have; empty the first time."""
    if status.began_again is None:
        return ""
    return f"Your {which_one(status.walks)} time through started {on_day(status.began_again, today)}."


def coming_days(status: Status) -> dict[date, str]:
    """Return what there is to say of each coming day, soonest first, in the person's own words.

    While a boundary holds, what they planned for it stays in the step: someone might read here where they will be.
    """
    days: dict[date, list[str]] = {}
    for upcoming in status.coming:
        what, *plan = upcoming.words
        words = f"{what}. You planned: {plan[0]}." if plan and not status.boundaries else f"{what}."
        on_that_day = days.setdefault(upcoming.day, [])
        if words not in on_that_day:
            on_that_day.append(words)
    return {day: " ".join(words) for day, words in days.items()}


def coming_sentences(status: Status, today: date, *, within: int) -> Iterator[str]:
    """Yield a sentence for each coming day that is at most so many days ahead."""
    for day, words in coming_days(status).items():
        if (day - today).days <= within:
            yield f"{'Today' if day == today else in_words(day, today)}: {words}"


def next_opening(status: Status, today: date) -> StepStatus | None:
    """Return the step that opens, or is asked, on the next day after today that is known; None if no day is."""
    soon = status.soon
    return soon if soon is not None and soon.date is not None and soon.date > today else None


def is_ahead(status: Status, opening: StepStatus) -> bool:
    """Whether the days ahead have the one on which a step opens, such as that of a sealed letter."""
    return any((upcoming.day, upcoming.step.id) == (opening.date, opening.step.id) for upcoming in status.coming)


def steps_done(done: int, number: int) -> str:
    """Return how many steps of a stage are done."""
    return f"{done} of {number} steps done" if number > 1 else f"{done} of 1 step done"


def closed_sentence(step_status: StepStatus, journey: Journey) -> str:
    """Return why a step is closed, and until when if that is known."""
    opens, today = None if step_status.is_chance else step_status.date, journey.today
    if step_status.is_out_of_place:
        return f"“{step_status.step.title}” isn't open."
    why = f"“{step_status.step.title}” isn't open yet. {step_status.reason}"
    return f"{why} That's on {in_words(opens, today)}." if opens is not None and opens > today else why


def entries_and_days(runs: Collection[Run]) -> str:
    """Return how many entries there are from how many days, without a word of what was written."""
    entries = [run for run in runs if not run.is_empty]
    if not entries:
        return "no entries"
    days = {run.day for run in entries}
    return f"{count(len(entries), 'entry')} from {count(len(days), 'day')}"
