"""Finds the folder of steps and loads it.

In an installed exback the folder lies inside the package, in a checkout beside `src/`. Either way it is
loaded under one name, `exback.steps`, so its modules can import each other. Any other folder whose
`__init__.py` has a PROGRAM can be loaded the same way.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from exback.errors import ProgramError

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from types import ModuleType

    from exback.model.program import DemoRun, Program

NAME = "exback.steps"
LIFE = "made_up"


def load(folder: Path | None = None) -> Program:
    """Give the program in a folder, by default exback's own. Raises ProgramError."""
    from exback.model.program import Program

    place = folder or _own_folder()
    spec = spec_from_file_location(NAME, place / "__init__.py", submodule_search_locations=[str(place)])
    if spec is None or spec.loader is None or not (place / "__init__.py").is_file():
        raise ProgramError("This folder holds no program of steps.", path=place, hint="It needs an __init__.py.")
    _forget()
    module = sys.modules[NAME] = module_from_spec(spec)
    spec.loader.exec_module(module)
    program = getattr(module, "PROGRAM", None)
    if not isinstance(program, Program):
        raise ProgramError("This folder of steps has no PROGRAM.", path=place, hint="Its __init__.py must define one.")
    return program


def promise() -> ModuleType:
    """Give `promise.py` of exback's own folder, which holds nothing but names, without loading any step."""
    spec = spec_from_file_location(f"{NAME}.promise", _own_folder() / "promise.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def made_up_life() -> tuple[DemoRun, ...]:
    """Give the made-up life of the program that was loaded last. Raises ProgramError if it has none."""
    try:
        life = getattr(import_module(f"{NAME}.{LIFE}"), "LIFE", None)
    except ModuleNotFoundError:
        life = None
    if not isinstance(life, tuple):
        raise ProgramError(
            "This folder of steps has no made-up life.", hint=f"It would stand in {LIFE}/__init__.py, as LIFE."
        )
    return life


def _own_folder() -> Path:
    package = Path(__file__).parent
    inside = package / "steps"
    return inside if inside.is_dir() else package.parents[1] / "steps"


def _forget() -> None:
    for name in [name for name in sys.modules if name == NAME or name.startswith(f"{NAME}.")]:
        del sys.modules[name]
