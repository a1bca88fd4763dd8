"""A meeting and what comes of it: put off, fallen through, unsure, reviewed four times, over. No one is left standing."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from support import program_walk
from support.lives import LIFE, SAFE
from support.pages_today import does_what_is_weekly, plain, soon
from support.person import Clock, Person

from exback import cli
from exback.engine.session import Session
from exback.engine.view import Leave, View
from exback.model.dates import in_words, later
from exback.model.program import Program
from exback.model.prose import Quote
from exback.model.run import Run

MEETING = "meet-and-go-slowly"
AFTER = LIFE["meet-and-go-slowly after"]
REVIEW = LIFE["meet-and-go-slowly review"]
ENDS = {"reason-back": 2, "said-aloud": "That I was cold."}
APART = {**SAFE, "what-ended-it": "The old reason.", "learnt": "A lot.", "keep": "The choir."}
DRINK: dict[str, object] = {
    "says": "Would you like to have a drink?",
    "asks": "A drink on Friday.",
    "wrote-freely": True,
    "wants-contact": True,
    "asked-to-meet": True,
    "want": "To stay as calm as I am.",
    "kind": "yes",
    "draft": "Yes, Friday at six.",
}


def due(person: Person) -> set[str]:
    """Return everything that is offered today."""
    guide = person.guide
    return {step.id for step in (*guide.due, guide.next) if step is not None}


def shown(person: Person) -> list[str]:
    """Return the pages of the last step."""
    return [view.item.id for view in person.views]


def said(views: list[View]) -> str:
    """Return all that pages say."""
    return " ".join(str((view.body, view.question, view.note, view.options)) for view in views)


def closing(person: Person) -> str:
    """Return what the last page says."""
    return said(person.views[-1:])


def may_begin(person: Person, step: str = MEETING) -> bool:
    """Return whether a new run of a step may begin."""
    return person.guide.step_status(person.program.step(step)).may_begin


def opens(person: Person) -> date | None:
    """Return the day on which the next run of the meeting may begin."""
    return person.guide.step_status(person.program.step(MEETING)).date


def meets(person: Person, **answers: object) -> Run:
    """Go through the meeting's step with these answers (underscores for hyphens)."""
    return person.does(MEETING, **answers)


def reviewed(person: Person, *numbers: int, **answers: object) -> None:
    """Do reviews a week apart, with these numbers and answers; after the last one, they don't call it anything."""
    for number in numbers:
        person.clock.forward(days=7)
        own: dict[str, object] = {item.replace("_", "-"): value for item, value in answers.items()}
        before = sum(1 for run in person.journey.finished(MEETING) if "reason-back" in run.answers)
        last = {"you-two": "living"} if before % 4 == 3 and "goes-on" not in own else {}
        person.answers(MEETING, {**REVIEW, "reason-back": number, **last, **own})


def writes(person: Person, days: int = 1) -> None:
    """Tell twice, a day apart, that they wrote and asked to meet."""
    for _ in range(2):
        person.clock.forward(days=days)
        person.answers("they-wrote", dict(DRINK))


@pytest.fixture
def invited(person: Person) -> Person:
    """Someone who decided on one invitation, sent it and heard yes, and has read “They said yes”."""
    person.answers("your-story", dict(LIFE["your-story"]))
    person.answers("the-whole-story", dict(LIFE["the-whole-story"]))
    person.puts("one-invitation", draft="Coffee?")
    person.puts("one-invitation", sent="yes")
    person.clock.forward(days=2)
    person.puts("one-invitation", reply="yes")
    person.answers("accepted", dict(LIFE["accepted"]))
    return person


@pytest.fixture
def planned(invited: Person) -> Person:
    """Someone who has written the plan for the meeting."""
    assert MEETING in due(invited)
    invited.answers(MEETING, dict(LIFE[MEETING]))
    return invited


@pytest.fixture(scope="module")
def walked(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Person:
    """Someone who went through everything, and has just written the plan for the meeting."""
    person = Person(program, Clock(), tmp_path_factory.mktemp("walked") / "home")
    program_walk.walk(person, program_walk.to_accepted())
    return person


@pytest.fixture
def met(planned: Person) -> Person:
    """Someone who met, and it goes on slowly."""
    planned.clock.forward(days=3)
    planned.answers(MEETING, dict(AFTER))
    return planned


class TestTheSameDay:
    """The day on which the plan was written can be the day they meet."""

    def test_a_meeting_can_be_told_in_the_evening(self, planned: Person) -> None:
        """Nothing asks before the next day, but it can be told: first whether they met, and only then how it was."""
        planned.clock.forward(hours=9)
        assert MEETING not in due(planned)
        assert may_begin(planned)
        run = planned.answers(MEETING, dict(AFTER))
        assert shown(planned)[:2] == ["met", "was"]
        assert run.answers["was"] == AFTER["was"]
        assert not may_begin(planned)
        assert opens(planned) == planned.journey.today + timedelta(days=7)

    def test_a_meeting_that_had_not_come_by_noon_can_be_told_in_the_evening(self, planned: Person) -> None:
        """“Not yet” doesn't close it for the day."""
        planned.clock.forward(hours=2)
        meets(planned, met="not-yet")
        assert "was" not in shown(planned)
        planned.clock.forward(hours=7)
        planned.answers(MEETING, dict(AFTER))
        assert "You'll keep seeing each other, slowly." in closing(planned)

    def test_not_knowing_is_asked_again_on_another_day(self, planned: Person) -> None:
        """Three times “I don't know yet” in one evening aren't three weeks of it."""
        planned.answers(MEETING, {**AFTER, "goes-on": "unsure"})
        assert not may_begin(planned)
        assert opens(planned) == planned.journey.today + timedelta(days=1)
        planned.clock.forward(days=1)
        assert may_begin(planned)


class TestNotYet:
    """They haven't met yet."""

    def test_one_kind_line_and_nothing_else(self, planned: Person) -> None:
        """It's asked from the next day on, "not yet" is one line, open again the day after, and due a week later."""
        assert MEETING not in due(planned)
        planned.clock.forward(days=1)
        assert MEETING in due(planned)
        meets(planned, met="not-yet")
        assert shown(planned) == ["met", "review", "closing"]
        assert "You haven't met yet, and there's no hurry." in closing(planned)
        assert "exback will ask again on Thursday 12 March." in closing(planned)
        for words in ("This is how it was", "review", "keep seeing", "over"):
            assert words not in closing(planned)
        planned.clock.forward(days=1)
        assert may_begin(planned)
        assert MEETING not in due(planned)
        planned.clock.forward(days=6)
        assert MEETING in due(planned)

    def test_then_they_meet_after_all(self, planned: Person) -> None:
        """Any number of "not yet" leads to the same page about how it was, with what they hoped for above it."""
        for _ in range(3):
            planned.clock.forward(days=7)
            meets(planned, met="not-yet")
        planned.clock.forward(days=1)
        run = planned.answers(MEETING, dict(AFTER))
        assert run.answers["was"] == AFTER["was"]
        page = next(view for view in planned.views if view.item.id == "was")
        assert "A calm hour." in said([page])
        assert Quote(str(AFTER["was"]), None, "This is how it was:") in planned.views[-1].body

    @pytest.mark.parametrize(("choice", "step"), [("let-go", "letting-go"), ("wait", "waiting")])
    def test_after_two_months_there_is_a_way_on(self, planned: Person, choice: str, step: str) -> None:
        """From then on the page says that this is an answer too, and leads to what they choose; before, it doesn't."""
        planned.clock.forward(days=59)
        meets(planned, met="not-yet")
        assert "long-wait" not in shown(planned)
        planned.clock.forward(days=7)
        answers = (
            LIFE["letting-go"]
            if step == "letting-go"
            else {"still": 5, "meanwhile": "Choir.", "enough": "June.", "keep": "It.", "again": True}
        )
        planned.answers(MEETING, {"met": "not-yet", "long-wait": choice, **answers})
        assert "It may also be a no that no one has said out loud" in said(planned.views)
        assert planned.state(step) == "done"
        for days in (1, 7, 30, 90):
            planned.clock.forward(days=days)
            assert MEETING not in due(planned)

    def test_left_open_after_two_months_it_is_asked_monthly(self, planned: Person) -> None:
        """Someone who leaves it open isn't asked every week for ever."""
        planned.clock.forward(days=61)
        meets(planned, met="not-yet", long_wait="leave")
        planned.clock.forward(days=29)
        assert MEETING not in due(planned)
        planned.clock.forward(days=1)
        assert MEETING in due(planned)


class TestFellThrough:
    """It fell through."""

    def test_another_day_is_as_if_it_were_still_to_come(self, planned: Person) -> None:
        """It's asked again like any meeting that hasn't come, and can be told afterwards."""
        planned.clock.forward(days=2)
        meets(planned, met="fell-through", fell="They were ill.", another_day="found")
        assert "you've found another day" in closing(planned)
        assert "This is how it was" not in closing(planned)
        planned.clock.forward(days=7)
        assert MEETING in due(planned)
        planned.answers(MEETING, dict(AFTER))
        assert "You'll keep seeing each other, slowly." in closing(planned)

    def test_left_open_is_not_pressed(self, planned: Person) -> None:
        """No new day is asked for, no message is drafted, and it's asked again in a week."""
        planned.clock.forward(days=2)
        meets(planned, met="fell-through", another_day="open")
        assert "Please don't push for a new day. They can suggest one." in closing(planned)
        assert not {"draft", "goes-on", "was"} & set(shown(planned))
        planned.clock.forward(days=6)
        assert MEETING not in due(planned)
        planned.clock.forward(days=1)
        assert MEETING in due(planned)

    @pytest.mark.parametrize(
        ("whose", "ending", "other"), [("no", "letting-go", "declined"), ("they-no", "declined", "letting-go")]
    )
    def test_no_other_day_is_the_end_of_it(self, planned: Person, whose: str, ending: str, other: str) -> None:
        """Whose decision it was is asked, and leads to the ending that fits."""
        planned.clock.forward(days=2)
        meets(planned, **{"met": "fell-through", "another-day": "none", "goes-on": whose})
        assert "Whose decision was that?" in said(planned.views)
        assert "there won't be another day." in closing(planned)
        assert ending in due(planned)
        assert other not in due(planned)
        assert planned.state(MEETING) == "done"
        never_again(planned)


def asked_monthly(person: Person) -> None:
    """Check that it's asked once a month whether it goes on, and nothing else of the meeting; the answer can be told sooner."""
    for _ in range(3):
        person.clock.forward(days=1)
        assert may_begin(person)
        person.clock.forward(days=28)
        assert not {MEETING, "one-invitation", "accepted"} & due(person)
        person.clock.forward(days=1)
        assert MEETING in due(person)
        meets(person, goes_on="yes", you_two="living")
        assert [page for page in shown(person) if page not in ("review", "closing")] == ["goes-on", "you-two"]


def never_again(person: Person) -> None:
    """Check that nothing about the meeting is asked any more, nor a second invitation offered."""
    for days in (1, 7, 30, 90):
        person.clock.forward(days=days)
        assert not {MEETING, "one-invitation", "accepted"} & due(person)
        assert not may_begin(person)


class TestUnsure:
    """They don't know yet if it goes on."""

    def test_it_is_asked_again_a_week_later_with_what_they_wrote(self, planned: Person) -> None:
        """The same question, what they wrote above it, and no review before it's answered; after the third time it's named."""
        planned.clock.forward(days=2)
        planned.answers(MEETING, {**AFTER, "goes-on": "unsure"})
        assert "exback will ask again on" in closing(planned)
        for time in range(2, 5):
            planned.clock.forward(days=6)
            assert MEETING not in due(planned)
            planned.clock.forward(days=1)
            assert MEETING in due(planned)
            meets(planned, goes_on="unsure")
            assert shown(planned)[0] == "goes-on"
            assert str(AFTER["was"]) in said(planned.views[:1])
            assert ("You're allowed not to know." in said(planned.views)) is (time >= 3)
            assert "reason-back" not in shown(planned)

    def test_then_it_goes_on(self, planned: Person) -> None:
        """A yes leads to the first review, a week later."""
        planned.clock.forward(days=2)
        planned.answers(MEETING, {**AFTER, "goes-on": "unsure"})
        planned.clock.forward(days=7)
        meets(planned, goes_on="yes")
        assert "The first review is on" in closing(planned)
        reviewed(planned, 2)
        assert "reason-back" in shown(planned)

    def test_then_it_does_not(self, planned: Person) -> None:
        """A no ends it."""
        planned.clock.forward(days=2)
        planned.answers(MEETING, {**AFTER, "goes-on": "unsure"})
        planned.clock.forward(days=7)
        meets(planned, goes_on="no")
        assert "letting-go" in due(planned)
        never_again(planned)


class TestReviews:
    """Four, at least a week apart, each of which asks whether it goes on."""

    def test_none_can_be_begun_before_its_day(self, met: Person) -> None:
        """Until then the map has its date."""
        day = met.journey.today + timedelta(days=7)
        for _ in range(6):
            met.clock.forward(days=1)
            assert not may_begin(met)
            assert opens(met) == day
            assert MEETING not in due(met)
        met.clock.forward(days=1)
        assert may_begin(met)
        assert MEETING in due(met)

    def test_there_are_exactly_four(self, met: Person) -> None:
        """The fourth says what the four numbers were, and what there is; after it only what the two are is asked, once a month."""
        for number in (2, 3, 1):
            reviewed(met, number)
            assert "The next review is on" in closing(met)
            assert "four-reviews" not in shown(met)
            assert "Will you keep seeing each other?" in said(met.views)
        reviewed(met, 2)
        assert "Your numbers were 2, 3, 1 and 2. exback won't ask for them any more." in said(met.views)
        month_on = later(met.journey.today, 30)
        assert (
            f"exback will ask once a month if you still are, next on {in_words(month_on, met.journey.today)}."
            in closing(met)
        )
        assert "The next review" not in closing(met)
        assert met.state(MEETING) == "done"
        assert "together-again" not in due(met)
        assert met.state("apart-again") == "open"
        asked_monthly(met)

    def test_high_numbers_in_all_four_leave_no_one_standing(self, met: Person) -> None:
        """9, 9, 9 and 9, and it goes on with no name: a month later it's asked again, and a no leads to an ending then."""
        reviewed(met, 9, 9, 9, 9)
        month_on = later(met.journey.today, 30)
        met.clock.forward(days=1)
        assert opens(met) == month_on
        met.clock.forward(days=28)
        assert MEETING not in due(met)
        met.clock.forward(days=1)
        assert MEETING in due(met)
        meets(met, goes_on="no", turn_to="let-go", **{"why-now": Leave()})
        assert not {"reason-back", "said-aloud", "four-reviews", "you-two", "want"} & set(shown(met))
        assert "letting-go" in due(met)
        met.clock.forward(days=60)
        assert MEETING not in due(met)

    def test_what_has_no_name_can_get_one(self, met: Person) -> None:
        """A month later they can be together again, and sooner than that; nothing is asked of the meeting after that."""
        reviewed(met, 2, 3, 1, 2)
        assert not may_begin(met)
        met.clock.forward(days=3)
        assert may_begin(met)
        assert MEETING not in due(met)
        meets(met, goes_on="yes", you_two="together", **{"asked-to-stop": Leave()})
        assert "exback will ask" not in closing(met)
        assert "together-again" in due(met)
        met.clock.forward(days=40)
        assert MEETING not in due(met)

    def test_together_again_opens_from_the_last(self, met: Person) -> None:
        """Someone who says that they're together again is led to its page."""
        reviewed(met, 2, 3, 1)
        met.clock.forward(days=7)
        together = {
            **SAFE,
            "reason-now": "smaller",
            "different-me": "x",
            "different-them": "y",
            "keeps": ["friends"],
            "breaks": "z",
            "keep": "The choir.",
        }
        met.answers(MEETING, {**REVIEW, **together, "you-two": "together"})
        assert met.state("together-again") == "done"
        never_again(met)

    def test_a_no_in_any_review_ends_it(self, met: Person) -> None:
        """It doesn't go on: no wish is asked about, nothing says that it goes on, and letting go is offered."""
        reviewed(met, 2)
        met.clock.forward(days=7)
        met.answers(MEETING, {**ENDS, "goes-on": "no", "turn-to": "leave"})
        assert "want" not in shown(met)
        assert "It ends here. You've decided that." in closing(met)
        assert "The next review" not in closing(met)
        assert "letting-go" in due(met)
        assert met.state("apart-again") == "open"
        never_again(met)

    def test_their_no_in_a_review_is_a_no(self, met: Person) -> None:
        """“They said no” is offered, its words fit someone who was asked, and the stage is closed as things are."""
        met.clock.forward(days=7)
        met.answers(MEETING, {**ENDS, "goes-on": "they-no"})
        assert "Please don't ask them again." in said(met.views)
        assert {"declined", "letting-go", "accepted"} & due(met) == {"declined"}
        met.answers("declined", dict(LIFE["declined"]))
        assert "You asked, and" not in said(met.views)
        assert "closed, as they said yes" not in str(met.guide.ended)
        never_again(met)

    def test_unsure_in_the_last_one_is_asked_once_more(self, met: Person) -> None:
        """Only whether it goes on, a week later; then it's over or lived."""
        reviewed(met, 2, 3, 1)
        reviewed(met, 2, goes_on="unsure")
        assert "exback will ask you that in a week, and nothing else." in said(met.views)
        assert met.state(MEETING) != "done"
        met.clock.forward(days=7)
        assert MEETING in due(met)
        meets(met, goes_on="yes", you_two="living")
        assert met.state(MEETING) == "done"
        asked_monthly(met)


class TestItIsBack:
    """7 or more of 10, in a row."""

    def test_once_is_a_number_and_twice_is_said(self, met: Person) -> None:
        """The second time in a row the page says what it may mean, and where to go if they're afraid; a low number ends the row."""
        reviewed(met, 9)
        assert "high-again" not in shown(met)
        reviewed(met, 9)
        assert "It may also mean that what ended it hasn't changed." in said(met.views)
        assert "exback crisis" in said([view for view in met.views if view.item.id == "high-again"])
        reviewed(met, 3)
        reviewed(met, 8)
        assert "high-again" not in shown(met)

    @pytest.mark.parametrize(
        ("choice", "ending"), [("let-go", "letting-go"), ("moved-on", "moved-on"), ("leave", "letting-go")]
    )
    def test_three_times_leads_to_an_ending_that_is_true(self, met: Person, choice: str, ending: str) -> None:
        """9, 9 and 9 is said plainly, and “stop here” leads to what they choose; “Apart again” isn't for two who only met."""
        reviewed(met, 9, 9)
        met.clock.forward(days=7)
        moved_on = {
            "is-so": "yes",
            "hurts-most": "It.",
            "compare": "I listen.",
            "keep": "The choir.",
            "close": "The list.",
        }
        told: dict[str, Mapping[str, object]] = {"leave": {}, "let-go": LIFE["letting-go"], "moved-on": moved_on}
        met.answers(MEETING, {**ENDS, "reason-back": 9, "goes-on": "no", "turn-to": choice, **told[choice]})
        assert "You've put it at 7 or more three times in a row: 9, 9 and 9." in said(met.views)
        asked = next(view for view in met.views if view.item.id == "turn-to")
        assert [option.opens for option in asked.options] == ["letting-go", "moved-on", ""]
        assert ending in due(met) if choice == "leave" else met.state(ending) == "done"
        assert "apart-again" not in due(met)
        never_again(met)

    def test_they_can_go_on_knowingly(self, met: Person) -> None:
        """The option says so, and the fourth review says it again with all four numbers."""
        reviewed(met, 9, 9, 9)
        assert "with my eyes open" in said(met.views)
        reviewed(met, 7)
        assert "9, 9, 9 and 7" in said(met.views)
        assert met.state(MEETING) == "done"


class TestAnotherMeeting:
    """One that they ask for, after the first is over."""

    @pytest.mark.parametrize("end", [{"goes-on": "no", "turn-to": "leave"}, {"goes-on": "they-no"}])
    def test_a_new_plan_with_the_safety_questions(self, met: Person, end: dict[str, object]) -> None:
        """Months later they ask, on two days: a new plan, the questions first, and nothing of the first meeting in it."""
        met.clock.forward(days=7)
        met.answers(MEETING, {**ENDS, **end})
        met.clock.forward(days=120)
        met.answers("they-wrote", dict(DRINK))
        assert "Come back here tomorrow or later" in said(met.views)
        assert not may_begin(met)
        writes(met)
        assert MEETING in due(met)
        met.answers(MEETING, {**SAFE, **LIFE[MEETING]})
        assert shown(met)[:2] == ["safety-first", "asked-to-stop"]
        met.clock.forward(days=2)
        met.answers(MEETING, dict(AFTER))
        reviewed(met, 1)
        page = said(met.views)
        assert "The next review is on" in closing(met)
        assert "How much of what ended it was back" not in page

    def test_after_a_fresh_start(self, met: Person) -> None:
        """What they wrote the first time opens nothing; what they write now does."""
        met.answers("apart-again", {**APART, "next": "fresh"})
        met.clock.forward(days=1)
        assert MEETING not in due(met)
        met.answers("your-story", dict(LIFE["your-story"]))
        met.clock.forward(days=60)
        assert not may_begin(met)
        writes(met)
        assert MEETING in due(met)
        met.answers(MEETING, {**SAFE, **LIFE[MEETING]})
        assert "They wrote first and asked to meet" in said(met.views)

    def test_what_they_asked_before_an_ending_does_not_open_it(self, person: Person) -> None:
        """Someone who let go instead of meeting isn't offered the meeting again."""
        person.answers("your-story", dict(LIFE["your-story"]))
        writes(person)
        assert MEETING in due(person)
        person.answers("letting-go", dict(LIFE["letting-go"]))
        for days in (1, 30, 60):
            person.clock.forward(days=days)
            assert MEETING not in due(person)
            assert not may_begin(person)


class TestOneDay:
    """The day that the last page names is the one on which it's asked, and the one that the status names."""

    @pytest.mark.parametrize(
        ("after", "answers", "days"),
        [
            (1, {"met": "not-yet"}, 7),
            (1, {"met": "fell-through", "another-day": "found"}, 7),
            (1, {"met": "fell-through", "another-day": "open"}, 7),
            (56, {"met": "not-yet"}, 7),
            (60, {"met": "not-yet", "long-wait": "leave"}, 30),
            (3, {**AFTER, "goes-on": "unsure"}, 7),
            (3, AFTER, 7),
        ],
    )
    def test_after_every_answer(self, planned: Person, after: int, answers: dict[str, object], days: int) -> None:
        """It isn't asked a day sooner, and on that day it is."""
        planned.clock.forward(days=after)
        planned.answers(MEETING, dict(answers))
        day = planned.journey.today + timedelta(days=days)
        assert in_words(day, planned.journey.today) in closing(planned)
        for _ in range(days):
            assert MEETING not in due(planned)
            planned.clock.forward(days=1)
        assert MEETING in due(planned)

    @pytest.mark.parametrize(
        ("days", "answers"), [(1, {"met": "not-yet"}), (3, {**AFTER, "goes-on": "unsure"}), (3, AFTER)]
    )
    def test_the_status_names_the_same_day(
        self, walked: Person, tmp_path: Path, days: int, answers: dict[str, object]
    ) -> None:
        """As what comes soon, and not the next day, from which on it can be told sooner."""
        walked = walked.copied_to(tmp_path / "copy")
        walked.clock.forward(days=days)
        walked.answers(MEETING, dict(answers))
        day = walked.journey.today + timedelta(days=7)
        assert soon(walked) != (MEETING, walked.journey.today + timedelta(days=1))
        walked.clock.forward(days=6)
        does_what_is_weekly(walked)
        assert soon(walked) == (MEETING, day)
        assert f"Soon: Meet, and go slowly, {in_words(day, day)}" in plain(walked)

    def test_after_the_plan(self, walked: Person) -> None:
        """From the next day on it's asked if they've met, and that day is named."""
        assert soon(walked) == (MEETING, walked.journey.today + timedelta(days=1))


NO: dict[str, dict[str, object]] = {
    "contact": {"kind": "own-in-touch", "they-answered": "no", "asked-to-stop": False},
    "one-invitation": {"reply": "no", "asked-to-stop": False},
}


@pytest.mark.parametrize("told_in", NO)
class TestToldNo:
    """A no that is told after the yes closes the way to the meeting, whichever step it's told in."""

    def test_before_the_plan(self, invited: Person, told_in: str) -> None:
        """The plan isn't offered any more, and “They said no” is."""
        invited.clock.forward(days=1)
        invited.answers(told_in, NO[told_in])
        assert "declined" in due(invited)
        assert not {MEETING, "accepted"} & due(invited)
        assert not may_begin(invited)

    def test_before_they_read_that_it_is_a_yes(self, person: Person, told_in: str) -> None:
        """“They said yes” isn't offered any more either."""
        person.answers("your-story", dict(LIFE["your-story"]))
        person.puts("one-invitation", draft="Coffee?")
        person.puts("one-invitation", sent="yes")
        person.puts("one-invitation", reply="yes")
        assert "accepted" in due(person)
        person.answers(told_in, NO[told_in])
        assert not {MEETING, "accepted"} & due(person)
        assert "declined" in due(person)

    @pytest.mark.parametrize("before", [(), (dict(AFTER),), (dict(AFTER), dict(REVIEW))])
    def test_at_any_time_after_the_plan(
        self, planned: Person, told_in: str, before: tuple[dict[str, object], ...]
    ) -> None:
        """Nothing more is asked about it, on that day or later, and no list says that it comes next."""
        for answers in before:
            planned.clock.forward(days=7)
            planned.answers(MEETING, answers)
        planned.clock.forward(days=1)
        planned.answers(told_in, NO[told_in])
        assert "declined" in due(planned)
        for _ in range(40):
            assert not {MEETING, "accepted", "together-again"} & due(planned)
            assert not may_begin(planned)
            planned.clock.forward(days=1)
        assert "Next: Meet" not in "; ".join(plain(planned))

    def test_a_run_that_was_left_asks_nothing_more(self, planned: Person, told_in: str) -> None:
        """Begun and left, it isn't offered; opened again, it says that it's over."""
        planned.clock.forward(days=1)
        planned.answers(MEETING, {"met": "yes", "was": Leave()})
        assert MEETING in due(planned)
        planned.answers(told_in, NO[told_in])
        assert MEETING not in due(planned)
        planned.answers(MEETING, {})
        assert [page for page in shown(planned) if page != "review"] == ["meet-reading", "closing"]
        assert "You've told exback that they said no." in said(planned.views)
        assert "They said no, and you won't ask again." in closing(planned)
        assert MEETING not in due(planned)

    def test_a_yes_after_it_opens_the_way_again(self, planned: Person, told_in: str) -> None:
        """If they've changed their mind, unasked, and it's told where the message is, the meeting goes on."""
        planned.clock.forward(days=1)
        planned.answers(told_in, NO[told_in])
        planned.clock.forward(days=3)
        planned.answers("one-invitation", {"reply": "yes"})
        assert "declined" not in due(planned)
        assert may_begin(planned)
        assert MEETING in due(planned)

    def test_taken_back_it_opens_the_way_again(self, planned: Person, told_in: str) -> None:
        """Told by mistake, and taken back in “They said no”, it no longer counts; the reply itself is corrected there."""
        planned.clock.forward(days=1)
        planned.answers(told_in, NO[told_in])
        planned.answers("declined", dict(LIFE["declined"]))
        assert not may_begin(planned)
        planned.clock.forward(days=1)
        planned.answers("declined", {"holds": "no"})
        assert may_begin(planned)

    def test_nothing_more_has_come_takes_no_no_back(self, planned: Person, told_in: str) -> None:
        """Writing down other contact afterwards, to which nothing came, isn't a yes."""
        planned.clock.forward(days=1)
        planned.answers(told_in, NO[told_in])
        planned.clock.forward(days=1)
        planned.puts("contact", kind="own-in-touch", they_answered="nothing")
        assert not may_begin(planned)
        assert "declined" in due(planned)


class TestAWeekBetweenReviews:
    """A clock that is wrong makes the week between two reviews no shorter."""

    def test_a_clock_set_back_three_days(self, met: Person) -> None:
        """Before and after the first review, the day stays a week from the one that's recorded."""
        reviewed(met, 3)
        day = met.journey.today + timedelta(days=7)
        met.clock.forward(days=-3)
        for _ in range(10):
            assert not may_begin(met)
            assert MEETING not in due(met)
            assert opens(met) == day
            met.clock.forward(days=1)
        assert may_begin(met)
        assert MEETING in due(met)

    def test_set_back_with_an_entry_and_then_right_again(self, met: Person) -> None:
        """Three days back, a check-in, and three days forward aren't three days."""
        reviewed(met, 3)
        met.clock.forward(days=-3)
        met.puts("check-in", mood=5, longing=5, sleep=5)
        met.clock.forward(days=7)
        assert not may_begin(met)
        met.clock.forward(days=3)
        assert may_begin(met)

    def test_forward_and_back(self, met: Person) -> None:
        """An entry dated two weeks ahead doesn't bring the review either."""
        reviewed(met, 3)
        met.clock.forward(days=14)
        met.puts("check-in", mood=5, longing=5, sleep=5)
        met.clock.forward(days=-13)
        assert not may_begin(met)
        met.clock.forward(days=6)
        assert may_begin(met)


class TestEarlierVersions:
    """Files in which it wasn't asked whether they met."""

    def test_what_it_was_like_means_that_they_met(self, invited: Person) -> None:
        """A meeting that was told goes on with its first review, a week after it."""
        invited.puts(MEETING, hope="A calm hour.", not_raise="May.", leave="At five.")
        invited.clock.forward(days=2)
        invited.puts(MEETING, was="Easy.", goes_on="yes")
        invited.clock.forward(days=7)
        invited.answers(MEETING, dict(REVIEW))
        assert "met" not in shown(invited)
        assert "reason-back" in shown(invited)

    def test_their_reviews_count(self, invited: Person) -> None:
        """After two of them there are two more, and with all four it's done."""
        invited.puts(MEETING, hope="A calm hour.")
        invited.clock.forward(days=2)
        invited.puts(MEETING, was="Easy.", goes_on="unsure")
        for number in (4, 5):
            invited.clock.forward(days=7)
            invited.puts(MEETING, reason_back=number, said_aloud="x")
        reviewed(invited, 3)
        assert invited.state(MEETING) != "done"
        reviewed(invited, 2)
        assert "4, 5, 3 and 2" in said(invited.views)
        assert invited.state(MEETING) == "done"

    def test_a_no_is_the_end(self, invited: Person) -> None:
        """It was over then, and it's over now."""
        invited.puts(MEETING, hope="A calm hour.")
        invited.puts(MEETING, was="Hard.", goes_on="no")
        assert invited.state(MEETING) == "done"
        never_again(invited)


Say = Callable[..., str]


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, clock: Clock) -> Say:
    """Return what runs a command line, in plain lines on no terminal, and returns what it wrote."""
    monkeypatch.setenv("EXBACK_HOME", str(home))
    monkeypatch.setenv("COLUMNS", "120")

    def run(*words: str) -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO("\n\n"))
        cli.run(list(words), clock)
        return "".join(capsys.readouterr())

    return run


LISTS = (["--plain", "step"], ["--no-plain", "step"], ["--plain", "status"], ["status", "--json"])


@pytest.mark.parametrize("reply", ["no", "other", "nothing"])
def test_no_list_speaks_of_a_yes_after_another_answer(person: Person, say: Say, reply: str) -> None:
    """After a no, or anything that isn't a yes, no list names what opens with a yes, nor does typing its id."""
    person.answers("your-story", dict(LIFE["your-story"]))
    for _ in range(2):
        person.puts("decide", choice="invitation", because="I want to.", if_wrong="Then that.")
        person.clock.forward(days=8)
    person.puts("one-invitation", draft="Coffee?")
    person.puts("one-invitation", sent="yes")
    assert "Opens if they say yes" in say("--plain", "step")
    person.clock.forward(days=1)
    person.puts("one-invitation", reply=reply)
    for command in LISTS:
        text = say(*command)
        assert "say yes" not in text
        assert "They said yes" not in text
        assert "accepted" not in text
        assert MEETING not in text
    assert "“They said yes” isn't open.\n" in say("--plain", "step", "accepted")


def test_no_list_speaks_of_a_yes_after_a_no_to_anything_else(person: Person, say: Say) -> None:
    """Someone who asked in a message of their own and heard no doesn't read about a yes either."""
    person.answers("your-story", dict(LIFE["your-story"]))
    person.puts("contact", kind="i-wrote", they_answered="no")
    for command in LISTS:
        assert "say yes" not in say(*command)


def test_someone_who_is_afraid_sees_nothing_of_it(met: Person) -> None:
    """A yes about fear, in any month of it, closes every page of the meeting and leaves their own ending due."""
    met.puts("your-story", afraid_of_them=True)
    assert {met.state(step) for step in (MEETING, "accepted", "together-again")} == {"withheld"}
    assert "not-allowed" in due(met)
    assert not {MEETING, "accepted", "together-again"} & due(met)


def test_a_run_that_is_left_is_gone_on_with(met: Person) -> None:
    """A review that was left after its number goes on where it was."""
    met.clock.forward(days=7)
    met.answers(MEETING, {"reason-back": 4, "said-aloud": Leave()})
    met.clock.forward(days=1)
    run = met.answers(MEETING, {item: answer for item, answer in REVIEW.items() if item != "reason-back"})
    assert run.answers["reason-back"] == 4
    assert run.finished is not None
    session = Session.edit(met.program, met.program.step(MEETING), met.journey, run)
    assert "reason-back" in {page.id for page in session.path.pages}
