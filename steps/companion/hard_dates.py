"""Days that will be hard, and a plan for each."""

from exback.items import Date, Text
from exback.program import Repeat, Step
from exback.prose import Quote

STEP = Step(
    id="hard-dates",
    title="A hard date",
    minutes=3,
    purpose="Birthdays, anniversaries and holidays come whether you think of them or not. A plan takes the edge off.",
    why=("if-then",),
    repeats=Repeat(),
    items=(
        Text("what", "What day is it?", note="“Their birthday.” “A year since we met.”"),
        Date("when", "When is it?", ahead=True),
        Text("plan", "What will you do on that day, and who with?", note="Something with a time and a place."),
    ),
    mirror=lambda here: (Quote(here.text("plan"), None, f"On {here.date(here.day('when'))}:"),),
    small_thing="One small thing: today or tomorrow, ask that person whether they are free.",
)
