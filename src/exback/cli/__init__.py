"""The commands: read the words, build what is needed, call it. Each module holds a group of them, as help shows them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from exback.cli import authors, everyday, looking_back, your_data
from exback.cli.app import app
from exback.cli.everyday import COMPANION
from exback.desk import Desk, now
from exback.outcome import exit_code, say

__all__ = ["COMPANION", "app", "authors", "everyday", "looking_back", "run", "your_data"]

GLOBAL_FLAGS = ("--plain", "--no-plain")
GLOBAL_OPTIONS = ("--home", "--passphrase-fd")


def run(
    words: list[str],
    clock: Callable[[], datetime] = now,
    before_error: Callable[[], None] | None = None,
) -> int:
    """Carry out a command line and give its exit code.

    `before_error` is as in `exit_code`; it is called before plain lines too, which have no second screen.
    """
    desk = Desk(clock, before_error)

    def work() -> int:
        app(_global_first(words), obj=desk, prog_name="exback")
        return 0

    code = exit_code(work, desk.give_back)
    say(desk.notices)
    return code


def _global_first(words: list[str]) -> list[str]:
    """Let the global options stand behind the command as well as before it."""
    first: list[str] = []
    rest: list[str] = []
    remaining = iter(words)
    for word in remaining:
        if word in GLOBAL_FLAGS or word.startswith(tuple(f"{option}=" for option in GLOBAL_OPTIONS)):
            first.append(word)
        elif word in GLOBAL_OPTIONS and (value := next(remaining, None)) is not None:
            first += [word, value]
        else:
            rest.append(word)
    return first + rest
