"""What tests share: the program, a clock that is told the time, and a person who walks."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from person import Clock, Person

from exback.catalog import load
from exback.program import Program


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
