"""Sums, marks, tables, and what stands out from chance; the arithmetic stands beside each figure."""

from __future__ import annotations

from datetime import date

from exback.insight.claims import stands_out
from exback.insight.picture import Bars, Line, Lines, Point, Row, marks, table
from exback.insight.sums import average, figure, joined, middle
from exback.prose import Table


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


class TestStandsOut:
    """Whether one place has more than chance would give it."""

    def test_what_chance_would_rarely_do_stands_out(self) -> None:
        """Nine of 12 in one of six: 6 x the sum of C(12,k) (1/6)^k (5/6)^(12-k) from 9 on is 0.0001."""
        assert stands_out([0, 0, 0, 0, 9, 3]) == 4

    def test_what_chance_does_often_does_not(self) -> None:
        """Five of 12 in one of six: 6 x 0.0364 = 0.22, more than one record in twenty."""
        assert stands_out([1, 1, 2, 1, 5, 2]) is None

    def test_the_bound_lies_at_one_record_in_twenty(self) -> None:
        """Six of 12: 6 x 0.0079 = 0.048, just below 0.05; of 13: 6 x 0.0134 = 0.08, above."""
        assert stands_out([6, 2, 1, 1, 1, 1]) == 0
        assert stands_out([6, 2, 2, 1, 1, 1]) is None

    def test_two_that_are_level_do_not_stand_out(self) -> None:
        """Neither has more than the other."""
        assert stands_out([10, 10, 0, 0, 0, 0]) is None

    def test_nothing_and_a_great_deal_are_no_trouble(self) -> None:
        """No entry at all, and 100,000 of them."""
        assert stands_out([0] * 6) is None
        assert stands_out([]) is None
        assert stands_out([16_000] * 5 + [20_000]) == 5


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
