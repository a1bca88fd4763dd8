"""The visible path through a step: which pages come up and which answers count, given all the answers so far."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

from msgspec import Struct

from exback.model.boundaries import must_ask
from exback.model.context import Context, Undecided
from exback.model.items import Item, Question, Reading, Recall, is_visible, worded
from exback.model.journey import Journey
from exback.model.program import Step
from exback.model.prose import Prose
from exback.model.run import Run, Value, without
from exback.model.timeline import SAFETY

Answerer: TypeAlias = Callable[[Question, Context], tuple[Value, ...]]


class Path(Struct, frozen=True):
    """The pages in order, what each recalls above it, by page id, and the answers on them, by item id.

    `here` is what the step's functions may look at once all those answers are known. It also has answers that another step
    asked for before; those questions are not asked again, and their answers stay in the run they are in.
    """

    pages: tuple[Item, ...]
    recalls: dict[str, tuple[Recall, ...]]
    answers: dict[str, Value]
    here: Context

    def place(self, item_id: str) -> int | None:
        """Return the index of a page, None if it is not on the path."""
        return next((at for at, page in enumerate(self.pages) if page.id == item_id), None)

    def page(self, item_id: str) -> Item | None:
        """Return a page, None if it is not on the path."""
        return next((page for page in self.pages if page.id == item_id), None)

    @property
    def asks(self) -> bool:
        """Whether any page asks a question."""
        return any(isinstance(page, Question) for page in self.pages)

    def reads(self) -> dict[str, Prose]:
        """Return what the readings say, by page id, without those that wait for an answer."""
        return {page.id: words for page in self.pages if (words := self._words(page)) is not None}

    def _words(self, page: Item) -> Prose | None:
        try:
            return worded(page.text, self.here) if isinstance(page, Reading) else None
        except Undecided:
            return None

    def is_open(self, page: Item) -> bool:
        """Whether a page still waits for an answer."""
        return isinstance(page, Question) and page.id not in self.answers

    def burnt(self) -> frozenset[str]:
        """Return the ids of the questions whose answers are deleted when the step is finished."""
        return frozenset(page.id for page in self.pages if isinstance(page, Question) and page.is_burnt(self.here))

    def first_open(self) -> Item | None:
        """Return the first page that waits for an answer, None if there is none."""
        return next((page for page in self.pages if self.is_open(page)), None)


def walk(step: Step, journey: Journey, run: Run, *, held: frozenset[str]) -> Path:
    """Walk the items once, letting each depend only on the visible answers before it.

    `held` names the boundaries that hold. A step that reaches out shows only the questions about safety until all of them
    are answered. Answers that the run keeps from a branch that was closed come back when the branch does, but for a no about
    safety: only one that stands among the answers counts, so the question is asked again.
    """
    answers = {**without(run.hidden, SAFETY), **run.answers}

    def answer(item: Question, _here: Context) -> tuple[Value, ...]:
        return (answers[item.id],) if item.id in answers else ()

    return walk_answering(step, journey, run, answer, held=held)


def walk_answering(step: Step, journey: Journey, run: Run, answer: Answerer, *, held: frozenset[str]) -> Path:
    """Walk the items once, asking for the answer to each visible question as it comes up.

    `answer` returns a tuple of one answer, or an empty one for a question that stays open. An answer that doesn't fit is
    left out.
    """
    answers: dict[str, Value] = {}
    known: dict[str, Value] = {}
    carried = without(journey.carried(step.id), {*run.answers, *run.hidden})
    here = context_of(step, journey, run, known, held)
    asks_first = step.reaches_out and must_ask(journey, run)
    pages: list[Item] = []
    recalls: dict[str, tuple[Recall, ...]] = {}
    waiting: tuple[Recall, ...] = ()
    for item in step.items:
        if not is_visible(item, here) or (asks_first and item.id not in SAFETY):
            continue
        if isinstance(item, Recall):
            waiting = (*waiting, item)
            continue
        if isinstance(item, Question) and item.id in carried and item.still_fits(carried[item.id], here):
            known[item.id] = carried[item.id]
            continue
        pages.append(item)
        recalls[item.id], waiting = waiting, ()
        if isinstance(item, Question):
            given = [(item.id, value) for value in answer(item, here) if item.still_fits(value, here)]
            answers.update(given)
            known.update(given)
    return Path(tuple(pages), recalls, answers, here)


def _changed(run: Run) -> dict[str, datetime]:
    """Return when answers were last changed after a run was finished, by item; none if its end was taken back."""
    history = run.history if run.was_finished else ()
    return {earlier.item: earlier.until for earlier in history if earlier.number > run.finish_number}


def context_of(step: Step, journey: Journey, run: Run, known: dict[str, Value], held: frozenset[str]) -> Context:
    """Return what the items of a run may read; `known` has the visible answers, or fills up with them, in their order."""
    deleted = frozenset(item for item in run.burnt if run.answers.get(item) is None and run.hidden.get(item) is None)
    return Context(
        journey,
        known,
        frozenset(item.id for item in step.items),
        held=held,
        started=run.started,
        finished=run.finished,
        changed=_changed(run),
        history=run.history,
        given=frozenset((*run.answers, *run.hidden)) - deleted,
        set_aside=frozenset(run.hidden),
        deleted=deleted,
    )
