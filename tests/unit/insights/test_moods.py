"""The numbers of the day, around what happened and over time, with figures computed by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from support.told import MONDAY, checked, journey, pictures, run, urge

from exback.insights import co_occurrence, moods, repeated
from exback.insights.chart import Bars
from exback.insights.series import Line, Point, days_of, line
from exback.model.program import Program
from exback.model.run import Value, changed


class TestSeries:
    """Numbers by day."""

    def test_the_latest_word_about_a_day_counts(self, program: Program) -> None:
        """Two check-ins on day 3, and on day 5 one about day 4."""
        series = program.tracking.daily[0]
        runs = (checked(3, 2), checked(3, 7), checked(5, 4, of="2026-03-06"), checked(5, 6))
        found = line(program, journey(program, *runs, now=6), series)
        assert [(point.ago, point.day.day, point.value) for point in found.points] == [(3, 5, 7), (2, 6, 4), (1, 7, 6)]

    def test_a_day_ahead_of_its_telling_counts_as_its_own(self, program: Program) -> None:
        """A date edited by hand into the future is no day that anybody could have told of."""
        found = line(program, journey(program, checked(3, 2, of="2027-01-01"), now=6), program.tracking.daily[0])
        assert [point.ago for point in found.points] == [3]

    def test_a_clock_set_back_makes_no_day_negative(self, program: Program) -> None:
        """Day 10 was told, then the clock went back to day 4: the later entry is of today, and takes the place of the other."""
        told = [checked(2, 5), checked(10, 6), checked(4, 8)]
        record = [
            changed(one, start_number=2 * place + 1, finish_number=2 * place + 2) for place, one in enumerate(told)
        ]
        found = line(program, program.journey(record, MONDAY + timedelta(days=4)), program.tracking.daily[0])
        assert [(point.ago, point.value) for point in found.points] == [(8, 5), (0, 8)]

    def test_a_change_is_said_from_two_weeks_on(self, program: Program) -> None:
        """First seven: 2 each; last seven: 2 + 5 x 6 + ... here 6 each. A tenth of a point is about the same."""
        values = [2] * 7 + [6] * 7
        found = pictures(program, *(checked(day, value) for day, value in enumerate(values)))["check-in-mood"]
        assert found.says == "Mood was 2 on average over the first seven check-ins, and 6 over the last seven."
        found = pictures(program, *(checked(day, value) for day, value in enumerate(values[:13])))["check-in-mood"]
        assert found.says == "You've given a number for 13 days so far. Once there are 14, this says what has changed."
        assert found.drawing is not None
        found = pictures(program, *(checked(day, 5) for day in range(14)))["check-in-mood"]
        assert (
            found.says
            == "Mood was 5 on average over the first seven check-ins, and about the same over the last seven: 5."
        )


class TestBeside:
    """Moods around what happened, and what else a day had."""

    def test_days_are_parted_around_what_happened(self, program: Program) -> None:
        """A look on day 5: day 4 is the day before, day 6 the day after, days 1 and 9 are others."""
        runs = [checked(day, mood) for day, mood in ((1, 8), (4, 4), (5, 2), (6, 3), (9, 7))] + [
            run("look", 5, what="old")
        ]
        now = journey(program, *runs)
        found = moods.around(line(program, now, program.tracking.daily[0]), days_of(now, program.tracking.around[1]))
        assert found == {"the day before": [4], "that day": [2], "the day after": [3], "other days": [8, 7]}

    def test_a_tick_in_a_check_in_counts_for_the_day_it_is_about(self, program: Program) -> None:
        """On day 6 somebody says of day 5 that they looked."""
        told = checked(6, 3, of="2026-03-07", happened=("looked",))
        now = journey(program, checked(1, 8), told, now=7)
        assert days_of(now, program.tracking.around[1]) == {2}

    def test_five_days_on_either_side_are_set_beside_each_other(self, program: Program) -> None:
        """Looks on days 0, 3, 6, 9, 12 with mood 3, longing 8, sleep 4; no day between them is an "other" one.

        Others are days 15 to 19 with mood 6, longing 5, sleep 7. The two days before a look are too few to speak of.
        """
        runs = [checked(day, 3, 8, 4) for day in (0, 3, 6, 9, 12)] + [
            run("look", day, what="old") for day in (0, 3, 6, 9, 12)
        ]
        runs += [checked(day, 6, 5, 7) for day in range(15, 20)] + [checked(day, 0, 0, 0) for day in (2, 5)]
        found = pictures(program, *runs, now=30)["around-check"]
        assert found.says == (
            "Mood was 3 on average on 5 days with a check on them, and 6 on other days in those weeks. "
            "Longing was 8 on average on 5 days with a check on them, and 5 on other days in those weeks. "
            "Sleep was 4 on average on 5 days with a check on them, and 7 on other days in those weeks."
        )
        assert isinstance(found.drawing, Bars)
        assert found.drawing.rows[0].values == (None, 3, None, 6)
        assert found.drawing.rows[0].beside == ("too few (2)", "3 (5)", "too few (0)", "6 (5)")
        assert found.drawing.rows[0].spoken == (
            "too few days to say for the day before (two days)",
            "3 on that day (five days)",
            "too few days to say for the day after (no days)",
            "6 on other days (five days)",
        )
        assert "Other days are those within a week" in found.note
        assert found.rests_on == "This is based on 12 check-ins, from Monday 2 March to Saturday 21 March."

    @pytest.mark.parametrize("unanswered", [None, ["looked:unanswered"]])
    def test_a_day_on_which_no_one_was_asked_is_not_one_without(self, program: Program, unanswered: Value) -> None:
        """Looks on days 0, 3, 6, 9 and 12; of days 15 to 19, a check-in that ended above that row says nothing of days 18 and 19."""
        looks = [run("look", day, what="old") for day in (0, 3, 6, 9, 12)]
        days = [checked(day, 3, 8, 4) for day in (0, 3, 6, 9, 12)] + [checked(day, 6, 5, 7) for day in range(15, 20)]
        assert "on 5 days" in pictures(program, *looks, *days, now=30)["around-check"].says
        days[-2:] = [changed(day, answers={**day.answers, "happened": unanswered}) for day in days[-2:]]
        assert "three other days" in pictures(program, *looks, *days, now=30)["around-check"].says

    def test_an_urge_is_set_beside_days_that_answered(self, program: Program) -> None:
        """Of ten days with a check-in, two say nothing about contact or a check: eight are left to compare."""
        urges = [urge(day, 8, 4) for day in range(5)]
        days = [checked(day, happened=("looked",) if day < 2 else ()) for day in range(12)]
        says = (
            "There was contact on none of five days with an urge, and on none of seven days without one. "
            "There was a check on them on two of five days with an urge, and on none of seven days without one."
        )
        assert pictures(program, *urges, *days, now=30)["beside-urge"].says == says
        days[-1] = changed(days[-1], answers={**days[-1].answers, "happened": ["looked:unanswered"]})
        days[-2] = changed(days[-2], answers={**days[-2].answers, "happened": None})
        assert "of five days without" in pictures(program, *urges, *days, now=30)["beside-urge"].says

    def test_other_weeks_are_not_set_beside_these(self, program: Program) -> None:
        """Somebody whose mood rises by a point a week, and who looks early: only the same weeks are compared.

        Looks on days 0, 4, 8, 12 and 16: (0 + 0 + 1 + 1 + 2) / 5 = 0.8. Other days are 2, 6, 10, 14 and 18 to 23, and nothing
        later: (0 + 0 + 1 + 2 + 3 x 2 + 3 x 3) / 10 = 1.8.
        """
        runs = [checked(day, day // 7, 5, 5) for day in range(70)] + [run("look", 4 * n, what="old") for n in range(5)]
        found = pictures(program, *runs, now=80)["around-check"]
        assert found.says == (
            "Mood was 0.8 on average on 5 days with a check on them, and 1.8 on other days in those weeks. "
            "Longing was 5 on average on 5 days with a check on them, and about the same on other days in those weeks: 5. "
            "Sleep was 5 on average on 5 days with a check on them, and about the same on other days in those weeks: 5."
        )
        assert isinstance(found.drawing, Bars)
        assert found.drawing.rows[0].beside == ("too few (4)", "0.8 (5)", "0.8 (5)", "1.8 (10)")

    def test_four_are_too_few(self, program: Program) -> None:
        """Nothing is set beside anything."""
        runs = [checked(day, 3) for day in (0, 3, 6, 9)] + [run("look", day, what="old") for day in (0, 3, 6, 9)]
        runs += [checked(day, 6) for day in range(12, 17)] + [checked(day, 6) for day in range(17, 25)]
        found = pictures(program, *runs, now=30)["around-check"]
        assert found.says == (
            "So far this counts four days with a check on them and five other days in those weeks. "
            "A day counts once you've checked in and said whether there was a check on them. Once there are five of each, this compares them."
        )
        assert found.drawing is None

    def test_urges_are_seen_beside_what_fell_on_the_same_day(self, program: Program) -> None:
        """Urges on days 1-5, looks on 1, 2 and 7, check-ins on 1-10 and a look on day 12 that nobody told of."""
        runs = [urge(day, 5, 5) for day in range(1, 6)] + [checked(day) for day in range(1, 11)]
        runs += [run("look", day, what="old") for day in (1, 2, 7, 12)]
        found = pictures(program, *runs)["beside-urge"]
        assert found.says == (
            "There was contact on none of five days with an urge, and on none of five days without one. "
            "There was a check on them on two of five days with an urge, and on one of five days without one."
        )
        assert isinstance(found.drawing, Bars)
        assert [row.values for row in found.drawing.rows] == [(0, 40), (0, 20)]
        assert [row.beside for row in found.drawing.rows] == [("0 of 5", "2 of 5"), ("0 of 5", "1 of 5")]

    def test_few_days_are_said_as_people_say_them(self, program: Program) -> None:
        """Two days, both with an urge: not that "no days had none"."""
        found = pictures(program, urge(1, 5, 5), urge(2, 5, 5), checked(1), checked(2))["beside-urge"]
        assert found.says == (
            "So far this counts two days with an urge and no days without one. "
            "A day counts once you've checked in and said whether there was contact or a check on them. Once there are five of each, this compares them."
        )

    def test_check_ins_that_left_it_open_are_not_denied(self, program: Program) -> None:
        """Eight check-ins, none of which says what happened: none of them counts, and the page says why."""
        days = [changed(one, answers={**one.answers, "happened": None}) for one in map(checked, range(8))]
        contact = [run("contact", day, kind="i-wrote") for day in (1, 5)]
        shown = pictures(program, *days, *contact, urge(2, 5, 5))
        assert shown["beside-urge"].says == (
            "So far this counts no days with an urge and no days without one. "
            "A day counts once you've checked in and said whether there was contact or a check on them. "
            "Once there are five of each, this compares them."
        )
        assert shown["around-contact"].says == (
            "This counts two days with contact and no other days in those weeks. That's too few to compare them. "
            "A day counts once you've checked in and said whether there was contact."
        )

    def test_where_nothing_happened_nothing_is_drawn(self, program: Program) -> None:
        """Two sentences say it; four empty bars would say less."""
        runs = [urge(day, 5, 5) for day in range(1, 6)] + [checked(day) for day in range(1, 11)]
        found = pictures(program, *runs)["beside-urge"]
        assert found.says == (
            "There was contact on none of five days with an urge, and on none of five days without one. "
            "There was a check on them on none of five days with an urge, and on none of five days without one."
        )
        assert found.rests_on.startswith("This is based on ten check-ins")
        assert found.drawing is None

    def test_days_that_nobody_told_of_are_neither(self) -> None:
        """Months without a check-in count on no side."""
        told = Line("Mood", (Point(90, date(2026, 3, 2), 5), Point(0, date(2026, 5, 31), 5)))
        assert co_occurrence.co_occurrence(told, frozenset({0, 45}), frozenset({90})) == co_occurrence.CoOccurrence(
            1, 0, 1, 1
        )


class TestRepeated:
    """Scales that are asked together."""

    def test_says_the_first_and_the_last(self, program: Program) -> None:
        """Two questions on three days."""
        runs = [run("two-questions", 7 * week, want=8 - week, without=4 + week) for week in range(3)]
        found = pictures(program, *runs)["two-questions"]
        assert (
            found.says
            == "The first time: Wanting them 8, Happy without them 4. The last time: Wanting them 6, Happy without them 6."
        )
        assert found.title == "“Wanting them” and “Happy without them” each time"
        assert found.rests_on == "This is based on three entries, from Monday 2 March to Monday 16 March."

    def test_one_time_is_not_set_beside_itself(self, program: Program) -> None:
        """From two on there is something to see."""
        found = pictures(program, run("two-questions", 0, want=8, without=4))["two-questions"]
        assert found.says == "You've answered these once. After the second time, this shows both side by side."

    def test_a_run_that_lacks_a_number_is_left_out_of_all_lines(self, program: Program) -> None:
        """So all lines have the same entries."""
        runs = [run("two-questions", 0, want=8), run("two-questions", 7, want=7, without=4)]
        found = repeated.lines_together(program, journey(program, *runs), program.tracking.weekly)
        assert [[point.value for point in told.points] for told in found] == [[7], [4]]
