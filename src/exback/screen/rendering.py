"""Draw text with rich so that every character can be seen: rich passes control and direction characters on to the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import StringIO
from typing import TYPE_CHECKING, Any

from rich.console import Console, Group, RenderableType
from rich.containers import Lines
from rich.padding import Padding
from rich.text import Text as RichText

from exback.model.prose import visible

if TYPE_CHECKING:
    from rich.table import Column
    from rich.table import Table as Grid

ACCENT = "magenta"  # of the sixteen colours the one that is legible on white and on black alike
WARM = "bold"
QUIET = "dim"
MEASURE = 78  # a longer line is tiring to read
MARGIN = 2
AT_THE_END = r"(?:\x1b\[[0-9;]*m| )+$"
"""The spaces and colour codes at the end of a line."""


class Text(RichText):
    """Words to draw. Control and direction characters appear as their numbers, so widths are right as well.

    No line ends within a command line of exback.
    """

    def __init__(self, text: str = "", *rest: Any, **options: Any) -> None:  # noqa: ANN401  # what rich's Text takes
        super().__init__(visible(text), *rest, **options)

    def append(self, text: RichText | str, style: Any = None) -> Text:  # noqa: ANN401  # likewise
        """Add words at the end."""
        super().append(visible(text) if isinstance(text, str) else text, style)
        return self

    def wrap(self, console: Console, width: int, **options: Any) -> Lines:  # noqa: ANN401  # likewise
        """Return the lines of the text for a width."""
        if "exback " not in self.plain:
            return super().wrap(console, width, **options)
        from exback.model.command_lines import spaced, unbroken  # most pages name no command

        text = self.copy()
        text.plain = unbroken(self.plain, width)
        lines = text.wrap(console, width, **options)
        for line in lines:
            line.plain = spaced(line.plain)
        return lines


class VisibleConsole(Console):
    """A rich console that makes control characters visible in plain strings too, such as the cells of tables."""

    def render_str(self, text: str, *, style: Any = "", **_: Any) -> Text:  # noqa: ANN401  # likewise
        """Return a string as text to draw."""
        return Text(text, style)


def render_page(parts: Iterable[RenderableType], width: int, *, colour: bool) -> str:
    """Return some drawings below each other as text of `width` columns, with a margin of one on each side."""
    text = render(Group(*parts), width - 2, colour=colour)  # rich's own margin draws everything a second time
    return "".join(f" {line}" if line.strip() else line for line in text.splitlines(keepends=True))


def render(drawing: RenderableType, width: int, *, colour: bool) -> str:
    """Return anything rich can draw as text of `width` columns."""
    output = StringIO()
    console = VisibleConsole(
        file=output,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},  # rich would otherwise take another width and other colours from TERM, COLUMNS and FORCE_COLOR
    )
    console.print(Group(drawing))  # a text alone would become one of rich's own
    return without_trailing_spaces(output.getvalue())


def without_trailing_spaces(drawn: str) -> str:
    """Return drawn text without the spaces that rich fills lines with, also where colour codes are between or after them."""
    if "\x1b" in drawn:
        return re.sub(AT_THE_END, _codes_alone, drawn, flags=re.MULTILINE)
    return "\n".join(line.rstrip(" ") for line in drawn.split("\n"))


def _codes_alone(end: re.Match[str]) -> str:
    """Return the end of a line without its spaces; nothing if the line consists of it."""
    is_all = end.start() == 0 or end.string[end.start() - 1] == "\n"
    return "" if is_all else end[0].replace(" ", "")


def grid(rows: Iterable[Iterable[RenderableType]], *columns: Column, gap: int = 2, expand: bool = False) -> Grid:
    """Return rows of cells, with a gap between them. Columns that aren't described are made as they are needed.

    It takes the whole width if it's to `expand`.
    """
    from rich.table import Table as Grid  # many pages have no rows

    drawn = Grid.grid(*columns, padding=(0, gap, 0, 0), expand=expand)
    for row in rows:
        drawn.add_row(*row)
    return drawn


def beside(sign: Text, words: Text) -> RenderableType:
    """Return words with a sign before their first line. A word too long for a line goes on in the next, never cut."""
    from rich.table import Column  # many pages have no rows

    return grid([(sign, words)], Column(no_wrap=True), Column(overflow="fold"), gap=1)


def in_margin(drawing: RenderableType, width: int) -> RenderableType:
    """Return a drawing between the margins of a page of `width` columns, no wider than is pleasant to read."""
    return Padding(drawing, (0, max(MARGIN, width - MEASURE), 0, MARGIN))


def fitted(parts: Iterable[str], between: str, width: int) -> list[str]:
    """Return parts in lines of a width in columns, broken only between two parts, or within one that is wider."""
    lines: list[str] = []
    for part in parts:
        if lines and len(f"{lines[-1]}{between}{part}") <= width:
            lines[-1] += f"{between}{part}"
        elif len(part) <= width:
            lines.append(part)
        else:
            from exback.model.command_lines import lines_of  # most parts fit

            lines += lines_of(part, width)
    return lines
