"""Two questions asked every week: how much they want the other one, and how happy they can be without them."""

from exback.model.context import Context
from exback.model.items import Reading, Scale, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote, Table

from ..ended import HAS_ENDED
from ..situation import afraid, owes_quiet

ANSWERS_SHOWN = 5


def _earlier(here: Context) -> Prose:
    runs = here.journey.finished("two-questions")[-ANSWERS_SHOWN:]
    if not runs:
        return ""
    # One row per day, without the weekday, so that five of them fit the narrowest screen.
    rows = tuple(
        (
            here.date(run.day).partition(" ")[2],
            str(run.answers.get("want", "")),
            str(run.answers.get("without", "")),
        )
        for run in runs
    )
    last = runs[-1].answers
    quotes = tuple(
        Quote(why, runs[-1].day, lead)
        for item, lead in (
            ("want-why", "What you last said about wanting them:"),
            ("without-why", "What you last said about being happy without them:"),
        )
        if isinstance(why := last.get(item), str)
    )
    return (
        "You've answered these two before. Read what you said then, and say what's true today.",
        Table(("", "Want them", "Happy without"), rows),
        *quotes,
    )


def _what_it_is_for(here: Context) -> str:
    """Return what the number is looked at for, empty where nothing leads to an invitation."""
    if here.withheld or here.asks_safety or HAS_ENDED.check(here.journey).open:
        return ""
    return (
        "exback looks at this before any invitation (6 or more, two weeks in a row), so it only helps you if it's true."
    )


def _mirror(here: Context) -> Prose:
    before = here.journey.last("two-questions")
    day = f"On {here.date(here.run_day)} it was" if here.is_later else "Today it's"
    now = f"{day} {here.number('want')} for wanting them, and {here.number('without')} for being happy without them."
    if before is None:
        return f"{now} You don't have to do anything about them. You can compare next week."
    return f"{now} Last time it was {before.answers.get('want')} and {before.answers.get('without')}."


STEP = Step(
    id="two-questions",
    title="Two questions, once a week",
    minutes=6,
    purpose="Do you want them in your life? Can you be happy without them? You answer every week and see what changes.",
    why=("checking-helps",),
    repeats=Repeat(apart=7, due=7, until=(HAS_ENDED,)),
    items=(
        Reading(
            "two-reading",
            """Here are two questions. Do you want them in your life? And can you be happy without them?

They sound like the same question, but they aren't. You can want someone and be fine without them. You can also be unhappy without \
someone you don't even want back. It helps to know which of these is true for you.

You'll be asked every week. You don't have to give the same answers each time. Say what's true today. After a few weeks \
you'll see whether anything is changing.""",
            claims=("C1",),
            when=lambda here: here.last("two-questions") is None,
        ),
        Reading(
            "wanting-and-safe",
            "Wanting someone and being safe with them are two different things. If you want them, you can say so here. exback "
            "won't help you get back to them.",
            when=afraid,
        ),
        Reading(
            "wanting-and-peace",
            "If you want them, you can say so here. exback still won't help you reach them. You don't have to want them "
            "less to leave them alone.",
            when=owes_quiet,
        ),
        Reading("earlier", _earlier),
        Scale(
            "want",
            "How much do you want them in your life?",
            ends=("not at all", "very much"),
            claims=("C1",),
        ),
        Text(
            "want-why",
            lambda here: f"What's behind the {here.number('want')} for wanting them?",
            long=True,
            optional=True,
            note="You can skip this.",
        ),
        Scale(
            "without",
            "How happy can you be without them?",
            ends=("not happy at all", "completely happy"),
            note=_what_it_is_for,
            claims=("C1", "S14"),
        ),
        Text(
            "without-why",
            lambda here: f"What's behind the {here.number('without')} for being happy without them?",
            long=True,
            optional=True,
            note="You can skip this.",
        ),
    ),
    mirror=_mirror,
    small_thing="One small thing: leave the two questions alone until next week.",
)
