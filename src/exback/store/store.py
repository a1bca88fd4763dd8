"""The progress file: load it, put one run into it, unite it with another, set it aside, bring it back."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from exback.clock import now
from exback.errors import LeadsNowhere, Locked, NotDownloaded, NothingToRestore, StoreError, TooNew, Unreadable
from exback.model.dates import day_of, in_utc
from exback.model.journey import Journey
from exback.model.run import Run, burnt, replaced
from exback.model.settings import Settings
from exback.store import atomic, backups
from exback.store.codec import PLAIN, Codec, is_sealed
from exback.store.progress import Progress
from exback.store.reader import FILE as FILE  # whoever works with a Store may want it
from exback.store.saver import Saver

if TYPE_CHECKING:
    from exback.store.merge import MergeResult


class Store(Saver):
    """One person's progress, in one folder. Nothing is created before the first save."""

    def __init__(self, home: Path, codec: Codec = PLAIN, clock: Callable[[], datetime] = now) -> None:
        super().__init__(home, codec, clock)
        self._own: dict[str, tuple[Run, Run]] = {}

    def load(self) -> Progress:
        """Give what is kept, read again only if the file has changed. Raises StoreError; nothing is changed then."""
        progress = super().load()
        self._own.clear()
        return progress

    # Saving

    def put(self, run: Run, forget: Collection[str] = ()) -> None:
        """Save a run in place of its older self. What another exback wrote meanwhile stays. Raises StoreError.

        What was said to the questions in `forget`, and what the run itself says was burnt, goes from the older
        copies too. A copy for which that can't be done is named by a notice.
        """
        from exback.store.rebase import Meeting, met  # most commands never save

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

    def merge(self, other: Path, codec: Codec | None = None) -> MergeResult | None:
        """Unite the file with another one, after keeping a copy, and give what came in, None if nothing did.

        `codec` opens the other one, if it is locked in a way of its own. Raises StoreError, and then nothing is changed.
        """
        from exback.store.merge import gained, unite

        theirs = self.read(other, codec)
        found = gained(self.load(), theirs)
        if found is not None:
            self.change(lambda kept: unite(kept, theirs), "merge")
        return found

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
                atomic.replace(self.path, self._proven(Progress()))
                self._keep_mark()
            else:
                atomic.drop(self.path)
            self._loaded = None
            return place

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
            else:  # it has vanished, or nothing was ever written into it
                backups.number_previous(self.home, day_of(self.clock()))
            atomic.replace(self.path, data)
            self._keep_mark()
            self._loaded = None
            if chosen in aside:
                atomic.drop(chosen)
            return chosen

    def _to_bring(self, copy: Path) -> bytes:
        """Give the bytes of an older copy as the file is kept now; of one that is locked in a way of its own, as they are."""
        data = atomic.read(copy) or b""
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
            raise atomic.not_kept(error, self.home / backups.BACKUPS) from None
        if is_damaged:
            place = backups.quarantine(self.path, in_utc(self.clock()))
        else:
            place = backups.place(self.home, "aside", today)
        atomic.put_away(self.path, place)
        return place

    def _is_damaged(self) -> bool:
        """Tell whether the file's bytes are there and can't be read. Raises StoreError where it may not be moved."""
        try:
            self._current()
        except (TooNew, LeadsNowhere, NotDownloaded):
            raise
        except Unreadable:
            atomic.read(self.path)  # what is no file has no bytes to move
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

    def _as_given(self, run_id: str, there: Run | None) -> Run | None:
        """Give a run as it was when this store was last asked for all; who never asked says that they know what is there."""
        if self._given is None:
            return there
        return next((run for run in self._given.runs if run.id == run_id), None)
