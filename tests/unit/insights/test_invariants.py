"""Whatever was lived, on whatever clock: no figure is out of its bounds, and no sentence claims more than it may."""

from __future__ import annotations

import os
import re
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from exback.insights import hours, urges
from exback.insights.chart import Bars, Chart, Lines, table
from exback.insights.numbers import average, middle
from exback.insights.overview import overview
from exback.insights.series import Line, Point, days_of, line, marks
from exback.insights.summary import summary_of
from exback.insights.thresholds import FOR_COMPARING, FOR_HOURS, FOR_WEEKDAYS, leads
from exback.model.dates import NUMBERS
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.run import Run, Value
from exback.screen.pages.insights import draw_insights, plain_insights

MONDAY = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))
CAUSES = re.compile(
    r"because|\bled to\b|\bleads?\b to|due to|caus|result|therefore|makes? you|made you|thanks to|effect|\bso that\b|why you",
    re.IGNORECASE,
)
DEEP = bool(os.environ.get("EXBACK_DEEP"))
steadily = settings(max_examples=1000 if DEEP else 25, suppress_health_check=[HealthCheck.too_slow])
numbers = st.integers(-2, 12)
AnAnswer = st.one_of(
    st.none(), st.booleans(), numbers, st.sampled_from(["", "8", "profile", "i-wrote", "2026-03-04", "30"])
)


@st.composite
def lives(draw: st.DrawFn) -> list[Run]:
    """Runs in the order of a record, with answers that may fit or not, on clocks that go forth and back and travel."""
    runs: list[Run] = []
    moment = MONDAY
    for place in range(draw(st.integers(0, 60))):
        days = draw(st.sampled_from([0, 0, 1, 1, 1, 2, 7, 120, -3]))
        zone = timezone(timedelta(hours=draw(st.sampled_from([1, 1, 1, 2, -5, 9]))))
        moment = (moment + timedelta(days=days, hours=draw(st.integers(0, 23)))).astimezone(zone)
        finished = moment + timedelta(minutes=draw(st.integers(-5, 200)))
        step, answers = draw(walks())
        number = 2 * place + 1
        runs.append(
            Run(
                id=f"run-{place}",
                step=step,
                started=moment,
                start_number=number,
                finished=finished if draw(st.integers(0, 9)) else None,
                finish_number=number + 1,
                answers=answers,
            )
        )
    return runs


@st.composite
def walks(draw: st.DrawFn) -> tuple[str, dict[str, Value]]:
    """One walk through one of the steps that are looked at, its answers mostly fit."""
    fit: dict[str, dict[str, st.SearchStrategy[Value]]] = {
        "check-in": {
            "mood": st.integers(0, 10),
            "longing": st.integers(0, 10),
            "sleep": st.integers(0, 10),
            "happened": st.lists(st.sampled_from(["contact", "looked"]), max_size=2),
        },
        "urge": {"before": st.integers(0, 10), "after": st.integers(0, 10), "wrote": st.booleans()},
        "look": {"what": st.sampled_from(["profile", "old", "friends", "place"])},
        "contact": {"kind": st.sampled_from(["i-wrote", "met-my-idea", "they-wrote", "logistics"])},
        "contact-rule": {"length": st.sampled_from(["14", "30", "60"])},
        "two-questions": {"want": st.integers(0, 10), "without": st.integers(0, 10)},
        "missing-or-bargaining": {
            item: st.integers(0, 10)
            for item in ("longing", "acceptance", "rumination", "hope", "loneliness", "either-way")
        },
    }
    step = draw(st.sampled_from([*fit, "check-in", "check-in", "urge", "urge"]))
    answers = {item: draw(strategy if draw(st.integers(0, 7)) else AnAnswer) for item, strategy in fit[step].items()}
    if step == "check-in" and not draw(st.integers(0, 4)):
        answers["day"] = draw(st.sampled_from(["2026-03-05", "not a day", "1999-01-01", "2031-01-01"]))
    return step, answers


def pictures(program: Program, journey: Journey) -> list[Chart]:
    """Return all pictures."""
    return [picture for section in overview(program, journey) for picture in section.charts]


def entries(picture: Chart) -> int:
    """Return how many entries a picture says it rests on or, if they're too few, that there are so far."""
    found = re.search(r"(?:based on|known for|written down) (\S+)", picture.rests_on or picture.says)
    assert found is not None
    number = found[1]
    return NUMBERS.index(number) if number in NUMBERS else int(number)


@pytest.fixture(scope="module")
def real(program: Program) -> Program:
    """Exback's own program."""
    return program


@steadily
@given(runs=lives(), beyond=st.integers(-200, 200))
def test_hours_and_weekdays_sum_to_the_runs(real: Program, runs: list[Run], beyond: int) -> None:
    """Every urge has one part of the day and one weekday."""
    journey = real.journey(runs, MONDAY + timedelta(days=beyond))
    finished = journey.finished("urge")
    hourly, weekly = (
        hours.start_times(hours.occurrences(journey, finished), scale) for scale in (hours.HOURLY, hours.WEEKLY)
    )
    assert sum(hourly) == sum(weekly) == len(finished)


@steadily
@given(runs=lives(), beyond=st.integers(-200, 200))
def test_averages_lie_between_the_least_and_the_most(real: Program, runs: list[Run], beyond: int) -> None:
    """Of urges and of every row of bars that has a scale."""
    journey = real.journey(runs, MONDAY + timedelta(days=beyond))
    assert real.tracking.wave is not None
    found = urges.urges(real, journey, real.tracking.wave)
    assert 0 <= found.passed <= len(found.decided) <= len(journey.finished("urge"))
    assert found.passed + found.acted_on == len(found.decided)
    for numbers in ([one.before for one in found.rated], [one.after for one in found.rated]):
        assert not numbers or min(numbers) <= average(numbers) <= max(numbers)
    known = [one.minutes for one in found.rated if one.minutes is not None]
    assert all(1 <= minutes <= urges.LONGEST for minutes in known)
    assert found.minutes == (middle(known) if known else None)


@steadily
@given(runs=lives(), beyond=st.integers(-200, 200))
def test_lines_run_from_the_oldest_to_the_latest(real: Program, runs: list[Run], beyond: int) -> None:
    """One point a day, none ahead of today, every number one of the scale, as many as there are days told of at most."""
    journey = real.journey(runs, MONDAY + timedelta(days=beyond))
    for series in real.tracking.daily:
        told = line(real, journey, series)
        ago = [point.ago for point in told.points]
        assert ago == sorted(set(ago), reverse=True)
        assert all(days >= 0 for days in ago)
        assert all(told.low <= point.value <= told.high for point in told.points)
        assert len(ago) <= len(journey.finished(series.step))
    assert all(days >= 0 for events in real.tracking.around for days in days_of(journey, events))


@steadily
@given(runs=lives(), beyond=st.integers(-200, 200))
def test_no_sentence_claims_more_than_it_may(real: Program, runs: list[Run], beyond: int) -> None:
    """Below its least number of entries a picture says so and claims nothing; no word gives a cause; all ends in a stop."""
    for picture in pictures(real, real.journey(runs, MONDAY + timedelta(days=beyond))):
        said = f"{picture.title} {picture.says} {picture.rests_on} {picture.note}"
        assert not CAUSES.search(said), said
        assert picture.says.endswith(".")
        if picture.id.endswith("-hours"):
            assert bool(picture.rests_on) == (entries(picture) >= FOR_HOURS)
        if picture.id.endswith("-weekdays"):
            assert bool(picture.rests_on) == (entries(picture) >= FOR_WEEKDAYS)
        if picture.id.startswith(("around-", "beside-")) and picture.rests_on:
            assert entries(picture) >= 2 * FOR_COMPARING
        if not picture.rests_on and "so far" in picture.says:
            assert re.search(r"\b(Once|After) ", picture.says)


@steadily
@given(runs=lives(), beyond=st.integers(-200, 200))
def test_whatever_is_drawn_has_numbers_behind_it(real: Program, runs: list[Run], beyond: int) -> None:
    """Bars have a number for each label and none above their height; tables have a cell for every head."""
    journey = real.journey(runs, MONDAY + timedelta(days=beyond))
    for picture in pictures(real, journey):
        if picture.drawing is None:
            continue
        numbers = table(picture.drawing, journey.today)
        assert all(len(row) == len(numbers.head) for row in numbers.rows)
        if isinstance(picture.drawing, Bars):
            high = picture.drawing.high
            values = [value for row in picture.drawing.rows for value in row.values if value is not None]
            assert all(len(row.values) == len(picture.drawing.labels) for row in picture.drawing.rows)
            assert all(value >= 0 and (high is None or value <= high) for value in values)
        else:
            assert isinstance(picture.drawing, Lines)
            assert all(told.points for told in picture.drawing.lines)


@steadily
@given(runs=lives(), beyond=st.integers(-200, 200), width=st.integers(20, 120))
def test_every_page_fits_and_nothing_raises(real: Program, runs: list[Run], beyond: int, width: int) -> None:
    """Drawn at any width and in plain lines; and the glance of the status page with it."""
    journey = real.journey(runs, MONDAY + timedelta(days=beyond))
    sections = overview(real, journey)
    drawn = draw_insights(sections, width, colour=False)
    assert max(cell_len(row) for row in drawn.split("\n")) <= width
    assert all(isinstance(row, str) for row in plain_insights(sections))
    seen = summary_of(real, journey, None, held=False)
    assert all(0 <= point.ago < 28 for one in seen.scales for point in one.line.points)


@steadily
@given(
    values=st.dictionaries(st.integers(0, 4000), st.integers(0, 10), max_size=40),
    most=st.integers(1, 80),
    days=st.one_of(st.none(), st.integers(1, 60)),
)
def test_marks_stay_within_what_was_told(values: dict[int, int], most: int, days: int | None) -> None:
    """Never more than asked for; each lies between the least and the most; the latest day is in the last mark."""
    told = Line("Mood", tuple(Point(ago, MONDAY.date(), values[ago]) for ago in sorted(values, reverse=True)))
    found = marks(told, most, days=days)
    assert len(found.values) <= most
    drawn = [value for value in found.values if value is not None]
    assert all(min(values.values()) <= value <= max(values.values()) for value in drawn)
    if 0 in values:
        assert found.values[-1] is not None
    if most * 364 > 4000 and days is None and values:
        assert drawn
        assert len(found.values) * found.span > max(values)


@steadily
@given(counts=st.lists(st.integers(0, 60), min_size=2, max_size=8))
def test_only_the_greatest_can_lead(counts: list[int]) -> None:
    """And one more of it never makes it lead less."""
    place = leads(counts)
    if place is not None:
        assert counts[place] == max(counts)
        assert counts.count(max(counts)) == 1
        assert leads([*counts[:place], counts[place] + 1, *counts[place + 1 :]]) == place
