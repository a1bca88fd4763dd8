"""What is loaded for the commands that must not keep anybody waiting. A module that is not listed here fails the test:
either it can wait until it is needed, or it is worth its time to everybody, and is added with a thought.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from exback import store
from exback.store.progress import Progress
from exback.store.store import Store

WAY_IN = {"exback", "exback.__main__"}
SAYING = {"exback.console", "exback.errors"}
SHORT = {
    *(
        "exback.signals",
        "exback.clock",
        "exback.cli",
        "exback.cli.fast_path",
        "exback.commands.environment",
        "exback.commands",
        "exback.commands.status_short",
    ),
    *("exback.loader", "exback.model", "exback.model.timeline", "exback.model.dates"),
    *("exback.store", "exback.store.paths", "exback.store.atomic"),
    "exback.store.core_dumps",  # before anything private is read
    *("exback.store.permissions", "exback.store.fsync"),  # what `atomic` needs; they load nothing more
}
LOADED = {
    "--version": WAY_IN | SAYING,
    "crisis": WAY_IN | SAYING | {f"exback.commands{name}" for name in ("", ".countries", ".crisis", ".helplines")},
    "status --short": WAY_IN | SAYING | SHORT,
}
SLOW = {"typing", "dataclasses", "inspect", "asyncio", "logging", "subprocess", "socket"}
"""What Python brings along, and takes as long to load as all that a prompt may wait for."""

RUN = """
import atexit, sys
sys.argv = ["exback", *{words!r}]
atexit.register(lambda: print(*sorted(sys.modules), sep="\\n", file=sys.stderr))
from exback.__main__ import run
sys.exit(run(sys.argv[1:]))
"""
AT_THE_FIRST_LINE = """
import io, sys
class Screen(io.StringIO):
    def isatty(self):
        return True
    def write(self, text):
        if "Give it ten minutes first." in text:
            print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
            raise KeyboardInterrupt
sys.argv, sys.stdout = ["exback", "urge"], Screen()
from exback.__main__ import run
sys.exit(run(sys.argv[1:]))
"""


def loaded(code: str, **environment: str) -> set[str]:
    """Give the modules that a child names on stderr, without those that Python loads for every program."""
    return _named(code, environment) - _named(
        "import sys, io, atexit; print(*sys.modules, file=sys.stderr)", environment
    )


def _named(code: str, environment: dict[str, str]) -> set[str]:
    usual = {name: value for name, value in os.environ.items() if name not in {"EXBACK_HOME", "XDG_DATA_HOME"}}
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env={**usual, **environment}
    )
    return set(ended.stderr.split())


def foreign(modules: set[str]) -> set[str]:
    """Give those that Python does not bring along."""
    return {name for name in modules if name.partition(".")[0] not in sys.stdlib_module_names}


@pytest.mark.parametrize("line", LOADED)
def test_nothing_else_is_loaded(line: str, home: Path) -> None:
    """Of exback and of others only what is listed."""
    assert foreign(loaded(RUN.format(words=line.split()), EXBACK_HOME=str(home))) == LOADED[line]


def test_the_short_line_loads_nothing_slow(home: Path) -> None:
    """Of what Python brings along, only what is quick."""
    assert not SLOW & loaded(RUN.format(words=["status", "--short"]), EXBACK_HOME=str(home))


def test_where_no_folder_is_named_the_short_line_asks_where_it_lies(tmp_path: Path) -> None:
    """Which one library knows for each system, and nothing more is loaded for it."""
    modules = foreign(loaded(RUN.format(words=["status", "--short"]), HOME=str(tmp_path)))
    assert {name for name in modules if name.partition(".")[0] != "platformdirs"} == LOADED["status --short"]
    assert "platformdirs" in modules


def test_the_first_line_of_the_moment_stands_before_anything_is_loaded() -> None:
    """When somebody wants to write, the first thing on the screen waits for nothing."""
    assert loaded(AT_THE_FIRST_LINE, TERM="xterm-256color") == {*WAY_IN, "gc"}


def test_the_store_is_whole_when_it_is_asked_for() -> None:
    """What is put off is what it would have been, and what does not exist is said not to."""
    assert store.Store is Store
    assert store.Progress is Progress
    with pytest.raises(AttributeError, match="Sotre"):
        _ = store.Sotre


AFTER_THE_FIRST_PAGE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from exback.model.journey import Run
from exback.store import Store
store = Store(Path({home!r}))
run = Run(id="a", step="urge", started=datetime(2026, 3, 2, tzinfo=UTC))
store.put(run)
store.load()
store.must_take_a_save()
before = set(sys.modules)
store.path.write_text(store.path.read_text().replace("urge", "look"))  # no longer what exback would write
store.put(Run(id="b", step="urge", started=run.started))
print(*sorted(set(sys.modules) - before), sep="\\n")
"""


def test_a_save_loads_nothing_once_somebody_writes(home: Path) -> None:
    """Not even where another program has changed the file: an update of exback meanwhile stands in no save's way."""
    code = AFTER_THE_FIRST_PAGE.format(home=str(home))
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ended.stdout.strip(), ended.stderr) == ("", "")
