"""Where a boundary closes a step, nothing that lists steps names it, and typing its id gives neither title nor reason."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from support.lives import BY_THEMSELVES, LIFE
from support.person import Clock, Person
from support.sealed import locked

from exback import cli
from exback.commands.wizard import Wizard
from exback.doctor.recovered_text import page_of
from exback.engine.journal import WITHHELD as KEPT
from exback.engine.status import WITHHELD, State
from exback.engine.view import Answer, Back, Event, Keep, Leave, View
from exback.errors import NotNow
from exback.model.boundaries import BOUNDARIES
from exback.model.items import Text
from exback.model.program import Program, Step
from exback.model.run import Run, Value, changed
from exback.screen.pages.status import draw_status
from exback.screen.pages.step_map import draw_map

pytestmark = pytest.mark.fault(76)

WAITING = {"no-reply", "declined", "apart-again"}
"""Endings that wait for a step that reaches out."""
OWN_UP = "What I'd own up to"
COMMANDS = (
    ["--help"],
    ["step", "--help"],
    ["why", "--help"],
    ["--plain", "step"],
    ["--no-plain", "step"],
    ["--plain", "status"],
    ["--no-plain", "status"],
    ["status", "--json"],
    ["status", "--short"],
    ["--plain", "insights"],
    ["--no-plain", "insights"],
    ["--plain", "journal"],
    ["--plain", "journal", "--by", "step"],
    ["why"],
    ["export", "--format", "md", "-"],
    ["export", "--format", "html", "-"],
    ["export", "--format", "ics", "-"],
)

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, clock: Clock) -> Say:
    """Runs a command line, in plain lines on no terminal."""
    monkeypatch.setenv("EXBACK_HOME", str(home))
    monkeypatch.setenv("COLUMNS", "120")

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO("\n\n"))
        return cli.run(list(words), clock), *capsys.readouterr()

    return run


class Noted(AbstractContextManager["Noted"]):
    """A screen that notes its pages, does what it's given, one event a page, and then leaves."""

    def __init__(self, *events: Event) -> None:
        self.events = iter(events)
        self.views: list[View] = []

    def __exit__(self, *_error: object) -> None:
        """Nothing to put away."""

    def ask(self, view: View, keep: Keep) -> Event:  # as every screen
        """Note the page, and do the next thing."""
        self.views.append(view)
        return next(self.events, Leave())


def closed_to(program: Program) -> Iterator[Step]:
    """Yield the steps that a boundary closes: those that reach out, and those that wait for one."""
    return (step for step in program.steps() if step.reaches_out or step.id in WAITING)


def names_of(program: Program, text: str) -> set[str]:
    """Return what a text names of what is closed: ids, titles, and the third stage."""
    last = program.stages[-1]
    names = {last.id, last.title, *(name for step in closed_to(program) for name in (step.id, step.title))}
    return {name for name in names if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.IGNORECASE)}


def used_in(studies: str) -> str:
    """Return the lines of `exback why` that name the steps that rest on a study."""
    return " ".join(line.partition("Used in: ")[2] for line in studies.replace("\n  ", " ").splitlines())


def everything(view: View) -> str:
    """Return all that a page may show."""
    return f"{view.title} {view.place} {view.body} {view.note} {view.question} {view.options} {view.why} {view.notice}"


def written(person: Person, *, finished: bool = True) -> None:
    """Put a run of every step that reaches out into the file, each with words in it; `accepted` and `together-again` were left."""
    for step in (step for step in person.program.steps() if step.reaches_out):
        number = person.journey.next_number
        ends = finished and step.id not in ("accepted", "together-again")
        answers: dict[str, Value] = {item.id: "quittenbaum words" for item in step.items if isinstance(item, Text)}
        person.store.put(
            Run(
                id=f"run-{step.id}",
                step=step.id,
                started=person.clock(),
                start_number=number,
                finished=person.clock() if ends else None,
                finish_number=number + 1 if ends else 0,
                answers=answers,
                cursor="" if ends else next(iter(answers), step.items[0].id),
            )
        )


@pytest.fixture(scope="module", params=[boundary.id for boundary in BOUNDARIES])
def held_once(request: pytest.FixtureRequest, program: Program, tmp_path_factory: pytest.TempPathFactory) -> Person:
    """Someone who made their rule, walked the last stage to its end, and told of a boundary after that."""
    person = Person(program, Clock(), tmp_path_factory.mktemp("held") / "home")
    for step in ("your-story", "why-space", "contact-rule"):
        person.answers(step, dict(LIFE[step]))
    written(person)
    person.clock.forward(days=8)
    person.answers("your-story", {**LIFE["your-story"], request.param: True})
    return person


@pytest.fixture
def held(held_once: Person, home: Path, clock: Clock) -> Person:
    """The same person, with a file of their own for each test."""
    person = held_once.copied_to(home)
    clock.now = held_once.clock.now
    person.clock = clock
    return person


@pytest.mark.parametrize("words", COMMANDS)
def test_no_command_names_a_step_that_is_closed(say: Say, held: Person, words: list[str]) -> None:
    """Not by its id, not by its title, and not by the title of a stage that is closed as a whole."""
    code, out, err = say(*words)
    assert (code, bool(err)) == (0, "ics" in words)  # a calendar comes with a word on who could see it
    assert out.strip() or words[-1] == "--short"
    text = out if words != ["why"] else used_in(out)  # the studies speak of apologies in prose
    assert names_of(held.program, text + err) == set()


@pytest.mark.parametrize("words", [*COMMANDS, ["--plain", "why", "own-up"], ["--plain", "step", "own-up"]])
def test_what_someone_would_answer_for_is_not_named_to_someone_who_was_afraid(
    say: Say, person: Person, words: list[str]
) -> None:
    """Though it reaches no one; someone with four noes finds it in the list of steps."""
    person.answers("your-story", dict(LIFE["your-story"]))
    assert OWN_UP in say("--plain", "step")[1]
    story = next(run for run in person.store.load().runs if run.step == "your-story")
    person.store.put(changed(story, answers={**story.answers, "afraid-of-them": True}))
    shown = " ".join(say(*words)[1:])
    assert OWN_UP not in shown
    assert "own-up" not in shown


def test_they_are_named_where_no_boundary_holds(say: Say, person: Person) -> None:
    """So that the test above can fail: the same life with four noes."""
    person.answers("your-story", dict(LIFE["your-story"]))
    written(person)
    ids = {step.id for step in closed_to(person.program)}
    for words in (["--plain", "step"], ["status", "--json"]):
        assert ids <= names_of(person.program, say(*words)[1])
    assert names_of(person.program, say("--plain", "status")[1]) >= {"Re-attraction"}
    assert "one-invitation" in names_of(person.program, say("why")[1])


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_page_that_is_drawn_names_one(held: Person, width: int) -> None:
    """At any width; the legend of the map has no sign for it either."""
    today = held.journey.today
    for page in (draw_map, draw_status):
        drawn = page(held.program, held.guide, today, width, colour=False)
        assert names_of(held.program, drawn) == set()
        assert "withheld" not in drawn


def test_the_menus_of_a_visit_name_none(held: Person) -> None:
    """Neither the page of the day nor everything that is open."""
    screen = Noted(Answer("map"))
    Wizard(held.program, held.store, screen, held.clock).run()
    assert [view.item.id for view in screen.views][:2] == ["today", "map"]
    assert names_of(held.program, " ".join(map(everything, screen.views))) == set()


@pytest.mark.parametrize("command", [["--plain", "step"], ["why"], ["--plain", "journal", "--step"]])
def test_a_closed_id_that_is_typed_gives_the_sentence_and_no_title(say: Say, held: Person, command: list[str]) -> None:
    """For each of them, whatever was written in it before."""
    for step in closed_to(held.program):
        code, out, err = say(*command, step.id)
        if "journal" in command:
            assert (code, "quittenbaum" in out) == (0, False)
            assert step.id in WAITING or KEPT in out
        else:
            assert (code, out) == (1, "")
            assert err == f"{WITHHELD}\n  To find someone to talk to: exback crisis\n"
        assert step.title not in out + err


def test_a_run_that_was_left_is_not_taken_up(person: Person) -> None:
    """Nor is it finished by that, which could open an ending: the file stays as it is."""
    person.answers("your-story", dict(LIFE["your-story"]))
    written(person, finished=False)
    person.clock.forward(days=8)
    person.answers("your-story", {**LIFE["your-story"], "ordered-away": True})
    before = (person.store.home / "progress.json").read_bytes()
    for step in (step for step in person.program.steps() if step.reaches_out):
        screen = Noted()
        with pytest.raises(NotNow, match=re.escape(WITHHELD)):
            Wizard(person.program, person.store, screen, person.clock).open(step.id)
        assert screen.views == []
    assert (person.store.home / "progress.json").read_bytes() == before


def test_a_yes_of_that_very_run_can_still_be_taken_back_under_no_title(person: Person) -> None:
    """A wrong key isn't the last word; the page that says so names no step, and neither does its help."""
    person.answers("your-story", dict(LIFE["your-story"]))
    yes: dict[str, Value] = {"asked-to-stop": True}
    person.store.put(
        Run(id="left", step="their-side", started=person.clock(), start_number=90, answers=yes, cursor="asked-to-stop")
    )
    screen = Noted(Back())
    Wizard(person.program, person.store, screen, person.clock).open("their-side")
    page, after = screen.views
    assert (page.title, page.place, page.item.id, page.can_back) == ("exback", "", "withheld", True)
    assert names_of(person.program, everything(page)) == set()
    assert after.item.id == "asked-to-stop"


def test_what_is_written_stays_in_the_file(say: Say, held: Person) -> None:
    """Nothing of it goes: the whole file as JSON has every word."""
    written_words = [run for run in held.store.load().runs if "quittenbaum words" in run.answers.values()]
    assert written_words
    assert say("export", "--format", "json", "-")[1].count("quittenbaum words") >= len(written_words)


def test_the_report_in_markdown_says_once_that_something_stays_closed(say: Say, held: Person) -> None:
    """In place of the headings."""
    out = say("export", "--format", "md", "-")[1]
    assert out.count(KEPT) == 1
    assert "quittenbaum" not in out


def test_what_waits_for_a_closed_step_is_closed_too_until_it_was_reached(held: Person, person: Person) -> None:
    """Someone who reads on after silence is not sent away: an ending that was open stays open."""
    states = {step: held.state(step) for step in WAITING}
    assert set(states.values()) == {"withheld"}
    number = held.journey.next_number
    held.store.put(
        Run(id="begun", step="no-reply", started=held.clock(), start_number=number, answers={}, cursor="silence")
    )
    assert held.guide.step_status(held.program.step("no-reply")).state == State.STARTED


def test_a_boundary_counts_only_the_steps_that_are_left(held: Person) -> None:
    """A stage of which a part is closed is as long as the rest of it."""
    listed = {one.step.id for one in held.guide.listed}
    not_theirs = {"own-up"} if held.guide.boundaries[0].id == "afraid-of-them" else set()
    closed = not_theirs | {step.id for step in closed_to(held.program)}
    assert listed == {step.id for step in held.program.steps()} - closed - BY_THEMSELVES
    assert held.guide.in_stage(held.program.stages[-1]) == ()


def test_a_locked_file_keeps_the_list_of_studies_from_naming_one(say: Say, person: Person) -> None:
    """No passphrase is asked for it, and no one knows whether a boundary holds."""
    person.answers("your-story", dict(LIFE["your-story"]))
    locked(person.store)
    code, out, err = say("why")
    reaching = {step.id for step in person.program.steps() if step.reaches_out}
    assert (code, err) == (0, "")
    assert names_of(person.program, used_in(out)) & reaching == set()
    assert "clear-cues" in used_in(out)


def test_the_doctor_names_no_step_that_reaches_out(person: Person) -> None:
    """Where an editor left words of it, they can be put back; the page isn't named."""
    person.answers("your-story", dict(LIFE["your-story"]))
    step = person.program.step("one-invitation")
    item = next(item for item in step.items if isinstance(item, Text))
    person.store.put(Run(id="left", step=step.id, started=person.clock(), start_number=90, answers={}, cursor=item.id))
    page = page_of(person.store.load(), person.program)
    assert page is not None
    assert (page.run.id, page.title) == ("left", "")


def test_the_manual_page_names_none() -> None:
    """It is the same for everyone, so it may name no step that could be closed."""
    page = (Path(__file__).parents[2] / "docs" / "exback.1").read_text(encoding="ascii")
    for name in ("one\\-invitation", "am\\-i\\-ready", "Re\\-attraction", "re\\-attraction"):
        assert name not in page
