"""Every fault on the list is tested: its number is a marker on a test."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
FAULTS = {*range(1, 88)}
"""The numbers of FAULTS.md."""


def numbers(code: str) -> Iterator[int]:
    """Yield the number of every marker in the code of a test file. Collecting all tests to ask them would take much longer.

    A marker names its number, or looks it up in a table of the module. Raises AssertionError if it does neither, or if it
    marks a function that isn't a test.
    """
    tree = ast.parse(code)
    tables = {
        target.id: ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict) and _is_literal(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            marks = [mark for mark in node.decorator_list if _is_fault(mark)]
            assert not marks or node.name.startswith("test_"), node.name
        if isinstance(node, ast.Call) and _is_fault(node):
            match node.args:
                case [ast.Constant(int(number))]:
                    yield number
                case [ast.Subscript(ast.Name(table))]:
                    yield from tables[table].values()
                case _:
                    raise AssertionError(ast.unparse(node))


def _is_fault(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.fault"


def _is_literal(node: ast.Dict) -> bool:
    return all(isinstance(part, ast.Constant) for part in (*node.keys, *node.values))


def test_each_fault_has_a_test() -> None:
    """Every number on the list is on a test, and every number on a test is on the list."""
    files = [path for name in ("faults", "terminal", "unit") for path in (TESTS / name).rglob("test_*.py")]
    assert {number for path in files for number in numbers(path.read_text(encoding="utf-8"))} == FAULTS


def test_numbers_are_found_wherever_a_test_has_them() -> None:
    """On a test, on a whole module, or in the table of its cases; and a marker without a test is noticed."""
    assert set(
        numbers(
            "N = {'a': 1, 'b': 2}\npytestmark = [pytest.mark.fault(3)]\n"
            "cases = [pytest.param(name, marks=pytest.mark.fault(N[name])) for name in N]\n"
            "@pytest.mark.fault(4)\ndef test_it(): ...\n"
        )
    ) == {1, 2, 3, 4}
    with pytest.raises(AssertionError, match="helper"):
        list(numbers("@pytest.mark.fault(4)\ndef helper(): ...\n"))
