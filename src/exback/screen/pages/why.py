"""Draw the studies behind the steps."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.padding import Padding

from exback.screen.rendering import MEASURE, Text, render_page


def draw_why(lines: Sequence[str], width: int, *, colour: bool) -> str:
    """Return lines under a title, the first of them, as text for a width in columns. What follows a line is as far in."""
    title, *others = lines
    parts: list[RenderableType] = [Text(title, style="bold")]
    for line in others:
        words = line.lstrip(" ")
        parts.append(Padding(Text(words), (0, 0, 0, len(line) - len(words))))
    return render_page(parts, min(width, MEASURE), colour=colour)
