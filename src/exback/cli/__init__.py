"""The words of the command line: what is typed, and which command it calls with which options."""

from __future__ import annotations

import os

from exback.cli.fast_path import COMPLETE, known
from exback.clock import now
from exback.commands.environment import Environment
from exback.console import exit_code, say
from exback.errors import WrongUse
from exback.signals import restore_flow_control

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

NEEDED = {
    "--home": "--home needs the name of a folder after it.",
    "--passphrase-fd": "--passphrase-fd needs the number of an open file after it.",
}
MOST_DIGITS = 10
"""Digits in the number of an open file. Python refuses to read a number with some thousands of them."""


def run(words: list[str], clock: Callable[[], datetime] = now, before_error: Callable[[], None] | None = None) -> int:
    """Run a command line and return its exit code.

    `before_error` is as in `exit_code`; it is called before plain lines too, which have no alternate screen.
    """
    environment = Environment(clock, before_error, _run)
    if os.environ.get(COMPLETE):
        from exback.cli.parser import at_a_tab  # loads every command

        return at_a_tab(environment)
    return _run(words, environment)


def _run(words: list[str], environment: Environment) -> int:
    def work() -> int:
        rest = _read_shared_options(words, environment)
        command = known(rest)
        if command is not None:
            return command(environment)
        from exback.cli.parser import carry_out  # loads the library that parses every other command line

        return carry_out(rest, environment)

    code = exit_code(work, environment.clear_early)
    say(environment.notices)
    restore_flow_control()
    return code


def _read_shared_options(words: list[str], environment: Environment) -> list[str]:
    """Set --plain, --no-plain, --home and --passphrase-fd, which may be anywhere, in the environment.

    Return the other words. Raises WrongUse.
    """
    rest: list[str] = []
    remaining = iter(words)
    for word in remaining:
        name, separator, value = word.partition("=")
        if word in ("--plain", "--no-plain"):
            environment.plain = word == "--plain"
        elif name in ("--home", "--passphrase-fd"):
            _set(environment, name, value if separator else next(remaining, ""))
        else:
            rest.append(word)
    return rest


def _set(environment: Environment, option: str, value: str) -> None:
    if option == "--home" and value:
        environment.home = value
    elif option == "--passphrase-fd" and value.isascii() and value.isdigit() and len(value) <= MOST_DIGITS:
        environment.passphrase_from = int(value)
    else:
        raise WrongUse(NEEDED[option], hint="To see all options: exback --help")
