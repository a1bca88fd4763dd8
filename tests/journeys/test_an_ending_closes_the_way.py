"""An ending closes the way to them until it's taken back in so many words, and what doesn't take it back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from support import program_walk
from support.lives import LIFE, SAFE
from support.person import Clock, Person
from support.program_walk import Planned, walk
from support.scripted import Scripted

from exback.commands.wizard import Wizard
from exback.engine.status import State, endings
from exback.engine.view import GoTo, Leave, View
from exback.errors import NotNow
from exback.model.program import Program
from exback.model.run import Run, Value
from exback.screen.pages.step_map import plain_map

INVITATION = "one-invitation"
STAGE = ("am-i-ready", "what-has-changed", "their-side", "apology", INVITATION, "meet-and-go-slowly")
MOVED_ON = {"hurts-most": "The photo.", "compare": "My patience.", "close": "Her page."}
TOLD: Mapping[str, Mapping[str, Value]] = {
    "letting-go": {"put-down": "The hope.", "keep": "The lake.", "next": "The choir."},
    "declined": {"keep": "The lake."},
    "no-reply": {"keep": "The lake."},
    "moved-on": {"is-so": "yes", "keep": "The lake."},
    "together-again": {**dict.fromkeys(SAFE, False), "keep": "The lake."},
}
"""What an ending needs to have been told, in a file."""
TAKEN_BACK: Mapping[str, Mapping[str, object]] = {
    **{ending: {"holds": "no"} for ending in TOLD},
    "moved-on": {"is-so": "no"},
}
STILL_HOLDS: Mapping[str, Mapping[str, object]] = {
    **{ending: {"holds": "yes"} for ending in TOLD},
    "moved-on": {"is-so": "yes"},
}
DONE: Mapping[str, Mapping[str, Value]] = {
    "am-i-ready": {"fine-with-no": 9},
    "what-has-changed": {"verdict": "go-on"},
    "their-side": {"go": "yes", "with-somebody": "no"},
    "apology": {"whole-message": "part", "in-one-piece": "I let you wait."},
    INVITATION: {"draft": "Hi J., a coffee?"},
    "meet-and-go-slowly": {"hope": "A calm hour."},
}
"""What each step of the last stage needs to have been finished, in a file."""


def offered(person: Person) -> set[str]:
    """Everything that is next or due today."""
    guide = person.guide
    return {step.id for step in (*guide.due, guide.next) if step is not None}


def can_open(person: Person) -> set[str]:
    """The steps of the last stage that a menu would open."""
    return {each.step.id for each in person.guide.steps if each.step.id in STAGE and each.can_open}


def said(views: list[View]) -> str:
    """All that pages say."""
    return " ".join(str((view.body, view.question, view.note)) for view in views)


def asked(person: Person) -> list[str]:
    """The questions that the last step asked."""
    return [view.item.id for view in person.views if view.question and view.item.id != "review"]


def tell(person: Person, step: str, answers: Mapping[str, Value], version: int = 1) -> None:
    """Put a finished run into the file, as an earlier version or another window may have."""
    person.puts(step, version, **{item.replace("-", "_"): value for item, value in answers.items()})
    person.clock.forward(minutes=5)


def begin(person: Person, step: str) -> None:
    """Put a run into the file in which something was said, and that was left."""
    number = person.journey.next_number
    answers = dict(DONE[step])
    person.store.put(Run(id=f"begun-{number}", step=step, started=person.clock(), start_number=number, answers=answers))
    person.clock.forward(minutes=5)


def decide(person: Person, choice: str, times: int = 2) -> None:
    """Decide the same, a week apart."""
    for _ in range(times):
        person.clock.forward(days=8)
        person.answers("decide", {**LIFE["decide"], "choice": choice})


def names_something(person: Person) -> bool:
    """Whether the status names something due or next, something of the stages or endings that is open, or a date."""
    guide = person.guide
    steps = [each for each in guide.steps if each.stage is not person.program.companion]
    return bool(offered(person) - {"check-in"}) or any(each.may_begin or each.date for each in steps)


CHANGED = {item: value for item, value in LIFE["what-has-changed"].items() if item != "verdict"}
"""All that someone says about what has changed, but for what follows from it."""


def up_to_stage_3(*steps: str) -> list[Planned]:
    """Plan the first two stages with an invitation at their end, and some steps of the last one."""
    plan = [*program_walk.stage_1(), *program_walk.check_ins(), *program_walk.stage_2("invitation")]
    return sorted([*plan, *(Planned(30, step, LIFE[step]) for step in steps)], key=lambda planned: planned.day)


@pytest.fixture(scope="module")
def ready_once(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Person:
    """Someone who has done all of the last stage but the invitation, walked once for all tests."""
    person = Person(program, Clock(), tmp_path_factory.mktemp("ready") / "home")
    walk(person, up_to_stage_3(*STAGE[:4]))
    person.clock.forward(minutes=15)
    return person


@pytest.fixture
def ready(ready_once: Person, tmp_path: Path) -> Person:
    """The same person, with a file of their own: the invitation is next."""
    return ready_once.copied_to(tmp_path / "ready")


class TestNothingReopensIt:
    """Nothing that is done after an ending takes it back."""

    def test_before_an_ending_the_invitation_is_next(self, ready: Person) -> None:
        """So what is seen below comes from the ending."""
        assert offered(ready) & set(STAGE) == {INVITATION}

    @pytest.mark.parametrize("ending", ["moved-on", "no-reply", "letting-go"])
    def test_an_apology_finished_after_it(self, ready: Person, ending: str) -> None:
        """An apology that another window finished after it doesn't lead to an invitation the same evening."""
        begin(ready, "apology")
        tell(ready, ending, TOLD[ending])
        tell(ready, "apology", DONE["apology"])
        assert not offered(ready) & set(STAGE)
        assert not can_open(ready)
        with pytest.raises(NotNow):
            ready.answers(INVITATION, {})

    def test_what_has_changed_opened_and_left_after_letting_go(self, ready: Person) -> None:
        """It doesn't open, so opening it takes nothing back."""
        ready.answers("letting-go", dict(LIFE["letting-go"]))
        ready.clock.forward(days=9)
        with pytest.raises(NotNow) as refusal:
            ready.answers("what-has-changed", {"changed-reading": Leave()})
        assert str(refusal.value) == (
            "“What has changed” is closed. On 1 April, you let go. To take that back: exback step letting-go"
        )
        assert ready.guide.ended

    @pytest.mark.parametrize("ending", TOLD)
    @pytest.mark.parametrize("step", STAGE)
    @pytest.mark.parametrize("way", ["begun", "finished", "changed"])
    def test_no_step_in_any_way(self, ready: Person, ending: str, step: str, way: str) -> None:
        """Whatever is begun, finished or changed after it, no step of the stage can be opened until it's taken back."""
        if way == "changed":
            tell(ready, step, DONE[step])
        tell(ready, ending, TOLD[ending])
        if way == "begun":
            begin(ready, step)
        elif way == "finished":
            tell(ready, step, DONE[step])
        is_going_on = step == "meet-and-go-slowly" and way != "changed"  # told since, so it isn't taken away
        for days in (0, 1, 8, 40):
            ready.clock.forward(days=days)
            assert can_open(ready) == ({step} if is_going_on else set())
            assert INVITATION not in offered(ready)
            for closed in {step, INVITATION} - can_open(ready):
                self._is_refused(ready, closed, ending)
        self._is_open_once_taken_back(ready, ending)

    @staticmethod
    def _is_refused(person: Person, step: str, ending: str) -> None:
        with pytest.raises(NotNow, match=f"To take that back: exback step {ending}"):
            person.answers(step, {})
        for run in person.journey.finished(step)[-1:]:
            wizard = Wizard(person.program, person.store, Scripted({}), person.clock, person.new_id)
            with pytest.raises(NotNow, match=f"exback step {ending}"):
                wizard.change(run, "draft")

    @staticmethod
    def _is_open_once_taken_back(person: Person, ending: str) -> None:
        person.answers(ending, dict(TAKEN_BACK[ending]))
        assert not person.guide.ended
        assert "You've taken back" in said(person.views[-1:])
        assert person.guide.step_status(person.program.step(INVITATION)).can_open

    def test_a_file_in_which_it_was_reopened_the_old_way(self, ready: Person) -> None:
        """Someone who went on after an ending reads how to take it back, and finds everything they wrote then."""
        tell(ready, "no-reply", TOLD["no-reply"])
        tell(ready, "apology", DONE["apology"])
        begin(ready, INVITATION)
        ready.clock.forward(days=3)
        words = " ".join(plain_map(ready.program, ready.guide, ready.journey.today))
        assert "You told exback on 1 April that no answer came. To take that back: exback step no-reply" in words
        assert words.count("To take that back") == 1
        ready.answers("no-reply", {"holds": "no"})
        assert ready.state(INVITATION) == "started"
        assert ready.journey.finished("apology")[-1].answers["in-one-piece"] == "I let you wait."

    def test_a_decision_doesnt(self, ready: Person) -> None:
        """“Decide” is open and not due after letting go; choosing the invitation there says what still holds."""
        ready.answers("letting-go", dict(LIFE["letting-go"]))
        for _ in range(2):
            ready.clock.forward(days=8)
            assert "decide" not in offered(ready)
            ready.answers("decide", {**LIFE["decide"], "choice": "invitation"})
            words = said(ready.views[-1:])
            assert "On 1 April, you let go. That hasn't changed" in words
            assert "exback step letting-go" in words
            assert "will ask again" not in words
        assert ready.guide.ended
        assert not can_open(ready)


class TestTakingItBack:
    """It's asked in so many words, first, and what follows is said."""

    @pytest.mark.parametrize("ending", TOLD)
    def test_it_still_holds(self, ready: Person, ending: str) -> None:
        """Nothing else is asked, they read what they keep, and it's listed with the day on which it was told."""
        tell(ready, ending, TOLD[ending])
        ready.clock.forward(days=3)
        ready.answers(ending, dict(STILL_HOLDS[ending]))
        assert len(asked(ready)) == 1
        assert "1 April" in ready.views[0].question
        assert "The lake." in str(ready.views[-1].body)
        assert ready.guide.ended
        listed = next(each for each in endings(ready.program, ready.guide) if each.step.id == ending)
        assert str(listed.finished) == "2026-04-01"

    @pytest.mark.parametrize("ending", TOLD)
    def test_taken_back(self, ready: Person, ending: str) -> None:
        """One page says what opens again, nothing else is asked, and the ending is no longer listed, nor offered again."""
        tell(ready, ending, TOLD[ending])
        ready.clock.forward(days=3)
        ready.answers(ending, dict(TAKEN_BACK[ending]))
        assert len(asked(ready)) == 1
        assert "open again" in said(ready.views)
        assert ending not in {each.step.id for each in endings(ready.program, ready.guide)}
        assert ending not in offered(ready)
        assert INVITATION in offered(ready)

    def test_an_invitation_that_was_sent_stays_sent(self, ready: Person) -> None:
        """Taking back letting go leads to no second invitation, and says so."""
        tell(ready, INVITATION, DONE[INVITATION])
        ready.clock.forward(days=1)
        tell(ready, INVITATION, {"sent": "yes"})
        ready.answers("letting-go", dict(LIFE["letting-go"]))
        ready.clock.forward(days=2)
        ready.answers("letting-go", {"holds": "no"})
        assert "You've already sent your one message, and there won't be a second one." in said(ready.views)
        ready.answers(INVITATION, {"reply": "nothing"})
        assert asked(ready) == ["reply"]

    def test_a_no_ends_only_by_mistake_or_by_their_own_change_of_mind(self, ready: Person) -> None:
        """And the page says that no one is helped to ask again."""
        tell(ready, INVITATION, {"reply": "no"})
        ready.answers("declined", dict(LIFE["declined"]))
        ready.clock.forward(days=3)
        ready.answers("declined", {"holds": "no"})
        hint = next(option.hint for option in ready.views[0].options if option.id == "no")
        assert hint == "it was a mistake, or they changed their mind on their own"
        assert "exback won't help you ask again" in said(ready.views)
        assert "declined" not in offered(ready)
        assert ready.journey.said(INVITATION, "reply") is not None

    def test_the_way_is_closed_while_any_ending_holds(self, ready: Person) -> None:
        """The words name the latest; taking that one back leaves the other, and its page says so."""
        tell(ready, "letting-go", TOLD["letting-go"])
        ready.clock.forward(days=2)
        tell(ready, "moved-on", TOLD["moved-on"])
        assert ready.guide.ended == {"reattraction": "closed, as things are"}
        ready.answers("moved-on", {"is-so": "no"})
        assert "On 1 April, you let go. So the last stage stays closed." in said(ready.views)
        assert ready.guide.ended == {"reattraction": "closed, as you chose"}
        assert not can_open(ready)
        ready.answers("letting-go", {"holds": "no"})
        assert not ready.guide.ended

    def test_letting_go_can_be_written_anew(self, ready: Person) -> None:
        """It holds all the while, and is looked back on a month after it was written again."""
        ready.answers("letting-go", dict(LIFE["letting-go"]))
        ready.clock.forward(days=20)
        ready.answers("letting-go", {"holds": "anew", **LIFE["letting-go"], "keep": "The garden."})
        assert "The garden." in str(ready.views[-1].body)
        assert ready.guide.ended
        ready.clock.forward(days=29)
        assert "letting-go" not in offered(ready)
        ready.clock.forward(days=1)
        assert "letting-go" in offered(ready)

    def test_saying_that_it_holds_doesnt_put_the_look_back_off(self, ready: Person) -> None:
        """The month counts from when they let go, and a later yes asks for no second look back."""
        ready.answers("letting-go", dict(LIFE["letting-go"]))
        ready.clock.forward(days=20)
        ready.answers("letting-go", {"holds": "yes"})
        ready.clock.forward(days=10)
        assert "letting-go" in offered(ready)
        ready.answers("letting-go", {"holds": "yes", "lighter": "yes", "grown": "The choir."})
        ready.clock.forward(days=1)
        ready.answers("letting-go", {"holds": "yes"})
        ready.clock.forward(days=60)
        assert "letting-go" not in offered(ready)

    def test_after_letting_go_was_taken_back_the_decision_is_asked_for_again(self, person: Person) -> None:
        """Someone who had decided to let go isn't left with that decision, nor pressed to let go again."""
        walk(person, program_walk.to_letting_go())
        person.clock.forward(days=10)
        assert "decide" not in offered(person)
        person.answers("letting-go", {"holds": "no"})
        assert "until you decide twice, a week apart, to invite them" in said(person.views)
        assert "decide" in offered(person)
        assert "letting-go" not in offered(person)
        decide(person, "let-go")
        assert "letting-go" in offered(person)

    def test_being_together_that_ended_again_opens_its_page(self, ready: Person) -> None:
        """“It has ended again” goes straight to “Apart again”."""
        tell(ready, "together-again", TOLD["together-again"])
        ready.clock.forward(days=20)
        apart = {**SAFE, "what-ended-it": "The old.", "learnt": "A lot.", "next": "unsure", "keep": "The choir."}
        ready.answers("together-again", {"holds": "apart", **apart})
        assert ready.journey.last("apart-again") is not None
        assert not ready.guide.ended

    @pytest.mark.parametrize("ending", ["letting-go", "moved-on", "no-reply"])
    def test_a_parting_told_after_an_ending_takes_nothing_back(self, ready: Person, ending: str) -> None:
        """“Apart again” told late, of what was before the ending, isn't a way to take it back without a word."""
        tell(ready, "accepted", {"keep": "The choir."})
        tell(ready, ending, TOLD[ending])
        ready.clock.forward(days=5)
        ready.answers(
            "apart-again", {**SAFE, "what-ended-it": "It.", "learnt": "A lot.", "keep": "It.", "next": "unsure"}
        )
        assert ready.guide.ended
        assert not offered(ready) & set(STAGE)
        assert "That hasn't changed" in said(ready.views)

    def test_a_parting_after_they_were_close_again_ends_what_was_told_before(self, ready: Person) -> None:
        """Who let go, was together again and parted again isn't held to the first."""
        tell(ready, "letting-go", TOLD["letting-go"])
        tell(ready, "together-again", TOLD["together-again"])
        ready.clock.forward(days=20)
        apart = {**SAFE, "what-ended-it": "The old.", "learnt": "A lot.", "next": "unsure", "keep": "The choir."}
        ready.answers("together-again", {"holds": "apart", **apart})
        assert not ready.guide.ended


class TestBehindABoundary:
    """No one behind a boundary is offered to take an ending back, or told how."""

    @pytest.mark.parametrize("ending", ["letting-go", "declined", "no-reply", "moved-on"])
    @pytest.mark.parametrize("boundary", SAFE)
    def test_it_isnt_asked(self, ready: Person, ending: str, boundary: str) -> None:
        """Opened again, the ending asks what it asks everyone, and no page and no row speaks of taking back."""
        tell(ready, ending, TOLD[ending])
        ready.answers("your-story", {**LIFE["your-story"], boundary: True})
        ready.clock.forward(days=1)
        told = {**LIFE.get(ending, {}), **(MOVED_ON if ending == "moved-on" else {}), "keep": "The lake."}
        is_so = {"is-so": "yes"} if ending == "moved-on" else {}
        contact = {"contact-from-here": "allowed"} if ending == "letting-go" else {}
        told.pop("thanks", None)
        ready.answers(ending, {**told, **is_so, **contact})
        assert "holds" not in asked(ready)
        rows = " ".join(plain_map(ready.program, ready.guide, ready.journey.today))
        assert not [
            words
            for words in ("take this back", "take that back", "takes it back")
            if words in said(ready.views) + rows
        ]
        assert can_open(ready) == set()

    def test_nor_before_the_questions_about_safety(self, person: Person) -> None:
        """Until they're answered, it's as if one of them were answered with yes."""
        person.answers("letting-go", dict(LIFE["letting-go"]))
        assert "take this back" not in said(person.views)
        person.clock.forward(days=1)
        person.answers("letting-go", dict(LIFE["letting-go"]))
        assert "holds" not in asked(person)


class TestWhatWasSent:
    """A message that was sent can be answered, whatever has ended."""

    @pytest.fixture
    def sent(self, ready: Person) -> Person:
        """Someone who sent their invitation, and heard nothing for three weeks."""
        tell(ready, INVITATION, DONE[INVITATION])
        ready.clock.forward(days=1)
        tell(ready, INVITATION, {"sent": "yes"})
        ready.clock.forward(days=21)
        tell(ready, INVITATION, {"reply": "nothing"})
        return ready

    @pytest.mark.parametrize("ending", TOLD)
    def test_what_came_back_can_be_told_and_isnt_asked(self, sent: Person, ending: str) -> None:
        """Nothing else of the stage can be opened, and nothing is asked of them."""
        tell(sent, ending, TOLD[ending])
        assert can_open(sent) == {INVITATION}
        sent.clock.forward(days=5)
        assert not offered(sent) & set(STAGE)
        sent.answers(INVITATION, {"reply": "other", "asked-to-stop": False})

    @pytest.mark.parametrize(("ending", "holds"), [("no-reply", False), ("letting-go", True), ("moved-on", True)])
    def test_a_late_yes(self, sent: Person, ending: str, holds: bool) -> None:
        """After it, it's no longer true that no answer came; letting go is theirs to take back."""
        tell(sent, ending, TOLD[ending])
        sent.answers(INVITATION, {"reply": "yes"})
        assert bool(sent.guide.ended) is holds
        assert (ending in {each.step.id for each in endings(sent.program, sent.guide)}) is holds
        assert ("accepted" in offered(sent)) is not holds
        assert ("meet-and-go-slowly" in can_open(sent)) is not holds

    @pytest.mark.parametrize("ending", ["letting-go", "moved-on"])
    def test_what_was_only_begun_about_the_silence_isnt_gone_on_with(self, sent: Person, ending: str) -> None:
        """Something else has ended it since. It can be taken back, and then the silence is there again."""
        sent.answers("no-reply", {"story": "angry", "stop-waiting": Leave()})
        assert sent.state("no-reply") == State.STARTED
        tell(sent, ending, TOLD[ending])
        assert sent.state("no-reply") == State.CLOSED
        assert "no-reply" not in {each.step.id for each in sent.guide.listed}
        sent.answers(ending, {"is-so" if ending == "moved-on" else "holds": "no"})
        assert sent.state("no-reply") == State.STARTED

    @pytest.mark.parametrize("ending", ["letting-go", "moved-on"])
    def test_a_meeting_that_went_on_before_it(self, sent: Person, ending: str) -> None:
        """Someone who ends it after a meeting that went on isn't offered to tell that they're together again."""
        sent.answers(INVITATION, {"reply": "yes"})
        tell(sent, "meet-and-go-slowly", {"hope": "A calm hour."}, version=2)
        tell(sent, "meet-and-go-slowly", {"met": "yes", "was": "Easy.", "goes-on": "yes"}, version=2)
        for number in (1, 0, 1, 0):
            tell(sent, "meet-and-go-slowly", {"reason-back": number}, version=2)
        assert "together-again" in offered(sent)
        tell(sent, ending, TOLD[ending])
        assert "together-again" not in offered(sent)


class TestOfferedOnlyWhileItStands:
    """What someone has decided since is what they're offered."""

    @pytest.mark.parametrize("choice", ["wait", "let-go"])
    def test_nothing_of_the_last_stage_after_another_decision(self, ready: Person, choice: str) -> None:
        """“Am I ready” isn't offered to someone who has decided to wait, also not if it was begun; it stays open."""
        begin(ready, "am-i-ready")
        assert "am-i-ready" in offered(ready)
        decide(ready, choice, times=1)
        for _ in range(10):
            ready.clock.forward(days=3)
            assert not offered(ready) & set(STAGE)
        assert "am-i-ready" in can_open(ready)
        assert "decide" in offered(ready)

    def test_it_is_offered_again_after_two_more_decisions(self, ready: Person) -> None:
        """A decision can be changed, twice, a week apart."""
        decide(ready, "wait", times=1)
        decide(ready, "invitation")
        assert INVITATION in offered(ready)


class TestWhatFollows:
    """The answers that name what comes next lead there, and no one is left standing."""

    @pytest.fixture
    def looking(self, ready: Person) -> Person:
        """Someone who may look at what has changed again."""
        ready.clock.forward(days=8)
        return ready

    def test_let_go_opens_letting_go(self, looking: Person) -> None:
        """In the same sitting, without a page between."""
        looking.answers("what-has-changed", {**CHANGED, "verdict": "let-go", **LIFE["letting-go"]})
        assert looking.journey.last("letting-go") is not None
        assert looking.guide.ended

    def test_letting_go_that_was_left_is_offered(self, looking: Person) -> None:
        """Someone who chose it and stopped half-way finds it again, and nothing of the last stage."""
        looking.answers("what-has-changed", {**CHANGED, "verdict": "let-go", "letting-go-reading": Leave()})
        for _ in range(20):
            looking.clock.forward(days=2)
            assert "letting-go" in offered(looking)
            assert not offered(looking) & set(STAGE)

    def test_wait_opens_waiting_and_isnt_asked_every_week(self, looking: Person) -> None:
        """They may look again after a week, and aren't asked to; the check-in about waiting comes monthly."""
        waiting = {"still": 6, "meanwhile": "The choir.", "enough": "A year.", "keep": "The lake.", "again": True}
        looking.answers("what-has-changed", {**CHANGED, "verdict": "wait", **waiting})
        assert looking.journey.last("waiting") is not None
        for day in range(1, 60):
            looking.clock.forward(days=1)
            assert not offered(looking) & set(STAGE)
            assert ("what-has-changed" in {each.step.id for each in looking.guide.steps if each.may_begin}) is (
                day >= 7
            )
            assert ("waiting" in offered(looking)) is (day >= 28)
            assert names_something(looking)

    def test_changing_another_answer_later_opens_nothing(self, looking: Person) -> None:
        """Only the choice itself opens the other step."""
        looking.answers("what-has-changed", {**CHANGED, "verdict": "wait", "waiting-reading": Leave()})
        looking.clock.forward(days=1)
        looking.answers("what-has-changed", {"review": (GoTo("if-never-seen"), True), "if-never-seen": "unsure"})
        assert {view.title for view in looking.views} == {"Re-attraction · What has changed"}

    def test_someone_who_stops_waiting_is_offered_letting_go(self, ready: Person) -> None:
        """It isn't asked again, and waiting can be begun again in so many words."""
        decide(ready, "wait")
        waiting = {"still": 3, "meanwhile": "The choir.", "enough": "A year.", "keep": "The lake."}
        assert "waiting" in offered(ready)
        ready.answers("waiting", {**waiting, "again": False})
        assert "waiting" not in {each.step.id for each in endings(ready.program, ready.guide)}
        for _ in range(40):
            ready.clock.forward(days=3)
            assert "waiting" not in offered(ready)
            assert "letting-go" in offered(ready)
        ready.answers("waiting", {**waiting, "again": True})
        assert "You stopped waiting on" in said(ready.views)
        assert "letting-go" not in offered(ready)
        ready.clock.forward(days=28)
        assert "waiting" in offered(ready)

    def test_someone_who_decides_to_wait_again_is_offered_waiting(self, ready: Person) -> None:
        """A decision that is made anew isn't answered by a stop from before it."""
        decide(ready, "wait")
        waiting = {"still": 3, "meanwhile": "The choir.", "enough": "A year.", "keep": "The lake."}
        ready.answers("waiting", {**waiting, "again": False})
        decide(ready, "wait")
        assert "waiting" in offered(ready)

    def test_they_are_with_someone_isnt_asked_every_week(self, ready: Person) -> None:
        """“They've moved on” is what is offered, until they say that it isn't so."""
        ready.clock.forward(days=8)
        ready.answers("their-side", {**SAFE, "asked-for": "Time.", "with-somebody": "yes"})
        for day in range(1, 30):
            ready.clock.forward(days=1)
            assert offered(ready) & {*STAGE, "moved-on"} == {"moved-on"}
            assert (ready.guide.step_status(ready.program.step("their-side")).may_begin) is (day >= 7)
        ready.answers("moved-on", {"is-so": "no"})
        assert offered(ready) & set(STAGE) == {INVITATION}

    def test_not_now_comes_back_a_week_later(self, person: Person) -> None:
        """“No, or not now” to a message is asked again after a week."""
        walk(person, up_to_stage_3("am-i-ready", "what-has-changed"))
        person.answers("their-side", {**LIFE["their-side"], "go": "no"})
        person.clock.forward(days=6)
        assert "their-side" not in offered(person)
        person.clock.forward(days=1)
        assert "their-side" in offered(person)


@pytest.mark.parametrize("ending", TOLD)
def test_no_one_is_left_standing(ready: Person, ending: str) -> None:
    """After every ending, and after taking it back, every day names something open, due or a date."""
    tell(ready, ending, TOLD[ending])
    for answers in ({}, TAKEN_BACK[ending]):
        if answers:
            ready.answers(ending, dict(answers))
        for _ in range(12):
            ready.clock.forward(days=4)
            assert names_something(ready)
            assert ready.state(ending) in (State.DONE, State.OPEN)
