"""One walk through one step: every question is answered as it comes up, and other answers are other paths."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from exback.boundaries import BOUNDARIES, standing
from exback.check.answers import representative
from exback.check.observations import Observations
from exback.context import Context, Undecided
from exback.items import Question
from exback.journey import Journey, Run, Value
from exback.path import Path, walk_answering
from exback.program import Step

BOUNDARY_IDS = tuple(boundary.id for boundary in BOUNDARIES)
TAKES = timedelta(minutes=5)
Answers = dict[str, Value]
"""Answers of one run by item id."""
Pick = Callable[[str, tuple[Value, ...]], Value]
"""Chooses one of the answers to the question with this id."""


class Trial:
    """A walk that begins with the answers in `given`, by item id, and picks the rest.

    Afterwards `given` holds every answer, `turns` the beginnings of the paths that would have forked off, and `width`
    how many paths there are if everywhere as many answers were open as on this one. `stuck` is the question that
    nobody gets past, and `reason` says why; both are empty when the walk came to its end.
    """

    def __init__(
        self,
        step: Step,
        journey: Journey,
        observations: Observations,
        pick: Pick,
        given: Mapping[str, Value] | None = None,
    ) -> None:
        self.step = step
        self.journey = journey
        self.observations = observations
        self.pick = pick
        self.given: Answers = dict(given or {})
        self.offered: dict[str, tuple[Value, ...]] = {}
        self.turns: list[Answers] = []
        self.width = 1
        self.stuck = self.reason = ""

    def walk(self) -> Path:
        """Walk to the end, or to where there is no way on, and return the path."""
        held = None
        while held != self.held:  # a boundary that is named on the way holds for the pages before it, too
            held, self.stuck, self.reason = self.held, "", ""
            path = walk_answering(self.step, self.journey, _begun(self.step, self.journey), self._answer, held=held)
        unanswered = path.first_open()
        if unanswered is not None and not self.stuck and not self.withheld:
            self.stuck = unanswered.id
            self.reason = "It does not take its own answers, so nobody gets past it."
        return path

    @property
    def held(self) -> frozenset[str]:
        """The boundaries that hold, those named in this very run among them."""
        named = {item: self.given[item] for item in BOUNDARY_IDS if item in self.given}
        run = _begun(self.step, self.journey, named)
        return self.journey.once(
            ("held", *named.items()), lambda: frozenset(boundary.id for boundary in standing(self.journey, run))
        )

    @property
    def withheld(self) -> bool:
        """Whether a boundary ends the walk, as it would end a session."""
        return self.step.reaches_out and bool(self.held)

    def _answer(self, item: Question, here: Context) -> tuple[Value, ...]:
        if item.id not in self.given and (self.stuck or self.withheld or not self._picked(item, here)):
            return ()
        return (self.given[item.id],)

    def _picked(self, item: Question, here: Context) -> bool:
        """Answer a question that came up for the first time. Whether it can be answered."""
        marks = frozenset(self.observations.numbers.get(item.id, ()))
        try:
            values = representative(item, here, marks=marks, whole=item.id in self.observations.decisive)
            if not values:
                self.reason = "It cannot be answered on some path: fewer options are offered than it needs."
        except Undecided:
            values = ()
        if not values:
            self.stuck = item.id
            return False
        value = self.pick(item.id, values)
        self.offered[item.id] = values
        if item.id in self.observations.own or item.id in BOUNDARY_IDS:  # else no path can hang on it
            self.turns += [{**self.given, item.id: other} for other in values if other is not value]
            self.width *= len(values)
        self.given[item.id] = value
        return True


def kept(path: Path) -> Answers:
    """Return the answers of a path, with None for those that are deleted when the step ends."""
    burning = {page.id for page in path.pages if isinstance(page, Question) and _burns(page, path)}
    return {item: None if item in burning else value for item, value in path.answers.items()}


def _burns(page: Question, path: Path) -> bool:
    try:
        return page.burns is not None and page.burns(path.here)
    except Undecided:
        return False


def finished(step_id: str, journey: Journey, answers: Mapping[str, Value], run_id: str) -> Run:
    """Return a run of a step, begun at the journey's moment and finished a few minutes later."""
    number = journey.next_number
    return Run(
        id=run_id,
        step=step_id,
        started=journey.now,
        start_number=number,
        finished=journey.now + TAKES,
        finish_number=number + 1,
        answers=dict(answers),
        reviewed=True,
    )


def _begun(step: Step, journey: Journey, answers: Answers | None = None) -> Run:
    return Run(
        id="in-hand",
        step=step.id,
        started=journey.now,
        start_number=journey.once("next number", lambda: journey.next_number),
        answers=answers or {},
    )
