"""One save of a progress file: under the lock, proven, whole, and with what stood there before kept beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path

from msgspec import structs

from exback.clock import now
from exback.errors import Erased, Locked, StoreError, Uncertain, Unwritable
from exback.model.dates import day_of
from exback.model.run import Run
from exback.store import atomic, backups, fsync, inventory, permissions, purge
from exback.store.codec import PLAIN, Codec
from exback.store.encoder import Layout
from exback.store.file_lock import Watch, locked, locking
from exback.store.paths import VERSION
from exback.store.progress import Found, Progress
from exback.store.reader import Reader

ATTEMPTS = 5
NO_BACKUP = "What you had before this was not kept a second time: {reason}."
WRITTEN_ANEW = "Your progress file had gone. It was written anew, with all that this window knew."
NOT_BURNT = "What you burnt may still stand in a file that exback can't change: {path}"


class Saver(Reader):
    """Saves what is made of one person's progress, and loses nothing that another program has saved meanwhile.

    `patience` is how many seconds a save waits for another exback to finish its own, None for the usual time.
    """

    def __init__(self, home: Path, codec: Codec = PLAIN, clock: Callable[[], datetime] = now) -> None:
        super().__init__(home, codec, clock)
        self._given: Progress | None = None
        self._others_wrote = False
        self._watch: Watch | None = None
        self._is_older = False  # another program has put an older file in place of the one that was known
        self._swept = False
        self._day_kept: date | None = None
        self._layout = Layout()
        self.patience: float | None = None

    def load(self) -> Progress:
        """Give what is kept, read again only if the file has changed. Raises StoreError; nothing is changed then."""
        self.check_home()
        self._must_not_be_erased()
        self._keep_watch()
        self._given = self._last_known() if self._has_vanished() else self._current()
        self._others_wrote = False
        return self._given

    def must_take_a_save(self) -> None:
        """Refuse a place in which nothing could be saved, and warn of others who may write there, before anybody writes
        anything. Raises StoreError.

        All that a save needs is loaded by this, so that an update of exback in another window can't stand in its way. What
        asks for the passphrase of a file that another window locks meanwhile is loaded only then.
        """
        import secrets  # noqa: F401  # names temporary files

        import exback.store.rebase
        import exback.store.strict_decode  # noqa: F401  # reads what another program has saved meanwhile

        locking()
        self.check_home()
        atomic.must_be_file(self.path)
        for folder in self.folders:
            permissions.must_take_a_save(folder)
        self._warn_of_others()

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that a save writes to: its own and, where the file is a link, the one that it leads to."""
        return tuple(dict.fromkeys((self.home, permissions.real(self.path).parent)))

    def _warn_of_others(self) -> None:
        for folder in self.folders:
            warning = permissions.warning_of_others(folder)
            if warning:
                self._warn(warning)

    def change(self, change: Callable[[Progress], Progress], before: str = "") -> None:
        """Save what a change makes of what is kept. Raises StoreError, and then nothing is changed.

        `change` is called again when a program that knows no lock has written meanwhile. `before` names a change
        of everything at once, before which a copy is kept.
        """
        self._until_saved(lambda kept: self._saved(kept, _numbered(change(kept), kept), before))

    def turn(self, codec: Codec, copies: Callable[[Path], None]) -> None:
        """Keep the file in another way from now on. Raises StoreError; it is kept as before then.

        `copies` is called with the file, when all that is left to do is to put the new bytes, safe beside it, in its
        place; it may be called again, as with `change`.
        """
        self._until_saved(lambda kept: self._turned(_numbered(kept, kept), codec, copies))

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the lock. Whatever the system refuses meanwhile is said in a sentence."""
        try:
            with locked(self.home, self._must_not_be_erased, self.patience):
                self._keep_watch()
                self._warn_of_others()
                self._sweep()
                yield
        except OSError as error:
            why = permissions.reason(error)
            raise Unwritable(f"exback could not save: {why}.", path=self.path, hint=atomic.HINT) from None

    def _must_not_be_erased(self) -> None:
        """Refuse to go on with words that were deleted in another window."""
        if self._watch is not None and self._watch.sees_the_end:
            raise Erased(
                "Your journal was deleted in another window, and nothing was saved since.",
                path=self.path,
                hint="To begin a new one, start exback again.",
            )

    def _keep_watch(self) -> None:
        if self._watch is None:
            watch = Watch(self.home)
            self._watch = watch if watch.is_on and not watch.sees_the_end else None

    def _now_under_lock(self) -> Progress:
        before = self._loaded
        if self._has_vanished():
            self._loaded = (None, Found(self._last_known()))
            self._tell(WRITTEN_ANEW)
            return self._loaded[1].progress
        kept = self._current()
        if self._loaded is not before:
            self._others_wrote |= self._given is not None
            self._is_older |= before is not None and kept.revision < before[1].progress.revision
        return kept

    def _has_vanished(self) -> bool:
        """Tell whether this program has seen a file that is gone now, and that nobody put aside."""
        seen = self._loaded is not None and self._loaded[0] is not None
        return seen and not self.exists() and (backups.is_left_alone(self.home) or not backups.found(self.home))

    def _last_known(self) -> Progress:
        """Give the latest that is known of a file that vanished: what was read of it, or what another window saved since.

        Raises Gone where only the passphrase of another window opens that.
        """
        assert self._loaded is not None
        known = self._loaded[1].progress
        try:
            kept = self.read(backups.previous(self.home))
        except Locked:
            raise self._gone() from None
        except StoreError:
            return known
        self._others_wrote |= kept.revision > known.revision
        return kept if kept.revision > known.revision else known

    def _until_saved(self, save: Callable[[Progress], bool]) -> None:
        """Save what is made of what is kept, once more whenever another program was quicker. Raises StoreError."""
        with self._locked():
            for _ in range(ATTEMPTS):
                if save(self._now_under_lock()):
                    return
        raise Unwritable(
            "exback could not save: another program keeps writing to your progress file.",
            path=self.path,
            hint=atomic.HINT,
        )

    def _turned(self, fresh: Progress, codec: Codec, copies: Callable[[Path], None]) -> bool:
        """Save in another way, unless another program has written meanwhile; tell whether it was done."""
        assert self._loaded is not None
        seen, _ = self._loaded
        data = self._proven(fresh, codec)

        def last(target: Path) -> None:
            self._must_be(seen)
            copies(target)
            self._must_be(seen)  # the copies take their time

        try:
            atomic.replace(self.path, data, last)
        except _Overtaken:
            return False
        except Uncertain:
            self.codec = codec
            raise
        self.codec, self._loaded = codec, (atomic.look(self.path), Found(fresh))
        return True

    def _must_be(self, seen: atomic.Look | None) -> None:
        """Look whether the file is still the one that was read. Raises _Overtaken."""
        if atomic.look(self.path) != seen:
            raise _Overtaken

    def _saved(self, kept: Progress, fresh: Progress, before: str) -> bool:
        """Save, unless another program has written meanwhile; tell whether it was done."""
        assert self._loaded is not None
        seen, found = self._loaded
        data = self._proven(fresh)
        burnt_now = purge.newly_burnt(fresh.runs, kept.runs)
        reason = before or ("migration" if found.version < VERSION else "")
        is_foreign = bool(found.remarks) or self._is_older or self._lock_is_undone
        self._clean_copies(burnt_now)
        try:
            atomic.replace(
                self.path,
                data,
                lambda target: self._last(target, seen, reason, is_burning=bool(burnt_now), is_foreign=is_foreign),
            )
        except _Overtaken:
            return False
        if (
            reason and not before
        ):  # what stood before a merge stays whole: that file may have deleted what this person wants
            self._clean_copies(burnt_now)
        if seen is None:
            self._keep_mark()
        self._loaded = (atomic.look(self.path), Found(fresh))
        self._is_older = self._lock_is_undone = False
        return True

    def _keep_mark(self) -> None:
        """Keep a new file as the version before the next save, too: by that it is missed, should it vanish."""
        with suppress(OSError):
            backups.keep_previous(self.home, permissions.real(self.path))

    def _last(self, target: Path, seen: atomic.Look | None, reason: str, *, is_burning: bool, is_foreign: bool) -> None:
        """Look once more whether the file is the one that was read, and keep it. Raises _Overtaken, or StoreError.

        The version before a file that `is_foreign`, or is not there, is the last that exback wrote, and gets a number.
        """
        self._must_be(seen)
        today = day_of(self.clock())
        if reason and seen is not None:
            backups.keep_before(self.home, target, reason, today)
        if is_burning:  # what is burnt now stands in the version before
            return
        try:
            if seen is None or is_foreign:
                backups.number_previous(self.home, today)
            if seen is None:
                return
            backups.keep_previous(self.home, target)
            if self._day_kept != today:
                backups.keep_first_of_day(self.home, target, today)
                self._day_kept = today
        except OSError as error:  # the new words weigh more than a second copy of the old ones
            self._tell(NO_BACKUP.format(reason=permissions.reason(error)))

    def _proven(self, progress: Progress, codec: Codec | None = None) -> bytes:
        """Give the bytes to save, read back before the disk is touched. `codec` keeps them, if not as the file is kept."""
        keeping = codec or self.keeping
        try:
            plain = self._layout.proven(progress)
            sealed = keeping.seal(plain)
            if keeping.open(sealed, self.path) == plain and len(sealed) <= atomic.LARGEST:
                return sealed
        except (ValueError, TypeError, RecursionError, StoreError):  # half a letter, a type that no file has
            pass
        raise Unwritable(
            "exback could not save: the answer would not be read back as it is.", path=self.path, hint=atomic.HINT
        )

    def _clean_copies(self, burnt_now: dict[str, Run]) -> None:
        if not burnt_now:
            return
        paths = [copy.path for copy in backups.found(self.home)]
        left = purge.clean(paths, burnt_now, self.read, self._proven)
        others = [*backups.quarantined(self.path), *backups.conflicts(self.path), *inventory.left_behind(self.path)]
        for path in [*left, *others]:
            self._tell(NOT_BURNT.format(path=path))

    def _sweep(self) -> None:
        if not self._swept:
            for stale in inventory.temporaries(self.path):  # also of a copy that was to be made and is not there
                fsync.remove(stale)
            self._swept = True


def _numbered(fresh: Progress, before: Progress) -> Progress:
    """Give a progress with the number of the next save."""
    return structs.replace(fresh, revision=before.revision + 1)


class _Overtaken(Exception):
    """Another program has written to the file since it was read."""
