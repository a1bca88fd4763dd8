"""Before the meeting, after it, and four weekly looks at the old reason."""

from exback.context import Context
from exback.items import Choice, Option, Reading, Recall, Scale, Text
from exback.program import Repeat, Step
from exback.prose import Quote
from exback.rules import answered, any_of, runs

REVIEWS = 4


def _before(here: Context) -> bool:
    return here.last("meet-and-go-slowly") is None


def _after(here: Context) -> bool:
    return len(here.journey.finished("meet-and-go-slowly")) == 1


def _review(here: Context) -> bool:
    return len(here.journey.finished("meet-and-go-slowly")) > 1


def _went_on(here: Context) -> bool:
    """Whether it goes on after the meeting, as far as is known."""
    return here.told("meet-and-go-slowly", "goes-on") != "no"


def _looks_on(here: Context) -> bool:
    return (_after(here) and here["goes-on"] != "no") or (_review(here) and _went_on(here))


LOOKED = (any_of(runs("meet-and-go-slowly", 2 + REVIEWS), answered("meet-and-go-slowly", "goes-on", "no")),)

STEP = Step(
    id="meet-and-go-slowly",
    title="Meet, and go slowly",
    minutes=8,
    purpose="One coffee, and then a slow look at whether the old reason is still in the room.",
    why=("cycling", "if-then"),
    opens=(answered("one-invitation", "reply", "yes"),),
    complete=LOOKED,
    repeats=Repeat(apart=1, due=7, until=LOOKED),
    reaches_out=True,
    items=(
        Reading(
            "meet-reading",
            """You will meet. Keep it as small as it is: a coffee, an hour, a friendly goodbye. Nothing has to be settled there. Meet \
in a public place, and have your own way home.

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
        Reading(
            "stops",
            "You met, and it does not go on. That is an answer, and you asked honestly. Nothing more is asked here. When you are "
            "ready, “Letting go” is open, and it begins with what you keep.",
            when=lambda here: (_after(here) and here["goes-on"] == "no") or (_review(here) and not _went_on(here)),
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
            when=_looks_on,
        ),
        Text(
            "they-want",
            "And what do they want? Write what they said, not what you think they meant.",
            long=True,
            when=_looks_on,
        ),
        Recall("old-reason", "The reason it ended, as you told it:", step="your-story", item="reasons"),
        Scale(
            "reason-back",
            "How much of that is back?",
            ends=("nothing", "all of it"),
            when=lambda here: _review(here) and _went_on(here),
        ),
        Text(
            "said-aloud",
            "What did you say out loud this week that you would once have swallowed?",
            long=True,
            when=lambda here: _review(here) and _went_on(here),
        ),
    ),
    mirror=lambda here: (
        (Quote(here.text("leave"), None, "You know how you will leave:"),)
        if _before(here)
        else (Quote(here.text("was"), None, "It was like this:"),)
        if _after(here)
        else ("It does not go on, and you need not hold it open.",)
        if not _went_on(here)
        else (f"Of the old reason, {here.number('reason-back')} of 10 is back. You looked.",)
    ),
    small_thing="One small thing: keep the plan you have with somebody else this week.",
)
