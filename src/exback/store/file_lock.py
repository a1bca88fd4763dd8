"""A lock between two programs, held only while one of them reads, changes and writes the progress file.

It is on a file of its own, because replacing the progress file would replace its lock too. It is deleted only with
everything else, by the program that holds it. The system releases it when that program dies, and no program that is
started meanwhile inherits it. On a network drive without locks, Saver compares the file once more before it replaces it.

Other users who may write to the folder could put a link to an important file there, or a pipe without a writer. So the
lock file is checked before it is opened and again when it is open, never followed or waited for, and written to only
through the verified handle.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from exback.errors import StoreError, Unwritable
from exback.store.fsync import NO_WAITING, make_private_folder, open_handle
from exback.store.paths import LOCK, LOCK_MARK
from exback.store.permissions import IS_WINDOWS, check_lock, could_not, not_a_lock

PATIENCE = 10.0
"""Seconds to wait. A save takes a small part of one; a holder that takes longer has been suspended."""

PAUSE = 0.02
ATTEMPTS = 5
"""How often to try. On a drive that reports a new inode number each time, this ends the attempts."""

NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}


class Watch:
    """An open lock file, wherever it is moved to: `exback reset --erase` marks it before it deletes everything.

    So a lock file that only someone tidied away, or a folder that was copied or disconnected, doesn't count as deletion.
    """

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def __del__(self) -> None:
        os.close(self._handle)

    @property
    def sees_the_end(self) -> bool:
        """Whether everything has been deleted."""
        return os.fstat(self._handle).st_size > 0


def watch(home: Path) -> Watch | None:
    """Return a watch on the lock of a folder, None if there is no lock to watch, or one that is being deleted.

    On Windows nothing is watched: an open file can't be deleted there. Raises NotALock if it is not a lock of exback's.
    """
    if IS_WINDOWS:
        return None
    with suppress(OSError):
        watching = Watch(_verified(home, os.O_RDONLY))
        return None if watching.sees_the_end else watching
    return None


@contextmanager
def locked(home: Path, check: Callable[[], object] = lambda: None, patience: float | None = None) -> Iterator[int]:
    """Wait for the lock of a folder, and yield its handle while it is held. Raises NotALock, or Unwritable after the wait.

    `patience` is how many seconds to wait, PATIENCE by default. `check` is called before anything is created, and again when
    the lock is held; what it raises ends the attempt.
    """
    handle = _acquire(home, check, PATIENCE if patience is None else patience)
    try:
        check()
        yield handle
    finally:
        with suppress(OSError):  # it is released even so, and the save was made
            os.close(handle)


def mark(handle: int) -> None:
    """Mark a lock that is held before it is deleted with everything else, for the programs that watch it."""
    with suppress(OSError):
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, LOCK_MARK)


def delete(home: Path) -> None:
    """Delete the lock of a folder, but nothing that was put in its place."""
    with suppress(OSError, StoreError):
        os.close(_verified(home, os.O_RDONLY))
        (home / LOCK).unlink()


def _acquire(home: Path, check: Callable[[], object], patience: float) -> int:
    """Return the handle of a lock that is held and still in place: its last holder may have deleted it with everything."""
    for attempt in range(1, ATTEMPTS + 1):
        check()
        with could_not("exback couldn't save", home):
            make_private_folder(home)
            handle = _verified(home, os.O_RDWR | os.O_CREAT)
        try:
            _wait(handle, home, patience)
            if attempt == ATTEMPTS or _is_in_place(handle, home):
                os.ftruncate(handle, 0)  # a mark is left where a deletion was interrupted
                break
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
    return handle


def _is_in_place(handle: int, home: Path) -> bool:
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(handle), (home / LOCK).lstat())
    return False


def _verified(home: Path, flags: int) -> int:
    """Open a lock that exback made, without following a link or waiting for anything. Raises NotALock, or OSError."""
    check_lock(home)
    handle = open_handle(home / LOCK, flags | NO_WAITING | getattr(os, "O_NOCTTY", 0))
    try:
        status = os.fstat(handle)
        check_lock(home, status)  # it may have been replaced since
        if status.st_size and not LOCK_MARK.startswith(os.read(handle, len(LOCK_MARK) + 1)):
            raise not_a_lock(home / LOCK, "it isn't empty")
    except BaseException:
        os.close(handle)
        raise
    return handle


def _wait(handle: int, home: Path, patience: float) -> None:
    end = time.monotonic() + patience
    while not _try_lock(handle):
        if time.monotonic() > end:
            raise Unwritable(
                "exback couldn't save: another exback is still saving.",
                path=home,
                hint="Look for it in your other windows and close it. What was saved before is still there.",
            )
        time.sleep(PAUSE)  # a lock can't be waited for with a time limit


def _try_lock(handle: int) -> bool:
    try:
        locking()(handle)
    except OSError as error:
        return error.errno in NO_LOCKS
    return True


def locking() -> Callable[[int], None]:
    """Return this system's function that locks a handle, or raises OSError at once."""
    if sys.platform == "win32":
        import msvcrt

        return lambda handle: msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    import fcntl

    return lambda handle: fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
