"""One simulated walk through one step: every question is answered as it comes up, and other answers are other paths."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta, timezone
from typing import Protocol

from msgspec import Struct

from exback.engine.path import walk_answering
from exback.engine.simulated_person import representative
from exback.model.boundaries import BOUNDARIES, must_ask, standing
from exback.model.context import Context, Undecided
from exback.model.items import OptionsQuestion, Question
from exback.model.journey import Journey
from exback.model.program import Step
from exback.model.run import Run, Value, changed

BOUNDARY_IDS = tuple(boundary.id for boundary in BOUNDARIES)
START = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))
"""A Monday, in the morning. Which day it is must not matter to a program."""
TAKES = timedelta(minutes=5)
Answers = dict[str, Value]
"""Answers of one run by item id."""
Pick = Callable[[str, tuple[Value, ...]], Value]
"""Chooses one of the answers to the question with this id."""


class Scenario(Struct, frozen=True):
    """What had happened before a step was begun: the runs so far, and the moment it is now."""

    runs: tuple[Run, ...] = ()
    now: datetime = START

    def later(self, passed: timedelta) -> Scenario:
        """Return it after some time in which nothing happened."""
        return Scenario(self.runs, self.now + passed)

    def without(self, step: str) -> Scenario:
        """Return it for someone who never did a step."""
        return Scenario(tuple(run for run in self.runs if run.step != step), self.now)

    def unbounded(self) -> Scenario:
        """Return it for someone who never named a boundary."""
        denied = dict.fromkeys(BOUNDARY_IDS, False)
        runs = (
            changed(run, answers={item: denied.get(item, run.answers[item]) for item in run.answers})
            for run in self.runs
        )
        return Scenario(tuple(runs), self.now)

    def after(self, trial: Trial) -> Scenario:
        """Return it with one more run, finished a few minutes after it was begun."""
        number = trial.journey.next_number
        run = Run(
            id=f"{trial.step.id}-{len(self.runs)}",
            step=trial.step.id,
            started=self.now,
            start_number=number,
            finished=self.now + TAKES,
            finish_number=number + 1,
            answers=trial.answers,
            reviewed=True,
        )
        return Scenario((*self.runs, run), self.now)


class AnswersRead(Protocol):
    """What is known of how a step uses its own answers, by item id.

    `own` are those that any of its functions reads, `decisive` those that pages or options depend on, and `numbers` what
    an answer is compared with.
    """

    @property
    def own(self) -> Mapping[str, object]: ...  # noqa: D102  # see above
    @property
    def decisive(self) -> AbstractSet[str]: ...  # noqa: D102
    @property
    def numbers(self) -> Mapping[str, Iterable[int]]: ...  # noqa: D102


class NothingRead(Struct, frozen=True):
    """Nothing is known yet of how a step uses its answers, so that one walk shows no other paths."""

    own: Mapping[str, object] = {}
    decisive: AbstractSet[str] = frozenset()
    numbers: Mapping[str, Iterable[int]] = {}


class Trial:
    """A walk that begins with the answers in `given`, by item id, and picks the rest.

    `given` ends up with every answer, `offered` with all those that could have been picked, `turns` with the beginnings
    of the paths that fork off. `answers` are those that are kept when the step ends, with None for what is deleted then.
    `stuck` is the question that no one gets past, `reason` says why where that is a fault.
    """

    def __init__(
        self,
        step: Step,
        journey: Journey,
        pick: Pick,
        given: Mapping[str, Value] | None = None,
        *,
        read: AnswersRead = NothingRead(),  # noqa: B008  # a frozen value
    ) -> None:
        self.step, self.journey, self.pick, self.read = step, journey, pick, read
        self.given: Answers = dict(given or {})
        self.offered: dict[str, tuple[Value, ...]] = {}
        self.turns: list[Answers] = []
        self.stuck = self.reason = ""
        beginning, named = dict(self.given), None
        # what is said about safety on the way holds for all pages, so they are walked again
        while named != self._named:
            named, self.stuck, self.reason = self._named, "", ""
            self.given = {**beginning, **named}
            self.turns = [turn for turn in self.turns if next(reversed(turn)) in BOUNDARY_IDS]
            self.path = walk_answering(step, journey, self._run(named), self._answer, held=self._held)
        unanswered = self.path.first_open()
        if unanswered is not None and not self.stuck and not self.withheld:
            self.stuck, self.reason = unanswered.id, "It does not take its own answers, so nobody gets past it."
        burnt = {page.id for page in self.path.pages if isinstance(page, Question) and self._burns(page)}
        self.answers: Answers = {item: None if item in burnt else value for item, value in self.path.answers.items()}

    @property
    def items(self) -> frozenset[str]:
        """Every item that came up."""
        recalls = (recall.id for above in self.path.recalls.values() for recall in above)
        return frozenset([*(page.id for page in self.path.pages), *recalls])

    @property
    def withheld(self) -> bool:
        """Whether a boundary, or the questions about safety that no one asked, ends the walk as it would end a session."""
        return self.step.reaches_out and bool(self._held or self._is_unasked)

    @property
    def _is_unasked(self) -> bool:
        return not self.step.asks_safety and must_ask(self.journey, self._run(self._named))

    @property
    def _named(self) -> Answers:
        """The answers about safety of this very run."""
        return {item: self.given[item] for item in BOUNDARY_IDS if item in self.given}

    @property
    def _held(self) -> frozenset[str]:
        """The boundaries that hold, those named in this very run among them."""
        named = self._named
        key = ("held", *named.items())
        return self.journey.once(
            key, lambda: frozenset(boundary.id for boundary in standing(self.journey, self._run(named)))
        )

    def _run(self, answers: Answers) -> Run:
        number = self.journey.once("next number", lambda: self.journey.next_number)
        return Run(id="in-hand", step=self.step.id, started=self.journey.now, start_number=number, answers=answers)

    def _answer(self, item: Question, here: Context) -> tuple[Value, ...]:
        if item.id not in self.given and (self.stuck or self.withheld or not self._is_picked(item, here)):
            return ()
        return (self.given[item.id],)

    def _is_picked(self, item: Question, here: Context) -> bool:
        """Answer a question that came up for the first time. Whether it can be answered."""
        try:
            options = item.offered(here) if isinstance(item, OptionsQuestion) else ()
        except Undecided:
            self.stuck = item.id
            return False
        marks = frozenset(self.read.numbers.get(item.id, ()))
        values = representative(item, options, here.today, marks=marks, whole=item.id in self.read.decisive)
        if not values:
            self.stuck = item.id
            self.reason = "It cannot be answered on some path: fewer options are offered than it needs."
            return False
        if item.optional:
            values = (*values, None)
        value = self.pick(item.id, values)
        self.offered[item.id] = values
        if item.id in self.read.own or item.id in BOUNDARY_IDS:  # no path can depend on any other
            self.turns += [{**self.given, item.id: other} for other in values if other is not value]
        self.given[item.id] = value
        return True

    def _burns(self, page: Question) -> bool:
        try:
            return page.burns is not None and page.burns(self.path.here)
        except Undecided:
            return False
