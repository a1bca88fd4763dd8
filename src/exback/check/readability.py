"""How easy the pages are to read: the Flesch-Kincaid grade and the length of sentences, as textstat measures them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from exback.check.report import Fault
from exback.check.texts import Passage
from exback.check.tracing import END, VARYING
from exback.model.items import Item, Reading

HARDEST = 7.0
LONGEST = 20.0
LONG_READING = 60
MOST_VERSIONS = 24
ALIKE = 3
SENTENCES = ("text", "note", "why", "mirror", "small_thing", "purpose")
"""The roles in which whole sentences are read, as opposed to titles and labels."""
MISSING = "Readability was not measured: textstat is not installed. To measure it: pip install 'exback[check]'"


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


def faults(step: str, items: Iterable[Item], passages: Iterable[Passage], measure: Measure) -> Iterator[Fault]:
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
