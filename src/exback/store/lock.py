"""A lock between two programs, held only while one of them reads, changes and writes the file.

It lies on a file of its own, because replacing the progress file would replace its lock too, and it is deleted only
with everything, by whoever holds it. The system lets go of it when its holder dies. No program that is started meanwhile inherits it. Where a
network drive knows no locks, what the file was like before is compared once more before it is replaced, see Store.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from exback.errors import Unwritable
from exback.store.durable import HINT
from exback.store.rights import PRIVATE_FILE, reason
from exback.store.writing import make_private_folder

FILE = "progress.json.lock"
PATIENCE = 10.0
"""Seconds. A save takes a small part of one; a holder that takes longer was stopped by somebody."""

PAUSE = 0.02
ATTEMPTS = 5
"""A drive that gives a file another number every time it is asked must not keep anybody waiting for good."""

NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}


Identity = tuple[int, int]
"""What tells a lock from one that was made later: inode, and when it was made, since nothing is ever written to it."""


def identity(home: Path) -> Identity | None:
    """Tell which lock lies in a folder, None if there is none."""
    with suppress(OSError):
        return _of((home / FILE).stat())
    return None


@contextmanager
def locked(home: Path, check: Callable[[], object] = lambda: None) -> Iterator[Identity]:
    """Wait for the lock of a folder and hold it. Raises Unwritable where it can't be had in time.

    `check` is called before anything is made, and again when the lock is held; what it raises ends the attempt.
    """
    check()
    handle = _held(home)
    try:
        check()
        yield _of(os.fstat(handle))
    finally:
        with suppress(OSError):  # it is let go of even so, and what was saved is saved
            os.close(handle)


def _of(found: os.stat_result) -> Identity:
    return found.st_ino, found.st_mtime_ns


def _held(home: Path) -> int:
    """Give a lock that is held, and is the one that lies there: whoever had it may have deleted it with everything."""
    for attempt in range(1, ATTEMPTS + 1):
        handle = _opened(home)
        try:
            _wait(handle, home)
            if _of(os.fstat(handle)) == identity(home) or attempt == ATTEMPTS:
                break
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
    return handle


def _opened(home: Path) -> int:
    try:
        make_private_folder(home)
        return os.open(home / FILE, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), PRIVATE_FILE)
    except OSError as error:
        raise Unwritable(f"exback could not save: {reason(error)}.", path=home, hint=HINT) from None


def _wait(handle: int, home: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not _taken(handle):
        if time.monotonic() > end:
            raise Unwritable(
                "exback could not save: another exback has been saving for ten seconds and does not come to an end.",
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
