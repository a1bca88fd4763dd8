"""Writing bytes to a new private file, and waiting until the disk has them.

A file whose fsync failed is never synced again: the system reports the error only once, and would call the next fsync
good. The file is removed, and the next save writes a new one.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from exback.store.permissions import IS_WINDOWS, PRIVATE_FILE, PRIVATE_FOLDER, may_be_in_use

TYPE_CHECKING = False  # importing typing costs as much as starting Python
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    T = TypeVar("T")

NO_SYNC = {errno.ENOTSUP, errno.EINVAL, errno.ENOTTY}
"""The errors of a drive that doesn't support a way to sync."""

PAUSES = (0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.4, 0.5, 0.5, 0.5)
"""Seconds between the attempts, 2.5 in all."""

_in_vain: set[Path] = set()
"""The files that were waited for in vain. A command opens a file several times, and waits for it once."""

SAFELY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
"""How every file is opened: no link is followed, and Windows changes no byte. Python keeps it from other programs."""

NO_WAITING = getattr(os, "O_NONBLOCK", 0)
"""How a file is opened that may be a pipe or a device."""


def temporary_name(target: Path) -> Path:
    """Return a free name beside a file, of the form that `inventory.temporaries` looks for."""
    import secrets  # takes a twentieth of the time to the first prompt, and reading doesn't need it

    return target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")


def write_beside(target: Path, data: bytes) -> Path:
    """Write bytes to a new private file beside another, wait until the disk has them, and return its path. Raises OSError."""
    temporary = temporary_name(target)
    write_new(temporary, data)
    return temporary


def write_new(path: Path, data: bytes) -> None:
    """Write bytes to a new private file, and wait until the disk has them. Raises OSError; then there is no new file."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | SAFELY, PRIVATE_FILE)  # no one has it open yet
    try:
        try:
            _write_all(handle, data)
            sync(handle)
        finally:
            os.close(handle)
    except BaseException:  # Ctrl-C too: no copy of private words may be left behind
        remove(path)
        raise


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        written = os.write(handle, rest)
        if not written:  # no error and no progress: the disk takes nothing more
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[written:]


def sync(handle: int) -> None:
    """Wait until the disk has a file, or the names in a folder. Raises OSError."""
    if sys.platform == "darwin":
        import fcntl

        try:
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # fsync there leaves the bytes in the drive's own memory
        except OSError as error:
            if error.errno not in NO_SYNC:  # network drives support only fsync
                raise
            os.fsync(handle)
    else:
        os.fsync(handle)


def open_handle(path: Path, flags: int) -> int:
    """Open a file that may be there, for this user alone if it's new, and return its handle. Raises OSError."""

    def call() -> int:
        return os.open(path, flags | SAFELY, PRIVATE_FILE)

    try:
        handle = call() if path in _in_vain else patiently(call)
    except OSError as error:
        if may_be_in_use(error):
            _in_vain.add(path)
        raise
    _in_vain.discard(path)
    return handle


def patiently(call: Callable[[], T]) -> T:
    """Call, and call again while another program, as a virus scanner, may have the file open on Windows. Raises OSError."""
    for pause in PAUSES:
        try:
            return call()
        except OSError as error:
            if not may_be_in_use(error):
                raise
        time.sleep(pause)  # Windows doesn't say when the other program lets go of the file
    return call()


def remove(path: Path) -> None:
    """Remove a file that isn't needed, if possible."""
    with suppress(OSError):
        patiently(path.unlink)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder, where it supports that. Raises OSError."""
    if IS_WINDOWS:
        return  # Windows cannot sync a folder; its rename is journalled
    handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        sync(handle)
    except OSError as error:
        if error.errno not in NO_SYNC:  # some network drives do it by themselves, or not at all
            raise
    finally:
        os.close(handle)


def make_private_folder(folder: Path) -> None:
    """Create a folder and its parents, for this user alone, and leave those that exist as they are. Raises OSError."""
    if folder.is_dir():
        return
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        with suppress(OSError):  # without its own name on the disk, what is saved in it would be lost
            sync_folder(path.parent)
