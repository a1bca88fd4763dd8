"""The ways in which this can end, none of them above the others."""

from exback.model.program import Stage

from . import accepted, apart_again, declined, letting_go, moved_on, no_reply, not_allowed, together_again, waiting

ENDINGS = Stage(
    id="endings",
    title="Endings",
    purpose="None of them is a failure. Each one asks what you'll keep.",
    steps=(
        letting_go.STEP,
        accepted.STEP,
        together_again.STEP,
        declined.STEP,
        no_reply.STEP,
        moved_on.STEP,
        not_allowed.STEP,
        waiting.STEP,
        apart_again.STEP,
    ),
)
