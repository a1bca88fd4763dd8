"""A locked store: what opens it, how it is locked with a key, and how it is opened for good.

Locking proves before it replaces: the envelope is opened again, and holds the progress to the letter, before the
plain file gives way to it in one step. The copies in the folder follow, so that none of them stays readable;
whatever happens in between, the progress file is whole and opens with what opened it before, or with the new key.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from exback.errors import Locked, StoreError
from exback.store import beside, durable, envelope
from exback.store.burning import rewrite
from exback.store.codec import PLAIN, Codec, is_sealed
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


class _Turning:
    """Opens what is kept in either of two ways, and keeps it in the second."""

    def __init__(self, before: Codec, after: Codec) -> None:
        self._before = before
        self._after = after

    def seal(self, plain: bytes) -> bytes:
        return self._after.seal(plain)

    def open(self, data: bytes, path: object) -> bytes:
        if not is_sealed(data):
            return data
        try:
            return self._after.open(data, path)
        except Locked:
            return self._before.open(data, path)


class Copies(Struct, frozen=True):
    """What became of the copies beside a progress file: those that were done, and those that were not to be had."""

    done: tuple[Path, ...]
    left: tuple[Path, ...]


def opened(path: Path, words: str) -> Sealing:
    """Give what opens a locked file, for its passphrase or its recovery code. Raises WrongPassphrase, or StoreError."""
    return Sealing(envelope.unlock(words, durable.read(path) or b"", path), path)


def must_be_whole(path: Path) -> None:
    """Find out, before anybody is asked, whether a locked file is damaged. Raises StoreError."""
    envelope.must_be_whole(durable.read(path) or b"", path)


def lock(store: Store, key: envelope.Key) -> Copies:
    """Seal the progress file and the copies beside it with a new key. Raises StoreError with the file as it was.

    What an editor or a save that was cut short left beside it can't be sealed, and is given with what is left.
    """
    copies = _turned(store, Sealing(key, store.path))
    return Copies(copies.done, (*copies.left, *beside.left_behind(store.path)))


def unlock(store: Store) -> Copies:
    """Keep the progress file and the copies beside it plainly from now on. Raises StoreError with the file as it was."""
    return _turned(store, PLAIN)


def lock_copies(store: Store) -> Copies:
    """Keep the copies beside a progress file as the file itself is kept."""
    return _copies_turned(store, store.codec)


def _turned(store: Store, codec: Codec) -> Copies:
    before, doubt = store.codec, None
    store.codec = turning = _Turning(before, codec)
    try:
        store.change(lambda kept: kept, "passphrase")
    except StoreError as error:
        doubt = error
    finally:
        store.codec = codec if _is_kept(store.path, codec) else before
    if doubt is not None and store.codec is before:
        raise doubt
    copies = _copies_turned(store, turning)
    if doubt is not None:  # the file is turned, and only the disk did not say that it will stay so
        raise doubt
    return copies


def _is_kept(path: Path, codec: Codec) -> bool:
    """Tell whether the file is kept in this way now."""
    try:
        data = durable.read(path) or b""
        if is_sealed(data) != isinstance(codec, Sealing):
            return False
        codec.open(data, path)
    except StoreError:
        return False
    return True


def _copies_turned(store: Store, codec: Codec) -> Copies:
    """The file was first, and the copies follow: until they have, the file is no less whole, and doctor names them."""
    paths = beside.copies(store.path)
    done: set[Path] = set()
    with suppress(StoreError, OSError), locked(store.home):
        done.update(path for path in paths if _is_turned(path, codec))
    there = dict.fromkeys(
        [*paths, *beside.copies(store.path), *beside.unseen(store.path)]
    )  # a folder may not list them
    return Copies(tuple(path for path in there if path in done), tuple(path for path in there if path not in done))


def _is_turned(path: Path, codec: Codec) -> bool:
    """Keep a copy, whatever is in it, as the file is kept now. Tell whether that could be done."""
    try:
        rewrite(path, codec.seal(codec.open(durable.read(path) or b"", path)))
    except (StoreError, OSError):
        return False
    return True
