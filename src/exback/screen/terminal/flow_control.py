"""Turn off the terminal's flow control, which swallows Ctrl-Q, before the first page, and restore it at the end.

Until the first page is shown nothing else is changed: the terminal still echoes what is typed, and Ctrl-C ends exback.
"""

from __future__ import annotations

import os
import sys

if sys.platform != "win32":
    import termios

TYPE_CHECKING = False  # importing typing costs as much as starting Python
if TYPE_CHECKING:
    from typing import Any

INPUT = 0  # the index of the input flags in a terminal's settings

_original: list[Any] | None = None


def turn_off() -> None:
    """Let Ctrl-Q arrive as a key. Does nothing without a terminal, or when exback runs in the background."""
    global _original  # noqa: PLW0603  # there is one terminal
    if sys.platform == "win32" or sys.stdin is None or not sys.stdin.isatty():
        return
    try:
        terminal = sys.stdin.fileno()
        if os.tcgetpgrp(terminal) != os.getpgrp():
            return  # the system stops a background process that changes the terminal
        settings = termios.tcgetattr(terminal)
        if _original is None:
            _original = [*settings]
        settings[INPUT] &= ~termios.IXON
        termios.tcsetattr(terminal, termios.TCSANOW, settings)
    except (OSError, termios.error):  # the window was closed: there will be no page
        return


def original_settings(terminal: int) -> list[Any]:
    """Return the settings of a terminal (a file descriptor) from before exback changed any."""
    return termios.tcgetattr(terminal) if _original is None else [*_original]


def give_back() -> None:
    """Restore the terminal's settings, if any were changed."""
    global _original  # there is one terminal
    settings, _original = _original, None
    if settings is None:
        return
    try:
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, settings)
    except (OSError, ValueError, termios.error):  # the window was closed
        return
