"""Everything that `exback insights` shows: sections of charts, computed from the runs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from msgspec import structs

from exback.insights import co_occurrence, counts, hours, moods, repeated, stretches, urges
from exback.insights.chart import Chart, Section
from exback.insights.series import Line, answered, days_of, line, scale_of
from exback.model.boundaries import standing
from exback.model.happened import days_ago, runs_of, said_but_for
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.streak import no_rule, streak_of
from exback.model.tracking import Events, Series, Tracking

SECTIONS = (
    ("days", "Your days", "Days are counted from when you make your rule."),
    ("urges", "Urges and slips", "There's nothing here yet. To write down an urge: exback urge"),
    (
        "kinds",
        "What came up most",
        "There's nothing here yet. It comes from what you write down: exback look, exback contact",
    ),
    ("triggers", "What set it off", "There's nothing here yet. It comes from what you name after an urge: exback urge"),
    ("moods", "Day by day", "There's nothing here yet. To check in: exback checkin"),
    ("scales", "Six scales, side by side", "You'll be asked these later on."),
    ("weekly", "Two questions, over the weeks", "You'll be asked these later on."),
)
"""Every section: its id, its title, and the sentence that stands there while it is empty."""
NO_LOOKS = "There's nothing here yet. It comes from what you write down: exback look"
"""The sentence for an empty section of kinds while a boundary holds and contact isn't shown."""
PARTS = MappingProxyType(
    {
        "days": ("days",),
        "urges": ("urges",),
        "contact": ("kinds",),
        "triggers": ("triggers",),
        "moods": ("moods",),
        "answers": ("scales", "weekly"),
    }
)
"""The sections that can be shown alone, under names that give nothing away to someone who reads the command."""

EventDays: TypeAlias = Mapping[Events, frozenset[int]]
"""The days of each kind of event, as days ago."""


def overview(
    program: Program, journey: Journey, part: str = "", *, whole: Journey | None = None, in_own_words: bool = True
) -> tuple[Section, ...]:
    """Return all sections, or those of a part in `PARTS`, in the order of the page; an empty section says so.

    `whole` is everything that was written, if `journey` is only a part of it: a boundary holds whenever it was named. Unless
    it's `in_own_words`, no chart has a word that the person wrote.
    """
    whole = journey if whole is None else whole
    words = whole if in_own_words else program.journey((), whole.now)
    boundaries = tuple(boundary.id for boundary in standing(whole))
    tracking = _without_contact(program) if boundaries else program.tracking
    daily = tuple(line(program, journey, series) for series in tracking.daily)
    event_days = {events: days_of(journey, events) for events in tracking.around}
    charts = {
        "days": _days(program, journey, boundaries),
        "urges": _urges(program, journey, tracking, daily, event_days),
        "kinds": _kinds(program, journey, tracking, "kinds", words),
        "triggers": _kinds(program, journey, tracking, "triggers", words),
        "moods": _moods(program, journey, daily, event_days),
        "scales": _repeated(program, journey, tracking.scales),
        "weekly": _repeated(program, journey, tracking.weekly),
    }
    wanted = PARTS[part] if part else charts
    return tuple(
        _section(section, title, NO_LOOKS if boundaries and section == "kinds" else empty, charts[section])
        for section, title, empty in SECTIONS
        if section in wanted
    )


def titles(part: str) -> str:
    """Return the titles of the sections in a part."""
    return "; ".join(title for section, title, _ in SECTIONS if section in PARTS[part])


def _section(section_id: str, title: str, empty: str, charts: Iterable[Chart]) -> Section:
    """Return a section; what explains a drawing is left out where there is none."""
    shown = tuple(chart if chart.drawing else structs.replace(chart, note="", key="") for chart in charts)
    return Section(section_id, title, shown, "" if shown else empty)


def _without_contact(program: Program) -> Tracking:
    """Return the patterns without contact: while a boundary holds, no one is shown when it comes or what it goes with."""
    tracking, contact = program.tracking, program.streak.broken_in
    return structs.replace(
        tracking,
        around=tuple(events for events in tracking.around if events.answers.step != contact),
        timed=tuple(events for events in tracking.timed if events.answers.step != contact),
        kinds=tuple(kinds for kinds in tracking.kinds if kinds.step != contact),
    )


def _days(program: Program, journey: Journey, boundaries: Collection[str]) -> Iterator[Chart]:
    streak = streak_of(program.streak, journey)
    if streak is not None:
        yield stretches.stretches(streak, program.streak.thing, journey.today, boundaries)
        return
    rule = no_rule(program.streak, journey)
    if not boundaries and (rule.longest or (rule.as_if_kept and not rule.is_agreed)):
        yield stretches.earlier_stretches(rule)


def _urges(
    program: Program, journey: Journey, tracking: Tracking, daily: Sequence[Line], event_days: EventDays
) -> Iterator[Chart]:
    wave, today = tracking.wave, journey.today
    if wave is not None and (runs := journey.finished(wave.step)):
        all_urges = urges.urges(program, journey, wave)
        yield urges.outcomes(all_urges, wave, today)
        yield urges.before_and_after(all_urges, wave, scale_of(program, wave.step, wave.before), today)
        yield from hours.charts(hours.occurrences(journey, runs), wave.thing, today)
        if event_days and daily and daily[0].points:
            days = frozenset(days_ago(journey, run) for run in runs)
            check_ins = daily[0]
            for events, days_with_one in event_days.items():
                check_ins = answered(check_ins, journey, events, days_with_one)
            yield co_occurrence.days_with_urges(check_ins, days, wave, event_days, today)
    for events in tracking.timed:
        if event_runs := tuple(runs_of(journey, events.answers)):
            happened = hours.occurrences(journey, event_runs, events.answers.dated_by)
            yield from hours.charts(happened, events.thing, today, is_unwanted=events.is_unwanted)


def _kinds(program: Program, journey: Journey, tracking: Tracking, part: str, words: Journey) -> Iterator[Chart]:
    for kinds in tracking.kinds:
        if kinds.part == part and said_but_for(journey, kinds.step, kinds.item, kinds.unless):
            yield counts.frequency(program, journey, kinds, words)


def _moods(program: Program, journey: Journey, daily: Sequence[Line], event_days: EventDays) -> Iterator[Chart]:
    if not any(line.points for line in daily):
        return
    for series, line_of_series in zip(program.tracking.daily, daily, strict=True):
        scale = scale_of(program, series.step, series.item)
        yield moods.over_time(line_of_series, series, scale, journey.today)
    for events, days in event_days.items():
        if days:
            lines = [answered(line_of_series, journey, events, days) for line_of_series in daily]
            yield moods.around_events(lines, events, days, journey.today)


def _repeated(program: Program, journey: Journey, scales: Sequence[Series]) -> Iterator[Chart]:
    if scales and journey.finished(scales[0].step):
        yield repeated.side_by_side(program, journey, scales)
