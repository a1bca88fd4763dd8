"""What is going on right now: an urge to write, a bad night, news of the other one, fear of them, or having been asked to stop."""

from msgspec import structs

from exback.model.boundaries import (
    AFRAID_OF_THEM,
    ASKED_TO_STOP,
    BOUNDARIES,
    Boundary,
    helped,
    reasons,
    safety_questions,
    standing,
)
from exback.model.context import Context
from exback.model.items import Choice, Option, Reading
from exback.model.program import Repeat, Step
from exback.model.prose import Prose

from ..situation import (
    ABOUT_THE_CHILDREN,
    FEAR_COUNTS,
    HIDE,
    afraid,
    frightened_them,
    is_ordered_away,
    may_write_about_children,
    named_person,
    order_too,
)
from . import eight_minutes, short_pages

ABOUT = {"afraid": AFRAID_OF_THEM, "told-to-stop": ASKED_TO_STOP}
"""By what is going on: the boundary that it's about."""


def _is_about_safety(here: Context) -> bool:
    return here.text("what") in ABOUT


def _asks(here: Context) -> bool:
    """Whether the safety questions are asked: not if an earlier answer says already what is going on."""
    return _is_about_safety(here) and (here.asks_safety or ABOUT[here.text("what")] not in standing(here.journey))


def _first_words(here: Context) -> Prose:
    return _about_fear(here) if here["what"] == "afraid" or afraid(here) else _about_stopping(here)


def _about_fear(here: Context) -> Prose:
    return (
        (
            "If they won't leave you alone, or you're afraid of them, take it seriously, even if nothing has happened yet. In danger "
            "now? Call the emergency number: 112, 999, 911 or the one where you are."
        ),
        (
            "If they could see this screen, press Ctrl-Q. exback closes at once and clears the screen. "
            "If they can get at this device, use another one."
        ),
        (
            "You don't owe them an answer or a reason. Save what they send, because it may help you later. If silence could make "
            "them angry, talk it through first with a helpline for people who are afraid of a partner: exback crisis"
        ),
        *order_too(here),
    )


def _about_stopping(here: Context) -> Prose:
    children = (
        "If there's something to sort out about children, use only the way that the order names."
        if is_ordered_away(here)
        else "If there's something to sort out about children, let a lawyer or a service do it."
        if frightened_them(here)
        else "If there's something to sort out about children, use the way you already have for that, and nothing else."
    )
    return (
        "It hurts, and you know what they want. You can respect it from now on.",
        (
            "Don't write back, not even to say sorry or to ask why. After a clear no, another message can frighten them, and it can "
            f"be against the law. {children}"
        ),
        "If you'd like to talk to someone now: exback crisis",
        "If it isn't safe to answer here, press Ctrl-Q. exback closes and clears the screen.",
    )


BEFORE_QUESTIONS = """Next come four questions about safety. They're the same for everyone.

Please answer honestly. A yes isn't a verdict on you or on them. After one, exback won't help you write to them. Everything \
else stays open.

You can correct an answer until you finish. Then you can't undo a yes, but you can still change a no to a yes."""


def _holding(here: Context) -> list[Boundary]:
    return [boundary for boundary in BOUNDARIES if boundary.id in here.held]


def _reasons(here: Context) -> Prose:
    return (*reasons(_holding(here)), *((ABOUT_THE_CHILDREN,) if may_write_about_children(here) else ()))


def _help(here: Context) -> Prose:
    boundaries = _holding(here)
    if not boundaries:
        return ""
    from ..endings import not_allowed  # endings are loaded after this

    hide = (HIDE,) if afraid(here) else ()
    return (*helped(boundaries), f"When you're ready, you'll find “{not_allowed.STEP.title}” in the menu.", *hide)


def _nothing_closed(here: Context) -> Prose:
    if here.held:
        return ""
    if here["what"] == "afraid":
        return (
            f"You answered no to all four, so nothing changes here. {FEAR_COUNTS}",
            (
                "You can block them. Save what they've sent first, and if it could make them angry, ask a helpline before you do. You "
                "don't have to open the door, or read what they send. If they turn up and won't go, call the emergency number."
            ),
        )
    return (
        "You answered no to all four, so nothing changes here. But if they asked you to stop, in whatever words, that's a yes to the "
        "question about contact. You can go back and change it."
    )


def _mirror(here: Context) -> Prose:
    if here["what"] == eight_minutes.TOO_MUCH:
        return eight_minutes.mirror(here)
    if here["what"] in short_pages.MIRRORS:
        return short_pages.mirror(here)
    if here["what"] == "afraid" or afraid(here):
        return "You said something isn't right. That matters."
    return "They asked you to stop, and you came here instead of writing back."


def _small_thing(here: Context) -> Prose:
    if here["what"] == eight_minutes.TOO_MUCH:
        return eight_minutes.small_thing(here)
    if here["what"] in short_pages.SMALL_THINGS:
        return short_pages.SMALL_THINGS[here.text("what")]
    if here["what"] == "afraid" or afraid(here):
        person = named_person(here) or "one person you trust"
        return f"One small thing: tell {person} what's going on. It doesn't have to be the whole story."
    return "One small thing: put the phone in another room for an hour, where you'd still hear it ring."


STEP = Step(
    id="now",
    title="Something's wrong",
    minutes=8,
    purpose="Say what's going on, and you'll go straight to what can help.",
    why=("single-session",),
    repeats=Repeat(),
    momentary=True,
    items=(
        Choice(
            "what",
            "What's going on?",
            options=(
                Option("urge", "I want to write to them", opens="urge"),
                Option(short_pages.DRINKING, "I've been drinking and might write"),
                Option(short_pages.SLEEP, "I can't sleep"),
                Option(short_pages.NEWS, "I saw or heard about them"),
                Option(short_pages.ANGRY, "I'm angry"),
                Option(short_pages.FAULT, "It's all my fault"),
                Option(eight_minutes.TOO_MUCH, "It's all too much", "eight minutes"),
                Option("afraid", "I'm afraid of them", "they won't leave me alone, or they scare me"),
                Option("told-to-stop", "They've asked me to stop", "writing, calling or coming by"),
            ),
        ),
        *eight_minutes.ITEMS,
        Reading("first-words", _first_words, when=_is_about_safety),
        Reading("before-questions", BEFORE_QUESTIONS, when=_asks),
        *(structs.replace(question, when=_asks) for question in safety_questions()),
        Reading("safety", _reasons, when=_is_about_safety),
        Reading("safety-help", _help, when=_is_about_safety),
        Reading("nothing-closed", _nothing_closed, when=_is_about_safety),
        *short_pages.ITEMS,
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
