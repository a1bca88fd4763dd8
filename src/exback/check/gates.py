"""The gates of a program: what they name, what they wait for, and a copy of the program whose gates never fail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import structs

from exback.check.instrument import instrumented
from exback.check.observations import Observations
from exback.check.report import Fault
from exback.journey import Journey
from exback.program import Program, Repeat, Stage, Step
from exback.rules import OPEN, Gate, Verdict

Reference = tuple[str, str]


def declared(program: Program) -> frozenset[Reference]:
    """Return every step as (id, ""), and every item of every step as (step id, item id)."""
    steps = {(step.id, "") for step in program.steps()}
    return frozenset(steps | {(step.id, item.id) for step in program.steps() for item in step.items})


def of_step(step: Step) -> Iterator[Gate]:
    """Return every gate that a step names itself."""
    yield from step.opens
    yield from step.complete
    yield from step.offered_when
    yield from step.repeats.until if step.repeats else ()


def waits_for(program: Program, step: Step, journey: Journey) -> Iterator[Reference]:
    """Return what a closed step waits for, nearest first: what its closed gates name, and what keeps that undone."""
    waiting = [step.id]
    for step_id in waiting:
        for gate in _gates_before(program, program.step(step_id), done=step_id != step.id):
            if not gate.check(journey).open:
                yield from gate.refers
                waiting += [named for named, _ in gate.refers if named not in waiting and not journey.is_done(named)]


def _gates_before(program: Program, step: Step, *, done: bool) -> tuple[Gate, ...]:
    """Return the gates before a step or, for one that must be done, also those before its end."""
    return (*program.stage_of(step).opens, *step.opens, *(step.complete if done else ()))


class Tryable:
    """A copy of a program that can be walked whatever is wrong with it, and the `faults` that its gates run into.

    Its steps are instrumented. A gate that names what no one declares is left out; one that raises counts as open.
    """

    def __init__(self, program: Program, observations: Mapping[str, Observations]) -> None:
        self.known = declared(program)
        self.observations = observations
        self.faults: dict[Fault, None] = {}
        self.program = structs.replace(
            program,
            stages=tuple(self._stage(stage) for stage in program.stages),
            companion=self._stage(program.companion),
            endings=self._stage(program.endings),
        )

    def _stage(self, stage: Stage) -> Stage:
        steps = tuple(self._step(step) for step in stage.steps)
        return structs.replace(stage, steps=steps, opens=self._gates(("", stage.id), stage.opens))

    def _step(self, step: Step) -> Step:
        repeats = step.repeats
        return structs.replace(
            instrumented(step, self.observations[step.id]),
            opens=self._gates((step.id, ""), step.opens),
            complete=self._gates((step.id, ""), step.complete),
            offered_when=self._gates((step.id, ""), step.offered_when),
            repeats=None
            if repeats is None
            else Repeat(repeats.apart, repeats.due, self._gates((step.id, ""), repeats.until)),
        )

    def _gates(self, place: tuple[str, str], gates: Iterable[Gate]) -> tuple[Gate, ...]:
        return tuple(self._guarded(place, gate) for gate in gates if set(gate.refers) <= self.known)

    def _guarded(self, place: tuple[str, str], gate: Gate) -> Gate:
        def check(journey: Journey) -> Verdict:
            try:
                verdict = gate.check(journey)
            except Exception as error:  # noqa: BLE001  # an author's gate may raise anything, and the check goes on
                says = f"A gate raises {type(error).__name__}. It must give a verdict always."
                return self._open_with(Fault("openings", *place, says))
            if verdict.open or (verdict.step, "") in self.known:
                return verdict
            says = f"A gate is closed because of the step “{verdict.step}”, which does not exist. Correct the id."
            return self._open_with(Fault("references", *place, says))

        return Gate(check, gate.refers)

    def _open_with(self, fault: Fault) -> Verdict:
        self.faults[fault] = None
        return OPEN
