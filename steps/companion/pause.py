"""Pause the plan for a while without losing anything."""

from exback.model.context import Context
from exback.model.dates import later
from exback.model.items import Choice, Date, Option, Reading, Text
from exback.model.program import Repeat, Step, pause_end
from exback.model.prose import Prose, Quote

from ..situation import frightened_them
from . import rhythm

PAUSES = (("pause", "what"), ("pause", "until"), ("contact", "rest"), (rhythm.STEP_ID, rhythm.ITEM))
"""The questions whose latest answer says until when the plan is paused."""


def _asks_what(here: Context) -> bool:
    """Whether they say what they'd like to do: where nothing is paused there's no pause to end."""
    return "what" in here.given or (here.finished is None and pause_end(here.journey, PAUSES) is not None)


def _is_pausing(here: Context) -> bool:
    return not _asks_what(here) or here["what"] == "rest"


def _words_for_the_return(here: Context) -> Prose:
    """Quote what they wrote to themselves when this pause began."""
    rest = here.last("pause")
    words = None if rest is None else rest.answers.get("reason")
    return (
        (Quote(words, rest.day, "You left this for yourself:"),) if rest is not None and isinstance(words, str) else ()
    )


def _is_past(here: Context) -> bool:
    """Whether the pause is over by the time it's read: on its last day the plan goes on."""
    return here.is_looked_back_at("pause", later(here.day("until"), -1))


def _mirror(here: Context) -> Prose:
    if not _is_pausing(here):
        return "The plan goes on where you left it."
    until = here.date(here.day("until"))
    if _is_past(here):
        return f"You paused the plan until {until} at the latest. Everything you wrote is saved."
    return f"The plan is paused until {until}. Everything you wrote is saved."


STEP = Step(
    id="pause",
    title="Pause",
    minutes=1,
    purpose="You may be ill, or busy, or just need a break. Nothing is lost, and nothing piles up.",
    repeats=Repeat(),
    items=(
        Choice(
            "what",
            "What would you like to do?",
            options=(Option("rest", "Pause until a day I choose"), Option("go-on", "End the pause, and go on")),
            when=_asks_what,
        ),
        Date(
            "until",
            "Until when do you want to pause?",
            ahead=True,
            note="“In two weeks”, or a date.",
            when=_is_pausing,
        ),
        Choice(
            "reason-kind",
            "Why do you want a pause?",
            options=(
                Option("ill", "I'm ill, or worn out"),
                Option("busy", "I have too much on right now", "exams, work, a move"),
                Option("somebody", "I've met someone"),
                Option("news", "I've had news of them that hurts"),
                Option("enough", "I need a break from this"),
            ),
            optional=True,
            when=_is_pausing,
        ),
        Reading(
            "somebody-new",
            lambda here: (
                "Before you see someone new, talk about what happened with someone trained in this. To find someone like that: "
                "exback crisis"
                if frightened_them(here)
                else "There's no hurry with someone new. You decide who knows about it. You can tell the new person that something ended not long "
                "ago. If you don't need this program any more, choose “Letting go” in the menu."
            ),
            when=lambda here: _is_pausing(here) and here["reason-kind"] == "somebody",
        ),
        Reading("for-your-return", _words_for_the_return, when=lambda here: not _is_pausing(here)),
        Text("reason", "What would you like to read when you come back?", optional=True, when=_is_pausing),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        "Always open: exback urge and exback crisis"
        if _is_pausing(here) and _is_past(here)
        else "Still open in the meantime: exback urge and exback crisis"
        if _is_pausing(here)
        else "One small thing: start exback once, and do only as much as you feel up to."
    ),
)
