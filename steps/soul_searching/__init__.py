"""Stage 2: look at what it was, at who you are now, and at what you want."""

from exback.model.gates import days_since
from exback.model.program import Stage

from . import (
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

SOUL_SEARCHING = Stage(
    id="soul-searching",
    title="Soul searching",
    purpose="The most important part: what it was, who you are without it, and what you want.",
    opens=(days_since("contact-rule", 7),),
    claims=("S6",),
    steps=(
        why_it_ended.STEP,
        missing_or_bargaining.STEP,
        was_it_that_good.STEP,
        who_am_i_now.STEP,
        kindness_and_my_part.STEP,
        own_up.STEP,
        what_opened_up.STEP,
        live_forward.STEP,
        happy_without.STEP,
        two_questions.STEP,
        decide.STEP,
    ),
)
