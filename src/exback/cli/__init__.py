"""The commands: read the words, build what is needed, call it. Each module holds a group of them, as help shows them."""

from __future__ import annotations

from exback.cli.daily import COMPANION, known
from exback.desk import Desk, now
from exback.errors import WrongUse
from exback.outcome import exit_code

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

__all__ = ["COMPANION", "run"]


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
        desk.plain, desk.home, rest = _parted(words)
        command = known(rest)
        if command is not None:
            return command(desk)
        from exback.cli.parsed import carry_out  # loads what parses every other command line

        return carry_out(rest, desk)

    return exit_code(work, desk.give_back)


def _parted(words: list[str]) -> tuple[bool | None, str | None, list[str]]:
    """Part --plain, --no-plain and --home, which may stand before a command or behind it, from the other words.

    Gives None for what was not said. Raises WrongUse.
    """
    plain: bool | None = None
    home: str | None = None
    rest: list[str] = []
    remaining = iter(words)
    for word in remaining:
        if word in ("--plain", "--no-plain"):
            plain = word == "--plain"
        elif word == "--home":
            home = _folder(next(remaining, ""))
        elif word.startswith("--home="):
            home = _folder(word.removeprefix("--home="))
        else:
            rest.append(word)
    return plain, home, rest


def _folder(name: str) -> str:
    if not name:
        raise WrongUse("--home needs the name of a folder behind it.", hint="exback --help shows what there is.")
    return name
