"""A boundary holds: why writing to them is closed, what stays open, and how the question can be asked again."""

from exback.model.boundaries import ORDERED_AWAY, explained, safety_questions, standing, withheld
from exback.model.context import Context
from exback.model.items import Reading, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import afraid


def _reasons(here: Context) -> Prose:
    return explained(standing(here.journey))


def _asks_again(here: Context) -> bool:
    return ORDERED_AWAY.id in {boundary.id for boundary in standing(here.journey)}


def _what_stays_open(here: Context) -> Prose:
    open_still = (
        "This is not where your way ends. You can calm down here, understand what happened, find out who you are now, and live "
        "forward. None of that needs them, and all of it is open."
    )
    if afraid(here):
        return (
            open_still,
            (
                "What was done to you is not yours to mend. What you can have is safety, rest, and people on your side. There are "
                "people trained in exactly this, and talking to one of them is worth more than anything written here. They can also help "
                "you plan for your home, the children and your phone. In danger now, call the emergency number."
            ),
        )
    return (
        open_still,
        (
            "Leaving them in peace is something you can do every day, and it counts. If you worry about what you do, or it is hard "
            "to keep away, there are people trained in exactly this. Talking to one of them is worth more than anything written "
            "here."
        ),
    )


def _asks_what_is_needed(here: Context) -> Prose:
    if afraid(here):
        return "What do you need now, to be safe?"
    return "What do you need, so that they can live without being disturbed, and you can be well?"


STEP = Step(
    id="not-allowed",
    title="A way of your own",
    minutes=10,
    purpose="Writing to them is closed. Most of the program is still open to you.",
    why=("kindness", "self-unclear", "activation"),
    opens=(withheld(),),
    offered_when=(withheld(),),
    repeats=Repeat(apart=7),
    items=(
        Reading("why-withheld", _reasons),
        Reading(
            "own-way",
            _what_stays_open,
        ),
        *safety_questions(when=_asks_again),
        Reading(
            "after-the-questions",
            "The order counts as ended here after two noes, a week apart. What you said about fear stays as it is. Until then the way "
            "to them stays closed.",
            when=_asks_again,
        ),
        Text("safe", _asks_what_is_needed, long=True),
        Text(
            "who-helps",
            "Who could help you with that? A person, a doctor, one of the lines in exback crisis.",
            long=True,
        ),
        Text("keep", "What of the work you have done here is yours, whatever happens?", long=True),
    ),
    mirror=lambda here: (Quote(here.text("keep"), None, "This is yours:"),),
    small_thing=lambda here: (
        "One small thing: choose one person or one line you could call, from a phone that nobody else checks."
        if afraid(here)
        else "One small thing: choose one person or one line, and call in the next two days."
    ),
)
