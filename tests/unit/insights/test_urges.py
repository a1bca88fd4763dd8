"""Urges, their hours, and what there was most of, with figures computed by hand."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from rich.console import Group
from support.record import numbered
from support.told import MONDAY, journey, pictures, run, urge

from exback.insights import counts, hours, urges
from exback.insights.chart import (
    Bars,
    Lines,
)
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.run import Run, Value
from exback.screen.pages.charts import draw
from exback.screen.pages.insights import INDENT
from exback.screen.rendering import render


class TestUrges:
    """Before, after, minutes, and what became of them."""

    def test_averages_are_of_those_that_were_rated_twice(self, program: Program) -> None:
        """Before (8 + 7 + 9) / 3 = 8, after (4 + 5 + 2) / 3 = 3.666… = 3.7; minutes 10, 20, 30: the median is 20."""
        runs = (urge(1, 8, 4, minutes=10), urge(2, 7, 5, minutes=30), urge(3, 9, 2, minutes=20))
        unrated = run("urge", 4, wrote=True)
        found = pictures(program, *runs, unrated)["urge-fall"]
        assert found.says == "Your urges averaged 8 before and 3.7 after, usually 20 minutes later."
        assert found.rests_on == "This is based on three urges, from Tuesday 3 March to Thursday 5 March."
        assert isinstance(found.drawing, Lines)
        assert [[point.value for point in told.points] for told in found.drawing.lines] == [[8, 7, 9], [4, 5, 2]]

    def test_minutes_of_a_run_that_was_left_or_whose_clock_was_set_do_not_count(self, program: Program) -> None:
        """Three hours, and one that ended before it began; ten minutes remain."""
        runs = (urge(1, 8, 4, minutes=180), urge(2, 8, 4, minutes=-30), urge(3, 8, 4, minutes=10))
        assert program.tracking.wave is not None
        found = urges.urges(program, journey(program, *runs), program.tracking.wave)
        assert [one.minutes for one in found.rated] == [None, None, 10]
        assert found.minutes == 10

    def test_less_than_a_point_apart_is_about_the_same(self, program: Program) -> None:
        """8 before and (7 + 7 + 8) / 3 = 7.3 after; a point is more than nothing."""
        found = pictures(program, urge(1, 8, 7), urge(2, 8, 7), urge(3, 8, 8))["urge-fall"]
        assert found.says == "Your urges averaged 8 before and, usually 10 minutes later, about the same: 7.3."
        found = pictures(program, urge(1, 8, 7), urge(2, 8, 7), urge(3, 8, 7))["urge-fall"]
        assert found.says == "Your urges averaged 8 before and 7 after, usually 10 minutes later."

    def test_counts_how_many_passed(self, program: Program) -> None:
        """Three of four did not end in a message; a run that does not say counts as neither."""
        runs = (
            urge(1, 8, 4),
            urge(2, 8, 4),
            urge(3, 8, 7, wrote=True),
            urge(4, 8, 4),
            run("urge", 5, before=5, after=5),
        )
        found = pictures(program, *runs)["urge-passed"]
        assert found.says == "Three of your four urges passed without a message."
        assert isinstance(found.drawing, Bars)
        assert found.drawing.rows[0].values == (3, 1)

    @pytest.mark.parametrize(
        ("wrote", "says"),
        [
            ([False], "Your one urge so far passed without a message."),
            ([True], "Your one urge so far ended in a message."),
            ([False, False], "Both of your urges passed without a message."),
            ([True, True], "Both of your urges ended in a message."),
        ],
    )
    def test_says_one_and_all_in_words(self, program: Program, wrote: list[bool], says: str) -> None:
        """Nobody reads "1 of 1"."""
        runs = [urge(day, 8, 4, wrote=one) for day, one in enumerate(wrote)]
        assert pictures(program, *runs)["urge-passed"].says == says

    def test_entries_of_one_day_are_of_that_day(self, program: Program) -> None:
        """From a day on would mean that there are more of later days."""
        found = pictures(program, urge(1, 8, 4))["urge-passed"]
        assert found.rests_on == "This is based on one urge, on Tuesday 3 March."

    def test_the_latest_are_drawn_and_said_to_be(self, program: Program) -> None:
        """As many as a screen of 40 columns holds; while all are drawn, nothing is said of it."""
        runs = [urge(day, 8, 4) for day in range(29)]
        found = pictures(program, *runs, now=40)["urge-fall"]
        assert found.key == "Each mark is one urge. Only the latest 28 are drawn."
        assert isinstance(found.drawing, Lines)
        page = render(Group(*draw(found.drawing, 40 - 2 - INDENT)), 40, colour=False)
        assert page.split("\n")[0].count("▇") == 28
        assert pictures(program, *runs[1:], now=40)["urge-fall"].key == "Each mark is one urge."

    def test_two_are_too_few_for_an_average(self, program: Program) -> None:
        """It says how many there are, and from when on it says more."""
        found = pictures(program, urge(1, 8, 4), urge(2, 8, 4))["urge-fall"]
        assert (
            found.says
            == "You've rated two urges before and after so far. Once there are three, this shows the average."
        )
        assert (found.drawing, found.rests_on, found.note) == (None, "", "")

    def test_a_number_that_the_scale_does_not_have_is_none(self, program: Program) -> None:
        """A file edited by hand may hold 99, a truth or a word."""
        written: tuple[Value, ...] = (99, True, "8", -1)
        runs = [run("urge", day, before=value, after=4, wrote=False) for day, value in enumerate(written)]
        assert pictures(program, *runs)["urge-fall"].says.startswith("You've rated no urges before and after so far.")


def slots(runs: list[Run], scale: hours.TimeScale) -> tuple[int, ...]:
    """Return how many runs are in each slot of a scale."""
    return hours.start_times(hours.occurrences(Journey(numbered(runs), MONDAY), runs), scale)


class TestTimes:
    """Hours and weekdays."""

    def test_hours_are_those_of_the_clock_that_was_read(self) -> None:
        """23 o'clock in Berlin and 23 o'clock in New York are the same hour of an evening."""
        new_york = timezone(timedelta(hours=-5))
        found = slots([urge(1, 5, 5, hour=23), run("urge", 2, 23, zone=new_york)], hours.HOURLY)
        assert found == (0, 0, 0, 0, 2, 0)

    def test_the_small_hours_belong_to_the_day_before(self) -> None:
        """Two in the morning of Wednesday is still Tuesday, four is Wednesday."""
        found = slots([urge(2, 5, 5, hour=2), urge(2, 5, 5, hour=4)], hours.WEEKLY)
        assert found == (0, 1, 1, 0, 0, 0, 0)

    def test_parts_of_the_day_begin_at_four(self) -> None:
        """3 is night, 4 and 7 are early, 8 and 11 morning, 23 late."""
        found = slots([urge(1, 5, 5, hour=hour) for hour in (3, 4, 7, 8, 11, 23)], hours.HOURLY)
        assert found == (2, 2, 0, 0, 1, 1)

    def test_an_hour_that_comes_twice_counts_twice(self) -> None:
        """On the night when the clocks go back, 2:30 in summer time and 2:30 an hour later are two urges at two."""
        moments = [datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=hours))) for hours in (2, 1)]
        runs = [Run(id=str(place), step="urge", started=moment) for place, moment in enumerate(moments)]
        assert slots(runs, hours.HOURLY) == (0, 0, 0, 0, 0, 2)
        assert slots(runs, hours.WEEKLY)[5] == 2  # both belong to Saturday

    def test_a_part_that_leads_clearly_is_named(self, program: Program) -> None:
        """Nine of 12 at 22, three at 9."""
        runs = [urge(day, 8, 4) for day in range(9)] + [urge(day, 8, 4, hour=9) for day in range(9, 12)]
        found = pictures(program, *runs)["urge-hours"]
        assert found.says == "They came most often between 8 in the evening and midnight, nine times out of 12."
        assert isinstance(found.drawing, Bars)
        assert found.drawing.rows[0].values == (0, 3, 0, 0, 9, 0)

    def test_being_awake_is_no_finding(self, program: Program) -> None:
        """An urge in each waking hour, for a week: four parts are level, two are asleep, and no word is said of chance."""
        runs = [urge(place // 16, 8, 4, hour=8 + place % 16) for place in range(112)]
        found = pictures(program, *runs)["urge-hours"]
        assert found.says == "No time of day clearly has more than the others."
        assert isinstance(found.drawing, Bars)
        assert found.drawing.rows[0].values == (0, 28, 28, 28, 28, 0)

    def test_what_is_called_a_part_of_the_day_is_called_so_beside_its_bar(self) -> None:
        """One clock, of twelve hours, for both."""
        assert not any(hour in words for pair in hours.PARTS for words in pair for hour in ("16", "20", "24"))

    def test_eleven_are_too_few_for_hours(self, program: Program) -> None:
        """Even if all came at the same hour; and then nothing is said of weekdays at all."""
        found = pictures(program, *(urge(day, 8, 4) for day in range(11)))
        assert (
            found["urge-hours"].says
            == "The time is known for 11 urges so far. Once it's known for 12, this shows when they come."
        )
        assert "urge-weekdays" not in found

    def test_weekdays_need_fourteen(self, program: Program) -> None:
        """With 13 the hours are there and the weekdays are not yet; with 14 Mondays they are."""
        found = pictures(program, *(urge(7 * week, 8, 4) for week in range(13)))
        assert found["urge-hours"].rests_on.startswith("This is based on 13 urges")
        assert (
            found["urge-weekdays"].says
            == "You've written down 13 urges so far. Once there are 14, this shows which days they come on."
        )
        found = pictures(program, *(urge(7 * week, 8, 4) for week in range(14)), now=100)
        assert found["urge-weekdays"].says == "All 14 came on a Monday."

    def test_where_there_is_no_other_part_none_is_named(self, program: Program) -> None:
        """Twenty of 20 in the evening, all on a Monday, and slips as well as urges."""
        mondays = range(0, 140, 7)
        slips = [run("contact", day, 22, kind="i-wrote") for day in mondays]
        found = pictures(program, *(urge(day, 8, 4) for day in mondays), *slips, now=200)
        assert found["urge-hours"].says == "All 20 came between 8 in the evening and midnight."
        assert found["urge-weekdays"].says == "All 20 came on a Monday."
        assert found["slip-hours"].says == "All 20 came between 8 in the evening and midnight."
        assert found["slip-weekdays"].says == "All 20 came on a Monday."

    def test_slips_come(self, program: Program) -> None:
        """Nine of 12 at 22, three at 9."""
        slips = [run("contact", day, 22 if day < 9 else 9, kind="i-wrote") for day in range(12)]
        assert pictures(program, *slips)["slip-hours"].says == (
            "They came most often between 8 in the evening and midnight, nine times out of 12."
        )

    def test_parts_of_the_day_are_read_without_a_number_beside_a_number(self, program: Program) -> None:
        """The first that is read says what is counted. What there was none of is not read, so that it is no first."""
        runs = [urge(day, 8, 4, hour=17) for day in range(5)] + [urge(day, 8, 4) for day in range(5, 14)]
        found = pictures(program, *runs)
        hours, days = found["urge-hours"].drawing, found["urge-weekdays"].drawing
        assert isinstance(hours, Bars)
        assert isinstance(days, Bars)
        assert hours.rows[0].spoken == (
            "from 4 to 8 in the morning: 0",
            "from 8 to noon: 0",
            "from noon to 4: 0",
            "from 4 to 8 in the evening: 5 urges",
            "from 8 to midnight: 9",
            "from midnight to 4: 0",
        )
        assert days.rows[0].spoken[:2] == ("Monday: 2 urges", "Tuesday: 2")
        single = pictures(program, urge(0, 8, 4, hour=9), *(urge(day, 8, 4) for day in range(1, 12)))["urge-hours"]
        assert isinstance(single.drawing, Bars)
        assert single.drawing.rows[0].spoken[1] == "from 8 to noon: 1 urge"

    def test_a_slip_told_later_has_a_weekday_and_no_hour(self, program: Program) -> None:
        """Twenty of Monday evenings, and one of a Sunday that is told on a Monday at nine: by the hour there are 20."""
        slips = [run("contact", day, 22, kind="i-wrote") for day in range(0, 140, 7)]
        late = run("contact", 140, 9, kind="i-wrote", earlier_day="2026-07-19")
        found = pictures(program, *slips, late, now=200)
        assert found["slip-hours"].rests_on.startswith("This is based on 20 slips")
        assert found["slip-hours"].says == "All 20 came between 8 in the evening and midnight."
        assert found["slip-weekdays"].says == "They came most often on a Monday, 20 times out of 21."

    def test_slips_have_hours_and_what_the_rule_allows_has_none(self, program: Program) -> None:
        """Twelve slips and one about the keys are 12."""
        slips = [run("contact", day, kind="i-wrote") for day in range(12)]
        found = pictures(program, *slips, run("contact", 13, kind="logistics"))
        assert found["slip-hours"].rests_on.startswith("This is based on 12 slips")


class TestKinds:
    """What there was most of."""

    def test_counts_by_the_words_of_the_question(self, program: Program) -> None:
        """Three of five looks were at a profile."""
        looks = [
            run("look", day, what=what) for day, what in enumerate(("profile", "old", "profile", "old", "profile"))
        ]
        found = pictures(program, *looks)["look-what"]
        assert found.says == "Most often it was “Their profile or status”, three times out of five."
        assert isinstance(found.drawing, Bars)
        assert (found.drawing.labels, found.drawing.rows[0].values) == (
            ("Their profile or status", "Old photos or messages"),
            (3, 2),
        )

    def test_level_kinds_are_not_told_apart(self, program: Program) -> None:
        """Two and two of six: nothing leads."""
        looks = [run("look", day, what=what) for day, what in enumerate(("profile", "old", "friends") * 2)]
        assert pictures(program, *looks)["look-what"].says == "Nothing stands out: each of these came up twice."

    @pytest.mark.parametrize(
        ("chosen", "says"),
        [
            ("profile asked old place friends", "Nothing stands out: each of these came up once."),
            ("profile profile old old asked", "Nothing stands out: two of these came up twice each, out of five."),
            (
                "profile profile profile old asked place",
                "“Their profile or status” came up more often than anything else, three times out of six.",
            ),
            (
                "profile profile profile old old",
                "Most often it was “Their profile or status”, three times out of five.",
            ),
        ],
    )
    def test_most_is_more_than_half(self, program: Program, chosen: str, says: str) -> None:
        """And how often is said as people say it."""
        looks = [run("look", day, what=what) for day, what in enumerate(chosen.split())]
        assert pictures(program, *looks)["look-what"].says == says

    def test_too_few_are_not_drawn(self, program: Program) -> None:
        """Bars would look like what the sentence does not say yet."""
        found = pictures(program, *(run("look", day, what="old") for day in range(4)))["look-what"]
        assert found.says == "You've given four answers here so far. Once there are five, this shows what came up most."
        assert found.drawing is None

    def test_all_of_one_kind(self, program: Program) -> None:
        """Then there is nothing to compare."""
        looks = [run("look", day, what="old") for day in range(5)]
        assert pictures(program, *looks)["look-what"].says == "It was “Old photos or messages” all five times."

    def test_kinds_of_contact_are_named_in_words(self, program: Program) -> None:
        """As in the question, whatever the person's situation is."""
        told = journey(
            program, *(run("contact", day, kind=kind) for day, kind in enumerate(("they-wrote", "logistics")))
        )
        kinds = next(kinds for kinds in program.tracking.kinds if (kinds.step, kinds.item) == ("contact", "kind"))
        assert counts.option_counts(program, told, kinds, told) == [
            ("They wrote or called", 1),
            ("Only practical matters", 1),
        ]

    def test_an_option_that_is_gone_keeps_its_id(self, program: Program) -> None:
        """An answer of an older version is counted under the name it has in the file."""
        told = journey(program, run("look", 1, what="rumour"))
        found = counts.option_counts(program, told, program.tracking.kinds[0], told)
        assert found == [("rumour", 1)]
