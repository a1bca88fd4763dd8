"""`exback settings day-start`: when a day begins, from when on, and that no day before changes by it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from support.person import ZONE, Clock, Person

from exback import cli
from exback.commands.status_short import line
from exback.model.dates import day_of, heed_day_starts
from exback.model.settings import Settings, settings_of, with_day_start
from exback.store import Store

Exback = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def as_at_first() -> Iterator[None]:
    """Let days begin at four again, since it holds for the whole process."""
    yield
    heed_day_starts(None)


@pytest.fixture
def exback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, clock: Clock) -> Exback:
    """Run command lines with progress in `home`, in a window that is no terminal."""
    monkeypatch.setenv("EXBACK_HOME", str(home))

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        return (cli.run(list(words), clock), *capsys.readouterr())

    return run


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment of March 2026."""
    return datetime(2026, 3, day, hour, minute, tzinfo=ZONE)


class TestDays:
    """Which day a moment belongs to."""

    @pytest.mark.parametrize(
        ("moment", "day"),
        [
            (at(9, 5), 9),
            (at(10, 5, 59), 9),
            (at(10, 6), 10),
            (at(14, 3), 13),
            (at(15, 0, 30), 15),
            (at(14, 23, 59), 14),
        ],
    )
    def test_a_day_begins_at_the_hour_of_its_time(self, moment: datetime, day: int) -> None:
        """Four until Monday the 9th, six from the 10th, midnight from the 15th."""
        heed_day_starts({"2026-03-15": 0, "2026-03-10": 6})
        assert day_of(moment) == date(2026, 3, day)

    @pytest.mark.parametrize(
        "saved", [None, [], "6", {"2026-03-01": "6"}, {"2026-03-01": 13}, {"soon": 6}, {"2026-03-01": True}]
    )
    def test_what_is_no_hour_is_left_out(self, saved: object) -> None:
        """A file may be edited by hand; then a day begins at four."""
        heed_day_starts(saved)
        assert (day_of(at(2, 3)), day_of(at(2, 4))) == (date(2026, 3, 1), date(2026, 3, 2))
        assert settings_of({"day_starts": saved}).day_starts == {}

    @pytest.mark.parametrize(
        ("now", "hour", "first"),
        [(at(2, 22), 6, 3), (at(2, 5), 6, 3), (at(2, 5), 2, 3), (at(2, 3), 6, 2), (at(2, 1), 2, 2), (at(2, 2), 2, 3)],
    )
    def test_it_counts_from_the_next_day_that_begins(self, now: datetime, hour: int, first: int) -> None:
        """In the small hours that is today's date, as long as today has begun by neither hour."""
        assert with_day_start({}, hour, now) == {date(2026, 3, first): hour}

    @pytest.mark.parametrize("hour", range(13))
    @pytest.mark.parametrize("before", [0, 4, 12])
    def test_nothing_that_was_written_changes_its_day(self, hour: int, before: int) -> None:
        """Whatever was set before, and at whichever hour it's set: neither now nor any moment before is of another day."""
        for now in (at(10, hour_now, 30) for hour_now in range(24)):
            heed_day_starts({"2026-03-05": before})
            moments = [now - timedelta(hours=hours) for hours in range(200)]
            days = list(map(day_of, moments))
            starts = with_day_start({date(2026, 3, 5): before}, hour, now)
            heed_day_starts(Settings(day_starts=starts).saved["day_starts"])
            assert list(map(day_of, moments)) == days
            later = [day_of(now + timedelta(hours=hours)) for hours in range(200)]
            assert later == sorted(later)


class TestCommand:
    """What people see of it."""

    def test_is_four_at_first(self, exback: Exback, home: Path) -> None:
        """And listing it writes nothing."""
        told = "day-start is 4: a day begins at 04:00. What you write before that counts for the day before.\n"
        assert exback("settings", "day-start") == (0, told, "")
        assert told in exback("settings")[1]
        assert not home.exists()

    def test_is_set_from_the_next_day_on(self, exback: Exback, home: Path, clock: Clock) -> None:
        """It's said so until then. A second wish of the same day takes its place."""
        exback("settings", "day-start", "8")
        _, told, _ = exback("settings", "day-start", "6")
        assert told.startswith("day-start is 6: a day begins at 06:00, from Tuesday 3 March on. ")
        assert Store(home).load().settings == {"plain": False, "day_starts": {"2026-03-03": 6}}
        clock.forward(days=1)
        assert exback("settings", "day-start")[1].startswith("day-start is 6: a day begins at 06:00. ")

    def test_midnight_has_no_small_hours(self, exback: Exback, clock: Clock) -> None:
        """Nothing is written before it that would belong to another day."""
        exback("settings", "day-start", "0")
        clock.forward(days=1)
        assert exback("settings", "day-start")[1] == "day-start is 0: a day begins at midnight.\n"

    @pytest.mark.parametrize("word", ["13", "-1", "on", "six", "6:30"])
    def test_refuses_what_is_no_hour(self, exback: Exback, home: Path, word: str) -> None:
        """With what would do, and nothing written."""
        code, _, told = exback("settings", "day-start", "--", word)
        assert code == 1
        assert "A day can begin at any hour from 0 to 12." in told
        assert "exback settings day-start 6" in told
        assert not home.exists()

    def test_a_setting_beside_it_stays(self, exback: Exback, home: Path) -> None:
        """Plain lines are set, and the hour isn't lost; nor what a newer version set."""
        exback("settings", "day-start", "6")
        exback("settings", "plain", "on")
        assert Store(home).load().settings == {"plain": True, "day_starts": {"2026-03-03": 6}}


class TestEverywhere:
    """Each page goes by it, as soon as the file is read."""

    @pytest.fixture
    def ruled(self, person: Person) -> Person:
        """Someone who made a rule in the evening of 2 March and set six on the 3rd."""
        person.clock.now = at(2, 21)
        person.puts("contact-rule", length="30", kind="full", signature="x")
        person.clock.now = at(3, 21)
        person.store.set(Settings(day_starts=with_day_start({}, 6, person.clock())))
        return person

    @pytest.mark.parametrize(("now", "days"), [(at(3, 4), 1), (at(3, 23), 1), (at(4, 5, 59), 1), (at(4, 6), 2)])
    def test_the_line_for_a_prompt_and_the_page_agree(self, ruled: Person, now: datetime, days: int) -> None:
        """Day 1 lasts until six; the night before it was set ended at four."""
        ruled.clock.now = now
        heed_day_starts(None)
        assert line(ruled.store.home, now) == f"{days}/30"
        heed_day_starts(None)
        shown = ruled.guide.days
        assert shown is not None
        assert shown.day == days

    def test_the_status_as_json_has_the_hour(self, ruled: Person, exback: Exback) -> None:
        """That of today, not the one to come."""
        for now, hour in ((at(3, 22), 4), (at(4, 22), 6)):
            ruled.clock.now = now
            assert json.loads(exback("status", "--json")[1])["day_start"] == hour

    def test_another_file_that_is_read_does_not_change_it(self, ruled: Person, tmp_path: Path) -> None:
        """Its own days are its own; a merge keeps ours, and takes theirs where we have none."""
        other = Store(tmp_path / "other", clock=ruled.clock)
        other.set(Settings(day_starts={date(2026, 1, 1): 12}))
        mine = Store(ruled.store.home, clock=ruled.clock)
        mine.load()
        mine.merge(other.path)
        assert mine.load().settings["day_starts"] == {"2026-03-04": 6}
        assert day_of(at(20, 6)) == date(2026, 3, 20)
        new = Store(tmp_path / "new", clock=ruled.clock)
        new.merge(mine.path)
        assert new.load().settings["day_starts"] == {"2026-03-04": 6}

    def test_reset_keeps_it(self, ruled: Person, exback: Exback, monkeypatch: pytest.MonkeyPatch) -> None:
        """Someone who works at night starts over, and still does."""
        exback("settings", "plain", "on")
        monkeypatch.setattr(sys, "stdin", io.StringIO("2\n"))
        assert cli.run(["reset"]) == 0
        assert Store(ruled.store.home).load().settings["day_starts"] == {"2026-03-04": 6}
