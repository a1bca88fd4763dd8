"""x."""

from __future__ import annotations

from datetime import date

from exback.engine.status import State, Status, StepStatus, UpcomingDay
from exback.insights import Streak
from exback.model.dates import count, in_words
from exback.model.journey import Journey
from exback.store import Progress


def _can_open(standing: StepStatus) -> bool:
    return standing.may_begin or standing.has_run or standing.state is State.STARTED


def day_sentence(days: Streak, today: date, *, withheld: bool = False) -> str:
    """Give the day of the promise in a sentence; where its end opens nothing, as is said by `withheld`, nothing is counted down."""
    if withheld:
        return _quiet_sentence(days, today)
    if days.is_uncertain:
        return f"Your rule is meant for {count(days.of, 'day')}, from {in_words(days.since, today)}."
    if days.day >= days.of:
        return f"Your rule has run its {days.of} days. You can keep it as long as it helps."
    if days.day == 0:
        return f"Your rule begins today and runs {days.of} days."
    return f"Day {days.day} of {days.of}. {count(days.of - days.day, 'day').capitalize()} to go."


def _quiet_sentence(days: Streak, today: date) -> str:
    if days.is_uncertain:
        return f"Your quiet began on {in_words(days.since, today)}."
    if days.day >= days.of:
        return f"Your rule has run its {days.of} days, and the quiet goes on."
    begun = "Your quiet begins today." if days.day == 0 else f"Day {days.day} of your quiet."
    return f"{begun} On {in_words(days.ends, today)} you look at how you are."


def coming_sentence(ahead: UpcomingDay, guide: Status, today: date) -> str:
    """Give a day to come in a sentence, in the person's own words.

    Where a boundary holds, the plan stays in the step: somebody might read in passing where they will be.
    """
    what, *plan = ahead.words
    planned = f" You planned: {plan[0].rstrip('.')}." if plan and not guide.boundaries else ""
    return f"{in_words(ahead.day, today)}: {what.rstrip('.')}.{planned}"


def next_opening(guide: Status, today: date) -> StepStatus | None:
    """Give the closed step that opens soonest, after today."""
    closed = [one for one in guide.listed if one.stage.id not in guide.ended and not _can_open(one)]
    dated = [one for one in closed if one.date is not None and one.date > today]
    return min(dated, key=lambda one: (one.date is None, one.date), default=None)


def closed_sentence(standing: StepStatus, journey: Journey) -> str:
    """Give why a step is closed and until when."""
    told = standing.date is not None and standing.date > journey.today
    when = f" That is {in_words(standing.date, journey.today)}." if standing.date and told else ""
    return f"“{standing.step.title}” is not open yet. {standing.reason}{when}"


def held(progress: Progress) -> str:
    """Give how much a progress holds, and no word of it."""
    days = {run.day for run in progress.runs}
    return f"{count(len(progress.runs), 'entry')} from {count(len(days), 'day')}"
