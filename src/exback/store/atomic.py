"""Atomic replacement of a file: whatever happens, either the old bytes or the new ones are there, whole.

The order is: a temporary file in the same folder, private from the start; all bytes; fsync; the old file kept under a
second name; rename over the target; fsync of the folder. A save counts only after the last of these. Measured with
power-cut copies of ext4, xfs and btrfs: without the fsync of the folder, saves that had been reported were lost.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager, suppress
from pathlib import Path

from exback.errors import LeadsNowhere, OutOfReach, StoreError, Uncertain, Unreadable
from exback.store import fsync, permissions

TYPE_CHECKING = False  # importing typing costs as much as starting Python
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LARGEST = 64 * 1024 * 1024
"""The largest progress file, in bytes: a thousand times what a year of writing takes, and no more than memory holds."""

FOLDER_THERE = "There's a folder where {file} should be."
NO_FILE_THERE = "There's something that isn't a file where {file} should be."
HINT_UNREAD = "Give yourself permission to read it, or use another folder: exback --home FOLDER"
HINT_IN_USE = (
    "Close that program, then start exback again. If that doesn't help, give yourself permission to read it, "
    "or use another folder: exback --home FOLDER"
)
HEAD = 512
NO_LINKS = {
    errno.EPERM,
    errno.EACCES,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.ENOSYS,
    errno.EXDEV,
    errno.EMLINK,
    errno.EINVAL,
}
"""The errors where a file can't have a second name: another user's file, FAT, another disk."""

FileState = tuple[int, int, int, int, bytes]
"""One state of a file: device, inode, size in bytes, modification time in nanoseconds, and its first HEAD bytes."""


def read(path: Path) -> bytes | None:
    """Return a file's bytes, None if there is no file. Never waits on a pipe or a device. Raises StoreError."""
    with _said_of(path), _opened(path) as handle:
        return None if handle is None else _read_all(handle, path)


def is_there(path: Path) -> bool:
    """Whether there is anything at a path, even a link that leads nowhere.

    Raises OutOfReach if that can't be known, and NotDownloaded if a cloud program left something in its place.
    """
    with _said_of(path):
        try:
            path.lstat()
        except (FileNotFoundError, NotADirectoryError):
            permissions.refuse_stand_in(path, path)
            return False
    return True


def must_be_file(path: Path) -> None:
    """Refuse anything but a file at a path, before its folder is checked. Raises StoreError."""
    with _said_of(path), suppress(PermissionError):  # the check of the folder reports that
        _target(path)


def file_state(path: Path) -> FileState | None:
    """Return the state of a file, which changes whenever the file does, None if there is no file that can be read.

    The file is opened for it, because a network drive reports the current state only then.
    """
    with suppress(OSError, StoreError), _opened(path) as handle:
        if handle is not None:
            status = os.fstat(handle)
            return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, os.read(handle, HEAD))
    return None


def is_one_file(path: Path, other: Path) -> bool:
    """Whether two names are those of one file, or of a file and what `keep` made of it where there are no links."""
    with suppress(OSError, StoreError):
        first, second = path.stat(), other.stat()
        if os.path.samestat(first, second):
            return True
        are_alike = (first.st_size, first.st_mtime_ns) == (second.st_size, second.st_mtime_ns)
        return are_alike and read(path) == read(other)
    return False


def head(path: Path) -> bytes:
    """Return the first HEAD bytes of a file, b"" if there is no file that can be read. Never waits on a pipe or a device."""
    state = file_state(path)
    return b"" if state is None else state[-1]


def replace(path: Path, data: bytes, last: Callable[[Path], None] | None = None) -> None:
    """Put `data` in place of the file at `path`, following a link to where it points. Raises StoreError.

    `last` is called with the file that is about to be replaced, when the new bytes are safe beside it. If it raises
    something, everything stays as it was.
    """
    target = permissions.real(path)
    try:
        fsync.make_private_folder(target.parent)
        _refuse_special(target)
        temporary = fsync.write_beside(target, data)
        try:
            if last is not None:
                last(target)
            fsync.patiently(lambda: temporary.replace(target))
        except BaseException:  # Ctrl-C too: no copy of private words may be left behind
            fsync.remove(temporary)
            raise
    except OSError as error:
        where = permissions.owner(target.parent) if isinstance(error, PermissionError) else ""
        raise permissions.not_saved(f"{permissions.reason(error)}{where}", path) from None
    _sync_folder(target.parent, path)


def keep(source: Path, copy: Path) -> None:
    """Link a file under a second name, in place of whatever has that name, or copy it where that isn't possible. Raises OSError.

    When the file is replaced, the second name keeps its old content, and its time.
    """
    fsync.make_private_folder(copy.parent)
    temporary = fsync.temporary_name(copy)
    if not _linked(source, temporary):
        status, data = source.stat(), read(source)
        if data is None:  # gone meanwhile: an empty file would be no copy of it
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(source))
        temporary = fsync.write_beside(copy, data)
        _date(temporary, status)
    try:
        fsync.patiently(lambda: temporary.replace(copy))
    finally:  # a rename does nothing where both are one file already, after a save that was killed halfway
        fsync.remove(temporary)


def write_copy(copy: Path, data: bytes, original: Path) -> None:
    """Put `data` in place of the file at `copy`, with the times of its original: people recognize a copy by them.

    Raises OSError, or StoreError.
    """
    status = original.stat()
    replace(copy, data)
    _date(copy, status)


def put_away(source: Path, place: Path) -> None:
    """Keep a second copy of a file at a free place, safe on the disk. Raises StoreError."""
    target = permissions.real(source)
    with permissions.could_not("exback couldn't keep a copy", place.parent, whose=permissions.owner(place.parent)):
        _refuse_special(target)
        keep(target, place)
        fsync.sync_folder(place.parent)


def drop(path: Path) -> None:
    """Remove a file, or what a link leads to, and make sure that the disk knows. Raises StoreError."""
    target = permissions.real(path)
    with permissions.could_not("exback couldn't remove the file", path):
        fsync.patiently(target.unlink)
    _sync_folder(target.parent, path)


def _linked(source: Path, name: Path) -> bool:
    """Link a file under a second name, and return whether that's possible. Raises OSError.

    Windows moves and removes no name of a file that another program has open, so a link there could stay behind.
    """
    if permissions.IS_WINDOWS:
        return False
    try:
        os.link(source, name)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        return False
    return True


def _date(copy: Path, status: os.stat_result) -> None:
    """Set a copy's times to those of its original, if possible."""
    with suppress(OSError):
        os.utime(copy, ns=(status.st_atime_ns, status.st_mtime_ns))


@contextmanager
def _said_of(path: Path) -> Iterator[None]:
    """Say of an OSError in the block why a file can't be read. Raises NotDownloaded, or OutOfReach."""
    try:
        yield
    except OSError as error:
        if permissions.is_elsewhere(error, path):
            raise permissions.not_downloaded(path) from None
        raise OutOfReach(
            f"exback can't read {{file}}: {permissions.reason_unread(error, path)}.",
            path=path,
            hint=HINT_IN_USE if permissions.may_be_in_use(error) else HINT_UNREAD,
        ) from None


@contextmanager
def _opened(path: Path) -> Iterator[int | None]:
    """Open a file without waiting for it, and yield its handle, None if there is no file. Raises OSError, or StoreError."""
    target = _target(path)
    if target is None:
        yield None
        return
    handle = fsync.open_handle(target, os.O_RDONLY | fsync.NO_WAITING)
    try:
        yield handle
    finally:
        os.close(handle)


def _target(path: Path) -> Path | None:
    """Return the file at a path, or the one that a link there leads to; None if there is none. Raises OSError, or StoreError."""
    try:
        kind = path.lstat().st_mode
    except FileNotFoundError:
        permissions.refuse_stand_in(path, path)
        return None
    target = path
    if stat.S_ISLNK(kind):
        target = permissions.real(path)
        try:
            kind = target.lstat().st_mode
        except FileNotFoundError:
            permissions.refuse_stand_in(path, target)
            hint = (
                "If it's on a drive, connect that, and start exback again. To start a new file, remove the link first."
            )
            sentence = f"{{File}} is a link to something that isn't there: {target}."
            raise LeadsNowhere(sentence, path=path, hint=hint) from None
    if not stat.S_ISREG(kind):  # a link at this point leads to itself
        raise _not_a_file(path, kind)
    return target


def _read_all(handle: int, path: Path) -> bytes:
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):  # it was replaced by something else between two calls
        raise _not_a_file(path, status.st_mode)
    if status.st_size > LARGEST:
        raise Unreadable(
            f"{{File}} is {status.st_size // 1_000_000} MB, and exback reads at most {LARGEST // 1_000_000} MB.",
            path=path,
            hint="It hasn't been changed. Something else must have written to it. To see older copies: exback restore",
        )
    with os.fdopen(os.dup(handle), "rb") as file:
        # Asking for LARGEST would take that much memory, however small the file is.
        data = file.read(status.st_size + 1)
        while len(data) <= LARGEST and (more := file.read(len(data) + 1)):  # another program is writing to it
            data += more
        return data


def _refuse_special(target: Path) -> None:
    try:
        kind = target.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(kind):
        raise _not_a_file(target, kind)


def _not_a_file(path: Path, kind: int) -> StoreError:
    is_folder = stat.S_ISDIR(kind)
    return Unreadable(
        FOLDER_THERE if is_folder else NO_FILE_THERE,
        path=path,
        hint="Move it somewhere else, or use another folder: exback --home FOLDER",
    )


def _sync_folder(folder: Path, path: Path) -> None:
    try:
        fsync.sync_folder(folder)
    except OSError as error:
        raise Uncertain(
            f"exback saved, but can't be sure the file would survive a power cut: {permissions.reason(error)}.",
            path=path,
            hint="Check that disk, and make a copy of the file.",
        ) from None
