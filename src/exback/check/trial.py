"""One step in one world, ready to be walked with any answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from msgspec import Struct

from exback.boundaries import BOUNDARIES, standing
from exback.check.answers import representative
from exback.check.observations import Notes
from exback.context import Context, Undecided
from exback.items import Offering, Question
from exback.journey import Journey, Run, Value
from exback.path import Path, walk
from exback.program import Step

BOUNDARY_IDS = tuple(boundary.id for boundary in BOUNDARIES)
TAKES = timedelta(minutes=5)


class Leaf(Struct, frozen=True):
    """The end of a path: every item that came up, every answer, and whether a boundary ended it."""

    items: frozenset[str]
    answers: dict[str, Value]
    withheld: bool


class Trial:
    """A step and what happened before it. The answers so far give the path so far, as in a session.

    `notes` say what is known of the step's functions, so that numbers around those they compare with are tried, too.
    """

    def __init__(self, step: Step, journey: Journey, notes: Notes) -> None:
        self.step = step
        self.journey = journey
        self.notes = notes
        self._number = journey.next_number
        self._held: dict[tuple[Value, ...], frozenset[str]] = {}
        self._plain: dict[str, tuple[Value, ...]] = {}
        self._known = (-1, -1)

    def path(self, given: Mapping[str, Value], prefilled: Mapping[str, Value]) -> Path:
        """Walk with these answers. Those that were filled in beforehand count where their question comes up."""
        return walk(self.step, self.journey, self._run(given, prefilled), held=self.held(given))

    def values(self, asked: Question, here: Context) -> tuple[Value, ...]:
        """Give the answers to try for an open question, none if it has none. Raises Undecided."""
        marks = frozenset(self.notes.numbers.get(asked.id, ()))
        return representative(asked, here, marks=marks, whole=asked.id in self.notes.decisive)

    def plain(self) -> dict[str, tuple[Value, ...]]:
        """Give the questions that are answered alike on every path, with the answers to try."""
        if self._known != self.notes.known:
            self._known = self.notes.known
            here = self.path({}, {}).here
            asked = (item for item in self.step.items if isinstance(item, Question) and not _depends(item))
            self._plain = {item.id: values for item in asked if (values := self.values(item, here))}
        return self._plain

    def held(self, given: Mapping[str, Value]) -> frozenset[str]:
        """Give the boundaries that hold, those of this very run among them."""
        told = tuple(given.get(boundary) for boundary in BOUNDARY_IDS)
        if told not in self._held:
            holding = standing(self.journey, self._run(given, {}))
            self._held[told] = frozenset(boundary.id for boundary in holding)
        return self._held[told]

    def is_withheld(self, given: Mapping[str, Value]) -> bool:
        """Tell whether a boundary ends the walk here, as a session would."""
        return self.step.reaches_out and bool(self.held(given))

    def leaf(self, path: Path, given: Mapping[str, Value]) -> Leaf:
        """Give what a path came to."""
        shown = {page.id for page in path.pages} | {recall.id for above in path.recalls.values() for recall in above}
        return Leaf(frozenset(shown), _burnt(path), self.is_withheld(given))

    def finished(self, leaf: Leaf, run_id: str) -> Run:
        """Give the run that a path leaves behind."""
        return Run(
            id=run_id,
            step=self.step.id,
            started=self.journey.now,
            start_number=self._number,
            finished=self.journey.now + TAKES,
            finish_number=self._number + 1,
            answers=leaf.answers,
            reviewed=True,
        )

    def _run(self, given: Mapping[str, Value], prefilled: Mapping[str, Value]) -> Run:
        return Run(
            id="in-hand",
            step=self.step.id,
            started=self.journey.now,
            start_number=self._number,
            answers=dict(given),
            hidden=dict(prefilled),
        )


def _depends(item: Question) -> bool:
    return isinstance(item, Offering) and callable(item.options)


def _burnt(path: Path) -> dict[str, Value]:
    burning = {page.id for page in path.pages if isinstance(page, Question) and _burns(page, path)}
    return {item: None if item in burning else value for item, value in path.answers.items()}


def _burns(page: Question, path: Path) -> bool:
    try:
        return page.burns is not None and page.burns(path.here)
    except Undecided:
        return False
