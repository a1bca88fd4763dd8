"""Several questions on one page: each is asked, answered, saved and changed like any other."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from msgspec import structs

from exback.engine.presenter import CLOSING, REVIEW, WITHHELD
from exback.engine.session import NEEDS_AN_ANSWER, Session
from exback.engine.view import Answer, Back, Draft, Event, GoTo, Row, Skip
from exback.model.boundaries import ASKED_TO_STOP
from exback.model.items import Choice, Choices, Confirm, Date, Item, Option, Reading, Scale, Text
from exback.model.journey import Journey
from exback.model.program import Program, Stage, Step, StreakRule
from exback.model.run import Run, changed
from exback.store.decode import decode
from exback.store.progress import Progress, encode

NOW = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))
LATER = NOW + timedelta(hours=1)
PLACES = (Option("home", "At home"), Option("out", "Out"))
HAPPENED = (Option("rain", "Rain"), Option("sun", "Sun"))

ITEMS: tuple[Item, ...] = (
    Choice("where", "Where?", options=PLACES, preset=True),
    Scale("mood", "How was it?"),
    Confirm("slept", "Did you sleep?"),
    Choice("drink", "Tea or water?", options=(Option("tea", "Tea"), Option("water", "Water"))),
    Choices("weather", "What was the weather?", options=HAPPENED, optional=True),
    Date("since", "Since when?", optional=True),
    Text("line", "Anything else?", optional=True),
)
LABELS = {
    "where": "Where",
    "mood": "Mood",
    "slept": "Slept",
    "drink": "Drink",
    "weather": "Weather",
    "since": "Since",
    "line": "One line",
}
AFTER = Reading("after", "The page after the form.")
GIVEN = {
    "where": "home",
    "mood": 6,
    "slept": True,
    "drink": "water",
    "weather": ["sun"],
    "since": "2026-03-01",
    "line": "A grey day.",
}


def form_of(*items: Item, labels: dict[str, str] = LABELS, reaches_out: bool = False) -> Step:
    """A step with a form of these items, and a page to read after it."""
    return Step(
        id="toy",
        title="Toy",
        minutes=10,
        purpose="To try things out.",
        items=(*items, AFTER),
        mirror="You did it.",
        small_thing="Rest a little.",
        reaches_out=reaches_out,
        form=labels,
    )


FORM = form_of(*ITEMS)


def begin(step: Step = FORM, *others: Run) -> Session:
    """A fresh run of a step, after some other runs."""
    program = Program(
        title="Toys",
        welcome=tuple,
        stages=(Stage(id="stage", title="Stage", purpose="", steps=(step,)),),
        companion=Stage(id="companion", title="Always open", purpose="", steps=()),
        endings=Stage(id="endings", title="Endings", purpose="", steps=()),
        first=step.id,
        daily=step.id,
        moment=step.id,
        streak=StreakRule(step="none", length=(), broken_in="none", broken_item="none", broken_by=()),
    )
    return Session.begin(program, step, Journey(others, NOW), "run")


def after(session: Session, *events: Event, now: datetime = NOW) -> Session:
    """A session after some events."""
    for event in events:
        session = session.apply(event, now)
    return session


def answering(session: Session, *answers: object) -> Session:
    """A session after some answers, each to the row that it is at."""
    return after(session, *(Answer(answer) for answer in answers))


def filled() -> Session:
    """A form with an answer in every row, on the page after it."""
    return answering(begin(), 6, True, "water", ["sun"], "yesterday", "A grey day.")


def resumed(session: Session) -> Session:
    """The session after it was left, saved, loaded and resumed."""
    run = decode(encode(Progress(runs=[session.run])), "progress.json").runs[0]
    return Session.resume(session.program, session.step, session.journey, run)


def rows(session: Session) -> dict[str, str]:
    """What the rows on the page say, by label."""
    return {row.label: row.answer for row in session.view().rows}


class TestRows:
    """The page has one row a question, and one an option where several can be ticked."""

    def test_they_are_as_they_stand(self) -> None:
        """Nothing is answered yet but what has an answer by itself."""
        assert begin().view().rows == (
            Row("where", "Where", "At home", is_preset=True),
            Row("mood", "Mood", "", "0 to 10"),
            Row("slept", "Slept", ""),
            Row("drink", "Drink", ""),
            Row("weather", "Rain", "no", option="rain"),
            Row("weather", "Sun", "no", option="sun"),
            Row("since", "Since", ""),
            Row("line", "One line", ""),
        )

    def test_each_has_its_answer_in_words(self) -> None:
        """A number, yes or no, a label, a day and a line."""
        assert rows(after(filled(), Back())) == {
            "Where": "At home",
            "Mood": "6",
            "Slept": "Yes",
            "Drink": "Water",
            "Rain": "no",
            "Sun": "yes",
            "Since": "Sunday 1 March",
            "One line": "A grey day.",
        }

    def test_what_was_typed_and_not_answered_is_in_its_row(self) -> None:
        """Someone who goes up from a row still sees what they typed there."""
        session = answering(begin(), 6, True, "water")
        session = after(session, Draft(["rain"]), Skip(), Draft("3 marhc"), Back())
        assert rows(session)["Since"] == "3 marhc"
        session = after(session, Draft(["sun"]), Back())
        assert (rows(session)["Rain"], rows(session)["Sun"]) == ("no", "yes")

    def test_only_the_form_has_them(self) -> None:
        """The page after the form, the review and the last page have none."""
        session = filled()
        assert session.run.cursor == "after"
        assert session.view().rows == ()
        assert after(session, Answer()).view().rows == ()
        assert after(session, Answer(), Answer()).view().rows == ()

    def test_one_that_depends_on_another_comes_with_its_answer(self) -> None:
        """It goes again when the other answer changes, and what was answered in it comes back with it."""
        step = form_of(
            Confirm("rain", "Did it rain?"),
            Scale("wet", "How wet?", when=lambda here: here["rain"] is True),
            Text("line", "Anything else?", optional=True),
            labels={"rain": "Rain", "wet": "Wet", "line": "Line"},
        )
        session = begin(step)
        assert list(rows(session)) == ["Rain", "Line"]
        session = answering(session, True)
        assert (list(rows(session)), session.run.cursor) == (["Rain", "Wet", "Line"], "wet")
        session = after(session, Answer(7), Back(), Back(), Answer(False))
        assert (list(rows(session)), session.run.cursor) == (["Rain", "Line"], "line")
        assert rows(after(session, Back(), Answer(True)))["Wet"] == "7"

    def test_a_single_one_is_a_form_too(self) -> None:
        """It's the page with one row."""
        step = form_of(Scale("mood", "How was it?"), labels={"mood": "Mood"})
        assert rows(begin(step)) == {"Mood": ""}
        assert answering(begin(step), 4).run.cursor == "after"

    def test_a_step_with_nothing_but_a_preset_answer_begins_there(self) -> None:
        """There is no other page to begin on."""
        step = structs.replace(form_of(labels={"where": "Where"}), items=ITEMS[:1])
        assert begin(step).run.cursor == "where"


class TestAnswers:
    """An answer in a row is an answer like any other."""

    def test_each_is_saved_under_its_id(self) -> None:
        """As its question takes it."""
        assert filled().run.answers == GIVEN

    def test_a_refused_one_stays_in_its_row(self) -> None:
        """The page says why, and the rows are all there."""
        session = answering(begin(), "66")
        assert session.run.cursor == "mood"
        assert session.view().notice == "Please type a whole number from 0 to 10."
        assert (session.view().draft, rows(session)["Mood"]) == ("66", "66")

    def test_back_goes_to_the_row_above(self) -> None:
        """With its answer in it."""
        session = after(answering(begin(), 6, True), Back(), Back())
        assert (session.run.cursor, session.view().value) == ("mood", 6)

    def test_back_from_the_page_after_is_the_last_row(self) -> None:
        """The page after a form leads back into it."""
        assert after(filled(), Back()).run.cursor == "line"

    def test_another_row_can_be_gone_to(self) -> None:
        """Up or down, and nothing is answered by it."""
        session = after(begin(), GoTo("line"))
        assert (session.run.cursor, session.run.answers) == ("line", {})
        assert after(session, GoTo("mood")).run.cursor == "mood"

    def test_an_answer_can_go_to_another_row(self) -> None:
        """Also where it changes one that was given, and without it the review would be next."""
        session = after(filled(), Answer(), GoTo("mood"), Answer(3, goes_to="slept"))
        assert (session.run.cursor, session.run.answers["mood"]) == ("slept", 3)
        session = after(session, GoTo("line"), Skip(goes_to="mood"))
        assert (session.run.cursor, session.run.answers["line"]) == ("mood", None)

    @pytest.mark.parametrize("goes_to", ["after", "where-else"])
    def test_an_answer_goes_nowhere_else(self, goes_to: str) -> None:
        """Only the questions of its page are one key away."""
        assert after(begin(), Answer(3, goes_to=goes_to)).run.cursor == "slept"

    def test_a_refused_answer_goes_to_no_row(self) -> None:
        """It stays where it can be put right."""
        session = after(filled(), Answer(), GoTo("mood"), Answer("66", goes_to="slept"))
        assert (session.run.cursor, session.view().draft) == ("mood", "66")

    @pytest.mark.parametrize("place", range(len(ITEMS) - 1))
    def test_a_form_goes_on_at_its_row(self, place: int) -> None:
        """Whichever row it was left in, with the answers above it and what was typed in the row."""
        session = answering(begin(), *[GIVEN[item.id] for item in ITEMS[1 : place + 1]])
        draft = ["rain"] if session.run.cursor == "weather" else "typed"
        again = resumed(after(session, Draft(draft)))
        assert again.run.cursor == ITEMS[place + 1].id
        assert again.view() == after(session, Draft(draft)).view()
        assert again.view().draft == draft

    def test_one_is_changed_from_the_review(self) -> None:
        """The change leads back to the review, and a finished run remembers what was there before."""
        session = after(filled(), Answer(), GoTo("mood"), Answer(3))
        assert (session.run.cursor, session.run.answers["mood"]) == (REVIEW, 3)
        session = after(session, Answer(), Answer())
        again = Session.edit(session.program, session.step, session.journey, session.run)
        again = after(again, GoTo("slept"), Answer(False, ends_form=True), now=LATER)
        assert (again.run.cursor, again.run.answers["slept"]) == (REVIEW, False)
        assert [(earlier.item, earlier.value) for earlier in again.run.history] == [("slept", True)]

    @pytest.mark.parametrize("event", [Answer(3), Answer(3, ends_form=True)], ids=["one row", "all"])
    def test_after_the_review_what_was_typed_below_counts(self, event: Event) -> None:
        """It's shown in its row as if it were the answer, so it comes up before the review, or is taken."""
        session = after(filled(), Answer(), GoTo("line"), Draft("A long day."), GoTo("mood"), event)
        session = session if event == Answer(3, ends_form=True) else after(session, Answer("A long day."))
        assert session.run.answers == {**GIVEN, "mood": 3, "line": "A long day."}
        assert (session.run.cursor, session.run.drafts) == (REVIEW, {})

    def test_after_the_review_a_row_that_came_up_since_is_asked(self) -> None:
        """The others aren't asked again."""
        step = form_of(
            Confirm("rain", "Did it rain?"),
            Scale("wet", "How wet?", when=lambda here: here["rain"] is True),
            Text("line", "Anything else?", optional=True),
            labels={"rain": "Rain", "wet": "Wet", "line": "Line"},
        )
        session = after(answering(begin(step), False, "Dry.", True), GoTo("rain"), Answer(True))
        assert session.run.cursor == "wet"
        assert answering(session, 5).run.cursor == REVIEW

    def test_a_closed_step_shows_none(self) -> None:
        """Where a boundary withholds the step, no label of its form is on the page."""
        step = structs.replace(form_of(*ITEMS), not_for=frozenset({ASKED_TO_STOP.id}))
        asked = Run(id="asked", step="safety", started=NOW, finished=NOW, answers={ASKED_TO_STOP.id: True})
        view = begin(step, asked).view()
        assert (view.item.id, view.rows, view.value) == (WITHHELD, (), None)


class TestPreset:
    """A question that has an answer by itself is gone past without a word."""

    def test_the_form_begins_after_it(self) -> None:
        """Nothing is saved before the first answer."""
        assert (begin().run.cursor, begin().run.answers, begin().run.is_empty) == ("mood", {}, True)

    def test_a_look_saves_nothing(self) -> None:
        """Going up to it, down again and away leaves the run as empty as it was."""
        session = after(begin(), Back(), GoTo("line"), GoTo("mood"))
        assert session.run.is_empty
        assert not after(session, Draft("6")).run.answers

    def test_it_is_saved_with_the_first_answer_after_it(self) -> None:
        """And not changed by the second."""
        session = answering(begin(), 6)
        assert session.run.answers == {"where": "home", "mood": 6}

    def test_another_one_can_be_chosen(self) -> None:
        """By going up to it, before the first answer or after it."""
        assert answering(after(begin(), Back()), "out", 6).run.answers == {"where": "out", "mood": 6}
        assert after(answering(begin(), 6), Back(), Back(), Answer("out")).run.answers == {"where": "out", "mood": 6}

    def test_it_is_saved_with_a_question_that_is_skipped(self) -> None:
        """Skipping is an answer too."""
        step = form_of(ITEMS[0], Text("line", "Anything?", optional=True))
        assert after(begin(step), Skip()).run.answers == {"where": "home", "line": None}


class TestEnd:
    """One key takes what is in the row as the last answer of the form."""

    LAST = form_of(*ITEMS[:2], *ITEMS[4:])

    def test_what_is_optional_is_skipped(self) -> None:
        """No row that wasn't reached gets an answer: the rain that no one was asked about isn't a no."""
        session = after(begin(self.LAST), Answer(6, ends_form=True))
        assert session.run.cursor == "after"
        assert session.run.answers == {"where": "home", "mood": 6, "weather": None, "since": None, "line": None}

    def test_a_row_with_several_answers_can_be_the_last(self) -> None:
        """What stands in its rows counts."""
        session = after(begin(self.LAST), Answer(6), Answer([], ends_form=True))
        assert (session.run.cursor, session.run.answers["weather"], session.run.answers["line"]) == ("after", [], None)

    def test_what_must_be_answered_is_asked_for(self) -> None:
        """The form stops at the first of them, and says so."""
        session = after(begin(), Answer(6, ends_form=True))
        assert (session.run.cursor, session.view().notice) == ("slept", NEEDS_AN_ANSWER)
        assert session.run.answers == {"where": "home", "mood": 6}
        session = after(session, Answer(True), Answer("tea", ends_form=True))
        assert (session.run.cursor, session.view().notice) == ("after", "")

    def test_what_is_answered_below_stays(self) -> None:
        """Someone who goes up to change one row keeps the others."""
        session = after(filled(), GoTo("mood"), Answer(2, ends_form=True))
        assert (session.run.cursor, session.run.answers) == ("after", {**GIVEN, "mood": 2})

    def test_what_is_typed_below_counts(self) -> None:
        """Words that stand in a row are never skipped."""
        session = answering(begin(self.LAST), 6)
        session = after(session, Draft(["rain"]), GoTo("line"), Draft("A long day."), GoTo("mood"))
        session = after(session, Answer(5, ends_form=True))
        assert session.run.answers == {
            "where": "home",
            "mood": 5,
            "weather": ["rain"],
            "since": None,
            "line": "A long day.",
        }
        assert (session.run.cursor, session.run.drafts) == ("after", {})

    def test_what_is_typed_below_and_does_not_fit_is_asked_for(self) -> None:
        """It stays in its row, and the page says why."""
        session = after(begin(self.LAST), GoTo("since"), Draft("3 marhc"), GoTo("mood"), Answer(5, ends_form=True))
        assert (session.run.cursor, session.view().draft) == ("since", "3 marhc")
        assert session.view().notice.startswith("exback doesn't know which day that is.")

    def test_a_refused_answer_ends_nothing(self) -> None:
        """The row stays, and no other one is skipped."""
        session = after(begin(self.LAST), Answer("66", ends_form=True))
        assert (session.run.cursor, session.run.answers) == ("mood", {})

    def test_a_row_that_is_skipped_can_be_the_last(self) -> None:
        """As an empty one is."""
        session = after(begin(self.LAST), Answer(6), Skip(ends_form=True))
        assert (session.run.cursor, session.run.answers["weather"]) == ("after", None)
        session = after(begin(), Skip(ends_form=True))
        assert (session.run.cursor, session.view().notice) == ("mood", NEEDS_AN_ANSWER)

    def test_a_preset_row_below_gets_its_answer(self) -> None:
        """It has one by itself, so it isn't asked for."""
        step = form_of(ITEMS[1], ITEMS[0], ITEMS[6])
        session = after(begin(step), Answer(6, ends_form=True))
        assert (session.run.cursor, session.run.answers) == ("after", {"mood": 6, "where": "home", "line": None})

    def test_an_answer_that_does_not_fit_any_more_is_asked_for_again(self) -> None:
        """What a row has by itself doesn't take the place of what was said in it, which stays in the file."""
        session = begin()
        run = changed(session.run, cursor="mood", answers={"where": "in the garden"})
        again = Session.resume(session.program, session.step, session.journey, run)
        again = after(again, Answer(6), Answer(True), Answer("tea"), Answer(5, ends_form=True))
        assert ("where" in again.run.answers, again.run.hidden) == (False, {"where": "in the garden"})
        again = after(again, Skip(ends_form=True), Answer(), Answer())
        assert again.run.cursor == "where"
        assert after(again, Answer("out")).run.answers["where"] == "out"

    def test_after_the_review_it_leads_back_there(self) -> None:
        """And skips nothing that has an answer."""
        session = after(filled(), Answer(), GoTo("mood"), Answer(9, ends_form=True))
        assert (session.run.cursor, session.run.answers) == (REVIEW, {**GIVEN, "mood": 9})

    def test_the_last_row_needs_no_such_key(self) -> None:
        """It ends the form either way, and the step goes on to its end."""
        session = after(begin(self.LAST), Answer(6), Answer([]), Skip(), Answer("Grey.", ends_form=True))
        assert session.run.cursor == "after"
        session = after(session, Answer(), Answer())
        assert (session.run.cursor, session.run.was_finished) == (CLOSING, True)


def test_a_run_of_an_earlier_version_goes_on_at_its_row() -> None:
    """Its questions were pages then; the answers are the same."""
    for cursor, answers in (("where", {}), ("slept", {"where": "out", "mood": 6}), ("line", {**GIVEN})):
        session = begin()
        run = changed(session.run, cursor=cursor, answers={**answers}, step_version=0)
        again = Session.resume(session.program, session.step, session.journey, run)
        assert (again.run.cursor, again.run.answers) == (cursor, answers)
        assert again.view().rows
