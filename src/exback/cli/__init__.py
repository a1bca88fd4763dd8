"""The commands: read the words, build what is needed, call it. Each module holds a group of them, as help shows them."""

from __future__ import annotations

import os
import sys

from exback.cli.fast_path import COMPANION, COMPLETE, known
from exback.commands.environment import Environment, now
from exback.console import exit_code, say
from exback.errors import WrongUse

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

__all__ = ["COMPANION", "run"]

MOST_DIGITS = 10
"""Of the number of an open file. Python reads no number of some thousands."""


def run(
    words: list[str],
    clock: Callable[[], datetime] = now,
    before_error: Callable[[], None] | None = None,
) -> int:
    """Carry out a command line and give its exit code.

    `before_error` is as in `exit_code`; it is called before plain lines too, which have no second screen.
    """
    environment = Environment(clock, before_error, run)
    if os.environ.get(COMPLETE):
        from exback.cli.parser import at_a_tab  # loads every command

        return at_a_tab(environment)

    def work() -> int:
        rest = _taken(words, environment)
        command = known(rest)
        if command is not None:
            return command(environment)
        from exback.cli.parser import carry_out  # loads what parses every other command line

        return carry_out(rest, environment)

    code = exit_code(work, environment.give_back)
    say(environment.notices)
    if "exback.screen.terminal.flow_control" in sys.modules:  # only pages load it
        from exback.screen.terminal import flow_control

        flow_control.give_back()
    return code


def _taken(words: list[str], environment: Environment) -> list[str]:
    """Take --plain, --no-plain, --home and --passphrase-fd, which may stand before a command or behind it, from the words.

    Tells the desk, and gives the other words. Raises WrongUse.
    """
    rest: list[str] = []
    remaining = iter(words)
    for word in remaining:
        name, parted, value = word.partition("=")
        if word in ("--plain", "--no-plain"):
            environment.plain = word == "--plain"
        elif name == "--home":
            environment.home = _folder(value if parted else next(remaining, ""))
        elif name == "--passphrase-fd":
            environment.passphrase_from = _number(value if parted else next(remaining, ""))
        else:
            rest.append(word)
    return rest


def _folder(name: str) -> str:
    if not name:
        raise WrongUse("--home needs the name of a folder behind it.", hint="exback --help shows what there is.")
    return name


def _number(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS):
        raise WrongUse(
            "--passphrase-fd needs the number of an open file behind it.", hint="exback --help shows what there is."
        )
    return int(typed)
