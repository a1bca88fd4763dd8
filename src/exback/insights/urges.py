"""How urges rise and fall: how strong before and after, how long that took, and how many passed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from exback.insights.chart import Bars, Chart, Lines, Row
from exback.insights.numbers import average, figure, middle
from exback.insights.series import Line, Point, is_number, scale_of
from exback.insights.thresholds import FOR_AN_AVERAGE, about_the_same, rests_on, too_few
from exback.model.dates import in_minutes, noun, spelt
from exback.model.items import Scale
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.run import Run, first_end
from exback.model.tracking import Wave

LONGEST = 120
"""Minutes; a run that took longer was left and taken up again, and its length says nothing about the urge."""
SHOWN = 28
"""The latest urges that are drawn: as many as fit on a screen of 40 columns."""
KEY = "Each mark is one {thing}."
KEY_OF_LATEST = f"Each mark is one {{thing}}. Only the latest {SHOWN} are drawn."
TOO_FEW = "You've rated {things} before and after so far. Once there are {needed}, this shows the average."
FELL = "Your {things} averaged {before} before and {after} after."
FELL_IN = "Your {things} averaged {before} before and {after} after, usually {minutes} later."
STAYED = "Your {things} averaged {before} before, and about the same after: {after}."
STAYED_IN = "Your {things} averaged {before} before and, usually {minutes} later, about the same: {after}."
NO_END = "This starts with the first {thing} you finish."
TITLE = "How your {things} ended"
SOME_PASSED = "{passed} of your {total} {things} {ended}."
EACH = {1: "Your one {thing} so far {ended}.", 2: "Both of your {things} {ended}."}
ALL = "All {total} of your {things} {ended}."


class Urge(Struct, frozen=True):
    """An urge that was rated twice. `minutes` is how long it took, from 1, None if it was left in between, a clock was set, or a
    number was changed later.
    """

    run: Run
    before: int
    after: int
    minutes: int | None


class Urges(Struct, frozen=True):
    """The runs that say what became of an urge, the latest last, how many passed, and the urges that were rated twice."""

    decided: tuple[Run, ...]
    passed: int
    rated: tuple[Urge, ...]

    @property
    def acted_on(self) -> int:
        """How many did not pass."""
        return len(self.decided) - self.passed

    @property
    def minutes(self) -> int | None:
        """The median of the minutes that rated urges took, None if none is known."""
        known = [urge.minutes for urge in self.rated if urge.minutes is not None]
        return middle(known) if known else None


def urges(program: Program, journey: Journey, wave: Wave) -> Urges:
    """Return every finished urge."""
    runs = journey.finished(wave.step)
    decided = tuple(run for run in runs if isinstance(run.answers.get(wave.acted), bool))
    passed = sum(1 for run in decided if run.answers[wave.acted] is False)
    return Urges(decided, passed, tuple(_rated(program, wave, runs)))


def _rated(program: Program, wave: Wave, runs: Sequence[Run]) -> Iterator[Urge]:
    scales = [scale_of(program, wave.step, item) for item in (wave.before, wave.after)]
    for run in runs:
        before, after = run.answers.get(wave.before), run.answers.get(wave.after)
        if is_number(before, scales[0]) and is_number(after, scales[1]):
            yield Urge(run, before, after, _minutes(run, wave))


def _minutes(run: Run, wave: Wave) -> int | None:
    end = first_end(run.finished, run.history, (wave.before, wave.after))
    if end is None:
        return None
    seconds = (end - run.started).total_seconds()
    return max(1, round(seconds / 60)) if 0 <= seconds <= LONGEST * 60 else None


def before_and_after(urges: Urges, wave: Wave, scale: Scale, today: date) -> Chart:
    """Return the chart of how strong urges were before and after."""
    rated = urges.rated
    early = too_few(len(rated), FOR_AN_AVERAGE, wave.thing, TOO_FEW)
    key = KEY_OF_LATEST if len(rated) > SHOWN else KEY
    return Chart(
        id=f"{wave.thing}-fall",
        title="How strong, before and after",
        says=early or _says_fall(urges, wave),
        rests_on="" if early else rests_on(len(rated), wave.thing, [urge.run.day for urge in rated], today),
        drawing=None if early else _lines(rated[-SHOWN:], scale),
        key=key.format(thing=wave.thing),
    )


def _says_fall(urges: Urges, wave: Wave) -> str:
    before, after = [urge.before for urge in urges.rated], [urge.after for urge in urges.rated]
    stayed, minutes = about_the_same(before, after), urges.minutes
    without, within = (STAYED, STAYED_IN) if stayed else (FELL, FELL_IN)
    return (without if minutes is None else within).format(
        things=noun(2, wave.thing),
        before=figure(average(before)),
        after=figure(average(after)),
        minutes="" if minutes is None else in_minutes(minutes),
    )


def _lines(rated: Sequence[Urge], scale: Scale) -> Lines:
    before = tuple(Point(0, urge.run.day, urge.before) for urge in rated)
    after = tuple(Point(0, urge.run.day, urge.after) for urge in rated)
    lines = (Line("Before", before, scale.low, scale.high), Line("After", after, scale.low, scale.high))
    return Lines(lines, by_day=False)


def outcomes(urges: Urges, wave: Wave, today: date) -> Chart:
    """Return the chart of how many urges passed. It's a count, so one is enough."""
    runs = urges.decided
    early = "" if runs else NO_END.format(thing=wave.thing)
    bars = Bars((wave.passed, wave.acted_on), (Row("", (urges.passed, urges.acted_on)),), counts=True)
    return Chart(
        id=f"{wave.thing}-passed",
        title=TITLE.format(things=noun(2, wave.thing)),
        says=early or _says_passed(urges, wave),
        rests_on="" if early else rests_on(len(runs), wave.thing, [run.day for run in runs], today),
        drawing=None if early else bars,
    )


def _says_passed(urges: Urges, wave: Wave) -> str:
    total = len(urges.decided)
    sentence = SOME_PASSED if urges.passed and urges.acted_on else EACH.get(total, ALL)
    ended = wave.passed if urges.passed else wave.acted_on
    says = sentence.format(
        passed=spelt(urges.passed), total=spelt(total), thing=wave.thing, things=noun(2, wave.thing), ended=ended
    )
    return says[0].upper() + says[1:]
