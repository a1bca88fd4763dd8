"""A day that is typed is understood whole or refused: FAULTS 82."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from exback.model.date_parser import possible_days
from exback.model.date_words import FIRST_TO_NINTH, LONGEST, TENTH_TO_NINETEENTH
from exback.model.dates import MONTHS, WEEKDAYS, day_to_begin_with, later, typed_day, understand

THURSDAY = date(2026, 11, 26)
SUNDAY = date(2026, 11, 29)

EDGES = (
    *(date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1), date(2027, 2, 28), date(2027, 3, 1)),
    *(date(2026, 12, 31), date(2027, 1, 1), date(2026, 1, 31), date(2026, 4, 30), date(2026, 5, 31), date(2100, 2, 28)),
)
todays = st.one_of(st.sampled_from(EDGES), st.dates(date(2020, 1, 1), date(2099, 12, 31)))


def refused(words: str, today: date = THURSDAY, *, ahead: bool = False, month_first: bool = False) -> bool:
    """Whether some words are refused, each way."""
    try:
        typed_day(words, today, ahead=ahead, month_first=month_first)
    except ValueError:
        return True
    return False


@pytest.mark.parametrize(
    ("words", "ahead", "day"),
    [
        ("9/30", False, date(2026, 9, 30)),
        ("11/20", False, date(2026, 11, 20)),
        ("12/25", True, date(2026, 12, 25)),
        ("12/31", True, date(2026, 12, 31)),
        ("2/14", True, date(2027, 2, 14)),
        ("20/11", False, date(2026, 11, 20)),
        ("11/28/2026", True, date(2026, 11, 28)),
        ("11.28.26", True, date(2026, 11, 28)),
        ("2/29", False, date(2024, 2, 29)),
        ("4/4", False, date(2026, 4, 4)),
        ("14 feb 26", True, date(2026, 2, 14)),
        ("25/12/26", False, date(2026, 12, 25)),
        ("14feb26", False, date(2026, 2, 14)),
        ("12 may '99", False, date(1999, 5, 12)),
        ("12-may-30", True, date(2030, 5, 12)),
        ("12. May 2026", False, date(2026, 5, 12)),
        ("Nov. 21st, 2026", False, date(2026, 11, 21)),
        ("2026 may 12", False, date(2026, 5, 12)),
        ("2026-5-2", False, date(2026, 5, 2)),
        ("12 May last year", False, date(2025, 5, 12)),
        ("12 May next year", True, date(2027, 5, 12)),
    ],
)
@pytest.mark.parametrize("month_first", [False, True])
def test_a_date_that_can_only_be_one_is_that_one(words: str, ahead: bool, day: date, month_first: bool) -> None:
    """Whatever the person's order is: 30 and 2026 are no months, and two figures are a year of this century or the last."""
    assert typed_day(words, THURSDAY, ahead=ahead, month_first=month_first) == (day, False)


@pytest.mark.parametrize(
    ("words", "day_first", "month_first"),
    [
        ("4/3", date(2026, 3, 4), date(2026, 4, 3)),
        ("4.3.", date(2026, 3, 4), date(2026, 4, 3)),
        ("04-03-2026", date(2026, 3, 4), date(2026, 4, 3)),
        ("4/3/26", date(2026, 3, 4), date(2026, 4, 3)),
        ("4 3 2026", date(2026, 3, 4), date(2026, 4, 3)),
        ("12/11", date(2026, 11, 12), date(2025, 12, 11)),
    ],
)
def test_where_both_orders_are_possible_the_persons_own_counts(words: str, day_first: date, month_first: date) -> None:
    """And it's said that the other one is possible too."""
    assert typed_day(words, THURSDAY) == (day_first, True)
    assert typed_day(words, THURSDAY, month_first=True) == (month_first, True)


def test_a_year_of_two_figures_may_come_first_where_hyphens_say_so() -> None:
    """26-11-03 may be an ISO date without its century, so it's never taken without a question."""
    day, is_ambiguous = typed_day("26-11-03", THURSDAY)
    assert (day, is_ambiguous) == (date(2003, 11, 26), True)


def test_a_weekday_decides_between_two_orders() -> None:
    """4 March 2026 was a Wednesday and 3 April a Friday."""
    assert typed_day("friday 4/3", THURSDAY) == (date(2026, 4, 3), False)
    assert typed_day("4/3, wednesday", THURSDAY, month_first=True) == (date(2026, 3, 4), False)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1st of the month", date(2026, 11, 1)),
        ("the first of this month", date(2026, 11, 1)),
        ("first of may", date(2026, 5, 1)),
        ("the thirty-first of october", date(2026, 10, 31)),
        ("May the twenty second, 2025", date(2025, 5, 22)),
        ("the first of last month", date(2026, 10, 1)),
        ("last day of last month", date(2026, 10, 31)),
        ("the first day of the year", date(2026, 1, 1)),
        ("around three weeks ago", date(2026, 11, 5)),
        ("maybe a week or so ago", date(2026, 11, 19)),
        ("about a month ago", date(2026, 10, 26)),
        ("a fortnight ago", date(2026, 11, 12)),
        ("two fortnights ago", date(2026, 10, 29)),
        ("a couple of weeks ago", date(2026, 11, 12)),
        ("couple days ago", date(2026, 11, 24)),
        ("half a year ago", date(2026, 5, 26)),
        ("a year and a half ago", date(2025, 5, 26)),
        ("a month and 3 days ago", date(2026, 10, 23)),
        ("1 year, 2 months and 3 days ago", date(2025, 9, 23)),
        ("a hundred days ago", date(2026, 8, 18)),
        ("three wks back", date(2026, 11, 5)),
        ("a week ago yesterday", date(2026, 11, 18)),
        ("two days before yesterday", date(2026, 11, 23)),
        ("the day after the 20th", date(2026, 11, 21)),
        ("48 hours ago", date(2026, 11, 24)),
        ("since 3 November", date(2026, 11, 3)),
        ("since about 3 November", date(2026, 11, 3)),
        ("“Three weeks ago”", date(2026, 11, 5)),
        ("yesterday evening", date(2026, 11, 25)),
        ("last night", date(2026, 11, 25)),
        ("on friday night", date(2026, 11, 20)),
        ("last friday, 20 november", date(2026, 11, 20)),
        ("Friday the 13th", date(2026, 11, 13)),
        ("this past friday", date(2026, 11, 20)),
        ("friday last week", date(2026, 11, 20)),
        ("just now", THURSDAY),
        ("tonight", THURSDAY),
    ],
)
def test_a_day_gone_by_in_words(words: str, day: date) -> None:
    """Also when it is told as people tell it."""
    assert typed_day(words, THURSDAY) == (day, False)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2 weeks from today", date(2026, 12, 10)),
        ("in two weeks' time", date(2026, 12, 10)),
        ("for about 20 days", date(2026, 12, 16)),
        ("until 1 may", date(2027, 5, 1)),
        ("1st of the month", date(2026, 12, 1)),
        ("the first of next month", date(2026, 12, 1)),
        ("the day after tomorrow", date(2026, 11, 28)),
        ("a week from friday", date(2026, 12, 4)),
        ("this coming monday", date(2026, 11, 30)),
        ("friday next week", date(2026, 12, 4)),
        ("tomorrow morning", date(2026, 11, 27)),
    ],
)
def test_a_day_to_come_in_words(words: str, day: date) -> None:
    """Likewise for a day ahead."""
    assert typed_day(words, THURSDAY, ahead=True) == (day, False)


@pytest.mark.parametrize(
    ("words", "today", "ahead", "day"),
    [
        ("next friday", THURSDAY, True, date(2026, 11, 27)),
        ("last monday", THURSDAY, False, date(2026, 11, 23)),
        ("thursday", THURSDAY, False, date(2026, 11, 19)),
        ("thursday", THURSDAY, True, date(2026, 12, 3)),
        ("friday last week", SUNDAY, False, date(2026, 11, 20)),
        ("last week", THURSDAY, False, date(2026, 11, 19)),
        ("next month", THURSDAY, True, date(2026, 12, 26)),
        ("May", THURSDAY, False, date(2026, 5, 1)),
        ("may 2025", THURSDAY, False, date(2025, 5, 1)),
        ("the end of the month", THURSDAY, True, date(2026, 11, 30)),
        ("an hour ago", THURSDAY, False, THURSDAY),
        ("5", THURSDAY, False, date(2026, 11, 5)),
        ("30", THURSDAY, True, date(2026, 11, 30)),
    ],
)
def test_words_that_may_mean_another_day_say_so(words: str, today: date, ahead: bool, day: date) -> None:
    """The likeliest day comes with the word that there's another: this week's or the next, or any of a month."""
    assert typed_day(words, today, ahead=ahead) == (day, True)


@pytest.mark.parametrize(
    ("words", "ahead", "day"),
    [
        ("27 Nov", False, date(2025, 11, 27)),
        ("nov 28", False, date(2025, 11, 28)),
        ("27/11", False, date(2025, 11, 27)),
        ("15 December", False, date(2025, 12, 15)),
        ("first day of december", False, date(2025, 12, 1)),
        ("two days before 1 dec", False, date(2025, 11, 29)),
        ("25 nov", True, date(2027, 11, 25)),
        ("20/11", True, date(2027, 11, 20)),
    ],
)
def test_a_year_away_is_never_taken_unasked_where_this_years_date_is_near(words: str, ahead: bool, day: date) -> None:
    """Tomorrow's date may be a slip of the finger for today's, and isn't a day of last year without a question."""
    assert typed_day(words, THURSDAY, ahead=ahead) == (day, True)


def test_a_year_away_needs_no_question_where_it_was_typed() -> None:
    """Its figures or its weekday say which year it is: 27 November 2025 was a Thursday, and in 2026 it's a Friday."""
    for words in ("27 nov 2025", "27/11/25", "27 november last year", "thursday 27 november"):
        assert typed_day(words, THURSDAY) == (date(2025, 11, 27), False), words
    assert typed_day("friday 27 november", THURSDAY) == (date(2026, 11, 27), False)


def test_after_midnight_todays_own_date_needs_no_question() -> None:
    """The date that has come is today's, and the one after it is a day to come."""
    friday = date(2026, 11, 27)
    assert typed_day("27 nov", THURSDAY, latest=friday) == (THURSDAY, False)
    assert typed_day("28 nov", THURSDAY, latest=friday) == (date(2025, 11, 28), True)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Friday 12 May", "12 May is a Tuesday."),
        ("12 May 2026, a Friday", "12 May is a Tuesday."),
        ("wed 12.5.2025", "12 May 2025 is a Monday."),
        ("friday 4 december 2027", "4 December 2027 is a Saturday."),
        ("yesterday, tuesday", "25 November is a Wednesday."),
    ],
)
def test_a_weekday_that_contradicts_the_date_is_refused(words: str, sentence: str) -> None:
    """And it's said which weekday that is."""
    with pytest.raises(ValueError, match=re.escape(sentence)) as refusal:
        typed_day(words, THURSDAY)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize("ahead", [False, True])
@pytest.mark.parametrize(
    "words",
    [
        "monday two weeks ago",
        "two weeks ago, on a monday",
        "sunday a week ago",
        "friday two months ago",
        "friday in two weeks",
        "friday 3 days ago",
        "friday two weeks from today",
        "monday two weeks after 12 May",
        "last friday two weeks ago",
        "last weekend",
    ],
)
def test_no_weekday_is_said_of_a_date_that_nobody_typed(words: str, ahead: bool) -> None:
    """A weekday beside a span names no single day, so it's refused like anything that names none."""
    with pytest.raises(ValueError) as refusal:  # noqa: PT011  its message is what is looked at
        typed_day(words, THURSDAY, ahead=ahead)
    assert not str(refusal.value)


@pytest.mark.parametrize("month_first", [False, True])
@pytest.mark.parametrize("ahead", [False, True])
@pytest.mark.parametrize(
    "words",
    [
        *(
            "13/13",
            "2/30",
            "30/2",
            "29/2/26",
            "31/4/2026",
            "0/5",
            "4/0",
            "4//3",
            "4/3/",
            "/4/3",
            "4/3/2/1",
            "12/5-2024",
        ),
        *("1-3 may", "12-14 may", "may 12-14", "may 12, 14", "12 may - 14", "12 may 13 may", "3-4 weeks ago"),
        *("two three weeks ago", "3 3 weeks ago", "12 5", "4,3", "45", "99", "2026", "12 may 026", "12 may 20266"),
        *("not 12 may", "before 12 may", "after friday", "12 may or 13 may", "12 may x", "x 12 may", "12 may?x"),
        *("12 may at 10pm", "12:30", "yesterday at 10", "a few weeks ago", "over a month ago", "1.5 weeks ago"),
        *(
            "999 the day before yesterday",
            "3 the weeks ago",
            "10 in the evening",
            "10 at night",
            "2 weeks 2 weeks ago",
            "on on friday",
            "since since friday",
        ),
        *(
            "friday two weeks",
            "two weeks friday",
            "friday in two week",
            "last friday of may",
            "first monday of may",
            "in may 12",
        ),
        *("monday may", "monday or tuesday", "last", "ago", "the", "on", "a", "week", "day before", "in the morning"),
        *("-3 days", "+3 days", "3 days ago ago", "٣/٤", "4⁄3", "１２ may", "12 maí", "1 000 days ago"),
    ],
)
def test_what_is_not_one_day_is_refused(words: str, ahead: bool, month_first: bool) -> None:
    """No part of it is taken for the day: ranges, times of the clock, words in between, and numbers too many."""
    assert refused(words, ahead=ahead, month_first=month_first)


# Any day, in any of the forms in which people write one

ORDINAL_WORDS = [*FIRST_TO_NINTH.split(), *TENTH_TO_NINETEENTH.split(), "twentieth"]
ORDINAL_WORDS += [f"twenty-{word}" for word in ORDINAL_WORDS[:9]] + ["thirtieth", "thirty first"]
SUFFIX = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def month(day: date) -> str:
    """Return the name of a day's month."""
    return MONTHS[day.month - 1]


def nth(day: date) -> str:
    """Return "1st" or "12th"."""
    return f"{day.day}{SUFFIX.get(day.day, 'th')}"


Written = Callable[[date], str]

WITHOUT_YEAR: tuple[Written, ...] = (
    lambda day: f"{day.day} {month(day)}",
    lambda day: f"{month(day)} {day.day}",
    lambda day: f"{day.day} {month(day)[:3].lower()}",
    lambda day: f"{nth(day)} {month(day)}",
    lambda day: f"the {nth(day)} of {month(day)}",
    lambda day: f"{month(day)} the {nth(day)}",
    lambda day: f"the {ORDINAL_WORDS[day.day - 1]} of {month(day)}",
    lambda day: f"{month(day)} {ORDINAL_WORDS[day.day - 1]}",
    lambda day: f"{WEEKDAYS[day.weekday()]} {day.day} {month(day)}",
    lambda day: f"{WEEKDAYS[day.weekday()][:3]}, {month(day)} {day.day}",
    lambda day: f"around {day.day} {month(day)}",
)
WITH_YEAR: tuple[Written, ...] = (
    lambda day: day.isoformat(),
    lambda day: day.isoformat().replace("-", ""),
    lambda day: day.isoformat().replace("-", "/"),
    lambda day: f"{day.year}-{day.month}-{day.day}",
    *(lambda day, each=each: f"{each(day)} {day.year}" for each in WITHOUT_YEAR),
    lambda day: f"{month(day)} {day.day}, {day.year}",
    lambda day: f"{day.day}-{month(day)[:3]}-{day.year}",
    lambda day: f"{WEEKDAYS[day.weekday()]}, {month(day)} {nth(day)}, {day.year}",
    lambda day: f"{day.day} {month(day)} {day.year} ({WEEKDAYS[day.weekday()]})",
)
SHORT_YEAR: tuple[Written, ...] = (
    lambda day: f"{day.day} {month(day)} {day:%y}",
    lambda day: f"{month(day)[:3]} {day.day} '{day:%y}",
    lambda day: f"{day.day}-{month(day)[:3]}-{day:%y}",
)
SEPARATORS = ("/", ".", "-", " / ")


def in_numbers(day: date, separator: str, *, month_first: bool, year: str) -> str:
    """Return a day in numbers, in an order of its own, with or without its year."""
    parts = [str(day.month), str(day.day)] if month_first else [str(day.day), str(day.month)]
    return separator.join([*parts, *([year] if year else [])])


@given(day=st.dates(date(1900, 1, 1), date(2199, 12, 31)), today=todays, ahead=..., month_first=...)
def test_a_date_with_its_year_is_that_day(day: date, today: date, ahead: bool, month_first: bool) -> None:
    """In every form, and whatever is asked for."""
    for written in WITH_YEAR:
        assert typed_day(written(day), today, ahead=ahead, month_first=month_first) == (day, False), written(day)


@given(today=todays, away=st.integers(-70 * 365, 20 * 364), ahead=..., month_first=...)
def test_a_year_of_two_figures_is_the_nearest(today: date, away: int, ahead: bool, month_first: bool) -> None:
    """From some eighty years back to twenty ahead."""
    day = later(today, away)
    assume(day.year >= 1900)
    for written in SHORT_YEAR:
        assert typed_day(written(day), today, ahead=ahead, month_first=month_first) == (day, False), written(day)


def is_near(day: date, today: date, *, ahead: bool) -> bool:
    """Whether a date of another year is at most four weeks from today, on the other side of it."""
    others = (date(today.year + years, day.month, day.day) for years in (-1, 0, 1) if (day.month, day.day) != (2, 29))
    return any(0 < (today - other if ahead else other - today).days <= 28 for other in others)


@given(today=todays, away=st.integers(0, 364), ahead=..., month_first=...)
def test_a_date_without_its_year_is_the_nearest(today: date, away: int, ahead: bool, month_first: bool) -> None:
    """In the direction that is asked for. It's confirmed only where another year's date is near in the other one."""
    day = later(today, away if ahead else -away)
    for written in WITHOUT_YEAR:
        words = written(day)
        is_unsure = is_near(day, today, ahead=ahead) and WEEKDAYS[day.weekday()][:3] not in words
        assert typed_day(words, today, ahead=ahead, month_first=month_first) == (day, is_unsure), words


@given(
    today=todays,
    away=st.integers(0, 364),
    separator=st.sampled_from(SEPARATORS),
    ahead=...,
    month_first=...,
    has_year=...,
)
def test_numbers_in_the_persons_order_are_that_day(
    today: date, away: int, separator: str, ahead: bool, month_first: bool, has_year: bool
) -> None:
    """And they are confirmed only where the other order is a day as well, or the same date is near in the other direction."""
    day = later(today, away if ahead else -away)
    words = in_numbers(day, separator, month_first=month_first, year=str(day.year) if has_year else "")
    is_unsure = not has_year and is_near(day, today, ahead=ahead)
    expected = (day, is_unsure or (day.day <= 12 and day.day != day.month))
    assert typed_day(words, today, ahead=ahead, month_first=month_first) == expected, words


@given(
    today=todays,
    away=st.integers(0, 364),
    separator=st.sampled_from(SEPARATORS),
    ahead=...,
    month_first=...,
    year=st.sampled_from(["", "%y", "%Y"]),
)
def test_numbers_in_the_other_order_are_never_taken_unasked(
    today: date, away: int, separator: str, ahead: bool, month_first: bool, year: str
) -> None:
    """The day comes back, or it's one that has to be confirmed, or it's refused."""
    day = later(today, away if ahead else -away)
    words = in_numbers(day, separator, month_first=not month_first, year=f"{day:{year}}" if year else "")
    if not refused(words, today, ahead=ahead, month_first=month_first):
        understood, is_ambiguous = typed_day(words, today, ahead=ahead, month_first=month_first)
        assert understood == day or is_ambiguous, words


@given(today=todays, number=st.integers(1, 400), unit=st.sampled_from([("day", 1), ("week", 7), ("fortnight", 14)]))
def test_days_are_counted_from_today(today: date, number: int, unit: tuple[str, int]) -> None:
    """Back and ahead, over the ends of months and years."""
    name, days = unit
    plural = name if number == 1 else f"{name}s"
    for words in (f"{number} {plural} ago", f"about {number} {plural} ago", f"{number} {plural}"):
        assert understand(words, today) == later(today, -number * days), words
    for words in (f"in {number} {plural}", f"{number} {plural} from now", f"{number} {plural}"):
        assert understand(words, today, ahead=True) == later(today, number * days), words


@given(today=todays, number=st.integers(1, 120), is_years=...)
def test_months_are_counted_to_the_same_day_or_the_last(today: date, number: int, is_years: bool) -> None:
    """A month that is too short ends the count on its last day."""
    months, unit = (number * 12, "years") if is_years else (number, "months")
    day = understand(f"in {number} {unit}", today, ahead=True)
    assert (day.year * 12 + day.month) - (today.year * 12 + today.month) == months
    assert day.day == today.day or (day.day < today.day and later(day, 1).day == 1)


@given(today=todays, weekday=st.sampled_from(WEEKDAYS))
def test_a_weekday_is_within_a_week(today: date, weekday: str) -> None:
    """The nearest one that isn't today, back or ahead."""
    for words in (weekday, f"last {weekday}", f"this past {weekday}"):
        assert 1 <= (today - understand(words, today)).days <= 7
        assert WEEKDAYS[understand(words, today).weekday()] == weekday
    for words in (weekday, f"next {weekday}", f"this coming {weekday}"):
        assert 1 <= (understand(words, today, ahead=True) - today).days <= 7


@given(today=todays, number=st.integers(1, 31), weekday=st.sampled_from(WEEKDAYS), ahead=...)
def test_a_weekday_and_a_number_are_a_day_with_both(today: date, number: int, weekday: str, ahead: bool) -> None:
    """Or they're refused: 13 days ago may be a Thursday, but "thursday 13" isn't that day."""
    for words in (f"{weekday} {number}", f"{weekday} the {number}th", f"the {number}th, a {weekday}"):
        if not refused(words, today, ahead=ahead):
            day, is_ambiguous = typed_day(words, today, ahead=ahead)
            assert (day.day, WEEKDAYS[day.weekday()], is_ambiguous) == (number, weekday, False)


# Nothing that is typed is ignored

BASES = st.one_of(
    st.builds(
        lambda day, written: written(day), st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.sampled_from(WITH_YEAR)
    ),
    st.sampled_from(
        [
            *("today", "three weeks ago", "in two weeks", "last friday", "the first of last month", "4/3", "12 may"),
            *("a month and 3 days ago", "friday last week", "the day before yesterday", "last night", "may", "5"),
        ]
    ),
)


@given(words=BASES, extra=st.sampled_from(["not", "xyz", "before", "#", "tuesd", "%", "é"]), place=st.integers(0, 9))
def test_a_word_that_means_nothing_here_is_not_passed_over(words: str, extra: str, place: int) -> None:
    """Wherever it is."""
    parts = words.split()
    parts.insert(place, extra)
    assert refused(" ".join(parts)), parts
    assert refused(" ".join(parts), ahead=True), parts


PARTS = st.sampled_from(
    [
        *("1", "3", "5", "12", "14", "26", "30", "2026", "1st", "12th", "the", "a", "of", "on", "in", "and"),
        *(
            "may",
            "november",
            "friday",
            "tuesday",
            "last",
            "this",
            "next",
            "day",
            "week",
            "month",
            "year",
            "days",
            "weeks",
        ),
        *(
            "ago",
            "from",
            "before",
            "after",
            "today",
            "yesterday",
            "tomorrow",
            "/",
            "-",
            ".",
            ",",
            "end",
            "since",
            "until",
        ),
    ]
)


def changes(words: list[str]) -> list[list[str]]:
    """Return some words with each number, month or weekday replaced by another one."""
    other = {"may": "june", "november": "august", "friday": "saturday", "tuesday": "monday"}
    return [
        [
            *words[:place],
            other.get(word) or re.sub(r"\d+", lambda match: str(int(match[0]) + 1), word),
            *words[place + 1 :],
        ]
        for place, word in enumerate(words)
        if word in other or word[0].isdigit()
    ]


def read(words: list[str], today: date, *, ahead: bool) -> tuple[date, ...]:
    """Return all days that some words may mean, none if they're refused."""
    try:
        return possible_days(" ".join(words), today, ahead=ahead, month_first=False)
    except ValueError:
        return ()


@settings(suppress_health_check=[HealthCheck.filter_too_much])  # few words in any order are a day
@given(words=st.lists(PARTS, min_size=1, max_size=6), today=todays, ahead=...)
def test_every_number_month_and_weekday_counts(words: list[str], today: date, ahead: bool) -> None:
    """Whatever is understood, with another number in it it's another day or none."""
    days = read(words, today, ahead=ahead)
    assume(days)
    for changed in changes(words):
        assert read(changed, today, ahead=ahead) != days, (words, changed)


@given(words=st.text(max_size=2 * LONGEST), today=st.dates(), ahead=..., month_first=...)
def test_anything_typed_is_a_day_or_refused(words: str, today: date, ahead: bool, month_first: bool) -> None:
    """No other error comes of it, on any day there is."""
    refused(words, today, ahead=ahead, month_first=month_first)


@given(
    words=st.lists(PARTS, max_size=12).map(" ".join), today=st.one_of(st.dates(), st.sampled_from([date.min, date.max]))
)
def test_the_words_of_days_in_any_order_are_a_day_or_refused(words: str, today: date) -> None:
    """Also at both ends of the calendar."""
    for ahead in (False, True):
        refused(words, today, ahead=ahead)


@pytest.mark.parametrize(
    "words", ["monday " * 14, "1 day before " * 7, "a day and " * 9, "1 " * 49, "-" * 99, "9" * 99]
)
def test_repetitions_are_refused(words: str) -> None:
    """What nobody means is refused as quickly as anything."""
    assert refused(words)


# The day with which a list begins


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("last 2 weeks", date(2026, 11, 12)),
        ("the last two weeks", date(2026, 11, 12)),
        ("past 10 days", date(2026, 11, 16)),
        ("over the past 3 months", date(2026, 8, 26)),
        ("last week", date(2026, 11, 19)),
        ("the last month", date(2026, 10, 26)),
        ("since monday", date(2026, 11, 23)),
        ("since last tuesday week", None),
        ("this week", date(2026, 11, 23)),
        ("this month", date(2026, 11, 1)),
        ("this year", date(2026, 1, 1)),
        ("2025", date(2025, 1, 1)),
        ("since may", date(2026, 5, 1)),
        ("three weeks ago", date(2026, 11, 5)),
        ("since 12 may", date(2026, 5, 12)),
        ("9/30", date(2026, 9, 30)),
        ("last few weeks", None),
        ("last 2", None),
        ("2 last weeks", None),
        ("last 2 weeks or 3", None),
        ("the last 2 weeks ago", None),
        ("99999999999", None),
    ],
)
def test_a_list_may_begin_with_a_period(words: str, day: date | None) -> None:
    """A span such as the last 2 weeks is as good as two weeks ago, and a month or a year begins on its first day."""
    try:
        understood: date | None = day_to_begin_with(words, THURSDAY)[0]
    except ValueError:
        understood = None
    assert understood == day


def test_the_parser_is_loaded_where_a_day_is_typed_and_nowhere_else() -> None:
    """No other page waits for it, and `status` doesn't either."""
    code = (
        "import sys, exback.model.items, exback.engine.session, exback.commands.status\n"
        "print([name for name in sys.modules if 'date_' in name or name.endswith('_dates')])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"
