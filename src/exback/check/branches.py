"""Branches that nobody can take: options that are never offered, and answers that are waited for in vain."""

from __future__ import annotations

import dis
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise
from types import CodeType

from exback.check.report import Fault
from exback.check.tracking import answers, with_unless
from exback.items import Item, Offering, Option
from exback.patterns import Answers
from exback.program import Program, Step

BETWEEN = {"PUSH_NULL", "PRECALL", "CACHE", "NOP"}
"""Instructions that may stand between the name Option and its first argument, from Python 3.11 on."""


def never_offered(step: Step, offered: Mapping[str, Iterable[Option]], seen: Iterable[str]) -> Iterator[Fault]:
    """Find options that are written in a function and came up on no path, of items that did come up."""
    for item in step.items:
        if isinstance(item, Offering) and callable(item.options) and item.id in seen:
            came_up = {option.id for option in offered.get(item.id, ())}
            for name in sorted(named_in(item.options) - came_up):
                says = f"The option “{name}” is offered on no path. Correct what it depends on, or leave it out."
                yield Fault("branches", step.id, item.id, says)


def named_in(function: object) -> set[str]:
    """Give the ids of the options that stand in a function, or in the constants that it uses."""
    code = getattr(function, "__code__", None)
    if not isinstance(code, CodeType):
        return set()
    codes = list(_nested(code))
    around: dict[str, object] = getattr(function, "__globals__", {})
    constants = [around.get(name) for part in codes for name in part.co_names]
    cells = [cell.cell_contents for cell in getattr(function, "__closure__", None) or ()]
    used = chain.from_iterable(value if isinstance(value, tuple) else (value,) for value in (*constants, *cells))
    held = {option.id for option in used if isinstance(option, Option)}
    return held | {name for part in codes for name in _written(part)}


def _nested(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _nested(constant)


def _written(code: CodeType) -> Iterator[str]:
    """Give every x of Option("x", ...) in compiled code."""
    steps = [one for one in dis.get_instructions(code) if one.opname not in BETWEEN]
    for name, first in pairwise(steps):
        is_option = name.argval == "Option" and name.opname.startswith("LOAD")
        if is_option and first.opname.startswith("LOAD_CONST") and isinstance(first.argval, str):
            yield first.argval


def waited_in_vain(program: Program, offered: Mapping[tuple[str, str], set[str]]) -> Iterator[Fault]:
    """Find answers that the program itself waits for and that no question offers."""
    streak = program.streak
    own = [(streak.broken_in, streak.broken_item, value) for value in (*streak.broken_by, *streak.uncounted)]
    named = [("streak", *one) for one in (*own, *_values(with_unless(streak.also)))]
    named += [("patterns", *one) for one in _values(answers(program.patterns))]
    if program.fresh:
        named.append(("fresh", *program.fresh))
    for field, step, item, value in named:
        if (step, item) in offered and value not in offered[step, item]:
            yield Fault(
                "branches", "", field, f"Program.{field} waits for “{value}” in “{step}”, which nobody can answer."
            )


def _values(declared: Iterable[Answers]) -> Iterator[tuple[str, str, str]]:
    return ((one.step, one.item, value) for one in declared for value in one.values if isinstance(value, str))


def constant(item: Item) -> tuple[Option, ...]:
    """Give the options that everybody sees."""
    return item.options if isinstance(item, Offering) and not callable(item.options) else ()
