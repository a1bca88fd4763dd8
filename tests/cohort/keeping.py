"""Where a simulated person's progress lies: in memory, as the bytes of a file, or in a real folder."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from msgspec import structs

from exback.model.run import Run, replaced
from exback.store import Store
from exback.store.decode import decode
from exback.store.progress import Progress, encode


class Keeping(Protocol):
    """Keeps progress. `runs` is what was put so far; `read_back` gives it from bytes, and tells if it is the same."""

    runs: list[Run]

    def put(self, run: Run) -> None:
        """Keep a run in place of its older self."""

    def read_back(self) -> bool:
        """Write the whole file, read it, and go on with what came back. Gives whether it is the same."""


class InMemory:
    """The bytes of a progress file, without a disk."""

    def __init__(self) -> None:
        self.progress = Progress()
        self.runs: list[Run] = []

    def put(self, run: Run) -> None:
        """Keep a run in place of its older self."""
        self.runs = list(replaced(self.runs, run))

    def read_back(self) -> bool:
        """Write the whole file, read it, and go on with what came back. Gives whether it is the same."""
        written = structs.replace(self.progress, revision=self.progress.revision + 1, runs=self.runs)
        self.progress = decode(encode(written), "progress.json")
        self.runs = self.progress.runs
        return self.progress == written


class OnDisk:
    """A real progress file, opened anew each time it is read."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.runs: list[Run] = []

    def put(self, run: Run) -> None:
        """Keep a run in place of its older self."""
        Store(self.home).put(run)
        self.runs = list(replaced(self.runs, run))

    def read_back(self) -> bool:
        """Read the file anew and go on with what came back. Gives whether it is the same."""
        written, self.runs = self.runs, Store(self.home).load().runs
        return self.runs == written
