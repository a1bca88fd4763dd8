from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from exback.commands.since import first_day
from exback.errors import ExbackError

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests don't depend on where they run."""
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("last 2 weeks", date(2026, 11, 12)),
        ("past 10 days", date(2026, 11, 16)),
        ("since monday", date(2026, 11, 23)),
        ("this month", date(2026, 11, 1)),
        ("9/30", date(2026, 9, 30)),
        ("2026-05-12", date(2026, 5, 12)),
    ],
)
def test_a_period_or_a_day(words: str, day: date, capsys: pytest.CaptureFixture[str]) -> None:
    """What is clear is taken without a word."""
    assert first_day(words, NOW, "exback journal") == day
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("words", ["2026-11-26", "26 november", "this thursday"])
def test_after_midnight_todays_date_is_the_day_that_goes_on(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """So the list has what was written since midnight, and says why it begins where it does."""
    assert first_day(words, NOW.replace(hour=1), "exback journal") == date(2026, 11, 25)
    assert " ".join(capsys.readouterr().err.split()) == (
        "This starts on Wednesday 25 November 2026. For exback, Wednesday ends at 04:00."
    )


@pytest.mark.parametrize(("locale", "day"), [("en_GB.UTF-8", date(2026, 3, 4)), ("en_US.UTF-8", date(2026, 4, 3))])
def test_by_the_locale_where_it_is_ambiguous(
    locale: str, day: date, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The day is said on stderr, where it's no part of the list."""
    monkeypatch.setenv("LC_TIME", locale)
    assert first_day("4/3", NOW, "exback journal") == day
    out, err = capsys.readouterr()
    assert out == ""
    assert f"starts on {'Wednesday 4 March 2026' if day.month == 3 else 'Friday 3 April 2026'}." in " ".join(
        err.split()
    )


@pytest.mark.parametrize(
    ("words", "sentence", "hint"),
    [
        ("someday", "exback doesn't understand that day.", 'exback journal --since "three weeks ago"'),
        ("last few weeks", "exback doesn't understand that day.", "last 2 weeks"),
        ("friday 12 may", "12 May is a Tuesday.", "12 May"),
        ("in two weeks", "Thursday 10 December 2026 is in the future.", "last 2 weeks"),
        ("tomorrow", "Friday 27 November 2026 is in the future.", "2026-05-12"),
    ],
)
def test_anything_else_is_refused_with_examples(words: str, sentence: str, hint: str) -> None:
    """Also a day to come, with which no list begins."""
    with pytest.raises(ExbackError) as refusal:
        first_day(words, NOW, "exback journal")
    assert str(refusal.value) == sentence
    assert hint in refusal.value.hint
