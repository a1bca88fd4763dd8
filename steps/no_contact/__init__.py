"""Stage 1: stop the contact, calm down, and get through the first weeks."""

from exback.model.program import Stage

from ..ended import APART_AGAIN, TOGETHER
from . import clear_cues, contact_rule, first_week, ride_an_urge, risky_moments, why_space, your_story

NO_CONTACT = Stage(
    id="no-contact",
    title="No contact",
    purpose="Space, for you first: to calm down, and to stop doing what pushes both of you further apart.",
    ended_by=TOGETHER,
    reopened_by=APART_AGAIN,
    steps=(
        your_story.STEP,
        why_space.STEP,
        contact_rule.STEP,
        clear_cues.STEP,
        risky_moments.STEP,
        ride_an_urge.STEP,
        first_week.STEP,
    ),
)
