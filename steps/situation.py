"""What the person answered in “Your story”, as questions that the other steps can ask."""

from exback.model.boundaries import AFRAID_OF_ME, AFRAID_OF_THEM, FOR_THEIR_SAKE
from exback.model.context import Context

STORY = "your-story"
FEAR_COUNTS = (
    "If some of this is about being afraid of them, that counts, however small it seems. exback crisis lists people to "
    "talk to."
)
DOOR = f"{FEAR_COUNTS} Your answer about fear can become a yes on any day, in “Your story”."
"""A note for pages where someone who answered no about fear may still recognise it, without assuming that they do."""


def afraid(here: Context) -> bool:
    """Whether the person has been afraid of the other one, or was hurt or controlled."""
    return AFRAID_OF_THEM.id in here.held


def frightened_them(here: Context) -> bool:
    """Whether the other one has been afraid of the person, or was hurt or followed by them."""
    return AFRAID_OF_ME.id in here.held


def must_stay_away(here: Context) -> bool:
    """Whether the other one must be left alone: they asked for it, an order says so, or they have been afraid."""
    return bool(here.held & FOR_THEIR_SAKE)


def closed_for_good(here: Context) -> bool:
    """Whether either of them has been afraid of the other; then nothing in this program leads back."""
    return afraid(here) or frightened_them(here)


def left(here: Context) -> bool:
    """Whether the person was the one who left."""
    return here.told(STORY, "who-ended") == "me"


def was_left(here: Context) -> bool:
    """Whether the other one left."""
    return here.told(STORY, "who-ended") == "them"


def has_cause(here: Context, cause: str) -> bool:
    """Whether they ticked a cause: distance, deal-breaker, betrayal, drift, child, third-person or strain."""
    return cause in here.ticked(STORY, "causes")


def broke_trust(here: Context) -> bool:
    """Whether the person broke the other one's trust."""
    return here.told(STORY, "whose-trust") in ("theirs", "both")


def was_betrayed(here: Context) -> bool:
    """Whether the other one broke the person's trust."""
    return here.told(STORY, "whose-trust") in ("mine", "both")


def tied_by(here: Context, *ties: str) -> bool:
    """Whether at least one of these still connects the two: children, home, work, money, studies."""
    return bool(set(ties) & set(here.ticked(STORY, "ties")))


def without_stop(words: str) -> str:
    """Return the words without their final full stop, so that they fit into the middle of another sentence."""
    return words.rstrip(". ") or words
