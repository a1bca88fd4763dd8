"""The person someone named is called by that name wherever a person is meant, and no one else ever is."""

from __future__ import annotations

from importlib import import_module

import pytest
from msgspec import structs
from support.person import Person

from exback.engine.session import Session
from exback.model.boundaries import ASKED_TO_STOP
from exback.model.context import Context
from exback.model.items import worded
from exback.model.run import Value


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
            ("My sister Zoë.", "your sister Zoë"),
            ("My sister!", "your sister"),
            ("Zoë!", "Zoë"),
            ("Zoë !", "Zoë"),
            ("Dr. Zoë", "Dr Zoë"),
            ("mum!", "your mum"),
            ("dad", "your dad"),
            ("Mum.", "Mum"),
            ("Sister", "your sister"),
            ("Brother Tom", "your brother Tom"),
            ("my therapist", "your therapist"),
            ("My Neighbour", "your neighbour"),
            ("my Mum", "your mum"),
            ("Stephen", "Stephen"),
            ("Steph Lawson", "Steph Lawson"),
            ("Catalina", "Catalina"),
            ("कविता", "कविता"),
            ("anna", "Anna"),
            ("jess", "Jess"),
            ("Stepan", "Stepan"),
            ("Anna Maria Lopez", "Anna Maria Lopez"),
            ("Vincent van Gogh", "Vincent van Gogh"),
            ("Auntie Jo", "Auntie Jo"),
            ("auntie jo", "your auntie Jo"),
            ("my gp", "your GP"),
            ("my GP", "your GP"),
            ("my co-worker", "your coworker"),
            ("my best friend", "your best friend"),
            ("my best mate Dave", "your best mate Dave"),
            ("my older sister anna", "your older sister Anna"),
            ("Best friend Anna", "your best friend Anna"),
            ("my friends", "your friends"),
            ("my parents", "your parents"),
        ],
    )
    def test_a_name_is_used_as_it_follows_call(self, person: Person, given: str, name: str) -> None:
        """A name of up to three words, and "my sister" as "your sister"."""
        person.puts("clear-cues", told=given)
        assert named(person) == name

    @pytest.mark.parametrize(
        ("given", "name"),
        [
            ("Anna and Ben", "Anna"),
            ("Anna & Ben", "Anna"),
            ("anna/ben", "Anna"),
            ("Anna, Ben or Chloe", "Anna"),
            ("O'Brien, Séan", "O'Brien"),
            ("Mum or Dad", "Mum"),
            ("my mum and dad", "your mum"),
            ("Anna, my sister", "Anna"),
            ("Anna (my sister)", "Anna"),
            ("Anna - my best friend", "Anna"),
            ("Anna my sister", "Anna"),
            ("Anna, a colleague", "Anna"),
            ("Anna from work", "Anna"),
            ("Anna at the gym", "Anna"),
            ("my friend Anna from our choir", "your friend Anna"),
        ],
    )
    def test_of_several_the_first_is_used(self, person: Person, given: str, name: str) -> None:
        """And who someone is, or where they know them from, isn't part of the name."""
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
            "my ex",
            "My wife",
            "my ex Sam",
            "my husband Tom",
            "my sister tomorrow",
            "No one!",
            "Yes!",
            "The hotline",
            "Helpline",
            "my helpline",
            "Samaritans",
            "Crisis line",
            "Childline",
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
            "my kids",
            "My son.",
            "my daughter Mia",
            "My niece",
            "my teen",
            "my dog",
            "Dog",
            "my diary",
            "my in-laws",
            "my mother-in-law",
            "my in laws",
            "my step-mum",
            "my stepson",
            "Stepdad",
            "my step dad",
            "Nothing",
            "Later",
            "Idk",
            "Somebody",
            "Everybody",
            "Both",
            "God",
            "ChatGPT",
            "Siri",
            "Reddit",
            "Work",
            "My work",
            "Home",
            "Police",
            "Friend",
            "Bestie",
            "Best Friend",
            "Therapist",
            "Doctor",
            "Colleague",
            "Neighbor",
            "my co-parent",
            "Co-parent",
            "coparent",
            "babymama",
            "my situationship",
            "Situationship",
            "my crush",
            "my sweetheart",
            "my stalker",
            "my enemy",
            "my one and only",
            "my Ana",
            "Anna, my ex",
            "my ex and Anna",
            "Anna from his family",
            "Anna's brother",
            "my sister's",
            "Kids Dad",
            "the father of my kids",
            "My Sister In Law",
            "Late Mum",
            "my late mum",
            "Dead",
            "Neither",
            "TBD",
            "N.A.",
            "n/a",
            "Told Anna",
            "Just Anna",
            "Only Anna",
            "Maybe my sister",
            "Whatever",
            "Done",
            "Hello",
            "Yesterday",
            "Monday",
            "Instagram",
            "friends",
            "Choir",
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
            ("Sam", "my friend Sam"),
            ("Sam", "Sam!"),
            ("Sam", "Dr. Sam"),
            ("my ex Sam", "Sam"),
            ("Anna Miller", "Miller"),
            ("José", "Jose"),
            ("Sam (my ex)", "sam"),
            ("Ben", "Anna and Ben"),
            ("Sam", "Anna, Sam's sister"),
            ("my best friend", "my best friend"),
            ("Jon", "John"),
            ("Catherine", "Kathryn"),
        ],
    )
    def test_it_is_nothing_that_can_stand_for_the_other_one(self, person: Person, theirs: str, given: str) -> None:
        """Not their initial, a longer form, a name beside theirs, a part of it, or another spelling."""
        person.puts("your-story", name=theirs)
        person.puts("clear-cues", told=given)
        assert named(person) == ""

    @pytest.mark.parametrize("theirs", ["the other one", "my ex", "Sam"])
    def test_another_name_is_used_whatever_they_are_called(self, person: Person, theirs: str) -> None:
        """Words like "the" and "my" in what exback calls them stand for no one."""
        person.puts("your-story", name=theirs)
        person.puts("clear-cues", told="Theo")
        assert named(person) == "Theo"

    @pytest.mark.parametrize(
        ("theirs", "given", "name"),
        [("Tom", "Tim", "Tim"), ("S.", "my sister", "your sister"), ("the guy from work", "Anna from work", "Anna")],
    )
    def test_what_only_looks_like_theirs_is_used(self, person: Person, theirs: str, given: str, name: str) -> None:
        """Another short name, and a word like "sister" that begins with their initial."""
        person.puts("your-story", name=theirs)
        person.puts("clear-cues", told=given)
        assert named(person) == name

    def test_the_last_one_named_counts_and_an_earlier_one_if_that_is_no_name(self, person: Person) -> None:
        """Whoever was named last, in whichever step; a sentence changes nothing."""
        person.puts("clear-cues", told="Ana")
        person.puts("first-week", plan_person="Tom")
        assert named(person) == "Tom"
        person.puts("live-forward", people="The choir, on Tuesday.")
        assert named(person) == "Tom"

    @pytest.mark.parametrize(
        ("step", "answers"),
        [
            ("rule-is-over", {"people": "Tom"}),
            ("first-week", {"plan_person": "Tom"}),
            ("live-forward", {"people": "Tom"}),
        ],
    )
    def test_to_someone_afraid_it_is_no_one_who_may_be_a_friend_of_both(
        self, person: Person, step: str, answers: dict[str, Value]
    ) -> None:
        """Only whoever was asked for as someone who won't tell the other one."""
        person.puts("clear-cues", told="Ana")
        person.puts(step, **answers)  # type: ignore[arg-type]  # no run here names a version
        assert named(person) == "Tom"
        person.puts("your-story", afraid_of_them=True)
        assert named(person) == "Ana"

    def test_to_someone_afraid_no_one_is_named_who_was_not_asked_for_as_safe(self, person: Person) -> None:
        """Then it's someone they trust."""
        person.puts("your-story", afraid_of_them=True)
        person.puts("rule-is-over", people="Tom")
        assert named(person) == ""


def last_words(person: Person, step: str, **answers: Value) -> str:
    """Return the small thing at the end of a step, with these answers."""
    of = person.program.step(step)
    declared = frozenset(item.id for item in of.items)
    return str(worded(of.small_thing, structs.replace(here(person), answers=answers, declared=declared)))


class TestWhereSomeoneIsMeant:
    """Pages that say to turn to someone say to whom, if that's known."""

    @pytest.mark.parametrize(
        ("step", "answers"),
        [
            ("after-a-hard-date", {"real": 10}),
            ("check-in", {"happened": [], "mood": 0, "longing": 5, "sleep": 5}),
            ("now", {"what": "afraid"}),
            ("they-wrote", {"kind": "show"}),
            ("declined", {"feels": "Sad."}),
            ("apart-again", {"next": "unsure"}),
            ("own-up", {"how-much": "serious"}),
            ("am-i-ready", {"fine-with-no": 0}),
            ("apology", {"reply": "no"}),
            ("one-invitation", {"reply": "yes"}),
            ("their-side", {"with-somebody": "yes"}),
            ("letting-go", {"lighter": "no"}),
        ],
    )
    def test_the_last_words_of_a_step_name_them(self, person: Person, step: str, answers: dict[str, Value]) -> None:
        """And without a name they say it in general words."""
        if step == "letting-go":
            person.puts("letting-go", **{"put-down": "The hope.", "keep": "The choir."})  # type: ignore[arg-type]
            person.clock.forward(days=40)
        assert "Zoë" not in last_words(person, step, **answers)
        person.puts("clear-cues", told="my sister Zoë")
        assert "your sister Zoë" in last_words(person, step, **answers)

    def test_a_helpline_is_named_for_when_they_cannot_be_reached(self, person: Person) -> None:
        """Whoever was named isn't there at every hour."""
        assert "If there's no one, you can call a helpline: exback crisis" in last_words(person, "apology", reply="no")
        person.puts("clear-cues", told="Zoë")
        told = last_words(person, "apology", reply="no")
        assert told.endswith(
            "tell Zoë, tonight or tomorrow. If you can't reach Zoë, you can call a helpline: exback crisis"
        )

    def test_words_for_one_boundary_name_them(self, person: Person) -> None:
        """They're put together elsewhere than the pages for everyone."""
        person.puts("clear-cues", told="Zoë")
        asked = structs.replace(here(person), held=frozenset({ASKED_TO_STOP.id}))
        contact = import_module("exback.steps.companion.contact")
        assert "tell Zoë today" in contact.STOP.fitting(asked)[0]
        assert "{" not in contact.STOP.fitting(asked)[0]
