"""The pages about space, the rule, reminders and risky moments: what they ask, and options that are clear without their question."""

from __future__ import annotations

import pytest
from support.in_memory import InMemory
from support.person import Person
from support.walkthrough import begin, pages, said

from exback.model.program import Program

CUES = ["phone", "accounts", "photos", "lists", "things", "places", "friends", "somebody-new"]
BOUNDARIES = ("asked_to_stop", "ordered_away", "afraid_of_them", "afraid_of_me")
UNCLEAR = ("Leave it", "Leave them", "and keep a copy", "Neither")


class TestSpace:
    """What space can and can't do."""

    @pytest.mark.parametrize(
        ("story", "question"),
        [
            ({}, "What are you afraid would happen if you said nothing for a month?"),
            ({"ties": ["children"]}, "What are you afraid would happen if, for a month, you said only what's needed?"),
            ({"asked_to_stop": True}, "What are you afraid will happen if you never write to them again?"),
        ],
    )
    def test_asks_what_they_fear(self, person: Person, story: dict[str, object], question: str) -> None:
        """The question fits what they can and may do, and comes back at the end."""
        views = pages(begin(person, **story), "why-space", fear="That they forget me.")
        assert next(view.question for view in views if view.item.id == "fear") == question
        assert "That they forget me." in said(views[-1:])

    @pytest.mark.parametrize("boundary", ["asked_to_stop", "ordered_away", "afraid_of_me"])
    def test_names_no_weeks_to_someone_whose_quiet_has_no_end(self, person: Person, boundary: str) -> None:
        """“A few weeks of space” could be read as leave to write after them."""
        words = said(pages(begin(person, **{boundary: True}), "why-space"))
        assert "What could some space do for you?" in words
        assert "weeks" not in words

    @pytest.mark.parametrize(("who", "is_mine"), [("me", True), ("them", False), ("both", False)])
    def test_who_left_reads_what_space_does_for_the_one_they_left(
        self, person: Person, who: str, *, is_mine: bool
    ) -> None:
        """Someone who left isn't told that they may be missed, and no one else that they don't owe messages."""
        words = said(pages(begin(person, who_ended=who), "why-space"))
        assert ("you don't owe them messages to make up for leaving" in words) is is_mine
        assert ("even when they were the one who left" in words) is is_mine
        assert ("Some people then miss what they had" in words) is not is_mine
        assert ("that they'll miss you" in words) is not is_mine

    @pytest.mark.parametrize("boundary", BOUNDARIES)
    def test_promises_nothing_behind_a_boundary(self, person: Person, boundary: str) -> None:
        """Nobody is told there that the other one may miss them or write."""
        words = said(pages(begin(person, **{boundary: True}), "why-space"))
        assert "miss what they had" not in words
        assert "write first" not in words

    @pytest.mark.parametrize("boundary", [None, *BOUNDARIES])
    @pytest.mark.parametrize("ties", [[], ["children"]])
    def test_opens_with_safety_for_someone_afraid(self, person: Person, boundary: str | None, ties: list[str]) -> None:
        """The first page of the stage sends them to settle nothing with the other one, and tells nobody else about safety."""
        is_afraid = boundary == "afraid_of_them"
        opening = said(pages(begin(person, ties=ties, **({boundary: True} if boundary else {})), "why-space")[:1])
        assert ("your safety comes before any rule" in opening) is is_afraid
        assert ("You don't owe them a word." in opening) is is_afraid
        assert ("can go through someone else" in opening) is (is_afraid and bool(ties))
        assert ("practical matters" in opening) is (boundary is None and bool(ties))
        assert ("The space is for them first" in opening) is (boundary == "afraid_of_me")

    @pytest.mark.parametrize("order", ["ordered_away", "asked_to_stop"])
    def test_opens_with_no_way_through_others_beside_an_order(self, person: Person, order: str) -> None:
        """Someone afraid who must also stay away: a message through someone else could break an order."""
        told = {"afraid_of_them": True, order: True, "ties": ["children"]}
        opening = said(pages(begin(person, **told), "why-space")[:1])
        assert "through someone else" not in opening
        assert "You don't write to them or call them." in opening

    @pytest.mark.parametrize("boundary", [None, *BOUNDARIES])
    def test_example_of_a_fear_fits(self, person: Person, boundary: str | None) -> None:
        """Only someone afraid reads about the door, and about the children only if there are any."""
        is_afraid = boundary == "afraid_of_them"
        for ties in ([], ["children"]):
            words = said(pages(begin(person, ties=ties, **({boundary: True} if boundary else {})), "why-space"))
            assert ("come to your door" in words) is is_afraid
            assert ("use the children against you" in words) is (is_afraid and bool(ties))


class TestRule:
    """What someone may have to allow, and when the rule ends."""

    @pytest.mark.parametrize("boundary", BOUNDARIES)
    def test_has_no_end_behind_a_boundary(self, person: Person, boundary: str) -> None:
        """“Until” could be read as leave to write, or to answer, after it."""
        views = pages(begin(person, **{boundary: True}), "contact-rule", length="30")
        assert "with no end date" in said(views[-1:])
        assert "until" not in said(views)
        assert "A rule also has a last day." not in said(views)
        assert "When will you check in with yourself?" in said(views)

    def test_has_an_end_without_one(self, person: Person) -> None:
        """Everyone else chooses how long they'll keep it."""
        views = pages(begin(person), "contact-rule", length="30")
        assert "until Wednesday 1 April" in said(views[-1:])
        assert "with no end date" not in said(views)

    @pytest.mark.parametrize(
        ("told", "kind", "example"),
        [
            ({"ties": ["children"]}, "co-parenting", "“Pick-up times for the children, by text, before 7 pm.”"),
            ({}, "full", "“The spare key, by text.”"),
            (
                {"ties": ["children"], "afraid_of_them": True},
                "through-others",
                "“Pick-up times for the children, through my sister.”",
            ),
            ({"afraid_of_them": True}, "through-others", "“The spare key, through my sister.”"),
        ],
    )
    def test_example_of_an_exception_fits_the_rule(
        self, person: Person, told: dict[str, object], kind: str, example: str
    ) -> None:
        """Someone who talks only through someone else isn't shown a text to them."""
        note = next(
            view.note
            for view in pages(begin(person, **told), "contact-rule", kind=kind)
            if view.item.id == "exceptions"
        )
        assert example in str(note)

    @pytest.mark.parametrize(
        ("told", "kind", "example"),
        [
            ({}, "full", "I won't write until then, for my own sake."),
            ({}, "logistics", "I'll write only about what's needed, for my own sake."),
            ({"ties": ["work"]}, "shared-work", "I'll write only about what's needed, for my own sake."),
            ({"ties": ["children"]}, "shared-work", "I'll write only about what's needed, for my own sake."),
            ({"ties": ["children"]}, "logistics", "We talk about the children and the bills. Nothing else."),
            ({}, "co-parenting", "We talk about the children and the bills. Nothing else."),
            ({"afraid_of_them": True}, "full", "I don't have to answer them."),
            ({"afraid_of_them": True}, "logistics", "I'll write only about what's needed, for my own sake."),
            ({"afraid_of_them": True}, "through-others", "Anything practical goes through my lawyer."),
            ({"asked_to_stop": True}, "full", "I'll leave them in peace, from today."),
            ({"asked_to_stop": True}, "as-allowed", "Only what's been arranged, and nothing else."),
            (
                {"asked_to_stop": True, "ties": ["children"]},
                "as-allowed",
                "I'll write about the children and nothing else.",
            ),
            (
                {"afraid_of_them": True, "ordered_away": True},
                "as-allowed",
                "Only what's been arranged, and nothing else.",
            ),
        ],
    )
    def test_example_of_a_signature_promises_what_the_rule_asks(
        self, person: Person, told: dict[str, object], kind: str, example: str
    ) -> None:
        """Someone whose rule allows some words isn't shown a promise not to write at all."""
        views = pages(begin(person, **told), "contact-rule", kind=kind, length="30")
        note = next(view.note for view in views if view.item.id == "signature")
        assert note == (f"For example: “{example}” You'll see it again when it gets hard.",)


class TestReminders:
    """What reminds them of the other one, and what to do with each."""

    def test_has_options_that_are_clear_without_the_question(self, person: Person) -> None:
        """No two options share a word with opposite meanings, and none says “Leave it”."""
        words = said(pages(begin(person, causes=["third-person"]), "clear-cues", cues=CUES))
        assert not any(unclear in words for unclear in UNCLEAR)
        assert "as they are" in words

    @pytest.mark.parametrize("boundary", [None, *BOUNDARIES])
    def test_names_a_right_not_to_be_watched(self, person: Person, boundary: str | None) -> None:
        """To those who must leave the other one alone, and to no one else."""
        words = said(pages(begin(person, **({boundary: True} if boundary else {})), "clear-cues"))
        assert ("a right not to be watched" in words) is (boundary not in (None, "afraid_of_them"))

    @pytest.mark.parametrize(
        ("told", "reads"),
        [
            ({"ties": ["children"]}, True),
            ({"ties": ["children"], "asked_to_stop": True}, True),
            ({"ties": ["children"], "ordered_away": True}, False),
            ({"ties": ["children"], "afraid_of_me": True}, False),
            ({"ties": ["children"], "afraid_of_them": True}, False),
            ({}, False),
        ],
    )
    def test_a_parent_mutes_the_thread_and_reads_it(
        self, person: Person, told: dict[str, object], *, reads: bool
    ) -> None:
        """Only a parent for whom the thread is still the way to hear about the children."""
        views = pages(begin(person, **told), "clear-cues", cues=["phone"])
        hints = [option.hint for view in views if view.item.id == "do-phone" for option in view.options]
        assert ("and read it twice a day, for the children" in hints) is reads

    def test_is_not_told_to_begin_where_nothing_changes(self, person: Person) -> None:
        """Someone who keeps everything as it is reads no praise for a plan, and nothing to “do first”."""
        closing = said(pages(begin(person), "clear-cues", cues=["photos"], do_photos="leave")[-1:])
        assert "For now you're keeping everything as it is." in closing
        assert "do the first one now" not in closing

    def test_lists_what_they_will_do(self, person: Person) -> None:
        """Each choice is a line of its own, in words that fit the thing."""
        told = {"do_phone": "archive", "do_lists": "archive", "do_places": "stay-away"}
        closing = pages(begin(person), "clear-cues", cues=["phone", "lists", "places"], **told)[-1]
        assert (
            "You'll do this:\n- archive the chat on your phone\n"
            "- save a copy of the lists, playlists or calendars you share, and stop sharing\n- stay away from those places"
        ) in closing.body


class TestRiskyMoments:
    """Three situations and a plan for each."""

    def test_asks_one_thing_at_a_time(self, person: Person) -> None:
        """No question asks where they are and what has just happened at once."""
        views = pages(begin(person), "risky-moments")
        questions = [str(view.question) for view in views if view.item.id.startswith("moment-")]
        assert len(questions) == 3
        assert all(question.count("?") == 1 and " and " not in question for question in questions)


class TestTheFirstWeek:
    """It's asked of someone in their first weeks, and of no one who's long past them."""

    @pytest.fixture
    def ruled(self, program: Program) -> InMemory:
        """Someone on the first day of their rule, who has done what comes before the first week."""
        someone = InMemory(program)
        for step in program.stages[0].steps:
            if step.id == "first-week":
                break
            someone.puts(step.id, **({"length": "90"} if step.id == "contact-rule" else {}))
        return someone

    @pytest.mark.parametrize(("day", "is_asked"), [(0, True), (29, True), (30, False), (89, False)])
    def test_it_is_next_for_a_month(self, ruled: InMemory, day: int, *, is_asked: bool) -> None:
        """After that it isn't brought up any more, and can still be opened."""
        ruled.day = day
        following = ruled.status.next
        assert following is not None
        assert (following.id == "first-week") is is_asked
        assert ruled.status.step_status(ruled.program.step("first-week")).can_open

    def test_plans_made_late_are_still_looked_back_on(self, ruled: InMemory) -> None:
        """Someone who made their plans on day 28 is asked a week later how they went."""
        ruled.day = 27
        ruled.puts("first-week", get_up="Seven.")
        ruled.day = 34
        assert "first-week" in ruled.due or ruled.status.next is ruled.program.step("first-week")
