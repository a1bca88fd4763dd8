"""Turning a page takes no more than starting Python, counted in instructions: no machine is too busy for that."""

from __future__ import annotations

from pathlib import Path

from bench import page_turns
from bench.conftest import counting


def test_turning_a_page_takes_no_more_than_starting_python(lived_in: Path) -> None:
    """The key, the answer saved and the next page drawn, together."""
    with counting():
        assert 0 < page_turns.ratio(lived_in) <= page_turns.CEILING
