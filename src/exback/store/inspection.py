"""Everything that lies where the progress is kept, as it is found; nothing is changed, and nothing waited for."""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from msgspec import Struct, structs

from exback.errors import Locked, NotALock, NotDownloaded, OutOfReach, StoreError, TooNew, Unwritable
from exback.store import atomic, backups, permissions
from exback.store.codec import is_locked
from exback.store.decode import decode
from exback.store.inventory import Role, beside
from exback.store.progress import Progress
from exback.store.store import Store


class Kind(StrEnum):
    """What stands at a path."""

    ABSENT = "absent"
    FILE = "file"
    FOLDER = "folder"
    OTHER = "other"
    NOWHERE = "nowhere"  # a link to a place that is not there


class State(StrEnum):
    """What the bytes of a file are."""

    WHOLE = "whole"
    LOCKED = "locked"  # whole, and only a passphrase opens it that was not given
    NEWER = "newer"
    DAMAGED = "damaged"
    ELSEWHERE = "elsewhere"  # a cloud program has it, and has not brought it here yet
    OUT_OF_REACH = "out-of-reach"  # this user may not read it, or the disk errs; it may be whole
    NONE = "none"  # there are none


class Seen(Struct, frozen=True, kw_only=True):
    """One file or folder. `problem` says in a sentence what keeps it from being read. `is_open` says that others may
    read it, `owner` names whom it belongs to if that is somebody else. `is_sealed` tells an envelope from plain text.
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
    """Something beside the progress file that holds, or held, somebody's words."""

    role: Role
    seen: Seen


class Survey(Struct, frozen=True, kw_only=True):
    """What lies in the folder. `bad_lock` says what else than a lock is in its place, `lock_is_undone` that the file is open
    and the latest copy of it is not. `free` is the space left there in bytes, None if that is not known; `progress` is what
    the file holds, None if it can't be read.
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
    """Look at everything. A locked file is looked into if the store can open it."""
    file = look(store, store.path)
    return Survey(
        folder=look(store, store.home),
        file=file,
        copies=tuple(Copy(role=role, seen=look(store, path)) for role, path in beside(store.path)),
        takes_a_save=_refusal(store),
        bad_lock=_bad_lock(store),
        lock_is_undone=file.kind is Kind.FILE and not file.is_sealed and backups.latest_is_locked(store.path),
        free=_free(store.home),
        progress=_opened(store, file.path) if file.state is State.WHOLE else None,
    )


def look(store: Store, path: Path) -> Seen:
    """Look at one file or folder."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return _missing(path)
    except OSError as error:
        problem = f"exback can't look at it: {permissions.reason_unread(error, path)}."
        return Seen(path=path, kind=Kind.OTHER, state=State.OUT_OF_REACH, problem=problem)
    is_open = not permissions.IS_WINDOWS and bool(found.st_mode & permissions.OPEN_TO_OTHERS)
    seen = Seen(path=path, kind=_kind(found), is_open=is_open, owner=_owner(found), size=found.st_size)
    return _read(store, seen) if seen.kind is Kind.FILE else seen


def _missing(path: Path) -> Seen:
    """Say of what is not there whether a cloud program has it."""
    kind = Kind.NOWHERE if path.is_symlink() else Kind.ABSENT
    try:
        atomic.read(path)
    except NotDownloaded as error:
        return Seen(path=Path(str(error.path)), kind=Kind.ABSENT, state=State.ELSEWHERE, problem=str(error))
    except StoreError:  # a link that leads nowhere
        pass
    return Seen(path=path, kind=kind)


def _read(store: Store, seen: Seen) -> Seen:
    """Say what the bytes of a file are."""
    state, problem = State.WHOLE, ""
    try:
        _opened(store, seen.path)
    except Locked:
        state = State.LOCKED
    except TooNew as error:
        state, problem = State.NEWER, str(error)
    except NotDownloaded as error:
        state, problem = State.ELSEWHERE, str(error)
    except OutOfReach as error:
        state, problem = State.OUT_OF_REACH, str(error)
    except StoreError as error:
        state, problem = State.DAMAGED, str(error)
    return structs.replace(seen, state=state, problem=problem, is_sealed=is_locked(seen.path))


def _opened(store: Store, path: Path) -> Progress:
    """Read a progress without doing anything about it, as a store would. Raises StoreError."""
    return decode(store.codec.open(atomic.read(path) or b"", path), path)


def _refusal(store: Store) -> str:
    try:
        for folder in store.folders:
            permissions.must_take_a_save(folder)
    except Unwritable as error:
        return str(error)
    return ""


def _bad_lock(store: Store) -> str:
    try:
        permissions.check_lock(store.home)
    except NotALock as error:
        return str(error)
    return ""


def _free(folder: Path) -> int | None:
    with suppress(OSError):
        return shutil.disk_usage(permissions.nearest(folder)).free
    return None


def _kind(found: os.stat_result) -> Kind:
    if stat.S_ISREG(found.st_mode):
        return Kind.FILE
    return Kind.FOLDER if stat.S_ISDIR(found.st_mode) else Kind.OTHER


def _owner(found: os.stat_result) -> str:
    """Give whom something belongs to, if that is somebody else."""
    with suppress(ImportError, KeyError):
        import pwd

        if found.st_uid != os.getuid():
            return pwd.getpwuid(found.st_uid).pw_name
    return ""
