"""The walls of DESIGN.md, read from the syntax of every source file: who may import what, and who may do what.

The steps and the core are read from the checkout. An import counts wherever it stands, also inside a function
or under TYPE_CHECKING: what is only a type today is a call tomorrow.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "exback"
STEPS = ROOT / "steps"
CORE = sorted(path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py"))
CONTENT = sorted(path.relative_to(STEPS).as_posix() for path in STEPS.rglob("*.py"))

TERMINAL = {"rich", "questionary", "prompt_toolkit"}
NETWORK = {
    *("socket", "socketserver", "ssl", "select", "selectors", "urllib", "urllib3", "http", "ftplib", "smtplib"),
    *("poplib", "imaplib", "xmlrpc", "webbrowser", "requests", "httpx", "aiohttp", "websockets"),
}
DISK = {"os", "pathlib", "shutil", "tempfile", "io", "glob", "fileinput", "sqlite3", "shelve", "dbm", "pickle", "mmap"}
DISK_CALLS = {
    *("open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "rmdir", "mkdir", "touch"),
    *("rename", "is_file", "is_dir", "iterdir", "glob", "rglob", "chmod", "symlink_to", "hardlink_to"),
}
CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.localtime"}
VOCABULARY = {
    *("program", "items", "gates", "boundaries", "context", "journey", "run", "happened", "prose", "dates", "safety"),
    *("evidence", "tracking", "endings", "distress", "streak"),
}
"""The modules of `exback.model` in which steps are written."""

MAY_NAME_PATHS_AND_ENVIRONMENT = {
    "cli": {"os", "pathlib"},  # options that are paths; what a shell's completion sets
    "commands": {"os", "pathlib", "shutil"},  # which file is meant; NO_COLOR, EDITOR, TERM; the width of the terminal
    "doctor": {"pathlib"},  # where something was found
    "check": {"pathlib"},  # the folder that is to be checked
    "export": {"io"},  # a table is written into memory
    "screen": {"os", "io"},  # NO_COLOR and the locale; a page is drawn into memory
    "loader": {"pathlib"},  # finds the folder of steps, which Python then imports
    "console": {"os", "pathlib"},  # a closed pipe on the way out; whether a line is a path
    "signals": {"os"},  # ends the process on the spot
    "__main__": {"os"},  # the locale for `exback crisis`, before anything heavy is imported
}
"""What a package or loose module may import of what can touch the disk. All others may import none of it."""

MAY_CALL = {
    "cli/groups.py": {"formatter.write_text"},  # writes help, into memory
    "cli/shell.py": {"path.write_text"},  # the file that typer has just written for zsh, with a line more
    "loader.py": {".is_file", "inside.is_dir"},  # looks whether the folder of steps is there
    "doctor/installation.py": {".is_file", "parent.glob"},  # what installers left beside exback
    "check/folder.py": {"root.rglob", "path.read_text"},  # a module that nothing imports can only be found and read
    "console.py": {"os.open"},  # os.devnull takes the place of a closed pipe
}
OPENS_A_STEP = {"wizard.open", "Wizard().open"}  # open a step, not a file
MAY_WAIT = {
    "screen/plain/lines.py": {"select"},  # waits for a line while a timer runs; it opens nothing
    "screen/terminal/in_place.py": {"select"},  # waits for what the terminal answers
}


@cache
def tree(path: Path) -> ast.Module:
    """Read a source file as syntax."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(module: ast.Module) -> Iterator[str]:
    """Give the full names that a module imports, wherever in it; relative ones begin with dots."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = "." * node.level + (node.module or "")
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def tops(module: ast.Module) -> set[str]:
    """Give the first names of what a module imports from elsewhere."""
    return {name.split(".")[0] for name in imports(module) if not name.startswith(".")}


def calls(module: ast.Module) -> Iterator[str]:
    """Give what a module calls, by the last name or, for `a.b()` and `a().b()`, the last two."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id=name):
                    yield name
                case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name):
                    yield f"{owner}.{name}"
                case ast.Attribute(value=ast.Call(func=ast.Name(id=owner)), attr=name):
                    yield f"{owner}().{name}"
                case ast.Attribute(attr=name):
                    yield f".{name}"


def part_of(name: str) -> str:
    """Return the package or loose module that a file belongs to: `screen` for `screen/plain/front.py`."""
    return name.split("/")[0].removesuffix(".py")


def touching(module: ast.Module) -> set[str]:
    """Give the calls of a module by which a file could be read, written or looked for."""
    return {called for called in calls(module) if called.rpartition(".")[2] in DISK_CALLS} - OPENS_A_STEP


SAMPLE = """
import os.path
from . import near
from ..far import thing
from exback.model import gates
def later():
    import rich.table as grid
    from questionary.prompts.common import InquirerControl
    open("x")
    Path("x").read_text()
    datetime.datetime.now()
    date.today()
    here.open()
    wizard.open("step")
"""


def test_the_walls_see_what_is_imported_and_called_anywhere() -> None:
    """An import inside a function, under another name or of a part of a package is seen, and so are calls."""
    sample = ast.parse(SAMPLE)
    assert {"os.path", "exback.model.gates", "rich.table", "questionary.prompts.common.InquirerControl"} <= set(
        imports(sample)
    )
    assert tops(sample) == {"os", "exback", "rich", "questionary"}
    assert {"open", "datetime.now", "date.today"} <= set(calls(sample))
    assert touching(sample) == {"open", "Path().read_text", "here.open"}


def test_there_is_something_to_look_at() -> None:
    """The walls are tested on the files of this checkout, not on none."""
    assert {"model/journey.py", "store/store.py", "screen/terminal/front.py", "cli/everyday.py"} <= set(CORE)
    assert {"__init__.py", "companion/urge.py", "reattraction/one_invitation.py"} <= set(CONTENT)


def test_only_the_screen_knows_a_terminal() -> None:
    """What draws and asks is imported by the screen alone, so that all else runs without a terminal."""
    assert [name for name in outside("screen/") if tops(tree(SOURCE / name)) & TERMINAL] == []


def test_only_the_command_line_knows_typer() -> None:
    """Commands are parsed in one place."""
    assert [name for name in outside("cli/") if tops(tree(SOURCE / name)) & {"typer", "click"}] == []


def test_only_the_store_touches_the_disk() -> None:
    """Outside the store nothing reads or writes files; the few that name a path or the environment are listed above."""
    for name in outside("store/"):
        module = tree(SOURCE / name)
        assert tops(module) & DISK <= MAY_NAME_PATHS_AND_ENVIRONMENT.get(part_of(name), set()), name
        assert all(what == "io.StringIO" for what in imports(module) if what.split(".")[0] == "io"), name
        assert touching(module) <= MAY_CALL.get(name, set()), name


def test_only_the_loader_imports_by_name() -> None:
    """Nothing goes around the walls by importing what it names in a string; the loader of steps must."""
    assert [name for name in outside("loader.py") if "importlib" in tops(tree(SOURCE / name))] == []
    by_name = {"__import__", "eval", "exec"}
    assert [name for name in CORE if by_name & set(calls(tree(SOURCE / name)))] == []


def test_only_the_edge_reads_the_clock() -> None:
    """Everything is told the time; nothing but `clock` asks one, so that every day can be tried."""
    assert [name for name in outside("clock.py") if CLOCKS & set(calls(tree(SOURCE / name)))] == []


def test_nothing_knows_a_network() -> None:
    """What someone writes stays with them: no file can open a connection."""
    for name in CORE:
        assert tops(tree(SOURCE / name)) & NETWORK <= MAY_WAIT.get(name, set()), name
    assert [name for name in CONTENT if tops(tree(STEPS / name)) & NETWORK] == []


def test_a_step_imports_the_vocabulary_and_nothing_else_of_exback() -> None:
    """A step is content: of exback it knows the words it is written in, and no engine."""
    for name in CONTENT:
        parts = [what.split(".") for what in imports(tree(STEPS / name))]
        of_exback = [part for part in parts if part[0] == "exback"]
        assert all(part[1] == "model" and part[2] in VOCABULARY for part in of_exback), name


def test_a_step_is_pure() -> None:
    """A step reads no file, no clock and no terminal, and depends on nothing that exback does not bring."""
    for name in CONTENT:
        module = tree(STEPS / name)
        assert not tops(module) & {*DISK, *TERMINAL, "typer", "sys", "subprocess", "random", "importlib", "time"}, name
        assert not CLOCKS & set(calls(module)), name
        assert not {"open", "print", "input", "eval", "exec", "__import__"} & set(calls(module)), name


def test_a_module_is_named_for_what_it_is_about() -> None:
    """No module is a drawer for what found no other place."""
    drawers = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [name for name in (*CORE, *CONTENT) if drawers & set(Path(name).with_suffix("").parts)] == []


def outside(part: str) -> list[str]:
    """Return the files of exback that aren't in a part, named by its folder or its file."""
    return [name for name in CORE if not name.startswith(part)]
