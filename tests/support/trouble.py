"""What the tests of faults share: exback in a child process, how it ended, and a small file that it wrote."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from support.fork_server import piped

from exback.loader import load
from exback.model.run import Run, changed
from exback.store.decode import decode
from exback.store.progress import Progress, encode

SECRET = "quittenbaum"
PATIENCE = 20.0  # seconds; nothing here waits longer than it must, however slow the machine
EXBACK = (sys.executable, "-m", "exback")
SAVER = (sys.executable, str(Path(__file__).with_name("saver.py")))
LOCKER = (sys.executable, str(Path(__file__).with_name("locker.py")))
TEMPORARY = ".progress.json.abababab.tmp"
# The name of the temporary file is random. strace is to be told of it beforehand, so here it is always the same.
EXBACK_WITH_KNOWN_TEMPORARY = (
    sys.executable,
    "-c",
    "import secrets; secrets.token_hex = lambda size: 'ab' * size; from exback.__main__ import main; main()",
)


class Ended(NamedTuple):
    """How a child ended."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """All of its output."""
        return self.out + self.err


def environment(home: Path) -> dict[str, str]:
    """Return an environment in which the machine's time zone and language, and what it tells Python, don't matter."""
    settings = {"EXBACK_HOME": str(home), "TERM": "xterm-256color", "TZ": "UTC", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
    return {**{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}, **settings}


def exback(home: Path, *words: str, typed: str | bytes = "", command: Sequence[str] = EXBACK) -> Ended:
    """Run exback on a command line, with lines typed into it through a pipe. Fails when it hangs."""
    given = typed if isinstance(typed, bytes) else typed.encode()
    if command is EXBACK:
        code, out, err = piped(["exback", *words], environment(home), given, 3 * PATIENCE)
        return Ended(code, out.decode(), err.decode())
    done = subprocess.run(
        [*command, *words], input=given, capture_output=True, env=environment(home), timeout=3 * PATIENCE, check=False
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def startable(command: Sequence[str], variables: Mapping[str, str]) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return a command of Python, and its variables, so that it starts in any locale, wherever this checkout is.

    A .pth file names the checkout, and Python 3.11 reads it in the encoding of the locale. If it can't, because the path
    has an umlaut, Python doesn't start at all. In such a checkout it is told to read none, and where its modules are.
    """
    if variables.get("LC_ALL") == "C.UTF-8" or __file__.isascii():
        return tuple(command), dict(variables)
    folders = os.pathsep.join(folder for folder in sys.path if folder)
    return (command[0], "-S", *command[1:]), {**variables, "PYTHONPATH": folders}


def story(home: Path, *lines: str) -> Ended:
    """Go through “Your story” in plain lines, from the page it is at."""
    return exback(home, "--plain", "step", "your-story", typed="".join(f"{line}\n" for line in lines))


def whole_story(home: Path, *lines: str) -> Ended:
    """Go through “The whole story” in plain lines, from the page it is at."""
    return exback(home, "--plain", "step", "the-whole-story", typed="".join(f"{line}\n" for line in lines))


def at_reasons(home: Path) -> None:
    """Save someone's progress who is about to write the reasons."""
    home.mkdir(mode=0o700)
    run = changed(small_progress().runs[0], answers={}, drafts={})
    (home / "progress.json").write_bytes(encode(Progress(runs=[run])))
    (home / "progress.json").chmod(0o600)


def small_progress() -> Progress:
    """Return someone's progress: the whole story begun, with a wish given and a reason half written."""
    run = Run(
        id="a1b2c3",
        step="the-whole-story",
        started=datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=1))),
        answers={"wish": SECRET},
        cursor="reasons",
        drafts={"reasons": f"The {SECRET} said"},
    )
    return Progress(revision=7, runs=[run])


def small_file(home: Path) -> Path:
    """Save that progress in a folder, as exback would, and return its path."""
    home.mkdir(mode=0o700)
    path = home / "progress.json"
    path.write_bytes(encode(small_progress()))
    path.chmod(0o600)
    return path


def words_of(item_id: str, *step_ids: str) -> str:
    """Return words that identify the page of a question, by default of the story: its text, or its note."""
    steps = [load().step(step_id) for step_id in step_ids or ("your-story", "the-whole-story")]
    item = next(item for step in steps for item in step.items if item.id == item_id)
    return str(item.note if callable(item.text) else item.text)[:60]


def kept(home: Path) -> Progress:
    """Return the content of the file."""
    path = home / "progress.json"
    return decode(path.read_bytes(), path)


def others(path: Path) -> list[Path]:
    """Return what else is beside a file and its backups: at most an empty lock file, never a copy of private words."""
    places = (other for other in path.parent.rglob("*") if other != path and not other.is_dir())
    found = (other for other in places if other.parent.name != "backups" or other.name.startswith("."))
    return [other for other in found if other.lstat().st_size or other.suffix != ".lock"]


def until(true: Callable[[], bool], what: str) -> None:
    """Wait until something holds. Fails when it never does."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"it never came to this: {what}"
        time.sleep(0.02)


def has_draft(home: Path, item: str, text: str) -> bool:
    """Whether a text is in the file as a draft of the first run."""
    path = home / "progress.json"
    return path.exists() and kept(home).runs[0].drafts.get(item) == text


def assert_one_plain_sentence(ended: Ended, path: Path) -> None:
    """Check for a sentence, the path and a next step, exit code 1, no traceback and no private word."""
    assert ended.code == 1, ended
    assert SECRET not in ended.err
    assert_no_traceback(ended.said)
    sentence, where, hint = ended.err.splitlines()
    assert sentence.endswith(".")
    assert where == f"  {path}"
    assert hint.startswith("  ")
    assert hint.strip()


def without_rights() -> tuple[str, ...]:
    """Return the command that takes away root's right to read and write other users' files."""
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("root may read every file, and there is no setpriv to take that right away")
    rights = "-dac_override,-dac_read_search,-fowner"
    return ("setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}")


def complaint(ended: Ended, question: str) -> str:
    """Return what plain lines said to a refused answer, up to the next time they wait."""
    asked = ended.out.partition(question)[2]
    found = re.search(r"(?:^[^.\n]*: |ends it\.\n+)((?!Write)[A-Za-z].*[.?])$", asked, re.MULTILINE)
    assert found is not None, asked
    return found[1]


def fill(disk: Path, *, leave: int = 0) -> Path:
    """Fill a disk to its last byte but `leave`, and return the file that does it."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        with suppress(OSError):
            while file.write(b"x" * 4096):
                pass
        assert os.statvfs(disk).f_bavail == 0
        file.truncate(file.tell() - leave)
    return filler


def assert_no_traceback(said: str) -> None:
    """Check that nothing in this mentions Python, or a mistake in exback."""
    for word in ("Traceback", 'File "', "exback itself", "Unhandled exception"):
        assert word not in said


@cache
def strace() -> tuple[str, ...]:
    """Return the strace command, or skip the test with the reason why it can't be used."""
    found = shutil.which("strace")
    if found is None:
        pytest.skip("strace is not installed")
    tried = subprocess.run([found, "-f", "-o", os.devnull, "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip(f"strace may not be used here: {tried.stderr.decode().strip()}")
    return (found, "-f")


def injected(fault: str, log: Path, home: Path, *, only_temporary: bool = True) -> tuple[str, ...]:
    """Return the command that runs exback with a fault injected into its system calls.

    `fault` is what `strace -e inject=` takes. The calls are counted from the start of the process or, when
    `only_temporary`, only those that touch the temporary file of a save.
    """
    place = ("-P", str(home / TEMPORARY)) if only_temporary else ()
    only = ("-e", f"trace={fault.partition(':')[0]}", "-e", f"inject={fault}")
    return (*strace(), "-o", str(log), *place, *only, *EXBACK_WITH_KNOWN_TEMPORARY)
