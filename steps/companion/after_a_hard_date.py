"""How a hard date really was, asked from the day after it, beside what was expected."""

from collections.abc import Iterable
from datetime import date

from exback.model.context import Context
from exback.model.dates import count, iso_day, later
from exback.model.gates import OPEN, Gate, Verdict, closed
from exback.model.items import Choice, Option, Scale
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, inline
from exback.model.run import Value

from ..situation import named_person, without_stop

STEP_ID = "after-a-hard-date"
BAD = ("not bad at all", "as bad as it gets")
DAYS_ASKED = 14
ENOUGH_PAIRS = 5
STILL_BAD = 7


def _hard_dates(journey: Journey) -> dict[str, dict[str, Value]]:
    """Return by day, in order, what was last expected of each hard date on it, by what it's called."""
    days: dict[str, dict[str, Value]] = {}
    for answer in journey.all_said("hard-dates", "when"):
        name = without_stop(inline(str(answer.run.answers.get("what") or "")))
        on_that_day = days.setdefault(str(answer.value), {})
        forecast = answer.run.answers.get("forecast")
        on_that_day[name] = on_that_day.get(name) if forecast is None else forecast
    return dict(sorted(days.items()))


def _expected(journey: Journey) -> dict[str, int]:
    """Return by day, in order, the highest number that was expected of the hard dates on it."""
    days = _hard_dates(journey).items()
    numbers = {day: [number for number in dates.values() if isinstance(number, int)] for day, dates in days}
    return {day: max(expected) for day, expected in numbers.items() if expected}


def _names(dates: Iterable[str]) -> str:
    """Return what the hard dates of one day are called: "Their birthday and Office party"."""
    *others, last = [name for name in dates if name] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def _real(journey: Journey) -> dict[str, int]:
    """Return by day how the hard dates were that have been told of."""
    answers = journey.all_said(STEP_ID, "real")
    days = ((answer.run.answers.get("which"), answer.value) for answer in answers)
    return {day: real for day, real in days if isinstance(day, str) and isinstance(real, int)}


def _unanswered(journey: Journey) -> tuple[date, ...]:
    """Return the hard dates of the last 14 days that had a forecast and haven't been asked about, earliest first."""
    answered, today = _real(journey), journey.today
    days = (day for each in _expected(journey) if each not in answered and (day := iso_day(each)) is not None)
    return tuple(day for day in days if later(today, -DAYS_ASKED) <= day < today)


def _check_past(journey: Journey) -> Verdict:
    return OPEN if _unanswered(journey) else closed("", STEP_ID)


PAST = Gate(_check_past, (("hard-dates", "when"), ("hard-dates", "forecast")))


def _pairs(journey: Journey, real: dict[str, int]) -> list[tuple[int, int]]:
    """Return what was expected and how it was, for each hard date that has both."""
    return [(number, real[day]) for day, number in _expected(journey).items() if day in real]


def on_average(journey: Journey, **now: int) -> str:
    """Return what was expected of all hard dates and how they were; empty before there are five. `now` is told in this run."""
    pairs = _pairs(journey, {**_real(journey), **now})
    if len(pairs) < ENOUGH_PAIRS:
        return ""
    expected, real = (f"{sum(numbers) / len(pairs):.1f}".removesuffix(".0") for numbers in zip(*pairs, strict=True))
    dates = count(len(pairs), "hard date")
    if expected == real:
        return f"You've been through {dates} so far. You expected {expected} on average, and you were right."
    return f"You've been through {dates} so far. You expected {expected} on average, and it was {real}."


def _which(here: Context) -> tuple[Option, ...]:
    dates = _hard_dates(here.journey)
    return tuple(
        Option(day.isoformat(), here.date(day), _names(dates[day.isoformat()])) for day in _unanswered(here.journey)
    )


def _question(here: Context) -> Prose:
    """Ask about the day that is chosen or, until one is, about the earliest."""
    is_chosen, earliest = "which" in here.answers, next(iter(_unanswered(here.journey)), None)
    day = iso_day(here.answers["which"]) if is_chosen else earliest
    if day is None:
        return "How bad was it, 0 to 10?"
    name = _names(_hard_dates(here.journey).get(day.isoformat(), ()))
    return f"How bad was {here.date(day)}{f' ({name})' if name else ''}, 0 to 10?"


def _mirror(here: Context) -> Prose:
    day, real = str(here.answers.get("which")), here.number("real")
    expected = _expected(here.journey).get(day)
    if expected is None:
        return f"It was {real}."
    return (
        f"You expected {real}, and you were right." if expected == real else f"You expected {expected}. It was {real}.",
        *filter(None, (on_average(here.journey, **{day: real}),)),
    )


STEP = Step(
    id=STEP_ID,
    title="How the hard date was",
    minutes=1,
    purpose="You said how bad the day would be. How it really was can help you judge the next one.",
    why=("forecast",),
    opens=(PAST,),
    offered_when=(PAST,),
    repeats=Repeat(due=0, again=(PAST,)),
    dated_by=("which",),
    items=(
        Choice(
            "which",
            "Which day is this about?",
            options=_which,
            preset=True,
            when=lambda here: bool(_which(here)),
        ),
        Scale("real", _question, ends=BAD),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        f"That was a hard day. One small thing: tell {named_person(here) or 'someone'} how it was. "
        "If it's still that bad, talk to someone: exback crisis"
        if here.number("real") >= STILL_BAD
        else "One small thing: write down what helped, for the next hard date."
    ),
)
