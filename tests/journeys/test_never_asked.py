"""Someone who was never asked about safety hasn't said no: the four questions come before anything that reaches out."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from msgspec import structs
from support import program_walk
from support.lives import LIFE
from support.person import Person

from exback.commands.status_json import status_json
from exback.engine.presenter import UNASKED
from exback.engine.session import Session
from exback.engine.view import Answer, Leave
from exback.errors import NotNow
from exback.model.boundaries import BOUNDARIES
from exback.model.run import Run, Value
from exback.store.progress import Progress, encode

QUESTIONS = tuple(boundary.id for boundary in BOUNDARIES)
NOES: dict[str, object] = dict.fromkeys(QUESTIONS, False)
REPLY: dict[str, object] = {
    "says": "Is my jacket at yours?",
    "asks": "The jacket.",
    "wrote-freely": True,
    "wants-contact": False,
    "want": "To sleep.",
    "kind": "logistics",
}


def shown(person: Person) -> list[str]:
    """Return the pages of the last step."""
    return [view.item.id for view in person.views]


def words(person: Person) -> str:
    """Return all the text of the last step."""
    return " ".join(str(block) for view in person.views for block in view.body)


def test_a_reply_asks_the_four_questions_first_and_then_helps(person: Person) -> None:
    """Before `your-story`, `exback reply` asks all four, and after four noes the draft is there."""
    person.answers("they-wrote", {**NOES, **REPLY, "draft": "Friday at six, at the door."})
    pages = shown(person)
    assert [page for page in pages if page in QUESTIONS] == list(QUESTIONS)
    assert pages.index(QUESTIONS[-1]) < pages.index("kind") < pages.index("draft")
    assert "closed" not in words(person)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_yes_in_a_reply_closes_the_draft_at_once(person: Person, question: str) -> None:
    """Someone who says yes there reads what the boundary means and is offered no answer to send."""
    wants = {} if question != "asked-to-stop" else {"wants-contact": False}
    rest = {name: REPLY[name] for name in ("wrote-freely", "want") if question != "afraid-of-them" or name == "want"}
    person.answers("they-wrote", {**NOES, question: True, **rest, **wants})
    assert "draft" not in shown(person)
    assert shown(person).index(question) < shown(person).index("held-back")
    assert [boundary.id for boundary in person.guide.boundaries] == [question]


def test_a_reply_does_not_ask_again_what_was_answered(person: Person) -> None:
    """After `your-story` a reply skips the questions, and a reply opened again still has its own."""
    person.answers("they-wrote", {**NOES, **REPLY, "draft": "Friday at six."})
    first = person.journey.runs[0]
    person.answers("they-wrote", {**REPLY, "draft": "Friday at seven."})
    assert not set(QUESTIONS) & set(shown(person))
    person.answers("your-story", dict(LIFE["your-story"]))
    assert set(QUESTIONS) <= first.answers.keys()
    assert person.journey.runs[0].answers == first.answers


def test_a_story_left_half_done_counts_as_unanswered(person: Person) -> None:
    """Three noes in an unfinished story don't count: the reply asks, until the story is finished."""
    half = {**LIFE["your-story"], QUESTIONS[-1]: Leave()}
    for after in ("safety", "safety-help"):
        half.pop(after, None)
    person.answers("your-story", half)
    assert person.guide.must_ask
    person.answers("they-wrote", {**NOES, **REPLY, "draft": "Friday."})
    assert QUESTIONS[0] in shown(person)
    assert not person.guide.must_ask


def test_every_step_that_reaches_out_says_that_the_questions_come_first(person: Person) -> None:
    """Opened by name, such a step stays closed and claims no boundary and no answer."""
    for step in person.program.steps():
        if step.reaches_out and not step.asks_safety:
            with pytest.raises(NotNow) as error:
                person.answers(step.id, {})
            assert str(error.value) == "Four questions about safety come first."
            assert error.value.hint == "To answer them: exback step your-story"
    assert person.guide.boundaries == ()
    assert "withheld" not in {standing.state for standing in person.guide.steps}


def test_a_run_of_such_a_step_shows_only_where_the_questions_are(person: Person) -> None:
    """An invitation that was started without the questions shows nothing until they are answered."""
    person.answers("check-in", dict(LIFE["check-in"]))
    begun = Run(id="x", step="one-invitation", started=person.clock(), answers={"draft": "Come."}, cursor="draft")
    person.store.put(begun)
    person.answers("one-invitation", {})
    assert shown(person) == [UNASKED]
    assert "Come." not in words(person)
    assert next(run for run in person.store.load().runs if run.id == "x") == begun


def test_people_in_the_middle_of_todays_program_are_asked_nothing_more(person: Person) -> None:
    """Someone who finished `your-story` in any version has answered all four and isn't asked again."""
    program_walk.walk(person, program_walk.to_accepted())
    story = next(run for run in person.store.load().runs if run.step == "your-story")
    bare = [structs.replace(story, start_number=1, finish_number=2)]
    assert not person.guide.must_ask
    assert person.program.journey(bare, person.clock()).has_answered_safety


def test_status_names_no_boundary_that_nobody_named(person: Person) -> None:
    """`status --json` lists real yeses only; an unasked question isn't one."""
    person.answers("check-in", dict(LIFE["check-in"]))
    status = json.loads(status_json(person.guide, (), person.store.path, 1))
    assert status["boundaries"] == []
    assert "withheld" not in {step["state"] for step in status["steps"]}


def test_after_a_reset_the_questions_come_first_again(person: Person) -> None:
    """After a reset the old answers don't count; after a restore they do."""
    person.answers("your-story", {**LIFE["your-story"]})
    person.store.put_aside()
    assert person.guide.must_ask
    person.clock.now += timedelta(hours=1)
    person.store.restore()
    assert not person.guide.must_ask


def test_answers_in_an_unknown_shape_are_none(person: Person) -> None:
    """A skipped question, or a no on a closed branch, is no answer; an odd value counts as a yes."""
    noes: dict[str, Value] = dict.fromkeys(QUESTIONS, False)
    cases: list[tuple[dict[str, Value], dict[str, Value], bool]] = [
        ({**noes, QUESTIONS[0]: None}, {}, False),
        ({name: noes[name] for name in QUESTIONS[1:]}, {QUESTIONS[0]: False}, False),
        ({**noes, QUESTIONS[0]: "no"}, {}, True),
    ]
    for answers, hidden, asked in cases:
        now = person.clock()
        run = Run(id="a", step="your-story", started=now, finished=now, answers=answers, hidden=hidden)
        person.store.home.mkdir(exist_ok=True)
        person.store.path.write_bytes(encode(Progress(runs=[run])))
        assert person.guide.must_ask is not asked


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_no_that_was_moved_out_of_sight_is_asked_for_again(person: Person, question: str) -> None:
    """A file in which a no is among the hidden answers asks that question again, and no step ends on half its pages."""
    noes = {item: False for item in QUESTIONS if item != question}
    run = Run(
        id="a",
        step="their-side",
        started=person.clock(),
        finished=person.clock(),
        start_number=1,
        finish_number=2,
        answers={**noes, "asked-for": "Quiet.", "with-somebody": "no"},
        hidden={question: False},
    )
    journey = person.program.journey([run], person.clock())
    session = Session.edit(person.program, person.program.step("their-side"), journey, run)
    assert session.apply(Answer(True), person.clock()).view().item.id == question


def test_every_step_that_asks_them_asks_all_four_of_someone_who_never_answered(person: Person) -> None:
    """Whatever else a step asks them for, it begins with a page, and no question about safety is missing."""
    journey = person.journey
    for step in person.program.steps():
        if step.asks_safety:
            session = Session.begin(person.program, step, journey, "run")
            if (
                step.id == person.program.trouble
            ):  # which asks about many things, and about safety only where it's about that
                session = session.apply(Answer("afraid"), person.clock())
            pages = {page.id for page in session.path.pages}
            assert pages >= set(QUESTIONS), step.id
            assert session.view().item.id in pages
