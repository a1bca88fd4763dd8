"""How easy the pages are to read: the Flesch-Kincaid grade and the length of sentences, as textstat measures them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from exback.check.report import Fault
from exback.check.texts import SENTENCES, Told
from exback.dates import MONTHS, WEEKDAYS
from exback.items import Item, Reading
from exback.program import Step

HARDEST = 7.0
LONGEST = 20.0
LONG_READING = 60
MOST_VERSIONS = 24
ALIKE = 3
MISSING = "Readability was not measured: textstat is not installed. To measure it: pip install 'exback[check]'"
END = re.compile(r"(?<=[.!?…])[”’\")]*\s+")
NAMES = re.compile("|".join((*WEEKDAYS, *MONTHS, r"\d+")))


class Measure(NamedTuple):
    """What measures a text: its grade, and the words of its mean sentence."""

    grade: Callable[[str], float]
    sentence: Callable[[str], float]


def measure() -> Measure | None:
    """Give what measures readability, None where it is not installed."""
    try:
        import textstat  # type: ignore[import-untyped,import-not-found,unused-ignore]  # without types, and not everywhere
    except ImportError:
        return None
    return Measure(textstat.textstat.flesch_kincaid_grade, textstat.textstat.words_per_sentence)


def of_step(step: Step, texts: Iterable[Told], measure: Measure) -> Iterator[Fault]:
    """Find a step that is hard to read as a whole, or in one of its readings. The person's own words do not count."""
    told = [one for one in texts if one.role in SENTENCES]
    whole = " ".join(sentences(told))
    if whole:
        yield from _too_hard(step.id, "", "The step", whole, measure)
        length = measure.sentence(whole)
        if length >= LONGEST:
            says = f"A sentence has {length:.1f} words on average. Keep that under {LONGEST:.0f}."
            yield Fault("readability", step.id, "", says)
    yield from of_readings(step.id, step.items, told, measure)


def of_readings(step: str, items: Iterable[Item], told: Sequence[Told], measure: Measure) -> Iterator[Fault]:
    """Find readings of 60 words or more that are hard to read for somebody."""
    for item in items:
        if isinstance(item, Reading):
            versions = {_alike(one.author): one for one in told if one.item == item.id and one.role == "text"}
            texts = [" ".join(sentences([one])) for one in list(versions.values())[:MOST_VERSIONS]]
            long = [text for text in texts if len(text.split()) >= LONG_READING]
            if long:
                yield from _too_hard(step, item.id, "The reading", max(long, key=measure.grade), measure)


def _too_hard(step: str, item: str, what: str, text: str, measure: Measure) -> Iterator[Fault]:
    grade = measure.grade(text)
    if grade > HARDEST:
        says = f"{what} reads at grade {grade:.1f}. Shorten its sentences or its words, to {HARDEST:.0f} or less."
        yield Fault("readability", step, item, says)


def sentences(texts: Iterable[Told]) -> list[str]:
    """Give the sentences of some texts. Of a text in many versions, each beginning of a sentence counts once."""
    known: dict[tuple[str, str], set[str]] = {}
    found: list[str] = []
    for told in texts:
        earlier = known.setdefault((told.item, told.role), set())
        new = [sentence for sentence in _parted(told) if _beginning(sentence) not in earlier]
        earlier |= {_beginning(sentence) for sentence in new}
        found += new
    return found


def _parted(told: Told) -> list[str]:
    lines = (line.strip().removeprefix("- ") for line in told.author.splitlines())
    parts = (part for line in lines for part in END.split(line))
    return [_ended(part) for part in parts if any(char.isalpha() for char in part)]


def _beginning(sentence: str) -> str:
    return " ".join(_alike(sentence).split()[:ALIKE])


def _alike(text: str) -> str:
    return NAMES.sub("#", text)


def _ended(sentence: str) -> str:
    return sentence if sentence.rstrip('”’")').endswith((".", "!", "?", "…")) else f"{sentence}."
