"""It rests on a finding that the evidence does not have."""

from exback.model.items import Text
from exback.model.program import Step

STEP = Step(
    id="no-study",
    title="No study",
    minutes=1,
    purpose="To rest on something.",
    why=("naps", "dreams"),
    items=(Text("rest", "Where do you rest?"),),
    mirror="You know where to rest.",
    small_thing="Lie down.",
)
