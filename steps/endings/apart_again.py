"""It began again, and it ended again. A fresh walk, with everything kept."""

from exback.items import Choice, Option, Reading, Recall, Text
from exback.program import Repeat, Step
from exback.prose import Quote
from exback.rules import done

STEP = Step(
    id="apart-again",
    title="Apart again",
    minutes=10,
    purpose="It ended a second time. What you learnt the first time is still yours.",
    why=("cycling", "why-known"),
    opens=(done("accepted"),),
    repeats=Repeat(apart=7),
    items=(
        Reading(
            "again",
            """It ended again. You know this place, and perhaps you are ashamed to be here twice. You need not be.

Sometimes one has to go back once to see that one has grown out of it. Sometimes the old reason comes through the new paint. \
Couples who part and return often tend to feel worse each time, so it is good to look closely before the next round.

You do not start from nothing. What you wrote the first time is here, and what you built in your own life still stands.""",
        ),
        Recall("slow-plan", "How you wanted to go slowly:", step="accepted", item="slow"),
        Recall("breaks-plan", "What you planned for this case:", step="accepted", item="breaks"),
        Text("what-ended-it", "What ended it this time? Was it the old reason?", long=True),
        Text("learnt", "What do you know about yourself now that you did not know before?", long=True),
        Choice(
            "next",
            "What comes next?",
            options=(
                Option("fresh", "A new rule, and quiet"),
                Option("let-go", "Letting go"),
                Option("unsure", "I do not know yet"),
            ),
        ),
        Text("keep", "What do you keep from both times?", long=True),
    ),
    mirror=lambda here: (Quote(here.text("keep"), None, "This is what you keep:"),),
    small_thing="One small thing: use the plan you made for this. A new rule is made in exback step contact-rule",
)
