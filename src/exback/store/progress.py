"""The progress file as values, and its bytes. docs/progress-file.md describes the same to people."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct

from exback.model.run import Run
from exback.store.paths import FORMAT, VERSION

HEAD = ("format", "version", "revision")
EXTRA = b'"extra":{'


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


class Decoded(Struct, frozen=True):
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


def compact(progress: Progress) -> bytes:
    """Give a progress as JSON without any space."""
    runs = msgspec.json.encode(progress.runs)
    if EXTRA in runs:  # or a person wrote that, which does no harm
        runs = b"[" + b",".join([run_json(run) for run in progress.runs]) + b"]"
    return with_runs(progress, [runs], runs)


def with_runs(progress: Progress, runs: Iterable[bytes], shown: bytes) -> bytes:
    """Give JSON of a progress in which `shown` stands for its runs, and a `check` over their JSON, given in pieces."""
    head = {field: getattr(progress, field) for field in HEAD}
    begin, middle, end = around_runs(head, progress.settings, progress.extra)
    check = check_of(begin, middle, *runs, end).encode()
    return b"".join([begin, b',"check":"', check, b'"', middle, shown, end])


def around_runs(head: dict[str, Any], settings: object, extra: dict[str, Any]) -> tuple[bytes, bytes, bytes]:
    """Give the JSON before the `check` of a file, between that and its runs, and behind them."""
    begin = msgspec.json.encode(head)[:-1]
    middle = b',"settings":' + msgspec.json.encode(settings) + b',"runs":'
    return begin, middle, b"," + msgspec.json.encode(extra)[1:] if extra else b"}"


def check_of(*parts: bytes) -> str:
    """Give eight hexadecimal digits that another content would hardly have: the CRC-32 of its JSON."""
    number = 0
    for part in parts:
        number = zlib.crc32(part, number)
    return f"{number:08x}"


def run_json(run: Run) -> bytes:
    """Give a run as JSON without any space; what this version does not know stands among the rest."""
    if not run.extra and not any(earlier.extra for earlier in run.history):
        return msgspec.json.encode(run)
    raw = _spread(msgspec.to_builtins(run))
    if run.history:
        raw["history"] = [_spread(earlier) for earlier in raw["history"]]
    return msgspec.json.encode(raw)


def _spread(raw: dict[str, Any]) -> dict[str, Any]:
    extra = raw.pop("extra", {})
    return {**raw, **extra}
