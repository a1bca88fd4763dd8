"""Looks at a folder of steps on the disk: can it be loaded, and does every module with a step stand in the program."""

from __future__ import annotations

import ast
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

from exback import catalog
from exback.check.report import Fault
from exback.errors import ProgramError
from exback.program import Program, Step


def loaded(folder: Path | None) -> Program | Fault:
    """Give the program in a folder, or why it cannot be loaded. Raises ProgramError if there is none."""
    try:
        return catalog.load(folder)
    except ProgramError:
        raise
    except Exception as error:  # noqa: BLE001  # loading runs what authors wrote; any mistake of theirs ends up here
        says = f"The folder cannot be loaded: {type(error).__name__} in {_where(error)}. {error}"
        return Fault("loads", "", "", says)


def _where(error: Exception) -> str:
    """Give the author's own line: the last one inside the folder, for what was called may lie outside."""
    if isinstance(error, SyntaxError):
        return f"{Path(error.filename or '').name}, line {error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(_root())] or frames
    return f"{Path(own[-1].filename).name}, line {own[-1].lineno}"


def modules_in_order(program: Program) -> Iterator[Fault]:
    """Find every module of the folder that was loaded which defines STEP and does not stand in exactly one stage."""
    root = _root()
    for path in sorted(root.rglob("*.py")):
        name = path.relative_to(root).as_posix()
        module = sys.modules.get(_module_name(path.relative_to(root)))
        step = getattr(module, "STEP", None)
        if module is None and _defines_step(path):
            yield Fault("order", name, "", "It defines STEP, and nothing imports it. Put its STEP into a stage.")
        elif isinstance(step, Step):
            yield from _in_one_stage(name, step, program)


def _root() -> Path:
    """Give the folder that was loaded last."""
    return Path(str(sys.modules[catalog.NAME].__file__)).parent


def _module_name(path: Path) -> str:
    parts = [part for part in path.with_suffix("").parts if part != "__init__"]
    return ".".join((catalog.NAME, *parts))


def _in_one_stage(name: str, step: Step, program: Program) -> Iterator[Fault]:
    stages = [stage.id for stage in program.all_stages for one in stage.steps if one is step]
    if not stages:
        yield Fault("order", step.id, "", f"{name} defines it, and it stands in no stage. Put its STEP into one.")
    if len(stages) > 1:
        yield Fault("order", step.id, "", f"It stands more than once: {', '.join(stages)}. Leave it in one place.")


def _defines_step(path: Path) -> bool:
    """Tell whether a module that was never loaded names STEP at its top."""
    try:
        body = ast.parse(path.read_text(encoding="utf-8")).body
    except (SyntaxError, ValueError):
        return True  # unreadable is as good as a step that nobody can walk
    targets = [target for node in body if isinstance(node, ast.Assign) for target in node.targets]
    targets += [node.target for node in body if isinstance(node, ast.AnnAssign)]
    return any(isinstance(target, ast.Name) and target.id == "STEP" for target in targets)
