"""How soon the app's first lines come, as ratios to those of an installed exback in the same run. Run by `make app`.

What it's held against is the wheel in the environment that the app was made from. As in start_up.py, a budget is stated
and not enforced.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

from bench.somebody import ASKED, environment
from bench.start_up import FIRST_LINES, ROUNDS, time_until
from build_app import NAME, WORK

INSTALLED, APP = (str(WORK / path) for path in ("env/bin/exback", f"{NAME}/exback"))
CASES = (*FIRST_LINES.items(), ("urge", ASKED))
BUDGET = 2


def main() -> None:
    """Measure and print."""
    if sys.platform == "win32":
        print("app: not measured, because there's no terminal here to measure it in")
        return
    with tempfile.TemporaryDirectory() as folder:
        variables = environment(Path(folder))
        rounds = [
            [
                tuple(time_until(text, (program, word), variables) for program in (APP, INSTALLED))
                for word, text in CASES
            ]
            for _ in range(ROUNDS)
        ]
    print(f"{'':34} {'quickest':>8} {'median':>8} {'budget':>7}   x the installed command, {ROUNDS} rounds")
    for (word, text), pairs in zip(CASES, zip(*rounds, strict=True), strict=True):
        apps, installed = zip(*pairs, strict=True)
        ratios = median(app / other for app, other in pairs)
        name, budget = (f"{word}, first prompt", "-") if text == ASKED else (f"{word}, first line", str(BUDGET))
        print(f"{name:34} {min(apps) / min(installed):8.2f} {ratios:8.2f} {budget:>7}")


if __name__ == "__main__":
    main()
