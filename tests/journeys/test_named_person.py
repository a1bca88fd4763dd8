"""The person someone named is called by that name wherever a person is meant, and no one else ever is."""

from __future__ import annotations

from importlib import import_module

import pytest
from support.person import Person

from exback.engine.session import Session
from exback.model.context import Context


def here(person: Person) -> Context:
    """Return what the pages of an urge may look at."""
    return Session.begin(person.program, person.program.step("urge"), person.journey, "new").path.here


def named(person: Person) -> str:
    """Return the name of the person beside them, empty without one."""
    name: str = import_module("exback.steps.situation").named_person(here(person))
    return name


class TestNamedPerson:
    """Whose name is used."""

    def test_without_a_name_there_is_none(self, person: Person) -> None:
        """Nobody has been named yet."""
        assert named(person) == ""

    @pytest.mark.parametrize(
        ("given", "name"),
        [
            ("Ana", "Ana"),
            ("Ana.", "Ana"),
            ("Ana-Lucía O’Neill", "Ana-Lucía O’Neill"),
            ("my sister", "your sister"),
            ("My sister.", "your sister"),
            ("कविता", "कविता"),
        ],
    )
    def test_a_name_is_used_as_it_follows_call(self, person: Person, given: str, name: str) -> None:
        """A name of one or two words, and "my sister" as "your sister"."""
        person.puts("clear-cues", told=given)
        assert named(person) == name

    @pytest.mark.parametrize(
        "given",
        [
            "no one",
            "Nobody",
            "I don't know yet",
            "My sister, on the phone.",
            "Call Ana",
            "ana",
            "my ex",
            "My wife",
            "Ana 555 0199",
            "A\u202ena",
            "Me",
            "A" * 21,
            "—",
            "-",
            "'",
            "No-one",
            "DON'T KNOW",
            "Alone",
            "Tell Ana",
            "Their Mum",
            "my ex-wife",
            "Ex-wife",
            "my abuser",
            "my fiancé",
            "my girlfriend's",
            "我会打电话给我妈妈",
        ],
    )
    def test_what_is_no_name_is_not_used(self, person: Person, given: str) -> None:
        """A sentence, a number, the other one, no one, or something hidden."""
        person.puts("clear-cues", told=given)
        assert named(person) == ""

    @pytest.mark.parametrize("given", ["R", "R.", "r", "Rob", "Rob Roy"])
    def test_it_is_never_the_other_one(self, person: Person, given: str) -> None:
        """Not what exback calls them, in capitals or not, with a full stop or a second name."""
        person.puts("your-story", name=given.split()[0].lower())
        person.puts("clear-cues", told=given)
        assert named(person) == ""

    @pytest.mark.parametrize(
        ("theirs", "given"),
        [
            ("Sam", "S"),
            ("S.", "Sam"),
            ("Sam", "Sammy"),
            ("Sam", "Sam's"),
            ("Sam", "my Sam"),
            ("Sam", "Dr. Sam"),
            ("my ex Sam", "Sam"),
            ("Anna Miller", "Miller"),
            ("José", "Jose"),
        ],
    )
    def test_it_is_nothing_that_can_stand_for_the_other_one(self, person: Person, theirs: str, given: str) -> None:
        """Not their initial, a longer form, a name beside theirs, a part of it, or the same name without its accent."""
        person.puts("your-story", name=theirs)
        person.puts("clear-cues", told=given)
        assert named(person) == ""

    @pytest.mark.parametrize("theirs", ["the other one", "my ex", "Sam"])
    def test_another_name_is_used_whatever_they_are_called(self, person: Person, theirs: str) -> None:
        """Words like "the" and "my" in what exback calls them stand for no one."""
        person.puts("your-story", name=theirs)
        person.puts("clear-cues", told="Theo")
        assert named(person) == "Theo"

    def test_the_last_one_named_counts_and_an_earlier_one_if_that_is_no_name(self, person: Person) -> None:
        """Whoever was named last, in whichever step; a sentence changes nothing."""
        person.puts("clear-cues", told="Ana")
        person.puts("first-week", plan_person="Tom")
        assert named(person) == "Tom"
        person.puts("live-forward", people="The choir, on Tuesday.")
        assert named(person) == "Tom"
