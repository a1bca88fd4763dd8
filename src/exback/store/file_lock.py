"""A lock between two programs, held only while one of them reads, changes and writes the file.

It lies on a file of its own, because replacing the progress file would replace its lock too, and it is deleted only
with everything, by whoever holds it. The system lets go of it when its holder dies. No program that is started meanwhile
inherits it. Where a network drive knows no locks, what the file was like before is compared once more before it is
replaced, see Saver.

Whoever may write to the folder could put a link to someone's thesis there, or a pipe that nobody writes to. So the lock is
looked at before it is opened and again when it is open, never followed or waited for, and written to only as the
verified handle.
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
from exback.store.atomic import HINT
from exback.store.fsync import make_private_folder
from exback.store.paths import LOCK, LOCK_MARK
from exback.store.permissions import IS_WINDOWS, PRIVATE_FILE, check_lock, not_a_lock, reason

FILE = LOCK
MARK = LOCK_MARK
PATIENCE = 10.0
"""Seconds. A save takes a small part of one; a holder that takes longer was stopped by somebody."""

PAUSE = 0.02
ATTEMPTS = 5
"""A drive that gives a file another number every time it is asked must not keep anybody waiting for good."""

NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}


class Watch:
    """Keeps the lock of a folder in view, wherever it is moved to: it is marked before everything is deleted, and then goes.

    A lock that somebody tidied away, and a folder that was copied or is not connected, tell of no such thing. On Windows
    nothing is watched: what is open there cannot be deleted. Raises NotALock if it is not a lock of exback's.
    """

    def __init__(self, home: Path) -> None:
        self._handle: int | None = None
        if not IS_WINDOWS:
            with suppress(OSError):
                self._handle = _verified(home, os.O_RDONLY)

    def __del__(self) -> None:
        if self._handle is not None:
            os.close(self._handle)

    @property
    def is_on(self) -> bool:
        """Whether there is a lock to watch."""
        return self._handle is not None

    @property
    def sees_the_end(self) -> bool:
        """Whether everything was deleted since."""
        return self._handle is not None and os.fstat(self._handle).st_size > 0


@contextmanager
def locked(home: Path, check: Callable[[], object] = lambda: None, patience: float | None = None) -> Iterator[int]:
    """Wait for the lock of a folder and hold it, as an open file. Raises NotALock, or Unwritable where it can't be had in time.

    `patience` is how many seconds to wait, PATIENCE if that isn't said.
    `check` is called before anything is made, and again when the lock is held; what it raises ends the attempt.
    """
    handle = _held(home, check, PATIENCE if patience is None else patience)
    try:
        check()
        yield handle
    finally:
        with suppress(OSError):  # it is let go of even so, and what was saved is saved
            os.close(handle)


def mark(held: int) -> None:
    """Mark a lock that is held before it is deleted with all else, so that whoever watches it knows."""
    with suppress(OSError):
        os.lseek(held, 0, os.SEEK_SET)
        os.write(held, MARK)


def delete(home: Path) -> None:
    """Delete the lock of a folder, and nothing that was put in its place."""
    with suppress(OSError, StoreError):
        os.close(_verified(home, os.O_RDONLY))
        (home / FILE).unlink()


def _held(home: Path, check: Callable[[], object], patience: float) -> int:
    """Give a lock that is held, and is the one that lies there: whoever had it may have deleted it with everything."""
    for attempt in range(1, ATTEMPTS + 1):
        check()
        handle = _opened(home)
        try:
            _wait(handle, home, patience)
            if attempt == ATTEMPTS or _is_in_place(handle, home):
                os.ftruncate(handle, 0)  # a mark, where somebody was stopped while everything was deleted
                break
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
    return handle


def _is_in_place(handle: int, home: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), (home / FILE).lstat())
    except FileNotFoundError:
        return False


def _opened(home: Path) -> int:
    try:
        make_private_folder(home)
        return _verified(home, os.O_RDWR | os.O_CREAT)
    except OSError as error:
        raise Unwritable(f"exback could not save: {reason(error)}.", path=home, hint=HINT) from None


def _verified(home: Path, flags: int) -> int:
    """Open a lock that exback made, without following a link or waiting for anything. Raises NotALock, or OSError."""
    check_lock(home)
    for flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, flag, 0)
    handle = os.open(home / FILE, flags, PRIVATE_FILE)
    try:
        found = os.fstat(handle)
        check_lock(home, found)  # it may have been exchanged since
        if found.st_size and not MARK.startswith(os.read(handle, len(MARK) + 1)):
            raise not_a_lock(home / FILE, "holds something")
    except BaseException:
        os.close(handle)
        raise
    return handle


def _wait(handle: int, home: Path, patience: float) -> None:
    end = time.monotonic() + patience
    while not _taken(handle):
        if time.monotonic() > end:
            raise Unwritable(
                "exback could not save: another exback is saving, and hasn't finished.",
                path=home,
                hint="Look for it in your other windows and end it. What was saved before is still there.",
            )
        time.sleep(PAUSE)


def _taken(handle: int) -> bool:
    try:
        locking()(handle)
    except OSError as error:
        return error.errno in NO_LOCKS
    return True


def locking() -> Callable[[int], None]:
    """Give what takes a lock on a handle, or raises OSError at once, by the means of this system."""
    if sys.platform == "win32":
        import msvcrt

        return lambda handle: msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    import fcntl

    return lambda handle: fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
