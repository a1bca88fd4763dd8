"""What the person told about the two of them, as questions that the other steps can ask."""

from collections.abc import Iterable
from unicodedata import category

from msgspec import Struct

from exback.model.boundaries import (
    AFRAID_OF_ME,
    AFRAID_OF_THEM,
    ASKED_TO_STOP,
    FOR_THEIR_SAKE,
    ORDERED_AWAY,
    spoken_to,
)
from exback.model.context import Context
from exback.model.prose import inline, shortened
from exback.model.run import Value

STORY = "your-story"
WHOLE_STORY = "the-whole-story"
FEAR_COUNTS = (
    "If some of this is about being afraid of them, that counts, however small it seems. exback crisis lists people to "
    "talk to."
)
DOOR = f"{FEAR_COUNTS} Your answer about fear can become a yes on any day, in “Your story”."
HIDE = "To hide this page at once, press Ctrl-Q (in plain lines, type hide)."
"""A note for pages where someone who answered no about fear may still recognise it, without assuming that they do."""


class ByBoundary(Struct, frozen=True):
    """What a page says to someone who must leave the other alone: words for each boundary, so that it names only theirs.

    Someone who has been afraid reads none of them: they have words of their own.
    """

    asked_to_stop: str
    ordered_away: str
    afraid_of_me: str

    def fitting(self, here: Context) -> tuple[str, ...]:
        """Return the words for the boundary that sets the tone and, beside another, one sentence about an order."""
        named = spoken_to(here.held)
        return (*(self.by_id()[boundary.id] for boundary in named[:1]), *(boundary.also for boundary in named[1:]))

    def by_id(self) -> dict[str, str]:
        """Return the words by the id of their boundary."""
        return {
            ASKED_TO_STOP.id: self.asked_to_stop,
            ORDERED_AWAY.id: self.ordered_away,
            AFRAID_OF_ME.id: self.afraid_of_me,
        }


def afraid(here: Context) -> bool:
    """Whether the person has been afraid of the other one, or was hurt or controlled."""
    return AFRAID_OF_THEM.id in here.held


def frightened_them(here: Context) -> bool:
    """Whether a page speaks to someone who frightened, hurt or followed the other one, and wasn't afraid themselves."""
    return AFRAID_OF_ME.id in here.held and not afraid(here)


def must_stay_away(here: Context) -> bool:
    """Whether the other one must be left alone: they asked for it, an order says so, or they have been afraid."""
    return bool(here.held & FOR_THEIR_SAKE)


def owes_quiet(here: Context) -> bool:
    """Whether a page speaks to someone who must leave the other alone, and wasn't afraid themselves."""
    return must_stay_away(here) and not afraid(here)


def is_ordered_away(here: Context) -> bool:
    """Whether someone has been told to keep away, and that still holds."""
    return ORDERED_AWAY.id in here.held


UNDER_AN_ORDER = (
    "For the children, use only the way that the order names. If it names none, ask a lawyer first: a message through someone else "
    "can break it too."
)


def order_too(here: Context) -> tuple[str, ...]:
    """Return a sentence about an order, for someone who has been afraid; empty if there is none."""
    return (ORDERED_AWAY.also,) if is_ordered_away(here) else ()


def may_write_about_children(here: Context) -> bool:
    """Whether the other parent of their children asked to be left alone, and nothing worse: about the children they can write."""
    return tied_by(here, "children") and here.held == {ASKED_TO_STOP.id}


def closed_for_good(here: Context) -> bool:
    """Whether either of them has been afraid of the other; then nothing in this program leads back."""
    return bool({AFRAID_OF_THEM.id, AFRAID_OF_ME.id} & here.held)


def left(here: Context) -> bool:
    """Whether the person was the one who left."""
    return here.told(STORY, "who-ended") == "me"


def was_left(here: Context) -> bool:
    """Whether the other one left."""
    return here.told(STORY, "who-ended") == "them"


def has_cause(here: Context, cause: str) -> bool:
    """Whether they ticked a cause: distance, deal-breaker, betrayal, drift, child, third-person or strain."""
    return cause in here.ticked(WHOLE_STORY, "causes")


def broke_trust(here: Context) -> bool:
    """Whether the person broke the other one's trust."""
    return here.told(WHOLE_STORY, "whose-trust") in ("theirs", "both")


def was_betrayed(here: Context) -> bool:
    """Whether the other one broke the person's trust."""
    return here.told(WHOLE_STORY, "whose-trust") in ("mine", "both")


def tied_by(here: Context, *ties: str) -> bool:
    """Whether at least one of these still connects the two: children, home, work, money, studies."""
    return bool(set(ties) & set(here.ticked(STORY, "ties")))


def without_stop(words: str) -> str:
    """Return the words without their final full stop, so that they fit into the middle of another sentence."""
    return words.rstrip(". ") or words


MOST_QUOTED = 40
"""Characters of someone's words that a question names what it's about with."""


def in_quotes(words: str, others: Iterable[str] = ()) -> str:
    """Return someone's words in quotation marks, as a short name for what a question is about.

    Empty if there are none, because they were deleted, and if one of some `others` looks the same: the question then needs
    another name for it.
    """
    short = _short(words)
    return f"“{short}”" if short and short not in map(_short, others) else ""


def _short(words: str) -> str:
    return without_stop(shortened(without_stop(words.strip()), MOST_QUOTED))


PEOPLE = (
    ("clear-cues", "told"),
    ("first-week", "plan-person"),
    ("rule-is-over", "people"),
    ("live-forward", "people"),
)
"""The questions about someone who is there for them, never the other one."""
NOT_NAMES = frozenset(
    """
    a an anyone boyfriend call ex everyone family friends girlfriend her him husband i maybe me my myself no nobody none
    not one partner see someone text the them they wife
    """.split()  # noqa: SIM905  # as a list it takes a line for each word
)
"""Words after which an answer isn't a name, or not clearly someone else's."""
LONGEST_PART = 20
"""Letters in one part of a name, so that a sentence with it stays short."""


def named_person(here: Context) -> str:
    """Return the name of the person they last said they'd tell, see or call, as it follows "call"; empty without one.

    What isn't clearly a name isn't used, nor is what exback calls the other one.
    """
    given = [answer for question in PEOPLE if (answer := here.journey.ever_said(*question)) is not None]
    latest_first = sorted(given, key=lambda answer: answer.run.finish_number, reverse=True)
    theirs = {
        part.casefold() for answer in here.journey.all_ever_said(STORY, "name") for part in _parts(answer.value)[:1]
    }
    return next((name for answer in latest_first if (name := _as_name(_parts(answer.value), theirs))), "")


def _as_name(parts: list[str], theirs: set[str]) -> str:
    """Return a name of one or two words, "your sister" for "my sister", and nothing for anything longer or unclear."""
    if not 0 < len(parts) <= 2 or not all(map(_is_word, parts)):
        return ""
    if len(parts) == 2 and parts[0].casefold() == "my" and parts[1].casefold() not in NOT_NAMES:
        return f"your {parts[1]}"
    is_unclear = any(part.casefold() in NOT_NAMES or part[0].islower() for part in parts)
    return "" if is_unclear or parts[0].casefold() in theirs else " ".join(parts)


def _is_word(part: str) -> bool:
    return 0 < len(part) <= LONGEST_PART and all(category(char)[0] in "LM" or char in "-'’." for char in part)


def _parts(words: Value) -> list[str]:
    return [part.rstrip(".") for part in inline(words).split()] if isinstance(words, str) else []
