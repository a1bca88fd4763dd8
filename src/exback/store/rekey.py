"""A locked store: what opens it, how it is locked with a key, and how it is opened for good.

The copies beside the file are turned first, and the file last, in one step, once its new bytes are safe beside it and
were opened again. Whatever happens in between, the file opens with what opened it before or with the new key; no copy
that can be read lies beside a file that was just locked; and until the file was turned, nothing was done. Whoever does
it again with the same words brings all copies along: what an attempt that was cut short has locked, they open.
"""

from __future__ import annotations

import os
from contextlib import suppress
from enum import Enum
from pathlib import Path

from msgspec import Struct, structs

from exback.errors import Locked, StoreError, WrongPassphrase
from exback.model.dates import day_of
from exback.store import atomic, backups, envelope, inventory
from exback.store.codec import PLAIN, Codec
from exback.store.encryption import Sealing
from exback.store.file_lock import locked
from exback.store.purge import rewrite
from exback.store.store import Store


class Copies(Struct, frozen=True):
    """What became of the copies beside a progress file.

    Some were done, and some were left, since they were not to be had or not to be written. Others stayed as they were:
    the closed are locked with another passphrase, the broken are damaged or locked by a newer exback.
    """

    done: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()
    closed: tuple[Path, ...] = ()
    broken: tuple[Path, ...] = ()

    @property
    def are_all_done(self) -> bool:
        """Whether none stayed as it was."""
        return not (self.left or self.closed or self.broken)


def is_slow(path: Path) -> bool:
    """Whether it takes long to try a passphrase on a locked file. Raises StoreError."""
    return envelope.is_slow(atomic.read(path) or b"", path)


def lock(store: Store, key: envelope.Key, *words: str) -> Copies:
    """Seal the progress file and the copies beside it with a new key. Raises StoreError with the file as it was.

    `words` are those that open the key: a copy that an attempt which was cut short has locked with them comes along. What
    an editor or a save that was cut short left beside the file can't be sealed, and is given with what is left.
    """
    copies = _turned(store, Sealing(key), words)
    return structs.replace(copies, left=(*copies.left, *inventory.left_behind(store.path)))


def unlock(store: Store) -> Copies:
    """Keep the progress file and the copies beside it plainly from now on. Raises StoreError with the file as it was."""
    return _turned(store, PLAIN)


def lock_copies(store: Store) -> Copies:
    """Keep the copies beside a progress file as the file itself is kept."""
    paths = inventory.copies(store.path)
    with suppress(StoreError, OSError), locked(store.home):
        return _copies_turned(store, _Turning(store.codec, store.codec), paths)
    return Copies(left=tuple(paths))


def _turned(store: Store, codec: Codec, words: tuple[str, ...] = ()) -> Copies:
    turning, copies = _Turning(store.codec, codec, words), Copies()

    def turn_copies(file: Path) -> None:
        nonlocal copies
        paths, data = inventory.copies(store.path), atomic.read(file)
        if data is not None:
            kept = turning.seal(turning.open(data, file))
            backups.keep_turned(store.home, file, kept, "passphrase", day_of(store.clock()))
        copies = _copies_turned(store, turning, paths)

    store.turn(codec, turn_copies)
    return copies


def _copies_turned(store: Store, turning: _Turning, paths: list[Path]) -> Copies:
    """Turn these copies and all that are found now: a folder may not list them each time."""
    there = [path for path in dict.fromkeys([*paths, *inventory.copies(store.path)]) if os.path.lexists(path)]
    found = {path: _end(path, turning) for path in there} | dict.fromkeys(inventory.unseen(store.path), _End.LEFT)
    return Copies(**{end.value: tuple(path for path in found if found[path] is end) for end in _End})


def _end(path: Path, turning: _Turning) -> _End:
    """Keep a copy, whatever is in it, in the new way, and tell what became of it."""
    try:
        data = atomic.read(path) or b""
    except StoreError:
        return _End.LEFT
    try:
        if turning.is_done(data, path):
            return _End.DONE
        plain = turning.open(data, path)
    except Locked:
        return _End.CLOSED
    except StoreError:
        return _End.BROKEN
    try:
        rewrite(path, turning.seal(plain))
    except (StoreError, OSError):
        return _End.LEFT
    return _End.DONE


class _End(Enum):
    """What becomes of a copy: the fields of Copies."""

    DONE = "done"
    LEFT = "left"
    CLOSED = "closed"
    BROKEN = "broken"


class _Turning:
    """Opens what is kept in either of two ways, or was sealed with some words, and keeps it in the second."""

    def __init__(self, before: Codec, after: Codec, words: tuple[str, ...] = ()) -> None:
        self._before = before
        self._after = after
        self._words = words
        self._tried: dict[tuple[envelope.Slot, ...], Codec | None] = {}  # each costs as much time as a passphrase does

    def seal(self, plain: bytes) -> bytes:
        return self._after.seal(plain)

    def is_done(self, data: bytes, path: Path) -> bool:
        """Tell whether bytes are kept in the second way already. Raises Unreadable, or TooNew."""
        if not self._after.keeps(data):
            return False
        with suppress(Locked):
            self._after.open(data, path)
            return True
        return False

    def open(self, data: bytes, path: Path) -> bytes:
        """Give what lies in bytes. Raises Locked if nothing opens them, Unreadable if they are damaged, or TooNew."""
        for codec in (self._after, self._before):
            with suppress(Locked):
                return codec.open(data, path)
        return (self._by_words(data, path) or PLAIN).open(data, path)

    def _by_words(self, data: bytes, path: Path) -> Codec | None:
        slots = envelope.slots_of(data, path)
        if slots not in self._tried:
            self._tried[slots] = None
            for words in self._words:
                with suppress(WrongPassphrase):
                    self._tried[slots] = Sealing(envelope.unlock(words, data, path))
        return self._tried[slots]
