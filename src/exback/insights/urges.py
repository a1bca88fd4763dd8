"""How urges rise and fall: before, after, how long it took, and how many passed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from exback.dates import in_minutes
from exback.insights.chart import Bars, Line, Lines, Picture, Point, Row
from exback.insights.numbers import average, figure, middle
from exback.insights.series import bounds, is_number
from exback.insights.thresholds import FOR_AN_AVERAGE, about_the_same, rests_on, too_few
from exback.journey import Journey, Run
from exback.patterns import Series, Wave
from exback.program import Program

LONGEST = 120
"""Minutes; a run that took longer was left and taken up again, and its length says nothing about the urge."""
SHOWN = 28
"""So many of the latest are drawn, which is what fits on a screen of 40 columns."""


class Urge(Struct, frozen=True):
    """One that was rated twice. `minutes` is how long it took, from 1, None where it was left in between or a clock was set."""

    run: Run
    before: int
    after: int
    minutes: int | None


class Urges(Struct, frozen=True):
    """Those that say what became of them, the latest last, how many passed, and those that were rated twice."""

    told: tuple[Run, ...]
    passed: int
    rated: tuple[Urge, ...]

    @property
    def acted_on(self) -> int:
        """How many did not pass."""
        return len(self.told) - self.passed

    @property
    def minutes(self) -> int | None:
        """The median of the minutes of those that were rated, None where none is known."""
        known = [one.minutes for one in self.rated if one.minutes is not None]
        return middle(known) if known else None


def urges(program: Program, journey: Journey, wave: Wave) -> Urges:
    """Give every finished one."""
    runs = journey.finished(wave.step)
    told = tuple(run for run in runs if isinstance(run.answers.get(wave.acted), bool))
    passed = sum(1 for run in told if run.answers[wave.acted] is False)
    return Urges(told, passed, tuple(_rated(program, wave, runs)))


def _rated(program: Program, wave: Wave, runs: Sequence[Run]) -> Iterator[Urge]:
    limits = [bounds(program, Series(step=wave.step, item=item, title="")) for item in (wave.before, wave.after)]
    for run in runs:
        before, after = (run.answers.get(item) for item in (wave.before, wave.after))
        if is_number(before, *limits[0]) and is_number(after, *limits[1]):
            yield Urge(run, before, after, _minutes(run))


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
        title="How strong, before and after",
        says=_says_fall(found, wave)
        if enough
        else too_few(len(rated), FOR_AN_AVERAGE, wave.thing, "says how strong they were before and after"),
        rests_on=_rests_on(tuple(one.run for one in rated), wave, today),
        entries=len(rated),
        enough=enough,
        drawing=_before_and_after(rated[-SHOWN:], line_ends) if enough else None,
        key=f"Each mark is one {wave.thing}; the latest {SHOWN} are drawn."
        if len(rated) > SHOWN
        else f"Each mark is one {wave.thing}.",
    )


def _says_fall(found: Urges, wave: Wave) -> str:
    before, after = [one.before for one in found.rated], [one.after for one in found.rated]
    same = ", about the same" if about_the_same(before, after) else ""
    took = "" if found.minutes is None else f", {in_minutes(found.minutes)} apart"
    said = f"Your {wave.thing}s were {figure(average(before))} before and {figure(average(after))} after on average"
    return f"{said}{same}{took}."


def _before_and_after(rated: tuple[Urge, ...], ends: tuple[int, int]) -> Lines:
    before = tuple(Point(0, one.run.day, one.before) for one in rated)
    after = tuple(Point(0, one.run.day, one.after) for one in rated)
    return Lines((Line("Before", before, *ends), Line("After", after, *ends)), by_day=False)


def passing(found: Urges, wave: Wave, today: date) -> Picture:
    """Show how many were not acted on. It is a count, so one is enough."""
    told = found.told
    bars = Bars((wave.passed, wave.acted_on), (Row("", (found.passed, found.acted_on)),), counts=True)
    return Picture(
        id=f"{wave.thing}-passed",
        title=f"What became of your {wave.thing}s",
        says=_says_passed(found, wave) if told else too_few(0, 1, wave.thing, "says what became of them"),
        rests_on=_rests_on(told, wave, today),
        entries=len(told),
        enough=bool(told),
        drawing=bars if told else None,
    )


def _says_passed(found: Urges, wave: Wave) -> str:
    all_of_them = len(found.told)
    if found.passed and found.acted_on:
        return f"{found.passed} of {all_of_them} {wave.thing}s {wave.passed}."
    many = f"Both {wave.thing}s" if all_of_them == 2 else f"All {all_of_them} {wave.thing}s"
    which = f"The one {wave.thing}" if all_of_them == 1 else many
    return f"{which} {wave.passed if found.passed else wave.acted_on}."


def _rests_on(runs: tuple[Run, ...], wave: Wave, today: date) -> str:
    days = [run.day for run in runs]
    return rests_on(len(runs), wave.thing, min(days, default=None), max(days, default=None), today)
