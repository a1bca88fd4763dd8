"""Words that this program never says: promises it can't keep, tactics it won't teach, and blame."""

NEVER_SAYS = (
    "win them back",
    "guaranteed",
    "they will regret it",  # voice: for weight
    "they'll regret it",
    "make them jealous",
    "test them",
    "soulmate",
    "everything happens for a reason",
    "narcissist",
    "you failed",
    "relapse",
    "day zero",
    "committed suicide",
)
