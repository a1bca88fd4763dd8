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
from support.lives import SAFE
from support.person import Person

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
        assert "You've sent your invitation, and there's no second one." in page
        sent.clock.forward(days=1)
        sent.answers(INVITATION, {"reply": reply})


def test_an_apology_that_was_sent(person: Person) -> None:
    """The same goes for an apology as the whole message."""
    wrote_whole_apology(person).clock.forward(days=1, hours=1)
    person.answers(APOLOGY, {"sent": "yes"})
    page = after_a_change(person, APOLOGY, "in-one-piece", f"{SORRY} Truly.")
    assert "held" not in page
    assert "You've sent your apology, and there's no second one." in page


def test_an_invitation_beside_an_apology_that_was_sent(person: Person) -> None:
    """It's replaced for good."""
    wrote_whole_apology(person).puts(INVITATION, draft=DRAFT)
    person.clock.forward(days=1, hours=1)
    person.answers(APOLOGY, {"sent": "yes"})
    assert "You've sent your apology, and nothing goes with it." in after_a_change(person, INVITATION, "draft", OTHER)


def test_a_draft_that_was_written_anew(person: Person) -> None:
    """The newer one is held, and the page says which."""
    wrote(person).clock.forward(days=1, hours=1)
    person.answers(INVITATION, {"sent": "rewrite", "draft": "Coffee one day? No is fine."})
    person.clock.forward(hours=1)
    page = after_a_change(person, INVITATION, "draft", OTHER)
    assert "That newer one is held" in page
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
