"""One person's progress file: load it, save a run, merge another file into it, put it aside, restore a copy."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from exback.clock import now
from exback.errors import LeadsNowhere, Locked, NotDownloaded, NothingToRestore, StoreError, TooNew, Unreadable
from exback.model.dates import day_of, in_utc
from exback.model.run import Run, after_all, burnt
from exback.model.safety import deleted
from exback.model.settings import Settings, settings_of
from exback.store import atomic, backups, permissions
from exback.store.backups import Backup
from exback.store.codec import PLAIN, Codec, is_locked, is_sealed
from exback.store.progress import Progress
from exback.store.reader import Reader

if TYPE_CHECKING:
    from exback.store.merge import MergeResult
    from exback.store.saver import Saver


class Store:
    """One person's progress, in one folder. Nothing is created before the first save.

    `codec` says how the file is saved. A locked file needs the codec that opens it. `notices` are sentences that the person
    should hear, each once; `warnings` are those among them to show before they write anything.
    """

    def __init__(self, home: Path, codec: Codec = PLAIN, clock: Callable[[], datetime] = now) -> None:
        self._reader = Reader(home, codec, clock)
        self.home, self.path, self.clock = home, self._reader.path, clock
        self.notices, self.warnings = self._reader.notices, self._reader.warnings

    @cached_property
    def _saver(self) -> Saver:
        from exback.store.saver import Saver  # with all that only a save needs

        return Saver(self._reader)

    # The file

    @property
    def codec(self) -> Codec:
        """What opens the file, and seals it."""
        return self._reader.codec

    @codec.setter
    def codec(self, codec: Codec) -> None:
        self._reader.codec = codec

    @property
    def keeping(self) -> Codec:
        """The codec to save with: a file that was read unlocked stays unlocked."""
        return self._reader.keeping

    @property
    def is_locked(self) -> bool:
        """Whether the file needs a passphrase, entered already or not."""
        return is_locked(self.path)

    def check_home(self) -> None:
        """Refuse a home that is not a folder, or whose lock file is something else. Raises StoreError."""
        permissions.check_home(self.home)

    def must_take_a_save(self) -> None:
        """Refuse a place in which nothing could be saved, and warn of others who may write there. Raises StoreError."""
        self._saver.must_take_a_save()

    # Reading

    def exists(self) -> bool:
        """Whether there is a progress file, readable or not. Raises StoreError if that can't be known."""
        return self._reader.exists()

    def load(self) -> Progress:
        """Return the progress, read again only if the file has changed. Raises StoreError; nothing is changed then."""
        return self._reader.load()

    def news(self) -> Progress | None:
        """Return the progress if another program has written to it since this was last asked, None if not. Raises StoreError.

        A run that is being saved again and again is still brought together with what it was when it was loaded.
        """
        return self._reader.news()

    def read(self, path: Path, codec: Codec | None = None) -> Progress:
        """Return the progress in another file. `codec` opens it, by default this file's own. Raises StoreError."""
        return self._reader.read(path, codec)

    def remembered(self) -> Settings:
        """Return the settings, of a locked file those that show without its passphrase, and defaults if it can't be read."""
        if self.codec is PLAIN and self.is_locked:
            from exback.store.encryption import known_settings  # loads what most people never need

            return known_settings(self.path)
        with suppress(StoreError):
            return settings_of(self._reader.current().settings)
        return Settings()

    def backups(self) -> tuple[Backup, ...]:
        """Return the older copies, the latest first, readable or not."""
        return self._reader.backups()

    def laid_aside(self) -> list[Path]:
        """Return the files that were put aside, the latest last."""
        return [copy.path for copy in reversed(self.backups()) if copy.kind == "aside"]

    # Saving

    def change(self, change: Callable[[Progress], Progress], before: str = "") -> None:
        """Save what a change makes of the progress. Raises StoreError, and then nothing is changed.

        `change` is called again if another program has written meanwhile. `before` names a change of everything at once; a
        copy is kept before it.
        """
        self._saver.change(change, before)

    def turn(self, codec: Codec, turn_copies: Callable[[Path], None]) -> None:
        """Save the file with another codec from now on. Raises StoreError; it is kept as before then.

        `turn_copies` is called with the file just before its new bytes are put in its place, and perhaps again.
        """
        self._saver.turn(codec, turn_copies)

    def put(self, run: Run, forget: Collection[str] = (), *, patience: float | None = None) -> None:
        """Save a run in place of its older self. What another exback wrote meanwhile stays. Raises StoreError.

        The answers to the questions in `forget`, and what the run itself burnt, are deleted from the older copies too. A
        copy for which that can't be done is named by a notice. `patience` is how many seconds to wait for another exback to
        finish its own save, None for the usual time.
        """
        self._saver.put(burnt(run, forget, self.clock()) if forget else run, patience)

    def forget(self, run_id: str, items: Collection[str]) -> None:
        """Delete the answers to some questions of a run, here and in every older copy. Raises StoreError."""
        run = self.load().run(run_id)
        if run is not None:
            self.put(run, items)

    def delete(self, run_id: str) -> None:
        """Delete a whole run, here and in every older copy; one with an answer about safety stays. Raises StoreError."""
        now = self.clock()

        def without(progress: Progress) -> Progress:
            runs = (deleted(run, after_all(run, now)) if run.id == run_id else run for run in progress.runs)
            return structs.replace(progress, runs=list(runs))

        self.change(without)

    def set(self, settings: Settings) -> None:
        """Save settings; those that this version doesn't know stay as they are. Raises StoreError."""
        self.change(lambda now: structs.replace(now, settings={**now.settings, **settings.saved}))

    def merge(self, other: Path, codec: Codec | None = None) -> MergeResult | None:
        """Merge another file into this one, after keeping a copy, and return what came in, None if nothing did.

        `codec` opens the other file, if it has a passphrase of its own. Raises StoreError, and then nothing is changed.
        """
        from exback.store.merge import gained, merged_into

        theirs = self.read(other, codec)
        result = gained(self.load(), theirs)
        if result is not None:
            self.change(lambda ours: merged_into(ours, theirs), "merge")
        return result

    # Putting aside, and restoring

    def begin_anew(self) -> bool:
        """Abandon a file that is gone, and leave its older copies where they are. Returns whether there were any."""
        if self.exists() or not backups.has_previous(self.home):
            return False
        with self._saver.hold_lock():
            backups.number_previous(self.home, day_of(self.clock()))
        return True

    def put_aside(self) -> Path:
        """Move the progress file to where `restore` looks for it, and return that place. Raises StoreError.

        Bytes that can't be read are moved to a place beside the file instead, as they are.
        """
        with self._saver.hold_lock():
            place = self._keep_aside()
            if self.path.is_symlink():  # a link that leads nowhere would look like a drive that is not connected
                atomic.replace(self.path, self._saver.proven(Progress()))
                self._saver.keep_mark()
            else:
                atomic.drop(self.path)
            self._reader.loaded = None
            return place

    def restore(self, copy: Path | None = None) -> Path:
        """Bring an older copy back, by default the one that was put aside last, and return the path it came from.

        The file that it replaces is put aside in turn. Raises NothingToRestore, or StoreError if the copy can't be read.
        """
        aside = self.laid_aside()
        if copy is None and not aside:
            raise NothingToRestore("Nothing was put aside, so there's nothing to restore.", path=self.home)
        with self._saver.hold_lock():
            chosen = copy or self.laid_aside()[-1]
            makes_place = self.exists() and not self._is_bare()
            data = self._bytes_of(chosen)
            if makes_place:
                self._keep_aside()
            else:  # it has vanished, or nothing was ever written into it
                backups.number_previous(self.home, day_of(self.clock()))
            atomic.replace(self.path, data)
            self._saver.keep_mark()
            self._reader.loaded = None
            if chosen in aside:
                atomic.drop(chosen)
            return chosen

    def _bytes_of(self, copy: Path) -> bytes:
        """Return a copy's bytes, sealed as the file is now. A copy with a passphrase of its own stays as it is."""
        data = atomic.read(copy) or b""
        try:
            self.read(copy)
            resealed = self.keeping.seal(self.codec.open(data, copy))
            return data if is_sealed(data) and is_sealed(resealed) else resealed
        except Locked:
            return data

    def _keep_aside(self) -> Path:
        """Keep the file where `restore` looks for it, or beside itself if it can't be read, and return that place."""
        is_damaged, today = self._is_damaged(), day_of(self.clock())
        folder = self.home / backups.BACKUPS
        with permissions.could_not("exback couldn't keep a copy", folder, whose=permissions.owner(folder)):
            backups.number_previous(self.home, today)
        if is_damaged:
            place = backups.quarantine(self.path, in_utc(self.clock()))
        else:
            place = backups.place(self.home, "aside", today)
        atomic.put_away(self.path, place)
        return place

    def _is_damaged(self) -> bool:
        """Whether the file's bytes are there and can't be read. Raises StoreError where it may not be moved."""
        try:
            self._reader.current()
        except Unreadable:
            atomic.read(self.path)  # what is no file has no bytes to move
            return True
        except (TooNew, LeadsNowhere, NotDownloaded):
            raise
        except StoreError:
            pass  # locked with a passphrase that was not given
        return False

    def _is_bare(self) -> bool:
        """Whether nothing was ever written into the file."""
        with suppress(StoreError):
            progress = self._reader.current()
            return not progress.runs and not progress.extra
        return False
