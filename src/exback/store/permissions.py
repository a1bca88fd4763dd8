"""File permissions: who may read and write the progress, and in words why the system refuses something."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager, suppress
from pathlib import Path

from exback.errors import LeadsNowhere, NotAFolder, NotALock, NotDownloaded, StoreError, Unwritable
from exback.store.paths import LOCK, LOCK_MARK, is_stand_in

TYPE_CHECKING = False  # importing typing costs as much as starting Python
if TYPE_CHECKING:
    from collections.abc import Iterator

IS_WINDOWS = os.name == "nt"
ROOT = 0
STILL_THERE = "What was saved before is still there. Fix that, then start exback again."
PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
OPEN_TO_OTHERS = 0o077
CHANGED_BY_OTHERS = 0o022
OPEN_FOLDER = (
    "Other users of this computer can write to the folder your progress file is in, and could replace the file. "
    "To stop that: chmod 700 {folder}"
)
FOLDER_OF_ANOTHER = (
    "The folder your progress file is in belongs to another user, who could replace the file: {folder}. "
    "To use a folder of your own: exback --home FOLDER"
)
NOT_HERE = {errno.EDEADLK, errno.ETIMEDOUT}
"""The errors of macOS for a file that a cloud program keeps elsewhere and can't download now."""

RECALLED = stat.FILE_ATTRIBUTE_OFFLINE | 0x40000 | 0x400000
"""The attributes of one on Windows: it's offline, or is downloaded when it is opened, or when it is read."""

NOTHING_THERE = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP}
"""The errors for a path at which nothing is, or a link that leads nowhere."""

REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your disk quota is used up",
    errno.EFBIG: "the file would be too large",
    errno.EACCES: "you don't have permission to write there",
    errno.EPERM: "you don't have permission to write there",
    errno.EROFS: "that disk is read-only",
    errno.EIO: "the disk reports an error",
}
NOT_READABLE = "you don't have permission to read it"
ACCESS_DENIED = 5
"""The error of Windows for a lack of rights, and for a file that can't be replaced because it's open. It doesn't say which."""

REASONS_ON_WINDOWS = {
    ACCESS_DENIED: f"another program may have the file open, or {REASONS[errno.EACCES]}",
    **dict.fromkeys((32, 33), "another program has the file open"),
}
"""The reasons by the errors of Windows for a file that another program has open, and lets no one else use meanwhile."""


def real(path: Path) -> Path:
    """Return the target of a path that is a link, else the path. A link among its folders is left to the system."""
    is_link = os.path.islink(path)  # noqa: PTH114  # Path's own raises where this user may not look
    return Path(os.path.realpath(path)) if is_link else path


def save_folders(path: Path) -> tuple[Path, ...]:
    """Return the folders that a save of a file writes to: its own and, where it is a link, the one that it leads to."""
    return tuple(dict.fromkeys((path.parent, real(path).parent)))


def nearest(folder: Path) -> Path:
    """Return a folder or the nearest of its parents that exists, as far as this user may see that."""
    return next(path for path in (folder, *folder.parents) if os.path.exists(path))  # noqa: PTH110  # as above


def close_to_others(path: Path) -> bool | None:
    """Take the right to read a file from others. Returns None if they had no such right, else whether that worked."""
    if IS_WINDOWS:
        return None  # a file's mode doesn't say who may read it there
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


def check_home(home: Path) -> None:
    """Refuse a home that is not a folder, or whose lock file is something else. Raises StoreError."""
    for place in (home, *home.parents):
        try:
            is_folder = stat.S_ISDIR(place.stat().st_mode)
        except OSError as error:
            if error.errno not in NOTHING_THERE:
                break  # the read or save that follows reports why
            if os.path.islink(place):  # noqa: PTH114  # as above
                raise LeadsNowhere(
                    "The folder for your progress file is a link to something that isn't there.",
                    path=place,
                    hint="If it's on a drive, connect that, and start exback again. Or use another folder: exback --home FOLDER",
                ) from None
            continue
        if is_folder:
            break
        raise NotAFolder(
            "There's something else where the folder for your progress file should be.",
            path=place,
            hint="Move it somewhere else, or use another folder: exback --home FOLDER",
        )
    check_lock(home)


def check_lock(home: Path, status: os.stat_result | None = None) -> None:
    """Refuse a lock file that exback did not make. `status` is that of the open file. Raises NotALock, or OSError."""
    path = home / LOCK
    if status is None:
        try:
            status = path.lstat()
        except (FileNotFoundError, NotADirectoryError, PermissionError):  # reported where the lock is needed
            return
    what = _not_a_lock(status, home)
    if what:
        raise not_a_lock(path, what)


def not_a_lock(path: Path, what: str) -> StoreError:
    """Return the error for something else in place of a lock file."""
    return NotALock(
        f"exback didn't make this lock file: {what}.",
        path=path,
        hint="Find out what it is, move it somewhere else, and start exback again. exback makes a new one.",
    )


def _not_a_lock(status: os.stat_result, home: Path) -> str:
    """Return in words what is wrong with a lock file, empty if nothing is.

    On a drive without owners (FAT, some network drives) every file belongs to the owner of the folder, so that user's lock
    is accepted, too: they can replace everything in the folder anyway.
    """
    if stat.S_ISLNK(status.st_mode):
        return "it's a link"
    if not stat.S_ISREG(status.st_mode):
        return "it's a folder" if stat.S_ISDIR(status.st_mode) else "it isn't a file"
    if status.st_nlink > 1:
        return "it's a second name for another file"
    if hasattr(os, "geteuid") and status.st_uid != os.geteuid() and status.st_uid != home.stat().st_uid:
        return "it belongs to another user"
    return "it isn't empty" if status.st_size > len(LOCK_MARK) else ""


def warning_of_others(folder: Path) -> str:
    """Return a warning about others who can change what is in a folder, empty if no one can or that can't be known."""
    if IS_WINDOWS:
        return ""  # a folder's mode doesn't say who may write there
    with suppress(OSError):
        status = folder.stat()
        if status.st_uid not in (os.geteuid(), ROOT):
            return FOLDER_OF_ANOTHER.format(folder=folder)
        if status.st_mode & CHANGED_BY_OTHERS:
            import shlex  # hardly ever needed

            return OPEN_FOLDER.format(folder=shlex.quote(str(folder)))
    return ""


def refuse_stand_in(path: Path, target: Path) -> None:
    """Refuse to call a file missing where a cloud program has left something in its place. Raises NotDownloaded."""
    with suppress(OSError):
        for name in os.listdir(target.parent):  # noqa: PTH208  # a Path for each name takes ten times as long
            if is_stand_in(name, target.name):
                raise not_downloaded(target.with_name(name))


def is_elsewhere(error: OSError, path: Path) -> bool:
    """Whether the system refuses to read a file because a cloud program keeps it elsewhere."""
    if error.errno == errno.EINVAL:  # what C makes of the many errors that Windows has for one
        with suppress(OSError):
            return bool(getattr(path.stat(), "st_file_attributes", 0) & RECALLED)
    return error.errno in NOT_HERE


def may_be_in_use(error: OSError) -> bool:
    """Whether Windows may refuse something because another program has a file open."""
    return _windows_error(error) in REASONS_ON_WINDOWS


def _windows_error(error: OSError) -> int | None:
    """Return the number that Windows has for an error, None on other systems.

    Python opens files by way of C there, which makes EACCES of a lack of rights and of a file in use, and keeps no number.
    """
    number: int | None = getattr(error, "winerror", None)
    return ACCESS_DENIED if number is None and IS_WINDOWS and error.errno == errno.EACCES else number


def not_downloaded(path: Path) -> StoreError:
    """Return the error for a file that a cloud program keeps elsewhere."""
    return NotDownloaded(
        "{File} is in the cloud, and hasn't been downloaded yet.",
        path=path,
        hint="Download it with your cloud program (open its folder, connect to the network), then start exback again.",
    )


def must_take_a_save(*folders: Path) -> None:
    """Refuse folders if nothing could be saved in one of them. Creates and writes nothing. Raises Unwritable."""
    hint = "Give yourself permission to write to the folder, or use another one: exback --home FOLDER. You can still read what's there: exback status"
    for folder in folders:
        must_be_writable(folder, "exback can't save", hint)


def must_be_writable(folder: Path, refusal: str, hint: str) -> None:
    """Refuse a folder, or the place for one, in which nothing can be changed. Raises Unwritable, with why."""
    place = nearest(folder)
    if not os.access(place, os.W_OK | os.X_OK):
        is_read_only = hasattr(os, "statvfs") and bool(os.statvfs(place).f_flag & os.ST_RDONLY)
        why = REASONS[errno.EROFS] if is_read_only else f"{REASONS[errno.EACCES]}{owner(place)}"
        raise Unwritable(f"{refusal}: {why}.", path=folder, hint=hint)


def owner(path: Path) -> str:
    """Return in words which other user a file belongs to, empty if it is this user's."""
    with suppress(OSError):
        name = other_user(path.stat())
        return f" (it belongs to {name})" if name else ""
    return ""


def other_user(status: os.stat_result) -> str:
    """Return the name of another user that something belongs to, empty if it is this user's."""
    with suppress(ImportError, KeyError):
        import pwd

        if status.st_uid != os.getuid():
            return pwd.getpwuid(status.st_uid).pw_name
    return ""


@contextmanager
def could_not(refusal: str, path: Path, hint: str = STILL_THERE, whose: str = "") -> Iterator[None]:
    """Say of an OSError in the block what exback couldn't do, as `refusal` has it, and why. Raises Unwritable.

    `whose` is added to the reason: to whom the place belongs, as `owner` returns it.
    """
    try:
        yield
    except OSError as error:
        raise Unwritable(f"{refusal}: {reason(error)}{whose}.", path=path, hint=hint) from None


def not_saved(why: str, path: Path) -> StoreError:
    """Return the error for a change that was not saved."""
    return Unwritable(f"exback couldn't save: {why}.", path=path, hint=STILL_THERE)


def reason_unread(error: OSError, path: Path) -> str:
    """Return in words why something can't be read or looked for."""
    if may_be_in_use(error):
        return f"another program may have it open, or {NOT_READABLE}"
    return f"{NOT_READABLE}{owner(path)}" if isinstance(error, PermissionError) else reason(error)


def reason(error: OSError) -> str:
    """Return in words why the system refused something."""
    on_windows = REASONS_ON_WINDOWS.get(_windows_error(error) or 0)
    return on_windows or REASONS.get(error.errno or 0) or (error.strerror or "the system refused").lower()
