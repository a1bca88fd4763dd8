"""Deleting everything for good: the progress file, its copies beside it, and the folder if nothing else is in it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from exback.errors import StoreError
from exback.store import atomic, backups, editor_file, file_lock, permissions
from exback.store.inventory import beside


class Erased(Struct, frozen=True):
    """The paths that were deleted, and those that were not, each with the reason."""

    gone: tuple[Path, ...]
    left: tuple[tuple[Path, str], ...]


def everything(path: Path) -> list[Path]:
    """Return all paths with private words, past or present, at and beside a progress file. A link comes with its target.

    Copies with the usual names come last. A folder in place of the file is not exback's. Raises StoreError where that can't
    be known.
    """
    permissions.check_home(path.parent)
    names = dict.fromkeys((path, permissions.real(path)))
    files = [name for name in names if atomic.is_there(name) and (name.is_symlink() or not name.is_dir())]
    copies = dict.fromkeys(copy for _, copy in beside(path))
    return [*files, *sorted(copies, key=backups.has_usual_name)]


def links(path: Path) -> dict[Path, Path]:
    """Return the links on the way to `everything`, each with where it leads: the file, and folders with all that is in them."""
    folders = {file.parent for file in everything(path)}
    targets = {folder: Path(os.path.realpath(folder)) for folder in sorted(folders)}
    if path.is_symlink():
        targets[path] = permissions.real(path)
    return {link: target for link, target in targets.items() if target != link}


def erase(path: Path) -> Erased:
    """Delete `everything`, then the empty folders. If something can't be deleted, the rest is deleted even so.

    Raises StoreError where nothing can be deleted.
    """
    gone: list[Path] = []
    left: list[tuple[Path, str]] = []
    if not path.parent.exists():
        return Erased((), ())
    hint = "Nothing was deleted. Give yourself permission to write to the folder, and try again."
    permissions.must_be_writable(path.parent, "exback can't delete anything", hint)
    with file_lock.locked(path.parent) as handle:
        for file in reversed(everything(path)):  # the copies first: a crash leaves the file itself
            try:
                delete(file)
                gone.append(file)
            except (OSError, StoreError) as error:
                left.append((file, permissions.reason(error) if isinstance(error, OSError) else str(error)))
        if not permissions.IS_WINDOWS:
            file_lock.mark(handle)
            file_lock.delete(path.parent)
    if permissions.IS_WINDOWS:  # where what is open can't be deleted
        file_lock.delete(path.parent)
    _sweep_folders(path.parent)
    return Erased(tuple(reversed(gone)), tuple(reversed(left)))


def delete(path: Path) -> None:
    """Delete a file, an editor's folder or a link, but not what a link leads to. Raises OSError, or StoreError."""
    if path.is_symlink():
        path.unlink()
    elif editor_file.is_editor_folder(path):
        editor_file.remove(path)
    else:
        atomic.drop(path)


def _sweep_folders(home: Path) -> None:
    """Remove each folder that is empty now."""
    for folder in (home / backups.BACKUPS, home / backups.ASIDE, home):
        with suppress(OSError):  # something else is in it
            folder.rmdir()
