"""Let someone read a page of any length on the alternate screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from exback.engine.view import Leave
from exback.screen.terminal.footer import LEAST_COLUMNS
from exback.screen.terminal.front import Terminal
from exback.screen.terminal.sheets import Sheet


def page_through(title: str, draw: Callable[[int], str]) -> Leave:
    """Show a text for reading, and return how the person left.

    `draw` returns the text for a number of columns. It may contain colour codes, and nothing else that a terminal would
    act on.
    """
    with Terminal(date.today) as terminal:
        result = terminal.read(title, [Sheet(draw, draw(LEAST_COLUMNS))], can_open=False)
    assert isinstance(result, Leave)
    return result
