"""What was written while the clock showed a wrong date: days are counted around it, and the doctor offers it another date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from msgspec import structs
from support.scripted import Scripted

from exback.commands import status_short
from exback.commands.doctor import Doctor
from exback.doctor.finding import Finding
from exback.engine.status import status_of
from exback.model.boundaries import ASKED_TO_STOP, ORDERED_AWAY, WANTS_CONTACT, WROTE_FREELY, standing
from exback.model.gates import ran_its_length, runs
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.run import Earlier, Run, changed
from exback.store import Store
from exback.store.progress import Progress

ZONE = timezone(timedelta(hours=1))
MONDAY = datetime(2026, 3, 2, 10, tzinfo=ZONE)
NOW = MONDAY + timedelta(days=20)
WRONG = (
    datetime(1, 1, 1, tzinfo=ZONE),
    datetime(1970, 1, 1, 1, tzinfo=ZONE),
    datetime(2019, 5, 1, 3, tzinfo=ZONE),
    datetime(2028, 2, 29, tzinfo=ZONE),
    datetime(9999, 12, 31, 23, 59, tzinfo=ZONE),
)
RULE = {"kind": "full", "length": "30"}


def record(*runs: Run) -> list[Run]:
    """Return runs with the next two numbers each, as a session gives them."""
    return [changed(run, start_number=2 * at - 1, finish_number=2 * at) for at, run in enumerate(runs, 1)]


def run(day: int, step: str = "check-in", **fields: object) -> Run:
    """Return a run that was begun and finished so many days after the first Monday."""
    moment = MONDAY + timedelta(days=day)
    return changed(Run(id=f"{step}-{day}", step=step, started=moment, finished=moment), **fields)


def life() -> list[Run]:
    """Return a rule of 30 days, and check-ins on some of the days after it."""
    return record(
        run(0, "contact-rule", answers=RULE), *(run(day, answers={"mood": 5}) for day in (1, 2, 5, 9, 14, 19))
    )


def dated(one: Run, moment: datetime, which: str) -> Run:
    """Return a run as a wrong clock dated it: when it was begun, when it was finished, or both."""
    fields = ("started", "finished") if which == "both" else (which,)
    return changed(one, **dict.fromkeys(fields, moment))


def written(home: Path, runs: Sequence[Run]) -> Store:
    """Return a store whose file holds these runs."""
    store = Store(home, clock=lambda: NOW)
    store.change(lambda kept: structs.replace(kept, runs=list(runs)))
    return store


@pytest.mark.fault(83)
@pytest.mark.parametrize("which", ["started", "finished", "both"])
@pytest.mark.parametrize("place", range(1, 7))
@pytest.mark.parametrize("moment", WRONG)
def test_no_day_of_the_others_is_lost(program: Program, home: Path, moment: datetime, place: int, which: str) -> None:
    """One run dated by a wrong clock, the last one too, leaves the day of the rule known, in every place that says it."""
    runs = life()
    runs[place] = dated(runs[place], moment, which)
    guide = status_of(program, program.journey(runs, NOW))

    assert guide.days is not None
    assert (guide.days.day, guide.days.apart, guide.days.is_uncertain) == (20, 20, False)
    assert guide.days.since == date(2026, 3, 2)
    written(home, runs)
    assert status_short.line(home, NOW) == "20/30"


@pytest.mark.fault(83)
@pytest.mark.parametrize("moment", WRONG)
def test_the_days_go_on(program: Program, moment: datetime) -> None:
    """Each further day is one day more, whatever was written meanwhile."""
    before = life()
    before[3] = dated(before[3], moment, "both")
    for day in range(20, 60):
        runs = record(*before, run(day)) if day % 2 else before
        days = status_of(program, program.journey(runs, MONDAY + timedelta(days=day))).days
        assert days is not None
        assert (days.day, days.is_uncertain) == (day, False)


@pytest.mark.fault(83)
@pytest.mark.parametrize("moment", WRONG)
def test_a_rule_with_a_wrong_date_counts_from_what_was_written_next(
    program: Program, home: Path, moment: datetime
) -> None:
    """It can't have been made later than that, so nothing that the rule guards opens sooner than it should."""
    runs = record(run(-40), *life())
    runs[1] = dated(runs[1], moment, "both")
    days = status_of(program, program.journey(runs, NOW)).days

    assert days is not None
    assert (days.day, days.since) == (19, date(2026, 3, 3))
    written(home, runs)
    assert status_short.line(home, NOW) == "19/30"


@pytest.mark.fault(83)
@pytest.mark.parametrize("moment", WRONG)
def test_no_gate_opens_sooner(moment: datetime) -> None:
    """A rule whose run has a wrong date has not run its length, and a wrong date makes no two answers lie days apart."""
    rule = dated(run(18, "contact-rule", answers={**RULE, "length": "14"}), moment, "both")
    journey = Journey(record(run(0), rule, run(19)), NOW)
    assert not ran_its_length("contact-rule", "length").check(journey).open

    twice = Journey(record(run(17), dated(run(18), moment, "both"), run(19, "urge")), NOW)
    assert not runs("check-in", 2, days_apart=7).check(twice).open


@pytest.mark.fault(83)
def test_several_runs_of_one_evening_are_counted_around() -> None:
    """A wrong clock goes on too, and what was written by it stays together."""
    evening = [changed(run(day), id=f"late-{day}", started=WRONG[3], finished=WRONG[3]) for day in (3, 4, 5)]
    runs = record(run(0, "contact-rule"), run(1), *evening, run(6), run(9))
    assert Journey(runs, NOW).days_since(runs[0]) == 20


@pytest.mark.fault(83)
def test_a_clock_that_was_set_back_a_little_is_not_judged() -> None:
    """No one can say which date is right then: what was counted stays counted."""
    runs = record(run(0, "contact-rule"), run(12), run(2))
    assert Journey(runs, MONDAY + timedelta(days=3)).days_since(runs[0]) == 13


@pytest.mark.fault(83)
@pytest.mark.parametrize("moment", WRONG)
@pytest.mark.parametrize("question", [ASKED_TO_STOP, ORDERED_AWAY])
def test_no_boundary_opens(question: object, moment: datetime) -> None:
    """Boundaries go by the record's order: a yes holds, whatever its date, and two noes of one week stay too few."""
    yes = run(0, "your-story", answers={ASKED_TO_STOP.id: True, ORDERED_AWAY.id: True})
    told = {WROTE_FREELY: True, WANTS_CONTACT: True}
    noes = [run(day, "they-wrote", answers={ORDERED_AWAY.id: False}) for day in (1, 2)]
    for place in range(3):
        runs = record(run(-1, "they-wrote", answers=told), yes, *noes, run(19))
        runs[place + 1] = dated(runs[place + 1], moment, "both")
        assert question in standing(Journey(runs, NOW))


class Office:
    """A file with one run of a wrong date, and a doctor for it."""

    def __init__(self, program: Program, home: Path, runs: Sequence[Run]) -> None:
        self.store = written(home, runs)
        self.doctor = Doctor(self.store, program, lambda: NOW)

    @property
    def findings(self) -> list[Finding]:
        """What is found about wrong dates."""
        return [finding for finding in self.doctor.findings() if finding.id == "misdated"]

    def round(self, answer: str) -> Progress:
        """Make a round in which this is answered, and return what is in the file then."""
        self.doctor.run(lambda: Scripted({"misdated": answer}))
        return self.store.load()


@pytest.mark.fault(83)
@pytest.mark.parametrize(
    ("moment", "place"),
    # of a record's first entry nobody can say that it was made too early, in a year in which it could have been
    [(moment, place) for moment in WRONG for place in (0, 3, 6) if place or moment.year != 2019],
)
def test_the_doctor_dates_it_anew(program: Program, home: Path, moment: datetime, place: int) -> None:
    """At the moment of the next entry, or now; its place, its answers and its history stay as they are."""
    runs = life()
    right = changed(runs[place], history=[Earlier("mood", 3, MONDAY + timedelta(days=18), number=40)])
    runs[place] = dated(right, moment, "both")
    office = Office(program, home, runs)
    (finding,) = office.findings

    assert finding.is_wrong
    assert f"Entry {place + 1} of 7" in finding.sentence
    assert str(moment.year) in finding.sentence
    after = office.round("mend").runs
    assert office.findings == []
    following = runs[place + 1].started if place < 6 else NOW
    assert after[place] == changed(right, started=following, finished=following)
    assert after[:place] + after[place + 1 :] == runs[:place] + runs[place + 1 :]


@pytest.mark.fault(83)
def test_the_doctor_sets_it_aside(program: Program, home: Path) -> None:
    """Leaving it is offered as what it is, and changes nothing in the file."""
    runs = life()
    runs[3] = dated(runs[3], WRONG[-1], "both")
    office = Office(program, home, runs)

    assert office.findings[0].keep.startswith("Leave the date")
    assert office.round("keep").runs == runs


@pytest.mark.fault(83)
def test_the_doctor_offers_no_date_that_opens_a_boundary(program: Program, home: Path) -> None:
    """A yes without a place in the record is judged by its moment, so what came later by the record must not come later by its date."""
    yes = changed(run(0, "your-story", answers={ASKED_TO_STOP.id: True}), id="yes")
    told = run(6, "they-wrote", answers={WROTE_FREELY: True, WANTS_CONTACT: True})
    runs = [
        changed(yes, start_number=0, finish_number=0),
        *record(run(1), run(2), run(5), dated(told, WRONG[1], "both"), run(9)),
    ]
    office = Office(program, home, runs)

    (finding,) = office.findings
    assert finding.repair is None
    assert finding.hint


@pytest.mark.fault(84)
def test_the_doctor_names_what_ended_before_it_began(program: Program, home: Path) -> None:
    """And a change of an answer whose moment can't be right."""
    runs = life()
    runs[2] = changed(runs[2], started=runs[2].started + timedelta(hours=1))
    runs[4] = changed(runs[4], history=[Earlier("mood", 3, WRONG[-1], number=40)])
    found = {finding.id: finding.sentence for finding in Office(program, home, runs).doctor.findings()}

    assert "Entry 3 of 7" in found["ended-before-begun"]
    assert "Entry 5 of 7" in found["moment-strange"]
