"""Draws a page that asks nothing, as the person wants it: composed, or in plain lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from functools import partial
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Protocol

from exback.commands.environment import Environment
from exback.console import tell
from exback.errors import Interrupted

if TYPE_CHECKING:
    from exback.engine.view import Event

WIDEST = 120


class Draw(Protocol):
    """Gives a page as text of a width."""

    def __call__(self, width: int, *, colour: bool) -> str: ...  # noqa: D102


def read(title: str, draw: Draw) -> int:
    """Let somebody read a page on the second screen. Gives the exit code."""
    from exback.screen.terminal.read_pages import page_through
    from exback.signals import raise_again

    raise_again()
    left = page_through(title, partial(draw, colour=in_colour()))
    return Interrupted.exit_code if left.interrupted else 0


def put(environment: Environment, plain: Iterable[str], draw: Draw) -> None:
    """Print a page as the person wants it."""
    if environment.is_plain:
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


def unchanged(event: Event, *done: str) -> int:
    """Say that nothing was changed, or what was `done` before, unless nothing may be seen any more. Return the exit code.

    `event` is how a page was answered that was to change something: by leaving it, or by keeping things as they are.
    """
    hidden, interrupted = getattr(event, "hidden", False), getattr(event, "interrupted", False)
    if not hidden:
        tell(*done or ("Nothing was changed.",))
    return Interrupted.exit_code if interrupted else 0
