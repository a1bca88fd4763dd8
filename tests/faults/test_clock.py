"""Clocks that are set, jump or are wrong: every command works, and runs keep their order."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from support.trouble import EXBACK, PATIENCE, Ended, assert_no_traceback, environment, kept

from exback.model.dates import day_of
from exback.model.run import Run

CHECK_IN = (
    "6\n5\n4\n0\nquiet\n\n\n1\n1\n1\n1\n\n\n"  # the four are asked once a week; else they come too late to be read
)
RULE = {
    "id": "rule",
    "step": "contact-rule",
    "answers": {"kind": "full", "length": "30"},
    "start_number": 1,
    "finish_number": 2,
}


@cache
def _library() -> str:
    """Return the path of the library that fakes the time, or skip the test."""
    found = shutil.which("faketime")
    if found is None:
        pytest.skip("faketime is not installed")
    told = subprocess.run([found, "-m", "@0", "printenv", "LD_PRELOAD"], capture_output=True, text=True, check=False)
    if told.returncode or not told.stdout.strip():
        pytest.skip(f"faketime does not work here: {told.stderr.strip()}")
    return told.stdout.strip().split()[-1].split(":")[-1].replace("MT.so", ".so")


def at(moment: str, home: Path, *words: str, typed: str = "", zone: str = "UTC") -> Ended:
    """Run exback at a moment of a time zone, at which the clock stands still however long a busy machine takes."""
    told = {"LD_PRELOAD": _library(), "FAKETIME": moment, "FAKETIME_DONT_FAKE_MONOTONIC": "1", "TZ": zone}
    done = subprocess.run(
        [*EXBACK, *words],
        input=typed.encode(),
        capture_output=True,
        env={**environment(home), **told},
        timeout=3 * PATIENCE,
        check=False,
    )
    ended = Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert_no_traceback(ended.said)
    assert ended.code == 0, ended
    assert ended.err == ""
    return ended


def checks_in(moment: str, home: Path, zone: str = "UTC") -> Run:
    """Check in at a moment, and return the run."""
    at(moment, home, "--plain", "checkin", typed=CHECK_IN, zone=zone)
    return kept(home).runs[-1]


def days_apart(moment: str, home: Path, zone: str = "UTC") -> int:
    """Return the days apart that the status shows at a moment."""
    days = json.loads(at(moment, home, "status", "--json", zone=zone).out)["days"]
    apart: int = days["apart"]
    return apart


@pytest.fixture
def ruled(home: Path) -> Path:
    """Someone whose rule began at noon on 2 March 2026 in Berlin."""
    home.mkdir(mode=0o700)
    run = {**RULE, "started": "2026-03-02T12:00:00+01:00", "finished": "2026-03-02T12:00:00+01:00"}
    path = home / "progress.json"
    path.write_text(json.dumps({"format": "exback-progress", "version": 1, "runs": [run]}))
    path.chmod(0o600)
    return home


@pytest.mark.fault(37)
def test_a_clock_that_was_set_back_takes_nothing_back(ruled: Path) -> None:
    """Days are never negative and never fewer than before, and the record keeps its order."""
    assert days_apart("2026-03-12 10:00:00", ruled) == 10
    checks_in("2026-03-12 10:00:00", ruled)

    assert days_apart("2026-02-20 10:00:00", ruled) == 10
    back = checks_in("2026-02-20 10:00:00", ruled)

    runs = kept(ruled).runs
    assert [run.start_number for run in runs] == sorted(run.start_number for run in runs)
    assert back.started == datetime.fromisoformat("2026-02-20T10:00:00+00:00")
    assert days_apart("2026-02-21 10:00:00", ruled) == 11


@pytest.mark.fault(37)
def test_a_clock_that_was_set_back_takes_no_copies(home: Path) -> None:
    """The first versions of seven days stay when the clock shows an earlier day."""
    for day in range(10, 20):
        checks_in(f"2026-03-{day} 10:00:00", home)
    before = set(_days(home))
    assert before == {f"2026-03-{day}" for day in range(13, 20)}

    for day in range(1, 4):
        checks_in(f"2026-02-0{day} 10:00:00", home)

    assert set(_days(home)) == before | {"2026-02-01", "2026-02-02", "2026-02-03"}
    checks_in("2026-03-20 10:00:00", home)
    assert _days(home) == [
        *(f"2026-03-{day}" for day in range(17, 20)),
        "2026-02-01",
        "2026-02-02",
        "2026-02-03",
        "2026-03-20",
    ]


def _days(home: Path) -> list[str]:
    """Return the days of which a first version is kept, in the order they were made."""
    names = sorted(path.name for path in (home / "backups").glob("progress-*-day.json"))
    return [name[14:24] for name in names]


@pytest.mark.fault(37)
def test_a_day_begins_at_four(home: Path) -> None:
    """At two in the morning it is still yesterday, for the days and for the copies."""
    checks_in("2026-03-02 22:00:00", home)
    checks_in("2026-03-03 02:00:00", home)
    assert _days(home) == ["2026-03-02"]

    checks_in("2026-03-03 04:00:00", home)
    assert _days(home) == ["2026-03-02", "2026-03-03"]


@pytest.mark.fault(38)
def test_the_night_on_which_the_clocks_change_is_a_night(ruled: Path) -> None:
    """A night that is an hour short doesn't shorten a day: moments have offsets, days are dates."""
    assert days_apart("2026-03-28 12:00:00", ruled, "Europe/Berlin") == 26
    first = checks_in("2026-03-29 01:59:50", ruled, "Europe/Berlin")
    second = checks_in("2026-03-29 12:00:00", ruled, "Europe/Berlin")

    assert (first.started.utcoffset(), second.started.utcoffset()) == (timedelta(hours=1), timedelta(hours=2))
    assert (first.day, second.day) == (date(2026, 3, 28), date(2026, 3, 29))
    assert days_apart("2026-03-29 12:00:00", ruled, "Europe/Berlin") == 27
    assert days_apart("2026-03-30 04:00:00", ruled, "Europe/Berlin") == 28


@pytest.mark.fault(39)
def test_who_travels_keeps_the_days_they_lived(ruled: Path) -> None:
    """A day belongs to the clock it was lived by; flying home across the date line takes none away."""
    there = checks_in("2026-03-12 10:00:00", ruled, "Pacific/Auckland")
    assert there.day == date(2026, 3, 12)
    assert days_apart("2026-03-12 10:00:00", ruled, "Pacific/Auckland") == 10

    assert days_apart("2026-03-11 12:00:00", ruled, "America/Los_Angeles") == 10
    assert checks_in("2026-03-11 12:00:00", ruled, "America/Los_Angeles").day == date(2026, 3, 11)


@pytest.mark.fault(39)
def test_a_zone_that_does_not_exist_is_borne(ruled: Path) -> None:
    """The system silently uses UTC; exback stores that offset, and no day is lost."""
    run = checks_in("2026-03-12 10:00:00", ruled, "Middle/Earth")

    assert run.started.utcoffset() == timedelta(0)
    assert days_apart("2026-03-12 10:00:00", ruled, "Middle/Earth") == 10


@pytest.mark.fault(40)
@pytest.mark.parametrize(
    "moment",
    ["2028-02-29 10:00:00", "1969-12-31 10:00:00", "1970-01-01 00:00:00", "2038-01-19 03:14:08", "2106-02-08 10:00:00"],
)
def test_a_day_that_is_hard_for_computers_is_a_day(moment: str, home: Path) -> None:
    """29 February, the time before 1970, and seconds beyond 32 bits work."""
    run = checks_in(moment, home)
    again = checks_in(moment, home)

    assert run.day == day_of(datetime.fromisoformat(moment))
    assert run.finished is not None
    assert [one.id for one in kept(home).runs] == [run.id, again.id]
    at(moment, home, "status")
    assert "Nothing was changed" in at(moment, home, "--plain", "restore", typed="1\n").out
    assert os.listdir(home / "backups")  # noqa: PTH208  # only whether there is anything
