"""Gives runs that a test wrote by hand the numbers that a session would have given them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec import structs

from exback.model.run import Run, changed


def numbered(runs: Sequence[Run]) -> list[Run]:
    """Number beginnings, ends and later changes in the order of their moments, as on a clock never set back."""
    if any(run.start_number for run in runs):
        return list(runs)
    numbers = {entry: number for number, entry in enumerate(sorted(_entries(runs)), 1)}
    return [_with_numbers(run, place, numbers) for place, run in enumerate(runs)]


Entry = tuple[datetime, int, int]


def _entries(runs: Sequence[Run]) -> list[Entry]:
    entries: list[Entry] = []
    for place, run in enumerate(runs):
        entries.append((run.started, place, 0))
        entries += [] if run.finished is None else [(run.finished, place, 1)]
        entries += [(earlier.until, place, 2 + at) for at, earlier in enumerate(run.history)]
    return entries


def _with_numbers(run: Run, place: int, numbers: dict[Entry, int]) -> Run:
    return changed(
        run,
        start_number=numbers[run.started, place, 0],
        finish_number=0 if run.finished is None else numbers[run.finished, place, 1],
        history=[
            structs.replace(earlier, number=numbers[earlier.until, place, 2 + at])
            for at, earlier in enumerate(run.history)
        ],
    )
