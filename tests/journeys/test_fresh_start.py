"""Starting again: nothing of the first time is taken for today's, and what helps in an urge is still there, with its date."""

from __future__ import annotations

import pytest
from support.lives import LIFE, SAFE
from support.pages_today import everywhere, menu, page, plain, short
from support.person import Person

PLAN = str(LIFE["risky-moments"]["plan-1"])
SIGNED = str(LIFE["contact-rule"]["signature"])
SPACE = str(LIFE["why-space"]["space-for"])
APART: dict[str, object] = {
    **SAFE,
    "what-ended-it": "The old reason.",
    "learnt": "A lot.",
    "next": "fresh",
    "keep": "The choir.",
}


def urge(person: Person) -> str:
    """Go through an urge, and return all that its pages say."""
    person.answers("urge", dict(LIFE["urge"]))
    return "\n".join(str((view.item.id, view.body, view.question)) for view in person.views)


def fresh(person: Person) -> None:
    """Be together again, and start again on the day it ended."""
    person.puts("together-again", keep="The choir.")
    person.clock.forward(days=20)
    person.answers("apart-again", dict(APART))


@pytest.fixture
def again(person: Person) -> Person:
    """Someone who has started again a moment ago, after a first time with a rule and if-then plans."""
    for step in ("your-story", "the-whole-story", "why-space", "contact-rule", "clear-cues", "risky-moments"):
        person.answers(step, dict(LIFE[step]))
    person.clock.forward(days=20)
    fresh(person)
    return person


def test_the_menu_has_its_headline(again: Person) -> None:
    """It says which time this is and since when, on the same day and on later ones, until there is a new rule."""
    assert menu(again).startswith("Your second time through started today.")
    again.clock.forward(days=3)
    assert menu(again).startswith("Your second time through started on Saturday 11 April.")
    assert "Your second time through started on Saturday 11 April. Everything you wrote before is still here." in page(
        again
    )
    assert "Walk" not in everywhere(again)


def test_the_old_rule_is_nowhere_shown_as_the_current_one(again: Person) -> None:
    """Not on the status page, in its plain lines, in the menu or in the short line; and the calendar follows its days."""
    assert plain(again)[0].startswith("You haven't made a new rule yet.")
    assert "of 30" not in everywhere(again)
    assert SIGNED not in everywhere(again)
    assert short(again) == ""
    assert again.guide.days is None


def test_an_urge_still_has_the_plans_of_the_first_time(again: Person) -> None:
    """Before the story of the second time is told, with their date, and as what they are: plans of an earlier start."""
    said = urge(again)
    assert PLAN in said
    assert "Last time through, you planned this for “It is past 11 and I open our thread”:" in said
    assert "datetime.date(2026, 3, 2)" in said


def test_an_urge_quotes_the_old_signature_as_an_old_one(again: Person) -> None:
    """And what quiet could give them."""
    said = urge(again)
    assert "Last time through, you signed this:" in said
    assert "'You signed this:'" not in said


def test_new_plans_and_a_new_rule_take_their_place(again: Person) -> None:
    """From then on, only those are shown, without a word about before."""
    for step in ("your-story", "why-space"):
        again.answers(step, dict(LIFE[step]))
    again.answers("contact-rule", {**LIFE["contact-rule again"], "signature": "Quiet, this time for good."})
    again.answers("risky-moments", {**LIFE["risky-moments"], "plan-1": "the phone goes to the neighbour"})
    said = urge(again)
    assert "the phone goes to the neighbour" in said
    assert "Quiet, this time for good." in said
    assert PLAN not in said
    assert "Last time through" not in said
    assert "Your rule starts today, for 30 days." in page(again)


def test_a_slip_doesn_t_quote_the_old_rule(again: Person) -> None:
    """There is none to have signed."""
    again.answers(
        "contact",
        {
            "kind": "i-wrote",
            "before": "Late.",
            "hoped": "A word.",
            "they-answered": "nothing",
            "change": "The phone sleeps.",
        },
    )
    said = "\n".join(str(view.body) for view in again.views)
    assert SIGNED not in said
    assert "That still counts" not in said


def test_two_fresh_starts(again: Person) -> None:
    """The third time through is called that, and the latest plans there are, are shown."""
    for step in ("your-story", "why-space"):
        again.answers(step, dict(LIFE[step]))
    again.clock.forward(days=10)
    fresh(again)
    assert menu(again).startswith("Your third time through started today.")
    assert PLAN in urge(again)
