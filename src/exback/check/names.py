"""The checks of names: ids are well formed and used once, what is named exists, and findings and claims are named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from msgspec import structs

from exback.check.gates import Declared, Reference, declared, gates_in
from exback.check.report import Fault
from exback.check.tracing import Observations, Spot
from exback.engine.presenter import CLOSING, REVIEW, UNASKED, WITHHELD
from exback.model.dates import count
from exback.model.items import Choice, Choices, Confirm, Item, OptionsQuestion, Question, Scale, Text, Timer
from exback.model.program import Program, Step, StreakRule
from exback.model.timeline import SAFETY
from exback.model.tracking import Answers, Series, Tracking

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
OWN_PAGES = {REVIEW, CLOSING, WITHHELD, UNASKED}
Kind = type[Item] | tuple[type[Item], ...]
CHOICE = (Choice, Choices)
ANY = (*CHOICE, Text)
KINDS: dict[Kind, str] = {
    Scale: "a Scale",
    Confirm: "a Confirm",
    CHOICE: "a Choice or Choices",
    ANY: "a Choice, Choices or Text",
    Text: "a Text",
}


def ids(program: Program) -> Iterator[Fault]:
    """Find ids that are not kebab-case, that are used twice, or that exback uses for its own pages."""
    for (kind, step, item, name), times in chain.from_iterable(Counter(names).items() for names in _ids(program)):
        if kind != "option" and not KEBAB.fullmatch(name):
            says = f"The {kind} id “{name}” isn't kebab-case. Use lower-case letters, digits and single hyphens."
            yield Fault("ids", step, item, says)
        if times > 1:
            says = f"The {kind} id “{name}” is used twice, counting former ids. Their answers would get mixed up."
            yield Fault("ids", step, item, says)
        if kind == "item" and name in OWN_PAGES:
            yield Fault("ids", step, item, "exback has a page with that name. Choose another id.")


def _ids(program: Program) -> Iterator[list[tuple[str, str, str, str]]]:
    """Return the ids that must differ from each other, each with its kind, and the step and item where it is."""
    yield [("stage", stage.id, "", stage.id) for stage in program.all_stages]
    yield [("step", name, "", name) for step in program.steps() for name in (step.id, *step.former)]
    for step in program.steps():
        yield [("item", step.id, name, name) for item in step.items for name in (item.id, *item.former)]
        for item in step.items:
            if isinstance(item, OptionsQuestion) and not callable(item.options):
                yield [("option", step.id, item.id, option.id) for option in item.options]


def references(program: Program) -> Iterator[Fault]:
    """Find steps and items that are named and don't exist, or are another kind of question than they must be."""
    known = declared(program)
    for stage in program.all_stages:
        yield from _undeclared("", stage.id, "A gate of the stage", _referred(stage), known)
        ended = [(ending.step, "") for ending in stage.ended_by]
        yield from _undeclared("", stage.id, "The stage's ended_by", ended, known)
        reopened = [(step, "") for step in stage.reopened_by]
        yield from _undeclared("", stage.id, "The stage's reopened_by", reopened, known)
    for step in program.steps():
        yield from _undeclared(step.id, "", "A gate", _referred(step), known)
        for item in step.items:
            if isinstance(item, OptionsQuestion) and not callable(item.options):
                opened = [(option.opens, "") for option in item.options if option.opens]
                yield from _undeclared(step.id, item.id, "An option", opened, known)
            if item.moved_from:
                yield from _undeclared(step.id, item.id, "Its moved_from", [(item.moved_from, "")], known)
            if isinstance(item, Text) and item.put_by:
                yield from _undeclared(step.id, item.id, "Its put_by", [(step.id, item.put_by)], known)
        yield from _undeclared(step.id, "", "Its dated_by", [(step.id, item) for item in step.dated_by], known)
        yield from _faults_of_form(step)
    yield from (Fault("references", "", "concerns", mistake) for mistake in program.concerns().phrases.mistakes())
    for field, reference, kind in dict.fromkeys(_named_by(program)):
        yield from _undeclared("", field, f"Program.{field}", [reference], known)
        item_named = known.get(reference)
        if item_named is not None and not isinstance(item_named, kind):
            says = f"Program.{field} names “{reference[1]}” in “{reference[0]}”, which isn't {KINDS[kind]}."
            yield Fault("references", "", field, says)


def _faults_of_form(step: Step) -> Iterator[Fault]:
    """Find what can't share a page: what a step doesn't ask in a row, or what needs a page of its own."""
    asked = [item.id for item in step.items if isinstance(item, Question)]
    for name in step.form:
        if name not in asked:
            yield Fault("references", step.id, name, f"The form has “{name}”, which isn't a question in this step.")
    places = [place for place, item in enumerate(step.items) if item.id in step.form]
    if places and places[-1] - places[0] >= len(places):
        yield Fault("references", step.id, "", "The questions of the form don't follow each other.")
    for item in step.items:
        needs_room = isinstance(item, Timer) or (isinstance(item, Text) and item.long) or item.id in SAFETY
        if item.id in step.form and needs_room:
            yield Fault("references", step.id, item.id, "It needs a page of its own, so it can't be in the form.")


def _referred(owner: object) -> list[Reference]:
    return [reference for gate in gates_in(owner) for reference in gate.refers]


def _named_by(program: Program) -> Iterator[tuple[str, Reference, Kind]]:
    """Return what the program itself names: the field, the step and item, and the kind of question that it must be."""
    streak = program.streak
    named: dict[str, Iterable[Reference]] = {
        **{field: [(getattr(program, field), "")] for field in ("first", "daily", "moment")},
        "trouble": [(program.trouble, "")] if program.trouble else [],
        "returning": [(program.returning, "")] if program.returning else [],
        "goes_on": [(program.goes_on[0], "")] if program.goes_on else [],
        "streak": [*((streak.step, item) for item in (*streak.length, streak.began) if item), *_of_a_day(streak)],
        "pauses": program.pauses,
        "coming": [(day.step, item) for day in program.coming for item in (day.day, day.of, *day.words) if item],
    }
    yield from ((field, reference, Item) for field, of_field in named.items() for reference in of_field)
    for field, answers in awaited(program):
        is_of_a_day = answers == streak.day_told  # whatever was answered, it was about that day
        yield from ((field, *each) for each in _dated(answers, Item if is_of_a_day else _kind(answers)))
    yield from (("tracking", reference, kind) for reference, kind in _tracked(program.tracking))


def _of_a_day(streak: StreakRule) -> list[Reference]:
    """Return what says of a day that it isn't unknown, whatever the answer."""
    of_day = streak.day_told
    return [] if of_day is None else [(of_day.step, of_day.item), *((of_day.step, item) for item in of_day.dated_by)]


def _kind(declared_answers: Answers) -> Kind:
    if any(isinstance(value, bool) for value in declared_answers.values):
        return Confirm
    return CHOICE if declared_answers.values else ANY


def _tracked(tracking: Tracking) -> Iterator[tuple[Reference, Kind]]:
    for series in (*tracking.glance, *tracking.daily, *tracking.scales, *tracking.weekly):
        yield from _dated(series, Scale)
    yield from (((kinds.step, kinds.item), CHOICE) for kinds in tracking.kinds)
    yield from (((words.step, words.item), Text) for words in tracking.quotable)
    if (wave := tracking.wave) is not None:
        yield from (((wave.step, scale), Scale) for scale in (wave.before, wave.after))
        yield (wave.step, wave.acted), Confirm


def _dated(named: Series | Answers, kind: Kind) -> Iterator[tuple[Reference, Kind]]:
    yield (named.step, named.item), kind
    yield from (((named.step, item), Item) for item in named.dated_by)


def awaited(program: Program) -> Iterator[tuple[str, Answers]]:
    """Return every declaration of answers that mean something to the program, with the field that it's in."""
    tracking, streak = program.tracking, program.streak
    contact = Answers(
        step=streak.broken_in,
        item=streak.broken_item,
        values=(*streak.broken_by, *streak.uncounted),
        dated_by=streak.dated_by,
        unless=() if streak.unless is None else (streak.unless,),
    )
    away = () if streak.returned is None else (streak.returned,)
    of_rule = (contact, *streak.also, *streak.ended_by, *streak.agreed, *streak.no_longer_agreed, *away)
    events = [answers for events in (*tracking.around, *tracking.timed) for answers in (events.answers, *events.also)]
    for field, answers in (*(("streak", each) for each in of_rule), *(("tracking", each) for each in events)):
        yield from ((field, each) for each in (answers, *answers.unless))
    yield from (("tracking", kinds.unless) for kinds in tracking.kinds if kinds.unless)
    if program.fresh:
        step, item, value = program.fresh
        yield "fresh", Answers(step=step, item=item, values=(value,))


def undeclared_reads(step: Step, observations: Observations, known: Declared) -> dict[Reference, list[Spot]]:
    """Return what a step's functions and recalls read that doesn't exist, with those that do, in the order of the step."""
    places = [*(item.id for item in step.items), ""]
    return {
        reference: sorted(spots, key=lambda spot: (places.index(spot.item), spot.role))
        for reference, spots in observations.reads(step.id).items()
        if reference not in known and spots
    }


def reads(step: Step, undeclared: Mapping[Reference, list[Spot]], known: Declared) -> Iterator[Fault]:
    """Report what a step's functions were seen to read, and what doesn't exist."""
    for (other, wanted), (first, *more) in undeclared.items():
        place = first.item or first.role
        so_do = f" So {'does' if len(more) == 1 else 'do'} {count(len(more), 'other function')}." if more else ""
        if other == step.id:
            says = f"Its {first.role} reads “{wanted}”, which isn't an item in this step. Correct the id."
            faults = [Fault("references", step.id, place, says)]
        else:
            faults = list(_undeclared(step.id, place, f"Its {first.role}", [(other, wanted)], known))
        yield from (structs.replace(fault, says=fault.says + so_do) for fault in faults)


def _undeclared(step: str, item: str, who: str, named: Iterable[Reference], known: Declared) -> Iterator[Fault]:
    for other, wanted in dict.fromkeys(named):
        if (other, "") not in known:
            says = f"{who} names the step “{other}”, which doesn't exist. Correct the id."
            yield Fault("references", step, item, says)
        elif (other, wanted) not in known:
            says = f"{who} names “{wanted}” in “{other}”, which has no such item. Correct the id."
            yield Fault("references", step, item, says)


def evidence(program: Program) -> Iterator[Fault]:
    """Find keys that no finding has, findings that no step names, and likewise for claims."""
    keys = Counter(finding.key for finding in program.evidence())
    cited = {(step.id, key) for step in program.steps() for key in step.why}
    for step, key in cited:
        if key not in keys:
            says = f"It cites “{key}”, but there's no such finding. Add it, or correct the key."
            yield Fault("evidence", step, "", says)
    for key, times in keys.items():
        if not any(key == named for _, named in cited):
            yield Fault("evidence", "", key, "No step cites this finding. Name it in a step, or remove it.")
        if times > 1:
            yield Fault("evidence", "", key, "Two findings have this key. Give each its own.")
    claims = {claim.id for claim in program.claims()}
    carried = list(_carried(program))
    for step, item, claim in carried:
        if claim not in claims:
            says = f"It carries the claim “{claim}”, which isn't in Program.claims. Add it, or correct the id."
            yield Fault("evidence", step, item, says)
    for claim in claims - {claim for _, _, claim in carried}:
        yield Fault("evidence", "", claim, "Nothing carries this claim. Name it in a step, an item or a stage.")


def _carried(program: Program) -> Iterator[tuple[str, str, str]]:
    """Return every claim with the step and the item, or the stage in place of the item, that carry it."""
    for stage in program.all_stages:
        yield from (("", stage.id, claim) for claim in stage.claims)
        for step in stage.steps:
            yield from ((step.id, "", claim) for claim in step.claims)
            yield from ((step.id, item.id, claim) for item in step.items for claim in item.claims)
