"""Lets someone read pages of any length on the alternate screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from prompt_toolkit.input.defaults import create_input
from prompt_toolkit.output.defaults import create_output

from exback.engine.view import Leave
from exback.errors import Hidden, Interrupted
from exback.screen.terminal.alternate_screen import AlternateScreen
from exback.screen.terminal.pager import LEAST_COLUMNS, Pager
from exback.screen.terminal.pager_keys import pager_keys
from exback.screen.terminal.sheets import Sheet, Sheets


def page_through(title: str, draw: Callable[[int], str]) -> Leave:
    """Let somebody read what `draw` gives for a number of columns, and give how they left.

    What is drawn may hold colour codes, and nothing else that a terminal would act on.
    """
    stage = AlternateScreen(create_input(), create_output())
    stage.enter()
    try:
        turned = turn_pages(stage, title, [Sheet(draw, draw(LEAST_COLUMNS))], colour=not os.environ.get("NO_COLOR"))
    finally:
        stage.leave()
    return turned if isinstance(turned, Leave) else Leave()


def turn_pages(
    stage: AlternateScreen, title: str, sheets: Sequence[Sheet], *, colour: bool, begin: int = 0, can_open: bool = False
) -> Leave | range:
    """Let somebody read sheets on a stage that was entered, from sheet `begin` on.

    Gives how they left or, where one `can_open` what is read, the sheets that were in sight as they wanted to.
    """
    pager = Pager(stage, title, Sheets(sheets), colour=colour, begin=begin, can_open=can_open)
    pager.application.key_bindings = pager_keys(pager)
    try:
        stage.heed_the_gap()
        turned = stage.run(pager.application, lambda: pager.end(Leave(interrupted=True)), pager.ended)
    except Hidden:
        turned = Leave(hidden=True)
    except (Interrupted, KeyboardInterrupt, EOFError):
        turned = Leave(interrupted=True)
    if isinstance(turned, Leave) and turned.hidden:
        stage.clears = True
    assert isinstance(turned, Leave | range)
    return turned
