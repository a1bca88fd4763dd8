"""What tests share: the program, a clock that is told the time, and a person who walks."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings
from support.person import Clock, Person

from exback.loader import load
from exback.model.program import Program

# The same examples in every run, or a test would fail on a day that has nothing to do with a change; the deep run looks
# for new ones. No deadline: how long an example takes says how busy the machine is.
settings.register_profile("exback", deadline=None, derandomize=not os.environ.get("EXBACK_DEEP"))
settings.load_profile("exback")

# Where Python is told to write no bytecode, every child would compile all of exback anew, and every worker all tests.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A shell that starts the tests in the background turns Ctrl-C off for them, nohup the signal of a closed window, and
# every child would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP"):  # Windows has none
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


LONGEST = (
    *("unit/check/test_check.py", "cohort/test_cohort.py", "journeys/test_boundaries_hold.py"),
    *("bench/test_instructions.py", "bench/test_page_turns.py", "journeys/test_same_file.py"),
    *("journeys/test_every_page.py", "faults/test_locking_cut_short.py", "faults/test_store_model.py"),
    *("faults/test_wrong_dates.py", "unit/insights/test_invariants.py", "journeys/test_two_evenings.py"),
)
"""Files that take long, some of them with a test or two. A worker takes on one file after the other, in this order."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest: at the end, the other workers would have nothing to do but wait for them."""
    folder = Path(__file__).parent
    ranks = {folder / name: rank for rank, name in enumerate(LONGEST)}
    items.sort(key=lambda item: ranks.get(item.path, len(ranks)))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Where a test changes the program, everything is gone through again."""
    Person.remembers = "monkeypatch" not in getattr(item, "fixturenames", ())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI nothing may be skipped: there a skip is a failure, with its reason."""
    report = yield
    if report.skipped and os.environ.get("EXBACK_CI"):
        report.outcome = "failed"
        report.longrepr = f"skipped, and in CI nothing may be: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def program() -> Program:
    """Exback's own program of steps."""
    return load()


@pytest.fixture
def clock() -> Clock:
    """A clock that stands at ten in the morning of 2 March 2026, a Monday, until it is moved."""
    return Clock()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder for a progress file, not created yet."""
    return tmp_path / "home"


@pytest.fixture
def person(program: Program, clock: Clock, home: Path) -> Person:
    """Somebody who has just begun, with their own file."""
    return Person(program, clock, home)
