"""An apology that asks for nothing, where one is owed."""

from exback.model.context import Context
from exback.model.gates import answered, any_of, done
from exback.model.items import Choice, Option, Reading, Recall, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import broke_trust
from .advice import ADVICE_ONCE
from .linter import apology_remarks, marked, numbered

IS_OWED = answered("kindness-and-my-part", "owed", "yes", reason="Opens if there is something you want to answer for.")
WHERE_OWED = any_of(
    answered("kindness-and-my-part", "owed", "no"),
    answered("kindness-and-my-part", "owed", "unsure"),
    answered("apology", "whole-message", "part"),
    answered("apology", "whole-message", "stays"),
)
"""Open when no apology is owed, or when one was written that is not to be the whole message."""


PARTS = {
    "did": "What you did:",
    "effect": "What it did to them:",
    "regret": "What you regret:",
    "changed": "What you have changed:",
    "repair": "What you can make good:",
}


def _quoted_parts(here: Context) -> Prose:
    parts = (Quote(here.text(part), None, lead) for part, lead in PARTS.items() if here.text(part))
    return ("These are the parts. They are not a message yet.", *parts)


def _text_with_remarks(here: Context) -> Prose:
    text = here.text("in-one-piece")
    notes = apology_remarks(text)
    return (Quote(marked(text, notes), None, "It reads:"), *((numbered(notes),) if notes else ()))


STEP = Step(
    id="apology",
    title="An apology",
    minutes=15,
    purpose="When somebody was hurt, absence and good looks change nothing. An apology may.",
    why=("apology",),
    opens=(done("their-side"), IS_OWED),
    repeats=Repeat(apart=1),
    reaches_out=True,
    optional=True,
    version=2,
    items=(
        ADVICE_ONCE,
        Reading(
            "apology-reading",
            """If you hurt them, then being away and looking well changes nothing. Answering for it is owed, whatever comes of it.

In a study with made-up cases from work, two parts carried most of the weight: taking responsibility, and offering repair. Asking \
for forgiveness carried least. So this one asks for nothing. It does not say “but”. And it is no bait: it must be worth \
sending even if nothing changes between you.

Let it lie for a day, and read it again before you decide. If you send it, send it once. It may be your whole message; then \
there is no invitation with it.""",
            claims=("C4d",),
        ),
        Recall("what-for", "You wanted to answer for this:", step="kindness-and-my-part", item="what-for"),
        Text(
            "did",
            "What did you do? Say it without a reason for it.",
            long=True,
            note=lambda here: (
                "As much as they need to know that you see it. Details that only make you feel lighter are not for them."
                if broke_trust(here)
                else "“I did this”, not “if you felt hurt”."
            ),
        ),
        Text("effect", "What did it do to them?", long=True),
        Text("regret", "What do you regret about it?", long=True),
        Text("changed", "What have you changed, so that it does not happen again?", long=True),
        Text("repair", "What can you make good, if they want it?", long=True, optional=True),
        Reading("parts", _quoted_parts),
        Text(
            "in-one-piece",
            "Now write it once, in one piece and in your own sentences.",
            long=True,
            note="What you owe them anyway, such as money, is not part of it. Pay it.",
        ),
        Reading("whole", _text_with_remarks),
        Choice(
            "whole-message",
            "What is it for?",
            options=(
                Option("whole", "It is the whole message", "no invitation goes with it"),
                Option("part", "For later, if they ask for it", "an invitation stays short"),
                Option("stays", "It stays here", "nobody has to receive it"),
            ),
        ),
    ),
    mirror=lambda here: (
        "You answered for it, whether or not they ever read it.",
        Quote(here.text("changed"), None, "And this is what you do differently now:"),
    ),
    small_thing="One small thing: let it lie for a day before you do anything with it.",
)
