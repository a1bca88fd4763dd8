"""Draws a page that asks nothing, as the person wants it: composed, or in plain lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from functools import partial
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Protocol

from exback.commands.environment import Desk
from exback.errors import Interrupted

if TYPE_CHECKING:
    from datetime import date

    from exback.engine.status import Guide
    from exback.model.journey import Journey
    from exback.model.program import Program

WIDEST = 120


class Draw(Protocol):
    """Gives a page as text of a width."""

    def __call__(self, width: int, *, colour: bool) -> str: ...  # noqa: D102


def show_map(desk: Desk, program: Program, guide: Guide, today: date) -> None:
    """Print the map."""
    from exback.screen.pages.step_map import draw_map, plain_map

    put(desk, plain_map(program, guide, today), partial(draw_map, program, guide, today))


def show_status(desk: Desk, program: Program, guide: Guide, journey: Journey) -> int:
    """Print the status or, where its head would scroll away, let somebody read it from there. Gives the exit code."""
    from exback.insights.summary import summary_of
    from exback.screen.pages.status import draw_status, plain_status

    summary = summary_of(program, journey, guide.days, held=bool(guide.boundaries))
    draw = partial(draw_status, program, guide, journey.today, summary=summary, in_ascii=in_ascii())
    if desk.shows_pages and draw(page_width(WIDEST), colour=False).count("\n") > get_terminal_size().lines:
        return read("Where you are", draw)
    put(desk, plain_status(program, guide, journey.today, summary), draw)
    return 0


def read(title: str, draw: Draw) -> int:
    """Let somebody read a page on the second screen. Gives the exit code."""
    from exback.interrupt import raise_again
    from exback.screen.terminal.pager import page_through

    raise_again()
    left = page_through(title, partial(draw, colour=in_colour()))
    return Interrupted.exit_code if left.interrupted else 0


def put(desk: Desk, plain: Iterable[str], draw: Draw) -> None:
    """Print a page as the person wants it."""
    if desk.is_plain:
        from exback.model.prose import visible
        from exback.screen.plain.speech import stopped

        page = "".join(f"{visible(stopped(line))}\n" for line in plain)
    else:
        page = draw(page_width(WIDEST), colour=in_colour())
    write(page)


def write(page: str) -> None:
    """Print a page in signs that can be shown, without the spaces that fill its lines up to the width."""
    from exback.screen.ascii import to_ascii

    page = "\n".join(line.rstrip(" ") for line in page.split("\n"))
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
