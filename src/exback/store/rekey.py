"""Locking a progress file and its copies with a new key, and unlocking them for good.

The copies are rewritten first, and the file last, in one step, once its new bytes are safe beside it and were opened again.
So whenever it is interrupted, the file opens with what opened it before or with the new key, and no readable copy is left
beside a file that has just been locked. A second attempt with the same passphrase completes it: copies that the first
attempt locked are opened with it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, structs

from exback.errors import Locked, StoreError, WrongPassphrase
from exback.model.dates import day_of
from exback.store import atomic, backups, envelope, inventory
from exback.store.codec import PLAIN, Codec
from exback.store.encryption import Sealing
from exback.store.file_lock import locked
from exback.store.store import Store


class Copies(Struct, frozen=True):
    """The copies beside a progress file, by what happened to them.

    `done` were rewritten, `left` could not be read or written. `closed` are locked with another passphrase, and `broken`
    are damaged or locked by a newer exback; these stayed as they were.
    """

    done: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()
    closed: tuple[Path, ...] = ()
    broken: tuple[Path, ...] = ()

    @property
    def are_all_done(self) -> bool:
        """Whether all copies were rewritten."""
        return not (self.left or self.closed or self.broken)


def lock(store: Store, key: envelope.Key, *words: str) -> Copies:
    """Seal the progress file and its copies with a new key. Raises StoreError, and then the file is as it was.

    `words` are the passphrase and the recovery code of the key: they open copies that an interrupted attempt has locked.
    Files of an editor or of an interrupted save can't be sealed, and are returned among those that are `left`.
    """
    copies = _rekey(store, Sealing(key), words)
    return structs.replace(copies, left=(*copies.left, *inventory.left_behind(store.path)))


def unlock(store: Store) -> Copies:
    """Decrypt the progress file and its copies for good. Raises StoreError, and then the file is as it was."""
    return _rekey(store, PLAIN)


def lock_copies(store: Store) -> Copies:
    """Seal the copies beside a progress file with the key of the file."""
    paths = inventory.copies(store.path)
    with suppress(StoreError, OSError), locked(store.home):
        return _rekey_copies(store, _Rekeying(store.codec, store.codec), paths)
    return Copies(left=tuple(paths))


def _rekey(store: Store, codec: Codec, words: tuple[str, ...] = ()) -> Copies:
    rekeying, copies = _Rekeying(store.codec, codec, words), Copies()

    def turn_copies(file: Path) -> None:
        nonlocal copies
        paths, data = inventory.copies(store.path), atomic.read(file)
        if data is not None:
            resealed = rekeying.after.seal(rekeying.open(data, file))
            backups.keep_turned(store.home, file, resealed, "passphrase", day_of(store.clock()))
        copies = _rekey_copies(store, rekeying, paths)

    store.turn(codec, turn_copies)
    return copies


def _rekey_copies(store: Store, rekeying: _Rekeying, paths: list[Path]) -> Copies:
    """Rewrite these copies and all that are listed now: a network folder may not list all of them each time."""
    present = [path for path in dict.fromkeys([*paths, *inventory.copies(store.path)]) if os.path.lexists(path)]
    outcomes: dict[str, list[Path]] = {field: [] for field in Copies.__struct_fields__}
    for path in present:
        outcomes[_rekey_copy(path, rekeying)].append(path)
    outcomes["left"] += inventory.unseen(store.path)
    return Copies(**{field: tuple(paths) for field, paths in outcomes.items()})


def _rekey_copy(path: Path, rekeying: _Rekeying) -> str:
    """Rewrite a copy, whatever is in it, and return what happened to it: the name of a field of Copies."""
    try:
        data = atomic.read(path) or b""
    except StoreError:
        return "left"
    try:
        if rekeying.is_done(data, path):
            return "done"
        plain = rekeying.open(data, path)
    except Locked:
        return "closed"
    except StoreError:
        return "broken"
    try:
        atomic.write_copy(path, rekeying.after.seal(plain), path)
    except (StoreError, OSError):
        return "left"
    return "done"


class _Rekeying:
    """A change of codec: opens what either of the two sealed, or a key that some words open, and seals with the new one."""

    def __init__(self, before: Codec, after: Codec, words: tuple[str, ...] = ()) -> None:
        self._before = before
        self.after = after
        self._words = words
        # Each attempt takes as long as a passphrase does.
        self._tried: dict[tuple[envelope.Slot, ...], Codec | None] = {}

    def is_done(self, data: bytes, path: Path) -> bool:
        """Whether bytes are sealed with the new codec already. Raises Unreadable, or TooNew."""
        if not self.after.keeps(data):
            return False
        with suppress(Locked):
            self.after.open(data, path)
            return True
        return False

    def open(self, data: bytes, path: Path) -> bytes:
        """Return the content of bytes. Raises Locked if nothing opens them, Unreadable if they are damaged, or TooNew."""
        for codec in (self.after, self._before):
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
