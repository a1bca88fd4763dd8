"""The bytes of a progress that is saved again and again, proven before they are written.

Between two saves one run changes, so the others are not laid out anew. Every run is decoded once from the very bytes
that stand for it; the whole is decoded at every save, down to the bytes of each run, which must be those.
"""

from __future__ import annotations

from operator import eq

import msgspec
from msgspec import Struct, structs

from exback.model.run import Run
from exback.store.progress import Progress, laid_out, run_json, with_runs

NONE = b'\n  "runs": []'
BETWEEN = b",\n    "
MISREAD = "it would be read back as something else"


class Part(Struct, frozen=True):
    """A run, its JSON without any space, and the same with a field to a line, as it stands in the file."""

    run: Run
    compact: bytes
    laid_out: bytes


class Shell(Struct):
    """A file, decoded down to its runs."""

    runs: list[msgspec.Raw]


class Layout:
    """Lays out progress after progress."""

    def __init__(self) -> None:
        self._parts: dict[int, Part] = {}

    def proven(self, progress: Progress) -> bytes:
        """Give the bytes of a progress file, read back. Raises ValueError, or what else an encoder raises."""
        parts = [self._parts.get(id(run)) or _part(run) for run in progress.runs]
        self._parts = {id(part.run): part for part in parts}  # they hold their runs, so no other gets the same id
        runs = b",".join([part.compact for part in parts])
        frame = _frame(with_runs(progress, (b"[", runs, b"]"), shown=b"[]"))
        return _filled(frame, [part.laid_out for part in parts]) if parts else frame


def _part(run: Run) -> Part:
    compact = run_json(run)
    lines = msgspec.json.format(compact, indent=2)
    if msgspec.json.encode(msgspec.json.decode(lines)) != compact or _typed(run, lines) != run:
        raise ValueError(MISREAD)
    return Part(run, compact, lines.replace(b"\n", b"\n    "))


def _typed(run: Run, lines: bytes) -> Run:
    """Give a run as it is read; what this version does not know has no type, and is put back."""
    history = [structs.replace(earlier, extra={}) for earlier in run.history]
    bare = structs.replace(run, extra={}, history=history)
    if bare == run:
        return msgspec.json.decode(lines, type=Run)
    again = msgspec.json.decode(msgspec.json.encode(bare), type=Run)
    return run if again == bare else again


def _frame(compact: bytes) -> bytes:
    """Give a file without its runs."""
    frame = laid_out(compact)
    if msgspec.json.encode(msgspec.json.decode(frame)) != compact:
        raise ValueError(MISREAD)
    return frame


def _filled(frame: bytes, runs: list[bytes]) -> bytes:
    """Give a file with its runs. The whole is put together once: each further copy of it would cost more than its proof."""
    before, after = frame.split(NONE, 1)
    lines = list(runs)
    lines[0] = b"".join([before, b'\n  "runs": [\n    ', lines[0]])
    lines[-1] = b"".join([lines[-1], b"\n  ]", after])
    data = BETWEEN.join(lines)
    found = msgspec.json.decode(data, type=Shell).runs
    if len(found) != len(runs) or not all(map(eq, map(bytes, found), runs)):
        raise ValueError(MISREAD)
    return data
