"""Lets a cohort of simulated people live with the real program, and reports. Run by `make cohort`.

    python tests/cohort --people 2000 --seed 1 --jobs 2

Exits with 1 when anything was found that should not be.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from cohort.crowd import crowd
from cohort.idle import MOST_IDLE_DAYS
from cohort.report import told


def main() -> int:
    """Let them live, print what came of it, and give the exit code."""
    asked = _arguments()
    began = time.perf_counter()
    cohort = crowd(asked.seed, range(asked.people), asked.jobs)
    print(told(cohort, time.perf_counter() - began))
    return 1 if cohort.findings or cohort.longest.longest.days > MOST_IDLE_DAYS else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Simulated people walk the real program.")
    parser.add_argument("--people", type=int, default=2000, help="how many (2000)")
    parser.add_argument("--seed", type=int, default=1, help="which ones (1)")
    parser.add_argument("--jobs", type=int, default=2, help="how many processes (2)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
