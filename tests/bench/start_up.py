"""Start-up times of whole commands, as ratios to `python -c pass` in the same run. Run by `make bench`.

Every round times all commands once, one after the other, so that a machine that slows down slows all of
them. What is printed is the ratio of the quickest runs, since other work can only ever add time, and the
median of the rounds' ratios. A budget is stated beside its figure, never enforced here: time on a busy
machine proves nothing. What is enforced are counts of instructions, see instructions.py.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pexpect

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.somebody import ASKED, BARE, BARE_PROMPT, EXBACK, environment, move_in

from exback.__main__ import FIRST_LINE

ROUNDS = 15
BARE_LINE = (sys.executable, "-c", "print('x')")
FIRST_LINES = {"crisis": "danger now", "urge": FIRST_LINE}
"""Words of the line that has to come soon, by command."""
Measure = Callable[[], float]


class Case(NamedTuple):
    """What is measured, against what, and how much of that it may take."""

    name: str
    measure: Measure
    against: str
    budget: str


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        move_in(Path(folder))
        cases = list(_cases(environment(Path(folder))))
        took: dict[str, list[float]] = {case.name: [] for case in cases}
        for _ in range(ROUNDS):
            for case in cases:
                took[case.name].append(case.measure())
    print(f"{'':34} {'quickest':>8} {'median':>8} {'budget':>7}   x what, {ROUNDS} rounds")
    for case in cases:
        if case.against:
            ratios = [one / other for one, other in zip(took[case.name], took[case.against], strict=True)]
            quickest = min(took[case.name]) / min(took[case.against])
            print(
                f"{case.name:34} {quickest:8.2f} {statistics.median(ratios):8.2f} {case.budget:>7}   x {case.against}"
            )


def _cases(variables: dict[str, str]) -> tuple[Case, ...]:
    def run(*words: str) -> Measure:
        return lambda: _run(words, variables)

    def until(text: str, *words: str) -> Measure:
        return lambda: time_until(text, words, variables)

    return (
        Case("bare Python", run(*BARE), "", ""),
        Case("exback --version", run(*EXBACK, "--version"), "bare Python", "1.5"),
        Case("exback status --short", run(*EXBACK, "status", "--short"), "bare Python", "4"),
        Case("exback status", run(*EXBACK, "status"), "bare Python", "8"),
        Case("exback status --json", run(*EXBACK, "status", "--json"), "bare Python", "-"),
        Case("exback --help", run(*EXBACK, "--help"), "bare Python", "-"),
        Case("a line of bare Python", until("x", *BARE_LINE), "", ""),
        Case(
            "exback crisis, first line", until(FIRST_LINES["crisis"], *EXBACK, "crisis"), "a line of bare Python", "2.5"
        ),
        Case("exback urge, first line", until(FIRST_LINES["urge"], *EXBACK, "urge"), "a line of bare Python", "2.5"),
        Case("a bare prompt", until(ASKED, *BARE_PROMPT), "a line of bare Python", "-"),
        Case("exback urge, first prompt", until(ASKED, *EXBACK, "urge"), "a bare prompt", "1.1"),
    )


def _run(words: tuple[str, ...], variables: dict[str, str]) -> float:
    begin = time.perf_counter()
    subprocess.run(words, check=True, capture_output=True, env=variables)
    return time.perf_counter() - begin


def time_until(text: str, words: tuple[str, ...], variables: dict[str, str]) -> float:
    """Time from the start until a text stands in a terminal."""
    begin = time.perf_counter()
    child = pexpect.spawn(words[0], list(words[1:]), env=variables, encoding="utf-8", timeout=60)
    child.expect_exact(text)
    took = time.perf_counter() - begin
    child.close(force=True)
    return took


if __name__ == "__main__":
    main()
