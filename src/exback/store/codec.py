"""What stands between the bytes in a file and the JSON of a progress: nothing, or an envelope around it.

Every file that holds somebody's words passes here, both ways: the progress file, its backups, what lies
aside, and a file that is merged.
"""

from __future__ import annotations

from typing import Protocol


class Codec(Protocol):
    """A way to keep the JSON of a progress. `open` undoes `seal`, also for bytes that were kept in another way before."""

    def seal(self, plain: bytes) -> bytes:
        """Give the bytes to keep for the JSON of a progress."""
        ...

    def open(self, data: bytes, path: object) -> bytes:
        """Give the JSON in kept bytes. Raises StoreError, naming `path` and no content, where it can't be had."""
        ...


class Plain:
    """Keeps the JSON as it is, for people to read."""

    def seal(self, plain: bytes) -> bytes:
        """Give the same bytes."""
        return plain

    def open(self, data: bytes, path: object) -> bytes:
        """Give the same bytes."""
        return data


PLAIN = Plain()
