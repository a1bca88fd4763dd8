"""What a program lets people see of themselves: it names what is declared, each of the kind that it must be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exback.check.gates import Reference
from exback.check.report import Fault
from exback.items import Choice, Choices, Confirm, Item, Question, Scale, Text
from exback.patterns import Answers, Patterns
from exback.program import Program

Kind = type[Question] | tuple[type[Question], ...]
NAMES: dict[Kind, str] = {
    Scale: "a Scale",
    Confirm: "a Confirm",
    (Choice, Choices): "a Choice or Choices",
    Text: "a Text",
}


def answers(patterns: Patterns) -> Iterator[Answers]:
    """Give every declaration of answers that mean that something happened."""
    for events in (*patterns.around, *patterns.timed):
        yield from with_unless((events.told, *events.also))


def with_unless(declared: Iterable[Answers]) -> Iterator[Answers]:
    """Give declarations, each with the one that says when it does not count."""
    for one in declared:
        yield from (one,) if one.unless is None else (one, one.unless)


def named(patterns: Patterns) -> Iterator[tuple[Reference, Kind]]:
    """Give every item that is named, with the kind of question that it must be."""
    for series in (*patterns.glance, *patterns.daily, *patterns.scales, *patterns.weekly):
        yield (series.step, series.item), Scale
    for one in answers(patterns):
        yield (one.step, one.item), _kind(one)
    for kinds in patterns.kinds:
        yield (kinds.step, kinds.item), (Choice, Choices)
    for words in patterns.quotable:
        yield (words.step, words.item), Text
    if patterns.wave is not None:
        wave = patterns.wave
        yield (wave.step, wave.before), Scale
        yield (wave.step, wave.after), Scale
        yield (wave.step, wave.acted), Confirm


def _kind(told: Answers) -> Kind:
    return Confirm if any(isinstance(value, bool) for value in told.values) else (Choice, Choices)


def references(patterns: Patterns) -> list[Reference]:
    """Give every step and item that is named."""
    followed = (*patterns.glance, *patterns.daily, *patterns.scales, *patterns.weekly)
    dated = [(one.step, one.dated_by) for one in followed if one.dated_by]
    return [*(reference for reference, _ in named(patterns)), *dated, *of_answers(answers(patterns))]


def of_answers(declared: Iterable[Answers]) -> Iterator[Reference]:
    """Give every step and item that declarations name."""
    for one in declared:
        yield one.step, one.item
        if one.dated_by:
            yield one.step, one.dated_by


def of_other_kinds(program: Program) -> Iterator[Fault]:
    """Find items that are named and declared, and are no such question."""
    items: dict[Reference, Item] = {(step.id, item.id): item for step in program.steps() for item in step.items}
    counted = (((one.step, one.item), _kind(one)) for one in with_unless(program.streak.also))
    for field, kinds in (("patterns", named(program.patterns)), ("streak", counted)):
        for (step, item), kind in dict.fromkeys(kinds):
            found = items.get((step, item))
            if found is not None and not isinstance(found, kind):
                says = f"Program.{field} names “{item}” of “{step}”, which is not {NAMES[kind]}."
                yield Fault("references", "", field, says)


def words(patterns: Patterns) -> Iterator[str]:
    """Give every word of the author that is said on the pages."""
    for series in (*patterns.glance, *patterns.daily, *patterns.scales, *patterns.weekly):
        yield series.title
    for events in (*patterns.around, *patterns.timed):
        yield from (events.thing, events.with_one)
    for kinds in patterns.kinds:
        yield from (kinds.title, kinds.thing)
    yield from (quotable.about for quotable in patterns.quotable if quotable.about)
    if patterns.wave is not None:
        wave = patterns.wave
        yield from (wave.thing, wave.with_one, wave.passed, wave.acted_on)
