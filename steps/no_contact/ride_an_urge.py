"""Riding out an urge, practised while things are calm."""

from exback.model.context import Context
from exback.model.gates import done
from exback.model.items import Reading, Scale, Text
from exback.model.program import Step
from exback.model.prose import Prose

from ..companion.urge import BREATHE


def _mirror(here: Context) -> Prose:
    before, after = here.number("before"), here.number("after")
    moved = (
        f"It was {before} before and {after} after." if before != after else f"It stood at {before}, before and after."
    )
    return f"{moved} You watched it, and you did nothing about it. That is the whole skill."


STEP = Step(
    id="ride-an-urge",
    title="Ride an urge",
    minutes=6,
    purpose="Practise now, while it is easy, what exback urge will walk you through when it is not.",
    why=("surfing",),
    opens=(done("risky-moments"),),
    items=(
        Reading(
            "waves",
            """An urge is like a wave: it can rise, stay for a while and ease again. From inside, it only feels as if it \
would grow for ever.

There is an exercise for this: you watch the wave instead of fighting it. A study with smokers found that the \
wish itself did not get weaker, but that people smoked less. That is the point. You do not have to stop wanting. You \
only have to see that wanting and doing are two things.

Let us try it once. Think of writing to them, just enough to feel the pull. Then rate it, breathe, and look where in \
your body it sits. If fear comes instead, stop, and name five things that you can see in the room.""",
        ),
        Scale("before", "How strong is the pull now?", ends=("not there", "as strong as it gets")),
        BREATHE,
        Text(
            "where",
            "Where in your body was it, and what did it do?",
            note="“Chest. It got tighter, and then it let go a bit.” Whatever you noticed is right.",
        ),
        Scale("after", "How strong is the pull now?", ends=("not there", "as strong as it gets")),
    ),
    mirror=_mirror,
    small_thing="One small thing: remember two words for the hard moment: exback urge.",
)
