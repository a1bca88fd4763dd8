"""The small lint of the code's own English: docstrings in the imperative, and names that say what they hold."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted(path for folder in ("src", "steps", "scripts") for path in (ROOT / folder).rglob("*.py"))

NOT_IMPERATIVE = (
    *("Give", "Gives", "Giving", "Tell", "Tells", "Says", "Holds", "Looks", "Finds", "Makes", "Returns", "Reads"),
    *("Writes", "Knows", "Works"),
)
"""First words of a function's docstring that PEP 257 would have in the imperative, or that say nothing."""

OLD_WORDS = {
    *("somebody", "anybody", "nobody", "mend", "mends", "mended", "whoever", "whosoever", "hitherto", "thereof"),
    *("behind it stands", "upon"),
}
"""Words that nobody would use to a colleague, in docstrings and comments."""

VAGUE = {"one", "found", "told", "said"}
"""Variable names that don't say what they hold."""


def docstrings(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Yield every node that has a docstring, with it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            text = ast.get_docstring(node)
            if text:
                yield node, text


def problems(code: str) -> list[str]:
    """Return what the lint objects to in some code, each with its line."""
    tree = ast.parse(code)
    lines = []
    for node, text in docstrings(tree):
        line = getattr(node, "lineno", 1)
        words = text.split()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and words[0].strip(",.:") in NOT_IMPERATIVE:
            lines.append(f"{line}: the docstring begins with {words[0]!r}")
        lines += [
            f"{line}: {word!r} in a docstring"
            for word in OLD_WORDS & {word.strip(".,;:()“”").lower() for word in words}
        ]
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id in VAGUE:
            lines.append(f"{node.lineno}: a variable called {node.id!r}")
        elif isinstance(node, ast.arg) and node.arg in VAGUE:
            lines.append(f"{node.lineno}: a parameter called {node.arg!r}")
    return lines


def test_the_lint_sees_what_it_is_for() -> None:
    """Each kind of problem is found in a sample, and plain code passes."""
    sample = 'def f(one):\n    """Give what somebody wrote."""\n    found = one\n    return found\n'
    assert problems(sample) == [
        "1: the docstring begins with 'Give'",
        "1: 'somebody' in a docstring",
        "1: a parameter called 'one'",
        "3: a variable called 'found'",
    ]
    assert problems('def f(run):\n    """Return the answers of a run."""\n    return run.answers\n') == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_code_is_written_in_plain_english(path: Path) -> None:
    """Docstrings are imperative and modern, and no variable is called one, found, told or said."""
    assert problems(path.read_text(encoding="utf-8")) == []
