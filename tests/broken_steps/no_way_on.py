"""A choice offers nothing, so nobody gets past it."""

from exback.model.context import Context
from exback.model.items import Choice, Option, Text
from exback.model.program import Step


def _places(here: Context) -> tuple[Option, ...]:
    return tuple(Option(name, name) for name in here.text("places").split(",") if name == "nowhere")


STEP = Step(
    id="no-way-on",
    title="No way on",
    minutes=1,
    purpose="To choose a place.",
    items=(
        Text("places", "Where could you go?"),
        Choice("where", "Which one is it?", options=_places),
    ),
    mirror="You chose a place.",
    small_thing="Go there.",
)
