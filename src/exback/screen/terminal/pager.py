"""A pager for text of any length on the alternate screen, so that none of it stays in the scrollback."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import ANSI, StyleAndTextTuples, to_formatted_text
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_bindings import KeyBindingsBase
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    FormattedTextControl,
    HSplit,
    VSplit,
    Window,
)

from exback.model.prose import folded, visible
from exback.screen.rendering import Text, fitted, render_page
from exback.screen.terminal.application import SessionApplication
from exback.screen.terminal.footer import BETWEEN, CLOSE_HELP, HIDE_AND_SLEEP, LEAST_COLUMNS, LOWEST, NARROW
from exback.screen.terminal.highlight import highlighted
from exback.screen.terminal.sheets import Place, Sheet, Sheets

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


class Pager:
    """The text being read, how far it is scrolled, and the words searched for.

    It's read from sheet `begin` on. `can_open` says that the person may want to open one of those in sight.
    """

    is_weighty = False

    def __init__(
        self,
        application: SessionApplication,
        title: str,
        sheets: Sequence[Sheet],
        *,
        suspend: Callable[[], object],
        begin: int = 0,
        can_open: bool = False,
    ) -> None:
        self.application = application
        self.title = title
        self.sheets = Sheets(sheets)
        self.suspend = suspend
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
        self.keys: KeyBindingsBase = KeyBindings()

    def begin(self) -> None:
        """Do nothing: all is there."""

    def before_render(self) -> None:
        """Do nothing: the parts are as large as the window says."""

    def after_key(self) -> None:
        """Do nothing: nothing is typed that has to be saved."""

    def save(self) -> None:
        """Do nothing: nothing is typed that has to be saved."""

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
