"""The mirror says nothing to those who answer no."""

from exback.model.items import Confirm
from exback.model.program import Step

STEP = Step(
    id="faint-mirror",
    title="Faint mirror",
    minutes=1,
    purpose="To say how it was.",
    items=(Confirm("well", "Are you well?"),),
    mirror=lambda here: "You're well." if here["well"] else "",
    small_thing="Open a window.",
)
