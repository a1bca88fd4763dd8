"""The checks of the words on the pages: nothing empty, nothing that is never said, nothing too long, nothing too wide."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from exback.check.report import Fault
from exback.check.texts import Passage, says_nothing
from exback.model.items import Item, Reading
from exback.model.program import Program

MOST_WORDS = 160
LEAST_WORDS = 60
WIDEST_WORD = 36
WIDEST = {"title": 34, "label": 34}
"""Columns that a text of a role may take."""
MAY_BE_EMPTY = {"note", "why", "hint", "end", "mirror", "small_thing"}
"""Roles that need not be filled, or that are judged on every path."""
# Drawn in one column here and in two there: joiners, selectors, flags, emoji and the symbols among them.
UNCERTAIN = re.compile(
    "[\u200b-\u200f\u2060-\u2064\u20d0-\u20ff\u2600-\u27bf\u2b00-\u2bff"
    "\ufe00-\ufe0f\ufeff\U0001f000-\U0001faff\U000e0000-\U000e01ef]"
)


def faults(program: Program, step: str, items: Sequence[Item], passages: Sequence[Passage]) -> Iterator[Fault]:
    """Find what is wrong with the words of a step with these items or, without the id of one, of the program outside its steps."""
    yield from _never_said(program, passages)
    for passage in passages:
        yield from _widths(passage)
        if passage.role not in MAY_BE_EMPTY and says_nothing(passage.prose):
            yield _fault("empty", passage, f"Its {passage.role} is empty. Write one.")
    yield from _too_long(step, items, passages)
    yield from _too_thin(step, items[0]) if step and items else ()


def _fault(rule: str, passage: Passage, says: str) -> Fault:
    return Fault(rule, passage.step, passage.where, says)


def _never_said(program: Program, passages: Iterable[Passage]) -> Iterator[Fault]:
    """Find words that this program never says, whatever their case and the space between them."""
    banned = {
        words: re.compile(r"\b" + r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
        for words in program.never_says
    }
    for passage in passages:
        for words in (words for words, pattern in banned.items() if pattern.search(passage.everything)):
            yield _fault("words", passage, f"It says “{words}”, which this program never says. Reword it.")


def _widths(passage: Passage) -> Iterator[Fault]:
    """Find characters whose width no terminal is sure of, and words, titles and labels too wide for 40 columns."""
    if character := UNCERTAIN.search(passage.everything):
        says = f"It has U+{ord(character[0]):04X}, which terminals draw in different widths. Write it in words."
        yield _fault("widths", passage, says)
    if wide := [word for word in passage.author.split() if columns(word) > WIDEST_WORD]:
        says = f"A word of {columns(wide[0])} columns breaks at 40. Use one of {WIDEST_WORD} or less."
        yield _fault("widths", passage, says)
    most = WIDEST.get(passage.role)
    if most is not None and columns(passage.author) > most:
        text, width = passage.author, columns(passage.author)
        yield _fault("widths", passage, f"The {passage.role} “{text}” is {width} columns wide. Make it {most} or less.")


def columns(text: str) -> int:
    """Return the width of a text in a terminal: two columns for East Asian wide letters, none for accents."""
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in text if not unicodedata.combining(char))


def _too_long(step: str, items: Iterable[Item], passages: Iterable[Passage]) -> Iterator[Fault]:
    """Find readings of more than 160 words in any version."""
    readings = {item.id: 0 for item in items if isinstance(item, Reading)}
    for passage in passages:
        if passage.role == "text" and passage.item in readings:
            readings[passage.item] = max(readings[passage.item], passage.words)
    for item, words in readings.items():
        if words > MOST_WORDS:
            says = f"The reading has {words} words. Cut it to {MOST_WORDS}, or make two of it."
            yield Fault("length", step, item, says)


def _too_thin(step: str, first: Item) -> Iterator[Fault]:
    """Find a first page that everyone reads and that has fewer than 60 words."""
    if isinstance(first, Reading) and first.when is None and not callable(first.text):
        words = Passage(step, first.id, "text", first.text).words
        if words < LEAST_WORDS:
            says = f"The first page has {words} words. Give it {LEAST_WORDS}, or begin with a question."
            yield Fault("length", step, first.id, says)
