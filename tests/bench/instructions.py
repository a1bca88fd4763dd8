"""How many instructions a start takes: the same on a busy machine as on an idle one. Counted by cachegrind.

Two ratios are printed. The one to `python -c pass` is what people wait for, but it depends on how Python was built: it's
10.4 for `status` with one Python 3.11 and 11.0 with another. So what is enforced is the ratio to a reference that does
what the command can't do without: it loads the same libraries, and for `status` also draws a table. Two builds that
differ by a fifth in instructions differ by less than a hundredth in this ratio.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import pexpect

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.somebody import ASKED, BARE, BARE_PROMPT, CTRL_C, EXBACK, environment, move_in

VALGRIND = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")
COUNTED = re.compile(r"I\s+refs:\s+([\d,]+)")
REFERENCE = """
import gc
gc.set_threshold(200_000)
import runpy
{work}
gc.freeze()
"""
"""Starts Python as `python -m exback` does, and collects garbage as rarely."""
QUICK_LIBRARIES = "import contextlib, datetime, importlib.util, json, pathlib, platformdirs, resource, signal"
PAGE = """
import contextlib, datetime, functools, glob, importlib.util, pathlib, platformdirs, resource, shlex, shutil, signal
import io, typing, unicodedata
import msgspec, rich.columns, rich.console, rich.table, rich.text
table = rich.table.Table("What", "How many")
for number in range(20):
    table.add_row("some words here", str(number))
rich.console.Console(file=io.StringIO(), width=80).print(table)
"""
WORK: Mapping[str, str] = MappingProxyType(
    {
        "--version": "",
        "crisis": "import contextlib, re, typing",
        "status --short": QUICK_LIBRARIES,
        "status": PAGE,
    }
)
"""What each command can't do without. A library that isn't named here counts as exback's own."""
CEILINGS: Mapping[str, float] = MappingProxyType(
    {"--version": 1.17, "crisis": 1.3, "status --short": 1.175, "status": 1.26}
)
"""Ratios to the references: the highest measured with four builds of Python, 3.11 to 3.13, and two hundredths more."""
PROMPT_CEILING = 1.3
"""The ratio of the first prompt of `exback urge` to a bare one, each from its start until it was left."""


class NotHere(Exception):
    """There is no valgrind on this machine, or it doesn't work."""


def main() -> None:
    """Count and print."""
    with tempfile.TemporaryDirectory() as folder:
        move_in(Path(folder))
        try:
            print(f"{'command':24} {'x bare Python':>14} {'x its reference':>16} {'ceiling':>8}   instructions")
            bare = counted(BARE, Path(folder))
            for line, ratio in ratios(Path(folder)).items():
                to_bare = counted((*EXBACK, *line.split()), Path(folder)) / bare
                print(f"{f'exback {line}':24} {to_bare:14.2f} {ratio:16.3f} {CEILINGS[line]:8}")
            print(f"first prompt against a bare one, both left again: {prompt_ratio(Path(folder)):.3f}")
        except NotHere as reason:
            print(reason)


def ratios(home: Path) -> dict[str, float]:
    """Return the ratio of each command to its reference, for someone whose home is a folder. Raises NotHere."""
    return {line: counted((*EXBACK, *line.split()), home) / counted(reference(line), home) for line in WORK}


def reference(line: str) -> tuple[str, ...]:
    """Return the command that does what a command line of exback can't do without."""
    return (sys.executable, "-c", REFERENCE.format(work=WORK[line]))


def counted(command: Sequence[str], home: Path) -> int:
    """Return the instructions that a command takes, once its modules have been compiled. Raises NotHere.

    It runs in the person's home, since Python lists the folder that it's started in.
    """
    _must_be_here()
    variables = environment(home)
    subprocess.run(command, check=True, capture_output=True, cwd=home, env=variables)
    words = (*VALGRIND, *command)
    return _count(subprocess.run(words, check=False, capture_output=True, text=True, cwd=home, env=variables).stderr)


def prompt_ratio(home: Path) -> float:
    """Return the ratio of `exback urge`, left at its first question, to a bare prompt that is left. Raises NotHere."""
    return _left(home, *EXBACK, "urge") / _left(home, *BARE_PROMPT)


def _left(home: Path, *command: str) -> int:
    return in_a_window(home, command, leaves=True)


def in_a_window(home: Path, command: Sequence[str], *, leaves: bool = False) -> int:
    """Return the instructions that a command takes in a terminal. Raises NotHere.

    It ends by itself, or it's left with Ctrl-C once it has asked how strong the urge is.
    """
    _must_be_here()
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        words = [*VALGRIND[1:], f"--log-file={log}", *command]
        child = pexpect.spawn(VALGRIND[0], words, env=environment(home), encoding="utf-8", timeout=120)
        if leaves:
            child.expect_exact(ASKED)
            child.send(CTRL_C)
        child.expect(pexpect.EOF)
        child.close()
        return _count(log.read_text(encoding="utf-8"))


def _must_be_here() -> None:
    if shutil.which(VALGRIND[0]) is None:
        raise NotHere("valgrind is not installed, so no instructions are counted")


def _count(said: str) -> int:
    found = COUNTED.search(said)
    if found is None:
        raise NotHere(f"valgrind could not count: {said.strip()[-200:]}")
    return int(found[1].replace(",", ""))


if __name__ == "__main__":
    main()
