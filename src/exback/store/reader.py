"""Reading the progress file as it is now, with the sentences that a person should hear about it.

Nothing is written here, except the file's mode where other users could read it.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from msgspec import structs

from exback.errors import Erased, Gone, LeadsNowhere, Locked, NotDownloaded, NotThere, StoreError, Unreadable
from exback.model.dates import at_time, heed_day_starts
from exback.model.run import Run
from exback.store import atomic, backups, permissions
from exback.store.backups import Backup
from exback.store.codec import PLAIN, Codec, is_sealed
from exback.store.decode import examine
from exback.store.file_lock import Watch, watch
from exback.store.paths import FILE
from exback.store.progress import Decoded, Progress

OTHER = "that file"
OPEN = "Other users of this computer could read your progress file. They can't any more."
LEFT_OPEN = "Other users of this computer can read your progress file, and exback isn't allowed to change that. To make it private: chmod 600 {path}"
CONFLICT = "There's another copy next to your progress file. To merge it into yours: exback merge {path}"

NOT_LOCKED = (
    "Your progress file isn't locked, but the latest copy of it is. Another program may have put an older file in its "
    "place. To bring that copy back: exback restore. To lock this file: exback lock"
)

ANEW = "To bring one of them back: exback restore. To start a new file and leave them where they are: exback reset"
UNLOCKED = (
    "Your progress file isn't locked any more. Another window unlocked it, or another program put an older copy in its "
    "place. To lock it: exback lock"
)


class Reader:
    """The progress file in one folder, read again only when it has changed, and what another program does to it meanwhile.

    `codec` opens the file, and says how it is saved. `loaded` is what was read or saved last. `notices` are sentences for
    the person, each once; `warnings` are those among them to show before they write anything. `given` is what `load`
    returned last, and `others_wrote` whether another program has saved since.
    """

    def __init__(self, home: Path, codec: Codec, clock: Callable[[], datetime]) -> None:
        self.home = home
        self.path = home / FILE
        self.codec = codec
        self.clock = clock
        self.notices: list[str] = []
        self.warnings: list[str] = []
        self.loaded: Decoded | None = None
        self.lock_is_undone = False  # the file is open, and the latest copy of it is locked
        self.given: Progress | None = None
        self.own: dict[str, tuple[Run, Run]] = {}  # by id, a run as it was last put here, and as it was saved
        self.others_wrote = False
        self.is_older = False  # another program has put an older file in place of the one that was known
        self._has_news = False  # one has saved what neither `load` nor `news` has returned yet
        self._watch: Watch | None = None

    def load(self) -> Progress:
        """Return the progress, read again only if the file has changed. Raises StoreError."""
        permissions.check_home(self.home)
        self.refuse_erased()
        self.keep_watch()
        self.given = self.last_known() if self.has_vanished() else self.current()
        self.own.clear()
        self.others_wrote = self._has_news = False
        return self.given

    def news(self) -> Progress | None:
        """Return the progress if another program has written to it since this was last asked, None if not. Raises StoreError."""
        progress = self.last_known() if self.has_vanished() else self.now()
        has_news, self._has_news = self._has_news, False
        return progress if has_news else None

    def now(self) -> Progress:
        """Return the progress in the file, and note if another program has written it. Raises StoreError."""
        before = self.loaded
        progress = self.current()
        if self.loaded is not before:
            self.others_wrote |= self.given is not None
            self._has_news |= self.given is not None
            self.is_older |= before is not None and progress.revision < before.progress.revision
        return progress

    def current(self) -> Progress:
        """Return the progress in the file as it is now. Raises StoreError."""
        state = atomic.file_state(self.path)
        if self.loaded is None or state is None or self.loaded.state != state:
            self.loaded = structs.replace(self._content(), state=state)
        return _heeded(self.loaded.progress)

    def saved(self, progress: Progress) -> None:
        """Note that the file has just been saved, and holds `progress`."""
        self.loaded = Decoded(_heeded(progress), state=atomic.file_state(self.path))

    def read(self, path: Path, codec: Codec | None = None) -> Progress:
        """Return the progress in another file. `codec` opens it, by default this file's own. Raises StoreError."""
        try:
            data = atomic.read(path)
            if data is None:
                raise NotThere(
                    "There's no file there.", path=path, hint="Check the name and try again. Nothing was changed."
                )
            return examine((codec or self.codec).open(data, path), path).progress
        except (Unreadable, LeadsNowhere, NotDownloaded) as error:
            raise error.about(OTHER, "Neither that file nor your progress file was changed.") from None
        except StoreError as error:
            raise error.about(OTHER) from None

    def exists(self) -> bool:
        """Whether there is a progress file, readable or not. Raises StoreError if that can't be known."""
        permissions.check_home(self.home)
        return atomic.is_there(self.path)

    def has_vanished(self) -> bool:
        """Whether this program has read a file that is gone now, and that no one put aside."""
        was_there = self.loaded is not None and self.loaded.state is not None
        is_missing = was_there and not self.exists()
        return is_missing and (backups.has_previous(self.home) or not backups.list_backups(self.home))

    def last_known(self) -> Progress:
        """Return the latest version of a file that disappeared: what was read of it, or what another window saved since.

        Raises Gone if that needs another window's passphrase.
        """
        assert self.loaded is not None
        known = self.loaded.progress
        try:
            previous = self.read(backups.previous(self.home))
        except Locked:
            raise self._gone() from None
        except StoreError:
            return known
        self.others_wrote |= previous.revision > known.revision
        return previous if previous.revision > known.revision else known

    def refuse_erased(self) -> None:
        """Refuse to go on with words that were deleted in another window. Raises Erased."""
        if self._watch is not None and self._watch.sees_the_end:
            raise Erased(
                "Your journal was deleted in another window, and nothing has been saved since.",
                path=self.path,
                hint="To begin a new one, start exback again.",
            )

    def keep_watch(self) -> None:
        """Watch from now on whether everything is deleted in another window."""
        if self._watch is None:
            self._watch = watch(self.home)

    @property
    def keeping(self) -> Codec:
        """The codec to save with: a file that was read unlocked stays unlocked, even if `codec` opens locked copies."""
        state = None if self.loaded is None else self.loaded.state
        return self.codec if state is None or self.codec.keeps(state[-1]) else PLAIN

    def backups(self) -> tuple[Backup, ...]:
        """Return the older copies, the latest first, readable or not; a second name of the file itself is left out."""
        return tuple(copy for copy in backups.list_backups(self.home) if not atomic.is_one_file(copy.path, self.path))

    def _gone(self) -> Gone:
        return Gone("{File} is missing, but there are older copies of it.", path=self.path, hint=ANEW)

    def notify(self, sentence: str, *, warns: bool = False) -> None:
        """Add a notice, unless it is there already. If it `warns`, it is shown before the person writes anything."""
        if sentence not in self.notices:
            self.notices.append(sentence)
            if warns:
                self.warnings.append(sentence)

    def _content(self) -> Decoded:
        data = atomic.read(self.path)
        if data is None:
            if backups.has_previous(self.home):
                raise self._gone()
            return Decoded(Progress())
        try:
            content = examine(self.codec.open(data, self.path), self.path)
        except Unreadable as error:
            raise self._with_way_out(error) from None
        self.lock_is_undone = not is_sealed(data) and backups.latest_is_locked(self.path)
        if not self.codec.keeps(data):
            self.notify(UNLOCKED, warns=True)
        elif self.lock_is_undone:
            self.notify(NOT_LOCKED, warns=True)
        is_closed = permissions.close_to_others(self.path)
        if is_closed is not None:
            self.notify(OPEN if is_closed else LEFT_OPEN.format(path=self.path))
        for remark in content.remarks:
            self.notify(remark)
        for path in backups.conflicts(self.path):
            if self._may_add(path, content.progress):
                self.notify(CONFLICT.format(path=shlex.quote(str(path))))
        return content

    def _may_add(self, path: Path, ours: Progress) -> bool:
        """Whether a copy may hold something that our file doesn't. One that can't be read may."""
        from exback.store.merge import gained  # hardly ever needed

        with suppress(StoreError):
            return gained(ours, self.read(path)) is not None
        return True

    def _with_way_out(self, error: Unreadable) -> Unreadable:
        """Return the error with the latest readable copy named in its hint."""
        for copy in self.backups():
            with suppress(StoreError):
                self.read(copy.path)
                hint = f"It hasn't been changed. To bring back a copy from {at_time(copy.when, self.clock().date())}: exback restore"
                return Unreadable(str(error), path=self.path, hint=hint)
        return error


def _heeded(progress: Progress) -> Progress:
    """Return the progress, and let days begin when it says."""
    heed_day_starts(progress.settings.get("day_starts"))
    return progress
