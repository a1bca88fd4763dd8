"""What exback must know to speak safely: a name for them, who ended it and when, what still ties you, four safety questions."""

from exback.model.boundaries import AFRAID_OF_THEM, BOUNDARIES, Boundary, helped, reasons, safety_questions
from exback.model.context import Context
from exback.model.dates import how_often
from exback.model.items import Choice, Choices, Date, Option, Reading, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose

from ..situation import HIDE, STORY

WHO = {
    "me": "you ended it",
    "them": "they ended it",
    "both": "you ended it together",
    "faded": "it faded out",
    "circumstances": "circumstances ended it",
}


def _safety_reasons(here: Context) -> Prose:
    return reasons(_boundaries_named(here))


def _safety_help(here: Context) -> Prose:
    """Return where to get help, on a page of its own: with several yeses one page would be too long."""
    boundaries = _boundaries_named(here)
    if not boundaries:
        return ""
    hide = (HIDE,) if here[AFRAID_OF_THEM.id] else ()
    return (*helped(boundaries), "There's a page for this, when you're ready: exback step not-allowed", *hide)


def _boundaries_named(here: Context) -> list[Boundary]:
    return [boundary for boundary in BOUNDARIES if here[boundary.id]]


def _mirror(here: Context) -> Prose:
    who, ended = WHO[here.text("who-ended")], here.date(here.day("ended"))
    words = (
        "You've told it again, as it is now."
        if here.quote(STORY, "name")
        else "That's all exback needs to know for now. The rest can wait until you want to tell it."
    )
    return f"{who[0].upper()}{who[1:]}. You gave {ended} as the day.{_round_sentence(here)} {words}"


def _round_sentence(here: Context) -> str:
    """Return a sentence for someone who started again, empty the first time through."""
    again = here.journey.walks - 1
    return f" You've started again {how_often(again)}, and everything you wrote before is still here." if again else ""


def _small_thing(here: Context) -> Prose:
    if here.withheld:
        return "One small thing: tell one person you trust that this is a hard time. You don't have to say more."
    return "One small thing: drink a glass of water, and put your phone in another room for ten minutes."


STEP = Step(
    id=STORY,
    title="Your story",
    minutes=5,
    version=2,
    purpose="exback asks so that it can speak to your situation, and not just to anyone's. Short answers are fine.",
    why=("left-behind", "self-guided"),
    repeats=Repeat(apart=7),
    items=(
        Text(
            "name",
            "What should exback call them?",
            names=True,
            note="An initial or a nickname. No full name, please: someone might read it one day.",
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
            why="Being left and leaving hurt in different ways. exback words its pages by this answer.",
            claims=("C4e",),
        ),
        Date("ended", "When did it end?", note="“Three weeks ago” will do, or “12 May”."),
        Choices(
            "ties",
            "What still ties you to each other?",
            note="Tick what's true. Leave it empty if nothing does.",
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
            """Now four questions about safety. exback asks everyone who begins here.

If it isn't safe to answer here, press Ctrl-Q: exback closes at once and clears the screen. (In plain lines, type hide.) \
What you've written so far is saved. To remove it, run exback reset --erase when you're alone.

Sometimes contact would be unsafe, or unkind, or against an order. Say what's true; a wrong no can hurt someone. A yes closes \
the part about writing to them, and only that part. Everything that's for you stays open, and there's a lot of it.

A yes isn't a verdict about you or about them. You can correct an answer until you finish this step. After that, a yes stays. \
A no can become a yes on any day.""",
        ),
        *safety_questions(),
        Reading("safety", _safety_reasons),
        Reading("safety-help", _safety_help),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
