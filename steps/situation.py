"""What a person told about the end in “Your story”, as the other steps ask for it."""

from exback.context import Context

STORY = "your-story"


def left(here: Context) -> bool:
    """Whether they were the one who left."""
    return here.told(STORY, "who-ended") == "me"


def was_left(here: Context) -> bool:
    """Whether the other one left."""
    return here.told(STORY, "who-ended") == "them"


def has_cause(here: Context, cause: str) -> bool:
    """Whether something had to do with the end: distance, deal-breaker, betrayal, drift, child, third-person, strain."""
    return cause in here.ticked(STORY, "causes")


def broke_trust(here: Context) -> bool:
    """Whether they broke the other one's trust."""
    return here.told(STORY, "whose-trust") in ("theirs", "both")


def was_betrayed(here: Context) -> bool:
    """Whether the other one broke theirs."""
    return here.told(STORY, "whose-trust") in ("mine", "both")


def tied_by(here: Context, *ties: str) -> bool:
    """Whether at least one of these still ties them: children, home, work, money, studies."""
    return bool(set(ties) & set(here.ticked(STORY, "ties")))
