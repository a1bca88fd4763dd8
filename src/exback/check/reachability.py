"""What the walks through the program show: steps that nobody gets to, and states with nothing left to do."""

from __future__ import annotations

from collections.abc import Iterator

from exback.check.gates import of_step
from exback.check.report import Fault
from exback.check.walks import Walks
from exback.program import Program, Step


def openings(program: Program, walks: Walks, faulty: set[str]) -> Iterator[Fault]:
    """Find steps that never opened, and dead ends. `faulty` steps and those behind them have a reason of their own."""
    closed = {step.id for step in program.steps()} - walks.opened
    for step in program.steps():
        if step.id in closed and not _explained(program, step, closed | faulty):
            yield Fault("openings", step.id, "", _never(program, step, len(walks.lives)))
    stuck = {one for life in walks.lives for one in life.stuck}
    for after in sorted({one.after for one in stuck if one.undone & walks.opened}):
        says = (
            "After it there is a state in which no step is open, due or dated but those that always are. "
            "Open a step or an ending for whoever comes this way."
        )
        yield Fault("openings", after, "", says)


def _explained(program: Program, step: Step, others: set[str]) -> bool:
    """Tell whether a step stays closed only because of another one that is closed or faulty itself."""
    before = _before(program, step.id)
    return any(other in others and step.id not in _before(program, other) for other in before - {step.id})


def _before(program: Program, step_id: str) -> set[str]:
    """Give every step that must come before one, by its gates and theirs."""
    steps = {step.id: step for step in program.steps()}
    waiting = [step_id]
    found: set[str] = set()
    for name in waiting:
        if name in steps:
            step = steps[name]
            gates = (*program.stage_of(step).opens, *step.opens, *(() if name == step_id else of_step(step)))
            named = [other for gate in gates for other, _ in gate.refers if other not in found]
            found |= set(named)
            waiting += named
    return found


def _never(program: Program, step: Step, walks: int) -> str:
    gates = (*program.stage_of(step).opens, *step.opens)
    named = dict.fromkeys(other for gate in gates for other, _ in gate.refers)
    waits = f" It waits for: {', '.join(named)}." if named else ""
    return f"It opened on none of {walks} walks through the program.{waits} Check its gates and what they wait for."
