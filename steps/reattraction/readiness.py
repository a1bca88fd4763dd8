"""The conditions of stage 3: what each of them takes, whether it holds, and the first day on which it could.

A person who isn't ready sees which are missing and when to look again, and isn't asked before that day.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from msgspec import Struct

from exback.model.dates import day_of, later, spelt
from exback.model.gates import (
    OPEN,
    Gate,
    Verdict,
    answered,
    at_least,
    closed,
    days_without,
    quiet,
    ran_its_length,
    runs,
    steady,
)
from exback.model.happened import dated_runs
from exback.model.journey import Journey
from exback.model.run import Run
from exback.model.tracking import Answers

from .. import promise
from ..companion import check_in, contact, rhythm
from ..tracking import SLIP, SLIP_MENTIONS

STEP_ID = "am-i-ready"
VERSION = 2
"""The version of the step that asks for all these conditions."""
WEEK = 7
DAYS = 14
SHORTEST_RULE = 14
ENOUGH_CHECK_INS = 8
ENOUGH_TWICE_A_WEEK = 4
FAIR_MOOD = 5
MOST_FALL = 0.5
HAPPY = 6
FINE = 8
WEEKS_IN_A_ROW = 2
MOST_DELAYS = 2
"""So many times a high pair of weekly answers delays; after that it's a concern, and the person decides."""


class Condition(Struct, frozen=True):
    """A condition: the words for when it holds, its gate, and the words for when it doesn't, if the gate has none that fit."""

    holds: str
    gate: Gate
    missing: str = ""


def _in_a_row(values: Sequence[object]) -> int:
    """Return how many of the last values are true."""
    return sum(1 for _ in takewhile(bool, reversed(values)))


def _weekly_chance(journey: Journey, step: str, times: int) -> date:
    """Return the first day on which a weekly step can have been done `times` times more."""
    last = journey.last(step)
    first = journey.today if last is None else journey.date_after(last, WEEK)
    return later(first, WEEK * (times - 1))


def _decided(journey: Journey) -> Verdict:
    verdict = DECISION.check(journey)
    if verdict.open:
        return OPEN
    day = verdict.date or _weekly_chance(journey, "decide", 2)
    return closed("You haven't decided twice, a week apart, to invite them.", "decide", day)


def _happy_without(journey: Journey) -> Verdict:
    answers = journey.all_said("two-questions", "without")[-WEEKS_IN_A_ROW:]
    high = _in_a_row([isinstance(answer.value, int) and answer.value >= HAPPY for answer in answers])
    if high >= WEEKS_IN_A_ROW:
        return OPEN
    numbers = " and ".join(str(answer.value) for answer in answers) or "no answer yet"
    reason = f"Happy without them: {numbers}. You need {HAPPY}, two weeks in a row."
    return closed(reason, "two-questions", _weekly_chance(journey, "two-questions", WEEKS_IN_A_ROW - high))


def _wanting(journey: Journey) -> Verdict:
    answer = journey.said("happy-without", "need-or-want")
    if answer is not None and answer.value != "need":
        return OPEN
    reason = (
        "You said you need them. Wanting them is fine."
        if answer
        else "You haven't said whether you need them or want them."
    )
    return closed(reason, "happy-without", _weekly_chance(journey, "happy-without", 1))


def _moods(journey: Journey) -> dict[int, int]:
    """Return the mood of each of the last 14 days that has one, by how many days ago that was, the earliest first."""
    return journey.once(("moods", journey.today), lambda: _moods_of_today(journey))


def _moods_of_today(journey: Journey) -> dict[int, int]:
    check_ins = dated_runs(journey, Answers(step="check-in", item="mood", dated_by=("day",)))
    moods = {ago: mood for ago, run in check_ins if ago < DAYS and isinstance(mood := run.answers["mood"], int)}
    return dict(sorted(moods.items(), reverse=True))


def _enough(journey: Journey) -> int:
    """Return how many days with a check-in it takes: fewer once they've been twice a week for as long as is looked at."""
    return ENOUGH_TWICE_A_WEEK if rhythm.is_twice_a_week(journey, DAYS) else ENOUGH_CHECK_INS


def _enough_check_ins_on(journey: Journey, days_ago: Sequence[int]) -> date:
    """Return the first day on which there can be enough check-ins, with one on every day from now on."""

    def has_enough(days: int) -> bool:
        new = days + (0 not in days_ago)
        return new + sum(ago + days < DAYS for ago in days_ago) >= _enough(journey)

    return later(journey.today, next(days for days in range(DAYS) if has_enough(days)))


def _check_ins(journey: Journey) -> Verdict:
    days_ago = tuple(_moods(journey))
    if len(days_ago) >= _enough(journey):
        return OPEN
    days = spelt(len(days_ago)) if days_ago else "none"
    reason = f"You checked in on {days} of the last {DAYS} days. You need {_enough(journey)}."
    return closed(reason, "check-in", _enough_check_ins_on(journey, days_ago))


def _mood(journey: Journey) -> Verdict:
    values = list(_moods(journey).values())
    if not values:
        reason = "exback can't tell how your mood is until you check in."
        return closed(reason, "check-in", _enough_check_ins_on(journey, ()))
    if sum(values) < FAIR_MOOD * len(values):
        mean = sum(values) * 10 // len(values) / 10  # rounded down, so that it never reads as enough
        reason = f"Your mood was {mean:g} out of 10 on average. You need {FAIR_MOOD}."
        return closed(reason, "check-in", later(journey.today, WEEK))
    if _fell(values):
        return closed("Your mood has been falling. Give it time.", "check-in", later(journey.today, WEEK))
    return OPEN


def _fell(values: list[int]) -> bool:
    """Whether the mean of the later half is clearly below that of the earlier half."""
    half = len(values) // 2
    rest = len(values) - half
    # The difference of the two means, multiplied out so that rounding can't decide.
    return sum(values[:half]) * rest - sum(values[half:]) * half > MOST_FALL * half * rest


def _are_both_high(weekly: Sequence[Run]) -> bool:
    """Whether mood or worry was high in each of the two latest."""
    return len(weekly) >= WEEKS_IN_A_ROW and all(map(check_in.is_high, weekly[-WEEKS_IN_A_ROW:]))


def _delays(journey: Journey) -> int:
    """Return how often high answers have delayed the person before now."""
    weekly = check_in.weekly_runs(journey)
    looks = (run for run in journey.finished(STEP_ID) if run.step_version >= VERSION)
    return sum(
        journey.days_since(look) >= DAYS
        and _are_both_high([run for run in weekly if run.finish_number < look.finish_number])
        for look in looks
    )


def _calm(journey: Journey) -> Verdict:
    if not _are_both_high(check_in.weekly_runs(journey)) or _delays(journey) >= MOST_DELAYS:
        return OPEN
    reason = "Your last two weekly answers showed low mood or a lot of worry. Please talk to a doctor, or to one of the helplines in exback crisis."
    return closed(reason, "check-in", later(journey.today, DAYS))


def concern(journey: Journey) -> str:
    """Return what the weekly answers about mood and worry leave to say when they bar nothing, empty if that is nothing."""
    weekly = check_in.weekly_runs(journey)
    if len(weekly) < WEEKS_IN_A_ROW:
        return "There aren't enough weekly answers about mood and worry yet for exback to say anything about them."
    if _are_both_high(weekly) and _calm(journey).open:
        return (
            "One concern: your weekly answers still show low mood or a lot of worry. That doesn't stop you here, but please talk to a "
            "doctor. You can also call a helpline: exback crisis"
        )
    return ""


def _own_life(journey: Journey) -> Verdict:
    plans = journey.finished("live-forward")
    came_about = _in_a_row([run.answers.get("came-about") for run in plans])
    if came_about >= WEEKS_IN_A_ROW:
        return OPEN
    reason = (
        "One of your weekly plans happened. It takes two weeks in a row."
        if came_about
        else "Something you planned has to happen two weeks in a row."
    )
    left = WEEKS_IN_A_ROW - came_about + (not plans)
    return closed(reason, "live-forward", _weekly_chance(journey, "live-forward", left))


def _takes_a_no(journey: Journey) -> Verdict:
    run = journey.last(STEP_ID)
    numbers = [] if run is None else [number for number in _given_on_its_day(run) if isinstance(number, int)]
    return OPEN if numbers and min(numbers) >= FINE else closed(NOT_FINE, STEP_ID)


def _given_on_its_day(run: Run) -> Iterator[object]:
    """Yield the answer about a no and, if it was changed on a later day, also what it was on the day of the run."""
    yield run.answers.get("fine-with-no")
    for earlier in run.history:
        if earlier.item == "fine-with-no" and day_of(earlier.until) != run.day:
            yield earlier.value


def _rule_over(journey: Journey) -> Verdict:
    if contact.has_no_end(journey):
        return closed(NO_END, promise.MADE_IN, later(journey.today, SHORTEST_RULE))
    return RULE.check(journey)


NO_END = "Your rule has no end date. You can make one that has."
NOT_FINE = f"You wouldn't be all right with a no yet. You need {FINE} out of 10."
RULE = ran_its_length(promise.MADE_IN, *promise.LENGTH, began=promise.BEGAN, reason="Your rule isn't over yet.")
DECISION = answered("decide", "choice", "invitation", times=2, days_apart=7)
WEEKLY = tuple(("check-in", item) for pair in check_in.PAIRS.values() for item in pair)
CALM = Condition("Your weekly answers haven't shown low mood or a lot of worry twice in a row.", Gate(_calm, WEEKLY))
CONDITIONS = (
    Condition("Your rule is over.", Gate(_rule_over, RULE.refers)),
    Condition("You decided twice to invite them.", Gate(_decided, DECISION.refers)),
    Condition(
        f"You can be happy without them: {HAPPY} or more, two weeks in a row.",
        Gate(_happy_without, (("two-questions", "without"),)),
    ),
    Condition("You said you don't need them.", Gate(_wanting, (("happy-without", "need-or-want"),))),
    Condition(
        f"You checked in often enough in the last {DAYS} days.",
        Gate(_check_ins, (("check-in", "mood"), ("check-in", "day"), *rhythm.REFERS)),
    ),
    Condition(
        f"Your mood was {FAIR_MOOD} or more on average, and it isn't falling.",
        Gate(_mood, (("check-in", "mood"), ("check-in", "day"))),
    ),
    CALM,
    Condition(
        "Something you planned happened two weeks in a row.",
        Gate(_own_life, (("live-forward", "came-about"),)),
    ),
    Condition(
        "You've had a week without a slip.",
        days_without(
            SLIP.answers,
            *SLIP_MENTIONS,
            days=WEEK,
            reason="You told exback about contact in the last seven days.",
        ),
    ),
)
TAKES_A_NO = Condition(
    f"You'd be all right with a no: {FINE} out of 10 or more.", Gate(_takes_a_no, ((STEP_ID, "fine-with-no"),))
)
READY = tuple(condition.gate for condition in (*CONDITIONS, TAKES_A_NO))


def signs(journey: Journey) -> tuple[Verdict, ...]:
    """Return how it is with every condition but the answer about a no; one that is a `concern` is left to that."""
    return journey.once(("signs", journey.today), lambda: tuple(_signs(journey)))


def _signs(journey: Journey) -> Iterator[Verdict]:
    for condition in CONDITIONS:
        if condition is not CALM or not concern(journey):
            yield sign(condition, journey)


def sign(condition: Condition, journey: Journey) -> Verdict:
    """Return how it is with one condition: its verdict, with the reason in words also where it holds."""
    verdict = condition.gate.check(journey)
    words = condition.holds if verdict.open else condition.missing or verdict.reason
    return Verdict(verdict.open, words, verdict.date, verdict.step)


def days_to_wait(journey: Journey) -> int:
    """Return for how many days there is no point in looking again: a week, or until the last condition could hold."""
    dates = [each.date for each in signs(journey) if each.date is not None]
    return max([WEEK, *((day - journey.today).days for day in dates)])


def _wait_is_over(journey: Journey) -> Verdict:
    look = journey.last(STEP_ID)
    if look is None or look.step_version < VERSION:
        return OPEN  # an earlier version named other days
    days = journey.once(("days to wait", look.id), lambda: days_to_wait(journey.as_of(look)))
    is_over = journey.days_since(look) >= days
    return OPEN if is_over else closed("You know what's missing.", STEP_ID, journey.date_after(look, days))


WAIT_IS_OVER = Gate(_wait_is_over, tuple(dict.fromkeys(reference for gate in READY for reference in gate.refers)))
"""Open from the day that the last look named."""

READY_IN_VERSION_1 = (
    RULE,
    DECISION,
    steady("check-in", "mood", "day", days=DAYS, drop=MOST_FALL, reason="Your mood has been falling."),
    quiet("contact", "kind", contact.SLIPS, WEEK, "You wrote to them, or asked to meet, within the last 7 days."),
    runs("live-forward", 2, days_apart=WEEK),
    at_least(STEP_ID, "fine-with-no", FINE, NOT_FINE),
)
"""What the first version of the step asked for. Whoever did it then has done it."""
