"""The codec between the JSON of a progress and the bytes in its file: plain, or an encrypted envelope.

Every file with private words is read and written through one: the progress file, its copies, and a file that is merged.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Protocol

from exback.errors import Locked
from exback.store import atomic

SEALED = rb'(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"exback-sealed"'
MARK = b'"exback-sealed"'


class Codec(Protocol):
    """A way to keep the JSON of a progress. `open` undoes `seal`, and also opens bytes that were never sealed."""

    def seal(self, plain: bytes) -> bytes:
        """Return the bytes to save for the JSON of a progress."""
        ...

    def open(self, data: bytes, path: object) -> bytes:
        """Return the JSON in saved bytes. Raises StoreError, with `path` and no content in it, if that fails."""
        ...

    def keeps(self, head: bytes) -> bool:
        """Whether bytes are saved in this way, judged by the first of them that `atomic.head` returns."""
        ...


class Plain:
    """The codec that keeps the JSON as it is, for people to read. It opens no envelope, so nothing is saved over one."""

    def seal(self, plain: bytes) -> bytes:
        """Return the same bytes."""
        return plain

    def open(self, data: bytes, path: object) -> bytes:
        """Return the same bytes. Raises Locked, or Unreadable if no passphrase could open them either."""
        if is_sealed(data):
            from exback.store.envelope import slots_of  # loads what most people never need

            slots_of(data, path)
            raise Locked(
                "{File} is locked, and only its passphrase opens it.",
                path=path,
                hint="Start exback in a terminal window, and it'll ask for the passphrase.",
            )
        return data

    def keeps(self, head: bytes) -> bool:
        """Whether bytes are in no envelope."""
        return not is_sealed(head)


PLAIN = Plain()


def is_sealed(data: bytes) -> bool:
    """Whether bytes begin an envelope, whole or not. Those that `atomic.head` returns are enough."""
    # A plain file has no mark at its beginning, and compiling the pattern takes longer than reading such a file.
    return MARK in data[: atomic.HEAD] and re.match(SEALED, data) is not None


def is_locked(path: Path) -> bool:
    """Whether there is an envelope at a path. Reads only its beginning, and never waits on a pipe or a device."""
    return is_sealed(atomic.head(path))
