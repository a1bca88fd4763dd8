"""Stop the plan for a while without losing anything."""

from exback.items import Choice, Date, Option, Text
from exback.program import Repeat, Step

STEP = Step(
    id="pause",
    title="Pause",
    minutes=1,
    purpose="Illness, exams, somebody new, or simply enough. Nothing is lost, and nothing piles up.",
    repeats=Repeat(),
    items=(
        Choice(
            "what",
            "What would you like?",
            options=(Option("rest", "Rest until a day I name"), Option("go-on", "End the pause and go on")),
        ),
        Date(
            "until",
            "Until when?",
            ahead=True,
            note="“In two weeks”, or a date.",
            when=lambda here: here["what"] == "rest",
        ),
        Text("reason", "What for, if you like to say?", optional=True, when=lambda here: here["what"] == "rest"),
    ),
    mirror=lambda here: (
        f"The plan rests until {here.date(here.day('until'))}. Everything you wrote is kept."
        if here["what"] == "rest"
        else "The plan goes on where you left it."
    ),
    small_thing=lambda here: (
        "exback urge and exback crisis stay where they are, in case."
        if here["what"] == "rest"
        else "One small thing: start exback once, and take only what you have room for."
    ),
)
