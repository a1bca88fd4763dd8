"""A day typed in short is never silently taken for another one."""

from __future__ import annotations

import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exback import cli, loader
from exback.model.program import Program
from exback.store.paths import FILE

NOW = datetime(2026, 11, 26, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_locale(monkeypatch: pytest.MonkeyPatch, home: Path, program: Program) -> None:
    """A folder of its own, plain lines, and no locale but the one of the test."""
    monkeypatch.setattr(loader, "load", lambda: program)
    monkeypatch.setenv("EXBACK_HOME", str(home))
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.delenv(name, raising=False)


def paused_until(home: Path, *lines: str, now: datetime = NOW) -> str | None:
    """Return the day that `exback pause` has saved after some lines were typed there."""
    sys.stdin = io.StringIO("".join(f"{line}\n" for line in (*lines, "leave")))
    assert cli.run(["--plain", "pause"], lambda: now) == 0
    answers = json.loads((home / FILE).read_text())["runs"][-1].get("answers", {})
    return str(answers["until"]) if "until" in answers else None


@pytest.fixture(autouse=True)
def own_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put back what the lines were read from before."""
    monkeypatch.setattr(sys, "stdin", sys.stdin)


@pytest.mark.fault(82)
@pytest.mark.parametrize(
    ("typed", "day", "says"),
    [
        ("12/31", "2026-12-31", "That's Thursday 31 December 2026."),
        ("2/14", "2027-02-14", "That's Sunday 14 February 2027."),
        ("14 feb 27", "2027-02-14", "That's Sunday 14 February 2027."),
        ("14 feb 26", None, "Saturday 14 February has passed."),
        ("friday 31 december", None, "31 December is a Thursday."),
        (
            "31 december or so, or 1 january",
            None,
            "exback doesn't know which day that is. Try “next friday”, “12 May” or 2026-05-12.",
        ),
        ("1st of the month", "2026-12-01", "That's Tuesday 1 December 2026."),
    ],
)
def test_it_is_that_day_or_refused(
    home: Path, capsys: pytest.CaptureFixture[str], typed: str, day: str | None, says: str
) -> None:
    """And the page says which day it was taken for, with its year, or what would do."""
    assert paused_until(home, typed) == day
    assert says in capsys.readouterr().out


@pytest.mark.fault(82)
@pytest.mark.parametrize(
    ("locale", "day", "says"),
    [
        ({}, "2027-03-04", "Thursday 4 March 2027?"),
        ({"LANG": "en_GB.UTF-8"}, "2027-03-04", "Thursday 4 March 2027?"),
        ({"LANG": "en_US.UTF-8"}, "2027-04-03", "Saturday 3 April 2027?"),
        ({"LANG": "en_GB.UTF-8", "LC_TIME": "en_US.UTF-8"}, "2027-04-03", "Saturday 3 April 2027?"),
        ({"LC_ALL": "en_GB.UTF-8", "LC_TIME": "en_US.UTF-8"}, "2027-03-04", "Thursday 4 March 2027?"),
    ],
)
def test_one_that_may_be_two_is_confirmed(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    locale: dict[str, str],
    day: str,
    says: str,
) -> None:
    """It's read back by the locale's order, and without Enter nothing is saved but what was typed."""
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    assert paused_until(home, "4/3") is None
    assert f"{says} Press Enter if that's right, or type another day." in " ".join(capsys.readouterr().out.split())
    assert json.loads((home / FILE).read_text())["runs"][-1]["drafts"] == {"until": "4/3"}
    assert paused_until(home, "", "") == day  # the draft, and what it's read back as


@pytest.mark.fault(82)
@pytest.mark.parametrize(("minute", "day"), [("03:59", "2026-12-31"), ("04:00", "2027-01-01")])
def test_a_day_begins_at_four(home: Path, minute: str, day: str) -> None:
    """On New Year's morning as well."""
    now = datetime.fromisoformat(f"2027-01-01T{minute}:00+00:00")
    assert paused_until(home, "today", now=now) == day
