"""How many instructions a start takes, as ratios to `python -c pass`: the same on a busy machine as on an idle one.

Counted by cachegrind. What the system does to start a process is not counted, so these ratios are higher than those of
time, and have ceilings of their own: what was measured when the budgets of time were kept, and a tenth more.
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
CEILINGS: Mapping[str, float] = MappingProxyType(
    {"--version": 1.7, "crisis": 3.0, "status --short": 3.6, "status": 10.3}
)


class NotHere(Exception):
    """There is no valgrind on this machine, or it does not work."""


def main() -> None:
    """Count and print."""
    with tempfile.TemporaryDirectory() as folder:
        move_in(Path(folder))
        try:
            print(f"{'command':34} {'x bare Python':>14} {'ceiling':>8}   instructions, the same every time")
            for line, ratio in ratios(Path(folder)).items():
                print(f"{f'exback {line}':34} {ratio:14.2f} {CEILINGS[line]:8}")
            print(f"first prompt against a bare one, both left again: {prompt_ratio(Path(folder)):.2f}")
        except NotHere as reason:
            print(reason)


def ratios(home: Path) -> dict[str, float]:
    """Give the ratio of each command to bare Python, for somebody whose home is a folder. Raises NotHere."""
    bare = counted(BARE, home)
    return {line: counted((*EXBACK, *line.split()), home) / bare for line in CEILINGS}


def counted(command: Sequence[str], home: Path) -> int:
    """Give the instructions that a command takes, once its modules have been compiled. Raises NotHere."""
    _must_be_here()
    subprocess.run(command, check=True, capture_output=True, env=environment(home))
    words = (*VALGRIND, *command)
    return _count(subprocess.run(words, check=False, capture_output=True, text=True, env=environment(home)).stderr)


def prompt_ratio(home: Path) -> float:
    """Give the ratio of `exback urge`, left at its first question, to a bare prompt that is left. Raises NotHere."""
    return _left(home, *EXBACK, "urge") / _left(home, *BARE_PROMPT)


def _left(home: Path, *command: str) -> int:
    _must_be_here()
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        words = [*VALGRIND[1:], f"--log-file={log}", *command]
        child = pexpect.spawn(VALGRIND[0], words, env=environment(home), encoding="utf-8", timeout=120)
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
