"""The progress file: load it, put one run into it, unite it with another, set it aside, bring it back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from exback.dates import day_of
from exback.errors import (
    Erased,
    LeadsNowhere,
    Locked,
    NothingToRestore,
    StoreError,
    TooNew,
    Uncertain,
    Unreadable,
    Unwritable,
)
from exback.journey import Journey, Run, burnt, replaced
from exback.settings import Settings
from exback.store import backups, beside, burning, durable, rights, writing
from exback.store.codec import PLAIN, Codec, is_sealed
from exback.store.layout import Layout
from exback.store.lock import Identity, identity, locked, locking
from exback.store.names import VERSION
from exback.store.progress import Found, Progress
from exback.store.reading import FILE as FILE  # whoever works with a Store may want it
from exback.store.reading import Reader, now

if TYPE_CHECKING:
    from exback.store.unite import News

ATTEMPTS = 5
NO_BACKUP = "What you had before this was not kept a second time: {reason}."
WRITTEN_ANEW = "Your progress file had gone. It was written anew, with all that this window knew."
NOT_BURNT = "What you burnt may still stand in a file that exback can't change: {path}"


class Store(Reader):
    """One person's progress, in one folder. Nothing is created before the first save."""

    def __init__(self, home: Path, codec: Codec = PLAIN, clock: Callable[[], datetime] = now) -> None:
        super().__init__(home, codec, clock)
        self._given: Progress | None = None
        self._own: dict[str, tuple[Run, Run]] = {}
        self._others_wrote = False
        self._lock: Identity | None = None
        self._is_older = False  # another program has put an older file in place of the one that was known
        self._swept = False
        self._day_kept: date | None = None
        self._layout = Layout()

    def load(self) -> Progress:
        """Give what is kept, read again only if the file has changed. Raises StoreError; nothing is changed then."""
        self._lock = self._lock or identity(self.home)
        self._given = self._current()
        self._own.clear()
        self._others_wrote = False
        return self._given

    def must_take_a_save(self) -> None:
        """Refuse a folder in which nothing could be saved, before anybody writes anything. Raises Unwritable.

        All that a save needs is loaded by this, so that an update of exback in another window can't stand in its way. What
        asks for the passphrase of a file that another window locks meanwhile is loaded only then.
        """
        import secrets  # noqa: F401  # names temporary files

        import exback.store.meeting
        import exback.store.strict  # noqa: F401  # reads what another program has saved meanwhile

        locking()
        for folder in (self.home, rights.real(self.path).parent):
            rights.must_take_a_save(folder)

    # Saving

    def put(self, run: Run, forget: Collection[str] = ()) -> None:
        """Save a run in place of its older self. What another exback wrote meanwhile stays. Raises StoreError.

        What was said to the questions in `forget`, and what the run itself says was burnt, goes from the older
        copies too. A copy for which that can't be done is named by a notice.
        """
        from exback.store.meeting import Meeting, met  # most commands never save

        given = burnt(run, forget, self.clock()) if forget else run
        saved = given

        def with_run(progress: Progress) -> Progress:
            nonlocal saved
            there = next((one for one in reversed(progress.runs) if one.id == run.id), None)
            knew, held = self._own.get(run.id) or (self._as_given(run.id, there),) * 2
            next_number = Journey(progress.runs, given.started).next_number if self._others_wrote else 0
            saved = met(Meeting(knew, given, held, there), next_number)
            return structs.replace(progress, runs=list(replaced(progress.runs, saved)))

        self.change(with_run)
        self._own[run.id] = given, saved

    def forget(self, run_id: str, items: Collection[str]) -> None:
        """Delete what was said to some questions of a run, here and in every older copy. Raises StoreError."""
        for run in self.load().runs:
            if run.id == run_id:
                self.put(run, items)

    def set(self, settings: Settings) -> None:
        """Save settings; those that this version does not know stay as they are. Raises StoreError."""
        self.change(lambda kept: structs.replace(kept, settings={**kept.settings, **structs.asdict(settings)}))

    def merge(self, other: Path, codec: Codec | None = None) -> News | None:
        """Unite the file with another one, after keeping a copy, and give what came in, None if nothing did.

        `codec` opens the other one, if it is locked in a way of its own. Raises StoreError, and then nothing is changed.
        """
        from exback.store.unite import gained, unite

        theirs = self.read(other, codec)
        found = gained(self.load(), theirs)
        if found is not None:
            self.change(lambda kept: unite(kept, theirs), "merge")
        return found

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

    # Setting aside, and bringing back

    def begin_anew(self) -> bool:
        """Give up a file that is gone, and leave its older copies where they are. Tells whether there were any."""
        if self.exists() or not backups.is_left_alone(self.home):
            return False
        with self._locked():
            backups.number_previous(self.home, day_of(self.clock()))
        return True

    def put_aside(self) -> Path:
        """Move the progress file to where `restore` finds it and give that place. Raises StoreError.

        Bytes that can't be read are moved to a place beside the file instead, as they are.
        """
        with self._locked():
            place = self._kept_aside()
            if self.path.is_symlink():  # a link that leads nowhere would be taken for a drive that is not there
                durable.replace(self.path, self._proven(Progress()))
            else:
                durable.drop(self.path)
            self._loaded = None
            return place

    def laid_aside(self) -> list[Path]:
        """Give the files that were put aside, in the order in which that happened."""
        return [one.path for one in reversed(self.backups()) if one.kind == "aside"]

    def restore(self, copy: Path | None = None) -> Path:
        """Bring an older copy back, or what was put aside last; what stands in its place is put aside in turn.

        Gives the path it came from. Raises NothingToRestore, or StoreError if it cannot be read.
        """
        aside = self.laid_aside()
        if copy is None and not aside:
            raise NothingToRestore("Nothing was put aside, so there is nothing to restore.", path=self.home)
        with self._locked():
            chosen = copy or self.laid_aside()[-1]
            makes_place = self.exists() and not self._is_bare()
            data = self._to_bring(chosen)
            if makes_place:
                self._kept_aside()
            durable.replace(self.path, data)
            self._loaded = None
            if chosen in aside:
                durable.drop(chosen)
            return chosen

    def _to_bring(self, copy: Path) -> bytes:
        """Give the bytes of an older copy as the file is kept now; of one that is locked in a way of its own, as they are."""
        data = durable.read(copy) or b""
        try:
            self.read(copy)
            kept = self.keeping.seal(self.codec.open(data, copy))
            return data if is_sealed(data) and is_sealed(kept) else kept
        except Locked:
            return data

    def _kept_aside(self) -> Path:
        """Keep the file where `restore` finds it, or beside itself if it can't be read, and give that place."""
        is_damaged, today = self._is_damaged(), day_of(self.clock())
        try:
            backups.number_previous(self.home, today)
        except OSError as error:
            raise durable.not_kept(error, self.home / backups.BACKUPS) from None
        if is_damaged:
            place = backups.quarantine(self.path, self.clock().astimezone(UTC))
        else:
            place = backups.place(self.home, "aside", today)
        durable.put_away(self.path, place)
        return place

    def _is_damaged(self) -> bool:
        """Tell whether the file's bytes are there and can't be read. Raises StoreError where it may not be moved."""
        try:
            self._current()
        except (TooNew, LeadsNowhere):
            raise
        except Unreadable:
            durable.read(self.path)  # what is no file has no bytes to move
            return True
        except StoreError:  # locked with a passphrase that was not given
            return False
        return False

    def _is_bare(self) -> bool:
        """Tell whether nothing was ever written into the file."""
        try:
            progress = self._current()
        except StoreError:
            return False
        return not progress.runs and not progress.extra

    # One save

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the lock. Whatever the system refuses meanwhile is said in a sentence."""
        try:
            with locked(self.home, self._must_not_be_erased) as self._lock:
                self._sweep()
                yield
        except OSError as error:
            why = rights.reason(error)
            raise Unwritable(f"exback could not save: {why}.", path=self.path, hint=durable.HINT) from None

    def _must_not_be_erased(self) -> None:
        """Refuse to write words anew that were deleted in another window: the lock goes only with everything."""
        there = identity(self.home)
        if there is not None and self._lock in (None, there):
            return
        seen = self._loaded and self._loaded[0]
        if seen is None or durable.look(self.path) == seen:
            return
        if there is not None or not self.backups():  # else somebody has tidied up
            raise Erased(
                "Your journal was deleted in another window, and nothing was saved since.",
                path=self.path,
                hint="To begin a new one, start exback again.",
            )

    def _now_under_lock(self) -> Progress:
        before = self._loaded
        if before is not None and self._has_vanished() and not self._lies_aside(before[0]):
            self._loaded = (None, before[1])
            self._tell(WRITTEN_ANEW)
            return before[1].progress
        kept = self._current()
        if self._loaded is not before:
            self._others_wrote |= self._given is not None
            self._is_older |= before is not None and kept.revision < before[1].progress.revision
        return kept

    def _has_vanished(self) -> bool:
        """Tell whether this program has seen a file, and there is none now."""
        return self._loaded is not None and self._loaded[0] is not None and not self.exists()

    def _lies_aside(self, seen: durable.Look | None) -> bool:
        """Tell whether a file that was seen has been put aside since, in another window."""
        return any(durable.are_alike(durable.look(place), seen) for place in self.laid_aside())

    def _until_saved(self, save: Callable[[Progress], bool]) -> None:
        """Save what is made of what is kept, once more whenever another program was quicker. Raises StoreError."""
        with self._locked():
            for _ in range(ATTEMPTS):
                if save(self._now_under_lock()):
                    return
        raise Unwritable(
            "exback could not save: another program keeps writing to your progress file.",
            path=self.path,
            hint=durable.HINT,
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
            durable.replace(self.path, data, last)
        except _Overtaken:
            return False
        except Uncertain:
            self.codec = codec
            raise
        self.codec, self._loaded = codec, (durable.look(self.path), Found(fresh))
        return True

    def _must_be(self, seen: durable.Look | None) -> None:
        """Look whether the file is still the one that was read. Raises _Overtaken."""
        if durable.look(self.path) != seen:
            raise _Overtaken

    def _saved(self, kept: Progress, fresh: Progress, before: str) -> bool:
        """Save, unless another program has written meanwhile; tell whether it was done."""
        assert self._loaded is not None
        seen, found = self._loaded
        data = self._proven(fresh)
        burnt_now = burning.newly_burnt(fresh.runs, kept.runs)
        reason = before or ("migration" if found.version < VERSION else "")
        is_foreign = bool(found.remarks) or self._is_older
        self._clean_copies(burnt_now)
        try:
            durable.replace(
                self.path,
                data,
                lambda target: self._last(target, seen, reason, is_burning=bool(burnt_now), is_foreign=is_foreign),
            )
        except _Overtaken:
            return False
        if reason:
            self._clean_copies(burnt_now)
        self._loaded = (durable.look(self.path), Found(fresh))
        self._is_older = False
        return True

    def _last(
        self, target: Path, seen: durable.Look | None, reason: str, *, is_burning: bool, is_foreign: bool
    ) -> None:
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
            self._tell(NO_BACKUP.format(reason=rights.reason(error)))

    def _proven(self, progress: Progress, codec: Codec | None = None) -> bytes:
        """Give the bytes to save, read back before the disk is touched. `codec` keeps them, if not as the file is kept."""
        keeping = codec or self.keeping
        try:
            plain = self._layout.proven(progress)
            sealed = keeping.seal(plain)
            if keeping.open(sealed, self.path) == plain and len(sealed) <= durable.LARGEST:
                return sealed
        except (ValueError, TypeError, RecursionError, StoreError):  # half a letter, a type that no file has
            pass
        raise Unwritable(
            "exback could not save: the answer would not be read back as it is.", path=self.path, hint=durable.HINT
        )

    def _clean_copies(self, burnt_now: dict[str, Run]) -> None:
        if not burnt_now:
            return
        paths = [copy.path for copy in self.backups()]
        left = burning.clean(paths, burnt_now, self.read, self._proven)
        others = [*backups.quarantined(self.path), *backups.conflicts(self.path), *beside.left_behind(self.path)]
        for path in [*left, *others]:
            self._tell(NOT_BURNT.format(path=path))

    def _sweep(self) -> None:
        if not self._swept:
            for stale in beside.temporaries(self.path):  # also of a copy that was to be made and is not there
                writing.remove(stale)
            self._swept = True

    def _as_given(self, run_id: str, there: Run | None) -> Run | None:
        """Give a run as it was when this store was last asked for all; who never asked says that they know what is there."""
        if self._given is None:
            return there
        return next((run for run in self._given.runs if run.id == run_id), None)


def _numbered(fresh: Progress, before: Progress) -> Progress:
    """Give a progress with the number of the next save."""
    return structs.replace(fresh, revision=before.revision + 1)


class _Overtaken(Exception):
    """Another program has written to the file since it was read."""
