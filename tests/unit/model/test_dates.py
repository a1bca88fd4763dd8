from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exback.model.dates import EARLIEST, a_year_after, count, day_of, in_minutes, in_words, noun, short, understand

MONDAY = date(2026, 3, 2)
steadily = settings(max_examples=100)


def moment(day: int, hour: int, minute: int = 0, *, offset: float = 1) -> datetime:
    """Give a moment of March 2026 with a fixed offset in hours."""
    return datetime(2026, 3, day, hour, minute, tzinfo=timezone(timedelta(hours=offset)))


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (moment(2, 4), date(2026, 3, 2)),
        (moment(2, 3, 59), date(2026, 3, 1)),
        (moment(2, 0), date(2026, 3, 1)),
        (moment(2, 23, 59), date(2026, 3, 2)),
        (moment(1, 2), date(2026, 2, 28)),
        (datetime(2026, 1, 1, 2, tzinfo=UTC), date(2025, 12, 31)),
    ],
)
def test_a_day_begins_at_four(now: datetime, day: date) -> None:
    """Somebody who writes at two in the morning is still living the day before."""
    assert day_of(now) == day


@pytest.mark.parametrize(("offset", "day"), [(-11, 1), (-5, 1), (1, 2), (5.75, 2), (13, 2)])
def test_the_day_is_that_of_the_clock_it_was_read_from(offset: float, day: int) -> None:
    """One and the same moment belongs to different days in different places."""
    elsewhere = moment(2, 8, offset=1).astimezone(timezone(timedelta(hours=offset)))
    assert day_of(elsewhere) == date(2026, 3, day)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 22), "Tuesday 22 December"),
        (date(2026, 1, 1), "Thursday 1 January"),
        (date(2025, 12, 31), "Wednesday 31 December 2025"),
        (date(2028, 2, 29), "Tuesday 29 February 2028"),
    ],
)
def test_a_day_in_words_names_the_year_only_when_it_is_another(day: date, words: str) -> None:
    """A day is told with its weekday, and with its year only when that is not this year."""
    assert in_words(day, MONDAY) == words


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 3, 2), date(2027, 3, 2)),
        (date(2027, 12, 31), date(2028, 12, 31)),
        (date(2028, 2, 29), date(2029, 3, 1)),
        (date(9999, 12, 31), date(9999, 12, 31)),
    ],
)
def test_a_year_after(day: date, later: date) -> None:
    """It's the same day of the next year, 1 March after a leap day, and the last day there is stays."""
    assert a_year_after(day) == later


def test_a_day_for_a_narrow_column() -> None:
    """A day in a table is its number and three letters of its month."""
    assert short(date(2026, 12, 22)) == "22 Dec"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no days"), (1, "one day"), (2, "two days"), (10, "ten days"), (11, "11 days")]
)
def test_small_numbers_are_words(number: int, words: str) -> None:
    """Numbers up to ten are written out, and only one day is a day."""
    assert count(number, "day") == words


@pytest.mark.parametrize(
    ("thing", "words"),
    [
        ("entry", "two entries"),
        ("older copy", "two older copies"),
        ("more try", "two more tries"),
        ("day", "two days"),
        ("urge", "two urges"),
    ],
)
def test_more_than_one_is_told_as_people_say_it(thing: str, words: str) -> None:
    """A y behind a consonant becomes ies."""
    assert count(2, thing) == words
    assert count(1, thing) == f"one {thing}"
    assert (noun(1.0, thing), noun(2, thing), noun(0, thing)) == (thing, words[len("two ") :], words[len("two ") :])


def test_minutes_are_words() -> None:
    """A single minute is told as one, more by their number."""
    assert (in_minutes(1), in_minutes(10)) == ("a minute", "10 minutes")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", date(2026, 3, 2)),
        ("Yesterday", date(2026, 3, 1)),
        ("the day before yesterday", date(2026, 2, 28)),
        ("three weeks ago", date(2026, 2, 9)),
        ("  three   weeks ago ", date(2026, 2, 9)),
        ("21 days ago", date(2026, 2, 9)),
        ("a fortnight ago", date(2026, 2, 16)),
        ("friday", date(2026, 2, 27)),
        ("last friday", date(2026, 2, 27)),
        ("last monday", date(2026, 2, 23)),
        ("12 May", date(2025, 5, 12)),
        ("May 12", date(2025, 5, 12)),
        ("1 march", date(2026, 3, 1)),
        ("3 march", date(2025, 3, 3)),
        ("28 December", date(2025, 12, 28)),
        ("12/5", date(2025, 5, 12)),
        ("12.05.2024", date(2024, 5, 12)),
        ("12 may 2024", date(2024, 5, 12)),
        ("2026-05-12", date(2026, 5, 12)),
        ("20260512", date(2026, 5, 12)),
        ("29 Feb", date(2024, 2, 29)),
        ("29 February 2024", date(2024, 2, 29)),
    ],
)
def test_a_day_gone_by_is_understood(words: str, day: date) -> None:
    """A day may be told as people say it; without a year it is the last such day."""
    assert understand(words, MONDAY) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("tomorrow", date(2026, 3, 3)),
        ("in two weeks", date(2026, 3, 16)),
        ("friday", date(2026, 3, 6)),
        ("next friday", date(2026, 3, 6)),
        ("12 May", date(2026, 5, 12)),
        ("1 march", date(2027, 3, 1)),
        ("28 December", date(2026, 12, 28)),
        ("29 Feb", date(2028, 2, 29)),
        ("2027-01-05", date(2027, 1, 5)),
    ],
)
def test_a_day_to_come_is_understood(words: str, day: date) -> None:
    """When a day ahead is asked for, one without a year is the next such day."""
    assert understand(words, MONDAY, ahead=True) == day


@pytest.mark.parametrize(
    ("words", "today", "day"),
    [
        ("a month ago", date(2026, 3, 28), date(2026, 2, 28)),
        ("two months ago", date(2026, 3, 28), date(2026, 1, 28)),
        ("a year ago", date(2026, 3, 28), date(2025, 3, 28)),
        ("in a month", date(2026, 3, 28), date(2026, 4, 28)),
        ("in two months", date(2026, 3, 28), date(2026, 5, 28)),
        ("a month ago", date(2026, 3, 31), date(2026, 2, 28)),
    ],
)
def test_months_are_counted_from_today(words: str, today: date, day: date) -> None:
    """A month ago is the same day of the month before, not its first day."""
    assert understand(words, today) == day


@pytest.mark.parametrize(
    ("words", "ahead", "day"),
    [("the 5th", True, date(2026, 4, 5)), ("the 20th", False, date(2026, 2, 20))],
)
def test_a_day_of_the_month_is_looked_for_in_the_way_that_was_asked(words: str, ahead: bool, day: date) -> None:
    """A day told without its month lies ahead when a day ahead was asked for, and behind when not."""
    assert understand(words, date(2026, 3, 10), ahead=ahead) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3 weeks' time", date(2026, 3, 23)),
        ("three weeks time", date(2026, 3, 23)),
        ("a week’s time", date(2026, 3, 9)),
        ("in a week's time", date(2026, 3, 9)),
        ("in a week", date(2026, 3, 9)),
        ("for 2 months' time", date(2026, 5, 2)),
        ("monday, a week's time", date(2026, 3, 9)),
    ],
)
@pytest.mark.parametrize("ahead", [False, True])
def test_a_span_of_time_to_come_is_never_as_long_ago(words: str, day: date, ahead: bool) -> None:
    """A question about a day gone by refuses it then, as it does any day to come."""
    assert understand(words, MONDAY, ahead=ahead) == day


def test_the_turn_of_the_year() -> None:
    """In January a day of December is of the year before, and in December one of January is of the next."""
    assert understand("28 December", date(2026, 1, 2)) == date(2025, 12, 28)
    assert understand("yesterday", date(2026, 1, 1)) == date(2025, 12, 31)
    assert understand("two weeks ago", date(2026, 1, 2)) == date(2025, 12, 19)
    assert understand("5 January", date(2025, 12, 28), ahead=True) == date(2026, 1, 5)
    assert understand("tomorrow", date(2025, 12, 31), ahead=True) == date(2026, 1, 1)


def test_the_day_before_the_first_of_march() -> None:
    """Yesterday on 1 March is 29 February in a leap year, and 28 February in any other."""
    assert understand("yesterday", date(2028, 3, 1)) == date(2028, 2, 29)
    assert understand("yesterday", date(2026, 3, 1)) == date(2026, 2, 28)


@pytest.mark.parametrize("ahead", [False, True])
@pytest.mark.parametrize(
    "words",
    [
        *("", "   ", "asdf", "[/oops]", "\ud800", "0", "0 May", "word " * 5000, "9" * 5000),
        *("31 February", "31 feb", "30 February 2026", "29 February 2025", "31 April", "31.4.2025", "2026/02/30"),
        *("2026-02-30", "2026-13-01", "32 May", "99 May", "13/13/2026"),
        *("1899-12-31", "5000 years ago", "in 99999999999 years"),
    ],
)
def test_what_names_no_day_is_refused(words: str, ahead: bool) -> None:
    """Words that name no day, or one that does not exist, are never taken for another day."""
    with pytest.raises(ValueError):  # noqa: PT011  its message is of no interest: items put a sentence in its place
        understand(words, MONDAY, ahead=ahead)


@steadily
@given(day=st.dates(EARLIEST, date(2200, 12, 31)), today=st.dates(date(2020, 1, 1), date(2040, 1, 1)), ahead=...)
def test_a_whole_date_means_itself(day: date, today: date, ahead: bool) -> None:
    """A date in figures is that date, whatever day it is and whichever way is asked."""
    assert understand(day.isoformat(), today, ahead=ahead) == day


@settings(max_examples=100)
@given(today=st.dates(date(2020, 1, 1), date(2040, 1, 1)), ago=st.integers(0, 3000))
def test_a_day_that_exback_wrote_is_understood(today: date, ago: int) -> None:
    """A day that exback told in words can be typed in again as it stood there."""
    day = today - timedelta(days=ago)
    assert understand(in_words(day, today), today) == day
