"""What stands on the pages: nothing empty, nothing that is never said, nothing too long, nothing too wide."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from exback.check.report import Fault
from exback.check.texts import Told, says_nothing
from exback.items import Item, Reading
from exback.program import Program, Step

MOST_WORDS = 160
LEAST_WORDS = 60
WIDEST_WORD = 36
WIDEST_TITLE = 34
WIDEST_LABEL = 34
MAY_BE_EMPTY = {"note", "why", "hint", "end", "mirror", "small_thing"}
"""Roles that need not be filled, or that are judged on every path."""
# Drawn in one column here and in two there: joiners, selectors, flags, emoji and the symbols among them.
UNCERTAIN = re.compile(
    "[\u200b-\u200f\u2060-\u2064\u20d0-\u20ff\u2600-\u27bf\u2b00-\u2bff"
    "\ufe00-\ufe0f\ufeff\U0001f000-\U0001faff\U000e0000-\U000e01ef]"
)


def empty(texts: Iterable[Told]) -> Iterator[Fault]:
    """Find titles, purposes, questions, labels and readings that say nothing, where no function says them."""
    for told in texts:
        if told.role not in MAY_BE_EMPTY and says_nothing(told.prose):
            yield Fault("empty", told.step, told.where, f"Its {told.role} is empty. Write one.")


def never_said(program: Program, texts: Iterable[Told]) -> Iterator[Fault]:
    """Find the words that stand nowhere in this program, in whatever case and with whatever space between them."""
    banned = [
        (words, re.compile(r"\b" + r"\s+".join(map(re.escape, words.split())), re.IGNORECASE))
        for words in program.never_says
    ]
    for told in texts:
        for words, pattern in banned:
            if pattern.search(told.everything):
                yield Fault(
                    "words", told.step, told.where, f"It says “{words}”, which this program never says. Reword it."
                )


def too_long(step: str, items: Iterable[Item], texts: Iterable[Told]) -> Iterator[Fault]:
    """Find readings of more than 160 words, whoever they are read by."""
    longest: dict[str, int] = {}
    for told in texts:
        if told.role == "text":
            longest[told.item] = max(longest.get(told.item, 0), told.words)
    for item in items:
        if isinstance(item, Reading) and longest.get(item.id, 0) > MOST_WORDS:
            says = f"The reading has {longest[item.id]} words. Cut it to {MOST_WORDS}, or make two of it."
            yield Fault("length", step, item.id, says)


def too_thin(step: Step) -> Iterator[Fault]:
    """Find a first page that is read by everybody and has fewer than 60 words."""
    first = step.items[0] if step.items else None
    if isinstance(first, Reading) and first.when is None and not callable(first.text):
        words = Told(step.id, first.id, "text", first.text).words
        if words < LEAST_WORDS:
            says = f"The first page has {words} words. Give it {LEAST_WORDS}, or begin with a question."
            yield Fault("length", step.id, first.id, says)


def widths(texts: Iterable[Told]) -> Iterator[Fault]:
    """Find characters whose width no terminal is sure of, and words, titles and labels too wide for 40 columns."""
    for told in texts:
        found = UNCERTAIN.search(told.everything)
        if found is not None:
            says = f"It has U+{ord(found[0]):04X}, which terminals draw in different widths. Write it in words."
            yield Fault("widths", told.step, told.where, says)
        wide = [word for word in told.author.split() if columns(word) > WIDEST_WORD]
        if wide:
            says = f"A word of {columns(wide[0])} columns breaks at 40. Use one of {WIDEST_WORD} or less."
            yield Fault("widths", told.step, told.where, says)
        yield from _too_wide(told)


def _too_wide(told: Told) -> Iterator[Fault]:
    most = {"title": WIDEST_TITLE, "label": WIDEST_LABEL}.get(told.role)
    if most is not None and columns(told.author) > most:
        says = f"The {told.role} “{told.author}” is {columns(told.author)} columns wide. Make it {most} or less."
        yield Fault("widths", told.step, told.where, says)


def columns(text: str) -> int:
    """Give the width of a text in a terminal: two columns for East Asian wide letters, none for accents."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
