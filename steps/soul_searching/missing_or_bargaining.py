"""Six short scales on three days: is it the person you miss, or do you want the pain to end?"""

from exback.model.context import Context, Run
from exback.model.dates import short
from exback.model.gates import runs
from exback.model.items import Choice, Option, Reading, Scale, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote, Table

from ..situation import afraid, left

SCALES = {
    "longing": ("Longing", "How much do you long for them today?"),
    "acceptance": ("Acceptance", "How far can you accept today that it ended?"),
    "rumination": ("Going in circles", "How much have your thoughts gone in circles?"),
    "hope": ("Hope", "How strong is the hope that you get back together?"),
    "loneliness": ("Loneliness", "How lonely are you, apart from missing them?"),
    "either-way": ("Fine either way", "How far could you live well with either outcome?"),
}
TIMES = 3


def _earlier(here: Context) -> tuple[Run, ...]:
    return here.journey.finished("missing-or-bargaining")[-(TIMES - 1) :]


def _is_third_day(here: Context) -> bool:
    return len(_earlier(here)) >= TIMES - 1


def _introduction(here: Context) -> Prose:
    wanting = (
        "You may want them back. Wanting is not a plan. It can be"
        if here.withheld
        else "Wanting somebody back can be a good wish. It can also be"
    )
    return f"""{wanting} a way of bargaining: if only they came back, this would stop hurting. Not everybody \
who grieves goes through that, and there is no fixed order. It is a question, not a finding.

You cannot answer it on one evening, because every evening is sure of itself. So you give six numbers today, six more in \
two days, and six after that. Then you look at all of them at once."""


def _comparison(here: Context) -> Prose:
    earlier = _earlier(here)
    rows = tuple(
        (label, *(str(run.answers.get(scale, "")) for run in earlier), str(here.number(scale)))
        for scale, (label, _) in SCALES.items()
    )
    head = ("", *(short(run.day) for run in earlier), short(here.today))
    return (
        "Three days, side by side. This is not a validated test, and three days prove nothing. Look for what moved, if anything did.",
        Table(head, rows),
        (
            "If longing rises on the days when you are lonely, some of it may be loneliness, or a wish for the pain to stop. Some "
            "call that bargaining. If it does not, it may be something else. Three days cannot tell. Only you can say."
        ),
        *_if_left(here),
    )


def _if_left(here: Context) -> tuple[str, ...]:
    if afraid(here):
        return ("You can long for somebody who frightened you. Longing says nothing about whether it would be safe.",)
    if not left(here):
        return ()
    return (
        "You were the one who left. On some days, what feels like longing may be guilt. Going back does not settle guilt.",
    )


def _days(here: Context) -> tuple[Option, ...]:
    return (
        *(Option(run.day.isoformat(), here.date(run.day)) for run in _earlier(here)),
        Option(here.today.isoformat(), "Today"),
    )


def _mirror(here: Context) -> Prose:
    if not _is_third_day(here):
        count = len(_earlier(here)) + 1
        return f"Day {count} of {TIMES}: longing {here.number('longing')}, fine either way {here.number('either-way')}."
    return (
        f"Of the three days, this one was truest for you: {here.date(here.day('truest'))}.",
        Quote(here.text("says"), None, "You said about it:"),
    )


THREE_DAYS = (runs("missing-or-bargaining", TIMES, days_apart=2),)

STEP = Step(
    id="missing-or-bargaining",
    title="Missing or bargaining",
    minutes=5,
    purpose="One evening cannot tell you whether you miss them or want the pain to end. Three days may.",
    why=("checking-helps", "left-behind"),
    complete=THREE_DAYS,
    repeats=Repeat(apart=2, due=2, until=THREE_DAYS),
    items=(
        Reading(
            "question",
            _introduction,
            claims=("S7", "S9"),
            when=lambda here: not _earlier(here),
        ),
        *(Scale(scale, question, ends=("not at all", "very much")) for scale, (_, question) in SCALES.items()),
        Reading("side-by-side", _comparison, when=_is_third_day),
        Choice("truest", "Which of the three days was the truest?", options=_days, when=_is_third_day),
        Text("says", "What does that day say about what you miss?", long=True, when=_is_third_day),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        "One small thing: leave it for today. You have looked long enough."
        if _is_third_day(here)
        else "One small thing: do something ordinary now. exback asks again in two days."
    ),
)
