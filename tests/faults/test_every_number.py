"""Every fault on the list is tested: its number is a marker on a test."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
FAULTS = {*range(1, 66), *range(69, 78), 80, *range(83, 86)}
"""The numbers of FAULTS.md that have landed. The others come with the issues that name them."""

COLLECT = """
import sys, pytest
class Numbers:
    def pytest_collection_finish(self, session):
        found = {mark.args[0] for item in session.items for mark in item.iter_markers("fault")}
        print("numbers:", *sorted(found))
sys.exit(pytest.main([*sys.argv[1:], "--collect-only", "--quiet", "--quiet"], plugins=[Numbers()]))
"""


def test_each_fault_has_a_test() -> None:
    """Every number on the list is on a test, and every number on a test is on the list."""
    folders = [str(TESTS / name) for name in ("faults", "terminal", "unit")]
    done = subprocess.run(
        [sys.executable, "-c", COLLECT, *folders], cwd=TESTS.parent, capture_output=True, text=True, check=False
    )
    said = next(line for line in done.stdout.splitlines() if line.startswith("numbers:"))
    assert set(map(int, said.split()[1:])) == FAULTS
