"""What is open, what is closed until when and why, what is next and what is due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from exback.errors import NotNow
from exback.insights import Streak, streak_of
from exback.model.boundaries import Boundary, must_ask, standing
from exback.model.dates import in_words, iso_day
from exback.model.gates import OPEN, Verdict, closed, first_closed
from exback.model.journey import Journey
from exback.model.program import Program, Stage, Step
from exback.model.prose import inline
from exback.model.run import Run

WITHHELD = "The part about writing to them is closed. The rest goes on as before."
"""Said wherever it may be read in passing; the reason itself stands only where it was given."""


Day: TypeAlias = date


class State(StrEnum):
    """Where a step stands for this person."""

    DONE = "done"
    OPEN = "open"
    STARTED = "started"
    CLOSED = "closed"
    WITHHELD = "withheld"


class StepStatus(Struct, frozen=True):
    """One step: its state, why it is closed and until when, whether a new run may begin, and whether one was finished.

    `finished` is the day on which a run of this walk first was, `begun` that of one that goes on.
    """

    step: Step
    stage: Stage
    state: State
    reason: str = ""
    date: date | None = None
    may_begin: bool = False
    due: bool = False
    has_run: bool = False
    finished: Day | None = None
    begun: Day | None = None


class UpcomingDay(Struct, frozen=True):
    """A day to come that the person named, and their words for it, the first of which says what day it is."""

    day: date
    words: tuple[str, ...]
    step: Step


class Status(Struct, frozen=True):
    """The whole program as it stands for one person today.

    `must_ask` says that the four questions about safety come before anything that reaches out. `ended` has the stages that an ending has closed, by id, with the words that say so.
    """

    standings: tuple[StepStatus, ...]
    stage: Stage
    next: Step | None
    due: tuple[Step, ...]
    boundaries: tuple[Boundary, ...]
    days: Streak | None
    paused_until: date | None
    runs: int
    walks: int
    coming: tuple[UpcomingDay, ...]
    ended: Mapping[str, str] = {}
    must_ask: bool = False

    @property
    def leads_nowhere(self) -> bool:
        """Whether the end of the promise opens nothing: a boundary holds, or an ending has closed a stage."""
        return bool(self.boundaries or self.ended)

    @property
    def listed(self) -> tuple[StepStatus, ...]:
        """The steps that a list may name: every one but those that are withheld."""
        return tuple(one for one in self.standings if one.state is not State.WITHHELD)

    def standing(self, step: Step) -> StepStatus:
        """Give how one step stands."""
        return next(one for one in self.standings if one.step.id == step.id)

    def in_stage(self, stage: Stage) -> tuple[StepStatus, ...]:
        """Return the steps of one stage that a list may name, in order; none at all where the whole stage is withheld."""
        return tuple(one for one in self.listed if one.stage.id == stage.id)


def status_of(program: Program, journey: Journey) -> Status:
    """Work out where somebody stands."""
    boundaries = standing(journey)
    alone = tuple(
        _stands(program, journey, stage, step, boundaries) for stage in program.all_stages for step in stage.steps
    )
    standings = _with_what_waits(alone, journey)
    ended = dict(_ended(program, journey))
    offered = [one for one in standings if one.stage.id not in ended]
    walked = [one for one in standings if one.stage in program.stages]
    waiting = [one for one in offered if one.stage in program.stages and _is_next(journey, one)]
    paused_until = _paused_until(program, journey)
    following = None if paused_until else next(iter(waiting), None)
    return Status(
        standings=standings,
        stage=_current_stage(program, walked),
        next=following.step if following else None,
        due=() if paused_until else tuple(one.step for one in offered if one.due and one is not following),
        boundaries=boundaries,
        days=streak_of(program.streak, journey),
        paused_until=paused_until,
        runs=sum(1 for run in journey.runs if run.finished is not None),
        walks=journey.walks,
        coming=tuple(sorted(_ahead(program, journey), key=lambda one: one.day)),
        ended=ended,
        must_ask=must_ask(journey),
    )


def refused() -> NotNow:
    """Return what to say to someone who asks for a withheld step by its id: neither its title nor the reason."""
    return NotNow(WITHHELD, hint="exback crisis lists people to talk to.")


def _with_what_waits(standings: tuple[StepStatus, ...], journey: Journey) -> tuple[StepStatus, ...]:
    """Withhold what waits for a withheld step, too: the reason why it's closed would name that step."""
    withheld = {one.step.id for one in standings if one.state is State.WITHHELD}
    return tuple(_withheld(one.step, one.stage) if _waits_for(withheld, one, journey) else one for one in standings)


def _waits_for(withheld: set[str], standing: StepStatus, journey: Journey) -> bool:
    """Whether a step that was never begun is closed by a gate that's about one of these steps."""
    if not withheld or standing.state is not State.CLOSED or standing.has_run:
        return False
    verdicts = (gate.check(journey) for gate in (*standing.stage.opens, *standing.step.opens))
    return any(not verdict.open and verdict.step in withheld for verdict in verdicts)


def _withheld(step: Step, stage: Stage) -> StepStatus:
    return StepStatus(step, stage, State.WITHHELD, reason=WITHHELD)


def _ended(program: Program, journey: Journey) -> Iterator[tuple[str, str]]:
    """Give the stages that an ending has closed; one that was opened anew since then is not."""
    for stage in program.stages:
        found = [(run, words) for step, words in stage.ended_by if (run := journey.last(step)) is not None]
        if found:
            ending, words = max(found, key=lambda one: one[0].finish_number)
            if not _opened_since(stage, journey, ending):
                yield stage.id, words


def _opened_since(stage: Stage, journey: Journey, ending: Run) -> bool:
    """Tell whether a stage is open by something that was begun after an ending."""
    named = {*(step.id for step in stage.steps), *(step for gate in stage.opens for step, _item in gate.refers)}
    later = any(run.step in named and run.start_number > ending.finish_number for run in journey.runs)
    return later and first_closed(stage.opens, journey).open


def _is_next(journey: Journey, standing: StepStatus) -> bool:
    if standing.step.optional or standing.state not in (State.STARTED, State.OPEN):
        return False
    return standing.state is State.STARTED or not _is_over(journey, standing.step)


def _is_over(journey: Journey, step: Step) -> bool:
    """Tell whether a step that comes round has done so for long enough."""
    until = step.repeats.until if step.repeats else ()
    return bool(until) and first_closed(until, journey).open


def endings(program: Program, guide: Status) -> list[StepStatus]:
    """Give the endings that were begun or done in this walk."""
    return [one for one in guide.in_stage(program.endings) if one.finished or one.begun]


def ending_words(ending: StepStatus, today: date) -> str:
    """Give since when an ending is done or, before that, begun."""
    day = ending.finished or ending.begun
    assert day is not None
    return f"{'done' if ending.finished else 'begun'} on {in_words(day, today)}"


def _stands(
    program: Program, journey: Journey, stage: Stage, step: Step, boundaries: tuple[Boundary, ...]
) -> StepStatus:
    if step.reaches_out and boundaries:
        return _withheld(step, stage)
    verdict = _verdict(program, journey, stage, step)
    if step.reaches_out and not step.asks_safety and must_ask(journey):
        first = verdict if not verdict.open else closed(_asks_first(program), program.asks_first.id)
        return StepStatus(step, stage, State.CLOSED, reason=first.reason, date=first.date)
    is_done = journey.is_done(step.id)
    repeat = _repeats(journey, step) if verdict.open and journey.last(step.id) else verdict
    begun = journey.unfinished(step.id)
    if begun is not None:
        state = State.STARTED
    elif is_done:
        state = State.DONE
    else:
        state = State.OPEN if repeat.open else State.CLOSED
    return StepStatus(
        step,
        stage,
        state,
        reason="" if repeat.open else repeat.reason,
        date=None if repeat.open else repeat.date,
        may_begin=repeat.open,
        due=verdict.open and _is_due(program, journey, step),
        has_run=journey.latest(step.id) is not None,
        finished=next((journey.day(run) for run in journey.finished(step.id)), None),
        begun=None if begun is None else journey.day(begun),
    )


def _verdict(program: Program, journey: Journey, stage: Stage, step: Step) -> Verdict:
    """Give what the gates say, with the title of the step they are about in the sentence."""
    if journey.finished(step.id) or journey.unfinished(step.id):
        return OPEN  # what was open once never closes again
    verdict = first_closed((*stage.opens, *step.opens), journey)
    if verdict.open:
        return OPEN
    title = program.step(verdict.step).title
    return closed(verdict.reason.format(title=title), verdict.step, verdict.date)


def _asks_first(program: Program) -> str:
    return f"Opens once you've answered the four questions about safety in “{program.asks_first.title}”."


def _repeats(journey: Journey, step: Step) -> Verdict:
    last = journey.last(step.id)
    if last is None:
        return OPEN
    if step.repeats is None:
        return closed("Done. You can read it and change it.", step.id)
    if journey.days_since(last) >= step.repeats.apart or journey.clock_was_set_back:
        return OPEN  # offered rather than kept waiting for days that nobody can count
    return closed("Comes round again.", step.id, journey.date_after(last, step.repeats.apart))


def _is_due(program: Program, journey: Journey, step: Step) -> bool:
    if step.offered_when and not journey.is_done(step.id):
        return first_closed(step.offered_when, journey).open
    if step.repeats is None or step.repeats.due is None:
        return False
    last = journey.last(step.id)
    if last is None:
        return step.id == program.daily and journey.is_done(program.first)
    if _is_over(journey, step):
        return False
    return journey.days_since(last) >= step.repeats.due or journey.clock_was_set_back


def _paused_until(program: Program, journey: Journey) -> date | None:
    """Give the day on which the plan goes on, None if it does not rest. The latest word on it counts."""
    said = [
        (answer.run.finish_number, place, answer.value)
        for place, (step, item) in enumerate(program.pauses)
        for answer in journey.all_said(step, item)
    ]
    latest = max(said, key=lambda one: one[:2], default=(0, 0, None))[2]
    until = iso_day(latest)
    return until if until is not None and until > journey.today else None


def _ahead(program: Program, journey: Journey) -> Iterator[UpcomingDay]:
    for named in program.coming:
        for said in journey.all_said(named.step, named.day):
            day = iso_day(said.value)
            if day is not None and day >= journey.today:
                answers = (said.run.answers.get(item) for item in named.words)
                words = tuple(inline(answer) for answer in answers if isinstance(answer, str))
                yield UpcomingDay(day, words or (named.title,), program.step(named.step))


def _current_stage(program: Program, walked: list[StepStatus]) -> Stage:
    """Give the furthest stage in which something was begun or may begin."""
    touched = [one.stage for one in walked if one.may_begin or one.state in (State.DONE, State.STARTED)]
    return max(touched, key=program.stages.index, default=program.stages[0])
