"""The gate of stage 3: each condition, its day, when the page is offered again, and the advice to those who were ready before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from support.in_memory import InMemory
from support.lives import LIFE
from support.person import Person
from support.record import numbered
from support.weeks import BEGAN, run

from exback.engine.session import Session
from exback.engine.view import Answer, GoTo, Leave, View
from exback.errors import NotNow
from exback.loader import load
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.run import Run, changed
from exback.screen.pages.status import plain_status
from exback.screen.pages.step_map import plain_map

load()
readiness: Any = import_module("exback.steps.reattraction.readiness")

DAY = 30
"""The day on which everyone here is looked at, counted from the first; the rule ends on it."""
LOOKS_GOOD = "Everything exback can count looks good. It can't see how you really are. You can."
HEAVY: Mapping[str, str] = {"phq_1": "3", "phq_2": "3", "gad_1": "3", "gad_2": "3"}
LIGHT: Mapping[str, str] = {"phq_1": "1", "phq_2": "0", "gad_1": "1", "gad_2": "0"}
SLIP: Mapping[str, Any] = {"kind": "i-wrote", "before": "x", "hoped": "y", "they-answered": "nothing", "change": "z"}


def lived(step: str, day: int, hour: int) -> Run:
    """Give a run with the answers that the tests share."""
    answers: dict[str, Any] = dict(LIFE[step])
    return changed(run(step, day, hour), answers=answers)


def life(
    *more: Run,
    moods: Callable[[int], int] = lambda _day: 6,
    check_in_days: Iterable[int] = range(1, DAY),
    weekly: Mapping[str, str] = LIGHT,
    without: Sequence[int] = (8, 8),
    need_or_want: str = "want",
    plans: Sequence[Sequence[str] | None] = (None, ["joy"], ["people"]),
    length: str = "30",
) -> list[Run]:
    """Give the runs of someone who decided twice on an invitation, and is ready but for what is given."""
    runs = [
        lived("your-story", 0, 10),
        lived("the-whole-story", 0, 10),
        run("contact-rule", 0, 11, length=length, kind="full"),
        lived("why-it-ended", 8, 10),
    ]
    runs += [run("decide", day, 12, choice="invitation") for day in (14, 21)]
    runs += [run("two-questions", 14 + 7 * week, 13, want=7, without=number) for week, number in enumerate(without)]
    runs.append(run("happy-without", 14, 14, need_or_want=need_or_want))
    for week, ticked in enumerate(plans):
        answers: dict[str, Any] = {} if ticked is None else {"came_about": list(ticked)}
        runs.append(run("live-forward", 7 + 7 * week, 15, joy="Swim", **answers))
    for day in check_in_days:
        pairs: dict[str, Any] = dict(weekly) if day % 7 == 1 else {}
        runs.append(run("check-in", day, 9, mood=moods(day), happened=[], **pairs))
    return numbered(sorted((*runs, *more), key=lambda each: each.started))


def journey_of(program: Program, runs: Sequence[Run], day: float = DAY) -> Journey:
    """Give the journey of some runs, as it is in the evening of a day counted from the first."""
    return program.journey(runs, BEGAN + timedelta(days=day))


def missing(program: Program, runs: Sequence[Run], day: float = DAY) -> dict[str, str]:
    """Give the words of every condition that doesn't hold, each with the day on which it could."""
    shown = readiness.signs(journey_of(program, runs, day))
    return {each.reason: str(each.date) for each in shown if not each.open}


def somebody(person: Person, runs: Sequence[Run], day: float = DAY) -> Person:
    """Put runs into the file of a person who is looked at on the evening of a day."""
    for each in runs:
        person.store.put(each)
    person.clock.now = BEGAN + timedelta(days=day)
    return person


def looks(person: Person, fine_with_no: int = 9) -> str:
    """Go through “Am I ready?”, and give everything it says after the questions."""
    person.answers("am-i-ready", {**LIFE["am-i-ready"], "fine-with-no": fine_with_no})
    return words([view for view in person.views if view.item.id in ("signs", "not-yet", "closing")])


def words(views: Sequence[View]) -> str:
    """Give what some pages say."""
    return "\n".join(str(block) for view in views for block in view.body)


class TestConditions:
    """What each condition takes, and the day on which it could hold."""

    def test_someone_who_is_well_lacks_nothing(self, program: Program) -> None:
        """With everything in place, every condition holds."""
        assert missing(program, life()) == {}

    def test_a_rule_that_is_running_names_its_last_day(self, program: Program) -> None:
        """The rule is over on the day after its length has passed, and not before."""
        assert missing(program, life(length="60")) == {"Your rule isn't over yet.": "2026-05-01"}

    def test_a_decision_that_was_changed_counts_no_more(self, program: Program) -> None:
        """Someone who answered otherwise since hasn't decided twice."""
        runs = life(run("decide", 28, 12, choice="wait"))
        assert missing(program, runs) == {"You haven't decided twice, a week apart, to invite them.": "2026-04-13"}

    @pytest.mark.parametrize(
        ("without", "says", "day"),
        [
            ((8, 5), "Happy without them: 8 and 5. You need 6, two weeks in a row.", "2026-04-08"),
            ((5, 6), "Happy without them: 5 and 6. You need 6, two weeks in a row.", "2026-04-01"),
            ((8,), "Happy without them: 8. You need 6, two weeks in a row.", "2026-04-01"),
            ((), "Happy without them: no answer yet. You need 6, two weeks in a row.", "2026-04-08"),
        ],
    )
    def test_happy_without_takes_two_weekly_answers(
        self, program: Program, without: Sequence[int], says: str, day: str
    ) -> None:
        """The two latest answers are 6 or more; the day is when as many as are missing can have been given."""
        assert missing(program, life(without=without)) == {says: day}
        assert missing(program, life(without=(0, 6, 6))) == {}

    def test_needing_them_isnt_wanting_them(self, program: Program) -> None:
        """“I need them” is a condition that's missing; “neither” isn't."""
        needs = "You said you need them. Wanting them is fine."
        assert missing(program, life(need_or_want="need")) == {needs: "2026-04-01"}
        assert missing(program, life(need_or_want="neither")) == {}
        assert missing(program, life(run("happy-without", 22, 12, need_or_want="need"))) == {needs: "2026-04-01"}

    @pytest.mark.parametrize(
        ("days", "count", "day"),
        [
            (range(22, DAY), 8, ""),
            (range(23, DAY), 7, "2026-04-01"),
            ((17, 18, 19, 29), 4, "2026-04-07"),
            ((), 0, "2026-04-08"),
        ],
    )
    def test_it_takes_eight_check_ins_in_two_weeks(
        self, program: Program, days: Iterable[int], count: int, day: str
    ) -> None:
        """With fewer, the day is the first on which there can be eight in fourteen days."""
        shown = missing(program, life(check_in_days=days))
        asked = [(says, on) for says, on in shown.items() if says.startswith("You checked in")]
        number = {0: "none", 4: "four", 7: "seven"}.get(count)
        assert asked == ([(f"You checked in on {number} of the last 14 days. You need 8.", day)] if number else [])

    def test_a_low_mood_isnt_a_mood_that_hasnt_been_falling(self, program: Program) -> None:
        """Seen wrong: a mood of 1 every day passed, because it wasn't falling."""
        runs = life(moods=lambda _day: 1)
        assert missing(program, runs) == {"Your mood was 1 out of 10 on average. You need 5.": "2026-04-08"}

    def test_a_mood_just_below_five_never_reads_as_five(self, program: Program) -> None:
        """The average that is shown is rounded down."""
        runs = life(moods=lambda day: 4 if day == 29 else 5)
        assert list(missing(program, runs)) == ["Your mood was 4.9 out of 10 on average. You need 5."]

    def test_a_falling_mood_waits(self, program: Program) -> None:
        """A good average isn't enough if the second half of it is clearly lower."""
        runs = life(moods=lambda day: 9 if day < 24 else 6)
        assert missing(program, runs) == {"Your mood has been falling. Give it time.": "2026-04-08"}

    def test_moods_older_than_two_weeks_dont_count(self, program: Program) -> None:
        """Only the last fourteen days are looked at."""
        assert missing(program, life(moods=lambda day: 0 if day < 17 else 6)) == {}

    def test_high_weekly_answers_delay_by_two_weeks_and_name_help(self, program: Program) -> None:
        """A PHQ-2 or GAD-2 of 3 or more twice running is a reason to wait, and to talk to someone."""
        says = (
            "Your last two weekly answers showed low mood or a lot of worry. Please talk to a doctor, or to one of the helplines in "
            "exback crisis."
        )
        assert missing(program, life(weekly=HEAVY)) == {says: "2026-04-15"}
        assert missing(program, life(weekly={**LIGHT, "gad_1": "3"})) == {says: "2026-04-15"}
        assert missing(program, life(weekly={"phq_1": "3", "phq_2": "3"})) == {says: "2026-04-15"}
        once = life(run("check-in", 29, 20, mood=6, happened=[], **LIGHT), weekly=HEAVY)  # type: ignore[arg-type]
        assert missing(program, once) == {}

    def test_without_weekly_answers_it_says_so_and_blocks_nothing(self, program: Program) -> None:
        """Someone who never answered the weekly questions isn't kept away, and isn't called well either."""
        runs = life(weekly={})
        assert missing(program, runs) == {}
        journey = journey_of(program, runs)
        assert readiness.concern(journey) == (
            "There aren't enough weekly answers about mood and worry yet for exback to say anything about them."
        )
        assert readiness.CALM.holds not in [each.reason for each in readiness.signs(journey)]

    @pytest.mark.parametrize(
        ("plans", "so_far", "day"),
        [
            ((None, ["joy"]), 1, "2026-04-01"),
            ((None, ["joy"], []), 0, "2026-04-08"),
            ((None, [], ["joy"]), 1, "2026-04-01"),
            ((None, [], []), 0, "2026-04-08"),
            ((None,), 0, "2026-04-08"),
            ((), 0, "2026-04-15"),
        ],
    )
    def test_two_weekly_plans_in_a_row_have_to_come_to_something(
        self, program: Program, plans: Sequence[Sequence[str] | None], so_far: int, day: str
    ) -> None:
        """Seen wrong: plans that were only made counted. What is ticked a week later says what of them happened."""
        says = (
            "One of your weekly plans happened. It takes two weeks in a row."
            if so_far
            else "Something you planned has to happen two weeks in a row."
        )
        assert missing(program, life(plans=plans)) == {says: day}

    @pytest.mark.parametrize(
        "slip",
        [
            run("contact", 27, 20, **SLIP),
            run("contact", 27, 20, kind="met-my-idea"),
            run("urge", 27, 20, before=8, after=5, wrote=True),
            run("check-in", 27, 20, mood=6, happened=["contact"]),
            changed(run("check-in", 29, 20), answers={"mood": 6, "happened": ["contact"], "day": "2026-03-29"}),
        ],
        ids=["contact", "met", "urge", "check-in", "check-in about an earlier day"],
    )
    def test_a_slip_counts_wherever_it_was_told(self, program: Program, slip: Run) -> None:
        """Seen wrong: only the step about contact was read. A week without starts on the day of the slip."""
        assert missing(program, life(slip)) == {"You told exback about contact in the last seven days.": "2026-04-05"}
        assert missing(program, life(slip), day=34) == {}

    def test_contact_that_they_began_is_no_slip(self, program: Program) -> None:
        """A check-in that mentions contact doesn't count on a day for which the contact step says that they wrote."""
        mention = run("check-in", 27, 20, mood=6, happened=["contact"])
        assert missing(program, life(run("contact", 27, 19, kind="they-wrote", answered=False), mention)) == {}
        assert missing(program, life(run("contact", 27, 19, kind="logistics"))) == {}


class TestTwoQuestions:
    """The weekly questions say honestly that they're looked at."""

    SAYS = "exback looks at this before any invitation (6 or more, two weeks in a row)"

    def _note(self, person: Person) -> str:
        answers = {"want": 5, "want-why": "x", "without": 6, "without-why": "y"}
        person.answers("two-questions", answers)
        return str(next(view.note for view in person.views if view.item.id == "without"))

    def test_say_what_the_number_is_for(self, person: Person) -> None:
        """Someone on the way reads that the number counts before an invitation, and that only a true one helps."""
        assert self.SAYS in self._note(somebody(person, life()))

    @pytest.mark.parametrize(
        "closed",
        [
            run("their-side", 29, 12, afraid_of_them=True),
            run("their-side", 29, 12, asked_to_stop=True),
            run("letting-go", 29, 12, keep="The choir."),
        ],
        ids=["afraid", "asked to stop", "let go"],
    )
    def test_say_nothing_of_invitations_where_none_can_follow(self, person: Person, closed: Run) -> None:
        """Behind a boundary, and after an ending, the page speaks of no invitation."""
        assert "invitation" not in self._note(somebody(person, life(closed)))

    def test_say_nothing_of_invitations_before_the_questions_about_safety(self, person: Person) -> None:
        """Not having been asked isn't a no."""
        unasked = [each for each in life() if each.step != "your-story"]
        assert "invitation" not in self._note(somebody(person, unasked))


class TestThePage:
    """What the person reads, and when it's offered."""

    def test_someone_unwell_is_never_told_that_nothing_stands_in_the_way(self, person: Person) -> None:
        """Seen wrong: mood 1 each day, 0 twice, “I need them”, 6 of 6 each week, no plan carried out, and it said they may go on."""
        unwell = life(
            moods=lambda _day: 1,
            weekly=HEAVY,
            without=(0, 0),
            need_or_want="need",
            plans=(None, [], []),
        )
        page = looks(somebody(person, unwell), 9)
        for reason in (
            "mood was 1 out of 10",
            "need them",
            "0 and 0",
            "last two weekly answers showed",
            "has to happen two weeks in a row",
        ):
            assert reason in page
        assert "stands in the way" not in page
        assert LOOKS_GOOD not in page
        assert "one of the helplines in exback crisis. Earliest: 15 April." in page
        assert "You said you need them. Wanting them is fine. To do: exback step happy-without" in page
        assert "Look again on Wednesday 15 April" in page
        assert not person.journey.is_done("am-i-ready")
        assert person.state("what-has-changed") == "closed"

    def test_someone_well_is_told_what_exback_can_count(self, person: Person) -> None:
        """With everything in place, the way is open, and it doesn't claim to know how they are."""
        page = looks(somebody(person, life()))
        assert page.count(LOOKS_GOOD) == 1
        assert "How well you could take a no: 9 out of 10. Next, look at what has changed" in page
        assert "Not yet" not in page
        assert person.journey.is_done("am-i-ready")
        assert person.state("what-has-changed") == "open"

    def test_it_isnt_offered_before_the_day_that_it_named(self, person: Person) -> None:
        """Until then it isn't due, isn't next and can't be opened; on the day itself it can."""
        somebody(person, life(length="60"))
        assert "Look again on Friday 1 May" in looks(person)
        for day in (31, 37, 59):
            person.clock.now = BEGAN + timedelta(days=day)
            status = person.guide
            shown = status.step_status(person.program.step("am-i-ready"))
            assert (shown.state, str(shown.date), shown.may_begin, shown.due) == (
                "closed",
                "2026-05-01",
                False,
                False,
            )
            assert status.next is None or status.next.id != "am-i-ready"
            person.answers("am-i-ready", {})
            assert person.views[0].item.id == "review"
        person.clock.now = BEGAN + timedelta(days=60)
        status = person.guide
        assert status.step_status(person.program.step("am-i-ready")).may_begin
        assert "am-i-ready" in {step.id for step in (*status.due, status.next) if step}

    def test_no_map_says_that_the_stage_opens_on_that_day(self, person: Person) -> None:
        """On the day there's only another look, and the steps after it wait for that."""
        looks(somebody(person, life(length="60")))
        person.clock.now = BEGAN + timedelta(days=31)
        today, status = person.journey.today, person.guide
        lines = {line.partition(":")[0]: line for line in plain_status(person.program, status, today)}
        assert lines["Re-attraction"] == "Re-attraction: 0 of 6 steps done. You can look again on Friday 1 May"
        rows = [*plain_map(person.program, status, today)]
        assert "am-i-ready, Am I ready? Closed. You can look again on Friday 1 May." in rows
        assert "what-has-changed, What has changed: closed. Opens after “Am I ready?”." in rows

    def test_before_the_second_decision_no_map_names_a_day(self, person: Person) -> None:
        """From the day that it can count on, only deciding again opens the stage."""
        runs = [each for each in life() if each.step != "decide"]
        somebody(person, numbered([*runs, run("decide", DAY - 1, 12, choice="invitation")]))
        today, status = person.journey.today, person.guide
        lines = [*plain_status(person.program, status, today), *plain_map(person.program, status, today)]
        stage_three = [line for line in lines if line.startswith(("Re-attraction: 0", "am-i-ready", "their-side"))]
        assert len(stage_three) == 3
        assert all("Decide" in line and "April" not in line for line in stage_three)

    def test_a_run_that_was_begun_may_be_finished(self, person: Person) -> None:
        """A run that was left on the way is gone on with, whatever day it is."""
        somebody(person, life())
        person.answers("am-i-ready", {"fine-with-no": Leave()})
        person.clock.forward(days=2)
        assert person.state("am-i-ready") == "started"
        looks(person)
        assert person.journey.is_done("am-i-ready")

    def test_a_no_is_asked_about_once_a_week(self, person: Person) -> None:
        """Below 8 of 10 it's asked again after a week, and not tomorrow."""
        somebody(person, life())
        assert "You wouldn't be all right with a no yet. You need 8 out of 10." in looks(person, 7)
        assert "Look again on Wednesday 8 April" in words(person.views[-1:])
        person.clock.forward(days=6)
        assert person.state("am-i-ready") == "closed"
        person.clock.forward(days=1)
        assert person.state("am-i-ready") == "open"

    @pytest.mark.parametrize(("hours", "is_done"), [(1, True), (24, False)])
    def test_changing_the_answer_on_a_later_day_doesnt_change_the_result(
        self, person: Person, hours: int, is_done: bool
    ) -> None:
        """A slip of the finger can be corrected on the same evening; tomorrow's answer counts in a week."""
        looks(somebody(person, life()), 3)
        person.clock.forward(hours=hours)
        look = person.journey.last("am-i-ready")
        assert look is not None
        session = Session.edit(person.program, person.program.step("am-i-ready"), person.journey, look)
        for event in (GoTo("fine-with-no"), Answer(9)):
            session = session.apply(event, person.clock())
        person.store.put(session.run)
        assert person.journey.is_done("am-i-ready") is is_done

    def test_setting_the_clock_forward_and_back_wins_nothing(self, person: Person) -> None:
        """After the clock was set back by a month, the wait goes on as before."""
        looks(somebody(person, life()), 3)
        person.clock.forward(days=-30)
        person.answers("check-in", dict(LIFE["check-in"]))
        assert not person.guide.step_status(person.program.step("am-i-ready")).may_begin
        person.clock.forward(days=7)
        assert person.guide.step_status(person.program.step("am-i-ready")).may_begin

    def test_high_weekly_answers_delay_twice_and_are_then_a_concern(self, person: Person) -> None:
        """After the second delay they bar nothing; the page names the concern and the help, and the way is open."""
        runs = life(check_in_days=range(1, 60), weekly=HEAVY)
        somebody(person, [each for each in runs if each.started < BEGAN + timedelta(days=DAY)])
        later_runs = [each for each in runs if each.started >= BEGAN + timedelta(days=DAY)]
        for day in (30, 44):
            assert "Your last two weekly answers showed low mood or a lot of worry." in looks(
                at(person, later_runs, day)
            )
            assert not person.journey.is_done("am-i-ready")
            person.clock.forward(days=13)
            assert person.state("am-i-ready") == "closed"
        page = looks(at(person, later_runs, 58))
        assert "One concern: your weekly answers still show low mood or a lot of worry." in page
        assert "You can also call a helpline: exback crisis" in page
        assert readiness.CALM.holds not in page
        assert LOOKS_GOOD in page
        assert person.journey.is_done("am-i-ready")

    def test_it_names_no_condition_to_someone_behind_a_boundary(self, person: Person) -> None:
        """With a boundary, it isn't there at all."""
        somebody(person, life(run("their-side", 29, 12, afraid_of_them=True)))
        with pytest.raises(NotNow):
            looks(person)


def at(person: Person, runs: Sequence[Run], day: int) -> Person:
    """Put those of some runs that were before a day into the file, numbered as they come, and look on that day."""
    person.clock.now = BEGAN + timedelta(days=day)
    known = {each.id for each in person.journey.runs}
    for each in runs:
        if each.id not in known and each.started < person.clock.now:
            number = person.journey.next_number
            person.store.put(changed(each, start_number=number, finish_number=number + 1))
    return person


class TestThoseWhoWereReadyBefore:
    """Someone who did it by the first version goes on, and reads the new conditions once."""

    @pytest.fixture
    def ready_before(self, person: Person) -> Person:
        """Someone who was ready by the first version, with a mood of 1 and plans that came to nothing."""
        look = run("am-i-ready", DAY, 18, fine_with_no=9, no_evening="At my sister's.")
        return somebody(person, life(look, moods=lambda _day: 1, plans=(None, [], [])), DAY + 1)

    def test_what_it_opened_stays_open(self, ready_before: Person) -> None:
        """It is done, isn't due again, and the next step is open."""
        assert ready_before.journey.is_done("am-i-ready")
        assert "am-i-ready" not in {step.id for step in ready_before.guide.due}
        assert ready_before.state("what-has-changed") == "open"

    def test_it_is_not_due_later_either(self, ready_before: Person) -> None:
        """Nothing asks them week after week to be tested anew."""
        ready_before.clock.forward(days=40)
        assert "am-i-ready" not in {step.id for step in ready_before.guide.due}

    def test_the_new_conditions_are_shown_once_as_advice(self, ready_before: Person) -> None:
        """The first step they begin shows which hold and which don't, and no later one does."""
        ready_before.answers("what-has-changed", dict(LIFE["what-has-changed"]))
        advice = words(self._advice(ready_before))
        assert "What was open for you stays open, so this is only advice." in advice
        assert "Your mood was 1 out of 10" in advice
        assert "Your rule is over." in advice
        ready_before.clock.forward(days=8)
        ready_before.answers("what-has-changed", dict(LIFE["what-has-changed"]))
        assert self._advice(ready_before) == []

    def test_someone_who_was_ready_by_the_new_ones_isnt_told_again(self, person: Person) -> None:
        """The advice is for those who never met the new conditions."""
        looks(somebody(person, life()))
        session = Session.begin(person.program, person.program.step("what-has-changed"), person.journey, "new")
        assert "new-conditions" not in [page.id for page in session.path.pages]

    def test_someone_who_began_an_invitation_isnt_stopped_for_it(self, ready_before: Person) -> None:
        """With a draft that is held, nothing new comes up before the invitation."""
        draft = run("one-invitation", DAY, 19, draft="Coffee some time? No is a fine answer.")
        ready_before.store.put(changed(draft, start_number=900, finish_number=901))
        session = Session.begin(
            ready_before.program, ready_before.program.step("one-invitation"), ready_before.journey, "new"
        )
        assert "new-conditions" not in [page.id for page in session.path.pages]

    @staticmethod
    def _advice(person: Person) -> list[View]:
        return [view for view in person.views if view.item.id == "new-conditions"]


@pytest.mark.parametrize(("days", "is_there"), [(14, True), (13, False)])
def test_twice_a_week_takes_four_check_ins(program: Program, days: int, is_there: bool) -> None:
    """Instead of eight, once that rhythm was chosen as long ago as the days that are looked at."""
    someone = InMemory(program)
    someone.puts("your-story", asked_to_stop=False, ordered_away=False, afraid_of_them=False, afraid_of_me=False)
    someone.puts("contact-rule", kind="full", length="14")
    someone.day = 20
    someone.puts("rule-is-over", rhythm="twice-a-week")
    for day in (3, 6, 9, days):
        someone.day = 20 + day
        someone.puts("check-in", mood=6)
    words = [sign.reason for sign in readiness.signs(someone.journey) if "hecked in" in sign.reason]
    missing = "You checked in on four of the last 14 days. You need 8."
    assert words == ["You checked in often enough in the last 14 days." if is_there else missing]
