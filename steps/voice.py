"""Words that stand nowhere in this program: promises it cannot keep, tactics it will not teach, and blame."""

NEVER_SAYS = (
    "win them back",
    "guaranteed",
    "they will regret it",
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
