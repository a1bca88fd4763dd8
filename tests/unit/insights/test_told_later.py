"""Contact and checks that are told on a later day count on the day they were, and on no other."""

from __future__ import annotations

from datetime import timedelta

import pytest
from support.told import MONDAY, checked, journey, pictures, present, run, urge

from exback.insights.series import days_of
from exback.model.program import Program
from exback.model.run import Run
from exback.model.streak import Streak, streak_of


def on(day: int) -> str:
    """Return a day after the first Monday as it is saved."""
    return (MONDAY.date() + timedelta(days=day)).isoformat()


def slip(day: int, told: int, hour: int = 21) -> Run:
    """Return a slip of one day that is written down on another."""
    return run("contact", told, hour, kind="i-wrote", earlier_day=on(day))


def counted(program: Program, *runs: Run, now: int = 20, began: str | None = None) -> Streak:
    """Return the days of a rule of 30 days that was made at noon of day 0."""
    rule = run("contact-rule", 0, 12, length="30", began=began)
    streak = streak_of(
        program.streak, journey(program, *sorted([rule, *present(now), *runs], key=lambda run: run.started), now=now)
    )
    assert streak is not None
    return streak


def test_a_slip_counts_on_the_day_it_was(program: Program) -> None:
    """Told on day 12 of day 5, it's as if it had been told on day 5: 15 days since, and the longest stretch is shorter."""
    late, in_time = counted(program, slip(5, 12)), counted(program, slip(5, 5))
    assert late == in_time
    assert (late.apart, late.longest, late.total, late.breaks) == (15, 14, 19, 1)
    assert counted(program, slip(12, 12)).stretches == (12, 7)


def test_a_slip_from_before_the_rule_is_none_under_it(program: Program) -> None:
    """The rule is of Monday: a message of the Sunday before takes no day, whenever it's told."""
    assert counted(program, slip(-1, 3)) == counted(program, run("letter", 3))
    assert counted(program, slip(-1, 3)).contacts == 0


def test_a_slip_on_the_first_day_that_is_told_later_counts(program: Program) -> None:
    """The rule was signed at noon, and it's told as a slip two days later."""
    assert counted(program, slip(0, 2)).breaks == counted(program, slip(0, 0)).breaks == 1


@pytest.mark.parametrize(("day", "breaks"), [(-5, 1), (-10, 1), (-11, 0)])
def test_a_rule_that_began_earlier_has_slips_from_that_day_on(program: Program, day: int, breaks: int) -> None:
    """Made on day 0 and kept since ten days before it."""
    assert counted(program, slip(day, 4), began=on(-10)).breaks == breaks


def test_a_slip_told_after_its_rule_was_over_shortens_that_stretch(program: Program) -> None:
    """They agreed to be in touch on day 10, and the slip of day 4 is told on day 12."""
    yes = run("one-invitation", 10, reply="yes")
    rules = [run("contact-rule", 0, 12, length="30"), yes, run("contact-rule", 15, 12, length="30")]
    runs = sorted([*rules, *present(20), slip(4, 12)], key=lambda run: run.started)
    late = streak_of(program.streak, journey(program, *runs))
    assert late is not None
    assert (late.stretches, late.before, late.breaks) == ((4, 5, 5), 9, 0)


def test_a_slip_that_names_its_day_covers_only_that_day(program: Program) -> None:
    """A check-in of the day before is contact of its own. One of the same day is the same contact."""
    ticked = checked(4, happened=("contact",))
    assert counted(program, ticked, slip(5, 7)).breaks == 2
    assert counted(program, checked(5, happened=("contact",)), slip(5, 7)).breaks == 1
    assert counted(program, urge(5, 7, 5, wrote=True), slip(5, 7)).breaks == 1


@pytest.mark.parametrize("before", [[urge(5, 7, 5, wrote=True)], [checked(5, happened=("contact",))]])
def test_a_slip_that_names_today_leaves_yesterday_alone(program: Program, before: list[Run]) -> None:
    """Contact of day 5, and a slip of day 6: two, whatever was told of them elsewhere. Telling of one adds no day kept."""
    told = counted(program, *before)
    both = counted(program, *before, slip(6, 6))
    assert (told.total, told.breaks) == (19, 1)
    assert (both.total, both.breaks) == (18, 2)
    again = counted(program, urge(4, 7, 5, wrote=True), *before, checked(6, happened=("contact",)), slip(6, 6))
    assert (again.total, again.breaks) == (17, 3)


@pytest.mark.parametrize(("day", "told", "breaks"), [(5, 6, 1), (6, 6, 1), (7, 7, 2), (4, 6, 2)])
def test_a_message_after_midnight_is_of_either_day(program: Program, day: int, told: int, breaks: int) -> None:
    """Written at one in the night of day 5, and told in the morning, of yesterday or of today: by the calendar that's right."""
    assert counted(program, urge(5, 7, 5, hour=25, wrote=True), slip(day, told)).breaks == breaks


def test_a_message_after_midnight_and_one_in_the_evening_are_two(program: Program) -> None:
    """The one that's told of then is that of the evening."""
    urges = urge(5, 7, 5, hour=25, wrote=True), urge(6, 7, 5, hour=20, wrote=True)
    assert counted(program, *urges).breaks == counted(program, *urges, slip(6, 6)).breaks == 2


def test_a_night_of_ones_own_idea_leaves_the_day_before_it_alone(program: Program) -> None:
    """It's told on the day it was, after an urge that ended in a message on the day before."""
    night = run("contact", 6, kind="slept-together", own_idea=True, earlier_day=on(6))
    assert counted(program, urge(5, 7, 5, wrote=True), night).breaks == 2


def test_what_the_other_one_started_explains_the_day_it_was_on(program: Program) -> None:
    """Contact was ticked on day 4, and told two days later: they had written."""
    they_wrote = run("contact", 6, kind="they-wrote", earlier_day=on(4))
    assert counted(program, checked(4, happened=("contact",)), they_wrote).breaks == 0
    assert counted(program, checked(3, happened=("contact",)), they_wrote).breaks == 1


@pytest.mark.parametrize("named", ["2026-03-30", "yesterday", "2026-13-01"])
def test_a_day_that_cannot_be_is_no_day(program: Program, named: str) -> None:
    """A file may be edited by hand: a day still to come, or none at all, is the day it was written down."""
    told = run("contact", 12, kind="i-wrote", earlier_day=named)
    assert counted(program, told) == counted(program, run("contact", 12, kind="i-wrote"))


def test_without_a_day_it_is_the_day_it_was_written_down(program: Program) -> None:
    """As in every file of before; and so it is with today, named."""
    told = run("contact", 12, kind="i-wrote")
    assert counted(program, told) == counted(program, run("contact", 12, kind="i-wrote", earlier_day=on(12)))


def test_checks_count_on_the_day_they_were(program: Program) -> None:
    """Three were told on Thursday, of three other days."""
    looks = [run("look", 10, what="old", earlier_day=on(day)) for day in (2, 3, 3)]
    events = next(events for events in program.tracking.around if events.thing == "check")
    assert days_of(journey(program, *looks), events) == {17, 18}
    rests_on = pictures(program, *looks, run("look", 10, what="old"), run("look", 11, what="old"))
    assert rests_on["look-what"].rests_on.startswith("This is based on five checks, from Wednesday 4 March")
