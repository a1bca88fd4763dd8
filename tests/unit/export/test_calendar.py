"""The calendar file: what stands in it is right by RFC 5545, as a maintained library reads it, and tells nobody anything."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lives import LIFE
from person import Clock, Person

from exback.catalog import load, made_up_life
from exback.demo import live
from exback.export import FORMATS, Options
from exback.export.calendar import DAILY, RULE_ENDS, TIMES
from exback.journey import changed
from exback.program import Program
from exback.prose import flat
from exback.store import Progress
from exback.view import Skip

PROGRAM = load()
HARD = {"what": "Their birthday", "when": "2026-04-10", "plan": "Dinner with my sister", "instead": Skip()}


def written(person: Person, title: str = "") -> str:
    """The calendar of somebody."""
    return FORMATS["ics"].render(person.program, person.journey, person.store.load(), Options(title=title))


def read(text: str) -> list[icalendar.Event]:
    """The events in a calendar, as the library reads them; it must find no fault."""
    calendar = icalendar.Calendar.from_ical(text)
    assert isinstance(calendar, icalendar.Calendar)
    assert not calendar.errors
    assert not any(event.errors for event in calendar.events)
    return calendar.events


def named(events: list[icalendar.Event]) -> dict[str, Any]:
    """The events by their titles. What stands in one may be of many kinds."""
    return {str(event["SUMMARY"]): event for event in events}


@pytest.fixture
def planner(person: Person) -> Person:
    """Somebody with a rule, a hard day ahead and a letter for later."""
    for step in ("your-story", "why-space", "contact-rule"):
        person.answers(step, dict(LIFE[step]))
    person.answers("hard-dates", dict(HARD))
    person.answers("letter", {"letter": "Dear J.", "fate": "seal", "until": "2026-06-01"})
    return person


class TestEvents:
    """The days ahead."""

    def test_all_of_them(self, planner: Person) -> None:
        """A hard day, the day of a letter, the end of the rule, and a check-in that comes every day."""
        events = named(read(written(planner)))
        assert {title: event.DTSTART for title, event in events.items()} == {
            "A day with a plan": date(2026, 4, 10),
            "Something to read": date(2026, 6, 1),
            RULE_ENDS: date(2026, 4, 1),
            DAILY: datetime(2026, 3, 2, 21),  # noqa: DTZ001  # nine in the evening wherever somebody is
        }

    def test_days_last_a_day(self, planner: Person) -> None:
        """From midnight to midnight, without an hour."""
        for title, event in named(read(written(planner))).items():
            if title != DAILY:
                assert timedelta(days=1) == event.DTEND - event.DTSTART
                assert not isinstance(event.DTEND, datetime)

    def test_the_daily_one_ends_some_day(self, planner: Person) -> None:
        """A reminder must not outlive what it is for."""
        rule = named(read(written(planner)))[DAILY]["RRULE"]
        assert (rule["FREQ"], rule["COUNT"]) == (["DAILY"], [TIMES])

    def test_what_has_passed_is_left_out(self, planner: Person) -> None:
        """The day itself still stands in it."""
        planner.clock.forward(days=39)
        assert set(named(read(written(planner)))) == {"A day with a plan", "Something to read", DAILY}
        planner.clock.forward(days=1)
        assert set(named(read(written(planner)))) == {"Something to read", DAILY}

    def test_nothing_yet(self, person: Person) -> None:
        """Then there is the check-in alone."""
        assert [str(event["SUMMARY"]) for event in read(written(person))] == [DAILY]

    def test_the_daily_one_waits_for_the_end_of_a_pause(self, planner: Person) -> None:
        """Nobody is reminded of what they put down."""
        planner.answers("pause", {"what": "rest", "until": "2026-03-20", "reason-kind": Skip(), "reason": Skip()})
        assert named(read(written(planner)))[DAILY].DTSTART.date() == date(2026, 3, 20)

    def test_all_that_must_stand_in_an_event(self, planner: Person) -> None:
        """A uid of its own, the moment it was written in UTC, and that it is private and takes no time."""
        events = read(written(planner))
        assert len({str(event["UID"]) for event in events}) == len(events)
        for event in events:
            assert planner.clock().astimezone(UTC) == event.DTSTAMP
            assert (str(event["CLASS"]), str(event["TRANSP"])) == ("PRIVATE", "TRANSPARENT")

    def test_each_hard_day_is_an_event_of_its_own(self, planner: Person) -> None:
        """Also two on one day."""
        planner.answers("hard-dates", dict(HARD))
        events = [event for event in read(written(planner)) if event["SUMMARY"] == "A day with a plan"]
        assert len({str(event["UID"]) for event in events}) == 2

    def test_a_second_file_changes_the_events_of_the_first(self, planner: Person) -> None:
        """The same event keeps its uid, whatever day or title it is given."""
        before = {str(event["UID"]) for event in read(written(planner))}
        planner.clock.forward(days=3)
        after = {str(event["UID"]) for event in read(written(planner, title="Tea"))}
        assert before == after

    def test_a_date_that_was_spoilt_by_hand_is_left_out(self, planner: Person) -> None:
        """A hand-edited file makes no wrong event."""
        runs = planner.store.load().runs
        spoilt = [
            changed(run, answers={**run.answers, "when": "soon"}) if run.step == "hard-dates" else run for run in runs
        ]
        journey = planner.program.journey(spoilt, planner.clock())
        text = FORMATS["ics"].render(planner.program, journey, Progress(runs=spoilt), Options())
        assert "A day with a plan" not in named(read(text))


class TestNothingIsTold:
    """Whoever sees the calendar learns nothing."""

    def test_no_word_of_the_person_and_none_of_this_program(self, program: Program, clock: Clock) -> None:
        """No title, name, plan or letter of ten weeks stands in it, and neither does what this program is or is called."""
        now = clock()
        life = made_up_life()
        runs = list(live(program, life, now))
        text = FORMATS["ics"].render(program, program.journey(runs, now), Progress(runs=runs), Options())
        assert len(read(text)) == 4
        names = ("exback", "contact", "ex ", "rule", "urge", "letter", "check-in")
        told = text.replace("RRULE", "").casefold()
        assert not [name for name in names if name in told]
        words = {
            word
            for lived in life
            for answer in lived.answers.values()
            if isinstance(answer, str)
            for word in answer.split()
            if len(word) > 4
        }
        assert not [word for word in words if word in text]
        assert "DESCRIPTION" not in text

    def test_the_title_may_be_chosen(self, planner: Person) -> None:
        """One for all of them."""
        assert {str(event["SUMMARY"]) for event in read(written(planner, title="Piano"))} == {"Piano"}


class TestForm:
    """The lines themselves."""

    @given(st.text(min_size=1, max_size=400))
    @example('a;b,c\\d:"e"')
    @example("a\r\nEND:VEVENT\r\nBEGIN:VEVENT\n")
    @example("é" * 200)
    @example("👩‍👩‍👧 שלום " * 30)
    def test_any_title_comes_back_as_it_was(self, title: str) -> None:
        """Escaped and folded so that the library reads the same words; nothing in it becomes a line of its own."""
        text = render_titled(title)
        shown = flat(title) or DAILY
        assert [str(event["SUMMARY"]) for event in read(text)] == [shown]

    def test_what_has_a_meaning_in_a_calendar_is_escaped(self) -> None:
        """Backslash, semicolon and comma, which the library would also read unescaped; a colon need not be."""
        assert "SUMMARY:a\\;b\\,c\\\\d: e\r\n" in render_titled("a;b,c\\d: e")

    @given(st.text(min_size=1, max_size=400))
    @example("a" * 200)
    @example("é" * 200)
    def test_every_line_is_short_and_ends_as_it_must(self, title: str) -> None:
        """At most 75 octets without its end, CRLF after each, no letter torn in two."""
        data = render_titled(title).encode()
        assert data.endswith(b"END:VCALENDAR\r\n")
        lines = data.split(b"\r\n")
        assert all(len(line) <= 75 for line in lines)
        assert all(line.decode() is not None for line in lines)
        assert b"\n" not in data.replace(b"\r\n", b"")


def render_titled(title: str) -> str:
    """The calendar of somebody who has only begun, every event with this title."""
    return FORMATS["ics"].render(PROGRAM, PROGRAM.journey([], Clock()()), Progress(), Options(title=title))
