"""An apology as the whole message: held, read again, sent by the person, asked about, and brought to an end."""

from __future__ import annotations

import pytest
from support.held import (
    APOLOGY,
    INVITATION,
    SORRY,
    due,
    latest,
    may_begin,
    pages,
    said,
    told_story,
    wrote_whole_apology,
)
from support.lives import LIFE
from support.person import Person

from exback.model.run import changed


@pytest.fixture
def sent(person: Person) -> Person:
    """Someone who sent their apology a moment ago."""
    wrote_whole_apology(person)
    person.clock.forward(days=1, hours=1)
    person.answers(APOLOGY, {"sent": "yes"})
    return person


def test_it_is_written_and_held_and_says_until_when(person: Person) -> None:
    """Choosing to send it ends with the hour at which it's read again."""
    told_story(person).puts(APOLOGY, 2, in_one_piece="Old words.", whole_message="part")
    person.clock.forward(days=1)
    person.answers(APOLOGY, {**LIFE["apology"], "whole-message": "whole"})
    assert "It's held until Wednesday 4 March at 10:00." in said(person.views)
    assert not {"again", "sent", "reply"} & set(pages(person))
    assert APOLOGY not in due(person)


@pytest.mark.parametrize("decision", ["stays", "part"])
def test_one_that_is_kept_is_never_asked_about(person: Person, decision: str) -> None:
    """It's no message, and it comes round only if they open it."""
    wrote_whole_apology(person)
    person.puts(APOLOGY, 2, in_one_piece=SORRY, whole_message=decision)
    for _ in range(30):
        person.clock.forward(days=1)
        assert APOLOGY not in due(person)
    assert may_begin(person, APOLOGY)


def test_by_day_it_is_read_again_with_the_remarks(person: Person) -> None:
    """Only the words and what happens with them are on the pages, not the parts."""
    wrote_whole_apology(person, f"{SORRY} But you started it.")
    person.clock.forward(days=1, hours=1)
    person.answers(APOLOGY, {"sent": "no"})
    assert pages(person) == ["again", "sent", "review", "closing"]
    assert "But [1]" in said(person.views)


def test_changed_and_kept_after_all(person: Person) -> None:
    """“I'll change it” asks for the words and for the choice again."""
    wrote_whole_apology(person)
    person.clock.forward(days=1, hours=1)
    person.answers(APOLOGY, {"sent": "rewrite", "in-one-piece": "I was wrong.", "whole-message": "stays"})
    person.clock.forward(days=2)
    assert APOLOGY not in due(person)


def test_one_of_an_older_version_goes_on(person: Person) -> None:
    """A file in which it was to be the whole message months ago leads to reading it again."""
    wrote_whole_apology(person)
    person.clock.forward(days=90)
    assert APOLOGY in due(person)
    person.answers(APOLOGY, {"sent": "yes"})
    assert person.journey.said(APOLOGY, "sent") is not None


def test_an_old_second_apology_reads_as_it_was(person: Person) -> None:
    """In an older version it could be written twice; the second one still shows its parts."""
    wrote_whole_apology(person)
    person.clock.forward(days=3)
    parts = {item.replace("-", "_"): words for item, words in LIFE["apology"].items()}
    person.puts(APOLOGY, 2, **{**parts, "in_one_piece": "Second.", "whole_message": "whole"})  # type: ignore[arg-type]
    person.clock.forward(hours=2)
    person.answers(APOLOGY, {})
    assert pages(person) == ["review", "closing"]
    assert "Second." in str(person.views[0].options)


def test_did_they_answer_has_the_same_rhythm(sent: Person) -> None:
    """From the next day on, every three days after “nothing”, and on day 14; then “No answer came” is offered."""
    assert APOLOGY not in due(sent)
    sent.clock.forward(days=1)
    assert APOLOGY in due(sent)
    sent.answers(APOLOGY, {"reply": "nothing"})
    sent.clock.forward(days=2)
    assert APOLOGY not in due(sent)
    sent.clock.forward(days=1)
    assert APOLOGY in due(sent)
    sent.clock.forward(days=10)
    assert "no-reply" not in due(sent)
    sent.answers(APOLOGY, {"reply": "nothing"})
    assert "no-reply" in due(sent)
    sent.answers("no-reply", dict(LIFE["no-reply"]))
    assert "invitation" not in said(sent.views).casefold()
    sent.clock.forward(days=30)
    assert not {APOLOGY, "no-reply"} & due(sent)


def test_a_no_leads_to_they_said_no(sent: Person) -> None:
    """It has the same ending as any other no."""
    sent.clock.forward(days=2)
    sent.answers(APOLOGY, {"reply": "no", "asked-to-stop": False})
    assert "declined" in due(sent)


def test_a_yes_to_talking_leads_to_the_meeting_and_its_questions(sent: Person) -> None:
    """They answered that they'd like to meet: it's a yes to one conversation, and the four questions come first."""
    for _ in range(2):
        sent.puts("decide", choice="invitation")
        sent.clock.forward(days=8)
    sent.answers(APOLOGY, {"reply": "yes"})
    assert "exback reply" in said(sent.views)
    assert sent.state("meet-and-go-slowly") == "open"
    assert "accepted" in due(sent)
    sent.answers("accepted", {**LIFE["accepted"]})
    assert "They'd like to talk or meet." in said(sent.views)
    assert "coffee" not in str(sent.views[0].body)


def test_asked_to_stop_closes_the_way(sent: Person) -> None:
    """After a yes to that, nothing that reaches out is left, and no silence is spoken of."""
    sent.clock.forward(days=2)
    sent.answers(APOLOGY, {"reply": "no", "asked-to-stop": True})
    assert sent.state(APOLOGY) == sent.state(INVITATION) == "withheld"
    assert "not-allowed" in due(sent)


def test_the_run_of_an_old_decision_is_the_one_that_counts(sent: Person) -> None:
    """What was sent is a fact, also after the choice was changed in the journal."""
    run = next(run for run in sent.journey.finished(APOLOGY) if "whole-message" in run.answers)
    sent.clock.forward(days=1)
    sent.store.put(changed(run, answers={**run.answers, "whole-message": "stays"}))
    sent.answers(APOLOGY, {"reply": "nothing"})
    assert latest(sent, APOLOGY).answers == {"reply": "nothing"}
