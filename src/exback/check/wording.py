"""The checks of the words on the pages: nothing empty, never said, too long, too wide or hard to read.

How hard a text is to read is its Flesch-Kincaid grade and the length of its sentences, as textstat measures them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from exback.check.report import Fault
from exback.check.texts import Passage, says_nothing
from exback.check.tracing import END, VARYING
from exback.model.dates import noun
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
HARDEST = 7.0
LONGEST = 20.0
LONG_READING = 60
MOST_VERSIONS = 24
ALIKE = 3
SENTENCES = ("text", "note", "why", "mirror", "small_thing", "purpose")
"""The roles in which whole sentences are read, as opposed to titles and labels."""
MISSING = "Readability wasn't measured, because textstat isn't installed. To measure it: pip install 'exback[check]'"


class Measure(NamedTuple):
    """What measures a text: its grade, and the words of its mean sentence."""

    grade: Callable[[str], float]
    sentence: Callable[[str], float]


def measure() -> Measure | None:
    """Return what measures readability, None where it is not installed."""
    try:
        import textstat  # type: ignore[import-untyped,import-not-found,unused-ignore]  # without types, and not everywhere
    except ImportError:
        return None
    return Measure(textstat.textstat.flesch_kincaid_grade, textstat.textstat.words_per_sentence)


def faults(
    program: Program, step: str, items: Sequence[Item], passages: Sequence[Passage], measure: Measure | None
) -> Iterator[Fault]:
    """Find what is wrong with the words of a step with these items or, without the id of one, of the program outside its steps."""
    yield from _never_said(program, passages)
    for passage in passages:
        yield from _widths(passage)
        if passage.role not in MAY_BE_EMPTY and says_nothing(passage.prose):
            yield _fault("empty", passage, f"Its {passage.role} is empty. Write one.")
    yield from _too_long(step, items, passages)
    yield from _too_thin(step, items[0]) if step and items else ()
    yield from _hard(step, items, passages, measure) if measure else ()


def _fault(rule: str, passage: Passage, says: str) -> Fault:
    return Fault(rule, passage.step, passage.where, says)


def _never_said(program: Program, passages: Iterable[Passage]) -> Iterator[Fault]:
    """Find words that this program never says, whatever their case and the space between them."""
    banned = {
        words: re.compile(r"\b" + r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
        for words in program.never_says()
    }
    for passage in passages:
        for words in (words for words, pattern in banned.items() if pattern.search(passage.everything)):
            yield _fault("words", passage, f"It says “{words}”, which this program never says. Reword it.")


def _widths(passage: Passage) -> Iterator[Fault]:
    """Find characters whose width no terminal is sure of, and words, titles and labels too wide for 40 columns."""
    if character := UNCERTAIN.search(passage.everything):
        says = f"It has U+{ord(character[0]):04X}, which terminals draw in different widths. Use a word instead."
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


def _too_long(step: str, items: Iterable[Item], passages: Sequence[Passage]) -> Iterator[Fault]:
    """Find readings of more than 160 words in any version."""
    for item in (item for item in items if isinstance(item, Reading)):
        words = max((each.words for each in passages if (each.item, each.role) == (item.id, "text")), default=0)
        if words > MOST_WORDS:
            says = f"The reading has {words} words. Cut it to {MOST_WORDS}, or split it in two."
            yield Fault("length", step, item.id, says)


def _too_thin(step: str, first: Item) -> Iterator[Fault]:
    """Find a first page that everyone reads and that has fewer than 60 words."""
    if isinstance(first, Reading) and first.when is None and not callable(first.text):
        words = Passage(step, first.id, "text", first.text).words
        if words < LEAST_WORDS:
            says = f"The first page has {words} {noun(words, 'word')}. Write at least {LEAST_WORDS}, or begin with a question."
            yield Fault("length", step, first.id, says)


def _hard(step: str, items: Iterable[Item], passages: Iterable[Passage], measure: Measure) -> Iterator[Fault]:
    """Find a step that is hard to read as a whole, and readings of 60 words or more that are in any version.

    Without the id of a step, only the readings are measured. The person's own words don't count.
    """
    passages = [passage for passage in passages if passage.role in SENTENCES]
    if step and (whole := " ".join(sentences(passages))):
        yield from _too_hard(step, "", "The step", whole, measure)
        length = measure.sentence(whole)
        if length >= LONGEST:
            says = f"A sentence has {length:.1f} words on average. Keep that under {LONGEST:.0f}."
            yield Fault("readability", step, "", says)
    for item in (item for item in items if isinstance(item, Reading)):
        versions = {_alike(each.author): each for each in passages if each.item == item.id and each.role == "text"}
        texts = [" ".join(sentences([passage])) for passage in list(versions.values())[:MOST_VERSIONS]]
        if long := [text for text in texts if len(text.split()) >= LONG_READING]:
            yield from _too_hard(step, item.id, "The reading", max(long, key=measure.grade), measure)


def _too_hard(step: str, item: str, what: str, text: str, measure: Measure) -> Iterator[Fault]:
    grade = measure.grade(text)
    if grade > HARDEST:
        says = f"{what} reads at grade {grade:.1f}. Shorten its sentences or its words, to {HARDEST:.0f} or less."
        yield Fault("readability", step, item, says)


def sentences(passages: Iterable[Passage]) -> list[str]:
    """Return the sentences of some passages. Of a text in many versions, each beginning of a sentence counts once."""
    beginnings: set[tuple[str, str, str]] = set()
    kept: list[str] = []
    for passage in passages:
        parted = [(sentence, (passage.item, passage.role, _beginning(sentence))) for sentence in _parted(passage)]
        kept += [sentence for sentence, beginning in parted if beginning not in beginnings]
        beginnings |= {beginning for _, beginning in parted}
    return kept


def _parted(passage: Passage) -> list[str]:
    lines = (line.strip().removeprefix("- ") for line in passage.author.splitlines())
    parts = [part for line in lines for part in END.split(line) if any(char.isalpha() for char in part)]
    return [part if part.rstrip('”’")').endswith((".", "!", "?", "…")) else f"{part}." for part in parts]


def _beginning(sentence: str) -> str:
    return " ".join(_alike(sentence).split()[:ALIKE])


def _alike(text: str) -> str:
    return VARYING.sub("#", text)
