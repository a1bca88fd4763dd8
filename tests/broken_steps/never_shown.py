"""An item needs two answers that nobody can give at once."""

from exback.model.context import Context
from exback.model.items import Choice, Option, Reading
from exback.model.program import Step


def _kept_and_broke(here: Context) -> bool:
    return here["kept"] == "yes" and here["kept"] == "no"


STEP = Step(
    id="never-shown",
    title="Never shown",
    minutes=1,
    purpose="To look back.",
    items=(
        Choice("kept", "Did you keep it?", options=(Option("yes", "Yes"), Option("no", "No"))),
        Reading("both", "You did, and you didn't.", when=_kept_and_broke),
    ),
    mirror="You looked back.",
    small_thing="Take a walk.",
)
