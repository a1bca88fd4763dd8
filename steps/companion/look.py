"""You looked at their profile, or asked about them. It counts apart from contact."""

from exback.items import Choice, Option, Reading, Text
from exback.program import Repeat, Step
from exback.prose import Quote

STEP = Step(
    id="look",
    title="I looked",
    minutes=2,
    purpose="Looking is counted apart from contact. It can cost more than it seems, so it gets a minute of its own.",
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
        Reading(
            "place-reading",
            "Going where they may be is more than a look. To them it can feel like being followed, and it may break an order. "
            "Leave, and stay away from there. If you find that hard, exback crisis lists people to talk to.",
            when=lambda here: here["what"] == "place",
        ),
        Text("looking-for", "What were you hoping for, and how did you feel an hour later?", long=True),
        Text("way-in", "Which one way in could you close?", optional=True, note="Mute it, sign out, hand it over."),
    ),
    mirror=lambda here: (Quote(here.text("looking-for"), None, "What you hoped for, and how it felt:"),),
    small_thing="One small thing: close that way in now, before the next tired hour.",
)
