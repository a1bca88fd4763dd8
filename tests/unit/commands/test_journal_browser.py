"""Leafing through the journal: choosing an entry, changing it, deleting it, and leaving from anywhere."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import timedelta, timezone
from functools import partial
from types import TracebackType
from typing import Self

import pytest
from support.concerns import ABOUT_DYING
from support.lives import LIFE
from support.person import Person

from exback.commands.journal_browser import (
    ANSWERS,
    AT_ONCE,
    BACK,
    CHANGE,
    DELETE,
    DELETED,
    NEWER,
    OLDER,
    REOPEN,
    WHOLE,
    JournalBrowser,
)
from exback.commands.pages import KEEP
from exback.commands.wizard import Wizard
from exback.engine.journal import Entry, Journal, Query, journal
from exback.engine.view import Answer, Back, Event, Keep, Leave, View
from exback.errors import Interrupted
from exback.model.boundaries import BOUNDARIES
from exback.model.items import Kind
from exback.model.journey import Journey
from exback.model.prose import Quote
from exback.model.run import Run, changed
from exback.screen.plain import Plain


class Told:
    """A screen that does as it was told, one event a page, and then leaves."""

    def __init__(self, *deeds: Event) -> None:
        self.deeds: Iterator[Event] = iter(deeds)
        self.views: list[View] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to put away."""

    def ask(self, view: View, keep: Keep) -> Event:
        """Note the page, and do the next thing."""
        self.views.append(view)
        return next(self.deeds, Leave())

    def options(self, page: int) -> list[str]:
        """The ids of the options of a page."""
        return [option.id for option in self.views[page].options]


@pytest.fixture
def writer(person: Person) -> Person:
    """Somebody who told their story, and wrote two letters, one of them for later."""
    person.answers("your-story", dict(LIFE["your-story"]))
    person.clock.forward(days=1)
    person.answers("letter", {"to": "them", "letter": "Dear J.,\nit rains.", "fate": "keep"})
    person.clock.forward(days=1)
    person.answers("letter", {"to": "them", "letter": "Not to be read yet.", "fate": "seal", "until": "2026-06-01"})
    return person


def leaf(person: Person, *deeds: Event, query: Query = Query()) -> tuple[Told, int]:  # noqa: B008  # a frozen value
    """Begin with the list of entries that fit a query, and do as told."""
    screen = Told(*deeds)
    look = partial(journal, person.program, query=query)
    return screen, JournalBrowser(Wizard(person.program, person.store, screen, person.clock), look).run()


def letter(person: Person) -> Run:
    """The run of the letter that was kept."""
    return next(run for run in person.store.load().runs if run.answers.get("fate") == "keep")


class TestChoosing:
    """The list of entries."""

    def test_the_newest_stand_first_with_their_first_words(self, writer: Person) -> None:
        """One that was sealed says only until when."""
        screen, code = leaf(writer, Answer(BACK))
        first, second = screen.views[0].options[:2]
        assert (first.label, first.hint) == (
            "Wednesday 4 March: A letter you don't send",
            "sealed until Monday 1 June",
        )
        assert (second.label, second.hint) == ("Tuesday 3 March: A letter you don't send", "Dear J., it rains.")
        assert code == 0

    def test_numbers_show_what_was_asked_last(self, writer: Person) -> None:
        """An entry of something bigger is named by its own week's thing, and a hard date by how it was."""
        writer.puts("larger-thing", thing="new-dish")
        writer.answers("hard-dates", {"what": "Party", "when": "2026-03-05", "plan": "Dinner.", "forecast": 8})
        writer.clock.forward(days=7)
        writer.puts("larger-thing", went="did", thing="new-way")
        writer.answers("after-a-hard-date", {"real": 4})
        screen, _ = leaf(writer, Answer(BACK))
        hints = {option.label.partition(": ")[2]: option.hint for option in reversed(screen.views[0].options)}
        assert hints["Something bigger"].startswith("Walk somewhere you've never walked")
        assert hints["How the hard date was (about Thursday 5 March)"].startswith(
            "How bad was Thursday 5 March (Party)"
        )

    def test_a_long_list_is_turned_over(self, person: Person) -> None:
        """Nine at once, and every entry is there once."""
        for number in range(2 * AT_ONCE + 3):
            person.answers("letter", {"to": "them", "letter": f"letter {number}", "fate": "keep"})
        screen, _ = leaf(person, Answer(OLDER), Answer(OLDER), Answer(NEWER), Answer(BACK))
        assert [(OLDER in screen.options(page), NEWER in screen.options(page)) for page in range(3)] == [
            (True, False),
            (True, True),
            (False, True),
        ]
        hints = [option.hint for page in range(3) for option in screen.views[page].options if option.hint]
        assert hints[:AT_ONCE] == [f"letter {number}" for number in range(20, 11, -1)]
        assert len(dict.fromkeys(hints)) == 2 * AT_ONCE + 3
        assert screen.views[3].options == screen.views[1].options

    def test_many_words_are_cut_between_two(self, person: Person) -> None:
        """And one word that is longer than all room is cut too."""
        person.answers("letter", {"to": "them", "letter": "many words " * 20, "fate": "keep"})
        person.answers("letter", {"to": "them", "letter": "x" * 400, "fate": "keep"})
        screen, _ = leaf(person)
        long, many = (option.hint for option in screen.views[0].options[:2])
        assert many.endswith("words many …")
        assert len(many) < 60
        assert len(long) < 60

    @pytest.mark.parametrize("event", [Back(), Answer(BACK)])
    def test_back_ends_it(self, writer: Person, event: Event) -> None:
        """Back from the list leads out."""
        screen, code = leaf(writer, event)
        assert (len(screen.views), code) == (1, 0)

    @pytest.mark.parametrize("answer", ["99", "no such thing", ""])
    def test_what_is_not_in_the_list_is_asked_for_again(self, writer: Person, answer: str) -> None:
        """A typo neither opens an entry nor ends the reading."""
        screen, _ = leaf(writer, Answer(answer), Answer("1"), Answer(BACK), Answer(BACK))
        assert screen.views[1].options == screen.views[0].options
        assert screen.views[1].notice == "Please choose one of these."
        assert "Dear J." in str(screen.views[2].body)
        assert screen.views[2].begins_at_top  # a long letter is read from its first line

    def test_in_plain_lines_an_entry_has_the_number_of_its_row(self, writer: Person) -> None:
        """Nought opens none, and one opens the first."""
        said = io.StringIO()
        screen = Plain(writer.clock, io.StringIO("0\n1\nback\nleave\n"), said)
        look = partial(journal, writer.program, query=Query())
        JournalBrowser(Wizard(writer.program, writer.store, screen, writer.clock), look).run()
        refused, opened = said.getvalue().split("That's not in the list.")
        assert "You sealed this until" not in refused
        assert "You sealed this until Monday 1 June" in opened


class TestOpening:
    """One entry alone."""

    def test_its_words_with_their_day_and_question(self, writer: Person) -> None:
        """As they were written."""
        screen, _ = leaf(writer, Answer("1"))
        (quote,) = screen.views[1].body
        assert isinstance(quote, Quote)
        assert (quote.words, quote.lead, quote.day) == ("Dear J.,\nit rains.", "Write your letter.", letter(writer).day)
        assert screen.options(1) == [CHANGE, ANSWERS, DELETE, WHOLE, BACK]

    def test_another_answer_is_offered_only_where_there_is_one(self, person: Person) -> None:
        """A text that is all there is has a row of its own already."""
        person.answers("write", {"entry": "It rains."})
        assert leaf(person, Answer("0"))[0].options(1) == [CHANGE, DELETE, WHOLE, REOPEN, BACK]
        person.clock.forward(days=1)
        person.answers("letter", {"to": "them", "letter": "Dear J.", "fate": "keep"})
        assert leaf(person, Answer("0"))[0].options(1) == [CHANGE, ANSWERS, DELETE, WHOLE, REOPEN, BACK]
        assert leaf(person, Answer("1"))[0].options(1) == [CHANGE, DELETE, WHOLE, BACK]

    def test_one_that_is_put_by_stays_closed(self, writer: Person) -> None:
        """It can be deleted unread, and neither its words nor another answer can be changed: the page would show them."""
        writer.clock.forward(days=1)
        screen, _ = leaf(writer, Answer("0"))
        assert "Not to be read" not in repr(screen.views)
        assert "Monday 1 June" in str(screen.views[1].body[0])
        assert screen.options(1) == [DELETE, WHOLE, BACK]
        screen, _ = leaf(writer, Answer("0"), query=Query(kind=Kind.NUMBER))
        assert screen.options(1) == [WHOLE, BACK]

    def test_back_from_the_first_page_of_a_step_leads_to_the_list(self, person: Person) -> None:
        """An answer that was opened to be changed is left with Back as it was."""
        person.answers("letter", {"to": "them", "letter": "Dear J.", "fate": "keep"})
        before = person.store.path.read_bytes()
        screen, _ = leaf(person, Answer("0"), Answer(CHANGE), Back(), Back(), Back())
        assert [view.item.id for view in screen.views] == ["journal", "journal", "letter", "unsent", "to", "journal"]
        assert person.store.path.read_bytes() == before

    def test_back_leads_to_the_list(self, writer: Person) -> None:
        """Whether by the option or the key."""
        screen, _ = leaf(writer, Answer("1"), Answer(BACK), Answer("1"), Back(), Answer(BACK))
        assert screen.views[0] == screen.views[2] == screen.views[4]

    def test_words_about_dying_have_the_help_above_them(self, person: Person) -> None:
        """Whoever comes back to such words sees where people are."""
        person.answers("letter", {"to": "them", "letter": "I want to die.", "fate": "keep"})
        screen, _ = leaf(person, Answer("0"))
        assert screen.views[1].concern == (ABOUT_DYING.in_short,)


class TestChanging:
    """The step itself is opened at that question, so branches follow and the earlier text is kept."""

    def test_the_earlier_text_is_kept_and_shown(self, writer: Person) -> None:
        """In the file, and below the new words."""
        screen, code = leaf(
            writer, Answer("1"), Answer(CHANGE), Answer("Dear J., the sun is out."), Answer(), Answer(), Answer("1")
        )
        assert screen.views[2].item.id == "letter"
        assert screen.views[2].value == "Dear J.,\nit rains."
        assert letter(writer).answers["letter"] == "Dear J., the sun is out."
        assert [one.value for one in letter(writer).history] == ["Dear J.,\nit rains."]
        now, before = screen.views[-1].body
        assert isinstance(now, Quote)
        assert isinstance(before, Quote)
        assert (now.words, before.words) == ("Dear J., the sun is out.", "Dear J.,\nit rains.")
        assert before.lead == f"Until {writer.clock():%H:%M} today it said:"
        assert code == 0
        writer.clock.forward(days=1)
        _, before = leaf(writer, Answer("1"))[0].views[-1].body
        assert isinstance(before, Quote)
        assert before.lead == "Until Wednesday 4 March it said:"

    def test_the_hour_is_said_on_the_clock_as_it_is_now(self, writer: Person) -> None:
        """Someone who has travelled since finds no hour that's still to come."""
        leaf(writer, Answer("1"), Answer(CHANGE), Answer("Dear J., the sun is out."), Answer(), Answer())
        said = writer.clock()
        writer.clock.now = (said + timedelta(hours=1)).astimezone(timezone(timedelta(hours=-3)))
        before = leaf(writer, Answer("1"))[0].views[-1].body[-1]
        assert isinstance(before, Quote)
        assert before.lead == f"Until {said.astimezone(timezone(timedelta(hours=-3))):%H:%M} today it said:"

    def test_leaving_the_step_leaves_the_journal(self, writer: Person) -> None:
        """With the code that the shell is told elsewhere, too."""
        assert leaf(writer, Answer("1"), Answer(CHANGE), Leave(interrupted=True))[1] == Interrupted.exit_code
        screen, code = leaf(writer, Answer("1"), Answer(CHANGE), Leave())
        assert (len(screen.views), code) == (3, 0)

    def test_a_run_that_is_not_finished_goes_on_from_there(self, person: Person) -> None:
        """A draft of it is offered again."""
        person.store.put(
            Run(
                id="begun",
                step="letter",
                started=person.clock(),
                cursor="letter",
                drafts={"letter": "Dear"},
                start_number=1,
            )
        )
        screen, _ = leaf(person, Answer("0"), Answer(CHANGE), Answer("Dear J."), Leave())
        assert screen.views[2].draft == "Dear"
        assert screen.views[3].item.id == "fate"


class TestDeleting:
    """What is deleted is gone."""

    def test_it_asks_first(self, writer: Person) -> None:
        """Keeping stands first, and keeps."""
        before = writer.store.path.read_bytes()
        screen, _ = leaf(writer, Answer("1"), Answer(DELETE), Answer(KEEP), Answer(BACK))
        assert screen.options(2) == [KEEP, DELETE]
        assert writer.store.path.read_bytes() == before

    def test_it_says_what_stays(self, person: Person) -> None:
        """The entry of a text that is all there was is still in the list, so the page before says that it will be."""
        person.answers("write", {"entry": "It rains."})
        screen = leaf(person, Answer("0"), Answer(DELETE), Answer(DELETE))[0]
        assert "An entry you've finished stays, even with nothing else in it." in str(screen.views[2].body)
        assert screen.views[3].options[0].hint == "Done, with nothing written."

    @pytest.mark.parametrize("event", [Back(), Answer(None), Answer("yes")])
    def test_nothing_but_the_word_deletes(self, writer: Person, event: Event) -> None:
        """Any other answer keeps it."""
        before = writer.store.path.read_bytes()
        leaf(writer, Answer("1"), Answer(DELETE), event, Answer(BACK))
        assert writer.store.path.read_bytes() == before

    def test_the_words_are_in_no_file_any_more(self, writer: Person) -> None:
        """Not the answer, not what stood there before it, nor a draft. The others stay."""
        leaf(writer, Answer("1"), Answer(CHANGE), Answer("Dear J., the sun is out."), Answer(), Answer())
        leaf(writer, Answer("1"), Answer(DELETE), Answer(DELETE), Answer(BACK))
        kept = b"".join(path.read_bytes() for path in writer.store.home.rglob("*") if path.is_file())
        assert b"it rains" not in kept
        assert b"the sun is out" not in kept
        assert b"Not to be read yet." in kept
        assert letter(writer).answers["letter"] is None

    def test_what_another_window_wrote_meanwhile_stays(self, writer: Person) -> None:
        """The run is taken as it stands in the file when the word is given."""
        other = Person(writer.program, writer.clock, writer.store.home)
        screen = Told(Answer("1"), Answer(DELETE))
        ask = screen.ask

        def meanwhile(view: View, keep: Keep) -> Event:
            event = ask(view, keep)
            if len(screen.views) == 3:
                other.store.put(changed(letter(other), drafts={"fate": ["x"]}))
                return Answer(DELETE)
            return event

        screen.ask = meanwhile  # type: ignore[method-assign]  # the other window acts while this one asks
        JournalBrowser(
            Wizard(writer.program, writer.store, screen, writer.clock), partial(journal, writer.program)
        ).run()
        assert letter(writer).drafts == {"fate": ["x"]}
        assert letter(writer).answers["letter"] is None

    @pytest.mark.parametrize("what", [DELETE, WHOLE])
    def test_the_next_page_says_so(self, writer: Person, what: str) -> None:
        """Once, above the list: someone who hears it can't see that a row is gone."""
        deeds = (Answer("1"), Answer(what), Answer(DELETE), Answer("0"), Answer(BACK), Answer(BACK))
        screen = leaf(writer, *deeds)[0]
        assert [view.body[:1] == (DELETED,) for view in screen.views] == [False, False, False, True, False, False]
        assert screen.views[3].begins_at_top

    def test_nothing_is_said_of_what_was_kept(self, writer: Person) -> None:
        """The list comes up as it was."""
        screen = leaf(writer, Answer("1"), Answer(DELETE), Answer(KEEP), Answer(BACK))[0]
        assert screen.views[3] == screen.views[0]

    def test_where_no_page_follows_the_command_says_so(self, writer: Person) -> None:
        """After the last entry that was looked for."""
        screen = Told(Answer("0"), Answer(WHOLE), Answer(DELETE))
        wizard = Wizard(writer.program, writer.store, screen, writer.clock)
        JournalBrowser(wizard, partial(journal, writer.program, query=Query(words=("rains",)))).run()
        assert len(screen.views) == 3
        assert wizard.last_words == [DELETED]

    def test_a_letter_can_be_deleted_unread(self, writer: Person) -> None:
        """Nobody has to open it for that."""
        leaf(writer, Answer("0"), Answer(DELETE), Answer(DELETE), Answer(BACK))
        assert b"Not to be read" not in writer.store.path.read_bytes()


class TestReading:
    """With pages to read on, a list is only shown for what was in sight."""

    def test_one_entry_in_sight_is_opened_at_once(self, writer: Person) -> None:
        """And after it, the pages are shown again."""
        shown: list[int] = []

        def show(found: Journal, journey: Journey) -> tuple[Entry, ...] | Leave:
            shown.append(len(found.entries))
            return found.entries[1:2] if len(shown) == 1 else Leave(interrupted=True)

        screen = Told(Answer(DELETE), Answer(DELETE))
        visit = Wizard(writer.program, writer.store, screen, writer.clock)
        code = JournalBrowser(visit, partial(journal, writer.program), show).run()
        assert code == Interrupted.exit_code
        assert "it rains" not in str(journal(writer.program, writer.journey).entries)
        assert screen.options(0) == [CHANGE, ANSWERS, DELETE, WHOLE, BACK]

    def test_back_from_the_list_leads_to_the_pages(self, writer: Person) -> None:
        """And not out."""
        turns = iter([True, False])
        screen = Told(Answer(BACK))
        JournalBrowser(
            Wizard(writer.program, writer.store, screen, writer.clock),
            partial(journal, writer.program),
            lambda found, journey: found.entries if next(turns) else Leave(),
        ).run()
        assert len(screen.views) == 1
        assert next(turns, None) is None


def test_a_boundary_that_was_told_meanwhile_closes_what_was_open(person: Person) -> None:
    """What reaches out is not opened, changed or quoted from the moment on that a boundary holds."""
    person.answers("your-story", dict(LIFE["your-story"]))
    person.store.put(
        Run(
            id="old",
            step="one-invitation",
            started=person.clock(),
            answers={"draft": "Come back to me."},
            start_number=90,
        )
    )
    asked = Run(
        id="asked", step="your-story", started=person.clock(), answers={BOUNDARIES[0].id: True}, start_number=91
    )
    screen = Told(Answer("0"), Answer(BACK))
    ask = screen.ask

    def meanwhile(view: View, keep: Keep) -> Event:
        person.store.put(asked)
        return ask(view, keep)

    assert "Come back" in repr(leaf(person)[0].views)
    screen.ask = meanwhile  # type: ignore[method-assign]  # another window says yes while this one stands open
    JournalBrowser(Wizard(person.program, person.store, screen, person.clock), partial(journal, person.program)).run()
    assert "Come back" not in repr(screen.views[1:])


def test_what_an_ending_closes_can_be_read_and_deleted_and_not_changed(person: Person) -> None:
    """A draft for them stays readable after letting go, and the page says where to take that back."""
    person.answers("your-story", dict(LIFE["your-story"]))
    person.puts("one-invitation", draft="Hi J., a coffee?")
    person.clock.forward(minutes=5)
    person.puts("letting-go", put_down="The hope.", keep="The lake.")
    person.clock.forward(minutes=5)
    screen, _ = leaf(person, Answer("2"))
    page = screen.views[1]
    assert "Hi J., a coffee?" in str(page.body)
    assert "On 2 March, you let go. To take that back: exback step letting-go" in str(page.body)
    assert screen.options(1) == [DELETE, BACK]
