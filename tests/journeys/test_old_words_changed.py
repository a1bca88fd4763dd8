"""Words that aren't waiting to be sent any more can be changed in the journal, and nothing says that they're held."""

from __future__ import annotations

import pytest
from support.held import (
    APOLOGY,
    DRAFT,
    INVITATION,
    SORRY,
    changes,
    latest,
    reason,
    said,
    wrote,
    wrote_whole_apology,
)
from support.lives import LIFE, SAFE
from support.person import Person

from exback.engine.session import Session
from exback.engine.view import Answer

OTHER = "Tea one day? No is fine."


@pytest.fixture
def sent(person: Person) -> Person:
    """Someone who wrote an invitation, and sent it a day later."""
    wrote(person).clock.forward(days=1, hours=1)
    person.answers(INVITATION, {"sent": "yes"})
    return person


def after_a_change(person: Person, step: str, item: str, words: str) -> str:
    """Change the first words that a step has in the journal, and return what the last page says."""
    run = next(run for run in person.journey.ever(step) if item in run.answers)
    return said(changes(person, run, item, {item: words})[-1:])


def test_an_invitation_that_was_sent(sent: Person) -> None:
    """What was sent isn't held again, and no page says that it's read again by day."""
    for reply in ("nothing", "yes"):
        page = after_a_change(sent, INVITATION, "draft", f"{OTHER} {reply}")
        assert "held" not in page
        assert "You've sent your invitation, and there won't be a second one." in page
        sent.clock.forward(days=1)
        sent.answers(INVITATION, {"reply": reply})


def test_an_apology_that_was_sent(person: Person) -> None:
    """The same goes for an apology as the whole message."""
    wrote_whole_apology(person).clock.forward(days=1, hours=1)
    person.answers(APOLOGY, {"sent": "yes"})
    page = after_a_change(person, APOLOGY, "in-one-piece", f"{SORRY} Truly.")
    assert "held" not in page
    assert "You've sent your apology, and there won't be a second one." in page


def test_an_invitation_beside_an_apology_that_was_sent(person: Person) -> None:
    """It's replaced for good."""
    wrote_whole_apology(person).puts(INVITATION, draft=DRAFT)
    person.clock.forward(days=1, hours=1)
    person.answers(APOLOGY, {"sent": "yes"})
    assert "You've sent your apology, and that was your one message." in after_a_change(
        person, INVITATION, "draft", OTHER
    )


def test_a_draft_that_was_written_anew(person: Person) -> None:
    """The newer one is held, and the page says which."""
    wrote(person).clock.forward(days=1, hours=1)
    person.answers(INVITATION, {"sent": "rewrite", "draft": "Coffee one day? No is fine."})
    person.clock.forward(hours=1)
    page = after_a_change(person, INVITATION, "draft", OTHER)
    assert "You've written a newer one since. That one is held" in page
    assert reason(person, INVITATION).startswith("Held until")


def test_a_draft_from_before_they_started_again(sent: Person) -> None:
    """A fresh start leaves old drafts in the journal, and none of them is held."""
    sent.puts(INVITATION, draft="A third one, put there.")
    sent.puts("accepted", keep="The choir.")
    sent.answers("apart-again", {**SAFE, "what-ended-it": "It.", "learnt": "A lot.", "keep": "It.", "next": "fresh"})
    sent.clock.forward(days=1)
    run = latest(sent, INVITATION)
    page = said(changes(sent, run, "draft", {"draft": OTHER})[-1:])
    assert "held until" not in page
    assert "This is from before you started again." in page


def test_the_draft_that_is_held_says_until_when(person: Person) -> None:
    """Nothing changes for the words that wait to be sent."""
    wrote(person).clock.forward(hours=2)
    page = after_a_change(person, INVITATION, "draft", OTHER)
    assert "it's held until Tuesday 3 March at 12:00" in page


MEETING = "meet-and-go-slowly"


@pytest.fixture
def met(person: Person) -> Person:
    """Someone who met, and told so on Wednesday 4 March; a week later they don't want it to go on."""
    wrote(person).puts(INVITATION, sent="yes")
    person.puts(INVITATION, reply="yes")
    person.puts("accepted", keep="The choir.")
    person.puts(MEETING, hope="A calm hour.", leave="At five.")
    person.clock.forward(days=2)
    person.puts(MEETING, met="yes", was="Easy.", goes_on="yes", want="relationship", their_want="unsaid")
    person.clock.forward(days=7)
    person.puts(MEETING, reason_back=2, said_aloud="It.", goes_on="they-no")
    return person


def test_a_meeting_that_was_told_of_names_no_day_to_come(met: Person) -> None:
    """“The first review is on 11 March” isn't said of a run that others have followed."""
    run = next(run for run in met.journey.finished(MEETING) if "was" in run.answers)
    page = said(changes(met, run, "was", {"was": "Easy, and short."})[-1:])
    assert "review" not in page
    assert "On Wednesday 4 March you were going to keep seeing each other, slowly." in page


@pytest.mark.parametrize("days", [8, 100])
def test_a_meeting_read_after_the_day_it_named(person: Person, days: int) -> None:
    """Nothing was told since, and the day of the first review has passed: it isn't said to come."""
    wrote(person).puts(INVITATION, sent="yes")
    person.puts(INVITATION, reply="yes")
    person.puts(MEETING, hope="A calm hour.", leave="At five.")
    person.puts(MEETING, met="yes", was="Easy.", goes_on="yes", want="relationship", their_want="unsaid")
    page = said(changes(person, latest(person, MEETING), "was", {"was": "Easy, and short."})[-1:])
    assert "The first review is on Monday 9 March." in page
    person.clock.forward(days=days)
    page = said(changes(person, latest(person, MEETING), "was", {"was": "Easy."})[-1:])
    assert "9 March" not in page
    assert "On Monday 2 March you were going to keep seeing each other, slowly." in page


WAITS: dict[str, object] = {"still": 5, "meanwhile": "Choir.", "enough": "June.", "keep": "It.", "again": True}
RULE: dict[str, object] = {
    "kind": "full",
    "exceptions": "The key.",
    "since": "today",
    "length": "30",
    "signature": "Quiet.",
}
OLD_RUNS: tuple[tuple[str, dict[str, object], int, str], ...] = (
    ("waiting", WAITS, 28, "exback will ask again on Monday 30 March."),
    (
        "apart-again",
        {"what-ended-it": "It.", "learnt": "It.", "keep": "It.", "next": "unsure", **SAFE},
        7,
        "Monday 9 March",
    ),
    ("contact-rule", RULE, 30, "This was your rule: "),
    (
        "pause",
        {"what": "rest", "until": "2026-03-09", "reason-kind": None, "reason": None},
        6,
        "The plan is paused until Monday 9 March.",
    ),
    ("decide", {"choice": "wait", "because": "It.", "if-wrong": "It."}, 0, "Today you decided to wait."),
    ("letting-go", dict(LIFE["letting-go"]), 30, "exback will ask you once, on Wednesday 1 April"),
)


@pytest.mark.parametrize(("step", "answers", "days", "words"), OLD_RUNS, ids=[each[0] for each in OLD_RUNS])
def test_an_old_run_names_no_day_to_come(
    person: Person, step: str, answers: dict[str, object], days: int, words: str
) -> None:
    """On the day itself it still says what's to come, and once that has passed it doesn't."""
    wrote(person).puts(step, 2, **{item.replace("-", "_"): value for item, value in answers.items()})  # type: ignore[arg-type]
    is_past_tense = words.startswith("This was")
    person.clock.forward(days=days)
    assert (words in last_page(person, step)) is not is_past_tense
    person.clock.forward(days=1)
    assert (words in last_page(person, step)) is is_past_tense


def last_page(person: Person, step: str) -> str:
    """Return what the last page of the latest run of a step says when it's opened and closed without a change."""
    session = Session.edit(person.program, person.program.step(step), person.journey, latest(person, step))
    return said([session.apply(Answer(), person.clock()).view()])


def test_an_invitation_that_was_sent_is_not_asked_about_from_tomorrow_on(sent: Person) -> None:
    """“From tomorrow on” was true on the day it was sent."""
    run = latest(sent, INVITATION)
    assert "From tomorrow on, exback will ask if they've answered." in said(
        changes(sent, run, "sent", {"sent": "yes"})[-1:]
    )
    sent.clock.forward(days=2)
    page = said(changes(sent, run, "sent", {"sent": "yes"})[-1:])
    assert "tomorrow" not in page
    assert "You sent it on Tuesday 3 March, once, in your own words." in page


def test_nothing_had_come_by_that_day(sent: Person) -> None:
    """Nor does exback ask again in a few days where they've answered since."""
    sent.clock.forward(days=1)
    sent.answers(INVITATION, {"reply": "nothing"})
    first = latest(sent, INVITATION)
    sent.clock.forward(days=3)
    sent.answers(INVITATION, {"reply": "yes"})
    page = said(changes(sent, first, "reply", {"reply": "nothing"})[-1:])
    assert "ask again" not in page
    assert "they hadn't answered by Wednesday 4 March" in page
