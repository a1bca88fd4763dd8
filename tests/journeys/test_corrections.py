"""Correcting a number, deleting an entry and taking back an end: what changes by it, and what nothing of it changes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from functools import partial

import pytest
from support.person import Person
from support.walkthrough import begin, pages
from unit.commands.test_journal_browser import Told

from exback.commands.journal_browser import (
    AT_ONCE,
    BEGIN,
    CHANGE,
    DELETE,
    DELETED,
    OLDER,
    REOPEN,
    WHOLE,
    JournalBrowser,
    entries_of_step,
)
from exback.commands.pages import KEEP
from exback.commands.wizard import LEAVE, LEFT_AS_IS, MAP, UNDO, Wizard
from exback.engine.corrections import HAPPENED, IS_SAFETY, OPENS_SOONER, REACHES_OUT, TAKE_BACK, why_kept
from exback.engine.journal import STANDS, Query, journal
from exback.engine.presenter import CHANGED, CLOSING, REVIEW, UNCHANGED, YES_STAYS
from exback.engine.session import Session
from exback.engine.view import Answer, Back, Draft, Event, GoTo, Keep, Leave, View
from exback.errors import NotNow
from exback.insights.urges import urges
from exback.model.boundaries import WANTS_CONTACT, WROTE_FREELY, must_ask, standing
from exback.model.gates import by_day
from exback.model.items import Kind
from exback.model.run import Run, changed, reopened
from exback.model.streak import streak_of
from exback.model.timeline import SAFETY
from exback.screen.pages.journal import plain_entries
from exback.store import Store
from exback.store.merge import merged


@pytest.fixture
def checked_in(person: Person) -> Person:
    """Someone who told their story, and checked in on three days; on the second of them a 1 was typed for a 10."""
    begin(person)
    for mood in (9, 1, 6):
        person.clock.forward(days=1)
        person.puts("check-in", mood=mood, longing=5, sleep=5)
    person.clock.forward(days=1)
    return person


def lists(person: Person, step: str, *deeds: Event) -> Told:
    """Open the past entries of a step, and do as told."""
    screen = Told(*deeds)
    browser = entries_of_step(Wizard(person.program, person.store, screen, person.clock), step)
    assert browser is not None
    browser.run()
    return screen


def latest(person: Person, step: str) -> Run:
    """Return the run of a step that ended last."""
    run = person.journey.latest(step)
    assert run is not None
    return run


def moods(person: Person) -> list[int]:
    """Return the mood of each day, as everything that counts sees it."""
    return list(by_day(person.journey, "check-in", "mood", "day").values())


class TestCorrecting:
    """A number that was mistyped."""

    def test_it_counts_at_once_and_stays_on_its_day(self, checked_in: Person) -> None:
        """Every average sees it, the earlier number is kept, and today's check-in is due as before."""
        was_due = [step.id for step in checked_in.guide.due]
        days = [run.day for run in checked_in.journey.finished("check-in")]
        screen = lists(checked_in, "check-in", Answer("1"), Answer(CHANGE), Answer("10", ends_form=True), Answer())
        assert moods(checked_in) == [9, 10, 6]
        assert [run.day for run in checked_in.journey.finished("check-in")] == days
        assert [step.id for step in checked_in.guide.due] == was_due
        assert was_due[:1] == ["check-in"]
        corrected = checked_in.journey.finished("check-in")[1]
        assert [(earlier.item, earlier.value) for earlier in corrected.history][:1] == [("mood", 1)]
        assert screen.views[2].item.id == "mood"

    def test_the_list_says_that_it_was_changed(self, checked_in: Person) -> None:
        """On the page that follows, which waits for no key of its own."""
        deeds = (Answer("1"), Answer(CHANGE), Answer("10", ends_form=True), Answer(), Answer("0"))
        screen = lists(checked_in, "check-in", *deeds)
        assert [view.item.id for view in screen.views] == ["journal", "journal", "mood", REVIEW, "journal", "journal"]
        assert [view.body[:1] == (CHANGED,) for view in screen.views] == [False] * 4 + [True, False]
        same = lists(checked_in, "check-in", Answer("1"), Answer(CHANGE), Answer("10", ends_form=True), Answer())
        assert same.views[-1].body == (UNCHANGED,)

    def test_the_entry_that_is_left_says_what_happened_to_the_other(self, person: Person) -> None:
        """Where no list comes up any more."""
        begin(person)
        for mood in (1, 9):
            person.puts("check-in", mood=mood, longing=5, sleep=5)
        screen = Told(Answer("0"), Answer(WHOLE), Answer(DELETE))
        look = partial(journal, person.program, query=Query(step="check-in"))
        JournalBrowser(Wizard(person.program, person.store, screen, person.clock), look, of_step=True).run()
        assert screen.views[-1].body == (DELETED, "Mood 1 · Longing 5 · Sleep 5")

    def test_a_number_opens_on_its_page_where_no_day_was_asked(self, person: Person) -> None:
        """It's the page with all rows, not the one that lists them, and it speaks of that day and not of today."""
        begin(person)
        for _ in range(2):
            person.does("check-in", mood=4, longing=5, sleep=3, happened=[])
            person.clock.forward(days=1)
        page = lists(person, "check-in", Answer("0"), Answer(CHANGE)).views[2]
        assert page.item.id == "mood"
        assert "Contact that day?" in [row.label for row in page.rows]

    def test_what_it_was_before_is_on_its_page(self, checked_in: Person) -> None:
        """With the day until which it was that."""
        lists(checked_in, "check-in", Answer("1"), Answer(CHANGE), Answer("10", ends_form=True), Answer())
        page = lists(checked_in, "check-in", Answer("1")).views[1]
        assert "Mood 10" in str(page.body[0])
        assert "Mood 1'" in str(page.body[1])

    def test_the_journal_leads_to_every_day(self, checked_in: Person) -> None:
        """Without being asked for numbers, and with nothing else when it is."""
        entries = journal(checked_in.program, checked_in.journey).entries
        assert [entry.words for entry in entries if entry.title == "Check-in"] == [
            f"Mood {mood} · Longing 5 · Sleep 5" for mood in (6, 1, 9)
        ]
        numbers = journal(checked_in.program, checked_in.journey, Query(kind=Kind.NUMBER)).entries
        assert {entry.kind for entry in numbers} == {Kind.NUMBER}

    def test_a_search_for_words_finds_no_labels(self, checked_in: Person) -> None:
        """Every check-in has the word sleep, and none of them was written."""
        assert not journal(checked_in.program, checked_in.journey, Query(words=("sleep",))).entries

    def test_no_answer_about_safety_is_in_the_list(self, checked_in: Person) -> None:
        """The journal is read in passing, and they can't be changed there."""
        checked_in.puts("apart-again", afraid_of_them=True, next="unsure")
        assert "afraid" not in str([entry.words for entry in journal(checked_in.program, checked_in.journey).entries])

    def test_a_day_and_a_yes_or_no_are_corrected_the_same_way(self, checked_in: Person) -> None:
        """They're rows of the same page, or pages of their own."""
        checked_in.puts("urge", before=8, after=3, wrote=True)
        page = lists(checked_in, "urge", Answer("0"), Answer(CHANGE)).views[2]
        assert page.item.id == REVIEW
        assert {"before", "after", "wrote"} <= {option.id for option in page.options}

    def test_a_long_list_has_pages(self, checked_in: Person) -> None:
        """Nine at once, newest first, with one entry for each day."""
        for _ in range(AT_ONCE):
            checked_in.clock.forward(days=1)
            checked_in.puts("check-in", mood=5, longing=5, sleep=5, line="a line")
        screen = lists(checked_in, "check-in", Answer(OLDER))
        assert [len([option for option in view.options if option.id.isdigit()]) for view in screen.views[:2]] == [9, 3]
        assert BEGIN in {option.id for option in screen.views[0].options}

    def test_the_list_begins_a_new_one(self, checked_in: Person) -> None:
        """As the step did before there was anything to look back at."""
        screen = lists(checked_in, "check-in", Answer(BEGIN))
        assert screen.views[1].item.id in ("day", "mood")

    @pytest.mark.parametrize("step", ["your-story", "safety-plan", "letting-go", "one-invitation"])
    def test_a_plan_to_read_an_ending_and_what_reaches_out_or_asks_about_safety_open_as_they_are(
        self, checked_in: Person, step: str
    ) -> None:
        """The program's own pages send people there to go on, to tell what came, or to take something back."""
        checked_in.puts(step)
        assert entries_of_step(Wizard(checked_in.program, checked_in.store, Told(), checked_in.clock), step) is None


class TestReaching:
    """Every entry is reached from its step, and from the journal, and can be told from the others."""

    @pytest.mark.parametrize(
        "told", [{"mood": 3, "longing": Leave()}, {"mood": (Draft("3"), Leave())}], ids=["given", "half-typed"]
    )
    def test_one_that_was_left_is_deleted_from_its_step(self, person: Person, told: dict[str, object]) -> None:
        """Also where nothing of the step was ever finished, and where nothing but a number was typed. It says that it was left."""
        begin(person)
        person.answers("check-in", told)
        person.clock.forward(days=1)
        screen = lists(person, "check-in", Answer("0"), Answer(WHOLE), Answer(DELETE))
        assert [option.id for option in screen.views[0].options] == [BEGIN, "0", "back"]
        assert LEFT_AS_IS in screen.views[1].body
        assert person.journey.runs[-1].is_deleted

    def test_one_that_can_be_gone_on_with_is_no_past_entry(self, person: Person) -> None:
        """The step goes on with it at once."""
        begin(person)
        person.answers("check-in", {"mood": 3, "longing": Leave()})
        wizard = Wizard(person.program, person.store, Told(), person.clock)
        assert entries_of_step(wizard, "check-in") is None

    def test_what_is_done_once_is_deleted_from_its_step(self, checked_in: Person) -> None:
        """There's one entry, so it's opened at once, and nothing can be begun."""
        checked_in.puts("ride-an-urge", before=7)
        screen = lists(checked_in, "ride-an-urge", Answer(WHOLE), Answer(DELETE))
        assert len(screen.views) == 2
        assert checked_in.journey.ever("ride-an-urge") == ()

    def test_the_journal_says_which_can_still_be_finished(self, person: Person) -> None:
        """An urge can't be the day after, and a step can."""
        begin(person)
        person.answers("check-in", {"mood": 3, "longing": Leave()})
        states = [STANDS[entry.state] for entry in journal(person.program, person.journey).entries[:1]]
        person.clock.forward(days=1)
        states += [STANDS[entry.state] for entry in journal(person.program, person.journey).entries[:1]]
        assert states == ["not finished yet", "you left this before the end"]

    def test_two_of_one_day_have_their_hour(self, checked_in: Person) -> None:
        """In the list, on their pages, and in the journal. One that is alone on its day has none."""
        for _ in range(2):
            checked_in.puts("urge", before=8)
            checked_in.clock.forward(minutes=39)
        screen = lists(checked_in, "urge", Answer("1"))
        rows = [option.label for option in screen.views[0].options if option.id.isdigit()]
        assert rows == [
            "Friday 6 March, 10:40: I want to write to them",
            "Friday 6 March, 10:01: I want to write to them",
        ]
        assert screen.views[1].place == rows[1]
        lines = list(
            plain_entries(
                journal(checked_in.program, checked_in.journey).entries, lambda _: "", checked_in.journey.today
            )
        )
        assert [line for line in lines if line.startswith(("Friday", "Thursday"))] == [
            "Friday 6 March, 10:40, I want to write to them:",
            "Friday 6 March, 10:01, I want to write to them:",
            "Thursday 5 March, Check-in:",
        ]

    def test_one_after_midnight_is_under_the_day_it_counts_for(self, checked_in: Person) -> None:
        """The hour says that it was the next day by the calendar, and `--since` goes by the day in the heading."""
        checked_in.clock.forward(hours=10)
        checked_in.puts("urge", before=8)
        checked_in.clock.forward(hours=5)
        checked_in.puts("urge", before=8)
        screen = lists(checked_in, "urge", Answer("1"))
        assert [option.label for option in screen.views[0].options if option.id.isdigit()] == [
            "Friday 6 March, 01:01 the next day: I want to write to them",
            "Friday 6 March, 20:01: I want to write to them",
        ]
        since = {day: Query(step="urge", since=date(2026, 3, day)) for day in (6, 7)}
        found = {day: journal(checked_in.program, checked_in.journey, query).entries for day, query in since.items()}
        assert {day: len(entries) for day, entries in found.items()} == {6: 2, 7: 0}


class TestLastWords:
    """What is said at the end of a correction."""

    def corrected(self, person: Person, run: Run, **answers: object) -> str:
        """Return the last page after some answers of a run were changed."""
        session = Session.edit(person.program, person.program.step(run.step), person.journey, run)
        for item, answer in answers.items():
            session = session.apply(GoTo(item), person.clock()).apply(Answer(answer), person.clock())
        for _ in session.step.items:
            session = session if session.run.cursor == CLOSING else session.apply(Answer(), person.clock())
        assert session.run.cursor == CLOSING, session.view()
        return "\n".join(map(str, session.view().body))

    def test_nothing_is_advised_for_a_day_that_is_over(self, checked_in: Person) -> None:
        """Neither something warm to eat for a low mood nor a number beside another one: only that it's changed."""
        checked_in.puts("check-in", mood=6, longing=5, sleep=5, happened=[], line=None)
        checked_in.clock.forward(days=1)
        assert self.corrected(checked_in, latest(checked_in, "check-in"), mood=1, longing=9) == "It's changed."
        assert self.corrected(checked_in, latest(checked_in, "check-in")) == "You didn't change anything."
        assert self.corrected(checked_in, latest(checked_in, "check-in"), mood=6) == "You didn't change anything."

    def test_on_the_day_itself_it_is(self, person: Person) -> None:
        """A mood that was typed wrong an hour ago is today's."""
        person.puts("check-in", mood=9, longing=5, sleep=5, happened=[], line=None)
        person.clock.forward(hours=1)
        assert "One small thing: " in self.corrected(person, latest(person, "check-in"), mood=1)

    def test_a_day_that_was_told_of_late_was_over_then(self, checked_in: Person) -> None:
        """Corrected on the day on which it was told, two days after the one that it's about."""
        checked_in.clock.forward(days=2)
        day = (checked_in.clock() - timedelta(days=2)).date().isoformat()
        checked_in.puts("check-in", day=day, mood=9, longing=5, sleep=5, happened=[], line=None)
        assert self.corrected(checked_in, latest(checked_in, "check-in"), mood=1) == "It's changed."

    @pytest.mark.parametrize("step", ["urge", "contact", "look", "now"])
    def test_nor_of_a_moment(self, person: Person, step: str) -> None:
        """No “talk to someone tonight”, and no chat to close, days later."""
        person.puts("your-story", afraid_of_them=True)
        answers: dict[str, dict[str, object]] = {
            "urge": {"before": 8, "now-what": "go-on", "after": 5, "wrote": False},
            "contact": {"kind": "they-wrote", "answered": False, "felt": "Bad."},
            "look": {"what": "old", "looking-for": "Nothing."},
            "now": {"what": "sleep"},
        }
        person.answers(step, answers[step])
        person.clock.forward(days=2)
        assert self.corrected(person, latest(person, step)) == "You didn't change anything."
        if step == "urge":
            assert self.corrected(person, latest(person, step), wrote=True) == "It's changed."

    def test_a_step_that_is_no_moment_says_again_what_holds(self, person: Person) -> None:
        """A decision still holds, so its last page still has it; the small thing is left out."""
        person.puts("decide", choice="wait", because="It.", if_wrong="It.")
        assert "One small thing: " in self.corrected(person, latest(person, "decide"))
        person.clock.forward(days=1)
        words = self.corrected(person, latest(person, "decide"))
        assert words.startswith("You didn't change anything.\nOn Monday 2 March you decided to wait.")
        assert "One small thing" not in words
        assert "oday" not in words


class TestToday:
    """A day that was “today” when it was told has its name later."""

    def said(self, person: Person, step: str, item: str) -> str:
        """Return the answer to a question as the page with all answers shows it."""
        session = Session.edit(person.program, person.program.step(step), person.journey, latest(person, step))
        return next(option.hint for option in session.view().options if option.id == item)

    def test_of_a_check_in(self, checked_in: Person) -> None:
        """Also in the list that it can be changed in."""
        checked_in.clock.forward(days=1)
        checked_in.puts("check-in", day=checked_in.clock().date().isoformat(), mood=5, longing=5, sleep=5)
        checked_in.clock.forward(days=2)
        assert self.said(checked_in, "check-in", "day") == "Saturday 7 March"
        run = latest(checked_in, "check-in")
        session = Session.edit(checked_in.program, checked_in.program.step("check-in"), checked_in.journey, run)
        view = session.apply(GoTo("day"), checked_in.clock()).view()
        assert [option.label for option in view.options] == ["Saturday 7 March", "Friday 6 March"]
        assert next(row.answer for row in view.rows if row.item == "day") == "Saturday 7 March"

    @pytest.mark.parametrize("step", ["check-in", "urge"])
    def test_of_an_entry_that_was_never_asked_for_its_day(self, checked_in: Person, step: str) -> None:
        """Every page names it, beside the title: “Contact that day?” must say of which day it asks."""
        checked_in.puts("urge", before=5, after=2, wrote=False)
        run = latest(checked_in, step)
        assert "day" not in run.answers
        checked_in.clock.forward(days=1)
        session = Session.edit(checked_in.program, checked_in.program.step(step), checked_in.journey, run)
        named = "Thursday 5 March" if step == "check-in" else "Friday 6 March"
        pages = [
            session.view(),
            *(session.apply(GoTo(o.id), checked_in.clock()).view() for o in session.view().options),
        ]
        assert {page.place for page in pages} == {named}
        if step == "check-in":
            assert pages[1].rows[3].label == "Contact that day?"
        new = Session.begin(checked_in.program, checked_in.program.step(step), checked_in.journey, "new")
        assert new.view().place == ""

    def test_of_an_entry_that_names_its_day(self, checked_in: Person) -> None:
        """It's the answer of its own row, and not said twice."""
        checked_in.clock.forward(days=1)
        checked_in.puts("check-in", day="2026-03-06", mood=5, longing=5, sleep=5)
        checked_in.clock.forward(days=1)
        run, step = latest(checked_in, "check-in"), checked_in.program.step("check-in")
        view = Session.edit(checked_in.program, step, checked_in.journey, run).view()
        assert (view.place, view.options[0].hint) == ("", "Friday 6 March")

    def test_of_today_s_entry(self, checked_in: Person) -> None:
        """There's no need to say it: its rows say “today”."""
        checked_in.puts("check-in", mood=5, longing=5, sleep=5)
        run, step = latest(checked_in, "check-in"), checked_in.program.step("check-in")
        session = Session.edit(checked_in.program, step, checked_in.journey, run)
        assert session.view().place == ""
        assert session.apply(GoTo("happened"), checked_in.clock()).view().rows[3].label == "Contact today?"

    def test_of_a_rule(self, person: Person) -> None:
        """The day on which it started."""
        person.puts("contact-rule", kind="full", since="today", length_kind="days", signature="I will.")
        person.clock.forward(days=3)
        assert self.said(person, "contact-rule", "since") == "Monday 2 March"


class TestDeleting:
    """A whole entry."""

    def test_the_days_are_counted_without_it(self, checked_in: Person) -> None:
        """A slip that was none no longer divides them."""
        checked_in.puts("contact-rule", length="30")
        checked_in.clock.forward(days=3)
        checked_in.puts("contact", kind="i-wrote", before="By mistake.")
        checked_in.clock.forward(days=2)
        before = streak_of(checked_in.program.streak, checked_in.journey)
        lists(checked_in, "contact", Answer("0"), Answer(WHOLE), Answer(DELETE))
        after = streak_of(checked_in.program.streak, checked_in.journey)
        assert before is not None
        assert after is not None
        assert (before.breaks, after.breaks) == (1, 0)
        assert after.longest == 5
        assert b"By mistake." not in checked_in.store.path.read_bytes()

    def test_a_rule_that_was_deleted_counts_no_days(self, checked_in: Person) -> None:
        """No rule is running then."""
        checked_in.puts("contact-rule", length="30")
        checked_in.clock.forward(days=3)
        run = latest(checked_in, "contact-rule")
        assert not why_kept(checked_in.program, checked_in.journey, run)
        checked_in.store.delete(run.id)
        assert checked_in.guide.days is None
        assert checked_in.state("contact-rule") == "closed"  # as before it was made

    def test_nothing_but_the_word_deletes(self, checked_in: Person) -> None:
        """Nothing is preselected, and keeping stands first."""
        screen = lists(checked_in, "check-in", Answer("0"), Answer(WHOLE), Answer(KEEP))
        assert screen.views[2].is_weighty
        assert [option.id for option in screen.views[2].options] == [KEEP, DELETE]
        assert moods(checked_in) == [9, 1, 6]

    def test_a_half_written_entry_can_go_too(self, checked_in: Person) -> None:
        """With what was typed in it."""
        session_screen = Told(Draft("half a secret"), Leave())
        Wizard(checked_in.program, checked_in.store, session_screen, checked_in.clock).open("letter")
        begun = next(run for run in checked_in.store.load().runs if run.step == "letter")
        checked_in.store.put(changed(begun, drafts={"letter": "half a secret"}))
        screen = Told(Answer("0"), Answer(WHOLE), Answer(DELETE))
        look = partial(journal, checked_in.program, query=Query(step="letter"))
        JournalBrowser(Wizard(checked_in.program, checked_in.store, screen, checked_in.clock), look).run()
        assert b"half a secret" not in checked_in.store.path.read_bytes()
        assert checked_in.journey.unfinished("letter") is None

    def test_what_another_window_made_of_it_meanwhile_is_looked_at_again(self, checked_in: Person) -> None:
        """An entry that has an answer about safety by now stays, though the page was up before."""
        other = Person(checked_in.program, checked_in.clock, checked_in.store.home)
        screen = Told(Answer("0"), Answer(WHOLE), Answer(DELETE))
        ask = screen.ask

        def meanwhile(view, keep):  # type: ignore[no-untyped-def]  # as Told.ask
            if len(screen.views) == 2:
                run = latest(other, "check-in")
                other.store.put(changed(run, answers={**run.answers, "asked-to-stop": True}))
            return ask(view, keep)

        screen.ask = meanwhile  # type: ignore[method-assign]  # the other window acts while this one asks
        browser = entries_of_step(Wizard(checked_in.program, checked_in.store, screen, checked_in.clock), "check-in")
        assert browser is not None
        browser.run()
        assert latest(checked_in, "check-in").answers["mood"] == 6


class Elsewhere(Told):
    """A screen on which another window does something just before the last thing it was told to do."""

    def __init__(self, *deeds: Event, does: Callable[[], object]) -> None:
        super().__init__(*deeds)
        self.does, self.last = does, len(deeds)

    def ask(self, view: View, keep: Keep) -> Event:
        """Answer as it was told."""
        if len(self.views) + 1 == self.last:
            self.does()
        return super().ask(view, keep)


class TestInAnotherWindow:
    """What another window deleted stays deleted, whatever this one was about to do with it."""

    LETTER = (Answer(MAP), Answer("letter"), Answer("them"), Answer(), Answer("Dear J."), Answer("keep"), Answer())

    @pytest.mark.parametrize("what", ["words", "entry"])
    @pytest.mark.parametrize(
        "deed", [(Answer(), Answer(UNDO)), (Back(),), (Answer(),)], ids=["undo", "back", "going on"]
    )
    def test_an_end_that_is_taken_back_brings_nothing_back(
        self, checked_in: Person, what: str, deed: tuple[Event, ...]
    ) -> None:
        """Neither with the option of the page of the day, nor with Back or Enter on the last page of the step."""
        other = Store(checked_in.store.home)

        def deletes() -> None:
            run = next(run for run in other.load().runs if run.step == "letter")
            if what == "words":
                other.forget(run.id, ("letter",))
            else:
                other.delete(run.id)

        screen = Elsewhere(*self.LETTER, *deed, does=deletes)
        with suppress(NotNow):
            Wizard(checked_in.program, checked_in.store, screen, checked_in.clock).run()
        assert "Dear J." not in str(checked_in.store.load().runs)
        assert "Dear J." not in checked_in.store.path.read_text("utf-8")

    @pytest.mark.parametrize("what", ["words", "entry"])
    def test_nor_does_a_change(self, checked_in: Person, what: str) -> None:
        """From the list of its entries."""
        checked_in.puts("letter", to="them", letter="Dear J.", fate="keep")
        checked_in.puts("letter", to="them", letter="Dear Sam.", fate="keep")
        other = Store(checked_in.store.home)
        run = latest(checked_in, "letter")

        def deletes() -> None:
            if what == "words":
                other.forget(run.id, ("letter",))
            else:
                other.delete(run.id)

        screen = Elsewhere(Answer("0"), Answer(CHANGE), does=deletes)
        browser = entries_of_step(Wizard(checked_in.program, checked_in.store, screen, checked_in.clock), "letter")
        assert browser is not None
        browser.run()
        assert "Dear J." in checked_in.store.path.read_text("utf-8")
        assert "Dear Sam." not in checked_in.store.path.read_text("utf-8")


class TestWhatStays:
    """What no correction touches, and the sentence that says why."""

    def test_an_answer_about_safety(self, person: Person) -> None:
        """Neither a yes nor a no is deleted with its entry, or taken back by taking back its end."""
        begin(person, asked_to_stop=True)
        run = latest(person, "your-story")
        assert why_kept(person.program, person.journey, run) == IS_SAFETY
        assert _page_of(person, "your-story").count(IS_SAFETY) == 1
        assert WHOLE not in _page_of(person, "your-story")
        assert REOPEN not in _page_of(person, "your-story")

    def test_an_ending_says_where_it_is_taken_back(self, checked_in: Person) -> None:
        """It closes a stage, and only its own page opens that again."""
        checked_in.puts("letting-go", put_down="The hope.", keep="The lake.")
        assert TAKE_BACK.format(step="letting-go") in _page_of(checked_in, "letting-go")

    def test_what_leads_to_them_stays_as_a_whole(self, checked_in: Person) -> None:
        """A message that was sent, and every number that opens the way."""
        checked_in.puts("one-invitation", draft="A coffee?", sent="yes")
        checked_in.puts("am-i-ready", fine_with_no=3, no_evening="Quiet.")
        for step in ("one-invitation", "am-i-ready"):
            assert why_kept(checked_in.program, checked_in.journey, latest(checked_in, step)) == REACHES_OUT

    def test_a_slip_that_holds_the_way_closed(self, checked_in: Person) -> None:
        """Deleting it would lead to “Am I ready” a few days sooner. Once the week has passed, it can go."""
        _almost_ready(checked_in)
        checked_in.puts("contact", kind="i-wrote", before="By mistake.")
        run = latest(checked_in, "contact")
        assert why_kept(checked_in.program, checked_in.journey, run) == OPENS_SOONER
        assert REOPEN not in str(
            lists(checked_in, "contact", Answer("0")).views[1].options
        )  # nor be undone, and then go
        checked_in.clock.forward(days=8)
        assert not why_kept(checked_in.program, checked_in.journey, run)

    def test_a_decision_against_writing(self, checked_in: Person) -> None:
        """Without it, the one before and the one after would be twice in a row."""
        for choice in ("invitation", "let-go"):
            checked_in.puts("decide", choice=choice)
            checked_in.clock.forward(days=4)
        assert why_kept(checked_in.program, checked_in.journey, latest(checked_in, "decide")) == OPENS_SOONER

    def test_the_end_of_a_run_that_says_what_happened_to_a_message(self, checked_in: Person) -> None:
        """“I've sent it” isn't taken back by going back."""
        checked_in.puts("one-invitation", draft="A coffee?", sent="yes")
        from exback.engine.corrections import why_finished

        step, run = checked_in.program.step("one-invitation"), latest(checked_in, "one-invitation")
        assert why_finished(checked_in.program, step, run) == HAPPENED


def _almost_ready(person: Person) -> None:
    """Do all that “Am I ready” takes, but for a week without a slip."""
    person.puts("contact-rule", length="14")
    for _ in range(15):
        person.puts("check-in", mood=8, longing=2, sleep=8)
        person.clock.forward(days=1)
    for _ in range(2):
        person.puts("decide", choice="invitation")
        person.puts("two-questions", want=5, without=9)
        person.puts("live-forward", came_about=True)
        person.clock.forward(days=7)
        person.puts("check-in", mood=8, longing=2, sleep=8)
    for _ in range(9):
        person.puts("check-in", mood=8, longing=2, sleep=8)
        person.clock.forward(days=1)
    person.puts("happy-without", need_or_want="want")


def _page_of(person: Person, step: str) -> str:
    """Return the page of the first entry of a step in the journal, as it is shown."""
    screen = Told(Answer("0"))
    look = partial(journal, person.program, query=Query(step=step))
    JournalBrowser(Wizard(person.program, person.store, screen, person.clock), look).run()
    return str((screen.views[1].body, screen.views[1].options))


class TestYes:
    """A yes about safety of a step that was finished."""

    def test_it_is_not_changed_into_a_no(self, person: Person) -> None:
        """The page says why, and a no can still become a yes."""
        begin(person, asked_to_stop=True)
        run = latest(person, "your-story")
        session = Session.edit(person.program, person.program.step("your-story"), person.journey, run)
        page = session.apply(GoTo("asked-to-stop"), person.clock())
        assert page.view().note == (YES_STAYS,)
        refused = page.apply(Answer(value=False), person.clock())
        assert (refused.notice, refused.run.answers["asked-to-stop"]) == (YES_STAYS, True)
        other = session.apply(GoTo("ordered-away"), person.clock()).apply(Answer(value=True), person.clock())
        assert other.run.answers["ordered-away"] is True


class TestShort:
    """What asked for a choice or two has no page on which to look them over."""

    @pytest.mark.parametrize(
        ("step", "answers", "asked"),
        [
            ("coming-back", {"contact": "no", "then": "not-now"}, ["contact", "then"]),
            ("how-often", {"rhythm": "daily"}, ["rhythm"]),
            ("larger-thing", {}, ["thing"]),
            ("after-a-hard-date", {"real": 3}, ["real"]),
            ("pause", {"what": "go-on"}, ["what"]),
        ],
    )
    def test_ends_without_a_review(
        self, checked_in: Person, step: str, answers: dict[str, object], asked: list[str]
    ) -> None:
        """The last page comes right after the last choice."""
        if step == "after-a-hard-date":
            for day in ("2026-03-02", "2026-03-03"):
                checked_in.puts("hard-dates", what="Party", when=day, plan="Tea.", forecast=8)
            checked_in.clock.forward(days=3)
        if step == "pause":
            checked_in.puts("pause", what="rest", until="2026-05-01")
        views = pages(checked_in, step, **answers)
        assert [view.item.id for view in views if view.item.id in (*asked, REVIEW, CLOSING)] == [*asked, CLOSING]

    @pytest.mark.parametrize(
        ("step", "answers"),
        [
            ("they-wrote", {"kind": "none"}),
            ("pause", {"until": "2026-05-01", "reason-kind": None, "reason": None}),
            ("letting-go", {}),
            ("their-side", {}),
        ],
    )
    def test_words_and_whatever_decides_something_are_looked_over(
        self, checked_in: Person, step: str, answers: dict[str, object]
    ) -> None:
        """So is a day that's typed, and every step of a stage or an ending."""
        assert REVIEW in [view.item.id for view in pages(checked_in, step, **answers)]

    def test_back_from_the_last_page_leads_to_the_last_choice(self, checked_in: Person) -> None:
        """A mistaken answer can be corrected at once."""
        session = Session.begin(
            checked_in.program, checked_in.program.step("coming-back"), checked_in.journey, checked_in.new_id()
        )
        now = checked_in.clock()
        for event in (Answer("no"), Answer("not-now")):
            session = session.apply(event, now)
        assert (session.run.cursor, session.run.finished) == (CLOSING, now)
        assert session.view().can_back
        back = session.apply(Back(), now)
        assert (back.run.cursor, back.run.finished) == ("then", None)
        assert back.apply(Back(), now).apply(Answer("rather-not"), now).run.answers["contact"] == "rather-not"


class TestUndo:
    """A step that was finished by mistake."""

    def test_back_from_the_last_page_goes_on_with_it(self, checked_in: Person) -> None:
        """The letter isn't finished then, nothing in it has changed, and it's finished again by going on."""
        checked_in.answers("letter", {"to": "them", "letter": "Dear J.", "fate": "keep", CLOSING: (Back(), True)})
        assert [view.item.id for view in checked_in.views][-3:] == [CLOSING, REVIEW, CLOSING]
        run = latest(checked_in, "letter")
        assert run.answers["letter"] == "Dear J."
        assert run.start_number < run.finish_number

    def test_the_page_of_the_day_offers_it_once(self, checked_in: Person) -> None:
        """Right after the step. It goes on where it was, and what was finished is begun again."""
        screen = Told(
            *(
                Answer(MAP),
                Answer("letter"),
                Answer("them"),
                Answer(),
                Answer("Dear J."),
                Answer("keep"),
                Answer(),
                Answer(),
            ),
            *(Answer(UNDO), Leave()),
        )
        wizard = Wizard(checked_in.program, checked_in.store, screen, checked_in.clock)
        wizard.run()
        offered = [UNDO in {option.id for option in view.options} for view in screen.views if view.item.id == "today"]
        assert offered == [False, True]
        assert screen.views[-1].item.id == REVIEW
        assert checked_in.state("letter") == "started"
        assert checked_in.journey.finished("letter") == ()

    def test_the_list_of_a_step_offers_it_for_an_hour(self, checked_in: Person) -> None:
        """For the last thing that was finished, and for nothing else."""
        checked_in.puts("check-in", mood=4, longing=4, sleep=4)
        assert REOPEN in str(lists(checked_in, "check-in", Answer("0")).views[1].options)
        assert REOPEN not in str(lists(checked_in, "check-in", Answer("1")).views[1].options)
        lists(checked_in, "check-in", Answer("0"), Answer(REOPEN), Leave())
        assert moods(checked_in) == [9, 1, 6]
        assert checked_in.journey.unfinished("check-in") is not None
        checked_in.puts("check-in", mood=4, longing=4, sleep=4)
        checked_in.clock.forward(hours=2)
        assert REOPEN not in str(lists(checked_in, "check-in", Answer("0")).views[1].options)

    @pytest.mark.parametrize(("minutes", "is_offered"), [(20, True), (40, False)])
    def test_it_is_not_offered_once_the_moment_is_over(
        self, checked_in: Person, minutes: int, is_offered: bool
    ) -> None:
        """Two hours after it was begun a check-in can't be gone on with, so what it says would be lost."""
        checked_in.puts("check-in", mood=4, longing=4, sleep=4)
        run = latest(checked_in, "check-in")
        checked_in.store.put(changed(run, started=run.started - timedelta(minutes=90)))
        checked_in.clock.forward(minutes=minutes)
        assert (REOPEN in str(lists(checked_in, "check-in", Answer("0")).views[1].options)) == is_offered

    def test_after_an_ending_the_page_says_how_it_is_taken_back(self, checked_in: Person) -> None:
        """There's one way for that, and it's the ending's own."""
        checked_in.puts("contact-rule", length="14")
        screen = Told(Answer("letting-go"))
        wizard = Wizard(checked_in.program, checked_in.store, screen, checked_in.clock)
        checked_in.puts("letting-go", put_down="The hope.", keep="The lake.")
        view = wizard._with_undo(
            wizard._today(checked_in.guide, checked_in.journey),
            checked_in.journey,
            latest(checked_in, "letting-go"),
        )
        assert TAKE_BACK.format(step="letting-go") in str(view.note)
        assert UNDO not in {option.id for option in view.options}

    def test_a_letter_that_was_burnt_stays_burnt(self, checked_in: Person) -> None:
        """What's gone can't be gone on with."""
        checked_in.answers("letter", {"to": "them", "letter": "Dear J.", "fate": "burn", CLOSING: (Back(), True)})
        assert checked_in.journey.unfinished("letter") is None
        assert latest(checked_in, "letter").answers["letter"] is None

    def test_nothing_is_offered_before_anything_was_finished(self, checked_in: Person) -> None:
        """The page of the day begins as always."""
        screen = Told(Answer(LEAVE))
        Wizard(checked_in.program, checked_in.store, screen, checked_in.clock).run()
        assert UNDO not in {option.id for option in screen.views[0].options}


class TestMinutesOfAnUrge:
    """An urge was rated again two minutes after it began; 12 minutes later it's reopened, or one of its numbers corrected."""

    URGE = {"before": 5, "breath": "finished", "now-what": "go-on", "after": 2, "wrote": False}  # noqa: RUF012  # read only

    def _rated(self, person: Person) -> Run:
        began = person.clock()
        person.clock.forward(minutes=2)
        run = changed(person.answers("urge", dict(self.URGE)), started=began)
        person.store.put(run)
        person.clock.forward(minutes=12)
        return run

    def _says(self, person: Person, session: Session) -> str:
        """Return what the last page says of an urge, and the minutes that insights count."""
        person.store.put(session.run)
        wave = person.program.tracking.wave
        assert wave is not None
        return f"{session.view().body} {urges(person.program, person.journey, wave).minutes}"

    def test_stay_where_it_is_only_finished_once_more(self, person: Person) -> None:
        """As often as that happens."""
        run = self._rated(person)
        for _ in range(2):
            session = Session.reopen(person.program, person.program.step("urge"), person.journey, run)
            session = session.apply(Answer(value=False), person.clock())
            assert "It was 5 before, and it's 2 now, after two minutes." in self._says(person, session)
            assert self._says(person, session).endswith(" 2")
            run = session.run
            person.clock.forward(minutes=50)

    @pytest.mark.parametrize("item", ["before", "after"])
    def test_are_left_out_where_a_number_was_changed(self, person: Person, item: str) -> None:
        """No one knows how strong it was two minutes after it began."""
        run, step = self._rated(person), person.program.step("urge")
        session = Session.reopen(person.program, step, person.journey, run)
        for deed in (GoTo(item), Answer(4), GoTo("wrote"), Answer(value=False)):
            session = session.apply(deed, person.clock())
        numbers = {**self.URGE, item: 4}
        assert f"It was {numbers['before']} before, and it's {numbers['after']} now." in self._says(person, session)
        assert self._says(person, session).endswith(" None")

    def test_stay_where_something_else_was_changed(self, person: Person) -> None:
        """The numbers are as they were."""
        session = Session.edit(person.program, person.program.step("urge"), person.journey, self._rated(person))
        for deed in (GoTo("wrote"), Answer(value=True), Answer()):
            session = session.apply(deed, person.clock())
        assert "after two minutes. You wrote to them." in self._says(person, session)
        assert self._says(person, session).endswith(" 2")


class TestReopenedAndLeft:
    """What was finished, reopened and left: once its moment is over, it's finished again, and nothing of it is lost."""

    CHECK_IN = (Answer("3"), Answer("4"), Answer("5"))

    def reopens(self, person: Person, *deeds: Event) -> None:
        """Check in, reopen that, and do as told."""
        person.puts("check-in", mood=4, longing=4, sleep=4)
        lists(person, "check-in", Answer("0"), Answer(REOPEN), *deeds, Leave())

    @pytest.mark.parametrize("hours", [3, 30])
    def test_a_check_in_counts_again(self, checked_in: Person, hours: int) -> None:
        """From the moment on in which it can't be gone on with."""
        self.reopens(checked_in)
        assert moods(checked_in) == [9, 1, 6]
        day = checked_in.clock().date()
        checked_in.clock.forward(hours=hours)
        run = latest(checked_in, "check-in")
        assert (moods(checked_in), run.day) == ([9, 1, 6, 4], day)
        assert run.finished is not None
        assert run.finished.utcoffset() == run.started.utcoffset()

    def test_a_check_in_of_today_is_not_due_again(self, checked_in: Person) -> None:
        """Three hours later."""
        self.reopens(checked_in)
        checked_in.clock.forward(hours=3)
        assert "check-in" not in [step.id for step in checked_in.guide.due]

    def test_what_was_changed_before_leaving_counts(self, checked_in: Person) -> None:
        """Its answers are those it has."""
        self.reopens(checked_in, GoTo("mood"), Answer("8"))
        checked_in.clock.forward(days=1)
        assert moods(checked_in) == [9, 1, 6, 8]

    def test_it_is_corrected_like_any_other(self, checked_in: Person) -> None:
        """Also twice; what it said before is kept."""
        self.reopens(checked_in)
        checked_in.clock.forward(days=1)
        for mood in ("7", "2"):
            lists(checked_in, "check-in", Answer("0"), Answer(CHANGE), Answer(mood, ends_form=True), Answer())
            assert moods(checked_in) == [9, 1, 6, int(mood)]
        assert "until" in str(lists(checked_in, "check-in", Answer("0")).views[1].body).lower()
        assert not checked_in.journey.clock_was_set_back

    def test_and_deleted_like_any_other(self, checked_in: Person) -> None:
        """As a whole."""
        self.reopens(checked_in)
        checked_in.clock.forward(days=1)
        lists(checked_in, "check-in", Answer("0"), Answer(WHOLE), Answer(DELETE))
        assert moods(checked_in) == [9, 1, 6]

    def slips(self, person: Person) -> None:
        """Say that they wrote, to the end, go back from the last page, and leave."""
        person.puts("contact-rule", length="30")
        person.clock.forward(hours=1)
        answers = {"kind": "i-wrote", "day": str(person.clock().date()), "before": "Bad.", "they-answered": "nothing"}
        person.answers("contact", {**answers, "change": ("No phone in bed.", Leave()), CLOSING: Back()})

    def breaks(self, person: Person) -> int:
        """Return how many slips count."""
        streak = streak_of(person.program.streak, person.journey)
        assert streak is not None
        return streak.breaks

    def test_a_slip_counts_the_day_after(self, checked_in: Person) -> None:
        """Back on the last page of the step, and Ctrl-C."""
        self.slips(checked_in)
        checked_in.clock.forward(days=1)
        assert self.breaks(checked_in) == 1
        assert latest(checked_in, "contact").answers["change"] == "No phone in bed."

    def test_a_new_one_begun_within_the_moment_counts_beside_it(self, checked_in: Person) -> None:
        """Neither takes the other away."""
        self.slips(checked_in)
        checked_in.puts("contact", kind="they-wrote")
        checked_in.clock.forward(hours=3)
        assert [run.answers["kind"] for run in checked_in.journey.finished("contact")] == ["i-wrote", "they-wrote"]

    def test_a_copy_from_before_it_was_reopened_changes_nothing(self, checked_in: Person) -> None:
        """Merged in whichever order, it counts once."""
        checked_in.puts("check-in", mood=4, longing=4, sleep=4)
        before = checked_in.store.load()
        lists(checked_in, "check-in", Answer("0"), Answer(REOPEN), GoTo("mood"), Answer("8"), Leave())
        after = checked_in.store.load()
        checked_in.clock.forward(days=1)
        for both in (merged(before, after), merged(after, before)):
            days = by_day(checked_in.program.journey(both.runs, checked_in.clock()), "check-in", "mood", "day")
            assert list(days.values()) == [9, 1, 6, 8]

    def test_what_another_window_deleted_stays_deleted(self, checked_in: Person) -> None:
        """The page that was left open brings nothing of it back."""
        checked_in.puts("check-in", mood=4, longing=4, sleep=4)
        other = Store(checked_in.store.home)

        def deletes() -> None:
            checked_in.clock.forward(days=1)
            other.delete(latest(checked_in, "check-in").id)

        screen = Elsewhere(Answer("0"), Answer(REOPEN), GoTo("mood"), Answer("8"), does=deletes)
        browser = entries_of_step(Wizard(checked_in.program, checked_in.store, screen, checked_in.clock), "check-in")
        assert browser is not None
        with pytest.raises(NotNow):
            browser.run()
        assert moods(checked_in) == [9, 1, 6]

    def test_a_page_that_was_left_open_puts_no_other_evening_into_it(self, checked_in: Person) -> None:
        """Its entry keeps its answers, its day and its place in the record, though another one was written meanwhile."""
        checked_in.puts("check-in", mood=4, longing=4, sleep=4)
        other = Person(checked_in.program, checked_in.clock, checked_in.store.home)

        def writes() -> None:
            checked_in.clock.forward(days=1)
            other.puts("letter", to="them", letter="Dear J.", fate="keep")

        screen = Elsewhere(Answer("0"), Answer(REOPEN), GoTo("mood"), Answer("8"), does=writes)
        browser = entries_of_step(Wizard(checked_in.program, checked_in.store, screen, checked_in.clock), "check-in")
        assert browser is not None
        browser.run()
        assert moods(checked_in) == [9, 1, 6, 4]
        assert latest(checked_in, "check-in").finish_number < latest(checked_in, "letter").start_number
        assert not checked_in.journey.clock_was_set_back

    def test_no_answer_about_safety_counts_by_it(self, checked_in: Person) -> None:
        """Four noes in a page that was reopened and left ask nothing less, and a yes stays as late as it was."""
        checked_in.puts("now", what="cannot-sleep")
        run = latest(checked_in, "now")
        noes = dict.fromkeys(sorted(SAFETY), False)
        for answers in (noes, {**noes, "asked-to-stop": True}):
            opened = changed(
                reopened(run, checked_in.clock(), run.finish_number + 1), answers={**run.answers, **answers}
            )
            journey = checked_in.program.journey([opened], checked_in.clock() + timedelta(days=1))
            (counted,) = journey.finished("now")
            assert must_ask(journey)
            assert [boundary.id for boundary in standing(journey)] == [item for item, yes in answers.items() if yes]
            meanwhile = Run(
                id="reply",
                step="reply",
                started=opened.started + timedelta(minutes=90),
                start_number=counted.finish_number + 1,
                finished=opened.started + timedelta(minutes=95),
                finish_number=counted.finish_number + 2,
                answers={WROTE_FREELY: True, WANTS_CONTACT: True},
            )
            assert standing(journey.with_run(meanwhile)) == standing(journey)
