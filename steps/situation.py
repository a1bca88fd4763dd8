"""What a person told about the end in “Your story”, as the other steps ask for it."""

from exback.model.boundaries import AFRAID_OF_ME, AFRAID_OF_THEM, FOR_THEIR_SAKE
from exback.model.context import Context

STORY = "your-story"
FEAR_COUNTS = (
    "If some of this is about being afraid of them, that counts, however small it seems. exback crisis lists people to "
    "talk to."
)
DOOR = f"{FEAR_COUNTS} Your answer about fear can become a yes on any day, in “Your story”."
"""Stands where fear may show itself in somebody who answered no, without presuming that it is there."""


def afraid(here: Context) -> bool:
    """Whether they said that they have been afraid of the other one, or were hurt or controlled."""
    return AFRAID_OF_THEM.id in here.held


def frightened_them(here: Context) -> bool:
    """Whether they said that the other one has been afraid of them, or that they hurt or followed them."""
    return AFRAID_OF_ME.id in here.held


def must_stay_away(here: Context) -> bool:
    """Whether quiet is owed to the other one: they asked for it, an order stands, or they have been afraid."""
    return bool(here.held & FOR_THEIR_SAKE)


def closed_for_good(here: Context) -> bool:
    """Whether fear stands between them, on either side: then no way back opens inside this program."""
    return afraid(here) or frightened_them(here)


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


def without_stop(words: str) -> str:
    """Give somebody's words without the full stop at their end, for the middle of another sentence."""
    return words.rstrip(". ") or words
