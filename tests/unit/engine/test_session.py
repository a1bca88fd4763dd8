"""One walk through one step: what is shown, what is kept, and that it can be left at any point."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from functools import partial

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st
from msgspec import structs
from support.lives import LIFE
from support.simulated_person import ANY_TEXTS, KINDS, Deed, fitting, numbered

from exback.engine.corrections import AT_ONCE
from exback.engine.presenter import CLOSING, REVIEW, STAYS, UNASKED, UNCHANGED, WITHHELD
from exback.engine.session import Session
from exback.engine.view import Answer, Back, Draft, Event, GoTo, Leave, Skip, View
from exback.model.boundaries import AFRAID_OF_ME, ASKED_TO_STOP, BOUNDARIES, safety_questions, standing
from exback.model.context import Context
from exback.model.items import (
    MOST_LETTERS,
    Choice,
    Choices,
    Confirm,
    Date,
    Item,
    Option,
    Question,
    Reading,
    Recall,
    Scale,
    Text,
)
from exback.model.journey import Journey
from exback.model.program import Program, Stage, Step, StreakRule
from exback.model.run import Earlier, Run, Value, burnt, changed
from exback.store.decode import decode
from exback.store.merge import merged
from exback.store.progress import Progress, encode

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 3, 2, 10, tzinfo=ZONE)
LATER = NOW + timedelta(hours=1)


def step_of(*items: Item, step_id: str = "toy", reaches_out: bool = False) -> Step:
    """A step with these items."""
    return Step(
        id=step_id,
        title="Toy",
        minutes=10,
        purpose="To try things out.",
        items=items,
        mirror="You did it.",
        small_thing="Rest a little.",
        reaches_out=reaches_out,
    )


def program_of(*steps: Step) -> Program:
    """A program with these steps in one stage."""
    return Program(
        title="Toys",
        welcome=tuple,
        stages=(Stage(id="stage", title="Stage", purpose="", steps=steps),),
        companion=Stage(id="companion", title="Always open", purpose="", steps=()),
        endings=Stage(id="endings", title="Endings", purpose="", steps=()),
        first=steps[0].id,
        daily=steps[0].id,
        moment=steps[0].id,
        streak=StreakRule(step="none", length=(), broken_in="none", broken_item="none", broken_by=()),
    )


KIND = Choice("kind", "Which way?", options=(Option("tea", "Tea"), Option("walk", "A walk"), Option("none", "Neither")))


def when_kind(kind: str) -> Callable[..., bool]:
    """A branch that is open for one kind."""
    return lambda here: here["kind"] == kind


BRANCHING = step_of(
    Reading("hello", "Hello."),
    KIND,
    Text("leaf", "Which tea?", when=when_kind("tea")),
    Scale("hot", "How hot?", optional=True, when=when_kind("tea")),
    Text("where", "Where to?", long=True, when=when_kind("walk")),
    Text("note", "Anything else?", optional=True),
)
OUTWARD = step_of(
    Reading("lead", "Now to them."), *safety_questions(), Text("message", "What do you write?"), reaches_out=True
)


def begin(step: Step, *others: Run) -> Session:
    """A fresh run of a step, after some other runs."""
    return Session.begin(program_of(step), step, Journey(others, NOW), "run")


def after(session: Session, *events: Event, now: datetime = NOW) -> Session:
    """A session after some events, all at one moment."""
    for event in events:
        session = session.apply(event, now)
    return session


def answering(session: Session, *answers: object, now: datetime = NOW) -> Session:
    """A session after some answers, each to the page that is up."""
    return after(session, *(Answer(answer) for answer in answers), now=now)


def at_review() -> Session:
    """A walk for tea that has come to its review."""
    return answering(begin(BRANCHING), True, "tea", "Mint", 7, "Nothing")


def finished(session: Session, now: datetime = NOW) -> Session:
    """A session on its review page, taken to its end."""
    return after(session, Answer(), Answer(), now=now)


def kept_and_loaded(run: Run) -> Run:
    """A run as it comes back from the progress file."""
    return decode(encode(Progress(runs=[run])), "progress.json").runs[0]


def taken_up(session: Session) -> Session:
    """The session that begins when a run is left, saved, loaded and taken up."""
    return Session.resume(session.program, session.step, session.journey, kept_and_loaded(session.run))


def shown(session: Session) -> str:
    """The id of the page that is up."""
    return session.view().item.id


class TestWalking:
    """From the first page to the last."""

    def test_begins_on_the_first_page(self) -> None:
        """A fresh run shows the first page, says when it began, and holds no answer."""
        session = begin(BRANCHING)
        assert (shown(session), session.run.started, session.run.answers) == ("hello", NOW, {})

    def test_a_reading_only_goes_on(self) -> None:
        """Whatever is answered to a reading, nothing is recorded and the next page comes."""
        session = answering(begin(BRANCHING), "some words")
        assert (shown(session), session.run.answers) == ("kind", {})

    def test_an_answer_is_kept_as_its_question_takes_it(self) -> None:
        """What is recorded is the answer in the form of its question, not as it was typed."""
        session = answering(begin(step_of(Scale("number", "How much?"), Text("note", "Why?"))), " 07 ")
        assert session.run.answers == {"number": 7}

    def test_every_page_comes_up_once_in_its_order(self) -> None:
        """Readings between the questions, too; and before the review a changed answer skips nothing after it."""
        step = step_of(Text("one", "1?"), Reading("two", "2."), Text("three", "3?"), Reading("four", "4."))
        session = begin(step)
        pages = []
        for event in (Answer("a"), Answer(), Back(), Back(), Answer("b"), Answer(), Answer("c"), Answer()):
            pages.append(shown(session))
            session = after(session, event)
        assert [*pages, shown(session)] == ["one", "two", "three", "two", "one", "two", "three", "four", REVIEW]

    def test_the_last_answer_leads_to_the_review(self) -> None:
        """After the last page everything that was said stands on one page."""
        session = at_review()
        assert shown(session) == REVIEW
        assert session.run.finished is None

    def test_the_review_finishes_the_run_and_the_closing_page_ends_it(self) -> None:
        """Going on from the review finishes the run; the closing page follows, and then nothing more."""
        closing = after(at_review(), Answer(), now=LATER)
        assert (shown(closing), closing.run.finished, closing.over) == (CLOSING, LATER, False)
        assert after(closing, Answer(), now=LATER).over

    def test_nothing_happens_after_the_end(self) -> None:
        """A run that is over takes no further event."""
        session = finished(at_review())
        assert after(session, Answer("x"), Back(), GoTo("kind"), Draft("y"), Skip(), now=LATER).run == session.run

    def test_leaving_ends_the_session_and_changes_nothing(self) -> None:
        """Leaving keeps the run exactly as it is."""
        session = answering(begin(BRANCHING), True, "tea")
        left = after(session, Leave())
        assert left.over
        assert left.run == session.run

    def test_an_empty_line_begins_nothing(self) -> None:
        """Enter on an empty page, and leaving, is no draft."""
        page = answering(begin(BRANCHING), True)
        for typed in ("\n", " \n\n "):
            assert after(page, Draft(typed), Leave()).run == page.run

    def test_a_step_of_readings_alone_can_be_finished(self) -> None:
        """A step that asks nothing still has its review and its end."""
        assert finished(answering(begin(step_of(Reading("one", "One."), Reading("two", "Two."))), True, True)).over


class TestBranches:
    """Pages that stand only after some answers."""

    def test_only_the_branch_that_was_taken_is_asked(self) -> None:
        """The pages of the other branch do not come up."""
        session = answering(begin(BRANCHING), True, "walk", "To the lake")
        assert shown(session) == "note"
        assert [page.id for page in session.path.pages] == ["hello", "kind", "where", "note"]

    def test_a_closed_branch_leaves_the_answers_and_is_kept_aside(self) -> None:
        """An answer on a branch that closed is no result any more, but it is not lost."""
        session = after(at_review(), GoTo("kind"), Answer("walk"))
        assert session.run.answers == {"kind": "walk", "note": "Nothing"}
        assert session.run.hidden == {"leaf": "Mint", "hot": 7}

    def test_a_branch_that_opens_again_brings_its_answers_back(self) -> None:
        """Going back to the first choice restores what was said there, and offers it again."""
        away = answering(after(at_review(), GoTo("kind"), Answer("walk")), "To the lake")
        back = after(away, GoTo("kind"), Answer("tea"))
        assert (shown(back), back.view().value) == ("leaf", "Mint")
        assert back.run.answers == {"kind": "tea", "leaf": "Mint", "hot": 7, "note": "Nothing"}
        assert back.run.hidden == {"where": "To the lake"}

    def test_a_hidden_answer_survives_the_file(self) -> None:
        """What a closed branch holds is still there after the run was saved and taken up."""
        away = taken_up(after(at_review(), GoTo("kind"), Answer("none")))
        assert after(away, GoTo("kind"), Answer("tea")).run.answers["leaf"] == "Mint"

    def test_an_answer_to_a_reopened_question_replaces_the_hidden_one(self) -> None:
        """A new answer leaves no older one of itself aside."""
        away = after(at_review(), GoTo("kind"), Answer("none"))
        back = after(away, GoTo("kind"), Answer("tea"), GoTo("leaf"), Answer("Sage"))
        assert (back.run.answers["leaf"], back.run.hidden) == ("Sage", {})

    def test_an_item_that_reaches_out_is_not_asked_while_a_boundary_holds(self) -> None:
        """In any step, an item about writing to them is hidden once a boundary holds, and only that item."""
        stop = Confirm(ASKED_TO_STOP.id, ASKED_TO_STOP.question)
        step = step_of(
            stop, Text("thanks", "A few words to them?", reaches_out=True), Text("keep", "What do you keep?")
        )
        assert shown(answering(begin(step, said_no()), False)) == "thanks"
        assert shown(answering(begin(step, said_no()), True)) == "keep"


class TestBack:
    """Going back is free of cost."""

    def test_back_offers_the_answer_given_before(self) -> None:
        """The page before shows what was said on it."""
        view = after(answering(begin(BRANCHING), True, "tea", "Mint"), Back()).view()
        assert (view.item.id, view.value) == ("leaf", "Mint")

    def test_back_passes_over_pages_that_are_hidden(self) -> None:
        """The page before is the visible one."""
        assert shown(after(answering(begin(BRANCHING), True, "none"), Back())) == "kind"

    def test_back_from_the_review_is_the_last_page(self) -> None:
        """From the review one comes back to the last question."""
        assert shown(after(at_review(), Back())) == "note"

    def test_back_on_the_first_page_stays(self) -> None:
        """There is nothing before the first page, and going there does no harm."""
        session = begin(BRANCHING)
        assert after(session, Back()).run == session.run

    def test_back_on_the_closing_page_takes_the_end_back(self) -> None:
        """The run isn't finished then, it's on the page it was finished from, and nothing it says has changed."""
        closing = after(at_review(), Answer())
        again = after(closing, Back(), now=LATER)
        assert (shown(again), again.run.finished, again.run.finish_number) == (REVIEW, None, 0)
        assert again.run.answers == closing.run.answers
        ended = after(again, Answer(), now=LATER + timedelta(hours=2)).run
        assert (ended.finished, ended.answers) == (LATER + timedelta(hours=2), closing.run.answers)

    def test_an_end_that_is_an_hour_old_is_not_taken_back(self) -> None:
        """A closing page that was left on the screen goes on being the last one."""
        closing = after(at_review(), Answer())
        assert after(closing, Back(), now=LATER + AT_ONCE + timedelta(minutes=1)).run == closing.run

    def test_an_end_taken_back_and_given_again_within_a_second_is_another_one(self) -> None:
        """So that a copy from before isn't taken for the one that counts."""
        closing = after(at_review(), Answer(), now=LATER)
        again = after(closing, Back(), Answer(), now=LATER)
        assert again.run.finished is not None
        assert closing.run.finished is not None
        assert again.run.finished > closing.run.finished

    def test_a_step_that_asks_nothing_goes_back_to_its_last_page(self) -> None:
        """There's no review page to go back to."""
        closing = after(begin(step_of(Reading("read", "Read this."))), Answer())
        assert shown(closing) == CLOSING
        assert shown(after(closing, Back())) == "read"

    def test_back_checks_nothing_and_keeps_what_was_typed(self) -> None:
        """A half-typed, unfit answer is no reason to be held on a page, and it waits there."""
        typed = after(answering(begin(BRANCHING), True, "tea", "Mint"), Draft("very ho"), Back())
        assert (shown(typed), typed.view().notice) == ("leaf", "")
        assert after(typed, Answer("Mint")).view().draft == "very ho"

    def test_back_loses_no_answer(self) -> None:
        """Going back all the way changes no answer."""
        session = at_review()
        assert after(session, *[Back()] * 10).run.answers == session.run.answers


class TestDrafts:
    """What is typed and not given yet."""

    def test_a_draft_is_offered_again(self) -> None:
        """What was typed stands in the field when the page comes up again, also after saving and loading."""
        session = after(answering(begin(BRANCHING), True, "tea"), Draft("Mi"), Leave())
        assert taken_up(session).view().draft == "Mi"

    def test_a_draft_is_no_answer(self) -> None:
        """Typing alone records nothing."""
        assert "leaf" not in after(answering(begin(BRANCHING), True, "tea"), Draft("Mi")).run.answers

    def test_ticks_are_a_draft_too(self) -> None:
        """What was ticked in a list and not given is kept as it is."""
        cues = Choices("cues", "What?", options=(Option("a", "A"), Option("b", "B")))
        assert taken_up(after(begin(step_of(cues)), Draft(["b"]))).view().draft == ["b"]

    def test_an_answer_takes_the_place_of_its_draft(self) -> None:
        """Once it is given, nothing half-typed is left of it."""
        assert answering(after(answering(begin(BRANCHING), True, "tea"), Draft("Mi")), "Mint").run.drafts == {}

    def test_a_draft_that_was_emptied_is_gone(self) -> None:
        """Somebody who deletes what they typed does not find it again."""
        assert after(answering(begin(BRANCHING), True, "tea"), Draft("Mi"), Draft("")).run.drafts == {}

    def test_a_draft_belongs_to_the_question_it_was_typed_at(self) -> None:
        """What is typed on one page does not turn up on another."""
        session = answering(after(answering(begin(BRANCHING), True, "tea"), Draft("Mi")), "Mint")
        assert session.view().draft is None

    @pytest.mark.parametrize("page", ["hello", REVIEW, CLOSING])
    def test_a_page_without_a_field_has_no_draft(self, page: str) -> None:
        """On a page that asks nothing, nothing is kept as typed."""
        session = {"hello": begin(BRANCHING), REVIEW: at_review(), CLOSING: after(at_review(), Answer())}[page]
        assert shown(session) == page
        assert after(session, Draft("words")).run.drafts == {}

    @pytest.mark.parametrize("typed", ["caf\udcc3\udca9", "a\udcff", "lone \ud800"])
    def test_broken_bytes_in_a_draft_can_be_saved(self, typed: str) -> None:
        """Bytes that are no letters, typed at any question, never keep the run from being saved."""
        in_text = after(answering(begin(BRANCHING), True, "tea"), Draft(typed))
        unfit = answering(begin(step_of(Scale("number", "How much?"))), typed)
        for session in (in_text, unfit):
            assert taken_up(session).view() == structs.replace(session, notice="", refused="").view()


class TestSkip:
    """On without an answer."""

    def test_an_optional_question_may_be_skipped(self) -> None:
        """Skipping records that nothing was said, and goes on."""
        session = after(answering(begin(BRANCHING), True, "tea", "Mint"), Skip())
        assert (shown(session), session.run.answers["hot"]) == ("note", None)

    def test_other_questions_may_not(self) -> None:
        """A question that is needed stays up and says so."""
        session = after(answering(begin(BRANCHING), True), Skip())
        assert (shown(session), session.view().notice) == ("kind", "This one needs an answer.")
        assert session.run.answers == {}

    def test_a_page_says_whether_it_may_be_skipped(self) -> None:
        """Skipping is offered where it works, and nowhere else."""
        tea = answering(begin(BRANCHING), True, "tea", "Mint")
        assert tea.view().can_skip
        assert not after(tea, Back()).view().can_skip

    def test_skipping_a_reading_goes_on(self) -> None:
        """A reading is passed either way."""
        assert shown(after(begin(BRANCHING), Skip())) == "kind"

    def test_the_review_cannot_be_skipped(self) -> None:
        """Only going on from the review finishes a run."""
        session = at_review()
        assert after(session, Skip()).run == session.run

    def test_what_was_skipped_is_not_asked_again(self) -> None:
        """A skipped question counts as answered when the run is finished."""
        session = after(answering(begin(BRANCHING), True, "tea", "Mint"), Skip(), Skip())
        assert finished(session).over


class TestUnfit:
    """Answers that cannot be taken as they are."""

    def test_an_unfit_answer_stays_as_a_draft_with_a_notice(self) -> None:
        """What does not fit is neither taken nor lost, and the page says what would do."""
        view = answering(begin(BRANCHING), True, "tea", "Mint", "hot!").view()
        assert (view.item.id, view.draft) == ("hot", "hot!")
        assert view.notice == "Please type a whole number from 0 to 10."

    @pytest.mark.parametrize(
        "item",
        [
            Scale("asked", "How much?"),
            Choice("asked", "Which?", options=(Option("a", "A"),)),
            Choices("asked", "Which?", options=(Option("a", "A"),)),
            Confirm("asked", "Is it?"),
        ],
    )
    def test_a_wrong_key_is_nothing_to_save(self, item: Question) -> None:
        """What is no number and no option stays in the field, and not in the run."""
        session = begin(step_of(item))
        refused = answering(session, "abc")
        assert (refused.view().draft, refused.run) == ("abc", session.run)
        assert after(refused, Leave()).run == session.run

    @pytest.mark.parametrize(
        ("item", "words"),
        [(Text("asked", "What?"), "a" * (MOST_LETTERS + 1)), (Date("asked", "When?"), "30 February")],
        ids=["a text that is too long", "no day"],
    )
    def test_words_are_kept(self, item: Question, words: str) -> None:
        """They are never typed in vain."""
        assert answering(begin(step_of(item)), words).run.drafts == {"asked": words}

    def test_a_wrong_key_takes_no_draft_away(self) -> None:
        """A number that was half typed before is still there."""
        session = after(begin(step_of(Scale("asked", "How much?"))), Draft("8"))
        assert answering(session, "abc").run.drafts == {"asked": "8"}

    def test_a_notice_is_said_once(self) -> None:
        """The next event takes the notice away."""
        session = answering(begin(BRANCHING), True, "tea", "Mint", "hot!")
        assert after(session, Draft("5")).view().notice == ""
        assert after(session, Back()).view().notice == ""

    def test_an_unfit_change_leaves_the_old_answer(self) -> None:
        """A failed change does not take away what was said before."""
        session = after(at_review(), GoTo("hot"), Answer("boiling"))
        assert session.run.answers["hot"] == 7

    @pytest.mark.parametrize("answer", [None, 3, [], ["x"], object()])
    def test_an_answer_of_the_wrong_kind_does_no_harm(self, answer: object) -> None:
        """Whatever a screen brings back, the page stays and nothing is recorded."""
        session = answering(begin(BRANCHING), True, answer)
        assert (shown(session), session.run.answers, session.run.drafts) == ("kind", {}, {})


class TestReview:
    """Looking over, and changing."""

    def test_every_answer_can_be_gone_to(self) -> None:
        """The review names every question on the path with what was said, and leads to each."""
        session = at_review()
        assert [(option.id, option.hint) for option in session.view().options] == [
            ("kind", "Tea"),
            ("leaf", "Mint"),
            ("hot", "7 out of 10"),
            ("note", "Nothing"),
        ]
        assert all(shown(after(session, GoTo(option.id))) == option.id for option in session.view().options)

    def test_going_to_a_page_that_is_not_there_stays(self) -> None:
        """An item of another branch, or none at all, cannot be gone to."""
        session = at_review()
        assert after(session, GoTo("where"), GoTo("no-such-item")).run == session.run

    def test_a_change_comes_back_to_the_review(self) -> None:
        """Changing one answer does not make anybody walk through the rest again."""
        session = after(at_review(), GoTo("leaf"), Answer("Sage"))
        assert (shown(session), session.run.answers["leaf"]) == (REVIEW, "Sage")

    def test_keeping_an_answer_comes_back_to_the_review(self) -> None:
        """Giving the same answer again comes back as well."""
        assert shown(after(at_review(), GoTo("kind"), Answer("tea"))) == REVIEW

    def test_a_change_goes_to_the_question_it_opens(self) -> None:
        """What became visible by a change is asked at once, and then the review is back."""
        opened = after(at_review(), GoTo("kind"), Answer("walk"))
        assert shown(opened) == "where"
        assert shown(answering(opened, "To the lake")) == REVIEW

    def test_a_change_asks_every_question_it_opens(self) -> None:
        """A branch of several questions is asked to its end before the review is back."""
        session = answering(after(answering(begin(BRANCHING), True, "none", "x"), GoTo("kind"), Answer("tea")), "Mint")
        assert shown(session) == "hot"
        assert shown(answering(session, 3)) == REVIEW

    def test_a_change_shows_every_reading_it_opens(self) -> None:
        """What became visible to read is shown too, all of it, before the review is back."""
        step = step_of(
            KIND,
            Reading("first", "The first thing to know.", when=when_kind("walk")),
            Text("where", "Where to?", when=when_kind("walk")),
            Reading("second", "The second thing to know.", when=when_kind("walk")),
            Reading("third", "The third.", when=when_kind("walk")),
        )
        session = after(answering(begin(step), "none"), GoTo("kind"), Answer("walk"))
        pages = []
        while shown(session) != REVIEW:
            pages.append(shown(session))
            session = answering(session, "To the lake")
        assert pages == ["first", "where", "second", "third"]

    def test_going_on_with_a_question_open_asks_it(self) -> None:
        """A run with something unanswered on its path is not finished; the review leads there."""
        unanswered = changed(at_review().run, answers={"kind": "tea", "note": "Nothing"})
        session = after(Session.resume(program_of(BRANCHING), BRANCHING, Journey([], NOW), unanswered), Answer())
        assert (shown(session), session.run.finished) == ("leaf", None)

    def test_the_review_says_what_is_open_and_what_was_skipped(self) -> None:
        """An unanswered question and a skipped one are told apart."""
        run = changed(at_review().run, answers={"kind": "tea", "hot": None, "note": "Nothing"})
        view = Session.resume(program_of(BRANCHING), BRANCHING, Journey([], NOW), run).view()
        assert [option.hint for option in view.options] == ["Tea", "not answered yet", "skipped", "Nothing"]


class TestMomentary:
    """A step of the moment ends after its last page, without a review."""

    STEP = structs.replace(BRANCHING, momentary=True)

    def test_its_last_answer_finishes_it(self) -> None:
        """The closing page is next."""
        session = answering(begin(self.STEP), True, "tea", "Mint", 7, "Nothing")
        assert (shown(session), session.run.reviewed, session.run.finished) == (CLOSING, False, NOW)

    def test_what_is_still_open_is_asked_before(self) -> None:
        """A question that opened behind them can't be left out."""
        run = changed(at_review().run, answers={"kind": "tea", "hot": 7}, cursor="note", reviewed=False)
        session = answering(Session.resume(program_of(self.STEP), self.STEP, Journey([], NOW), run), "Nothing")
        assert (shown(session), session.run.finished) == ("leaf", None)
        assert shown(answering(session, "Mint", 7, "Nothing")) == CLOSING

    def test_one_that_was_left_on_its_review_finds_it_again(self) -> None:
        """As it was in earlier versions; an answer that's changed there leads back."""
        run = at_review().run
        session = Session.resume(program_of(self.STEP), self.STEP, Journey([], NOW), run)
        assert shown(after(session, GoTo("leaf"), Answer("Sage"))) == REVIEW
        assert shown(after(session, Answer())) == CLOSING

    def test_a_finished_one_is_looked_over_to_be_changed(self) -> None:
        """Every answer can be gone to."""
        run = answering(begin(self.STEP), True, "tea", "Mint", 7, "Nothing", True).run
        session = Session.edit(program_of(self.STEP), self.STEP, Journey([run], LATER), run)
        assert shown(session) == REVIEW
        assert shown(after(session, GoTo("leaf"), Answer("Sage"))) == REVIEW


class TestFinishedRuns:
    """Reading and changing what is done."""

    def edited(self, *events: Event) -> Session:
        """A finished run of BRANCHING, opened and changed an hour later."""
        run = finished(at_review()).run
        session = Session.edit(program_of(BRANCHING), BRANCHING, Journey([run], LATER), run)
        return after(session, *events, now=LATER)

    @pytest.mark.parametrize("ahead", [timedelta(0), timedelta(days=200)], ids=["right clock", "clock that was ahead"])
    def test_what_was_written_since_something_was_deleted_stays_where_copies_meet(self, ahead: timedelta) -> None:
        """Also what was changed again since: it's no part of what was deleted, whatever the clock said then."""
        before = finished(at_review()).run
        run = burnt(before, {"leaf"}, LATER + ahead)
        session = Session.edit(program_of(BRANCHING), BRANCHING, Journey([run], LATER), run)
        session = after(session, GoTo("leaf"), Answer("Sage"), now=LATER)
        session = after(session, GoTo("leaf"), Answer("Thyme"), now=LATER + timedelta(minutes=1))
        (whole,) = merged(Progress(runs=[session.run]), Progress(runs=[before])).runs
        assert whole.answers["leaf"] == "Thyme"
        assert "Sage" in [earlier.value for earlier in whole.history]
        assert "Mint" not in str(whole)

    def test_a_finished_run_opens_on_its_review(self) -> None:
        """What was said is there to read and to change."""
        session = self.edited()
        assert (shown(session), session.over) == (REVIEW, False)

    def test_a_change_keeps_the_earlier_answer_with_its_time(self) -> None:
        """What stood there before is kept in the run's history."""
        session = self.edited(GoTo("leaf"), Answer("Sage"))
        assert session.run.answers["leaf"] == "Sage"
        assert session.run.history == [Earlier("leaf", "Mint", LATER, 3)]

    def test_every_change_is_kept(self) -> None:
        """A second change keeps the one before it, and nothing of the first is lost."""
        session = self.edited(GoTo("leaf"), Answer("Sage"), GoTo("leaf"), Answer("Verbena"))
        assert [earlier.value for earlier in session.run.history] == ["Mint", "Sage"]

    def test_the_same_answer_makes_no_history(self) -> None:
        """Giving the same answer again changes nothing."""
        assert self.edited(GoTo("leaf"), Answer("Mint")).run.history == []

    def test_skipping_an_answer_of_a_finished_run_keeps_it_in_history(self) -> None:
        """Taking an answer back is a change like any other."""
        session = self.edited(GoTo("note"), Skip())
        assert session.run.answers["note"] is None
        assert session.run.history == [Earlier("note", "Nothing", LATER, 3)]

    def test_a_first_answer_after_the_end_says_when_it_was_given(self) -> None:
        """A question that a change opened was never answered before; a yes to it must not count as old as the run."""
        session = self.edited(GoTo("kind"), Answer("walk"), Answer("To the lake"))
        assert [(earlier.item, earlier.value) for earlier in session.run.history][1:] == [("where", None)]

    def test_changes_before_the_end_make_no_history(self) -> None:
        """Until a run is finished nothing is settled, and no earlier answers are kept."""
        assert after(at_review(), GoTo("leaf"), Answer("Sage")).run.history == []

    def test_the_day_it_was_finished_stays(self) -> None:
        """Changing an answer does not move the run to another day."""
        session = self.edited(GoTo("leaf"), Answer("Sage"), Answer(), Answer())
        assert session.over
        assert session.run.finished == NOW

    def test_history_survives_the_file(self) -> None:
        """Earlier answers are still there after saving and loading."""
        run = self.edited(GoTo("leaf"), Answer("Sage")).run
        assert kept_and_loaded(run).history == run.history


class TestResuming:
    """Taking up a run where it was left."""

    def test_lands_on_the_page_it_was_left_on(self) -> None:
        """The same page with the same answers comes up."""
        session = after(answering(begin(BRANCHING), True, "tea", "Mint"), Back(), Leave())
        assert taken_up(session).view() == session.view()

    def test_a_cursor_that_is_gone_lands_on_the_first_open_question(self) -> None:
        """When the page it was left on no longer exists, the first unanswered question comes up."""
        run = Run(id="run", step="toy", started=NOW, answers={"kind": "tea"}, cursor="long-gone")
        assert shown(Session.resume(program_of(BRANCHING), BRANCHING, Journey([run], NOW), run)) == "leaf"

    def test_a_cursor_on_a_closed_branch_lands_on_the_first_open_question(self) -> None:
        """When the page it was left on does not stand on the path, the first unanswered question comes up."""
        run = Run(id="run", step="toy", started=NOW, answers={"kind": "walk"}, cursor="hot")
        assert shown(Session.resume(program_of(BRANCHING), BRANCHING, Journey([run], NOW), run)) == "where"

    def test_a_cursor_that_is_gone_lands_on_the_review_when_all_is_answered(self) -> None:
        """With nothing left to ask, the review comes up."""
        run = changed(at_review().run, cursor="long-gone")
        assert shown(Session.resume(program_of(BRANCHING), BRANCHING, Journey([run], NOW), run)) == REVIEW

    @pytest.mark.parametrize("cursor", ["", CLOSING])
    def test_a_run_that_is_not_finished_is_never_at_its_end(self, cursor: str) -> None:
        """A file that says otherwise, or that lacks the place, leads to the first unanswered question."""
        step = structs.replace(BRANCHING, mirror=lambda here: f"You chose {here.text('kind')}.")
        run = Run(id="run", step="toy", started=NOW, cursor=cursor)
        assert shown(Session.resume(program_of(step), step, Journey([run], NOW), run)) == "kind"

    def test_its_own_answers_are_not_taken_for_earlier_ones(self) -> None:
        """A run that is opened again does not quote itself."""
        step = step_of(Recall("before", "Last time:", step="toy", item="note"), Text("note", "And now?"))
        run = finished(answering(begin(step), "First")).run
        session = Session.edit(program_of(step), step, Journey([run], NOW), run)
        assert after(session, GoTo("note")).view().body == ()


class TestOpenQuestions:
    """Questions on the path that were not answered, with others after them that were."""

    SIDES = step_of(
        Choices("sides", "Where did it lie?", options=(Option("me", "Me"), Option("us", "Us"))),
        Text("reason", "What was it?", when=lambda here: "us" in here.picks("sides")),
        Text(
            "change", lambda here: f"“{here.words('reason')}”: could it?", when=lambda here: bool(here.picks("sides"))
        ),
    )

    def test_a_change_that_was_left_half_way_can_be_taken_up(self) -> None:
        """When a change opened a question and the person left before answering it, the step still opens."""
        program = program_of(self.SIDES)
        run = finished(answering(begin(self.SIDES), [])).run
        edit = Session.edit(program, self.SIDES, Journey([run], NOW), run)
        left = after(edit, GoTo("sides"), Answer(["us"]), Leave())
        hints = {
            one.id: one.hint for one in Session.edit(program, self.SIDES, Journey([], NOW), left.run).view().options
        }
        assert hints["reason"] == "not answered yet"

    def test_a_question_that_came_up_since_does_not_shut_the_run(self) -> None:
        """When another step makes a question visible that options depend on, the finished run still opens."""

        def verdicts(here: Context) -> tuple[Option, ...]:
            was_said = here.said("other", "x") is not None
            return (Option("go", here.text("new") if was_said else "Go"),)

        step = step_of(
            Text("new", "And this?", when=lambda here: here.said("other", "x") is not None),
            Choice("verdict", "So?", options=verdicts),
        )
        run = finished(answering(begin(step), "go")).run
        other = Run(id="other", step="other", started=NOW, finished=NOW, answers={"x": "yes"})
        view = Session.edit(program_of(step), step, Journey([run, other], NOW), run).view()
        assert {option.id: option.hint for option in view.options}["new"] == "not answered yet"


class TestTime:
    """Branches that look at the clock."""

    STEP = step_of(
        Text("by-day", "What do you say by day?", when=lambda here: here.now.hour < 20),
        Text("always", "And besides?", optional=True),
    )

    def test_an_answer_is_only_given_to_the_question_that_was_shown(self) -> None:
        """When a page closes while somebody types, what they typed is not recorded for another question."""
        evening = NOW.replace(hour=20)
        session = after(begin(self.STEP), Answer("Only for the day"), now=evening)
        assert "always" not in session.run.answers
        assert shown(session) == "always"

    @pytest.mark.parametrize("event", [Answer("Only for the day"), Draft("Only for the day")])
    def test_what_was_typed_on_a_page_that_closed_waits_for_it(self, event: Event) -> None:
        """It is said that the page has closed, and the words are there when it opens again."""
        missed = after(begin(self.STEP), event, now=NOW.replace(hour=20))
        assert missed.view().notice
        morning = Session.resume(missed.program, self.STEP, Journey([], NOW), kept_and_loaded(missed.run))
        again = after(morning, Back())
        assert (shown(again), again.view().draft) == ("by-day", "Only for the day")

    def test_a_page_that_closed_is_left_like_any_other(self) -> None:
        """Leaving then is only leaving."""
        left = after(begin(self.STEP), Leave(), now=NOW.replace(hour=20))
        assert left.over
        assert (left.run.answers, left.run.drafts) == ({}, {})

    def test_a_page_that_closed_while_it_was_up_is_not_finished_unseen(self) -> None:
        """When the last page closes while somebody answers it, their answer does not finish the step."""
        step = step_of(Text("by-day", "What do you say by day?", when=lambda here: here.now.hour < 20))
        session = after(begin(step), Answer("Only for the day"), now=NOW.replace(hour=20))
        assert session.run.finished is None

    def test_the_closing_page_does_not_depend_on_when_it_is_looked_at(self) -> None:
        """An answer that would not fit tomorrow still closes the step it was given in."""
        step = structs.replace(
            step_of(Date("until", "Until when?", ahead=True)), mirror=lambda here: here.date(here.day("until"))
        )
        closing = after(answering(begin(step), "2026-03-02"), Answer())
        overnight = after(closing, Back(), now=NOW + timedelta(days=1))
        assert overnight.view().body[0] == "Monday 2 March"


def said_yes(boundary: str = AFRAID_OF_ME.id, day: datetime = NOW) -> Run:
    """A finished run elsewhere in which a boundary was said to hold."""
    return Run(id="story", step="your-story", started=day, finished=day, answers={boundary: True})


def said_no() -> Run:
    """A finished run elsewhere with a no to each question about safety."""
    return Run(
        id="asked", step="story", started=NOW, finished=NOW, answers={boundary.id: False for boundary in BOUNDARIES}
    )


class TestNeverAsked:
    """A step that reaches out, before the questions about safety were answered."""

    BARE = step_of(Reading("lead", "Now to them."), Text("message", "What do you write?"), reaches_out=True)

    def begun(self, *others: Run) -> Session:
        """A run of a step that reaches out and asks nothing about safety, as a file may hold it."""
        run = Run(id="run", step="toy", started=NOW, answers={"message": "Hello"}, cursor="message")
        return Session.resume(program_of(self.BARE), self.BARE, Journey(others, NOW), run)

    def test_a_step_that_asks_them_itself_asks_them_first(self) -> None:
        """Nothing else of the step is up before the fourth no, and then all of it is."""
        session = begin(OUTWARD)
        for boundary in BOUNDARIES:
            assert [page.id for page in session.path.pages] == [one.id for one in BOUNDARIES]
            assert shown(session) == boundary.id
            session = answering(session, False)
        assert shown(session) == "message"
        assert "lead" in [page.id for page in session.path.pages]

    def test_another_step_says_that_they_come_first(self) -> None:
        """The page shows nothing of the step and no boundary's reason, and says where the questions are."""
        view = self.begun().view()
        assert view.item.id == UNASKED
        assert view.body[0] == "Four questions about safety come first. This part opens after that."
        assert view.body[1] == "To answer them: exback step toy"
        assert not view.can_back

    def test_the_page_is_left_and_changes_nothing(self) -> None:
        """Whatever is done on it, the run is as it was: not finished, and nothing in it is lost."""
        begun = self.begun()
        for event in (Back(), Skip(), GoTo("message"), Draft("x"), Answer(True)):
            assert begun.apply(event, NOW).run == begun.run
        assert begun.apply(Answer(True), NOW).over

    @pytest.mark.parametrize("left", ["unfinished", "one short", "skipped"])
    def test_half_an_answer_is_none(self, left: str) -> None:
        """Questions of a run that was left, three of four, and one that says nothing don't count as asked."""
        noes: dict[str, Value] = dict(said_no().answers)
        if left == "one short":
            del noes[AFRAID_OF_ME.id]
        if left == "skipped":
            noes[AFRAID_OF_ME.id] = None
        half = changed(said_no(), answers=noes, finished=None if left == "unfinished" else NOW)
        assert shown(self.begun(half)) == UNASKED
        assert shown(self.begun(half, said_no())) == "message"

    def test_four_answers_in_several_runs_are_enough(self) -> None:
        """Each question was answered once, wherever."""
        runs = [Run(id=one.id, step="toy", started=NOW, finished=NOW, answers={one.id: False}) for one in BOUNDARIES]
        assert shown(self.begun(*runs)) == "message"
        assert shown(self.begun(*runs[1:])) == UNASKED

    def test_whoever_was_asked_later_has_been_asked(self) -> None:
        """A finished run from before the questions were answered is open to be changed once they are."""
        old = Run(id="run", step="toy", started=NOW, finished=NOW, finish_number=2, answers={"message": "Hello"})
        asked = changed(said_no(), start_number=3, finished=LATER, finish_number=4)
        for others, page in (((), UNASKED), ((asked,), "message")):
            session = Session.edit(program_of(self.BARE), self.BARE, Journey([old, *others], LATER), old)
            assert shown(after(session, GoTo("message"), now=LATER)) == page

    def test_a_yes_is_said_back_before_that(self) -> None:
        """Who said yes to one and was not asked the rest hears of the boundary that holds."""
        assert shown(self.begun(said_yes())) == WITHHELD


class TestReachingOut:
    """A step that reaches out, when a boundary holds."""

    def no_until(self, boundary: str) -> Session:
        """The outward step, with a no to every safety question before this one."""
        session = answering(begin(OUTWARD, said_no()), True)
        while shown(session) != boundary:
            session = answering(session, False)
        return session

    @pytest.mark.parametrize("boundary", [one.id for one in BOUNDARIES])
    def test_a_yes_turns_into_the_boundary_page_at_once(self, boundary: str) -> None:
        """From the moment of the yes nothing else of the step is shown, and the page says why."""
        view = answering(self.no_until(boundary), True).view()
        reason = next(one.reason for one in BOUNDARIES if one.id == boundary)
        assert (view.item.id, view.body[0]) == (WITHHELD, reason)

    @pytest.mark.parametrize("boundary", [one.id for one in BOUNDARIES])
    def test_back_takes_back_a_yes_that_was_not_meant(self, boundary: str) -> None:
        """A wrong key can be corrected while the run is not finished: the question is asked again."""
        session = after(answering(self.no_until(boundary), True), Back())
        view = session.view()
        assert (view.item.id, view.value) == (boundary, None)
        assert boundary not in session.run.answers
        assert standing(session.journey, session.run) == ()

    def test_after_taking_it_back_the_step_goes_on(self) -> None:
        """Somebody who answers no after all comes to the rest of the step."""
        session = after(answering(self.no_until(AFRAID_OF_ME.id), True), Back(), Answer(False))
        assert shown(session) == "message"

    def test_the_page_offers_back_only_while_it_helps(self) -> None:
        """Back is named on the page exactly when it can take the yes back."""
        own = answering(self.no_until(AFRAID_OF_ME.id), True).view()
        elsewhere = begin(OUTWARD, said_yes()).view()
        assert (own.can_back, elsewhere.can_back) == (True, False)
        assert len(own.body) == len(elsewhere.body) + 1

    def test_going_on_seals_the_yes(self) -> None:
        """Going on from the boundary page finishes the run, so the yes stands for good."""
        session = answering(self.no_until(AFRAID_OF_ME.id), True, True)
        assert session.over
        assert session.run.finished == NOW
        assert [one.id for one in standing(Journey([session.run], NOW))] == [AFRAID_OF_ME.id]

    def test_a_sealed_yes_is_not_taken_back(self) -> None:
        """Once the run is finished, neither going back nor a later no opens the step again."""
        run = answering(self.no_until(AFRAID_OF_ME.id), True, True).run
        session = Session.edit(program_of(OUTWARD), OUTWARD, Journey([run], LATER), run)
        tried = after(session, Back(), GoTo(AFRAID_OF_ME.id), Answer(False), now=LATER)
        assert shown(tried) == WITHHELD
        assert tried.run.answers[AFRAID_OF_ME.id] is True

    def test_a_yes_in_a_finished_run_stands_at_once(self) -> None:
        """A no that becomes a yes when the run is opened later is not taken back by going back."""
        run = finished(answering(self.no_until(AFRAID_OF_ME.id), False, "Hello")).run
        session = Session.edit(program_of(OUTWARD), OUTWARD, Journey([run], LATER), run)
        changed_mind = after(session, GoTo(AFRAID_OF_ME.id), Answer(True), Back(), now=LATER)
        assert shown(changed_mind) == WITHHELD
        assert changed_mind.run.answers[AFRAID_OF_ME.id] is True

    def test_a_boundary_from_elsewhere_holds_from_the_first_page(self) -> None:
        """With a boundary from another step, nothing of this one is shown, and going back does not help."""
        session = begin(OUTWARD, said_yes())
        assert [shown(after(session, event)) for event in (Back(), Skip(), Draft("x"))] == [WITHHELD] * 3

    def test_a_yes_elsewhere_keeps_a_wrong_key_here_from_opening_anything(self) -> None:
        """With a boundary from another step, taking back this run's own yes is not offered."""
        session = self.no_until(AFRAID_OF_ME.id)
        both = Session.resume(
            session.program,
            OUTWARD,
            Journey([said_yes()], NOW),
            changed(session.run, answers={**session.run.answers, AFRAID_OF_ME.id: True}),
        )
        assert shown(after(both, Back())) == WITHHELD
        assert after(both, Back()).run.answers[AFRAID_OF_ME.id] is True

    def test_other_steps_go_on_after_a_yes(self) -> None:
        """A step that is for the person themselves is not withheld by any answer."""
        inward = structs.replace(OUTWARD, reaches_out=False)
        session = answering(begin(inward), True, True, True, True, True)
        assert shown(session) == "message"

    def test_the_page_survives_the_file(self) -> None:
        """Left on the boundary page, the run is taken up on it, and Back still takes the yes back."""
        again = taken_up(answering(self.no_until(ASKED_TO_STOP.id), True))
        assert shown(again) == WITHHELD
        assert shown(after(again, Back())) == ASKED_TO_STOP.id


def test_an_answer_is_looked_into_once_when_it_comes_and_once_when_it_counts() -> None:
    """The page after it is shown on what is known by then, so that turning pages stays quick however long a step is."""
    looks: list[object] = []

    def asked(here: Context) -> bool:
        looks.append(here["tea"])
        return True

    session = begin(step_of(Text("tea", "Tea?"), Text("more", "What else?", when=asked), Text("last", "And last?")))
    session = answering(session, "Mint")
    looks.clear()
    assert shown(answering(session, "Honey")) == "last"
    assert looks == ["Mint", "Mint"]


def test_a_changed_answer_changes_what_is_visible() -> None:
    """What was known before it counts no more."""
    session = begin(step_of(Text("tea", "Tea?"), Text("mint", "Which mint?", when=lambda here: here["tea"] == "Mint")))
    session = answering(session, "Mint")
    assert shown(session) == "mint"
    assert [page.id for page in answering(after(session, Back()), "Black").path.pages] == ["tea"]


# Anything that can be done, in any step of the real program


def some_answer(view: View, number: int, now: datetime) -> object:
    """Return an answer that most likely fits a page; a number picks which."""
    if isinstance(view.item, Confirm):
        return number % 10 == 0
    return fitting(view, now.date(), numbered(number), ANY_TEXTS)


DEEDS = st.lists(st.builds(Deed, st.sampled_from(KINDS), st.integers(0, 999)), min_size=15, max_size=40)
NUMBERS = st.integers(0, 999)
THOROUGH = settings(
    max_examples=200 if os.environ.get("EXBACK_DEEP") else 20,
    phases=(Phase.explicit, Phase.generate),  # shrinking a walk through a whole life takes minutes
    suppress_health_check=[
        HealthCheck.differing_executors,  # one instance a parameter: its fixture only reads
        HealthCheck.function_scoped_fixture,  # likewise
        HealthCheck.too_slow,  # how fast a machine is says nothing here
    ],
)


def walk_anyhow(session: Session, deeds: Sequence[Deed], check: Callable[[Session], None]) -> None:
    """Do one thing after the other, leaving and coming back among them, and check after each."""
    now = session.journey.now
    check(session)
    for deed in deeds:
        if deed.kind == "wait":
            now += timedelta(hours=deed.number % 72)
        else:
            session = session.apply(deed.on(session.view(), partial(some_answer, now=now)), now)
        if session.over:
            session = opened_again(session)
        check(session)


def opened_again(session: Session) -> Session:
    """The session that begins when the step is opened again: an unfinished run goes on, a finished one is edited."""
    run = kept_and_loaded(session.run)
    open_run = Session.resume if run.finished is None else Session.edit
    return open_run(session.program, session.step, session.journey, run)


def same_after_loading(session: Session) -> None:
    """Saved, loaded and taken up, a session shows the identical page.

    Nowhere in the run are what a correction began with, and what was refused a moment ago.
    """
    before = structs.replace(session, notice="", refused="")
    assert structs.replace(taken_up(session), corrects=session.corrects).view() == before.view()


def reaches_nobody_while_a_boundary_holds(session: Session) -> None:
    """No page of a step that reaches out, and no item that does, is up while a boundary stands."""
    if standing(session.journey, session.run):
        items = [item for item in session.step.items if session.step.reaches_out or item.reaches_out]
        assert shown(session) not in [item.id for item in items]


def lived(program: Program) -> Journey:
    """A life in which every step was walked, and those that take several runs twice, each a day after the last."""
    runs: list[Run] = []
    now = NOW
    for number, step in enumerate([*program.steps(), *(step for step in program.steps() if step.complete)]):
        now = NOW + timedelta(days=number)
        session = Session.begin(program, step, program.journey(runs, now), f"run-{number}")
        runs.append(walked(session, LIFE.get(step.id, {}), now).run)
    return program.journey(runs, now)


def walked(session: Session, told: Mapping[str, object], now: datetime, number: int = 1) -> Session:
    """A session taken to its end with what was told, and with any answer that fits where nothing was."""
    for _ in range(100):
        if session.over:
            break
        answer = told.get(shown(session), some_answer(session.view(), number, now))
        session = answering(session, answer, now=now)
        if session.view().notice:
            session = answering(session, some_answer(session.view(), number, now), now=now)
    assert session.over, f"{session.step.id} does not end"
    return session


class TestAnyWalk:
    """Whatever is done, in whatever order, in any step of the real program."""

    @pytest.fixture(autouse=True, scope="class")
    @classmethod
    def lives(cls, program: Program) -> None:
        """Somebody new, somebody who has walked everything, and the same person with a boundary."""
        cls.program = program
        cls.steps = tuple(program.steps())
        life = lived(program)
        cls.journeys = {
            "new": Journey([], NOW),
            "lived": life,
            "withheld": program.journey([*life.runs, said_yes(ASKED_TO_STOP.id, life.now)], life.now),
        }

    program: Program
    steps: tuple[Step, ...]
    journeys: Mapping[str, Journey]

    def begun(self, step: Step, life: str) -> Session:
        """A fresh run of a step in one of the lives."""
        return Session.begin(self.program, step, self.journeys[life], "here")

    def test_no_last_page_of_an_earlier_day_says_today(self) -> None:
        """Opened a day later and finished without a change, no step calls its own day today, or advises anything for it."""
        lived = self.journeys["lived"]
        later = lived.now + timedelta(days=1)
        wrong = {}
        for run in lived.runs:
            journey = self.program.journey(lived.runs, later)
            session = Session.edit(self.program, self.program.step(run.step), journey, run)
            for _ in range(100):
                session = session if shown(session) == CLOSING else session.apply(Answer(), later)
            blocks = session.view().body
            words = " ".join(block if isinstance(block, str) else getattr(block, "lead", "") for block in blocks)
            is_right = words.startswith(UNCHANGED) and not re.search(
                "(?i)today|tonight|tomorrow|One small thing", words
            )
            if shown(session) == CLOSING and not is_right:  # one answer opened another step, and the rest stayed open
                wrong[run.step] = words
        assert not wrong

    def test_the_lives_are_what_they_should_be(self) -> None:
        """Every step has been finished in them, and only the last one has a boundary."""
        finished_steps = {run.step for run in self.journeys["lived"].runs if run.finished}
        assert finished_steps == {step.id for step in self.steps}
        assert [bool(standing(journey)) for journey in self.journeys.values()] == [False, False, True]

    @pytest.mark.parametrize("life", ["new", "lived", "withheld"])
    @given(number=NUMBERS, deeds=DEEDS)
    @THOROUGH
    def test_a_run_that_was_saved_and_taken_up_shows_the_same_page(
        self, life: str, number: int, deeds: list[Deed]
    ) -> None:
        """Nothing raises, and at any point leaving and coming back leads to the identical page."""
        step = self.steps[number % len(self.steps)]
        note(step.id)
        walk_anyhow(self.begun(step, life), deeds, same_after_loading)

    @pytest.mark.parametrize("life", ["lived", "withheld"])
    @given(number=NUMBERS, deeds=DEEDS)
    @THOROUGH
    def test_nothing_that_reaches_out_is_shown_while_a_boundary_holds(
        self, life: str, number: int, deeds: list[Deed]
    ) -> None:
        """No way through a step leads to an item about reaching them once a boundary stands."""
        outward = [one for one in self.steps if one.reaches_out or any(item.reaches_out for item in one.items)]
        step = outward[number % len(outward)]
        note(step.id)
        walk_anyhow(self.begun(step, life), deeds, reaches_nobody_while_a_boundary_holds)

    @pytest.mark.parametrize("outward", [False, True])
    @given(deeds=DEEDS)
    @THOROUGH
    def test_a_branching_step_can_be_left_anywhere(self, outward: bool, deeds: list[Deed]) -> None:
        """Among many branches too, coming back leads to the identical page, and no answer is ever lost."""
        step = structs.replace(BRANCHING, items=(*BRANCHING.items, *OUTWARD.items), reaches_out=outward)
        answered: set[str] = set()

        def check(session: Session) -> None:
            same_after_loading(session)
            reaches_nobody_while_a_boundary_holds(session)
            kept = {**session.run.hidden, **session.run.answers}
            assert answered <= kept.keys()
            answered.update(kept.keys() - {one.id for one in BOUNDARIES})  # a yes may be taken back

        walk_anyhow(begin(step), deeds, check)

    @pytest.mark.parametrize("number", [1, 2, 3])
    def test_a_finished_run_can_be_read_the_next_day(self, number: int) -> None:
        """Where a step is then opened to be changed, and not anew, every answer that was given still stands."""
        journey = self.journeys["lived"]
        lost = []
        for step in self.steps:
            if step.repeats is None or step.repeats.apart > 1:
                session = walked(self.begun(step, "lived"), {}, journey.now, number)
                tomorrow = self.program.journey([*journey.runs, session.run], journey.now + timedelta(days=1))
                options = Session.edit(self.program, step, tomorrow, session.run).view().options
                lost += [(step.id, one.id) for one in options if one.hint == "not answered yet"]
        assert lost == []


class TestDaysInAnOldRun:
    """A day that is typed when a run is changed long after it was finished."""

    FORTNIGHT = NOW + timedelta(days=14)

    @pytest.mark.parametrize(
        ("typed", "day"),
        [
            ("yesterday", "2026-03-15"),
            ("three days ago", "2026-03-13"),
            ("today", "2026-03-16"),
            ("2026-03-10", "2026-03-10"),
            ("2026-02-20", "2026-02-20"),
        ],
    )
    def test_is_meant_from_the_day_it_is_typed(self, typed: str, day: str) -> None:
        """Also where it lies between the end of the run and today."""
        assert self._typed(Date("when", "When was it?"), typed).run.answers == {"when": day}

    @pytest.mark.parametrize(("typed", "day"), [("tomorrow", "2026-03-17"), ("in 2 days", "2026-03-18")])
    def test_and_so_is_one_to_come(self, typed: str, day: str) -> None:
        """A day to come is a day after today, not after the run."""
        assert self._typed(Date("when", "When is it?", ahead=True), typed).run.answers == {"when": day}

    def test_one_that_has_passed_is_not_to_come(self) -> None:
        """A day between the end of the run and today has passed."""
        session = self._typed(Date("when", "When is it?", ahead=True), "2026-03-10")
        assert session.run.answers == {"when": "2026-03-01"}
        assert "has passed" in session.notice

    def _typed(self, item: Date, text: str) -> Session:
        step = step_of(item)
        answers: dict[str, Value] = {"when": "2026-03-01"}
        run = Run(id="a", step="toy", started=NOW, finished=NOW, answers=answers, start_number=1, finish_number=2)
        session = Session.edit(program_of(step), step, Journey([run], self.FORTNIGHT), run)
        return session.apply(GoTo("when"), self.FORTNIGHT).apply(Answer(text), self.FORTNIGHT)


class TestTheOrderOfDayAndMonth:
    """How someone writes a date that may be read in two ways."""

    @pytest.mark.parametrize(("month_first", "day"), [(False, "2025-03-04"), (True, "2025-04-03")])
    def test_is_on_the_page_and_in_the_answer(self, month_first: bool, day: str) -> None:
        """The page can read it back as it will be saved, also in a run that is changed later."""
        step = step_of(Date("when", "When was it?"))
        program = program_of(step)
        journey = program.journey([], NOW, month_first=month_first)
        session = Session.begin(program, step, journey, "run").apply(Answer("2025-01-01"), NOW).apply(Answer(), NOW)
        changed_later = Session.edit(program, step, journey, session.run).apply(GoTo("when"), NOW)
        assert changed_later.view().month_first == month_first
        assert changed_later.apply(Answer("4/3/2025"), NOW).run.answers == {"when": day}


FACT = Choice("fact", "Did it happen?", options=(Option("no", "No"), Option("yes", "Yes")), stays=True)
FACTUAL = step_of(FACT, Text("note", "Anything else?", optional=True))


class TestWhatStays:
    """An answer that can't be changed once its run is finished."""

    def test_it_can_be_changed_until_the_end(self) -> None:
        """A wrong key is correctable on the review page."""
        session = after(answering(begin(FACTUAL), "no", "Words"), GoTo("fact"), Answer("yes"))
        assert session.run.answers["fact"] == "yes"

    def test_once_finished_it_stays_and_the_page_says_so(self) -> None:
        """The page has the one answer, another one is refused in a plain sentence, and the rest can be changed."""
        done = finished(answering(begin(FACTUAL), "no", "Words")).run
        session = after(Session.edit(program_of(FACTUAL), FACTUAL, Journey((done,), LATER), done), GoTo("fact"))
        assert [option.id for option in session.view().options] == ["no"]
        assert session.view().note == (STAYS,)
        refused = after(session, Answer("yes"), now=LATER)
        assert (refused.view().notice, refused.run.answers["fact"], refused.run.history) == (STAYS, "no", [])
        accepted = after(refused, Answer("no"), now=LATER)
        assert (shown(accepted), accepted.run.history) == (REVIEW, [])
        changed_note = after(accepted, GoTo("note"), Answer("Others"), now=LATER)
        assert changed_note.run.answers["note"] == "Others"

    def test_one_that_was_skipped_stays_open(self) -> None:
        """Only an answer stays; a question that came up later can be answered."""
        done = changed(finished(answering(begin(FACTUAL), "no", "Words")).run, answers={"note": "Words"})
        session = after(Session.edit(program_of(FACTUAL), FACTUAL, Journey((done,), LATER), done), GoTo("fact"))
        assert len(session.view().options) == 2


def until(moment: datetime) -> Callable[[Context], bool]:
    """A branch that closes at a moment."""
    return lambda here: here.now < moment


class TestTheEnd:
    """What counts at the end, and where there's nothing to review."""

    def test_an_answer_whose_branch_has_closed_meanwhile_does_not_count(self) -> None:
        """Given on a page that is gone when the run is finished, it's kept beside the answers."""
        step = step_of(Text("early", "Now?", when=until(LATER)), Text("note", "Anything?"))
        session = after(answering(begin(step), "Yes", "Words"), Answer(), now=LATER)
        assert (shown(session), session.run.answers, session.run.hidden) == (
            CLOSING,
            {"note": "Words"},
            {"early": "Yes"},
        )

    def test_opening_a_finished_run_again_hides_nothing(self) -> None:
        """What it was answered stays where it is, whatever its step asks today."""
        done = changed(finished(at_review()).run, answers={"kind": "tea", "leaf": "Mint", "where": "The park"})
        again = after(
            Session.edit(program_of(BRANCHING), BRANCHING, Journey((done,), LATER), done), Answer(), now=LATER
        )
        assert again.run.answers == done.answers

    def test_without_a_question_there_is_no_review(self) -> None:
        """After the last page to read, the step is finished."""
        session = after(begin(step_of(Reading("one", "One."), Reading("two", "Two."))), Answer(), Answer())
        assert (shown(session), session.run.finished) == (CLOSING, NOW)

    def test_a_run_that_was_left_and_has_no_question_any_more_shows_what_there_is_to_read(self) -> None:
        """The page it stood on has closed: what is there to read comes up, and no empty review."""
        step = step_of(Reading("why", "It has closed."), Text("early", "Now?", when=until(LATER)))
        left = answering(begin(step), True)
        later = Session.resume(left.program, step, left.journey.at(LATER), left.run)
        assert shown(later) == "why"
        assert shown(after(later, Answer(), now=LATER)) == CLOSING

    def test_a_finished_run_without_a_question_opens_on_its_last_words(self) -> None:
        """There's nothing in it to look over."""
        step = step_of(Reading("one", "One."))
        done = finished(begin(step)).run
        assert shown(Session.edit(program_of(step), step, Journey((done,), LATER), done)) == CLOSING


REPEATS = step_of(
    Reading("lead", "Lead."),
    Text("word", "Which word?"),
    Reading("echo", lambda here: f"You said {here.text('word')}."),
    Text("more", "More?"),
)


class TestReadAgain:
    """A page that says something else after an answer was changed is shown again."""

    def test_on_the_review(self) -> None:
        """The page that has the changed word comes up before the review does."""
        session = after(answering(begin(REPEATS), True, "one", True, "no"), GoTo("word"), Answer("two"))
        assert shown(session) == "echo"
        assert "two" in str(session.view().body)
        assert shown(after(session, Answer())) == REVIEW

    def test_not_where_it_says_the_same(self) -> None:
        """The same word again changes no page."""
        assert shown(after(answering(begin(REPEATS), True, "one", True, "no"), GoTo("word"), Answer("one"))) == REVIEW

    def test_in_a_finished_run(self) -> None:
        """The journal's change shows it too."""
        done = finished(answering(begin(REPEATS), True, "one", True, "no")).run
        session = Session.edit(program_of(REPEATS), REPEATS, Journey((done,), LATER), done)
        assert shown(after(session, GoTo("word"), Answer("two"), now=LATER)) == "echo"

    def test_when_it_was_left_there_and_taken_up(self) -> None:
        """What is to be read again isn't lost with the session."""
        session = after(answering(begin(REPEATS), True, "one", True, "no"), GoTo("more"), Back(), Back(), Answer("two"))
        assert shown(taken_up(session)) == "echo"


class TestLeftMoment:
    """A step whose runs end with their moment."""

    step = structs.replace(
        step_of(Scale("mood", "Mood?"), Text("note", "Why?"), Reading("end", "Thanks.")), momentary=True
    )

    def at(self, page: str, **answers: Value) -> Session:
        """Return a session that is on a page."""
        program = program_of(self.step)
        run = Run(id="a", step="toy", started=NOW, answers=dict(answers), cursor=page)
        return Session.resume(program, self.step, program.journey([run], NOW), run)

    def test_an_answer_after_its_moment_is_not_taken(self) -> None:
        """The session is over, nothing in the run has changed but the words typed on the page, and the step opens anew."""
        before = self.at("note", mood=3)
        after = before.apply(Answer("Grey."), NOW + timedelta(hours=3))
        assert (after.over, after.is_given_up, after.opens) == (True, True, "toy")
        assert after.run == changed(before.run, drafts={"note": "Grey."})
        assert after.typed_here == {"note": "Grey."}
        assert after.notice == "What you started at 10:00 is saved as you left it. You're starting fresh."

    @pytest.mark.parametrize("event", [Answer(), Back(), GoTo("mood"), Skip(), Answer(""), Answer("  ")], ids=str)
    def test_neither_is_anything_else(self, event: Event) -> None:
        """Going back and answering there would change the evening before."""
        before = self.at("note", mood=3)
        after = before.apply(event, NOW + timedelta(days=1))
        assert (after.is_given_up, after.run) == (True, before.run)

    def test_within_it_everything_is(self) -> None:
        """Two hours are enough for everything that they are for."""
        after = self.at("note", mood=3).apply(Answer("Grey."), NOW + timedelta(hours=2))
        assert (after.is_given_up, after.run.answers) == (False, {"mood": 3, "note": "Grey."})

    def test_what_is_typed_and_leaving_are_taken_at_any_time(self) -> None:
        """No word is lost, and whoever leaves has left."""
        late = NOW + timedelta(days=1)
        typed = self.at("note", mood=3).apply(Draft("Gr"), late)
        assert (typed.over, typed.run.drafts) == (False, {"note": "Gr"})
        assert (typed.apply(Leave(), late).left, typed.apply(Leave(), late).is_given_up) == (True, False)

    @pytest.mark.parametrize("event", [Answer(), Back(), Draft("Gr"), Leave()], ids=str)
    def test_one_that_was_finished_is_finished_again(self, event: Event) -> None:
        """Reopened at 03:59: at 04:00 it counts as it was, on its day. What's answered then begins a new one."""
        night = NOW.replace(hour=3, minute=50)
        run = Run(id="a", step="toy", started=night, start_number=1, answers={"mood": 3, "note": "Grey."}, cursor="end")
        program = program_of(self.step)
        session = Session.resume(program, self.step, program.journey([run], night), run)
        closing = after(session, Answer(), now=night + timedelta(minutes=8))
        opened = after(closing, Back(), now=night + timedelta(minutes=9))
        assert opened.run.finished is None
        late = after(opened, event, now=night + timedelta(minutes=10))
        assert late.is_given_up == isinstance(event, Answer | Back)
        counted = late.journey.counted(late.run)
        assert (counted.day, counted.answers, counted.finish_number) == (closing.run.day, closing.run.answers, 3)

    def test_what_is_typed_before_an_answer_makes_no_difference(self) -> None:
        """A draft of the next day in one that was reopened doesn't let the answer into it either."""
        program = program_of(self.step)
        run = Run(id="a", step="toy", started=NOW, start_number=1, answers={"mood": 3, "note": "Grey."}, cursor="end")
        closing = after(Session.resume(program, self.step, program.journey([run], NOW), run), Answer())
        opened, tomorrow = after(closing, Back()), NOW + timedelta(days=1)
        late = after(opened, Draft("Gr"), Answer("Green."), now=tomorrow)
        assert late.is_given_up
        assert late.journey.counted(late.run).answers == closing.run.answers

    def test_a_new_one_carries_what_was_typed(self) -> None:
        """It's on its page, and the first page says why it has come."""
        program = program_of(self.step)
        new = Session.begin(program, self.step, program.journey([], LATER), "b").carrying({"mood": "3"}, "Anew.")
        assert (new.view().draft, new.view().notice, new.first_number) == ("3", "Anew.", "mood")

    def test_it_can_start_fresh_once_something_was_said(self) -> None:
        """An empty run, a finished one and one of another step are what they are."""
        assert self.at("note", mood=3).can_start_fresh
        assert not self.at("mood").can_start_fresh
        done = structs.replace(self.at("note", mood=3), run=changed(self.at("note").run, finished=NOW))
        assert not done.can_start_fresh
        assert not structs.replace(self.at("note", mood=3), step=step_of(Text("note", "Why?"))).can_start_fresh
