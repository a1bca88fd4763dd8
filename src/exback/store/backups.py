"""The older copies of the progress file: where they are, and which of them are kept.

`backups/` has the version before the last save, the first version of each day, and copies made before something that
changes everything at once; `aside/` has what a reset or a restore took away. All but the first are numbered in the order
in which they were made, and the lowest numbers are deleted first: clocks can be set back, numbers can't. The version
before the last save belongs to the current file, and gets a number when another file takes its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from stat import S_ISREG

from msgspec import Struct

from exback.errors import Uncertain, Unwritable
from exback.store import atomic, fsync, permissions
from exback.store.codec import is_sealed
from exback.store.paths import FILE, FORMAT

BACKUPS, ASIDE = "backups", "aside"
PREVIOUS = "progress-previous.json"
# The patterns are compiled when they are first used: most commands need none of them.
TEMPORARY = r"\..+\.[0-9a-f]{8}\.tmp"
QUARANTINED = r"\.corrupt-\d{8}T\d{6}Z(?:-\d{1,3})?"
KEPT = 7
"""How many copies of a kind are kept."""

FORMAT_FIELD = f'"{FORMAT}"'.encode()


class Backup(Struct, frozen=True):
    """An older copy of the progress file.

    `kind` is previous, day, aside, or what it was made before. `when` is when it was saved, by this computer's clock. A
    higher `number` was made later. `day` is the ISO date in its name, if there is one.
    """

    path: Path
    kind: str
    when: datetime
    number: int
    day: str = ""


def list_backups(home: Path) -> tuple[Backup, ...]:
    """Return all older copies, the latest first."""
    copies = _all_numbered(home)
    latest = previous(home)
    when = _saved_at(latest)
    if when is not None:  # it belongs to the current file, so nothing is later
        copies.append(Backup(latest, "previous", when, _next_number(copies)))
    return tuple(sorted(copies, key=lambda copy: copy.number, reverse=True))


def number_previous(home: Path, today: date) -> None:
    """Number the version before the last save, when another file takes the place of the one it belongs to.

    Raises OSError.
    """
    if not has_previous(home):
        return
    if atomic.is_one_file(previous(home), home / FILE):  # nothing was saved before it
        fsync.patiently(previous(home).unlink)
        return
    fsync.patiently(lambda: previous(home).replace(place(home, "previous", today)))
    prune(home, "previous")


def previous(home: Path) -> Path:
    """Return the place of the version before the last save."""
    return home / BACKUPS / PREVIOUS


def has_previous(home: Path) -> bool:
    """Whether there is a version before the last save: if so, the file that it belongs to was not put aside.

    Raises OutOfReach if that can't be known.
    """
    return atomic.is_there(previous(home))


def keep_first_of_day(home: Path, current: Path, today: date) -> None:
    """Keep the file that is about to be replaced, if there is no copy of today yet. Raises OSError.

    The copies of seven days are kept. Days after today are counted separately, so a clock that runs ahead or was set back
    deletes nothing from other days.
    """
    day = today.isoformat()
    if any(copy.day == day for copy in _of_kind(home, "day")):
        return
    atomic.keep(current, place(home, "day", today))
    copies = _of_kind(home, "day")
    _prune([copy for copy in copies if copy.day <= day])
    _prune([copy for copy in copies if copy.day > day])


def keep_before(home: Path, current: Path, kind: str, today: date) -> None:
    """Keep the file, safe on the disk, before something that changes everything at once. Raises StoreError."""
    atomic.put_away(current, place(home, kind, today))
    prune(home, kind)


def prune(home: Path, kind: str) -> None:
    """Keep the latest KEPT of a kind in `backups/`, and remove the older ones."""
    _prune(_of_kind(home, kind))


def keep_turned(home: Path, current: Path, data: bytes, kind: str, today: date) -> None:
    """Keep a copy of the file as `data`, its bytes in another codec. Raises OSError, or StoreError."""
    copy = place(home, kind, today)
    try:
        atomic.write_copy(copy, data, current)
    except Uncertain:
        sentence = "exback couldn't be sure of a copy of your file, so it changed nothing else."
        raise Unwritable(sentence, path=copy, hint=permissions.STILL_THERE) from None
    prune(home, kind)


def place(home: Path, kind: str, today: date) -> Path:
    """Return a free place for another copy of a kind, numbered after all others."""
    number = _next_number(_all_numbered(home))
    if kind == "aside":
        return home / ASIDE / f"progress-{number:04d}.json"
    return home / BACKUPS / f"progress-{number:04d}-{today.isoformat()}-{kind}.json"


def quarantine(path: Path, now: datetime) -> Path:
    """Return a free place beside a file for bytes that can't be read."""
    name = f"{path.name}.corrupt-{now.strftime('%Y%m%dT%H%M%SZ')}"
    places = (path.with_name(name if not more else f"{name}-{more}") for more in range(1000))
    return next(place for place in places if not place.exists())


def quarantined(path: Path) -> list[Path]:
    """Return the files beside a file that hold bytes of it that couldn't be read."""
    candidates = listed(path.parent, f"{path.name}.corrupt-")
    return sorted(file for file in candidates if _is_quarantined(file.name.removeprefix(path.name)))


def is_temporary(name: str) -> bool:
    """Whether a file has the name of one that a save puts in place of another."""
    return name.endswith(".tmp") and re.fullmatch(TEMPORARY, name) is not None


def _is_quarantined(end: str) -> bool:
    """Whether the end of a file's name says that it holds bytes that couldn't be read."""
    return ".corrupt-" in end and re.fullmatch(QUARANTINED, end) is not None


def conflicts(path: Path) -> list[Path]:
    """Return the copies that a program which syncs files between computers has left beside a file, or its target.

    Each such program, file manager and editor has names of its own, in every language: "progress (1).json", "Copy of
    progress.json", "progress.json~". The content distinguishes such a copy from a file of another program.
    """
    places = {path, permissions.real(path)}
    alike = {file for place in places for file in listed(place.parent) if _is_named_after(file.name, place)}
    return sorted(file for file in alike - places if _saved_at(file) is not None and is_progress(file))


def _is_named_after(name: str, file: Path) -> bool:
    """Whether a name contains that of a file, at its beginning or as a word; exback's own names don't count."""
    if is_temporary(name) or _is_quarantined(name.removeprefix(file.name)):
        return False
    suffix = file.suffix.casefold()
    before, stem, after = name.casefold().partition(file.stem.casefold())
    if not stem or before[-1:].isalnum():
        return False
    return after.endswith(suffix) or (not after[:1].isalnum() and (not before or suffix in after))


def latest_is_locked(path: Path) -> bool:
    """Whether the latest copy of a file is locked, by the order in which exback made them.

    If so, an unlocked file is not the one that exback saved last: unlocking also unlocks the copies, and a new file after a
    reset is kept as the latest copy at once. Where exback has made no copy, all that other programs left must be locked.
    """
    copies = [copy.path for copy in list_backups(path.parent)][:1] or conflicts(path)
    return bool(copies) and all(is_sealed(atomic.head(copy)) for copy in copies)


def is_progress(path: Path) -> bool:
    """Whether a file is exback's, locked or not, by its beginning. Never waits on a pipe or a device."""
    head = atomic.head(path)
    return is_sealed(head) or FORMAT_FIELD in head


def has_usual_name(path: Path) -> bool:
    """Whether a copy has a name that exback gives to copies, in a folder where it keeps them."""
    names = numbered_as(path.name) is not None or path.name == PREVIOUS
    return names and path.parent.name in (BACKUPS, ASIDE)


def _of_kind(home: Path, kind: str) -> list[Backup]:
    return [copy for copy in _numbered(home / BACKUPS) if copy.kind == kind]


def _all_numbered(home: Path) -> list[Backup]:
    return [copy for folder in (BACKUPS, ASIDE) for copy in _numbered(home / folder)]


def _numbered(folder: Path) -> Iterator[Backup]:
    for path in listed(folder, "progress-", ".json"):
        name = numbered_as(path.name)
        when = None if path.name == PREVIOUS else _saved_at(path)
        if when is not None and (name is not None or is_progress(path)):
            number, day, kind = name or (0, "", "")
            kind = "aside" if folder.name == ASIDE else kind or "other"
            yield Backup(path, kind, when, number, day)


def numbered_as(name: str) -> tuple[int, str, str] | None:
    """Return the number, the day and the kind in the name of a copy, None if it isn't a name that exback gives.

    It's called "progress-0007.json" or "progress-0007-2026-03-02-daily.json". Every start reads such names, and a pattern
    would take longer to compile than all of them take to read.
    """
    if not (name.isascii() and name.startswith("progress-") and name.endswith(".json")):
        return None
    number, *rest = name.removeprefix("progress-").removesuffix(".json").split("-")
    if not (number.isdigit() and 4 <= len(number) <= 18):
        return None
    if not rest:
        return int(number), "", ""
    *day, kind = rest
    is_day = [len(part) for part in day if part.isdigit()] == [4, 2, 2] and len(day) == 3
    return (int(number), "-".join(day), kind) if is_day and kind.isalpha() and kind.islower() else None


def _next_number(copies: list[Backup]) -> int:
    return 1 + max((copy.number for copy in copies), default=0)


def _prune(copies: list[Backup]) -> None:
    for old in sorted(copies, key=lambda copy: copy.number)[:-KEPT]:
        fsync.remove(old.path)


def _saved_at(path: Path) -> datetime | None:
    """Return when a file was last written, None if it is no file, or has just gone."""
    with suppress(OSError, ValueError, OverflowError):
        status = path.lstat()
        if S_ISREG(status.st_mode):
            return datetime.fromtimestamp(status.st_mtime, UTC).astimezone().replace(microsecond=0)
    return None


def listed(folder: Path, begins: str = "", ends: str = "") -> list[Path]:
    """Return what is in a folder under names that begin and end like that, nothing if the folder can't be read."""
    with suppress(OSError):
        # without `glob`, which compiles a pattern first
        return [path for path in folder.iterdir() if path.name.startswith(begins) and path.name.endswith(ends)]
    return []
