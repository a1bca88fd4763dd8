"""Removing burnt answers, those deleted for good, from the older copies of the progress file too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import structs

from exback.model.run import DELETED, Run, burnt
from exback.model.safety import deleted
from exback.store.progress import Progress


def newly_burnt(fresh: Iterable[Run], before: Iterable[Run]) -> dict[str, Run]:
    """Return the runs, by id, in which something was burnt that was not burnt before."""
    old = {run.id: run.burnt for run in before}
    return {run.id: run for run in fresh if run.burnt and run.burnt != old.get(run.id)}


def cleaned(progress: Progress, burning: Mapping[str, Run]) -> Progress:
    """Return a progress without what was burnt in the runs of `burning`."""
    return structs.replace(progress, runs=[_without(run, burning.get(run.id)) for run in progress.runs])


def _without(run: Run, burning: Run | None) -> Run:
    """Return a run without what its other copy burnt, or the run itself if it has nothing of that.

    What was written after a note of its own that is as late stays, as in a merge.
    """
    if burning is None:
        return run
    if burning.is_deleted:
        return deleted(run, max(burning.burnt[DELETED], run.last_change))
    gone = {item for item, moment in burning.burnt.items() if item not in run.burnt or run.burnt[item] < moment}
    if not gone:
        return run
    bare = burnt(run, gone, run.started)
    return structs.replace(bare, burnt={**run.burnt, **{item: burning.burnt[item] for item in gone}})
