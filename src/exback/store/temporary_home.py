"""A temporary home folder for the demo, with a made-up progress file in it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from exback.model.run import Run
from exback.store import atomic
from exback.store.paths import FILE
from exback.store.progress import Progress, encode


@contextmanager
def temporary_home(runs: Sequence[Run]) -> Iterator[Path]:
    """Yield a private folder that has a progress file with these runs, and delete it at the end.

    It is among the system's temporary files, so a person's own words must never be in it.
    """
    with tempfile.TemporaryDirectory(prefix="exback-demo-") as folder:
        home = Path(folder).resolve()
        atomic.replace(home / FILE, encode(Progress(revision=len(runs), runs=list(runs))))
        yield home
