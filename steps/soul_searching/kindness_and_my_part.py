"""A kind note to yourself, and then your own part in it."""

from exback.boundaries import AFRAID_OF_THEM
from exback.context import Context
from exback.items import Choice, Option, Reading, Recall, Text
from exback.program import Repeat, Step
from exback.prose import Prose, Quote
from exback.rules import done

from ..situation import broke_trust, left, was_betrayed


def _kind_first(here: Context) -> Prose:
    last = (
        "You broke their trust, so this may be hard to look at. A friend who knows it all still talks to you. That is the voice "
        "to begin with."
        if broke_trust(here)
        else "They broke your trust. What they did is not your part; do not look for it there. You may still find something small "
        "that is yours."
        if was_betrayed(here)
        else "You left, and leaving is not a wrong in itself. Your part, if there is one, lies in how it was done, or in what came "
        "before."
        if left(here)
        else "When that is written, you look at your own part: what you did that you would not want done to you."
    )
    return f"""First kindness, then honesty. It is easier in this order.

In a study of about a hundred people, those who spoke kindly of themselves after a divorce had fewer intrusive thoughts, \
up to nine months later. It shows a link, not a cause. Kind does not mean that you did nothing wrong. It means that you \
speak to yourself as you would to a friend who did the same.

{last} If you were hurt or controlled, that is not your part."""


def _mirror(here: Context) -> Prose:
    owed = {
        "yes": "There is something you want to answer for, and you said so.",
        "unsure": "You are not sure yet what you answer for. That may stay open for a while.",
        "no": "As you see it today, there is nothing you owe an apology for.",
    }[here.text("owed")]
    private = ("This is for you to know. It is not a message to send.",) if here.withheld else ()
    return (owed, *private, Quote(here.text("friend"), None, "And a good friend would say:"))


STEP = Step(
    id="kindness-and-my-part",
    title="Kindness, and my part",
    minutes=15,
    purpose="It is easier to look at your own part after a kind word.",
    why=("kindness", "apology"),
    opens=(done("why-it-ended"),),
    repeats=Repeat(apart=7),
    items=(
        Reading(
            "kind-first",
            _kind_first,
        ),
        Text(
            "friend",
            "A good friend writes you a note. What does it say?",
            long=True,
            note="They know everything, and they like you.",
        ),
        Recall(
            "as-they-tell-it",
            "As you thought they would tell it:",
            step="why-it-ended",
            item="their-side",
            when=lambda here: AFRAID_OF_THEM.id not in here.held,
        ),
        Text(
            "my-part",
            "What did you do that you would not want done to you?",
            long=True,
            optional=True,
            note="Only what is yours. If they frightened or controlled you, you may skip this.",
        ),
        Choice(
            "owed",
            "Is there something you would like to apologise for, whatever comes of it?",
            options=(Option("yes", "Yes"), Option("unsure", "I am not sure"), Option("no", "No")),
            claims=("C4d",),
        ),
        Text("what-for", "For what, in one sentence?", when=lambda here: here["owed"] == "yes"),
    ),
    mirror=_mirror,
    small_thing="One small thing: read the friend's note once more, slowly.",
)
