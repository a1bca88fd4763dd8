"""A page that stands open while another window writes: what was told there counts before what is answered here."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.held import (
    APOLOGY,
    DRAFT,
    INVITATION,
    THREAT,
    changes,
    latest,
    pages,
    reason,
    said,
    wrote,
    wrote_whole_apology,
)
from support.lives import LIFE
from support.person import Person

from exback.engine.view import View
from exback.errors import NotNow
from exback.model.run import Run

Meanwhile = Callable[[Person], object]


def while_open(person: Person, does: Meanwhile, answer: object) -> Callable[[View], object]:
    """Return what answers a page after another window did something."""

    def after(_view: View) -> object:
        window = Person(person.program, person.clock, person.store.home)
        window.last_id = 999
        does(window)
        person.clock.forward(minutes=2)
        return answer

    return after


def sent(person: Person) -> list[Run]:
    """Return the runs that say that a message was sent."""
    return [run for run in person.store.load().runs if run.answers.get("sent") == "yes"]


def may_be_sent(person: Person) -> Person:
    """Someone whose invitation was held for a day."""
    wrote(person).clock.forward(days=1, hours=1)
    return person


def test_words_changed_meanwhile_are_held_again(person: Person) -> None:
    """“I've sent it” isn't taken for words that became a threat while the question stood open."""
    may_be_sent(person)

    def threatens(window: Person) -> None:
        changes(window, latest(window, INVITATION), "draft", {"draft": THREAT})

    person.answers(INVITATION, {"sent": while_open(person, threatens, "yes")})
    assert not sent(person)
    assert pages(person)[2] == "again"
    assert person.views[2].notice == "That page has closed in the meantime. This one is open."
    assert "It's held for 24 hours after the last change" in said(person.views[2:3])
    assert reason(person, INVITATION) == "Held until Wednesday 4 March at 11:00."


def test_it_is_marked_as_sent_once(person: Person) -> None:
    """With the question open in two windows, the second asks if they answered."""
    may_be_sent(person)
    there = while_open(person, lambda window: window.answers(INVITATION, {"sent": "yes"}), "yes")
    person.answers(INVITATION, {"sent": there, "reply": ("nothing",)})
    assert len(sent(person)) == 1
    assert pages(person)[:4] == ["again", "sent", "reply", "review"]


def test_the_other_message_was_sent_meanwhile(person: Person) -> None:
    """An apology that another window sent leaves no invitation to send."""
    wrote_whole_apology(person)
    person.puts(INVITATION, draft=DRAFT)
    person.clock.forward(days=1, hours=1)
    there = while_open(person, lambda window: window.answers(APOLOGY, {"sent": "yes"}), "yes")
    person.answers(INVITATION, {"sent": there})
    assert [run.step for run in sent(person)] == [APOLOGY]
    assert "You've sent your apology, and that was your one message." in said(person.views)


def test_an_ending_was_told_meanwhile(person: Person) -> None:
    """Letting go in another window closes the page, with the sentence that says so."""
    may_be_sent(person)
    there = while_open(person, lambda window: window.answers("letting-go", dict(LIFE["letting-go"])), "yes")
    with pytest.raises(NotNow, match=r"is closed\. On 3 March, you let go\. To take that back: exback step letting-go"):
        person.answers(INVITATION, {"sent": there})
    assert not sent(person)


def test_half_an_invitation_is_kept_where_an_ending_closes_it(person: Person) -> None:
    """What was typed when the page closed isn't lost."""
    may_be_sent(person)
    there = while_open(person, lambda window: window.answers("letting-go", dict(LIFE["letting-go"])), "Tea one day?")
    with pytest.raises(NotNow):
        person.answers(INVITATION, {"sent": "rewrite", "draft": there})
    assert [run.drafts["draft"] for run in person.store.load().runs if run.drafts] == ["Tea one day?"]


def test_a_boundary_was_told_meanwhile(person: Person) -> None:
    """A yes about safety in another window withholds the page, and nothing is marked as sent."""
    may_be_sent(person)
    there = while_open(person, lambda window: window.puts("check-in", asked_to_stop=True), "yes")
    person.answers(INVITATION, {"sent": there})
    assert not sent(person)
    assert "withheld" in pages(person)


def test_what_has_nothing_to_do_with_it_closes_nothing(person: Person) -> None:
    """A check-in in another window changes nothing here, and both are kept."""
    may_be_sent(person)
    there = while_open(person, lambda window: window.puts("check-in", mood=5), "yes")
    person.answers(INVITATION, {"sent": there})
    assert len(sent(person)) == 1
    assert latest(person, "check-in").answers == {"mood": 5}
