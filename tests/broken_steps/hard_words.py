"""Its question is too hard to read."""

from exback.model.items import Text
from exback.model.program import Step

STEP = Step(
    id="hard-words",
    title="Hard words",
    minutes=1,
    purpose="To sort it out.",
    items=(
        Text("reasons", "Which considerations necessitate reconciliation, notwithstanding accumulated disappointment?"),
    ),
    mirror="You thought about it for a while.",
    small_thing="Leave it until the morning.",
)
