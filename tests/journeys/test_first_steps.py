"""The pages about quiet, reminders and risky moments: what they ask, and options that are clear without their question."""

from __future__ import annotations

import pytest
from support.person import Person
from support.walkthrough import begin, pages, said

CUES = ["phone", "accounts", "photos", "lists", "things", "places", "friends", "somebody-new"]
UNCLEAR = ("Leave it", "Leave them", "and keep a copy", "Neither")


class TestQuiet:
    """What quiet can and can't do."""

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
        """“A few weeks of quiet” could be read as leave to write after them."""
        words = said(pages(begin(person, **{boundary: True}), "why-space"))
        assert "What could quiet give you, whatever they do?" in words
        assert "weeks" not in words


class TestReminders:
    """What reminds them of the other one, and what to do with each."""

    def test_has_options_that_are_clear_without_the_question(self, person: Person) -> None:
        """No two options share a word with opposite meanings, and none says “Leave it”."""
        words = said(pages(begin(person, causes=["third-person"]), "clear-cues", cues=CUES))
        assert not any(unclear in words for unclear in UNCLEAR)
        assert "Keep seeing them for now" in words

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
            "You'll do this:\n- archive the thread on your phone\n"
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
