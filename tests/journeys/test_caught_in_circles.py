"""Thoughts that go in circles: who is offered a page for them, what it asks, and what it doesn't claim."""

from __future__ import annotations

import pytest
from support.person import Person
from support.walkthrough import asked, begin, finishes, keep, pages, said

from exback.engine.view import View

STEP = "caught-in-circles"
LOOKS_AT_IT = {"believe-before", "speaks-for", "speaks-against", "fairer", "believe-after"}


def _ruminates(person: Person, *numbers: int) -> Person:
    for number in numbers:
        keep(person, "missing-or-bargaining", {"rumination": number})
    return person


def _is_offered(person: Person) -> bool:
    return STEP in [step.id for step in person.guide.due]


def _closing(person: Person, **answers: object) -> str:
    return said(pages(person, STEP, thought="It was me.", **answers)[-1:])


@pytest.fixture
def ruled(person: Person) -> Person:
    """Someone whose stage 2 is open."""
    begin(person)
    for step in ("why-space", "contact-rule"):
        keep(person, step, {})
    person.clock.forward(days=7)
    return person


@pytest.mark.parametrize(
    ("numbers", "offered"), [((), False), ((6,), False), ((7,), True), ((8, 3), False), ((3, 9), True)]
)
def test_is_offered_while_thoughts_go_in_circles(ruled: Person, numbers: tuple[int, ...], offered: bool) -> None:
    """The latest number counts, from 7 of 10 on; before that it's only open, and it's never what comes next."""
    _ruminates(ruled, *numbers)
    assert _is_offered(ruled) is offered
    assert ruled.guide.step_status(ruled.program.step(STEP)).may_begin
    assert ruled.guide.next is not None
    assert ruled.guide.next.id != STEP


def test_is_not_offered_again_once_it_was_done(ruled: Person) -> None:
    """It stays open every day, and no list pushes it."""
    _ruminates(ruled, 9)
    finishes(ruled, STEP)
    ruled.clock.forward(days=1)
    assert not _is_offered(ruled)
    assert ruled.guide.step_status(ruled.program.step(STEP)).may_begin


def test_holds_up_no_decision(person: Person) -> None:
    """The decision needs all of stage 2 but the optional steps."""
    needed = {step for gate in person.program.step("decide").opens for step, _ in gate.refers}
    optional = {step.id for stage in person.program.stages[1:2] for step in stage.steps if step.optional}
    assert {STEP, "what-opened-up"} <= optional
    assert not needed & optional
    assert needed == {step.id for step in person.program.stages[1].steps} - optional - {"decide"}


def test_asks_for_a_time_and_a_look_outward(person: Person) -> None:
    """The circle gets a sentence, fifteen minutes at a set time, and something to turn to."""
    views = pages(begin(person), STEP)
    assert {"loop", "starts", "slot", "outward", "turn-to", "thought"} | LOOKS_AT_IT == asked(views)


def test_looks_at_no_thought_that_was_skipped(person: Person) -> None:
    """Someone who names no thought isn't asked what speaks for it."""
    views = pages(begin(person), STEP, thought=None)
    assert not LOOKS_AT_IT & asked(views)
    assert "Your fifteen minutes a day:" in said(views[-1:])


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (9, 5, "How much you believed the first thought, out of 10: 9 before, 5 now."),
        (5, 5, "You believe the first thought as much as before."),
        (5, 8, "If it stays that strong, talk to someone about it: exback crisis"),
    ],
)
def test_ends_with_what_the_numbers_say(person: Person, before: int, after: int, words: str) -> None:
    """No fall is praised that didn't happen, and someone whose thought got stronger hears of people."""
    closing = _closing(begin(person), believe_before=before, believe_after=after, fairer="Both of us were tired.")
    assert words in closing
    assert "Both of us were tired." in closing


def test_claims_no_effect(person: Person) -> None:
    """No study tested this page, and it says so; the one it names is why there's little to write."""
    words = said(pages(begin(person), STEP)[:-1])
    assert "no study has tested this page" in words
    assert not any(claim in words for claim in ("many people", "Many people", "works", "helps", "studies show"))
    assert person.program.step(STEP).why == ("writing-harms",)


def test_argues_with_no_fear_that_is_real(person: Person) -> None:
    """Someone who was afraid is told not to weigh whether the other could hurt them, and where to go with it."""
    (page,) = _thought_pages(begin(person, afraid_of_them=True))
    assert "If the thought is that they could hurt you, don't argue with it here." in said([page])
    assert "exback crisis" in said([page])


def test_argues_away_nothing_that_was_done(person: Person) -> None:
    """Someone who frightened the other is told to take another thought."""
    (page,) = _thought_pages(begin(person, afraid_of_me=True))
    assert "Don't choose what you did to them" in said([page])


def test_asks_no_one_to_look_for_proof(person: Person) -> None:
    """What speaks for a thought is what they know already, so that it's no reason to check on the other."""
    words = said([view for view in pages(begin(person), STEP) if view.item.id == "speaks-for"])
    assert "Only what you know already. Don't go and look for more." in words


class TestWriting:
    """The step for people who like to write, which offers another way to those whose thoughts go in circles."""

    def test_tells_them_why_and_offers_the_other_page(self, person: Person) -> None:
        """After two high numbers they read about the trial, and the other page comes first."""
        views = pages(_ruminates(begin(person), 8, 7), "what-opened-up")
        assert "people who kept searching for meaning did worse" in said(views)
        assert [option.id for option in _choice(views).options] == ["circles", "plan", "write"]

    def test_asks_nothing_of_those_who_go_there(self, person: Person) -> None:
        """Choosing the other page ends this one, names it, and counts as no session."""
        _ruminates(begin(person), 8, 7)
        views = finishes(person, "what-opened-up", way="circles")
        assert asked(views) == {"way"}
        assert "exback step caught-in-circles" in said(views[-1:])
        assert "Session 1 of 3." in said(pages(person, "what-opened-up", way="write")[-1:])

    def test_asks_others_straight_away(self, person: Person) -> None:
        """One high number isn't enough, and everyone else writes on three days as before."""
        _ruminates(begin(person), 8, 6)
        for number in (1, 2, 3):
            views = finishes(person, "what-opened-up")
            assert "way" not in asked(views)
            assert f"Session {number} of 3." in said(views[-1:])
        keep(person, "who-am-i-now", {})
        assert person.journey.is_done("what-opened-up")


def _thought_pages(person: Person) -> list[View]:
    return [view for view in pages(person, STEP) if view.item.id == "thought"]


def _choice(views: list[View]) -> View:
    return next(view for view in views if view.item.id == "way")
