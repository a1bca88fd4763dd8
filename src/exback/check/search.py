"""The search for all that one step can show, by walking it after many different pasts, each of which is called a world.

It begins where people came to the step. From there time passes, or one more run is made, of this step or of one that its
functions read, or one is left out, or was made in an earlier version: a seeded walk that ends when nothing new has shown for a
while.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import partial
from itertools import product

from msgspec import structs

from exback.check.paths import Coverage, Explorer
from exback.check.report import Tried
from exback.check.tracing import TracedJourney
from exback.check.trial import BOUNDARY_IDS, START, Trial
from exback.engine.status import may_begin
from exback.model.journey import Journey
from exback.model.program import Program, Step
from exback.model.run import Run, Value, changed

MOST_WORLDS = 400
MOST_GLANCES = 600
MOST_PATHS = 1000
"""After so many paths of a step, only a few are walked in each world that is left."""
WHOLE = 500
"""A world with more paths than this is walked by so many of them, and those after it by a sample."""
SAMPLE = 20
GLANCE = 12
FIRST = 6
QUIET, PERSISTENT = 5, 90

TURN = 4
"""How many moves make a turn."""
Move = Callable[[Journey], Journey]
"""Makes one world of another."""
MOVES = ("again", "again", "another", "another", "another", "left out", "earlier version", "later")
GAPS = (1, 3, 8, 31, 92, 366)
HOURS = (3, 10, 14, 23)


class Search:
    """Tries one step in world after world. `begun` says where people came to it; without any it never opened."""

    def __init__(
        self, program: Program, step: Step, explorers: Mapping[str, Explorer], begun: Sequence[Journey]
    ) -> None:
        self.program, self.step = program, step
        self._explorers, self.explorer = explorers, explorers[step.id]
        self.seen = self.explorer.observations
        asking = [(each.id, item) for each in program.steps() for item in each.items if item.id in BOUNDARY_IDS]
        asking.sort(key=lambda asked: asked[1].when is None)  # a question for everyone comes last, and so counts
        asked_in = {item.id: step_id for step_id, item in asking}
        self._boundaries = [(step_id, item, "True") for item, step_id in asked_in.items() if step_id != step.id]
        self._choices = Coverage()
        self._tried = Tried(step=step.id)
        new = program.journey([], START)
        worlds = sorted(begun, key=lambda world: len(world.runs))
        self._news = [world for world in (new, *self._opened_anyway(new)) if self._is_open(world)]
        second_times = [world for world in worlds if len(world.ever(step.id)) == 1]
        self._news += [*worlds[:: 1 + len(worlds) // FIRST], *second_times[:1]]  # much is said the second time only
        self._news += [world for world in self._behind_boundaries(new) if self._is_open(world)]
        for world in self._news or [new]:
            self._try(world)

    @property
    def opened(self) -> bool:
        """Whether anyone could begin it, in any world."""
        return bool(self._news)

    def tried(self) -> Tried:
        """Try it in other worlds until nothing new shows, or as far as the bounds allow. Return how far that was."""
        quiet = 0
        while self.opened and quiet < self._patience and not self._is_spent:
            quiet = 0 if self._turn() else quiet + 1
        untaken = len(self.explorer.untaken)
        return structs.replace(self._tried, stopped=self._is_spent, untaken=untaken, opened=self.opened)

    @property
    def _patience(self) -> int:
        """How many turns without anything new end the search; more while an item or an answer is left to be tried."""
        is_all_seen = {item.id for item in self.step.items} <= self.explorer.seen
        is_all_tried = all(("another", str(answer)) in self._choices for answer in self._awaited)
        return QUIET if is_all_seen and is_all_tried else PERSISTENT

    @property
    def _is_spent(self) -> bool:
        return self._tried.worlds >= MOST_WORLDS or self._tried.glances >= MOST_GLANCES

    @property
    def _known(self) -> int:
        """How much is known of what the step shows, reads and does wrong."""
        options = sum(len(offered) for offered in self.seen.options.values())
        faults = len(self.seen.wrong) + len(self.seen.undecided)
        return len(self.explorer.shown) + len(self.seen.others) + len(self.seen.sentences) + options + faults

    def _turn(self) -> bool:
        """Make some moves, the same again and again or others, and try the step after each. Whether anything new showed."""
        world = self._news[self._choices.next("from", range(len(self._news)))]
        steady, move = self._choices.next("steady", (True, False)), self._move()
        before = self._known
        for _ in range(TURN):
            known = self._known
            world = move(world)
            if self._is_open(world):
                self._try(world)
            if self._known > known:
                self._news.append(world)
            move = move if steady else self._move()
        return self._known > before

    def _is_open(self, world: Journey) -> bool:
        return may_begin(self.program, world, self.step)

    def _behind_boundaries(self, world: Journey) -> Iterator[Journey]:
        """Yield a world for each boundary, in which someone named only that one, in the first step."""
        first = [step for step in self.program.steps() if step.id == self.program.first]
        for step, boundary in product(first, BOUNDARY_IDS):
            yield Trial(step, world, partial(_name, boundary)).finished()

    def _opened_anyway(self, world: Journey) -> Iterator[Journey]:
        """Yield a world in which a step opens anyway, if all it takes is a yes to what its first gate names, on two days."""
        for gate in self.step.opens_anyway[:1]:
            for step_id in [step_id for step_id, _item in gate.refers[:1]] * 2:
                world = Trial(self.program.step(step_id), world, _agree).finished()
                world = world.at(world.now + timedelta(days=2))
            yield world

    def _try(self, world: Journey) -> None:
        """Walk all paths of a world while there is room, then a few of each."""
        journey = TracedJourney(world.runs, world.now, world.terms)
        journey.seen = self.seen
        tried = self._tried
        if tried.paths >= MOST_PATHS:
            self._tried = structs.replace(tried, glances=tried.glances + 1)
            self.explorer.explore(journey, GLANCE)
            return
        trials, whole = self.explorer.explore(journey, WHOLE if tried.all_paths else SAMPLE)
        self._tried = structs.replace(tried, worlds=tried.worlds + 1, paths=tried.paths + len(trials))
        if tried.all_paths and not whole:
            most = max(self.explorer.size(journey), WHOLE)
            self._tried = structs.replace(self._tried, all_paths=False, most=most)

    @property
    def _awaited(self) -> list[tuple[str, str, str]]:
        """The answers in other steps that could make a difference, each as step, item and text; boundaries among them.

        Of all the days that a run may be about, one is enough.
        """
        read = {(step, item) for step, item in self.seen.others if step in self._explorers and step != self.step.id}
        answers = [(step, *answer) for step in {step for step, _ in read} for answer in self._explorers[step].examples]
        done = [(step, "", "") for step, item in read if not item]
        dates = {(step.id, item) for step in self.program.steps() for item in step.dated_by}
        kinds = {(each[:2], "" if each[:2] in dates else each[2]): each for each in answers if each[:2] in read}
        return sorted({*self._boundaries, *done, *kinds.values()})

    def _wanted(self, awaited: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
        """Return those of the awaited answers that items read which haven't come up yet; all of them if there are none."""
        unseen = {item.id for item in self.step.items} - self.explorer.seen
        read = {read for read, spots in self.seen.others.items() if any(spot.item in unseen for spot in spots)}
        return [answer for answer in awaited if answer[:2] in read] or awaited

    def _move(self) -> Move:
        """Return a way to make another world, of the kind that was chosen least often."""
        awaited = self._awaited
        kind = MOVES[self._choices.next("move", range(len(MOVES)))] if awaited else "again"
        apart = self.step.repeats.apart if self.step.repeats else 0
        hour, day = self._choices.next("hour", HOURS), max(apart, self._choices.next("gap", GAPS))

        def later(world: Journey) -> Journey:
            return world.at(world.now + timedelta(days=day, hours=hour - world.now.hour))

        if kind == "later":
            return later
        if kind == "earlier version":
            return lambda world: _with_runs(world, (changed(run, step_version=1) for run in world.runs))
        if kind == "left out":
            step_id = self._choices.next(kind, sorted({step for step, _, _ in awaited}))
            return lambda world: _with_runs(world, (run for run in world.runs if run.step != step_id))
        if kind == "another":
            wanted = self._wanted(awaited) if self._choices.next("wanted", (True, False)) else awaited
            step_id, item, text = self._choices.next(kind, wanted)
        else:
            own = (answer for answer in self.explorer.examples if (self.step.id, answer[0]) in self.seen.others)
            item, text = self._choices.next("again", [("", ""), *sorted(own)])
            step_id = self.step.id
        do = self._doing(step_id, item, text)
        return lambda world: later(do(world))

    def _doing(self, step_id: str, item: str, text: str) -> Move:
        """Return a move that does a step, always in the same way: one that gave this answer before, or else with rare answers."""
        given = dict(self._explorers[step_id].examples.get((item, text), {}))
        given.update((boundary, boundary == item) for boundary in BOUNDARY_IDS if boundary in given)

        def pick(item: str, values: tuple[Value, ...]) -> Value:
            return False if item in BOUNDARY_IDS else self._choices.next(f"{step_id}/{item}", values)

        def do(world: Journey) -> Journey:
            world = _unbounded(world) if item in BOUNDARY_IDS else world  # one that was ever named is enough
            trial = Trial(self.program.step(step_id), world, pick, given)
            given.update(trial.given)
            return trial.finished()

        return do


def _name(boundary: str, item: str, values: tuple[Value, ...]) -> Value:
    """Pick yes only for one boundary, and else the first answer."""
    return item == boundary if item in BOUNDARY_IDS else values[0]


def _agree(item: str, values: tuple[Value, ...]) -> Value:
    """Pick yes wherever it can be said, but for the boundaries, and else the first answer."""
    return True if True in values and item not in BOUNDARY_IDS else values[0]


def _unbounded(world: Journey) -> Journey:
    """Return the world of someone who never named a boundary."""

    def denied(run: Run) -> Run:
        answers = {item: item not in BOUNDARY_IDS and value for item, value in run.answers.items()}
        return changed(run, answers=answers)

    return _with_runs(world, map(denied, world.runs))


def _with_runs(world: Journey, runs: Iterable[Run]) -> Journey:
    return Journey(tuple(runs), world.now, world.terms)
