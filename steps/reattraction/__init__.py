"""Stage 3: for someone who is well on their own, decided twice, and is kept away by no boundary."""

from exback.model.gates import done
from exback.model.program import Stage

from ..ended import APART_AGAIN, DECIDED_ON_INVITATION, ENDED
from ..last_word import GOES_ON, NOT_TOLD_NO, NOT_WITH_SOMEONE
from . import am_i_ready, apology, meet_and_go_slowly, one_invitation, their_side, what_has_changed

OPENING = """This is the last stage, and it's short, because most of the work is behind you.

You don't need a technique for it. You may be calmer by now, and know you'll be all right with either answer. Only you can tell if \
that's true.

You may hope that they'll see how you've changed and want you back. No one knows if they will. So what you've changed has to be \
worth it to you, even if they never see it.

First you'll look at how you really are, then at what has changed, then at their side of it. After that you can invite them to \
one coffee. You ask once, and they're free to say no."""

REATTRACTION = Stage(
    id="reattraction",
    title="Re-attraction",
    purpose="One honest invitation, from someone who's steady now and will be all right with either answer.",
    claims=("S15",),
    offered_while=(GOES_ON, NOT_WITH_SOMEONE, NOT_TOLD_NO),
    ended_by=ENDED,
    reopened_by=APART_AGAIN,
    opens=(done("decide"), DECIDED_ON_INVITATION),
    steps=(
        am_i_ready.STEP.opening_with(OPENING),
        what_has_changed.STEP,
        their_side.STEP,
        apology.STEP,
        one_invitation.STEP,
        meet_and_go_slowly.STEP,
    ),
)
