"""Start-up times of whole commands, as ratios to `python -c pass` in the same run. Run by `make bench`.

Every round times all commands once, one after the other, so that a machine that slows down slows all of
them; what is printed is the median of the rounds' ratios. A budget is stated beside its figure, never
enforced here: time on a busy machine proves nothing.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pexpect

sys.path.insert(0, str(Path(__file__).parents[1]))

import program_walk
from person import Clock, Person

from exback.catalog import load

ROUNDS = 15
BARE = (sys.executable, "-c", "pass")
EXBACK = (sys.executable, "-m", "exback")
PROMPT = "from prompt_toolkit import prompt; prompt('How strong is it? ')"


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _walked(home)
        os.environ["EXBACK_HOME"] = folder
        cases: dict[str, tuple[Callable[[], float], str]] = {
            "exback --version": (_run(*EXBACK, "--version"), "1.5"),
            "exback status": (_run(*EXBACK, "status"), "8"),
            "exback status --json": (_run(*EXBACK, "status", "--json"), "-"),
            "exback crisis, first line": (_until("in danger now", *EXBACK, "crisis"), "2.5"),
            "exback urge, first line": (_until("You want to write to them", *EXBACK, "urge"), "2.5"),
            "exback urge, first prompt": (_until("hardly there", *EXBACK, "urge"), "-"),
            "a bare prompt_toolkit prompt": (_until("How strong", sys.executable, "-c", PROMPT), "-"),
        }
        ratios: dict[str, list[float]] = {name: [] for name in cases}
        for _ in range(ROUNDS):
            bare, bare_in_terminal = _run(*BARE)(), _until("x", sys.executable, "-c", "print('x')")()
            for name, (measure, _budget) in cases.items():
                in_terminal = "first" in name or "prompt" in name
                ratios[name].append(measure() / (bare_in_terminal if in_terminal else bare))
    print(f"{'command':34} {'x bare Python':>14} {'budget':>8}   median of {ROUNDS} rounds (lowest, highest)")
    for name, (_measure, budget) in cases.items():
        found = ratios[name]
        print(f"{name:34} {statistics.median(found):14.1f} {budget:>8}   ({min(found):.1f}, {max(found):.1f})")
    prompt = statistics.median(ratios["exback urge, first prompt"])
    print(f"first prompt against a bare one: {prompt / statistics.median(ratios['a bare prompt_toolkit prompt']):.2f}")


def _walked(home: Path) -> None:
    clock = Clock(datetime.now().astimezone().replace(microsecond=0) - timedelta(days=12))
    program_walk.walk(Person(load(), clock, home), list(program_walk.stage_1()))


def _run(*words: str) -> Callable[[], float]:
    def measure() -> float:
        begin = time.perf_counter()
        subprocess.run(words, check=True, capture_output=True)
        return time.perf_counter() - begin

    return measure


def _until(text: str, *words: str) -> Callable[[], float]:
    """Time from the start until a text stands in a terminal."""

    def measure() -> float:
        begin = time.perf_counter()
        child = pexpect.spawn(words[0], list(words[1:]), encoding="utf-8", timeout=60)
        child.expect_exact(text)
        took = time.perf_counter() - begin
        child.close(force=True)
        return took

    return measure


if __name__ == "__main__":
    main()
