"""A function says what the program never says, over two lines."""

from exback.model.items import Scale, Text
from exback.model.program import Step

STEP = Step(
    id="promise",
    title="Promise",
    minutes=1,
    purpose="To wait for a few days.",
    items=(
        Scale("days", "For how many days?", low=1, high=30),
        Text("plan", "What will you do?"),
    ),
    mirror=lambda here: f"In {here.number('days')} days you Win them\nback.",
    small_thing="Count the days.",
)
