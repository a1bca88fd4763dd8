"""A boundary holds: why writing to them is closed, what stays open, and how the question can be asked again."""

from exback.model.boundaries import ORDERED_AWAY, explained, safety_questions, standing, withheld
from exback.model.context import Context
from exback.model.items import Reading, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote
from exback.model.safety import are_answered

from ..companion.contact import lifted
from ..reattraction.their_side import HIDE
from ..situation import ByBoundary, afraid
from .letting_go import about_children

STAYING_AWAY = ByBoundary(
    asked_to_stop="They don't want contact, and you can leave them be, one day at a time. If it's hard to keep up, tell {person}. You "
    "don't have to do it alone.",
    ordered_away="Keep to the order, one day at a time. If it's hard, or you're not sure what it allows, ask a lawyer before you do "
    "anything.",
    afraid_of_me="Leave them in peace, one day at a time. If you're worried about your own behaviour, or it's hard to stay away, there are people trained to help with that. Talking to one of them is worth more than anything written here.",
)


def _reasons(here: Context) -> Prose:
    reasons = explained(standing(here.journey))
    return (*reasons, *about_children(here), HIDE) if afraid(here) else reasons


def _has_order(here: Context) -> bool:
    return ORDERED_AWAY.id in {boundary.id for boundary in standing(here.journey)}


def _asks_again(here: Context) -> bool:
    """Whether the four questions are asked because of an order: not twice on one day, and not of who corrects an old entry."""
    journey = here.journey
    today = (run for run in journey.runs if run.finished is not None and journey.days_since(run) == 0)
    is_asked = not are_answered(today) if here.finished is None else ORDERED_AWAY.id in here.given
    return is_asked and _has_order(here)


def _how_it_ends(here: Context) -> Prose:
    if _asks_again(here):
        return (
            "exback treats the order as ended once you've said so twice, a week apart. Only whoever made it can end it. Your other "
            "answers stay as they are. If any of them is a yes, exback still won't help you reach them."
        )
    return (
        "You've answered the four questions about safety today, so they don't come again now. When the order has ended, answer them "
        "again, twice, a week apart: exback step not-allowed. Only whoever made it can end it. If any of your other answers is a "
        "yes, exback still won't help you reach them."
    )


def _what_stays_open(here: Context) -> Prose:
    open_still = (
        "You can go on from here. You can find some calm, understand what happened, find out who you are now, and build a life you "
        "like. You don't need them for any of that, and exback has pages for all of it."
    )
    if afraid(here):
        return (
            open_still,
            (
                "It isn't your job to fix what was done to you. You have a right to be safe, to rest, and to have people on your side. There are "
                "people trained to help with this, and talking to one of them is worth more than anything written here. They can also "
                "help you plan for your home, your phone and any children. If you're in danger now, call the emergency number."
            ),
            *_questions_next(here),
        )
    return (open_still, *STAYING_AWAY.fitting(here)[:1], *about_children(here), *_questions_next(here))


def _questions_next(here: Context) -> tuple[str, ...]:
    return (
        (f"Because an order can end, the four questions about safety come next. {HIDE}",) if _asks_again(here) else ()
    )


def _asks_what_is_needed(here: Context) -> Prose:
    if afraid(here):
        return "What do you need to be safe now?"
    return "What would make it easier for you to stay away?"


PRIVATE = "You can skip this. If someone else could read your file, don't write it here."

STEP = Step(
    id="not-allowed",
    title="Going on without them",
    minutes=10,
    purpose="Nothing here is about getting back to them. Everything else is open.",
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
        Reading(
            "pictures",
            "If they ever threaten to show intimate pictures of you, it isn't your fault, whoever took them. Don't pay, and don't "
            "answer. Before you block anyone, take screenshots of the messages and the profile, with the date and the name. Then "
            "use the platform's own report form. You can also tell the police. You can ask someone you trust to sit with you while you do "
            "it, and findahelpline.com has people to talk to. If there's nothing like that, just go on to the next page.",
            when=afraid,
        ),
        *safety_questions(when=_asks_again),
        Reading(
            "after-the-questions",
            _how_it_ends,
            when=_has_order,
        ),
        Text("safe", _asks_what_is_needed, long=True, optional=True, note=PRIVATE),
        Text(
            "who-helps",
            "Who could help you with that?",
            long=True,
            optional=True,
            note=lambda here: (
                "Someone who wouldn't tell them, a doctor, or one of the helplines in exback crisis."
                if afraid(here)
                else "A friend, a doctor, or one of the helplines in exback crisis."
            ),
        ),
        Text("keep", "What have you done for yourself since it ended?", long=True),
    ),
    mirror=lambda here: (
        Quote(here.text("keep"), None, "You've done this for yourself:"),
        *lifted(here, "You've said twice that the order has ended"),
    ),
    small_thing=lambda here: (
        "Choose one person on your side, or one helpline, that you could call from a phone no one else checks."
        if afraid(here)
        else "Choose one person or one helpline, and call in the next two days."
    ),
)
