"""A lock between two programs, held only while one of them reads, changes and writes the file.

It lies on a file of its own, because replacing the progress file would replace its lock too, and it is never
deleted. The system lets go of it when its holder dies. No program that is started meanwhile inherits it. Where a
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
NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}


@contextmanager
def locked(home: Path) -> Iterator[None]:
    """Wait for the lock of a folder and hold it. Raises Unwritable where it can't be had in time."""
    try:
        make_private_folder(home)
        handle = os.open(home / FILE, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), PRIVATE_FILE)
    except OSError as error:
        raise Unwritable(f"exback could not save: {reason(error)}.", path=home, hint=HINT) from None
    try:
        _wait(handle, home)
        yield
    finally:
        with suppress(OSError):  # it is let go of even so, and what was saved is saved
            os.close(handle)


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
