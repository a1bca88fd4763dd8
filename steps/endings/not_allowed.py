"""A boundary holds: a whole way of one's own, and an end to it."""

from exback.boundaries import ORDERED_AWAY, safety_questions, standing, withheld
from exback.context import Context
from exback.items import Reading, Text
from exback.program import Repeat, Step
from exback.prose import Prose, Quote


def _why(here: Context) -> Prose:
    return tuple(line for boundary in standing(here.journey) for line in (boundary.reason, boundary.help))


def _asks_again(here: Context) -> bool:
    return any(boundary.id == ORDERED_AWAY.id for boundary in standing(here.journey))


STEP = Step(
    id="not-allowed",
    title="A way of your own",
    minutes=10,
    purpose="Reaching out is closed. What is left is not a rest; it is the larger part.",
    why=("kindness", "self-unclear", "activation"),
    opens=(withheld(),),
    repeats=Repeat(apart=7),
    items=(
        Reading("why-withheld", _why),
        Reading(
            "own-way",
            """This is not where your way ends. Calming down, understanding what happened, finding out who you are now, living \
forward: none of that needs them, and all of it is open.

Some people come to this page because they were hurt, some because they hurt somebody, some because they were asked to \
stop. Each of you has something to mend that the other person cannot mend for you. Help from somebody trained in exactly \
this is worth more than anything written here.""",
        ),
        *safety_questions(when=_asks_again),
        Text("safe", "What do you need now, so that you are safe, and others are safe with you?", long=True),
        Text(
            "who-helps",
            "Who could help you with that? A person, a doctor, one of the lines in exback crisis.",
            long=True,
        ),
        Text("keep", "What of the work you have done here is yours, whatever happens?", long=True),
    ),
    mirror=lambda here: (Quote(here.text("keep"), None, "This is yours:"),),
    small_thing="One small thing: write down one number from exback crisis where you will find it.",
)
