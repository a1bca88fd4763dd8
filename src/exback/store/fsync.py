"""Bytes on their way to a disk: a private file of their own, all of them, and not before the disk has them.

A file whose fsync failed is never synced again: the system forgets the error with the first report, and would call the
next one good. It is removed, and the next save writes a new one.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from exback.store.permissions import IS_WINDOWS, PRIVATE_FILE, PRIVATE_FOLDER

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    T = TypeVar("T")

NO_SYNC = {errno.ENOTSUP, errno.EINVAL, errno.ENOTTY}
"""What a drive says that does not know the way in which it is asked for that."""

WINDOWS_IN_USE = {5, 32, 33}
"""Windows says these while a virus scanner or an indexer has the file open for a moment."""

PAUSES = (0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.4, 0.5, 0.5, 0.5)
"""Seconds, 2.5 in all."""


def temporary_name(target: Path) -> Path:
    """Give a free name beside a file, by which `beside.temporaries` would know it."""
    import secrets  # takes a twentieth of the time to the first prompt, and looking at a file needs none

    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")


def write_beside(target: Path, data: bytes) -> Path:
    """Write bytes to a file beside another, private from birth, until the disk has them. Raises OSError, and leaves nothing."""
    temporary = temporary_name(target)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    handle = os.open(temporary, flags | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
    try:
        try:
            _write_all(handle, data)
            sync(handle)
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


def sync(handle: int) -> None:
    """See a file, or the names in a folder, onto the disk. Raises OSError."""
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # fsync there leaves the bytes in the drive's own memory
        except OSError as error:
            if error.errno not in NO_SYNC:  # network drives know only fsync
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


def sync_folder(folder: Path) -> None:
    """See the names in a folder onto the disk, where it can be asked for that. Raises OSError."""
    if IS_WINDOWS:
        return  # Windows cannot sync a folder; its rename is journalled
    handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        sync(handle)
    except OSError as error:
        if (
            error.errno not in NO_SYNC
        ):  # some network drives do it by themselves, or not at all: there is no more to be had
            raise
    finally:
        os.close(handle)


def make_private_folder(folder: Path) -> None:
    """Create a folder, and what it lies in, for this user alone; one that exists is left as it is. Raises OSError."""
    if folder.is_dir():
        return
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        with suppress(OSError):  # what is saved in it is worth no more than its own name on the disk
            sync_folder(one.parent)
