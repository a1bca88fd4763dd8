"""The titles of pages as other pages quote them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from exback.loader import load

ROOT = Path(__file__).parents[2]
FILES = sorted(path for folder in ("src/exback", "steps") for path in (ROOT / folder).rglob("*.py"))
LONG_FORMS = {"n't": " not", "'ve": " have", "'re": " are", "'ll": " will", "'s": " is", "'m": " am"}
ALIKE = 0.87
"""How alike a quotation and a title are that can only mean the same page."""


def spelled_out(words: str) -> str:
    """Return words in small letters, without contractions and full stops."""
    text = words.casefold().replace("can't", "can not").replace("won't", "will not").rstrip(".,")
    for short, long in LONG_FORMS.items():
        text = text.replace(short, long)
    return text


def misquoted(quoted: str, titles: set[str], labels: set[str]) -> str:
    """Return the title that a quotation means and doesn't spell, empty if it's right or means something else."""
    if quoted.rstrip(".,") in titles | labels:
        return ""
    near = ((SequenceMatcher(None, spelled_out(quoted), spelled_out(title)).ratio(), title) for title in titles)
    ratio, title = max(near)
    return title if ratio >= ALIKE else ""


def quotations(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield what is quoted in the texts of a module, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from ((node.lineno, quoted) for quoted in re.findall("“([^“”{}]+)”", node.value))


def pages_named(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield what is quoted as the name of a page to open, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from ((node.lineno, name) for name in re.findall(r"\b(?:[Oo]pen|page) “([^“”{}]+)”", node.value))


def labels_in(tree: ast.Module) -> Iterator[str]:
    """Yield the other words of a module that stand alone, such as labels of options, which may be like a title."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "“" not in node.value:
            yield node.value


def test_a_title_is_quoted_as_it_is() -> None:
    """Someone who looks for a page by its name finds that name, letter by letter."""
    program = load(ROOT / "steps")
    titles = {step.title for step in program.steps()} | {stage.title for stage in program.all_stages}
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}
    labels = {label for tree in trees.values() for label in labels_in(tree)}
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: “{quoted}” is “{title}”"
        for path, tree in trees.items()
        for line, quoted in quotations(tree)
        if (title := misquoted(quoted, titles, labels))
    ]
    assert not wrong, "\n".join(wrong)


def test_a_page_to_open_has_that_name() -> None:
    """No page is named by a title that it had once."""
    titles = {step.title for step in load(ROOT / "steps").steps()}
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}
    labels = {label for tree in trees.values() for label in labels_in(tree)}
    named = [(path, line, name) for path, tree in trees.items() for line, name in pages_named(tree)]
    assert named
    wrong = [f"{path.relative_to(ROOT)}:{line}: “{name}”" for path, line, name in named if name not in titles | labels]
    assert not wrong, "\n".join(wrong)


def test_a_title_with_a_long_form_is_noticed() -> None:
    """A contraction spelled out is the usual way to miss a title, and other quotations are let pass."""
    titles = {"They've moved on", "Am I ready?"}
    assert misquoted("They have moved on", titles, set()) == "They've moved on"
    assert misquoted("They've moved on.", titles, set()) == ""
    assert misquoted("Hi J., how are you?", titles, set()) == ""
