"""The short pages of `exback now` for a bad hour, and its eight minutes, for someone of whom nothing has to be known."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest
from support.lives import LIFE
from support.person import Person
from support.scripted import Scripted

from exback.commands.wizard import Wizard
from exback.engine.view import View
from exback.model.boundaries import AFRAID_OF_ME, AFRAID_OF_THEM, ASKED_TO_STOP, ORDERED_AWAY
from exback.model.items import Choice, Option
from exback.model.prose import Quote
from exback.model.timeline import SAFETY

SHORT = {
    "sleep": {"say": "The rent."},
    "news": {"next": "leave-it"},
    "angry": {"say": "The last message."},
    "fault": {"say": "You did what you could."},
    "drinking": {"next": "bed"},
}
EIGHT: Mapping[str, str] = {
    "what": "too-much",
    "worst": "The quiet in the flat.",
    "friend": "You did what you could. Come over.",
    "next-hour": "listen",
    "person": "Ana",
    "line": "It gets light again.",
}
EIGHT_PAGES = ["what", "start", "worst", "friends-eyes", "friend", "next-hour", "person", "line", "review", "closing"]
ALONE = [(), *((boundary.id,) for boundary in (ASKED_TO_STOP, ORDERED_AWAY, AFRAID_OF_THEM, AFRAID_OF_ME))]


def told(person: Person, *held: str) -> Person:
    """Someone whose story says yes to these questions about safety."""
    answers = {question: question in held for question in SAFETY}
    person.answers("your-story", {**LIFE["your-story"], **answers})
    return person


def ids(person: Person) -> list[str]:
    """The ids of the pages that were shown."""
    return [view.item.id for view in person.views]


def said(views: list[View]) -> str:
    """Every word on some pages."""
    return "\n".join(str((view.body, view.question, view.note, view.options)) for view in views)


class TestShortPages:
    """One page to read, one thing to do, and the end."""

    @pytest.mark.parametrize("what", SHORT)
    def test_nothing_has_to_be_told_before(self, person: Person, what: str) -> None:
        """No story, and no question about safety: the page, one question, and a closing page with what they said."""
        run = person.answers("now", {"what": what, **SHORT[what]})
        assert run.finished is not None
        assert [page for page in ids(person) if page != "review"] == ["what", "page", *SHORT[what], "closing"]
        assert not person.journey.has_answered_safety

    @pytest.mark.parametrize("what", ["sleep", "angry", "fault"])
    def test_what_they_wrote_comes_back_at_the_end_and_in_the_journal(self, person: Person, what: str) -> None:
        """Quoted on the closing page. Writing nothing is fine too."""
        words = SHORT[what]["say"]
        person.answers("now", {"what": what, "say": words})
        assert any(isinstance(block, Quote) and block.words == words for block in person.views[-1].body)
        assert person.answers("now", {"what": what}).answers["say"] is None

    @pytest.mark.parametrize(("what", "held"), list(product(SHORT, ALONE)))
    def test_a_page_is_short_and_sends_no_one_to_them(self, person: Person, what: str, held: tuple[str, ...]) -> None:
        """60 to 130 words for everyone, and no “reach out” that doesn't say to whom."""
        told(person, *held).answers("now", {"what": what, **SHORT[what]})
        page = next(view for view in person.views if view.item.id == "page")
        assert 60 <= len(" ".join(map(str, page.body)).split()) <= 130
        assert "reach out" not in said(person.views)
        assert "exback crisis" in said([page]) or "emergency number" in said([page])

    def test_a_message_may_wait_until_noon_only_where_nothing_holds(self, person: Person) -> None:
        """For someone who must leave them alone, or was afraid, noon is no better than midnight."""
        told(person).answers("now", {"what": "drinking", "next": "bed"})
        assert "until noon" in said(person.views)
        for held in (ASKED_TO_STOP, ORDERED_AWAY, AFRAID_OF_ME, AFRAID_OF_THEM):
            person.puts("your-story", **{**dict.fromkeys(SAFETY, False), held.id: True})
            person.answers("now", {"what": "drinking", "next": "bed"})
            assert "until noon" not in said(person.views)

    @pytest.mark.parametrize("hour", range(24))
    def test_a_message_waits_for_a_noon_that_is_hours_of_sleep_away(self, person: Person, hour: int) -> None:
        """Who drinks at a quarter past eleven isn't sober at noon, and who drinks at one at night needn't wait two days."""
        person.clock.now = person.clock.now.replace(hour=hour, minute=15)
        told(person).answers("now", {"what": "drinking", "next": "bed"})
        assert ("until noon tomorrow." in said(person.views)) == (hour >= 4)
        assert ("until noon." in said(person.views)) == (hour < 4)

    @pytest.mark.parametrize(("what", "held"), list(product(["told-to-stop", *SHORT], ALONE)))
    def test_no_page_takes_it_for_evening(self, person: Person, what: str, held: tuple[str, ...]) -> None:
        """People drink at noon, lie awake after a night at work, and are angry in the morning."""
        person.clock.now = person.clock.now.replace(hour=11)
        is_asked = what == "told-to-stop" and ASKED_TO_STOP.id not in held
        asked = {question: question in held for question in SAFETY if is_asked}
        told(person, *held).answers("now", {"what": what, **SHORT.get(what, {}), **asked})
        for words in ("tonight", "evening", "at night", "this morning"):
            assert words not in said(person.views)

    def test_someone_who_drank_can_write_a_letter_instead(self, person: Person) -> None:
        """The choice opens the letter at once, and the phone stays away."""
        screen = Scripted({"what": "drinking", "next": "letter", "to": "them", "letter": "Dear J.", "fate": "burn"})
        Wizard(person.program, person.store, screen, person.clock, person.new_id).open("now")
        now, letter = person.store.load().runs
        assert (now.finished is not None, letter.step, letter.answers["fate"]) == (True, "letter", "burn")

    @pytest.mark.parametrize(
        ("held", "own"), [(AFRAID_OF_THEM.id, "was their doing"), (AFRAID_OF_ME.id, "is your doing")]
    )
    def test_it_is_all_my_fault_is_neither_agreed_to_nor_taken_away(self, person: Person, held: str, own: str) -> None:
        """Someone unknown reads both sides; whoever was afraid reads no reproach, whoever frightened them no excuse."""
        person.answers("now", {"what": "fault"})
        unknown = said(person.views)
        assert "You may have done things" in unknown
        assert "blaming yourself for things you didn't do" in unknown
        person.puts("your-story", **{**dict.fromkeys(SAFETY, False), held: True})
        person.answers("now", {"what": "fault"})
        page = said(person.views)
        assert own in page
        assert "You may have done things" not in page
        assert ("They need to feel safe from you" in page) == (held == AFRAID_OF_ME.id)


class TestNews:
    """They saw or heard something: an ending is offered, and never begun by itself."""

    def offered(self, person: Person) -> list[str]:
        """The options after the page about news."""
        person.answers("now", {"what": "news", "next": "leave-it"})
        return [option.id for view in person.views if view.item.id == "next" for option in view.options]

    def test_that_they_have_moved_on_is_offered_once_it_can_be_opened(self, person: Person) -> None:
        """Not before the story was told, because until then that page is closed."""
        assert self.offered(person) == ["leave-it", "looked"]
        told(person)
        assert self.offered(person) == ["leave-it", "looked", "moved-on"]

    def test_leaving_it_begins_no_ending(self, person: Person) -> None:
        """News is no ending."""
        told(person)
        person.answers("now", {"what": "news", "next": "leave-it"})
        assert {run.step for run in person.store.load().runs} == {"your-story", "now"}

    @pytest.mark.parametrize(("chosen", "step"), [("moved-on", "moved-on"), ("looked", "look")])
    def test_what_they_choose_opens(self, person: Person, chosen: str, step: str) -> None:
        """And nothing else is begun."""
        screen = Scripted({"what": "news", "next": chosen})
        with pytest.raises(AssertionError):  # the script has no answer to the first question of what was opened
            Wizard(person.program, told(person).store, screen, person.clock, person.new_id).open("now")
        assert person.program.step(step).items[0].id == screen.views[-1].item.id


class TestEightMinutes:
    """One whole session that needs nothing told before, and leaves something in hand."""

    def test_it_goes_from_start_to_finish_with_an_empty_file(self, person: Person) -> None:
        """Five questions, none about the two of them and none about safety, with what was worst beside the friend."""
        person.answers("now", dict(EIGHT))
        assert [page for page in ids(person) if page != "review"] == [page for page in EIGHT_PAGES if page != "review"]
        eyes = next(view for view in person.views if view.item.id == "friends-eyes")
        assert Quote(EIGHT["worst"], None, "You wrote:") in eyes.body

    def test_it_ends_with_the_line_and_what_they_wrote(self, person: Person) -> None:
        """The line first, then their words, what they chose, and the person they named."""
        person.answers("now", dict(EIGHT))
        quotes = [block.words for block in person.views[-1].body if isinstance(block, Quote)]
        assert quotes == [EIGHT["line"], EIGHT["worst"], EIGHT["friend"]]
        assert "listen to something calm. Someone you could talk to: Ana." in said(person.views[-1:])

    def test_someone_new_is_offered_the_program_and_no_one_else(self, person: Person) -> None:
        """An offer and no demand."""
        person.answers("now", dict(EIGHT))
        assert "it can wait: exback" in said(person.views[-1:])
        told(person).answers("now", dict(EIGHT))
        assert "it can wait" not in said(person.views[-1:])

    def test_the_line_is_there_the_next_time(self, person: Person) -> None:
        """In their words, before the first question."""
        person.answers("now", dict(EIGHT))
        assert EIGHT["line"] not in said(person.views[1:2])
        person.clock.forward(days=9)
        person.answers("now", {**EIGHT, "line": "Another."})
        assert EIGHT["line"] in said(person.views[1:2])

    def test_something_of_their_own_and_no_one_named(self, person: Person) -> None:
        """Every answer that may be left out is left out."""
        answers: dict[str, object] = {**EIGHT, "next-hour": "other", "next-hour-own": "Feed the cat"}
        del answers["person"]
        person.answers("now", answers)
        assert "For the next hour, you chose this: Feed the cat." in said(person.views[-1:])
        assert "Someone you could talk to" not in said(person.views[-1:])

    def test_it_claims_what_single_sessions_did_and_nothing_more(self, person: Person) -> None:
        """The finding is shown with its limits by F1, and no page repeats or widens it."""
        step = person.program.step("now")
        assert step.why == ("single-session",)
        person.answers("now", dict(EIGHT))
        assert "stud" not in said(person.views)


def test_the_choices_fit_a_window_of_forty_columns_and_twenty_four_rows(person: Person) -> None:
    """No one who is afraid has to scroll to find that."""
    first = person.program.step("now").items[0]
    assert isinstance(first, Choice)
    options = first.options
    assert isinstance(options, tuple)
    lines = sum(_lines(option) for option in options)
    assert lines <= 14


def _lines(option: Option) -> int:
    return -(-len(option.label) // 33) + (-(-len(option.hint) // 30) if option.hint else 0)
