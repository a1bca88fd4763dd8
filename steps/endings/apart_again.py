"""It began again and ended again: start over, with everything kept."""

from exback.model.boundaries import safety_questions
from exback.model.gates import done
from exback.model.items import Choice, Option, Reading, Recall, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Quote

from ..situation import DOOR, afraid

STEP = Step(
    id="apart-again",
    title="Apart again",
    minutes=10,
    purpose="It ended again. What you learnt before is still yours.",
    why=("cycling", "why-known"),
    opens=(done("accepted"),),
    repeats=Repeat(apart=7),
    items=(
        Reading(
            "again",
            """It ended again. You know this place, and perhaps you are ashamed to be here again. You need not be.

Sometimes one has to go back to see that one has grown out of it. Sometimes the old reason comes through the new paint. \
In one study on-off couples reported physical violence twice as often as others; in another, more cycles went with more \
distress. Neither shows a cause. So it is good to look closely.

You do not start from nothing. What you wrote before is here, and what you built in your own life still stands.""",
            claims=("C3",),
        ),
        *safety_questions(),
        Recall("slow-plan", "How you wanted to go slowly:", step="accepted", item="slow"),
        Recall("breaks-plan", "What you planned for this case:", step="accepted", item="breaks"),
        Text(
            "what-ended-it",
            "What ended it this time? Was it the old reason?",
            long=True,
            note=lambda here: "" if afraid(here) else DOOR,
        ),
        Text("learnt", "What do you know about yourself now that you did not know before?", long=True),
        Choice(
            "next",
            "What comes next?",
            options=(
                Option("fresh", "A fresh walk", "a new rule, and quiet; all you wrote is kept"),
                Option("let-go", "Letting go"),
                Option("unsure", "I do not know yet"),
            ),
        ),
        Text("keep", "What do you keep from all of it?", long=True),
    ),
    mirror=lambda here: (Quote(here.text("keep"), None, "This is what you keep:"),),
    small_thing=lambda here: {
        "fresh": "One small thing: tell your story once more, as it is now. exback begins there with you next time.",
        "let-go": "When you are ready: exback step letting-go",
        "unsure": "One small thing: use the plan you made for this. You do not have to know today.",
    }[here.text("next")],
)
