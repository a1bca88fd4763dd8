"""It is sound, and stands in no stage."""

from exback.model.items import Text
from exback.model.program import Step

STEP = Step(
    id="left-out",
    title="Left out",
    minutes=1,
    purpose="To be found.",
    items=(Text("here", "Who's there?"),),
    mirror="You were there.",
    small_thing="Knock again.",
)
