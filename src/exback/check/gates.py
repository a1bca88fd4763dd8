"""The gates of a program: what they name, what they wait for, and a copy of the program whose gates never fail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import structs

from exback.check.report import Fault
from exback.check.tracing import Observations, instrumented
from exback.model.endings import Ending
from exback.model.gates import OPEN, Gate, Verdict
from exback.model.items import Item
from exback.model.journey import Journey
from exback.model.program import Program, Repeat, Stage, Step

Reference = tuple[str, str]
"""A step and one of its items; the item is empty where the step as a whole is meant."""
Declared = Mapping[Reference, Item | None]
"""Every step that can be named, and every item with what it is."""


def declared(program: Program) -> Declared:
    """Return every step, and every item of every step, that can be named."""
    items = {(step.id, item.id): item for step in program.steps() for item in step.items}
    return {**{(step.id, ""): None for step in program.steps()}, **items}


def gates_in(owner: object) -> Iterator[Gate]:
    """Return every gate of a step, of a stage but for its steps, or of a tuple, in whichever field."""
    match owner:
        case Gate():
            yield owner
        case Stage():
            yield from gates_in(structs.astuple(structs.replace(owner, steps=())))
        case Step() | Repeat() | Ending():
            yield from gates_in(structs.astuple(owner))
        case tuple():
            for part in owner:
                yield from gates_in(part)


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
        self.faults: dict[Fault, None] = {}
        self._observations = observations
        self._declared = declared(program)
        self.program: Program = self._copy(program, ("", ""))

    def _copy(self, part: Any, place: Reference) -> Any:  # noqa: ANN401  # whatever is in a program, and a copy of its kind
        """Return a copy of a part of the program; `place` is the step or the stage that it's in."""
        match part:
            case tuple():
                return tuple(self._copy(each, place) for each in part if not self._is_misnamed(each))
            case Gate():
                return self._guarded(part, place)
            case Program() | Stage() | Step() | Repeat() | Ending():
                if isinstance(part, Stage | Step):
                    place = (part.id, "") if isinstance(part, Step) else ("", part.id)
                fields = {name: self._copy(value, place) for name, value in structs.asdict(part).items()}
                copy: Any = structs.replace(part, **fields)
                return instrumented(copy, self._observations[part.id]) if isinstance(part, Step) else copy
            case _:
                return part

    def _is_misnamed(self, part: object) -> bool:
        return isinstance(part, Gate) and not self._declared.keys() >= set(part.refers)

    def _guarded(self, gate: Gate, place: Reference) -> Gate:
        def check(journey: Journey) -> Verdict:
            try:
                verdict = gate.check(journey)
            except Exception as error:  # noqa: BLE001  # an author's gate may raise anything, and the check goes on
                says = f"A gate raises {type(error).__name__}. A gate always has to return a verdict."
                self.faults[Fault("openings", *place, says)] = None
                return OPEN
            if verdict.open or (verdict.step, "") in self._declared:
                return verdict
            says = f"A gate is closed because of the step “{verdict.step}”, which doesn't exist. Correct the id."
            self.faults[Fault("references", *place, says)] = None
            return OPEN

        return Gate(check, gate.refers)
