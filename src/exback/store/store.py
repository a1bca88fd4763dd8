"""The progress file: load it, put one run into it, set it aside, bring it back."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from msgspec import structs

from exback.errors import NothingToRestore, StoreError, Unreadable, Unwritable
from exback.journey import Run, replaced
from exback.settings import Settings
from exback.store import durable
from exback.store.lock import locked
from exback.store.names import FILE as FILE  # whoever works with a Store may want it
from exback.store.progress import Progress, decode, encode

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
        with locked(self.home):
            durable.sweep(self.path)
            progress = self.load()
            runs = list(replaced(progress.runs, run))
            fresh = structs.replace(progress, revision=progress.revision + 1, runs=runs)
            durable.replace(self.path, self._proven(fresh))
            self._loaded = (self._signature(), fresh)

    def set(self, settings: Settings) -> None:
        """Save settings; those that this version does not know stay as they are. Raises StoreError."""
        with locked(self.home):
            durable.sweep(self.path)
            progress = self.load()
            kept = {**progress.settings, **structs.asdict(settings)}
            fresh = structs.replace(progress, revision=progress.revision + 1, settings=kept)
            durable.replace(self.path, self._proven(fresh))
            self._loaded = (self._signature(), fresh)

    def put_aside(self) -> Path:
        """Move the progress file to where `restore` finds it, readable or not, and give that place."""
        with locked(self.home):
            return self._put_aside()

    def laid_aside(self) -> list[Path]:
        """Give the files that were put aside, in the order in which that happened."""
        return sorted((self.home / ASIDE).glob("progress-*.json"))

    def restore(self) -> Path:
        """Bring back what was put aside last; a file that stands in its place is put aside in turn.

        Gives the path it came from. Raises NothingToRestore, or StoreError if it cannot be read.
        """
        if not self.laid_aside():
            raise NothingToRestore("Nothing was put aside, so there is nothing to restore.", path=self.home)
        with locked(self.home):
            latest = self.laid_aside()[-1]
            self._must_be_readable(latest)
            if self.exists():
                self._put_aside()
            durable.move(latest, self.path)
            self._loaded = None
            return latest

    def exists(self) -> bool:
        """Tell whether there is a progress file, readable or not."""
        return os.path.exists(self.path)  # noqa: PTH110  # a link that leads nowhere, or no permission, is no error

    def _proven(self, progress: Progress) -> bytes:
        """Give the bytes to save, read back before the disk is touched."""
        with suppress(UnicodeEncodeError, StoreError):
            data = encode(progress)
            if decode(data, self.path) == progress:
                return data
        raise Unwritable(
            "exback could not save: the answer would not be read back as it is.", path=self.path, hint=durable.HINT
        )

    def _put_aside(self) -> Path:
        """Number the places, so that their order does not hang on a clock that may be set back."""
        numbers = [int(name) for one in self.laid_aside() if (name := one.stem.partition("-")[2]).isdigit()]
        aside = self.home / ASIDE / f"progress-{max(numbers, default=0) + 1:04d}.json"
        durable.move(self.path, aside)
        self._loaded = None
        return aside

    def _must_be_readable(self, aside: Path) -> None:
        try:
            decode(durable.read(aside) or b"", aside)
        except StoreError as error:
            hint = "It was left where it is. Move it away, and exback restore brings back the one before it."
            raise Unreadable(f"What was put aside last can't be read. {error}", path=aside, hint=hint) from None

    def _signature(self) -> tuple[int, ...] | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return (found.st_ino, found.st_mtime_ns, found.st_size)
