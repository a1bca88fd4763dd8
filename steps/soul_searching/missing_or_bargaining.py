"""Six short scales on three days and twice later: is it the person you miss, or do you want the pain to end?"""

from collections.abc import Mapping

from exback.model.context import Context, Run
from exback.model.dates import short
from exback.model.gates import any_of, asked_again, runs, spaced_runs
from exback.model.items import Choice, Option, Reading, Scale, Text, Wording
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote, Table

from ..ended import HAS_ENDED
from ..situation import afraid, left

STEP_ID = "missing-or-bargaining"
SCALES = {
    "longing": ("Longing", "How much do you miss them today?"),
    "acceptance": ("Acceptance", "How well can you accept today that it's over?"),
    "rumination": ("Going in circles", "How much have your thoughts gone in circles today?"),
    "hope": ("Hope", "How strong is your hope that you'll get back together?"),
    "loneliness": ("Loneliness", "How lonely are you, apart from missing them?"),
    "either-way": ("Living with it", "How well could you live with it either way?"),
}
BEHIND_A_BOUNDARY = {
    "hope": "How much do you still hope it could be different?",
    "either-way": "How well could you live with it as it is?",
}
"""What is asked of someone for whom there's only one way."""
TIMES = 3
DAYS_APART = 2
LATER = (30, 60)
"""Days after the first of the three, on which the six questions come once more.

They are counted from the first day here, and not from the rule, because a new rule may begin at any time.
"""
HIGH_RUMINATION = 7


def goes_in_circles(here: Context) -> bool:
    """Whether their thoughts went in circles a lot (7 or more of 10) at least twice."""
    answers = here.all_said(STEP_ID, "rumination")
    return sum(1 for answer in answers if isinstance(answer.value, int) and answer.value >= HIGH_RUMINATION) >= 2


def _earlier(here: Context) -> list[Run]:
    """Return the runs beside which today is shown: of the first three days, and the latest since."""
    counted = spaced_runs(here.journey, STEP_ID, DAYS_APART)
    return [*counted[:TIMES], *counted[TIMES:][-1:]]


def _is_third_day(here: Context) -> bool:
    return len(_earlier(here)) == TIMES - 1


def _is_later(here: Context) -> bool:
    return len(_earlier(here)) >= TIMES


def _asks(scale: str, question: str) -> Wording:
    """Return the question of a scale. Behind a boundary it doesn't speak of getting back together."""
    return lambda here: BEHIND_A_BOUNDARY.get(scale, question) if here.withheld else question


def _introduction(here: Context) -> Prose:
    wanting = (
        "You may still want them back. You can want that without doing anything about it. But what is it that you want?"
        if here.withheld
        else "You may want them back, and that can be a good wish. But what is it that you want?"
    )
    return f"""{wanting}

Is it them you miss? Or are you bargaining, and telling yourself that this would stop hurting if only they came back? Not \
everyone who grieves does that, and there's no fixed order. It's only a question, and your answer may be no.

One evening can't answer it. On a bad night you'd say one thing, and on a good day another. So you'll give six numbers today, \
six more in two days, and another six two days after that. Then you'll compare them. exback will ask again after a \
month, and after two months.

These are our own six questions, not a validated test."""


def _comparison(here: Context) -> Prose:
    return _weeks_later(here) if _is_later(here) else _three_days(here)


def _numbers_by_day(here: Context) -> list[tuple[str, Mapping[str, object]]]:
    """Return the days side by side, today last, each with its answers."""
    today = {scale: here.number(scale) for scale in SCALES}
    earlier = [(short(here.journey.day(run)), run.answers) for run in _earlier(here)]
    return [*earlier, (short(here.today), today)]


def _three_days(here: Context) -> Prose:
    days = _numbers_by_day(here)
    rows = (
        (label, *(str(answers.get(scale, "")) for _, answers in days)) for scale, (label, _question) in SCALES.items()
    )
    return (
        (
            "Here are the three days together. This isn't a validated test, and three days don't prove anything. Look for what "
            "changed, if anything did."
        ),
        Table(("", *(day for day, _ in days)), tuple(rows)),
        (
            "Did you miss them more when you were lonelier? Then ask yourself whether it's them you miss, or whether you want the "
            "loneliness to stop. Did you miss them just as much on a better day? Then it may be something else. Three days can't tell you. "
            "Only you can."
        ),
        *_if_left(here),
    )


def _weeks_later(here: Context) -> Prose:
    """Return the days as rows of two tables: five of them are too wide for the narrowest screen as columns."""
    days = _numbers_by_day(here)
    tables = (
        Table(
            ("", *(SCALES[scale][0] for scale in scales)),
            tuple((day, *(str(answers.get(scale, "")) for scale in scales)) for day, answers in days),
        )
        for scales in (tuple(SCALES)[:3], tuple(SCALES)[3:])
    )
    return (
        (
            "Here are the first three days, and today. This isn't a validated test, and it doesn't prove anything. Look for what "
            "changed, if anything did."
        ),
        *tables,
        (
            "If you miss them less now, that doesn't mean it wasn't real then. If you miss them as much as before, you don't have to "
            "do anything about it."
        ),
    )


def _if_left(here: Context) -> tuple[str, ...]:
    if afraid(here):
        return ("You can miss someone who frightened you. That doesn't mean it would be safe to be with them.",)
    if not left(here):
        return ()
    return ("You left. Some days, what feels like missing them may be guilt. Going back may not take guilt away.",)


def _days(here: Context) -> tuple[Option, ...]:
    return (
        *(Option(here.journey.day(run).isoformat(), here.date(here.journey.day(run))) for run in _earlier(here)),
        Option(here.today.isoformat(), here.near(here.today)),
    )


def _mirror(here: Context) -> Prose:
    if here.answers.get("since-then"):
        first = _earlier(here)[0]
        day = here.date(here.journey.day(first))
        then, now = first.answers.get("longing", ""), f"on {here.date(here.run_day)}" if here.is_later else "today"
        return (
            f"How much you missed them, out of 10: {then} on {day}, {here.number('longing')} {now}.",
            Quote(here.text("since-then"), None, "What's different, the way you see it:"),
        )
    if here.answers.get("says"):
        return (
            f"The day you trust the most is {here.date(here.day('truest'))}.",
            Quote(here.text("says"), None, "You said this about it:"),
        )
    number = len(_earlier(here)) + 1
    return f"Day {number} of {TIMES}. Missing them is at {here.number('longing')}, and “Living with it” is at {here.number('either-way')}."


THREE_DAYS = (runs(STEP_ID, TIMES, days_apart=DAYS_APART),)
ASKED_SO_FAR = asked_again(STEP_ID, TIMES, days_apart=DAYS_APART, later=LATER)

STEP = Step(
    id=STEP_ID,
    title="Is it them I miss?",
    minutes=5,
    purpose="One evening can't tell you whether you miss them or want the pain to end. Several days may.",
    why=("checking-helps", "left-behind"),
    complete=THREE_DAYS,
    repeats=Repeat(apart=DAYS_APART, due=DAYS_APART, until=(any_of(ASKED_SO_FAR, HAS_ENDED),)),
    items=(
        Reading(
            "question",
            _introduction,
            claims=("S7", "S9"),
            when=lambda here: not _earlier(here),
        ),
        *(
            Scale(scale, _asks(scale, question), ends=("not at all", "very much"))
            for scale, (_, question) in SCALES.items()
        ),
        Reading("side-by-side", _comparison, when=lambda here: _is_third_day(here) or _is_later(here)),
        Choice(
            "truest",
            "Which of the three days do you trust the most?",
            options=_days,
            when=_is_third_day,
            claims=("S9",),
        ),
        Text("says", "What does that day tell you about what you miss?", long=True, when=_is_third_day, claims=("S7",)),
        Text(
            "since-then",
            "What's different now from those first three days?",
            long=True,
            note="“Nothing” is fine too.",
            when=_is_later,
            claims=("S9",),
        ),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        "One small thing: do something ordinary now. exback will ask again in two days."
        if len(_earlier(here)) < TIMES - 1
        else "One small thing: leave it for today. You've looked long enough."
    ),
)
