"""They wrote, to someone who has been afraid of them: a page that says not to answer, and nothing asked about an answer."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from journeys.test_every_page import walked
from journeys.test_who_is_spoken_to import HELD, TIES, story
from support.person import Clock, Person
from support.simulated_person import numbered
from support.walkthrough import begin, pages, said

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


@pytest.mark.parametrize("ties", TIES, ids="+".join)
@pytest.mark.parametrize("held", AFRAID, ids=lambda held: "+".join(sorted(held)))
def test_is_not_told_to_answer_later_where_they_write_it_down(
    person: Person, held: frozenset[str], ties: list[str]
) -> None:
    """“Don't answer today” would read as leave to answer tomorrow. What to do about the children is said as it is there."""
    story(person, held, ties)
    [*_, end] = pages(person, "contact", kind="they-wrote", answered=False)
    words = said([end])
    assert (
        "One small thing: save the message, and tell someone you trust that they wrote. You don't owe them an answer."
        in words
    )
    assert ("The children are an exception. Keep to what a court or your lawyer said." in words) == ("children" in ties)
    assert "answer today" not in words
    assert "exback reply" not in words


@pytest.mark.parametrize("boundary", ["asked_to_stop", "ordered_away", "afraid_of_me"])
@pytest.mark.parametrize("answered", [False, True])
def test_no_one_who_must_keep_away_is_told_to_leave_it_for_today(person: Person, boundary: str, answered: bool) -> None:
    """A boundary isn't over tomorrow."""
    words = said(pages(begin(person, **{boundary: True}), "contact", kind="they-wrote", answered=answered)[-1:])
    assert "unanswered for today" not in words
    assert "again today" not in words
    assert ("Don't write again" if answered else "Leave it unanswered") in words
