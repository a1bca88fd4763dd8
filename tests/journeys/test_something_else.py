"""“Something else, or later” is asked about once more, two weeks later, and then the next step is theirs."""

from __future__ import annotations

import pytest
from support.held import APOLOGY, INVITATION, due, may_begin, pages, said, told_story, wrote, wrote_whole_apology
from support.lives import LIFE
from support.person import Person

from exback.engine.view import GoTo
from exback.model.dates import in_words, later


@pytest.fixture(params=[INVITATION, APOLOGY])
def step(request: pytest.FixtureRequest) -> str:
    """The message that was sent."""
    return str(request.param)


@pytest.fixture
def answered(person: Person, step: str) -> Person:
    """Someone who was told “something else” two days after they sent their message."""
    (wrote if step == INVITATION else wrote_whole_apology)(person)
    person.clock.forward(days=1, hours=1)
    person.answers(step, {"sent": "yes"})
    person.clock.forward(days=2)
    person.answers(step, {"reply": "other", "asked-to-stop": False})
    return person


def labels(person: Person, item: str) -> list[str]:
    """The options of a page of the last step, in words."""
    return [option.label for option in next(view for view in person.views if view.item.id == item).options]


def test_it_is_asked_about_again_after_two_weeks(answered: Person, step: str) -> None:
    """Not sooner; and the question says what was told."""
    told = in_words(later(answered.journey.today, 14), answered.journey.today)
    assert f"On {told} exback will ask if they've said anything since" in said(answered.views)
    for _ in range(13):
        answered.clock.forward(days=1)
        assert step not in due(answered)
    answered.clock.forward(days=1)
    assert step in due(answered)
    answered.answers(step, {"reply": "nothing", "turn": "leave"})
    assert "Have they said anything since then?" in said(answered.views)
    assert "you told exback that they'd said something else" in said(answered.views)
    assert labels(answered, "reply")[0] == "They haven't said any more"


def test_nothing_more_is_an_end_and_not_a_no(answered: Person, step: str) -> None:
    """The page says that the next step would be theirs, and after that nothing is asked any more."""
    answered.clock.forward(days=14)
    answered.answers(step, {"reply": "nothing", "turn": "leave"})
    assert "the next step is up to them" in said(answered.views)
    assert "they said neither yes nor no" in said(answered.views)
    assert labels(answered, "turn") == ["Let go", "Wait, and get on with life", "Leave it open for now"]
    for _ in range(40):
        answered.clock.forward(days=1)
        assert not {step, "no-reply", "declined", "accepted"} & due(answered)


def test_something_else_twice_is_an_end_too(answered: Person, step: str) -> None:
    """Two weeks apart, a second “later” isn't asked about for ever."""
    answered.clock.forward(days=15)
    answered.answers(step, {"reply": "other", "asked-to-stop": False, "turn": "leave"})
    assert "the next step is up to them" in said(answered.views)
    answered.clock.forward(days=40)
    assert step not in due(answered)


def test_someone_they_wrote_to_meanwhile_is_asked_again(person: Person, step: str) -> None:
    """Nothing came back to the message, but they wrote of their own accord: two weeks after that it's asked about, and has an end."""
    (wrote if step == INVITATION else wrote_whole_apology)(person)
    person.clock.forward(days=1, hours=1)
    person.answers(step, {"sent": "yes"})
    person.clock.forward(days=7)
    person.puts("they-wrote", wrote_freely=True, wants_contact=True, kind="show")
    person.clock.forward(days=7)
    person.answers(step, {"reply": "nothing"})
    told = in_words(later(person.journey.today, 7), person.journey.today)
    assert f"exback will ask once more on {told}" in said(person.views)
    for _ in range(6):
        person.clock.forward(days=1)
        assert step not in due(person)
    person.clock.forward(days=1)
    assert step in due(person)
    person.answers(step, {"reply": "nothing", "turn": "leave"})
    assert "you told exback that you'd heard something else from them" in said(person.views)
    assert "the next step is up to them" in said(person.views)
    person.clock.forward(days=1)
    assert not {step, "no-reply", "declined", "accepted"} & due(person)


def test_telling_it_sooner_is_no_end(answered: Person, step: str) -> None:
    """Someone who opens the step after three days is asked again when the two weeks are over."""
    answered.clock.forward(days=3)
    answered.answers(step, {"reply": "nothing"})
    assert "turn" not in pages(answered)
    assert "they haven't said any more so far" in said(answered.views)
    answered.clock.forward(days=10)
    assert step not in due(answered)
    answered.clock.forward(days=1)
    assert step in due(answered)


WAITS = {"still": 5, "meanwhile": "The choir.", "enough": "In May.", "keep": "Evenings.", "again": True}


@pytest.mark.parametrize(
    ("turn", "opens", "answers"), [("let-go", "letting-go", LIFE["letting-go"]), ("wait", "waiting", WAITS)]
)
def test_each_way_opens_what_it_names(
    answered: Person, step: str, turn: str, opens: str, answers: dict[str, object]
) -> None:
    """“Turn to letting go” and “Wait” lead there at once."""
    answered.clock.forward(days=14)
    answered.answers(step, {"reply": "nothing", "turn": turn, **answers})
    assert answered.journey.last(opens) is not None


def test_waiting_opens_only_then(person: Person) -> None:
    """Before the two weeks are over, the page to wait isn't open for someone who never chose it."""
    wrote(person)
    person.puts(INVITATION, sent="yes")
    person.clock.forward(days=1)
    person.puts(INVITATION, reply="other", asked_to_stop=False)
    person.clock.forward(days=3)
    assert person.state("waiting") == "closed"


@pytest.mark.parametrize("reply", ["yes", "no"])
def test_a_yes_or_a_no_that_comes_later_can_be_told(answered: Person, step: str, reply: str) -> None:
    """After the end the step still takes an answer, and a clear one leads where it always does."""
    answered.clock.forward(days=14)
    answered.answers(step, {"reply": "nothing", "turn": "leave"})
    answered.clock.forward(days=30)
    assert may_begin(answered, step)
    answered.answers(step, {"reply": reply, **({"asked-to-stop": False} if reply == "no" else {})})
    assert "turn" not in pages(answered)
    assert "waiting" not in due(answered)
    assert ("declined" in due(answered)) is (reply == "no")


def test_after_an_ending_it_asks_nothing_and_offers_nothing(answered: Person, step: str) -> None:
    """Someone who let go can still tell that nothing came, and that's all."""
    answered.clock.forward(days=3)
    answered.answers("letting-go", dict(LIFE["letting-go"]))
    answered.clock.forward(days=20)
    assert step not in due(answered)
    answered.answers(step, {"reply": "nothing"})
    assert "turn" not in pages(answered)


def test_the_review_keeps_it(answered: Person, step: str) -> None:
    """Changing the answer to a no on the review closes the way that was offered."""
    answered.clock.forward(days=14)
    answered.answers(
        step, {"reply": ("nothing", "no"), "turn": "leave", "review": (GoTo("reply"), True), "asked-to-stop": False}
    )
    assert "turn" not in answered.store.load().runs[-1].answers


def test_no_one_else_is_asked(person: Person) -> None:
    """Without a message that was sent there's nothing to ask about."""
    told_story(person)
    person.clock.forward(days=30)
    assert not {INVITATION, APOLOGY} & due(person)


def test_told_again_before_the_two_weeks_it_names_the_day(answered: Person, step: str) -> None:
    """The two weeks count from the first time."""
    answered.clock.forward(days=3)
    answered.answers(step, {"reply": "other", "asked-to-stop": False})
    assert "On Thursday 19 March exback will ask if they've said anything since." in said(answered.views)
    answered.clock.forward(days=11)
    assert step in due(answered)


def test_who_lets_go_is_not_offered_to_wait(answered: Person, step: str) -> None:
    """Turning to letting go from that page leaves no “Taking more time” due."""
    answered.clock.forward(days=14)
    answered.answers(step, {"reply": "nothing", "turn": "let-go", **LIFE["letting-go"]})
    assert "waiting" not in due(answered)


def test_who_stopped_waiting_is_not_offered_to_wait_again(answered: Person, step: str) -> None:
    """Nor after they've told once more that it's something else."""
    waits = {"still": 5, "meanwhile": "The choir.", "enough": "June.", "keep": "Evenings."}
    answered.clock.forward(days=14)
    answered.answers(step, {"reply": "nothing", "turn": "wait", **waits, "again": True})
    answered.clock.forward(days=28)
    answered.answers("waiting", {**waits, "again": False})
    answered.clock.forward(days=30)
    answered.answers(step, {"reply": "other", "asked-to-stop": False, "turn": "leave"})
    assert "waiting" not in due(answered)
