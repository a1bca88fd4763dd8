"""The gates of a program: what they name, what they wait for, and a copy of the program whose gates never fail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import structs

from exback.check.instrument import instrumented
from exback.check.observations import Observations
from exback.check.report import Fault
from exback.model.gates import OPEN, Gate, Verdict
from exback.model.journey import Journey
from exback.model.program import Program, Stage, Step

Reference = tuple[str, str]
"""A step and one of its items; the item is empty where the step as a whole is meant."""


def declared(program: Program) -> frozenset[Reference]:
    """Return every step, and every item of every step, that can be named."""
    steps = {(step.id, "") for step in program.steps()}
    return frozenset(steps | {(step.id, item.id) for step in program.steps() for item in step.items})


def of_step(step: Step) -> tuple[Gate, ...]:
    """Return every gate that a step names itself."""
    earlier = (gate for _, gates in step.complete_before for gate in gates)
    repeating = (*step.repeats.until, *step.repeats.again) if step.repeats else ()
    ways_in = (*step.opens, *step.opens_anyway, *step.stays_open)
    return (*ways_in, *step.complete, *earlier, *step.offered_when, *repeating)


def of_stage(stage: Stage) -> tuple[Gate, ...]:
    """Return every gate that a stage names itself."""
    return (*stage.opens, *stage.offered_while, *(gate for ending in stage.ended_by for gate in ending.holds))


def gates_before(program: Program, step: Step, *, done: bool = False) -> tuple[Gate, ...]:
    """Return the gates that stand before a step or, for one that must be `done`, also those before its end."""
    return (*program.stage_of(step).opens, *step.opens, *(step.complete if done else ()))


def waits_for(program: Program, step: Step, journey: Journey | None = None) -> Iterator[Reference]:
    """Return what a step waits for, nearest first: what its gates name, and what those before the steps they name do.

    After a journey these are only the gates that are still closed, and the steps that are still to be done.
    """
    waiting = [step.id]
    for step_id in waiting:
        for gate in gates_before(program, program.step(step_id), done=step_id != step.id):
            if journey is None or not gate.check(journey).open:
                yield from gate.refers
                undone = [named for named, _ in gate.refers if journey is None or not journey.is_done(named)]
                waiting += [named for named in dict.fromkeys(undone) if named not in waiting]


class Walkable:
    """A copy of a program that can be walked whatever is wrong with it, and the `faults` that its gates run into.

    Its steps are instrumented. A gate that names what no one declares is left out; one that raises counts as open.
    """

    def __init__(self, program: Program, observations: Mapping[str, Observations]) -> None:
        self.observations = observations
        self.faults: dict[Fault, None] = {}
        self._declared = declared(program)
        self.program = structs.replace(
            program,
            stages=tuple(map(self._stage, program.stages)),
            companion=self._stage(program.companion),
            endings=self._stage(program.endings),
        )

    def _stage(self, stage: Stage) -> Stage:
        place = ("", stage.id)
        ended_by = (structs.replace(each, holds=self._gates(place, each.holds)) for each in stage.ended_by)
        return structs.replace(
            stage,
            steps=tuple(map(self._step, stage.steps)),
            opens=self._gates(place, stage.opens),
            offered_while=self._gates(place, stage.offered_while),
            ended_by=tuple(ended_by),
        )

    def _step(self, step: Step) -> Step:
        place, names = (step.id, ""), ("opens", "opens_anyway", "stays_open", "complete", "offered_when")
        fields: dict[str, Any] = {name: self._gates(place, getattr(step, name)) for name in names}
        earlier = ((version, self._gates(place, gates)) for version, gates in step.complete_before)
        fields["complete_before"] = tuple(earlier)
        if step.repeats is not None:
            until, again = self._gates(place, step.repeats.until), self._gates(place, step.repeats.again)
            fields["repeats"] = structs.replace(step.repeats, until=until, again=again)
        return structs.replace(instrumented(step, self.observations[step.id]), **fields)

    def _gates(self, place: Reference, gates: Iterable[Gate]) -> tuple[Gate, ...]:
        return tuple(self._guarded(place, gate) for gate in gates if set(gate.refers) <= self._declared)

    def _guarded(self, place: Reference, gate: Gate) -> Gate:
        def check(journey: Journey) -> Verdict:
            try:
                verdict = gate.check(journey)
            except Exception as error:  # noqa: BLE001  # an author's gate may raise anything, and the check goes on
                says = f"A gate raises {type(error).__name__}. It must give a verdict always."
                self.faults[Fault("openings", *place, says)] = None
                return OPEN
            if verdict.open or (verdict.step, "") in self._declared:
                return verdict
            says = f"A gate is closed because of the step “{verdict.step}”, which does not exist. Correct the id."
            self.faults[Fault("references", *place, says)] = None
            return OPEN

        return Gate(check, gate.refers)
