"""Draws a page that asks nothing, as the person wants it: composed, or in plain lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from functools import partial
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Protocol

from exback.desk import Desk

if TYPE_CHECKING:
    from exback.guide import Guide
    from exback.journey import Journey
    from exback.program import Program

WIDEST = 120


class Draw(Protocol):
    """Gives a page as text of a width."""

    def __call__(self, width: int, *, colour: bool) -> str: ...  # noqa: D102


def show(desk: Desk, program: Program, guide: Guide, journey: Journey, page: str) -> None:
    """Print the status or the map."""
    today = journey.today
    if page == "map":
        from exback.screen import map as maps

        plain = maps.plain_map(program, guide, today)
        draw = partial(maps.draw_map, program, guide, today)
    else:
        from exback.insight.glance import glance
        from exback.screen import status as pages

        seen = glance(program, journey, guide.days, held=bool(guide.boundaries))
        plain = pages.plain_status(program, guide, today, seen)
        draw = partial(pages.draw_status, program, guide, today, seen=seen, in_ascii=in_ascii())
    put(desk, plain, draw)


def put(desk: Desk, plain: Iterable[str], draw: Draw) -> None:
    """Print a page as the person wants it."""
    if desk.is_plain:
        from exback.screen.plain.speech import stopped

        page = "".join(f"{stopped(line)}\n" for line in plain)
    else:
        page = draw(page_width(WIDEST), colour=in_colour())
    write(page)


def write(page: str) -> None:
    """Print a page, in signs that can be shown."""
    from exback.screen.ascii import to_ascii

    print(to_ascii(page) if in_ascii() else page, end="")


def in_ascii() -> bool:
    """Tell whether no other signs than those of ASCII can be shown."""
    from exback.screen.ascii import encodes_signs, shows_only_ascii

    return shows_only_ascii(os.environ) or not encodes_signs(getattr(sys.stdout, "encoding", None))


def in_colour() -> bool:
    """Tell whether a page may be drawn in colour."""
    return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def page_width(most: int = 100) -> int:
    """Give the columns that a page may take."""
    return max(20, min(most, get_terminal_size().columns))
