"""A pager for text of any length on the alternate screen, so that none of it stays in the scrollback."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import ANSI, OneStyleAndTextTuple, StyleAndTextTuples, to_formatted_text
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import BufferControl, ConditionalContainer, FormattedTextControl, HSplit, VSplit, Window

from exback.engine.view import Leave
from exback.model.prose import folded, visible
from exback.screen.rendering import Text, fitted, render_page
from exback.screen.terminal.application import SessionApplication, Shown
from exback.screen.terminal.footer import BETWEEN, CLOSE_HELP, HIDE_AND_SLEEP, LEAST_COLUMNS, LOWEST, NARROW
from exback.screen.terminal.keyboard import bind
from exback.screen.terminal.sheets import Place, Sheet, Sheets

HIGHLIGHT = "reverse"
NOTHING_FOUND = "Nothing found."
SEARCH_LABEL = " Search: "
ABOVE = 3  # lines that stay in sight above a match
KEYS = f"""\
Up and Down, or k and j, move by a line.
PgUp and PgDn, or b and Space, move by a page.
Home and End, or g and G, go to the start and the end.
/ searches for words. n goes to the next match, N to the one before.
Enter or o opens an entry, if there's one to open.
q or Ctrl-C leaves.
{HIDE_AND_SLEEP}
{CLOSE_HELP}"""
"""Every key, for the page of help."""


class Pager(Shown):
    """The text being read, how far it is scrolled, and the words searched for.

    It's read from sheet `begin` on. `can_open` says that the person may want to open one of those in sight.
    """

    def __init__(
        self, application: SessionApplication, title: str, sheets: Sequence[Sheet], *, begin: int, can_open: bool
    ) -> None:
        self.application = application
        self.title = title
        self.sheets = Sheets(sheets)
        self.can_open = can_open
        self.top = Place(begin)
        self.wanted = ""
        self.notice = ""
        self._match: Place | None = None
        self._put_aside: tuple[Sheets, Place] | None = None
        self._buffer = Buffer(multiline=False, accept_handler=self._search)
        self.is_searching = Condition(lambda: self.application.layout.has_focus(self._buffer))
        self.focused = Window(
            FormattedTextControl(self._lines, focusable=True, show_cursor=False), always_hide_cursor=True
        )
        self.container = self._layout()
        self.keys = self._keys()

    def _layout(self) -> HSplit:
        search = VSplit(
            [
                Window(FormattedTextControl(SEARCH_LABEL), width=len(SEARCH_LABEL), dont_extend_width=True),
                Window(BufferControl(self._buffer), height=1),
            ],
            height=1,
        )
        return HSplit(
            [
                Window(FormattedTextControl(self._header), height=2),
                self.focused,
                ConditionalContainer(search, self.is_searching),
                Window(FormattedTextControl(self._footer), height=lambda: 1 + len(self._hints())),
            ]
        )

    # The parts of the layout

    def _columns(self) -> int:
        return max(LEAST_COLUMNS, self.application.output.get_size().columns)

    def _rows(self) -> int:
        around = 3 + len(self._hints()) + (1 if self.is_searching() else 0)
        return max(1, self.application.output.get_size().rows - around)

    def _header(self) -> StyleAndTextTuples:
        columns = self._columns()
        left, right = f" {visible(self.title)}", self._how_far()
        gap = columns - len(left) - len(right) - len(" ") if right else 0
        line = f"{left}{' ' * gap}{right}" if gap > 0 else left[:columns]
        return [("bold", line), ("class:quiet", f"\n{'─' * columns}")]

    def _how_far(self) -> str:
        if len(self.sheets) > 1:
            return f"{self.in_sight().start + 1} of {len(self.sheets)}"
        if not self.sheets.is_at_end(self.top, self._rows(), self._columns()):
            return "more below"
        return "the keys" if self.is_help_open else ""

    def _lines(self) -> StyleAndTextTuples:
        drawn: StyleAndTextTuples = []
        for _, line in self.sheets.shown(self.top, self._rows(), self._columns()):
            drawn += [*highlighted(to_formatted_text(ANSI(line)), folded(self.wanted)), ("", "\n")]
        return drawn[:-1]

    def _footer(self) -> StyleAndTextTuples:
        return [("class:quiet", "\n".join(["─" * self._columns(), *(f" {line}" for line in self._hints())]))]

    def _hints(self) -> list[str]:
        """Return the lines of keys: all of them or, on a low window, only the most important."""
        columns, rows = self._columns(), self.application.output.get_size().rows
        lines = fitted(self._key_hints(narrow=columns < NARROW), BETWEEN, columns - 2)
        most = 1 if rows < LOWEST else 5
        return lines if len(lines) <= most else [self.notice or "q to leave"]

    def _key_hints(self, *, narrow: bool) -> Iterator[str]:
        if self.is_searching():
            yield from ("Enter to search", "Esc to cancel")
            return
        yield from textwrap.wrap(self.notice, self._columns() - 2)
        yield "↑↓ PgUp PgDn" if narrow else "↑↓ PgUp PgDn to move"
        yield "/ to search"
        if self.wanted and not self.notice:
            yield "n N next, previous"
        if self.can_open and not self.is_help_open:
            yield "Enter to open"
        yield "F1/^G help" if narrow else "F1 or Ctrl-G help"
        yield "q to leave"

    def in_sight(self) -> range:
        """Return the numbers of the sheets that are in sight."""
        numbers = [sheet for sheet, _ in self.sheets.shown(self.top, self._rows(), self._columns())]
        return range(numbers[0], numbers[-1] + 1) if numbers else range(0)

    # What keys do

    def _keys(self) -> KeyBindings:
        """Return the keys that people know from other pagers, and the arrows. In a search letters are only letters."""
        keys, leave = KeyBindings(), self.application.exit
        can_open = Condition(lambda: self.can_open and not self.is_help_open)
        reading: dict[tuple[str, ...], Callable[[], object]] = {
            ("q", "Q"): lambda: leave(result=Leave()),
            ("c-c",): lambda: leave(result=Leave(interrupted=True)),
            ("down", "j"): lambda: self.move(1),
            ("up", "k"): lambda: self.move(-1),
            ("pagedown", " ", "f"): lambda: self.move(self.stride()),
            ("pageup", "b"): lambda: self.move(-self.stride()),
            ("home", "g"): lambda: self.go(Place()),
            ("end", "G"): lambda: self.go(self.end()),
            ("f1", "c-g", "?"): self.turn_help,
            ("/",): self.begin_search,
            ("n",): lambda: self.find(forward=True),
            ("N",): lambda: self.find(forward=False),
        }
        for names, act in reading.items():
            bind(keys, names, act, ~self.is_searching)
        bind(keys, ("enter", "o"), lambda: leave(result=self.in_sight()), can_open & ~self.is_searching)
        bind(keys, ("escape", "c-c"), self.end_search, self.is_searching)
        bind(keys, ("c-q",), lambda: leave(result=Leave(hidden=True)))
        bind(keys, ("c-z",), self.application.suspend)
        return keys

    def stride(self) -> int:
        """Return how many lines a key scrolls: two lines stay in view, so that no one loses their place."""
        return max(1, self._rows() - 2)

    def move(self, by: int) -> None:
        """Scroll some lines down, or up."""
        self.go(self.sheets.moved(self.top, by, self._rows(), self._columns()))

    def end(self) -> Place:
        """Return the top line when the last line is at the foot."""
        return self.sheets.end(self._rows(), self._columns())

    def go(self, place: Place) -> None:
        """Scroll to a line."""
        self.top, self.notice, self._match = place, "", None

    @property
    def is_help_open(self) -> bool:
        """Whether the keys are shown in place of the text."""
        return self._put_aside is not None

    def turn_help(self) -> None:
        """Show what the keys do, or go back to the text at its place from before."""
        if self._put_aside is None:
            self._put_aside = self.sheets, self.top
            self.sheets = Sheets([Sheet(_draw_keys, KEYS)])
            self.go(Place())
        else:
            self.sheets, top = self._put_aside
            self._put_aside = None
            self.go(top)

    def begin_search(self) -> None:
        """Ask for words to search for."""
        self._buffer.reset()
        self.application.layout.focus(self._buffer)

    def end_search(self) -> None:
        """Go back to reading."""
        self.application.layout.focus(self.focused)

    def _search(self, buffer: Buffer) -> bool:
        self.wanted = buffer.text
        self.end_search()
        self._match = None
        self.find(forward=True)
        return False

    def find(self, *, forward: bool) -> None:
        """Go to the next match of the search, or the one before."""
        if not self.wanted.strip():
            return
        start = self._match or Place(self.top.sheet, self.top.line - (1 if forward else 0))
        search = self.sheets.find if forward else self.sheets.find_before
        match = search(self.wanted, start, self._columns())
        if match is None:
            self.notice = NOTHING_FOUND
            return
        self.go(min(match, self.end()))
        self.move(-min(ABOVE, self._rows() // 3))
        self._match = match


def _draw_keys(width: int) -> str:
    return render_page([Text(), *(Text(line) for line in KEYS.splitlines())], width, colour=False)


def highlighted(line: Iterable[OneStyleAndTextTuple], needle: str) -> StyleAndTextTuples:
    """Return a line, one part per character, with each match of `needle` (folded words) highlighted."""
    chars = [(part[0], char) for part in line for char in part[1]]
    matches = _matching_indexes("".join(char for _, char in chars), needle) if needle else set()
    return [(f"{style} {HIGHLIGHT}" if index in matches else style, char) for index, (style, char) in enumerate(chars)]


def _matching_indexes(text: str, needle: str) -> set[int]:
    """Return the indexes of all characters of a text that, folded, belong to a match."""
    folded_text, origins = "", []
    for index, char in enumerate(text):
        letters = " " if char.isspace() else folded(char)
        if letters == " " and folded_text.endswith(" "):
            continue
        folded_text += letters
        origins += [index] * len(letters)
    starts = (match.start() for match in re.finditer(f"(?={re.escape(needle)})", folded_text))
    return {index for start in starts for index in origins[start : start + len(needle)]}
