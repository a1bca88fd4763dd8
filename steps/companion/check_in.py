"""The daily check-in, and once a week the PHQ-2 and GAD-2, two short questionnaires that many clinics use."""

from datetime import date

from exback.model.context import Context, Run
from exback.model.dates import iso_day, later, short
from exback.model.gates import by_day
from exback.model.items import Choice, Choices, Kind, Option, Reading, Scale, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Table

from ..situation import owes_quiet
from .rhythm import RESTS

ROWS = {"mood": "Mood", "longing": "Longing", "sleep": "Sleep"}
DAYS_BACK = 7
WEEK = 7
DAYS_SHOWN = 3
HIGH_SCORE = 3
FREQUENCIES = (
    Option("0", "Not at all"),
    Option("1", "Several days"),
    Option("2", "More than half the days"),
    Option("3", "Nearly every day"),
)
QUESTION = "Over the last 2 weeks, how often have you been bothered by the following problem?"
PAIRS = {"low mood": ("phq-1", "phq-2"), "worry": ("gad-1", "gad-2")}


def _open_days(here: Context) -> tuple[date, ...]:
    """Return today and those of the last seven days, since the first check-in, that have no check-in yet."""
    moods = by_day(here.journey, "check-in", "mood", "day")
    if not moods:
        return (here.today,)
    first = min(moods)
    earlier = (later(here.today, -back) for back in range(1, DAYS_BACK + 1))
    return (here.today, *(day for day in earlier if day > first and day not in moods))


def _day_options(here: Context) -> tuple[Option, ...]:
    today, *missing = _open_days(here)
    return (
        Option(today.isoformat(), "Today"),
        *(Option(day.isoformat(), here.date(day)) for day in missing),
    )


def _asks_weekly(here: Context) -> bool:
    last = next((answer.run for answer in reversed(here.all_said("check-in", "gad-2"))), None)
    return here.journey.is_done("your-story") and (last is None or here.journey.days_since(last) >= WEEK)


def _score(answers: tuple[object, ...]) -> int | None:
    """Return the sum of a pair of answers, 0-6; None unless both were given."""
    numbers = [int(answer) for answer in answers if isinstance(answer, str) and answer in ("0", "1", "2", "3")]
    return sum(numbers) if len(numbers) == len(answers) else None


def is_high(run: Run) -> bool:
    """Whether a pair of the weekly questions scores 3 or more in a run."""
    return any((_score(tuple(run.answers.get(item) for item in pair)) or 0) >= HIGH_SCORE for pair in PAIRS.values())


def _is_high_again(here: Context) -> bool:
    """Whether a pair scores 3 or more now, and did the last time."""
    earlier = here.all_said("check-in", "gad-2")
    if not earlier:
        return False
    before = earlier[-1].run.answers
    return any(
        (_score(tuple(here[item] for item in pair)) or 0) >= HIGH_SCORE
        and (_score(tuple(before.get(item) for item in pair)) or 0) >= HIGH_SCORE
        for pair in PAIRS.values()
    )


def _high_again_reading(here: Context) -> Prose:
    before = here.all_said("check-in", "gad-2")[-1]
    scores = "; ".join(
        f"{name} {_score(tuple(here[item] for item in pair))} of 6 now and "
        f"{_score(tuple(before.run.answers.get(item) for item in pair))} of 6 on {here.date(before.day)}"
        for name, pair in PAIRS.items()
    )
    return f"""One of these was high again: {scores}. Each asks about two weeks, so the days may overlap. The numbers can't say why. They're a \
good reason to talk to a doctor or a counsellor soon. Take them with you.

You may be on edge because of what someone might do. That wouldn't be your fault, and it's a reason to get help. If it gets too \
heavy to wait, exback crisis lists people to talk to."""


def _is_high_for_the_first_time(here: Context) -> bool:
    """Whether a pair scores 3 or more now, but no pair did both this time and the last."""
    high = any((_score(tuple(here[item] for item in pair)) or 0) >= HIGH_SCORE for pair in PAIRS.values())
    return high and not _is_high_again(here)


def _comparison(here: Context) -> tuple[Table, ...]:
    """Return a table of this run's day and the three nearest to it, oldest first; the last check-in of a day counts."""
    answers = {_day_of(run): run.answers for run in here.journey.finished("check-in")}
    this_day = _day_of_this_run(here)
    others = sorted(day for day in answers if day != this_day)
    if not others:
        return ()
    answers[this_day] = {scale: here.number(scale) for scale in ROWS}
    # A check-in may be made up to a week late, so days after this one can be among the nearest.
    days = sorted([*sorted(others, key=lambda day: abs((day - this_day).days))[:DAYS_SHOWN], this_day])
    rows = tuple((label, *(str(answers[day].get(scale, "")) for day in days)) for scale, label in ROWS.items())
    return (Table(("", *(short(day) for day in days)), rows),)


def _day_of(run: Run) -> date:
    return iso_day(run.answers.get("day")) or run.day


def _day_of_this_run(here: Context) -> date:
    return iso_day(here.answers.get("day")) or here.run_day


def _mirror(here: Context) -> Prose:
    return (_summary(here), *_comparison(here))


def _summary(here: Context) -> str:
    numbers = f"Mood {here.number('mood')}, longing {here.number('longing')}, sleep {here.number('sleep')}."
    values = by_day(here.journey, "check-in", "mood", "day")
    week = [values[day] for day in sorted(values) if day >= later(here.today, -WEEK)]
    if len(week) < 3:
        return f"{numbers} That's one more day written down."
    mean = sum(week) / len(week)
    return f"{numbers} Your mood over the last week was {mean:.0f} on average."


def _small_thing(here: Context) -> Prose:
    happened = here.picks("happened")
    if "contact" in happened:
        return "There was contact. When you have two minutes: exback contact"
    if "looked" in happened:
        if owes_quiet(here):
            return "You checked on them. Mute it now, and sign out. They have a right not to be watched."
        return "You checked on them. It isn't contact, and nothing is lost. One small thing: mute that account now."
    if here.number("sleep") <= 3:
        return "One small thing: no screen for the last half hour tonight."
    return "One small thing: three slow breaths before you pick up the phone again."


STEP = Step(
    id="check-in",
    title="Check-in",
    minutes=1,
    purpose="A number a day shows you over the weeks what one evening can't.",
    why=("checking-helps",),
    repeats=Repeat(apart=0, due=1, until=(RESTS,)),
    items=(
        Choice(
            "day",
            "Which day is this about?",
            options=_day_options,
            preset=True,
            when=lambda here: len(_open_days(here)) > 1,
            note="You can fill in a missed day up to a week later.",
        ),
        Scale("mood", "How was your mood?", ends=("as low as it gets", "very good")),
        Scale("longing", "How much did you long for them?", ends=("not at all", "all day")),
        Scale("sleep", "How did you sleep?", ends=("hardly at all", "very well")),
        Choices(
            "happened",
            "Did either of these happen?",
            optional=True,
            options=(
                Option("contact", "Contact", "a message, a call or a meeting, beyond what your rule allows"),
                Option("looked", "A check on them", "looking at their profile, or asking about them"),
            ),
        ),
        Text("line", "Anything to say about the day, in one line?", optional=True, kind=Kind.NOTE),
        Reading(
            "weekly",
            """Once a week exback asks four more questions: two about mood (called PHQ-2) and two about worry (called GAD-2).

They aren't a diagnosis. If a pair stays high, exback says so and tells you where to find help.""",
            when=_asks_weekly,
        ),
        Choice(
            "phq-1", f"{QUESTION} Little interest or pleasure in doing things", options=FREQUENCIES, when=_asks_weekly
        ),
        Choice("phq-2", f"{QUESTION} Feeling down, depressed, or hopeless", options=FREQUENCIES, when=_asks_weekly),
        Choice("gad-1", f"{QUESTION} Feeling nervous, anxious, or on edge", options=FREQUENCIES, when=_asks_weekly),
        Choice(
            "gad-2", f"{QUESTION} Not being able to stop or control worrying", options=FREQUENCIES, when=_asks_weekly
        ),
        Reading(
            "high-once",
            "These two weeks sound heavy. You don't have to wait for a second number to talk to a doctor, or to someone you trust. If it "
            "gets too heavy, exback crisis lists people to talk to.",
            when=_is_high_for_the_first_time,
        ),
        Reading(
            "twice-high",
            _high_again_reading,
            when=_is_high_again,
        ),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
    form={**ROWS, "day": "Day", "happened": "Happened", "line": "One line, if you like"},
)
