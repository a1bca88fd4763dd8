"""What can't be taken back: why a run stays finished, and why it stays in the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from exback.model.boundaries import standing
from exback.model.gates import Gate, Verdict
from exback.model.items import Question
from exback.model.journey import Journey
from exback.model.program import Program, Stage, Step
from exback.model.run import Run
from exback.model.safety import safety_answers

AT_ONCE = timedelta(hours=1)
"""For how long after it was finished a run can be opened again as if it hadn't been."""
IS_SAFETY = "This entry has an answer about safety. Those can't be taken back, so it stays as it is."
ENDED = "This entry says that something ended, so it stays. {back}"
TAKE_BACK = "To take that back: exback step {step}"
HAPPENED = "This entry says what happened to your message, so it stays."
REACHES_OUT = "What's open in this part depends on this entry, so it stays. You can delete its words one by one."
OPENS_SOONER = (
    "Without this entry, the last stage would open sooner. So it stays for now, but you can still correct it."
)


def why_finished(program: Program, step: Step, run: Run) -> str:
    """Return why the end of a run can't be taken back, empty if it can. What was burnt with it is gone."""
    if safety_answers(run):
        return IS_SAFETY
    if back := how_taken_back(program, step):
        return ENDED.format(back=back)
    fixed = (item for item in step.items if isinstance(item, Question) and item.stays)
    return HAPPENED if run.burnt or any(run.answers.get(item.id) is not None for item in fixed) else ""


def how_taken_back(program: Program, step: Step) -> str:
    """Return how what was told in a step is taken back, if it's an ending that closes a stage, empty otherwise."""
    ends = any(ending.step == step.id for stage in program.stages for ending in stage.ended_by)
    return TAKE_BACK.format(step=step.id) if ends else ""


def can_reopen(program: Program, journey: Journey, run: Run) -> bool:
    """Whether a run was finished last of all, within the last hour, and nothing speaks against taking that back.

    Once its moment is over, it couldn't be gone on with, and what it says would count no more. What holds a way closed that
    leads to the other person can be corrected, as it can't be deleted either.
    """
    if run.finished is None or not run.step or journey.now - run.finished > AT_ONCE or journey.is_moment_over(run):
        return False
    others = (other for other in journey.runs if other.finished is not None and other.step)
    if any(other.finish_number > run.finish_number for other in others):
        return False
    return not why_finished(program, program.step(run.step), run) and not _holds_closed(program, journey, run)


def _holds_closed(program: Program, journey: Journey, run: Run) -> bool:
    """Whether something that leads to the other person would open sooner if a run didn't count."""
    before, after = journey if journey.run(run.id) else journey.with_run(run), journey.without(run)
    return not standing(before) and _opens_sooner(program, before, after)


def why_kept(program: Program, journey: Journey, run: Run) -> str:
    """Return why a whole run can't be deleted, empty if it can: deleting opens nothing that leads to the other person."""
    if safety_answers(run):
        return IS_SAFETY
    step = next((step for step in program.steps() if step.id == run.step), None)
    if step is not None and step.reaches_out:
        return REACHES_OUT
    reason = "" if step is None or run.finished is None else why_finished(program, step, run)
    if reason and not run.burnt:
        return reason
    return OPENS_SOONER if _holds_closed(program, journey, run) else ""


def _opens_sooner(program: Program, before: Journey, after: Journey) -> bool:
    """Whether a step that reaches out would open sooner after a journey than after another one."""
    ways = [
        gates
        for stage in program.all_stages
        for step in stage.steps
        if step.reaches_out
        for gates in _ways_in(stage, step)
    ]
    shared = {gate for gates in ways for gate in gates}  # the steps of a stage have its gates in common
    verdicts = {gate: (gate.check(before), gate.check(after)) for gate in shared}
    return any(_is_sooner([verdicts[gate] for gate in gates]) for gates in ways)


def _ways_in(stage: Stage, step: Step) -> Iterator[tuple[Gate, ...]]:
    """Yield the gates that together open a step, or what comes after it, in each of the ways in which that can happen."""
    again = step.repeats.again if step.repeats is not None else ()
    yield (*stage.opens, *step.opens, *step.complete, *again)
    yield step.opens_anyway


def _is_sooner(verdicts: list[tuple[Verdict, Verdict]]) -> bool:
    """Whether one of some pairs of verdicts, before and after, opens sooner, and no other gate waits for as long as it did."""
    sooner = [before.date for before, after in verdicts if _comes_sooner(before, after)]
    waits = [after.date for before, after in verdicts if after.date is not None and not _comes_sooner(before, after)]
    return not all(day is not None and any(other >= day for other in waits) for day in sooner)


def _comes_sooner(before: Verdict, after: Verdict) -> bool:
    if before.open or after.open:
        return after.open and not before.open
    return after.date is not None and (before.date is None or after.date < before.date)
