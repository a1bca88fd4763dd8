"""What the person told about the two of them, as questions that the other steps can ask."""

from collections.abc import Iterable

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
from exback.model.prose import shortened

STORY = "your-story"
WHOLE_STORY = "the-whole-story"
FEAR_COUNTS = (
    "If some of this is about being afraid of them, it matters, however small it seems. You can talk to a helpline about it: "
    "exback crisis."
)
DOOR = f"{FEAR_COUNTS} You can change your answer about fear to a yes at any time, in “Your story”."
HIDE = "To hide this page at once, press Ctrl-Q."
"""A note for pages where someone who answered no about fear may still recognise it, without assuming that they do."""
ABOUT_THE_CHILDREN = "You can still write about the children: what, when, where."
WHEN_READY = "When you're ready, open “Going on without them” in the menu."


class ByBoundary(Struct, frozen=True):
    """What a page says to someone who must leave the other alone: words for each boundary, so that it names only theirs.

    Someone who has been afraid reads none of them: they have words of their own. `as_a_parent` is what someone reads in place of
    `asked_to_stop` who may still write about the children. `{person}` stands for someone to turn to.
    """

    asked_to_stop: str
    ordered_away: str
    afraid_of_me: str
    as_a_parent: str = ""

    def fitting(self, here: Context) -> tuple[str, ...]:
        """Return the words for the boundary that sets the tone and, beside another, one sentence about an order."""
        named, person = spoken_to(here.held), named_person(here) or "one person"
        words = [self.by_id()[boundary.id] for boundary in named[:1]]
        if self.as_a_parent and may_write_about_children(here):
            words = [self.as_a_parent]
        return (*(each.replace("{person}", person) for each in words), *(boundary.also for boundary in named[1:]))

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
    "For anything about the children, use only the way the order names. If it doesn't name one, ask a lawyer first, because a "
    "message through someone else can break it too."
)


def order_too(here: Context) -> tuple[str, ...]:
    """Return a sentence about an order, for someone who has been afraid; empty if there is none."""
    return (ORDERED_AWAY.also,) if is_ordered_away(here) else ()


CHILDREN_TOO = (
    "The children are an exception. Keep to what a court or your lawyer said. If you aren't sure, ask a lawyer or a helpline first: "
    "exback crisis"
)


def children_too(here: Context) -> tuple[str, ...]:
    """Return what a parent who has been afraid does about the children; empty for someone who isn't a parent."""
    return (CHILDREN_TOO,) if tied_by(here, "children") else ()


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
WHO_WONT_TELL = PEOPLE[:1]
"""The one that asks for someone who won't tell them. The others may name a friend of both, whom no one afraid is sent to."""


def named_person(here: Context) -> str:
    """Return the name of the person they last said they'd tell, see or call, as it follows "call"; empty without one.

    What isn't clearly a name isn't used, nor is anything that can stand for what exback calls the other one.
    """
    asked = WHO_WONT_TELL if afraid(here) else PEOPLE
    given = [answer for question in asked if (answer := here.journey.ever_said(*question)) is not None]
    latest_first = sorted(given, key=lambda answer: answer.run.finish_number, reverse=True)
    if not given:
        return ""
    from .names import as_name, keys_of_name  # only where someone was named: every command loads the steps

    theirs = {key for answer in here.journey.all_ever_said(STORY, "name") for key in keys_of_name(answer.value)}
    return next((name for answer in latest_first if (name := as_name(answer.value, theirs))), "")


def or_a_helpline(here: Context) -> str:
    """Return who else there is to call, as the sentence after one that says to tell someone."""
    name = named_person(here)
    gone = f"you can't reach {name}" if name else "there's no one"
    return f"If {gone}, you can call a helpline: exback crisis"
