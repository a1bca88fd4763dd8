"""The checks of a folder of steps: it loads, its texts sound like speech, and the program has every step it defines."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from symtable import symtable

from exback import loader
from exback.check import voice
from exback.check.report import Fault
from exback.errors import ProgramError
from exback.model.program import Program, Step


def loaded(folder: Path | None) -> Program | Fault:
    """Return the program in a folder, or why it cannot be loaded.

    Raises:
        ProgramError: The folder holds no program.
    """
    try:
        program = loader.load(folder)
        program.concerns()  # loaded by no one else here
    except ProgramError:
        raise
    except Exception as error:  # noqa: BLE001  # loading runs what authors wrote; any mistake of theirs ends up here
        says = f"The folder can't be loaded: {type(error).__name__} in {_where(error)}. {error}"
        return Fault("loads", "", "", says)
    return program


def _where(error: Exception) -> str:
    """Return the author's own line: the last one inside the folder, because what was called may lie outside."""
    if isinstance(error, SyntaxError):
        return f"{Path(error.filename or '').name}, line {error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(_root())] or frames
    return f"{Path(own[-1].filename).name}, line {own[-1].lineno}"


def modules_in_order(program: Program) -> Iterator[Fault]:
    """Find modules of the folder that was loaded last which define STEP and do not stand in exactly one stage."""
    root = _root()
    for path in sorted(root.rglob("*.py")):
        inside = path.relative_to(root)
        parts = [part for part in inside.with_suffix("").parts if part != "__init__"]
        module = sys.modules.get(".".join((loader.NAME, *parts)))
        step = getattr(module, "STEP", None)
        if module is None and _defines_step(path):
            says = "It defines STEP, but nothing imports it. Put its STEP into a stage."
            yield Fault("order", inside.as_posix(), "", says)
        elif isinstance(step, Step):
            yield from _in_one_stage(inside.as_posix(), step, program)


def translated() -> Iterator[Fault]:
    """Find texts that don't sound like speech in the folder that was loaded last, each by file and line."""
    root = _root()
    for path in sorted(root.rglob("*.py")):
        try:
            problems = voice.problems(path.read_text(encoding="utf-8"))
        except (SyntaxError, ValueError):  # a module that nothing imports; it has its own finding
            continue
        for problem in problems:
            yield Fault("voice", f"{path.relative_to(root).as_posix()}:{problem.line}", "", problem.says)


def _root() -> Path:
    return Path(str(sys.modules[loader.NAME].__file__)).parent


def _in_one_stage(name: str, step: Step, program: Program) -> Iterator[Fault]:
    stages = [stage.id for stage in program.all_stages for each in stage.steps if each.id == step.id]
    if not stages:
        yield Fault("order", step.id, "", f"{name} defines it, but it isn't in any stage. Put its STEP into one.")
    if len(stages) > 1:
        yield Fault("order", step.id, "", f"It's in more than one place: {', '.join(stages)}. Keep one.")


def _defines_step(path: Path) -> bool:
    """Whether a module that was never loaded names STEP at its top, or cannot even be read."""
    try:
        module = symtable(path.read_text(encoding="utf-8"), path.name, "exec")
    except (SyntaxError, ValueError):
        return True
    return "STEP" in module.get_identifiers() and module.lookup("STEP").is_assigned()
