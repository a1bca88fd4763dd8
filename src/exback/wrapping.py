"""Lines that are broken between words: a terminal breaks them within."""

from __future__ import annotations

import os
from pathlib import Path

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from typing import TextIO

NARROWEST = 20
"""Columns. In fewer, nothing is gained."""


def columns_of(stream: TextIO) -> int:
    """Give how many columns there are where a stream ends, 0 if that is no terminal."""
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError, AttributeError):  # no terminal, or no file at all
        return 0


def broken(line: str, columns: int) -> str:
    """Give a line in lines that fit, each as far in as the first; a word that is longer, and a path, stay whole."""
    if not NARROWEST <= columns < len(line) or Path(line.strip()).is_absolute():
        return line
    import textwrap  # most lines fit

    indent = " " * (len(line) - len(line.lstrip(" ")))
    return "\n".join(
        textwrap.wrap(line, columns - 1, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    )


def broken_for(stream: TextIO | None, text: str) -> str:
    """Give a text as it fits where a stream ends."""
    columns = 0 if stream is None else columns_of(stream)
    return "\n".join(broken(line, columns) for line in text.split("\n"))
