"""Deleting everything for good: the progress file, all that lies beside it, and the folder if nothing else is in it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from exback.errors import StoreError
from exback.store import atomic, backups, editor_file, file_lock, permissions
from exback.store.inventory import beside


class Erased(Struct, frozen=True):
    """What was deleted, and what was not, each with the reason."""

    gone: tuple[Path, ...]
    left: tuple[tuple[Path, str], ...]


def everything(path: Path) -> list[Path]:
    """Give all that holds, or held, somebody's words at and beside a progress file. A link stands with its target.

    Copies of the usual kind come last. A folder in place of the file is none of exback's. Raises StoreError where nobody
    can know.
    """
    permissions.check_home(path.parent)
    there = [
        one for one in dict.fromkeys((path, permissions.real(path))) if atomic.is_there(one) and not _is_folder(one)
    ]
    around = dict.fromkeys(one for _, one in beside(path))
    return [*there, *sorted(around, key=backups.has_usual_name)]


def links(path: Path) -> dict[Path, Path]:
    """Return what of `everything` a link leads to elsewhere, each with where that is: the file, and folders with all in them."""
    folders = {one.parent for one in everything(path)}
    found = {folder: Path(os.path.realpath(folder)) for folder in sorted(folders)}
    if path.is_symlink():
        found[path] = permissions.real(path)
    return {one: where for one, where in found.items() if where != one}


def erase(path: Path) -> Erased:
    """Delete all of it, then the empty folders. What can't be deleted stays, and the rest goes all the same.

    Raises StoreError where nothing can be.
    """
    gone: list[Path] = []
    left: list[tuple[Path, str]] = []
    if not path.parent.exists():
        return Erased((), ())
    permissions.must_let_go(path.parent)
    with file_lock.locked(path.parent) as held:
        for one in reversed(everything(path)):  # the copies first: what is left by a crash is the file itself
            try:
                _delete(one)
                gone.append(one)
            except (OSError, StoreError) as error:
                left.append((one, permissions.reason(error) if isinstance(error, OSError) else str(error)))
        if not permissions.IS_WINDOWS:
            file_lock.mark(held)
            file_lock.delete(path.parent)
    if permissions.IS_WINDOWS:  # where what is open can't be deleted
        file_lock.delete(path.parent)
    _sweep_folders(path.parent)
    return Erased(tuple(reversed(gone)), tuple(reversed(left)))


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _delete(path: Path) -> None:
    if path.is_symlink():
        path.unlink()
    elif editor_file.is_paper(path):
        editor_file.remove(path)
    else:
        atomic.drop(path)


def _sweep_folders(home: Path) -> None:
    """Remove each folder that is empty now."""
    for folder in (home / backups.BACKUPS, home / backups.ASIDE, home):
        with suppress(OSError):  # something else lies in it
            folder.rmdir()
