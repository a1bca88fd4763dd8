"""A program being tried: walked as a whole and step by step, and what that brings to light."""

from __future__ import annotations

from collections.abc import Iterator

from exback.check import branches, names, reachability
from exback.check.gates import Tryable, declared
from exback.check.observations import Notes, Watch
from exback.check.report import Fault, Walked
from exback.check.search import Search
from exback.check.simulation import Begin
from exback.check.texts import Told, heard, of_step
from exback.check.walks import walk_through
from exback.program import Program, Step

EXPLAINING = {"ids", "references", "ends", "reachable", "branches"}
"""Faults of these rules keep items hidden and steps closed."""


class Trying:
    """Everything that walking a program shows. `tried` and `walked` say how far it went."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._watch = Watch()
        self._tryable = Tryable(program, self._watch)
        self._walks = walk_through(self._tryable.program)
        begins: dict[str, list[Begin]] = {}
        for begin in (begin for life in self._walks.lives for begin in life.begins):
            begins.setdefault(begin.step, []).append(begin)
        self._searches = {
            step.id: Search(self._tryable.program, step, self._watch, begins.get(step.id, ()))
            for step in self._tryable.program.steps()
        }
        for search in self._searches.values():
            search.begin()
        library = {step: tuple(search.answers.values()) for step, search in self._searches.items()}
        self.tried = tuple(search.go_on(library) for search in self._searches.values())
        self.walked = Walked(
            len(self._walks.lives),
            sum(life.states for life in self._walks.lives),
            max(life.days for life in self._walks.lives),
        )

    def texts(self, step: Step) -> tuple[Told, ...]:
        """Give all that a step says: what is written down, and what its functions were heard to say."""
        return (*of_step(step), *heard(step.id, self._watch.notes_of(step.id)))

    def faults(self, known: tuple[Fault, ...]) -> Iterator[Fault]:
        """Find what went wrong on the way. What `known` faults explain is not told again."""
        declares = declared(self.program)
        found = [*self._tryable.faults]
        for step in self.program.steps():
            notes = self._watch.notes_of(step.id)
            vain = names.read_in_vain(step, notes, declares)
            blamed = {fault.item for fault in (*known, *found) if fault.step == step.id and fault.rule in EXPLAINING}
            found += names.read(step, notes, declares)
            if self._searches[step.id].opened:
                found += self._of_step(step, blamed | {spot.item for spots in vain.values() for spot in spots})
        found += branches.waited_in_vain(self.program, self._offered())
        yield from found
        faulty = {fault.step for fault in (*known, *found) if fault.rule in EXPLAINING}
        yield from reachability.openings(self.program, self._walks, faulty)

    def _of_step(self, step: Step, blamed: set[str]) -> Iterator[Fault]:
        explorer, notes = self._searches[step.id].explorer, self._watch.notes_of(step.id)
        for spot, what in notes.raised.items():
            says = f"Its {spot.role} {what}. Only Undecided may come out of it."
            yield Fault("ends", step.id, spot.item or spot.role, says)
        yield from (Fault(rule, step.id, item, says) for (rule, item), says in explorer.wrong.items())
        blamed = blamed | {spot.item for spot in notes.raised} | {item for _, item in explorer.wrong}
        yield from branches.never_offered(step, notes.options, explorer.seen - blamed)
        if not explorer.cut_short:
            yield from _never_come_to(step, notes, explorer.seen, blamed)

    def _offered(self) -> dict[tuple[str, str], set[str]]:
        """Give the ids of the options that anybody was offered, by step and item."""
        offered: dict[tuple[str, str], set[str]] = {}
        for step in self.program.steps():
            for item in step.items:
                offered[step.id, item.id] = {option.id for option in branches.constant(item)}
                offered[step.id, item.id] |= {one.id for one in self._watch.notes_of(step.id).options.get(item.id, ())}
        return {place: options for place, options in offered.items() if options}


def _never_come_to(step: Step, notes: Notes, seen: set[str], blamed: set[str]) -> Iterator[Fault]:
    """Find items that came up on no path, and closing words that need one which does not come up on all."""
    hidden = [item.id for item in step.items if item.id not in seen]
    explained = {*blamed, *hidden}
    for item in hidden:
        needs = {read for read, spots in notes.own.items() if any(spot.item == item for spot in spots)}
        if item not in blamed and not needs & explained:
            says = "It comes up on no path. Correct its when, or leave it out."
            yield Fault("reachable", step.id, item, says)
    for spot, item in notes.undecided.items():
        if item not in explained:
            says = f"Its {spot.role} reads “{item}”, which is not answered on every path. Ask before reading it."
            yield Fault("ends", step.id, spot.role, says)
