"""Moments from year 1 to 9999, in any field of a file: every command works, and no day of the others is lost."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import msgspec
import pytest

from exback import cli, loader
from exback.engine.simulation import live
from exback.insights.overview import PARTS
from exback.loader import made_up_life
from exback.model.items import Date
from exback.model.program import Program
from exback.store.paths import FILE

NOW = datetime(2026, 6, 1, 10, tzinfo=timezone(timedelta(hours=2)))
EARLIEST = "0001-01-01T00:00:00+23:59"
LATEST = "9999-12-31T23:59:59-23:59"
MOMENTS = (EARLIEST, "0001-01-01T03:00:00-23:59", "1970-01-01T00:00:00Z", LATEST)
PLACED = [
    (moment, which)
    for moment in MOMENTS
    for which in ("all", "last", "rule")
    if which == "all" or moment in (EARLIEST, LATEST) or os.environ.get("EXBACK_DEEP")
]
"""The moments, and in which runs each is put."""
COMMANDS = (
    *([], ["checkin"], ["urge"], ["step", "your-story"], ["step", "contact-rule"], ["now"]),
    *(["status"], ["status", "--json"], ["status", "--short"], ["step"], ["journal"], ["journal", "the"]),
    *(["insights"], *(["insights", part] for part in PARTS)),
    *(["export", "-", "--format", kind] for kind in ("json", "md", "html", "ics")),
    *(["export", "-", "--format", "md", "--since", "2026-05-01"], ["doctor"], ["doctor", "--json"]),
    *(["merge", "OTHER"], ["reset"], ["restore"], ["restore", "--latest"]),
)

WAITING = (["urge"], ["now"])
"""They have a wait of minutes, which is left at once when no one types."""

ANSWERS = "1\n5\n\n1\n"
ENOUGH = 10
"""As often as this, they fill all pages of any command."""

Raw = dict[str, Any]


@pytest.fixture(scope="module")
def lived(program: Program) -> list[Raw]:
    """One run of each step of the demo's life, as it stands in a file, with an answer changed and one burnt in each."""
    last = {run.step: run for run in live(program, made_up_life(), NOW)}
    runs: list[Raw] = json.loads(msgspec.json.encode(sorted(last.values(), key=lambda run: run.start_number)))
    for run in runs:
        item = next(iter(run.get("answers", {"note": ""})))
        number = run.get("finish_number", run["start_number"])
        run["history"] = [{"item": item, "value": "before", "until": run["started"], "number": number}]
        run["burnt"] = {"gone": run["started"]}
    return runs


def write(home: Path, runs: list[Raw], name: str = FILE) -> Path:
    """Write a progress file that holds these runs."""
    home.mkdir(mode=0o700, exist_ok=True)
    path = home / name
    path.write_text(json.dumps({"format": "exback-progress", "version": 1, "runs": runs}))
    path.chmod(0o600)
    return path


Tell = Callable[..., tuple[int, str, str]]


@pytest.fixture
def tell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, program: Program) -> Tell:
    """Run a command line in this process, and return its exit code and what it said."""
    monkeypatch.setattr(loader, "load", lambda: program)  # to load the steps anew takes longer than most commands
    monkeypatch.setenv("EXBACK_HOME", str(home))
    monkeypatch.setenv("EXBACK_PLAIN", "1")

    def told(*words: str, typed: str = "", now: datetime = NOW) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = cli.run(list(words), lambda: now)
        return code, *capsys.readouterr()

    return told


def _in_moments(run: Raw, field: str, moment: str) -> None:
    match field:
        case "started" | "finished":
            if field in run:
                run[field] = moment
        case "both":
            run["started"] = run["finished"] = moment
        case "rest":
            run["history"][0]["until"] = run["burnt"]["gone"] = moment


def _with_days(runs: list[Raw], program: Program, day: str) -> Iterator[Raw]:
    dates = {item.id for step in program.steps() for item in step.items if isinstance(item, Date)}
    for run in runs:
        answers = {item: day if item in dates else value for item, value in run.get("answers", {}).items()}
        yield {**run, "answers": answers}


DAYS = ("0001-01-01", "9999-12-31")


@pytest.mark.fault(84)
@pytest.mark.parametrize("now", [NOW, datetime.fromisoformat(EARLIEST), datetime.fromisoformat(LATEST)])
@pytest.mark.parametrize("day", DAYS)
def test_no_day_and_no_clock_breaks_a_command(
    tell: Tell, home: Path, lived: list[Raw], tmp_path: Path, program: Program, day: str, now: datetime
) -> None:
    """Whatever day is the answer wherever one is asked for, and whatever the clock shows, every command ends in words."""
    _every_command_works(tell, home, list(_with_days(lived, program, day)), write(tmp_path, lived, "other.json"), now)


@pytest.mark.fault(84)
@pytest.mark.parametrize(
    ("started", "finished"), [(LATEST, EARLIEST), ("2026-05-02T10:00:00Z", "2026-05-01T09:00:00Z")]
)
def test_no_run_that_ended_before_it_began_breaks_a_command(
    tell: Tell, home: Path, lived: list[Raw], tmp_path: Path, started: str, finished: str
) -> None:
    """By a moment, or by all of time."""
    runs = [{**run, "started": started, **({"finished": finished} if "finished" in run else {})} for run in lived]
    _every_command_works(tell, home, runs, write(tmp_path, lived, "other.json"), repairs=ENOUGH)


def _every_command_works(
    tell: Tell, home: Path, runs: list[Raw], other: Path, now: datetime = NOW, repairs: int = 1
) -> None:
    """Type answers into every command. The doctor gets them `repairs` times: it looks through the file after each one."""
    for words in COMMANDS:
        write(home, runs)
        line = [str(other) if word == "OTHER" else word for word in words]
        code, out, err = tell(
            *line, typed="" if line in WAITING else ANSWERS * (repairs if line == ["doctor"] else ENOUGH), now=now
        )
        assert "Something went wrong in exback itself" not in err, (words, err)
        assert "Traceback" not in out + err, words
        assert code in (0, 1, 2), (words, code, err)


@pytest.mark.fault(84)
@pytest.mark.parametrize(("moment", "which"), PLACED)
@pytest.mark.parametrize("field", ["started", "finished", "both", "rest"])
def test_no_moment_breaks_a_command(
    tell: Tell, home: Path, lived: list[Raw], tmp_path: Path, field: str, moment: str, which: str
) -> None:
    """Whatever moment is in a field, of one run or of all, every command ends in words."""
    runs: list[Raw] = json.loads(json.dumps(lived))
    for place, run in enumerate(runs):
        if which == "all" or (run["step"] == "contact-rule" if which == "rule" else place == len(runs) - 1):
            _in_moments(run, field, moment)
    _every_command_works(tell, home, runs, write(tmp_path, lived, "other.json"))
