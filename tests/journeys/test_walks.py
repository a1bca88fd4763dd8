"""The whole program from beginning to end, through the public session and store, over simulated weeks."""

from __future__ import annotations

import pytest
from support import program_walk
from support.lives import LIFE, SAFE
from support.person import Person
from support.program_walk import walk

from exback.errors import NotNow

STAGE_1 = ("your-story", "why-space", "contact-rule", "clear-cues", "risky-moments", "ride-an-urge", "first-week")


def test_stage_1_can_be_walked_in_a_day_and_a_week(person: Person) -> None:
    """The first stage opens step by step, and is done after the review of the first week."""
    assert person.guide.next is not None
    assert person.guide.next.id == "your-story"
    assert [person.state(step) for step in STAGE_1[1:]] == ["closed"] * 6

    walk(person, list(program_walk.stage_1()))

    assert {person.state(step) for step in STAGE_1} == {"done"}
    assert person.guide.days is not None
    assert (person.guide.days.day, person.guide.days.of, person.guide.days.best) == (7, 30, 7)


def test_stage_2_opens_seven_days_after_the_rule_and_ends_with_a_decision_said_twice(person: Person) -> None:
    """Soul searching opens after a week; a decision counts only when it was the same twice, a week apart."""
    walk(person, list(program_walk.stage_1())[:-1])
    person.clock.forward(days=6)
    assert person.state("why-it-ended") == "closed"
    assert str(person.guide.step_status(person.program.step("why-it-ended")).date) == "2026-03-09"
    person.clock.forward(days=-6)

    walk(person, program_walk.to_letting_go()[8:-1])

    stage_2 = [one for one in person.guide.steps if one.stage.id == "soul-searching" and not one.step.optional]
    assert {one.step.id: one.state for one in stage_2} == {one.step.id: "done" for one in stage_2}
    assert [step.id for step in person.guide.due if step.id == "letting-go"] == ["letting-go"]


def test_stage_3_stays_closed_for_somebody_who_decided_to_let_go(person: Person) -> None:
    """Without the decision for one invitation the third stage does not open."""
    walk(person, program_walk.to_letting_go())
    assert {person.state(step.id) for step in person.program.stages[2].steps} == {"closed"}
    with pytest.raises(NotNow):
        person.does("am-i-ready")


def test_stage_3_leads_to_one_invitation_that_is_held_for_a_day(person: Person) -> None:
    """The invitation is written, held, read again by day, and only then sent by the person."""
    plan = program_walk.to_declined()
    walk(person, [one for one in plan if (one.day, one.step) <= (30, "zzz")])
    assert person.state("am-i-ready") == "done"

    person.clock.forward(hours=5)
    person.does("one-invitation")
    assert [view.item.id for view in person.views] == ["review", "closing"]
    assert not person.guide.step_status(person.program.step("one-invitation")).may_begin

    person.clock.forward(hours=13)  # past 24 hours later it is still dark
    person.does("one-invitation")
    assert "sent" not in [view.item.id for view in person.views]

    person.clock.forward(hours=11)
    person.does("one-invitation", sent="yes")
    assert person.state("one-invitation") == "done"


def test_walk_to_letting_go(person: Person) -> None:
    """Someone who decides twice to let go gets to that ending, and keeps what they wrote."""
    walk(person, program_walk.to_letting_go())
    assert person.state("letting-go") == "done"
    assert LIFE["letting-go"]["keep"] in [getattr(block, "words", "") for block in person.views[-1].body]


def test_walk_to_accepted(person: Person) -> None:
    """Someone whose invitation is accepted is asked about safety again and goes slowly."""
    walk(person, program_walk.to_accepted())
    assert person.state("accepted") == "done"
    assert person.state("meet-and-go-slowly") in {"open", "closed"}
    assert person.journey.runs[-2].answers["asked-to-stop"] is False


def test_walk_to_declined(person: Person) -> None:
    """A no ends the invitation for good: no draft is ever asked for again."""
    walk(person, program_walk.to_declined())
    assert person.state("declined") == "done"
    person.does("one-invitation", reply="no", asked_to_stop=False)
    assert "draft" not in [view.item.id for view in person.views]


def test_walk_to_no_reply(person: Person) -> None:
    """After two weeks without an answer the ending opens, and not a day earlier."""
    plan = program_walk.to_no_reply()
    walk(person, plan[:-1])
    assert person.state("no-reply") == "closed"
    walk_on = [one._replace(day=one.day - plan[-2].day) for one in plan[-1:]]
    walk(person, walk_on)
    assert person.state("no-reply") == "done"


@pytest.mark.parametrize("question", list(SAFE))
def test_any_boundary_closes_all_that_reaches_out(person: Person, question: str) -> None:
    """One yes in the story closes every step that reaches out, and leaves the rest open."""
    person.answers("your-story", {**LIFE["your-story"], question: True})
    reaching = [step for step in person.program.steps() if step.reaches_out]
    assert {person.state(step.id) for step in reaching} == {"withheld"}
    assert [boundary.id for boundary in person.guide.boundaries] == [question]
    assert person.state("why-space") == "open"
    assert person.state("not-allowed") == "open"


def test_a_boundary_that_comes_late_closes_the_stage_at_once(person: Person) -> None:
    """After a yes in “Their side” the next page explains the boundary, and the invitation never opens."""
    plan = program_walk.to_declined()
    walk(person, [one for one in plan if one.day < 30])
    for step in ("am-i-ready", "what-has-changed"):
        person.clock.now = person.clock.now.replace(month=4, day=1)
        person.answers(step, dict(LIFE[step]))
    person.answers("their-side", {"asked-to-stop": True})
    assert person.views[-1].item.id == "withheld"
    with pytest.raises(NotNow):
        person.does("one-invitation")


def test_somebody_who_ended_it_is_spoken_to_as_such(person: Person) -> None:
    """The wording depends on who left."""
    person.answers("your-story", {**LIFE["your-story"], "who-ended": "me"})
    person.answers("the-whole-story", dict(LIFE["the-whole-story"]))
    asked = {view.item.id: view.question for view in person.views}
    assert "Why did you end it" in str(asked["reasons"])
    person.answers("why-space", dict(LIFE["why-space"]))
    space = next(view for view in person.views if view.item.id == "space")
    assert "You ended it, and you may still want to write" in str(space.body)


def test_slips_keep_what_was_kept_and_a_third_one_offers_a_rest(person: Person) -> None:
    """A slip takes no days away; after three in two weeks a pause is offered."""
    walk(person, list(program_walk.stage_1())[:-1])
    slip = {
        "kind": "i-wrote",
        "before": "Late.",
        "hoped": "An answer.",
        "they-answered": "nothing",
        "change": "Phone away.",
    }
    for kept in ("four", "three"):
        person.clock.forward(days=4)
        person.answers("contact", dict(slip))
        assert f"You'd kept your rule for {kept} days before it." in str(person.views[-1].body)
    days = person.guide.days
    assert days is not None
    assert days.stretches == (4, 3)
    assert (days.day, days.apart, days.best, days.breaks) == (8, 0, 4, 2)

    person.clock.forward(days=1)
    person.answers("contact", {**slip, "rest": "2026-03-18"})
    assert str(person.guide.paused_until) == "2026-03-18"
    assert person.guide.due == ()
    assert person.guide.next is None


def test_urge_works_before_anything_else(person: Person) -> None:
    """The urge works without a story and without a rule."""
    run = person.answers("urge", dict(LIFE["urge"]))
    assert run.finished is not None
    assert "It was 8 before, and it's 4 now" in str(person.views[-1].body)
