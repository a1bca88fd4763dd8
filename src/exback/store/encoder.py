"""Encoding a progress that is saved again and again, with a check that the bytes can be read back.

Between two saves one run changes, so the bytes of the others are reused. Every run is decoded once from its own bytes;
the whole file is decoded at every save, down to the bytes of each run, which must be the same.
"""

from __future__ import annotations

from operator import eq

import msgspec
from msgspec import Struct, structs

from exback.model.run import Run
from exback.store.progress import Progress, indented, run_json, with_runs

NONE = b'\n  "runs": []'
BETWEEN = b",\n    "
MISREAD = "it would be read back as something else"


class Part(Struct, frozen=True):
    """A run, its JSON without spaces, and the same with one field per line, as it is in the file."""

    run: Run
    compact: bytes
    indented: bytes


class Shell(Struct):
    """A progress file, decoded except for its runs."""

    runs: list[msgspec.Raw]


class Encoder:
    """Encodes one progress after another, and remembers the bytes of the runs in the last."""

    def __init__(self) -> None:
        self._parts: dict[int, Part] = {}

    def proven(self, progress: Progress) -> bytes:
        """Return the bytes of a progress file, which have been read back. Raises ValueError, or what msgspec raises."""
        parts = [self._parts.get(id(run)) or _part(run) for run in progress.runs]
        self._parts = {id(part.run): part for part in parts}  # they hold their runs, so no other run gets the same id
        runs = b",".join([part.compact for part in parts])
        frame = _frame(with_runs(progress, (b"[", runs, b"]"), shown=b"[]"))
        return _filled(frame, [part.indented for part in parts]) if parts else frame


def _part(run: Run) -> Part:
    compact = run_json(run)
    lines = msgspec.json.format(compact, indent=2)
    # Fields that this version doesn't know have no type that could be read back wrongly.
    known = structs.replace(run, extra={}, history=[structs.replace(earlier, extra={}) for earlier in run.history])
    is_typed = msgspec.json.decode(msgspec.json.encode(known), type=Run) == known
    if not is_typed or msgspec.json.encode(msgspec.json.decode(lines)) != compact:
        raise ValueError(MISREAD)
    return Part(run, compact, lines.replace(b"\n", b"\n    "))


def _frame(compact: bytes) -> bytes:
    """Return a file without its runs."""
    frame = indented(compact)
    if msgspec.json.encode(msgspec.json.decode(frame)) != compact:
        raise ValueError(MISREAD)
    return frame


def _filled(frame: bytes, runs: list[bytes]) -> bytes:
    """Return a file with its runs. It is joined only once: each further copy would take longer than the check."""
    before, after = frame.split(NONE, 1)
    lines = list(runs)
    lines[0] = b"".join([before, b'\n  "runs": [\n    ', lines[0]])
    lines[-1] = b"".join([lines[-1], b"\n  ]", after])
    data = BETWEEN.join(lines)
    decoded = msgspec.json.decode(data, type=Shell).runs
    if len(decoded) != len(runs) or not all(map(eq, map(bytes, decoded), runs)):
        raise ValueError(MISREAD)
    return data
