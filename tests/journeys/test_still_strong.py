"""An urge that is still strong at its end hasn't passed, and no page says that it has."""

from __future__ import annotations

from itertools import pairwise

import pytest
from support.lives import LIFE
from support.person import Person


def ends_at(person: Person, after: int) -> str:
    """Go through an urge without writing, and return its closing page."""
    person.answers("urge", {**LIFE["urge"], "after": after, "wrote": False})
    return " ".join(map(str, person.views[-1].body))


@pytest.mark.parametrize("after", [7, 10])
def test_a_strong_urge_is_not_said_to_have_passed(person: Person, after: int) -> None:
    """Neither the first nor a later one; that nothing was sent is still counted."""
    first, second = ends_at(person, after), ends_at(person, after)
    assert "passed" not in first + second
    assert "It's still strong" in first
    assert "You've got through two of two urges without a message." in second


def test_the_small_thing_is_another_one_than_after_the_last_urge(person: Person) -> None:
    """Also for someone who has one every night."""
    ends = [ends_at(person, 3).partition("One small thing: ")[2] for _ in range(4)]
    assert all(ends)
    assert all(one != other for one, other in pairwise(ends))


def test_one_that_fell_is(person: Person) -> None:
    """It's one of those that passed."""
    assert "That's the first urge that passed." in ends_at(person, 3)
    assert "Both urges so far have passed." in ends_at(person, 6)


def test_the_count_is_in_words_like_every_other(person: Person) -> None:
    """Numbers up to ten are written out, here as in the sentence about the minutes before it."""
    person.answers("urge", {**LIFE["urge"], "after": 3, "wrote": True})
    assert "One of two urges so far has passed." in ends_at(person, 3)
    assert "Two of three urges so far have passed." in ends_at(person, 3)
    person.answers("urge", {**LIFE["urge"], "after": 3, "wrote": True})
    assert "Two of four urges passed without a message." in str(person.views[-1].body)
    rated = next(view for view in person.views if view.item.id == "after")
    assert "Two of your last three urges passed without a message." in str(rated.note)


def test_where_all_of_several_passed(person: Person) -> None:
    """Three of three."""
    ends = [ends_at(person, 3) for _ in range(3)]
    assert "All three urges so far have passed." in ends[-1]
