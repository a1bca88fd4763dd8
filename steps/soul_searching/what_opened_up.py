"""Writing about what opened up, three times; or plain planning, where that does more good. Optional."""

from exback.model.context import Context
from exback.model.gates import done, runs
from exback.model.items import Choice, Option, Reading, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

HIGH_RUMINATION = 7
SITTINGS = 3


def _ruminates(here: Context) -> bool:
    """Whether their thoughts went in circles a lot (7 or more of 10) at least twice."""
    answers = here.all_said("missing-or-bargaining", "rumination")
    return sum(1 for answer in answers if isinstance(answer.value, int) and answer.value >= HIGH_RUMINATION) >= 2


def _is_writing(here: Context) -> bool:
    return here["way"] == "write" if _ruminates(here) else True


def _sitting_number(here: Context) -> int:
    """Return the number of this sitting, from 1; a day of planning isn't counted."""
    return len(here.all_said("what-opened-up", "opened")) + 1


def _asks(here: Context) -> Prose:
    """Ask about another side at each sitting: you, people, the time ahead, then anything."""
    return {
        1: "About you: what has become possible, or easier, since it ended?",
        2: "About people: who is nearer to you now, or who might be?",
        3: "About the time ahead: what can you plan that you could not plan before?",
    }.get(_sitting_number(here), "What else has become possible, or easier?")


def _earlier_sittings(here: Context) -> Prose:
    """Quote what they wrote in earlier sittings."""
    return tuple(
        Quote(answer.value, answer.day, "You wrote before:")
        for answer in here.all_said("what-opened-up", "opened")
        if isinstance(answer.value, str)
    )


def _mirror(here: Context) -> Prose:
    if not _is_writing(here):
        return (Quote(here.text("first-move"), None, "Your first move:"),)
    sitting = (
        f"Sitting {_sitting_number(here)} of {SITTINGS}." if _sitting_number(here) <= SITTINGS else "One more sitting."
    )
    return (sitting, Quote(here.text("opened"), None, "What opened up:"))


STEP = Step(
    id="what-opened-up",
    title="What opened up",
    minutes=15,
    purpose="Some things become possible only when something ends.",
    why=("benefit", "writing-harms", "activation"),
    opens=(done("who-am-i-now"),),
    complete=(runs("what-opened-up", SITTINGS),),
    repeats=Repeat(apart=1),
    optional=True,
    items=(
        Reading(
            "opened-reading",
            """This step is for those who like to write. It is not needed for anything else here.

In one study about a hundred people wrote, three times, about what had become possible through their breakup. Afterwards \
they had more good feelings than those who wrote about something else, mostly where both had wanted it to end. The bad feelings \
stayed as they were. It was a small study. No one says it's good that it ended, only that there's room now where there was none.

Take about fifteen minutes, on three different days.""",
            when=lambda here: not _ruminates(here),
        ),
        Reading(
            "plan-reading",
            """You said more than once that your thoughts go in circles. In one small trial, people who kept searching for \
meaning did worse when they wrote about their feelings than when they wrote down what they did that day. So exback offers you something \
else: planning one good day, in detail. You decide.""",
            when=_ruminates,
        ),
        Choice(
            "way",
            "What would you rather do?",
            options=(Option("plan", "Plan one good day"), Option("write", "Write all the same")),
            when=_ruminates,
        ),
        Text(
            "day-plan",
            "One good day, hour by hour. What, where, with whom?",
            long=True,
            when=lambda here: not _is_writing(here),
        ),
        Text("first-move", "What is its first move?", when=lambda here: not _is_writing(here)),
        Reading("written-before", _earlier_sittings, when=_is_writing),
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
            "Did you find a strength that you did not know you had?",
            long=True,
            optional=True,
            when=_is_writing,
        ),
    ),
    mirror=_mirror,
    small_thing="One small thing: keep one word of it somewhere you will see it tomorrow.",
)
