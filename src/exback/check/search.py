"""The search for all that one step can show.

It begins where people came to the step on their walks. What its functions were seen to read says which other worlds
could differ: other answers in other steps, a boundary, a later day or hour, or runs of the step itself. A run that
showed something new is put into the record, time passes, and the step is tried again, until nothing new comes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from heapq import heappop, heappush

from exback.check.observations import Watch
from exback.check.paths import Explorer
from exback.check.report import Tried
from exback.check.scenarios import Library, World, bounded, covering, later, varied
from exback.check.simulation import START, Begin
from exback.check.tracing import Past
from exback.check.trial import BOUNDARY_IDS, Leaf, Trial
from exback.guide import State, look
from exback.journey import Journey, Value
from exback.program import Program, Step

MOST_WORLDS = 250
MOST_GLANCES = 80
MOST_PATHS = 2000
"""After so many paths of a step, only a few are walked in each world that is left."""
WHOLE = 1000
"""A world with more paths than this is walked by so many of them, and those after it by a sample."""
SAMPLE = 20
GLANCE = 12
FIRST = 6
GAPS = (1, 3, 8, 31)
MOST_GAPS = 8
FARTHEST = 400
HOURS = (3, 10, 14, 23)
AGAIN = 3
"""After so many runs of the same kind that showed nothing new, no more of them are tried."""


class Search:
    """Tries one step in world after world. `walked` says where people came to it; without any it never opened."""

    def __init__(self, program: Program, step: Step, watch: Watch, walked: Sequence[Begin]) -> None:
        self.program = program
        self.step = step
        self.watch = watch
        self.walked = walked
        self.notes = watch.notes_of(step.id)
        self.explorer = Explorer(step, self.notes)
        self.answers: dict[str, dict[str, Value]] = {}
        self._terms = program.journey([], START).terms
        self._waiting: list[tuple[int, int, World]] = []
        self._shown: set[frozenset[str]] = set()
        self._values: set[tuple[str, str]] = set()
        self._known: list[World] = []
        self._views: set[object] = set()
        self._seen_by = 0
        self._bases: list[World] = []
        self._followed: list[tuple[World, Trial, Leaf]] = []
        self._paths = self._worlds = self._glances = self._most = 0
        self._whole = True

    def begin(self) -> None:
        """Try the step where people came to it, so that it is known what it reads and what can be answered."""
        empty = World(runs=(), now=START)
        worlds = [empty, *(World(runs=begin.runs, now=begin.now) for begin in self.walked)]
        for world in sorted(worlds, key=lambda world: len(world.runs)):
            if len(self._bases) < FIRST and self._is_new(world):
                self._bases.append(world)
                self._try(world)
        if not self._bases:
            self._try(empty)

    def go_on(self, library: Library) -> Tried:
        """Try it in all other worlds that could differ, as far as the bounds allow, and say how far that was."""
        known = -1
        while self._bases and not self._is_spent and known < self._reads:
            known = self._reads
            for follow in tuple(self._followed):
                self._follow_up(*follow)
            for world in self._others(library):
                self._wait(1, world)
            while self._waiting and not self._is_spent:
                self._try(heappop(self._waiting)[2])
        return Tried(
            step=self.step.id,
            paths=self._paths,
            worlds=self._worlds,
            all_paths=self._whole,
            most=self._most,
            glances=self._glances,
            stopped=bool(self._waiting),
            untaken=len(self.explorer.tally.untaken),
            opened=self.opened,
        )

    @property
    def opened(self) -> bool:
        """Whether anybody could begin it, in any world."""
        return bool(self._bases)

    @property
    def _is_spent(self) -> bool:
        return self._worlds >= MOST_WORLDS or self._glances >= MOST_GLANCES

    @property
    def _reads(self) -> int:
        """How much is known of what could make a difference to the step."""
        return len(self.notes.others) + len(self.notes.days) + len(self.notes.sees)

    @property
    def _reads_itself(self) -> bool:
        return any(step == self.step.id for step, _ in self.notes.others)

    def _try(self, world: World) -> None:
        trial = Trial(self.step, Past(world.runs, world.now, self._terms, self.watch), self.notes)
        leaves = self._walked(trial)
        for leaf in leaves:
            self.answers.setdefault(str(leaf.answers), leaf.answers)
        self._follow(world, trial, leaves)

    def _walked(self, trial: Trial) -> tuple[Leaf, ...]:
        """Walk all paths of a world while there is room, then a few of each."""
        if self._paths >= MOST_PATHS:
            self._glances += 1
            return self.explorer.some(trial, GLANCE)
        self._worlds += 1
        if self._whole:
            explored = self.explorer.every(trial, WHOLE)
            leaves, self._whole, self._most = explored.leaves, explored.whole, max(self._most, explored.size)
        else:
            leaves = self.explorer.some(trial, SAMPLE)
        self._paths += len(leaves)
        return leaves

    def _follow(self, world: World, trial: Trial, leaves: Sequence[Leaf]) -> None:
        """Let time pass after the runs that showed something new, and after one more of the kind that led here."""
        if not self._reads_itself:
            return
        new = self._new(leaves)
        for leaf in new:
            self._followed.append((world, trial, leaf))
            self._follow_up(world, trial, leaf)
        dry = 0 if new else world.dry + 1
        if world.last is not None and leaves and dry < AGAIN:
            self._wait(0, self._after(world, trial, _likest(leaves, world.last), world.passed, dry))

    def _follow_up(self, world: World, trial: Trial, leaf: Leaf) -> None:
        for passed in self._gaps():
            self._wait(1 + world.depth, self._after(world, trial, leaf, passed))

    def _after(self, world: World, trial: Trial, leaf: Leaf, passed: timedelta, dry: int = 0) -> World:
        run = trial.finished(leaf, f"{self.step.id}-own-{len(world.runs)}")
        return World(
            runs=(*world.runs, run), now=world.now + passed, depth=world.depth + 1, last=leaf, passed=passed, dry=dry
        )

    def _new(self, leaves: Sequence[Leaf]) -> list[Leaf]:
        """Give the paths that showed a set of items as none before, and some for answers that later runs read."""
        new = []
        for leaf in leaves:
            if leaf.items not in self._shown:
                self._shown.add(leaf.items)
                new.append(leaf)
        read = {item for step, item in self.notes.others if step == self.step.id and item}
        for answers in covering([leaf.answers for leaf in leaves], read, self._values):
            leaf = next(leaf for leaf in leaves if leaf.answers is answers)
            if leaf not in new:
                new.append(leaf)
        return new

    def _wait(self, rank: int, world: World) -> None:
        if self._is_new(world):
            heappush(self._waiting, (rank, len(self._known), world))

    def _is_open(self, world: World) -> bool:
        """Tell whether the step can be begun there; in a world in which it is closed, nobody sees it."""
        guide = look(self.program, Journey(world.runs, world.now, self._terms))
        standing = next(one for one in guide.standings if one.step.id == self.step.id)
        return standing.may_begin and standing.state is not State.WITHHELD

    def _is_new(self, world: World) -> bool:
        """Tell whether the step is open there and could see a difference to all worlds before."""
        if self._seen_by != self._reads:  # what looked alike may differ in what is known to be read by now
            self._seen_by = self._reads
            self._views = {self._view(known) for known in self._known}
        view = self._view(world)
        if view in self._views or not self._is_open(world):
            return False
        self._views.add(view)
        self._known.append(world)
        return True

    def _view(self, world: World) -> object:
        journey = Journey(world.runs, world.now, self._terms)
        read: list[object] = []
        for step in sorted({step for step, _ in self.notes.others}):
            items = sorted(item for of, item in self.notes.others if of == step and item)
            for run in journey.finished(step)[-8:]:
                day = journey.days_since(run) if "day" in self.notes.sees else ""
                read.append((step, day, *(str(run.answers.get(item)) for item in items)))
        named = tuple(any(run.answers.get(boundary) for run in world.runs) for boundary in BOUNDARY_IDS)
        return (str(read), named if self._sees_boundaries else (), world.now.hour if "hour" in self.notes.sees else 0)

    @property
    def _sees_boundaries(self) -> bool:
        return bool({"held", "runs"} & self.notes.sees.keys()) or any(item.reaches_out for item in self.step.items)

    def _gaps(self) -> Iterator[timedelta]:
        """Give how much time passes: some days, those that days are compared with, and to hours of the night."""
        apart = self.step.repeats.apart if self.step.repeats else 0
        marks = sorted(day for day in self.notes.days if 0 < day < FARTHEST)
        known = (max(1, apart), *(GAPS if "day" in self.notes.sees else ()), *marks)
        days = [day for day in dict.fromkeys(known) if day >= apart][:MOST_GAPS]
        yield from (timedelta(days=day) for day in days)
        if "hour" in self.notes.sees:
            yield from (timedelta(days=days[0], hours=hour - START.hour) for hour in HOURS if hour != START.hour)

    def _others(self, library: Library) -> Iterator[World]:
        base = self._bases[0]
        times = {step.id: AGAIN if step.repeats else 1 for step in self.program.steps()}
        mixed = list(varied(base, self.notes, library, times))
        yield from mixed
        if self._sees_boundaries:
            yield from bounded(base, library)
        if {"day", "hour"} & self.notes.sees.keys():
            for world in (base, *mixed[-1:]):
                yield from (later(world, passed) for passed in self._gaps())


def _likest(leaves: Sequence[Leaf], leaf: Leaf) -> Leaf:
    """Give the path on which most is answered as on another one."""
    return max(leaves, key=lambda one: sum(leaf.answers.get(item, ...) == said for item, said in one.answers.items()))
