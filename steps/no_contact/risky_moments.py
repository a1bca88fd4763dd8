"""The three moments in which you are most likely to write, and a plan for each."""

from exback.model.context import Context
from exback.model.gates import done
from exback.model.items import Item, Reading, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import afraid, tied_by, without_stop

ORDINALS = {"1": "first", "2": "second", "3": "third"}


def _example(here: Context, number: str) -> str:
    """Return an example that fits what they said about their life, so that it isn't always about the night.

    Where a boundary holds, no example has the two of them in one place.
    """
    if number == "1":
        return "“It is past 11, and I open our thread.”"
    if number == "3":
        return "“I have had two glasses of wine.”"
    if here.withheld:
        return "“I come home and the flat is quiet.”"
    if tied_by(here, "home"):
        return "“It is late, and there is light under their door.”"
    if tied_by(here, "children"):
        return "“They bring the children, and stay standing in the door.”"
    if tied_by(here, "work", "studies"):
        return "“We had a good talk in the corridor, and now I am home.”"
    return "“I come home and the flat is quiet.”"


def _plan_example(here: Context) -> str:
    return (
        "“I mute the thread and put on the radio.”"
        if afraid(here)
        else "“I put the phone on the charger in the hall, and run exback urge.”"
    )


def _moment_words(here: Context, number: str) -> str:
    return without_stop(here.words(f"moment-{number}"))


def _moment_questions(number: str) -> tuple[Item, Item]:
    return (
        Text(
            f"moment-{number}",
            f"Your {ORDINALS[number]} risky moment: where are you, and what has just happened?",
            note=lambda here: f"For example: {_example(here, number)}",
        ),
        Text(
            f"plan-{number}",
            lambda here: f"What will you do when it comes to this: “{_moment_words(here, number)}”?",
            note=lambda here: f"Something you can do at once, with your hands. {_plan_example(here)}",
        ),
    )


def _introduction(here: Context) -> Prose:
    then = "I mute it and put on the radio" if afraid(here) else "the phone goes into the kitchen"
    return f"""The wish to write does not come at any time. It comes at certain times, and you know most of them.

There is a simple way to prepare. You tie a moment to an action: if this happens, then I do that. In hundreds of tests, people who planned \
like this did what they meant to do more often than people who only meant it. The effect is small to medium.

It works best when the moment is one you would notice, and the action is something you can do with your hands. “If I feel \
bad, then I will be strong” is not a plan. “If it is past 11 and I open our thread, then {then}” is one."""


def _plans_and_memory(here: Context) -> Prose:
    made = (Quote(here.text(f"plan-{n}"), None, f"For “{_moment_words(here, n)}” you planned:") for n in ORDINALS)
    return (
        *made,
        Quote(here.text("memory"), None, "And this is what you remembered:"),
        (
            "Word for word does not matter. What came back by itself is the easiest to find again. If one of them was "
            "gone, make it shorter: go back and change it."
        ),
    )


STEP = Step(
    id="risky-moments",
    title="Risky moments",
    minutes=10,
    purpose="A plan that begins with “if” is there when your head is not.",
    why=("if-then", "pursuit"),
    opens=(done("contact-rule"),),
    repeats=Repeat(apart=3),
    items=(
        Reading(
            "if-then",
            _introduction,
            claims=("S4",),
        ),
        Reading(
            "not-a-plan",
            "If they come to your door and you are afraid, that is not a moment for a plan like this. Call the emergency number. Keep "
            "a phone where you can reach it.",
            when=afraid,
        ),
        *_moment_questions("1"),
        *_moment_questions("2"),
        *_moment_questions("3"),
        Text(
            "memory",
            "Now from memory: what are your three plans?",
            long=True,
            note="Do not go back and look. It need not be word for word.",
        ),
        Reading("compared", _plans_and_memory),
    ),
    mirror=lambda here: (
        Quote(here.text("plan-1"), None, "When it comes to it, you will begin with this:"),
        "exback urge will show you these plans at the moment you need them.",
    ),
    small_thing="One small thing: make the first plan easier. Put what it needs where you will need it.",
)
