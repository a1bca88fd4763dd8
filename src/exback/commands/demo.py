"""`exback demo`: any command, run for a made-up person in a folder that is deleted when you leave."""

from __future__ import annotations

from exback.commands.environment import Environment
from exback.commands.pages import exit_code_of, keep_nothing, page
from exback.console import say
from exback.engine.simulation import live
from exback.engine.view import Answer
from exback.loader import made_up_life
from exback.model.items import Reading
from exback.model.prose import blocks
from exback.store.temporary_home import temporary_home

NOTICE = (
    "This is a demo: a made-up person, ten weeks on. Your own file isn't touched, and the demo is deleted at the end."
)
WELCOME = """This is a demo. The person whose days you see is made up, and so is R.

You can look at every page and try every step. Your own file isn't touched. What you type here goes into a temporary folder \
that's deleted when you leave, so don't write anything real.

When you leave, you're back where you came from. In the shell, you can add any command: exback demo status, exback demo \
journal, exback demo insights."""


def demo(environment: Environment, words: list[str]) -> int:
    """Run a command line, or show the page of the day, for the made-up person. Return the exit code."""
    assert environment.run is not None
    with temporary_home(live(environment.program, made_up_life(), environment.clock())) as home:
        if words:
            say([NOTICE])
        else:
            with environment.screen() as screen:
                event = screen.ask(page("Demo", Reading("demo", ""), body=blocks(WELCOME)), keep_nothing)
            if not isinstance(event, Answer):
                return exit_code_of(event)
        moved = environment.moved_to(home)
        code = environment.run(words, moved)
        environment.shown = moved.shown
        return code
