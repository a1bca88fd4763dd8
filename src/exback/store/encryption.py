"""x."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from exback.errors import StoreError
from exback.model.settings import Settings
from exback.store import atomic, envelope
from exback.store.codec import is_sealed


class Sealing:
    """Keeps the progress in an envelope. What is not in one, it opens as it is."""

    def __init__(self, key: envelope.Key) -> None:
        self.key = key

    def seal(self, plain: bytes) -> bytes:
        """Give the envelope."""
        return envelope.seal(self.key, plain, plain_lines=_wants_plain_lines(plain))

    def open(self, data: bytes, path: object) -> bytes:
        """Give what lies in it. Raises Locked if another key sealed it, Unreadable if it is damaged."""
        return envelope.unseal(self.key, data, path) if is_sealed(data) else data

    def keeps(self, head: bytes) -> bool:
        """Tell whether bytes are in an envelope, whoever sealed it."""
        return is_sealed(head)


class _Wishes(Struct, frozen=True):
    plain: bool = False


class _Peek(Struct, frozen=True):
    """As much of a progress as its envelope tells."""

    settings: _Wishes = _Wishes()


def _wants_plain_lines(plain: bytes) -> bool:
    try:
        return msgspec.json.decode(plain, type=_Peek).settings.plain
    except (ValueError, RecursionError):  # whatever lies beside a file is sealed as it is
        return False


def opened(path: Path, words: str) -> Sealing:
    """Give what opens a locked file, for its passphrase or its recovery code. Raises WrongPassphrase, or StoreError."""
    return Sealing(envelope.unlock(words, atomic.read(path) or b"", path))


def must_be_whole(path: Path) -> None:
    """Find out, before anybody is asked, whether a locked file is damaged. Raises StoreError."""
    envelope.must_be_whole(atomic.read(path) or b"", path)


def known_settings(path: Path) -> Settings:
    """Give what can be known of the settings in a locked file without its passphrase."""
    with suppress(StoreError):
        return Settings(plain=envelope.wants_plain_lines(atomic.read(path) or b""))
    return Settings()
