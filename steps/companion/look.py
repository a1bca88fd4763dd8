"""You looked at their profile, or asked about them. It counts apart from contact."""

from exback.items import Choice, Option, Text
from exback.program import Repeat, Step
from exback.prose import Quote

STEP = Step(
    id="look",
    title="I looked",
    minutes=2,
    purpose="Looking is not contact. It often costs more than it seems, so it is worth a minute of its own.",
    why=("looking",),
    repeats=Repeat(),
    items=(
        Choice(
            "what",
            "What was it?",
            options=(
                Option("profile", "Their profile or status"),
                Option("friends", "I asked somebody about them"),
                Option("old", "Old photos or messages"),
                Option("place", "A place where they might be"),
            ),
        ),
        Text("looking-for", "What were you hoping to find, and what did you find?", long=True),
        Text("way-in", "Which one way in could you close?", optional=True, note="Mute it, sign out, hand it over."),
    ),
    mirror=lambda here: (Quote(here.text("looking-for"), None, "What you looked for, and found:"),),
    small_thing="One small thing: close that way in now, before the next tired hour.",
)
