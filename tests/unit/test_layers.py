"""The layers of exback: a module imports only from layers below its own, and no two modules import each other in a circle.

An import counts wherever it stands, also inside a function or under TYPE_CHECKING: what is only a type today is a call
tomorrow.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "exback"

LAYERS = (
    {"__main__"},
    {"cli"},
    {"commands"},
    {"screen", "export", "check", "doctor"},
    {"engine"},
    {"store", "insights", "loader", "console"},
    {"model"},
    {"clock", "signals"},
    {"errors"},
)
"""Packages and loose modules, top to bottom. `exback/__init__.py` holds the version and imports nothing."""

DEPTH = {name: depth for depth, layer in enumerate(LAYERS) for name in layer}


def module_names() -> dict[str, Path]:
    """Return every module of exback by its full name."""
    paths = sorted(SOURCE.rglob("*.py"))
    names = (".".join(("exback", *path.relative_to(SOURCE).with_suffix("").parts)) for path in paths)
    return {name.removesuffix(".__init__"): path for name, path in zip(names, paths, strict=True)}


MODULES = module_names()


def imported_by(code: str, known: Mapping[str, object] = MODULES) -> Iterator[str]:
    """Yield the modules of exback that some code imports, each as the module that an imported name comes from."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "exback":
            for alias in node.names:
                submodule = f"{node.module}.{alias.name}"
                yield submodule if submodule in known else node.module


def part_of(module: str) -> str:
    """Return the package or loose module that a module belongs to: `store` for `exback.store.saver`."""
    return module.split(".")[1] if "." in module else ""


@cache
def graph() -> dict[str, set[str]]:
    """Return what each module imports of exback."""
    return {name: set(imported_by(path.read_text(encoding="utf-8"))) - {name} for name, path in MODULES.items()}


def test_imports_are_seen_wherever_they_stand() -> None:
    """An import in a function, of a submodule, or of a name in a module counts as an import of that module."""
    code = "def later():\n    from exback.store import saver, Store\n    import exback.model.run\nfrom exback.clock import now\n"
    assert set(imported_by(code)) == {"exback.store.saver", "exback.store", "exback.model.run", "exback.clock"}


def test_every_part_has_a_layer() -> None:
    """A new package or loose module has to be given its place."""
    assert {part_of(module) for module in MODULES} - {""} == DEPTH.keys()


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_below(module: str) -> None:
    """What a module imports is in its own package, or in a layer below."""
    own = part_of(module)
    upward = {name for name in graph()[module] if part_of(name) not in {"", own} and DEPTH[part_of(name)] <= DEPTH[own]}
    assert not upward


def test_there_is_no_circle_of_packages_or_modules() -> None:
    """Any module can be read, tested and loaded with what it imports and nothing else."""
    try:
        TopologicalSorter(graph()).prepare()
    except CycleError as circle:
        pytest.fail(" > ".join(circle.args[1]))
