"""Everything that a program says: what its author wrote down, and what its functions were heard to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from exback.check.observations import Observations
from exback.check.tracking import words
from exback.engine.simulated_person import WORDS
from exback.model.items import Confirm, Item, Option, OptionsQuestion, Scale
from exback.model.program import Program, Step
from exback.model.prose import Prose, Quote, Table, blocks, is_blank


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
    yield from (Passage("", page.id, "text", page.text) for page in program.welcome if not callable(page.text))
    for stage in program.all_stages:
        yield Passage("", stage.id, "title", stage.title)
        yield Passage("", stage.id, "purpose", stage.purpose)
        yield from (Passage("", stage.id, "title", ending.words) for ending in stage.ended_by)
        yield from (Passage("", stage.id, "reason", ending.sentence) for ending in stage.ended_by)
    yield from (Passage("", "coming", "day", day.title) for day in program.coming if day.title)
    yield from (Passage("", "patterns", "title", word) for word in dict.fromkeys(words(program.tracking)))
    for finding in program.evidence:
        yield Passage("", finding.key, "finding", "\n".join((finding.result, finding.sample, finding.limits)))


def of_step(step: Step) -> Iterator[Passage]:
    """Return what a step says to everyone who walks it."""
    yield Passage(step.id, "", "title", step.title)
    yield Passage(step.id, "", "purpose", step.purpose)
    for role, wording in (("mirror", step.mirror), ("small_thing", step.small_thing)):
        if not callable(wording):
            yield Passage(step.id, "", role, wording)
    for item in step.items:
        yield from (Passage(step.id, item.id, role, prose) for role, prose in _constant(item))


def heard(step: str, observations: Observations) -> Iterator[Passage]:
    """Return what a step's functions said while it was walked."""
    for spot, versions in observations.prose.items():
        yield from (Passage(step, spot.item, spot.role, prose) for prose in versions)
    for item, options in observations.options.items():
        yield from (Passage(step, item, role, text) for role, text in _labels(options))


def _constant(item: Item) -> Iterator[tuple[str, Prose]]:
    if not callable(item.text):
        yield "text", item.text
    if not callable(item.note) and item.note:
        yield "note", item.note
    if item.why:
        yield "why", item.why
    if isinstance(item, Confirm):
        yield from (("label", label) for label in (item.yes, item.no))
    if isinstance(item, Scale):
        yield from (("end", end) for end in item.ends if end)
    if isinstance(item, OptionsQuestion) and not callable(item.options):
        yield from _labels(item.options)


def _labels(options: Iterable[Option]) -> Iterator[tuple[str, str]]:
    for option in options:
        yield "label", option.label
        if option.hint:
            yield "hint", option.hint
