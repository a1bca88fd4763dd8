"""The checks of ids: they are well formed and used once, and every step and item that is named exists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from msgspec import structs

from exback.check import tracking
from exback.check.gates import Reference, declared, of_stage, of_step
from exback.check.observations import Observations, Spot
from exback.check.report import Fault
from exback.engine.presenter import CLOSING, REVIEW, UNASKED
from exback.engine.presenter import WITHHELD as WITHHELD_PAGE
from exback.model.dates import count
from exback.model.items import OptionsQuestion, Recall, Text
from exback.model.program import Program, Step

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
OWN_PAGES = {REVIEW, CLOSING, WITHHELD_PAGE, UNASKED}


def ids(program: Program) -> Iterator[Fault]:
    """Find ids that are not kebab-case, that are used twice, or that exback uses for its own pages."""
    for (kind, step, item, name), times in chain.from_iterable(Counter(names).items() for names in _named(program)):
        if kind != "option" and not KEBAB.fullmatch(name):
            says = f"The {kind} id “{name}” is not kebab-case. Use small letters, digits and single hyphens."
            yield Fault("ids", step, item, says)
        if times > 1:
            says = f"The {kind} id “{name}” is used twice, former ones included. Answers would mix."
            yield Fault("ids", step, item, says)
    for step_id, item_id in ((step.id, item.id) for step in program.steps() for item in step.items):
        if item_id in OWN_PAGES:
            yield Fault("ids", step_id, item_id, "exback has a page of that name. Choose another id.")


def _named(program: Program) -> Iterator[list[tuple[str, str, str, str]]]:
    """Return the ids that must differ from each other, each with its kind, and the step and item where it is."""
    yield [("stage", stage.id, "", stage.id) for stage in program.all_stages]
    yield [("step", name, "", name) for step in program.steps() for name in (step.id, *step.former)]
    for step in program.steps():
        yield [("item", step.id, name, name) for item in step.items for name in (item.id, *item.former)]
        for item in step.items:
            if isinstance(item, OptionsQuestion) and not callable(item.options):
                yield [("option", step.id, item.id, option.id) for option in item.options]


def references(program: Program) -> Iterator[Fault]:
    """Find steps and items that gates, recalls and the program itself name, and that don't exist."""
    known = declared(program)
    for stage in program.all_stages:
        named = [reference for gate in of_stage(stage) for reference in gate.refers]
        yield from _undeclared("", stage.id, "A gate of the stage", named, known)
        yield from _undeclared(
            "", stage.id, "The end of the stage", [(each.step, "") for each in stage.ended_by], known
        )
        yield from _undeclared(
            "", stage.id, "The reopening of the stage", [(step, "") for step in stage.reopened_by], known
        )
    for step in program.steps():
        named = [reference for gate in of_step(step) for reference in gate.refers]
        yield from _undeclared(step.id, "", "A gate", named, known)
        for item in step.items:
            if isinstance(item, Recall):
                yield from _undeclared(step.id, item.id, "It recalls and", [(item.step, item.item)], known)
            if isinstance(item, OptionsQuestion) and not callable(item.options):
                opened = [(option.opens, "") for option in item.options if option.opens]
                yield from _undeclared(step.id, item.id, "An option", opened, known)
            if item.moved_from:
                yield from _undeclared(step.id, item.id, "It was moved and", [(item.moved_from, "")], known)
            if isinstance(item, Text) and item.put_by:
                yield from _undeclared(step.id, item.id, "It is put by and", [(step.id, item.put_by)], known)
    for field, named in _named_by(program).items():
        yield from _undeclared("", field, f"Program.{field}", named, known)
    yield from tracking.of_other_kinds(program)


def _named_by(program: Program) -> Mapping[str, list[Reference]]:
    streak = program.streak
    also = tracking.of_answers(tracking.of_streak(streak))
    return {
        "first": [(program.first, "")],
        "daily": [(program.daily, "")],
        "moment": [(program.moment, "")],
        "trouble": [(program.trouble, "")] if program.trouble else [],
        "streak": [
            *((streak.step, item) for item in streak.length),
            *((streak.step, item) for item in filter(None, [streak.began])),
            (streak.broken_in, streak.broken_item),
            *also,
        ],
        "pauses": list(program.pauses),
        "coming": [(day.step, item) for day in program.coming for item in (day.day, *day.words)],
        "fresh": [program.fresh[:2]] if program.fresh else [],
        "patterns": tracking.references(program.tracking),
    }


def undeclared_reads(
    step: Step, observations: Observations, known: frozenset[Reference]
) -> dict[Reference, list[Spot]]:
    """Return what a step's functions read that doesn't exist, with those functions in the order of the step."""
    read = {(step.id, item): spots for item, spots in observations.own.items()}
    for reference, spots in observations.others.items():
        read[reference] = read.get(reference, set()) | {spot for spot in spots if spot.role != "recall"}
    places = [*(item.id for item in step.items), ""]
    return {
        reference: sorted(spots, key=lambda spot: (places.index(spot.item), spot.role))
        for reference, spots in read.items()
        if reference not in known and spots
    }


def reads(step: Step, undeclared: Mapping[Reference, list[Spot]], known: frozenset[Reference]) -> Iterator[Fault]:
    """Report what a step's functions were seen to read, and what doesn't exist."""
    for (other, wanted), (first, *more) in undeclared.items():
        place = first.item or first.role
        so_do = f" So {'does' if len(more) == 1 else 'do'} {count(len(more), 'other function')}." if more else ""
        if other == step.id:
            says = f"Its {first.role} reads “{wanted}”, which is no item of this step. Correct the id."
            faults = [Fault("references", step.id, place, says)]
        else:
            faults = list(_undeclared(step.id, place, f"Its {first.role}", [(other, wanted)], known))
        yield from (structs.replace(fault, says=fault.says + so_do) for fault in faults)


def _undeclared(
    step: str, item: str, who: str, named: Iterable[Reference], known: frozenset[Reference]
) -> Iterator[Fault]:
    for other, wanted in dict.fromkeys(named):
        if (other, "") not in known:
            says = f"{who} names the step “{other}”, which does not exist. Correct the id."
            yield Fault("references", step, item, says)
        elif (other, wanted) not in known:
            says = f"{who} names “{wanted}” of “{other}”, which has no such item. Correct the id."
            yield Fault("references", step, item, says)
