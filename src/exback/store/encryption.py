"""The codec of a locked progress file, and what can be known of such a file without its passphrase."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from exback.errors import StoreError
from exback.model.settings import Settings
from exback.store import atomic, envelope
from exback.store.codec import is_sealed

SLOW = 4
"""A file is slow from this many times the work of one way in. exback's own files have two."""


class Sealing:
    """The codec that encrypts with a key. Bytes that are not encrypted are opened as they are."""

    def __init__(self, key: envelope.Key) -> None:
        self.key = key

    def seal(self, plain: bytes) -> bytes:
        """Return the encrypted envelope."""
        return envelope.seal(self.key, plain, plain_lines=_wants_plain_lines(plain))

    def open(self, data: bytes, path: object) -> bytes:
        """Return the content of an envelope. Raises Locked if another key sealed it, Unreadable if it is damaged."""
        return envelope.unseal(self.key, data, path) if is_sealed(data) else data

    def keeps(self, head: bytes) -> bool:
        """Whether bytes are in an envelope, with this key or another."""
        return is_sealed(head)


class _PlainLines(Struct, frozen=True):
    plain: bool = False


class _Peek(Struct, frozen=True):
    """The part of a progress that its envelope shows without a passphrase."""

    settings: _PlainLines = _PlainLines()


def _wants_plain_lines(plain: bytes) -> bool:
    with suppress(ValueError, RecursionError):  # a damaged copy is sealed as it is
        return msgspec.json.decode(plain, type=_Peek).settings.plain
    return False


def opened(path: Path, words: str) -> Sealing:
    """Return the codec that opens a locked file, for its passphrase or recovery code. Raises WrongPassphrase, or StoreError."""
    return Sealing(envelope.unlock(words, atomic.read(path) or b"", path))


def must_be_whole(path: Path) -> None:
    """Refuse a damaged locked file, before anyone is asked for its passphrase. Raises StoreError."""
    envelope.slots_of(atomic.read(path) or b"", path)


def is_slow(path: Path) -> bool:
    """Whether it takes clearly longer to try a passphrase on a file than on one of exback's own. Raises StoreError."""
    work = sum(slot.memory * slot.passes for slot in envelope.slots_of(atomic.read(path) or b"", path))
    return work > SLOW * envelope.COST.memory * envelope.COST.passes


def known_settings(path: Path) -> Settings:
    """Return the settings that a locked file shows without its passphrase."""
    with suppress(StoreError):
        return Settings(plain=envelope.wants_plain_lines(atomic.read(path) or b""))
    return Settings()
