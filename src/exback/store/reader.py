"""The progress file as it is now: read, checked, and what a person should hear of it."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from exback.clock import now
from exback.errors import Gone, LeadsNowhere, NotDownloaded, NotThere, StoreError, Unreadable
from exback.model.dates import at_time
from exback.model.settings import Settings, settings_of
from exback.store import atomic, backups, permissions
from exback.store.backups import Backup
from exback.store.codec import PLAIN, Codec, is_locked, is_sealed
from exback.store.decode import examine
from exback.store.progress import Found, Progress

FILE = "progress.json"
OTHER = "that file"
OPEN = "Others could read your progress file. It is closed to them now."
LEFT_OPEN = "Others can read your progress file, and exback may not change that. To close it: chmod 600 {path}"
CONFLICT = "Another copy lies beside your progress file. To bring both together: exback merge {path}"

NOT_LOCKED = (
    "Your progress file is not locked, but the latest copy of it is: another program may have put an older file in its "
    "place. To bring that copy back: exback restore. To lock this file: exback lock"
)

ANEW = "To bring one of them back: exback restore. To begin a new file, and leave them where they are: exback reset"
UNLOCKED = (
    "Your progress file is not locked any more: another window unlocked it, or another program put an older copy in its "
    "place. To lock it: exback lock"
)


class Reader:
    """Reads one person's progress, and writes nothing but, where others could read it too, its mode.

    `codec` says how what is saved is kept. Give a reader that met a sealed file the codec that opens it. `notices` are
    sentences that the person should hear, each once; `warnings` are those among them to hear before they write anything.
    """

    def __init__(self, home: Path, codec: Codec = PLAIN, clock: Callable[[], datetime] = now) -> None:
        self.home = home
        self.path = home / FILE
        self.codec = codec
        self.clock = clock
        self.notices: list[str] = []
        self.warnings: list[str] = []
        self._lock_is_undone = False  # the file is open, and the latest copy of it is locked
        self._loaded: tuple[atomic.Look | None, Found] | None = None

    def read(self, path: Path, codec: Codec | None = None) -> Progress:
        """Give the progress in another file; `codec` opens it, if its own does not. Raises StoreError; nothing is changed then."""
        try:
            data = atomic.read(path)
            if data is None:
                raise NotThere(
                    "There is no file there.", path=path, hint="Look at the name once more. Nothing was changed."
                )
            return examine((codec or self.codec).open(data, path), path).progress
        except (Unreadable, LeadsNowhere, NotDownloaded) as error:
            raise error.about(OTHER, "It was left as it is, and so was your progress file.") from None
        except StoreError as error:
            raise error.about(OTHER) from None

    def check_home(self) -> None:
        """Refuse a home that is not a folder, or in which something else is in place of the lock file. Raises StoreError."""
        permissions.check_home(self.home)

    def exists(self) -> bool:
        """Tell whether there is a progress file, readable or not. Raises StoreError if nobody can know."""
        self.check_home()
        return atomic.is_there(self.path)

    @property
    def is_locked(self) -> bool:
        """Whether a passphrase is needed for the file, given or not."""
        return is_locked(self.path)

    @property
    def keeping(self) -> Codec:
        """How what is saved is kept: a file that was found open stays open, whatever `codec` opens beside it."""
        seen = None if self._loaded is None else self._loaded[0]
        return self.codec if seen is None or self.codec.keeps(seen[-1]) else PLAIN

    def remembered(self) -> Settings:
        """Give what is set; of a file that is still locked, what can be known without its passphrase. Nothing where it can't be read."""
        if self.codec is PLAIN and self.is_locked:
            from exback.store.encryption import known_settings  # loads what most people never need

            return known_settings(self.path)
        try:
            return settings_of(self._current().settings)
        except StoreError:
            return Settings()

    def backups(self) -> tuple[Backup, ...]:
        """Give the older copies, the latest first, readable or not. A second name of the file itself is none."""
        return tuple(one for one in backups.found(self.home) if not atomic.is_one_file(one.path, self.path))

    def laid_aside(self) -> list[Path]:
        """Give the files that were put aside, in the order in which that happened."""
        return [one.path for one in reversed(self.backups()) if one.kind == "aside"]

    def _current(self) -> Progress:
        """Give what is kept now, read again only if the file has changed."""
        seen = atomic.look(self.path)
        if self._loaded is None or seen is None or self._loaded[0] != seen:
            self._loaded = (seen, self._found())
        return self._loaded[1].progress

    def _found(self) -> Found:
        data = atomic.read(self.path)
        if data is None:
            if backups.is_left_alone(self.home):
                raise self._gone()
            return Found(Progress())
        try:
            found = self._opened(data, self.path)
        except Unreadable as error:
            raise self._with_way_out(error) from None
        self._lock_is_undone = not is_sealed(data) and backups.latest_is_locked(self.path)
        if not self.codec.keeps(data):
            self._warn(UNLOCKED)
        elif self._lock_is_undone:
            self._warn(NOT_LOCKED)
        closed = permissions.close_to_others(self.path)
        if closed is not None:
            self._tell(OPEN if closed else LEFT_OPEN.format(path=self.path))
        for remark in found.remarks:
            self._tell(remark)
        for path in backups.conflicts(self.path):
            if self._may_bring(path, found.progress):
                self._tell(CONFLICT.format(path=shlex.quote(str(path))))
        return found

    def _may_bring(self, path: Path, ours: Progress) -> bool:
        """Tell whether a copy may hold something that is not here; one that can't be read may."""
        from exback.store.merge import gained  # hardly ever needed

        try:
            return gained(ours, self.read(path)) is not None
        except StoreError:
            return True

    def _gone(self) -> Gone:
        return Gone("{File} is not there, and older copies of it are.", path=self.path, hint=ANEW)

    def _opened(self, data: bytes, path: Path) -> Found:
        return examine(self.codec.open(data, path), path)

    def _with_way_out(self, error: Unreadable) -> Unreadable:
        """Give an error that names the latest older copy which is whole."""
        for copy in self.backups():
            try:
                self.read(copy.path)
            except StoreError:
                continue
            hint = (
                f"It was left as it is. A copy from {at_time(copy.when, self.clock().date())} is whole: exback restore"
            )
            return Unreadable(str(error), path=self.path, hint=hint)
        return error

    def _warn(self, sentence: str) -> None:
        if sentence not in self.notices:
            self.warnings.append(sentence)
        self._tell(sentence)

    def _tell(self, sentence: str) -> None:
        if sentence not in self.notices:
            self.notices.append(sentence)
