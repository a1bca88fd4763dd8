"""Let someone read pages of any length on the alternate screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from prompt_toolkit.input.defaults import create_input
from prompt_toolkit.output.defaults import create_output

from exback.engine.view import Leave
from exback.screen.terminal.alternate_screen import AlternateScreen
from exback.screen.terminal.footer import LEAST_COLUMNS
from exback.screen.terminal.pager import Pager
from exback.screen.terminal.pager_keys import pager_keys
from exback.screen.terminal.sheets import Sheet, Sheets


def page_through(title: str, draw: Callable[[int], str]) -> Leave:
    """Show a text for reading, and return how the person left.

    `draw` returns the text for a number of columns. It may contain colour codes, and nothing else that a terminal would
    act on.
    """
    screen = AlternateScreen(create_input(), create_output())
    screen.enter()
    try:
        result = turn_pages(screen, title, [Sheet(draw, draw(LEAST_COLUMNS))], colour=not os.environ.get("NO_COLOR"))
    finally:
        screen.leave()
    return result if isinstance(result, Leave) else Leave()


def turn_pages(
    screen: AlternateScreen,
    title: str,
    sheets: Sequence[Sheet],
    *,
    colour: bool,
    begin: int = 0,
    can_open: bool = False,
) -> Leave | range:
    """Show sheets on an alternate screen that was entered, from sheet `begin` on.

    Return how the person left or, if sheets `can_open`, the numbers of those in sight when they wanted to open one.
    """
    pager = Pager(screen, title, Sheets(sheets), colour=colour, begin=begin, can_open=can_open)
    pager.application.key_bindings = pager_keys(pager)
    result = screen.run(pager.application, lambda: None)
    assert isinstance(result, Leave | range)
    return result
