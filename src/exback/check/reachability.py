"""What no one gets to: items that never come up, steps that never open, and states with nothing left to do."""

from __future__ import annotations

from collections.abc import Iterator

from exback.check.gates import of_step
from exback.check.observations import Observations
from exback.check.report import Fault
from exback.check.walks import Walks
from exback.program import Program, Step


def items(step: Step, observations: Observations, seen: set[str], blamed: set[str]) -> Iterator[Fault]:
    """Find items that were not `seen` on any path, and closing words that read an answer which some paths don't have.

    What depends on an item that is hidden, or `blamed` already, is not reported as well.
    """
    hidden = [item.id for item in step.items if item.id not in seen]
    explained = {*blamed, *hidden}
    for item in hidden:
        needs = {read for read, spots in observations.own.items() if any(spot.item == item for spot in spots)}
        if item not in blamed and not needs & explained:
            says = "It comes up on no path. Correct its when, or leave it out."
            yield Fault("reachable", step.id, item, says)
    for spot, item in observations.undecided.items():
        if item not in explained:
            says = f"Its {spot.role} reads “{item}”, which is not answered on every path. Ask before reading it."
            yield Fault("ends", step.id, spot.role, says)


def openings(program: Program, walks: Walks, faulty: set[str]) -> Iterator[Fault]:
    """Find steps that never opened, and dead ends. `faulty` steps, and those that wait for them, are explained."""
    closed = {step.id for step in program.steps()} - walks.opened
    for step in program.steps():
        if step.id in closed and not _is_explained(program, step, closed | faulty):
            yield Fault("openings", step.id, "", _never(program, step, len(walks.lives)))
    dead_ends = {stuck for life in walks.lives for stuck in life.stuck}
    for after in sorted({stuck.after for stuck in dead_ends if stuck.undone & walks.opened}):
        says = (
            "After it there is a state in which no step is open, due or dated but those that always are. "
            "Open a step or an ending for whoever comes this way."
        )
        yield Fault("openings", after, "", says)


def _is_explained(program: Program, step: Step, others: set[str]) -> bool:
    """Whether a step stays closed only because another one is closed or faulty."""
    before = _before(program, step.id)
    return any(other in others and step.id not in _before(program, other) for other in before - {step.id})


def _before(program: Program, step_id: str) -> set[str]:
    """Return the ids of all steps that must come before a step, by its gates and theirs."""
    steps = {step.id: step for step in program.steps()}
    waiting = [step_id]
    before: set[str] = set()
    for name in waiting:
        if name in steps:
            step = steps[name]
            gates = (*program.stage_of(step).opens, *step.opens, *(() if name == step_id else of_step(step)))
            named = [other for gate in gates for other, _ in gate.refers if other not in before]
            before |= set(named)
            waiting += named
    return before


def _never(program: Program, step: Step, walks: int) -> str:
    gates = (*program.stage_of(step).opens, *step.opens)
    named = dict.fromkeys(other for gate in gates for other, _ in gate.refers)
    waits = f" It waits for: {', '.join(named)}." if named else ""
    return f"It opened on none of {walks} walks through the program.{waits} Check its gates and what they wait for."
