"""A reading has more than 160 words."""

from exback.model.items import Reading, Text
from exback.model.program import Step

STEP = Step(
    id="long-reading",
    title="Long reading",
    minutes=1,
    purpose="To read for a while.",
    items=(
        Reading("road", "You walk down the road and look at the trees. " * 17),
        Text("seen", "What did you see?"),
    ),
    mirror="You saw something.",
    small_thing="Walk down the road.",
)
