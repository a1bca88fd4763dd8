"""They said no: thank them once, and turn to your own life."""

from exback.model.context import Context
from exback.model.gates import answered
from exback.model.items import Reading, Text
from exback.model.program import Step
from exback.model.prose import Prose, Quote

from ..situation import tied_by


def _mirror(here: Context) -> Prose:
    return (
        "You asked once, honestly, and you took the answer as it was.",
        Quote(here.text("keep"), None, "This is what you keep:"),
    )


STEP = Step(
    id="declined",
    title="They said no",
    minutes=10,
    purpose="A no is an answer. It can hurt even when you were prepared.",
    why=("bond-fades", "kindness", "contact-slows"),
    opens=(answered("one-invitation", "reply", "no", reason="Opens if they say no."),),
    offered_when=(answered("one-invitation", "reply", "no"),),
    items=(
        Reading(
            "no-reading",
            """They said no. It hurts, even when you were prepared. Let it.

Then take it for what it is. It is not a step in a bargain, and it is not a test of how much you want it. They know their \
own life best, as you know yours. You asked with respect. Taking the answer in the same way is the second half of that.

There is one thing left to say to them, if they did not ask for silence: thank you. Once, in a few words. Then the \
invitation is closed for good, and exback will not open it again.

Part of you may still know that a no can be all right.""",
            claims=("S19",),
        ),
        Reading(
            "declined-work",
            "You will see them at work or in class. Say hello, do what the day asks, and do not bring it up, not even kindly.",
            when=lambda here: tied_by(here, "work", "studies"),
        ),
        Text(
            "thanks",
            "A few words of thanks, if you like. No question, no “but”.",
            optional=True,
            note="“Thank you for telling me. I wish you well.” exback sends nothing; it is yours to send or not.",
            reaches_out=True,
        ),
        Text("feels", "How is it, right now?", long=True),
        Text("friend", "What would a good friend say to you tonight?", long=True),
        Text(
            "keep",
            "Look at these weeks. What did you find, learn or take back that you keep?",
            long=True,
        ),
        Text("next", "What do you turn to first?"),
    ),
    mirror=_mirror,
    small_thing="One small thing: if somebody came to mind at “a good friend”, call them today or tomorrow.",
)
