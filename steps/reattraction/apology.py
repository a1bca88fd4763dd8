"""If there is something to answer for: an apology that asks for nothing."""

from exback.context import Context
from exback.items import Choice, Option, Reading, Recall, Text
from exback.program import Repeat, Step
from exback.prose import Prose, Quote
from exback.rules import answered, any_of, done

from ..situation import broke_trust
from .linter import apology_remarks, marked, numbered

IS_OWED = answered("kindness-and-my-part", "owed", "yes")
WHERE_OWED = any_of(
    answered("kindness-and-my-part", "owed", "no"),
    answered("kindness-and-my-part", "owed", "unsure"),
    answered("apology", "whole-message", "part"),
)
"""Open when no apology is owed, or when one was written that is not to be the whole message."""


def _whole(here: Context) -> Prose:
    text = "\n\n".join(here.text(item) for item in ("did", "effect", "regret", "changed", "repair") if here.text(item))
    found = apology_remarks(text)
    return (Quote(marked(text, found), None, "As a whole it reads:"), *((numbered(found),) if found else ()))


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
    items=(
        Reading(
            "apology-reading",
            """If you hurt them, then being away and looking well changes nothing. Only answering for it might.

In a study of apologies at work, two parts carried most of the weight: taking responsibility, and offering repair. Asking \
for forgiveness carried least. So this one asks for nothing. It does not say “but”. And it is no bait: it must be worth \
sending even if it is the last thing you ever say to them.

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
        Reading("whole", _whole),
        Choice(
            "whole-message",
            "What is it for?",
            options=(
                Option("whole", "It is the whole message", "no invitation goes with it"),
                Option("part", "It is for later, if they want to hear it", "the invitation stays short"),
            ),
        ),
    ),
    mirror=lambda here: (
        "You answered for it, whether or not they ever read it.",
        Quote(here.text("changed"), None, "And this is what you do differently now:"),
    ),
    small_thing="One small thing: let it lie for a day before you do anything with it.",
)
