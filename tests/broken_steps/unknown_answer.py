"""A `when` reads an item that the step does not have."""

from exback.model.items import Confirm, Text
from exback.model.program import Step

STEP = Step(
    id="unknown-answer",
    title="Unknown answer",
    minutes=1,
    purpose="To ask on.",
    items=(
        Confirm("slept", "Did you sleep?"),
        Text("why", "Why not?", when=lambda here: here["sleep"] is False),
    ),
    mirror="You told how it was.",
    small_thing="Go to bed early.",
)
