"""The record by itself, for whatever has the fields of a run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from exback.model.timeline import Timeline, ended, marks

MONDAY = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))
TODAY = date(2026, 3, 2)


class Bare(NamedTuple):
    """As much of a run as the record needs."""

    id: str
    started: datetime
    start_number: int
    finished: datetime | None
    finish_number: int
    step: str = "walk"
    answers: Mapping[str, object] = MappingProxyType({})


def run(name: str, number: int, day: int, *, lasts: int | None = 0, **fields: Any) -> Bare:
    """Give a run that began on a day, with the next two numbers, and ended some days later, if at all."""
    began = MONDAY + timedelta(days=day)
    end = None if lasts is None else began + timedelta(days=lasts)
    return Bare(name, began, number, end, 0 if end is None else number + 1)._replace(**fields)


def test_runs_stand_in_the_order_in_which_they_ended() -> None:
    """Whichever was begun first, and without those that are not finished."""
    first, second, third = run("a", 1, 0, finish_number=9), run("b", 3, 1), run("c", 5, 2, lasts=None)
    assert ended([first, second, third]) == [second, first]


def test_days_are_numbered_by_the_clock_as_long_as_it_goes_forward() -> None:
    """From one entry to the next, and to today."""
    first, second = run("a", 1, 0), run("b", 3, 12, lasts=2)
    days = Timeline([first, second], TODAY + timedelta(days=20))
    assert (days.between(first, second), days.since(first)) == (14, 20)


@pytest.mark.parametrize("back", [1, 30, 4000])
def test_a_clock_that_is_set_back_adds_nothing_and_takes_nothing(back: int) -> None:
    """The entry after it lies on the same day as the one before it, and days are counted on from there."""
    runs = [run("a", 1, 0), run("b", 3, 10), run("c", 5, 10 - back)]
    set_back = TODAY + timedelta(days=10 - back)

    def since(today: date) -> int:
        return Timeline(runs, today).since(runs[0])

    assert Timeline(runs, set_back).between(runs[0], runs[2]) == since(set_back) == 10
    assert since(set_back + timedelta(days=5)) == 15
    assert since(set_back - timedelta(days=500)) == 10


def test_a_fresh_walk_begins_where_its_answer_was_given() -> None:
    """Each such answer is a mark; other answers, and other steps, are none."""
    runs = [
        run("a", 1, 0, step="again", answers={"next": "fresh"}),
        run("b", 3, 0, step="again", answers={"next": "stay"}),
        run("c", 5, 0, answers={"next": "fresh"}),
        run("d", 7, 0, step="again", answers={"next": "fresh"}),
    ]
    assert marks(runs, ("again", "next", "fresh")) == (2, 8)
    assert marks(runs, None) == ()


@pytest.mark.parametrize(
    ("back", "today", "outruns"),
    [
        (None, 9, False),  # nothing was set back
        (-4000, 9, False),  # and put right again: that one is counted around
        (-31, 9, True),  # too little to say which of the two was wrong
        (-4000, -4000, False),  # the clock is still back, and nothing was counted twice
        (-1, 9, False),  # a journey west
        (-2, 9, False),
        (-3, 9, True),
    ],
)
def test_days_may_outrun_the_calendar(back: int | None, today: int, outruns: bool) -> None:
    """Only after the clock was set back, and by more than travelling makes."""
    promise = run("a", 1, 0)
    days = Timeline([promise] if back is None else [promise, run("b", 3, back)], TODAY + timedelta(days=today))
    assert days.outrun_calendar(promise) is outruns
