"""`exback demo`: the pages of a person who does not exist, in a folder that is gone when you leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exback.commands.environment import Environment
from exback.console import say

if TYPE_CHECKING:
    from pathlib import Path

NOTICE = (
    "This is a demo: a made-up person, ten weeks on. Nothing of yours is touched, and all of it is deleted at the end."
)
WELCOME = """This is a demo. The person whose days you see does not exist, and neither does R.

You can look at every page and try every step. Nothing of yours is touched, and nothing that you type here is kept: it lies in \
a folder for passing things, and is deleted when you leave. So write nothing here that is true.

From the shell, any command can follow: exback demo status, exback demo journal, exback demo insights. Your own way in is \
exback, without the word demo."""


def demo(environment: Environment, words: list[str]) -> int:
    """Carry out a command line, or show the page of the day, in the home of somebody made up. Gives the exit code."""
    from exback.engine.simulation import live
    from exback.loader import made_up_life
    from exback.store.temporary_home import temporary_home

    program = environment.program
    with temporary_home(live(program, made_up_life(), environment.clock())) as home:
        return _carry_out(environment, home, words) if words else _show_day(environment, home)


def _carry_out(environment: Environment, home: Path, words: list[str]) -> int:
    assert environment.run is not None
    say([NOTICE])
    return environment.run([*_plain(environment), "--home", str(home), *words], environment.clock)


def _show_day(environment: Environment, home: Path) -> int:
    from exback.engine.view import Answer, Leave, View
    from exback.model.items import Reading
    from exback.model.prose import blocks

    screen = environment.screen()
    with screen:
        event = screen.ask(View(title="Demo", body=blocks(WELCOME), item=Reading("demo", "")), lambda _: None)
    if not isinstance(event, Answer):
        return 130 if event == Leave(interrupted=True) else 0
    assert environment.run is not None
    return environment.run([*_plain(environment), "--home", str(home)], environment.clock)


def _plain(environment: Environment) -> list[str]:
    """Give the flag for the plain lines that somebody wants elsewhere: the made-up person has set nothing."""
    return ["--plain"] if environment.is_plain else ["--no-plain"] if environment.plain is False else []
