"""How often someone checks in once their rule is over: every day, twice a week, or not any more."""

from exback.model.dates import day_of
from exback.model.gates import OPEN, Gate, Verdict, closed, days_before, whole_number
from exback.model.happened import last_number
from exback.model.items import Option
from exback.model.journey import Journey
from exback.model.program import OPEN_END
from exback.model.run import Run

from .. import promise
from .contact import IN_TOUCH

STEP_ID = "how-often"
ITEM = "rhythm"
ASKED_IN = (STEP_ID, "rule-is-over")
"""The steps that ask for it; the latest answer since the present rule was made counts."""
DAILY, TWICE, STOP = "daily", "twice-a-week", OPEN_END
DAYS_BETWEEN = 3
"""A check-in that is due three days after the last, and made on that day or the next, is one about twice a week."""
OPTIONS = (Option(DAILY, "Check in every day"), Option(TWICE, "Check in twice a week"))
REFERS = ((promise.MADE_IN, ""), *((step, ITEM) for step in ASKED_IN))


def days_over(journey: Journey) -> int:
    """Return how many days the present rule has been over; negative while it runs, or if the two are in touch."""
    rule = journey.last(promise.MADE_IN)
    length = None if rule is None else whole_number(rule, promise.LENGTH)
    if rule is None or length is None or journey.timeline.outrun_calendar(rule):
        return -1
    if last_number(journey, IN_TOUCH) > rule.finish_number:
        return -1
    return max(-1, journey.days_since(rule) + days_before(rule, promise.BEGAN) - length)


def _chosen_in(journey: Journey) -> Run | None:
    """Return the run in which the rhythm was last chosen since the present rule was made."""
    rule = journey.last(promise.MADE_IN)
    answers = (answer.run for step in ASKED_IN for answer in journey.all_said(step, ITEM))
    last = max(answers, key=lambda run: run.finish_number, default=None)
    return last if last is not None and rule is not None and last.finish_number > rule.finish_number else None


def chosen(journey: Journey) -> str:
    """Return the rhythm that was chosen, the daily one if none was."""
    run = _chosen_in(journey)
    return DAILY if run is None else str(run.answers[ITEM])


def is_twice_a_week(journey: Journey, days: int = 0) -> bool:
    """Whether check-ins are twice a week, and that was chosen at least some days ago."""
    run = _chosen_in(journey)
    if run is None or run.answers[ITEM] != TWICE:
        return False
    changes = [day_of(earlier.until) for earlier in run.history if earlier.item == ITEM]
    ago = (journey.today - changes[-1]).days if changes else journey.days_since(run)
    return ago >= days


def _check_rests(journey: Journey) -> Verdict:
    last = journey.last("check-in")
    if last is None or journey.clock_was_set_back or not is_twice_a_week(journey):
        return closed("", "check-in")
    is_soon = journey.days_since(last) < DAYS_BETWEEN
    return Verdict(open=True, date=journey.date_after(last, DAYS_BETWEEN)) if is_soon else closed("", "check-in")


RESTS = Gate(_check_rests, (("check-in", ""), *REFERS))
"""Open while no check-in is due, because they're made twice a week."""
IS_OVER = Gate(
    lambda journey: OPEN if days_over(journey) >= 0 else closed("", promise.MADE_IN), ((promise.MADE_IN, ""),)
)
RUNS = Gate(lambda journey: OPEN if days_over(journey) < 0 else closed("", promise.MADE_IN), ((promise.MADE_IN, ""),))
