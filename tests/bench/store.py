"""Saving and loading, as ratios to a raw durable write of the same bytes in the same run. Run by `make bench`.

The raw write is what no safe program can do without: all bytes to a new file, fsync, rename, fsync of the folder. Every
round does each once, in turn, so that a machine or a disk that slows down slows all of them; what is printed is the
median of the rounds' ratios. A budget is stated beside its figure, never enforced here.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import msgspec

from exback.model.run import Run, changed
from exback.store import Store
from exback.store.progress import Progress, encode

ROUNDS = 25
SIZES = {"0.1 MB": (100_000, "1.6"), "1 MB": (1_000_000, "3.5"), "10 MB": (10_000_000, "5.5")}
PAUSE = 0.03  # seconds; a file system still at work for the one before would be counted for the one after
FIRST = datetime(2016, 3, 2, 10, tzinfo=UTC)
STATUS = (sys.executable, "-m", "exback", "status")
PEAK = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)\n"
PEAK += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:  # on a disk: /tmp may be memory
        print(f"{'':24} {'x raw write':>12} {'budget':>8}   median of {ROUNDS} rounds (lowest, highest)")
        for name, (size, budget) in SIZES.items():
            _saves_and_loads(Path(folder) / name.replace(" ", ""), name, size, budget)
        _status(Path(folder))


def _saves_and_loads(home: Path, name: str, size: int, budget: str) -> None:
    progress = _progress(size)
    home.mkdir()
    path = home / "progress.json"
    path.write_bytes(encode(progress))
    path.chmod(0o600)
    store = Store(home)
    run = store.load().runs[-1]
    print(
        f"first save at {name}: {_time(partial(store.put, run)) * 1000:.0f} ms; it lays out every run, the later ones one"
    )
    store.put(run)
    raw, saves, loads = [], [], []
    for number in range(ROUNDS):
        data = path.read_bytes()
        raw.append(_time(partial(_durably, home, data)))
        fresh = changed(run, answers={**run.answers, "line": f"Round {number}."})
        saves.append(_time(partial(store.put, fresh)))
        loads.append(_time(Store(home).load))
    for what, times, most in (("save", saves, budget), ("load", loads, "-")):
        ratios = [one / other for one, other in zip(times, raw, strict=True)]
        took = f"{statistics.median(times) * 1000:.1f} ms against {statistics.median(raw) * 1000:.1f} ms"
        row = f"{what + ' at ' + name:24} {statistics.median(ratios):12.2f} {most:>8}"
        print(f"{row}   ({min(ratios):.2f}, {max(ratios):.2f}; {took})")


def _status(folder: Path) -> None:
    """Print the time and memory of `exback status`, against an empty file."""
    (folder / "empty").mkdir()
    homes = {"empty": folder / "empty", **{name: folder / name.replace(" ", "") for name in SIZES}}
    times: dict[str, list[float]] = {name: [] for name in homes}
    for _ in range(9):
        for name, home in homes.items():
            times[name].append(_time(partial(_run, STATUS, home)))
    for name, most in (("1 MB", "1.6"), ("10 MB", "4")):
        ratio = statistics.median(one / other for one, other in zip(times[name], times["empty"], strict=True))
        print(f"{'status at ' + name:24} {ratio:12.2f} {most:>8}   (against status without a file)")
    peak = int(_run((sys.executable, "-c", PEAK, *STATUS), homes["10 MB"])) / 1024
    print(f"{'status at 10 MB, memory':24} {peak:9.0f} MB {'120 MB':>8}")


def _progress(size: int) -> Progress:
    """Give years of entries that come to a size in bytes: check-ins, and every third a letter."""
    chance = random.Random(1)
    words = [f"word{number}" for number in range(2000)]
    runs: list[Run] = []
    written = 0
    while written < size:
        number = len(runs)
        text = " ".join(chance.choices(words, k=60))
        moment = FIRST + timedelta(hours=9 * number)
        runs.append(
            Run(
                id=f"{number:012x}",
                step="letter" if number % 3 == 0 else "check-in",
                started=moment,
                start_number=2 * number + 1,
                finished=moment,
                finish_number=2 * number + 2,
                answers={"letter": text, "fate": "keep"} if number % 3 == 0 else _check_in(text),
                reviewed=True,
            )
        )
        written += len(msgspec.json.format(msgspec.json.encode(runs[-1]), indent=2)) + 60
    return Progress(revision=len(runs), runs=runs)


def _check_in(text: str) -> dict[str, None | bool | int | str | list[str]]:
    return {"mood": 4, "longing": 8, "sleep": 5, "happened": ["looked"], "line": text[:200]}


def _durably(folder: Path, data: bytes) -> None:
    handle = os.open(folder / "raw.tmp", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.write(handle, data)
    os.fsync(handle)
    os.close(handle)
    (folder / "raw.tmp").replace(folder / "raw")
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def _run(words: tuple[str, ...], home: Path) -> str:
    done = subprocess.run(
        words, check=True, capture_output=True, text=True, env={**os.environ, "EXBACK_HOME": str(home)}
    )
    return done.stdout


def _time(work: Callable[[], object]) -> float:
    time.sleep(PAUSE)
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
