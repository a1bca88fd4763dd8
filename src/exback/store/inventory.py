"""What lies beside a progress file because of exback, or of a program that carries files between computers."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from glob import escape
from pathlib import Path

from exback.store import backups, editor_file, permissions


class Role(StrEnum):
    """What it is there for."""

    BACKUP = "backup"
    ASIDE = "aside"
    UNREADABLE = "unreadable"
    CONFLICT = "conflict"
    TEMPORARY = "temporary"
    EDITOR = "editor"


COPIES = (Role.BACKUP, Role.ASIDE, Role.UNREADABLE, Role.CONFLICT)
"""What holds a progress, or the bytes of one."""


def beside(path: Path) -> Iterator[tuple[Role, Path]]:
    """Give everything that may hold somebody's words, the copies first and of those the latest.

    What only has a name like one of these may be a file of another program, and is left out.
    """
    home = path.parent
    yield from ((Role.ASIDE if one.kind == "aside" else Role.BACKUP, one.path) for one in backups.found(home))
    yield from ((Role.UNREADABLE, one) for one in backups.quarantined(path))
    yield from ((Role.CONFLICT, one) for one in backups.conflicts(path))
    yield from ((Role.TEMPORARY, one) for one in temporaries(path))
    yield from ((Role.EDITOR, one) for one in editor_file.left(home))


def copies(path: Path) -> list[Path]:
    """Give the copies of a progress file that are there."""
    return [found for role, found in beside(path) if role in COPIES]


def left_behind(path: Path) -> list[Path]:
    """Give what holds somebody's words in plain and is no copy: what an editor, or a save, left or is at work on."""
    return [found for role, found in beside(path) if role not in COPIES]


def unseen(path: Path) -> list[Path]:
    """Give the folders that may hold copies and can't be looked into."""
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
    """Give what saves have left that were cut short: of the file, of what it leads to, and of the copies of both."""
    home = path.parent
    places = {(one.parent, one.stem) for one in (path, permissions.real(path))}
    places |= {(home / folder, "progress-") for folder in (backups.BACKUPS, backups.ASIDE)}
    found = {one for folder, stem in places for one in backups.listed(folder, f".{escape(stem)}*.tmp")}
    return sorted(one for one in found if backups.TEMPORARY.fullmatch(one.name))
