"""A letter that is never sent."""

from exback.items import Choice, Date, Option, Reading, Text
from exback.program import Repeat, Step

STEP = Step(
    id="letter",
    title="A letter you do not send",
    minutes=15,
    purpose="Some things want to be said and need not be heard.",
    why=("writing", "writing-harms"),
    repeats=Repeat(),
    items=(
        Reading(
            "unsent",
            """Write to them as if they would read it, and know that they will not. exback has no way to send it.

Writing things out has eased tension for some people after a breakup. For people who keep asking what it all meant, it \
did worse than writing down what they did that day. If you notice that you go in circles, stop; that is knowing yourself. Then a walk \
or a plan for tomorrow will do more for you than a better sentence.

What you type here is kept in your file. You can name a day on which to read it again; that only reminds you, it does \
not hide the letter. If nobody should ever find it, write it on paper and tear it up.""",
        ),
        Text("letter", "Your letter.", long=True),
        Choice(
            "fate",
            "What do you want to do with it?",
            options=(Option("keep", "Keep it"), Option("seal", "Keep it for a later day")),
        ),
        Date(
            "until", "From which day on do you want to read it?", ahead=True, when=lambda here: here["fate"] == "seal"
        ),
    ),
    mirror="You said it, to the page and to yourself. That is all a letter like this is for.",
    small_thing="One small thing: wash your face, or step outside for a minute.",
)
