"""Flow control of the terminal, which swallows Ctrl-Q: turned off as soon as pages will be shown, and given back at the end.

Before the first page only this is changed. The terminal still shows what is typed, and Ctrl-C still ends exback.
"""

from __future__ import annotations

import os
import sys

if sys.platform != "win32":
    import termios

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from typing import Any

INPUT, CONTROL = 0, 6
"""The places of the flags for input, and of the control characters, among the settings of a terminal."""

_found: list[Any] | None = None


def turn_off() -> None:
    """Let Ctrl-Q come as a key. Does nothing where there is no terminal, or exback runs in the background."""
    global _found  # noqa: PLW0603  # there is one terminal
    if sys.platform == "win32" or sys.stdin is None or not sys.stdin.isatty():
        return
    try:
        terminal = sys.stdin.fileno()
        if os.tcgetpgrp(terminal) != os.getpgrp():
            return  # whoever changes a terminal from the background is stopped
        found = termios.tcgetattr(terminal)
        if _found is None:
            _found = found
        found = [*found]
        found[INPUT] &= ~termios.IXON
        termios.tcsetattr(terminal, termios.TCSANOW, found)
    except (OSError, termios.error):  # the window was closed: there will be no page
        return


def found(terminal: int) -> list[Any]:
    """Return the settings of a terminal as exback found them."""
    return termios.tcgetattr(terminal) if _found is None else [*_found]


def give_back() -> None:
    """Give the terminal back as it was found, if anything was changed."""
    global _found  # there is one terminal
    as_found, _found = _found, None
    if as_found is None:
        return
    try:
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, as_found)
    except (OSError, ValueError, termios.error):  # the window was closed
        return
