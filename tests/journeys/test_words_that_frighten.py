"""A threat is named on the page after it, in a thank-you after a no and in an answer to them."""

from __future__ import annotations

import pytest
from support.held import THREAT, pages, said, told_story
from support.lives import LIFE
from support.person import Person

FRIGHTENS = "This can frighten them. Take it out."


@pytest.mark.parametrize(
    ("words", "frightens"), [(THREAT, True), ("Thank you for telling me. I wish you well.", False)]
)
def test_thanks_after_a_no_are_read(person: Person, words: str, *, frightens: bool) -> None:
    """The page after the thanks has the remarks, or says that none of the phrases was found."""
    told_story(person).puts("contact", kind="i-wrote", they_answered="no", before="Late.", change="Phone away.")
    person.answers("declined", {**LIFE["declined"], "thanks": words})
    assert "thanks-read" in pages(person)
    assert (FRIGHTENS in said(person.views)) is frightens


def test_no_thanks_no_page(person: Person) -> None:
    """Someone who writes none isn't shown a page about it."""
    told_story(person).puts("contact", kind="i-wrote", they_answered="no", before="Late.", change="Phone away.")
    person.answers("declined", {item: words for item, words in LIFE["declined"].items() if item != "thanks"})
    assert "thanks-read" not in pages(person)


@pytest.mark.parametrize(("words", "frightens"), [(THREAT, True), ("Thank you, and no.", False)])
def test_an_answer_to_them_is_read(person: Person, words: str, *, frightens: bool) -> None:
    """The page after the draft has the remarks, in whatever kind of answer it is."""
    told_story(person)
    answers = {
        "asks": "To talk.",
        "wrote-freely": True,
        "wants-contact": True,
        "asked-to-meet": False,
        "want": "Peace.",
    }
    person.answers("they-wrote", {**answers, "kind": "no", "draft": words})
    assert "draft-read" in pages(person)
    assert (FRIGHTENS in said(person.views)) is frightens
