"""Bytes on their way to a disk: a private file of their own, all of them, and not before the disk has them.

A file whose fsync failed is never synced again: the system forgets the error with the first report, and would call the
next one good. It is removed, and the next save writes a new one.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from exback.store.rights import PRIVATE_FILE

T = TypeVar("T")

NO_FULL_SYNC = {errno.ENOTSUP, errno.EINVAL, errno.ENOTTY}
WINDOWS_IN_USE = {5, 32, 33}
"""Windows says these while a virus scanner or an indexer has the file open for a moment."""

PAUSES = (0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.4, 0.5, 0.5, 0.5)
"""Seconds, 2.5 in all."""


def temporary_name(target: Path) -> Path:
    """Give a free name beside a file, by which `durable.sweep` would know it."""
    import secrets  # takes as long to load as all the rest of the store, and most commands never save

    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")


def write_beside(target: Path, data: bytes) -> Path:
    """Write bytes to a file beside another, private from birth, until the disk has them. Raises OSError, and leaves nothing."""
    temporary = temporary_name(target)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    handle = os.open(temporary, flags | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
    try:
        try:
            _write_all(handle, data)
            _sync(handle)
        finally:
            os.close(handle)
    except BaseException:  # Ctrl-C too: a copy of somebody's words must not be left lying about
        remove(temporary)
        raise
    return temporary


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        written = os.write(handle, rest)
        if not written:  # no error and no progress: a disk that does this takes nothing more
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[written:]


def _sync(handle: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # fsync there leaves the bytes in the drive's own memory
        except OSError as error:
            if error.errno not in NO_FULL_SYNC:  # network drives know only fsync
                raise
            os.fsync(handle)
    else:
        os.fsync(handle)


def patiently(call: Callable[[], T]) -> T:
    """Call, and call again while Windows says that somebody else has the file. Raises OSError."""
    for pause in PAUSES:
        try:
            return call()
        except OSError as error:
            if getattr(error, "winerror", None) not in WINDOWS_IN_USE:
                raise
        time.sleep(pause)
    return call()


def remove(path: Path) -> None:
    """Remove a file that nobody will miss, if that can be done."""
    with suppress(OSError):
        path.unlink()
