"""What the benchmarks in CI share: someone to count for, and a way out where nothing can be counted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from bench.instructions import NotHere
from bench.somebody import move_in


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the home of someone on day 12, which nothing that is counted changes for good."""
    home = tmp_path_factory.mktemp("home")
    move_in(home)
    return home


@contextmanager
def counting() -> Iterator[None]:
    """Skip the test, with the reason, where instructions can't be counted; CI lets nothing be skipped."""
    try:
        yield
    except NotHere as reason:
        pytest.skip(str(reason))
