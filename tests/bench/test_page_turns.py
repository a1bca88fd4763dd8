"""Turning a page takes no more than starting Python, counted in instructions: no machine is too busy for that."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench import instructions, page_turns
from bench.somebody import move_in


def test_turning_a_page_takes_no_more_than_starting_python(tmp_path: Path) -> None:
    """The key, the answer saved and the next page drawn, together."""
    move_in(tmp_path)
    try:
        ratio = page_turns.ratio(tmp_path)
    except instructions.NotHere as reason:
        pytest.skip(str(reason))
    assert 0 < ratio <= page_turns.CEILING
