"""A locked store: what opens it, how it is locked with a key, and how it is opened for good.

Locking proves before it replaces: the envelope is opened again, and holds the progress to the letter, before the
plain file gives way to it in one step. The copies in the folder follow, so that none of them stays readable;
whatever happens in between, the progress file is whole and opens with what opened it before, or with the new key.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from exback.errors import StoreError
from exback.store import durable, envelope
from exback.store.codec import PLAIN, Codec, is_sealed
from exback.store.copies import copies
from exback.store.lock import locked
from exback.store.store import Store


class Sealing:
    """Keeps the progress at a path in an envelope, as long as it is found in one: another window may have unlocked it.

    What is not in an envelope, it gives as it is.
    """

    def __init__(self, key: envelope.Key, path: Path) -> None:
        self.key = key
        self.path = path
        self._was_unlocked = False

    def seal(self, plain: bytes) -> bytes:
        """Give the envelope."""
        return plain if self._was_unlocked else envelope.seal(self.key, plain)

    def open(self, data: bytes, path: object) -> bytes:
        """Give what lies in it. Raises Locked if another key sealed it, Unreadable if it is damaged."""
        if path == self.path:
            self._was_unlocked = not is_sealed(data)
        return envelope.unseal(self.key, data, path) if is_sealed(data) else data


class Copies(Struct, frozen=True):
    """What became of the copies beside a progress file: those that were done, and those that were not to be had."""

    done: tuple[Path, ...]
    left: tuple[Path, ...]


def open_with(store: Store, words: str) -> None:
    """Let a store read and save its locked file from now on. Raises WrongPassphrase, or StoreError if it is damaged."""
    data = durable.read(store.path)
    if data is not None and is_sealed(data):
        store.codec = Sealing(envelope.unlock(words, data, store.path), store.path)


def must_be_whole(store: Store) -> None:
    """Find out, before anybody is asked, whether a locked file is damaged. Raises StoreError."""
    envelope.must_be_whole(durable.read(store.path) or b"", store.path)


def lock(store: Store, key: envelope.Key) -> Copies:
    """Seal the progress file and the copies beside it with a new key. Raises StoreError with the file as it was."""
    return _rekeyed(store, Sealing(key, store.path))


def unlock(store: Store) -> Copies:
    """Keep the progress file and the copies beside it plainly from now on. Raises StoreError with the file as it was."""
    return _rekeyed(store, PLAIN)


def _rekeyed(store: Store, codec: Codec) -> Copies:
    with locked(store.home):
        before, progress = store.codec, store.load()
        store.codec = codec
        try:
            store.save(progress)
        except BaseException:
            store.codec = before
            raise
        done = {path: _copy_rekeyed(path, before, codec) for path in copies(store.path)}
    return Copies(*(tuple(path for path, is_done in done.items() if is_done is want) for want in (True, False)))


def _copy_rekeyed(path: Path, before: Codec, codec: Codec) -> bool:
    """Keep a copy as the file is kept now, whatever is in it. Tell whether that could be done."""
    try:
        data = before.open(durable.read(path) or b"", path)
        durable.replace(path, codec.seal(data))
    except StoreError:
        return False
    return True
