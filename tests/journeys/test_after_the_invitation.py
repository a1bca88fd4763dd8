"""What comes after “I've sent it”: every thread is followed up until there is an answer, or two weeks of silence."""

from __future__ import annotations

from datetime import timedelta

import pytest
from support.lives import LIFE
from support.person import Person
from support.scripted import Scripted

from exback.engine.session import Session
from exback.engine.view import GoTo, View
from exback.model.dates import in_words, later
from exback.model.run import Earlier, Run, changed
from exback.screen.pages.step_map import plain_map

INVITATION = "one-invitation"
DRAFT = "Hi J., I'd enjoy a coffee some time. If not, that's fine too."


def due(person: Person) -> set[str]:
    """Everything that is offered today."""
    guide = person.guide
    return {step.id for step in (*guide.due, guide.next) if step is not None}


def shown(person: Person) -> set[str]:
    """The pages of the last step."""
    return {view.item.id for view in person.views}


def said(views: list[View]) -> str:
    """All that pages say."""
    return " ".join(str((view.body, view.question, view.note)) for view in views)


def told(person: Person, reply: str, **answers: object) -> None:
    """Someone who answers “Have they answered?”"""
    stop = {"asked-to-stop": False} if reply in ("no", "other") else {}
    person.answers(INVITATION, {"reply": reply, **stop, **answers})


@pytest.fixture
def sent(person: Person) -> Person:
    """Someone who sent their invitation a moment ago."""
    person.answers("your-story", dict(LIFE["your-story"]))
    person.puts(INVITATION, draft=DRAFT)
    person.clock.forward(days=1)
    person.puts(INVITATION, sent="yes")
    person.clock.forward(minutes=5)
    return person


def test_did_they_answer_is_asked_from_the_next_day_on(sent: Person) -> None:
    """It isn't due on the day it was sent, it's due on every day after that until it's answered, and it asks nothing else."""
    assert INVITATION not in due(sent)
    for _ in range(4):
        sent.clock.forward(days=1)
        assert INVITATION in due(sent)
    told(sent, "nothing")
    assert sent.views[0].question == "Have they answered?"
    assert shown(sent) <= {"reply", "review", "closing"}


def test_nothing_yet_is_asked_about_again_every_three_days(sent: Person) -> None:
    """Someone who hears nothing isn't asked daily."""
    sent.clock.forward(days=1)
    for _ in range(3):
        told(sent, "nothing")
        assert "they haven't answered yet" in said(sent.views)
        assert INVITATION not in due(sent)
        sent.clock.forward(days=2)
        assert INVITATION not in due(sent)
        sent.clock.forward(days=1)
        assert INVITATION in due(sent)


def test_sent_then_nothing_then_two_weeks_of_silence(sent: Person) -> None:
    """On day 14 it's asked once more, also right after day 13; then “No answer came” is offered, and nothing is asked again."""
    sent.clock.forward(days=13)
    told(sent, "nothing")
    assert sent.state("no-reply") == "closed"
    assert not {INVITATION, "no-reply"} & due(sent)

    sent.clock.forward(days=1)
    assert INVITATION in due(sent)
    assert "no-reply" not in due(sent)

    told(sent, "nothing")
    assert "It's been two weeks, and they haven't answered." in said(sent.views[-1:])
    assert INVITATION not in due(sent)
    assert "no-reply" in due(sent)

    sent.answers("no-reply", dict(LIFE["no-reply"]))
    assert str(LIFE["no-reply"]["keep"]) in said(sent.views[-1:])
    sent.clock.forward(days=30)
    assert not {INVITATION, "no-reply"} & due(sent)


@pytest.mark.parametrize(("reply", "offered"), [("nothing", "no-reply"), ("yes", "accepted"), ("no", "declined")])
def test_an_invitation_of_an_older_file_is_asked_about_once(person: Person, reply: str, offered: str) -> None:
    """One that was sent 20 days ago and never answered is asked about before anything is called a no."""
    person.answers("your-story", dict(LIFE["your-story"]))
    person.puts(INVITATION, version=1, draft=DRAFT)
    person.clock.forward(days=1)
    person.puts(INVITATION, version=1, sent="yes")
    person.clock.forward(days=20)
    assert INVITATION in due(person)
    assert not {"no-reply", "declined", "accepted"} & due(person)

    told(person, reply)
    assert INVITATION not in due(person)
    assert {"no-reply", "declined", "accepted"} & due(person) == {offered}


def test_sent_then_no_then_declined(sent: Person) -> None:
    """A no is offered its own ending, which thanks once and closes with what they keep."""
    sent.clock.forward(days=2)
    told(sent, "no")
    assert "declined" in due(sent)
    assert INVITATION not in due(sent)
    sent.answers("declined", dict(LIFE["declined"]))
    assert "thanks" in shown(sent)
    assert str(LIFE["declined"]["keep"]) in said(sent.views[-1:])
    assert sent.guide.ended["reattraction"] == "closed, as things are"
    sent.clock.forward(days=20)
    assert not {INVITATION, "declined", "no-reply"} & due(sent)


def test_sent_then_something_else(sent: Person) -> None:
    """It's neither a yes nor a no nor silence; nothing is asked for two weeks, and a later answer can still be told."""
    sent.clock.forward(days=2)
    told(sent, "other")
    assert "it wasn't a yes" in said(sent.views[-1:])
    day = later(sent.journey.today, 14)
    row = f"{INVITATION}, Invitation and answer: done. Asked again on {in_words(day, day)}."
    for days in (1, 12):
        sent.clock.forward(days=days)
        assert not {INVITATION, "no-reply", "declined", "accepted"} & due(sent)
        assert sent.guide.step_status(sent.program.step(INVITATION)).date == day
        assert row in plain_map(sent.program, sent.guide, sent.journey.today)
    sent.clock.forward(days=1)
    assert INVITATION in due(sent)
    assert row not in plain_map(sent.program, sent.guide, sent.journey.today)
    sent.clock.forward(days=29)
    assert not {"no-reply", "declined", "accepted"} & due(sent)
    assert sent.state("no-reply") == "closed"
    told(sent, "yes")
    assert "accepted" in due(sent)


def test_a_no_to_anything_else_they_asked_leads_to_declined(person: Person) -> None:
    """Someone who asked in a message and heard no is offered the same ending, in words that fit it."""
    person.answers("your-story", dict(LIFE["your-story"]))
    person.puts("contact", kind="i-wrote", they_answered="no", before="Late.", change="Phone away.")
    assert "declined" in due(person)
    person.answers("declined", dict(LIFE["declined"]))
    assert "invitation" not in said(person.views)
    assert str(LIFE["declined"]["keep"]) in said(person.views[-1:])


def test_no_answer_or_a_yes_in_contact_is_no_decline(person: Person) -> None:
    """Only a no is."""
    person.answers("your-story", dict(LIFE["your-story"]))
    for answer in ("nothing", "yes", "other"):
        person.puts("contact", kind="i-wrote", they_answered=answer)
        assert "declined" not in due(person)
        assert person.state("declined") == "closed"


@pytest.mark.parametrize(("ending", "asks"), [("no-reply", True), ("letting-go", False)])
def test_something_else_after_an_ending_says_if_exback_asks_again(sent: Person, ending: str, asks: bool) -> None:
    """“No answer came” is taken back by it, so exback asks again on the day it names; letting go holds, and it doesn't."""
    sent.clock.forward(days=15)
    told(sent, "nothing")
    sent.answers(ending, dict(LIFE[ending]))
    sent.clock.forward(days=1)
    told(sent, "other")
    assert ("exback will ask if they've said anything since." in said(sent.views[-1:])) is asks
    sent.clock.forward(days=14)
    assert (INVITATION in due(sent)) is asks


@pytest.mark.parametrize("ending", ["letting-go", "moved-on", "no-reply"])
def test_an_invitation_that_was_sent_can_be_answered_after_every_ending(sent: Person, ending: str) -> None:
    """An ending stops the asking, not the telling. A late yes has its page only where nothing but silence had closed the way."""
    sent.clock.forward(days=15)
    sent.puts(ending, keep="The choir.", is_so="yes")
    assert INVITATION not in due(sent)
    told(sent, "yes")
    assert shown(sent) <= {"reply", "review", "closing"}
    assert ("accepted" in due(sent)) == (ending == "no-reply")


def test_an_invitation_that_was_sent_can_be_answered_after_another_decision(sent: Person) -> None:
    """Someone who decides to wait is still asked if they answered."""
    for _ in range(2):
        sent.puts("decide", choice="wait", because="It's late.", if_wrong="I wait.")
        sent.clock.forward(days=8)
    assert INVITATION in due(sent)
    told(sent, "no")
    assert "declined" in due(sent)


@pytest.mark.parametrize("other", ["no", "rewrite"])
def test_what_was_sent_stays_sent(sent: Person, other: str) -> None:
    """“I've sent it” can't be changed: the page has that one answer, and says that it stays."""
    sent.clock.forward(days=1)
    run = next(run for run in sent.journey.finished(INVITATION) if run.answers.get("sent") == "yes")
    _edits(sent, run, {"review": (GoTo("sent"), True), "sent": (other, "yes")})
    assert sent.journey.finished(INVITATION)[-1].answers["sent"] == "yes"
    assert INVITATION in due(sent)
    told(sent, "nothing")
    assert shown(sent) <= {"reply", "review", "closing"}


@pytest.mark.parametrize("other", ["no", "rewrite"])
def test_what_an_older_version_let_them_change_was_sent_all_the_same(sent: Person, other: str) -> None:
    """In a file where “I've sent it” was changed later, it still counts."""
    run = next(run for run in sent.journey.finished(INVITATION) if run.answers.get("sent") == "yes")
    history = [Earlier("sent", "yes", sent.clock(), sent.journey.next_number)]
    sent.store.put(changed(run, answers={**run.answers, "sent": other}, history=history))
    sent.clock.forward(days=1)
    told(sent, "nothing")
    assert shown(sent) <= {"reply", "review", "closing"}


def test_sent_and_finished_only_at_night_is_sent_too(person: Person) -> None:
    """The page on which it was said is closed at night, and the answer that was given there still counts."""
    person.answers("your-story", dict(LIFE["your-story"]))
    person.puts(INVITATION, draft=DRAFT)
    person.clock.forward(days=1)
    now, number = person.clock(), person.journey.next_number
    night = Run(
        id="night",
        step=INVITATION,
        started=now,
        start_number=number,
        finished=now + timedelta(hours=12),
        finish_number=number + 1,
        hidden={"sent": "yes"},
    )
    person.store.put(night)
    person.clock.forward(days=1)
    told(person, "nothing")
    assert "draft" not in shown(person)


def test_a_no_that_asks_for_silence_gets_no_thanks(sent: Person) -> None:
    """They may not be written to once more; the no has its page all the same, without any help with writing."""
    sent.clock.forward(days=2)
    told(sent, "no", **{"asked-to-stop": True})
    assert sent.state(INVITATION) == "withheld"
    assert {"declined", "not-allowed"} <= due(sent)
    sent.answers("declined", {item: words for item, words in LIFE["declined"].items() if item != "thanks"})
    assert "thanks" not in shown(sent)
    assert "thank you" not in said(sent.views).casefold()
    assert str(LIFE["declined"]["keep"]) in said(sent.views[-1:])


def _edits(person: Person, run: Run, answers: dict[str, object]) -> None:
    """Open a finished run again, as the journal does, and change it."""
    screen = Scripted(answers)
    session = Session.edit(person.program, person.program.step(run.step), person.journey, run)
    while not session.over:
        session = session.apply(screen.ask(session.view(), lambda _value: None), person.clock())
        person.store.put(session.run)
