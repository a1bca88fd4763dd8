"""Stage 3: for someone who is well on their own, decided twice, and is kept away by no boundary."""

from exback.model.gates import answered, done
from exback.model.program import Stage

from ..ended import APART_AGAIN, ENDED
from . import am_i_ready, apology, meet_and_go_slowly, one_invitation, their_side, what_has_changed

REATTRACTION = Stage(
    id="reattraction",
    title="Re-attraction",
    purpose="One honest invitation, from somebody who will be all right with either answer.",
    claims=("S15",),
    ended_by=ENDED,
    reopened_by=APART_AGAIN,
    opens=(
        done("decide"),
        answered(
            "decide",
            "choice",
            "invitation",
            times=2,
            days_apart=7,
            reason="Opens when you have decided on one invitation twice, a week apart.",
        ),
    ),
    steps=(
        am_i_ready.STEP,
        what_has_changed.STEP,
        their_side.STEP,
        apology.STEP,
        one_invitation.STEP,
        meet_and_go_slowly.STEP,
    ),
)
