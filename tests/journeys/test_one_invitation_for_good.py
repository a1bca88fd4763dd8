"""One message, once: what was sent is a fact that nothing in the journal can delete, and the other one isn't sent then."""

from __future__ import annotations

from itertools import permutations

import pytest
from msgspec import structs
from support.held import (
    APOLOGY,
    DRAFT,
    INVITATION,
    changes,
    deletes,
    due,
    latest,
    may_begin,
    pages,
    puts_whole_apology,
    reason,
    said,
    told_story,
    wrote,
    wrote_whole_apology,
)
from support.lives import LIFE
from support.person import Person

from exback.engine.session import Session
from exback.store.merge import merged

ASKS_ONLY = {"reply", "review", "closing"}


@pytest.fixture
def sent(person: Person) -> Person:
    """Someone who wrote an invitation, changed it once, and sent it: two drafts, and three runs."""
    wrote(person)
    person.clock.forward(days=1, hours=1)
    person.answers(INVITATION, {"sent": "rewrite", "draft": "Coffee one day? No is fine."})
    person.clock.forward(days=1, hours=1)
    person.answers(INVITATION, {"sent": "yes"})
    person.clock.forward(days=1)
    return person


def asks_only_for_the_reply(person: Person) -> bool:
    """Whether the step asks if they answered, and nothing else."""
    person.answers(INVITATION, {"reply": "nothing"})
    return set(pages(person)) <= ASKS_ONLY


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_every_draft_deleted_in_every_order(sent: Person, order: tuple[int, ...]) -> None:
    """After “I've sent it”, no deletion offers a second message."""
    runs = sent.journey.finished(INVITATION)
    for place in order:
        if "draft" in runs[place].answers:
            deletes(sent, runs[place], "draft")
        assert asks_only_for_the_reply(sent)
        sent.clock.forward(days=1)


def test_drafts_deleted_and_changed_before_the_end_of_the_last_run(sent: Person) -> None:
    """Changing one draft and deleting the other leads nowhere else."""
    first, second, _third = sent.journey.finished(INVITATION)
    changes(sent, first, "draft", {"draft": "Other words."})
    deletes(sent, second, "draft")
    deletes(sent, first, "draft")
    assert asks_only_for_the_reply(sent)


def test_a_copy_from_before_it_was_sent_is_merged(sent: Person) -> None:
    """A copy in which the draft was deleted, and nothing sent, takes nothing back."""
    progress = sent.store.load()
    before = structs.replace(progress, runs=list(progress.runs)[:-1])
    other = Person(sent.program, sent.clock, sent.store.home.with_name("other"))
    for run in before.runs:
        other.store.put(run)
    for run in other.journey.finished(INVITATION):
        deletes(other, run, "draft")
    theirs = other.store.load()
    for one, two in ((progress, theirs), (theirs, progress)):
        runs = sent.program.journey(merged(one, two).runs, sent.clock()).finished(INVITATION)
        assert any(run.answers.get("sent") == "yes" for run in runs)
    sent.store.change(lambda ours: merged(ours, theirs))
    assert asks_only_for_the_reply(sent)


def test_no_can_only_become_yes_in_a_new_run(person: Person) -> None:
    """“I won't send it for now” stays what it was: the next run asks again, by day and with the words as they are then."""
    wrote(person)
    person.clock.forward(days=1, hours=1)
    person.answers(INVITATION, {"sent": "no"})
    changes(person, latest(person, INVITATION), "sent", {"sent": ("yes", "no")})
    assert latest(person, INVITATION).answers["sent"] == "no"
    person.clock.forward(days=1)
    person.answers(INVITATION, {"sent": "yes"})
    assert person.state(INVITATION) == "done"


def test_an_apology_that_was_sent_leaves_no_invitation(person: Person) -> None:
    """With an invitation that was held beside it, only the apology is asked about."""
    wrote_whole_apology(person)
    person.puts(INVITATION, draft=DRAFT)
    person.clock.forward(days=1, hours=1)
    person.answers(APOLOGY, {"sent": "yes"})
    person.clock.forward(days=1)
    assert APOLOGY in due(person)
    assert INVITATION not in due(person)
    assert not may_begin(person, INVITATION)
    assert reason(person, INVITATION) == "You've sent your apology instead."


def test_a_half_decided_invitation_says_so(person: Person) -> None:
    """Someone who stood on “What have you decided about your message?” and sent the apology reads that nothing goes with it."""
    from exback.engine.view import Leave

    wrote(person)
    person.clock.forward(days=1, hours=1)
    person.answers(INVITATION, {"sent": "rewrite", "draft": Leave()})
    person.puts(APOLOGY, 2, in_one_piece="I was wrong.", whole_message="whole", sent="yes")
    person.answers(INVITATION, {})
    assert "You've sent your apology, and that was your one message." in said(person.views)
    assert "sent" not in pages(person)


def test_an_invitation_that_was_sent_leaves_no_apology_to_send(person: Person) -> None:
    """It can still be written, for oneself; sending it as the whole message isn't offered."""
    wrote_whole_apology(person)
    person.puts(INVITATION, sent="yes")
    person.clock.forward(days=2)
    assert APOLOGY not in due(person)
    person.answers(APOLOGY, {**LIFE["apology"], "whole-message": "stays"})
    offered = next(view for view in person.views if view.item.id == "whole-message").options
    assert [option.id for option in offered] == ["stays", "part"]


def test_an_old_apology_is_not_made_the_whole_message_after_an_invitation(person: Person) -> None:
    """Changed in the journal after an invitation was sent, it can be kept or sent with nothing: “whole” isn't offered."""
    puts_whole_apology(told_story(person))
    changes(person, latest(person, APOLOGY), "whole-message", {"whole-message": "part"})
    person.puts(INVITATION, sent="yes")
    page, *_ = changes(person, latest(person, APOLOGY), "whole-message", {"whole-message": "stays"})
    assert [option.id for option in page.options] == ["stays", "part"]


def test_an_old_answer_that_was_to_send_it_can_be_read_and_changed(person: Person) -> None:
    """It stays what they said, says that it's too late, and isn't offered any more once they choose something else."""
    puts_whole_apology(told_story(person)).puts(INVITATION, sent="yes")
    page, *_, closing = changes(person, latest(person, APOLOGY), "whole-message", {"whole-message": "whole"})
    assert page.value_text == "Send it as my only message"
    assert [option.hint for option in page.options][-1] == "not now that you've sent your invitation"
    assert "held until" not in said([closing])
    changes(person, latest(person, APOLOGY), "whole-message", {"whole-message": "stays"})
    page, *_ = changes(person, latest(person, APOLOGY), "whole-message", {"whole-message": "stays"})
    assert [option.id for option in page.options] == ["stays", "part"]


def test_where_an_apology_is_owed_the_reason_says_what_to_do(person: Person) -> None:
    """It doesn't speak of answers that are needed once."""
    told_story(person).puts("kindness-and-my-part", owed="yes")
    for _ in range(2):
        person.puts("decide", choice="invitation")
        person.clock.forward(days=8)
    person.puts("their-side", version=2, go="yes")
    assert reason(person, INVITATION) == "You said there's something you want to own up to. Do “An apology” first."
    puts_whole_apology(person)
    assert reason(person, INVITATION) == (
        "You chose to send “An apology” as your only message. To send an invitation instead, change that answer there."
    )
    changes(person, latest(person, APOLOGY), "whole-message", {"whole-message": "part"})
    assert may_begin(person, INVITATION)


def test_a_no_told_as_contact_offers_no_invitation(person: Person) -> None:
    """They wrote, and were told no: the draft isn't what comes next, until they decide on an invitation again."""
    wrote(person)
    for _ in range(2):
        person.puts("decide", choice="invitation")
        person.clock.forward(days=8)
    assert INVITATION in due(person)
    person.puts("contact", kind="i-wrote", they_answered="no")
    assert INVITATION not in due(person)
    assert "declined" in due(person)
    person.puts("decide", choice="invitation")
    assert INVITATION in due(person)


def test_words_deleted_after_the_apology_was_sent_are_not_asked_for_again(person: Person) -> None:
    """Whether they were the first ones of the invitation or changed ones: nothing is asked for, and nothing can be written."""
    wrote_whole_apology(person)
    person.puts(INVITATION, draft=DRAFT)
    person.clock.forward(days=1, hours=1)
    person.answers(INVITATION, {"sent": "rewrite", "draft": "Coffee one day? No is fine."})
    person.answers(APOLOGY, {"sent": "yes"})
    for run in reversed(person.journey.finished(INVITATION)):
        deletes(person, run, "draft")
        person.answers(INVITATION, {})
        assert set(pages(person)) <= {"again", "review", "closing"}


def test_a_run_without_its_words_asks_nothing_about_words_that_are_held(person: Person) -> None:
    """Opened again, it waits as long as the draft that counts now, and doesn't ask what happens with it."""
    wrote(person)
    person.clock.forward(days=1, hours=1)
    person.answers(INVITATION, {"sent": "rewrite", "draft": "Coffee one day? No is fine."})
    rewritten = latest(person, INVITATION)
    person.puts(INVITATION, draft=DRAFT)
    deletes(person, rewritten, "draft")
    run = next(run for run in person.store.load().runs if run.id == rewritten.id)
    session = Session.edit(person.program, person.program.step(INVITATION), person.journey, run)
    assert {page.id for page in session.path.pages} == {"again"}
