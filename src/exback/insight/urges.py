"""How urges rise and fall: before, after, how long it took, and how many passed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from exback.dates import in_minutes
from exback.insight.claims import FOR_AN_AVERAGE, rests_on, too_few
from exback.insight.picture import Bars, Line, Lines, Picture, Point, Row, average, figure, middle
from exback.insight.series import bounds, is_number
from exback.journey import Journey, Run
from exback.patterns import Series, Wave
from exback.program import Program

LONGEST = 120
"""Minutes; a run that took longer was left and taken up again, and its length says nothing about the urge."""
SHOWN = 36
"""So many of the latest are drawn, which is what fits on a narrow screen."""


class Urge(Struct, frozen=True):
    """One of them. `minutes` is how long it took, from 1, None where it was left in between or a clock was set.

    `before` and `after` are None where the file holds no such number; `acted` where the question was not answered.
    """

    run: Run
    before: int | None
    after: int | None
    minutes: int | None
    acted: bool | None


class Urges(Struct, frozen=True):
    """All of them in the order they ended, and what can be said of them together; averages are of one or more, to a tenth."""

    each: tuple[Urge, ...]
    passed: int
    acted_on: int
    before: float | None
    after: float | None
    minutes: int | None

    @property
    def rated(self) -> tuple[Urge, ...]:
        """Those that were rated twice."""
        return tuple(urge for urge in self.each if urge.before is not None and urge.after is not None)


def urges(program: Program, journey: Journey, wave: Wave) -> Urges:
    """Give every finished one, with the averages of those that were rated twice and the median of the minutes."""
    limits = [bounds(program, Series(step=wave.step, item=item, title="")) for item in (wave.before, wave.after)]
    each = tuple(_urge(wave, limits, run) for run in journey.finished(wave.step))
    rated = [(one.before, one.after) for one in each if one.before is not None and one.after is not None]
    minutes = [one.minutes for one in each if one.minutes is not None]
    return Urges(
        each,
        passed=sum(1 for one in each if one.acted is False),
        acted_on=sum(1 for one in each if one.acted is True),
        before=average([before for before, _ in rated]) if rated else None,
        after=average([after for _, after in rated]) if rated else None,
        minutes=middle(minutes) if minutes else None,
    )


def _urge(wave: Wave, limits: Sequence[tuple[int, int]], run: Run) -> Urge:
    acted = run.answers.get(wave.acted)
    before, after = (
        int(str(value)) if is_number(value := run.answers.get(item), *limit) else None
        for item, limit in zip((wave.before, wave.after), limits, strict=True)
    )
    return Urge(run, before, after, _minutes(run), acted if isinstance(acted, bool) else None)


def _minutes(run: Run) -> int | None:
    if run.finished is None:
        return None
    seconds = (run.finished - run.started).total_seconds()
    return max(1, round(seconds / 60)) if 0 <= seconds <= LONGEST * 60 else None


def fall(found: Urges, wave: Wave, line_ends: tuple[int, int], today: date) -> Picture:
    """Show how strong they were before and after, and how long that took."""
    rated = found.rated
    enough = len(rated) >= FOR_AN_AVERAGE
    return Picture(
        id=f"{wave.thing}-fall",
        title=f"How {wave.thing}s rise and fall",
        says=_says_fall(found, wave)
        if enough
        else too_few(len(rated), FOR_AN_AVERAGE, wave.thing, "how far they fall"),
        rests_on=_rests_on(rated, wave, today),
        entries=len(rated),
        enough=enough,
        drawing=_before_and_after(rated[-SHOWN:], line_ends) if enough else None,
        note=f"Each mark is one {wave.thing}, the latest {SHOWN}."
        if len(rated) > SHOWN
        else f"Each mark is one {wave.thing}.",
    )


def _says_fall(found: Urges, wave: Wave) -> str:
    assert found.before is not None
    assert found.after is not None
    took = "" if found.minutes is None else f", {in_minutes(found.minutes)} apart"
    return f"Your {wave.thing}s were {figure(found.before)} before and {figure(found.after)} after on average{took}."


def _before_and_after(rated: tuple[Urge, ...], ends: tuple[int, int]) -> Lines:
    before = tuple(Point(0, one.run.day, one.before) for one in rated if one.before is not None)
    after = tuple(Point(0, one.run.day, one.after) for one in rated if one.after is not None)
    return Lines((Line("Before", before, *ends), Line("After", after, *ends)), by_day=False)


def passing(found: Urges, wave: Wave, today: date) -> Picture:
    """Show how many were not acted on. It is a count, so one is enough."""
    told = [one for one in found.each if one.acted is not None]
    bars = Bars((wave.passed, wave.acted_on), (Row("", (found.passed, found.acted_on)),), counts=True)
    return Picture(
        id=f"{wave.thing}-passed",
        title=f"What became of your {wave.thing}s",
        says=_says_passed(found, wave) if told else too_few(0, 1, wave.thing, "what became of them"),
        rests_on=_rests_on(tuple(told), wave, today),
        entries=len(told),
        enough=bool(told),
        drawing=bars if told else None,
    )


def _says_passed(found: Urges, wave: Wave) -> str:
    all_of_them = found.passed + found.acted_on
    if found.passed and found.acted_on:
        return f"{found.passed} of {all_of_them} {wave.thing}s {wave.passed}."
    which = f"The one {wave.thing}" if all_of_them == 1 else f"All {all_of_them} {wave.thing}s"
    return f"{which} {wave.passed if found.passed else wave.acted_on}."


def _rests_on(each: tuple[Urge, ...], wave: Wave, today: date) -> str:
    days = [one.run.day for one in each]
    return rests_on(len(each), wave.thing, min(days, default=None), max(days, default=None), today)
