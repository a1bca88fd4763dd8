"""The search for all that one step can show, by walking it after one past and another.

It begins where people came to the step on their way through the program. From there time passes, or one more run is
told of, of this step or of another that its functions read, or one is left out: a seeded walk that goes on from
wherever something new showed, and ends when for a while nothing new has.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import timedelta

from exback.check.coverage import Coverage
from exback.check.observations import Tracer
from exback.check.paths import Explorer
from exback.check.report import Tried
from exback.check.scenarios import START, Library, Scenario, covering, naming
from exback.check.tracing import TracedJourney
from exback.check.trial import BOUNDARY_IDS, Answers
from exback.guide import State, look
from exback.journey import Journey
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
QUIET = 12
PERSISTENT = 80
"""The search ends after so many turns that showed nothing new; the second counts while some item never came up."""
MOVES = 4
"""So many moves are made in one turn."""
GAPS = (1, 3, 8, 31)
MOST_GAPS = 8
FARTHEST = 400
HOURS = (3, 10, 14, 23)


class Search:
    """Tries one step in world after world. `begun` says where people came to it; without any it never opened."""

    def __init__(self, program: Program, step: Step, tracer: Tracer, begun: Sequence[Scenario]) -> None:
        self.program = program
        self.step = step
        self.tracer = tracer
        self.begun = begun
        self.seen = tracer.of(step.id)
        self.explorer = Explorer(step, self.seen)
        self._terms = program.journey([], START).terms
        self._choices = Coverage()
        self._views: set[object] = set()
        self._covering: dict[object, list[Answers]] = {}
        self._shown: set[frozenset[str]] = set()
        self._news: list[Scenario] = []
        self._paths = self._worlds = self._glances = self._most = 0
        self._whole = True

    @property
    def opened(self) -> bool:
        """Whether anyone could begin it, in any world."""
        return bool(self._news)

    def begin(self) -> None:
        """Try the step where people came to it, so that it is known what it reads and what can be answered."""
        for scenario in sorted((Scenario(), *self.begun), key=lambda scenario: len(scenario.runs)):
            known = len(self._views)
            if len(self._news) < FIRST and self._is_open(scenario) and len(self._views) > known:
                self._news.append(scenario)
        if not self._news:
            self._try(Scenario())

    def go_on(self, library: Library) -> Tried:
        """Try it in other worlds until nothing new shows, or as far as the bounds allow. Return how far that was."""
        quiet = 0
        while self._news and quiet < self._patience and not self._is_spent and self._moves(library):
            quiet = 0 if self._turn(library) else quiet + 1
        return Tried(
            step=self.step.id,
            paths=self._paths,
            worlds=self._worlds,
            all_paths=self._whole,
            most=self._most,
            glances=self._glances,
            stopped=self._is_spent,
            untaken=len(self.explorer.coverage.untaken),
            opened=self.opened,
        )

    @property
    def _patience(self) -> int:
        """How many turns without anything new end the search; more while some item has not come up yet."""
        return QUIET if {item.id for item in self.step.items} <= self.explorer.seen else PERSISTENT

    @property
    def _is_spent(self) -> bool:
        return self._worlds >= MOST_WORLDS or self._glances >= MOST_GLANCES

    def _turn(self, library: Library) -> bool:
        """Make some moves, trying the step after each: the same move again and again, or others. Whether anything new showed."""
        scenario = self._news[self._choices.next("from", range(len(self._news)))]
        steady = self._choices.next("steady", (True, False))
        move = self._move(library)
        found = False
        for _ in range(MOVES):
            known = self._known
            moved = move(scenario)
            if self._is_open(moved):
                scenario = moved
            if self._known > known:
                self._news.append(scenario)
                found = True
            move = move if steady else self._move(library)
        return found

    @property
    def _known(self) -> int:
        """How much is known of what the step shows and looks at."""
        options = sum(len(offered) for offered in self.seen.options.values())
        faults = len(self.explorer.wrong) + len(self.seen.raised) + len(self.seen.undecided)
        return len(self._shown) + options + faults + self.seen.reading

    def _is_open(self, scenario: Scenario) -> bool:
        """Whether the step can be begun there; if so it is walked, unless it could see no difference to a world before."""
        view = self._view(scenario)
        if view not in self._views:
            standing = look(self.program, Journey(scenario.runs, scenario.now, self._terms)).standing(self.step)
            if not standing.may_begin or standing.state is State.WITHHELD:
                return False
            self._views.add(view)
            self._try(scenario)
        return True

    def _try(self, scenario: Scenario) -> None:
        """Walk all paths of a world while there is room, then a few of each."""
        journey = TracedJourney(scenario.runs, scenario.now, self._terms, self.tracer)
        if self._paths >= MOST_PATHS:
            self._glances += 1
            leaves, _ = self.explorer.explore(journey, GLANCE)
        else:
            leaves, whole = self.explorer.explore(journey, WHOLE if self._whole else SAMPLE)
            self._worlds += 1
            self._paths += len(leaves)
            if self._whole and not whole:
                self._whole, self._most = False, max(self.explorer.size(journey), WHOLE)
        self._shown |= {leaf.items for leaf in leaves}

    def _view(self, scenario: Scenario) -> object:
        """Return what the step can see of a world, as far as is known what it looks at."""
        journey = Journey(scenario.runs, scenario.now, self._terms)
        read: list[object] = [self.seen.reading]
        for step in sorted({step for step, _ in self.seen.others}):
            items = sorted(item for of, item in self.seen.others if of == step and item)
            for run in journey.finished(step)[-8:]:
                day = journey.days_since(run) if "day" in self.seen.looks else ""
                read.append((step, day, *(str(run.answers.get(item)) for item in items)))
        named = tuple(any(run.answers.get(boundary) for run in scenario.runs) for boundary in BOUNDARY_IDS)
        return (
            str(read),
            named if self._sees_boundaries else (),
            scenario.now.hour if "now" in self.seen.looks else 0,
        )

    @property
    def _sees_boundaries(self) -> bool:
        return bool({"held", "runs"} & self.seen.looks.keys()) or any(item.reaches_out for item in self.step.items)

    def _moves(self, library: Library) -> list[str]:
        """Return the kinds of move that could make a difference to the step."""
        read = {step for step, _ in self.seen.others}
        could = {
            "again": self.step.id in read,
            "told": any(library.get(step) for step in read - {self.step.id}),
            "left out": bool(read - {self.step.id}),
            "bounded": self._sees_boundaries,
            "later": bool({"day", "now"} & self.seen.looks.keys()),
        }
        return [move for move, makes_a_difference in could.items() if makes_a_difference]

    def _move(self, library: Library) -> Callable[[Scenario], Scenario]:
        """Return a way to make another world, of the kind that was chosen least often."""
        others = sorted({step for step, _ in self.seen.others} - {self.step.id})
        kind, gap = self._choices.next("move", self._moves(library)), self._gap()
        match kind:
            case "again":
                own = self._kinds(self.step.id, self.explorer.answers.values())
                place, gap = self._choices.next(
                    "again", [(place, gap) for place in range(len(own)) for gap in self._gaps()]
                )
                return lambda scenario: scenario.after(self.step.id, own[place]).later(gap)
            case "told":
                step = self._choices.next("told", [step for step in others if library.get(step)])
                runs = self._kinds(step, library[step])
                run = naming(runs[self._choices.next(f"told {step}", range(len(runs)))])
                return lambda scenario: scenario.after(step, run).later(gap)
            case "left out":
                step = self._choices.next("left out", others)
                return lambda scenario: scenario.without(step)
            case "bounded":
                boundary = self._choices.next("bounded", BOUNDARY_IDS)
                asking = {step: run for step, runs in library.items() for run in runs if boundary in run}
                if asking:
                    step, run = next(iter(asking.items()))
                    return lambda scenario: scenario.bounded(step, run, boundary).later(gap)
        return lambda scenario: scenario.later(gap)

    def _kinds(self, step: str, runs: Collection[Answers]) -> list[Answers]:
        """Return runs of a step that differ in the answers that are read."""
        read = sorted(item for of, item in self.seen.others if of == step and item)
        key = (step, len(runs), *read)
        if key not in self._covering:
            self._covering[key] = covering(runs, read)
        return self._covering[key]

    def _gap(self) -> timedelta:
        return self._choices.next("gap", self._gaps())

    def _gaps(self) -> list[timedelta]:
        """Return how much time may pass: some days, those that days are compared with, and to hours of the night."""
        apart = max(1, self.step.repeats.apart if self.step.repeats else 0)
        marks = sorted(day for day in self.seen.days if apart <= day < FARTHEST)
        days = [apart, *(day for day in GAPS if day > apart and "day" in self.seen.looks), *marks][:MOST_GAPS]
        hours = [hour - START.hour for hour in HOURS if hour != START.hour and "now" in self.seen.looks]
        whole = [timedelta(days=day) for day in dict.fromkeys(days)]
        return [*whole, *(timedelta(days=days[0], hours=hour) for hour in hours)]
