"""A program explored: walked as a whole and step by step, and the faults that only show on the way."""

from __future__ import annotations

from collections.abc import Iterator

from exback.check import names, reachability
from exback.check.gates import Walkable, declared
from exback.check.paths import Explorer
from exback.check.report import Fault, Walked
from exback.check.search import Search
from exback.check.texts import Passage, heard, of_step
from exback.check.tracing import Observations
from exback.check.walks import walk_through
from exback.model.program import Program, Step

EXPLAINING = {"ids", "references", "ends", "reachable", "branches"}
"""Faults of these rules keep items hidden and steps closed."""


class Exploration:
    """Everything that walking a program shows. `tried` and `walked` say how far it went."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._observations = {step.id: Observations() for step in program.steps()}
        self._walkable = Walkable(program, self._observations)
        walkable = self._walkable.program
        self._lives = lives = walk_through(walkable)
        begun = [begin for life in lives for begin in life.begun]
        explorers = {step.id: Explorer(step, self._observations[step.id]) for step in walkable.steps()}
        self._searches = {
            step.id: Search(walkable, step, explorers, [world for begun_id, world in begun if begun_id == step.id])
            for step in walkable.steps()
        }
        self.tried = tuple(search.tried() for search in self._searches.values())
        self.walked = Walked(len(lives), sum(life.states for life in lives), max(life.days for life in lives))

    def texts(self, step: Step) -> tuple[Passage, ...]:
        """Return all that a step says: what is written down, and what its functions were heard to say."""
        return (*of_step(step), *heard(step.id, self._observations[step.id]))

    def faults(self, known: tuple[Fault, ...]) -> Iterator[Fault]:
        """Find what went wrong on the way. What `known` faults explain is not reported again."""
        faults, all_names = [*self._walkable.faults], declared(self.program)
        for step in self.program.steps():
            undeclared = names.undeclared_reads(step, self._observations[step.id], all_names)
            blamed = {fault.item for fault in (*known, *faults) if fault.step == step.id and fault.rule in EXPLAINING}
            faults += names.reads(step, undeclared, all_names)
            if self._searches[step.id].opened:
                faults += self._of_step(step, blamed | {spot.item for spots in undeclared.values() for spot in spots})
        faults += reachability.awaited_answers(self.program, self._observations)
        yield from faults
        faulty = {fault.step for fault in (*known, *faults) if fault.rule in EXPLAINING}
        yield from reachability.openings(self._walkable.program, self._lives, faulty)

    def _of_step(self, step: Step, blamed: set[str]) -> Iterator[Fault]:
        explorer, observations = self._searches[step.id].explorer, self._observations[step.id]
        for (rule, spot), says in observations.wrong.items():
            yield Fault(rule, step.id, spot.item or spot.role, says)
        blamed = blamed | {spot.item for _, spot in observations.wrong}
        yield from reachability.options(step, observations, explorer.seen - blamed)
        if not explorer.cut_short:
            yield from reachability.items(step, observations, explorer.seen, blamed)
