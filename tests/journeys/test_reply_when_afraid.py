"""They wrote, to someone who has been afraid of them: a page that says not to answer, and nothing asked about an answer."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from journeys.test_every_page import walked
from journeys.test_who_is_spoken_to import HELD, TIES, story
from support.person import Clock, Person
from support.simulated_person import numbered

from exback.engine.view import View
from exback.model.boundaries import AFRAID_OF_THEM
from exback.model.items import Question
from exback.model.program import Program
from exback.model.timeline import SAFETY

AFRAID = [held for held in HELD if AFRAID_OF_THEM.id in held]


def asked(pages: Sequence[View]) -> set[str]:
    """Return the questions on some pages, without those about safety."""
    return {view.item.id for view in pages if isinstance(view.item, Question)} - SAFETY


def text_of(pages: Sequence[View]) -> str:
    """Return all that some pages say."""
    return " ".join(str((view.body, view.question, view.note, view.options)) for view in pages)


@pytest.mark.parametrize("ties", TIES, ids="+".join)
@pytest.mark.parametrize("held", AFRAID, ids=lambda held: "+".join(sorted(held)))
def test_says_not_to_answer_and_asks_nothing_about_it(person: Person, held: frozenset[str], ties: list[str]) -> None:
    """The first words are not to answer, and the only question is what they want for themselves."""
    story(person, held, ties)
    step = person.program.step("they-wrote")
    pages = walked(person.program, step, person.journey, numbered(0)).pages
    assert str(pages[0].body[0]).startswith("Don't answer.")
    assert asked(pages) == {"want"}
    assert "apart from answering" not in text_of(pages)
    assert "What do you want to do?" not in text_of(pages)


def test_says_so_too_when_fear_is_first_named_there(program: Program) -> None:
    """Someone who was never asked about safety reads it right after the four questions, before any thought of an answer."""
    held = {AFRAID_OF_THEM.id}
    pages = walked(program, program.step("they-wrote"), program.journey([], Clock().now), numbered(0), held).pages
    after = [view.item.id for view in pages].index("afraid-of-me") + 1
    assert str(pages[after].body[0]).startswith("Don't answer.")
    assert asked(pages) == {"want"}


def test_keeps_the_children_out_of_it(person: Person) -> None:
    """About the children something may have to be answered, and the page says by what."""
    story(person, frozenset({AFRAID_OF_THEM.id}), ["children"])
    page = walked(person.program, person.program.step("they-wrote"), person.journey, numbered(0)).pages[0]
    assert (
        "The children are an exception. Keep to what a court or your lawyer said. If you aren't sure, ask a lawyer or a helpline first: exback crisis"
        in page.body
    )
