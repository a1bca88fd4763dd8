"""Taking what somebody burnt out of the older copies of the file too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from msgspec import structs

from exback.errors import StoreError
from exback.model.run import Run, burnt
from exback.store import atomic
from exback.store.progress import Progress

Burnt = Mapping[str, Mapping[str, object]]


def newly_burnt(fresh: Iterable[Run], before: Iterable[Run]) -> dict[str, Run]:
    """Give the runs, by id, in which something was burnt that was not before."""
    burning = {run.id: run for run in fresh if run.burnt}
    old = {run.id: run.burnt for run in before if run.burnt}
    return {run_id: run for run_id, run in burning.items() if run.burnt != old.get(run_id, {})}


def cleaned(progress: Progress, burning: Mapping[str, Run]) -> Progress:
    """Give a progress without what was burnt in some runs."""
    return structs.replace(progress, runs=[_without(run, burning.get(run.id)) for run in progress.runs])


def clean(
    paths: Iterable[Path],
    burning: Mapping[str, Run],
    read: Callable[[Path], Progress],
    seal: Callable[[Progress], bytes],
) -> list[Path]:
    """Take what was burnt out of files, each replaced for certain, and give those for which that could not be done."""
    left = []
    for path in paths:
        try:
            progress = read(path)
            fresh = cleaned(progress, burning)
            if fresh != progress:
                rewrite(path, seal(fresh))
        except (OSError, StoreError):
            left.append(path)
    return left


def _without(run: Run, burning: Run | None) -> Run:
    """Give a run without what its other copy burnt, unless it holds nothing of that or knows it."""
    if burning is None:
        return run
    gone = {item for item, moment in burning.burnt.items() if run.burnt.get(item) != moment}
    if not gone:
        return run
    bare = burnt(run, gone, run.started)
    return structs.replace(bare, burnt={**run.burnt, **{item: burning.burnt[item] for item in gone}})


def rewrite(path: Path, data: bytes) -> None:
    """Replace a copy for certain. It keeps the moment at which it was saved, which is what people know it by. Raises StoreError."""
    found = path.stat()
    atomic.replace(path, data)
    atomic.bear_moment(path, found)
