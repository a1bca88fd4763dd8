"""Marks, columns and bars: how high, how long, and where there is nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from rich.console import Group

from exback.insights.chart import Bars, Lines, Row
from exback.insights.series import Line, Marks, Point
from exback.screen.pages.charts import draw
from exback.screen.pages.sparklines import bar, caption, sparkline
from exback.screen.rendering import render


def drawn(drawing: Lines | Bars, width: int = 60, *, in_ascii: bool = False) -> list[str]:
    """Give a drawing as lines without blanks at their ends."""
    page = Group(*draw(drawing, width, in_ascii=in_ascii))
    return [line.rstrip() for line in render(page, width, colour=False).split("\n")][:-1]


def line_of(*values: int | None, title: str = "Mood") -> Line:
    """Give a line with one value a day up to today; None is a day without one."""
    told = [(len(values) - 1 - place, value) for place, value in enumerate(values)]
    return Line(
        title,
        tuple(Point(ago, date(2026, 3, 20) - timedelta(days=ago), value) for ago, value in told if value is not None),
    )


class TestMarks:
    """A row of marks."""

    def test_every_number_of_a_scale_has_its_height(self) -> None:
        """Eleven numbers over eight heights: the lowest is seen, the highest is full, none is lower than the one before."""
        marks = Marks(tuple(float(number) for number in range(11)), 1)
        assert sparkline(marks, 0, 10).plain == "▁▁▂▃▄▅▅▆▇██"

    def test_a_day_without_a_number_is_a_dash(self) -> None:
        """It is seen that there is none."""
        assert sparkline(Marks((5, None, 5), 1), 0, 10).plain == "▅╌▅"

    def test_a_scale_of_one_number_is_full(self) -> None:
        """Nothing is divided by nothing."""
        assert sparkline(Marks((3,), 1), 3, 3).plain == "█"


class TestColumns:
    """A line over days, four rows high."""

    def test_a_column_is_as_high_as_its_number(self) -> None:
        """10 fills four rows, 5 just begins the third, 0 is one eighth; two signs each and a gap, as there is room."""
        assert drawn(Lines((line_of(10, 5, None, 0),))) == [
            "10  ██",
            "    ██ ▁▁",
            "    ██ ██",
            " 0  ██ ██ ╌╌ ▁▁",
            "17 Mar to today, each column a day, ╌ no check-in",
        ]

    def test_where_there_is_no_room_there_is_no_gap(self) -> None:
        """Forty days on a screen of 50 have a sign each; the last days may have none, and today is the end all the same."""
        rows = drawn(Lines((line_of(*[10] * 38, None, None),)), 50)
        assert rows[3] == " 0  " + "█" * 38 + "╌╌"
        assert rows[4] == "9 Feb to today, each column a day, ╌ no check-in"
        parts = ("From 12 check-ins in the last four weeks", "0 to 10", "╌ no check-in")
        assert caption(parts, 38).plain == "From 12 check-ins in the last four\nweeks, 0 to 10, ╌ no check-in"

    def test_a_long_line_is_drawn_in_averages(self) -> None:
        """Sixty days are nine weeks."""
        told = Line("Mood", tuple(Point(ago, date(2026, 3, 20), 5) for ago in range(59, -1, -1)))
        assert drawn(Lines((told,)))[-1] == "20 Mar to today, each column a week"
        assert drawn(Lines((told,)))[-2] == " 0  " + " ".join(["██"] * 9)

    def test_several_lines_have_their_names(self) -> None:
        """Each stands above its own columns."""
        rows = drawn(Lines((line_of(5, 5), line_of(6, 6, title="Sleep"))))
        assert (rows[0], rows[6]) == ("Mood", "Sleep")


class TestEntries:
    """A mark for each entry."""

    def test_numbers_stand_beside_while_they_fit(self) -> None:
        """On a narrow screen the marks alone."""
        lines = Lines((line_of(10, 9, 4, title="Before"), line_of(5, 4, 0, title="After")), by_day=False)
        assert drawn(lines)[:2] == ["Before  ██▄  10  9  4", "After   ▅▄▁   5  4  0"]
        assert drawn(lines, 16)[:2] == ["Before  ██▄", "After   ▅▄▁"]

    def test_the_latest_are_drawn_when_not_all_fit(self) -> None:
        """Nothing is cut off at the edge."""
        lines = Lines((line_of(*[0] * 10, 10),), by_day=False)
        assert drawn(lines, 12)[0] == "Mood  ▁▁▁▁▁█"


class TestAscii:
    """Numbers in place of heights: nothing in ASCII looks like one."""

    def test_a_line_over_days(self) -> None:
        """Each day has its number, ten is an X, and a day without one a dash, which the page makes an underscore."""
        assert drawn(Lines((line_of(10, 5, None, 0),)), in_ascii=True) == [
            "X  5  ╌  0",
            "17 Mar to today, each number a day, X is 10, ╌ no check-in",
        ]

    @pytest.mark.parametrize("width", range(20, 61))
    def test_no_sign_is_parted_from_its_word(self, width: int) -> None:
        """A line is broken between two things that are said, and no line is longer than the page is wide."""
        rows = drawn(Lines((line_of(10, 5, None, 0),)), width, in_ascii=True)[1:]
        assert sum("╌ no check-in" in row for row in rows) == sum("X is 10" in row for row in rows) == 1
        assert " ".join(rows) == "17 Mar to today, each number a day, X is 10, ╌ no check-in"
        assert max(map(len, rows)) <= width

    def test_only_the_signs_that_stand_there_are_told(self) -> None:
        """Neither where every day has its number, and none is ten."""
        assert drawn(Lines((line_of(9, 5),)), in_ascii=True)[-1] == "19 Mar to today, each number a day"
        assert drawn(Lines((line_of(10, 5),)))[-1] == "19 Mar to today, each column a day"

    def test_an_average_is_rounded_halves_up(self) -> None:
        """4.5 is 5, 9.4 is 9, 9.5 is ten."""
        assert sparkline(Marks((4.5, 9.4, 9.5), 1), 0, 10, in_ascii=True).plain == "59X"

    def test_entries_stand_there_once(self) -> None:
        """Not as marks and once more as numbers."""
        lines = Lines((line_of(8, 9, title="Before"), line_of(5, 4, title="After")), by_day=False)
        assert drawn(lines, in_ascii=True) == ["Before  89", "After   54", "19 Mar to 20 Mar"]

    def test_a_ten_among_entries_is_told(self) -> None:
        """One alone, in any of the lines."""
        lines = Lines((line_of(8, 9, title="Before"), line_of(5, 10, title="After")), by_day=False)
        assert drawn(lines, in_ascii=True) == ["Before  89", "After   5X", "19 Mar to 20 Mar, X is 10"]


class TestBars:
    """Numbers side by side."""

    def test_the_greatest_number_is_a_full_bar(self) -> None:
        """Half of it is half as long, nothing is nothing, and a little is never drawn as nothing."""
        bars = Bars(("a", "b", "c", "d"), (Row("", (100, 50, 0, 1)),), counts=True)
        rows = drawn(bars)
        assert [row.count("█") for row in rows] == [30, 15, 0, 1]
        assert [row.split()[:2] for row in rows] == [["a", "100"], ["b", "50"], ["c", "0"], ["d", "1"]]

    def test_a_scale_has_its_own_height(self) -> None:
        """Five of ten is half a bar, and what is missing has a dash."""
        rows = drawn(Bars(("on", "off"), (Row("Mood", (5, None)),), high=10))
        assert rows == ["Mood", "on   5  " + "█" * 15, "off  –"]

    def test_a_long_label_leaves_room_for_its_bar(self) -> None:
        """At 30 columns it breaks between words."""
        rows = drawn(Bars(("I asked somebody about them", "old"), (Row("", (2, 1)),), counts=True), 30)
        assert [len(row) <= 30 for row in rows] == [True] * len(rows)
        assert sum(row.count("█") for row in rows) > 6


@pytest.mark.parametrize(("share", "text"), [(0, "░░░░"), (0.5, "██░░"), (1, "████"), (2.5, "████"), (-1, "░░░░")])
def test_a_bar_is_filled_to_its_share_and_never_beyond(share: float, text: str) -> None:
    """Also for a rule that ran its length long ago."""
    assert bar(share, 4).plain == text
