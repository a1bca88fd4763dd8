"""`exback export --format json`: the whole progress, as a progress file holds it."""

from __future__ import annotations

from exback.export.options import Options
from exback.model.journey import Journey
from exback.model.program import Program
from exback.store import Progress
from exback.store.progress import encode


def render(program: Program, journey: Journey, progress: Progress, options: Options) -> str:
    """Return the whole progress as JSON, nothing left out or renamed, so that `exback merge` reads the same progress."""
    return encode(progress).decode("utf-8")
