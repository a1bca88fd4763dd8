"""The made-up life: it is walked by the real session, fits the real steps, and ends today whatever day that is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone

import pytest
from support.person import ZONE

from exback import loader
from exback.engine.simulation import live
from exback.engine.status import State, status_of
from exback.errors import ProgramError
from exback.loader import made_up_life
from exback.model.boundaries import standing
from exback.model.program import DemoRun, Program
from exback.model.run import Run

NOW = datetime(2026, 5, 14, 20, tzinfo=ZONE)  # a Thursday evening
WEEKDAYS_ASKED = ("phq-1", "phq-2", "gad-1", "gad-2", "day")
"""What a check-in asks on some days only; the life has an answer to it on all of them."""


@pytest.fixture(scope="module")
def life(program: Program) -> tuple[DemoRun, ...]:
    """The made-up life of exback's own program."""
    return made_up_life()


@pytest.fixture(scope="module")
def runs(program: Program, life: tuple[DemoRun, ...]) -> tuple[Run, ...]:
    """Its runs as of a Thursday evening."""
    return live(program, life, NOW)


def test_every_run_is_finished_but_the_one_that_was_left(runs: tuple[Run, ...], life: tuple[DemoRun, ...]) -> None:
    """So that a newcomer sees what half a step looks like as well."""
    left = [lived.step for lived in life if lived.is_left]
    assert [run.step for run in runs if run.finished is None] == left
    assert len(left) == 1


def test_no_step_is_begun_that_was_not_open(program: Program, runs: tuple[Run, ...]) -> None:
    """Nobody could look at a page of it that they could not reach by walking."""
    for number, run in enumerate(runs):
        guide = status_of(program, program.journey(runs[:number], run.started))
        standing_then = guide.step_status(program.step(run.step))
        assert standing_then.may_begin, f"{run.step} on {run.day}"


def test_every_answer_is_asked_for(program: Program, life: tuple[DemoRun, ...]) -> None:
    """An answer that nobody asks for would be a slip of the author's; only what is asked weekly may wait."""
    whole = live(program, life, datetime(2026, 5, 18, 3, 59, tzinfo=ZONE))  # the end of a Sunday
    for run, lived in zip(whole, _in_order(life), strict=True):
        assert run.step == lived.step
        burnt = lived.answers.get("fate") == "burn"
        unused = [item for item in lived.answers if item not in run.answers and item not in WEEKDAYS_ASKED]
        assert unused == [], f"{run.step} on day {lived.day}"
        assert burnt == (run.answers.get("letter", "") is None)


def _in_order(life: tuple[DemoRun, ...]) -> list[DemoRun]:
    return sorted(life, key=lambda one: (one.day + (one.at < "04:00"), one.at))


@pytest.mark.parametrize(("days", "hour"), [*((days, 20) for days in range(7)), (0, 0), (0, 3), (0, 4), (6, 23)])
def test_it_ends_today_whatever_day_it_is(program: Program, life: tuple[DemoRun, ...], days: int, hour: int) -> None:
    """On every weekday, also in the small hours: ten weeks, nothing of tomorrow, and a page of today that has something on it."""
    now = datetime(2026, 2, 23, hour, 30, tzinfo=timezone(timedelta(hours=-7))) + timedelta(days=days)
    runs = live(program, life, now)
    journey = program.journey(runs, now)
    guide = status_of(program, journey)
    assert all((run.finished or run.started) <= now for run in runs)
    assert 70 <= (journey.today - min(run.day for run in runs)).days <= 76
    assert (journey.today - max(run.day for run in runs)).days <= 1
    assert not journey.clock_was_set_back
    assert guide.next is not None
    assert guide.days is not None
    assert 0 < guide.days.day < guide.days.of
    assert guide.coming
    assert guide.step_status(program.step("letting-go")).state == State.STARTED


def test_the_same_moment_gives_the_same_life(
    program: Program, life: tuple[DemoRun, ...], runs: tuple[Run, ...]
) -> None:
    """Pictures of it can be compared."""
    assert live(program, life, NOW) == runs


def test_every_kind_of_page_has_something_to_show(program: Program, runs: tuple[Run, ...]) -> None:
    """Slips and days without contact, urges that passed and some that did not, letters, looks, hard days behind and ahead."""
    journey = program.journey(runs, NOW)
    kinds = [said.value for said in journey.all_said("contact", "kind")]
    passed = [said.value for said in journey.all_said("urge", "wrote")]
    assert {"i-wrote", "they-wrote", "logistics"} <= set(kinds)
    assert passed.count(False) > 20
    assert passed.count(True) == 3
    assert {said.value for said in journey.all_said("letter", "fate")} == {"keep", "burn"}
    assert {said.value for said in journey.all_said("letter", "to")} == {"them", "me"}
    until = sorted(str(said.value) for said in journey.all_said("letter", "until"))
    assert until[0] < journey.today.isoformat() < until[-1]
    days = sorted(str(said.value) for said in journey.all_said("hard-dates", "when"))
    assert days[0] < journey.today.isoformat() < days[-1]
    assert len(journey.finished("look")) >= 5
    assert len(journey.finished("check-in")) > 60
    assert not standing(journey)


def test_a_slip_is_told_on_the_day_of_its_check_in(program: Program, runs: tuple[Run, ...]) -> None:
    """The days with contact and with looks in the check-ins are those on which the steps for them were walked."""
    journey = program.journey(runs, NOW)
    for step, ticked in (("contact", "contact"), ("look", "looked")):
        walked = {run.day for run in journey.finished(step)}
        told = {run.day for run in journey.finished("check-in") if ticked in _list(run.answers["happened"])}
        assert walked == told


def _list(value: object) -> list[str]:
    assert isinstance(value, list)
    return value


def test_it_says_nothing_that_exback_never_says(program: Program, life: tuple[DemoRun, ...]) -> None:
    """A newcomer learns the tone from it."""
    said = "\n".join(words for lived in life for words in _words(lived)).casefold()
    assert not [never for never in program.never_says() if never in said]
    assert "!" not in said
    assert len(said) > 5000


def _words(lived: DemoRun) -> Iterator[str]:
    return (answer for answer in lived.answers.values() if isinstance(answer, str))


def test_most_of_the_questions_of_the_walk_are_answered(program: Program, runs: tuple[Run, ...]) -> None:
    """The first two stages are walked to their end, apart from the decision that is still due."""
    guide = status_of(program, program.journey(runs, NOW))
    open_now = [one.step.id for stage in program.stages[:2] for one in guide.in_stage(stage) if one.state != State.DONE]
    assert open_now == ["decide"]


def test_a_life_that_does_not_fit_says_where(program: Program) -> None:
    """For authors: the step and the item."""
    unanswered = [DemoRun(day=0, at="10:00", step="check-in", answers={"mood": 5})]
    with pytest.raises(ProgramError, match="no answer to “longing” of “check-in”"):
        live(program, unanswered, NOW)
    unfit = [DemoRun(day=0, at="10:00", step="check-in", answers={"mood": 50})]
    with pytest.raises(ProgramError, match="“mood” of “check-in” doesn't take"):
        live(program, unfit, NOW)


def test_a_day_may_be_told_from_the_day_it_was_said_on(program: Program) -> None:
    """A timedelta stands for a day; the small hours belong to the day before."""
    lived = [DemoRun(day=1, at="02:00", step="hard-dates", answers={"what": "x", "when": timedelta(3), "plan": "y"})]
    (run,) = live(program, lived, NOW)
    monday = date(2026, 5, 11) - timedelta(weeks=10)
    assert run.started.date() == monday + timedelta(days=2)
    assert run.answers["when"] == (monday + timedelta(days=4)).isoformat()


def test_a_folder_of_steps_without_one(monkeypatch: pytest.MonkeyPatch, program: Program) -> None:
    """Somebody else's program need not have a made-up life."""
    monkeypatch.setattr(loader, "LIFE", "no_such_module")
    with pytest.raises(ProgramError, match="no demo"):
        made_up_life()
