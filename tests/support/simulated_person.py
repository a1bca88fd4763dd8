"""One simulated person for all tests: what they answer to any page, and what else they may do on it.

They are driven by a `Pick`, which takes one of several things: `Random.choice` leaves it to chance, and `numbered` does
what a number says, so that hypothesis can draw it. Whoever has a mind of their own asks here only for the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from types import TracebackType
from typing import NamedTuple, Protocol, Self, TypeVar

from exback.engine import simulated_person
from exback.engine.view import Answer, Back, Draft, Event, GoTo, Keep, Leave, Review, Skip, View
from exback.model.boundaries import WANTS_CONTACT, WROTE_FREELY
from exback.model.items import Choices, Confirm, Date, Question, Scale, Text
from exback.model.timeline import SAFETY

T = TypeVar("T")

WEIGHTY = frozenset({*SAFETY, WROTE_FREELY, WANTS_CONTACT})
"""The questions on which boundaries depend."""
TEXTS = (
    "I do not know yet.",
    "We laughed at the same things, and then we stopped.",
    "My sister.",
    "Because it was quiet, and I could hear myself think.",
    "Swimming on Thursday at seven.",
    "“Nothing”, they said, but I heard “everything”. Please forgive me; I miss you.",
    "Der Abend im März, als der Regen nicht aufhörte.",
    "夜の電話。もう一度だけ。",
    "The old flat -- [b]not[/b] markup, {title} no template, \\n no newline.",
    "Hi J., I hope you are well. I would enjoy a coffee some time, if you feel like it. If not, that is fine too.",
    "One line.\n\nAnd another, after a blank one.\n- a list\n- of two",
    "x",
)
UNCLEAN = (
    "",
    "   ",
    "[/oops] \x1b[31m red",
    "\u202eright to left",
    "漢字 and 👩‍👩‍👧",
    "  \n two\nlines \n",
    "\udcff",
)
"""Words that are not saved as they are typed, or not at all."""
ANY_TEXTS = (*TEXTS, *UNCLEAN)
DAYS_AWAY = (0, 1, 3, 8, 20, 60, 300)
MISTYPED = ("nonsense", "99999", "")
"""What fits no question but one for words."""
JUNK: tuple[object, ...] = (*MISTYPED, *UNCLEAN, "9" * 30, "-1", "2999-01-01", None, True, -1, 0, 10**6, [], ["x"])
"""What hardly fits any question, and what no screen would hand on."""


class Pick(Protocol):
    """Takes one of several things."""

    def __call__(self, among: Sequence[T], /) -> T:
        """Return one of them."""


def numbered(number: int) -> Pick:
    """Return what takes the thing in the place that a number says, counted round and round."""

    def pick(among: Sequence[T], /) -> T:
        return among[number % len(among)]

    return pick


def fitting(view: View, today: date, pick: Pick, texts: Sequence[str] = TEXTS) -> object:
    """Return an answer that fits a page, whatever it asks."""
    item = view.item
    match item:
        case Text():
            words = pick(texts)
            return words if item.long else " ".join(words.split())
        case Date():
            days = pick(DAYS_AWAY)
            return (today + timedelta(days=days if item.ahead else -days)).isoformat()
        case Scale():
            return pick(range(item.low, item.high + 1))
        case Choices():
            return _some_of([option.id for option in view.options], item.least, pick)
        case Question():
            return pick(tuple(simulated_person.fitting(item, view.options, today)))
    return True


def _some_of(ids: Sequence[str], least: int, pick: Pick) -> list[str]:
    """Return any number of the options, but not fewer than must be ticked."""
    bits = pick(range(2 ** len(ids)))
    ticked = [option for place, option in enumerate(ids) if bits >> place & 1]
    return ticked if len(ticked) >= least else list(ids)


def unfit(item: Question, pick: Pick) -> str:
    """Return what is typed by mistake, and can't be taken as an answer."""
    return "" if isinstance(item, Text) else pick(MISTYPED)


def half(view: View, pick: Pick, texts: Sequence[str] = TEXTS) -> str | list[str]:
    """Return what is typed or ticked, and not given."""
    return [option.id for option in view.options[:1]] if isinstance(view.item, Choices) else pick(texts)


class Deed(NamedTuple):
    """Something done on whatever page is up; the number picks the answer, the page or the length."""

    kind: str
    number: int

    def on(self, view: View, answer: Callable[[View, int], object]) -> Event:
        """Return what it comes to on a page. `answer` is called for an answer, with the page and the number."""
        pick = numbered(self.number)
        match self.kind:
            case "go-to":
                return GoTo(self._listed(view, pick))
            case "junk":
                return Answer(pick(MISTYPED if isinstance(view.item, Confirm) else JUNK))  # no yes by mistake
            case "back":
                return Back()
            case "skip":
                return Skip()
            case "leave":
                return Leave()
            case "draft":
                return Draft(half(view, pick, ANY_TEXTS))
        return Answer(answer(view, self.number))

    def _listed(self, view: View, pick: Pick) -> str:
        """Return something to open from a review, every other time a question that a boundary depends on."""
        listed = [option.id for option in view.options if isinstance(view.item, Review)]
        weighty = [item for item in listed if item in WEIGHTY] if self.number % 2 else []
        return pick(weighty or listed or ["nowhere"])


KINDS = [*["answer"] * 8, "junk", "go-to", "go-to", "draft", "back", "back", "skip", "leave", "wait"]
"""The kinds of deeds, each as often as it is done."""


class AtScreen:
    """A screen that draws nothing: it hands each page to a function, and returns what that does."""

    def __init__(self, does: Callable[[View, Keep], Event]) -> None:
        self.ask = does

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close nothing."""
