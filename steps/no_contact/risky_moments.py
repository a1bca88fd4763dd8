"""The three situations in which you are most likely to write, and a plan for each."""

from exback.model.context import Context
from exback.model.gates import done
from exback.model.items import Item, Reading, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import afraid, in_quotes, tied_by, without_stop

ASKS_WHEN = {
    "1": "When are you most likely to write?",
    "2": "When else are you likely to write?",
    "3": "What's a third situation where you might write?",
}

ORDINALS = {"1": "first", "2": "second", "3": "third"}


def _example(here: Context, number: str) -> str:
    """Return an example that fits what they said about their life, so that it isn't always about the night.

    Where a boundary holds, no example has the two of them in one place.
    """
    if number == "1":
        return "“It's past 11, and I open our chat.”"
    if number == "3":
        return "“I've had two glasses of wine.”"
    if here.withheld:
        return "“I come home and the flat is quiet.”"
    if tied_by(here, "home"):
        return "“It's late, and there's light under their door.”"
    if tied_by(here, "children"):
        return "“They bring the children, and stay in the doorway.”"
    if tied_by(here, "work", "studies"):
        return "“We had a good talk in the corridor, and now I'm home.”"
    return "“I come home and the flat is quiet.”"


def _plan_example(here: Context) -> str:
    return (
        "“I mute the chat and put on the radio.”"
        if afraid(here)
        else "“I put my phone in the hall, and run exback urge.”"
    )


def _moment_words(here: Context, number: str) -> str:
    return without_stop(here.words(f"moment-{number}"))


def _asks_for_plan(here: Context, number: str) -> str:
    moments = {other: here.answers.get(f"moment-{other}") for other in ASKS_WHEN}
    words = {other: moment for other, moment in moments.items() if isinstance(moment, str)}
    named = in_quotes(words.get(number, ""), (moment for other, moment in words.items() if other != number))
    if named:
        return f"What will you do when this happens: {named}?"
    return f"What will you do in the {ORDINALS[number]} of these situations?"


def _moment_questions(number: str) -> tuple[Item, Item]:
    return (
        Text(
            f"moment-{number}",
            ASKS_WHEN[number],
            note=lambda here: f"For example: {_example(here, number)}",
        ),
        Text(
            f"plan-{number}",
            lambda here: _asks_for_plan(here, number),
            note=lambda here: f"Something you can do at once, with your hands. For example: {_plan_example(here)}",
        ),
    )


def _introduction(here: Context) -> Prose:
    then = "I'll mute it and put on the radio" if afraid(here) else "the phone goes into the kitchen"
    return f"""The urge to write comes at certain times, and you know most of them.

You can prepare for them. You decide in advance: if this happens, I'll do that. In hundreds of tests, people who planned like \
this did what they meant to do more often than people who only meant to. The effect is small to medium, and few of the tests \
were about love.

Pick a moment you'd notice, and something you can do with your hands. “If I feel bad, I'll be strong” isn't a plan. “If it's past 11 and I open our chat, then {then}” is one."""


def _plans_and_memory(here: Context) -> Prose:
    moments = {n: f"for “{words}”" if (words := _moment_words(here, n)) else "for another moment" for n in ASKS_WHEN}
    made = (Quote(here.text(f"plan-{n}"), None, f"You planned this {moment}:") for n, moment in moments.items())
    return (
        *made,
        Quote(here.text("memory"), None, "This is what you remembered:"),
        ("If they're close, that's good enough. If you forgot one of them, go back and make it shorter."),
    )


STEP = Step(
    id="risky-moments",
    title="Risky moments",
    minutes=10,
    purpose="Decide now what you'll do when you want to write, so that you don't have to decide it then.",
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
            "If they come to your door and you're afraid, don't use a plan like this. Call the emergency number. Keep a phone where "
            "you can reach it.",
            when=afraid,
        ),
        *_moment_questions("1"),
        *_moment_questions("2"),
        *_moment_questions("3"),
        Text(
            "memory",
            "What are your three plans, from memory?",
            long=True,
            note="Don't go back and look. It doesn't have to be word for word.",
        ),
        Reading("compared", _plans_and_memory),
    ),
    mirror=lambda here: (
        Quote(here.text("plan-1"), None, "When you want to write, you'll start with this:"),
        "exback urge shows you all three plans when you need them.",
    ),
    small_thing="One small thing: get what you need for your first plan ready now.",
)
