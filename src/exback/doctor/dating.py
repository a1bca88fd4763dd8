"""Was any entry dated by a wrong clock, and can it get a right date?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from exback.doctor.finding import Finding, Repair
from exback.engine.status import step_statuses
from exback.model.boundaries import standing
from exback.model.dates import at_time, day_of, in_zone
from exback.model.program import Program
from exback.model.run import Run, changed, replaced
from exback.model.timeline import Timeline, entries_of
from exback.model.wrong_clock import FAR
from exback.store.inspection import Survey

A_STEP = "a step that's closed or gone"
AROUND = "exback counts your days without it, and nothing is lost."
SET_ASIDE = "Leave the date, and count without it"
HOW_DATED = "It was written between the entry before it and that date. Its answers and its place stay as they are."
NOT_SOUND = "exback can't offer another date for it, because that could open something sooner than it should."
CHANGED = (
    "{name}: the date of an answer or a deletion can't be right. It's kept as it is, and nothing is counted from it."
)
TURNED_ROUND = (
    "{name}: its dates say it was finished before it began, so the clock was set back in between. No days are lost."
)


def findings(survey: Survey, program: Program, now: datetime) -> Iterator[Finding]:
    """Yield what is to be said of the dates in the file: which runs have a wrong one, and what can be done."""
    runs, path = [] if survey.progress is None else survey.progress.runs, survey.file.path
    wrong, titles = misdated(runs, now), _titles(program, runs, now)
    before = _opened(program, runs, now) if wrong else None
    for number, run in enumerate(runs, 1):
        name = f"Entry {number} of {len(runs)}, {titles.get(run.step, A_STEP)}"
        if before is not None and run.id in wrong:
            fresh = redated(runs, run.id, now)
            is_sound = _is_numbered(run) and before.allows(_opened(program, replaced(runs, fresh), now))
            yield _misdated(name, run, fresh, path, now, is_sound=is_sound)
            continue
        if run.finished is not None and run.finished < run.started:
            yield Finding("ended-before-begun", TURNED_ROUND.format(name=name), path, is_wrong=False)
        later_moments = (*(earlier.until for earlier in run.history), *run.burnt.values())
        if any(_is_strange(moment, run, now) for moment in later_moments):
            yield Finding("moment-strange", CHANGED.format(name=name), path, is_wrong=False)


def misdated(runs: Sequence[Run], now: datetime) -> frozenset[str]:
    """Return the ids of the runs that a wrong clock dated, as model/wrong_clock.py tells them."""
    return frozenset(runs[place // 2].id for place in Timeline(runs, day_of(now)).misdated)


def redated(runs: Sequence[Run], run_id: str, now: datetime) -> Run:
    """Return a run with each wrong date replaced by the moment of the next entry in the file or, after the last, by now.

    That is the latest moment that it can have been, so that nothing opens sooner than it should. Its place in the file, its
    answers and its history stay as they are.
    """
    wrong = Timeline(runs, day_of(now)).misdated
    run = next(run for run in runs if run.id == run_id)
    moment = now
    for _number, place, entry_run_id, _day in sorted(entries_of(runs), reverse=True):
        if place not in wrong:
            moment = _moment(runs, place)
        elif entry_run_id == run_id:
            run = changed(run, **{"finished" if place % 2 else "started": moment})
    return run


def _at(moment: datetime, now: datetime) -> str:
    return at_time(in_zone(moment, now.tzinfo), now.date())


def _misdated(name: str, run: Run, fresh: Run, path: Path, now: datetime, *, is_sound: bool) -> Finding:
    wrong_date, moment = (_at(each.finished or each.started, now) for each in (run, fresh))
    sentence = f"{name}, has a date that can't be right: {wrong_date}. {AROUND}"
    if not is_sound:
        return Finding("misdated", sentence, path, hint=NOT_SOUND, run=run.id)
    is_now = (fresh.finished or fresh.started) == now
    offer = "Change the date to now" if is_now else f"Change the date to that of the next entry, {moment}"
    return Finding(
        "misdated", sentence, path, run=run.id, repair=Repair.REDATE, offer=offer, keep=SET_ASIDE, hint=HOW_DATED
    )


class _Opened(NamedTuple):
    """The boundaries that hold after some runs, and the steps that may begin, by their ids."""

    held: frozenset[str]
    steps: frozenset[str]

    def allows(self, after: _Opened) -> bool:
        """Whether a change opens nothing that is closed now."""
        return self.held <= after.held and after.steps <= self.steps


def _opened(program: Program, runs: Sequence[Run], now: datetime) -> _Opened:
    journey = program.journey(runs, now)
    held = frozenset(boundary.id for boundary in standing(journey))
    return _Opened(held, frozenset(each.step.id for each in step_statuses(program, journey) if each.may_begin))


def _is_numbered(run: Run) -> bool:
    """Whether a run has a number in the file, so that its date may change."""
    return bool(run.start_number) and (run.finished is None or bool(run.finish_number))


def _moment(runs: Sequence[Run], place: int) -> datetime:
    run = runs[place // 2]
    return run.finished if place % 2 and run.finished is not None else run.started


def _is_strange(moment: datetime, run: Run, now: datetime) -> bool:
    """Whether a run can't have been changed at a moment: one clearly before it was begun, or clearly after now."""
    day = day_of(moment).toordinal()
    return not day_of(run.started).toordinal() - FAR <= day <= day_of(now).toordinal() + FAR


def _titles(program: Program, runs: Sequence[Run], now: datetime) -> dict[str, str]:
    """Return the titles of the steps, in quotation marks, by id and former id, without those that a boundary closes."""
    held = bool(standing(program.journey(runs, now)))
    steps = [step for step in program.steps() if not (held and step.reaches_out)]
    return {name: f"“{step.title}”" for step in steps for name in (step.id, *step.former)}
