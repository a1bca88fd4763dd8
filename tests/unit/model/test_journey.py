from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.record import numbered

from exback.model.journey import MOMENT, Journey, Terms, end_of_moment
from exback.model.run import Run, Value, changed, replaced
from exback.model.timeline import Timeline

ZONE = timezone(timedelta(hours=1))
MONDAY = datetime(2026, 3, 2, 10, tzinfo=ZONE)
steadily = settings(max_examples=100)


def at(days: float, *, hour: int = 10) -> datetime:
    """Give a moment some days after Monday 2 March 2026."""
    return MONDAY.replace(hour=hour) + timedelta(days=days)


def run(
    run_id: str,
    started: float = 0,
    finished: float | None = 0,
    *,
    step: str = "walk",
    answers: dict[str, Value] | None = None,
) -> Run:
    """Give a run that began `started` days after Monday and lasted `finished` days, None while it is open."""
    return Run(
        id=run_id,
        step=step,
        started=at(started),
        finished=None if finished is None else at(started + finished),
        answers=answers or {},
    )


def span(first: int, last: int) -> st.SearchStrategy[list[Run]]:
    """Give runs whose beginnings and ends lie anywhere, as a clock that is set at will would leave them."""
    stamps = st.tuples(st.integers(first, last), st.one_of(st.none(), st.integers(first, last)))
    return st.lists(stamps, min_size=1, max_size=8).map(
        lambda drawn: [
            Run(id=f"run-{place}", step="walk", started=at(begun), finished=None if ended is None else at(ended))
            for place, (begun, ended) in enumerate(drawn)
        ]
    )


ANY_RUNS = span(-4000, 4000)


# What happened


def test_runs_are_found_by_step_and_by_whether_they_were_finished() -> None:
    """A journey tells finished runs from those only begun, for each step on its own, oldest first."""
    said: dict[str, Value] = {"item": "some words"}
    runs = [
        run("a"),
        run("b", 1, step="other"),
        run("c", 2),
        run("d", 3, None, answers=said),
        run("e", 4, None, answers=said),
        run("f", 4.5, None),
        run("g", 4.5, None, step="read"),
    ]
    journey = Journey(runs, at(5))
    assert [one.id for one in journey.finished("walk")] == ["a", "c"]
    assert journey.last("walk") == runs[2]
    assert journey.unfinished("walk") == runs[4]
    assert journey.unfinished("other") is None
    assert journey.unfinished("read") == runs[6]
    assert journey.last("never") is journey.unfinished("never") is None
    assert journey.finished("never") == ()


def test_answers_are_those_of_finished_runs_with_their_days() -> None:
    """What was said counts once its run is finished; a skipped question said nothing."""
    runs = [
        run("a", 0, answers={"mood": 3}),
        run("b", 1, answers={"mood": None}),
        run("c", 2, answers={"mood": 0}),
        run("d", 3, None, answers={"mood": 9}),
    ]
    journey = Journey(runs, at(4))
    assert [(said.value, said.day, said.run.id) for said in journey.all_said("walk", "mood")] == [
        (3, date(2026, 3, 2), "a"),
        (0, date(2026, 3, 4), "c"),
    ]
    said = journey.said("walk", "mood")
    assert said is not None
    assert said.value == 0
    assert journey.said("walk", "never") is None


def test_a_run_belongs_to_the_day_it_was_finished_on() -> None:
    """A run is of the day on which it ended or, while it is open, on which it began; the small hours count back."""
    assert run("a", 0, 3).day == date(2026, 3, 5)
    assert run("a", 0, None).day == date(2026, 3, 2)
    assert changed(run("a"), finished=at(1, hour=3)).day == date(2026, 3, 2)


def test_a_run_takes_the_place_of_its_older_self() -> None:
    """A saved run replaces itself where it stood, and a new one comes last."""
    runs = (run("a"), run("b", 1))
    newer = changed(runs[0], cursor="mood")
    assert replaced(runs, newer) == (newer, runs[1])
    assert replaced(runs, run("c", 2)) == (*runs, run("c", 2))


def test_a_journey_can_be_seen_without_a_run_and_from_another_moment() -> None:
    """A journey without one run, or seen at another time, is otherwise the same."""
    journey = Journey([run("a"), run("b", 1)], at(2))
    assert [one.id for one in journey.without(run("a")).runs] == ["b"]
    assert journey.at(at(9)).days_since(run("a")) == 9
    assert journey.days_since(run("a")) == 2


# Done


def test_one_finished_run_makes_a_step_done() -> None:
    """A step without a test of its own is done with its first finished run."""
    assert not Journey([run("a", 0, None)], at(1)).is_done("walk")
    assert Journey([run("a")], at(1)).is_done("walk")
    assert not Journey([run("a")], at(1)).is_done("other")


def last_mood_is_high(_run: Run, journey: Journey) -> bool:
    """Tell whether the latest mood was high; a test that a later run may fail."""
    said = journey.said("walk", "mood")
    return said is not None and isinstance(said.value, int) and said.value > 5


def quiet_for_a_week(_run: Run, journey: Journey) -> bool:
    """Tell whether the last slip lies seven days back; a test that a later slip fails."""
    slips = journey.finished("slip")
    return not slips or journey.days_since(slips[-1]) >= 7


def test_a_step_with_a_test_is_done_when_a_run_of_it_passed() -> None:
    """A step that asks for more than one finished run is done once the test held at the end of one."""
    tests = {"walk": last_mood_is_high}
    low, high = run("a", answers={"mood": 2}), run("b", 1, answers={"mood": 8})
    assert not Journey([low], at(2), Terms(completion=tests)).is_done("walk")
    assert Journey([low, high], at(2), Terms(completion=tests)).is_done("walk")


def test_what_was_done_stays_done() -> None:
    """A later run that would fail the test takes nothing away, and neither do the days that pass."""
    tests = {"walk": last_mood_is_high}
    runs = [run("a", answers={"mood": 8}), run("b", 1, answers={"mood": 1})]
    for days in (1, 30, 3000):
        assert Journey(runs, at(days), Terms(completion=tests)).is_done("walk")


def test_what_was_done_stays_done_when_the_clock_is_set_back() -> None:
    """A run that a wrong clock places before the one that did it takes nothing away."""
    tests = {"walk": last_mood_is_high}
    runs = [run("a", 30, answers={"mood": 8}), run("b", 21, answers={"mood": 1})]
    assert Journey(runs[:1], at(30), Terms(completion=tests)).is_done("walk")
    assert Journey(runs, at(22), Terms(completion=tests)).is_done("walk")


def test_what_was_done_stays_done_when_another_run_ends_later() -> None:
    """A slip begun before a step was done, and told to the end only after it, takes nothing away."""
    tests = {"walk": quiet_for_a_week}
    slip = run("slip", 9, None, step="slip")
    walk = run("walk", 10)
    assert Journey([slip, walk], at(10), Terms(completion=tests)).is_done("walk")
    assert Journey(numbered([changed(slip, finished=at(11)), walk]), at(11), Terms(completion=tests)).is_done("walk")


@steadily
@given(
    moves=st.lists(
        st.tuples(st.sampled_from(["walk", "slip"]), st.integers(0, 10), st.integers(0, 40)), min_size=1, max_size=8
    )
)
def test_no_further_run_undoes_a_step(moves: list[tuple[str, int, int]]) -> None:
    """As time goes by and runs are added, a step that was done once is done ever after."""
    tests = {"walk": lambda run, journey: last_mood_is_high(run, journey) and quiet_for_a_week(run, journey)}
    runs: list[Run] = []
    day, was_done = 0, False
    for place, (step, mood, later) in enumerate(moves):
        day += later
        runs.append(run(f"run-{place}", day, step=step, answers={"mood": mood}))
        is_done = Journey(runs, at(day), Terms(completion=tests)).is_done("walk")
        assert is_done or not was_done
        was_done = is_done


@steadily
@given(ANY_RUNS)
def test_a_journey_that_goes_on_knows_what_one_from_the_file_does(runs: list[Run]) -> None:
    """Which runs complete a step is the same if it was asked before each of them, on whatever clock."""
    terms = Terms(completion={"walk": lambda run, journey: (run.day.day + len(journey.runs)) % 2 == 0})
    ended = [run for run in runs if run.finished is not None]
    runs = [changed(run, start_number=2 * place + 1, finish_number=2 * place + 2) for place, run in enumerate(ended)]
    journey = Journey((), at(0), terms)
    for place, run in enumerate(runs, 1):
        journey = journey.followed_by(run).at(at(place))
        anew = Journey(runs[:place], at(place), terms)
        assert list(map(journey.completes, journey.runs)) == list(map(anew.completes, anew.runs))


def test_a_journey_that_goes_on_asks_once_which_runs_complete_their_step() -> None:
    """Looking back at the end of a run takes long, and a simulated life does it after every run."""
    asked: list[str] = []

    def completes(run: Run, _journey: Journey) -> bool:
        asked.append(run.id)
        return True

    terms = Terms(completion={"walk": completes})
    first, second = numbered([run("a"), run("b", 1)])
    journey = Journey([first], at(1), terms)
    assert journey.completes(first)
    assert all(map(journey.followed_by(second).completes, [first, second]))
    assert asked == ["a", "b"]


def test_the_journey_as_it_stood_when_a_run_ended() -> None:
    """Looking back at the end of a run, one sees what there was then, from that moment, and nothing later."""
    runs = numbered([run("a"), run("b", 2, 5), run("c", 4), run("d", 8), run("e", 9, None)])
    then = Journey(runs, at(20)).as_of(runs[1])
    assert [one.id for one in then.runs] == ["a", "c", "b"]
    assert then.now == at(7)
    assert then.days_since(runs[0]) == 7


# Days


def test_days_are_counted_from_the_end_of_a_run() -> None:
    """The days since a run are whole local days since it ended, however long it was open."""
    journey = Journey(numbered([run("a", 0, 3), run("b", 1), run("c", 5)]), at(10))
    assert [journey.days_since(one) for one in journey.runs] == [7, 9, 5]
    assert journey.days_between(journey.runs[0], journey.runs[2]) == 2
    assert journey.days_between(journey.runs[2], journey.runs[0]) == 0


@pytest.mark.parametrize(
    ("then", "now", "days"),
    [
        (at(0, hour=10), at(1, hour=3), 0),
        (at(0, hour=10), at(1, hour=4), 1),
        (at(0, hour=23), at(1, hour=5), 1),
        (at(0, hour=3), at(0, hour=5), 1),
        (at(0, hour=2), at(0, hour=3), 0),
    ],
)
def test_a_new_day_begins_at_four(then: datetime, now: datetime, days: int) -> None:
    """The count goes up at four in the morning and at no other hour."""
    journey = Journey([Run(id="a", step="walk", started=then, finished=then)], now)
    assert journey.days_since(journey.runs[0]) == days


def local(day: int, hour: int, offset: int) -> datetime:
    """Give a moment of March 2026 by a clock in another place."""
    return datetime(2026, 3, day, hour, tzinfo=timezone(timedelta(hours=offset)))


@pytest.mark.parametrize(
    ("then", "now", "days"),
    [
        (local(2, 10, 13), local(2, 12, 0), 0),
        (local(2, 22, -8), local(3, 9, 1), 1),
        (local(3, 9, 13), local(2, 20, -8), 0),
        (local(28, 10, 1), local(30, 10, 2), 2),
    ],
)
def test_days_are_local_to_where_they_were_lived(then: datetime, now: datetime, days: int) -> None:
    """Each moment counts by the calendar of its place, so a journey or summer time makes no odd days."""
    journey = Journey([Run(id="a", step="walk", started=then, finished=then)], now)
    assert journey.days_since(journey.runs[0]) == days


def test_today_is_the_local_day_that_has_not_ended() -> None:
    """At three in the morning it is still the day before."""
    assert Journey([], at(0, hour=3)).today == date(2026, 3, 1)
    assert Journey([], at(0, hour=4)).today == date(2026, 3, 2)


def test_a_clock_set_back_takes_no_days_away() -> None:
    """After the clock was set back the days stand where they stood, and go on from the next run."""
    runs = [run("a", 0), run("b", 10)]
    assert Journey(runs, at(3)).days_since(runs[0]) == 10
    runs.append(run("c", 3))
    assert Journey(runs, at(3)).days_since(runs[0]) == 10
    assert Journey(runs, at(5)).days_since(runs[0]) == 12
    assert Journey(runs, at(5)).days_since(runs[2]) == 2


def test_a_clock_far_ahead_and_back_again_lets_the_days_go_on() -> None:
    """After a clock that was years ahead is put right, days are counted on from the next run."""
    runs = [run("a", 0), run("b", 4000), run("c", 2)]
    before = Journey(runs, at(2)).days_since(runs[0])
    assert before >= 2
    assert Journey(runs, at(9)).days_since(runs[0]) == before + 7
    assert Journey(runs, at(9)).days_since(runs[1]) == Journey(runs, at(9)).days_since(runs[2]) == 7


def misdated(journey: Journey) -> frozenset[int]:
    """Return the places of the entries that a wrong clock dated, as far as the record can tell now."""
    return Timeline(journey.runs, journey.today).misdated


@steadily
@given(runs=ANY_RUNS, now=st.integers(-5000, 5000))
def test_days_are_never_negative(runs: list[Run], now: int) -> None:
    """Whatever a clock has done, no number of days is below zero and no promised date lies in the past."""
    journey = Journey(runs, at(now))
    for one in runs:
        assert journey.days_since(one) >= 0
        assert journey.date_after(one, 7) >= journey.today
        assert all(journey.days_between(one, other) >= 0 for other in runs)


@steadily
@given(runs=ANY_RUNS, now=st.integers(-5000, 5000), hours=st.integers(0, 20_000))
def test_days_never_shrink_as_time_goes_by(runs: list[Run], now: int, hours: int) -> None:
    """With the same record, a later moment never shows fewer days than an earlier one, unless it shows that a date was wrong."""
    journey = Journey(runs, at(now))
    later = journey.at(at(now) + timedelta(hours=hours))
    assume(misdated(journey) == misdated(later))
    assert all(later.days_since(one) >= journey.days_since(one) for one in runs)


@steadily
@given(runs=ANY_RUNS, now=st.integers(-5000, 5000), length=st.integers(0, 30))
def test_a_further_run_takes_no_days_away(runs: list[Run], now: int, length: int) -> None:
    """Walking another step now leaves every count of days where it was or higher, unless it shows that a date was wrong."""
    journey = Journey(runs, at(now))
    longer = Journey([*runs, Run(id="new", step="walk", started=at(now))], at(now))
    ended = Journey([*runs, Run(id="new", step="walk", started=at(now), finished=at(now + length))], at(now + length))
    assume(misdated(journey) == misdated(longer) == misdated(ended))
    for one in runs:
        assert journey.days_since(one) <= longer.days_since(one) <= ended.days_since(one)


@steadily
@given(stamps=st.lists(st.integers(-4000, 4000), min_size=1, max_size=8), days=st.integers(0, 400))
def test_days_go_on_after_the_latest_run(stamps: list[int], days: int) -> None:
    """Whatever the clock did before, from the latest run on each day that passes is one day more for every run.

    Unless one of these days shows that the date of a run was wrong.
    """
    runs = [run(f"run-{place}", stamp) for place, stamp in enumerate(stamps)]
    journey = Journey(runs, at(stamps[-1]))
    later = journey.at(at(stamps[-1] + days))
    assume(misdated(journey) == misdated(later))
    assert all(later.days_since(one) == journey.days_since(one) + days for one in runs)


@steadily
@given(
    stamps=st.lists(st.integers(0, 400), min_size=1, max_size=8).map(sorted),
    beyond=st.integers(0, 60),
    days=st.integers(0, 400),
)
def test_a_promised_date_is_the_day_on_which_the_days_have_passed(stamps: list[int], beyond: int, days: int) -> None:
    """The date told for “so many days after” is the first on which so many have passed, or today."""
    runs = [run(f"run-{place}", stamp) for place, stamp in enumerate(stamps)]
    journey = Journey(runs, at(stamps[-1] + beyond))
    for one in runs:
        told = journey.date_after(one, days)
        wait = (told - journey.today).days
        assert journey.at(journey.now + timedelta(days=wait)).days_since(one) >= days
        assert wait == 0 or journey.at(journey.now + timedelta(days=wait - 1)).days_since(one) < days


def test_a_promised_date_holds_when_the_clock_was_set_back() -> None:
    """The date told after the clock was set back is the one on which the days have passed, if nothing else happens."""
    journey = Journey([run("a", 0)], at(-5))
    told = journey.date_after(journey.runs[0], 7)
    wait = (told - journey.today).days
    assert journey.at(journey.now + timedelta(days=wait)).days_since(journey.runs[0]) == 7


@pytest.mark.parametrize(("now", "back"), [(4, True), (5, False), (6, False)])
def test_a_clock_before_the_last_entry_was_set_back(now: int, back: bool) -> None:
    """The same day may be any hour; an earlier one means that nobody can say how long it has been."""
    assert Journey([run("a", 5)], at(now)).clock_was_set_back == back
    assert not Journey([], at(now)).clock_was_set_back


# Runs that end with their moment


MOMENTARY = Terms(momentary=frozenset({"walk"}))


@pytest.mark.parametrize(
    ("begun", "now", "is_left"),
    [
        (at(0), at(0), False),
        (at(0), at(0) + MOMENT, False),
        (at(0), at(0) + MOMENT + timedelta(seconds=1), True),
        (at(0), at(0) - MOMENT, False),
        (at(0), at(0) - MOMENT - timedelta(seconds=1), True),
        (at(0, hour=23), at(1, hour=0), False),
        (at(0, hour=3), at(0, hour=4), True),
        (at(0, hour=4), at(0, hour=3), True),
        (at(0).astimezone(UTC), at(0) + MOMENT, False),
        (at(0), at(0) + timedelta(days=1), True),
    ],
)
def test_a_run_is_left_once_its_moment_is_over(begun: datetime, now: datetime, *, is_left: bool) -> None:
    """It has two hours by the clock, in any zone, and its own day, which begins at four."""
    open_run = Run(id="a", step="walk", started=begun, answers={"mood": 3})
    journey = Journey([open_run], now, MOMENTARY)
    assert journey.is_left(open_run) is is_left
    assert journey.unfinished("walk") == (None if is_left else open_run)
    assert journey.left_at(open_run) == (begun + MOMENT if is_left else None)


@pytest.mark.parametrize(
    ("begun", "end"),
    [
        (at(0), at(0) + MOMENT),
        (at(0, hour=23), at(1, hour=1)),
        (at(0, hour=3), at(0, hour=4)),
        (at(0, hour=2), at(0, hour=4)),
    ],
)
def test_until_when_a_run_can_be_gone_on_with_is_known(begun: datetime, end: datetime) -> None:
    """Up to then it isn't left, and right after it is: its two hours are over, or its day is."""
    open_run = Run(id="a", step="walk", started=begun, answers={"mood": 3})
    assert end_of_moment(open_run, begun.tzinfo) == end
    for moment, is_left in ((end - timedelta(microseconds=1), False), (end + timedelta(microseconds=1), True)):
        assert Journey([open_run], moment, MOMENTARY).is_left(open_run) is is_left


@pytest.mark.parametrize("hour", [18, 22, 2])
def test_until_when_is_said_on_the_clock_of_someone_who_has_travelled(hour: int) -> None:
    """Begun three hours and a half earlier by another clock: the day on that clock decides, and where it ends here."""
    begun = at(0, hour=hour)
    here = timezone(begun.utcoffset() - timedelta(hours=3, minutes=30))  # type: ignore[operator]  # it has one
    open_run = Run(id="a", step="walk", started=begun, answers={"mood": 3})
    end = end_of_moment(open_run, here)
    assert end.tzinfo == here
    for moment, is_left in ((end - timedelta(microseconds=1), False), (end + timedelta(microseconds=1), True)):
        assert Journey([open_run], moment, MOMENTARY).is_left(open_run) is is_left


def test_only_an_open_run_of_a_momentary_step_is_left() -> None:
    """What was finished stays finished, and what takes days is gone on with."""
    done, other = run("a"), run("b", 0, None, step="other", answers={"mood": 3})
    journey = Journey([done, other], at(30), MOMENTARY)
    assert (journey.is_left(done), journey.is_left(other)) == (False, False)
    assert journey.unfinished("other") == other


def test_a_run_is_given_up_for_a_later_one_that_was_finished() -> None:
    """Someone started fresh. One that was finished before it was begun changes nothing."""
    said: dict[str, Value] = {"mood": 3}
    runs = numbered([run("a", 0, 0.001), run("b", 0.01, None, answers=said), run("c", 0.02, 0.001)])
    assert Journey(runs[:2], at(0.03), MOMENTARY).unfinished("walk") == runs[1]
    assert Journey(runs, at(0.03), MOMENTARY).unfinished("walk") is None
    assert Journey(runs, at(0.03)).unfinished("walk") == runs[1]
