"""A kind note to yourself, and then your own part in it."""

from exback.model.context import Context
from exback.model.gates import done
from exback.model.items import Choice, Option, Reading, Recall, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import afraid, broke_trust, frightened_them, left, was_betrayed


def _introduction(here: Context) -> Prose:
    if afraid(here):
        return """Kindness first, and here only kindness. You may have heard for a long time that it was your fault. What was \
done to you is not your part, and you owe nobody an apology for it.

In a study of about a hundred people, those who spoke kindly of themselves after a divorce had fewer intrusive thoughts, \
up to nine months later. It shows a link, not a cause.

So a good friend writes to you. They know what happened, and they are on your side. They do not ask why you stayed, or why \
you still miss somebody who frightened you. They know that both can be true."""
    last = (
        "You said that they have been afraid of you. A good friend does not say that it was all right. They say: I know what you "
        "did, and I am still here while you change it. Then you look at your part, and at nothing else."
        if frightened_them(here)
        else "Trust was broken on both sides. What they did is not your part; do not look for it there. Yours is enough to look at."
        if broke_trust(here) and was_betrayed(here)
        else "You broke their trust, so this may be hard to look at. A friend who knows it all still talks to you. That is the voice "
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

{last}"""


def _looks_at_own_part(here: Context) -> bool:
    return not afraid(here)


def _mirror(here: Context) -> Prose:
    if afraid(here):
        return (Quote(here.text("friend"), None, "A good friend would say:"),)
    owed = {
        "yes": "There is something you want to answer for, and you said so.",
        "unsure": "You are not sure yet what you answer for. That may stay open for a while.",
        "no": "As you see it today, there is nothing you owe an apology for.",
    }[here.text("owed")]
    if frightened_them(here):
        part = here.text("my-part")
        mine = (Quote(part, None, "You said what you did:"),) if part else ()
        return (*mine, "This is for you to know, and to work on with somebody. It is not a message to send.")
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
            _introduction,
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
            when=_looks_at_own_part,
        ),
        Text(
            "my-part",
            "What did you do that you would not want done to you?",
            long=True,
            optional=True,
            note=lambda here: (
                "Only what is yours, and all of it."
                if frightened_them(here)
                else "Only what is yours. If they frightened or controlled you, skip this; it is not yours."
            ),
            when=_looks_at_own_part,
        ),
        Choice(
            "owed",
            "Is there something you would like to apologise for, whatever comes of it?",
            options=(Option("yes", "Yes"), Option("unsure", "I am not sure"), Option("no", "No")),
            when=_looks_at_own_part,
            claims=("C4d",),
        ),
        Text(
            "what-for",
            "For what, in one sentence?",
            note=lambda here: (
                "Being sorry is for you to work on. It is not a message to send."
                if frightened_them(here)
                else "If you are sorry mostly because they got angry, wait with this. exback crisis lists people to ask."
            ),
            when=lambda here: here["owed"] == "yes",
        ),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        "One small thing: name one person, or one line, you could say your part to."
        if frightened_them(here) and not afraid(here)
        else "One small thing: read the friend's note once more, slowly."
    ),
)
