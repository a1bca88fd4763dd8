"""One simulated walk through one step: every question is answered as it comes up, and other answers are other paths.

It takes the same path as a session, in one pass: sessions work the path out again after every answer.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

from exback.check.tracing import Observations
from exback.engine.path import walk_answering
from exback.engine.simulated_person import fitting
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


class Trial:
    """A walk that begins with the answers in `given`, by item id, and picks the rest.

    `given` ends up with every answer, `offered` with all those that could have been picked, `turns` with the beginnings
    of the paths that fork off. `answers` are those that are kept when the step ends, with None for what is deleted then.
    `stuck` is the question that no one gets past, `reason` says why where that is a fault. `seen` is what is known of how
    the step uses its answers; without it there are no other paths.
    """

    def __init__(
        self, step: Step, journey: Journey, pick: Pick, given: Answers | None = None, seen: Observations | None = None
    ) -> None:
        self.step, self.journey, self.pick = step, journey, pick
        self.seen = seen or Observations()
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
            self.offered = {item: values for item, values in self.offered.items() if item in BOUNDARY_IDS}
            self.path = walk_answering(step, journey, self._run(named), self._answer, held=self._held)
        unanswered = self.path.first_open()
        if unanswered is not None and not self.stuck and not self.withheld:
            self.stuck, self.reason = unanswered.id, "It doesn't accept its own answers, so no one can get past it."
        burnt = self.path.burnt()
        self.answers: Answers = {item: None if item in burnt else value for item, value in self.path.answers.items()}

    @property
    def items(self) -> frozenset[str]:
        """Every item that came up."""
        recalls = (recall.id for above in self.path.recalls.values() for recall in above)
        return frozenset([*(page.id for page in self.path.pages), *recalls])

    @property
    def withheld(self) -> bool:
        """Whether a boundary, or the questions about safety that no one asked, ends the walk as it would end a session."""
        return self.step.is_withheld(self._held) or (self.step.reaches_out and self._is_unasked)

    def finished(self) -> Journey:
        """Return the journey with this run at its end; it was finished a few minutes after it was begun."""
        run = changed(
            self._run(self.answers),
            id=f"{self.step.id}-{len(self.journey.runs)}",
            finished=self.journey.now + TAKES,
            finish_number=self._number + 1,
            reviewed=True,
        )
        return self.journey.followed_by(run)

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

    @property
    def _number(self) -> int:
        return self.journey.once("next number", lambda: self.journey.next_number)

    def _run(self, answers: Answers) -> Run:
        return Run(
            id="in-hand",
            step=self.step.id,
            step_version=self.step.version,
            started=self.journey.now,
            start_number=self._number,
            answers=answers,
        )

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
        marks = frozenset(self.seen.numbers.get(item.id, ()))
        values = tuple(fitting(item, options, here.today, marks=marks, whole=item.id in self.seen.decisive))
        if not values:
            self.stuck = item.id
            self.reason = "On some path it can't be answered, because it offers fewer options than it needs."
            return False
        if item.optional:
            values = (*values, None)
        value = self.pick(item.id, values)
        self.offered[item.id] = values
        if item.id in self.seen.own or item.id in BOUNDARY_IDS:  # no path can depend on any other
            self.turns += [{**self.given, item.id: other} for other in values if other is not value]
        self.given[item.id] = value
        return True
