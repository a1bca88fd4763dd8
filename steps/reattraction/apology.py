"""An apology that asks for nothing, where one is owed."""

from exback.model.context import Context
from exback.model.gates import answered, any_of, done, done_before_version
from exback.model.items import Choice, Option, Reading, Recall, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import broke_trust
from .am_i_ready import ADVICE_ONCE

FRIGHTENS = "This can frighten them. Take it out."
STARTS_FROM = any_of(done_before_version("their-side", 2), done("own-up"))
"""Open once someone wrote down what they'd answer for, and for those who came here before that step existed."""
IS_OWED = any_of(
    answered("own-up", "how-much", "serious"),
    answered("own-up", "how-much", "small"),
    answered("kindness-and-my-part", "owed", "yes", reason="Opens if there's something you want to answer for."),
)
WHERE_OWED = any_of(
    answered("kindness-and-my-part", "owed", "no"),
    answered("kindness-and-my-part", "owed", "unsure"),
    answered("apology", "whole-message", "part"),
    answered("apology", "whole-message", "stays"),
)
"""Open when no apology is owed, or when one was written that isn't to be the whole message."""

PARTS = {
    "did": "What you did:",
    "effect": "What it did to them:",
    "regret": "What you regret:",
    "changed": "What you've changed:",
    "repair": "What you could make good:",
}


def _quoted_parts(here: Context) -> Prose:
    parts = (Quote(here.text(part), None, lead) for part, lead in PARTS.items() if here.text(part))
    return ("These are the parts. They aren't a message yet.", *parts)


def _text_with_remarks(here: Context) -> Prose:
    from .linter import LOOKED_FOR_IN_AN_APOLOGY, apology_remarks, frightens, marked, numbered  # see one_invitation.py

    text = here.text("in-one-piece")
    notes = apology_remarks(text)
    return (
        Quote(marked(text, notes), None, "This is how it reads:"),
        numbered(notes) or f"exback looked for {LOOKED_FOR_IN_AN_APOLOGY}. It found none of the phrases it knows.",
        "exback can't judge an apology. Would you stand by every sentence if they never answered?",
        *((FRIGHTENS,) if frightens(notes) else ()),
    )


STEP = Step(
    id="apology",
    title="An apology",
    minutes=15,
    purpose="If you hurt them, time apart doesn't make up for it. You answer for it, and you ask for nothing.",
    why=("apology",),
    opens=(done("their-side"), STARTS_FROM, IS_OWED),
    repeats=Repeat(apart=1),
    reaches_out=True,
    optional=True,
    version=2,
    items=(
        ADVICE_ONCE,
        Reading(
            "apology-reading",
            """If you hurt them, being away for a while and looking well don't change that. What you can do is answer for it, whatever \
comes of it.

One study of 755 people, who read made-up cases from work, found that two parts of an apology counted most: taking responsibility \
and offering to make it good. Asking for forgiveness counted least. So this one asks for nothing. There's no “but” in it, no “if \
you felt hurt”, no “we both”, and no excuse. And it isn't bait: it has to be worth saying even if nothing ever changes between you.

Keep it for a day, and read it again before you decide. If you send it, send it once. It may be all you ever send. Then no \
invitation goes with it.""",
        ),
        Recall("what-for", "You wrote down what you'd answer for:", step="kindness-and-my-part", item="what-for"),
        Recall("own-did", "You wrote this for yourself:", step="own-up", item="did"),
        Text(
            "did",
            "What did you do?",
            long=True,
            note=lambda here: (
                "Only as much as they need to know that you see it. Leave out details that would only make you feel lighter."
                if broke_trust(here)
                else "“I did this”, not “if you felt hurt”, and without a reason for it."
            ),
            claims=("C4d",),
        ),
        Recall("own-effect", "You wrote that it was like this for them:", step="own-up", item="effect"),
        Text("effect", "What did it do to them?", long=True),
        Recall("own-instead", "You wished you'd done this instead:", step="own-up", item="instead"),
        Text("regret", "What do you regret about it?", long=True),
        Recall("own-different", "You wrote that you do this differently now:", step="own-up", item="different"),
        Text("changed", "What have you changed so that it doesn't happen again?", long=True),
        Text("repair", "What could you make good, if they want that?", long=True, optional=True),
        Reading("parts", _quoted_parts),
        Text(
            "in-one-piece",
            "Now write it as one message, in your own words.",
            long=True,
            note="If you owe them something anyway, such as money, pay it. It isn't part of this.",
        ),
        Reading("whole", _text_with_remarks),
        Choice(
            "whole-message",
            "What will you do with it?",
            options=(
                Option("stays", "Keep it to myself", "no one has to receive it"),
                Option("part", "Keep it in case they ask", "any invitation goes without it"),
                Option("whole", "Send it as the whole message", "no invitation goes with it"),
            ),
        ),
    ),
    mirror=lambda here: (
        "You answered for it, whether or not they ever read it.",
        Quote(here.text("changed"), None, "And this is what you do differently now:"),
    ),
    small_thing="One small thing: leave it for a day before you do anything with it.",
)
