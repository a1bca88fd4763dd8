"""Sums, marks, tables, and what is clearly ahead; the arithmetic stands beside each figure."""

from __future__ import annotations

from datetime import date

import pytest

from exback.insights.chart import Bars, Lines, Row, table
from exback.insights.numbers import average, figure, joined, middle
from exback.insights.series import Line, Point, marks
from exback.insights.thresholds import about_the_same, leads
from exback.model.prose import Table


class TestSmallSums:
    """Averages, medians, and how they are said."""

    def test_an_average_is_to_a_tenth_with_halves_up(self) -> None:
        """(4 + 5 + 5) / 3 = 4.666… is 4.7; (1 + 2 + 2 + 2) / 4 = 1.75 is 1.8; (-1 + -2) / 2 = -1.5."""
        assert (average([4, 5, 5]), average([1, 2, 2, 2]), average([-1, -2])) == (4.7, 1.8, -1.5)

    def test_a_quarter_is_rounded_up_where_binary_fractions_would_not(self) -> None:
        """17 / 4 = 4.25 is 4.3."""
        assert average([4, 4, 4, 5]) == 4.3

    def test_a_median_is_one_of_the_numbers(self) -> None:
        """Of two in the middle the lower."""
        assert (middle([9, 1, 4]), middle([9, 1, 4, 5])) == (4, 4)

    def test_a_whole_number_is_said_without_a_fraction(self) -> None:
        """4, 10 and 4.2."""
        assert (figure(4.0), figure(10.0), figure(4.2)) == ("4", "10", "4.2")

    def test_a_list_in_a_sentence(self) -> None:
        """One, two and three parts."""
        assert (joined(["a"]), joined(["a", "b"]), joined(["a", "b", "c"])) == ("a", "a and b", "a, b and c")


class TestLeads:
    """Whether one place is clearly ahead of all others: half as many again as the second, and five more."""

    @pytest.mark.parametrize(
        ("counts", "place"),
        [
            ([0, 0, 0, 0, 9, 3], 4),
            ([5, 0, 0, 0, 0, 0], 0),
            ([4, 0, 0, 0, 0, 0], None),  # four more than none
            ([15, 10, 1, 1, 1, 1], 0),  # 15 is just half as many again as 10, and five more
            ([14, 10, 1, 1, 1, 1], None),
            ([29, 20, 1, 1, 1, 1], None),  # nine more, and less than half as many again
            ([28, 28, 28, 28, 0, 0], None),
            ([10, 10, 0, 0, 0, 0], None),
            ([0] * 6, None),
            ([], None),
            ([16_000] * 5 + [24_000], 5),
        ],
    )
    def test_only_what_is_clearly_ahead(self, counts: list[int], place: int | None) -> None:
        """Both must hold; of two that are level neither is."""
        assert leads(counts) == place


class TestAboutTheSame:
    """Averages less than a point apart."""

    def test_a_point_is_a_point_whatever_its_fractions_are(self) -> None:
        """22 / 7 is said as 3.1 and 29 / 7 as 4.1. The difference of those as binary fractions is less than one."""
        three, four = [3] * 6 + [4], [4] * 6 + [5]
        assert (average(three), average(four), average(four) - average(three) < 1) == (3.1, 4.1, True)
        assert not about_the_same(three, four)
        assert about_the_same(three, [4] * 7)


class TestMarks:
    """A line as a row of marks."""

    def test_marks_are_days_then_weeks(self) -> None:
        """Ten days fit into ten marks; into five they are two weeks: the older seven days ago and more."""
        told = Line(
            "Mood", tuple(Point(ago, date(2026, 3, 20), value) for ago, value in ((9, 2), (7, 5), (6, 6), (0, 9)))
        )
        assert marks(told, 10).values == (2, None, 5, 6, None, None, None, None, None, 9)
        assert (marks(told, 5).values, marks(told, 5).span) == ((3.5, 7.5), 7)

    def test_ten_years_fit_into_36_marks(self) -> None:
        """3,640 days are 40 quarters, which is more than 36, so a mark is a year of days: ten of them."""
        told = Line("Mood", tuple(Point(ago, date(2026, 3, 20), 5) for ago in range(3639, -1, -1)))
        assert (marks(told, 36).span, marks(told, 36).values) == (364, (5,) * 10)


class TestTable:
    """The numbers behind a drawing."""

    def test_of_bars(self) -> None:
        """A row for each label."""
        bars = Bars(("a", "b"), (Row("", (1, 2)),), counts=True)
        assert table(bars, date(2026, 3, 2)) == Table(("", ""), (("a", "1"), ("b", "2")))

    def test_of_lines_over_days(self) -> None:
        """Every day that was told, with a dash where one of the lines has nothing."""
        days_told = [Point(ago, date(2026, 3, 20 - ago), 5) for ago in (2, 0)]
        lines = Lines((Line("Mood", tuple(days_told)), Line("Sleep", (days_told[1],))))
        assert table(lines, date(2026, 3, 20)).rows == (("Wednesday 18 March", "5", "–"), ("Friday 20 March", "5", "5"))

    def test_of_entries(self) -> None:
        """A row for each, also for two of one day."""
        told = tuple(Point(0, date(2026, 3, 20), value) for value in (8, 7))
        lines = Lines((Line("Before", told), Line("After", told)), by_day=False)
        assert table(lines, date(2026, 3, 20)).rows == (("20 Mar", "8", "8"), ("20 Mar", "7", "7"))
