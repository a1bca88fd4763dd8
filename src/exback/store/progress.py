"""The content of a progress file as values, and its encoding to JSON. docs/progress-file.md describes the format."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct

from exback.model.run import Run
from exback.store.atomic import FileState
from exback.store.paths import FORMAT, VERSION

HEAD = ("format", "version", "revision")
EXTRA = b'"extra":{'


class Progress(Struct, frozen=True, kw_only=True):
    """The content of a progress file.

    `revision` grows by one with every save. `extra` has the fields that this version doesn't know; they are written back
    unchanged.
    """

    format: str = FORMAT
    version: int = VERSION
    revision: int = 0
    settings: dict[str, Any] = {}
    runs: list[Run] = []
    extra: dict[str, Any] = {}

    def run(self, run_id: str) -> Run | None:
        """Return the run with an id, None if there is none."""
        return next((run for run in reversed(self.runs) if run.id == run_id), None)


class Decoded(Struct, frozen=True):
    """A progress as it was read. `version` is the file's own, `remarks` are sentences that the person should hear.

    `state` is that of the file when it was read, None if there was no file, or no one has to know whether it changes.
    """

    progress: Progress
    version: int = VERSION
    remarks: tuple[str, ...] = ()
    state: FileState | None = None


def encode(progress: Progress) -> bytes:
    """Return the bytes of a progress file: UTF-8 JSON, indented so that people can read it too."""
    runs = msgspec.json.encode(progress.runs)
    if EXTRA in runs:  # perhaps only in someone's text, which does no harm
        runs = b"[" + b",".join([run_json(run) for run in progress.runs]) + b"]"
    return indented(with_runs(progress, [runs], runs))


def indented(content: bytes) -> bytes:
    """Return JSON with one field per line."""
    return msgspec.json.format(content, indent=2) + b"\n"


def with_runs(progress: Progress, runs: Iterable[bytes], shown: bytes) -> bytes:
    """Return JSON of a progress with `shown` in place of its runs, and with a `check` over `runs`, their JSON in pieces."""
    head = {field: getattr(progress, field) for field in HEAD}
    begin, middle, end = around_runs(head, progress.settings, progress.extra)
    check = check_of(begin, middle, *runs, end).encode()
    return b"".join([begin, b',"check":"', check, b'"', middle, shown, end])


def around_runs(head: dict[str, Any], settings: object, extra: dict[str, Any]) -> tuple[bytes, bytes, bytes]:
    """Return the JSON before the `check` of a file, between that and its runs, and after them."""
    begin = msgspec.json.encode(head)[:-1]
    middle = b',"settings":' + msgspec.json.encode(settings) + b',"runs":'
    return begin, middle, b"," + msgspec.json.encode(extra)[1:] if extra else b"}"


def check_of(*parts: bytes) -> str:
    """Return the CRC-32 of some JSON, given in pieces, as eight hexadecimal digits."""
    number = 0
    for part in parts:
        number = zlib.crc32(part, number)
    return f"{number:08x}"


def run_json(run: Run) -> bytes:
    """Return a run as JSON without spaces, with the fields that this version doesn't know among the rest."""
    if not run.extra and not any(earlier.extra for earlier in run.history):
        return msgspec.json.encode(run)
    raw = _spread(msgspec.to_builtins(run))
    if run.history:
        raw["history"] = [_spread(earlier) for earlier in raw["history"]]
    return msgspec.json.encode(raw)


def _spread(raw: dict[str, Any]) -> dict[str, Any]:
    extra = raw.pop("extra", {})
    return {**raw, **extra}
