"""Marks words on a line that was drawn, wherever accents, case and colours stand in them."""

from __future__ import annotations

from collections.abc import Iterable

from prompt_toolkit.formatted_text import OneStyleAndTextTuple, StyleAndTextTuples

from exback.model.prose import folded

MARK = "reverse"


def marked(line: Iterable[OneStyleAndTextTuple], needle: str) -> StyleAndTextTuples:
    """Give a line with every place marked that holds folded words; without any, as it is."""
    chars = [(part[0], char) for part in line for char in part[1]]
    hits = _places("".join(char for _, char in chars), needle) if needle else set()
    return [(f"{style} {MARK}" if at in hits else style, char) for at, (style, char) in enumerate(chars)]


def _places(text: str, needle: str) -> set[int]:
    """Give the places in a text of the letters that, folded, make up the needle."""
    letters, origins = "", []
    for at, char in enumerate(text):
        fold = " " if char.isspace() else folded(char)
        if fold == " " and letters.endswith(" "):
            continue
        letters += fold
        origins += [at] * len(fold)
    hits: set[int] = set()
    begin = letters.find(needle)
    while begin >= 0:
        hits |= set(origins[begin : begin + len(needle)])
        begin = letters.find(needle, begin + 1)
    return hits
