"""Days with contact, wherever they are told of: in a run of their own, after an urge, or in a check-in."""

from __future__ import annotations

import pytest
from support.told import checked, journey, pictures, present, run, urge

from exback.insights.chart import Bars
from exback.model.program import Program
from exback.model.run import Run
from exback.model.streak import Streak, streak_of

TICKED = ("contact",)


def counted(program: Program, *runs: Run, now: int = 20) -> Streak:
    """Return the days of a rule of 30 days that was made on day 0."""
    told = sorted([run("contact-rule", 0, 12, length="30"), *present(now), *runs], key=lambda one: one.started)
    found = streak_of(program.streak, journey(program, *told, now=now))
    assert found is not None
    return found


@pytest.mark.parametrize("told", [urge(8, 7, 5, wrote=True), checked(8, happened=TICKED)])
def test_a_day_that_is_told_of_elsewhere_is_not_kept(program: Program, told: Run) -> None:
    """An urge that ended in a message, and a check-in that ticks contact, are contact like any other."""
    found = counted(program, told)
    assert (found.total, found.breaks, found.apart) == (19, 1, 12)


def test_a_day_counts_once(program: Program) -> None:
    """However often it is told of."""
    told = [urge(8, 7, 5, wrote=True), urge(8, 9, 5, wrote=True), checked(8, happened=TICKED)]
    assert (counted(program, *told).total, counted(program, *told).breaks) == (19, 1)
    slip = run("contact", 8, 23, kind="i-wrote")
    assert (counted(program, *told, slip).total, counted(program, *told, slip).breaks) == (19, 1)


@pytest.mark.parametrize("told", [urge(8, 7, 5, wrote=True), checked(8, happened=TICKED)])
def test_a_slip_that_is_written_down_the_morning_after_is_one(program: Program, told: Run) -> None:
    """A message of the night before, looked at over coffee, is not two; two days before is another one."""
    found = counted(program, told, run("contact", 9, 9, kind="i-wrote"))
    assert (found.total, found.breaks, found.apart) == (19, 1, 11)
    assert counted(program, told, run("contact", 10, 9, kind="i-wrote")).breaks == 2
    assert counted(program, told, run("contact", 7, 9, kind="i-wrote")).breaks == 2


@pytest.mark.parametrize("told", [urge(8, 7, 5), checked(8), checked(8, happened=("looked",))])
def test_what_is_no_contact_is_none(program: Program, told: Run) -> None:
    """An urge that passed, a day without anything, and a look keep the day."""
    assert counted(program, told).total == 20


@pytest.mark.parametrize(
    ("kind", "after_an_urge", "in_a_check_in"),
    [("i-wrote", 19, 19), ("met-my-idea", 19, 19), ("logistics", 20, 20), ("they-wrote", 19, 20), ("met", 19, 20)],
)
def test_a_run_of_the_same_day_says_what_it_was(
    program: Program, kind: str, after_an_urge: int, in_a_check_in: int
) -> None:
    """What the rule allows is none; what the other one began explains a tick, and not a message of one's own."""
    contact = run("contact", 8, 9, kind=kind)
    assert counted(program, urge(8, 7, 5, wrote=True), contact).total == after_an_urge
    assert counted(program, checked(8, happened=TICKED), contact).total == in_a_check_in


def test_a_run_of_another_day_says_nothing(program: Program) -> None:
    """What the rule allowed on Tuesday does not explain Wednesday."""
    contact = run("contact", 8, 9, kind="logistics")
    assert counted(program, contact, checked(9, happened=TICKED)).total == 19


def test_a_check_in_counts_on_the_day_that_it_is_about(program: Program) -> None:
    """Told on day 12 of day 8, which is Tuesday 10 March."""
    found = counted(program, checked(12, of="2026-03-10", happened=TICKED))
    assert (found.total, found.apart) == (19, 12)


@pytest.mark.parametrize("of", [None, "2026-03-01"])
def test_a_day_that_does_not_lie_wholly_under_the_rule_is_not_counted_by_a_check_in(
    program: Program, of: str | None
) -> None:
    """On the day on which the rule was made nobody knows which came first, and before it there was none."""
    assert counted(program, checked(0, of=of, happened=TICKED)).total == 20
    assert counted(program, urge(0, 7, 5, wrote=True)).total == 19


def test_a_new_rule_begins_without_what_is_told_of_the_days_before_it(program: Program) -> None:
    """Day 8 was under the rule of day 0, and is told on day 12, when there is another."""
    again = run("contact-rule", 10, 12, length="30")
    found = counted(program, again, checked(12, of="2026-03-10", happened=TICKED))
    assert (found.day, found.total, found.stretches) == (10, 10, (8, 11))


def test_the_same_days_stand_beside_days_with_an_urge(program: Program) -> None:
    """Of ten days with a check-in, five had an urge; two of those ended in a message, one of them in an allowed one."""
    runs = [checked(day) for day in range(10)] + [urge(day, 7, 5, wrote=day in (3, 4)) for day in range(5)]
    runs.append(run("contact", 4, 12, kind="logistics"))
    found = pictures(program, *sorted(runs, key=lambda one: one.started))["beside-urge"]
    assert found.says.startswith(
        "There was contact on one of five days with an urge, and on none of five days without one. There was a check on them on none of five days"
    )
    assert isinstance(found.drawing, Bars)
    assert found.drawing.rows[0].values == (20, 0)
