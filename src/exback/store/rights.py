"""Who may read and write, and why the system refuses something, in words."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from exback.errors import Unwritable

IS_WINDOWS = os.name == "nt"
PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
OPEN_TO_OTHERS = 0o077
REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your disk quota is used up",
    errno.EFBIG: "the file may not grow that large",
    errno.EACCES: "this user may not write there",
    errno.EPERM: "this user may not write there",
    errno.EROFS: "that disk can only be read",
    errno.EIO: "the disk reports an error",
}


def real(path: Path) -> Path:
    """Give where a path leads, if it is a link, and else the path; a link among its folders is followed by the system."""
    is_link = os.path.islink(path)  # noqa: PTH114  # Path's own raises where this user may not look
    return Path(os.path.realpath(path)) if is_link else path


def nearest(folder: Path) -> Path:
    """Give a folder or, of those it would lie in, the nearest of which this user may know that it is there."""
    return next(one for one in (folder, *folder.parents) if os.path.exists(one))  # noqa: PTH110  # so too


def close_to_others(path: Path) -> bool | None:
    """Take from others the right to read a file. Gives None if they had none, else whether it could be done."""
    if IS_WINDOWS:
        return None  # who may read a file there is not said by its mode
    with suppress(OSError):
        target = real(path)
        mode = target.lstat().st_mode
        if not stat.S_ISREG(mode) or not mode & OPEN_TO_OTHERS:
            return None
        with suppress(OSError):
            target.chmod(PRIVATE_FILE)
            return True
        return False
    return None


def must_take_a_save(folder: Path) -> None:
    """Refuse a folder in which nothing could be saved. Raises Unwritable. Nothing is created or written."""
    why = _refusal(folder)
    if why:
        hint = "Make the folder writable for yourself, or name another one with --home. What is there can be read: exback status"
        raise Unwritable(f"exback can't save here: {why}.", path=folder, hint=hint)


def must_let_go(folder: Path) -> None:
    """Refuse a folder in which nothing could be deleted. Raises Unwritable."""
    why = _refusal(folder)
    if why:
        hint = "Nothing was deleted. Make the folder writable for yourself, and try again."
        raise Unwritable(f"exback can't delete anything here: {why}.", path=folder, hint=hint)


def _refusal(folder: Path) -> str:
    """Give why nothing in a folder can be changed, empty if it can."""
    place = nearest(folder)
    if os.access(place, os.W_OK | os.X_OK):
        return ""
    read_only = hasattr(os, "statvfs") and bool(os.statvfs(place).f_flag & os.ST_RDONLY)
    return REASONS[errno.EROFS] if read_only else f"{REASONS[errno.EACCES]}{owner(place)}"


def owner(path: Path) -> str:
    """Give whom a file belongs to, in words, if that is somebody else."""
    with suppress(ImportError, OSError, KeyError):
        import pwd

        user = path.stat().st_uid
        if user != os.getuid():
            return f"; it belongs to {pwd.getpwuid(user).pw_name}"
    return ""


def reason_unread(error: OSError, path: Path) -> str:
    """Give in words why the system lets nobody read something, or look for it."""
    return f"this user may not read it{owner(path)}" if isinstance(error, PermissionError) else reason(error)


def reason(error: OSError) -> str:
    """Give in words why the system refused something."""
    return REASONS.get(error.errno or 0) or (error.strerror or "the system refused").lower()
