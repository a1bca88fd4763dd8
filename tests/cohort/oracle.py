"""Which boundaries stand, worked out from what a person said and when, and not from the file.

The rules are those of the curriculum: a yes counts from the moment it is given, and stands for good once its run is
finished. “Asked to stop” lifts when the other person writes first, freely, and wants contact. “Ordered away" lifts
when it is answered with no twice, 7 days apart. The other two never lift.
"""

from __future__ import annotations

from typing import NamedTuple

from exback.model.boundaries import (
    AFRAID_OF_ME,
    AFRAID_OF_THEM,
    ASKED_TO_STOP,
    ORDERED_AWAY,
    WANTS_CONTACT,
    WROTE_FREELY,
)
from exback.model.run import Run

QUESTIONS = frozenset({ASKED_TO_STOP.id, ORDERED_AWAY.id, AFRAID_OF_THEM.id, AFRAID_OF_ME.id})
DAYS_APART = 7


class Yes(NamedTuple):
    """A yes: to what, in which run, as the how-manieth thing that was ever said."""

    question: str
    run: str
    place: int


class Told(NamedTuple):
    """A run that was finished: when it was begun among all that was said, and when it ended.

    `true_day` is the time that really passed, `furthest` the latest date that the clock had shown by then.
    """

    run: str
    begun: int
    true_day: float
    furthest: int


class Oracle:
    """Knows which boundaries stand. Call it in the order in which things happen."""

    def __init__(self) -> None:
        self.ever: set[str] = set()
        self._place = 0
        self._yeses: list[Yes] = []
        self._begun: dict[str, int] = {}
        self._told: dict[str, Told] = {}
        self._said: dict[str, dict[str, object]] = {}

    def begins(self, run: Run) -> None:
        """Note that a run began."""
        self._place += 1
        self._begun[run.id] = self._place

    def hears(self, run: Run, item: str, value: object) -> None:
        """Note an answer that was taken in a run, given as it was before that answer."""
        if item not in QUESTIONS and item not in (WROTE_FREELY, WANTS_CONTACT):
            return
        self._place += 1
        self._said.setdefault(run.id, {})[item] = value
        if run.finished is None:
            self._yeses = [yes for yes in self._yeses if (yes.question, yes.run) != (item, run.id)]
        if item in QUESTIONS and value is True:
            self.ever.add(item)
            self._yeses.append(Yes(item, run.id, self._place))

    def takes_back(self, run: Run) -> None:
        """Note that the yeses of a run that is not finished were taken back."""
        self._yeses = [yes for yes in self._yeses if yes.run != run.id]
        said = self._said.get(run.id, {})
        self._said[run.id] = {item: value for item, value in said.items() if item not in QUESTIONS or value is not True}

    def finishes(self, run: Run, true_day: float, furthest: int) -> None:
        """Note that a run was finished, the first time."""
        self._told.setdefault(run.id, Told(run.id, self._begun[run.id], true_day, furthest))

    def standing(self) -> frozenset[str]:
        """Give the questions whose yes stands."""
        return frozenset(yes.question for yes in self._yeses if not self._is_lifted(yes.question))

    def was_asked(self, in_hand: str = "") -> bool:
        """Whether all four questions were answered, in finished runs or in the run in hand; a yes counts wherever it is."""
        answered = [self._answered(run) for run in (*self._told, in_hand)]
        finished = frozenset[str]().union(*answered[:-1])
        return finished >= QUESTIONS or answered[-1] >= QUESTIONS

    def _answered(self, run: str) -> frozenset[str]:
        said = self._said.get(run, {})
        return frozenset(question for question in QUESTIONS if said.get(question) is not None)

    def _is_lifted(self, question: str) -> bool:
        latest = max(yes.place for yes in self._yeses if yes.question == question)
        later = [told for told in self._told.values() if told.begun > latest]
        if question == ASKED_TO_STOP.id:
            return any(self._wrote_freely(told) for told in later)
        if question == ORDERED_AWAY.id:
            noes = [told for told in later if self._said.get(told.run, {}).get(question) is False]
            return bool(noes) and _a_week_apart(noes[0], noes[-1])
        return False

    def _wrote_freely(self, told: Told) -> bool:
        said = self._said.get(told.run, {})
        return said.get(WROTE_FREELY) is True and said.get(WANTS_CONTACT) is True


def _a_week_apart(first: Told, last: Told) -> bool:
    """Tell whether a week lies between, in truth, or at least on a clock that went on beyond all it had shown."""
    return last.true_day - first.true_day >= DAYS_APART - 1 or last.furthest - first.furthest >= DAYS_APART
