"""What becomes of the status, and of what is offered, once something has ended."""

from __future__ import annotations

import json

import pytest
from support import program_walk
from support.lives import LIFE
from support.person import Person
from support.program_walk import walk
from support.scripted import Scripted

from exback.commands.status_json import status_json
from exback.commands.wizard import Wizard
from exback.engine.sentences import next_opening
from exback.engine.view import Leave
from exback.export.html.report import render
from exback.export.options import Options
from exback.loader import promise
from exback.model.run import Run
from exback.screen.pages.status import draw_status, plain_status
from exback.screen.pages.step_map import plain_map


def drawn(person: Person, width: int = 80) -> str:
    """The status page of somebody, without regard to where lines break."""
    return " ".join(draw_status(person.program, person.guide, person.journey.today, width, colour=False).split())


def told(person: Person) -> str:
    """The status of somebody in plain lines."""
    return "\n".join(plain_status(person.program, person.guide, person.journey.today))


def html(person: Person) -> str:
    """The HTML page of somebody."""
    return render(person.program, person.journey, Options())


def due(person: Person) -> set[str]:
    """What is offered today, the next step included."""
    guide = person.guide
    return {step.id for step in (*guide.due, guide.next) if step is not None}


def begins(person: Person, step: str) -> None:
    """Begin a step, and leave it."""
    number = person.journey.next_number
    person.store.put(Run(id="begun", step=step, started=person.clock(), start_number=number))


@pytest.fixture
def ruled(person: Person) -> Person:
    """Somebody on day 12 of their rule, who told how much they want the other one."""
    for one in ("your-story", "why-space", "contact-rule"):
        person.answers(one, dict(LIFE[one]))
    person.clock.forward(days=12)
    person.answers("two-questions", dict(LIFE["two-questions"]))
    return person


def test_before_an_ending_there_is_no_line_for_one(ruled: Person) -> None:
    """And the stage of the way back stands there with its steps."""
    assert "Letting go" not in drawn(ruled) + told(ruled) + html(ruled)
    assert "Re-attraction · · · · · ·" in drawn(ruled)
    assert "Re-attraction: 0 of 6 steps done." in told(ruled)


def test_an_ending_that_is_done_has_its_line(ruled: Person) -> None:
    """With its day, and the stage that it closes is one quiet row."""
    ruled.answers("letting-go", dict(LIFE["letting-go"]))
    ruled.clock.forward(days=3)
    for width in (40, 80, 120):
        assert "Letting go ● Done on Saturday 14 March" in drawn(ruled, width)
        assert "Re-attraction closed, as you chose" in drawn(ruled, width)
    assert "Letting go: Done on Saturday 14 March." in told(ruled)
    assert "Re-attraction: closed, as you chose." in told(ruled)
    assert "<dt>Letting go</dt><dd>Done on Saturday 14 March</dd>" in html(ruled)
    assert "<dt>Re-attraction</dt><dd>closed, as you chose</dd>" in html(ruled)
    assert "0 of 6" not in told(ruled) + html(ruled)


def test_an_ending_that_is_begun_says_so_and_closes_nothing(ruled: Person) -> None:
    """Somebody who stops half-way has not let go yet."""
    begins(ruled, "letting-go")
    assert "Letting go ◐ Started today" in drawn(ruled)
    assert "Letting go: Started today." in told(ruled)
    assert "Re-attraction · · · · · ·" in drawn(ruled)


def test_a_look_back_a_month_later_changes_nothing(ruled: Person) -> None:
    """It is done on the day on which it was, also while the look back is begun."""
    ruled.answers("letting-go", dict(LIFE["letting-go"]))
    ruled.clock.forward(days=31)
    begins(ruled, "letting-go")
    assert "Letting go ● Done on Saturday 14 March" in drawn(ruled)


def test_for_programs_it_is_in_the_json(ruled: Person) -> None:
    """The day of each step, and the stage that has ended."""
    ruled.answers("letting-go", dict(LIFE["letting-go"]))
    whole = json.loads(status_json(ruled.guide, [], "path", 1))
    days = {one["id"]: (one["finished"], one["begun"]) for one in whole["steps"]}
    assert days["letting-go"] == ("2026-03-14", None)
    assert days["moved-on"] == (None, None)
    assert whole["ended"] == ["reattraction"]


def test_what_has_lost_its_sense_is_not_offered(ruled: Person) -> None:
    """Nobody who has let go is asked again every week whether they want them."""
    ruled.clock.forward(days=7)
    assert "two-questions" in due(ruled)
    ruled.answers("letting-go", dict(LIFE["letting-go"]))
    assert "two-questions" not in due(ruled)
    assert "check-in" in due(ruled)
    assert ruled.guide.step_status(ruled.program.step("two-questions")).may_begin


@pytest.mark.parametrize(
    ("planned", "words"),
    [
        (program_walk.to_declined(), "closed, as things are"),
        (program_walk.to_no_reply(), "closed, as things are"),
        (program_walk.to_letting_go(), "closed, as you chose"),
    ],
)
def test_after_every_ending_without_them_the_way_back_is_closed(
    person: Person, planned: list[program_walk.Planned], words: str
) -> None:
    """And no step of it is offered, also not weeks later."""
    walk(person, planned)
    assert f"Re-attraction: {words}." in told(person)
    person.clock.forward(days=40)
    stage = {step.id for step in person.program.stages[2].steps}
    assert not stage & due(person)
    soon = next_opening(person.guide, person.journey.today)
    assert soon is None or soon.step.id not in stage


def test_after_a_yes_it_stays(person: Person) -> None:
    """An invitation that was accepted closes nothing."""
    walk(person, program_walk.to_accepted())
    assert not person.guide.ended
    assert "Re-attraction: 5 of 6 steps done." in told(person)
    assert f"{person.program.step('accepted').title}: Done today." in told(person)


@pytest.mark.parametrize("ending", [ending for ending in promise().ENDINGS if ending not in promise().TOGETHER])
def test_after_an_ending_nothing_is_counted_down(ruled: Person, ending: str) -> None:
    """The end of the rule opens nothing then: no bar, no days to go, wherever the day is said."""
    everywhere = drawn(ruled) + told(ruled) + html(ruled)
    assert "18 days to go" in everywhere
    assert "█" in drawn(ruled)
    moment, number = ruled.clock(), ruled.journey.next_number
    ended = Run(id="ended", step=ending, started=moment, start_number=number, finished=moment, finish_number=number + 1)
    ruled.store.put(ended)
    screen = Scripted({"today": Leave()})
    assert Wizard(ruled.program, ruled.store, screen, ruled.clock).run() == 0
    page_of_the_day = " ".join(map(str, screen.views[-1].body))
    everywhere = drawn(ruled) + told(ruled) + html(ruled) + page_of_the_day
    assert everywhere.count("Day 12 of your rule. On Wednesday 1 April you") == 4
    assert "to go" not in everywhere
    assert not {"█", "░"} & set(drawn(ruled).partition("No contact")[0])


def test_letting_go_can_be_taken_back(person: Person) -> None:
    """Deciding on an invitation twice doesn't do it; saying so where they let go does, and the status says how."""
    walk(person, program_walk.to_letting_go())
    for _ in range(2):
        person.clock.forward(days=8)
        person.answers("decide", {**LIFE["decide"], "choice": "invitation"})
        assert person.guide.ended
    lines = " ".join(plain_map(person.program, person.guide, person.journey.today))
    how = "Re-attraction: On 24 March, you let go. To take that back: exback step letting-go am-i-ready, Am I ready? Closed."
    assert how in lines
    person.answers("letting-go", {"holds": "no"})
    assert not person.guide.ended
    assert "Letting go" not in drawn(person)
