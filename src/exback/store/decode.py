"""Decoding the bytes of a progress file, fast if exback wrote them, and with a close look if not."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import msgspec

from exback.store.progress import Decoded, Progress, encode


def decode(data: bytes, path: object) -> Progress:
    """Return the progress in a file's bytes. Raises Unreadable or TooNew, with `path` and no content in the error."""
    return examine(data, path).progress


def examine(data: bytes, path: object) -> Decoded:
    """Return the progress in a file's bytes, with remarks on them. Raises Unreadable or TooNew.

    Bytes that are exactly what exback would write need no closer look. All others get one.
    """
    with _no_garbage_collection():
        written = _as_written(data)
        if written is not None:
            return Decoded(written)
        from exback.store.strict_decode import examine as look_closely  # most files never need it

        return look_closely(data, path)


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Switch off Python's garbage collector: with a file of 10 MB it takes more than half of the time, for nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _as_written(data: bytes) -> Progress | None:
    with suppress(ValueError, RecursionError):  # msgspec's errors are ValueErrors
        progress = msgspec.json.decode(data, type=Progress)
        is_unique = len({run.id for run in progress.runs}) == len(progress.runs)
        return progress if is_unique and encode(progress) == data else None
    return None
