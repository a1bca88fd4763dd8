"""A question that's asked once for each reason names the reason, on its page, on the review and in everything written out."""

from __future__ import annotations

import pytest
from support.lives import LIFE, SAFE
from support.person import Person

from exback.engine.journal import asked, journal
from exback.engine.presenter import REVIEW
from exback.engine.session import Session
from exback.engine.view import Answer
from exback.export import markdown
from exback.export.html import report
from exback.export.options import Options
from exback.model.run import Value

HOME, CITIES = "I was never home.", "Two cities."
LONG = "We fought about money, and about who'd said what about money, until one of us slept on the sofa."
ANSWERS: dict[str, object] = {
    "state-me": "changed",
    "what-me": "I'm home at six.",
    "state-circumstances": "unseen",
    "what-circumstances": "I could move.",
    "if-never-seen": "yes",
    "verdict": "go-on",
}


def sorted_reasons(person: Person, me: Value, circumstances: Value) -> None:
    """Put reasons on two sides into the file."""
    person.puts(
        "why-it-ended",
        sides=["me", "circumstances"],
        reason_me=me,
        reason_circumstances=circumstances,
        breaker_me="neither",
    )


def reviewed(person: Person, step: str, answers: dict[str, object]) -> tuple[Session, list[str]]:
    """Go through a step, whatever its gates say; return the session on the review, and the questions there."""
    session = Session.begin(person.program, person.program.step(step), person.journey, f"walk-{step}")
    for _ in range(60):
        view = session.view()
        if view.item.id == REVIEW:
            return session, [option.label for option in view.options]
        session = session.apply(Answer(answers.get(view.item.id, True)), person.clock())
    raise AssertionError(session.run.cursor)


@pytest.fixture
def here(person: Person) -> Person:
    """Someone who told their story."""
    person.answers("your-story", {**LIFE["your-story"], **SAFE})
    return person


def changed(person: Person) -> list[str]:
    """Return the questions on the review of “What has changed”."""
    return reviewed(person, "what-has-changed", ANSWERS)[1]


def test_the_review_names_each_reason(here: Person) -> None:
    """Two reasons give rows that differ by the reason's own words."""
    sorted_reasons(here, HOME, CITIES)
    questions = changed(here)
    assert "Is that really different now?" not in questions
    assert "What's different?" not in questions
    assert questions[:4] == [
        "Is “I was never home” really different now?",
        "What's different about “I was never home”?",
        "Is “Two cities” really different now?",
        "What's different about “Two cities”?",
    ]


def test_a_long_reason_is_named_by_its_first_words(here: Person) -> None:
    """The question stays short; the page above it quotes the whole reason."""
    sorted_reasons(here, LONG, CITIES)
    assert "Is “We fought about money, and about who'd …” really different now?" in changed(here)


def test_a_reason_that_was_deleted_is_named_by_its_side(here: Person) -> None:
    """What was deleted from the journal isn't quoted, and nothing stands in empty quotation marks."""
    sorted_reasons(here, HOME, CITIES)
    run = here.journey.last("why-it-ended")
    assert run is not None
    here.store.forget(run.id, {"reason-me"})
    questions = changed(here)
    assert "Is the reason on your side really different now?" in questions
    assert "What's different about the reason on your side?" in questions
    assert "never home" not in str(questions)
    step = here.program.step("why-it-ended")
    review = Session.edit(here.program, step, here.journey, here.journey.runs[-1]).view()
    assert "Has the reason on your side changed?" in [option.label for option in review.options]


def test_reasons_with_the_same_words_are_named_by_their_sides(here: Person) -> None:
    """Words that would be the same twice say nothing about which reason it is."""
    sorted_reasons(here, "Money.", "Money")
    questions = changed(here)
    assert "Is the reason on your side really different now?" in questions
    assert "Is the reason outside the two of you really different now?" in questions


def test_why_it_ended_names_them_too(here: Person) -> None:
    """Whether it has changed, and whether it's a deal-breaker, is asked of each reason by its name."""
    here.puts("the-whole-story", causes=[])
    answers: dict[str, object] = {
        "sides": ["me", "circumstances"],
        "reason-me": HOME,
        "change-me": "has",
        "breaker-me": "me",
        "reason-circumstances": CITIES,
        "change-circumstances": "could",
        "breaker-circumstances": "neither",
        "their-side": "I was lonely.",
        "surprised": "Nothing.",
    }
    questions = reviewed(here, "why-it-ended", answers)[1]
    assert {
        "Has “I was never home” changed?",
        "If “I was never home” came back, would it be a deal-breaker?",
        "Has “Two cities” changed?",
        "Is “Two cities” a deal-breaker?",
    } <= set(questions)


def test_the_journal_and_the_exports_name_the_reason_as_it_was_then(here: Person) -> None:
    """Reasons that are sorted anew later don't change what an old answer was about."""
    sorted_reasons(here, HOME, CITIES)
    here.clock.forward(days=1)
    session, _ = reviewed(here, "what-has-changed", ANSWERS)
    here.store.put(session.apply(Answer(), here.clock()).run)
    here.clock.forward(days=8)
    sorted_reasons(here, "I drank.", "No money.")
    journey, program = here.journey, here.program
    heads = {entry.words: asked(entry, journey) for entry in journal(program, journey).entries}
    assert heads["I'm home at six."] == "What's different about “I was never home”?"
    assert heads["I could move."] == "What's different about “Two cities”?"
    for text in (report.render(program, journey, Options()), markdown.render(program, journey, Options())):
        assert "about “I was never home”" in text
        assert "about “I drank”" not in text
