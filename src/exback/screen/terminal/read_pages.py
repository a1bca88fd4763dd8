"""Let someone read pages of any length on the alternate screen."""

from __future__ import annotations

import os
from collections.abc import Callable

from prompt_toolkit.output.defaults import create_output

from exback.engine.view import Leave
from exback.screen.terminal.alternate_screen import AlternateScreen
from exback.screen.terminal.footer import LEAST_COLUMNS
from exback.screen.terminal.keyboard import open_input
from exback.screen.terminal.pager import Pager
from exback.screen.terminal.pager_keys import pager_keys
from exback.screen.terminal.sheets import Sheet


def page_through(title: str, draw: Callable[[int], str]) -> Leave:
    """Show a text for reading, and return how the person left.

    `draw` returns the text for a number of columns. It may contain colour codes, and nothing else that a terminal would
    act on.
    """
    with AlternateScreen(open_input(), create_output()) as screen:
        sheet, colour = Sheet(draw, draw(LEAST_COLUMNS)), not os.environ.get("NO_COLOR")
        result = turn_pages(Pager(screen, title, [sheet], colour=colour))
    assert isinstance(result, Leave)
    return result


def turn_pages(pager: Pager) -> Leave | range:
    """Let someone read, on an alternate screen that was entered.

    Return how they left or, if sheets can be opened, the numbers of those in sight when they wanted to open one.
    """
    pager.application.key_bindings = pager_keys(pager)
    pager.notice, pager.screen.warning = pager.screen.warning, ""
    result = pager.screen.run(pager.application, lambda: None)
    assert isinstance(result, Leave | range)
    return result
