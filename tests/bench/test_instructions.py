"""Starting exback takes no more than it did, counted in instructions: no machine is too busy for that."""

from __future__ import annotations

from pathlib import Path

from bench import instructions
from bench.conftest import counting


def test_starting_takes_no_more_than_it_did(lived_in: Path) -> None:
    """The quick commands keep to their ceilings, as ratios to loading the libraries they need."""
    with counting():
        found = instructions.ratios(lived_in)
        too_slow = {line: round(ratio, 3) for line, ratio in found.items() if ratio > instructions.CEILINGS[line]}
        assert too_slow == {}
        assert all(ratio > 1 for ratio in found.values())


def test_the_first_prompt_takes_little_more_than_a_bare_one(lived_in: Path) -> None:
    """It has the steps to load, a file to read and a page to draw, and keeps to its budget."""
    with counting():
        assert 1 < instructions.prompt_ratio(lived_in) <= instructions.PROMPT_CEILING
