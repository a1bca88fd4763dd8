"""`exback check`: proves a folder of steps sound, for the people who write steps.

What can be read is read: ids, references, evidence, words. What only shows when somebody walks is walked: the whole
program by people with different habits, and every step on every path, in as many worlds as make a difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from exback.check import evidence, folder, names, prose, readability
from exback.check.exploration import Exploration
from exback.check.report import RULES, Fault, Report, lines
from exback.check.texts import Told, of_program, of_step
from exback.program import Program, Step

__all__ = ["RULES", "Fault", "Report", "check", "judge", "lines"]


def check(place: Path | None = None) -> Report:
    """Check the program in a folder, by default exback's own. The exit code is 1 unless the report is sound.

    It takes a second or two for a small folder, half a minute for exback's own. The same folder always gives the same
    report. Raises ProgramError when the folder holds no program.
    """
    program = folder.loaded(place)
    if isinstance(program, Fault):
        return Report(title=str(place or "exback"), steps=0, findings=(program,))
    return judge(program, tuple(folder.modules_in_order(program)))


def judge(program: Program, found: tuple[Fault, ...] = ()) -> Report:
    """Check a program that is loaded already. `found` is what its folder showed."""
    if not program.stages:
        says = "The program has no stage, so there is nothing to walk. Give it one."
        return Report(title=program.title, steps=0, findings=(*found, Fault("order", "", "stages", says)))
    named = (*found, *names.ids(program), *names.references(program), *evidence.evidence(program))
    exploration = Exploration(program)
    measure = readability.measure()
    faults = [*named, *exploration.faults(named), *_on_first_pages(program, measure)]
    for step in program.steps():
        faults += _in_step(program, step, exploration.texts(step), measure)
    return Report(
        title=program.title,
        steps=sum(1 for _ in program.steps()),
        findings=_in_order(program, faults),
        tried=exploration.tried,
        walked=exploration.walked,
        unmeasured="" if measure else readability.MISSING,
    )


def _on_first_pages(program: Program, measure: readability.Measure | None) -> Iterator[Fault]:
    """Judge what a program says outside its steps."""
    texts = tuple(of_program(program))
    yield from prose.empty(texts)
    yield from prose.never_said(program, texts)
    yield from prose.widths(texts)
    yield from prose.too_long("", program.welcome, texts)
    if measure is not None:
        yield from readability.of_readings("", program.welcome, texts, measure)


def _in_step(
    program: Program, step: Step, texts: tuple[Told, ...], measure: readability.Measure | None
) -> Iterator[Fault]:
    yield from prose.empty((*of_step(step), *(told for told in texts if told.role == "label")))
    yield from prose.never_said(program, texts)
    yield from prose.widths(texts)
    yield from prose.too_long(step.id, step.items, texts)
    yield from prose.too_thin(step)
    if measure is not None:
        yield from readability.of_step(step, texts, measure)


def _in_order(program: Program, faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Give each fault once, in the order of the program, within a step in the order of the rules."""
    places = ["", *(step.id for step in program.steps())]

    def rank(fault: Fault) -> tuple[int, int, str, str]:
        place = places.index(fault.step) if fault.step in places else len(places)
        return place, RULES.index(fault.rule), fault.item, fault.says

    return tuple(sorted(dict.fromkeys(faults), key=rank))
