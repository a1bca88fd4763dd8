"""Who a page speaks to: for every combination of the four safety answers, only about the boundary that sets the tone."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import product
from typing import TypeVar

import pytest
from support.lives import LIFE
from support.person import Person
from support.simulated_person import Pick, fitting, numbered

from exback.engine.session import Session
from exback.engine.simulated_person import go_through
from exback.engine.view import Answer, Event, Review, View
from exback.model.boundaries import AFRAID_OF_ME, AFRAID_OF_THEM, ASKED_TO_STOP, BOUNDARIES, ORDERED_AWAY, explained
from exback.model.items import Confirm
from exback.model.prose import Quote
from exback.model.timeline import SAFETY

T = TypeVar("T")

ANSWERS = [frozenset(held) for held in product(*(("", boundary.id) for boundary in BOUNDARIES))]
HELD = [held - {""} for held in ANSWERS]
TIES: tuple[list[str], ...] = ([], ["children"], ["children", "work", "home"])
VARIANTS = 3
REPROACHES = (
    "What did you do, in one plain sentence",
    "is no reason for that",
    "what they do;",
    "worry about what they do",
    "worry about what you do",
    "need peace from you",
    "although they",
    "asked for quiet",
    "like being followed",
    "leave them in peace",
    "left them in peace",
    "not to be watched",
)
"""Words for someone who must leave the other alone. Someone who has been afraid reads none of them."""


def named_first(held: frozenset[str]) -> str:
    """The boundary that sets the tone where several hold."""
    return next(
        boundary.id for boundary in (AFRAID_OF_THEM, AFRAID_OF_ME, ORDERED_AWAY, ASKED_TO_STOP) if boundary.id in held
    )


def paragraphs() -> dict[str, set[str]]:
    """All that is written for one boundary, in the program and in its steps: the ids of its boundaries, by its first words."""
    found: dict[str, set[str]] = {}
    for boundary in BOUNDARIES:
        for words in (boundary.reason, boundary.help, boundary.lifts):
            if words:
                found.setdefault(words, set()).add(boundary.id)
    for name, module in list(sys.modules.items()):
        if "steps" in name:
            for value in vars(module).values():
                if type(value).__name__ == "ByBoundary":
                    for boundary_id, words in value.by_id().items():
                        found.setdefault(words.partition("{")[0], set()).add(boundary_id)
    return found


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


def text_of(view: View) -> str:
    """All that a page says, but for the words of the person themselves and the four questions, which name no one's boundary."""
    if isinstance(view.item, Review) or view.item.id in SAFETY:
        return ""
    prose = (view.body, view.question, view.note)
    parts = [part for words in prose for part in (words if isinstance(words, tuple) else (words,))]
    options = (f"{option.label} {option.hint}" for option in view.options)
    return " ".join([*(str(part) for part in parts if not isinstance(part, Quote)), *options])


@pytest.mark.parametrize("ties", TIES, ids="+".join)
@pytest.mark.parametrize("held", HELD, ids=lambda held: "+".join(sorted(held)) or "none")
def test_only_about_the_boundary_that_sets_the_tone(person: Person, held: frozenset[str], ties: list[str]) -> None:
    """No page shows a paragraph of a boundary that this person doesn't have or that isn't the one they're spoken to about;
    beside it only an order is named, in one sentence.
    """
    ours = {named_first(held)} if held else set()
    others = {words for words, ids in paragraphs().items() if not ids & ours}
    others |= set(REPROACHES if AFRAID_OF_THEM.id in held else ())
    story(person, held, ties)
    steps = [step for stage in person.program.all_stages for step in stage.steps if not step.reaches_out]
    wrong = {
        (step.id, view.item.id, words)
        for step, variant in product(steps, range(VARIANTS))
        for view in seen(person, step.id, numbered(variant))
        for words in others
        if words in text_of(view) and not _is_an_order(words, held)
    }
    assert wrong == set()


def _is_an_order(words: str, held: frozenset[str]) -> bool:
    """Whether words are about an order: the help with it, what lifts it, or the children. Anyone under an order may read them."""
    is_about_order = words in (ORDERED_AWAY.help, ORDERED_AWAY.lifts) or "the way that the order names" in words
    return ORDERED_AWAY.id in held and is_about_order


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
