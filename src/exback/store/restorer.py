"""Putting the progress file aside, and bringing an older copy of it back."""

from __future__ import annotations

from pathlib import Path

from exback.errors import LeadsNowhere, Locked, NotDownloaded, NothingToRestore, StoreError, TooNew, Unreadable
from exback.model.dates import day_of, in_utc
from exback.store import atomic, backups
from exback.store.codec import is_sealed
from exback.store.progress import Progress
from exback.store.reader import Reader
from exback.store.saver import Saver


class Restorer:
    """Moves a whole progress file away or back, under the lock of the saver."""

    def __init__(self, reader: Reader, saver: Saver) -> None:
        self._reader = reader
        self._saver = saver

    def begin_anew(self) -> bool:
        """Abandon a file that is gone, and leave its older copies where they are. Returns whether there were any."""
        reader = self._reader
        if reader.exists() or not backups.has_previous(reader.home):
            return False
        with self._saver.hold_lock():
            backups.number_previous(reader.home, day_of(reader.clock()))
        return True

    def put_aside(self) -> Path:
        """Move the progress file to where `restore` looks for it, and return that place. Raises StoreError.

        Bytes that can't be read are moved to a place beside the file instead, as they are.
        """
        reader = self._reader
        with self._saver.hold_lock():
            place = self._keep_aside()
            if reader.path.is_symlink():  # a link that leads nowhere would look like a drive that is not connected
                atomic.replace(reader.path, self._saver.proven(Progress()))
                self._saver.keep_mark()
            else:
                atomic.drop(reader.path)
            reader.loaded = None
            return place

    def restore(self, copy: Path | None = None) -> Path:
        """Bring an older copy back, by default the one that was put aside last, and return the path it came from.

        The file that it replaces is put aside in turn. Raises NothingToRestore, or StoreError if the copy can't be read.
        """
        reader = self._reader
        aside = reader.laid_aside()
        if copy is None and not aside:
            raise NothingToRestore("Nothing was put aside, so there is nothing to restore.", path=reader.home)
        with self._saver.hold_lock():
            chosen = copy or reader.laid_aside()[-1]
            makes_place = reader.exists() and not self._is_bare()
            data = self._bytes_of(chosen)
            if makes_place:
                self._keep_aside()
            else:  # it has vanished, or nothing was ever written into it
                backups.number_previous(reader.home, day_of(reader.clock()))
            atomic.replace(reader.path, data)
            self._saver.keep_mark()
            reader.loaded = None
            if chosen in aside:
                atomic.drop(chosen)
            return chosen

    def _bytes_of(self, copy: Path) -> bytes:
        """Return a copy's bytes, sealed as the file is now. A copy with a passphrase of its own stays as it is."""
        reader = self._reader
        data = atomic.read(copy) or b""
        try:
            reader.read(copy)
            resealed = reader.keeping.seal(reader.codec.open(data, copy))
            return data if is_sealed(data) and is_sealed(resealed) else resealed
        except Locked:
            return data

    def _keep_aside(self) -> Path:
        """Keep the file where `restore` looks for it, or beside itself if it can't be read, and return that place."""
        reader = self._reader
        is_damaged, today = self._is_damaged(), day_of(reader.clock())
        try:
            backups.number_previous(reader.home, today)
        except OSError as error:
            raise atomic.not_kept(error, reader.home / backups.BACKUPS) from None
        if is_damaged:
            place = backups.quarantine(reader.path, in_utc(reader.clock()))
        else:
            place = backups.place(reader.home, "aside", today)
        atomic.put_away(reader.path, place)
        return place

    def _is_damaged(self) -> bool:
        """Whether the file's bytes are there and can't be read. Raises StoreError where it may not be moved."""
        try:
            self._reader.current()
        except (TooNew, LeadsNowhere, NotDownloaded):
            raise
        except Unreadable:
            atomic.read(self._reader.path)  # what is no file has no bytes to move
            return True
        except StoreError:  # locked with a passphrase that was not given
            return False
        return False

    def _is_bare(self) -> bool:
        """Whether nothing was ever written into the file."""
        try:
            progress = self._reader.current()
        except StoreError:
            return False
        return not progress.runs and not progress.extra
