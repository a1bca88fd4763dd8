"""They wrote first and asked to meet: the one success story that the source tells, walked from the rule to the drink."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from support.lives import LIFE, SAFE
from support.person import Person

from exback.engine.view import Leave
from exback.errors import NotNow
from exback.model.boundaries import BOUNDARIES
from exback.model.prose import Quote
from exback.screen.pages.status import stage_words

MEETING = "meet-and-go-slowly"
SMALL_TALK: Mapping[str, object] = {
    "says": "I heard our song. How are you?",
    "asks": "How I am.",
    "wrote-freely": True,
    "wants-contact": True,
    "asked-to-meet": False,
    "want": "To stay as calm as I am.",
    "kind": "small-talk",
    "draft": "I'm well, thanks. It's raining here.",
}
DRINK: Mapping[str, object] = {
    **SMALL_TALK,
    "says": "Would you like to have a drink?",
    "asks": "A drink on Friday.",
    "asked-to-meet": True,
    "kind": "yes",
    "draft": "Yes, Friday at six.",
}
BEFORE: Mapping[str, object] = {**SAFE, **LIFE[MEETING]}
QUESTIONS = tuple(boundary.id for boundary in BOUNDARIES)


def titles(person: Person) -> set[str]:
    """The steps of the last stage that can be begun."""
    stage = person.program.stages[-1]
    return {step_status.step.id for step_status in person.guide.in_stage(stage) if step_status.may_begin}


def text(person: Person) -> str:
    """Everything that the last step said."""
    return " ".join(str((view.body, view.question, view.note)) for view in person.views)


def written(person: Person, *messages: Mapping[str, object], hours: int = 25) -> None:
    """Tell of these messages, one after the other, so many hours apart."""
    for number, message in enumerate(messages):
        if number:
            person.clock.forward(hours=hours)
        person.answers("they-wrote", dict(message))


@pytest.fixture
def settled(person: Person) -> Person:
    """Someone whose relationship ended over distance, who kept the rule, and lived on for nine months."""
    for step in ("your-story", "why-space", "contact-rule"):
        person.answers(step, dict(LIFE[step]))
    person.clock.forward(days=270)
    return person


def reason(person: Person) -> str:
    """Why the meeting is closed."""
    return person.guide.step_status(person.program.step(MEETING)).reason


class TestTheWholeStory:
    """From the rule to the drink, with its dates."""

    def test_is_walked_from_the_rule_to_the_drink(self, settled: Person) -> None:
        """Nine months after the rule they write, there are some days of small talk, and then a drink."""
        assert str(settled.journey.today) == "2026-11-27"
        written(settled, SMALL_TALK)
        assert "nine months later" in text(settled)
        assert settled.state(MEETING) == "closed"
        settled.clock.forward(days=4)
        written(settled, DRINK)
        assert "you can get ready for it in “Meet, and go slowly”" in text(settled)
        assert settled.state(MEETING) == "open"
        assert [step.id for step in settled.guide.due if step.id == MEETING] == [MEETING]
        settled.answers(MEETING, dict(BEFORE))
        assert [view.item.id for view in settled.views if view.item.id in QUESTIONS] == list(QUESTIONS)
        assert "They wrote first and asked to meet" in text(settled)
        settled.clock.forward(days=2)
        after = {"met": "yes", "was": "Easy.", "goes-on": "yes", "want": "relationship", "their-want": "unsaid"}
        settled.answers(MEETING, {**after, "sleeping-means": "not-now"})
        assert Quote("Easy.", None, "This is how it was:") in settled.views[-1].body
        for week in range(4):
            settled.clock.forward(days=7)
            assert MEETING in {step.id for step in settled.guide.due}
            review = {
                "want": "relationship",
                "their-want": "relationship",
                "they-want": "“Let's see.”",
                "goes-on": "yes",
            }
            last = {"you-two": "living"} if week == 3 else {}
            settled.answers(MEETING, {**review, "reason-back": week, "said-aloud": "That I was cold.", **last})
        assert settled.state(MEETING) == "done"
        assert settled.journey.today == date(2026, 12, 31)

    def test_opens_nothing_else_of_the_last_stage(self, settled: Person) -> None:
        """No draft and no invitation: `one-invitation` keeps its own gate, and the stage isn't the one they're in."""
        stage = settled.guide.stage
        written(settled, SMALL_TALK, DRINK)
        assert titles(settled) == {MEETING}
        assert settled.guide.stage == stage
        with pytest.raises(NotNow):
            settled.answers("one-invitation", {})
        settled.answers(MEETING, dict(BEFORE))
        assert titles(settled) <= {MEETING}
        words = stage_words(settled.guide, settled.program.stages[-1], settled.journey.today)
        assert words == "0 of 6 steps done. 1 open now"
        assert settled.guide.stage == stage
        assert "draft" not in {view.item.id for view in settled.views}

    def test_is_offered_after_letting_go_and_opens_the_stage_for_nothing_else(self, settled: Person) -> None:
        """Someone who let go months ago is offered the meeting, and the stage that this ending closed stays closed."""
        settled.answers("letting-go", dict(LIFE["letting-go"]))
        written(settled, SMALL_TALK, DRINK)
        assert MEETING in {step.id for step in settled.guide.due}
        settled.answers(MEETING, dict(BEFORE))
        assert settled.guide.ended == {"reattraction": "closed, as you chose"}
        settled.clock.forward(days=7)
        assert MEETING in {step.id for step in settled.guide.due}

    def test_is_not_pushed_on_someone_who_says_no(self, settled: Person) -> None:
        """Someone who answers with a kind no isn't offered the meeting on the page of the day."""
        written(settled, SMALL_TALK, {**DRINK, "kind": "no", "draft": "Thank you, no."})
        assert MEETING not in {step.id for step in settled.guide.due}
        assert "a few days of small talk" not in text(settled).rpartition("Write your no")[2]


class TestWhatIsMissing:
    """Each condition that is missing keeps it closed, and says why."""

    def test_two_days(self, settled: Person) -> None:
        """One message isn't enough, and neither are two on one day or within 24 hours."""
        written(settled, DRINK)
        assert reason(settled) == (
            "Opens when you've said in “They wrote to me” on two days, at least a day apart, that they want to be in touch."
        )
        assert settled.guide.step_status(settled.program.step(MEETING)).date == date(2026, 11, 28)
        assert "Come back here tomorrow or later" in text(settled)
        settled.clock.forward(hours=23)
        written(settled, DRINK)
        assert settled.state(MEETING) == "closed"
        settled.clock.forward(hours=2)
        written(settled, DRINK)
        assert settled.state(MEETING) == "open"

    @pytest.mark.parametrize("question", ["wrote-freely", "wants-contact", "asked-to-meet"])
    def test_their_own_free_wish(self, settled: Person, question: str) -> None:
        """It stays closed if they didn't write freely, don't want contact, or didn't ask to meet."""
        order = ("wrote-freely", "wants-contact", "asked-to-meet")
        answers = {**DRINK, question: False}
        for later in order[order.index(question) + 1 :]:
            answers.pop(later)
        written(settled, answers, answers)
        assert settled.state(MEETING) == "closed"
        assert reason(settled) == "Opens after “Decide”."

    def test_no_practical_message_in_between(self, settled: Person) -> None:
        """A message that isn't about being in touch starts the count again."""
        practical = {**SMALL_TALK, "wants-contact": False, "kind": "none"}
        for item in ("asked-to-meet", "draft"):
            practical.pop(item)
        written(settled, SMALL_TALK, practical, DRINK)
        assert settled.state(MEETING) == "closed"
        settled.clock.forward(days=1)
        written(settled, DRINK)
        assert settled.state(MEETING) == "open"

    @pytest.mark.parametrize(
        ("step", "answers"),
        [
            ("contact", {"kind": "i-wrote", "before": "x", "hoped": "y", "they-answered": "nothing", "change": "z"}),
            (
                "contact",
                {"kind": "met-my-idea", "before": "x", "hoped": "y", "they-answered": "nothing", "change": "z"},
            ),
            ("contact", {"kind": "slept-together", "meant": "comfort", "own-idea": True}),
            ("urge", {**LIFE["urge"], "wrote": True}),
        ],
    )
    def test_thirty_days_without_a_message_of_ones_own(
        self, settled: Person, step: str, answers: dict[str, object]
    ) -> None:
        """What may be an answer to one's own message opens nothing until 30 days after that message."""
        settled.answers(step, dict(answers))
        written(settled, SMALL_TALK, DRINK)
        assert reason(settled) == "You wrote to them, or asked to meet, in the last 30 days."
        assert settled.guide.step_status(settled.program.step(MEETING)).date == date(2026, 12, 27)
        assert "From Sunday 27 December, exback can help with a meeting." in text(settled)
        settled.clock.forward(days=28)
        assert settled.state(MEETING) == "closed"
        settled.clock.forward(days=1)
        assert settled.state(MEETING) == "open"

    def test_thirty_days_from_the_day_that_their_own_message_was(self, settled: Person) -> None:
        """Told ten days later, it's 30 days from the day it was, on the page too."""
        slip = {"kind": "i-wrote", "before": "x", "hoped": "y", "they-answered": "nothing", "change": "z"}
        settled.answers("contact", {**slip, "day": "earlier", "earlier-day": "10 days ago"})
        written(settled, SMALL_TALK, DRINK)
        assert settled.guide.step_status(settled.program.step(MEETING)).date == date(2026, 12, 17)
        assert "From Thursday 17 December, exback can help with a meeting." in text(settled)
        settled.answers("contact", {**slip, "day": "earlier", "earlier-day": "20 days ago"})
        assert settled.guide.step_status(settled.program.step(MEETING)).date == date(2026, 12, 17)

    def test_what_they_started_does_not_count_against_it(self, settled: Person) -> None:
        """Contact that the other one started is no message of one's own."""
        settled.answers("contact", {"kind": "they-wrote", "answered": True, "felt": "Warm."})
        written(settled, SMALL_TALK, DRINK)
        assert settled.state(MEETING) == "open"

    def test_four_noes_to_the_safety_questions(self, settled: Person) -> None:
        """Nothing about the meeting is shown before the four questions are answered again."""
        written(settled, SMALL_TALK, DRINK)
        settled.answers(MEETING, {"asked-to-stop": False, "ordered-away": Leave()})
        assert [view.item.id for view in settled.views] == ["safety-first", "asked-to-stop", "ordered-away"]
        assert settled.state(MEETING) == "started"


@pytest.mark.parametrize("boundary", QUESTIONS)
class TestBoundaries:
    """Whatever the other one writes, no meeting where a boundary holds."""

    def test_a_yes_there_closes_it_at_once(self, settled: Person, boundary: str) -> None:
        """A yes among the four questions shows why the way is closed, and no page about meeting."""
        written(settled, SMALL_TALK, DRINK)
        noes = dict.fromkeys(QUESTIONS[: QUESTIONS.index(boundary)], False)
        settled.answers(MEETING, {**noes, boundary: True})
        assert settled.views[-1].item.id == "withheld"
        assert settled.state(MEETING) == "withheld"
        assert "hope" not in {view.item.id for view in settled.views}

    def test_a_yes_before_keeps_it_closed_and_unasked(self, settled: Person, boundary: str) -> None:
        """Behind a boundary no one is asked whether they want to meet, or for the message itself."""
        settled.answers("your-story", {**LIFE["your-story"], boundary: True})
        items = ("want",) if boundary == "afraid-of-them" else ("wrote-freely", "want")
        message = {item: DRINK[item] for item in items}
        wants = {"wants-contact": False} if boundary == "asked-to-stop" else {}
        for _ in range(3):
            settled.answers("they-wrote", {**message, **wants})
            shown = {view.item.id for view in settled.views}
            assert not {"says", "asks", "asked-to-meet", "kind", "draft", "meeting"} & shown
            settled.clock.forward(days=2)
        assert settled.state(MEETING) == "withheld"
        assert MEETING not in {step.id for step in settled.guide.due}

    def test_a_yes_after_closes_it_again(self, settled: Person, boundary: str) -> None:
        """A meeting that was open, or even begun, is withheld once a boundary holds."""
        written(settled, SMALL_TALK, DRINK)
        settled.answers(MEETING, dict(BEFORE))
        settled.answers("your-story", {**LIFE["your-story"], boundary: True})
        assert settled.state(MEETING) == "withheld"
        with pytest.raises(NotNow):
            settled.answers(MEETING, {})


class TestWhoAskedOnceToBeLeftAlone:
    """Boundary 1 lifts by its own rule, and what was said before it counts for nothing."""

    def test_two_days_after_it_was_lifted_it_may_open(self, settled: Person) -> None:
        """The first free message lifts the boundary; a second one, a day later, that asks to meet opens the meeting."""
        settled.answers("your-story", {**LIFE["your-story"], "asked-to-stop": True})
        settled.clock.forward(days=1)
        settled.answers("they-wrote", {"wrote-freely": True, "wants-contact": True, "want": "To understand."})
        assert settled.state(MEETING) == "closed"
        settled.clock.forward(days=1)
        written(settled, DRINK)
        assert settled.state(MEETING) == "open"
        settled.answers(MEETING, dict(BEFORE))
        assert "If they still want to be in touch, say no to the first question." in text(settled)

    def test_what_was_said_before_the_yes_does_not_count(self, settled: Person) -> None:
        """A free message from before they asked to be left alone isn't one of the two."""
        written(settled, DRINK)
        settled.clock.forward(days=1)
        settled.answers("your-story", {**LIFE["your-story"], "asked-to-stop": True})
        settled.clock.forward(days=1)
        settled.answers("they-wrote", {"wrote-freely": True, "wants-contact": True, "want": "To understand."})
        assert settled.state(MEETING) == "closed"

    def test_an_order_lifts_by_its_own_rule_only(self, settled: Person) -> None:
        """Two noes a week apart lift an order; messages from the other one don't."""
        settled.answers("your-story", {**LIFE["your-story"], "ordered-away": True})
        for _ in range(3):
            settled.clock.forward(days=2)
            settled.answers("they-wrote", {"wrote-freely": True, "want": "Quiet."})
        assert settled.state(MEETING) == "withheld"


def test_no_is_asked_of_a_clock_that_was_set_back(settled: Person) -> None:
    """Setting the clock forward and back between two messages doesn't make two days of one."""
    written(settled, SMALL_TALK)
    settled.clock.now -= timedelta(days=40)
    written(settled, DRINK)
    assert settled.state(MEETING) == "closed"
