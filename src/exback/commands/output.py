"""Print a page that asks nothing, drawn or in plain lines, as the person wants it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from functools import partial
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from exback.commands.environment import Environment

if TYPE_CHECKING:
    from typing import Protocol

    class Draw(Protocol):
        """Draws a page as text of a width, in columns."""

        def __call__(self, width: int, *, colour: bool) -> str: ...  # noqa: D102


WIDEST = 120


def read(title: str, draw: Draw) -> int:
    """Show a page in the pager. Return the exit code."""
    from exback.commands.pages import exit_code_of
    from exback.screen.terminal.front import page_through
    from exback.signals import raise_again

    raise_again()
    return exit_code_of(page_through(title, partial(draw, colour=in_colour())))


def show(environment: Environment, title: str, plain: Iterable[str], draw: Draw) -> int:
    """Print a page or, where its beginning would scroll away, show it in the pager. Return the exit code."""
    if environment.shows_pages and draw(page_width(WIDEST), colour=False).count("\n") > get_terminal_size().lines:
        return read(title, draw)
    return put(environment, plain, draw)


def put(environment: Environment, plain: Iterable[str], draw: Draw) -> int:
    """Print a page, drawn or in plain lines, as the person wants it. Return the exit code."""
    if environment.is_plain:
        from exback.screen.plain.speech import stopped

        write_lines(map(stopped, plain))
    else:
        write(draw(page_width(WIDEST), colour=in_colour()))
    return 0


def write_lines(lines: Iterable[str]) -> None:
    """Print plain lines, broken between words where they wouldn't fit into the terminal."""
    from exback.console import broken_for
    from exback.model.prose import visible

    write(broken_for(sys.stdout, visible("".join(f"{line}\n" for line in lines))))


def write(page: str) -> None:
    """Print a page in characters that stdout can show."""
    from exback.screen.ascii import to_ascii

    print(to_ascii(page) if in_ascii() else page, end="")


def in_ascii() -> bool:
    """Whether only ASCII can be shown."""
    from exback.screen.ascii import encodes_signs, shows_only_ascii

    return shows_only_ascii(os.environ) or not encodes_signs(getattr(sys.stdout, "encoding", None))


def in_colour() -> bool:
    """Whether a page may be drawn in colour."""
    return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def page_width(most: int) -> int:
    """Return how many columns a page may take, at most `most` of them."""
    return max(20, min(most, get_terminal_size().columns))
