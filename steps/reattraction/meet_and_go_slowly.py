"""Before the meeting, after it, and four weekly looks at the old reason."""

from exback.context import Context
from exback.items import Choice, Option, Reading, Recall, Scale, Text
from exback.program import Repeat, Step
from exback.prose import Quote
from exback.rules import answered, runs

REVIEWS = 4


def _before(here: Context) -> bool:
    return here.last("meet-and-go-slowly") is None


def _after(here: Context) -> bool:
    return len(here.journey.finished("meet-and-go-slowly")) == 1


def _review(here: Context) -> bool:
    return len(here.journey.finished("meet-and-go-slowly")) > 1


STEP = Step(
    id="meet-and-go-slowly",
    title="Meet, and go slowly",
    minutes=8,
    purpose="One coffee, and then a slow look at whether the old reason is still in the room.",
    why=("cycling", "if-then"),
    opens=(answered("one-invitation", "reply", "yes"),),
    complete=(runs("meet-and-go-slowly", 2 + REVIEWS),),
    repeats=Repeat(apart=1, due=7),
    reaches_out=True,
    items=(
        Reading(
            "meet-reading",
            """You will meet. Keep it as small as it is: a coffee, an hour, a friendly goodbye. Nothing has to be settled there.

Before you go, put down what you hope for, what you will not bring up, and how you will leave. Afterwards you come back and \
write how it was. And if it goes on, exback looks with you at the old reason, once a week, four times.""",
            when=_before,
        ),
        Text("hope", "What do you hope for, honestly?", long=True, when=_before),
        Text("not-raise", "What will you not bring up?", when=_before),
        Text(
            "leave", "How and when will you leave?", note="“At five, I have told my sister I am coming.”", when=_before
        ),
        Recall("hoped", "Before the meeting you hoped for:", step="meet-and-go-slowly", item="hope"),
        Text("was", "How was it?", long=True, when=_after),
        Choice(
            "goes-on",
            "Does it go on?",
            options=(Option("yes", "Yes, slowly"), Option("no", "No"), Option("unsure", "I do not know yet")),
            when=_after,
        ),
        Choice(
            "want",
            "What do you want from it?",
            options=(
                Option("relationship", "The relationship"),
                Option("comfort", "Comfort"),
                Option("unsure", "I do not know"),
            ),
            note="One may want the relationship and the other only comfort. Say which, before anybody gets hurt.",
            when=lambda here: (_after(here) and here["goes-on"] != "no") or _review(here),
        ),
        Text(
            "they-want",
            "And they? What did they say, not what you read into it?",
            long=True,
            when=lambda here: (_after(here) and here["goes-on"] != "no") or _review(here),
        ),
        Recall("old-reason", "The reason it ended, as you told it:", step="your-story", item="reasons"),
        Scale("reason-back", "How much of that is back?", ends=("nothing", "all of it"), when=_review),
        Text(
            "said-aloud",
            "What did you say out loud this week that you would once have swallowed?",
            long=True,
            when=_review,
        ),
    ),
    mirror=lambda here: (
        (Quote(here.text("leave"), None, "You know how you will leave:"),)
        if _before(here)
        else (Quote(here.text("was"), None, "It was like this:"),)
        if _after(here)
        else (f"Of the old reason, {here.number('reason-back')} of 10 is back. You looked.",)
    ),
    small_thing="One small thing: keep the plan you have with somebody else this week.",
)
