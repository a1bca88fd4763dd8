"""Riding out an urge, practised while things are calm: first a guess how strong it will be, then a look."""

from exback.model.context import Context
from exback.model.gates import done
from exback.model.items import Reading, Scale, Text, Timer
from exback.model.program import Step
from exback.model.prose import Prose

from ..companion.urge import BREATHE, GUESS_FIRST, WAIT_SECONDS, WHY_GUESS

ENDS = ("not there", "as strong as it gets")
LONG_BEFORE = "You opened this page long before the wait, so exback doesn't compare your numbers."


def _mirror(here: Context) -> Prose:
    from ..guess import is_in_one_go, last_ones  # only where it's needed: every command loads the steps

    guess, before, after = here.number("guess"), here.number("before"), here.number("after")
    if not is_in_one_go(here.started, here.first_end()):
        return f"It was {after} after the wait. {LONG_BEFORE} You watched it and didn't act on it."
    numbers = f"It was {before} before, you guessed {guess}, and it was {after} after the wait."
    watched = f"{numbers} {_compared(here, guess, after)} You watched it and didn't act on it."
    return (watched, *last_ones(here))


def _compared(here: Context, guess: int, after: int) -> str:
    """Say how the guess went, without calling it right or wrong if the wait was cut short."""
    if here["wait"] == "left":
        return "You stopped before the ten minutes were over, so this doesn't test your guess. exback urge has the same timer."
    if after < guess:
        return "It was weaker than you'd guessed."
    if after > guess:
        return "It was stronger than you'd guessed. That happens, and an urge can take longer than ten minutes."
    return "You guessed it exactly."


STEP = Step(
    id="ride-an-urge",
    title="Ride out an urge",
    minutes=14,
    purpose="Practise now, while you're calm, so that you know how it goes when it's hard.",
    why=("surfing",),
    opens=(done("risky-moments"),),
    items=(
        Reading(
            "waves",
            """An urge is like a wave. It can rise, stay a while and go down again. When you're in it, it feels as if it'll only \
get stronger.

You can watch the wave instead of fighting it. In a study with 123 smokers, people who learned this smoked less, although the \
urge itself didn't get weaker. So maybe you don't have to stop wanting to write. You can want to, and not do it.

Try it once, now. Remember the last time you wanted to write, just enough to feel it. Say how strong it is, and guess how strong it'll be in ten \
minutes. Then breathe, wait, and see. If you get frightened instead, stop, and name five things you can see in the room.""",
        ),
        Scale("before", "How strong is the urge now?", ends=ENDS),
        Scale(
            "guess",
            GUESS_FIRST,
            ends=ENDS,
            why=WHY_GUESS,
        ),
        BREATHE,
        Timer(
            "wait",
            "Wait ten minutes. You can walk around, as long as you can hear it. The timer keeps going.",
            seconds=WAIT_SECONDS,
            note="Notice where in your body you feel it. If you get frightened, stop. You can stop whenever you like.",
        ),
        Text(
            "where",
            "What did you notice in your body?",
            note="“Chest. It got tighter, and then it let go a bit.” Whatever you noticed is right.",
        ),
        Scale("after", "How strong is the urge now, after the wait?", ends=ENDS),
    ),
    mirror=_mirror,
    small_thing="One small thing: remember two words for when it's hard: exback urge",
)
