"""The search for all that one step can show, by walking it after one past and another: a world is such a past.

It begins where people came to the step on their way through the program. From there time passes, or one more run is
made, of this step or of another that its functions read, or one is left out: a seeded walk that goes on from wherever
something new showed, and ends when nothing new has for a while.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from exback.check.observations import Observations
from exback.check.paths import Coverage, Explorer
from exback.check.report import Tried
from exback.check.tracing import TracedJourney
from exback.check.trial import BOUNDARY_IDS, START, Scenario, Trial
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
QUIET, PERSISTENT = 8, 60
"""The search ends after so many turns that showed nothing new; the second counts while some item never came up."""
MOVES = 4
"""How many moves make a turn."""
GAPS = (1, 3, 8, 31, 92, 366)
HOURS = (3, 10, 14, 23)


class Search:
    """Tries one step in world after world. `begun` says where people came to it; without any it never opened."""

    def __init__(self, program: Program, step: Step, seen: Observations, begun: Sequence[Scenario]) -> None:
        self.program, self.step, self.seen = program, step, seen
        self.explorer = Explorer(step, seen)
        self._terms = program.journey([], START).terms
        self._choices = Coverage()
        self._asking = {step.id for step in program.steps() if any(item.id in BOUNDARY_IDS for item in step.items)}
        self._paths = self._worlds = self._glances = self._most = 0
        self._whole = True
        worlds = sorted(begun, key=lambda world: len(world.runs))
        self._news = [Scenario()] if self._is_open(Scenario()) else []
        self._news += worlds[:: 1 + len(worlds) // FIRST]
        for world in self._news or [Scenario()]:
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
        return Tried(
            step=self.step.id,
            paths=self._paths,
            worlds=self._worlds,
            all_paths=self._whole,
            most=self._most,
            glances=self._glances,
            stopped=self._is_spent,
            untaken=len(self.explorer.untaken),
            opened=self.opened,
        )

    @property
    def _patience(self) -> int:
        return QUIET if {item.id for item in self.step.items} <= self.explorer.seen else PERSISTENT

    @property
    def _is_spent(self) -> bool:
        return self._worlds >= MOST_WORLDS or self._glances >= MOST_GLANCES

    @property
    def _known(self) -> int:
        """How much is known of what the step shows, reads and does wrong."""
        options = sum(len(offered) for offered in self.seen.options.values())
        faults = len(self.explorer.wrong) + len(self.seen.raised) + len(self.seen.undecided)
        return len(self.explorer.shown) + len(self.seen.others) + options + faults

    def _turn(self) -> bool:
        """Make some moves, the same again and again or others, and try the step after each. Whether anything new showed."""
        world = self._news[self._choices.next("from", range(len(self._news)))]
        steady, move = self._choices.next("steady", (True, False)), self._move()
        before = self._known
        for _ in range(MOVES):
            known = self._known
            world = move(world)
            if self._is_open(world):
                self._try(world)
            if self._known > known:
                self._news.append(world)
            move = move if steady else self._move()
        return self._known > before

    def _is_open(self, world: Scenario) -> bool:
        standing = look(self.program, Journey(world.runs, world.now, self._terms)).standing(self.step)
        return standing.may_begin and standing.state is not State.WITHHELD

    def _try(self, world: Scenario) -> None:
        """Walk all paths of a world while there is room, then a few of each."""
        journey = TracedJourney(world.runs, world.now, self._terms)
        journey.seen = self.seen
        if self._paths >= MOST_PATHS:
            self._glances += 1
            self.explorer.explore(journey, GLANCE)
            return
        trials, whole = self.explorer.explore(journey, WHOLE if self._whole else SAMPLE)
        self._worlds += 1
        self._paths += len(trials)
        if self._whole and not whole:
            self._whole, self._most = False, max(self.explorer.size(journey), WHOLE)

    def _move(self) -> Callable[[Scenario], Scenario]:
        """Return a way to make another world, of the kind that was chosen least often."""
        others = sorted(({step for step, _ in self.seen.others} | self._asking) - {self.step.id})
        others = [step for step in others if any(step == known.id for known in self.program.steps())]
        kind = self._choices.next("move", ("again", "another", "left out", "later") if others else ("again", "later"))
        apart = self.step.repeats.apart if self.step.repeats else 0
        hour, day = self._choices.next("hour", HOURS), max(apart, self._choices.next("gap", GAPS))

        def later(world: Scenario) -> Scenario:
            return world.later(timedelta(days=day, hours=hour - world.now.hour))

        if kind == "later":
            return later
        step_id = self.step.id if kind == "again" else self._choices.next(kind, others)
        if kind == "left out":
            return lambda world: world.without(step_id)
        do = self._doing(step_id)
        return lambda world: later(do(world))

    def _doing(self, step_id: str) -> Callable[[Scenario], Scenario]:
        """Return a way to do a step, the same way each time: rare answers, and at most one boundary ever named."""
        step = self.program.step(step_id)
        boundary = self._choices.next("boundary", ("", "no", "none", *BOUNDARY_IDS))
        given: dict[str, Value] = {}

        def do(world: Scenario) -> Scenario:
            named = {item for run in world.runs for item in BOUNDARY_IDS if run.answers.get(item)} or {boundary}

            def pick(item: str, values: tuple[Value, ...]) -> Value:
                if item in BOUNDARY_IDS:
                    return item in named
                return self._choices.next(f"{step_id}/{item}", values)

            trial = Trial(step, Journey(world.runs, world.now, self._terms), Observations(step_id), pick, given)
            given.update(trial.given)
            return world.after(trial)

        return do
