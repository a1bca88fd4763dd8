"""Gates: small values that say whether a step is open and, if not, why and until when.

An author writes `opens=(done("why-space"), days_since("contact-rule", 7))`. In a sentence, `{title}`
stands for the title of the step that the gate is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from msgspec import Struct

from exback.model.dates import count, how_often, iso_day
from exback.model.journey import Journey, PastAnswer
from exback.model.run import Run
from exback.model.timeline import whole_number as whole_number  # steps import it from here


class Verdict(Struct, frozen=True):
    """What a gate says: open, or closed with a sentence and, where it is known, the date it opens."""

    open: bool
    reason: str = ""
    date: date | None = None
    step: str = ""


class Gate(Struct, frozen=True):
    """A rule that explains itself. `refers` names the steps and items it reads, for `exback check`."""

    check: Callable[[Journey], Verdict]
    refers: tuple[tuple[str, str], ...]


OPEN = Verdict(open=True)


def closed(reason: str, step: str, day: date | None = None) -> Verdict:
    """Give a closed verdict about a step."""
    return Verdict(open=False, reason=reason, date=day, step=step)


def first_closed(gates: Iterable[Gate], journey: Journey) -> Verdict:
    """Give the first verdict that is not open, else an open one."""
    return next((verdict for gate in gates if not (verdict := gate.check(journey)).open), OPEN)


def done(step: str) -> Gate:
    """Open once the step is done."""

    def check(journey: Journey) -> Verdict:
        return OPEN if journey.is_done(step) else closed("Opens after “{title}”.", step)

    return Gate(check, ((step, ""),))


def days_since(step: str, days: int) -> Gate:
    """Open when `days` days have passed since the step was first finished.

    Also once the clock was set back since then: nobody can count the days, and what stood open on a day that left no
    entry must not close. So it may guard what is good at any time, and nothing that reaches out: `ran_its_length` waits.
    """

    def check(journey: Journey) -> Verdict:
        began = next(iter(journey.finished(step)), None)
        if began is None:
            return closed(f"Opens {count(days, 'day')} after “{{title}}”.", step)
        if journey.days_since(began) >= days or journey.clock_went_back_since(began):
            return OPEN
        return closed(f"Opens {count(days, 'day')} after “{{title}}”.", step, journey.date_after(began, days))

    return Gate(check, ((step, ""),))


def runs(step: str, times: int, *, days_apart: int = 0) -> Gate:
    """Open when the step was finished `times` times, each time at least `days_apart` days later."""

    def check(journey: Journey) -> Verdict:
        kept = _spaced(journey, journey.finished(step), days_apart)
        if len(kept) >= times:
            return OPEN
        apart = f", {count(days_apart, 'day')} apart" if days_apart else ""
        day = _next_chance(journey, kept, times, days_apart)
        return closed(f"Needs “{{title}}” {how_often(times)}{apart}. So far: {len(kept)}.", step, day)

    return Gate(check, ((step, ""),))


def answered(step: str, item: str, value: str, *, times: int = 1, days_apart: int = 0, reason: str = "") -> Gate:
    """Open when the last `times` answers to a question, `days_apart` days apart, were `value`.

    `reason` says in the author's words when it opens; without it the sentence counts the answers.
    """

    def check(journey: Journey) -> Verdict:
        verdict = _same(journey, step, item, times, days_apart, value)
        return closed(reason, step, verdict.date) if reason and not verdict.open else verdict

    return Gate(check, ((step, item),))


def settled(step: str, item: str, *, times: int, days_apart: int) -> Gate:
    """Open when the last `times` answers to a question, `days_apart` days apart, were the same."""

    def check(journey: Journey) -> Verdict:
        return _same(journey, step, item, times, days_apart, None)

    return Gate(check, ((step, item),))


def told(step: str, item: str) -> Gate:
    """Open when the latest run of a step answered a question, in whatever way."""

    def check(journey: Journey) -> Verdict:
        run = journey.last(step)
        answered_it = run is not None and run.answers.get(item) is not None
        return OPEN if answered_it else closed("Opens after “{title}”.", step)

    return Gate(check, ((step, item),))


def at_least(step: str, item: str, number: int, reason: str) -> Gate:
    """Open when the latest answer on a scale is `number` or more."""

    def check(journey: Journey) -> Verdict:
        said = journey.said(step, item)
        high = said is not None and isinstance(said.value, int) and said.value >= number
        return OPEN if high else closed(reason, step)

    return Gate(check, ((step, item),))


def any_of(*gates: Gate) -> Gate:
    """Open when one of the gates is; closed for the reason of the last."""

    def check(journey: Journey) -> Verdict:
        verdicts = [gate.check(journey) for gate in gates]
        return next((verdict for verdict in verdicts if verdict.open), verdicts[-1])

    return Gate(check, tuple(reference for gate in gates for reference in gate.refers))


def ran_its_length(step: str, *items: str) -> Gate:
    """Open when as many days have passed since the step's last run as it says in the first of `items`."""

    def check(journey: Journey) -> Verdict:
        promise = journey.last(step)
        days = None if promise is None else whole_number(promise, items)
        if promise is None or days is None:
            return closed("Opens when “{title}” has run its length.", step)
        if journey.days_since(promise) >= days:
            return OPEN
        end = journey.date_after(promise, days)
        return closed("Opens when “{title}” has run its length.", step, end)

    return Gate(check, tuple((step, item) for item in items))


def since_answer(step: str, item: str, value: str, days: int) -> Gate:
    """Open when `days` days have passed since the first run that gave `value` to a question."""

    def check(journey: Journey) -> Verdict:
        first = next((said.run for said in journey.all_said(step, item) if said.value == value), None)
        if first is None:
            return closed("Opens after “{title}”.", step)
        if journey.days_since(first) >= days:
            return OPEN
        return closed(f"Opens {count(days, 'day')} after “{{title}}”.", step, journey.date_after(first, days))

    return Gate(check, ((step, item),))


def quiet(step: str, item: str, values: tuple[str, ...], days: int, reason: str) -> Gate:
    """Open when no run of the last `days` days answered a question with one of `values`."""

    def check(journey: Journey) -> Verdict:
        broke = [said.run for said in journey.all_said(step, item) if said.value in values]
        if not broke or journey.days_since(broke[-1]) >= days:
            return OPEN
        return closed(reason, step, journey.date_after(broke[-1], days))

    return Gate(check, ((step, item),))


def steady(step: str, item: str, dated_by: str, *, days: int, drop: float, reason: str) -> Gate:
    """Open when the last `days` days that have an answer show no fall.

    The scale's mean over the later half may lie at most `drop` points under that of the earlier half.
    """

    def check(journey: Journey) -> Verdict:
        values = list(by_day(journey, step, item, dated_by).values())[-days:]
        if len(values) < days:
            left = days - len(values)
            return closed(f"Needs {count(days, 'day')} of “{{title}}”. To go: {left}.", step)
        half = days // 2
        # The difference of the two means, multiplied out so that no rounding decides.
        fell = sum(values[:half]) * (days - half) - sum(values[half:]) * half
        return OPEN if fell <= drop * half * (days - half) else closed(reason, step)

    return Gate(check, ((step, item), (step, dated_by)))


def by_day(journey: Journey, step: str, item: str, dated_by: str) -> dict[date, int]:
    """Give a scale's answers by day, in order; the latest answer for a day stands.

    `dated_by` is the item that says which day a run is about; without it, the day it was finished.
    """
    return dict(journey.once(("by day", step, item, dated_by), lambda: _by_day(journey, step, item, dated_by)))


def _by_day(journey: Journey, step: str, item: str, dated_by: str) -> dict[date, int]:
    values: dict[date, int] = {}
    for said in journey.all_said(step, item):
        if isinstance(said.value, int):
            values[about(said, dated_by)] = said.value
    return dict(sorted(values.items()))


def about(said: PastAnswer, dated_by: str) -> date:
    """Give the day that an answer is about. What a run says of it counts for nothing where a wrong clock dated the run."""
    named = iso_day(said.run.answers.get(dated_by)) if said.day == said.run.day else None
    return named or said.day


def _same(journey: Journey, step: str, item: str, times: int, days_apart: int, value: str | None) -> Verdict:
    said = journey.all_said(step, item)
    wanted = value if value is not None else (said[-1].value if said else None)
    streak: list[Run] = []
    for answer in reversed(said):
        if answer.value != wanted:
            break
        streak.insert(0, answer.run)
    kept = _spaced(journey, streak, days_apart)
    if len(kept) >= times:
        return OPEN
    apart = f", {count(days_apart, 'day')} apart" if days_apart else ""
    day = _next_chance(journey, kept, times, days_apart)
    answer_is = "the same answer" if value is None else "this answer"
    return closed(f"Needs {answer_is} in “{{title}}” {how_often(times)}{apart}.", step, day)


def _spaced(journey: Journey, candidates: Iterable[Run], days_apart: int) -> list[Run]:
    kept: list[Run] = []
    for run in candidates:
        if not kept or journey.days_between(kept[-1], run) >= days_apart:
            kept.append(run)
    return kept


def _next_chance(journey: Journey, kept: list[Run], times: int, days_apart: int) -> date | None:
    """Give the first day on which the one run that is missing would count; None while more than one is."""
    return journey.date_after(kept[-1], days_apart) if kept and len(kept) == times - 1 else None
