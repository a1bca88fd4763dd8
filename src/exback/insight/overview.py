"""Everything that exback insights shows: sections of pictures, computed from the runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import structs

from exback.insight import kept, kinds, moods, repeated, times, together, urges
from exback.insight.days import days
from exback.insight.picture import Picture, Section
from exback.insight.series import bounds, runs_of
from exback.journey import Journey
from exback.patterns import Series
from exback.program import Program

SECTIONS = (
    ("days", "Your days", "They begin when you make your rule."),
    ("urges", "Urges and slips", "They begin with the first one that you write down: exback urge"),
    ("kinds", "What there was most of", "Nothing of the kind is written down."),
    ("moods", "Day by day", "They begin with a check-in: exback checkin"),
    ("scales", "Six scales, side by side", "They are asked in the second stage."),
    ("weekly", "Two questions, over the weeks", "They are asked in the second stage."),
)
"""Every section: its id, its title, and what is said while there is nothing in it."""


def overview(program: Program, journey: Journey) -> tuple[Section, ...]:
    """Give all sections in the order of the page; one with nothing to show says so."""
    patterns = program.patterns
    pictures = {
        "days": _days(program, journey),
        "urges": _urges(program, journey),
        "kinds": _kinds(program, journey),
        "moods": _moods(program, journey),
        "scales": _repeated(program, journey, patterns.scales, "Every time you answered them"),
        "weekly": _repeated(program, journey, patterns.weekly, "Every time you answered them"),
    }
    return tuple(_section(*named, tuple(pictures[named[0]])) for named in SECTIONS)


def _section(section_id: str, title: str, empty: str, pictures: tuple[Picture, ...]) -> Section:
    return Section(section_id, title, tuple(_brief(picture) for picture in pictures), "" if pictures else empty)


def _brief(picture: Picture) -> Picture:
    """Where it is too early, the sentence says all there is to say."""
    return structs.replace(
        picture,
        rests_on=picture.rests_on if picture.enough else "",
        note=picture.note if picture.drawing else "",
    )


def _days(program: Program, journey: Journey) -> Iterator[Picture]:
    found = days(program.streak, journey)
    if found is not None:
        yield kept.stretches(found, program.streak.thing, journey.today)


def _urges(program: Program, journey: Journey) -> Iterator[Picture]:
    patterns, today = program.patterns, journey.today
    wave = patterns.wave
    if wave is not None and journey.finished(wave.step):
        found = urges.urges(program, journey, wave)
        scale = bounds(program, Series(step=wave.step, item=wave.before, title=""))
        yield urges.passing(found, wave, today)
        yield urges.fall(found, wave, scale, today)
        yield from times.pictures(journey.finished(wave.step), wave.thing, today)
        if patterns.around and patterns.daily:
            yield together.beside(program, journey, wave, patterns.around, patterns.daily[0], today)
    for events in patterns.timed:
        runs = tuple(runs_of(journey, events.told))
        yield from times.pictures(runs, events.thing, today) if runs else ()


def _kinds(program: Program, journey: Journey) -> Iterator[Picture]:
    for counted in program.patterns.kinds:
        if journey.all_said(counted.step, counted.item):
            yield kinds.frequency(program, journey, counted, journey.today)


def _moods(program: Program, journey: Journey) -> Iterator[Picture]:
    daily, today = program.patterns.daily, journey.today
    if not any(journey.all_said(series.step, series.item) for series in daily):
        return
    yield from (moods.over_time(program, journey, series, today) for series in daily)
    yield from (moods.beside(program, journey, daily, events, today) for events in program.patterns.around)


def _repeated(program: Program, journey: Journey, series: Sequence[Series], title: str) -> Iterator[Picture]:
    if series and journey.finished(series[0].step):
        yield repeated.side_by_side(program, journey, series, title, journey.today)
