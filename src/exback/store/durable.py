"""Putting bytes in place of a file so that, whatever happens, the old or the new ones are there whole.

The order is: a temporary file in the same folder, private from birth; all bytes; fsync; rename over the
target; fsync of the folder. Only after the last of these is a save a save. Measured with power-cut copies
of ext4, xfs and btrfs: without the fsync of the folder, saves that had been reported were lost.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from exback.errors import StoreError, Unreadable, Unwritable

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
HINT = "What was saved before is still there. Mend that, and start exback again."
REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your disk quota is used up",
    errno.EFBIG: "the file may not grow that large",
    errno.EACCES: "this user may not write there",
    errno.EPERM: "this user may not write there",
    errno.EROFS: "that disk can only be read",
    errno.EIO: "the disk reports an error",
}


def read(path: Path) -> bytes | None:
    """Give a file's bytes, None if there is none. Raises Unreadable; never waits on a pipe or a device."""
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind):
            raise _not_a_file(path, kind)
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        why = "this user may not read it" if isinstance(error, PermissionError) else _reason(error)
        hint = "Make it readable for yourself, or name another folder with --home."
        raise Unreadable(f"exback can't read your progress file: {why}.", path=path, hint=hint) from None


def replace(path: Path, data: bytes) -> None:
    """Put `data` in place of the file at `path`, following a link to where it points. Raises StoreError."""
    target = Path(os.path.realpath(path))
    try:
        make_private_folder(target.parent)
        _refuse_special(target)
        temporary = _write_beside(target, data)
        try:
            temporary.replace(target)
        except BaseException:  # Ctrl-C too: a copy of somebody's words must not be left lying about
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Unwritable(f"exback could not save: {_reason(error)}.", path=path, hint=HINT) from None
    _sync_folder(target.parent, path)


def move(source: Path, target: Path) -> None:
    """Move a file's bytes to a place that is free, or that a link leads from; a crash leaves both, never neither.

    They are copied and then removed, so that a link at either end stays a link. Raises StoreError.
    """
    data = read(source)
    replace(target, data or b"")
    real = Path(os.path.realpath(source))
    try:
        real.unlink()
    except OSError as error:
        raise Unwritable(f"exback could not remove the file: {_reason(error)}.", path=source, hint=HINT) from None
    _sync_folder(real.parent, source)


def sweep(path: Path) -> None:
    """Remove what a save that was killed left beside a file. Call it only while no other save can be under way."""
    target = Path(os.path.realpath(path))
    for stale in target.parent.glob(f".{target.name}.*.tmp"):
        with suppress(OSError):
            stale.unlink()


def make_private_folder(folder: Path) -> None:
    """Create a folder, and what it lies in, for this user alone; one that exists is left as it is."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)


def _refuse_special(target: Path) -> None:
    try:
        kind = target.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(kind):
        raise _not_a_file(target, kind)


def _not_a_file(path: Path, kind: int) -> StoreError:
    thing = "a folder" if stat.S_ISDIR(kind) else "something that is not a file"
    return Unreadable(
        f"There is {thing} where your progress file should be.",
        path=path,
        hint="Move it away, or name another folder with --home.",
    )


def _write_beside(target: Path, data: bytes) -> Path:
    import secrets  # takes a twentieth of the time to the first prompt, and looking at a file needs none

    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    handle = os.open(temporary, flags | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
    try:
        try:
            _write_all(handle, data)
            _sync(handle)
        finally:
            os.close(handle)
    except BaseException:  # as above
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _sync(handle: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # fsync there leaves the bytes in the drive's own memory
    else:
        os.fsync(handle)


def _sync_folder(folder: Path, path: Path) -> None:
    if os.name == "nt":
        return  # Windows cannot sync a folder; its rename is journalled
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        raise Unwritable(
            f"exback saved, but can't be sure that it will survive a power cut: {_reason(error)}.",
            path=path,
            hint="Look after that disk, and make a copy of the file.",
        ) from None


def _reason(error: OSError) -> str:
    return REASONS.get(error.errno or 0) or (error.strerror or "the system refused").lower()
