"""What comes after an ending: the look back at letting go, and starting again after it ended a second time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from support import program_walk
from support.lives import LIFE, SAFE
from support.person import Person
from support.program_walk import walk

from exback.engine.session import Session
from exback.engine.view import Answer, GoTo, Skip, View
from exback.errors import NotNow
from exback.model.boundaries import standing
from exback.model.run import Run
from exback.model.timeline import SAFETY

KEPT = "That I can ask."
MONTH_ON = {"holds": "yes", "lighter": "some", "picked-up": "On her birthday.", "grown": "The choir."}


def _due(person: Person) -> list[str]:
    return [step.id for step in person.guide.due]


def _said(view: View) -> str:
    return str((view.body, view.question, view.note))


@pytest.fixture
def let_go(person: Person) -> Person:
    """Someone who let go today, on their very first day."""
    person.answers("your-story", dict(LIFE["your-story"]))
    person.answers("letting-go", dict(LIFE["letting-go"]))
    return person


@pytest.fixture
def together_again(person: Person) -> Person:
    """Someone whose invitation was accepted a month ago."""
    walk(person, program_walk.to_accepted())
    person.clock.forward(days=30)
    return person


def test_letting_go_asks_once_a_month_later_how_it_has_been(let_go: Person) -> None:
    """On day 30 it is due; it quotes what they put down and kept, and isn't due again."""
    let_go.clock.forward(days=29)
    assert "letting-go" not in _due(let_go)
    let_go.clock.forward(days=1)
    assert "letting-go" in _due(let_go)

    let_go.answers("letting-go", dict(MONTH_ON))
    shown = " ".join(map(_said, let_go.views))
    assert str(LIFE["letting-go"]["put-down"]) in shown
    assert str(LIFE["letting-go"]["keep"]) in shown

    let_go.clock.forward(days=90)
    assert "letting-go" not in _due(let_go)


def test_somebody_who_lets_go_a_second_time_is_asked_everything_again(let_go: Person) -> None:
    """After the look back, letting go asks everything again, with its own look back a month later."""
    let_go.clock.forward(days=30)
    let_go.answers("letting-go", dict(MONTH_ON))
    let_go.clock.forward(days=100)
    let_go.answers("letting-go", {"holds": "anew", **LIFE["letting-go"]})
    let_go.clock.forward(days=30)
    assert "letting-go" in _due(let_go)


def test_a_fresh_walk_begins_with_the_story_and_keeps_everything(together_again: Person) -> None:
    """Starting again opens and closes the stages as on the first day, and keeps all runs."""
    before = len(together_again.journey.runs)
    together_again.answers("apart-again", _apart("fresh"))

    guide = together_again.guide
    assert guide.next is not None
    assert guide.next.id == "your-story"
    assert guide.walks == 2
    assert guide.days is None
    assert together_again.state("decide") == "closed"
    assert together_again.state("why-space") == "closed"
    with pytest.raises(NotNow):
        together_again.does("waiting")
    assert len(together_again.journey.runs) == before + 1


def test_what_was_written_in_the_walk_before_can_still_be_read_and_changed(together_again: Person) -> None:
    """After starting again, no gate hides what they wrote before."""
    together_again.answers("apart-again", _apart("fresh"))
    run = together_again.answers("why-it-ended", {})
    assert run.answers["their-side"] == LIFE["why-it-ended"]["their-side"]
    assert together_again.views[0].item.id == "review"


def test_the_fresh_walk_counts_its_own_days_and_decisions(together_again: Person) -> None:
    """After starting again, the rule, the week before stage 2 and both decisions are new ones."""
    together_again.answers("apart-again", _apart("fresh"))
    story = together_again.answers("your-story", dict(LIFE["your-story"]))
    assert story.finished is not None
    assert "started again once" in _said(together_again.views[-1])
    together_again.answers("why-space", dict(LIFE["why-space"]))
    together_again.answers(
        "contact-rule", {item: value for item, value in LIFE["contact-rule"].items() if item != "since"}
    )
    together_again.clock.forward(days=6)
    assert together_again.state("why-it-ended") == "closed"
    together_again.clock.forward(days=1)
    assert together_again.state("why-it-ended") == "open"
    assert together_again.guide.days is not None
    assert together_again.guide.days.day == 7


def test_a_boundary_of_the_walk_before_holds_in_the_fresh_one(together_again: Person) -> None:
    """A yes to a safety question still holds after starting again."""
    together_again.answers("apart-again", {**_apart("fresh"), "afraid-of-them": True})
    together_again.answers("your-story", dict(LIFE["your-story"]))
    assert [one.id for one in together_again.guide.boundaries] == ["afraid-of-them"]


def test_without_a_fresh_walk_everything_stays_as_it_was(together_again: Person) -> None:
    """Someone who doesn't want to start again yet goes on where they were."""
    together_again.answers("apart-again", _apart("unsure"))
    assert together_again.guide.walks == 1
    assert together_again.state("decide") == "done"


def test_taking_the_fresh_walk_back_brings_the_old_one_back(together_again: Person) -> None:
    """Changing the answer “start again” back brings the first round back."""
    together_again.answers("apart-again", _apart("fresh"))
    assert together_again.state("decide") == "closed"
    run = together_again.journey.latest("apart-again")
    assert run is not None
    together_again.answers("apart-again", {"review": (GoTo("next"), True), "next": "unsure"})
    assert together_again.state("decide") == "done"


def test_the_days_ahead_are_named_until_they_have_passed(person: Person) -> None:
    """A hard date is listed with its plan up to its day, and is gone the day after."""
    when = (person.clock.now + timedelta(days=5)).date()
    person.answers(
        "hard-dates", {"what": "Their birthday", "when": when.isoformat(), "plan": "Dinner.", "instead": "Swim."}
    )
    person.answers("letter", {"to": "them", "letter": "Dear J.", "fate": "seal", "until": "2026-04-01"})
    assert [(str(one.day), one.words[0]) for one in person.guide.coming] == [
        ("2026-03-07", "Their birthday"),
        ("2026-04-01", "You can read the letter you sealed"),
    ]
    person.clock.forward(days=5)
    assert len(person.guide.coming) == 2
    person.clock.forward(days=1)
    assert len(person.guide.coming) == 1


def test_a_letter_put_by_is_shown_from_its_day_on_and_not_before(person: Person) -> None:
    """A sealed letter is offered the next time from its day on, and no more once it was read."""
    person.answers("letter", {"to": "them", "letter": "Dear J.", "fate": "seal", "until": "2026-03-10"})
    person.clock.forward(days=5)
    person.answers("letter", {"to": "them", "letter": "Another.", "fate": "keep"})
    assert "Dear J." not in " ".join(map(_said, person.views))
    person.clock.forward(days=5)
    person.answers("letter", {"read-then": True, "more": True, "to": "them", "letter": "A third.", "fate": "keep"})
    assert "Dear J." in _said(person.views[1])
    person.clock.forward(days=1)
    person.answers("letter", {"to": "them", "letter": "A fourth.", "fate": "keep"})
    assert "Dear J." not in " ".join(map(_said, person.views))


def test_a_burnt_letter_is_nowhere_in_the_file(person: Person) -> None:
    """A letter deleted for good leaves no word in answers, drafts, history or orphans."""
    run = person.answers("letter", {"to": "them", "letter": "The secret sentence.", "fate": "burn"})
    assert run.answers["letter"] is None
    assert "secret sentence" not in person.store.path.read_text(encoding="utf-8")


def test_a_letter_that_was_kept_and_is_burnt_later_leaves_no_history(person: Person) -> None:
    """A kept letter that is opened again and deleted for good leaves no history either."""
    run = person.answers("letter", {"to": "them", "letter": "The secret sentence.", "fate": "keep"})
    session = Session.edit(person.program, person.program.step("letter"), person.journey, run)
    for event in (GoTo("letter"), Answer("Another sentence."), GoTo("fate"), Answer("burn"), Answer()):
        session = session.apply(event, person.clock())
        person.store.put(session.run)

    assert session.run.answers["letter"] is None
    kept = person.store.path.read_text(encoding="utf-8")
    assert "sentence" not in kept
    assert '"burn"' in kept


def _apart(following: str) -> dict[str, object]:
    return {**SAFE, "what-ended-it": "The old reason.", "learnt": "A lot.", "next": following, "keep": "The choir."}


ENDINGS: dict[str, dict[str, object]] = {
    "letting-go": {**LIFE["letting-go"], "keep": KEPT},
    "accepted": {**LIFE["accepted"], "keep": KEPT},
    "together-again": {
        **SAFE,
        "reason-now": "gone",
        "different-me": "I say it.",
        "different-them": "They ask.",
        "keeps": ["friends"],
        "breaks": "My sister.",
        "keep": KEPT,
    },
    "declined": {**LIFE["declined"], "keep": KEPT},
    "no-reply": {**LIFE["no-reply"], "keep": KEPT},
    "moved-on": {"is-so": "yes", "hurts-most": "All.", "compare": "Patience.", "keep": KEPT, "close": "Her page."},
    "not-allowed": {"safe": "Rest.", "who-helps": "My doctor.", "keep": KEPT},
    "waiting": {"still": 5, "meanwhile": "The choir.", "enough": "A year.", "keep": KEPT, "again": True},
    "waiting no more": {"still": 1, "meanwhile": "The choir.", "enough": "A year.", "keep": KEPT, "again": False},
    "apart-again": {**SAFE, "what-ended-it": "The old.", "learnt": "A lot.", "next": "unsure", "keep": KEPT},
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_ending_closes_with_what_they_keep(person: Person, ending: str) -> None:
    """The last page quotes it in their words."""
    step = ending.partition(" ")[0]
    person.answers("your-story", {**LIFE["your-story"], "asked-to-stop": step == "not-allowed"})
    _begun(person, step)
    person.answers(step, ENDINGS[ending])
    assert KEPT in [getattr(block, "words", "") for block in person.views[-1].body]


@pytest.mark.parametrize("others", [(), ("afraid-of-them",), ("asked-to-stop", "afraid-of-me")])
def test_under_an_order_the_questions_about_safety_come_once_a_day(person: Person, others: tuple[str, ...]) -> None:
    """On the evening of the story they were just answered; from the next day on they come, since an order can end."""
    person.answers("your-story", {**LIFE["your-story"], **dict.fromkeys(("ordered-away", *others), True)})
    person.answers("not-allowed", {"safe": Skip(), "who-helps": Skip(), "keep": KEPT})
    pages = {view.item.id: " ".join(map(str, view.body)) for view in person.views}
    assert not SAFETY & set(pages)
    assert "come next" not in pages["own-way"]
    assert "answer them again, twice, a week apart: exback step not-allowed" in pages["after-the-questions"]
    person.clock.forward(days=7)
    answers = {**dict.fromkeys(SAFETY, False), "safe": Skip(), "who-helps": Skip(), "keep": KEPT}
    person.answers("not-allowed", answers)
    assert {view.item.id for view in person.views} >= SAFETY
    assert "come next" in " ".join(str(block) for view in person.views for block in view.body)
    assert "ordered-away" in {boundary.id for boundary in standing(person.journey)}
    person.clock.forward(days=7)
    person.answers("not-allowed", answers)
    assert {boundary.id for boundary in standing(person.journey)} == set(others)


def test_every_ending_is_tried_above(person: Person) -> None:
    """A new ending needs a line there."""
    assert {step.id for step in person.program.endings.steps} == {ending.partition(" ")[0] for ending in ENDINGS}


def test_a_month_after_letting_go_closes_with_what_they_kept(let_go: Person) -> None:
    """The look back ends with it too, whatever the answer."""
    let_go.clock.forward(days=30)
    let_go.answers("letting-go", {**MONTH_ON, "lighter": "no"})
    assert LIFE["letting-go"]["keep"] in [getattr(block, "words", "") for block in let_go.views[-1].body]


@pytest.mark.parametrize("is_afraid", [True, False])
def test_letting_go_can_be_taken_back_only_where_the_way_is_open(person: Person, is_afraid: bool) -> None:
    """No one behind a boundary is told that they can take it back; to anyone else it's said."""
    person.answers("your-story", {**LIFE["your-story"], "afraid-of-them": is_afraid})
    person.answers("letting-go", dict(LIFE["letting-go"]))
    assert ("take this back" in " ".join(map(_said, person.views))) is not is_afraid


def _begun(person: Person, step: str) -> None:
    """Put a run of a step into the file that was begun and left, so that no gate keeps it closed."""
    number = person.journey.next_number
    person.store.put(Run(id="begun", step=step, started=person.clock(), start_number=number))
