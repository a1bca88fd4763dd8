"""“No answer came” is there only where none came."""

from __future__ import annotations

import pytest
from support.held import INVITATION, due, pages, reason, said, wrote
from support.lives import LIFE
from support.person import Person


@pytest.fixture
def silent(person: Person) -> Person:
    """Someone who sent an invitation 20 days ago and was asked on day 15, when nothing had come."""
    wrote(person)
    person.clock.forward(days=1, hours=1)
    person.puts(INVITATION, sent="yes")
    person.clock.forward(days=15)
    person.puts(INVITATION, reply="nothing")
    person.clock.forward(days=5)
    return person


def test_after_two_weeks_of_silence_it_is_offered(silent: Person) -> None:
    """This is what it's for."""
    assert "no-reply" in due(silent)


@pytest.mark.parametrize("reply", ["yes", "no", "other"])
def test_not_after_any_answer(silent: Person, reply: str) -> None:
    """A yes, a no or something else is an answer, also where nothing was told once more later."""
    silent.puts(INVITATION, reply=reply, asked_to_stop=False)
    assert silent.state("no-reply") == "closed"
    assert "no-reply" not in {each.step.id for each in silent.guide.listed}, "a list names what it still waits for"
    silent.clock.forward(days=30)
    silent.puts(INVITATION, reply="nothing")
    assert silent.state("no-reply") == "closed"
    assert "no-reply" not in due(silent)


def test_not_after_they_asked_to_stop(silent: Person) -> None:
    """Wherever it was told, it is an answer."""
    silent.puts("their-side", 2, asked_to_stop=True)
    assert silent.state("no-reply") in ("closed", "withheld")
    assert "no-reply" not in due(silent)


def test_not_after_they_asked_to_stop_while_the_story_was_changed(silent: Person) -> None:
    """Told by changing an old answer, it counts the same."""
    from support.held import changes, latest

    changes(silent, latest(silent, "your-story"), "asked-to-stop", {"asked-to-stop": True})
    assert silent.state("no-reply") in ("closed", "withheld")
    assert "no-reply" not in due(silent)


@pytest.mark.parametrize("ending", ["letting-go", "moved-on"])
def test_not_after_another_ending(silent: Person, ending: str) -> None:
    """Someone who has let go isn't told about a silence."""
    silent.puts(ending, keep="The choir.", is_so="yes")
    assert silent.state("no-reply") == "closed"
    assert "no-reply" not in due(silent)


def test_a_late_yes_is_told_and_said(silent: Person) -> None:
    """After “No answer came”, a yes is taken, and the page says that the silence isn't true any more."""
    silent.answers("no-reply", dict(LIFE["no-reply"]))
    silent.clock.forward(days=3)
    silent.answers(INVITATION, {"reply": "yes"})
    assert "“No answer came” isn't true any more" in str([view.body for view in silent.views])


@pytest.mark.parametrize("answer", ["yes", "no", "other"])
def test_not_after_an_answer_that_was_told_elsewhere(silent: Person, answer: str) -> None:
    """What they answered to another message is an answer, and what the invitation says doesn't lead to a silence."""
    silent.puts("contact", kind="wrote", they_answered=answer, asked_to_stop=False)
    assert silent.state("no-reply") == "closed"
    assert "no-reply" not in due(silent)
    silent.answers(INVITATION, {"reply": "nothing"})
    assert "open “No answer came”" not in said(silent.views)


def test_not_after_they_wrote_and_want_to_be_in_touch(silent: Person) -> None:
    """Nor after a message that was told in “They wrote to me”."""
    silent.puts("they-wrote", wrote_freely=True, wants_contact=True, kind="show")
    assert silent.state("no-reply") == "closed"


def test_not_a_second_time_after_a_late_answer(silent: Person) -> None:
    """Once an answer came after all, it can be read, and isn't told once more."""
    silent.answers("no-reply", dict(LIFE["no-reply"]))
    silent.clock.forward(days=3)
    silent.answers(INVITATION, {"reply": "yes"})
    silent.clock.forward(days=1)
    assert silent.state("no-reply") == "closed"
    silent.answers("no-reply", {})
    assert pages(silent) == ["review", "closing"]
    assert reason(silent, "no-reply") == "An answer came after all."
