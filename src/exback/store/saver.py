"""Saving the progress file: under a lock, read back before it is written, and with the version before it kept as a copy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from msgspec import structs

from exback.errors import StoreError, Uncertain
from exback.model.dates import day_of
from exback.model.journey import Journey
from exback.model.run import Run, replaced
from exback.store import atomic, backups, fsync, inventory, permissions, purge
from exback.store.codec import Codec
from exback.store.concurrent_saves import Versions, rebased
from exback.store.encoder import Encoder
from exback.store.file_lock import locked, locking
from exback.store.paths import VERSION
from exback.store.progress import Decoded, Progress
from exback.store.reader import Reader

ATTEMPTS = 5
NO_BACKUP = "Your words are saved, but exback couldn't keep a copy of the file from before: {reason}."
WRITTEN_ANEW = "Your progress file had disappeared, so exback wrote it again from this window."
NOT_BURNT = "What you deleted may still be in a file that exback can't change: {path}"


class Saver:
    """Saves what is made of the progress that a reader reads, and keeps what another program has saved meanwhile."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._encoder = Encoder()
        self._is_swept = False
        self._day_kept: date | None = None

    def must_take_a_save(self) -> None:
        """Refuse a place in which nothing could be saved, and warn of others who may write there. Raises StoreError.

        Everything that a save needs is loaded here, so an update of exback in another window can't break it. Only what asks
        for the passphrase of a file that another window locks meanwhile is loaded later.
        """
        import secrets  # noqa: F401  # names temporary files

        import exback.store.strict_decode  # noqa: F401  # reads what another program has saved meanwhile

        locking()
        permissions.check_home(self._reader.home)
        atomic.must_be_file(self._reader.path)
        permissions.must_take_a_save(*permissions.save_folders(self._reader.path))
        self._warn_of_others()

    def change(self, change: Callable[[Progress], Progress], before: str = "", patience: float | None = None) -> None:
        """Save what a change makes of the progress. Raises StoreError, and then nothing is changed.

        `change` is called again if a program that doesn't use the lock has written meanwhile. `before` names a change
        of everything at once; a copy is kept before it. `patience` is as in `hold_lock`.
        """
        self._until_saved(lambda progress: self._save(progress, change(progress), before), patience)

    def put(self, run: Run, patience: float | None = None) -> None:
        """Save a run in place of its older self, together with what another program has made of it. Raises StoreError."""
        reader, saved = self._reader, run

        def with_run(progress: Progress) -> Progress:
            nonlocal saved
            there = progress.run(run.id)
            as_given = there if reader.given is None else reader.given.run(run.id)
            knew, ours = reader.own.get(run.id, (as_given, as_given))
            next_number = Journey(progress.runs, run.started).next_number if reader.others_wrote else 0
            saved = rebased(Versions(knew, run, ours, there), next_number)
            return structs.replace(progress, runs=list(replaced(progress.runs, saved)))

        self.change(with_run, patience=patience)
        reader.own[run.id] = run, saved

    def turn(self, codec: Codec, turn_copies: Callable[[Path], None]) -> None:
        """Save the file with another codec from now on. Raises StoreError; it is kept as before then.

        `turn_copies` is called with the file when the new bytes are safe beside it and only have to be put in its place;
        it may be called again, as with `change`.
        """
        self._until_saved(lambda progress: self._turn(progress, codec, turn_copies))

    @contextmanager
    def hold_lock(self, patience: float | None = None) -> Iterator[None]:
        """Hold the lock, after at most `patience` seconds. Raises StoreError, also for any OSError in the block."""
        with (
            permissions.could_not("exback couldn't save", self._reader.path),
            locked(self._reader.home, self._reader.refuse_erased, patience),
        ):
            self._reader.keep_watch()
            self._warn_of_others()
            self._sweep()
            yield

    def proven(self, progress: Progress, codec: Codec | None = None) -> bytes:
        """Return the bytes to save, read back before the disk is touched. Raises Unwritable.

        `codec` seals them, by default the one that the file is kept with.
        """
        keeping, path = codec or self._reader.keeping, self._reader.path
        with suppress(ValueError, TypeError, RecursionError, StoreError):  # half a letter, a type that no file has
            plain = self._encoder.proven(progress)
            sealed = keeping.seal(plain)
            if keeping.open(sealed, path) == plain and len(sealed) <= atomic.LARGEST:
                return sealed
        raise permissions.not_saved("the answer couldn't be read back as you wrote it", path)

    def keep_mark(self) -> None:
        """Keep a new file as the version before the next save too: that shows that it existed, should it disappear."""
        with suppress(OSError):
            atomic.keep(permissions.real(self._reader.path), backups.previous(self._reader.home))

    def _warn_of_others(self) -> None:
        for folder in permissions.save_folders(self._reader.path):
            warning = permissions.warning_of_others(folder)
            if warning:
                self._reader.notify(warning, warns=True)

    def _now_under_lock(self) -> Progress:
        if self._reader.has_vanished():
            progress = self._reader.last_known()
            self._reader.loaded = Decoded(progress)
            self._reader.notify(WRITTEN_ANEW)
            return progress
        return self._reader.now()

    def _until_saved(self, save: Callable[[Progress], None], patience: float | None = None) -> None:
        """Save, again whenever another program was quicker. Raises StoreError."""
        with self.hold_lock(patience):
            for _ in range(ATTEMPTS):
                with suppress(_Overtaken):
                    return save(self._now_under_lock())
        raise permissions.not_saved("another program keeps writing to your progress file", self._reader.path)

    def _turn(self, progress: Progress, codec: Codec, turn_copies: Callable[[Path], None]) -> None:
        """Save with another codec. Raises _Overtaken if another program has written meanwhile."""
        reader = self._reader
        assert reader.loaded is not None
        state, fresh = reader.loaded.state, structs.replace(progress, revision=progress.revision + 1)
        data = self.proven(fresh, codec)

        def last(target: Path) -> None:
            self._must_be(state)
            turn_copies(target)
            self._must_be(state)  # the copies take their time

        try:
            atomic.replace(reader.path, data, last)
        except Uncertain:
            reader.codec = codec
            raise
        reader.codec = codec
        reader.saved(fresh)

    def _must_be(self, state: atomic.FileState | None) -> None:
        """Check that the file is still the one that was read. Raises _Overtaken."""
        if atomic.file_state(self._reader.path) != state:
            raise _Overtaken

    def _save(self, progress: Progress, fresh: Progress, before: str) -> None:
        """Save with the next number. Raises _Overtaken if another program has written meanwhile."""
        reader = self._reader
        loaded = reader.loaded
        assert loaded is not None
        fresh = structs.replace(fresh, revision=progress.revision + 1)
        data = self.proven(fresh)
        burnt_now = purge.newly_burnt(fresh.runs, progress.runs)
        reason = before or ("migration" if loaded.version < VERSION else "")
        is_foreign = bool(loaded.remarks) or reader.is_older or reader.lock_is_undone
        self._clean_copies(burnt_now)

        def last(target: Path) -> None:
            self._must_be(loaded.state)
            self._keep_copies(target, loaded.state, reason, is_burning=bool(burnt_now), is_foreign=is_foreign)

        atomic.replace(reader.path, data, last)
        if reason and not before:  # the copy before a merge stays whole: the other file may burn what is wanted here
            self._clean_copies(burnt_now)
        if loaded.state is None:
            self.keep_mark()
        reader.saved(fresh)
        reader.is_older = reader.lock_is_undone = False

    def _keep_copies(
        self, target: Path, state: atomic.FileState | None, reason: str, *, is_burning: bool, is_foreign: bool
    ) -> None:
        """Keep the file that is about to be replaced. Raises StoreError.

        The version before a file that `is_foreign`, or is not there, is the last that exback wrote, and gets a number.
        """
        home, today = self._reader.home, day_of(self._reader.clock())
        if reason and state is not None:
            backups.keep_before(home, target, reason, today)
        if is_burning:  # what is burnt now is still in the version before
            return
        try:
            if state is None or is_foreign:
                backups.number_previous(home, today)
            if state is None:
                return
            atomic.keep(target, backups.previous(home))
            if self._day_kept != today:
                backups.keep_first_of_day(home, target, today)
                self._day_kept = today
        except OSError as error:  # the new words weigh more than a second copy of the old ones
            self._reader.notify(NO_BACKUP.format(reason=permissions.reason(error)))

    def _clean_copies(self, burnt_now: dict[str, Run]) -> None:
        """Remove what was burnt now from the older copies, and name the files that may still have it."""
        for role, path in inventory.beside(self._reader.path) if burnt_now else ():
            is_copy = role in (inventory.Role.BACKUP, inventory.Role.ASIDE)
            if not (is_copy and self._could_clean(path, burnt_now)):
                self._reader.notify(NOT_BURNT.format(path=path))

    def _could_clean(self, copy: Path, burnt_now: dict[str, Run]) -> bool:
        with suppress(OSError, StoreError):
            progress = self._reader.read(copy)
            fresh = purge.cleaned(progress, burnt_now)
            if fresh != progress:
                atomic.write_copy(copy, self.proven(fresh), copy)
            return True
        return False

    def _sweep(self) -> None:
        if not self._is_swept:
            for stale in inventory.temporaries(self._reader.path):  # also of copies that were never made
                fsync.remove(stale)
            self._is_swept = True


class _Overtaken(Exception):
    """Another program has written to the file since it was read."""
