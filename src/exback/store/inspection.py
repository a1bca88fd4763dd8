"""A survey of the folder with the progress file: everything in it and its state, without changing or waiting for anything."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from msgspec import Struct, structs

from exback.errors import Locked, NotDownloaded, OutOfReach, StoreError, TooNew
from exback.model.dates import heed_day_starts
from exback.store import atomic, backups, permissions
from exback.store.codec import is_locked
from exback.store.decode import decode
from exback.store.inventory import Role, beside
from exback.store.progress import Progress
from exback.store.store import Store


class Kind(StrEnum):
    """What is at a path."""

    ABSENT = "absent"
    FILE = "file"
    FOLDER = "folder"
    OTHER = "other"
    NOWHERE = "nowhere"  # a link whose target is not there


class State(StrEnum):
    """The state of a file's bytes."""

    WHOLE = "whole"
    LOCKED = "locked"  # whole, but the passphrase for it was not entered
    NEWER = "newer"
    DAMAGED = "damaged"
    ELSEWHERE = "elsewhere"  # a cloud program has it, and has not downloaded it yet
    OUT_OF_REACH = "out-of-reach"  # this user may not read it, or the disk errs; it may be whole
    NONE = "none"  # there are no bytes


REFUSED_AS = {
    Locked: State.LOCKED,
    TooNew: State.NEWER,
    NotDownloaded: State.ELSEWHERE,
    OutOfReach: State.OUT_OF_REACH,
}
"""The state of a file that can't be read, by the error. After any other error it is damaged."""


class Seen(Struct, frozen=True, kw_only=True):
    """One file or folder.

    `problem` is a sentence about why it can't be read. `is_open` means that others may read it, `owner` names another user
    that it belongs to, and `is_sealed` distinguishes an envelope from plain text. `size` is in bytes.
    """

    path: Path
    kind: Kind
    state: State = State.NONE
    problem: str = ""
    is_sealed: bool = False
    is_open: bool = False
    owner: str = ""
    size: int = 0


class Copy(Struct, frozen=True, kw_only=True):
    """Something beside the progress file with private words, past or present."""

    role: Role
    seen: Seen


class Survey(Struct, frozen=True, kw_only=True):
    """The content of the folder.

    `takes_a_save` is a sentence about why nothing can be saved there, empty if it can. `bad_lock` says what is in place of
    the lock file, empty if nothing is wrong. `lock_is_undone` means that the file is unlocked and its latest copy is locked.
    `free` is the space left in bytes, None if unknown. `progress` is None if the file can't be read.
    """

    folder: Seen
    file: Seen
    copies: tuple[Copy, ...]
    takes_a_save: str
    bad_lock: str
    lock_is_undone: bool
    free: int | None
    progress: Progress | None


def survey(store: Store) -> Survey:
    """Return a survey of the folder. A locked file is read if the store can open it."""
    file = inspect(store, store.path)
    progress = _opened(store, file.path) if file.state is State.WHOLE else None
    heed_day_starts(progress and progress.settings.get("day_starts"))
    return Survey(
        folder=inspect(store, store.home),
        file=file,
        copies=tuple(Copy(role=role, seen=inspect(store, path)) for role, path in beside(store.path)),
        takes_a_save=_problem(lambda: permissions.must_take_a_save(*permissions.save_folders(store.path))),
        bad_lock=_problem(lambda: permissions.check_lock(store.home)),
        lock_is_undone=file.kind is Kind.FILE and not file.is_sealed and backups.latest_is_locked(store.path),
        free=_free(store.home),
        progress=progress,
    )


def inspect(store: Store, path: Path) -> Seen:
    """Return what is at a path, and its state."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return _missing(path)
    except OSError as error:
        problem = f"exback can't look at this: {permissions.reason_unread(error, path)}."
        return Seen(path=path, kind=Kind.OTHER, state=State.OUT_OF_REACH, problem=problem)
    is_open = not permissions.IS_WINDOWS and bool(status.st_mode & permissions.OPEN_TO_OTHERS)
    seen = Seen(
        path=path, kind=_kind(status), is_open=is_open, owner=permissions.other_user(status), size=status.st_size
    )
    return _with_state(store, seen) if seen.kind is Kind.FILE else seen


def _missing(path: Path) -> Seen:
    """Return the state of a path where nothing is: a cloud program may keep the file elsewhere."""
    kind = Kind.NOWHERE if path.is_symlink() else Kind.ABSENT
    try:
        atomic.read(path)
    except NotDownloaded as error:
        return Seen(path=Path(str(error.path)), kind=Kind.ABSENT, state=State.ELSEWHERE, problem=str(error))
    except StoreError:  # a link that leads nowhere
        pass
    return Seen(path=path, kind=kind)


def _with_state(store: Store, seen: Seen) -> Seen:
    """Return a file with the state of its bytes."""
    state, problem = State.WHOLE, ""
    try:
        _opened(store, seen.path)
    except StoreError as error:
        state = REFUSED_AS.get(type(error), State.DAMAGED)
        problem = "" if state is State.LOCKED else str(error)
    return structs.replace(seen, state=state, problem=problem, is_sealed=is_locked(seen.path))


def _opened(store: Store, path: Path) -> Progress:
    """Return the progress in a file, without the notices and changes of a store. Raises StoreError."""
    return decode(store.codec.open(atomic.read(path) or b"", path), path)


def _problem(check: Callable[[], None]) -> str:
    """Return the sentence of what a check refuses, empty if that is nothing."""
    try:
        check()
    except StoreError as error:
        return str(error)
    return ""


def _free(folder: Path) -> int | None:
    with suppress(OSError):
        return shutil.disk_usage(permissions.nearest(folder)).free
    return None


def _kind(status: os.stat_result) -> Kind:
    if stat.S_ISREG(status.st_mode):
        return Kind.FILE
    return Kind.FOLDER if stat.S_ISDIR(status.st_mode) else Kind.OTHER
