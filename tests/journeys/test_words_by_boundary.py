"""Who reads which words in soul searching and the endings: each page fits its reader, and the others don't see it."""

from __future__ import annotations

import pytest
from support.person import Person
from support.walkthrough import begin, finishes, pages, said

from exback.engine.status import status_of
from exback.engine.view import View
from exback.model.items import Question

AFRAID, FRIGHTENED, ASKED, ORDERED = "afraid_of_them", "afraid_of_me", "asked_to_stop", "ordered_away"
HELD = (AFRAID, FRIGHTENED, ASKED, ORDERED)
FOR_GOOD = (AFRAID, FRIGHTENED)
NO_ONE = ""
EVERYONE = (*HELD, NO_ONE)


def _behind(person: Person, boundary: str, **story: object) -> Person:
    return begin(person, **({boundary: True} if boundary else {}), **story)


def _page(views: list[View], item: str) -> View:
    return next(view for view in views if view.item.id == item)


@pytest.mark.parametrize("boundary", EVERYONE)
class TestByBoundary:
    """One sentence a case, and only for the reader it's for."""

    def test_hope_behind_a_boundary_is_not_about_getting_back_together(self, person: Person, boundary: str) -> None:
        """The scale keeps its place; what it asks about assumes nothing."""
        asks = said(pages(_behind(person, boundary), "missing-or-bargaining"))
        assert ("How strong is your hope that you'll get back together?" in asks) == (boundary == NO_ONE)
        assert ("How much do you still hope it could be different?" in asks) == (boundary != NO_ONE)

    def test_living_with_it_is_asked_of_the_ways_there_are(self, person: Person, boundary: str) -> None:
        """Someone with only one way isn't asked about either, nor told so by the scale's name."""
        views = pages(_behind(person, boundary), "missing-or-bargaining")
        way = "either way" if boundary == NO_ONE else "as it is"
        assert _page(views, "either-way").question == f"How well could you live with it {way}?"
        assert "Missing them is at 5, and “Living with it” is at 5." in said(views)

    def test_deciding_names_what_is_left_to_decide(self, person: Person, boundary: str) -> None:
        """Where either was afraid it's time, not an open question; each reads a hint that keeps the other one safe."""
        views = pages(_behind(person, boundary), "decide")
        [waits] = [option for option in _page(views, "choice").options if option.id == "wait"]
        assert (waits.label, waits.hint) == {
            AFRAID: ("Take more time", "get on with life, away from them"),
            FRIGHTENED: ("Take more time", "leave them in peace, get on with life"),
            NO_ONE: ("Wait", "get on with life, with a monthly check-in"),
        }.get(boundary, ("Leave it undecided", "get on with life, don't reach out"))
        assert ("leave it undecided" in said(views)) == (boundary in (ASKED, ORDERED))

    def test_waiting_asks_about_letting_go_where_nothing_opens_again(self, person: Person, boundary: str) -> None:
        """No one who must stay away for good is asked each month whether a question is still open."""
        words = said(pages(_behind(person, boundary), "waiting", again=True))
        assert ("That doesn't mean you'd be safe with them." in words) == (boundary == AFRAID)
        assert ("Leave them in peace, and get on with your life." in words) == (boundary == FRIGHTENED)
        assert ("How hard is it to let go?" in words) == (boundary in FOR_GOOD)
        assert ("Would you like exback to ask you again in a month?" in words) == (boundary in FOR_GOOD)
        assert ("How undecided are you still?" in words) == (boundary in (ASKED, ORDERED))
        assert ("leave it undecided" in words) == (boundary in (ASKED, ORDERED))
        assert ("cancel for them" in words) == (boundary not in FOR_GOOD)
        assert ("How much do you still want to wait?" in words) == (boundary == NO_ONE)

    def test_a_good_year_is_a_safe_one_for_someone_who_was_afraid(self, person: Person, boundary: str) -> None:
        """They aren't asked whether they could be happy without someone they may have fled."""
        words = said(pages(_behind(person, boundary), "happy-without"))
        assert ("What could a good and safe life look like?" in words) == (boundary == AFRAID)
        assert ("could you have a good life without them?" in words) == (boundary in (FRIGHTENED, ASKED, ORDERED))

    def test_whoever_is_with_them_is_left_alone_too(self, person: Person, boundary: str) -> None:
        """Someone who must stay away leaves the new person alone; the others aren't suspected of it."""
        words = said(pages(_behind(person, boundary), "moved-on", is_so="yes"))
        assert ("leave that person alone, too" in words) == (boundary in (FRIGHTENED, ASKED, ORDERED))

    def test_unmet_needs_are_no_reason_for_what_frightened_them(self, person: Person, boundary: str) -> None:
        """Someone who frightened a partner says what they did, beside the needs and at the end of the list."""
        views = pages(_behind(person, boundary), "was-it-that-good", needs=["fun"])
        reason = "Nothing you went without is an excuse for what frightened them."
        is_theirs = boundary == FRIGHTENED
        assert [(item, reason in said([_page(views, item)])) for item in ("needs", "ledger")] == [
            ("needs", is_theirs),
            ("ledger", is_theirs),
        ]
        assert ("Say what you did, too." in said([_page(views, "evening")])) == is_theirs

    def test_wanting_less_is_not_owed(self, person: Person, boundary: str) -> None:
        """Leaving someone alone isn't praised as a good week."""
        words = said(pages(_behind(person, boundary), "two-questions"))
        assert ("You don't have to want them less to leave them alone." in words) == (
            boundary in (FRIGHTENED, ASKED, ORDERED)
        )
        assert "a good week" not in words

    def test_taking_more_time_is_waiting_for_no_one_who_does_not_wait(self, person: Person, boundary: str) -> None:
        """Its title and what opens it fit everyone, as some of them have no choice in “Decide” that's called waiting."""
        waiting = status_of(person.program, _behind(person, boundary).journey).step_status(
            person.program.step("waiting")
        )
        assert waiting.step.title == "Taking more time"
        assert waiting.reason == "Opens if you choose to take more time in “Decide”."

    def test_no_one_who_was_afraid_is_told_that_they_want_it_back(self, person: Person, boundary: str) -> None:
        """Letting go asks them only not to go over it."""
        words = said(pages(_behind(person, boundary), "letting-go"))
        assert ("trying to get it back" in words) == (boundary != AFRAID)
        assert ("There's just one thing to do here, and that's to stop going over it." in words) == (boundary == AFRAID)

    @pytest.mark.parametrize("step", ["letting-go", "moved-on", "apart-again"])
    def test_no_one_who_was_afraid_has_gained_from_it(self, person: Person, boundary: str, step: str) -> None:
        """They're asked what is still theirs, and the closing says it in these words."""
        views = pages(_behind(person, boundary), step, keep="My own key.")
        assert ("This is what you'll keep:" in said(views)) == (boundary == AFRAID)
        assert ("What will you keep from that time?" in said(views)) == (boundary == AFRAID)
        assert ("What good came of" in said(views)) == (boundary != AFRAID)


@pytest.mark.parametrize("lines", ["Pick-up on Friday at five.", None])
def test_a_parent_is_sent_to_the_two_lines_only_if_they_wrote_them(person: Person, lines: str | None) -> None:
    """A message that wasn't about the children is left unanswered."""
    begin(person, asked_to_stop=True, ties=["children"])
    end = said(pages(person, "they-wrote", children_lines=lines)[-1:])
    assert ("send those two lines and nothing else" in end) == bool(lines)
    assert ("One small thing: leave it unanswered, and tell one person they wrote." in end) == (not lines)


@pytest.mark.parametrize("who", ["me", "them", "both"])
class TestWhoLeft:
    """Someone who left has other thoughts than someone who was left."""

    def test_thoughts_that_go_round(self, person: Person, who: str) -> None:
        """The example is theirs."""
        words = said(pages(begin(person, who_ended=who), "caught-in-circles"))
        assert ("Did I have the right to go?" in words) == (who == "me")
        assert ("What did I miss?”" in words) == (who != "me")

    def test_letting_go_asks_someone_who_left_for_one_thing(self, person: Person, who: str) -> None:
        """They aren't told that they've been trying to get it back; the others let go of that, too."""
        words = said(pages(begin(person, who_ended=who), "letting-go"))
        assert ("There's just one thing to do here, and that's to stop going over it." in words) == (who == "me")
        assert ("trying to get it back" in words) == (who != "me")

    def test_coming_back_before_is_asked_about_without_reproach(self, person: Person, who: str) -> None:
        """Nothing takes for granted that they'll leave again."""
        begin(person, who_ended=who)
        finishes(person, "the-whole-story", came_back="once")
        words = said(pages(person, "decide"))
        assert ("so that you'd want to stay?" in words) == (who == "me")
        assert "a second time" not in words


def test_no_one_who_left_and_was_afraid_is_asked_for_the_right_to_go(person: Person) -> None:
    """Having fled isn't something to doubt here."""
    assert "the right to go" not in said(pages(begin(person, who_ended="me", afraid_of_them=True), "caught-in-circles"))


@pytest.mark.parametrize("item", ["want-why", "without-why"])
def test_what_is_behind_a_number_can_be_skipped(person: Person, item: str) -> None:
    """After a 0 no one has to say why."""
    views = pages(begin(person), "two-questions", without=0, want_why=None, without_why=None)
    view = _page(views, item)
    assert isinstance(view.item, Question)
    assert view.item.optional
    assert "What's behind the" in said([view])


@pytest.mark.parametrize("is_parent", [True, False])
def test_a_parent_is_not_told_when_the_children_are_away(person: Person, is_parent: bool) -> None:
    """They may never leave, or never come."""
    begin(person, ties=["children"] if is_parent else [])
    words = said(pages(person, "live-forward"))
    assert ("What will you do when the children are away, if they are?" in words) == is_parent
    assert ("A parent, whatever else has changed." in said(pages(person, "who-am-i-now"))) == is_parent
