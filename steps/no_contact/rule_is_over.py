"""The last day of the rule: what came of the fear, how the weeks went, and what comes next."""

from exback.model.context import Context
from exback.model.dates import later
from exback.model.gates import OPEN, Gate, Verdict, any_of, by_day, closed, days_before, ran_its_length, whole_number
from exback.model.happened import last_number
from exback.model.items import Choice, Option, Reading, Text
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote, Table

from .. import promise
from ..companion import rhythm
from ..companion.contact import IN_TOUCH, has_no_end, running_rule
from ..ended import HAS_ENDED
from ..situation import must_stay_away

DAYS_COMPARED = 7
SCALES = {"mood": "Mood", "sleep": "Sleep", "longing": "Longing"}
NOT_YET = "Opens when your rule is over."
LENGTH_PASSED = ran_its_length(promise.MADE_IN, *promise.LENGTH, began=promise.BEGAN, reason=NOT_YET)


def _is_over(journey: Journey) -> Verdict:
    """Return an open verdict once the present rule is over for certain: a clock that was wrong must not end it early."""
    rule = journey.last(promise.MADE_IN)
    if rule is not None and journey.timeline.outrun_calendar(rule):
        return closed(NOT_YET, promise.MADE_IN)
    return LENGTH_PASSED.check(journey)


IS_OVER = Gate(_is_over, ((promise.MADE_IN, ""),))  # it waits for days to pass, and for no other answer


def _was_looked_back_on(journey: Journey) -> Verdict:
    """Return an open verdict unless the present rule is over and no run of this step has looked back on it."""
    rule, last = journey.last(promise.MADE_IN), journey.last("rule-is-over")
    is_new = rule is not None and (last is None or last.finish_number < rule.finish_number)
    return closed(NOT_YET, promise.MADE_IN) if is_new and IS_OVER.check(journey).open else OPEN


def _still_runs(journey: Journey) -> Verdict:
    """Return an open verdict unless the two are in touch by agreement or together again, and there's nothing to keep going with."""
    rule = journey.last(promise.MADE_IN)
    is_over = rule is not None and last_number(journey, IN_TOUCH) > rule.finish_number
    return closed(NOT_YET, promise.MADE_IN) if is_over else OPEN


def _was_ended(journey: Journey) -> Verdict:
    return closed(NOT_YET, promise.MADE_IN) if _still_runs(journey).open else OPEN


ENDING = tuple((answers.step, answers.item) for answers in IN_TOUCH)
STILL_RUNS = Gate(_still_runs, ((promise.MADE_IN, ""), *ENDING))
WAS_ENDED = Gate(_was_ended, STILL_RUNS.refers)
LOOKED_BACK = Gate(_was_looked_back_on, ((promise.MADE_IN, ""), ("rule-is-over", "")))


def _last_day(here: Context) -> str:
    """Return the last day of the rule in words, empty if there is no rule."""
    rule = here.last(promise.MADE_IN)
    days = None if rule is None else whole_number(rule, promise.LENGTH)
    if rule is None or days is None:
        return ""
    return here.date(later(here.journey.day(rule), days - days_before(rule, promise.BEGAN)))


def _goes_on(here: Context) -> bool:
    """Whether nothing ends on that day: a boundary holds, or held when the rule was signed."""
    return here.withheld or has_no_end(here.journey)


def _until_when(here: Context) -> str:
    if must_stay_away(here):
        return "Your rule goes on, with no end date."
    if here.withheld:
        return "Your rule goes on for as long as you want it to."
    return "Your rule goes on, with no end date, until you make a different one."


def _opening(here: Context) -> Prose:
    if _goes_on(here):
        return (
            f"You set {_last_day(here)} as a day to look at how you're doing.",
            (
                f"Nothing changes today, and there's nothing to decide. {_until_when(here)} This page only asks how you are, and shows you how things "
                "were when it started."
            ),
        )
    return (
        f"You set your rule to last until {_last_day(here)}. You got here, with good days and bad ones.",
        (
            "Nothing has to happen just because the date has come. It isn't a signal to write to them. It's a day to look back at what you "
            "were afraid of, what really happened, and how you are now."
        ),
        "Then you decide what comes next. You can keep going, make a different rule, or go on without one.",
    )


def _then_and_now(here: Context) -> Prose:
    """Compare the first and the last days with a check-in since the first rule, for each scale with enough of both."""
    rows = tuple(
        (title, _mean(values[:DAYS_COMPARED]), _mean(values[-DAYS_COMPARED:]))
        for scale, title in SCALES.items()
        if len(values := _values_since(here, scale)) >= 2 * DAYS_COMPARED
    )
    if not rows:
        return ""
    return (
        f"Your averages out of 10 in your first {DAYS_COMPARED} check-ins with a rule, and in your last {DAYS_COMPARED}:",
        Table(("", "Then", "Now"), rows),
    )


def _values_since(here: Context, scale: str) -> list[int]:
    rules = here.journey.finished(promise.MADE_IN)
    first = here.journey.day(rules[0]) if rules else here.today
    return [value for day, value in by_day(here.journey, "check-in", scale, "day").items() if day >= first]


def _mean(values: list[int]) -> str:
    return f"{sum(values) / len(values):.1f}"


def _fear(here: Context) -> Prose:
    """Quote what they feared before the rule; it isn't held against someone who has a reason to be afraid."""
    return (
        ()
        if _goes_on(here)
        else here.quote("why-space", "fear", "Before you made your rule, you wrote down what you were afraid of:")
    )


def _mirror(here: Context) -> Prose:
    how = "how you were doing:" if here.is_later else "how you're doing today:"
    if _goes_on(here):
        return (Quote(here.text("how"), None, f"This is {how}"),)
    decided = {
        "keep-going": "You're keeping your rule, for as long as it helps.",
        "none": "You're going on without a rule. You can make a new one at any time.",
        "new-rule": "You're making a different rule.",
    }
    return (decided[here.text("next")], Quote(here.text("how"), None, f"And this is {how}"))


STEP = Step(
    id="rule-is-over",
    title="Looking back on your rule",
    minutes=6,
    purpose="It's worth looking back at what you were afraid of, and at what really happened.",
    why=("contact-slows", "forecast"),
    opens=(IS_OVER,),
    offered_when=(IS_OVER, STILL_RUNS),
    repeats=Repeat(due=0, until=(any_of(LOOKED_BACK, HAS_ENDED, WAS_ENDED),)),
    optional=True,
    items=(
        Reading("opening", _opening),
        Reading("fear-then", _fear),
        Text(
            "happened",
            "What really happened, compared with what you were afraid of?",
            long=True,
            optional=True,
            when=lambda here: bool(_fear(here)),
            claims=("S4", "S9"),
        ),
        Reading("then-and-now", _then_and_now),
        Text("how", "How are you now, compared with the day your rule started?", long=True),
        Text(
            "people",
            "Who's been there for you over these weeks?",
            optional=True,
            names=True,
            note="Friends, family, a neighbour. Anyone but them.",
        ),
        Choice(
            rhythm.ITEM,
            "How often would you like to check in from now on?",
            options=rhythm.OPTIONS,
            optional=True,
            note="You can change this at any time in the menu: “How often to check in”",
        ),
        Choice(
            "next",
            "What would you like to do now?",
            options=(
                Option("keep-going", "Keep going with my rule", when=lambda here: running_rule(here) is not None),
                Option("new-rule", "Make a different rule", opens=promise.MADE_IN),
                Option("none", "Go on without a rule"),
            ),
            when=lambda here: not _goes_on(here),
        ),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        "One small thing: thank someone who was there for you."
        if here.answers.get("people")
        else "One small thing: do something today to mark getting here."
    ),
)
