"""Everything that a program says: what its author wrote down, and what its functions were heard to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from exback.check.tracing import Observations
from exback.engine.simulated_person import WORDS
from exback.model.items import Confirm, Option, OptionsQuestion, Scale
from exback.model.program import Program, Step
from exback.model.prose import Prose, Quote, Table, blocks, is_blank
from exback.model.tracking import Tracking


class Passage(Struct, frozen=True):
    """One text: the step and item it stands in, what it is there for, and what it says."""

    step: str
    item: str
    role: str
    prose: Prose

    @property
    def where(self) -> str:
        """The item or, for what a step says itself, what it is there for."""
        return self.item or (self.role if self.role in ("mirror", "small_thing") else "")

    @property
    def author(self) -> str:
        """The author's sentences in it, without what a person wrote and without tables."""
        blocks_of_author = (block.lead if isinstance(block, Quote) else block for block in blocks(self.prose))
        return "\n".join(text for text in blocks_of_author if isinstance(text, str) and text).replace(WORDS, "").strip()

    @property
    def words(self) -> int:
        """How many words of the author stand in it."""
        return len(self.author.split())

    @property
    def everything(self) -> str:
        """All that stands on the screen."""
        return "\n".join(_everything(self.prose))


def says_nothing(prose: Prose) -> bool:
    """Whether there is nothing to be seen in a text."""
    return all(map(is_blank, _everything(prose)))


def _everything(prose: Prose) -> Iterator[str]:
    for block in blocks(prose):
        match block:
            case Quote():
                yield from (block.lead, block.words)
            case Table():
                yield from (*block.head, *(cell for row in block.rows for cell in row))
            case _:
                yield block


def of_program(program: Program) -> Iterator[Passage]:
    """Return what a program says outside its steps."""
    yield Passage("", "", "title", program.title)
    yield from (Passage("", page.id, "text", page.text) for page in program.welcome() if not callable(page.text))
    for stage in program.all_stages:
        yield Passage("", stage.id, "title", stage.title)
        yield Passage("", stage.id, "purpose", stage.purpose)
        yield from (Passage("", stage.id, "title", ending.words) for ending in stage.ended_by)
        yield from (Passage("", stage.id, "reason", ending.sentence) for ending in stage.ended_by)
    yield from (Passage("", "coming", "day", day.title) for day in program.coming if day.title)
    yield from (Passage("", "tracking", "title", word) for word in dict.fromkeys(_words(program.tracking)))
    for concern in program.concerns().kinds:
        for help_ in filter(None, (concern.help, concern.help_after_fear)):
            yield from (Passage("", concern.id, "help", text) for text in (help_.in_short, help_.in_full))
    for finding in program.evidence():
        yield Passage("", finding.key, "finding", "\n".join((finding.result, finding.sample, finding.limits)))


def _words(tracking: Tracking) -> Iterator[str]:
    """Return every word of the author that's shown with what people see of themselves."""
    for series in (*tracking.glance, *tracking.daily, *tracking.scales, *tracking.weekly):
        yield series.title
    for events in (*tracking.around, *tracking.timed):
        yield from (events.thing, events.with_one)
    for kinds in tracking.kinds:
        yield from (kinds.title, kinds.thing)
    yield from (quotable.about for quotable in tracking.quotable if quotable.about)
    if (wave := tracking.wave) is not None:
        yield from (wave.thing, wave.with_one, wave.passed, wave.acted_on)


def of_step(step: Step) -> Iterator[Passage]:
    """Return what a step says to everyone who walks it."""
    texts: list[tuple[str, str, Any]] = [
        ("", role, getattr(step, role)) for role in ("title", "purpose", "mirror", "small_thing")
    ]
    for item in step.items:
        texts += [(item.id, role, getattr(item, role)) for role in ("text", "note", "why")]
        match item:
            case Confirm():
                texts += [(item.id, "label", label) for label in (item.yes, item.no)]
            case Scale():
                texts += [(item.id, "end", end) for end in item.ends]
            case OptionsQuestion() if not callable(item.options):
                texts += [(item.id, role, text) for role, text in _labels(item.options)]
    yield from (Passage(step.id, item, role, prose) for item, role, prose in texts if not callable(prose))


def heard(step: str, observations: Observations) -> Iterator[Passage]:
    """Return what a step's functions said while it was walked. Silence may be meant, as in a reading, and is left out."""
    for spot, versions in observations.prose.items():
        yield from (Passage(step, spot.item, spot.role, prose) for prose in versions if not says_nothing(prose))
    for item, options in observations.options.items():
        yield from (Passage(step, item, role, text) for role, text in _labels(options))


def _labels(options: Iterable[Option]) -> Iterator[tuple[str, str]]:
    yield from (label for option in options for label in (("label", option.label), ("hint", option.hint)))
