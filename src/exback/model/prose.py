"""What a page says: author's prose, a person's own words quoted back, and small tables.

Prose is values, not markup. The author's sentences are plain text (a blank line parts paragraphs, a
line that begins with "- " is a list entry), and nothing in them is ever parsed again, so whatever a
person typed can stand in them unharmed.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TypeAlias

from msgspec import Struct

KEPT_CONTROLS = "\n\t"
# Categories of invisible characters: Cc control, Cf format (bidi marks, joiners), Cs lone surrogates, and Zl and Zp,
# which begin a new line.
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
NOT_PLAIN = re.compile(r"[^\n\t -~]")
LONE = re.compile("[\ud800-\udc7f\udd00-\udfff]")  # surrogates that stand for no byte of the terminal
JOINERS = "\u200c\u200d"  # needed inside Persian and Indic words and in emoji
# What stands on a letter rather than for one, once a text is taken apart (NFKD): accents, vowel points, direction marks.
MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]"
)


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
    repaired = LONE.sub("\ufffd", text).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    lines = repaired.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char for char in lines if char in KEPT_CONTROLS or not _is_control(char))


def flat(text: str) -> str:
    """Give typed text as it is kept on one line."""
    return " ".join(clean(text).split())


def is_blank(text: str) -> bool:
    """Tell whether there is nothing to be seen in a text."""
    return not any(char.isprintable() and not char.isspace() for char in text)


def inline(text: str) -> str:
    """Give a person's words so that they fit inside a sentence: one line, nothing invisible."""
    return visible(flat(text))


def folded(text: str) -> str:
    """Give text as it is searched: without case, accents and other marks on letters, white space as single spaces."""
    if not text.isascii():
        text = MARKS.sub("", unicodedata.normalize("NFKD", text))
    return " ".join(text.casefold().split())


def visible(text: str) -> str:
    """Give text with nothing hidden in it: control and direction marks are shown by their numbers."""
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text  # ten years of words are read through in a moment, and letter by letter in seconds
    return NOT_PLAIN.sub(lambda char: _number(char[0]) if _is_hidden(char[0]) else char[0], text)


def one_line(text: object) -> str:
    """Return a name, a path or a sentence as one line with nothing hidden in it: a newline in it is shown by its number too."""
    return re.sub("[\n\t]", lambda char: _number(char[0]), visible(str(text)))


def encodable(text: object) -> str:
    """Return a name as text that can be written as UTF-8: letters are put together whatever the locale made of their bytes,
    and a byte that is no letter is shown by its number.
    """
    bytes_of_name = LONE.sub("\ufffd", str(text)).encode("utf-8", "surrogateescape")
    return bytes_of_name.decode("utf-8", "surrogateescape").encode("utf-8", "backslashreplace").decode("utf-8")


def _number(char: str) -> str:
    """Return a character as JSON writes it in ASCII: one that needs more than four digits becomes two."""
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def _is_hidden(char: str) -> bool:
    return char not in JOINERS and unicodedata.category(char) in HIDDEN


def _is_control(char: str) -> bool:
    return unicodedata.category(char) == "Cc"
