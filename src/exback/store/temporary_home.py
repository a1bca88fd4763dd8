"""A home for a made-up life: a folder that is gone as soon as nobody looks at it any more."""

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
def throwaway_home(runs: Sequence[Run]) -> Iterator[Path]:
    """Give a private folder that holds a progress file with these runs, and delete it at the end.

    It lies among the system's temporary files, where nothing that a person wrote of themselves may ever be.
    """
    with tempfile.TemporaryDirectory(prefix="exback-demo-") as folder:
        home = Path(folder).resolve()
        atomic.replace(home / FILE, encode(Progress(revision=len(runs), runs=list(runs))))
        yield home
