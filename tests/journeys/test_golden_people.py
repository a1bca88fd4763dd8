"""People in the middle of the program of 58529b8, as that version wrote their files: they go on, and lose nothing.

`scripts/golden_people.py` made the files and, beside each, which steps that version called done, open and begun.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from support.person import Clock, Person
from support.simulated_person import AtScreen, fitting

from exback.commands.wizard import Wizard
from exback.engine.session import Session
from exback.engine.simulated_person import go_through
from exback.engine.status import State, status_of
from exback.engine.view import Answer, Event, Keep, View
from exback.model.journey import Journey
from exback.model.program import Program, Step
from exback.model.run import Run
from exback.model.timeline import SAFETY

GOLDEN = Path(__file__).parents[1] / "golden" / "people-58529b8"
NAMES = sorted(path.name.removesuffix(".was.json") for path in GOLDEN.glob("*.was.json"))
SENT = ["sent-yesterday", "sent-20-days-ago"]
MOST_PAGES = 400


class Was:
    """What the version that wrote a file said of it: the moment, and the steps that were done, open and begun."""

    def __init__(self, name: str) -> None:
        summary = json.loads((GOLDEN / f"{name}.was.json").read_text(encoding="utf-8"))
        self.now = datetime.fromisoformat(summary["now"])
        self.done, self.open, self.begun = (summary[key] for key in ("done", "open", "begun"))


def somebody(program: Program, name: str, home: Path, days: int = 0) -> Person:
    """Return a person with a golden file of their own, some days after it was written."""
    person = Person(program, Clock(Was(name).now), home)
    home.mkdir(parents=True)
    shutil.copy(GOLDEN / f"{name}.json", person.store.path)
    person.clock.forward(days=days)
    person.last_id = 9000  # the file has the first numbers
    return person


def words_of(raw: dict[str, Any]) -> list[tuple[str, str, object]]:
    """Return every answer, hidden answer and draft in a file as it is written, by run and item."""
    return [
        (run["id"], item, value)
        for run in raw["runs"]
        for field in ("answers", "hidden", "drafts")
        for item, value in run.get(field, {}).items()
    ]


def kept_in(run: Run) -> dict[str, object]:
    """Return everything that a run holds under any item."""
    return {**run.orphans, **run.drafts, **run.hidden, **run.answers}


def lost(raw: dict[str, Any], runs: tuple[Run, ...]) -> list[tuple[str, str, object]]:
    """Return what was in a file and isn't in some runs."""
    by_id = {run.id: kept_in(run) for run in runs}
    return [each for each in words_of(raw) if by_id.get(each[0], {}).get(each[1], ...) != each[2]]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost_by_loading_and_by_saving(program: Program, name: str, tmp_path: Path) -> None:
    """Every answer, hidden answer and half-typed word is there after loading, and in the file after something was saved."""
    person = somebody(program, name, tmp_path / "home", days=1)
    before = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    assert lost(before, person.journey.runs) == []
    person.answers("urge", {"before": 5, "breath": "finished", "after": 4, "wrote": False, "now-what": "go-on"})
    after = json.loads(person.store.path.read_text(encoding="utf-8"))
    assert [each for each in words_of(before) if each not in words_of(after)] == []
    assert lost(before, person.journey.runs) == []


@pytest.mark.parametrize("days", [0, 1, 45])
@pytest.mark.parametrize("name", NAMES)
def test_what_was_done_is_done(program: Program, name: str, days: int, tmp_path: Path) -> None:
    """Every step that was done then is done now, whatever its gates ask today."""
    journey = somebody(program, name, tmp_path / "home", days).journey
    assert [step for step in Was(name).done if not journey.is_done(step)] == []


@pytest.mark.parametrize("days", [0, 45])
@pytest.mark.parametrize("name", NAMES)
def test_what_was_open_is_open(program: Program, name: str, days: int, tmp_path: Path) -> None:
    """Every step that could be opened then can be opened now; what reaches out waits for the questions about safety, or is ended."""
    person = somebody(program, name, tmp_path / "home", days)
    status, was = person.guide, Was(name)
    waits = {step.id for step in program.steps() if status.must_ask and step.reaches_out and not step.asks_safety}
    closed = [step for step in (*was.open, *was.begun) if not status.step_status(program.step(step)).can_open]
    ended = {each.step.id for each in status.steps if each.closed_by}  # open then, though they had told an ending
    assert [step for step in closed if step not in waits | ended] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_was_begun_goes_on(program: Program, name: str, tmp_path: Path) -> None:
    """A step that was left half-way is begun still, and opens with everything that was answered."""
    person = somebody(program, name, tmp_path / "home", days=2)
    for step in Was(name).begun:
        assert person.guide.step_status(program.step(step)).state == State.STARTED
        unfinished = person.journey.unfinished(step)
        assert unfinished is not None
        assert unfinished.answers


@pytest.mark.parametrize("name", NAMES)
def test_no_step_breaks_when_it_is_opened(program: Program, name: str, tmp_path: Path) -> None:
    """Whatever can be opened is gone through to its end, with answers by chance."""
    journey = somebody(program, name, tmp_path / "home", days=3).journey
    chance = Random(name)
    for step in program.steps():
        if status_of(program, journey).step_status(step).can_open:
            run = gone_through(program, step, journey, chance)
            assert run.step == step.id


def gone_through(program: Program, step: Step, journey: Journey, chance: Random) -> Run:
    """Go through a step from where it can be opened, with answers by chance, no to every question about safety."""

    def policy(session: Session) -> Event:
        return Answer(an_answer(session.view(), journey, chance))

    pages: Iterator[Session] = go_through(opened(program, step, journey), policy, lambda: journey.now)
    session = opened(program, step, journey)
    for number, page in enumerate(pages):
        session = page
        assert number < MOST_PAGES, session.run.cursor
    return session.run


def opened(program: Program, step: Step, journey: Journey) -> Session:
    """Return the session in which a step opens: the run that was left, a new one, or the last one to be read."""
    unfinished, last = journey.unfinished(step.id), journey.latest(step.id)
    if unfinished is not None:
        return Session.resume(program, step, journey, unfinished)
    if status_of(program, journey).step_status(step).may_begin or last is None:
        return Session.begin(program, step, journey, "run-new")
    return Session.edit(program, step, journey, last)


def an_answer(view: View, journey: Journey, chance: Random) -> object:
    """Return an answer to a page by chance, no to every question about safety."""
    return False if view.item.id in SAFETY else fitting(view, journey.today, chance.choice)


@pytest.mark.parametrize("days", [0, 1, 45])
@pytest.mark.parametrize("name", NAMES)
def test_the_status_goes_on(program: Program, name: str, days: int, tmp_path: Path) -> None:
    """There is always something to open, letting go among it, and no boundary is forgotten."""
    status = somebody(program, name, tmp_path / "home", days).guide
    opening = {each.step.id for each in status.steps if each.can_open}
    assert "urge" in opening
    assert "letting-go" in opening or "letting-go" not in Was(name).open
    assert {boundary.id for boundary in status.boundaries} == ({name} & SAFETY or behind(name))


def behind(name: str) -> set[str]:
    """Return the boundary of someone whose file isn't named after it."""
    return {"afraid-of-them"} if name == "afraid-with-children" else set()


@pytest.mark.parametrize("name", SENT)
@pytest.mark.parametrize("days", [0, 3, 40])
def test_an_invitation_that_was_sent_can_always_be_answered(
    program: Program, name: str, days: int, tmp_path: Path
) -> None:
    """Whatever the conditions say by now, the reply can be told, and a yes opens the meeting."""
    person = somebody(program, name, tmp_path / "home", days)
    person.answers(
        "contact",
        {
            "kind": "i-wrote",
            "before": "Late.",
            "hoped": "An answer.",
            "they-answered": "nothing",
            "change": "Phone away.",
        },
    )
    assert person.guide.step_status(program.step("one-invitation")).may_begin
    screen = AtScreen(reply_yes(person))
    Wizard(program, person.store, screen, person.clock, person.new_id).open("one-invitation")
    reply = person.journey.said("one-invitation", "reply")
    assert reply is not None
    assert reply.value == "yes"
    assert person.guide.step_status(program.step("meet-and-go-slowly")).may_begin


def reply_yes(person: Person) -> Any:
    """Return what answers the pages of an invitation that was sent: that they said yes."""
    chance = Random(1)

    def on(view: View, _keep: Keep) -> Event:
        return Answer("yes" if view.item.id == "reply" else an_answer(view, person.journey, chance))

    return on
