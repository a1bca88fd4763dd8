"""The state of every step today: what is open, what is closed until when and why, what is next and what is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from msgspec import Struct, structs

from exback.errors import NotNow
from exback.model.boundaries import Boundary, must_ask, standing
from exback.model.dates import on_day
from exback.model.endings import Held
from exback.model.gates import OPEN, Verdict, closed, first_closed
from exback.model.journey import Journey
from exback.model.program import Coming, Program, Stage, Step, pause_end
from exback.model.prose import inline
from exback.model.run import Run
from exback.model.streak import NoRule, Streak, no_rule, streak_of

WITHHELD = "exback won't help you get back to them. Everything else stays open."
"""Shown wherever someone may read it in passing; the reason itself is shown only where it was given."""

SOON_DAYS = 31
PUT_OFF_DAYS = 14
Day: TypeAlias = date  # because StepStatus has a field called date


class State:
    """The state of a step for this person."""

    DONE = "done"
    OPEN = "open"
    STARTED = "started"
    CLOSED = "closed"
    WITHHELD = "withheld"


class StepStatus(Struct, frozen=True):
    """One step: its state, why it is closed and until when, whether a new run may begin, and whether it has any run.

    With `is_chance`, the date alone doesn't open it. Of one that may begin and was done before, `date` is the day on which it's
    asked again of its own accord, if that is known.
    `finished` is the day on which it was first finished in this round of the program or, of an ending, that from which it
    holds; `begun` that on which the run that is still open was begun. `closed_by` is the id of the ending that closes it.
    """

    step: Step
    stage: Stage
    state: str
    reason: str = ""
    date: date | None = None
    may_begin: bool = False
    due: bool = False
    has_run: bool = False
    finished: Day | None = None
    begun: Day | None = None
    closed_by: str = ""
    is_chance: bool = False

    @property
    def is_out_of_place(self) -> bool:
        """Whether it's closed and there's nothing that it waits for: to name it would only hurt."""
        return self.state == State.CLOSED and not self.reason and not self.has_run

    @property
    def can_open(self) -> bool:
        """Whether it can be opened: to begin it, to go on, or to read what is there."""
        return not self.closed_by and (self.may_begin or self.has_run or self.state == State.STARTED)


class UpcomingDay(Struct, frozen=True):
    """A future day that the person named, and their words for it, the first of which says what day it is."""

    day: date
    words: tuple[str, ...]
    step: Step


class Status(Struct, frozen=True):
    """The state of the whole program for one person today.

    `days` is the day of the rule, `no_rule` what there is to say while none is running; one of them is None. `walks` is the
    number of rounds of the program, `began_again` the day on which the latest began, if it isn't the first. `ended` has the
    stages that an ending has closed, by id, with the words that say so. `did_step_today` is whether a step of a stage was
    finished today, after the first one. `must_ask` says that the four questions about safety come before anything that
    reaches out. `soon` is the step that opens, or is asked, on the next day that is known, with that day as its `date`;
    None while a step is next.
    """

    steps: tuple[StepStatus, ...]
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
    did_step_today: bool = False
    no_rule: NoRule | None = None
    began_again: Day | None = None
    soon: StepStatus | None = None

    @property
    def is_stopped(self) -> bool:
        """Whether the plan is paused without an end."""
        return self.paused_until == date.max

    @property
    def leads_nowhere(self) -> bool:
        """Whether a coming end of the rule opens nothing: a boundary holds, or held when it was signed, or an ending closed it."""
        if self.boundaries or (self.days is not None and self.days.has_no_end):
            return True
        return bool(self.ended) and not (self.days is not None and self.days.day >= self.days.of)

    @property
    def in_touch(self) -> bool:
        """Whether the two are in touch by agreement: no boundary holds, and no ending has closed a stage."""
        return self.no_rule is not None and self.no_rule.is_agreed and not (self.boundaries or self.ended)

    @property
    def listed(self) -> tuple[StepStatus, ...]:
        """The steps that a list may name: all but those that are withheld, or closed without a reason that could be said."""
        return tuple(each for each in self.steps if each.state != State.WITHHELD and not each.is_out_of_place)

    def step_status(self, step: Step) -> StepStatus:
        """Return the status of one step."""
        return next(each for each in self.steps if each.step.id == step.id)

    def in_stage(self, stage: Stage) -> tuple[StepStatus, ...]:
        """Return the steps of one stage that a list may name, in order; none at all where the whole stage is withheld."""
        return tuple(each for each in self.listed if each.stage.id == stage.id)


def status_of(program: Program, journey: Journey) -> Status:
    """Return the status of every step after a journey, and what follows from it."""
    boundaries, ended, steps = standing(journey), _ended(program, journey), step_statuses(program, journey)
    offered = [each for each in steps if _is_offered(journey, each, ended.get(each.stage.id))]
    paused_until = pause_end(journey, program.pauses)
    waiting = (each for each in offered if each.stage in program.stages and _can_be_next(journey, each))
    following = None if paused_until else min(waiting, key=lambda each: _was_put_off(journey, each.step), default=None)
    later = [each for each in offered if each.may_begin and not each.due and _comes_back(each)]
    if later and not paused_until:
        steps = _with_days(journey, steps, later)
    days, fresh = streak_of(program.streak, journey), journey.began_again
    return Status(
        steps=steps,
        stage=_current_stage(program, steps),
        next=following.step if following else None,
        due=_due(journey, (each for each in offered if each is not following), is_paused=paused_until is not None),
        boundaries=boundaries,
        days=days,
        paused_until=paused_until,
        runs=sum(1 for run in journey.runs if run.finished is not None and run.step),
        walks=journey.walks,
        coming=tuple(sorted(_upcoming(program, journey), key=lambda upcoming: upcoming.day)),
        ended={stage: held.ending.words for stage, held in ended.items()},
        must_ask=must_ask(journey),
        did_step_today=_did_step_today(program, journey),
        no_rule=no_rule(program.streak, journey) if days is None else None,
        began_again=None if fresh is None else journey.day(fresh),
        soon=None if following else _soon(program, journey, steps, [] if paused_until else offered),
    )


def _due(journey: Journey, offered: Iterable[StepStatus], *, is_paused: bool) -> tuple[Step, ...]:
    """Return the steps that are due: first those where something waits to be read, and in a pause no other."""
    due = sorted((each.step for each in offered if each.due), key=lambda step: step.waiting is None)
    return tuple(_as_named(journey, step, journey.today) for step in due if step.waiting is not None or not is_paused)


def _as_named(journey: Journey, step: Step, day: date) -> Step:
    """Return a step that is due on a day with what waits there as its title."""
    return step if step.waiting is None else structs.replace(step, title=step.waiting(journey, day))


def step_statuses(program: Program, journey: Journey) -> tuple[StepStatus, ...]:
    """Return the status of every step, but not yet the day on which one that may begin is asked again of its own accord.

    This is about half of what takes time in `status_of`.
    """
    held, ended = frozenset(boundary.id for boundary in standing(journey)), _ended(program, journey)
    alone = tuple(
        _step_status(program, journey, stage, step, held, ended.get(stage.id))
        for stage in program.all_stages
        for step in stage.steps
    )
    return _with_dependents_withheld(alone, journey)


def may_begin(program: Program, journey: Journey, step: Step) -> bool:
    """Whether a new run of a step may begin: what its status says, without asking anything of the other steps."""
    held, stage = frozenset(boundary.id for boundary in standing(journey)), program.stage_of(step)
    return _step_status(program, journey, stage, step, held, _ended(program, journey).get(stage.id)).may_begin


def _ended(program: Program, journey: Journey) -> dict[str, Held]:
    """Return the endings that close a stage, by its id."""
    return {stage.id: ending for stage in program.stages if (ending := stage.held(journey)) is not None}


def _did_step_today(program: Program, journey: Journey) -> bool:
    steps = {step.id for stage in program.stages for step in stage.steps} - {program.first}
    today = journey.today
    return any(journey.day(run) == today for step in steps for run in journey.finished(step)[-1:])


def refused() -> NotNow:
    """Return what to say to someone who asks for a withheld step by its id: neither its title nor the reason."""
    return NotNow(WITHHELD, hint="To find someone to talk to: exback crisis")


def _with_dependents_withheld(steps: tuple[StepStatus, ...], journey: Journey) -> tuple[StepStatus, ...]:
    """Withhold what waits for a withheld step, too: the reason why it's closed would name that step."""
    withheld = {each.step.id for each in steps if each.state == State.WITHHELD}
    return tuple(_withheld(each.step, each.stage) if _waits_for(withheld, each, journey) else each for each in steps)


def _waits_for(withheld: set[str], step_status: StepStatus, journey: Journey) -> bool:
    """Whether a step that was never begun is closed by a gate that depends on one of these steps."""
    if not withheld or step_status.state != State.CLOSED or step_status.has_run:
        return False
    verdicts = (gate.check(journey) for gate in (*step_status.stage.opens, *step_status.step.opens))
    return any(not verdict.open and verdict.step in withheld for verdict in verdicts)


def _withheld(step: Step, stage: Stage) -> StepStatus:
    return StepStatus(step, stage, State.WITHHELD, reason=WITHHELD)


def _is_offered(journey: Journey, step_status: StepStatus, ended: Held | None) -> bool:
    """Whether a step may be due, or next: no ending closes its stage, and what they've said since doesn't speak against it.

    So of the gates of its stage those count that rest on answers; what was open once stays open, but it isn't offered.
    """
    stage, step = step_status.stage, step_status.step
    if _goes_on_anyway(journey, step, ended):
        again = first_closed(step.repeats.again if step.repeats else (), journey)
        return again.open or again.date is not None  # otherwise there's nothing more to ask
    return ended is None and (_is_stage_offered(journey, stage) or _stays_open(journey, step))


def _is_stage_offered(journey: Journey, stage: Stage) -> bool:
    on_answers = (gate for gate in stage.opens if all(item for _step, item in gate.refers))
    gates = (*on_answers, *stage.offered_while)
    return journey.once(("offered", stage.id, journey.now), lambda: first_closed(gates, journey)).open


def _stage_opens(journey: Journey, stage: Stage) -> Verdict:
    """Return what the gates of a stage say, which is asked for each of its steps."""
    return journey.once(("opens", stage.id, journey.now), lambda: first_closed(stage.opens, journey))


def _may_open_after(journey: Journey, step: Step, ended: Held) -> bool:
    """Whether a step that reaches out can be opened although an ending closes its stage."""
    return _stays_open(journey, step) or _goes_on_anyway(journey, step, ended)


def _stays_open(journey: Journey, step: Step) -> bool:
    """Whether a step can be opened whatever ended or was decided: something in it is still to be told."""
    return bool(step.stays_open) and first_closed(step.stays_open, journey).open


def _goes_on_anyway(journey: Journey, step: Step, ended: Held | None) -> bool:
    """Whether a step goes on in a stage that is closed: it opens anyway, or did so since the ending."""
    if not step.opens_anyway:
        return False
    since = 0 if ended is None else ended.since.finish_number
    was_begun = any(run.step == step.id and run.start_number > since for run in journey.runs)
    return was_begun or first_closed(step.opens_anyway, journey).open


def _can_be_next(journey: Journey, step_status: StepStatus) -> bool:
    if step_status.step.optional or step_status.state not in (State.STARTED, State.OPEN):
        return False
    stage, step = step_status.stage, step_status.step
    if step.opens_anyway and not step_status.has_run and not _usual(journey, stage, step).open:
        return False  # it can be due, but it isn't the next step of a stage that isn't open
    return step_status.state == State.STARTED or not _is_over(journey, step_status.step)


def _was_put_off(journey: Journey, step: Step) -> bool:
    """Whether they last worked on a step so long ago that it's next only if there's nothing else."""
    worked_on = filter(None, (journey.last(step.id), journey.unfinished(step.id)))
    return min(map(journey.days_since, worked_on), default=0) > PUT_OFF_DAYS


def _usual(journey: Journey, stage: Stage, step: Step) -> Verdict:
    """Return what the gates of a step and its stage say, whether or not it opens anyway.

    Where the stage only waits for a day, that isn't the whole reason for a step with a closed gate of its own.
    """
    of_stage = _stage_opens(journey, stage)
    if not of_stage.open and (of_stage.date is None or of_stage.is_chance):
        return of_stage
    own = first_closed(step.opens, journey)
    return of_stage if own.open else own


def _is_over(journey: Journey, step: Step) -> bool:
    """Whether a step that repeats has done so for long enough."""
    until = step.repeats.until if step.repeats else ()
    return bool(until) and first_closed(until, journey).open


def endings(program: Program, status: Status) -> list[StepStatus]:
    """Return the endings that were begun or done in this round of the program."""
    return [each for each in status.in_stage(program.endings) if each.state in (State.DONE, State.STARTED)]


def ending_words(ending: StepStatus, today: date) -> str:
    """Return the day on which an ending was done or, before that, begun, in words."""
    day = ending.finished or ending.begun
    assert day is not None
    return f"Done {on_day(day, today)}" if ending.finished else f"Started {on_day(day, today)}"


def _step_status(
    program: Program, journey: Journey, stage: Stage, step: Step, held: frozenset[str], ended: Held | None
) -> StepStatus:
    if step.is_withheld(held):
        return _withheld(step, stage)
    verdict = _verdict(program, journey, stage, step)
    if step.reaches_out and not step.asks_safety and must_ask(journey):
        asking = closed(_asks_first(program), program.asks_first.id) if verdict.open else verdict
        return StepStatus(step, stage, State.CLOSED, reason=asking.reason, date=asking.date, is_chance=asking.is_chance)
    first = _first_finished(program, journey, stage, step)
    unfinished = journey.unfinished(step.id)
    status = StepStatus(
        step,
        stage,
        State.CLOSED,
        has_run=journey.latest(step.id) is not None,
        finished=None if first is None else journey.day(first),
        begun=None if unfinished is None else journey.day(unfinished),
    )
    if ended is not None and step.reaches_out and not _may_open_after(journey, step, ended):
        return structs.replace(status, reason=ended.reason(journey), closed_by=ended.ending.step)
    again = _may_repeat(program, journey, step) if verdict.open else verdict
    is_done = journey.is_done(step.id) if stage is not program.endings else first is not None
    return structs.replace(
        status,
        # Where nothing more is to be asked, as of a meeting after a no, what was begun for it isn't gone on with either.
        state=_state(
            is_begun=unfinished is not None and (is_done or again.open), is_done=is_done, may_begin=again.open
        ),
        reason=again.reason,
        date=again.date,
        is_chance=again.is_chance,
        may_begin=again.open,
        due=verdict.open and _is_due(program, journey, step),
    )


def _first_finished(program: Program, journey: Journey, stage: Stage, step: Step) -> Run | None:
    """Return the first finished run of a step or, of an ending, the one from which it holds."""
    if stage is program.endings:
        ending = next((each for other in program.stages for each in other.ended_by if each.step == step.id), None)
        return journey.holds_since(step.id) if ending is None else ending.since(journey, ())
    return next(iter((*journey.done_elsewhere(step.id), *journey.finished(step.id))), None)


def _state(*, is_begun: bool, is_done: bool, may_begin: bool) -> str:
    if is_begun:
        return State.STARTED
    if is_done:
        return State.DONE
    return State.OPEN if may_begin else State.CLOSED


def _verdict(program: Program, journey: Journey, stage: Stage, step: Step) -> Verdict:
    """Return what the gates of a step and its stage say, with the title of the step they depend on in the reason."""
    if journey.finished(step.id) or journey.unfinished(step.id):
        return OPEN  # what was open once never closes again
    verdict = _usual(journey, stage, step)
    if not verdict.open and step.opens_anyway:
        anyway = first_closed(step.opens_anyway, journey)
        verdict = anyway if anyway.open or anyway.reason else verdict
    if verdict.open:
        return OPEN
    title = program.step(verdict.step).title
    return structs.replace(verdict, reason=verdict.reason.format(title=title))


def _asks_first(program: Program) -> str:
    return f"Opens once you've answered the four questions about safety in “{program.asks_first.title}”."


def _may_repeat(program: Program, journey: Journey, step: Step) -> Verdict:
    last = journey.last(step.id)
    if last is None and (step.repeats is None or journey.unfinished(step.id) is None):
        return OPEN
    if step.repeats is None:
        return closed("Done. You can read it and change it.", step.id)
    again = first_closed(step.repeats.again, journey)
    if not again.open:
        return closed(again.reason.format(title=program.step(again.step).title), step.id, again.date)
    if last is None or journey.days_since(last) >= step.repeats.apart or journey.clock_was_set_back:
        return OPEN  # after a set-back clock the days can't be counted, so it is offered rather than kept closed
    return closed("It comes up again later.", step.id, journey.date_after(last, step.repeats.apart))


def _is_due(program: Program, journey: Journey, step: Step) -> bool:
    if _may_be_offered(journey, step) and first_closed(step.offered_when, journey).open:
        return True
    if step.repeats is None or step.repeats.due is None:
        return False
    last = journey.last(step.id)
    if last is None:
        return step.id == program.daily and journey.is_done(program.first)
    if _is_over(journey, step) or not first_closed(step.repeats.again, journey).open:
        return False
    return journey.days_since(last) >= step.repeats.due or journey.clock_was_set_back


def _may_be_offered(journey: Journey, step: Step) -> bool:
    """Whether a step that isn't done is offered when its gates are open; if it was taken back, only by what was told since."""
    last = journey.last(step.id)
    if last is None or not step.offered_when:
        return bool(step.offered_when)
    return not journey.completes(last) and any(
        _number_of(journey, *reference) > last.finish_number for gate in step.offered_when for reference in gate.refers
    )


def _number_of(journey: Journey, step: str, item: str) -> int:
    """Return the place in the record of the latest answer to a question, or of the latest run of a step."""
    answer = journey.said(step, item) if item else None
    run = journey.last(step) if not item else None if answer is None else answer.run
    return 0 if run is None else run.finish_number


def _soon(
    program: Program, journey: Journey, steps: tuple[StepStatus, ...], offered: list[StepStatus]
) -> StepStatus | None:
    """Return the step that opens, or is asked of its own accord, next of all whose day is known.

    The daily one is that only if no other comes within a month.
    """
    today = journey.today
    opening = [
        each
        for each in steps
        if each.state == State.CLOSED
        and not (each.is_chance or each.is_out_of_place or _comes_back(each) or each.stage.held(journey) is not None)
    ]
    coming = [structs.replace(each, date=_asked_on(journey, each.step)) for each in offered if not each.due]
    dated = [(each.date, each) for each in (*opening, *coming) if each.date is not None and each.date > today]
    in_order = sorted(
        dated, key=lambda pair: ((pair[0] - today).days > SOON_DAYS, pair[1].step.id == program.daily, pair[0])
    )
    if not in_order:
        return None
    day, soon = in_order[0]
    return structs.replace(soon, step=_as_named(journey, soon.step, day))


def _comes_back(step_status: StepStatus) -> bool:
    """Whether a step is asked again on a day of its own, which may be later than the one on which it opens."""
    repeats = step_status.step.repeats
    return step_status.has_run and repeats is not None and repeats.due is not None


def _with_days(journey: Journey, steps: tuple[StepStatus, ...], later: list[StepStatus]) -> tuple[StepStatus, ...]:
    """Return the steps with the days on which some of them are asked again."""
    dated = {each.step.id: structs.replace(each, date=_asked_on(journey, each.step)) for each in later}
    return tuple(dated.get(each.step.id, each) for each in steps)


def _asked_on(journey: Journey, step: Step) -> date | None:
    """Return the day on which a step that isn't due is asked of its own accord, None if it isn't, or if that isn't known."""
    if _may_be_offered(journey, step):
        offered = first_closed(step.offered_when, journey)
        if offered.step == step.id and offered.date is not None:
            return offered.date  # what waits for another step has a day on which that could be done
    last, repeats = journey.last(step.id), step.repeats
    if repeats is None or repeats.due is None or last is None:
        return None
    until = [gate.check(journey) for gate in repeats.until]
    if until and all(verdict.open for verdict in until):
        return min((verdict.date for verdict in until if verdict.date is not None), default=None)
    again = first_closed(repeats.again, journey)
    return journey.date_after(last, repeats.due) if again.open else again.date


def _upcoming(program: Program, journey: Journey) -> Iterator[UpcomingDay]:
    for named in program.coming:
        step = program.step(named.step)
        for answer in journey.all_said(named.step, named.day):
            day = named.day_of(answer)
            if day is not None and day >= journey.today and not (day == journey.today and _is_over(journey, step)):
                answers = (answer.run.answers.get(item) for item in (named.words or ("",)))
                first, *others = (inline(value).rstrip(".") if isinstance(value, str) else "" for value in answers)
                words = (first or _title(named, step, journey, day), *filter(None, others))
                yield UpcomingDay(day, words, step)


def _title(named: Coming, step: Step, journey: Journey, day: date) -> str:
    """Return what a day is called for which there are no words."""
    if step.waiting is None:
        return named.title
    name = step.waiting(journey, day)
    return named.title.format(waiting=name[0].lower() + name[1:])


def _current_stage(program: Program, steps: Iterable[StepStatus]) -> Stage:
    """Return the furthest stage in which something was begun or may begin, but for a step that opens anyway."""
    within = [each for each in steps if each.stage in program.stages and not each.step.opens_anyway]
    touched = [
        each.stage
        for each in within
        if each.may_begin or each.state in (State.DONE, State.STARTED) or (each.closed_by and each.finished)
    ]
    return max(touched, key=program.stages.index, default=program.stages[0])
