"""A new file at a place that the person named, for an export. It never replaces anything."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from exback.errors import ExbackError
from exback.store.fsync import sync, sync_folder
from exback.store.permissions import PRIVATE_FILE, reason


def write_new(path: Path, data: bytes) -> None:
    """Create a file, for this user alone, and wait until the disk has it. Raises ExbackError.

    A file that could not be written whole is removed again.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        handle = os.open(path, flags | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
    except OSError as error:
        raise _refused(error, path) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            sync(file.fileno())
        sync_folder(path.parent)
    except BaseException as error:
        path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _refused(error, path) from None
        raise


def write_words(name: str, text: str) -> Path:
    """Write a text to a new file that the person named, and return its absolute path. Raises ExbackError."""
    try:
        path = Path(name).expanduser().absolute()
    except RuntimeError:  # the home of someone the system doesn't know
        raise ExbackError("There is no home folder of that name.", path=name) from None
    write_new(path, text.encode("utf-8", "replace"))
    return path


def _refused(error: OSError, path: Path) -> ExbackError:
    if error.errno == errno.EEXIST:
        return ExbackError(
            "There is something of that name already, and exback does not write over it.",
            path=path,
            hint="Give another name: exback export FILE",
        )
    return ExbackError(
        f"exback could not write that file: {reason(error)}.", path=path, hint="Nothing of it was left there."
    )
