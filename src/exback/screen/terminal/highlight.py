"""Highlight the words a search found on a drawn line, whatever their accents, case and colours."""

from __future__ import annotations

import re
from collections.abc import Iterable

from prompt_toolkit.formatted_text import OneStyleAndTextTuple, StyleAndTextTuples

from exback.model.prose import folded

HIGHLIGHT = "reverse"


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
