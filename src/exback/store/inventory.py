"""The files beside a progress file that exback, an editor, or a program that syncs files between computers made."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from exback.store import backups, editor_file, permissions


class Role(StrEnum):
    """What a file is there for."""

    BACKUP = "backup"
    ASIDE = "aside"
    UNREADABLE = "unreadable"
    CONFLICT = "conflict"
    TEMPORARY = "temporary"
    EDITOR = "editor"


COPIES = (Role.BACKUP, Role.ASIDE, Role.UNREADABLE, Role.CONFLICT)
"""The roles of files with a progress, or the bytes of one."""


def beside(path: Path) -> Iterator[tuple[Role, Path]]:
    """Yield everything that may have private words in it, the copies first and of those the latest.

    A file with only a similar name may belong to another program, and is left out.
    """
    for backup in backups.list_backups(path.parent):
        yield Role.ASIDE if backup.kind == "aside" else Role.BACKUP, backup.path
    yield from ((Role.UNREADABLE, file) for file in backups.quarantined(path))
    yield from ((Role.CONFLICT, file) for file in backups.conflicts(path))
    yield from ((Role.TEMPORARY, file) for file in temporaries(path))
    yield from ((Role.EDITOR, folder) for folder in editor_file.leftover_folders(path.parent))


def copies(path: Path) -> list[Path]:
    """Return the copies of a progress file."""
    return [copy for role, copy in beside(path) if role in COPIES]


def left_behind(path: Path) -> list[Path]:
    """Return the files with readable private words that are not copies: an editor or a save left them, or still uses them."""
    return [file for role, file in beside(path) if role not in COPIES]


def unseen(path: Path) -> list[Path]:
    """Return the folders that may have copies in them and can't be read."""
    folders = (path.parent, path.parent / backups.BACKUPS, path.parent / backups.ASIDE)
    return [folder for folder in folders if not _can_be_listed(folder)]


def _can_be_listed(folder: Path) -> bool:
    try:
        return all(True for _ in folder.iterdir())
    except FileNotFoundError:
        return True
    except OSError:
        return False


def temporaries(path: Path) -> list[Path]:
    """Return the temporary files of interrupted saves: of the file, of a link's target, and of their copies."""
    places = {(file.parent, file.stem) for file in (path, permissions.real(path))}
    places |= {(path.parent / folder, "progress-") for folder in (backups.BACKUPS, backups.ASIDE)}
    candidates = {file for folder, stem in places for file in backups.listed(folder, f".{stem}", ".tmp")}
    return sorted(file for file in candidates if backups.is_temporary(file.name))
