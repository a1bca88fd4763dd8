"""Starting exback takes no more than it did, counted in instructions: no machine is too busy for that."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench import instructions
from bench.somebody import move_in


def test_starting_takes_no_more_than_it_did(tmp_path: Path) -> None:
    """The quick commands keep to their ceilings, as ratios to loading the libraries they need."""
    move_in(tmp_path)
    try:
        found = instructions.ratios(tmp_path)
    except instructions.NotHere as reason:
        pytest.skip(str(reason))
    too_slow = {line: round(ratio, 3) for line, ratio in found.items() if ratio > instructions.CEILINGS[line]}
    assert too_slow == {}
    assert all(ratio > 1 for ratio in found.values())


def test_the_first_prompt_takes_little_more_than_a_bare_one(tmp_path: Path) -> None:
    """It has the steps to load, a file to read and a page to draw, and keeps to its budget."""
    move_in(tmp_path)
    try:
        ratio = instructions.prompt_ratio(tmp_path)
    except instructions.NotHere as reason:
        pytest.skip(str(reason))
    assert 1 < ratio <= instructions.PROMPT_CEILING
