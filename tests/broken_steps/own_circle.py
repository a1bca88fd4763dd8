"""It opens after itself, and so never."""

from exback.model.gates import done
from exback.model.items import Text
from exback.model.program import Step

STEP = Step(
    id="own-circle",
    title="Own circle",
    minutes=1,
    purpose="To begin.",
    opens=(done("own-circle"),),
    items=(Text("start", "Where do you begin?"),),
    mirror="You began.",
    small_thing="Begin again tomorrow.",
)
