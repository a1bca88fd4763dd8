"""It opens after itself, and so never."""

from exback.items import Text
from exback.program import Step
from exback.rules import done

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
