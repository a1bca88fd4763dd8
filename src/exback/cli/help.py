"""How help is set in lines: for any window, and with no line that ends within a command line."""

from __future__ import annotations

from collections.abc import Sequence

import typer
from typer._click.formatting import HelpFormatter  # typer has no public name for it

from exback.model.command_lines import lines_of

BESIDE = 24
"""Columns that a description needs to be beside its name. With less, it's below it."""
BELOW = 2
"""Columns by which a description below its name is further in."""


class HelpLines(HelpFormatter):
    """Writes help in lines that fit into its width."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is called."""
        self.write(self._lines(f"{prefix or 'Usage: '}{prog} {args}", self.current_indent))

    def write_text(self, text: str) -> None:
        """Write paragraphs."""
        paragraphs = (" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
        self.write("\n".join(self._lines(paragraph, self.current_indent) for paragraph in paragraphs))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write names with their descriptions beside them, or below where there's too little room."""
        column = self.current_indent + min(max(len(name) for name, _ in rows), col_max) + col_spacing
        is_beside = self.width - column >= BESIDE
        for name, description in rows:
            lines = self._lines(description, column if is_beside else self.current_indent + BELOW)
            head = f"{' ' * self.current_indent}{name}"
            fits = is_beside and len(head) + col_spacing <= column
            self.write(head + lines[len(head) :] if fits and lines else f"{head}\n{lines}")

    def _lines(self, text: str, indent: int) -> str:
        lines = lines_of(text, max(1, self.width - indent))
        return "".join(f"{' ' * indent}{line}\n" for line in lines)


class HelpContext(typer.Context):
    """The context of a command whose help is set in such lines."""

    formatter_class = HelpLines
