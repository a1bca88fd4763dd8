"""Your roles, your values and what you put aside, three things to pick up again, and what you want now."""

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
FITS = {
    "mostly": "Most of it",
    "partly": "Some of it",
    "hardly": "Hardly any of it",
    "unknown": "I don't know",
}
FITS_SENTENCES = {
    "mostly": "As far as you know, most of that fits with what they want.",
    "partly": "As far as you know, some of that fits with what they want, and some doesn't.",
    "hardly": "As far as you know, hardly any of that fits with what they want.",
    "unknown": "You don't know whether that fits with what they want.",
}


def _things_to_pick_up(here: Context) -> tuple[Option, ...]:
    return tuple(Option(n, here.words(f"back-{n}")) for n in ("1", "2", "3") if here.text(f"back-{n}"))


def _asks_what_they_want(here: Context) -> Prose:
    return "What do you want now, in any relationship?" if here.withheld else "What do you want now, in a relationship?"


def _mirror(here: Context) -> Prose:
    chosen = here.text("this-week")
    values = ", ".join(VALUES[value].lower() for value in here.picks("values"))
    return (
        f"What matters most to you: {values}.",
        Quote(here.text("want-now"), None, "What you want now:"),
        *((FITS_SENTENCES[here.text("fits")],) if here.answers.get("fits") else ()),
        Quote(here.text(f"back-{chosen}"), None, "This week you're picking this up again:"),
    )


STEP = Step(
    id="who-am-i-now",
    title="Who you are now, and what you want",
    minutes=15,
    purpose="Two lives grow together. When that ends, it's hard to tell which parts are yours.",
    why=("self-unclear", "checking-helps"),
    repeats=Repeat(apart=7),
    items=(
        Reading(
            "self-reading",
            """After a breakup, many people are less sure who they are. Three studies found this, and you may have noticed it \
too. Is this your music or theirs? Are these your plans, your friends?

That doesn't mean something's wrong with you. Your life and theirs had grown together, and it takes time to tell which \
parts are yours. In one study of 210 people, those who came to four long sessions of questions ended up clearer about who they \
were than those who came to two short ones.

The questions here are about who you are to other people, what matters to you, what you gave up, and what you want now. \
You'll choose up to three of the things you gave up, and pick them up again. Small ones are fine.""",
        ),
        Text(
            "roles",
            "Who are you to other people now?",
            long=True,
            note=lambda here: (
                "A parent, whatever else has changed. A friend, a neighbour, the one who fixes bikes."
                if tied_by(here, "children")
                else "A friend, a neighbour, a colleague, the one who fixes bikes."
            ),
        ),
        Choices(
            "values",
            "What matters most to you?",
            least=1,
            note="Three or four, not all of them.",
            options=tuple(Option(value, label) for value, label in VALUES.items()),
        ),
        Recall("last-time", "Last time you chose to pick this up again:", step="who-am-i-now", item="back-1"),
        Text(
            "put-aside",
            lambda here: (
                "What did you give up, or have taken from you?"
                if afraid(here)
                else "What did you give up for the two of you?"
            ),
            long=True,
            note=lambda here: (
                "A friend, your money, an evening, an opinion. It may not have been your choice. Start with what's safe."
                if afraid(here)
                else "A hobby, a friend, a town, the way you spend Sundays, an opinion."
            ),
        ),
        Text("back-1", "What's one thing you'll pick up again?", note="Something you can start without them."),
        Text("back-2", "What's a second one?", optional=True),
        Text("back-3", "What's a third one?", optional=True),
        Choice("this-week", "Which one will you pick up again this week?", options=_things_to_pick_up, claims=("S12",)),
        Recall("wanted-before", "Last time you wanted this:", step="who-am-i-now", item="want-now"),
        Text(
            "want-now",
            _asks_what_they_want,
            long=True,
            note=lambda here: (
                "“To say no, and have it be fine.” “My own money.”"
                if afraid(here)
                else "“To live by the sea.” “Someone who talks about hard things.”"
            ),
            claims=("C3",),
        ),
        Choice(
            "fits",
            "As far as you know, does that fit with what they want?",
            options=tuple(Option(fit, label) for fit, label in FITS.items()),
            note="Go by what they've told you. Don't ask them now.",
            when=lambda here: not here.withheld,
            claims=("C3",),
        ),
    ),
    mirror=_mirror,
    small_thing="One small thing: make a start on it today or tomorrow, even if it's only for five minutes.",
)
