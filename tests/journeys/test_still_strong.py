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
    assert "You've got through 2 of 2 urges without a message." in second


def test_the_small_thing_is_another_one_than_after_the_last_urge(person: Person) -> None:
    """Also for someone who has one every night."""
    ends = [ends_at(person, 3).partition("One small thing: ")[2] for _ in range(4)]
    assert all(ends)
    assert all(one != other for one, other in pairwise(ends))


def test_one_that_fell_is(person: Person) -> None:
    """It's one of those that passed."""
    assert "That's the first urge that passed." in ends_at(person, 3)
    assert "Both urges so far have passed." in ends_at(person, 6)
