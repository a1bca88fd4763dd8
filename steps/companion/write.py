"""A free entry: nothing is asked."""

from exback.model.items import Kind, Text
from exback.model.program import Repeat, Step

STEP = Step(
    id="write",
    title="Write",
    minutes=5,
    purpose="An empty page for whatever's on your mind. No questions.",
    why=("writing", "writing-harms"),
    repeats=Repeat(),
    items=(Text("entry", "Write what you like.", long=True, kind=Kind.NOTE),),
    mirror="You wrote it down.",
    small_thing="You can read it again in your journal: exback journal",
)
