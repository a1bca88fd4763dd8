"""The text of a page: an author's prose, a person's own words quoted back, and small tables.

Prose is values, not markup. An author's sentences are plain text (a blank line separates paragraphs, a line that begins
with "- " is a list entry). They are never parsed again, so a person's words can be put in them whatever they are.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TypeAlias

from msgspec import Struct

DROPPED_CONTROLS = "[\x00-\x08\x0b-\x1f\x7f-\x9f]"  # all but newline and tab
# Categories of invisible characters: Cc control, Cf format (bidi marks, joiners), Cs lone surrogates, Zl and Zp line breaks.
HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# The patterns here are compiled when they are first used: most pages need none of them.
NOT_PLAIN = r"[^\n\t -~]"
LONE = "[\ud800-\udc7f\udd00-\udfff]"  # surrogates that no byte from the terminal can have become
JOINERS = "\u200c\u200d"  # needed inside Persian and Indic words and in emoji
# Characters that modify a letter once a text is decomposed (NFKD): accents, vowel points, direction marks.
MARKS = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]"
)


class Quote(Struct, frozen=True):
    """The person's own words, quoted. `day` is when they wrote them, if that is known; `lead` introduces them."""

    words: str
    day: date | None = None
    lead: str = ""


class Table(Struct, frozen=True):
    """Answers side by side: a header row, and rows of the same length."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = str | Quote | Table
Prose: TypeAlias = str | tuple[Block, ...]


def blocks(prose: Prose) -> tuple[Block, ...]:
    """Return prose as blocks; empty prose has none, and a quote of words that were deleted is none."""
    parts: tuple[Block, ...] = (prose,) if isinstance(prose, str) else prose
    return tuple(part for part in parts if (part.words if isinstance(part, Quote) else part) != "")


def clean(text: str) -> str:
    """Return typed text as it is saved: newlines as line ends, no control characters, no broken bytes.

    Invalid bytes from the terminal arrive as lone surrogates, which JSON can't hold. Those that form valid UTF-8 are put back
    together, the others become U+FFFD.
    """
    if not text.isascii():
        text = re.sub(LONE, "\ufffd", text).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(DROPPED_CONTROLS, "", lines)


def flat(text: str) -> str:
    """Return typed text as it is saved on one line."""
    return " ".join(clean(text).split())


def is_blank(text: str) -> bool:
    """Whether a text has no visible character."""
    return not any(char.isprintable() and not char.isspace() for char in text)


def inline(text: str) -> str:
    """Return a person's words so that they fit in a sentence: one line, nothing invisible."""
    return visible(flat(text))


def shortened(text: str, most: int) -> str:
    """Return a person's words on one line, cut at a space and marked with “…” if they have more than `most` characters."""
    words = inline(text)
    return words if len(words) <= most else f"{words[:most].rpartition(' ')[0] or words[:most]} …"


def folded(text: str) -> str:
    """Return text in the form that is searched: without case, accents and other marks, white space as single spaces."""
    if not text.isascii():
        text = re.sub(MARKS, "", unicodedata.normalize("NFKD", text))
    return " ".join(text.casefold().split())


def visible(text: str) -> str:
    """Return text with nothing hidden in it: control and direction marks are shown as escapes, as JSON has them."""
    if text.isprintable() or text.replace("\n", "").replace("\t", "").isprintable():
        return text  # ten years of text take a moment this way, and seconds letter by letter
    return re.sub(NOT_PLAIN, lambda char: _escape(char[0]) if _is_hidden(char[0]) else char[0], text)


def one_line(text: object) -> str:
    """Return a name, a path or a sentence as one line with nothing hidden in it: newlines are shown as escapes too."""
    return re.sub("[\n\t]", lambda char: _escape(char[0]), visible(str(text)))


def encodable(text: object) -> str:
    """Return a name as text that can be written as UTF-8, whatever the locale made of its bytes.

    A byte that isn't valid UTF-8 is shown as an escape.
    """
    bytes_of_name = re.sub(LONE, "\ufffd", str(text)).encode("utf-8", "surrogateescape")
    return bytes_of_name.decode("utf-8", "surrogateescape").encode("utf-8", "backslashreplace").decode("utf-8")


def _escape(char: str) -> str:
    """Return a character as JSON escapes it: one that needs more than four digits becomes a surrogate pair."""
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[index : index + 2].hex()}" for index in range(0, len(units), 2))


def _is_hidden(char: str) -> bool:
    return char not in JOINERS and unicodedata.category(char) in HIDDEN
