"""The daily check-in, and once a week the PHQ-2 and GAD-2, two short questionnaires that many clinics use."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from exback.model.context import Context, Run
from exback.model.dates import iso_day, later
from exback.model.gates import by_day
from exback.model.items import Choice, Choices, Kind, Option, Reading, Scale, Text
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose

from .contact import may_settle_for_children, running_rule
from .rhythm import RESTS

DAYS_BACK = 7
WEEK = 7
HIGH_SCORE = 3
FREQUENCIES = (
    Option("0", "Not at all"),
    Option("1", "Several days"),
    Option("2", "More than half the days"),
    Option("3", "Nearly every day"),
)
QUESTION = "Over the last 2 weeks, how often have you been bothered by the following problem?"
PAIRS = {"low mood": ("phq-1", "phq-2"), "worry": ("gad-1", "gad-2")}
# Whoever gets the same page again reads other words the next time.
HIGH_ONCE = (
    """These two weeks sound hard. You can talk to a doctor now, or to someone you trust. If it gets too much, call someone: \
exback crisis""",
    """One score is high. Four short questions can't say why, but they're reason enough to see a doctor or a counsellor. Try to go \
this week. If it gets too much before then, talk to someone: exback crisis""",
)
HIGH_AGAIN = (
    """One score was high again: {scores}. The numbers can't say why, but they're a good reason to talk to a doctor or a counsellor \
soon. Take them with you.

You may be on edge because of what someone might do. That wouldn't be your fault, and it's a reason to get help. If it gets too \
much before then, a helpline will listen: exback crisis""",
    """Twice in a row, one score was high: {scores}. If you've talked to a doctor or a counsellor already, tell them it hasn't \
changed. If you haven't, this is the week to ask for an appointment.

You may be worried about what someone might do. That's a reason to get help too, and it isn't your fault. If you \
can't wait that long, call someone: exback crisis""",
)


def _open_days(here: Context) -> tuple[date, ...]:
    """Return today, and then those of the last seven days, since the first check-in, that have no check-in yet: oldest first."""
    moods = by_day(here.journey, "check-in", "mood", "day")
    if not moods:
        return (here.today,)
    first = min(moods)
    earlier = (later(here.today, -back) for back in range(DAYS_BACK, 0, -1))
    return (here.today, *(day for day in earlier if day > first and day not in moods))


def _day_options(here: Context) -> tuple[Option, ...]:
    today, *missing = _open_days(here)
    return (
        Option(today.isoformat(), here.near(today)),
        *(Option(day.isoformat(), here.date(day)) for day in missing),
    )


def day_of_this_run(here: Context) -> date:
    """Return the day that a check-in is about, today until another one is chosen."""
    return iso_day(here.answers.get("day")) or here.run_day


def _happened_options(here: Context) -> tuple[Option, ...]:
    today = "today" if day_of_this_run(here) == here.journey.as_it_is.today else "that day"
    has_rule = running_rule(here) is not None
    hint = (
        "a message, call or meeting that your rule doesn't allow"
        if has_rule
        else "about anything but the children"
        if may_settle_for_children(here)
        else "a message, a call or a meeting"
    )
    return (
        Option("contact", "Contact", hint, row=f"Contact {today}?"),
        Option("looked", "A check on them", "looking at their profile, or asking about them", row="Checked on them?"),
    )


def _asks_weekly(here: Context) -> bool:
    """Whether the four questions are asked: once a week, and not in the week that begins with the first check-in."""
    if here.finished is not None:  # who corrects an old check-in is asked nothing more about that day
        return "gad-2" in here.given
    asked = [answer.run for answer in here.all_said("check-in", "gad-2")]
    earlier = asked[-1:] or here.journey.finished("check-in")[:1]
    return here.journey.is_done("your-story") and any(here.journey.days_since(run) >= WEEK for run in earlier)


def _score(answers: tuple[object, ...]) -> int | None:
    """Return the sum of a pair of answers, 0-6; None unless both were given."""
    numbers = [int(answer) for answer in answers if isinstance(answer, str) and answer in ("0", "1", "2", "3")]
    return sum(numbers) if len(numbers) == len(answers) else None


def _scores(answers: Mapping[str, object]) -> dict[str, int | None]:
    return {name: _score(tuple(answers.get(item) for item in pair)) for name, pair in PAIRS.items()}


def _high(answers: Mapping[str, object]) -> set[str]:
    """Return the names of the pairs that score 3 or more."""
    return {name for name, score in _scores(answers).items() if score is not None and score >= HIGH_SCORE}


def is_high(run: Run) -> bool:
    """Whether a pair of the weekly questions scores 3 or more in a run."""
    return bool(_high(run.answers))


def weekly_runs(journey: Journey) -> list[Run]:
    """Return the check-ins in which at least one of the pairs was answered, oldest first."""
    return [
        run for run in journey.finished("check-in") if any(score is not None for score in _scores(run.answers).values())
    ]


def _follow_up(now: Mapping[str, object], before: Mapping[str, object]) -> tuple[str, ...]:
    """Return the texts one of which follows the four questions; none if no pair is high."""
    if _high(now) & _high(before):
        return HIGH_AGAIN
    return HIGH_ONCE if _high(now) else ()


def _follows(texts: tuple[str, ...], here: Context) -> bool:
    return _follow_up(_weekly_answers(here), _all_weekly(here)[-1]) == texts


def _weekly_answers(here: Context) -> dict[str, object]:
    return {item: here[item] for pair in PAIRS.values() for item in pair}


def _all_weekly(here: Context) -> list[Mapping[str, object]]:
    """Return the answers of every earlier check-in with the four questions, oldest first, after an empty one."""
    return [{}, *(answer.run.answers for answer in here.all_said("check-in", "gad-2"))]


def _next_of(texts: tuple[str, ...], here: Context) -> str:
    """Return another text than the last time that one of them came up."""
    weeks = _all_weekly(here)
    times = sum(_follow_up(now, before) == texts for before, now in pairwise(weeks))
    return texts[times % len(texts)]


def _high_again(here: Context) -> Prose:
    before = here.all_said("check-in", "gad-2")[-1]
    then = _scores(before.run.answers)
    scores = "; ".join(
        f"{name} {score} out of 6 now and {then[name]} out of 6 on {here.date(before.day)}"
        for name, score in _scores(_weekly_answers(here)).items()
    )
    return _next_of(HIGH_AGAIN, here).format(scores=scores)


def _closing(here: Context) -> Prose:
    from .check_in_closing import closing  # every command loads the steps, and few see the end of one

    return closing(here)


def _small_thing(here: Context) -> Prose:
    from .check_in_closing import small_thing  # as above

    return small_thing(here)


STEP = Step(
    id="check-in",
    title="Check-in",
    minutes=1,
    purpose="Over a few weeks, a number a day may show you what's changing.",
    why=("checking-helps",),
    repeats=Repeat(apart=0, due=1, until=(RESTS,)),
    momentary=True,
    dated_by=("day",),
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
        Scale("longing", "How much did you miss them?", ends=("not at all", "all day")),
        Scale("sleep", "How did you sleep?", ends=("hardly at all", "very well")),
        Choices(
            "happened",
            "Did any of these happen?",
            optional=True,
            options=_happened_options,
        ),
        Text("line", "What was the day like, in one line?", optional=True, kind=Kind.NOTE),
        Reading(
            "weekly",
            """Once a week exback asks four more questions: two about mood (called PHQ-2) and two about worry (called GAD-2).

They aren't a diagnosis. If either pair stays high, exback says so and tells you where to find help.""",
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
            lambda here: _next_of(HIGH_ONCE, here),
            when=lambda here: _follows(HIGH_ONCE, here),
        ),
        Reading(
            "twice-high",
            _high_again,
            when=lambda here: _follows(HIGH_AGAIN, here),
        ),
    ),
    mirror=_closing,
    small_thing=_small_thing,
    form={
        "day": "Day",
        "mood": "Mood",
        "longing": "Longing",
        "sleep": "Sleep",
        "happened": "Happened",
        "line": "One line, if you like",
    },
)
