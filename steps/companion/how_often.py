"""How often to check in after the rule, and an honest offer to stop when the numbers say that it isn't needed any more."""

from collections.abc import Sequence

from exback.model.boundaries import AFRAID_OF_THEM
from exback.model.context import Context
from exback.model.dates import count, later
from exback.model.gates import OPEN, Gate, Verdict, by_day, closed, days_without
from exback.model.happened import dated_runs
from exback.model.items import Choice, Option
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose
from exback.model.run import Run

from . import rhythm
from .check_in import is_high
from .contact import has_no_end

MONTH = 30
LONG_OVER = 60
WEEKS_LOOKED_AT = 4
DAYS_LOOKED_AT = 7 * WEEKS_LOOKED_AT
ENOUGH_CHECK_INS = 8
LOW_LONGING = 2
GOOD_MOOD = 6
BAD_DAY = 4
MOST_FALL = 0.5
MANY_CHECKS = 4
"""Checks on them in these weeks: about one a week."""
IN_TROUBLE = ("too-much", "afraid", "told-to-stop", "drinking")
"""What may be going on in “Something's wrong” that speaks against stopping."""


def _lately(journey: Journey, scale: str) -> list[int]:
    """Return the numbers of a scale on the last 28 days."""
    first = later(journey.today, 1 - DAYS_LOOKED_AT)
    return [value for day, value in by_day(journey, "check-in", scale, "day").items() if day >= first]


def _mean(values: Sequence[int]) -> float:
    return sum(values) / len(values)


def _may_stop(journey: Journey) -> bool:
    """Whether the numbers say that this isn't needed any more.

    The rule has been over for long, and for four weeks longing was low, mood good and steady, there was no slip, and no entry
    says otherwise.
    """
    return journey.once(("may stop", journey.today), lambda: _says_so(journey))


def _says_so(journey: Journey) -> bool:
    moods, longing = _lately(journey, "mood"), _lately(journey, "longing")
    half = len(moods) // 2
    return (
        rhythm.days_over(journey) >= LONG_OVER
        and min(len(moods), len(longing)) >= ENOUGH_CHECK_INS
        and _mean(longing) <= LOW_LONGING
        and _mean(moods) >= GOOD_MOOD
        and min(moods) >= BAD_DAY
        and _mean(moods[half:]) >= _mean(moods[:half]) - MOST_FALL
        and _no_slip().check(journey).open
        and not _often_checked(journey)
        and not _was_hard([run for run in journey.runs if journey.days_since(run) < DAYS_LOOKED_AT])
    )


def _no_slip() -> Gate:
    """Return a gate that is open when no slip was told of in these weeks, wherever that was."""
    from ..tracking import SLIP, SLIP_MENTIONS  # which imports the steps beside this one

    return days_without(SLIP.answers, *SLIP_MENTIONS, days=DAYS_LOOKED_AT, reason="")


def _often_checked(journey: Journey) -> bool:
    """Whether there were many checks on them in these weeks; a check-in only adds one on a day without an entry of its own."""
    from ..tracking import LOOK  # as above

    looks = [ago for ago, _ in dated_runs(journey, LOOK.answers) if ago < DAYS_LOOKED_AT]
    ticked = {ago for answers in LOOK.also for ago, _ in dated_runs(journey, answers) if ago < DAYS_LOOKED_AT}
    return len(looks) + len(ticked.difference(looks)) >= MANY_CHECKS


def _was_hard(runs: Sequence[Run]) -> bool:
    """Whether runs, also those that were left, tell of a hard hour or have words that give reason to be concerned."""
    if any(map(_tells_of_trouble, runs)):
        return True
    from ..concerns import CONCERNS  # only for those whose numbers say that they may stop

    texts = (text for run in runs for text in (*run.answers.values(), *run.drafts.values()))
    return CONCERNS.found_in(*(text for text in texts if isinstance(text, str))) is not None


def _tells_of_trouble(run: Run) -> bool:
    """Whether a run is of a strong urge or a plan for the worst hours, or says that low mood, worry or fear was high."""
    from .urge import STRONG_URGE  # as above

    answers = run.answers
    urges = [
        number for item in ("before", "after") if run.step == "urge" and isinstance(number := answers.get(item), int)
    ]
    return (
        is_high(run)
        or max(urges, default=0) >= STRONG_URGE
        or (run.step == "now" and answers.get("what") in IN_TROUBLE)
        or (run.step == "safety-plan" and any(answers.values()))
        or answers.get(AFRAID_OF_THEM.id) is True
    )


def _check_offered(journey: Journey) -> Verdict:
    """Open from a month after the rule on, if there is a choice to make."""
    is_choice = not rhythm.is_twice_a_week(journey) or _may_stop(journey)
    return OPEN if rhythm.days_over(journey) >= MONTH and is_choice else closed("", rhythm.STEP_ID)


def _check_needed(journey: Journey) -> Verdict:
    return closed("", rhythm.STEP_ID) if _may_stop(journey) else OPEN


def _numbers(here: Context) -> Prose:
    if not _may_stop(here.journey):
        return "You can still check in on any day, and change this at any time."
    longing, mood = (f"{_mean(_lately(here.journey, scale)):.1f}".removesuffix(".0") for scale in ("longing", "mood"))
    return (
        (
            f"Over the last {count(WEEKS_LOOKED_AT, 'week')} your longing averaged {longing} out of 10. Your mood was a steady {mood}. "
            f"{_for_how_long(here)}exback only sees these numbers. You know how you really are."
        ),
        "If you stop, nothing is deleted, and you won't be asked anything. To go on, start exback and choose “Go on”.",
    )


def _for_how_long(here: Context) -> str:
    """Return how long ago the rule's last day was; empty where it goes on, because it has no end date."""
    if here.withheld or has_no_end(here.journey):
        return ""
    return f"The last day of your rule was {count(rhythm.days_over(here.journey), 'day')} ago. "


def _mirror(here: Context) -> Prose:
    return {
        rhythm.DAILY: "You're checking in every day.",
        rhythm.TWICE: "From now on exback will ask for a check-in about twice a week.",
        rhythm.STOP: "You're stopping here, and everything you wrote is saved. To go on, start exback and choose “Go on”.",
    }[here.text(rhythm.ITEM)]


REFERS = (
    *rhythm.REFERS,
    *(("contact", item) for item in ("kind", "meant", "own-idea", "day", "earlier-day")),
    *(("urge", item) for item in ("before", "after", "wrote")),
    ("look", "what"),
    ("now", "what"),
    ("safety-plan", ""),
    ("one-invitation", "sent"),
    ("apology", "sent"),
    ("meet-and-go-slowly", "was"),
    *(("check-in", item) for item in ("mood", "longing", "day", "happened", "phq-1", "phq-2", "gad-1", "gad-2")),
)
STEP = Step(
    id=rhythm.STEP_ID,
    title="How often to check in",
    minutes=1,
    purpose="You don't have to check in every day for ever. You choose how often you do, or whether to stop.",
    opens=(rhythm.IS_OVER,),
    offered_when=(Gate(_check_offered, REFERS),),
    repeats=Repeat(due=MONTH, until=(Gate(_check_needed, REFERS),)),
    items=(
        Choice(
            rhythm.ITEM,
            lambda here: (
                f"{'You may not need this any more. ' if _may_stop(here.journey) else ''}How would you like to go on?"
            ),
            note=_numbers,
            options=(
                *rhythm.OPTIONS,
                Option(
                    rhythm.STOP,
                    "Stop using exback",
                    "everything you wrote stays saved",
                    when=lambda here: _may_stop(here.journey),
                ),
            ),
        ),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        "Always open: exback urge and exback crisis"
        if here.text(rhythm.ITEM) == rhythm.STOP
        else "You can change this at any time: exback step how-often"
    ),
)
