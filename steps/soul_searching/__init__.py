"""Stage 2: look at what it was, at who you are now, and at what you want."""

from exback.model.context import Context
from exback.model.gates import days_since
from exback.model.program import Stage
from exback.model.prose import Prose

from ..ended import APART_AGAIN, TOGETHER
from . import (
    caught_in_circles,
    decide,
    happy_without,
    kindness_and_my_part,
    live_forward,
    missing_or_bargaining,
    own_up,
    two_questions,
    was_it_that_good,
    what_opened_up,
    who_am_i_now,
    why_it_ended,
)


def _opening(here: Context) -> Prose:
    outcome = (
        "You may find that some of it was good and that you miss it. You may find that you're better off. Both are worth knowing."
        if here.withheld
        else "You may find that you want them back for good reasons. You may find that you're better off without them. Both are worth "
        "knowing, and neither is the better answer."
    )
    return (
        (
            "This is the second stage, and it's the most important one. It would be easy to skip it and think only about them. This "
            "time it's about you."
        ),
        (
            "You'll look at three things: what it was really like, who you are now, and what you want. You can't see all that in one "
            "evening while your head is spinning. So some questions come back after a few days and show you what you said before."
        ),
        f"{outcome} Your rule doesn't have to be over for any of this, and you can let go at any time.",
        "Two steps a week is plenty.",
    )


SOUL_SEARCHING = Stage(
    id="soul-searching",
    title="Soul searching",
    purpose="The most important part: what it was like, who you are now, and what you want.",
    opens=(days_since("contact-rule", 7),),
    claims=("S6",),
    ended_by=TOGETHER,
    reopened_by=APART_AGAIN,
    steps=(
        why_it_ended.STEP.opening_with(_opening, claims=("S6",)),
        missing_or_bargaining.STEP,
        was_it_that_good.STEP,
        who_am_i_now.STEP,
        kindness_and_my_part.STEP,
        own_up.STEP,
        caught_in_circles.STEP,
        what_opened_up.STEP,
        live_forward.STEP,
        happy_without.STEP,
        two_questions.STEP,
        decide.STEP,
    ),
)
