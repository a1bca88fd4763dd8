"""What an author declares: a Program has stages, a Stage has steps, a Step has items, all frozen values.

A step is the only kind of activity. A weekly exercise, the daily check-in and the step for an urge are all steps; they differ
in when they open, how often they repeat and what they ask.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec import Struct, structs

from exback.errors import UnknownStep
from exback.model import dates
from exback.model.endings import Ending, Held, latest_held
from exback.model.gates import Gate, first_closed
from exback.model.items import Item, Question, Reading, Wording
from exback.model.journey import Journey, Moved, PastAnswer, Terms
from exback.model.run import Earlier, Run, Value, changed
from exback.model.timeline import SAFETY
from exback.model.tracking import Answers, Tracking

if TYPE_CHECKING:
    from exback.model.distress import Concern, Concerns
    from exback.model.evidence import Claim, Finding


OPEN_END = "open-end"
"""The answer that pauses the plan without an end."""


def pause_end(journey: Journey, pauses: Sequence[tuple[str, str]]) -> date | None:
    """Return the day on which the plan goes on, None if it isn't paused, the last of all days if it's paused without an end.

    The latest answer to one of `pauses`, each a step and an item, counts.
    """
    answers = [
        (answer.run.finish_number, place, answer.value)
        for place, (step, item) in enumerate(pauses)
        for answer in journey.all_said(step, item)
    ]
    *_order, latest = max(answers, key=lambda answer: answer[:2], default=(0, 0, None))
    until = date.max if latest == OPEN_END else dates.iso_day(latest)
    return until if until is not None and until > journey.today else None


class Repeat(Struct, frozen=True):
    """How a step repeats: it is open again `apart` days after a run, and due again after `due` days, if ever.

    It isn't open again, nor due, before all gates of `again` are open. While all gates of `until` are open it isn't due, nor
    what comes next; without any gates it always is.
    """

    apart: int = 0
    due: int | None = None
    until: tuple[Gate, ...] = ()
    again: tuple[Gate, ...] = ()


class Step(Struct, frozen=True, kw_only=True):
    """One activity.

    `minutes` is how long it takes. `why` are the keys of findings, `claims` the ids of those claims of the source that the
    step makes as a whole (an item has its own). `mirror` repeats what the person said, `small_thing` is one thing to do; both
    end the step. `opens` are its gates. `complete` are the gates that must be open at the end of a run for the step to count
    as done; without them, one run is enough. `complete_before` has the gates of earlier versions, which still judge a run of
    those: pairs of a version and the gates for runs of any version before it, lowest first. If it `reaches_out`, it is
    withheld while a boundary holds, and closed until the questions about safety are answered. `not_for` are the ids of
    boundaries that withhold it although it reaches no one. The questions of a `form` share one page, where each has the label that
    stands beside its id here; of a question to tick, each option is a row. An `optional` step doesn't hold up any other. A run of
    a `momentary` step belongs to the day and the two hours in which it was begun: if it's left, it isn't gone on with later, and it
    ends without a review, as a step does that is one free entry, a note, and a companion's step that asked for no more than
    two choices or numbers. If the gates of `offered_when` are open, a step that isn't done yet is on the status page. If all
    gates of `opens_anyway` are open, it is open whatever the gates of its stage and its own say. One of them that is closed without a
    reason leaves the reason to those others. While all gates of `stays_open` are open, no ending of its stage closes it.
    `dated_by` are the items that may say which other day a run is about. A step that `reads_first` shows its mirror when it's
    opened again, and offers to change the answers. `waiting` says what there is to read on a day, such as “The letter you
    sealed”: once it's due, it has that name, comes before all else that is due, and also during a pause.
    """

    id: str
    title: str
    minutes: int
    purpose: str
    items: tuple[Item, ...]
    mirror: Wording
    small_thing: Wording
    opens: tuple[Gate, ...] = ()
    opens_anyway: tuple[Gate, ...] = ()
    stays_open: tuple[Gate, ...] = ()
    complete: tuple[Gate, ...] = ()
    complete_before: tuple[tuple[int, tuple[Gate, ...]], ...] = ()
    repeats: Repeat | None = None
    why: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    reaches_out: bool = False
    not_for: frozenset[str] = frozenset()
    optional: bool = False
    momentary: bool = False
    reads_first: bool = False
    waiting: Callable[[Journey, date], str] | None = None
    offered_when: tuple[Gate, ...] = ()
    version: int = 1
    former: tuple[str, ...] = ()
    dated_by: tuple[str, ...] = ()
    form: Mapping[str, str] = MappingProxyType({})

    def is_withheld(self, held: Collection[str]) -> bool:
        """Whether it is neither open nor named while the boundaries with these ids hold."""
        return bool(held) if self.reaches_out else not self.not_for.isdisjoint(held)

    @property
    def asks_safety(self) -> bool:
        """Whether it asks all four questions about safety."""
        return {item.id for item in self.items} >= SAFETY

    def opening_with(self, text: Wording, *, claims: tuple[str, ...] = ()) -> Step:
        """Return the first step of a stage with a page in front of it that says what the stage is for, the first time through."""
        opening = Reading("stage-opening", text, when=lambda here: here.last(self.id) is None, claims=claims)
        return structs.replace(self, items=(opening, *self.items))

    def completed_by(self, run: Run, then: Journey) -> bool:
        """Whether a run completes the step by the gates of its version; `then` is the journey as it was when the run ended."""
        earlier = (gates for version, gates in self.complete_before if run.step_version < version)
        return first_closed(next(earlier, self.complete), then).open


class Stage(Struct, frozen=True, kw_only=True):
    """Some steps in the order they are done. The gates in `opens` apply to each of them, but for one that `opens_anyway`.

    `claims` are those of the source that the stage makes by its order, its size or its gates. While one of the endings
    `ended_by` holds, none of its steps is offered, and those that reach out can't be opened. Doing one of the steps
    `reopened_by` ends that, and so does taking the ending back. What was open once stays open, but it's offered only while all
    gates of `opens` and `offered_while` are open.
    """

    id: str
    title: str
    purpose: str
    steps: tuple[Step, ...]
    opens: tuple[Gate, ...] = ()
    claims: tuple[str, ...] = ()
    offered_while: tuple[Gate, ...] = ()
    ended_by: tuple[Ending, ...] = ()
    reopened_by: tuple[str, ...] = ()

    def held(self, journey: Journey) -> Held | None:
        """Return the ending that closes the stage now: the one that was told last of those that hold."""
        return journey.once(("held", self.id), lambda: latest_held(self.ended_by, self.reopened_by, journey))


class Coming(Struct, frozen=True, kw_only=True):
    """Coming days that a step's answers name: the item `day` has the day, the items `words` what is shown with it.

    If it comes `a_year_later`, the day is a year after the item `day` was answered, whatever the answer. `title` is shown if
    there are no first words; its `{waiting}` stands for what the step says there is to read then. Once the answer to `of` was
    deleted, nothing comes. `neutral` is for a calendar that anyone may see.
    """

    step: str
    day: str
    words: tuple[str, ...] = ()
    of: str = ""
    title: str = ""
    neutral: str = "A day to remember"
    a_year_later: bool = False

    def day_of(self, answer: PastAnswer) -> date | None:
        """Return the day that an answer names, None if it names none or nothing comes then."""
        if self.of and answer.run.answers.get(self.of) is None:
            return None
        return dates.a_year_after(answer.day) if self.a_year_later else dates.iso_day(answer.value)


class StreakRule(Struct, frozen=True, kw_only=True):
    """Which step makes a no-contact rule, and which answers break it.

    `length` are the items of `step` that may have the number of days; the first that does counts. `began` is the item that may
    have a day before it was made, from which it counts. `broken_in` is the step in which contact is written down, `dated_by` its
    items that may say on which day it was, `broken_by` the answers to its `broken_item` that are a slip, `uncounted` those that
    aren't counted. `also` are answers elsewhere that say a day had a slip. A run with the answers `unless` was no contact at all.
    `thing` is the word for a slip; its plural ends in s. `ended_by` are the answers after which the rule no longer holds, until
    a new one is made; of those, `given_up` say that they go on without one, and `kept` that they keep it after its last day. After
    those in `agreed` the two are in touch by agreement, until one in `no_longer_agreed`. `returned` are
    the answers of someone who comes back after days away that say there was no contact, `day_told` those that are about a day,
    whenever they were written: days that neither answers for aren't called kept.
    """

    step: str
    length: tuple[str, ...]
    broken_in: str
    broken_item: str
    broken_by: tuple[str, ...]
    uncounted: tuple[str, ...] = ()
    began: str = ""
    dated_by: tuple[str, ...] = ()
    also: tuple[Answers, ...] = ()
    unless: Answers | None = None
    thing: str = "break"
    ended_by: tuple[Answers, ...] = ()
    given_up: tuple[Answers, ...] = ()
    kept: tuple[Answers, ...] = ()
    agreed: tuple[Answers, ...] = ()
    no_longer_agreed: tuple[Answers, ...] = ()
    returned: Answers | None = None
    day_told: Answers | None = None


class DemoRun(Struct, frozen=True, kw_only=True):
    """One run of a step that `exback demo` shows, in the life of an invented person.

    `day` counts from the first, `at` is the time of day (a day ends at 04:00), `minutes` is how long it took. `answers` are by
    item id; a timedelta is the day that is so far from this one. If it `is_left`, it stops at the first question that it has
    no answer to.
    """

    day: int
    at: str
    step: str
    minutes: int = 1
    is_left: bool = False
    answers: Mapping[str, object]


def _no_concerns() -> Concerns:
    from exback.model.distress import Concerns  # only where someone typed words

    return Concerns()


class Program(Struct, frozen=True, kw_only=True, dict=True):
    """All stages and steps, and what the engine must know about some of them.

    `first`, `daily`, `moment`, `trouble` and `returning` are the ids of the step to begin with, the check-in, the step for an
    urge, the step for whatever else is bad right now, and the one that comes up by itself when it's due after days away. `pauses` are
    the (step, item) pairs that say until which day the plan is paused; the latest answer counts (of one run, the item that is
    last here), and an answer that isn't a day, nor OPEN_END, ends the pause. Someone who paused without an end goes on with the
    answer `goes_on` (step, value) to the first question of a step. `coming` are the days to show in advance. `fresh` is the answer
    (step, item, value) with which the person starts the stages and endings again, with everything kept. `tracking` is what
    people can see of themselves. `evidence` are the findings that steps name in `why`, `claims` those of the source that the
    program must make, `never_says` words that must not be anywhere in it.
    `concerns` returns what to look for in what people type; it's called when someone has typed, so no other page waits for it.
    """

    title: str
    welcome: Callable[[], tuple[Reading, ...]]
    stages: tuple[Stage, ...]
    companion: Stage
    endings: Stage
    first: str
    daily: str
    moment: str
    streak: StreakRule
    trouble: str = ""
    returning: str = ""
    pauses: tuple[tuple[str, str], ...] = ()
    goes_on: tuple[str, str] | None = None
    coming: tuple[Coming, ...] = ()
    fresh: tuple[str, str, str] | None = None
    tracking: Tracking = Tracking()
    evidence: Callable[[], tuple[Finding, ...]] = tuple
    claims: Callable[[], tuple[Claim, ...]] = tuple
    never_says: Callable[[], tuple[str, ...]] = tuple
    concerns: Callable[[], Concerns] = _no_concerns

    @property
    def all_stages(self) -> tuple[Stage, ...]:
        """The stages in order, then the companion, which is always open, then the endings."""
        return (*self.stages, self.companion, self.endings)

    def steps(self) -> Iterator[Step]:
        """Return every step."""
        return (step for stage in self.all_stages for step in stage.steps)

    @cached_property
    def _by_id(self) -> Mapping[str, Step]:
        """Every step by its id; of two steps with the same one, the first."""
        return {step.id: step for step in reversed(tuple(self.steps()))}

    def step(self, step_id: str) -> Step:
        """Return a step by its id. Raises UnknownStep."""
        if step_id not in self._by_id:
            raise UnknownStep(f"There's no step called “{step_id}”.", hint="To see them all: exback step")
        return self._by_id[step_id]

    @property
    def asks_first(self) -> Step:
        """The step that asks everyone the four questions about safety."""
        asking = (step for step in self.steps() if step.asks_safety and not step.reaches_out)
        return next(asking, self.step(self.first))

    def stage_of(self, step: Step) -> Stage:
        """Return the stage that a step is in."""
        return next(stage for stage in self.all_stages if any(other.id == step.id for other in stage.steps))

    @cached_property
    def _moved(self) -> Mapping[str, Moved]:
        """By the id of a step, which of its questions another step asked before."""
        moved = {step.id: [item for item in step.items if item.moved_from] for step in self.steps()}
        return {
            step: Moved(
                step=items[0].moved_from,
                items=frozenset(item.id for item in items),
                always=frozenset(item.id for item in items if isinstance(item, Question) and item.when is None),
            )
            for step, items in moved.items()
            if items
        }

    def moved_out(self, step: Step) -> tuple[Item, ...]:
        """Return the items that this step once asked and another step asks today."""
        asking = [self.step(other) for other, moved in self._moved.items() if moved.step == step.id]
        return tuple(item for other in asking for item in other.items if item.moved_from == step.id)

    @cached_property
    def _terms(self) -> Terms:
        return Terms(
            completion={step.id: step.completed_by for step in self.steps() if step.complete or step.complete_before},
            walked=frozenset(step.id for stage in (*self.stages, self.endings) for step in stage.steps),
            fresh=self.fresh,
            moved=self._moved,
            momentary=frozenset(step.id for step in self.steps() if step.momentary),
        )

    def journey(self, runs: Sequence[Run], now: datetime, *, month_first: bool = False) -> Journey:
        """Return the journey through this program that some runs make, of someone who may write the month before the day."""
        terms = structs.replace(self._terms, month_first=month_first)
        return Journey([self.adopted(run) for run in runs], now, terms).settled()

    @cached_property
    def _known_steps(self) -> Mapping[str, _KnownStep]:
        """Every step by its id and by each of its former ids; of two steps with the same one, the first."""
        steps: dict[str, _KnownStep] = {}
        gone = {terms.step: terms for terms in self._moved.values()}
        for step in self.steps():
            names = {former: item.id for item in step.items for former in item.former if former not in SAFETY}
            moved = gone.get(step.id, Moved())
            known = _KnownStep(step.id, moved.items.union(item.id for item in step.items), names, moved.always)
            for name in (step.id, *step.former):
                steps.setdefault(name, known)
        return steps

    def adopted(self, run: Run) -> Run:
        """Return a run as the program is today: renamed ids are replaced, answers to unknown items become orphans.

        A question that another step asks today is still known to the step that asked it before: its answers stay answers.
        No answer replaces another: an orphan comes back only if its item has no other answer. What only editing the file by
        hand can have caused, such as a hidden answer beside one that counts or two answers to an item that is gone, goes into
        the history. The questions about safety are never renamed.
        """
        step = self._known_steps.get(run.step)
        return run if step is None or _is_current(step, run) else _renamed(step, run)

    def concern_in(self, *texts: str) -> Concern | None:
        """Return what some typed texts give most reason to be concerned about, None if nothing."""
        return self.concerns().found_in(*texts) if texts else None

    def finding(self, key: str) -> Finding | None:
        """Return a finding of the evidence by its key, None if there is none."""
        return next((finding for finding in self.evidence() if finding.key == key), None)


class _KnownStep(Struct, frozen=True):
    """A step as the program is today: its id, the ids of its items, and by former id of an item the current one.

    `items` are also those that another step asks today. `moved` are those of them that everyone was asked.
    """

    id: str
    items: frozenset[str]
    names: Mapping[str, str]
    moved: frozenset[str]


def _is_current(step: _KnownStep, run: Run) -> bool:
    """Whether there is nothing to rename and nothing to move, as in nearly every run. This is quick."""
    return (
        run.step == step.id
        and not run.orphans
        and run.hidden.keys().isdisjoint((*run.answers, *step.moved))
        and step.items.issuperset((*run.answers, *run.hidden))
        and step.names.keys().isdisjoint((*run.drafts, run.cursor))
    )


def _renamed(step: _KnownStep, run: Run) -> Run:
    names, known = step.names, step.items
    answers, lost = _split(run.answers, names, known)
    hidden, lost_hidden = _split(run.hidden, names, known)
    # what everyone was asked can't have been on a branch: only the question has gone, and the answer counts
    answers = {**{item: value for item, value in hidden.items() if item in step.moved}, **answers}
    free = known - {*answers, *hidden}
    back = {item: value for item, value in run.orphans.items() if names.get(item, item) in free and _is_answer(value)}
    returned, _ = _split(back, names, known)
    orphans = {item: value for item, value in run.orphans.items() if names.get(item, item) not in returned}
    twice = {item: value for item, value in hidden.items() if item in answers}
    replaced = [(item, value) for item, value in twice.items() if value != answers[item]]
    replaced += [(item, value) for item, value in lost.items() if value != {**lost, **lost_hidden, **orphans}[item]]
    replaced += [(item, value) for item, value in lost_hidden.items() if value != {**lost_hidden, **orphans}[item]]
    renamed = changed(
        run,
        step=step.id,
        answers={**returned, **answers},
        hidden={item: value for item, value in hidden.items() if item not in twice},
        history=[*run.history, *(_as_earlier(run, item, value) for item, value in replaced)],
        drafts={names.get(item, item): draft for item, draft in run.drafts.items()},
        cursor=names.get(run.cursor, run.cursor),
        orphans={**lost, **lost_hidden, **orphans} if lost or lost_hidden or returned else run.orphans,
    )
    return run if renamed == run else renamed


def _as_earlier(run: Run, item: str, value: Value) -> Earlier:
    return Earlier(item, value, run.finished or run.started, run.finish_number)


def _is_answer(value: object) -> bool:
    """Whether an orphan can be an answer at all: a file that was edited by hand may have anything there."""
    if isinstance(value, list):
        return all(isinstance(option, str) for option in value)
    return value is None or isinstance(value, bool | int | str)


def _split(answers: Mapping[str, Any], names: Mapping[str, str], known: frozenset[str]) -> tuple[dict[str, Any], ...]:
    """Return answers under the current ids of their items: those to known items, and all others."""
    renamed = {names.get(item, item): value for item, value in answers.items()}
    of_known = {item: value for item, value in renamed.items() if item in known}
    return of_known, {item: value for item, value in renamed.items() if item not in known}


def findings_of(program: Program, step: Step) -> tuple[Finding, ...]:
    """Return the findings that a step names, in its order."""
    return tuple(finding for key in step.why if (finding := program.finding(key)) is not None)
