"""What a locked file costs: opening it once, and sealing it at every save. Run by `make bench`.

Opening is meant to cost time, since it costs whoever guesses passphrases as much. A save has the key in memory.
Ratios are to the same work on a file that is open, in the same round; what is printed is their median.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.sealed import CODE, PASSPHRASE, handed_over

from exback.model.run import Run
from exback.store import Progress, Store
from exback.store.decode import decode
from exback.store.envelope import Key, new_key, seal, unlock, unseal
from exback.store.progress import encode
from exback.store.rekey import lock

ROUNDS = 7
SIZES = (0.1, 1, 10)
MOMENT = datetime(2026, 3, 2, tzinfo=UTC)


def main() -> None:
    """Measure and print."""
    key = new_key(PASSPHRASE, CODE)
    small = seal(key, encode(Progress()))
    opening = [_seconds(lambda: unlock(PASSPHRASE, small, "p")) for _ in range(ROUNDS)]
    print(f"{'opening, once a command':44} {statistics.median(opening):6.2f} s   (about 0.27 s is meant)")
    print(f"{'exback status, locked to open':44} {_median(_status(key)):6.1f} x")
    for size in SIZES:
        plain = encode(_progress(size))
        sealed = seal(key, plain)
        print(f"{f'encoding {size} MB, sealed to plain':44} {_median(_sealing(key, plain)):6.1f} x")
        print(f"{f'reading {size} MB, sealed to plain':44} {_median(_reading(key, plain, sealed)):6.1f} x")


def _status(key: Key) -> Callable[[], float]:
    def ratio() -> float:
        with tempfile.TemporaryDirectory() as folder:
            store = Store(Path(folder))
            store.put(Run(id="a", step="urge", started=MOMENT))
            plain = _seconds(lambda: _exback(folder))
            lock(store, key)
            return _seconds(lambda: _exback(folder, handed_over(PASSPHRASE))) / plain

    return ratio


def _exback(folder: str, descriptor: str = "") -> None:
    words = ["--home", folder, *(["--passphrase-fd", descriptor] if descriptor else []), "status"]
    passed = (int(descriptor),) if descriptor else ()
    subprocess.run([sys.executable, "-m", "exback", *words], check=True, capture_output=True, pass_fds=passed)
    for one in passed:
        os.close(one)


def _sealing(key: Key, plain: bytes) -> Callable[[], float]:
    progress = decode(plain, "p")
    return lambda: _seconds(lambda: seal(key, encode(progress))) / _seconds(lambda: encode(progress))


def _reading(key: Key, plain: bytes, sealed: bytes) -> Callable[[], float]:
    return lambda: _seconds(lambda: decode(unseal(key, sealed, "p"), "p")) / _seconds(lambda: decode(plain, "p"))


def _progress(megabytes: float) -> Progress:
    words = "A line of somebody's words, as long as people write them. " * 17
    runs = [Run(id=f"{number:012x}", step="urge", started=MOMENT, answers={"say": words}) for number in range(1000)]
    return Progress(runs=runs[: int(megabytes * 1000)] if megabytes <= 1 else runs * int(megabytes))


def _median(ratio: Callable[[], float]) -> float:
    return statistics.median(ratio() for _ in range(ROUNDS))


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
