"""Terminals without an alternate screen that works: found out before the first page, and pages are drawn in place on them.

GNU screen has its alternate screen off by default, tmux can be told to, and a console or a serial line has none. Such a
terminal puts a page into its scrollback when the whole screen is cleared or scrolled, so lines are erased one by one.
"""

from __future__ import annotations

import os
import re
import select
import sys
import time
from collections.abc import Callable, Mapping

from msgspec import Struct
from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import store_typeahead
from prompt_toolkit.output import Output

from exback.console import CLEAR_ALL

RELIABLE = (
    "xterm",
    "rxvt",
    "alacritty",
    "foot",
    "kitty",
    "wezterm",
    "ghostty",
    "konsole",
    "vte",
    "gnome",
    "st-",
    "putty",
)
"""What TERM begins with on terminals whose alternate screen works."""
MULTIPLEXERS = ("screen", "tmux")
WHERE = "\x1b[6n"
TRIAL = f"{WHERE}\x1b[?1049h\x1b[C\x1b[?1049l{WHERE}"
"""Asks where the cursor is, moves it on the alternate screen, and asks again: on the normal one it hasn't moved then."""
PATIENCE = 0.5  # seconds; a terminal that answers does it within some milliseconds, over a slow line too
EARLY_LINES = 3
"""The first line of `exback urge`, which is shown before anything is loaded, leaves the cursor here."""

STAYS = "If you make this window smaller, part of a page can stay there when you scroll up. Ctrl-Q clears it when you leave."
MOST_LINES = 20_000
"""Lines that push everything out of a scrollback. Most people have set a shorter one."""


class Trial(Struct, frozen=True):
    """Whether a terminal has an alternate screen that works, and in which line the cursor was, 0 if that isn't known."""

    works: bool
    line: int = 0


def try_alternate_screen(source: Input, output: Output, environment: Mapping[str, str] = os.environ) -> Trial:
    """Find out whether the alternate screen works. Asks the terminal only where there's reason to doubt it.

    The terminal must be in raw mode. Keys that were typed meanwhile are kept.
    """
    if sys.platform == "win32" or not sys.stdout.isatty() or not is_doubtful(environment):
        return Trial(works=True)
    output.write_raw(TRIAL)
    output.flush()
    read, until = b"", time.monotonic() + PATIENCE
    places: list[bytes] = []
    while len(places) < 2 and select.select([source.fileno()], [], [], max(0.0, until - time.monotonic()))[0]:
        try:
            received = os.read(source.fileno(), 1024)
        except OSError:  # the window was closed
            received = b""
        if not received:
            break
        read += received
        places = re.findall(rb"\x1b\[(\d+;\d+)R", read)
    parser = getattr(source, "vt100_parser", None)
    if parser is not None:
        parser.feed(read.decode("utf-8", "surrogateescape"))  # which drops the answers
        store_typeahead(source, source.read_keys())
    works = len(places) == 2 and places[0] == places[1]
    return Trial(works, int(places[0].split(b";")[0]) if places else 0)


def is_doubtful(environment: Mapping[str, str]) -> bool:
    """Whether a terminal may have no alternate screen: it's a multiplexer, or terminfo knows none."""
    name = environment.get("TERM", "")
    if environment.get("STY") or environment.get("TMUX") or name.startswith(MULTIPLEXERS):
        return True
    return not name.startswith(RELIABLE) and not _in_terminfo(name)


def _in_terminfo(name: str) -> bool:
    """Whether terminfo says how to open the alternate screen. A terminal that it doesn't know at all is a new one."""
    try:
        import curses  # takes as long as a tenth of Python, and hardly anyone's terminal needs it

        curses.setupterm(name, sys.stdout.fileno())
        return curses.tigetstr("smcup") is not None
    except (ImportError, curses.error):
        return True


def draw_in_place(output: Output, line: int) -> tuple[Callable[[], None], Callable[[], None]]:
    """Let an output erase line by line. Return what makes room for pages, and what takes the last one away.

    `line` is where the cursor was. What was on the screen before is scrolled out of the way, unless that's exback's own.
    """

    def erase_down() -> None:
        rows = output.get_size().rows
        output.write_raw("\x1b7\x1b[K" + "\r\x1b[B\x1b[2K" * (rows - 1) + "\x1b8")

    def erase_screen() -> None:
        output.cursor_goto(0, 0)
        erase_down()

    def open_screen() -> None:
        nonlocal line
        if line > EARLY_LINES:
            output.write_raw(f"\x1b[{output.get_size().rows};1H" + "\n" * (line - 1))
        line = 0  # what is there the next time may be what an editor has left of a private text
        erase_screen()

    # A prompt begins at the top, where a terminal's cursor is when the alternate screen was opened.
    output.enter_alternate_screen = lambda: output.cursor_goto(0, 0)  # type: ignore[method-assign]  # no option for it
    output.erase_down = erase_down  # type: ignore[method-assign]  # no option for it
    output.erase_screen = erase_screen  # type: ignore[method-assign]  # no option for it
    return open_screen, erase_screen


def clear_scrollback(output: Output, environment: Mapping[str, str] = os.environ) -> None:
    """Clear the screen and all that was scrolled off it. GNU screen knows no sequence for that, so it's pushed out."""
    if environment.get("STY"):
        output.write_raw("\n" * MOST_LINES)
    output.write_raw(CLEAR_ALL)
