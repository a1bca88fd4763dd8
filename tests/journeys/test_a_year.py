"""A year with the program: on how many days something new is due, and whether anything comes before the day that was named."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import pytest
from support.in_memory import BEGAN, InMemory
from support.lives import LIFE

from exback.model.program import Program
from exback.model.run import Value

RULE = 30
AWAY = range(120, 130)
"""Ten days in summer without an entry."""


class Day(NamedTuple):
    """One day: what was due on it, whether there was something besides the check-in, and which step was named for a later day."""

    due: frozenset[str]
    has_more: bool
    soon: tuple[str, int] | None


class Life(InMemory):
    """Someone who does all that is due from day to day, and what is next every fourth day, but for a step they do only `once`."""

    once = ""

    def wants(self, step: str) -> bool:
        """Whether this person would do a step today."""
        return step != self.once or self.journey.last(step) is None

    def lives(self) -> Day:
        """Do what is due today, and let the day pass."""
        status = self.status
        soon = status.soon
        days = None if soon is None or soon.date is None else (soon.date - self.now.date()).days
        named = None if soon is None or days is None else (soon.step.id, self.day + days)
        for step in () if self.day in AWAY else status.due:
            if self.wants(step.id):
                self.answers(step.id)
        if status.next is not None and self.day % 4 == 0 and self.day not in AWAY and self.wants(status.next.id):
            self.answers(status.next.id)
        due = frozenset(step.id for step in status.due)
        self.day += 1
        return Day(due, bool(due - {"check-in"}) or status.next is not None, named)

    def answers(self, step: str) -> None:
        """Answer a step as this person would."""
        given: dict[str, Value] = {
            item.replace("-", "_"): value
            for item, value in LIFE.get(step, {}).items()
            if isinstance(value, bool | int | str | list)
        }
        mood = 3 + min(4, self.day // 30)
        known: dict[str, dict[str, Value]] = {
            "check-in": {"mood": mood, "longing": 9 - 2 * min(4, self.day // 30), "sleep": 6, "happened": []},
            "rule-is-over": {"how": "Calmer.", "rhythm": "twice-a-week", "next": "keep-going"},
            "larger-thing": {"thing": f"thing-{self.day}"},
            "how-often": {"rhythm": "twice-a-week"},
            "coming-back": {"contact": "no", "then": "not-now"},
            "decide": {"choice": "let-go"},
        }
        self.puts(step, **known.get(step, given))


def begins(program: Program) -> Life:
    """Return the life of someone on the day after they made a rule of 30 days."""
    life = Life(program)
    for step in ("your-story", "the-whole-story", "why-space"):
        life.answers(step)
    life.puts("contact-rule", kind="full", length=str(RULE))
    life.day = 1
    return life


@pytest.fixture(scope="module")
def year(program: Program) -> list[Day]:
    """A year of days; a rule of 30 from the first."""
    life = begins(program)
    return [life.lives() for _ in range(365)]


def test_there_is_something_besides_the_check_in_every_week(year: list[Day]) -> None:
    """Also in the last months: no ten days pass with a check-in alone; there's more on most of the first 90 days, and a third of all."""
    others = [day.has_more for day in year]
    assert [start for start in range(355) if not any(others[start : start + 10])] == []
    assert (sum(others[:30]) >= 20, sum(others[:90]) >= 60, sum(others) >= 120) == (True, True, True)


def test_after_the_rule_check_ins_are_about_two_a_week(year: list[Day]) -> None:
    """Every day before, and then 100 to 125 in what is left of the year."""
    is_due = ["check-in" in day.due for day in year]
    assert sum(is_due[: RULE - 2]) == RULE - 2
    in_half_a_year = sum(is_due[180:362])
    assert 52 <= in_half_a_year <= 65


def test_one_larger_thing_a_week(year: list[Day]) -> None:
    """From the end of the rule on, but for the days away, on which the one that is due waits."""
    days = [place + 1 for place, day in enumerate(year) if "larger-thing" in day.due and place + 1 not in AWAY]
    assert days[0] == RULE
    assert all(later - earlier == 7 or (earlier < AWAY[-1] < later) for earlier, later in pairwise(days))
    assert len(days) >= 46


def test_the_greeting_comes_once(year: list[Day]) -> None:
    """On the day they are back, and on those on which they'd have been greeted if they'd come."""
    days = [place + 1 for place, day in enumerate(year) if "coming-back" in day.due]
    assert AWAY[0] < days[0] <= AWAY[0] + 4
    assert days == list(range(days[0], AWAY[-1] + 2))


def test_the_offer_to_stop_comes_at_most_once_a_month(year: list[Day]) -> None:
    """And not before the rule has been over for two months."""
    days = [place + 1 for place, day in enumerate(year) if "how-often" in day.due and place + 1 not in AWAY]
    assert days
    assert days[0] >= RULE + 60
    assert all(later - earlier >= 30 for earlier, later in pairwise(days))


def test_nothing_is_offered_before_the_day_it_named(year: list[Day]) -> None:
    """What is named for a later day isn't due on any day before that."""
    early = [
        (step, place + 1, other + 1)
        for place, day in enumerate(year)
        if day.soon is not None
        for step, named in [day.soon]
        for other in range(place + 1, min(named - 1, len(year)))
        if step in year[other].due and step not in day.due and step != "check-in"
    ]
    assert early == []


@pytest.mark.parametrize("once", ["first-week", "missing-or-bargaining", "live-forward", "decide"])
def test_a_round_that_is_put_off_holds_nothing_up(program: Program, once: str) -> None:
    """Whoever does a step once and never again is offered all the others, as far as those don't wait for it."""
    life = begins(program)
    life.once = once
    for _ in range(89):
        life.lives()
    waiting = [
        each.step.id
        for stage in program.stages
        for each in life.status.in_stage(stage)
        if each.may_begin and not each.has_run and not each.step.optional
    ]
    assert waiting == []
    done_once = {run.step for run in life.runs}
    assert {"was-it-that-good", "kindness-and-my-part", "two-questions"} <= done_once


def test_a_first_week_that_is_long_past_is_left_alone(program: Program) -> None:
    """It's asked about for a week, as what's next or under today; from then on it's in the list, for whoever wants to look back."""
    life = begins(program)
    life.once = "first-week"
    asked = []
    for _ in range(89):
        status, day = life.status, life.day
        if life.journey.last("first-week") is not None and "first-week" in {
            *(step.id for step in status.due),
            status.next and status.next.id,
        }:
            asked.append(day)
        life.lives()
    plans = next(run for run in life.runs if run.step == "first-week")
    made = (plans.day - BEGAN.date()).days
    assert asked == list(range(made + 6, made + 15))
    status = life.status
    assert (life.day, status.next) == (90, None)
    assert status.step_status(program.step("first-week")).may_begin
