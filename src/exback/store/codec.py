"""What stands between the bytes in a file and the JSON of a progress: nothing, or an envelope around it.

Every file that holds somebody's words passes here, both ways: the progress file, its backups, what lies
aside, and a file that is merged.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Protocol

from exback.errors import Locked

SEALED = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"exback-sealed"')
HEAD = 256  # bytes in which that stands


class Codec(Protocol):
    """A way to keep the JSON of a progress. `open` undoes `seal`, also for bytes that were kept in another way before."""

    def seal(self, plain: bytes) -> bytes:
        """Give the bytes to keep for the JSON of a progress."""
        ...

    def open(self, data: bytes, path: object) -> bytes:
        """Give the JSON in kept bytes. Raises StoreError, naming `path` and no content, where it can't be had."""
        ...

    def keeps(self, head: bytes) -> bool:
        """Tell whether bytes are kept in this way, as far as their first HEAD show it."""
        ...


class Plain:
    """Keeps the JSON as it is, for people to read. It opens no envelope, and so nothing is saved over one."""

    def seal(self, plain: bytes) -> bytes:
        """Give the same bytes."""
        return plain

    def open(self, data: bytes, path: object) -> bytes:
        """Give the same bytes. Raises Locked, or Unreadable if no passphrase could open them either."""
        if is_sealed(data):
            from exback.store.envelope import must_be_whole  # loads what most people never need

            must_be_whole(data, path)
            raise Locked(
                "{File} is locked, and only its passphrase opens it.",
                path=path,
                hint="Start exback in a terminal window, and it asks for the passphrase.",
            )
        return data

    def keeps(self, head: bytes) -> bool:
        """Tell whether bytes are in no envelope."""
        return not is_sealed(head)


PLAIN = Plain()


def is_sealed(data: bytes) -> bool:
    """Tell whether bytes begin an envelope, whole or not; HEAD of them are enough."""
    return SEALED.match(data) is not None


def is_locked(path: Path) -> bool:
    """Tell whether there is an envelope at a path. Reads its beginning, and waits on no pipe or device."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return is_sealed(file.read(HEAD))
    except OSError:
        return False
