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
        Quote(why, runs[-1].day, f"{lead}, you said last:")
        for item, lead in (("want-why", "About wanting them"), ("without-why", "About being happy without them"))
        if isinstance(why := last.get(item), str)
    )
    return (
        "You have answered these before. First see what you said; then say what is true today.",
        Table(("", "Want them", "Happy without"), rows),
        *quotes,
    )


def _mirror(here: Context) -> Prose:
    before = here.journey.last("two-questions")
    now = f"Want them {here.number('want')}, happy without {here.number('without')}."
    if before is None:
        return f"{now} Nothing has to follow from two numbers. Next week you can compare."
    return f"{now} Last time it was {before.answers.get('want')} and {before.answers.get('without')}."


STEP = Step(
    id="two-questions",
    title="Two questions",
    minutes=6,
    purpose="Two questions, every week. Asked every week, they show you what moves.",
    why=("checking-helps",),
    repeats=Repeat(apart=7, due=7, until=(HAS_ENDED,)),
    items=(
        Reading(
            "two-reading",
            """Two questions. Do you want them in your life? Can you be happy without them?

They sound like one question, and they are two. You can want somebody and be fine without them. You can be unhappy \
without somebody you do not even want back. It helps to know which of these is you.

You will be asked every week. Do not try to be consistent. Say what is so today; the weeks will do the rest.""",
            claims=("C1",),
            when=lambda here: here.last("two-questions") is None,
        ),
        Reading(
            "wanting-and-safe",
            "Wanting somebody and being safe with them are two different things. You may want them, and answer so. Nothing here "
            "leads back to them.",
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
        Scale("without", "Can I be happy without them?", ends=("no, not now", "yes, fully"), claims=("C1", "S14")),
        Text("without-why", lambda here: f"Why {here.number('without')} for being happy without them?", long=True),
    ),
    mirror=_mirror,
    small_thing="One small thing: leave it until next week. These answers take time.",
)
