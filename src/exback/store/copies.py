"""What lies beside a progress file and may hold somebody's words: the copies that exback made of it."""

from __future__ import annotations

from pathlib import Path

PATTERNS = ("aside/progress-*.json", "progress.json.corrupt-*")


def copies(path: Path) -> list[Path]:
    """Give the copies of a progress file that are there, in order of their names."""
    return sorted(found for pattern in PATTERNS for found in path.parent.glob(pattern) if found.is_file())
