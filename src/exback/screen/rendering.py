"""Text for rich to draw, with nothing hidden in it: rich passes control and direction characters on to the terminal."""

from __future__ import annotations

from io import StringIO
from typing import Any

from rich.console import Console, RenderableType
from rich.table import Table as Grid
from rich.text import Text as Written

from exback.model.prose import visible


class Text(Written):
    """Words to draw, with control and direction characters shown by their numbers, so widths are right as well."""

    def __init__(self, text: str = "", *rest: Any, **options: Any) -> None:  # noqa: ANN401  # what rich's Text takes
        super().__init__(visible(text), *rest, **options)

    @classmethod
    def assemble(cls, *parts: Any, **options: Any) -> Text:  # noqa: ANN401  # likewise
        """Return words and other text one after the other."""
        whole = super().assemble(*parts, **options)
        assert isinstance(whole, Text)
        return whole

    def append(self, text: Written | str, style: Any = None) -> Text:  # noqa: ANN401  # likewise
        """Add words at the end."""
        super().append(visible(text) if isinstance(text, str) else text, style)
        return self


class Paper(Console):
    """What rich draws on; plain strings, such as cells and heads of tables, come by here."""

    def render_str(self, text: str, **options: Any) -> Written:  # noqa: ANN401  # likewise
        """Return a string as text to draw."""
        return super().render_str(visible(text), **options)


ACCENT = "magenta"  # of the sixteen colours the one that is legible on white and on black alike


WARM = "bold"


QUIET = "dim"


MEASURE = 78  # a longer line is tiring to read


MARGIN = 2


def render(drawing: RenderableType, width: int, *, colour: bool) -> str:
    """Give anything rich can draw as text of a width."""
    paper = StringIO()
    console = Paper(
        file=paper,
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
    console.print(drawing)
    return paper.getvalue()


def beside(sign: Text, words: Text) -> RenderableType:
    """Give words with a sign before their first line. What has no spaces goes on in the next line, and is never cut."""
    row = Grid.grid(padding=(0, 1, 0, 0))
    row.add_column(no_wrap=True)
    row.add_column(overflow="fold")
    row.add_row(sign, words)
    return row
