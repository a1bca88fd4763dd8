"""What exback must know to speak safely: a name for them, who ended it and when, what still ties you, four safety questions."""

from exback.model.boundaries import (
    AFRAID_OF_THEM,
    ASKED_TO_STOP,
    BOUNDARIES,
    Boundary,
    helped,
    reasons,
    safety_questions,
)
from exback.model.context import Context
from exback.model.dates import how_often
from exback.model.items import Choice, Choices, Date, Option, Reading, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose

from ..situation import ABOUT_THE_CHILDREN, HIDE, STORY, WHEN_READY, named_person

WHO = {
    "me": "You ended it on {day}.",
    "them": "They ended it on {day}.",
    "both": "You two ended it together on {day}.",
    "faded": "It faded out, and you gave {day} as the day it ended.",
    "circumstances": "It ended because of circumstances, on {day}.",
}


def _safety_reasons(here: Context) -> Prose:
    named = _boundaries_named(here)
    ties = here["ties"]
    about_children = isinstance(ties, list) and "children" in ties and named == [ASKED_TO_STOP]
    return (*reasons(named), *((ABOUT_THE_CHILDREN,) if about_children else ()))


def _safety_help(here: Context) -> Prose:
    """Return where to get help, on a page of its own: with several yeses one page would be too long."""
    boundaries = _boundaries_named(here)
    if not boundaries:
        return ""
    hide = (HIDE,) if here[AFRAID_OF_THEM.id] else ()
    return (*helped(boundaries), WHEN_READY, *hide)


def _boundaries_named(here: Context) -> list[Boundary]:
    return [boundary for boundary in BOUNDARIES if here[boundary.id]]


def _mirror(here: Context) -> Prose:
    ended = WHO[here.text("who-ended")].format(day=here.date(here.day("ended")))
    words = (
        "You've told it again, as it is now."
        if here.quote(STORY, "name")
        else "That's all exback needs to know for now. The rest can wait until you want to tell it."
    )
    return f"{ended}{_round_sentence(here)} {words}"


def _round_sentence(here: Context) -> str:
    """Return a sentence for someone who started again, empty the first time through."""
    again = here.journey.walks - 1
    return f" You've started again {how_often(again)}, and everything you wrote before is still here." if again else ""


def _small_thing(here: Context) -> Prose:
    if here.withheld:
        person = named_person(here) or "one person you trust"
        return f"One small thing: tell {person} that you're having a hard time. You don't have to say more."
    return "One small thing: drink a glass of water, and put your phone in another room for ten minutes."


STEP = Step(
    id=STORY,
    title="Your story",
    minutes=5,
    version=2,
    purpose="exback asks so that what it says later fits your situation. Short answers are fine.",
    why=("left-behind", "self-guided"),
    repeats=Repeat(apart=7),
    items=(
        Text(
            "name",
            "What should exback call them?",
            names=True,
            note="An initial or a nickname is best. Please don't give a full name, because someone might read it one day.",
            former=("begin",),
        ),
        Choice(
            "who-ended",
            "Who ended it?",
            options=(
                Option("them", "They ended it"),
                Option("me", "I ended it"),
                Option("both", "We ended it together"),
                Option("faded", "It faded out", "no one said it out loud"),
                Option("circumstances", "Circumstances ended it", "distance, family, work, illness"),
            ),
            why="Being left hurts in a different way from leaving. exback words its pages to fit your answer.",
            claims=("C4e",),
        ),
        Date("ended", "When did it end?", note="“Three weeks ago” will do, or “12 May”."),
        Choices(
            "ties",
            "What still ties you to each other?",
            note="Choose all that apply, or none.",
            options=(
                Option("children", "Children"),
                Option("home", "A home"),
                Option("work", "Work"),
                Option("money", "Money"),
                Option("studies", "Studies"),
            ),
            why="If you share children or a job, you may have to be in touch. You'll make your own rule for that. An order, or "
            "someone's safety, comes first.",
        ),
        Reading(
            "before-safety",
            """Next come four questions about safety. exback asks everyone who starts here.

If it isn't safe to answer here, press Ctrl-Q. exback closes at once and clears the \
screen. What you've written so far is saved. To remove it, run exback reset --erase when you're alone.

Sometimes contact would be unsafe, or unkind, or against an order. Please answer honestly. A wrong no can hurt someone. After a yes, \
exback won't help you write to them. Everything else stays open, and there's a lot of it.

A yes isn't a verdict on you or on them. You can correct an answer until you finish this step. Then you can't undo a yes, \
but you can still change a no to a yes.""",
        ),
        *safety_questions(),
        Reading("safety", _safety_reasons),
        Reading("safety-help", _safety_help),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
