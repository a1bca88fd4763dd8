"""Status and insights over 0, 1 and 10 MB: as ratios to `python -c pass` and to an empty file. Run by `make bench`.

A megabyte is about a year and a half of somebody who writes every day. Each round runs every case once, so that a machine that slows
down slows all of them; printed are medians. Memory is the most that a case held at once, as the system counts it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 5
SIZES = (0, 1, 10)
COMMANDS = ("status --short", "status", "status --json", "insights", "insights --plain")
BUDGETS = {(1, "status"): "1.6", (10, "status"): "4"}
MEMORY_BUDGET = 120


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        homes = {size: Path(folder) / str(size) for size in SIZES}
        subprocess.run((sys.executable, str(Path(__file__).with_name("years.py")), folder), check=True)
        times: dict[tuple[int, str], list[float]] = {(size, words): [] for size in SIZES for words in COMMANDS}
        memory: dict[tuple[int, str], int] = {}
        bare: list[float] = []
        for _ in range(ROUNDS):
            bare.append(_run((sys.executable, "-c", "pass"), homes[0])[0])
            for (size, words), taken in times.items():
                seconds, held = _run((sys.executable, "-m", "exback", *words.split()), homes[size])
                taken.append(seconds)
                memory[size, words] = max(held, memory.get((size, words), 0))
    _told(times, memory, statistics.median(bare))


def _told(times: dict[tuple[int, str], list[float]], memory: dict[tuple[int, str], int], bare: float) -> None:
    print(f"{'command':20} {'MB':>3} {'x bare Python':>14} {'x empty file':>13} {'budget':>7} {'MB held':>8}")
    for (size, words), taken in times.items():
        took, empty = statistics.median(taken), statistics.median(times[0, words])
        budget = BUDGETS.get((size, words), "-")
        print(
            f"{words:20} {size:3} {took / bare:14.1f} {took / empty:13.2f} {budget:>7} {memory[size, words] / 1024:8.0f}"
        )
    print(f"memory at 10 MB: budget {MEMORY_BUDGET} MB; median of {ROUNDS} rounds")


def _run(words: tuple[str, ...], home: Path) -> tuple[float, int]:
    """Give the seconds that a command took, and the most memory it held, in KB.

    The system counts what the parent held before the command began, so this process must stay a small one.
    """
    environment = {**os.environ, "EXBACK_HOME": str(home), "TERM": "xterm-256color", "COLUMNS": "80"}
    begin = time.perf_counter()
    with subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL) as child:
        _pid, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0, words
    return time.perf_counter() - begin, usage.ru_maxrss


if __name__ == "__main__":
    main()
