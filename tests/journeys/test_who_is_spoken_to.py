"""Who a page speaks to: for every combination of the four safety answers, only about the boundary that sets the tone."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import product
from typing import TypeVar

import pytest
from support.lives import LIFE
from support.person import Person
from support.simulated_person import Pick, fitting, numbered
from support.spoken_to import meant_for_others, named_first, paragraphs

from exback.engine.session import Session
from exback.engine.simulated_person import go_through
from exback.engine.view import Answer, Event, View
from exback.model.boundaries import BOUNDARIES, ORDERED_AWAY, explained
from exback.model.items import Confirm
from exback.model.timeline import SAFETY

T = TypeVar("T")

ANSWERS = [frozenset(held) for held in product(*(("", boundary.id) for boundary in BOUNDARIES))]
HELD = [held - {""} for held in ANSWERS]
TIES: tuple[list[str], ...] = ([], ["children"], ["children", "work", "home"])
VARIANTS = 3 if os.environ.get("EXBACK_DEEP") else 1


def story(person: Person, held: frozenset[str], ties: Sequence[str]) -> Person:
    """Someone who told their story, with a yes to these questions about safety, and kept a rule for a while."""
    answers = {item: item in held for item in SAFETY}
    person.answers("your-story", {**LIFE["your-story"], **answers, "ties": list(ties)})
    causes = {"causes": ["distance", "betrayal"], "whose-trust": "both"}
    person.answers("the-whole-story", {**LIFE["the-whole-story"], **causes})
    return person


def seen(person: Person, step_id: str, pick: Pick) -> Iterator[View]:
    """Every page of a walk through a step, whatever its gates say."""
    session = Session.begin(person.program, person.program.step(step_id), person.journey, "walk")
    pages: list[View] = []

    def policy(before: Session) -> Event:
        view = before.view()
        pages.append(view)
        assert len(pages) < 100, view.item.id
        if isinstance(view.item, Confirm) and view.item.id in SAFETY:
            return Answer(False)
        return Answer(fitting(view, person.clock().date(), pick))

    *_, last = go_through(session, policy, person.clock)
    yield from (*pages, last.view())


@pytest.mark.parametrize("ties", TIES, ids="+".join)
@pytest.mark.parametrize("held", HELD, ids=lambda held: "+".join(sorted(held)) or "none")
def test_only_about_the_boundary_that_sets_the_tone(person: Person, held: frozenset[str], ties: list[str]) -> None:
    """No page shows a paragraph of a boundary that this person doesn't have or that isn't the one they're spoken to about;
    beside it only an order is named, in one sentence.
    """
    story(person, held, ties)
    steps = [step for stage in person.program.all_stages for step in stage.steps if not step.reaches_out]
    wrong = {
        (step.id, view.item.id, words)
        for step, variant in product(steps, range(VARIANTS))
        for view in seen(person, step.id, numbered(variant))
        for words in meant_for_others(held, view)
    }
    assert wrong == set()


def test_every_boundary_has_its_paragraphs() -> None:
    """The search above would pass if it found nothing."""
    ids = set().union(*paragraphs().values())
    assert ids == {boundary.id for boundary in BOUNDARIES}
    assert len(paragraphs()) > 20


@pytest.mark.parametrize("held", [held for held in HELD if held], ids=lambda held: "+".join(sorted(held)))
def test_why_the_way_is_closed(held: frozenset[str]) -> None:
    """The page that withholds a step gives one reason, and a sentence about an order beside it."""
    told = explained([boundary for boundary in BOUNDARIES if boundary.id in held])
    reasons = [boundary.id for boundary in BOUNDARIES if boundary.reason in told]
    assert reasons == [named_first(held)]
    assert (ORDERED_AWAY.also in told) == (ORDERED_AWAY.id in held and named_first(held) != ORDERED_AWAY.id)
