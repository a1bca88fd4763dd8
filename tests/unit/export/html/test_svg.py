"""Drawings as SVG: the numbers stand in them, nothing is drawn where nothing is known, and all of it is in sight."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exback.export.html.svg import DOTS, MOST, WIDTH, reading, svg
from exback.insights.chart import Bars, Drawing, Lines, Row
from exback.insights.series import Line, Point

TODAY = date(2026, 5, 14)
VALUES = st.lists(st.none() | st.integers(0, 10), min_size=1, max_size=200)


def drawn(drawing: Drawing) -> ET.Element:
    """The drawing as the elements that it has."""
    return ET.fromstring(svg("c", "A title", "A sentence.", drawing))


def line_of(values: list[int | None], title: str = "Mood") -> Line:
    """A value a day, the last of them today; None is a day without one."""
    points = [
        Point(ago, TODAY - timedelta(days=ago), value)
        for ago, value in zip(reversed(range(len(values))), values, strict=True)
        if value is not None
    ]
    return Line(title, tuple(points))


def texts(drawing: Drawing) -> list[str]:
    """What is written in it."""
    return [part.text or "" for part in drawn(drawing).iter("text")]


def of_class(drawing: Drawing, name: str) -> list[ET.Element]:
    """The parts of a class."""
    return [part for part in drawn(drawing).iter() if part.get("class") == name]


class TestBars:
    """A bar for each number."""

    BARS = Bars(("one", "none", "nothing", "two"), (Row("", (5.0, 0.0, None, 2.5)),), counts=True)

    def test_every_label_and_number(self) -> None:
        """Where there is no number, a dash stands for it."""
        assert texts(self.BARS) == ["one", "5", "none", "0", "nothing", "–", "two", "2.5"]

    def test_as_long_as_their_numbers(self) -> None:
        """The greatest is a full one; nought and nothing have none."""
        assert [float(bar.get("width", 0)) for bar in of_class(self.BARS, "bar")] == [WIDTH, WIDTH / 2]
        assert len(of_class(self.BARS, "full")) == 4

    def test_what_a_full_bar_stands_for_may_be_said(self) -> None:
        """And none is longer than that."""
        bars = Bars(("a", "b"), (Row("", (5.0, 50.0)),), high=10)
        assert [float(bar.get("width", 0)) for bar in of_class(bars, "bar")] == [WIDTH / 2, WIDTH]

    def test_rows_with_a_name_stand_below_each_other(self) -> None:
        """No colour has to tell them apart."""
        bars = Bars(("a",), (Row("Mood", (1.0,)), Row("Sleep", (2.0,))), high=10)
        assert texts(bars) == ["Mood", "a", "1", "Sleep", "a", "2"]

    @pytest.mark.parametrize("values", [(0.0, 0.0), (None, None), ()])
    def test_nothing_at_all(self, values: tuple[float | None, ...]) -> None:
        """Nothing is divided by it."""
        assert of_class(Bars(tuple("ab"[: len(values)]), (Row("", values),)), "bar") == []


class TestLines:
    """A line over time."""

    def test_its_ends_are_named(self) -> None:
        """The highest and lowest number, the days of the first and the last entry."""
        assert texts(Lines((line_of([3, 4, 5, 6]),))) == ["10", "0", "11 May", "14 May"]

    def test_a_line_that_ended_a_while_ago(self) -> None:
        """It is drawn from its first entry to its last, and those are the days that are named, also in averages."""
        ended = Lines((line_of([3, 4, None, None, None]),))
        assert texts(ended)[2:] == ["10 May", "11 May"]
        (stroke,) = of_class(ended, "stroke")
        assert max(x for x, _ in places(stroke)) > WIDTH * 0.9
        assert texts(Lines((line_of([5] * 300 + [None] * 40),)))[2:] == ["9 Jun", "4 Apr"]

    @pytest.mark.parametrize(
        ("drawing", "says"),
        [
            (Lines((line_of([5] * 20),)), "Each dot is one day, from the first entry to the last."),
            (Lines((line_of([5] * 100),)), "Each point of the line is one day, from the first entry to the last."),
            (Lines((line_of([5] * 300),)), "Each dot is the average of a week, from the first entry to the last."),
            (
                Lines((line_of([5] * 20),), by_day=False),
                "The marks are evenly spaced, however much time passed between them.",
            ),
            (Bars(("a",), (Row("", (1.0,)),)), ""),
        ],
    )
    def test_what_a_dot_is_can_be_read(self, drawing: Drawing, says: str) -> None:
        """A day, an average, or an entry; bars have their numbers beside them."""
        assert reading(drawing) == says

    def test_across_a_long_gap_nothing_is_drawn(self) -> None:
        """Two days are bridged; over more nobody knows what was."""
        assert len(of_class(Lines((line_of([1, None, None, 2, 3]),)), "stroke")) == 1
        assert len(of_class(Lines((line_of([1, 2, None, None, None, 2, 3]),)), "stroke")) == 2
        assert len(of_class(Lines((line_of([1, None, None, None, 2]),)), "stroke")) == 0
        assert len(of_class(Lines((line_of([1, None, None, None, 2]),)), "dot")) >= 2

    def test_higher_is_further_up(self) -> None:
        """And as far as the number says."""
        (stroke,) = of_class(Lines((line_of([0, 5, 10]),)), "stroke")
        low, middle, high = (y for _, y in places(stroke))
        assert low > middle > high
        assert middle == pytest.approx((low + high) / 2)

    def test_entries_that_are_no_days_stand_side_by_side(self) -> None:
        """However far apart they were."""
        line = Line("Want", (Point(90, date(2026, 2, 13), 9), Point(1, date(2026, 5, 13), 3)))
        (stroke,) = of_class(Lines((line,), by_day=False), "stroke")
        assert len(places(stroke)) == 2
        assert texts(Lines((line,), by_day=False)) == ["10", "0", "13 Feb", "13 May"]

    def test_many_days_are_averaged_and_have_no_dots(self) -> None:
        """Ten years fit on the page."""
        decade = Lines((line_of([day % 11 for day in range(3650)]),))
        assert sum(len(places(stroke)) for stroke in of_class(decade, "stroke")) <= MOST
        assert of_class(decade, "dot") == []
        assert len(of_class(Lines((line_of([5] * DOTS),)), "dot")) == DOTS

    def test_more_than_two_stand_in_two_columns(self) -> None:
        """So that six of them fit on a page of paper."""
        six = drawn(Lines(tuple(line_of([1, 2, 3], f"Scale {n}") for n in range(6))))
        two = drawn(Lines(tuple(line_of([1, 2, 3], f"Scale {n}") for n in range(2))))
        assert height(six) == pytest.approx(1.5 * height(two))
        assert {float(part.get("x", 0)) for part in six.iter("text") if part.get("class") == "name"} == {0.0, 182.0}

    def test_no_points(self) -> None:
        """An empty line is no error."""
        assert of_class(Lines((Line("Mood", ()),)), "stroke") == []

    @given(st.lists(VALUES, min_size=1, max_size=7))
    def test_everything_is_in_sight(self, values: list[list[int | None]]) -> None:
        """No mark lies outside the drawing, whatever the numbers are."""
        whole = drawn(Lines(tuple(line_of(one) for one in values)))
        marks = [place for part in whole.iter("polyline") for place in places(part)]
        marks += [(float(dot.get("cx", -1)), float(dot.get("cy", -1))) for dot in whole.iter("circle")]
        assert all(0 <= x <= WIDTH and 0 <= y <= height(whole) for x, y in marks)


def places(stroke: ET.Element) -> list[tuple[float, float]]:
    """The points of a line."""
    return [(float(x), float(y)) for x, y in re.findall(r"([\d.]+),([\d.]+)", stroke.get("points", ""))]


def height(whole: ET.Element) -> float:
    """How high a drawing is."""
    return float(whole.get("viewBox", "0 0 0 0").split()[3])


def test_what_is_said_of_it_for_those_who_do_not_see_it() -> None:
    """A title and the sentence, which the drawing names as its own."""
    whole = drawn(TestBars.BARS)
    named = {part.get("id"): part.text for part in whole if part.get("id")}
    assert named[whole.get("aria-labelledby")] == "A title"
    assert named[whole.get("aria-describedby")] == "A sentence."
    assert whole.get("role") == "img"
