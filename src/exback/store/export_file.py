"""A new file at a place that the person named, for an export. It never replaces anything."""

from __future__ import annotations

from pathlib import Path

from exback.errors import ExbackError
from exback.store import fsync
from exback.store.permissions import reason

STDOUT = Path("-")
"""The name for stdout, in place of a file."""


def must_be_free(path: Path) -> None:
    """Make sure that nothing has that name. Raises ExbackError."""
    if path.exists() or path.is_symlink():
        raise _taken(path)


def write_new(path: Path, data: bytes) -> None:
    """Create a file, for this user alone, and wait until the disk has it. Raises ExbackError.

    A file that could not be written whole is removed again.
    """
    try:
        fsync.write_new(path, data)
        try:
            fsync.sync_folder(path.parent)
        except BaseException:
            fsync.remove(path)
            raise
    except FileExistsError:
        raise _taken(path) from None
    except OSError as error:
        sentence = f"exback couldn't write that file: {reason(error)}."
        raise ExbackError(sentence, path=path, hint="No part of it was left there.") from None


def write_words(name: str, text: str) -> Path:
    """Write a text to a new file that the person named, and return its absolute path. Raises ExbackError."""
    try:
        path = Path(name).expanduser().absolute()
    except RuntimeError:  # the home of someone the system doesn't know
        raise ExbackError("There's no home folder with that name.", path=name) from None
    write_new(path, text.encode("utf-8", "replace"))
    return path


def _taken(path: Path) -> ExbackError:
    return ExbackError(
        "Something with that name is there already, and exback doesn't overwrite it.",
        path=path,
        hint="Choose another name.",
    )
