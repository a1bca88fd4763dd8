"""What runs answer to the four questions about safety."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from exback.model.timeline import SAFETY

if TYPE_CHECKING:
    from exback.model.run import Run


def are_answered(finished: Iterable[Run]) -> bool:
    """Whether each question about safety is answered in at least one of these finished runs."""
    unanswered = set(SAFETY)
    for run in finished:
        if not SAFETY.isdisjoint(run.answers) or run.history or run.hidden or run.orphans:
            unanswered -= safety_answers(run)
        if not unanswered:
            return True
    return False


def safety_answers(run: Run) -> frozenset[str]:
    """Return the ids of the safety questions that a run answers: no among its current answers, or yes anywhere in it."""
    return frozenset(item for item in SAFETY if run.answers.get(item) is False or says_yes(run, item))


def says_yes(run: Run, question: str) -> bool:
    """Whether a yes to a question about safety is anywhere in a run; a value that makes no sense counts as one."""
    return any(value not in (None, False) for value in _all_values(run, question))


def _all_values(run: Run, item: str) -> Iterator[object]:
    for answers in (run.answers, run.hidden, run.orphans):
        if item in answers:
            yield answers[item]
    yield from (earlier.value for earlier in run.history if earlier.item == item)
