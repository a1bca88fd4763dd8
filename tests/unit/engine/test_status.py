"""What is open, what is closed until when and why, what is next and what is due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from support import program_walk
from support.lives import LIFE
from support.person import Person
from support.program_walk import walk
from support.record import numbered

from exback.engine.session import Session
from exback.engine.status import State, Status, StepStatus, status_of
from exback.engine.view import Skip
from exback.model.boundaries import BOUNDARIES, safety_questions
from exback.model.endings import Ending
from exback.model.gates import Gate, answered, days_since, done, quiet, ran_its_length, runs
from exback.model.items import Choice, Date, Option, Scale, Text
from exback.model.program import Program, Repeat, Stage, Step, StreakRule
from exback.model.run import Run, Value, changed

ZONE = timezone(timedelta(hours=1))
END = Ending(step="end", words="over", sentence="You told the end on {day}.")
NOW = datetime(2026, 3, 2, 10, tzinfo=ZONE)


def step_of(
    step_id: str,
    *opens: Gate,
    repeats: Repeat | None = None,
    complete: tuple[Gate, ...] = (),
    offered_when: tuple[Gate, ...] = (),
    reaches_out: bool = False,
    optional: bool = False,
) -> Step:
    """A step that asks little."""
    return Step(
        id=step_id,
        title=step_id.replace("-", " ").capitalize(),
        minutes=5,
        purpose="",
        items=(
            *safety_questions(),
            Choice("way", "?", options=(Option("yes", "Yes"), Option("no", "No"))),
            Scale("length", "?", high=365),
            Text("kind", "?"),
        ),
        mirror="",
        small_thing="",
        opens=opens,
        repeats=repeats,
        complete=complete,
        offered_when=offered_when,
        reaches_out=reaches_out,
        optional=optional,
    )


THRICE = (runs("thrice", 3, days_apart=2),)

PROGRAM = Program(
    title="Toys",
    welcome=tuple,
    stages=(
        Stage(
            id="one",
            title="One",
            purpose="",
            steps=(
                step_of("story", repeats=Repeat(apart=7)),
                step_of("rule", done("story"), repeats=Repeat(apart=14)),
                step_of("extra", done("story"), optional=True),
                step_of("cues", done("rule")),
            ),
        ),
        Stage(
            id="two",
            title="Two",
            purpose="",
            opens=(days_since("rule", 7),),
            steps=(
                step_of("thrice", repeats=Repeat(apart=2, due=3, until=THRICE), complete=THRICE),
                step_of("decide", done("thrice"), repeats=Repeat(apart=7, due=7)),
            ),
        ),
        Stage(
            id="three",
            title="Three",
            purpose="",
            opens=(answered("decide", "way", "yes"),),
            steps=(step_of("ready", reaches_out=True), step_of("write", done("ready"), reaches_out=True)),
        ),
    ),
    companion=Stage(
        id="companion",
        title="Always open",
        purpose="",
        steps=(
            step_of("daily", repeats=Repeat(apart=0, due=1)),
            Step(
                id="pause",
                title="Pause",
                minutes=1,
                purpose="",
                items=(Date("until", "Until when?", ahead=True), Scale("length", "How long?")),
                mirror="",
                small_thing="",
                repeats=Repeat(),
            ),
            Step(
                id="other-pause",
                title="Other pause",
                minutes=1,
                purpose="",
                items=(Text("rest", "?"),),
                mirror="",
                small_thing="",
                repeats=Repeat(),
            ),
        ),
    ),
    endings=Stage(
        id="endings",
        title="Endings",
        purpose="",
        steps=(step_of("end", offered_when=(answered("decide", "way", "no"),)),),
    ),
    first="story",
    daily="daily",
    moment="daily",
    streak=StreakRule(step="rule", length=("length",), broken_in="contact", broken_item="kind", broken_by=("slip",)),
    pauses=(("pause", "until"), ("other-pause", "rest")),
)


def did(step: str, day: float = 0, **answers: Value) -> Run:
    """A finished run, some days after the first, with answers by item id."""
    at = NOW + timedelta(days=day)
    return Run(id=f"{step}-{day}", step=step, started=at, finished=at, answers=answers)


def in_this_order(*runs: Run) -> list[Run]:
    """Number runs as they were written down, whatever the clock said."""
    return [changed(run, start_number=2 * at + 1, finish_number=2 * at + 2) for at, run in enumerate(runs)]


def begun(step: str, day: float = 0) -> Run:
    """A run that was begun and not finished."""
    return changed(did(step, day), finished=None)


def guide_on(day: float, *happened: Run, program: Program = PROGRAM) -> Status:
    """The guide, some days after the first."""
    return status_of(program, program.journey(numbered(happened), NOW + timedelta(days=day)))


def stand(step: str, guide: Status, program: Program = PROGRAM) -> StepStatus:
    """How one step stands."""
    return guide.step_status(program.step(step))


def due(guide: Status) -> list[str]:
    """The ids of what is due."""
    return [step.id for step in guide.due]


def next_id(guide: Status) -> str | None:
    """The id of what is next."""
    return guide.next.id if guide.next else None


class TestSomebodyNew:
    """Before anything was done."""

    def test_only_the_first_step_and_what_is_always_open_may_begin(self) -> None:
        """The rest is closed, and nothing counts yet."""
        guide = guide_on(0)
        assert [one.step.id for one in guide.steps if one.may_begin] == [
            "story",
            "daily",
            "pause",
            "other-pause",
            "end",
        ]
        assert (guide.runs, guide.days, guide.boundaries, guide.paused_until) == (0, None, (), None)

    def test_the_first_step_is_next_and_nothing_is_due(self) -> None:
        """There is one thing to begin with."""
        guide = guide_on(0)
        assert (next_id(guide), due(guide), guide.stage.id) == ("story", [], "one")


class TestStates:
    """Where one step stands."""

    def test_a_step_is_open_then_started_then_done(self) -> None:
        """The state follows what was done in it."""
        guides = (guide_on(0), guide_on(0, begun("story")), guide_on(0, did("story")))
        assert [stand("story", guide).state for guide in guides] == [State.OPEN, State.STARTED, State.DONE]

    def test_a_step_that_was_done_and_looked_into_is_not_begun(self) -> None:
        """It's as done as it was."""
        one = stand("story", guide_on(1, did("story"), begun("story", 1)))
        assert (one.state, one.begun) == (State.DONE, None)

    def test_a_closed_step_names_the_step_it_waits_for_by_title(self) -> None:
        """The reason is a sentence about a title, not about an id."""
        one = stand("cues", guide_on(0, did("story")))
        assert (one.state, one.reason, one.date) == (State.CLOSED, "Opens after “Rule”.", None)

    def test_what_is_open_gives_no_reason(self) -> None:
        """Reason and date belong to what is closed."""
        one = stand("rule", guide_on(0, did("story")))
        assert (one.state, one.reason, one.date, one.may_begin) == (State.OPEN, "", None, True)

    def test_a_gate_of_the_stage_closes_every_step_in_it(self) -> None:
        """A stage that waits for a date holds all its steps; one that waits for more than that has no date."""
        guide = guide_on(1, did("story"), did("rule"))
        assert [(one.state, one.date) for one in guide.in_stage(PROGRAM.stages[1])] == [
            (State.CLOSED, date(2026, 3, 9)),
            (State.CLOSED, None),
        ]

    def test_what_was_begun_stays_open_whatever_the_gates_say(self) -> None:
        """A step that was once opened is never closed again by its gates."""
        guide = guide_on(0, begun("cues"))
        assert (stand("cues", guide).state, stand("cues", guide).may_begin) == (State.STARTED, True)

    def test_what_was_done_stays_done_whatever_the_gates_say(self) -> None:
        """A step that was done counts, also when its gate is closed now."""
        assert stand("cues", guide_on(0, did("cues"))).state == State.DONE

    def test_a_step_that_does_not_come_round_is_done_for_good(self) -> None:
        """It can be read and changed, and not walked anew."""
        one = stand("cues", guide_on(400, did("story"), did("rule"), did("cues")))
        assert (one.state, one.may_begin, one.date) == (State.DONE, False, None)

    def test_a_step_that_comes_round_says_when(self) -> None:
        """Until it may be walked anew it says on which day that is."""
        before, on_the_day = guide_on(6, did("story")), guide_on(7, did("story"))
        assert (stand("story", before).may_begin, stand("story", before).date) == (False, date(2026, 3, 9))
        assert (stand("story", on_the_day).may_begin, stand("story", on_the_day).date) == (True, None)

    def test_a_step_of_several_runs_is_closed_between_them(self) -> None:
        """While it is not done, it is closed until its next run, with the day, and open on that day."""
        happened = (did("story"), did("rule"), did("thrice", 7))
        between, again = guide_on(8, *happened), guide_on(9, *happened)
        assert (stand("thrice", between).state, stand("thrice", between).date) == (State.CLOSED, date(2026, 3, 11))
        assert stand("thrice", again).state == State.OPEN

    def test_a_step_is_not_open_again_before_its_gates_allow(self) -> None:
        """With gates in `again`, it is neither open, nor due, nor next before they are, and says from which day it is."""
        repeats = Repeat(apart=1, due=2, again=(days_since("cues", 5),))
        again = step_of("again", repeats=repeats, complete=(runs("again", 9),))
        program = structs.replace(PROGRAM, stages=(structs.replace(PROGRAM.stages[0], steps=(again, step_of("cues"))),))
        program = structs.replace(program, first="again", endings=structs.replace(PROGRAM.endings, steps=()))
        happened = (did("cues"), did("again"))
        early = guide_on(4, *happened, program=program)
        closed_again = stand("again", early, program)
        assert (closed_again.state, closed_again.reason, closed_again.date) == (
            State.CLOSED,
            "Opens five days after “Cues”.",
            date(2026, 3, 7),
        )
        assert not closed_again.may_begin
        assert (next_id(early), due(early)) == (None, [])
        assert next_id(guide_on(5, *happened, program=program)) == "again"
        assert stand("again", guide_on(4, did("cues"), program=program), program).may_begin

    def test_it_is_done_after_the_last_of_them(self) -> None:
        """Enough runs, far enough apart, make it done."""
        happened = (did("story"), did("rule"), did("thrice", 7), did("thrice", 9))
        assert stand("thrice", guide_on(11, *happened)).state == State.OPEN
        assert stand("thrice", guide_on(11, *happened, did("thrice", 11))).state == State.DONE

    def test_the_runs_that_are_counted_were_finished(self) -> None:
        """What is only begun is not counted."""
        assert guide_on(0, did("story"), begun("rule"), did("daily")).runs == 2


def silently(gate: Gate) -> Gate:
    """A gate that gives no reason when it's closed."""
    return Gate(lambda journey: structs.replace(gate.check(journey), reason=""), gate.refers)


class TestOpensAnyway:
    """A step with a way of its own into it, whatever the gates of its stage say."""

    WAY = (silently(answered("daily", "way", "yes")), quiet("daily", "kind", ("slip",), 7, "Wait a week."))
    STEP = structs.replace(step_of("write", done("ready"), reaches_out=True), opens_anyway=WAY)
    STAGE = structs.replace(PROGRAM.stages[2], steps=(PROGRAM.stages[2].steps[0], STEP), ended_by=(END,))
    TOYS = structs.replace(PROGRAM, stages=(*PROGRAM.stages[:2], STAGE))
    SAFE: Mapping[str, Value] = MappingProxyType({boundary.id: False for boundary in BOUNDARIES})

    def guide(self, *answers: dict[str, Value], day: float = 1) -> Status:
        """Return the status after some check-ins, an hour apart."""
        told = [did("daily", 0.04 * place, **{**self.SAFE, **each}) for place, each in enumerate(answers)]
        return guide_on(day, *told, program=self.TOYS)

    def test_is_open_once_all_of_its_own_gates_are(self) -> None:
        """Its stage is closed, and it's open all the same; the rest of the stage isn't."""
        guide = self.guide({"way": "yes"})
        assert stand("write", guide, self.TOYS).state == State.OPEN
        assert stand("ready", guide, self.TOYS).state == State.CLOSED

    def test_is_neither_next_nor_the_stage_of_the_person(self) -> None:
        """The way through the stages stays what it was."""
        guide = self.guide({"way": "yes"})
        assert (next_id(guide), guide.stage.id) == ("story", "one")

    def test_gives_the_reason_of_the_way_that_was_begun(self) -> None:
        """A gate with a reason says why; without one the usual gates do."""
        waiting = stand("write", self.guide({"way": "yes", "kind": "slip"}), self.TOYS)
        assert (waiting.state, waiting.reason, waiting.date) == (State.CLOSED, "Wait a week.", date(2026, 3, 9))
        assert (
            stand("write", self.guide({"way": "no"}), self.TOYS).reason == "Opens after a certain answer in “Decide”."
        )

    @pytest.mark.parametrize("boundary", [boundary.id for boundary in BOUNDARIES])
    def test_never_opens_while_a_boundary_holds(self, boundary: str) -> None:
        """A boundary comes before every gate."""
        guide = self.guide({"way": "yes"}, {boundary: True})
        assert stand("write", guide, self.TOYS).state == State.WITHHELD

    def test_stays_closed_until_the_questions_about_safety_are_answered(self) -> None:
        """A step that doesn't ask them itself isn't opened by its own way either."""
        silent = structs.replace(self.STEP, items=self.STEP.items[4:])
        stage = structs.replace(self.STAGE, steps=(silent,))
        toys = structs.replace(PROGRAM, stages=(*PROGRAM.stages[:2], stage))
        guide = guide_on(1, did("daily", way="yes"), program=toys)
        assert stand("write", guide, toys).state == State.CLOSED

    def test_opens_a_stage_that_an_ending_closed_for_nothing_else(self) -> None:
        """What is done in it after an ending doesn't bring the stage back."""
        happened = (
            did("decide", 0, **self.SAFE, way="yes"),
            did("end", 1),
            did("daily", 2, way="yes"),
            did("write", 3),
        )
        guide = guide_on(4, *happened, program=self.TOYS)
        assert guide.ended == {"three": "over"}


class TestAnEndingThatHolds:
    """While an ending of a stage holds, what reaches out there can't be opened, and nothing of it is offered."""

    STAGE = structs.replace(PROGRAM.stages[2], ended_by=(END,), reopened_by=("story",))
    TOYS = structs.replace(PROGRAM, stages=(*PROGRAM.stages[:2], STAGE))
    SAFE = TestOpensAnyway.SAFE

    def guide(self, *happened: Run, day: float = 9, program: Program = TOYS) -> Status:
        """Return the status of someone whose third stage is open, and who did some steps after that."""
        return guide_on(day, did("decide", 0, **self.SAFE, way="yes"), *happened, program=program)

    def test_what_is_open_done_or_begun_is_closed(self) -> None:
        """With the reason, where to take it back, and its days; the menu doesn't open it."""
        for before in ((), (did("ready", 1),), (begun("ready", 1),)):
            ready = stand("ready", self.guide(*before, did("end", 2)), self.TOYS)
            assert (ready.state, ready.can_open, ready.closed_by) == (State.CLOSED, False, "end")
            assert ready.reason == "You told the end on 4 March. To take that back: exback step end"
        assert (ready.finished, ready.begun) == (None, date(2026, 3, 3))

    def test_nothing_that_is_done_after_it_opens_it(self) -> None:
        """Neither a step of the stage, nor an answer that its gates read."""
        guide = self.guide(did("end", 2), did("ready", 3), begun("write", 4), did("decide", 5, way="yes"))
        assert guide.ended == {"three": "over"}
        assert not [each for each in guide.steps if each.stage.id == "three" and each.can_open]
        assert not {"ready", "write", next_id(guide)} & set(due(guide))

    def test_a_step_that_reopens_opens_it(self) -> None:
        """If it was begun after the ending."""
        guide = self.guide(did("end", 2), did("story", 3))
        assert not guide.ended
        assert stand("ready", guide, self.TOYS).state == State.OPEN
        assert self.guide(did("story", 1), did("end", 2)).ended

    def test_a_boundary_names_neither_the_step_nor_the_ending(self) -> None:
        """It comes before every ending."""
        ready = stand("ready", self.guide(did("end", 2), did("daily", 3, **{"afraid-of-me": True})), self.TOYS)
        assert (ready.state, ready.closed_by) == (State.WITHHELD, "")
        assert "end" not in ready.reason.split()

    def test_a_step_that_stays_open_can_be_opened_and_isnt_offered(self) -> None:
        """What is still to be told can be told, and no one is asked for it."""
        write = step_of("write", reaches_out=True, repeats=Repeat(due=1))
        stage = structs.replace(self.STAGE, steps=(structs.replace(write, stays_open=(done("daily"),)),))
        toys = structs.replace(PROGRAM, stages=(*PROGRAM.stages[:2], stage))
        happened = (did("write", 1), did("end", 2))
        assert not stand("write", self.guide(*happened, program=toys), toys).can_open
        guide = self.guide(*happened, did("daily", 3), program=toys)
        assert stand("write", guide, toys).may_begin
        assert "write" not in (*due(guide), next_id(guide))
        assert "write" in due(self.guide(did("write", 1), did("daily", 3), program=toys))

    def test_an_ending_that_was_taken_back_is_open_and_offered_by_what_is_told_since(self) -> None:
        """It isn't listed as done, and the answer that offered it once doesn't offer it again."""
        holds = structs.replace(
            step_of("end", complete=(answered("end", "way", "yes"),), repeats=Repeat()),
            offered_when=(answered("daily", "way", "no"),),
        )
        toys = structs.replace(self.TOYS, endings=structs.replace(PROGRAM.endings, steps=(holds,)))
        happened = (did("daily", 1, way="no"), did("end", 2, way="yes"), did("end", 3, way="no"))
        guide = self.guide(*happened, program=toys)
        assert (stand("end", guide, toys).state, stand("end", guide, toys).finished) == (State.OPEN, None)
        assert not guide.ended
        assert "end" not in due(guide)
        assert "end" in due(self.guide(*happened, did("daily", 4, way="no"), program=toys))


class TestOfferedWhile:
    """A stage is offered only while its own answers say so; what was open stays open."""

    HAPPENED = (did("decide", 0, **TestOpensAnyway.SAFE, way="yes"), begun("ready", 1))

    def test_not_after_another_answer(self) -> None:
        """Someone who decides otherwise isn't asked to go on, and could."""
        assert next_id(guide_on(3, did("story"), did("rule"), did("cues"), *self.HAPPENED)) == "ready"
        guide = guide_on(3, did("story"), did("rule"), did("cues"), *self.HAPPENED, did("decide", 2, way="no"))
        assert (next_id(guide), "ready" in due(guide)) == (None, False)
        assert stand("ready", guide).can_open

    def test_not_while_a_gate_of_its_own_is_closed(self) -> None:
        """A stage can name gates that only say what is offered."""
        stage = structs.replace(PROGRAM.stages[2], offered_while=(answered("daily", "way", "yes"),))
        toys = structs.replace(PROGRAM, stages=(*PROGRAM.stages[:2], stage))
        walked = (did("story"), did("rule"), did("cues"), *self.HAPPENED)
        assert next_id(guide_on(3, *walked, program=toys)) is None
        assert next_id(guide_on(3, *walked, did("daily", 2, way="yes"), program=toys)) == "ready"


class TestDates:
    """The day that is stated."""

    @pytest.mark.parametrize("hour", [3, 4])
    def test_a_day_begins_at_four(self, hour: int) -> None:
        """On the stated day the step opens at four in the morning, not at midnight."""
        at = datetime(2026, 3, 9, hour, tzinfo=ZONE)
        guide = status_of(PROGRAM, PROGRAM.journey([did("story"), did("rule")], at))
        assert (stand("thrice", guide).state == State.OPEN) == (hour >= 4)

    @pytest.mark.parametrize(
        ("gate", "before"),
        [
            (days_since("rule", 5), [did("rule")]),
            (ran_its_length("rule", "length"), [did("rule", length=30)]),
            (quiet("contact", "kind", ("slip",), 7, "Wait."), [did("contact", kind="slip")]),
        ],
        ids=["days_since", "ran_its_length", "quiet"],
    )
    @given(day=st.integers(0, 400), zone=st.integers(-11, 13))
    @settings(max_examples=60)
    def test_is_the_first_on_which_it_opens_by_itself(self, gate: Gate, before: list[Run], day: int, zone: int) -> None:
        """Where only time is waited for, the step is closed the day before and open on the stated day."""
        later = Stage(id="later", title="", purpose="", steps=(step_of("later", gate), step_of("contact")))
        program = structs.replace(PROGRAM, stages=(*PROGRAM.stages, later))
        at = (NOW + timedelta(days=day)).replace(tzinfo=timezone(timedelta(hours=zone)))
        one = stand("later", status_of(program, program.journey(before, at)), program)
        if one.state == State.CLOSED:
            assert one.date is not None
            opening = datetime(one.date.year, one.date.month, one.date.day, 4, tzinfo=at.tzinfo)
            on_the_day = stand("later", status_of(program, program.journey(before, opening)), program)
            minute_before = status_of(program, program.journey(before, opening - timedelta(minutes=1)))
            assert on_the_day.state == State.OPEN
            assert stand("later", minute_before, program).state == State.CLOSED
        else:
            assert day >= 5


class TestNextAndDue:
    """What there is to do today."""

    def test_next_is_the_first_that_is_open_in_the_order_of_the_walk(self) -> None:
        """Steps come one after the other."""
        assert next_id(guide_on(0, did("story"))) == "rule"
        assert next_id(guide_on(0, did("story"), did("rule"))) == "cues"

    def test_what_was_begun_and_comes_first_is_next(self) -> None:
        """A step that was left half-way is gone on with."""
        assert next_id(guide_on(0, did("story"), begun("rule"))) == "rule"

    def test_an_optional_step_is_never_next(self) -> None:
        """It holds up nothing and presses nobody, even once it was begun."""
        guide = guide_on(0, did("story"), did("rule"), did("cues"), begun("extra"))
        assert stand("extra", guide).state == State.STARTED
        assert next_id(guide) is None

    def test_what_is_always_open_is_never_next(self) -> None:
        """Next is a step of the walk; the companion comes beside it."""
        assert next_id(guide_on(1, did("story"), did("rule"), did("cues"))) is None

    def test_a_step_of_several_runs_is_next_only_when_it_is_open_again(self) -> None:
        """Between its runs there is nothing to do in it."""
        happened = (did("story"), did("rule"), did("cues"), did("thrice", 7))
        assert next_id(guide_on(8, *happened)) is None
        assert next_id(guide_on(9, *happened)) == "thrice"

    def test_a_step_that_was_put_off_is_next_only_if_nothing_else_is(self) -> None:
        """One that was begun, or has another run to come: it comes after the others once two weeks have passed."""
        first, second = did("story"), did("rule")
        assert [next_id(guide_on(day, first, begun("rule"))) for day in (14, 15)] == ["rule", "rule"]
        assert [next_id(guide_on(day, first, second, begun("cues"))) for day in (14, 15)] == ["cues", "thrice"]
        several = (first, second, did("cues"), did("thrice", 7), begun("decide", 20))
        assert [next_id(guide_on(day, *several)) for day in (21, 22, 40)] == ["thrice", "decide", "thrice"]
        assert "thrice" in due(guide_on(22, *several))

    def test_what_is_next_is_not_also_due(self) -> None:
        """Nothing stands on the page of the day twice."""
        happened = (did("story"), did("rule"), did("cues"), did("thrice", 7))
        guide = guide_on(10, *happened)
        assert (next_id(guide), "thrice" in due(guide)) == ("thrice", False)

    def test_the_check_in_is_due_once_the_first_step_is_done(self) -> None:
        """Nobody is asked about their day before they said what this is about."""
        assert due(guide_on(0)) == []
        assert due(guide_on(0, did("story"))) == ["daily"]

    def test_the_check_in_is_due_once_a_day(self) -> None:
        """After it is done it is due again the next day, which begins at four."""
        happened = (did("story"), did("daily"))
        assert due(guide_on(0.1, *happened)) == []
        assert due(guide_on(17 / 24, *happened)) == []
        assert due(guide_on(18 / 24, *happened)) == ["daily"]

    def test_a_weekly_step_is_due_a_week_after_its_last_run(self) -> None:
        """It comes round by itself, and not earlier."""
        happened = (did("story"), did("decide", 8, way="yes"))
        assert "decide" not in due(guide_on(14, *happened))
        assert "decide" in due(guide_on(15, *happened))

    def test_a_step_that_is_complete_is_not_due_again(self) -> None:
        """What took several runs and has had them asks for no more."""
        happened = [did("story"), did("rule"), did("thrice", 7), did("thrice", 9), did("thrice", 11)]
        assert "thrice" not in due(guide_on(30, *happened))

    def test_an_ending_is_offered_when_its_time_has_come_and_only_until_it_is_done(self) -> None:
        """It is open to all, and stands on the page of the day when an answer leads to it."""
        assert "end" not in due(guide_on(0))
        decided = (did("story"), did("decide", way="no"))
        assert "end" in due(guide_on(0, *decided))
        assert "end" not in due(guide_on(0, *decided, did("end")))

    def test_the_stage_is_the_furthest_that_was_reached(self) -> None:
        """Where somebody is does not go back when they repeat an early step."""
        assert guide_on(8, did("story"), did("rule")).stage.id == "two"
        assert guide_on(9, did("story"), did("rule"), did("thrice", 7), begun("story", 8)).stage.id == "two"


class TestPause:
    """While the plan rests."""

    WALKED = (did("story"), did("rule"))

    def test_nothing_is_next_and_nothing_due_until_the_day(self) -> None:
        """Resting means that nothing is asked for."""
        guide = guide_on(1, *self.WALKED, did("pause", until="2026-03-10"))
        assert (guide.paused_until, next_id(guide), due(guide)) == (date(2026, 3, 10), None, [])

    def test_everything_stays_open(self) -> None:
        """A pause closes nothing; whoever wants to may go on at any time."""
        with_it, without = (guide_on(1, *self.WALKED, *rest) for rest in ((did("pause", until="2026-03-10"),), ()))
        steps = ("story", "rule", "cues", "daily")
        assert [stand(step, with_it).may_begin for step in steps] == [stand(step, without).may_begin for step in steps]

    def test_it_ends_on_the_day_that_was_named(self) -> None:
        """On that day the plan goes on by itself."""
        rest = did("pause", until="2026-03-10")
        assert guide_on(7, *self.WALKED, rest).paused_until == date(2026, 3, 10)
        assert guide_on(8, *self.WALKED, rest).paused_until is None
        assert next_id(guide_on(8, *self.WALKED, rest)) == "cues"

    def test_the_latest_word_counts(self) -> None:
        """A pause can be made longer or shorter, also in another step."""
        rest, longer = did("pause", until="2026-03-10"), did("pause", 1, until="2026-03-20")
        assert guide_on(2, *self.WALKED, rest, longer).paused_until == date(2026, 3, 20)
        assert guide_on(2, *self.WALKED, longer, did("other-pause", 2, rest="2026-03-05")).paused_until == date(
            2026, 3, 5
        )

    def test_another_answer_ends_it(self) -> None:
        """Going on without a rest is a later word, and ends the rest."""
        assert (
            guide_on(2, *self.WALKED, did("pause", until="2026-03-10"), did("other-pause", 1, rest="no")).paused_until
            is None
        )

    def test_a_pause_that_was_not_finished_is_none(self) -> None:
        """Only what was said to the end counts."""
        rest = changed(did("pause", until="2026-03-10"), finished=None)
        assert guide_on(1, *self.WALKED, rest).paused_until is None


class TestRealPauses:
    """A pause of exback's own program."""

    @pytest.fixture
    def rested(self, person: Person) -> Person:
        """Somebody who rests for eight days."""
        person.does("pause", until="2026-03-10", reason_kind="busy", reason="Exams")
        return person

    def test_a_pause_rests_the_plan(self, rested: Person) -> None:
        """What the pause step takes is what the guide goes by."""
        assert rested.guide.paused_until == date(2026, 3, 10)

    def test_nothing_is_offered_to_end_where_nothing_is_paused(self, person: Person) -> None:
        """The first question is until when, until there's a pause, and again once it's over."""
        for paused_from in (date(2026, 3, 2), date(2026, 3, 10)):
            assert person.clock().date() == paused_from
            run = person.does(
                "pause", until=(paused_from + timedelta(days=8)).isoformat(), reason_kind=Skip(), reason=Skip()
            )
            assert (person.views[0].item.id, "what" in run.answers) == ("until", False)
            assert person.guide.paused_until == paused_from + timedelta(days=8)
            person.clock.forward(days=8)
        person.clock.forward(days=-1)
        person.does("pause", what="go-on")
        assert person.views[0].item.id == "what"
        assert person.guide.paused_until is None

    def test_a_pause_that_was_told_when_none_was_on_keeps_its_day_under_a_later_one(self, person: Person) -> None:
        """Someone who corrects it isn't asked what they wanted to do then."""
        run = person.does("pause", until="2026-03-10", reason_kind=Skip(), reason=Skip())
        person.clock.forward(days=1)
        person.does("pause", what="rest", until="2026-03-12", reason_kind=Skip(), reason=Skip())
        pages = Session.edit(person.program, person.program.step("pause"), person.journey, run).path.pages
        assert [page.id for page in pages] == ["until", "reason-kind", "reason"]

    def test_going_on_ends_it(self, rested: Person) -> None:
        """Somebody who ends the pause is asked for the next step again."""
        rested.does("pause", what="go-on")
        assert rested.guide.paused_until is None
        assert next_id(rested.guide) == "your-story"


class TestBoundaries:
    """While reaching out is withheld."""

    @pytest.mark.parametrize("boundary", [one.id for one in BOUNDARIES])
    def test_every_step_that_reaches_out_is_withheld(self, boundary: str) -> None:
        """Open, closed, begun or done: all of them, and no gate is named."""
        happened = (did("story", **{boundary: True}), did("decide", way="yes"), did("ready"), begun("write"))
        guide = guide_on(9, *happened)
        outward = [one for one in guide.steps if one.stage is PROGRAM.stages[2]]
        assert [(one.state, one.may_begin, one.due, one.date) for one in outward] == [
            (State.WITHHELD, False, False, None)
        ] * 2
        assert [one.id for one in guide.boundaries] == [boundary]

    @pytest.mark.fault(76)
    def test_none_of_them_is_listed(self) -> None:
        """Neither alone nor in its stage; every other step is, in the order of the program."""
        guide = guide_on(9, did("story", **{"afraid-of-me": True}), did("rule"))
        assert guide.in_stage(PROGRAM.stages[2]) == ()
        assert list(guide.listed) == [one for one in guide.steps if not one.step.reaches_out]

    def test_nothing_else_is(self) -> None:
        """Everything that is for the person themselves stands as it would without a boundary."""
        yes, no = (guide_on(9, did("story", **{"afraid-of-me": said}), did("rule")) for said in (True, False))
        for with_it, without in zip(yes.steps, no.steps, strict=True):
            if not with_it.step.reaches_out:
                assert with_it == without

    def test_a_step_that_is_withheld_is_neither_next_nor_due(self) -> None:
        """Nobody is led towards what is closed to them."""
        happened = (did("story"), did("rule"), did("cues"), *(did("thrice", day) for day in (7, 9, 11)))
        decided = (*happened, did("decide", 11, way="yes"))
        assert next_id(guide_on(11, *decided)) == "ready"
        assert next_id(guide_on(11, *decided, did("story", 11, **{"asked-to-stop": True}))) is None

    def test_the_reason_that_is_read_in_passing_gives_nothing_away(self) -> None:
        """Why reaching out is closed is said where it was asked, and not on a page that others may see."""
        for boundary in BOUNDARIES:
            one = stand("ready", guide_on(1, did("story", **{boundary.id: True})))
            assert one.reason
            assert one.reason not in (boundary.reason, boundary.help)


class TestTheClockGoesBack:
    """A computer whose clock is set back, by travel or by hand."""

    def test_what_comes_round_is_offered_rather_than_kept_waiting(self, person: Person) -> None:
        """On a clock before the last entry nobody can count days, so weekly steps are due; one entry and they count again."""
        walk(person, list(program_walk.stage_1()))
        person.answers("live-forward", dict(LIFE["live-forward"]))
        assert "live-forward" not in [step.id for step in person.guide.due]
        person.clock.forward(days=-200)
        assert {"live-forward", "check-in"} <= {step.id for step in person.guide.due}
        person.answers("check-in", dict(LIFE["check-in"]))
        assert "live-forward" not in [step.id for step in person.guide.due]

    HAPPENED = (
        did("story"),
        did("rule", length=30),
        did("cues"),
        did("thrice", 7),
        did("thrice", 9),
        did("thrice", 11),
        did("daily", 12),
    )

    @given(back=st.floats(0, 800), again=st.lists(st.sampled_from(["daily", "end"]), max_size=4))
    @settings(max_examples=60)
    def test_nothing_that_was_open_closes(self, back: float, again: Sequence[str]) -> None:
        """Whatever the clock says then, and whatever is done then, what was open or done stays so."""
        before = guide_on(12.1, *self.HAPPENED)
        since = [did(step, 12.1 - back + number / 100) for number, step in enumerate(again)]
        after = guide_on(12.2 - back, *self.HAPPENED, *since)
        for then, now in zip(before.steps, after.steps, strict=True):
            if then.state in (State.OPEN, State.STARTED, State.DONE) and then.step.id not in again:
                assert now.state is then.state
                assert now.may_begin or not then.may_begin

    @given(back=st.integers(0, 800))
    @settings(max_examples=60)
    def test_the_days_are_never_fewer(self, back: int) -> None:
        """No day that was kept is taken away."""
        then, now = guide_on(12.1, *self.HAPPENED).days, guide_on(12.1 - back, *self.HAPPENED).days
        assert then is not None
        assert now is not None
        assert (now.day, now.apart, now.best, now.total) == (then.day, then.apart, then.best, then.total)

    @given(back=st.integers(1, 800), soon=st.floats(0, 0.5), forward=st.integers(0, 3))
    @settings(max_examples=60)
    def test_what_waits_for_days_opens_and_stays_open(self, back: int, soon: float, forward: int) -> None:
        """Days that stood between two clocks cannot be counted: nobody is kept waiting for them, also not after the next entry."""
        happened = (did("story"), did("rule", 5))
        assert stand("thrice", guide_on(5, *happened)).state == State.CLOSED
        assert stand("thrice", guide_on(5 - back, *happened)).state == State.OPEN
        entered = in_this_order(*happened, did("daily", 5 - back + soon))
        assert stand("thrice", guide_on(5 - back + soon + forward, *entered)).state == State.OPEN


class TestRealDays:
    """The real program, day by day."""

    def test_no_step_that_was_open_closes_again(self, person: Person) -> None:
        """With everything walked that may be, each state is kept or goes forward, and dates lie ahead."""
        person.does("your-story", **STORY)
        open_once: set[str] = set()
        for _ in range(40):
            person.clock.forward(days=1)
            for one in person.guide.steps:
                if one.state in (State.OPEN, State.DONE):
                    open_once.add(one.step.id)
                else:
                    assert one.step.id not in open_once
                assert one.date is None or one.date >= person.journey.today


STORY: dict[str, object] = {
    "name": "J.",
    "who_ended": "them",
    "ended": "three weeks ago",
    "ties": [],
    "asked_to_stop": False,
    "ordered_away": False,
    "afraid_of_them": False,
    "afraid_of_me": False,
}
