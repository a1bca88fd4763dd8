"""The progress file as values, and its bytes. docs/progress-file.md describes the same to people."""

from __future__ import annotations

import zlib
from typing import Any

import msgspec
from msgspec import Struct

from exback.journey import Run

FORMAT = "exback-progress"
VERSION = 1


class Progress(Struct, frozen=True, kw_only=True):
    """All that is kept. `revision` grows by one with every save. `extra` holds fields that this version
    does not know; they are written back untouched.
    """

    format: str = FORMAT
    version: int = VERSION
    revision: int = 0
    settings: dict[str, Any] = {}
    runs: list[Run] = []
    extra: dict[str, Any] = {}


class Found(Struct, frozen=True):
    """What was read from a file. `version` is the one it had there, `remarks` are sentences that the person should hear."""

    progress: Progress
    version: int = VERSION
    remarks: tuple[str, ...] = ()


def encode(progress: Progress) -> bytes:
    """Give the bytes of a progress file: UTF-8 JSON, indented, for people to read too."""
    return laid_out(compact(progress))


def laid_out(content: bytes) -> bytes:
    """Give JSON with a field to a line."""
    return msgspec.json.format(content, indent=2) + b"\n"


def decode(data: bytes, path: object) -> Progress:
    """Give the progress in a file's bytes. Raises Unreadable or TooNew, naming `path` and no content."""
    return examine(data, path).progress


def examine(data: bytes, path: object) -> Found:
    """Give the progress in a file's bytes, and what is to be said of them. Raises Unreadable or TooNew.

    Bytes that are to the last one what exback would write need no closer look. All others get one.
    """
    written = _as_written(data)
    if written is not None:
        return Found(written)
    from exback.store.strict import examine as look_closely  # most files never need it

    return look_closely(data, path)


def compact(progress: Progress) -> bytes:
    """Give a progress as JSON without any space."""
    runs = [_with_extra(run) for run in progress.runs]
    return joined(
        {"format": progress.format, "version": progress.version, "revision": progress.revision},
        {"settings": progress.settings, "runs": runs, **progress.extra},
    )


def joined(head: dict[str, Any], body: dict[str, Any]) -> bytes:
    """Give JSON of two parts in one object, with a `check` between them that tells whether either was changed."""
    first, rest = msgspec.json.encode(head), msgspec.json.encode(body)
    check = b',"check":"' + check_of(first, rest).encode() + b'",'
    return first[:-1] + check + rest[1:]


def check_of(*parts: bytes) -> str:
    """Give eight hexadecimal digits that another content would hardly have: the CRC-32 of its JSON."""
    number = 0
    for part in parts:
        number = zlib.crc32(part, number)
    return f"{number:08x}"


def _as_written(data: bytes) -> Progress | None:
    try:
        progress = msgspec.json.decode(data, type=Progress)
        return progress if encode(progress) == data else None
    except (ValueError, RecursionError):  # msgspec's errors are ValueErrors
        return None


def _with_extra(run: Run) -> Run | dict[str, Any]:
    if not run.extra and not any(earlier.extra for earlier in run.history):
        return run
    raw = spread(msgspec.to_builtins(run))
    if run.history:
        raw["history"] = [spread(earlier) for earlier in raw["history"]]
    return raw


def spread(raw: dict[str, Any]) -> dict[str, Any]:
    """Give the fields of a value with those that this version does not know among them, as they stand in a file."""
    extra = raw.pop("extra", {})
    return {**raw, **extra}
