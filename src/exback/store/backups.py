"""Older copies of the progress file: where they lie, which are kept, and which have had their day.

`backups/` holds the version before the last save, the first version of each day, and what stood before something that
changes everything at once; `aside/` what a reset or a restore took away. All but the first are numbered in the order in
which they were made, since clocks are set back; by that order, and by no clock, the oldest go. The first belongs to the
file that stands, and gets a number when that makes place for another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from glob import escape
from pathlib import Path
from stat import S_ISREG

from msgspec import Struct

from exback.errors import Uncertain, Unwritable
from exback.store import atomic, fsync, permissions
from exback.store.codec import is_sealed
from exback.store.paths import FILE, FORMAT

BACKUPS, ASIDE = "backups", "aside"
PREVIOUS = "progress-previous.json"
NUMBERED = re.compile(r"progress-(\d{4,18})(?:-(\d{4}-\d\d-\d\d)-([a-z]+))?\.json")
TEMPORARY = re.compile(r"\..+\.[0-9a-f]{8}\.tmp")
QUARANTINED = re.compile(r"\.corrupt-\d{8}T\d{6}Z(?:-\d{1,3})?")
KEPT = 7
"""How many there may be of a kind."""

FORMAT_FIELD = f'"{FORMAT}"'.encode()


class Backup(Struct, frozen=True):
    """An older copy. `kind` is previous, day, aside, or what it was made before; `when` is when it was last saved, by
    this computer's clock; a higher `number` was made later.
    """

    path: Path
    kind: str
    when: datetime
    number: int


def found(home: Path) -> tuple[Backup, ...]:
    """Give all older copies, the latest first."""
    numbered = [one for folder in (BACKUPS, ASIDE) for one in _numbered(home / folder)]
    latest = previous(home)
    when = _when(latest)
    if when is not None:  # it is of the file that stands, so nothing is later
        numbered.append(Backup(latest, "previous", when, _next(numbered)))
    return tuple(sorted(numbered, key=lambda one: one.number, reverse=True))


def keep_previous(home: Path, current: Path) -> None:
    """Keep the file that is about to be replaced, in place of the one before it. Raises OSError."""
    atomic.keep(current, previous(home))


def number_previous(home: Path, today: date) -> None:
    """Give the version before the last save a number, when the file that it belongs to has made place for another.

    Raises OSError.
    """
    if not is_left_alone(home):
        return
    if atomic.is_one_file(previous(home), home / FILE):  # there is none before it
        previous(home).unlink()
        return
    previous(home).replace(place(home, "previous", today))
    prune(home, "previous")


def previous(home: Path) -> Path:
    """Give the place of the version before the last save."""
    return home / BACKUPS / PREVIOUS


def is_left_alone(home: Path) -> bool:
    """Tell whether there is a version before the last save: then the file that it belongs to was not put aside.

    Raises OutOfReach if nobody can know.
    """
    return atomic.is_there(previous(home))


def keep_first_of_day(home: Path, current: Path, today: date) -> None:
    """Keep the file that is about to be replaced, if there is none of this day yet. Raises OSError.

    Seven days stay. A clock that runs ahead or was set back takes nothing from what its other days have kept: days
    after today are counted apart.
    """
    days = [one for one in _numbered(home / BACKUPS) if one.kind == "day"]
    if today.isoformat() in {_day(one.path) for one in days}:
        return
    atomic.keep(current, place(home, "day", today))
    days = [one for one in _numbered(home / BACKUPS) if one.kind == "day"]
    _prune([one for one in days if _day(one.path) <= today.isoformat()])
    _prune([one for one in days if _day(one.path) > today.isoformat()])


def keep_before(home: Path, current: Path, kind: str, today: date) -> None:
    """Keep the file, for certain, before something that changes everything at once. Raises StoreError."""
    atomic.put_away(current, place(home, kind, today))
    prune(home, kind)


def prune(home: Path, kind: str) -> None:
    """Leave the latest KEPT of a kind in `backups/`, and remove the older ones."""
    _prune([one for one in _numbered(home / BACKUPS) if one.kind == kind])


def keep_turned(home: Path, current: Path, data: bytes, kind: str, today: date) -> None:
    """The same, where the copy is to be kept in another way than the file, as `data`. Raises OSError, or StoreError."""
    copy, found = place(home, kind, today), current.stat()
    try:
        atomic.replace(copy, data)
    except Uncertain:
        sentence = "exback could not be sure of a copy of your file, and changed nothing else."
        raise Unwritable(sentence, path=copy, hint=atomic.HINT) from None
    atomic.bear_moment(copy, found)
    _prune([one for one in _numbered(home / BACKUPS) if one.kind == kind])


def place(home: Path, kind: str, today: date) -> Path:
    """Give a free place for another copy of a kind, later than all others."""
    number = _next([one for folder in (BACKUPS, ASIDE) for one in _numbered(home / folder)])
    if kind == "aside":
        return home / ASIDE / f"progress-{number:04d}.json"
    return home / BACKUPS / f"progress-{number:04d}-{today.isoformat()}-{kind}.json"


def quarantine(path: Path, now: datetime) -> Path:
    """Give a free place beside a file for its bytes, should nobody be able to read them."""
    name = f"{path.name}.corrupt-{now.strftime('%Y%m%dT%H%M%SZ')}"
    places = (path.with_name(name if not more else f"{name}-{more}") for more in range(1000))
    return next(one for one in places if not one.exists())


def quarantined(path: Path) -> list[Path]:
    """Give the places beside a file where bytes lie that nobody could read."""
    found = listed(path.parent, f"{escape(path.name)}.corrupt-*")
    return sorted(one for one in found if QUARANTINED.fullmatch(one.name.removeprefix(path.name)))


def conflicts(path: Path) -> list[Path]:
    """Give the copies that a program which carries files between computers has left beside a file, or its target.

    Each such program, file manager and editor has names of its own, in every language: "progress (1).json", "Copy of
    progress.json", "progress.json~". What such a copy holds tells it from a file of another program.
    """
    places = {path, permissions.real(path)}
    alike = {one for place in places for one in listed(place.parent, "*") if _is_named_after(one.name, place)}
    return sorted(one for one in alike - places if _when(one) is not None and is_progress(one))


def _is_named_after(name: str, file: Path) -> bool:
    """Whether a name is made of that of a file, which is its beginning or a word in it; exback's own names are not."""
    if TEMPORARY.fullmatch(name) or QUARANTINED.fullmatch(name.removeprefix(file.name)):
        return False
    suffix = file.suffix.casefold()
    before, stem, after = name.casefold().partition(file.stem.casefold())
    if not stem or before[-1:].isalnum():
        return False
    return after.endswith(suffix) or (not after[:1].isalnum() and (not before or suffix in after))


def latest_is_locked(path: Path) -> bool:
    """Whether the latest copy of a file is locked, by the order in which exback made them.

    An open file beside it is not the one that exback saved last: unlocking opens the copies, too, and a new file that
    begins after a reset is kept as the latest copy at once. Where exback has made none, all that others left must be locked.
    """
    copies = [one.path for one in found(path.parent)][:1] or conflicts(path)
    return bool(copies) and all(is_sealed(atomic.head(copy)) for copy in copies)


def is_progress(path: Path) -> bool:
    """Tell whether a file is exback's, locked or not, by its beginning; waits on no pipe or device."""
    head = atomic.head(path)
    return is_sealed(head) or FORMAT_FIELD in head


def has_usual_name(path: Path) -> bool:
    """Tell whether a copy has a name that exback gives to copies, in a folder where it keeps them."""
    names = NUMBERED.fullmatch(path.name) is not None or path.name == PREVIOUS
    return names and path.parent.name in (BACKUPS, ASIDE)


def _numbered(folder: Path) -> Iterator[Backup]:
    for path in listed(folder, "progress-*.json"):
        name = NUMBERED.fullmatch(path.name)
        when = None if path.name == PREVIOUS else _when(path)
        if when is not None and (name is not None or is_progress(path)):
            kind = "aside" if folder.name == ASIDE else (name and name[3]) or "other"
            yield Backup(path, kind, when, 0 if name is None else int(name[1]))


def _next(numbered: list[Backup]) -> int:
    return 1 + max((one.number for one in numbered), default=0)


def _day(path: Path) -> str:
    name = NUMBERED.fullmatch(path.name)
    return (name and name[2]) or ""


def _prune(copies: list[Backup]) -> None:
    for old in sorted(copies, key=lambda one: one.number)[:-KEPT]:
        fsync.remove(old.path)


def _when(path: Path) -> datetime | None:
    """Give when a file was last written, None if it is none, or has just gone."""
    with suppress(OSError, ValueError, OverflowError):
        found = path.lstat()
        if S_ISREG(found.st_mode):
            return datetime.fromtimestamp(found.st_mtime, UTC).astimezone().replace(microsecond=0)
    return None


def listed(folder: Path, pattern: str) -> list[Path]:
    """Give the files of a folder that have such names, none if it can't be looked into."""
    with suppress(OSError):
        return list(folder.glob(pattern))
    return []
