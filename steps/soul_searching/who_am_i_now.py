"""Your roles, your values and what you put aside, and three things to take back."""

from exback.model.context import Context
from exback.model.items import Choice, Choices, Option, Reading, Recall, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import afraid, tied_by

VALUES = {
    "honesty": "Honesty",
    "kindness": "Kindness",
    "freedom": "Freedom",
    "family": "Family",
    "friends": "Friendship",
    "learning": "Learning",
    "work": "Good work",
    "play": "Play and humour",
    "faith": "Faith",
    "body": "Body and health",
    "beauty": "Music, art, nature",
    "fairness": "Fairness",
}


def _things_to_take_back(here: Context) -> tuple[Option, ...]:
    return tuple(Option(n, here.words(f"back-{n}")) for n in ("1", "2", "3") if here.text(f"back-{n}"))


def _mirror(here: Context) -> Prose:
    chosen = here.text("this-week")
    values = ", ".join(VALUES[value].lower() for value in here.picks("values"))
    return (f"What matters to you: {values}.", Quote(here.text(f"back-{chosen}"), None, "And this week you take back:"))


STEP = Step(
    id="who-am-i-now",
    title="Who am I now",
    minutes=12,
    purpose="Two lives grow into each other. When one goes, it is hard to say where you begin.",
    why=("self-unclear", "checking-helps"),
    repeats=Repeat(apart=7),
    items=(
        Reading(
            "self-reading",
            """After a breakup many people know less clearly who they are. It has been seen in several studies, and you may \
know it from the mornings: whose music is this, whose plans, whose friends?

It's not a defect. Two lives had grown into each other, and yours is finding its edge again. In one study of 210 people, those \
who came to four long sessions of questions about it were clearer about who they were than those who came to two short ones.

So: what you are to other people, what matters to you, and what you put aside for the two of you. From the last, you take \
three things back. Small ones will do.""",
        ),
        Text(
            "roles",
            "What are you to other people, now?",
            long=True,
            note=lambda here: (
                "A parent, whatever the two of you are to each other now. And a friend, a neighbour, the one who fixes bikes."
                if tied_by(here, "children")
                else "Friend, neighbour, colleague, the one who fixes bikes."
            ),
        ),
        Choices(
            "values",
            "What matters most to you?",
            claims=("C3",),
            least=1,
            note="Three or four, not all.",
            options=tuple(Option(value, label) for value, label in VALUES.items()),
        ),
        Recall("last-time", "Last time you took this back:", step="who-am-i-now", item="back-1"),
        Text(
            "put-aside",
            lambda here: (
                "What did you give up, or have taken from you?"
                if afraid(here)
                else "What did you put aside for the two of you?"
            ),
            long=True,
            note=lambda here: (
                "A friend, your money, an evening, an opinion. It may not have been your choice. Take back first what is safe."
                if afraid(here)
                else "A hobby, a friend, a town, a way of spending Sundays, an opinion."
            ),
        ),
        Text("back-1", "One thing to take back:"),
        Text("back-2", "A second one:", optional=True),
        Text("back-3", "A third one:", optional=True),
        Choice("this-week", "Which of them this week?", options=_things_to_take_back, claims=("S12",)),
    ),
    mirror=_mirror,
    small_thing="One small thing: take the first step of it today, even if it is only looking up the opening hours.",
)
