"""The calendar file: its events, how they change in a calendar that has them already, and that they give nothing away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import icalendar
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.lives import LIFE
from support.person import Clock, Person
from support.scripted import Scripted

from exback.commands.wizard import Wizard
from exback.engine.simulation import live
from exback.engine.view import Skip
from exback.export.calendar import DAILY, RULE_ENDS, TIMES
from exback.export.formats import FORMATS
from exback.export.options import Options
from exback.loader import load, made_up_life
from exback.model.program import Program
from exback.model.prose import flat, visible
from exback.model.run import Run, changed
from exback.store import Progress

PROGRAM = load()
HARD = {"what": "Their birthday", "when": "2026-04-10", "plan": "Dinner with my sister", "instead": Skip()}


def written(person: Person, title: str = "") -> str:
    """Return a person's calendar."""
    return FORMATS["ics"].render(person.program, person.journey, person.store.load(), Options(title=title))


def calendar_of(runs: Sequence[Run], now: datetime, title: str = "") -> str:
    """Return the calendar of these runs, as of a moment."""
    return FORMATS["ics"].render(PROGRAM, PROGRAM.journey(runs, now), Progress(runs=list(runs)), Options(title=title))


def parsed(text: str) -> icalendar.Calendar:
    """Return the calendar as the library reads it, which must find no fault."""
    calendar = icalendar.Calendar.from_ical(text)
    assert isinstance(calendar, icalendar.Calendar)
    assert not calendar.errors
    assert not any(event.errors for event in calendar.events)
    return calendar


def read(text: str) -> list[icalendar.Event]:
    """Return the events in a calendar."""
    return parsed(text).events


def named(events: list[icalendar.Event]) -> dict[str, Any]:
    """Return the events by their titles."""
    return {str(event["SUMMARY"]): event for event in events}


def corrected(person: Person, step: str, item: str, answer: object) -> None:
    """Let a person go back to one answer of the latest run of a step and change it."""
    run = next(run for run in reversed(person.store.load().runs) if run.step == step)
    Wizard(person.program, person.store, Scripted({item: answer}), person.clock, person.new_id).change(run, item)


@pytest.fixture
def planner(person: Person) -> Person:
    """Someone with a rule, a hard day ahead and a letter for later."""
    for step in ("your-story", "why-space", "contact-rule"):
        person.answers(step, dict(LIFE[step]))
    person.answers("hard-dates", dict(HARD))
    person.answers("letter", {"to": "them", "letter": "Dear J.", "fate": "seal", "until": "2026-06-01"})
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

    @pytest.mark.parametrize("title", ["", "Piano; at nine"])
    def test_the_daily_one_alone_has_an_alarm(self, planner: Person, title: str) -> None:
        """It comes up at its time and says its title; a day is no time at which something could come up."""
        shown = {"ACTION": "DISPLAY", "DESCRIPTION": title or DAILY, "TRIGGER": timedelta(0)}
        for event in read(written(planner, title)):
            alarms = [{name: alarm.decoded(name) for name in alarm} for alarm in event.walk("VALARM")]
            assert alarms == [shown] * ("RRULE" in event)

    def test_what_has_passed_is_left_out(self, planner: Person) -> None:
        """The day itself still stands in it."""
        planner.clock.forward(days=39)
        assert set(named(read(written(planner)))) == {"A day with a plan", "Something to read", DAILY}
        planner.clock.forward(days=1)
        assert set(named(read(written(planner)))) == {"Something to read", DAILY}

    def test_the_page_about_a_year_comes_a_year_later(self) -> None:
        """Its day is a year after it was written, whatever was written; 29 February has a day of its own in no other year."""
        for day, later in ((date(2026, 3, 2), date(2027, 3, 2)), (date(2028, 2, 29), date(2029, 3, 1))):
            now = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
            page = Run(id="year", step="happy-without", started=now, finished=now, answers={"year": "2026-03-05"})
            assert later == named(read(calendar_of([page], now)))["Something to read"].DTSTART

    def test_nothing_yet(self, person: Person) -> None:
        """Then there is the check-in alone."""
        assert [str(event["SUMMARY"]) for event in read(written(person))] == [DAILY]

    def test_the_daily_one_waits_for_the_end_of_a_pause(self, planner: Person) -> None:
        """Nobody is reminded of what they put down."""
        planner.answers("pause", {"until": "2026-03-20", "reason-kind": Skip(), "reason": Skip()})
        assert named(read(written(planner)))[DAILY].DTSTART.date() == date(2026, 3, 20)

    def test_there_is_none_while_someone_has_stopped(self, planner: Person) -> None:
        """Nothing reminds them of what they don't need any more."""
        planner.puts("how-often", rhythm="open-end")
        assert DAILY not in named(read(written(planner)))

    def test_what_every_event_has(self, planner: Person) -> None:
        """Every event has a UID of its own, is private, takes no time, and was last modified when it was written down."""
        events = read(written(planner))
        assert len({str(event["UID"]) for event in events}) == len(events)
        for event in events:
            assert planner.clock().astimezone(UTC) == event.DTSTAMP == event.LAST_MODIFIED
            assert (str(event["CLASS"]), str(event["TRANSP"])) == ("PRIVATE", "TRANSPARENT")

    def test_the_calendar_names_no_program(self, planner: Person) -> None:
        """It's published, needs no answer, and says nothing about what made it."""
        calendar = parsed(written(planner))
        assert {name: str(calendar[name]) for name in calendar} == {
            "PRODID": "-//personal//calendar//EN",
            "VERSION": "2.0",
            "CALSCALE": "GREGORIAN",
            "METHOD": "PUBLISH",
        }

    def test_each_hard_day_is_an_event_of_its_own(self, planner: Person) -> None:
        """Also two on one day."""
        planner.answers("hard-dates", dict(HARD))
        events = [event for event in read(written(planner)) if event["SUMMARY"] == "A day with a plan"]
        assert len({str(event["UID"]) for event in events}) == 2

    def test_a_date_that_was_spoilt_by_hand_is_left_out(self, planner: Person) -> None:
        """A hand-edited file makes no wrong event."""
        runs = planner.store.load().runs
        spoilt = [
            changed(run, answers={**run.answers, "when": "soon"}) if run.step == "hard-dates" else run for run in runs
        ]
        assert "A day with a plan" not in named(read(calendar_of(spoilt, planner.clock())))

    def test_the_last_day_there_is(self, planner: Person) -> None:
        """An event on 31 December 9999 names no end, since no day comes after it."""
        planner.answers("hard-dates", {**HARD, "when": "9999-12-31"})
        last = next(event for event in read(written(planner)) if date(9999, 12, 31) == event.DTSTART)
        assert {"DTEND", "DURATION"}.isdisjoint(last)

    @pytest.mark.parametrize(
        ("now", "stamp"),
        [
            (datetime(1, 1, 1, 12, tzinfo=timezone(timedelta(hours=14))), datetime(1, 1, 1, 12, tzinfo=UTC)),
            (datetime(9999, 12, 31, 22, tzinfo=timezone(timedelta(hours=-12))), datetime(9999, 12, 31, 22, tzinfo=UTC)),
        ],
    )
    def test_the_first_and_the_last_year_there_is(self, now: datetime, stamp: datetime) -> None:
        """A moment that would be in the year 0 or 10000 in UTC stays the moment on the clock."""
        run = Run(id="a", step="check-in", started=now, start_number=1, finished=now, finish_number=2)
        (event,) = read(calendar_of([run], now))
        assert (event.DTSTAMP, event.DTSTART.date()) == (stamp, now.date())


class TestImportedOnceMore:
    """A calendar that has the events already: it goes by UID and SEQUENCE."""

    def test_the_same_file_makes_the_same_calendar(self, planner: Person) -> None:
        """Later on the same day not a character differs."""
        before = written(planner)
        planner.clock.forward(hours=5)
        assert written(planner) == before

    def test_a_second_file_changes_the_events_of_the_first(self, planner: Person) -> None:
        """The same event keeps its UID, whatever day or title it gets."""
        before = {str(event["UID"]) for event in read(written(planner))}
        planner.clock.forward(days=3)
        after = {str(event["UID"]) for event in read(written(planner, title="Tea"))}
        assert before == after

    def test_a_changed_day_wins(self, planner: Person) -> None:
        """A day that was changed has the same UID and a higher SEQUENCE, and so has each change after it."""
        events = [named(read(written(planner)))["A day with a plan"]]
        for day in ("2026-04-11", "2026-04-10"):
            planner.clock.forward(hours=1)
            corrected(planner, "hard-dates", "when", day)
            events.append(named(read(written(planner)))["A day with a plan"])
        assert [event["SEQUENCE"] for event in events] == [0, 1, 2]
        assert [event.DTSTART.day for event in events] == [10, 11, 10]
        assert [event.LAST_MODIFIED.hour for event in events] == [9, 10, 11]
        assert len({str(event["UID"]) for event in events}) == 1

    def test_what_did_not_change_keeps_its_number(self, planner: Person) -> None:
        """The day of the letter has nothing to do with the hard day."""
        before = named(read(written(planner)))["Something to read"]
        corrected(planner, "hard-dates", "when", "2026-04-11")
        assert named(read(written(planner)))["Something to read"] == before

    def test_a_new_rule_moves_the_end_of_the_first(self, planner: Person) -> None:
        """The old end of the rule doesn't stay in the calendar beside the new one."""
        before = named(read(written(planner)))[RULE_ENDS]
        planner.clock.forward(days=14)
        planner.answers("contact-rule", dict(LIFE["contact-rule again"]))
        after = named(read(written(planner)))[RULE_ENDS]
        assert (before["UID"], before["SEQUENCE"], before.DTSTART) == (after["UID"], 0, date(2026, 4, 1))
        assert (after["SEQUENCE"], after.DTSTART) == (1, date(2026, 4, 15))

    def test_the_daily_event_moves_with_the_day_and_with_a_pause(self, planner: Person) -> None:
        """Whenever it begins on another day, its SEQUENCE is higher, also when a pause is cut short on the same day."""
        events = [named(read(written(planner)))[DAILY]]
        planner.clock.forward(days=1)
        events.append(named(read(written(planner)))[DAILY])
        planner.answers("pause", {"until": "2026-03-20", "reason-kind": Skip(), "reason": Skip()})
        events.append(named(read(written(planner)))[DAILY])
        corrected(planner, "pause", "until", "2026-03-15")
        events.append(named(read(written(planner)))[DAILY])
        assert [event.DTSTART.day for event in events] == [2, 3, 20, 15]
        numbers = [event["SEQUENCE"] for event in events]
        assert numbers == sorted(set(numbers))
        stamps = [event.LAST_MODIFIED for event in events]
        assert stamps == sorted(stamps)
        assert len({str(event["UID"]) for event in events}) == 1


class TestNothingIsTold:
    """Whoever sees the calendar learns nothing."""

    def test_no_word_of_the_person_and_none_of_this_program(self, program: Program, clock: Clock) -> None:
        """No title, name, plan or letter of ten weeks stands in it, and neither does what this program is or is called."""
        now = clock()
        life = made_up_life()
        text = calendar_of(list(live(program, life, now)), now)
        assert len(read(text)) == 5
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
        events = read(text)
        assert not any("DESCRIPTION" in event for event in events)
        assert {str(alarm["DESCRIPTION"]) for event in events for alarm in event.walk("VALARM")} == {DAILY}

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
        """Escaped and folded so that the library reads the same words, what was hidden by its number; nothing in it becomes a line of its own."""
        text = titled(title)
        shown = visible(flat(title)) or DAILY
        assert [str(event["SUMMARY"]) for event in read(text)] == [shown]

    def test_what_has_a_meaning_in_a_calendar_is_escaped(self) -> None:
        """Backslash, semicolon and comma, which the library would also read unescaped; a colon need not be."""
        assert "SUMMARY:a\\;b\\,c\\\\d: e\r\n" in titled("a;b,c\\d: e")

    @given(st.text(min_size=1, max_size=400))
    @example("a" * 200)
    @example("é" * 200)
    def test_every_line_is_short_and_ends_as_it_must(self, title: str) -> None:
        """At most 75 octets without its end, CRLF after each, no letter torn in two."""
        data = titled(title).encode()
        assert data.endswith(b"END:VCALENDAR\r\n")
        lines = data.split(b"\r\n")
        assert all(len(line) <= 75 for line in lines)
        assert all(line.decode() is not None for line in lines)
        assert b"\n" not in data.replace(b"\r\n", b"")


def titled(title: str) -> str:
    """Return the calendar of someone who has only begun, every event with this title."""
    return calendar_of([], Clock()(), title)
