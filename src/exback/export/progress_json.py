"""`exback export --format json`: the whole progress, as a progress file has it."""

from __future__ import annotations

from exback.export import Options
from exback.journey import Journey
from exback.program import Program
from exback.store import Progress
from exback.store.progress import encode


def render(program: Program, journey: Journey, progress: Progress, options: Options) -> str:
    """Give everything that is kept. `exback merge` makes the same progress of it; nothing is left out or renamed."""
    return encode(progress).decode("utf-8")
