"""Load a program from its folder of steps.

An installed exback has the folder inside the package, a checkout has it beside `src/`. Either way it is loaded under one
name, `exback.steps`, so that its modules can import each other. Any other folder can be loaded the same way if its
`__init__.py` has a PROGRAM.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from exback.errors import ProgramError

TYPE_CHECKING = False  # importing typing takes as long as starting Python
if TYPE_CHECKING:
    from types import ModuleType

    from exback.model.program import DemoRun, Program

NAME = "exback.steps"
LIFE = "demo"


def load(folder: Path | None = None) -> Program:
    """Return the program in a folder, by default exback's own. Raises ProgramError if there is none.

    A folder that is named is read anew; exback's own is read once, like any module.
    """
    from exback.model.program import Program

    path = folder or _own_folder()
    loaded = sys.modules.get(NAME)
    if folder is None and loaded is not None and loaded.__path__ == [str(path)]:
        own = getattr(loaded, "PROGRAM", None)
        if isinstance(own, Program):  # it isn't there if loading was interrupted
            return own
    spec = spec_from_file_location(NAME, path / "__init__.py", submodule_search_locations=[str(path)])
    if spec is None or spec.loader is None or not (path / "__init__.py").is_file():
        raise ProgramError("There's no program of steps in this folder.", path=path, hint="It needs an __init__.py.")
    for name in [name for name in sys.modules if name == NAME or name.startswith(f"{NAME}.")]:
        del sys.modules[name]
    module = sys.modules[NAME] = module_from_spec(spec)
    spec.loader.exec_module(module)
    program = getattr(module, "PROGRAM", None)
    if not isinstance(program, Program):
        raise ProgramError("This folder of steps has no PROGRAM.", path=path, hint="Its __init__.py must define one.")
    return program


def promise() -> ModuleType:
    """Return the module `promise` of exback's own folder, which has only names, without loading any step."""
    spec = spec_from_file_location(f"{NAME}.promise", _own_folder() / "promise.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def made_up_life() -> tuple[DemoRun, ...]:
    """Return the runs that `exback demo` shows, from the program that was loaded last. Raises ProgramError if it has none."""
    try:
        life = getattr(import_module(f"{NAME}.{LIFE}"), "LIFE", None)
    except ModuleNotFoundError:
        life = None
    if not isinstance(life, tuple):
        raise ProgramError("This folder of steps has no demo.", hint=f"To add one, define LIFE in {LIFE}/__init__.py.")
    return life


def _own_folder() -> Path:
    package = Path(__file__).parent
    inside = package / "steps"
    return inside if inside.is_dir() else package.parents[1] / "steps"
