"""What a page says: author's prose, a person's own words quoted back, and small tables.

Prose is values, not markup. The author's sentences are plain text (a blank line parts paragraphs, a
line that begins with "- " is a list entry), and nothing in them is ever parsed again, so whatever a
person typed can stand in them unharmed.
"""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import TypeAlias

from msgspec import Struct

KEPT_CONTROLS = "\n\t"
# Categories of invisible characters: Cc control, Cf format (bidi marks, joiners), Cs lone surrogates.
JOINERS = "\u200c\u200d"  # needed inside Persian and Indic words and in emoji


class Quote(Struct, frozen=True):
    """The person's own words, shown back. `day` is when they wrote them, if that is known."""

    words: str
    day: date | None = None
    lead: str = ""


class Table(Struct, frozen=True):
    """Answers side by side: a head, and rows as long as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = str | Quote | Table
Prose: TypeAlias = str | tuple[Block, ...]


def blocks(prose: Prose) -> tuple[Block, ...]:
    """Give prose as blocks; empty prose has none."""
    parts: tuple[Block, ...] = (prose,) if isinstance(prose, str) else prose
    return tuple(part for part in parts if part != "")


def clean(text: str) -> str:
    """Give typed text as it is kept: line ends are newlines, no control characters, no broken bytes.

    Invalid bytes from the terminal arrive as lone surrogates, which no JSON file can hold; valid ones
    among them are put back together, the rest becomes U+FFFD.
    """
    repaired = text.encode("utf-8", "surrogateescape" if _escaped(text) else "replace")
    lines = repaired.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char for char in lines if char in KEPT_CONTROLS or not _is_control(char))


def inline(text: str) -> str:
    """Give a person's words so that they fit inside a sentence: one line, nothing invisible."""
    return " ".join(visible(clean(text)).split())


def visible(text: str) -> str:
    """Give text with nothing hidden in it: control and direction marks are shown by their numbers."""
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if char in KEPT_CONTROLS or char in JOINERS:
        return char
    return f"\\u{ord(char):04x}" if unicodedata.category(char) in {"Cc", "Cf", "Cs"} else char


def _is_control(char: str) -> bool:
    return unicodedata.category(char) == "Cc"


def _escaped(text: str) -> bool:
    return all(not 0xD800 <= ord(char) < 0xDC80 and not 0xDCFF < ord(char) <= 0xDFFF for char in text)
