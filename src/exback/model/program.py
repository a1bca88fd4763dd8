"""A program of steps: Program > Stage > Step > Item, all frozen values.

A step is the only kind of activity. A weekly exercise, the daily check-in and the moment of wanting to
write are all steps; what differs is when they open, how often they repeat and what they ask.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from msgspec import Struct

from exback.errors import UnknownStep
from exback.model.evidence import Claim, Finding
from exback.model.gates import Gate, first_closed
from exback.model.items import Item, Reading, Wording
from exback.model.journey import Journey, Terms
from exback.model.run import Earlier, Run, Value, changed
from exback.model.timeline import SAFETY
from exback.model.tracking import Answers, Tracking


class Repeat(Struct, frozen=True):
    """How a step comes round: open again `apart` days after a run, due again after `due` days, if ever.

    Once all gates of `until` are open it is no longer due, and not what comes next; without any it is due for ever.
    """

    apart: int = 0
    due: int | None = None
    until: tuple[Gate, ...] = ()


class Step(Struct, frozen=True, kw_only=True):
    """One activity.

    `minutes` is how long it takes. `why` names findings of the evidence, `claims` those claims of the source that
    the step carries as a whole (an item has its own). `mirror` says back what the person
    said, `small_thing` is one thing to do; both close the step. `opens` are its gates. `complete` are the
    gates that must hold at the end of a run for the step to count as done; without them one run will do.
    A step that `reaches_out` is withheld while a boundary holds, and closed until the questions about safety are answered. An `optional` step holds up no other.
    When the gates of `offered_when` are open, a step that is not done yet stands on the page of the day.
    """

    id: str
    title: str
    minutes: int
    purpose: str
    items: tuple[Item, ...]
    mirror: Wording
    small_thing: Wording
    opens: tuple[Gate, ...] = ()
    complete: tuple[Gate, ...] = ()
    repeats: Repeat | None = None
    why: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    reaches_out: bool = False
    optional: bool = False
    offered_when: tuple[Gate, ...] = ()
    version: int = 1
    former: tuple[str, ...] = ()

    @property
    def asks_safety(self) -> bool:
        """Whether it asks all four questions about safety."""
        return {item.id for item in self.items} >= SAFETY


class Stage(Struct, frozen=True, kw_only=True):
    """Some steps in the order they are walked. `opens` gates hold for every step in it.

    `claims` are those of the source that the stage carries by what it is: its order, its size, its gates. `ended_by`
    names the endings after which nothing in it is offered, each with the words that stand in its place.
    """

    id: str
    title: str
    purpose: str
    steps: tuple[Step, ...]
    opens: tuple[Gate, ...] = ()
    claims: tuple[str, ...] = ()
    ended_by: tuple[tuple[str, str], ...] = ()


class Coming(Struct, frozen=True, kw_only=True):
    """Days that a step's answers name, to be seen ahead: `day` holds the day, `words` the answers said with it.

    `title` is said where there are no words, or where the words are nobody's to read in passing. `neutral` stands in a
    calendar that anybody may see.
    """

    step: str
    day: str
    words: tuple[str, ...] = ()
    title: str = ""
    neutral: str = "A day to remember"


class StreakRule(Struct, frozen=True, kw_only=True):
    """The days that the person keeps: begun by a promise, as long as it says, broken by some answers.

    `length` names the items of `step` that may hold the number of days, the first that does counts. `also` are answers
    elsewhere that say that a day broke it. `thing` names one break, with a plural in s.
    """

    step: str
    length: tuple[str, ...]
    broken_in: str
    broken_item: str
    broken_by: tuple[str, ...]
    uncounted: tuple[str, ...] = ()
    also: tuple[Answers, ...] = ()
    thing: str = "break"


class DemoRun(Struct, frozen=True, kw_only=True):
    """One walk through one step in a life that is made up, to be shown.

    `day` counts from the first, `at` is the hour of it (a day ends at 04:00), `minutes` is how long it took. `answers` are by
    item id; a timedelta stands for the day that lies so far from this one. One that `is_left` stops at the first question
    that it has no answer to.
    """

    day: int
    at: str
    step: str
    minutes: int = 1
    is_left: bool = False
    answers: Mapping[str, object]


class Program(Struct, frozen=True, kw_only=True):
    """The table of contents.

    `first`, `daily` and `moment` name the step to begin with, the check-in and the step for an urge.
    `pauses` names the steps and items that say until which day the plan rests; the latest answer counts, one
    that is no day ends the rest, and of one run the item named last. `coming` are the days to see ahead. `fresh`
    is the answer with which a fresh walk through the stages and endings begins, with everything kept.
    `patterns` are what people may see of themselves. `evidence` holds the findings that steps name in `why`, `claims` those of the source that the program must
    carry, `never_says` words that stand nowhere in it.
    """

    title: str
    welcome: tuple[Reading, ...]
    stages: tuple[Stage, ...]
    companion: Stage
    endings: Stage
    first: str
    daily: str
    moment: str
    streak: StreakRule
    pauses: tuple[tuple[str, str], ...] = ()
    coming: tuple[Coming, ...] = ()
    fresh: tuple[str, str, str] | None = None
    tracking: Tracking = Tracking()
    evidence: tuple[Finding, ...] = ()
    claims: tuple[Claim, ...] = ()
    never_says: tuple[str, ...] = ()

    @property
    def all_stages(self) -> tuple[Stage, ...]:
        """The stages in order, then what is always open, then the endings."""
        return (*self.stages, self.companion, self.endings)

    def steps(self) -> Iterator[Step]:
        """Give every step."""
        return (step for stage in self.all_stages for step in stage.steps)

    def step(self, step_id: str) -> Step:
        """Give a step by its id. Raises UnknownStep."""
        found = next((step for step in self.steps() if step.id == step_id), None)
        if found is None:
            raise UnknownStep(f"There is no step “{step_id}”.", hint="exback step shows all of them.")
        return found

    @property
    def asks_first(self) -> Step:
        """The step in which the four questions about safety are asked of everyone."""
        asking = (step for step in self.steps() if step.asks_safety and not step.reaches_out)
        return next(asking, self.step(self.first))

    def stage_of(self, step: Step) -> Stage:
        """Give the stage that a step stands in."""
        return next(stage for stage in self.all_stages if any(one.id == step.id for one in stage.steps))

    def journey(self, runs: Sequence[Run], now: datetime) -> Journey:
        """Give the journey of somebody who walks this program."""
        completion: Mapping[str, Callable[[Journey], bool]] = {
            step.id: partial(_holds, step.complete) for step in self.steps() if step.complete
        }
        walked = frozenset(step.id for stage in (*self.stages, self.endings) for step in stage.steps)
        terms = Terms(completion=completion, walked=walked, fresh=self.fresh)
        known = _known(self)
        return Journey([_adopted(known, run) for run in runs], now, terms)

    def finding(self, key: str) -> Finding | None:
        """Give a finding of the evidence by its key."""
        return next((one for one in self.evidence if one.key == key), None)


def _holds(gates: tuple[Gate, ...], journey: Journey) -> bool:
    return first_closed(gates, journey).open


def adopted(program: Program, run: Run) -> Run:
    """Give a run as today's steps know it: renamed ids follow, unknown answers wait among the orphans.

    No answer gives way to another: an orphan comes back only where nothing else stands. What only a hand can have put
    there, a hidden answer beside one that counts, or two answers to a question that is gone, goes into the history.
    The questions about safety are never renamed.
    """
    return _adopted(_known(program), run)


class _Known(NamedTuple):
    """What today's program knows of a step: its id, its items, and the names that they once had."""

    id: str
    items: frozenset[str]
    names: Mapping[str, str]


def _known(program: Program) -> dict[str, _Known]:
    """Give what is known of every step, under each of its names; of two with one name, the first."""
    found: dict[str, _Known] = {}
    for step in program.steps():
        names = {former: item.id for item in step.items for former in item.former if former not in SAFETY}
        for name in (step.id, *step.former):
            found.setdefault(name, _Known(step.id, frozenset(item.id for item in step.items), names))
    return found


def _adopted(steps: Mapping[str, _Known], run: Run) -> Run:
    step = steps.get(run.step)
    return run if step is None or _is_current(step, run) else _renamed(step, run)


def _is_current(step: _Known, run: Run) -> bool:
    """Tell quickly that there is nothing to rename and nothing to put by, as in nearly every run there is."""
    return (
        run.step == step.id
        and not run.orphans
        and run.hidden.keys().isdisjoint(run.answers)
        and step.items.issuperset((*run.answers, *run.hidden))
        and step.names.keys().isdisjoint((*run.drafts, run.cursor))
    )


def _renamed(step: _Known, run: Run) -> Run:
    names, known = step.names, step.items
    answers, lost = _sorted_out(run.answers, names, known)
    hidden, lost_too = _sorted_out(run.hidden, names, known)
    back = {item: kept for item, kept in run.orphans.items() if names.get(item, item) in known - {*answers, *hidden}}
    found, _ = _sorted_out({item: kept for item, kept in back.items() if _is_answer(kept)}, names, known)
    orphans = {item: kept for item, kept in run.orphans.items() if names.get(item, item) not in found}
    twice = {item: value for item, value in hidden.items() if item in answers}
    beside = [(item, value) for item, value in twice.items() if value != answers[item]]
    beside += [(item, value) for item, value in lost.items() if value != {**lost, **lost_too, **orphans}[item]]
    beside += [(item, value) for item, value in lost_too.items() if value != {**lost_too, **orphans}[item]]
    fresh = changed(
        run,
        step=step.id,
        answers={**found, **answers},
        hidden={item: value for item, value in hidden.items() if item not in twice},
        history=[*run.history, *(_aside(run, item, value) for item, value in beside)],
        drafts={names.get(item, item): draft for item, draft in run.drafts.items()},
        cursor=names.get(run.cursor, run.cursor),
        orphans={**lost, **lost_too, **orphans} if lost or lost_too or found else run.orphans,
    )
    return run if fresh == run else fresh


def _aside(run: Run, item: str, value: Value) -> Earlier:
    return Earlier(item, value, run.finished or run.started, run.finish_number)


def _is_answer(value: object) -> bool:
    """Tell whether an orphan could be an answer at all; what was put there by hand may be anything."""
    if isinstance(value, list):
        return all(isinstance(one, str) for one in value)
    return value is None or isinstance(value, bool | int | str)


def _sorted_out(
    answers: Mapping[str, Any], names: Mapping[str, str], known: frozenset[str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    renamed = {names.get(item, item): value for item, value in answers.items()}
    kept = {item: value for item, value in renamed.items() if item in known}
    return kept, {item: value for item, value in renamed.items() if item not in known}


def findings_of(program: Program, step: Step) -> tuple[Finding, ...]:
    """Give the findings that a step names, in its order."""
    return tuple(finding for key in step.why if (finding := program.finding(key)) is not None)
