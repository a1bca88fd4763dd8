"""The checks of `exback check`: they find mistakes in a folder of steps, for the people who write steps.

Ids, references, evidence and words are read. What only shows when someone uses the program is tried: the whole program
by people with different habits, and every step on every path, after as many different pasts as show something new.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from exback.check import folder, names, wording
from exback.check.exploration import Exploration
from exback.check.report import RULES, Fault, Report, lines
from exback.check.texts import Passage, of_program
from exback.model.items import Item
from exback.model.program import Program, Step

__all__ = ["RULES", "Fault", "Report", "check", "judge", "lines"]


def check(place: Path | None = None) -> Report:
    """Check the program in a folder, by default exback's own, and return the report; the same folder gives the same one.

    It takes a second or two for a small folder, half a minute for exback's own.

    Raises:
        ProgramError: The folder holds no program.
    """
    program = folder.loaded(place)
    if isinstance(program, Fault):
        return Report(title=str(place or "exback"), steps=0, findings=(program,))
    return judge(program, (*folder.modules_in_order(program), *folder.translated()))


def judge(program: Program, of_folder: tuple[Fault, ...] = ()) -> Report:
    """Check a program that is loaded already, and return the report. `of_folder` are the faults of its folder."""
    if not program.stages:
        says = "The program has no stages, so there's nothing to check. Add one."
        return Report(title=program.title, steps=0, findings=(*of_folder, Fault("order", "", "stages", says)))
    steps = tuple(program.steps())
    named = (*of_folder, *names.ids(program), *names.references(program), *names.evidence(program))
    exploration = Exploration(program)
    measure = wording.measure()
    faults = [*named, *exploration.faults(named)]
    outside: tuple[str, Sequence[Item], tuple[Passage, ...]] = ("", program.welcome(), tuple(of_program(program)))
    for place, items, passages in (outside, *((step.id, step.items, exploration.texts(step)) for step in steps)):
        faults += wording.faults(program, place, items, passages, measure)
    return Report(
        title=program.title,
        steps=len(steps),
        findings=_in_order(steps, faults),
        tried=exploration.tried,
        walked=exploration.walked,
        unmeasured="" if measure else wording.MISSING,
    )


def _in_order(steps: Iterable[Step], faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return each fault once, in the order of the program and in a step of the rules. Those of files come last."""
    places = ["", *(step.id for step in steps)]

    def rank(fault: Fault) -> tuple[int, int, str, str]:
        if fault.step not in places:  # of a file, and found line by line
            return len(places), RULES.index(fault.rule), "", ""
        return places.index(fault.step), RULES.index(fault.rule), fault.item, fault.says

    return tuple(sorted(dict.fromkeys(faults), key=rank))
