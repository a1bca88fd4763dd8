"""What you'd own up to, written for yourself and never sent."""

from exback.model.boundaries import AFRAID_OF_THEM
from exback.model.context import Context
from exback.model.gates import done
from exback.model.items import Choice, Option, Reading, Recall, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import DOOR, ByBoundary, broke_trust, frightened_them, left, named_person, owes_quiet

NEVER_REACHES_THEM = ByBoundary(
    asked_to_stop="They don't want to hear this from you, so it must never reach them: not as a letter, not inside another message, "
    "not through anyone else, and not later on. It's for you, and exback doesn't judge what you write here.",
    ordered_away="Because you were told to keep away, this must never reach them: not as a letter, and not through anyone else. It's "
    "for you, and exback doesn't judge what you write here.",
    afraid_of_me="They've been afraid of you, so this must never reach them. Even kind words from you could frighten them again. "
    "It's for you, and for someone who helps you change. exback doesn't judge what you write here.",
)


def _introduction(here: Context) -> Prose:
    kept = (
        NEVER_REACHES_THEM.fitting(here)
        if owes_quiet(here)
        else ("You won't send this. It's for you, and it doesn't have to become an apology.",)
    )
    return (
        *kept,
        (
            "Write down what you'd own up to: what you did, what it was like for them, and what you wish you'd done instead. Leave "
            "out why you did it, and leave out what they did."
        ),
        _where_to_look(here),
    )


def _where_to_look(here: Context) -> str:
    if frightened_them(here):
        return "Start with what frightened or hurt them. Say it the way it was, and don't make it smaller."
    if broke_trust(here):
        return "You broke their trust, so start there. Say it the way it was, in plain words."
    if left(here):
        return (
            "Ending it isn't something to own up to. How you ended it may be: what you said, what you left out, how long you didn't "
            "tell them. If there's nothing, say that."
        )
    return (
        "It doesn't have to be something terrible. It may be small: a promise you let slide, a weekend when you were there but didn't "
        "listen. If there's nothing, say that."
    )


def _has_something(here: Context) -> bool:
    return here["how-much"] != "nothing"


def _options(here: Context) -> tuple[Option, ...]:
    nothing = "Nothing I can name yet" if frightened_them(here) else "Nothing I can see"
    return (Option("serious", "Something serious"), Option("small", "Small things"), Option("nothing", nothing))


def _mirror(here: Context) -> Prose:
    if not _has_something(here):
        looked = (
            "You can't name it yet. You did say they've been afraid of you, and that's a start."
            if frightened_them(here)
            else "You looked, and found nothing to own up to."
        )
        anyway = here.text("anyway")
        return (looked, *((Quote(anyway, None, "You'd do this differently:"),) if anyway else ()))
    different = here.text("different")
    return (
        Quote(here.text("did"), None, "You'd own up to this:"),
        *((Quote(different, None, "And this is what you do differently now:"),) if different else ()),
        "It stays here, and it must never reach them."
        if owes_quiet(here)
        else "You've said it to yourself, and it stays here.",
    )


def _small_thing(here: Context) -> Prose:
    if frightened_them(here):
        return (
            "One small thing: choose someone other than them to work on this with, like a doctor, a counsellor or a helpline from "
            "exback crisis."
        )
    if here.text("how-much") == "serious" and here.withheld:
        return "One small thing: tell a friend who isn't in touch with them that you wrote this down. You don't have to say what."
    return {
        "serious": f"One small thing: tell {named_person(here) or 'a friend'} that you wrote this down. You don't have to say what.",
        "small": "One small thing: do one of these things differently this week, at work or with a friend.",
        "nothing": "One small thing: do something you enjoy for fifteen minutes.",
    }[here.text("how-much")]


STEP = Step(
    id="own-up",
    title="What I'd own up to",
    minutes=12,
    purpose="Tell yourself what your part was. You never send it.",
    opens=(done("kindness-and-my-part"),),
    not_for=frozenset({AFRAID_OF_THEM.id}),
    optional=True,
    repeats=Repeat(apart=7),
    items=(
        Reading("own-up-reading", _introduction),
        Recall("my-part", "You wrote this about your own part:", step="kindness-and-my-part", item="my-part"),
        Recall("what-for", "You wrote that you'd own up to this:", step="kindness-and-my-part", item="what-for"),
        Choice(
            "how-much",
            "What is there to own up to?",
            options=_options,
            note=lambda here: "" if here.withheld else DOOR,
        ),
        Text(
            "did",
            "What did you do?",
            long=True,
            note=lambda here: (
                "In plain words, without explaining why. If someone else could read your file, keep it general."
                if owes_quiet(here)
                else "In plain words, without explaining why."
            ),
            when=_has_something,
            claims=("C4d",),
        ),
        Text(
            "effect",
            "What was it like for them?",
            long=True,
            note="As far as you know. Please don't ask them or anyone else.",
            when=_has_something,
        ),
        Text("instead", "What do you wish you'd done instead?", long=True, when=_has_something),
        Text(
            "different",
            "What do you do differently now?",
            long=True,
            optional=True,
            note="If nothing has changed yet, say that.",
            when=_has_something,
        ),
        Text(
            "anyway",
            lambda here: (
                "What's one thing you'd do differently now?"
                if frightened_them(here)
                else "What small thing would you do differently anyway?"
            ),
            long=True,
            optional=True,
            when=lambda here: not _has_something(here),
        ),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
