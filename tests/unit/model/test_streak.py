from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from support.record import numbered

from exback.insights.days_so_far import milestone_sentence
from exback.model.journey import Journey
from exback.model.program import StreakRule
from exback.model.run import Run, Value
from exback.model.streak import Streak, streak_of
from exback.model.tracking import Answers

MONDAY = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))
STREAK = StreakRule(
    step="promise",
    length=("own-length", "length"),
    broken_in="contact",
    broken_item="kind",
    broken_by=("wrote", "met"),
    uncounted=("logistics",),
)
steadily = settings(max_examples=100)


def run(place: int, day: int, step: str, *, finished: bool = True, **answers: Value) -> Run:
    """Return a run on one day, with answers."""
    moment = MONDAY + timedelta(days=day)
    return Run(
        id=f"run-{place}",
        step=step,
        started=moment,
        finished=moment if finished else None,
        answers={item.replace("_", "-"): value for item, value in answers.items()},
    )


def lived(now: int, *happened: tuple[int, str], length: Value = "30", every: int = 0) -> Streak | None:
    """Return the days of somebody who promised on Monday, and wrote down contacts on some days, and more `every` few days."""
    runs = [run(0, 0, "promise", length=length)]
    runs += [run(place, day, "contact", kind=kind) for place, (day, kind) in enumerate(happened, start=1)]
    if every:
        runs += [run(1000 + day, day, "check-in") for day in range(every, now, every)]
        runs.sort(key=lambda run: run.started)
    return streak_of(STREAK, Journey(runs, MONDAY + timedelta(days=now)))


def counted(now: int, *happened: tuple[int, str], every: int = 0) -> Streak:
    """Return the same, where there are days to count."""
    found = lived(now, *happened, every=every)
    assert found is not None
    return found


def test_without_a_promise_there_are_no_days() -> None:
    """Before a promise is finished, and for one that names no length, nothing is counted."""
    assert streak_of(STREAK, Journey([], MONDAY)) is None
    assert streak_of(STREAK, Journey([run(0, 0, "promise", finished=False, length="30")], MONDAY)) is None
    assert streak_of(STREAK, Journey([run(0, 0, "contact", kind="wrote")], MONDAY)) is None
    assert lived(3, length="other") is None


def test_days_without_a_break() -> None:
    """As long as nothing breaks the promise, all days count."""
    found = counted(12)
    assert (found.since, found.ends) == (date(2026, 3, 2), date(2026, 4, 1))
    assert (found.day, found.of) == (12, 30)
    assert (found.apart, found.best, found.total) == (12, 12, 12)
    assert (found.breaks, found.uncounted) == (0, 0)


def test_the_first_day_is_day_nought() -> None:
    """On the day of the promise no day has passed yet, with a break or without."""
    assert (counted(0).day, counted(0).apart, counted(0).best, counted(0).total) == (0, 0, 0, 0)
    broken = counted(0, (0, "wrote"))
    assert (broken.day, broken.apart, broken.best, broken.total, broken.breaks) == (0, 0, 0, 0, 1)


def test_a_break_keeps_the_days_before_it() -> None:
    """A slip begins the days apart anew; the longest stretch and all other days stay."""
    found = counted(12, (8, "wrote"))
    assert (found.day, found.apart, found.best, found.total, found.breaks) == (12, 4, 8, 11, 1)


def test_a_break_today_takes_no_day_that_has_passed() -> None:
    """On the day of a slip the days apart are nought, and the days that were kept stay kept."""
    found = counted(8, (8, "wrote"))
    assert (found.apart, found.best, found.total, found.breaks) == (0, 8, 8, 1)


def test_several_breaks() -> None:
    """Each slip is counted; two on one day take one day; the longest stretch may lie anywhere."""
    found = counted(20, (3, "wrote"), (3, "met"), (14, "wrote"))
    assert (found.apart, found.best, found.total, found.breaks) == (6, 11, 18, 3)


def test_what_does_not_break_the_promise_is_not_a_break() -> None:
    """Contact that the promise allows is told apart, and what the other person began is not counted at all."""
    found = counted(12, (2, "logistics"), (3, "they-wrote"), (4, "logistics"))
    assert (found.apart, found.best, found.total, found.breaks, found.uncounted) == (12, 12, 12, 0, 2)


def test_an_unfinished_or_skipped_contact_is_not_counted() -> None:
    """What was begun and not told to its end breaks nothing."""
    runs = [run(0, 0, "promise", length="30"), run(1, 3, "contact", finished=False, kind="wrote")]
    runs.append(run(2, 4, "contact", kind=None))
    found = streak_of(STREAK, Journey(runs, MONDAY + timedelta(days=9)))
    assert found is not None
    assert (found.apart, found.breaks) == (9, 0)


def test_a_new_promise_has_its_own_day_and_its_own_slips() -> None:
    """The latest promise counts, from its own day; the longest time without a slip is that of all."""
    runs = [
        run(0, 0, "promise", length="30"),
        run(1, 5, "contact", kind="wrote"),
        run(2, 10, "promise", length="other", own_length=45),
        run(3, 13, "contact", kind="wrote"),
    ]
    found = streak_of(STREAK, Journey(runs, MONDAY + timedelta(days=20)))
    assert found is not None
    assert (found.since, found.ends, found.day, found.of) == (date(2026, 3, 12), date(2026, 4, 26), 10, 45)
    assert (found.apart, found.best, found.total, found.breaks) == (7, 8, 9, 1)


@pytest.mark.parametrize("now", [-4000, -1, 0, 3])
def test_a_clock_set_back_takes_no_day_away(now: int) -> None:
    """Whatever the clock says now, the days that were reached stay reached."""
    found = counted(now, (10, "wrote"), (15, "logistics"))
    assert (found.day, found.apart, found.best, found.total) == (15, 5, 10, 14)


def test_the_days_go_on_past_the_promise() -> None:
    """When the promise has run its length the days go on counting."""
    assert (counted(45).day, counted(45).of) == (45, 30)


def test_the_gap_is_between_breaks() -> None:
    """Slips on days 3, 3, 14 and 20 are three days, 11 and 6 days apart. With one there is no gap yet."""
    assert counted(25, (3, "wrote"), (3, "met"), (14, "wrote"), (20, "wrote")).gaps == (11, 6)
    assert counted(25, (3, "wrote")).gaps == ()
    assert counted(25, (3, "wrote"), (3, "met")).gaps == ()


def test_every_stretch_is_kept() -> None:
    """Days 0 to 7, 9 and 11: the day of a slip is none that was kept, and a stretch of no day is none."""
    assert counted(12, (8, "wrote"), (10, "wrote")).stretches == (8, 1, 1)
    assert counted(10, (0, "wrote"), (10, "wrote")).stretches == (9,)
    assert counted(12, (10, "wrote"), (11, "wrote")).stretches == (10,)


@pytest.mark.parametrize(("now", "in_a_row", "longest"), [(8, 8, 8), (9, 0, 9), (10, 0, 9), (12, 2, 9), (21, 11, 11)])
def test_days_in_a_row_begin_after_the_day_of_a_slip(now: int, in_a_row: int, longest: int) -> None:
    """A slip on day 9: on it and on the day after nothing new is kept yet, and what was kept stays."""
    found = counted(now, *(((9, "wrote"),) if now >= 9 else ()))
    assert (found.in_a_row, found.longest) == (in_a_row, longest)


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (6, ""),
        (7, "It's been a week since your rule started."),
        (14, "It's been two weeks since your rule started."),
        (30, ""),
        (31, ""),
        (365, "It's been one year since your rule started."),
        (730, "It's been two years since your rule started."),
    ],
)
def test_a_milestone_is_said_on_its_day_and_on_no_other(day: int, says: str) -> None:
    """Also when there was a slip the day before: the day of the rule is no merit. Day 30 is the end of the rule, which is said."""
    assert milestone_sentence(counted(day)) == says
    assert milestone_sentence(counted(day, (day - 1, "wrote"))) == says


def test_after_the_rule_a_milestone_is_said_unless_the_day_says_it() -> None:
    """With contact on the way the day tells of that; without any, the day itself says how long ago the rule began."""
    assert milestone_sentence(counted(60, (40, "wrote"))) == "It's been 60 days since your rule started."
    assert milestone_sentence(counted(60)) == ""


@pytest.mark.parametrize(
    ("contact", "since"),
    [((), 40), (((12, "wrote"),), 28), (((12, "wrote"), (40, "wrote")), 0), (((0, "wrote"),), 40)],
)
def test_days_since_contact_begin_with_the_last_one(contact: tuple[tuple[int, str], ...], since: int) -> None:
    """Or from the first day of the rule."""
    assert counted(40, *contact).since_contact == since


class TestSeveralRules:
    """A rule that replaces another goes on with its days."""

    def found(self, *runs: Run, now: int = 100) -> Streak:
        """Return the days of the last rule, with a check-in every few days so that they may be called kept."""
        looks = [run(1000 + day, day, "check-in") for day in range(1, now, 3)]
        given = numbered(sorted([*runs, *looks], key=lambda run: run.started))
        found = streak_of(STREAK, Journey(given, MONDAY + timedelta(days=now)))
        assert found is not None
        return found

    def test_a_first_rule_has_nothing_before_it(self) -> None:
        """A contact before any rule broke none."""
        found = self.found(run(0, 0, "contact", kind="wrote"), run(1, 5, "promise", length="30"))
        assert (found.before, found.in_a_row, found.longest) == (0, 95, 95)

    def test_a_new_rule_takes_no_day_away(self) -> None:
        """66 days in a row under a rule of 57, and a new one on day 66: still 66, and 67 the day after."""
        rules = (run(0, 0, "promise", length="57"), run(1, 66, "promise", length="30"))
        found = self.found(*rules, now=66)
        assert (found.day, found.of, found.in_a_row, found.longest, found.before) == (0, 30, 66, 66, 66)
        found = self.found(*rules, now=67)
        assert (found.day, found.in_a_row, found.longest, found.total) == (1, 67, 67, 1)

    def test_a_slip_under_a_new_rule_leaves_the_longest_stretch(self) -> None:
        """A new rule on day 66 and a slip on day 90: 90 days in a row before it, also after it."""
        runs = (
            run(0, 0, "promise", length="57"),
            run(1, 66, "promise", length="30"),
            run(2, 90, "contact", kind="wrote"),
        )
        for now, in_a_row in ((90, 0), (91, 0), (95, 4)):
            found = self.found(*runs, now=now)
            assert (found.longest, found.in_a_row, found.apart) == (90, in_a_row, now - 90)

    def test_the_days_of_each_rule_add_up(self) -> None:
        """A slip on day 12, rules on days 31 and 40, a slip on day 36: 12, 23 and 8 days in a row, 5 of them under the last."""
        rules = (run(0, 0, "promise", length="30"), run(1, 12, "contact", kind="wrote"))
        again = (
            run(2, 31, "promise", length="60"),
            run(3, 36, "contact", kind="wrote"),
            run(4, 40, "promise", length="9"),
        )
        found = self.found(*rules, *again, now=45)
        assert (found.stretches, found.before, found.rules, found.total) == ((12, 23, 8), 38, 3, 5)

    def test_a_day_of_an_earlier_rule_that_is_told_of_late_counts_there(self) -> None:
        """A slip on the day the rule was replaced is one, too: there was a rule all day."""
        runs = (
            run(0, 0, "promise", length="30"),
            run(1, 10, "contact", kind="wrote"),
            run(2, 10, "promise", length="30"),
        )
        assert self.found(*runs, now=20).stretches == (10, 9)

    def test_a_rule_that_began_earlier_lengthens_no_time_that_was_over(self) -> None:
        """After an ending on day 20, a rule that began on day 10 counts from day 20."""
        runs = [
            run(0, 0, "promise", length="30"),
            run(1, 20, "over", why="Done."),
            run(2, 25, "promise", length="30", began="2026-03-12"),
        ]
        rule = structs.replace(STREAK, began="began", ended_by=(Answers(step="over", item="why"),))
        found = streak_of(rule, Journey(numbered(runs), MONDAY + timedelta(days=27)))
        assert found is not None
        assert (found.day, found.stretches, found.in_a_row, found.longest) == (17, (20, 7), 7, 20)


AWAY = structs.replace(
    STREAK,
    began="began",
    returned=Answers(step="back", item="contact", values=("no",)),
    day_told=Answers(step="check-in", item="mood", dated_by=("day",)),
)


class TestAbsence:
    """Days that no one has answered for."""

    def away(self, *runs: Run, now: int) -> Streak:
        """Return the days of the last rule."""
        found = streak_of(AWAY, Journey(numbered(runs), MONDAY + timedelta(days=now)))
        assert found is not None
        return found

    def test_silent_days_from_the_fifth_on_are_unknown(self) -> None:
        """Day 0 and four more are kept; whoever comes back on the fifth has lost nothing."""
        rule = run(0, 0, "promise", length="30")
        for now, kept in ((4, 4), (5, 5), (6, 5), (16, 5), (400, 5)):
            found = self.away(rule, now=now)
            assert (found.total, found.unknown, found.longest) == (kept, now - kept, kept)
            assert found.since_contact == (now if now == kept else None)

    def test_a_no_on_coming_back_counts_them(self) -> None:
        """All of them, and in a row; also those of a time away before it that wasn't asked about."""
        runs = [run(0, 0, "promise", length="30"), run(1, 10, "check-in"), run(2, 26, "back", contact="no")]
        found = self.away(*runs, now=27)
        assert (found.total, found.unknown, found.in_a_row, found.since_contact) == (27, 0, 27, 27)

    @pytest.mark.parametrize("contact", ["yes", "rather-not"])
    def test_another_answer_leaves_them_unknown(self, contact: str) -> None:
        """All of them, from the first on, and for good: a later no is about a later time."""
        runs = [run(0, 0, "promise", length="30"), run(1, 16, "back", contact=contact)]
        found = self.away(*runs, now=17)
        assert (found.unknown, found.away, found.total) == (15, 15, 2)
        later = self.away(*runs, run(2, 40, "back", contact="no"), now=41)
        assert (later.unknown, later.away, later.in_a_row, later.total) == (15, 38, 25, 26)

    def test_a_slip_in_a_time_away_is_known(self) -> None:
        """Told on day 16 of day 8: every day was kept, had a break or is unknown."""
        rule = structs.replace(AWAY, dated_by=("about",))
        day = (MONDAY + timedelta(days=8)).date().isoformat()
        runs = [run(0, 0, "promise", length="30"), run(1, 16, "back", contact="yes")]
        slip = run(2, 16, "contact", kind="wrote", about=day)
        found = streak_of(rule, Journey(numbered([*runs, slip]), MONDAY + timedelta(days=16)))
        assert found is not None
        assert (found.day, found.total, found.unknown, found.breaks, found.stretches) == (16, 1, 14, 1, (1,))

    def test_a_check_in_that_was_made_later_answers_for_its_day(self) -> None:
        """Day 8 of a time away from day 0 to day 10."""
        day = (MONDAY + timedelta(days=8)).date().isoformat()
        late = structs.replace(run(1, 10, "check-in"), answers={"mood": 5, "day": day})
        runs = [run(0, 0, "promise", length="30"), late]
        found = self.away(*runs, now=10)
        assert (found.total, found.unknown, found.stretches) == (6, 4, (5, 1))

    def test_whoever_makes_a_rule_that_began_earlier_answers_for_its_days(self) -> None:
        """They say that they kept it from then on, with entries or without."""
        runs = [run(0, 0, "check-in"), run(1, 20, "promise", length="30", began="2026-03-05")]
        found = self.away(*runs, now=20)
        assert (found.day, found.total, found.unknown) == (17, 17, 0)

    def test_a_new_rule_answers_for_no_day_before_it(self) -> None:
        """200 days without a word, and a new rule."""
        rules = [run(0, 0, "promise", length="30"), run(1, 200, "promise", length="30")]
        found = self.away(*rules, now=202)
        assert (found.before, found.total, found.unknown, found.longest) == (5, 2, 0, 5)

    def test_a_clock_in_the_year_9999_takes_no_longer(self) -> None:
        """Millions of days are one range."""
        rule = run(0, 0, "promise", length="30")
        found = streak_of(AWAY, Journey([rule], datetime(9999, 1, 1, tzinfo=MONDAY.tzinfo)))
        assert found is not None
        assert found.total == 5


@steadily
@given(
    steps=st.lists(st.sampled_from(["wait", "wait", "check-in", "no", "rather-not", "wrote", "promise"]), max_size=30),
    every=st.integers(1, 9),
)
def test_known_and_unknown_days_make_all_days(steps: list[str], every: int) -> None:
    """Every day of the rules was kept, had a break, or is unknown; the longest stretch falls only with an answer about days away."""
    runs, now, longest = [run(0, 0, "promise", length="30")], 0, 0
    for place, step in enumerate(steps, start=1):
        now += every if step == "wait" else 0
        if step in ("no", "rather-not"):
            runs.append(run(place, now, "back", contact=step))
        elif step != "wait":
            runs.append(run(place, now, "contact" if step == "wrote" else step, kind="wrote", length="30"))
        found = streak_of(AWAY, Journey(numbered(runs), MONDAY + timedelta(days=now)))
        assert found is not None
        assert sum(found.stretches) == found.total + found.before
        assert found.total + found.unknown <= found.day
        assert found.unknown <= found.away <= found.day
        assert found.longest >= longest or step == "rather-not"
        longest = found.longest


@steadily
@given(breaks=st.lists(st.integers(0, 40), max_size=8), beyond=st.integers(0, 25))
def test_stretches_and_gaps_fit_together(breaks: list[int], beyond: int) -> None:
    """All stretches together are all days kept, no gap is below a day, and the gaps lie between the first and last break."""
    now = max([0, *breaks]) + beyond
    found = counted(now, *((day, "wrote") for day in sorted(breaks)), every=5)
    assert sum(found.stretches) == found.total
    assert found.in_a_row in (0, *found.stretches[-1:])
    assert all(gap >= 1 for gap in found.gaps)
    assert sum(found.gaps) == (max(breaks) - min(breaks) if breaks else 0)


@steadily
@given(breaks=st.lists(st.integers(0, 25), max_size=8).map(sorted), beyond=st.integers(0, 25))
def test_days_apart_and_days_broken_make_all_days(breaks: list[int], beyond: int) -> None:
    """Every day that passed is one without a break or one with; the best stretch is the longest with none inside."""
    now = max([0, *breaks]) + beyond
    found = counted(now, *((day, "wrote") for day in breaks), every=5)
    spans = [(first, last) for first in range(now + 1) for last in range(first, now + 1)]
    assert found.day == now
    assert found.breaks == len(breaks)
    assert found.total + len({day for day in breaks if day < now}) == found.day
    assert found.apart == now - max([0, *breaks])
    assert found.best == max(last - first for first, last in spans if not any(first < day < last for day in breaks))


@steadily
@given(
    happened=st.lists(st.tuples(st.integers(-400, 400), st.sampled_from(["wrote", "logistics"])), max_size=8),
    now=st.integers(-400, 400),
)
def test_no_clock_makes_a_number_of_days_negative(happened: list[tuple[int, str]], now: int) -> None:
    """Whatever moments a clock gave to what happened, no count falls below zero or exceeds the days that passed."""
    found = counted(now, *happened)
    assert 0 <= found.apart <= found.best <= found.day
    assert 0 <= found.total <= found.day
