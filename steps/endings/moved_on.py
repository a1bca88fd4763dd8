"""They have moved on."""

from exback.model.gates import answered, done
from exback.model.items import Reading, Text
from exback.model.program import Step
from exback.model.prose import Quote

from ..situation import owes_quiet, tied_by

STEP = Step(
    id="moved-on",
    title="They have moved on",
    minutes=8,
    purpose="They are with somebody else, or somewhere else in their life. You take that as it is.",
    why=("looking", "bond-fades"),
    opens=(done("your-story"),),
    offered_when=(answered("their-side", "with-somebody", "yes"),),
    items=(
        Reading(
            "moved-on-reading",
            """They have moved on. Perhaps there is somebody new, perhaps only a new life. It can feel as if what you had is \
being painted over.

It is not. What was between you happened, and nobody who comes after can take it out of the world. But it is over for \
them, and looking in from outside won't change that. In four studies, people who looked at an ex's profile on purpose felt \
worse that day, the next day, and months later.

You don't have to be happy for them. It's enough to look at your own life again, and to stop comparing yourself with someone \
you don't know.""",
            claims=("C4a",),
        ),
        Reading(
            "moved-on-children",
            "Your children may meet somebody new. You can let them like that person. It takes nothing from you, and it is one of the "
            "kindest things a parent can do. Do not question them about the other home. Listen if they tell you something, and get "
            "help if it worries you.",
            when=lambda here: tied_by(here, "children"),
        ),
        Text("hurts-most", "What about it hurts most?", long=True),
        Text("compare", "Where do you compare yourself, and what does that leave out about you?", long=True),
        Text("keep", "What do you keep from what you had?", long=True),
        Text(
            "close",
            lambda here: (
                "Where do you still look for news of them? Stop all of it. Which first?"
                if owes_quiet(here)
                else "Where do you still look for news of them? Which one will you stop?"
            ),
        ),
    ),
    mirror=lambda here: (Quote(here.text("keep"), None, "This is what you keep:"),),
    small_thing="One small thing: stop that one now.",
)
