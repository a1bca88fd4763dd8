"""Writing about what became possible, three times, and another way for those whose thoughts go in circles. Optional."""

from exback.model.context import Context
from exback.model.gates import done, runs
from exback.model.items import Choice, Option, Reading, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import afraid
from .missing_or_bargaining import goes_in_circles

SESSIONS = 3


def _way(here: Context) -> str:
    """Return what they chose to do; those who weren't asked write."""
    return here.text("way") if goes_in_circles(here) else "write"


def _is_writing(here: Context) -> bool:
    return _way(here) == "write"


def _is_planning(here: Context) -> bool:
    return _way(here) == "plan"


def _session_number(here: Context) -> int:
    """Return the number of this session, from 1; one without writing isn't counted."""
    return len(here.all_said("what-opened-up", "opened")) + 1


def _asks(here: Context) -> Prose:
    """Ask about another side at each session: you, people, the time ahead, then anything."""
    return {
        1: "What's become possible or easier for you since it ended?",
        2: "Who's closer to you now, or could be?",
        3: "What can you plan now that you couldn't plan before?",
    }.get(_session_number(here), "What else has become possible or easier?")


def _earlier_sessions(here: Context) -> Prose:
    """Quote what they wrote in earlier sessions."""
    return tuple(
        Quote(answer.value, answer.day, "You wrote this before:")
        for answer in here.all_said("what-opened-up", "opened")
        if isinstance(answer.value, str)
    )


def _mirror(here: Context) -> Prose:
    if _is_planning(here):
        return (Quote(here.text("first-move"), None, "You'll start with this:"),)
    if not _is_writing(here):
        return "You chose “Going round in circles”. You can write here any other day, or not at all."
    number = _session_number(here)
    counted = f"Session {number} of {SESSIONS}." if number <= SESSIONS else "One more session."
    return (counted, Quote(here.text("opened"), None, "What's become possible:"))


def _small_thing(here: Context) -> Prose:
    if _is_planning(here):
        return "One small thing: write the day down where only you'll see it."
    if not _is_writing(here):
        return "One small thing, today or tomorrow: exback step caught-in-circles"
    if afraid(here):
        return "One small thing: pick one word from it, and say it to yourself tomorrow morning."
    return "One small thing: write one word from it where you'll see it tomorrow."


STEP = Step(
    id="what-opened-up",
    title="What's become possible",
    minutes=15,
    purpose="You look at what you can do now that you couldn't before.",
    why=("benefit", "writing-harms", "activation"),
    opens=(done("who-am-i-now"),),
    complete=(runs("what-opened-up", SESSIONS),),
    repeats=Repeat(apart=1),
    optional=True,
    items=(
        Reading(
            "opened-reading",
            """This is for people who like to write. Nothing else here depends on it.

In one study about a hundred people wrote, three times, about what their breakup had made possible. Afterwards they had more \
good feelings than people who wrote about something else, mostly where both had wanted it to end. Their bad feelings stayed \
the same. It was a small study. You don't have to think it's good that it ended. You're only looking for what's possible now.

Take about fifteen minutes on each of three days.""",
            when=lambda here: not goes_in_circles(here),
        ),
        Reading(
            "plan-reading",
            """You said more than once that your thoughts go in circles. In one small trial, people who kept searching for \
meaning did worse when they wrote about their feelings than when they wrote down what they'd done that day.

So exback suggests another page, “Going round in circles”, where you don't write much. It hasn't been tested. You can also plan \
one good day, or write here anyway. It's up to you.""",
            when=goes_in_circles,
        ),
        Choice(
            "way",
            "What would you rather do?",
            options=(
                Option("circles", "Go to “Going round in circles”"),
                Option("plan", "Plan one good day"),
                Option("write", "Write here anyway"),
            ),
            when=goes_in_circles,
        ),
        Text(
            "day-plan",
            "What will you do on one good day, hour by hour?",
            long=True,
            note="Say what, where and who with.",
            when=_is_planning,
        ),
        Text("first-move", "What will you do first?", when=_is_planning),
        Reading("written-before", _earlier_sessions, when=_is_writing),
        Text(
            "opened",
            _asks,
            long=True,
            when=_is_writing,
            note="About fifteen minutes, or as long as you like.",
            claims=("S10",),
        ),
        Text(
            "strength",
            "What strength did you find that you didn't know you had?",
            long=True,
            optional=True,
            when=_is_writing,
        ),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
