"""Draws a page that asks nothing, as the person wants it: composed, or in plain lines."""

from __future__ import annotations

import os
import sys
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from exback.desk import Desk

if TYPE_CHECKING:
    from exback.guide import Guide
    from exback.journey import Journey
    from exback.program import Program


def show(desk: Desk, program: Program, guide: Guide, journey: Journey, page: str) -> None:
    """Print the status or the map."""
    from exback.screen import status as pages

    today = journey.today
    if desk.is_plain:
        lines = pages.plain_map if page == "map" else pages.plain_status
        print("\n".join(lines(program, guide, today)))
        return
    draw = pages.draw_map if page == "map" else pages.draw_status
    colour = sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    print(draw(program, guide, today, page_width(), colour=colour), end="")


def page_width() -> int:
    """Give the columns that a page may take."""
    return max(20, min(100, get_terminal_size().columns))
