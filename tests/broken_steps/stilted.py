"""It reads as translated."""

from exback.model.items import Text
from exback.model.program import Step

STEP = Step(
    id="stilted",
    title="Stilted",
    minutes=1,
    purpose="To say it out loud.",
    items=(Text("day", "How was your day?", why="Writing it down makes it smaller. Nobody else sees it."),),
    mirror="You wrote about your day.",
    small_thing="Open a window.",
)
