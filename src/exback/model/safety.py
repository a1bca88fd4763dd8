"""What runs answer to the four questions about safety, which nothing deletes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from exback.model.run import DELETED, FINISHED, STARTED, Earlier, Run, changed, without
from exback.model.timeline import SAFETY


def are_answered(finished: Iterable[Run]) -> bool:
    """Whether each question about safety is answered in at least one of these finished runs."""
    unanswered = set(SAFETY)
    for run in finished:
        if may_answer_safety(run):
            unanswered -= safety_answers(run)
        if not unanswered:
            return True
    return False


def may_answer_safety(run: Run) -> bool:
    """Whether a run can have an answer about safety. Hardly any can, and this is quick."""
    return bool(run.history or run.hidden or run.orphans) or not SAFETY.isdisjoint(run.answers)


def safety_answers(run: Run) -> frozenset[str]:
    """Return the ids of the safety questions that a run answers: no among its current answers, or yes anywhere in it."""
    return frozenset(item for item in SAFETY if run.answers.get(item) is False or says_yes(run, item))


def says_yes(run: Run, question: str) -> bool:
    """Whether a yes to a question about safety is anywhere in a run; a value that makes no sense counts as one."""
    values = [answers.get(question) for answers in (run.answers, run.hidden, run.orphans)]
    values += [earlier.value for earlier in run.history if earlier.item == question]
    return any(value not in (None, False) for value in values)


def as_left(run: Run, until: datetime) -> Run:
    """Return a run whose answers about safety say what they said before it was finished by being left at `until`.

    A no in it doesn't count until it's given again, and a yes was given at that moment at the latest.
    """
    noes = {item: False for item in sorted(SAFETY) if run.answers.get(item) is False}
    yeses = [Earlier(item, value=True, until=until) for item in sorted(SAFETY) if says_yes(run, item)]
    if not (noes or yeses):
        return run
    return changed(
        run,
        answers=without(run.answers, noes),
        hidden={**run.hidden, **noes},
        history=[*run.history, *yeses],
    )


def deleted(run: Run, moment: datetime) -> Run:
    """Return what is left of a run that is deleted for good: its place in the record, and the notes in `burnt`, one of them new.

    So it makes no difference which of its copies meet first. A run with an answer about safety stays as it is.
    """
    if safety_answers(run):
        return run
    return Run(
        id=run.id,
        step="",
        started=run.started,
        start_number=run.start_number,
        finished=run.finished,
        finish_number=run.finish_number,
        history=[entry for entry in run.history if entry.item in (STARTED, FINISHED)],
        answered=run.answered,
        burnt={**run.burnt, DELETED: moment},
    )
