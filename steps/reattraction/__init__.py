"""Stage 3: for someone who is well on their own, decided twice, and is kept away by no boundary."""

from exback.model.gates import answered, done
from exback.model.program import Stage

from ..ended import ENDED
from ..opening import with_opening
from . import am_i_ready, apology, meet_and_go_slowly, one_invitation, their_side, what_has_changed

OPENING = """This is the last stage, and it's short, because most of the work is behind you.

What you bring to it isn't a technique. It's the calm of someone who knows they'll be all right. It comes from what you've done \
in the last weeks, and you can feel whether it's there.

You may hope that they'll see how you've changed and want you back. No one knows that. What you've changed is worth it even if \
they never see it.

First you look at how you really are, then at what has changed, then at their side of it. Only then comes an invitation: one \
coffee, asked once, with a no as welcome as a yes."""

REATTRACTION = Stage(
    id="reattraction",
    title="Re-attraction",
    purpose="One honest invitation, from somebody who will be all right with either answer.",
    claims=("S15",),
    ended_by=ENDED,
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
        with_opening(am_i_ready.STEP, OPENING),
        what_has_changed.STEP,
        their_side.STEP,
        apology.STEP,
        one_invitation.STEP,
        meet_and_go_slowly.STEP,
    ),
)
