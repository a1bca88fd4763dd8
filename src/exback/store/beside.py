"""What lies beside a progress file because of exback, or of a program that carries files between computers."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from exback.store import backups, rights
from exback.store.paper import PREFIX


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
    """Give everything that may hold somebody's words, the copies first and of those the latest."""
    home, target = path.parent, rights.real(path)
    yield from ((Role.ASIDE if one.kind == "aside" else Role.BACKUP, one.path) for one in backups.found(home))
    yield from ((Role.UNREADABLE, one) for one in backups.quarantined(path))
    yield from ((Role.CONFLICT, one) for one in backups.conflicts(path))
    for folder in (target.parent, home / backups.BACKUPS, home / backups.ASIDE):
        yield from ((Role.TEMPORARY, one) for one in sorted(folder.glob(f".{target.stem}*.tmp")))
    yield from ((Role.EDITOR, one) for one in sorted(home.glob(f"{PREFIX}*")))


def copies(path: Path) -> list[Path]:
    """Give the copies of a progress file that are there."""
    return [found for role, found in beside(path) if role in COPIES]
