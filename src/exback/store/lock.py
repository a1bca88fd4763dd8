"""A lock between two programs, held only while one of them reads, changes and writes the file.

It lies on a file of its own, because replacing the progress file would replace its lock too, and it is never
deleted. The system lets go of it when its holder dies.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from exback.errors import Unwritable
from exback.store.durable import HINT, PRIVATE_FILE, make_private_folder

FILE = "progress.json.lock"


@contextmanager
def locked(home: Path) -> Iterator[None]:
    """Wait for the lock of a folder and hold it. Raises Unwritable where no lock can be had."""
    try:
        make_private_folder(home)
        handle = os.open(home / FILE, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), PRIVATE_FILE)
    except OSError as error:
        why = (error.strerror or "the system refused").lower()
        raise Unwritable(f"exback could not save: {why}.", path=home, hint=HINT) from None
    try:
        _take(handle)
        yield
    finally:
        os.close(handle)  # which lets go of it


def _take(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX)
