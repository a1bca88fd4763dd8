"""Saving the progress file: under a lock, read back before it is written, and with the version before it kept as a copy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from exback.errors import Erased, Locked, StoreError, Uncertain
from exback.model.dates import day_of
from exback.model.run import Run
from exback.store import atomic, backups, fsync, permissions
from exback.store.codec import Codec
from exback.store.file_lock import Watch, locked, locking, watch
from exback.store.paths import VERSION
from exback.store.progress import Decoded, Progress
from exback.store.reader import Loaded, Reader

if TYPE_CHECKING:
    from exback.store.encoder import Encoder

ATTEMPTS = 5
NO_BACKUP = "Your words are saved, but exback couldn't keep a copy of the file from before: {reason}."
WRITTEN_ANEW = "Your progress file had disappeared, so exback wrote it again from this window."
NOT_BURNT = "What you deleted may still be in a file that exback can't change: {path}"


class Saver:
    """Saves what is made of the progress that a reader reads, and keeps what another program has saved meanwhile.

    `given` is what `load` returned last, and `others_wrote` whether another program has saved since. `has_news` is whether
    one has saved what neither `load` nor `news` has returned yet.
    """

    def __init__(self, reader: Reader) -> None:
        self.given: Progress | None = None
        self.others_wrote = False
        self.has_news = False
        self._reader = reader
        self._watch: Watch | None = None
        self._is_older = False  # another program has put an older file in place of the one that was known
        self._is_swept = False
        self._day_kept: date | None = None

    @cached_property
    def _encoder(self) -> Encoder:
        from exback.store.encoder import Encoder  # here and below: only a save needs it

        return Encoder()

    def load(self) -> Progress:
        """Return the progress, read again only if the file has changed. Raises StoreError."""
        permissions.check_home(self._reader.home)
        self._refuse_erased()
        self._keep_watch()
        self.given = self._last_known() if self._has_vanished() else self._reader.current()
        self.others_wrote = self.has_news = False
        return self.given

    def news(self) -> Progress | None:
        """Return the progress if another program has written to it since this was last asked, None if not. Raises StoreError."""
        progress = self._last_known() if self._has_vanished() else self._now()
        has_news, self.has_news = self.has_news, False
        return progress if has_news else None

    def must_take_a_save(self) -> None:
        """Refuse a place in which nothing could be saved, and warn of others who may write there. Raises StoreError.

        Everything that a save needs is loaded here, so an update of exback in another window can't break it. Only what asks
        for the passphrase of a file that another window locks meanwhile is loaded later.
        """
        import secrets  # noqa: F401  # names temporary files

        import exback.store.concurrent_saves
        import exback.store.encoder
        import exback.store.purge
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
        self._until_saved(
            lambda progress: self._save(progress, _numbered(change(progress), progress), before), patience
        )

    def turn(self, codec: Codec, turn_copies: Callable[[Path], None]) -> None:
        """Save the file with another codec from now on. Raises StoreError; it is kept as before then.

        `turn_copies` is called with the file when the new bytes are safe beside it and only have to be put in its place;
        it may be called again, as with `change`.
        """
        self._until_saved(lambda progress: self._turn(_numbered(progress, progress), codec, turn_copies))

    @contextmanager
    def hold_lock(self, patience: float | None = None) -> Iterator[None]:
        """Hold the lock, after at most `patience` seconds. Raises StoreError, also for any OSError in the block."""
        with (
            permissions.could_not("exback couldn't save", self._reader.path),
            locked(self._reader.home, self._refuse_erased, patience),
        ):
            self._keep_watch()
            self._warn_of_others()
            self._sweep()
            yield

    def proven(self, progress: Progress, codec: Codec | None = None) -> bytes:
        """Return the bytes to save, read back before the disk is touched. Raises Unwritable.

        `codec` seals them, by default the one that the file is kept with.
        """
        keeping, path = codec or self._reader.keeping, self._reader.path
        try:
            plain = self._encoder.proven(progress)
            sealed = keeping.seal(plain)
            if keeping.open(sealed, path) == plain and len(sealed) <= atomic.LARGEST:
                return sealed
        except (ValueError, TypeError, RecursionError, StoreError):  # half a letter, a type that no file has
            pass
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

    def _refuse_erased(self) -> None:
        """Refuse to go on with words that were deleted in another window. Raises Erased."""
        if self._watch is not None and self._watch.sees_the_end:
            raise Erased(
                "Your journal was deleted in another window, and nothing has been saved since.",
                path=self._reader.path,
                hint="To begin a new one, start exback again.",
            )

    def _keep_watch(self) -> None:
        if self._watch is None:
            self._watch = watch(self._reader.home)

    def _now_under_lock(self) -> Progress:
        if self._has_vanished():
            progress = self._last_known()
            self._reader.loaded = Loaded(None, Decoded(progress))
            self._reader.notify(WRITTEN_ANEW)
            return progress
        return self._now()

    def _now(self) -> Progress:
        """Return the progress in the file, and note if another program has written it."""
        before = self._reader.loaded
        progress = self._reader.current()
        if self._reader.loaded is not before:
            self.others_wrote |= self.given is not None
            self.has_news |= self.given is not None
            self._is_older |= before is not None and progress.revision < before.content.progress.revision
        return progress

    def _has_vanished(self) -> bool:
        """Whether this program has read a file that is gone now, and that no one put aside."""
        reader = self._reader
        was_there = reader.loaded is not None and reader.loaded.state is not None
        is_missing = was_there and not reader.exists()
        return is_missing and (backups.has_previous(reader.home) or not backups.list_backups(reader.home))

    def _last_known(self) -> Progress:
        """Return the latest version of a file that disappeared: what was read of it, or what another window saved since.

        Raises Gone if that needs another window's passphrase.
        """
        assert self._reader.loaded is not None
        known = self._reader.loaded.content.progress
        try:
            previous = self._reader.read(backups.previous(self._reader.home))
        except Locked:
            raise self._reader.gone() from None
        except StoreError:
            return known
        self.others_wrote |= previous.revision > known.revision
        return previous if previous.revision > known.revision else known

    def _until_saved(self, save: Callable[[Progress], None], patience: float | None = None) -> None:
        """Save, again whenever another program was quicker. Raises StoreError."""
        with self.hold_lock(patience):
            for _ in range(ATTEMPTS):
                with suppress(_Overtaken):
                    return save(self._now_under_lock())
        raise permissions.not_saved("another program keeps writing to your progress file", self._reader.path)

    def _turn(self, fresh: Progress, codec: Codec, turn_copies: Callable[[Path], None]) -> None:
        """Save with another codec. Raises _Overtaken if another program has written meanwhile."""
        reader = self._reader
        assert reader.loaded is not None
        state = reader.loaded.state
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
        """Save. Raises _Overtaken if another program has written meanwhile."""
        reader = self._reader
        loaded = reader.loaded
        assert loaded is not None
        from exback.store import purge

        data = self.proven(fresh)
        burnt_now = purge.newly_burnt(fresh.runs, progress.runs)
        reason = before or ("migration" if loaded.content.version < VERSION else "")
        is_foreign = bool(loaded.content.remarks) or self._is_older or reader.lock_is_undone
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
        self._is_older = reader.lock_is_undone = False

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
        if not burnt_now:
            return
        from exback.store import inventory, purge

        path, copies = self._reader.path, [copy.path for copy in backups.list_backups(self._reader.home)]
        left = purge.clean(copies, burnt_now, self._reader.read, self.proven)
        others = [*backups.quarantined(path), *backups.conflicts(path), *inventory.left_behind(path)]
        for uncleaned in [*left, *others]:
            self._reader.notify(NOT_BURNT.format(path=uncleaned))

    def _sweep(self) -> None:
        if not self._is_swept:
            from exback.store import inventory  # as above

            for stale in inventory.temporaries(self._reader.path):  # also of copies that were never made
                fsync.remove(stale)
            self._is_swept = True


def _numbered(fresh: Progress, before: Progress) -> Progress:
    """Return a progress with the number of the next save."""
    return structs.replace(fresh, revision=before.revision + 1)


class _Overtaken(Exception):
    """Another program has written to the file since it was read."""
