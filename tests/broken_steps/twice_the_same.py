"""Two items have the same id."""

from exback.model.items import Text
from exback.model.program import Step

STEP = Step(
    id="twice-the-same",
    title="Twice the same",
    minutes=1,
    purpose="To write two things down.",
    items=(
        Text("note", "What comes first?"),
        Text("note", "What comes second?"),
    ),
    mirror="You wrote two things down.",
    small_thing="Read them once more.",
)
