"""What a program lets people see of themselves: it names items that exist, each of the kind of question it must be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exback.check.gates import Reference
from exback.check.report import Fault
from exback.model.items import Choice, Choices, Confirm, Question, Scale, Text
from exback.model.program import Program, StreakRule
from exback.model.tracking import Answers, Series, Tracking

Kind = type[Question] | tuple[type[Question], ...]
CHOICE = (Choice, Choices)
ANY = (*CHOICE, Text)
NAMES: dict[Kind, str] = {
    Scale: "a Scale",
    Confirm: "a Confirm",
    CHOICE: "a Choice or Choices",
    ANY: "a Choice, Choices or Text",
    Text: "a Text",
}


def with_unless(declared: Iterable[Answers]) -> Iterator[Answers]:
    """Return declarations, each with those that say when it does not count."""
    for each in declared:
        yield from (each, *each.unless)


def answers(tracking: Tracking) -> Iterator[Answers]:
    """Return every declaration of answers that mean that something happened."""
    for events in (*tracking.around, *tracking.timed):
        yield from with_unless((events.answers, *events.also))
    yield from (kinds.unless for kinds in tracking.kinds if kinds.unless is not None)


def _series(tracking: Tracking) -> tuple[Series, ...]:
    return (*tracking.glance, *tracking.daily, *tracking.scales, *tracking.weekly)


def _kinds(tracking: Tracking) -> Iterator[tuple[Reference, Kind]]:
    """Return every item that is named, with the kind of question that it must be."""
    yield from (((series.step, series.item), Scale) for series in _series(tracking))
    yield from (((each.step, each.item), _kind(each)) for each in answers(tracking))
    yield from (((kinds.step, kinds.item), CHOICE) for kinds in tracking.kinds)
    yield from (((words.step, words.item), Text) for words in tracking.quotable)
    if (wave := tracking.wave) is not None:
        yield from (((wave.step, scale), Scale) for scale in (wave.before, wave.after))
        yield (wave.step, wave.acted), Confirm


def _kind(declared: Answers) -> Kind:
    if any(isinstance(value, bool) for value in declared.values):
        return Confirm
    return CHOICE if declared.values else ANY


def references(tracking: Tracking) -> list[Reference]:
    """Return every step and item that is named."""
    dated = [(series.step, series.dated_by) for series in _series(tracking) if series.dated_by]
    return [*(reference for reference, _ in _kinds(tracking)), *dated, *of_answers(answers(tracking))]


def of_streak(rule: StreakRule) -> Iterator[Answers]:
    """Return every declaration of answers that a rule has, besides the kinds of contact."""
    yield from with_unless(rule.also)
    yield from (*rule.ended_by, *rule.agreed, *rule.no_longer_agreed)
    yield from () if rule.unless is None else (rule.unless,)


def of_answers(declared: Iterable[Answers]) -> Iterator[Reference]:
    """Return every step and item that declarations name."""
    for each in declared:
        yield from ((each.step, item) for item in (each.item, each.dated_by) if item)


def of_other_kinds(program: Program) -> Iterator[Fault]:
    """Find items that are named and exist, and are another kind of question."""
    items = {(step.id, item.id): item for step in program.steps() for item in step.items}
    counted = (((each.step, each.item), _kind(each)) for each in of_streak(program.streak))
    for field, kinds in (("patterns", _kinds(program.tracking)), ("streak", counted)):
        for (step, item), kind in dict.fromkeys(kinds):
            if (step, item) in items and not isinstance(items[step, item], kind):
                says = f"Program.{field} names “{item}” of “{step}”, which is not {NAMES[kind]}."
                yield Fault("references", "", field, says)


def words(tracking: Tracking) -> Iterator[str]:
    """Return every word of the author that is said on the pages."""
    yield from (series.title for series in _series(tracking))
    for events in (*tracking.around, *tracking.timed):
        yield from (events.thing, events.with_one)
    for kinds in tracking.kinds:
        yield from (kinds.title, kinds.thing)
    yield from (quotable.about for quotable in tracking.quotable if quotable.about)
    if (wave := tracking.wave) is not None:
        yield from (wave.thing, wave.with_one, wave.passed, wave.acted_on)
