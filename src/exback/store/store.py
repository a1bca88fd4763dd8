"""The progress file: load it, put one run into it, set it aside, bring it back."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from msgspec import structs

from exback.errors import NothingToRestore, Unwritable
from exback.journey import Run, replaced
from exback.store import durable
from exback.store.progress import Progress, decode, encode

FILE = "progress.json"
ASIDE = "aside"


class Store:
    """One person's progress, in one folder. Nothing is created before the first save."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.path = home / FILE
        self._loaded: tuple[tuple[int, ...] | None, Progress] | None = None

    def load(self) -> Progress:
        """Give what is kept, read again only if the file has changed. Raises StoreError."""
        seen = self._signature()
        if self._loaded is None or self._loaded[0] != seen:
            data = durable.read(self.path)
            self._loaded = (seen, Progress() if data is None else decode(data, self.path))
        return self._loaded[1]

    def put(self, run: Run) -> None:
        """Save a run in place of its older self. What another exback wrote meanwhile stays. Raises StoreError."""
        progress = self.load()
        runs = list(replaced(progress.runs, run))
        fresh = structs.replace(progress, revision=progress.revision + 1, runs=runs)
        data = encode(fresh)
        if decode(data, self.path) != fresh:
            raise Unwritable(
                "exback could not save: the answer would not be read back as it is.",
                path=self.path,
                hint=durable.HINT,
            )
        durable.replace(self.path, data)
        self._loaded = (self._signature(), fresh)

    def put_aside(self, now: datetime) -> Path:
        """Move the progress file to where `restore` finds it, readable or not, and give that place."""
        aside = self._free_place(now)
        durable.move(self.path, aside)
        self._loaded = None
        return aside

    def laid_aside(self) -> list[Path]:
        """Give the files that were put aside, oldest first."""
        return sorted((self.home / ASIDE).glob("progress-*.json"))

    def restore(self, now: datetime) -> Path:
        """Bring back what was put aside last; a file that stands in its place is put aside in turn.

        Gives the path it came from. Raises NothingToRestore, or StoreError if it cannot be read.
        """
        laid_aside = self.laid_aside()
        if not laid_aside:
            raise NothingToRestore("Nothing was put aside, so there is nothing to restore.", path=self.home)
        latest = laid_aside[-1]
        decode(durable.read(latest) or b"", latest)
        if os.path.lexists(self.path):
            self.put_aside(now)
        durable.move(latest, self.path)
        self._loaded = None
        return latest

    def exists(self) -> bool:
        """Tell whether there is a progress file, readable or not."""
        return os.path.lexists(self.path)

    def _free_place(self, now: datetime) -> Path:
        stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
        names = (f"progress-{stamp}{mark}.json" for mark in ("", *(f"-{n:02d}" for n in range(1, 100))))
        return next(place for name in names if not (place := self.home / ASIDE / name).exists())

    def _signature(self) -> tuple[int, ...] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return (found.st_ino, found.st_mtime_ns, found.st_size)
