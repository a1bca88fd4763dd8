from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.record import numbered

from exback.model.gates import (
    OPEN,
    Gate,
    answered,
    any_of,
    asked_again,
    at_least,
    by_day,
    days_since,
    days_without,
    done,
    done_before_version,
    first_closed,
    on_day_of,
    quiet,
    ran_its_length,
    runs,
    settled,
    spaced_runs,
    steady,
    whole_number,
)
from exback.model.happened import about
from exback.model.journey import Journey
from exback.model.run import Run, Value
from exback.model.tracking import Answers

MONDAY = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))
REASON = "Give it time."
steadily = settings(max_examples=100)


def at(days: int) -> datetime:
    """Give ten in the morning some days after Monday 2 March 2026."""
    return MONDAY + timedelta(days=days)


def walked(day: int, /, *, step: str = "walk", finished: bool = True, **answers: Value) -> Run:
    """Give a run of a step on one day, with answers."""
    return Run(
        id=f"{step}-{day}-{len(answers)}-{finished}",
        step=step,
        started=at(day),
        finished=at(day) if finished else None,
        answers={item.replace("_", "-"): value for item, value in answers.items()},
    )


def journey(now: int, *walked_runs: Run) -> Journey:
    """Give a journey seen some days after Monday."""
    return Journey(walked_runs, at(now))


def is_open(gate: Gate, now: int, *walked_runs: Run) -> bool:
    """Tell whether a gate is open on a day."""
    return gate.check(journey(now, *walked_runs)).open


def refusal(gate: Gate, now: int, *walked_runs: Run) -> tuple[str, date | None]:
    """Give the sentence and the date of a gate that is closed."""
    verdict = gate.check(journey(now, *walked_runs))
    assert not verdict.open
    assert verdict.step == "walk"
    return verdict.reason, verdict.date


def choice(*answers: tuple[int, str]) -> tuple[Run, ...]:
    """Give runs that answered the choice, each on its day."""
    return tuple(walked(day, choice=answer) for day, answer in answers)


def test_an_open_gate_says_nothing() -> None:
    """What is open needs no reason and no date."""
    verdict = done("walk").check(journey(1, walked(0)))
    assert verdict == OPEN
    assert (verdict.reason, verdict.date, verdict.step) == ("", None, "")


def test_the_first_closed_gate_speaks_for_all() -> None:
    """Of several gates the first that is closed gives the reason; without one all is open."""
    gates = (done("walk"), days_since("walk", 7), done("other"))
    assert first_closed((), journey(0)).open
    assert first_closed(gates, journey(1, walked(0))).date == date(2026, 3, 9)
    assert first_closed(gates, journey(9, walked(0))).step == "other"
    assert first_closed(gates[:2], journey(9, walked(0))).open


@pytest.mark.parametrize(
    ("gate", "refers"),
    [
        (done("a"), (("a", ""),)),
        (days_since("a", 7), (("a", ""),)),
        (runs("a", 2), (("a", ""),)),
        (answered("a", "x", "yes"), (("a", "x"),)),
        (settled("a", "x", times=2, days_apart=7), (("a", "x"),)),
        (at_least("a", "x", 5, REASON), (("a", "x"),)),
        (any_of(done("a"), answered("b", "x", "y")), (("a", ""), ("b", "x"))),
        (ran_its_length("a", "x", "y"), (("a", "x"), ("a", "y"))),
        (quiet("a", "x", ("y",), 7, REASON), (("a", "x"),)),
        (steady("a", "x", "day", days=14, drop=0.5, reason=REASON), (("a", "x"), ("a", "day"))),
    ],
)
def test_a_gate_names_what_it_reads(gate: Gate, refers: tuple[tuple[str, str], ...]) -> None:
    """Each gate lists the steps and items it looks at, so that a check can find a wrong id."""
    assert gate.refers == refers


# done, days_since, runs


def test_done_opens_with_the_first_finished_run() -> None:
    """A step that must come first holds the gate until it is finished once."""
    assert refusal(done("walk"), 5, walked(0, finished=False)) == ("Opens after “{title}”.", None)
    assert is_open(done("walk"), 0, walked(0))


def test_what_was_done_in_an_earlier_version_opens_what_it_opened_then() -> None:
    """A run in an earlier version opens the gate; one of this version or an unfinished one doesn't."""
    gate = done_before_version("walk", 2)
    later = msgspec.structs.replace(walked(0), step_version=2)
    assert gate.check(Journey([walked(0)], at(1))) == OPEN
    assert gate.check(Journey([later], at(1))).reason == "Opens after “{title}”."
    assert not gate.check(Journey([walked(0, finished=False)], at(1))).open


AGAIN = asked_again("walk", 3, days_apart=2, later=(30, 60))


@pytest.mark.parametrize(
    ("days", "closed_on"),
    [
        ((0, 2), [29, 30, 59, 60, 90]),
        ((0, 2, 3), [29, 30, 59, 60, 90]),  # the third is too near to count
        ((0, 2, 4), [30, 59, 60, 90]),
        ((0, 2, 4, 20), [30, 59, 60, 90]),
        ((0, 2, 4, 30), [60, 90]),
        ((0, 2, 4, 31, 60), []),
        ((0, 2, 4, 75), []),
        ((0, 20, 40), [60, 90]),  # the third was late enough to be the look after 30 days
    ],
)
def test_asked_again_closes_from_each_later_day_until_it_was_done(days: tuple[int, ...], closed_on: list[int]) -> None:
    """The days count from the first time; one run answers for every day that has gone by."""
    done_on = [walked(day) for day in days]
    later = [day for day in (29, 30, 59, 60, 90) if day >= days[-1]]
    assert [day for day in later if not is_open(AGAIN, day, *done_on)] == closed_on


def test_asked_again_counts_what_is_missing() -> None:
    """Before the first three are done it says how many there are."""
    assert refusal(AGAIN, 5, walked(0)) == (
        "Opens when you've done “{title}” three times, at least two days apart. So far: 1.",
        None,
    )
    assert refusal(AGAIN, 30, walked(0), walked(2), walked(4)) == ("You'll be asked “{title}” once more.", None)


def test_spaced_runs_are_days_apart() -> None:
    """A run too soon after the last that counts is left out, and the first always counts."""
    runs_on = Journey([walked(day) for day in (0, 1, 2, 3, 6)], at(9))
    assert [(run.day - MONDAY.date()).days for run in spaced_runs(runs_on, "walk", 2)] == [0, 2, 6]
    assert spaced_runs(runs_on, "other", 2) == []


def test_days_since_counts_from_the_first_finished_run() -> None:
    """The days begin with the first time the step was finished; doing it again does not begin them anew."""
    gate = days_since("walk", 7)
    sentence = "Opens seven days after “{title}”."
    assert refusal(gate, 5, walked(0, finished=False)) == (sentence, None)
    assert refusal(gate, 6, walked(0)) == (sentence, date(2026, 3, 9))
    assert refusal(gate, 6, walked(0), walked(5)) == (sentence, date(2026, 3, 9))
    assert is_open(gate, 7, walked(0))
    assert is_open(gate, 7, walked(0), walked(5))


def test_on_day_of_is_open_on_the_last_day_of_a_step() -> None:
    """It is open on the day the step was last finished, and on no other, nor while the clock is set back."""
    gate = on_day_of("walk")
    assert is_open(gate, 0, walked(0))
    assert is_open(gate, 5, walked(0), walked(5))
    for day, happened in ((0, walked(0, finished=False)), (1, walked(0)), (-3, walked(0))):
        assert refusal(gate, day, happened) == ("Opens on the day of “{title}”.", None)


def test_days_since_stays_open_when_the_clock_is_set_back() -> None:
    """A gate that was open on some day, and was walked through, is open whatever the clock says later."""
    gate = days_since("walk", 7)
    assert is_open(gate, 7, walked(0), walked(7, step="next"))
    assert is_open(gate, -3000, walked(0), walked(7, step="next"))


def test_days_since_opens_when_the_days_cannot_be_counted() -> None:
    """A clock set back takes away no day that left no entry: the gate opens, and the next entry does not close it."""
    gate = days_since("walk", 7)
    assert is_open(gate, -300, walked(0))
    assert is_open(gate, -299, walked(0), walked(-300, step="next"))
    assert refusal(gate, 6, walked(0), walked(5, step="next"))[1] == date(2026, 3, 9)


def test_a_promise_runs_its_length_whatever_the_clock_did() -> None:
    """What leads to the other person waits for counted days: no clock set back opens it."""
    gate = ran_its_length("walk", "days")
    assert refusal(gate, -300, walked(0, days=30))[1] is not None
    assert refusal(gate, -299, walked(0, days=30), walked(-300, step="next"))[1] is not None


def test_runs_counts_finished_runs() -> None:
    """A step may have to be finished several times, on one day or not."""
    gate = runs("walk", 3)
    assert refusal(gate, 1)[0] == "Opens when you've done “{title}” three times. So far: 0."
    assert refusal(gate, 1, walked(0), walked(0, finished=False), walked(0, x=1))[0].endswith("So far: 2.")
    assert is_open(gate, 1, walked(0), walked(0, x=1), walked(0, x=1, y=1))


def test_runs_apart_counts_only_those_far_enough_from_the_last_that_counted() -> None:
    """Runs too close together count as one, and the sentence says how far apart they must lie."""
    gate = runs("walk", 2, days_apart=7)
    assert refusal(gate, 0) == ("Opens when you've done “{title}” twice, at least seven days apart. So far: 0.", None)
    assert refusal(gate, 6, walked(0), walked(6)) == (
        "Opens when you've done “{title}” twice, at least seven days apart. So far: 1.",
        date(2026, 3, 9),
    )
    assert is_open(gate, 7, walked(0), walked(6), walked(7))


# answered, settled, at_least


def test_answered_once_looks_at_the_latest_answer() -> None:
    """A gate for one answer is open while the latest answer is that one."""
    gate = answered("walk", "choice", "yes")
    assert refusal(gate, 1) == ("Opens after a certain answer in “{title}”.", None)
    assert refusal(gate, 1, walked(0, finished=False, choice="yes"))[1] is None
    assert is_open(gate, 1, *choice((0, "yes")))
    assert not is_open(gate, 1, *choice((0, "yes"), (1, "no")))
    assert is_open(gate, 1, *choice((0, "yes")), walked(1, choice=None))


def test_answered_twice_needs_its_days_in_between() -> None:
    """The same answer counts twice only when seven days lie between; the day for it is told."""
    gate = answered("walk", "choice", "yes", times=2, days_apart=7)
    assert refusal(gate, 3, *choice((0, "yes"))) == (
        "Opens when you've given a certain answer in “{title}” twice, at least seven days apart.",
        date(2026, 3, 9),
    )
    assert refusal(gate, 6, *choice((0, "yes"), (3, "yes"), (6, "yes")))[1] == date(2026, 3, 9)
    assert is_open(gate, 7, *choice((0, "yes"), (7, "yes")))
    assert is_open(gate, 8, *choice((0, "yes"), (3, "yes"), (8, "yes")))


def test_answered_twice_begins_anew_when_the_answer_changes() -> None:
    """Another answer in between begins the count again, and a different last answer closes the gate."""
    gate = answered("walk", "choice", "yes", times=2, days_apart=7)
    assert not is_open(gate, 20, *choice((0, "yes"), (10, "no"), (12, "yes")))
    assert refusal(gate, 20, *choice((0, "yes"), (10, "no"), (12, "yes")))[1] == date(2026, 3, 22)
    assert is_open(gate, 20, *choice((0, "yes"), (10, "no"), (12, "yes"), (19, "yes")))
    assert not is_open(gate, 20, *choice((0, "yes"), (7, "yes"), (8, "no")))
    assert refusal(gate, 20, *choice((0, "yes"), (7, "yes"), (8, "no")))[1] is None


@steadily
@given(
    answers=st.lists(
        st.tuples(st.integers(0, 12), st.sampled_from(["yes", "yes", "no", "wait"])), min_size=1, max_size=8
    )
)
def test_answered_twice_is_open_only_for_one_mind_over_seven_days(answers: list[tuple[int, str]]) -> None:
    """Two decisions count only if every answer between them was the same and at least seven days lie between."""
    day, told = 0, []
    for later, answer in answers:
        day += later
        told.append((day, answer))
    last_other = max((place for place, (_, answer) in enumerate(told) if answer != "yes"), default=-1)
    same_mind = [on for on, _ in told[last_other + 1 :]]
    expected = bool(same_mind) and same_mind[-1] - same_mind[0] >= 7
    numbered = [
        Run(id=f"run-{place}", step="walk", started=at(on), finished=at(on), answers={"choice": answer})
        for place, (on, answer) in enumerate(told)
    ]
    gate = answered("walk", "choice", "yes", times=2, days_apart=7)
    assert gate.check(Journey(numbered, at(day))).open == expected


def test_settled_opens_for_any_answer_that_stays_the_same() -> None:
    """Whatever the answer is, giving it twice with the days in between settles it."""
    gate = settled("walk", "choice", times=2, days_apart=7)
    sentence = "Opens when you've given the same answer in “{title}” twice, at least seven days apart."
    assert refusal(gate, 0) == (sentence, None)
    assert refusal(gate, 9, *choice((0, "yes"), (9, "no"))) == (sentence, date(2026, 3, 18))
    assert is_open(gate, 16, *choice((0, "yes"), (9, "no"), (16, "no")))
    assert is_open(gate, 16, *choice((0, "let-go"), (16, "let-go")))


def test_answers_that_need_no_days_between_them_do_not_speak_of_days() -> None:
    """Where the same answer may be given twice on one day, the sentence asks for no days in between."""
    sentence = "Opens when you've given a certain answer in “{title}” twice."
    assert refusal(answered("walk", "choice", "yes", times=2), 0)[0] == sentence


def test_at_least_looks_at_the_latest_number() -> None:
    """A scale opens the gate from its number upwards, by the latest answer, and else the author's reason is given."""
    gate = at_least("walk", "fine", 8, REASON)
    assert refusal(gate, 0) == (REASON, None)
    assert not is_open(gate, 1, walked(0, fine=7))
    assert is_open(gate, 1, walked(0, fine=8))
    assert not is_open(gate, 1, walked(0, fine=10), walked(1, fine=3))
    assert not is_open(gate, 1, walked(0, fine="10"))


# any_of, ran_its_length, quiet


def test_any_of_opens_with_one_of_its_gates() -> None:
    """One open gate is enough; if all are closed, the last one gives the reason."""
    gate = any_of(answered("walk", "choice", "no"), days_since("walk", 7))
    assert is_open(gate, 1, *choice((0, "no")))
    assert is_open(gate, 7, *choice((0, "yes")))
    assert refusal(gate, 1, *choice((0, "yes"))) == ("Opens seven days after “{title}”.", date(2026, 3, 9))


def test_a_promise_runs_its_own_length() -> None:
    """A promise is over after as many days as it says, by the first item that names a number."""
    gate = ran_its_length("walk", "length-days", "length")
    sentence = "Opens when “{title}” is over."
    assert refusal(gate, 99) == (sentence, None)
    assert refusal(gate, 99, walked(0, length="other")) == (sentence, None)
    assert refusal(gate, 99, walked(0, finished=False, length="30"))[1] is None
    assert refusal(gate, 29, walked(0, length="30")) == (sentence, date(2026, 4, 1))
    assert is_open(gate, 30, walked(0, length="30"))
    assert refusal(gate, 30, walked(0, length="other", length_days=45))[1] == date(2026, 4, 16)
    assert is_open(gate, 45, walked(0, length="other", length_days=45))


def test_a_new_promise_runs_from_its_own_day() -> None:
    """A promise made again takes the place of the one before."""
    gate = ran_its_length("walk", "length")
    assert is_open(gate, 30, walked(0, length="30"))
    assert refusal(gate, 30, walked(0, length="30"), walked(29, length="14"))[1] == date(2026, 4, 14)


@pytest.mark.parametrize(
    ("answers", "number"),
    [
        ({"a": 30}, 30),
        ({"a": "30"}, 30),
        ({"b": "14"}, 14),
        ({"a": "other", "b": 45}, 45),
        ({"a": None, "b": 45}, 45),
        ({"a": True, "b": 45}, 45),
        ({"a": 0, "b": 45}, None),
        ({"a": "٣٠"}, None),
        ({"a": "-5"}, None),
        ({"a": "3.5"}, None),
        ({"a": ["30"]}, None),
        ({"a": "9" * 5000}, None),
        ({}, None),
    ],
)
def test_a_whole_number_is_read_from_a_scale_or_an_option(answers: dict[str, Value], number: int | None) -> None:
    """A number may be an answer on a scale or the id of an option; nothing else passes for one."""
    run = Run(id="a", step="walk", started=at(0), answers=answers)
    assert whole_number(run, ("a", "b")) == number


def test_a_length_beyond_all_calendars_keeps_the_gate_closed() -> None:
    """A length that somebody wrote into the file by hand, too long for any calendar, leads to no crash."""
    gate = ran_its_length("walk", "length")
    assert not is_open(gate, 30, walked(0, length=10**12))


def test_quiet_opens_when_nothing_of_the_kind_happened_for_so_long() -> None:
    """Without such an answer all is quiet; after one it is quiet again on the seventh day."""
    gate = quiet("walk", "kind", ("i-wrote", "met"), 7, REASON)
    assert is_open(gate, 0)
    assert is_open(gate, 0, walked(0, kind="logistics"))
    assert refusal(gate, 6, walked(0, kind="i-wrote")) == (REASON, date(2026, 3, 9))
    assert is_open(gate, 7, walked(0, kind="i-wrote"))
    assert refusal(gate, 7, walked(0, kind="i-wrote"), walked(3, kind="met"), walked(5, kind="logistics")) == (
        REASON,
        date(2026, 3, 12),
    )


# steady


def moods(values: list[int]) -> tuple[Run, ...]:
    """Give a run a day with these moods."""
    return tuple(walked(day, mood=value) for day, value in enumerate(values))


STEADY = steady("walk", "mood", "day", days=14, drop=0.5, reason=REASON)


CONTACT = Answers(step="contact", item="kind", values=("wrote",))
MENTION = Answers(
    step="check-in",
    item="happened",
    values=("contact",),
    dated_by=("day",),
    unless=(Answers(step="contact", item="kind", values=("theirs",)),),
)
WITHOUT = days_without(CONTACT, MENTION, days=7, reason=REASON)


def happened(step: str, days: int, **answers: Value) -> Run:
    """Give a finished run of a step, some days after Monday."""
    moment = at(days)
    return Run(id=f"{step}-{days}", step=step, started=moment, finished=moment, answers=dict(answers))


def test_days_without_waits_for_the_last_of_several_answers_wherever_it_was_given() -> None:
    """The gate names the day on which the last mention is old enough, and is open on that day."""
    runs = numbered([happened("contact", 0, kind="wrote"), happened("check-in", 2, happened=["contact", "looked"])])
    verdict = WITHOUT.check(Journey(runs, at(8)))
    assert (verdict.open, verdict.reason, verdict.date) == (False, REASON, date(2026, 3, 11))
    assert WITHOUT.check(Journey(runs, at(9))).open
    assert WITHOUT.check(Journey([], at(0))).open


def test_days_without_counts_a_day_by_what_the_check_in_is_about() -> None:
    """Contact two days ago that is told today is two days old."""
    late = happened("check-in", 5, happened=["contact"], day="2026-03-05")
    verdict = WITHOUT.check(Journey(numbered([late]), at(6)))
    assert verdict.date == date(2026, 3, 12)
    assert WITHOUT.check(Journey(numbered([late]), at(10))).open


def test_days_without_leaves_out_a_day_that_was_something_else() -> None:
    """A check-in that mentions contact doesn't count on a day for which something else says what it was."""
    mention = happened("check-in", 2, happened=["contact"])
    assert not WITHOUT.check(Journey(numbered([mention]), at(3))).open
    assert WITHOUT.check(Journey(numbered([happened("contact", 2, kind="theirs"), mention]), at(3))).open
    assert not WITHOUT.check(Journey(numbered([happened("contact", 1, kind="theirs"), mention]), at(3))).open


def test_days_without_names_all_that_it_reads() -> None:
    """Also the items that date an answer, and the answers that explain it."""
    assert WITHOUT.refers == (("contact", "kind"), ("check-in", "happened"), ("check-in", "day"), ("contact", "kind"))


def test_steady_needs_its_days() -> None:
    """Before there are enough days with an answer, the sentence tells how many are still to go."""
    assert refusal(STEADY, 30) == ("Opens after 14 days of “{title}”. Still to go: 14.", None)
    assert refusal(STEADY, 30, *moods([5] * 13)) == ("Opens after 14 days of “{title}”. Still to go: 1.", None)
    assert refusal(STEADY, 30, *moods([5] * 13), walked(12, mood=7, note="again"))[0].endswith("Still to go: 1.")


def test_steady_is_closed_while_the_scale_falls() -> None:
    """A mood that fell by more than the drop gives the author's reason; one that rose or held is steady."""
    assert is_open(STEADY, 30, *moods([5] * 14))
    assert is_open(STEADY, 30, *moods([2] * 7 + [8] * 7))
    assert is_open(STEADY, 30, *moods([6] * 7 + [6, 6, 6, 6, 5, 5, 5]))
    assert refusal(STEADY, 30, *moods([6] * 7 + [6, 6, 6, 5, 5, 5, 5])) == (REASON, None)


def test_steady_looks_only_at_the_latest_days() -> None:
    """Days before the last fourteen that have an answer no longer count."""
    assert is_open(STEADY, 60, *moods([10] * 20 + [4] * 14))


def test_steady_counts_a_day_by_what_the_check_in_is_about() -> None:
    """A check-in told later for another day counts for that day, in the order of days."""
    told_late = [walked(20, mood=1, day=at(day).date().isoformat()) for day in range(7)]
    later = [walked(day, mood=9) for day in range(7, 14)]
    numbered = [
        Run(id=f"run-{place}", step="walk", started=one.started, finished=one.finished, answers=one.answers)
        for place, one in enumerate([*later, *told_late])
    ]
    assert STEADY.check(Journey(numbered, at(21))).open


@steadily
@given(values=st.lists(st.integers(0, 10), min_size=14, max_size=20))
def test_steady_compares_the_two_halves(values: list[int]) -> None:
    """The mean of the later seven days lies at most half a point under that of the seven before."""
    last = values[-14:]
    assert is_open(STEADY, 30, *moods(values)) == (2 * (sum(last[:7]) - sum(last[7:])) <= 7)


@pytest.mark.parametrize("first", range(3, 11))
def test_a_fall_of_just_the_drop_is_steady(first: int) -> None:
    """A fall of exactly as much as is allowed is allowed, whatever the numbers are."""
    gate = steady("walk", "mood", "day", days=6, drop=1, reason=REASON)
    assert is_open(gate, 30, *moods([first, 0, 0, first - 3, 0, 0]))


def test_by_day_keeps_the_latest_answer_for_a_day_in_order() -> None:
    """For each day the answer given last stands, and days come in order."""
    told = [walked(3, mood=3), walked(4, mood=4), walked(5, mood=9, day="2026-03-05"), walked(6, mood="x")]
    assert list(by_day(journey(9, *told), "walk", "mood", "day").items()) == [
        (date(2026, 3, 5), 9),
        (date(2026, 3, 6), 4),
    ]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2026-02-27", date(2026, 2, 27)),
        (None, date(2026, 3, 2)),
        ("yesterday", date(2026, 3, 2)),
        (3, date(2026, 3, 2)),
    ],
)
def test_an_answer_is_about_the_day_it_names_or_that_of_its_run(told: Value, day: date) -> None:
    """Where no day is named, or none that exists, the day of the run counts."""
    said = journey(1, walked(0, mood=5, day=told)).said("walk", "mood")
    assert said is not None
    assert about(said, ("day",)) == day


# The date that is told

DATED: dict[str, tuple[Callable[[int], Gate], Run]] = {
    "days_since": (lambda days: days_since("walk", days), walked(0)),
    "ran_its_length": (lambda days: ran_its_length("walk", "days"), walked(0)),
    "quiet": (lambda days: quiet("walk", "choice", ("yes",), days, REASON), walked(0, choice="yes")),
    "any_of": (lambda days: any_of(done("other"), days_since("walk", days)), walked(0)),
}


@steadily
@given(
    name=st.sampled_from(sorted(DATED)),
    days=st.integers(1, 400),
    passed=st.integers(0, 400),
    hour=st.integers(0, 23),
    begun=st.dates(date(2019, 1, 1), date(2031, 1, 1)),
)
def test_the_date_told_is_the_first_on_which_the_gate_is_open(
    name: str, days: int, passed: int, hour: int, begun: date
) -> None:
    """On the date that a closed gate tells it is open, from four in the morning, and on no day before."""
    make, kind = DATED[name]
    began = datetime(begun.year, begun.month, begun.day, hour, tzinfo=timezone(timedelta(hours=1)))
    walk = Run(id="a", step="walk", started=began, finished=began, answers={**kind.answers, "days": days})
    gate = make(days)
    here = Journey([walk], began + timedelta(days=passed))
    verdict = gate.check(here)
    if verdict.open:
        assert passed >= days
        return
    assert passed < days
    assert verdict.date is not None
    opens = datetime(verdict.date.year, verdict.date.month, verdict.date.day, 4, tzinfo=began.tzinfo)
    assert gate.check(here.at(opens)).open
    assert not gate.check(here.at(opens - timedelta(seconds=1))).open


def first_day_open(gate: Gate, before: list[Run], now: int, answer: str) -> date:
    """Give the day on which a gate opens for somebody who walks the step on every day from now on."""
    walks = list(before)
    for day in range(now, now + 400):
        walks.append(Run(id=f"new-{day}", step="walk", started=at(day), finished=at(day), answers={"choice": answer}))
        if gate.check(Journey(walks, at(day))).open:
            return at(day).date()
    raise AssertionError


def spaced(gate: str, times: int, apart: int) -> Gate:
    """Give one of the gates that want several runs, some days apart."""
    if gate == "runs":
        return runs("walk", times, days_apart=apart)
    if gate == "settled":
        return settled("walk", "choice", times=times, days_apart=apart)
    return answered("walk", "choice", "yes", times=times, days_apart=apart)


@steadily
@given(
    name=st.sampled_from(["runs", "answered", "settled"]),
    apart=st.integers(1, 20),
    times=st.integers(2, 4),
    passed=st.integers(0, 60),
)
def test_the_date_told_is_the_day_on_which_one_more_run_opens_the_gate(
    name: str, apart: int, times: int, passed: int
) -> None:
    """When one more run is needed, the date told is the first day on which it counts."""
    gate = spaced(name, times, apart)
    before = [walked(place * apart, choice="yes") for place in range(times - 1)]
    now = before[-1].day.toordinal() - MONDAY.toordinal() + passed
    told = gate.check(Journey(before, at(now))).date
    assert told == first_day_open(gate, before, now, "yes")


@pytest.mark.parametrize("name", ["runs", "answered", "settled"])
def test_no_date_is_told_that_is_too_early_when_several_runs_are_missing(name: str) -> None:
    """When more than one run is missing, the date told, if any, is not before the gate can be open."""
    gate = spaced(name, 4, 7)
    before = [walked(0, choice="yes")]
    told = gate.check(Journey(before, at(1))).date
    assert told is None or told == first_day_open(gate, before, 1, "yes")


def test_an_answer_that_opens_may_say_so_in_the_authors_words() -> None:
    """“Opens if they say yes” says more than how often an answer is needed."""
    gate = answered("walk", "mood", "yes", reason="Opens if they say yes.")
    assert gate.check(journey(0)).reason == "Opens if they say yes."
