"""A slice of the cohort lives with the real program; and those who watch it can see what they watch for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from cohort.afterwards import Afterwards, LeftStanding, afterwards_of
from cohort.clock import WornClock
from cohort.crowd import crowd, lived
from cohort.idle import MOST_IDLE_DAYS, Idle, always_open
from cohort.keeping import InMemory, OnDisk
from cohort.life import Life
from cohort.oracle import QUESTIONS, Oracle
from cohort.people import person
from cohort.report import Cohort, DemoRun, told
from cohort.shadow import Shadow
from cohort.watch import BOUNDARY, CHANGED, EXCEPTION, LEFT_STANDING, LOST, STUCK, WRONG_PERSON, Watch
from msgspec import structs

from exback.engine.session import Session
from exback.engine.status import State, Status, status_of
from exback.engine.view import Answer
from exback.loader import load
from exback.model.boundaries import AFRAID_OF_ME, ASKED_TO_STOP, ORDERED_AWAY, WANTS_CONTACT, WROTE_FREELY
from exback.model.program import Program
from exback.model.run import Earlier, Run, changed

SEED = 1
SLICE = (*range(2, 146, 4), 115)
ANEW = "begun anew after their moment"
BRIEF = 13  # lives so short that it can be lived on a real disk, with a save after every event
NOW = person(SEED, BRIEF).born.replace(tzinfo=UTC)


class TestSlice:
    """Every fourth of the first 144 of the two thousand that `make cohort` lets live."""

    @pytest.fixture(scope="class")
    @classmethod
    def cohort(cls) -> Cohort:
        """Those who live."""
        return crowd(SEED, SLICE)

    @pytest.mark.parametrize("kind", [EXCEPTION, BOUNDARY, WRONG_PERSON, LOST, CHANGED, STUCK, LEFT_STANDING])
    def test_nothing_is_found_that_should_not_be(self, cohort: Cohort, kind: str) -> None:
        """No exception, nothing that reaches out where a boundary stands, nothing lost or changed, no one stuck or left standing."""
        assert cohort.of_kind(kind) == []

    def test_there_is_always_something_to_do_within_a_week(self, cohort: Cohort) -> None:
        """Nobody has only check-ins to do for longer than a week."""
        assert cohort.longest.longest.days <= MOST_IDLE_DAYS, told(cohort, 0)

    def test_their_lives_differ(self, cohort: Cohort) -> None:
        """The slice is not empty of endings, boundaries, edits, interruptions and clocks set back."""
        counts, endings = cohort.counts, cohort.days_to("endings")
        assert len(endings) >= 6
        assert len(cohort.days_to("through")) >= 2
        assert sum(bool(life.boundaries) for life in cohort.lives) >= 10
        assert sum(bool(life.set_backs) for life in cohort.lives) >= 10
        assert any(life.days == 300 for life in cohort.lives)
        for what in ("finished runs edited", "resumed from the file", "taken up later", "drafts", ANEW):
            assert counts[what] > 0, what

    def test_they_live_the_steps_of_every_day(self, cohort: Cohort, program: Program) -> None:
        """Every step of the companion is done by somebody in the slice."""
        done = {step for life in cohort.lives for step in life.done}
        assert [step.id for step in program.companion.steps if step.id not in done] == []

    def test_the_report_says_what_came_of_it(self, cohort: Cohort) -> None:
        """It names the people, every ending and all that is watched."""
        report = told(cohort, 1.5)
        said = [f"people {len(SLICE)}", "ending letting-go", "boundary: 0", "lost: 0", "exception: 0", "seconds 1.5"]
        said += [f"messages sent: {len(cohort.afterwards)} (", "told in the end: ", "left standing after a message: 0"]
        assert [one for one in said if one not in report] == []


def test_a_life_is_the_same_each_time() -> None:
    """A person is what the seed makes of them, so whatever is found can be found again."""
    assert lived(SEED, BRIEF) == lived(SEED, BRIEF)
    assert lived(SEED, BRIEF) != lived(SEED + 1, BRIEF)


def test_a_life_on_a_real_disk_is_the_same(tmp_path: Path) -> None:
    """The real store keeps a whole life as the bytes in memory do."""
    assert lived(SEED, BRIEF, OnDisk(tmp_path)) == lived(SEED, BRIEF)


class TestShadow:
    """The record of all answers sees when one is gone."""

    run = Run(id="one", step="toy", started=NOW, answers={"name": "J.", "mood": 4}, drafts={"line": "half"})

    def shadow(self) -> Shadow:
        """Somebody who said J. and 4, and typed half a line."""
        shadow = Shadow()
        shadow.answered(self.run, "name", "J.")
        shadow.answered(self.run, "mood", 4)
        shadow.typed(self.run, "line", "half")
        return shadow

    def test_nothing_is_lost_from_a_whole_run(self) -> None:
        """Answers may stand on the path or be hidden."""
        assert not list(self.shadow().lost(self.run))
        assert not list(self.shadow().lost(changed(self.run, answers={"name": "J."}, hidden={"mood": 4})))

    @pytest.mark.parametrize(
        "damaged",
        [
            {"answers": {"name": "J."}},
            {"answers": {"name": "J.", "mood": 5}},
            {"answers": {"name": "J.", "mood": None}},
            {"drafts": {}},
            {"drafts": {"line": "hal"}},
        ],
    )
    def test_what_is_gone_or_other_is_seen(self, damaged: dict[str, object]) -> None:
        """An answer or a draft that is missing, or not as it was given, is reported, once."""
        assert len(list(self.shadow().lost(changed(self.run, **damaged)))) == 1

    def test_a_change_without_history_is_seen(self) -> None:
        """What a finished run said before it was edited must stand in its history."""
        shadow, finished = self.shadow(), changed(self.run, finished=NOW)
        shadow.answered(finished, "mood", 7)
        edited = changed(finished, answers={"name": "J.", "mood": 7})
        assert len(list(shadow.lost(edited))) == 1
        assert not list(shadow.lost(changed(edited, history=[Earlier("mood", 4, NOW)])))

    def test_a_run_that_is_gone_is_seen(self) -> None:
        """A whole run that the file does not hold is reported."""
        assert list(self.shadow().lost_anywhere([])) == ["the whole run one"]

    def test_what_was_burnt_must_be_gone(self) -> None:
        """An answer that was to be deleted, and stands all the same, is reported."""
        shadow = self.shadow()
        shadow.burnt(self.run, "name")
        assert list(shadow.lost(self.run)) == ["answer to name"]


class TestOracle:
    """The rules of the curriculum, worked out without the program."""

    def oracle(self, question: str) -> Oracle:
        """Somebody who said yes to a question, in a run that they finished."""
        oracle = Oracle()
        self.tells(oracle, "story", {question: True}, 0)
        return oracle

    def tells(self, oracle: Oracle, run_id: str, answers: dict[str, bool], day: int, furthest: int = 0) -> None:
        """Finish a run with these answers on a day."""
        run = Run(id=run_id, step="toy", started=NOW)
        oracle.begins(run)
        for item, value in answers.items():
            oracle.hears(run, item, value)
        oracle.finishes(run, float(day), furthest or day)

    @pytest.mark.parametrize("question", [ASKED_TO_STOP.id, ORDERED_AWAY.id, AFRAID_OF_ME.id])
    def test_a_yes_stands(self, question: str) -> None:
        """A later no in the same run, once it is finished, takes nothing back."""
        oracle = self.oracle(question)
        oracle.hears(Run(id="story", step="toy", started=NOW, finished=NOW), question, False)
        assert oracle.standing() == {question}

    def test_a_yes_of_an_open_run_may_be_taken_back(self) -> None:
        """Until the run is finished, a yes can be corrected."""
        oracle, run = Oracle(), Run(id="story", step="toy", started=NOW)
        oracle.hears(run, AFRAID_OF_ME.id, True)
        assert oracle.standing() == {AFRAID_OF_ME.id}
        oracle.takes_back(run)
        assert oracle.standing() == set()

    def test_asked_to_stop_lifts_when_they_write_and_want_contact(self) -> None:
        """Their own free word lifts it; one that asks for silence does not."""
        oracle = self.oracle(ASKED_TO_STOP.id)
        self.tells(oracle, "first", {WROTE_FREELY: True, WANTS_CONTACT: False}, 3)
        assert oracle.standing() == {ASKED_TO_STOP.id}
        self.tells(oracle, "second", {WROTE_FREELY: True, WANTS_CONTACT: True}, 4)
        assert oracle.standing() == set()

    @pytest.mark.parametrize(("day", "furthest", "stands"), [(2, 2, True), (9, 9, False), (2, 9, False), (9, 2, False)])
    def test_an_order_lifts_after_two_noes_a_week_apart(self, day: int, furthest: int, stands: bool) -> None:
        """A week must have passed, or the clock must have gone on by a week beyond all that it had shown."""
        oracle = self.oracle(ORDERED_AWAY.id)
        self.tells(oracle, "first", {ORDERED_AWAY.id: False}, 1)
        self.tells(oracle, "second", {ORDERED_AWAY.id: False}, day, furthest)
        assert bool(oracle.standing()) is stands

    def test_fear_never_lifts(self) -> None:
        """Nothing that is said later lifts it."""
        oracle = self.oracle(AFRAID_OF_ME.id)
        for number in range(3):
            answers = {AFRAID_OF_ME.id: False, WROTE_FREELY: True, WANTS_CONTACT: True}
            self.tells(oracle, f"run {number}", answers, 30 * number)
        assert oracle.standing() == {AFRAID_OF_ME.id}


class TestWatch:
    """Each thing that is watched for is seen when it happens."""

    @pytest.fixture
    def watch(self, program: Program) -> Watch:
        """Somebody to watch, who has said yes to a safety question."""
        watch = Watch(WornClock(person(SEED, BRIEF)), Idle(program, always_open(program)))
        watch.oracle.hears(Run(id="story", step="toy", started=NOW), AFRAID_OF_ME.id, True)
        return watch

    @pytest.fixture
    def guide(self, program: Program) -> Status:
        """How everything stands for somebody new."""
        return status_of(program, program.journey([], NOW))

    def kinds(self, watch: Watch) -> set[str]:
        """Give the kinds of what was found."""
        return {finding.kind for finding in watch.findings}

    @pytest.mark.parametrize(("step_id", "found"), [("one-invitation", {BOUNDARY}), ("check-in", set())])
    def test_a_page_that_reaches_out(self, program: Program, watch: Watch, step_id: str, found: set[str]) -> None:
        """A page of a step that reaches out is seen while a boundary stands; other pages are all right."""
        step = program.step(step_id)
        watch.page(step, Session.begin(program, step, program.journey([], NOW), "new").view())
        assert self.kinds(watch) == found

    def test_an_item_that_reaches_out(self, program: Program, watch: Watch) -> None:
        """So is a single item that reaches out, in a step that does not."""
        step = program.step("declined")
        thanks = next(item for item in step.items if item.reaches_out)
        view = Session.begin(program, step, program.journey([], NOW), "new").view()
        watch.page(step, structs.replace(view, item=thanks))
        assert self.kinds(watch) == {BOUNDARY}

    def test_what_reaches_out_before_anybody_has_asked(self, program: Program) -> None:
        """It is seen while one of the four questions is still open, and no longer once the run in hand has all four."""
        watch = Watch(WornClock(person(SEED, BRIEF)), Idle(program, always_open(program)))
        step = program.step("they-wrote")
        run = Run(id="reply", step=step.id, started=NOW)
        draft = structs.replace(
            Session.begin(program, step, program.journey([], NOW), "reply").view(),
            item=next(item for item in step.items if item.reaches_out),
        )
        for question in sorted(QUESTIONS):
            watch.page(step, draft, run.id)
            watch.oracle.hears(run, question, False)
        assert [finding.kind for finding in watch.findings] == [BOUNDARY] * 4
        watch.page(step, draft, run.id)
        assert len(watch.findings) == 4

    def test_a_step_that_is_not_withheld(self, watch: Watch, guide: Status) -> None:
        """A step that reaches out, and that the guide does not withhold, is seen."""
        watch.stands(guide)
        assert self.kinds(watch) == {BOUNDARY}

    def test_a_file_that_comes_back_otherwise(self, program: Program, watch: Watch) -> None:
        """A file that is not the same, or a page that is not, is seen."""
        watch.read_back(same=False, runs=[])
        assert self.kinds(watch) == {CHANGED}
        view = Session.begin(program, program.step("check-in"), program.journey([], NOW), "new").view()
        watch.taken_up(view, view)
        assert len(watch.findings) == 1
        watch.taken_up(view, structs.replace(view, value=3))
        assert len(watch.findings) == 2

    def test_an_answer_that_is_lost(self, program: Program, watch: Watch) -> None:
        """A file without what was answered is seen."""
        watch.shadow.answered(Run(id="one", step="toy", started=NOW), "name", "J.")
        watch.read_back(same=True, runs=[])
        assert self.kinds(watch) == {LOST}

    @pytest.mark.parametrize(("keeps", "found"), [(True, set()), (False, {LOST})])
    def test_words_that_were_refused(self, program: Program, keeps: bool, found: set[str]) -> None:
        """What was typed for a day and is none is missed if it isn't in the field any more."""
        watch = Watch(WornClock(person(SEED, BRIEF)), Idle(program, always_open(program)))
        step, journey = program.step("hard-dates"), program.journey([], NOW)
        session = Session.begin(program, step, journey, "one").apply(Answer("A party"), NOW)
        event = Answer("some day")
        refused = session.apply(event, NOW)
        assert refused.notice
        after = refused if keeps else structs.replace(refused, run=changed(refused.run, drafts={}))
        watch.event(session, session.view(), event, after)
        assert self.kinds(watch) == found

    def test_the_date_after_midnight_is_the_day_that_goes_on(self, program: Program) -> None:
        """It's taken for that, and nothing is missed."""
        watch = Watch(WornClock(person(SEED, BRIEF)), Idle(program, always_open(program)))
        night = datetime(2026, 3, 3, 1, 46, tzinfo=UTC)
        session = Session.begin(program, program.step("your-story"), program.journey([], night), "one")
        session = structs.replace(session, run=changed(session.run, cursor="ended"))
        event = Answer("2026-03-03")
        after = session.apply(event, night)
        assert after.run.answers["ended"] == "2026-03-02"
        watch.event(session, session.view(), event, after)
        assert self.kinds(watch) == set()

    def test_a_wrong_key_is_not_missed(self, program: Program) -> None:
        """Where an option or a number is to be chosen, there's nothing in it to go on with."""
        watch = Watch(WornClock(person(SEED, BRIEF)), Idle(program, always_open(program)))
        session = Session.begin(program, program.step("look"), program.journey([], NOW), "one")
        event = Answer("99999")
        watch.event(session, session.view(), event, session.apply(event, NOW))
        assert self.kinds(watch) == set()

    @pytest.mark.parametrize(("keeps", "found"), [(True, set()), (False, {LOST})])
    def test_words_that_came_too_late(self, program: Program, keeps: bool, found: set[str]) -> None:
        """What was typed when the moment of a run was over is missed if the run in its place doesn't have it."""
        watch = Watch(WornClock(person(SEED, BRIEF)), Idle(program, always_open(program)))
        step, journey = program.step("look"), program.journey([], NOW)
        begun = Session.begin(program, step, journey, "one").apply(Answer("profile"), NOW)
        page = structs.replace(begun, run=changed(begun.run, cursor="looking-for"))
        event = Answer("It felt hollow.")
        over = page.apply(event, NOW + timedelta(hours=3))
        assert over.is_given_up
        watch.event(page, page.view(), event, over)
        anew = Session.begin(program, step, journey, "two")
        watch.begins_anew(anew.carrying(over.typed_here) if keeps else anew)
        assert self.kinds(watch) == found

    def test_a_run_that_ends_with_its_last_answer(self, program: Program) -> None:
        """It counts as finished, so what it said about safety can open again what reaches out, and a yes in it stays."""
        watch = Watch(WornClock(person(SEED, BRIEF)), Idle(program, always_open(program)))
        session = Session.begin(program, program.step("now"), program.journey([], NOW), "one")
        watch.oracle.begins(session.run)
        answers = iter(["afraid", None, None, False, False, False, False])
        while session.run.finished is None:
            before, event = session, Answer(next(answers, None))
            session = session.apply(event, NOW)
            watch.event(before, before.view(), event, session)
        assert watch.oracle.was_asked()
        assert watch.findings == []

    @pytest.mark.parametrize(("on", "found"), [(None, {STUCK}), (date(2030, 1, 1), set())])
    def test_somebody_who_is_stuck(self, watch: Watch, guide: Status, on: date | None, found: set[str]) -> None:
        """Somebody with nothing to do, and no date on which there will be, is stuck; with a date, they are not."""
        closed = [structs.replace(one, state=State.CLOSED, date=on, due=False) for one in guide.steps]
        watch.oracle = Oracle()
        watch.day(structs.replace(guide, steps=tuple(closed)))
        assert self.kinds(watch) == found

    def test_an_exception(self, program: Program, watch: Watch) -> None:
        """Whatever is raised in a life ends it, and is seen."""

        class Broken(InMemory):
            def put(self, run: Run) -> None:
                raise ZeroDivisionError

        watch.oracle = Oracle()
        Life(program, person(SEED, BRIEF), SEED, Broken(), watch).lives()
        assert self.kinds(watch) == {EXCEPTION}


class TestAfterwards:
    """What follows a message is worked out from the runs, and the report says it."""

    def followed(self, *told: tuple[int, str, Mapping[str, object]], today: int = 100) -> list[Afterwards]:
        """Give what followed the messages of someone who finished these steps with these answers, each on its day."""
        runs = [
            Run(
                id=f"run-{number}",
                step=step,
                started=NOW,
                start_number=2 * number,
                finished=NOW,
                finish_number=2 * number + 1,
                answers=dict(answers),  # type: ignore[arg-type]  # answers of all kinds
            )
            for number, (_day, step, answers) in enumerate(told, 1)
        ]
        days = {f"run-{number}": day for number, (day, *_rest) in enumerate(told, 1)}
        return list(afterwards_of(runs, days, today, bounded=False, away=False))

    def test_no_one_is_in_it_who_sent_nothing(self) -> None:
        """A draft that wasn't sent is no message."""
        assert self.followed((3, "one-invitation", {"draft": "Coffee?"}), (4, "one-invitation", {"sent": "no"})) == []

    def test_what_was_told_of_an_answer_and_when(self) -> None:
        """Every time it was asked is there, on the day counted from the one on which it was sent, of an apology too."""
        sent = (10, "apology", {"sent": "yes"})
        (one,) = self.followed(
            sent,
            (11, "apology", {"reply": "nothing"}),
            (15, "apology", {"reply": "other"}),
            (35, "apology", {"reply": "no"}),
        )
        assert (one.message, one.told) == ("apology", ((1, "nothing"), (5, "other"), (25, "no")))
        assert one.after_other == ("no",)
        assert (one.ended, one.open_because, one.days) == ("", "told: no", 90)

    def test_the_meeting_and_its_reviews(self) -> None:
        """What was told of the meeting is there, also by those who weren't asked if they met, and how many reviews followed."""
        sent = (10, "one-invitation", {"sent": "yes"})
        meet = "meet-and-go-slowly"
        (one,) = self.followed(
            sent, (12, meet, {"met": "fell-through"}), (15, meet, {"was": "Easy."}), (22, meet, {"reason-back": 9})
        )
        assert (one.met, one.reviews, one.open_because) == (("fell-through", "yes"), 1, "met, 1 of 4 reviews")
        (other,) = self.followed(sent, (12, meet, {"hope": "A calm hour."}), (13, meet, {"met": "not-yet"}))
        assert other.open_because == "the meeting: not-yet"

    @pytest.mark.parametrize(
        ("later", "ended"),
        [
            ([(30, "letting-go", {})], "letting-go"),
            ([(30, "letting-go", {}), (40, "letting-go", {"holds": "no"})], ""),
            ([(30, "moved-on", {"is-so": "no"})], ""),
            ([(30, "together-again", {"keep": "My evenings."})], "together-again"),
            ([(30, "together-again", {"keep": "My evenings."}), (60, "apart-again", {"next": "unsure"})], ""),
            ([(30, "apart-again", {"next": "fresh"}), (50, "letting-go", {})], "started again"),
        ],
    )
    def test_where_they_ended(self, later: list[tuple[int, str, Mapping[str, object]]], ended: str) -> None:
        """An ending counts until it's taken back or they're apart again; whoever starts again ended with that."""
        (one,) = self.followed((10, "one-invitation", {"sent": "yes"}), *later)
        assert (one.ended, one.ended_after) == ((ended, 20) if ended else ("", one.ended_after))
        assert bool(one.open_because) is not bool(ended)

    def test_a_second_message_is_one_of_its_own(self) -> None:
        """Each time through the program has its own message, and what followed it."""
        sent: tuple[str, Mapping[str, object]] = ("one-invitation", {"sent": "yes"})
        first, second = self.followed((10, *sent), (30, "apart-again", {"next": "fresh"}), (80, *sent))
        assert (first.ended, second.ended, second.open_because) == ("started again", "", "nothing told yet")

    def test_the_report_says_it(self) -> None:
        """Of every message the report says what was asked afterwards, and where it ended or why it's still open."""
        sent = (10, "one-invitation", {"sent": "yes"})
        ended = self.followed(sent, (11, "one-invitation", {"reply": "no"}), (13, "declined", {}))
        still_open = self.followed(sent, (11, "one-invitation", {"reply": "nothing"}), today=14)
        life = DemoRun(
            number=0,
            circumstance="steady",
            done={},
            days=100,
            boundaries=(),
            set_backs=0,
            counts={},
            endings={},
            through={},
            longest=Idle(load(), frozenset()).longest,
            too_long=(),
            findings=(),
            afterwards=(*ended, *still_open),
        )
        report = told(Cohort([life]), 0)
        for line in (
            "messages sent: 2 (one-invitation 2)",
            "  asked if they answered: 2 people 1 times",
            "    time 1: 2 people, median day 1",
            "  told in the end: no 1, nothing 1",
            "  ended with declined: 1, median day 3",
            "  still open after a median of 4 days: 1: told: nothing",
        ):
            assert line in report.splitlines()

    @pytest.mark.parametrize(
        ("how", "is_left"),
        [
            ({}, True),
            ({"state": State.STARTED}, False),
            ({"date": date(2026, 4, 1)}, False),
            ({"state": State.OPEN}, False),
        ],
    )
    def test_someone_left_standing_is_seen(self, program: Program, how: dict[str, object], is_left: bool) -> None:
        """Someone with nothing asked, open or dated about their message for more than a week is seen, once."""
        guide = status_of(program, program.journey([], NOW))
        closed = [structs.replace(each, state=State.CLOSED, date=None, due=False) for each in guide.steps]
        steps = [structs.replace(each, **how) if each.step.id == "no-reply" else each for each in closed]
        watch = LeftStanding()
        seen = [watch.day(structs.replace(guide, steps=tuple(steps), due=(), next=None), []) for _day in range(20)]
        assert seen == [day == MOST_IDLE_DAYS and is_left for day in range(20)]

    def test_someone_whose_ending_holds_is_not_left_standing(self, program: Program) -> None:
        """An ending that holds asks for nothing more; one that was taken back leaves them as they were."""
        guide = status_of(program, program.journey([], NOW))
        closed = tuple(structs.replace(each, state=State.CLOSED, date=None, due=False) for each in guide.steps)
        nothing = structs.replace(guide, steps=closed, due=(), next=None)
        ended = Run(id="one", step="letting-go", started=NOW, start_number=1, finished=NOW, finish_number=2)
        taken_back = changed(ended, id="two", start_number=3, finish_number=4, answers={"holds": "no"})
        watch = LeftStanding()
        assert not any(watch.day(nothing, [ended]) for _day in range(20))
        assert any(watch.day(nothing, [ended, taken_back]) for _day in range(20))


class TestIdle:
    """Days with nothing to do are counted."""

    @pytest.fixture
    def guide(self, program: Program) -> Status:
        """Somebody for whom everything is done, and comes round again one day."""
        guide = status_of(program, program.journey([], NOW))
        done = [structs.replace(one, state=State.DONE, date=date(2030, 1, 1), due=False) for one in guide.steps]
        return structs.replace(guide, steps=tuple(done))

    def days(self, idle: Idle, guide: Status, number: int, first: int = 0, set_back: int = 0) -> None:
        """Let days pass on which everything stands like this."""
        for day in range(first, first + number):
            today = date(2026, 3, 2) + timedelta(days=day - set_back)
            idle.day(guide, day, today, max(today, date(2026, 3, 2)))

    def test_eight_days_are_too_long(self, program: Program, guide: Status) -> None:
        """Eight days in a row are noted as too long, seven are not."""
        idle = Idle(program, always_open(program))
        self.days(idle, guide, 7)
        assert (idle.longest.days, idle.too_long) == (7, [])
        self.days(idle, guide, 1, first=7)
        assert [one.days for one in idle.too_long] == [8]

    @pytest.mark.parametrize("how", [{"state": State.OPEN}, {"state": State.STARTED}, {"due": True}])
    @pytest.mark.parametrize(("step_id", "counts"), [("why-space", True), ("waiting", True), ("check-in", False)])
    def test_what_ends_the_wait(
        self, program: Program, guide: Status, step_id: str, counts: bool, how: dict[str, object]
    ) -> None:
        """A step or an ending that is open, begun or due ends it; the companion, always open, does not."""
        opened = [structs.replace(one, **how) if one.step.id == step_id else one for one in guide.steps]
        idle = Idle(program, always_open(program))
        self.days(idle, structs.replace(guide, steps=tuple(opened)), 9)
        assert idle.longest.days == (0 if counts else 9)

    @pytest.mark.parametrize("step_id", ["letting-go", "moved-on", "together-again", "apart-again"])
    def test_an_ending_that_only_stands_open_is_nothing_to_do(
        self, program: Program, guide: Status, step_id: str
    ) -> None:
        """What stands open at all times, or in case it ends again, ends the wait only when it is due."""
        opened = [structs.replace(one, state=State.OPEN) if one.step.id == step_id else one for one in guide.steps]
        idle = Idle(program, always_open(program))
        self.days(idle, structs.replace(guide, steps=tuple(opened)), 9)
        assert idle.longest.days == 9

    @pytest.mark.parametrize("looks_again", [6, 7])
    def test_what_was_done_between_two_looks_ends_the_wait(
        self, program: Program, guide: Status, looks_again: int
    ) -> None:
        """A date that was named has come, today or before, and the next one is named: it was due, which no look has seen."""
        first = [structs.replace(one, date=date(2026, 3, 8)) for one in guide.steps]
        idle = Idle(program, always_open(program))
        self.days(idle, structs.replace(guide, steps=tuple(first)), 6)
        self.days(idle, guide, 6, first=looks_again)
        assert (idle.longest.days, idle.too_long) == (6, [])
        self.days(idle, guide, 2, first=looks_again + 6)
        assert idle.longest.days == 8

    def test_a_date_shown_twice_is_one_day(self, program: Program, guide: Status) -> None:
        """A clock that was set back shows dates again; they count once, and it is told that it was set back."""
        idle = Idle(program, always_open(program))
        self.days(idle, guide, 6)
        self.days(idle, guide, 6, first=6, set_back=6)
        assert idle.longest.days == 6
        self.days(idle, guide, 2, first=12, set_back=14)
        assert (idle.longest.days, idle.longest.set_back) == (8, True)
