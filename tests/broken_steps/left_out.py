"""It is sound, and stands in no stage."""

from exback.items import Text
from exback.program import Step

STEP = Step(
    id="left-out",
    title="Left out",
    minutes=1,
    purpose="To be found.",
    items=(Text("here", "Who is there?"),),
    mirror="You were there.",
    small_thing="Knock again.",
)
