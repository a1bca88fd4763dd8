"""Gates: conditions that decide whether a step is open and, if not, say why and until when.

An author writes `opens=(done("why-space"), days_since("contact-rule", 7))`. In a sentence, `{title}` is replaced with the
title of the step that the gate is about. Whether a step is open depends on more than its gates: see `engine.status`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import takewhile

from msgspec import Struct

from exback.model.dates import count, how_often
from exback.model.happened import about, dated_runs, days_ago, days_late
from exback.model.journey import Journey
from exback.model.run import Run
from exback.model.timeline import MOST_DAYS_BEFORE as MOST_DAYS_BEFORE  # steps import these three from here
from exback.model.timeline import days_before as days_before
from exback.model.timeline import whole_number as whole_number
from exback.model.tracking import Answers


class Verdict(Struct, frozen=True):
    """The result of a gate: open, or closed with a sentence and, if it is known, the date it opens.

    An open one of `Repeat.until` may have the date on which it closes, and the step is asked again. With `is_chance`, the date
    alone opens nothing: it's the first on which the person can do what does.
    """

    open: bool
    reason: str = ""
    date: date | None = None
    step: str = ""
    is_chance: bool = False


class Gate(Struct, frozen=True):
    """A condition with an explanation. `refers` are the (step, item) pairs it reads, for `exback check`."""

    check: Callable[[Journey], Verdict]
    refers: tuple[tuple[str, str], ...]


OPEN = Verdict(open=True)


def closed(reason: str, step: str, day: date | None = None, *, is_chance: bool = False) -> Verdict:
    """Return a closed verdict about a step."""
    return Verdict(open=False, reason=reason, date=day, step=step, is_chance=is_chance)


def first_closed(gates: Iterable[Gate], journey: Journey) -> Verdict:
    """Return the first verdict that isn't open, or an open one."""
    return next((verdict for gate in gates if not (verdict := gate.check(journey)).open), OPEN)


def done(step: str) -> Gate:
    """Return a gate that opens once the step is done."""

    def check(journey: Journey) -> Verdict:
        return OPEN if journey.is_done(step) else closed("Opens after “{title}”.", step)

    return Gate(check, ((step, ""),))


def done_before_version(step: str, version: int) -> Gate:
    """Return a gate that opens if the step was finished in a version of it before `version`.

    Put it beside a condition that is new in `version`, in `any_of`: what a step opened when it was done stays open.
    """

    def check(journey: Journey) -> Verdict:
        was_done = any(run.step_version < version for run in journey.finished(step))
        return OPEN if was_done else closed("Opens after “{title}”.", step)

    return Gate(check, ((step, ""),))


def on_day_of(step: str) -> Gate:
    """Return a gate that is open only on the day on which the step was last finished."""

    def check(journey: Journey) -> Verdict:
        run = journey.last(step)
        is_today = run is not None and not journey.clock_was_set_back and journey.days_since(run) == 0
        return OPEN if is_today else closed("Opens on the day of “{title}”.", step)

    return Gate(check, ((step, ""),))


def days_since(step: str, days: int) -> Gate:
    """Return a gate that opens `days` days after the step was first finished.

    It also opens if the clock was set back since then: the days can't be counted, and what was open on a day without an
    entry must not close. So use it only for what does no harm at any time; for what reaches out, `ran_its_length` waits.
    """

    def check(journey: Journey) -> Verdict:
        began = next(iter(journey.finished(step)), None)
        if began is not None and journey.timeline.went_back_since(began):
            return OPEN
        return _after(journey, began, days, f"Opens {count(days, 'day')} after “{{title}}”.", step)

    return Gate(check, ((step, ""),))


def runs(step: str, times: int, *, days_apart: int = 0) -> Gate:
    """Return a gate that opens when the step was finished `times` times, each at least `days_apart` days after the last."""

    def check(journey: Journey) -> Verdict:
        counted = spaced_runs(journey, step, days_apart)
        if len(counted) >= times:
            return OPEN
        reason = _so_often(times, days_apart, len(counted))
        return closed(reason, step, _next_chance(journey, counted, times, days_apart), is_chance=True)

    return Gate(check, ((step, ""),))


def asked_again(step: str, times: int, *, days_apart: int, later: tuple[int, ...]) -> Gate:
    """Return a gate that is open while a step that comes back after weeks isn't due, for `Repeat.until`.

    It is closed until the step was finished `times` times, each at least `days_apart` days after the last. From each of the
    days in `later` on, counted from the first of those times, it is closed again until the step was finished once more.
    """

    def check(journey: Journey) -> Verdict:
        counted = spaced_runs(journey, step, days_apart)
        if len(counted) < times:
            return closed(_so_often(times, days_apart, len(counted)), step)
        since = [journey.days_between(counted[0], run) for run in counted]
        if any(journey.days_since(counted[0]) >= day > max(since) for day in later):
            return closed("You'll be asked “{title}” once more.", step)
        following = next((day for day in sorted(later) if day > journey.days_since(counted[0])), None)
        return OPEN if following is None else Verdict(open=True, date=journey.date_after(counted[0], following))

    return Gate(check, ((step, ""),))


def spaced_runs(journey: Journey, step: str, days_apart: int) -> list[Run]:
    """Return the finished runs of a step that are at least that many days after the one before, beginning with the first."""
    return _spaced(journey, journey.finished(step), days_apart)


def answered(step: str, item: str, value: str, *, times: int = 1, days_apart: int = 0, reason: str = "") -> Gate:
    """Return a gate that opens when the last `times` answers to a question, `days_apart` days apart, were `value`.

    `reason` is the author's sentence for a closed gate; without it, the sentence counts the answers.
    """

    def check(journey: Journey) -> Verdict:
        verdict = _same(journey, step, item, times, days_apart, value)
        return closed(reason, step, verdict.date, is_chance=True) if reason and not verdict.open else verdict

    return Gate(check, ((step, item),))


def settled(step: str, item: str, *, times: int, days_apart: int) -> Gate:
    """Return a gate that opens when the last `times` answers to a question, `days_apart` days apart, were the same."""
    return Gate(lambda journey: _same(journey, step, item, times, days_apart, None), ((step, item),))


def told(step: str, item: str) -> Gate:
    """Return a gate that opens when the latest run of a step has any answer to a question."""

    def check(journey: Journey) -> Verdict:
        run = journey.last(step)
        has_answer = run is not None and run.answers.get(item) is not None
        return OPEN if has_answer else closed("Opens after “{title}”.", step)

    return Gate(check, ((step, item),))


def at_least(step: str, item: str, number: int, reason: str) -> Gate:
    """Return a gate that opens when the latest answer on a scale is `number` or more."""

    def check(journey: Journey) -> Verdict:
        answer = journey.said(step, item)
        is_high = answer is not None and isinstance(answer.value, int) and answer.value >= number
        return OPEN if is_high else closed(reason, step)

    return Gate(check, ((step, item),))


def any_of(*gates: Gate) -> Gate:
    """Return a gate that is open when one of some gates is, and closed with the reason of the last."""

    def check(journey: Journey) -> Verdict:
        verdicts = [gate.check(journey) for gate in gates]
        return next((verdict for verdict in verdicts if verdict.open), verdicts[-1])

    return Gate(check, tuple(reference for gate in gates for reference in gate.refers))


def ran_its_length(step: str, *items: str, began: str = "", reason: str = "Opens when “{title}” is over.") -> Gate:
    """Return a gate that opens when the days have passed that the step's last run has in the first of `items`.

    They are counted from the end of that run or, if `began` names an item with an earlier day, from then.
    """

    def check(journey: Journey) -> Verdict:
        run = journey.last(step)
        days = None if run is None else whole_number(run, items)
        if run is not None and days is not None:
            days -= days_before(run, began)
        return _after(journey, run, days, reason, step)

    return Gate(check, tuple((step, item) for item in items))


def quiet(
    step: str, item: str, values: tuple[str | bool, ...], days: int, reason: str, *, dated_by: tuple[str, ...] = ()
) -> Gate:
    """Return a gate that is open when no run about the last `days` days has one of `values` as its answer to a question.

    `dated_by` are the items that may say which day a run is about.
    """

    def check(journey: Journey) -> Verdict:
        latest_first = [answer.run for answer in reversed(journey.all_said(step, item)) if answer.value in values]
        if not latest_first:
            return OPEN
        run = min(latest_first, key=lambda run: days_ago(journey, run, dated_by))
        return _after(journey, run, days - days_late(journey, run, dated_by), reason, step)

    return Gate(check, tuple((step, name) for name in (item, *dated_by)))


def days_without(*answers: Answers, days: int, reason: str) -> Gate:
    """Return a gate that is open when none of some answers is about one of the last `days` days.

    It waits for the last of them to be that old, along the record. The first of `answers` names the step it is closed by.
    """

    def check(journey: Journey) -> Verdict:
        recent = [
            journey.date_after(run, days - days_late(journey, run, each.dated_by))
            for each in answers
            for ago, run in dated_runs(journey, each)
            if ago < days
        ]
        return closed(reason, answers[0].step, max(recent)) if recent else OPEN

    return Gate(check, tuple(reference for each in answers for reference in _references(each)))


def _references(answers: Answers) -> Iterator[tuple[str, str]]:
    yield answers.step, answers.item
    yield from ((answers.step, item) for item in answers.dated_by)
    for other in answers.unless:
        yield from _references(other)


def steady(step: str, item: str, dated_by: str, *, days: int, drop: float, reason: str) -> Gate:
    """Return a gate that is open when a scale didn't fall over the last `days` days with an answer.

    The mean of the later half may be at most `drop` points below that of the earlier half.
    """

    def check(journey: Journey) -> Verdict:
        values = list(by_day(journey, step, item, dated_by).values())[-days:]
        if len(values) < days:
            left = days - len(values)
            return closed(f"Opens after {count(days, 'day')} of “{{title}}”. Still to go: {left}.", step)
        half = days // 2
        # The difference of the two means, multiplied out so that rounding can't decide.
        fell = sum(values[:half]) * (days - half) - sum(values[half:]) * half
        return OPEN if fell <= drop * half * (days - half) else closed(reason, step)

    return Gate(check, ((step, item), (step, dated_by)))


def by_day(journey: Journey, step: str, item: str, dated_by: str) -> dict[date, int]:
    """Return a scale's answers by day, in order, with the latest answer for each day.

    `dated_by` is the item that says which day a run is about; without an answer to it, that is the day it was finished.
    """
    return dict(journey.once(("by day", step, item, dated_by), lambda: _by_day(journey, step, item, dated_by)))


def _by_day(journey: Journey, step: str, item: str, dated_by: str) -> dict[date, int]:
    answers = journey.all_said(step, item)
    values = {about(answer, (dated_by,)): answer.value for answer in answers if isinstance(answer.value, int)}
    return dict(sorted(values.items()))


def _after(journey: Journey, run: Run | None, days: int | None, reason: str, step: str) -> Verdict:
    """Return a verdict that is open once some days have passed since a run; closed without a date if either is missing."""
    if run is None or days is None:
        return closed(reason, step)
    return OPEN if journey.days_since(run) >= days else closed(reason, step, journey.date_after(run, days))


def _same(journey: Journey, step: str, item: str, times: int, days_apart: int, value: str | None) -> Verdict:
    answers = journey.all_said(step, item)
    wanted = value if value is not None else (answers[-1].value if answers else None)
    latest_first = [answer.run for answer in takewhile(lambda answer: answer.value == wanted, reversed(answers))]
    counted = _spaced(journey, reversed(latest_first), days_apart)
    if len(counted) >= times:
        return OPEN
    day = _next_chance(journey, counted, times, days_apart)
    return closed(_same_so_often(times, days_apart, is_any=value is None), step, day, is_chance=True)


def _so_often(times: int, days_apart: int, so_far: int) -> str:
    """Return the sentence that a step has to be done several times; its title is put in later."""
    often, apart = how_often(times), count(days_apart, "day")
    if times == 1:
        return "Opens after “{title}”."
    if days_apart:
        return f"Opens when you've done “{{title}}” {often}, at least {apart} apart. So far: {so_far}."
    return f"Opens when you've done “{{title}}” {often}. So far: {so_far}."


def _same_so_often(times: int, days_apart: int, *, is_any: bool) -> str:
    """Return the sentence that an answer has to be given several times: any one or, if not `is_any`, a certain one."""
    often, apart = how_often(times), count(days_apart, "day")
    if times == 1:
        return "Opens after “{title}”." if is_any else "Opens after a certain answer in “{title}”."
    given = f"Opens when you've given {'the same' if is_any else 'a certain'} answer in “{{title}}” {often}"
    return f"{given}, at least {apart} apart." if days_apart else f"{given}."


def _spaced(journey: Journey, candidates: Iterable[Run], days_apart: int) -> list[Run]:
    """Return the runs that are at least `days_apart` days after the one before, beginning with the first."""
    spaced: list[Run] = []
    for run in candidates:
        if not spaced or journey.days_between(spaced[-1], run) >= days_apart:
            spaced.append(run)
    return spaced


def _next_chance(journey: Journey, counted: list[Run], times: int, days_apart: int) -> date | None:
    """Return the first day on which the one run that is missing would count; None if more than one is missing."""
    return journey.date_after(counted[-1], days_apart) if counted and len(counted) == times - 1 else None
