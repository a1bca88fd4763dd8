"""Parse any command line with typer, and run it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import typer

from exback.cli import authors, data, everyday, review, shell
from exback.cli.app import app
from exback.cli.shell import INSTALL, SHOW, at_a_tab, by_option
from exback.cli.usage_errors import explained
from exback.commands.environment import Environment
from exback.commands.output import page_width
from exback.signals import raise_again

__all__ = ["app", "at_a_tab", "authors", "carry_out", "data", "everyday", "review", "shell"]


WIDEST = 80


@cache
def _command() -> Callable[..., object]:
    """Return what reads a command line. Typer would put it together again for each one."""
    return typer.main.get_command(app)


def carry_out(words: list[str], environment: Environment) -> int:
    """Run a command line and return its exit code. Raises WrongUse, and what the command raises."""
    raise_again()  # some of these save
    if words and words[0] in (SHOW, INSTALL):
        return by_option(words[0], words[1:])
    width = page_width(WIDEST)
    try:
        code: object = _command()(
            words, obj=environment, prog_name="exback", standalone_mode=False, terminal_width=width
        )
    except typer.TyperException as error:
        raise explained(error) from None
    return code if isinstance(code, int) else 0
