"""Stage 1: stop the contact, calm down, and get through the first weeks."""

from exback.model.context import Context
from exback.model.program import Stage
from exback.model.prose import Prose

from ..ended import APART_AGAIN, TOGETHER
from ..situation import afraid, frightened_them, left, may_write_about_children, must_stay_away, tied_by
from . import (
    clear_cues,
    contact_rule,
    first_week,
    ride_an_urge,
    risky_moments,
    rule_is_over,
    the_whole_story,
    why_space,
    your_story,
)


def _unless(here: Context) -> str:
    """Return what the space leaves room for; nothing may read as leave to write to someone who must be left alone."""
    if must_stay_away(here):
        return " You can still write about the children." if may_write_about_children(here) else ""
    return " The one exception is practical matters." if _is_tied(here) else ""


def _is_tied(here: Context) -> bool:
    return tied_by(here, "children", "home", "work", "studies", "money")


def _opening(here: Context) -> Prose:
    if afraid(here):
        return _opening_when_afraid(here)
    space = (
        "You don't write, call or check on them."
        if must_stay_away(here)
        else "For as long as you choose, you don't write, call or check on them."
    )
    promise = (
        "" if here.withheld or left(here) else " It doesn't promise that they'll miss you. No one can promise that."
    )
    return (
        f"This is the first of three stages, and it's about space. {space}{_unless(here)}",
        (
            "You may feel an urge to do the opposite: call, explain, say sorry or persuade. That's why this stage comes first. You'll make "
            "one rule, put away what keeps reminding you of them, and plan for the hardest hours."
        ),
        (
            "The space is for them first, so that they can feel safe. It also lets you sleep, calm down and think straight again."
            if frightened_them(here)
            else f"The space is for you first, so that you can sleep, calm down and think straight again.{promise}"
        ),
        "One step a day is enough.",
    )


def _opening_when_afraid(here: Context) -> Prose:
    """Return the page for someone who has been afraid: nothing on it sends them to settle anything with the other one."""
    if must_stay_away(here):
        space = "You don't write to them or call them."
    elif _is_tied(here):
        space = "You don't owe them a word. Practical matters can go through someone else."
    else:
        space = "You don't owe them a word."
    return (
        f"This is the first of three stages, and it's about space for you. {space}",
        "You'll make one rule, put away what keeps reminding you of them, and plan for the hardest hours.",
        "The space is there so that you can sleep, calm down and think straight again, and your safety comes before any rule.",
        "One step a day is enough.",
    )


NO_CONTACT = Stage(
    id="no-contact",
    title="No contact",
    purpose="Space for you, so that you can calm down, sleep and think clearly again.",
    ended_by=TOGETHER,
    reopened_by=APART_AGAIN,
    steps=(
        your_story.STEP,
        the_whole_story.STEP,
        why_space.STEP.opening_with(_opening, claims=("S2",)),
        contact_rule.STEP,
        clear_cues.STEP,
        risky_moments.STEP,
        ride_an_urge.STEP,
        first_week.STEP,
        rule_is_over.STEP,
    ),
)
