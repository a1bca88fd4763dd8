"""The visible path through a step: which pages stand, and which answers count, given all that was said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from exback.model.boundaries import must_ask
from exback.model.context import Context
from exback.model.items import Item, Question, Recall, is_visible
from exback.model.journey import Journey
from exback.model.program import Step
from exback.model.run import Run, Value
from exback.model.timeline import SAFETY

Answering: TypeAlias = Callable[[Question, Context], tuple[Value, ...]]


class Path(Struct, frozen=True):
    """The pages in order, what each recalls above it, and the answers that stand on them.

    `here` is what the step's functions may look at once all those answers are known.
    """

    pages: tuple[Item, ...]
    recalls: dict[str, tuple[Recall, ...]]
    answers: dict[str, Value]
    here: Context

    def place(self, item_id: str) -> int | None:
        """Give the place of a page, None if it is not on the path."""
        return next((at for at, page in enumerate(self.pages) if page.id == item_id), None)

    def is_open(self, page: Item) -> bool:
        """Tell whether a page still waits for an answer."""
        return isinstance(page, Question) and page.id not in self.answers

    def first_open(self) -> Item | None:
        """Give the first page that waits for an answer."""
        return next((page for page in self.pages if self.is_open(page)), None)


def walk(step: Step, journey: Journey, run: Run, *, held: frozenset[str]) -> Path:
    """Walk the items once, letting each see only the visible answers before it.

    `held` names the boundaries that hold. A step that reaches out shows nothing but the questions about safety before all of
    them are answered. Answers that the run keeps from a branch that was closed come back when the branch does.
    """
    given = {**run.hidden, **run.answers}
    return walk_answering(
        step, journey, run, lambda item, _here: (given[item.id],) if item.id in given else (), held=held
    )


def walk_answering(step: Step, journey: Journey, run: Run, answer: Answering, *, held: frozenset[str]) -> Path:
    """Walk the items once, asking for the answer to each visible question as it comes up.

    `answer` returns the one answer, or nothing for a question that stays open. An answer that doesn't fit is left out.
    """
    answers: dict[str, Value] = {}
    declared = frozenset(item.id for item in step.items)
    here = Context(journey, answers, declared, held=held, started=run.started, finished=run.finished)
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
        pages.append(item)
        recalls[item.id], waiting = waiting, ()
        if isinstance(item, Question):
            answers.update((item.id, value) for value in answer(item, here) if item.still_fits(value, here))
    return Path(tuple(pages), recalls, answers, here)
