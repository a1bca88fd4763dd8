"""Two questions asked again and again: do I want them in my life, and can I be happy without them?"""

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
        Quote(why, runs[-1].day, f"{lead}, you said last time:")
        for item, lead in (("want-why", "About wanting them"), ("without-why", "About being happy without them"))
        if isinstance(why := last.get(item), str)
    )
    return (
        "You've answered these before. Look at what you said, and then say what's true today.",
        Table(("", "Want them", "Happy without"), rows),
        *quotes,
    )


def _what_it_is_for(here: Context) -> str:
    """Return what the number is looked at for, empty where nothing leads to an invitation."""
    if here.withheld or here.is_unasked or HAS_ENDED.check(here.journey).open:
        return ""
    return (
        "exback looks at this before any invitation (6 or more, two weeks in a row), so it only helps you if it's true."
    )


def _mirror(here: Context) -> Prose:
    before = here.journey.last("two-questions")
    now = f"Want them {here.number('want')}, happy without {here.number('without')}."
    if before is None:
        return f"{now} You don't have to do anything about two numbers. Next week you can compare them."
    return f"{now} Last time it was {before.answers.get('want')} and {before.answers.get('without')}."


STEP = Step(
    id="two-questions",
    title="Two questions",
    minutes=6,
    purpose="Two questions, asked every week. Over the weeks you see what changes.",
    why=("checking-helps",),
    repeats=Repeat(apart=7, due=7, until=(HAS_ENDED,)),
    items=(
        Reading(
            "two-reading",
            """Two questions. Do you want them in your life? Can you be happy without them?

They sound like one question, but they're two. You can want someone and be fine without them. You can be unhappy \
without someone you don't even want back. It helps to know which of these is you.

You'll be asked every week. Don't try to be consistent. Say what's true today. Over the weeks you'll see what changes.""",
            claims=("C1",),
            when=lambda here: here.last("two-questions") is None,
        ),
        Reading(
            "wanting-and-safe",
            "Wanting someone and being safe with them are two different things. You may want them, and you can say so here. Nothing "
            "here leads back to them.",
            when=afraid,
        ),
        Reading(
            "wanting-and-peace",
            "You may want them, and you can say so here. The way to them stays closed all the same. A week in which you left them "
            "in peace was a good week, whatever the numbers say.",
            when=owes_quiet,
        ),
        Reading("earlier", _earlier),
        Scale("want", "Do I want them in my life?", ends=("not at all", "very much"), claims=("C1",)),
        Text("want-why", lambda here: f"Why {here.number('want')} for wanting them in your life?", long=True),
        Scale(
            "without",
            "Can I be happy without them?",
            ends=("no, not now", "yes, fully"),
            note=_what_it_is_for,
            claims=("C1", "S14"),
        ),
        Text("without-why", lambda here: f"Why {here.number('without')} for being happy without them?", long=True),
    ),
    mirror=_mirror,
    small_thing="One small thing: leave these questions until next week. They take time.",
)
