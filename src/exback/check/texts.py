"""Everything that a program says: what its author wrote down, and what its functions were heard to say."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from exback.check.answers import WORDS
from exback.check.observations import Observations
from exback.check.tracking import words
from exback.items import Confirm, Item, Offering, Option, Scale
from exback.program import Program, Step
from exback.prose import Prose, Quote, Table, blocks, is_blank

SENTENCES = ("text", "note", "why", "mirror", "small_thing", "purpose")
"""The roles in which whole sentences are read, as opposed to titles and labels."""


class Told(Struct, frozen=True):
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
        """The author's sentences in it, without what a person said and without tables."""
        parts = (_author(block) for block in blocks(self.prose))
        return "\n".join(part for part in parts if part).replace(WORDS, "").strip()

    @property
    def words(self) -> int:
        """How many words of the author stand in it."""
        return len(self.author.split())

    @property
    def everything(self) -> str:
        """All that stands on the screen."""
        return "\n".join(text for block in blocks(self.prose) for text in _all(block))


def says_nothing(prose: Prose) -> bool:
    """Tell whether there is nothing to be seen in a text."""
    return all(is_blank(text) for block in blocks(prose) for text in _all(block))


def of_program(program: Program) -> Iterator[Told]:
    """Give what a program says outside its steps."""
    yield Told("", "", "title", program.title)
    for page in program.welcome:
        if not callable(page.text):
            yield Told("", page.id, "text", page.text)
    for stage in program.all_stages:
        yield Told("", stage.id, "title", stage.title)
        yield Told("", stage.id, "purpose", stage.purpose)
        yield from (Told("", stage.id, "title", words) for _, words in stage.ended_by)
    for day in program.coming:
        if day.title:
            yield Told("", "coming", "day", day.title)
    for word in dict.fromkeys(words(program.patterns)):
        yield Told("", "patterns", "title", word)
    for finding in program.evidence:
        yield Told("", finding.key, "finding", "\n".join((finding.found, finding.sample, finding.limits)))


def of_step(step: Step) -> Iterator[Told]:
    """Give what a step says whoever walks it."""
    yield Told(step.id, "", "title", step.title)
    yield Told(step.id, "", "purpose", step.purpose)
    for role, wording in (("mirror", step.mirror), ("small_thing", step.small_thing)):
        if not callable(wording):
            yield Told(step.id, "", role, wording)
    for item in step.items:
        yield from (Told(step.id, item.id, role, prose) for role, prose in _constant(item))


def heard(step: str, observations: Observations) -> Iterator[Told]:
    """Give what a step's functions said while it was tried."""
    for spot, versions in observations.prose.items():
        yield from (Told(step, spot.item, spot.role, prose) for prose in versions)
    for item, options in observations.options.items():
        yield from labels(step, item, tuple(options))


def labels(step: str, item: str, options: tuple[Option, ...]) -> Iterator[Told]:
    """Give what stands on options."""
    for option in options:
        yield Told(step, item, "label", option.label)
        if option.hint:
            yield Told(step, item, "hint", option.hint)


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
    if isinstance(item, Offering) and not callable(item.options):
        yield from ((told.role, told.prose) for told in labels("", item.id, item.options))


def _author(block: str | Quote | Table) -> str:
    if isinstance(block, str):
        return block
    return block.lead if isinstance(block, Quote) else ""


def _all(block: str | Quote | Table) -> Iterator[str]:
    if isinstance(block, str):
        yield block
    elif isinstance(block, Quote):
        yield from (block.lead, block.words)
    else:
        yield from block.head
        yield from (cell for row in block.rows for cell in row)
