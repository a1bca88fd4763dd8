"""Everything that exback insights shows: sections of pictures, computed from the runs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct, structs

from exback.boundaries import standing
from exback.insights import co_occurrence, counts, hours, moods, repeated, stretches, urges
from exback.insights.chart import Line, Picture, Section
from exback.insights.series import bounds, days_ago, days_of, line, runs_of, scale_of
from exback.insights.streak import streak_of
from exback.journey import Journey
from exback.patterns import Events, Patterns, Series
from exback.program import Program

SECTIONS = (
    ("days", "Your days", "They begin when you make your rule."),
    ("urges", "Urges and slips", "They begin with the first one that you write down: exback urge"),
    ("kinds", "What there was most of", "This rests on exback look and exback contact. Nothing is written there yet."),
    ("moods", "Day by day", "They begin with a check-in: exback checkin"),
    ("scales", "Six scales, side by side", "They are asked in the second stage."),
    ("weekly", "Two questions, over the weeks", "They are asked in the second stage."),
)
"""Every section: its id, its title, and what is said while there is nothing in it."""
EMPTY_WHERE_HELD: Mapping[str, str] = MappingProxyType({"kinds": "Looks are shown here, and none is written down yet."})
"""What is said instead where a boundary holds, and contact is not shown."""
PARTS = MappingProxyType(
    {
        "days": ("days",),
        "urges": ("urges",),
        "contact": ("kinds",),
        "moods": ("moods",),
        "answers": ("scales", "weekly"),
    }
)
"""The sections that can be looked at alone, under names that give nothing away to whoever reads the command."""


def overview(
    program: Program, journey: Journey, part: str = "", *, whole: Journey | None = None
) -> tuple[Section, ...]:
    """Give all sections, or those of a part, in the order of the page; one with nothing to show says so.

    `whole` is everything that was written, where `journey` is a part of it: a boundary holds wherever it was said.
    """
    held = tuple(boundary.id for boundary in standing(journey if whole is None else whole))
    patterns = _without_contact(program) if held else program.patterns
    seen = _Seen(
        patterns=patterns,
        daily=tuple(line(program, journey, series) for series in patterns.daily),
        around={events: days_of(journey, events) for events in patterns.around},
    )
    pictures = {
        "days": _days(program, journey, held),
        "urges": _urges(program, journey, seen),
        "kinds": _kinds(program, journey, patterns),
        "moods": _moods(program, journey, seen),
        "scales": _repeated(program, journey, patterns.scales),
        "weekly": _repeated(program, journey, patterns.weekly),
    }
    wanted = PARTS[part] if part else pictures
    empty = EMPTY_WHERE_HELD if held else {}
    return tuple(
        _section(section, title, empty.get(section, nothing), tuple(pictures[section]))
        for section, title, nothing in SECTIONS
        if section in wanted
    )


def titles(part: str) -> str:
    """Give what a part shows, by the titles of its sections."""
    return "; ".join(title for section, title, _ in SECTIONS if section in PARTS[part])


class _Seen(Struct, frozen=True):
    """What several sections look at: what is shown at all, the numbers of the day, and the days on which something happened."""

    patterns: Patterns
    daily: tuple[Line, ...]
    around: dict[Events, frozenset[int]]


def _section(section_id: str, title: str, empty: str, pictures: tuple[Picture, ...]) -> Section:
    return Section(section_id, title, tuple(_brief(picture) for picture in pictures), "" if pictures else empty)


def _brief(picture: Picture) -> Picture:
    """Where it is too early, the sentence says all there is to say."""
    return structs.replace(
        picture,
        rests_on=picture.rests_on if picture.enough else "",
        note=picture.note if picture.drawing else "",
        key=picture.key if picture.drawing else "",
    )


def _without_contact(program: Program) -> Patterns:
    """Give the patterns without those of contact: where a boundary holds, nobody is shown when it comes or what it goes with."""
    patterns, contact = program.patterns, program.streak.broken_in
    return structs.replace(
        patterns,
        around=tuple(events for events in patterns.around if events.told.step != contact),
        timed=tuple(events for events in patterns.timed if events.told.step != contact),
        kinds=tuple(counted for counted in patterns.kinds if counted.step != contact),
    )


def _days(program: Program, journey: Journey, held: Collection[str]) -> Iterator[Picture]:
    found = streak_of(program.streak, journey)
    if found is not None:
        yield stretches.stretches(found, program.streak.thing, journey.today, held)


def _urges(program: Program, journey: Journey, seen: _Seen) -> Iterator[Picture]:
    patterns, today = seen.patterns, journey.today
    wave = patterns.wave
    if wave is not None and journey.finished(wave.step):
        runs = journey.finished(wave.step)
        found = urges.urges(program, journey, wave)
        ends = bounds(program, Series(step=wave.step, item=wave.before, title=""))
        yield urges.passing(found, wave, today)
        yield urges.fall(found, wave, ends, today)
        yield from hours.pictures(runs, wave.thing, "began", today)
        if seen.around and any(told.points for told in seen.daily[:1]):
            days = frozenset(days_ago(journey, run) for run in runs)
            yield co_occurrence.beside(seen.daily[0], days, wave, seen.around, today)
    for events in patterns.timed:
        told = tuple(runs_of(journey, events.told))
        yield from hours.pictures(told, events.thing, "came", today, is_unwanted=events.is_unwanted) if told else ()


def _kinds(program: Program, journey: Journey, patterns: Patterns) -> Iterator[Picture]:
    for counted in patterns.kinds:
        if journey.all_said(counted.step, counted.item):
            yield counts.frequency(program, journey, counted, journey.today)


def _moods(program: Program, journey: Journey, seen: _Seen) -> Iterator[Picture]:
    today = journey.today
    if not any(told.points for told in seen.daily):
        return
    for series, told in zip(program.patterns.daily, seen.daily, strict=True):
        scale = scale_of(program, series)
        yield moods.over_time(told, series, scale.ends if scale else ("", ""), today)
    for events, happened in seen.around.items():
        if happened:
            yield moods.beside(seen.daily, events, happened, today)


def _repeated(program: Program, journey: Journey, series: Sequence[Series]) -> Iterator[Picture]:
    if series and journey.finished(series[0].step):
        yield repeated.side_by_side(program, journey, series, journey.today)
