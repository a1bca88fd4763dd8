"""What no one gets to: items and options that never come up, steps that never open, and dead ends."""

from __future__ import annotations

import dis
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from types import CodeType

from exback.check.gates import declared, gates_before, waits_for
from exback.check.names import awaited
from exback.check.report import Fault
from exback.check.tracing import Observations
from exback.check.walks import Life
from exback.model.items import Option, OptionsQuestion
from exback.model.program import Program, Step

BETWEEN = {"PUSH_NULL", "PRECALL", "CACHE", "NOP"}
"""Instructions that may stand between the name Option and its first argument, from Python 3.11 on."""


def items(step: Step, observations: Observations, seen: set[str], blamed: set[str]) -> Iterator[Fault]:
    """Find items that were not `seen` on any path, and closing words that read an answer which some paths don't have.

    What depends on an item that is hidden, or `blamed` already, is not reported as well.
    """
    hidden = [item.id for item in step.items if item.id not in seen]
    explained = {*blamed, *hidden}
    for item in hidden:
        needs = {read for read, spots in observations.own.items() if any(spot.item == item for spot in spots)}
        if item not in blamed and not needs & explained:
            says = "It doesn't come up on any path. Correct its when, or remove it."
            yield Fault("reachable", step.id, item, says)
    for spot, item in observations.undecided.items():
        if item not in explained:
            says = f"Its {spot.role} reads “{item}”, which isn't answered on every path. Ask it before reading it."
            yield Fault("ends", step.id, spot.role, says)


def options(step: Step, observations: Observations, seen: set[str]) -> Iterator[Fault]:
    """Find options that are written in a function and came up on no path, of items that did come up."""
    for item in step.items:
        if isinstance(item, OptionsQuestion) and callable(item.options) and item.id in seen:
            for name in _named_in(item.options) - _offered(item, observations):
                says = f"The option “{name}” isn't offered on any path. Correct what it depends on, or remove it."
                yield Fault("branches", step.id, item.id, says)


def _named_in(function: object) -> set[str]:
    """Return the ids of the options that stand in a function, or in the constants that it uses."""
    code = getattr(function, "__code__", None)
    codes = list(_nested(code)) if isinstance(code, CodeType) else []
    constants: dict[str, object] = getattr(function, "__globals__", {})
    used = [constants.get(name) for part in codes for name in part.co_names]
    used += [cell.cell_contents for cell in getattr(function, "__closure__", None) or ()]
    values = chain.from_iterable(value if isinstance(value, tuple) else (value,) for value in used)
    held = {option.id for option in values if isinstance(option, Option)}
    return held | {name for part in codes for name in _written(part)}


def _nested(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _nested(constant)


def _written(code: CodeType) -> Iterator[str]:
    """Return every x of Option("x", ...) in compiled code."""
    instructions = [each for each in dis.get_instructions(code) if each.opname not in BETWEEN]
    for name, first in pairwise(instructions):
        is_option = name.argval == "Option" and name.opname.startswith("LOAD")
        if is_option and first.opname.startswith("LOAD_CONST") and isinstance(first.argval, str):
            yield first.argval


def awaited_answers(program: Program, observations: Mapping[str, Observations]) -> Iterator[Fault]:
    """Find answers that the program itself waits for, and that no question offers. `observations` are by step."""
    items = declared(program)
    for field, answers in awaited(program):
        item = items.get((answers.step, answers.item))
        options = _offered(item, observations[answers.step]) if isinstance(item, OptionsQuestion) else set()
        for value in answers.values if options else ():
            if isinstance(value, str) and value not in options:
                says = f"Program.{field} waits for “{value}” in “{answers.step}”, which no one can answer."
                yield Fault("branches", "", field, says)


def _offered(item: OptionsQuestion, observations: Observations) -> set[str]:
    """Return the ids of the options that anyone was offered."""
    options = observations.options.get(item.id, ()) if callable(item.options) else item.options
    return {option.id for option in options}


def openings(program: Program, lives: Sequence[Life], faulty: set[str]) -> Iterator[Fault]:
    """Find steps that never opened, and dead ends. `faulty` steps, and those that wait for them, are explained."""
    opened = {step for life in lives for step in life.opened}
    closed = {step.id for step in program.steps()} - opened
    steps = [step for step in program.steps() if step.id in closed | faulty]
    before = {step.id: {named for named, _ in waits_for(program, step)} for step in steps}
    for step in steps:
        others = before[step.id] & before.keys() - {step.id}
        if step.id in closed and all(step.id in before[other] for other in others):
            yield Fault("openings", step.id, "", _never(program, step, len(lives)))
    dead_ends = {dead_end for life in lives for dead_end in life.dead_ends}
    for after in sorted({dead_end.after for dead_end in dead_ends if dead_end.undone & opened}):
        says = (
            "After it, nothing may be open or due but the steps that always are. "
            "Open a step or an ending for people who come this way."
        )
        yield Fault("openings", after, "", says)


def _never(program: Program, step: Step, walks: int) -> str:
    named = dict.fromkeys(other for gate in gates_before(program, step) for other, _ in gate.refers)
    waits = f" It waits for: {', '.join(named)}." if named else ""
    return f"It opened on none of {walks} walks through the program.{waits} Check its gates and what they wait for."
