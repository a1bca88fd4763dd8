"""The day in under a minute, and once a week two short sets of questions that many clinics use."""

from datetime import date

from exback.model.boundaries import FOR_THEIR_SAKE
from exback.model.context import Context, Run
from exback.model.dates import later, short
from exback.model.gates import by_day
from exback.model.items import Choice, Choices, Kind, Option, Reading, Scale, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Table

ROWS = {"mood": "Mood", "longing": "Longing", "sleep": "Sleep"}
BACK_DAYS = 7
WEEK = 7
SHOWN = 3
HIGH = 3
OFTEN = (
    Option("0", "Not at all"),
    Option("1", "Several days"),
    Option("2", "More than half the days"),
    Option("3", "Nearly every day"),
)
LEAD = "Over the last 2 weeks, how often have you been bothered by the following problem?"
PAIRS = {"low mood": ("phq-1", "phq-2"), "worry": ("gad-1", "gad-2")}


def _open_days(here: Context) -> tuple[date, ...]:
    """Today, and the last seven days since the first check-in that have none yet."""
    told = by_day(here.journey, "check-in", "mood", "day")
    if not told:
        return (here.today,)
    first = min(told)
    earlier = (later(here.today, -back) for back in range(1, BACK_DAYS + 1))
    return (here.today, *(day for day in earlier if day > first and day not in told))


def _days(here: Context) -> tuple[Option, ...]:
    today, *missing = _open_days(here)
    return (
        Option(today.isoformat(), "Today"),
        *(Option(day.isoformat(), here.date(day)) for day in missing),
    )


def _asks_weekly(here: Context) -> bool:
    last = next((said.run for said in reversed(here.all_said("check-in", "gad-2"))), None)
    return here.journey.is_done("your-story") and (last is None or here.journey.days_since(last) >= WEEK)


def _score(answers: tuple[object, ...]) -> int | None:
    numbers = [int(one) for one in answers if isinstance(one, str) and one in ("0", "1", "2", "3")]
    return sum(numbers) if len(numbers) == len(answers) else None


def _twice_high(here: Context) -> bool:
    """Whether one pair is 3 or more now and was so the last time."""
    earlier = here.all_said("check-in", "gad-2")
    if not earlier:
        return False
    before = earlier[-1].run.answers
    return any(
        (_score(tuple(here[item] for item in pair)) or 0) >= HIGH
        and (_score(tuple(before.get(item) for item in pair)) or 0) >= HIGH
        for pair in PAIRS.values()
    )


def _again_high(here: Context) -> Prose:
    before = here.all_said("check-in", "gad-2")[-1]
    told = "; ".join(
        f"{name} {_score(tuple(here[item] for item in pair))} of 6 now and "
        f"{_score(tuple(before.run.answers.get(item) for item in pair))} of 6 on {here.date(before.day)}"
        for name, pair in PAIRS.items()
    )
    return f"""Again one of these was high: {told}. Each asks about two weeks, so the days overlap. Neither says why. It is a good \
reason to talk to a doctor or a counsellor soon. Bring these numbers along.

You may be on edge because of what somebody might do. That would not be your fault, and it is a reason to get help. If it \
gets too heavy to wait: exback crisis lists people who answer now."""


def _high_now(here: Context) -> bool:
    """Whether one pair is 3 or more, and was not so the last time."""
    high = any((_score(tuple(here[item] for item in pair)) or 0) >= HIGH for pair in PAIRS.values())
    return high and not _twice_high(here)


def _side_by_side(here: Context) -> tuple[Table, ...]:
    """The days nearest to the one in hand beside each other, oldest first; what was told last of a day counts."""
    told = {_told_of(run): run.answers for run in here.journey.finished("check-in")}
    in_hand = _day_in_hand(here)
    others = sorted(day for day in told if day != in_hand)
    if not others:
        return ()
    told[in_hand] = {scale: here.number(scale) for scale in ROWS}
    # The days up to the one in hand and, for a day told later, those that came after it.
    shown = sorted([*sorted(others, key=lambda day: abs((day - in_hand).days))[:SHOWN], in_hand])
    rows = tuple((label, *(str(told[day].get(scale, "")) for day in shown)) for scale, label in ROWS.items())
    return (Table(("", *(short(day) for day in shown)), rows),)


def _told_of(run: Run) -> date:
    return _as_day(run.answers.get("day"), run.day)


def _day_in_hand(here: Context) -> date:
    return _as_day(here.answers.get("day"), here.run_day)


def _as_day(told: object, otherwise: date) -> date:
    try:
        return date.fromisoformat(told) if isinstance(told, str) else otherwise
    except ValueError:
        return otherwise


def _mirror(here: Context) -> Prose:
    return (_in_words(here), *_side_by_side(here))


def _in_words(here: Context) -> str:
    told = f"Mood {here.number('mood')}, longing {here.number('longing')}, sleep {here.number('sleep')}."
    values = by_day(here.journey, "check-in", "mood", "day")
    week = [values[day] for day in sorted(values) if day >= later(here.today, -WEEK)]
    if len(week) < 3:
        return f"{told} One more day that you looked at honestly."
    mean = sum(week) / len(week)
    return f"{told} Your mood over the last week was {mean:.0f} on average."


def _small_thing(here: Context) -> Prose:
    happened = here.picks("happened")
    if "contact" in happened:
        return "There was contact. When you have two minutes: exback contact"
    if "looked" in happened:
        if here.held & FOR_THEIR_SAKE:
            return "You looked. Mute it now, and sign out. They have a right not to be watched."
        return "You looked. Looking is not contact, and nothing is lost. One small thing: mute that account now."
    if here.number("sleep") <= 3:
        return "One small thing: no screen for the last half hour tonight."
    return "One small thing: three slow breaths before you pick up the phone again."


STEP = Step(
    id="check-in",
    title="Check-in",
    minutes=1,
    purpose="A number a day shows you what no single evening can: that it moves.",
    why=("checking-helps",),
    repeats=Repeat(apart=0, due=1),
    items=(
        Choice(
            "day",
            "Which day is this about?",
            options=_days,
            when=lambda here: len(_open_days(here)) > 1,
            note="Days without a check-in can be told up to a week later.",
        ),
        Scale("mood", "How was your mood?", ends=("as low as it gets", "very good")),
        Scale("longing", "How much did you long for them?", ends=("not at all", "all day")),
        Scale("sleep", "How did you sleep?", ends=("hardly at all", "very well")),
        Choices(
            "happened",
            "Was there contact, or did you look?",
            note="Leave it empty if there was nothing.",
            options=(
                Option("contact", "Contact", "a message, a call or a meeting, beyond what your rule allows"),
                Option("looked", "I looked", "at their profile, or asked about them"),
            ),
        ),
        Text("line", "One line about the day?", optional=True, kind=Kind.NOTE),
        Reading(
            "weekly",
            """Once a week exback asks four more questions: two about mood (they are called PHQ-2) and two about worry (GAD-2).

They are no diagnosis. If one of the pairs stays high, exback says so, and names people who can help.""",
            when=_asks_weekly,
        ),
        Choice("phq-1", f"{LEAD} Little interest or pleasure in doing things", options=OFTEN, when=_asks_weekly),
        Choice("phq-2", f"{LEAD} Feeling down, depressed, or hopeless", options=OFTEN, when=_asks_weekly),
        Choice("gad-1", f"{LEAD} Feeling nervous, anxious, or on edge", options=OFTEN, when=_asks_weekly),
        Choice("gad-2", f"{LEAD} Not being able to stop or control worrying", options=OFTEN, when=_asks_weekly),
        Reading(
            "high-once",
            "These two weeks sound heavy. You need not wait for a second number to talk to a doctor, or to somebody you trust.",
            when=_high_now,
        ),
        Reading(
            "twice-high",
            _again_high,
            when=_twice_high,
        ),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
