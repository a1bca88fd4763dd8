"""`exback insights` and `exback status` on the command line: what they print, and what they leave alone."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from support.person import Clock
from support.record import numbered
from support.trouble import startable
from support.weeks import BEGAN, run, ten_weeks

from exback import cli
from exback.insights.overview import PARTS, SECTIONS
from exback.store import Store
from exback.store.progress import Progress, encode


class Ended(NamedTuple):
    """What came of a command line."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def exback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path) -> Run:
    """Runs command lines ten weeks on, in a window of 80 columns that is no terminal."""
    for name in ("LC_ALL", "LC_CTYPE", "LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("EXBACK_HOME", str(home))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    clock = Clock(BEGAN + timedelta(days=70))

    def run(*words: str) -> Ended:
        return Ended(cli.run(list(words), clock), *capsys.readouterr())

    return run


@pytest.fixture
def ten(home: Path) -> Path:
    """The home of somebody who lived the ten weeks."""
    home.mkdir(mode=0o700)
    place = home / "progress.json"
    place.write_bytes(encode(Progress(revision=7, runs=list(ten_weeks()))))
    place.chmod(0o600)
    return place


@pytest.mark.usefixtures("ten")
def test_insights_are_drawn(exback: Run) -> None:
    """With bars and marks, without colour where no terminal is."""
    shown = exback("insights")
    assert (shown.code, shown.err) == (0, "")
    assert "25 of your 26 urges passed without a message." in shown.out
    assert "█" in shown.out
    assert "\x1b" not in shown.out


@pytest.mark.usefixtures("ten")
@pytest.mark.parametrize("words", [("insights",), ("status",), ("journal",), ("status", "--plain")], ids=" ".join)
def test_no_line_ends_in_spaces(exback: Run, words: tuple[str, ...]) -> None:
    """What is drawn as wide as the window isn't filled up with spaces, so that a copy or a diff of it holds none."""
    lines = exback(*words).out.split("\n")
    assert len(lines) > 5
    assert [line for line in lines if line.endswith(" ")] == []


@pytest.mark.usefixtures("ten")
@pytest.mark.parametrize("words", [("insights", "--plain"), ("--plain", "insights")])
def test_insights_can_be_read_aloud(exback: Run, words: tuple[str, ...]) -> None:
    """In words and numbers, wherever the flag stands."""
    shown = exback(*words)
    assert shown.code == 0
    assert "From 8 to noon: 2 urges; from noon to 4: 4; from 8 to midnight: 14;" in shown.out
    assert "█" not in shown.out


@pytest.mark.usefixtures("ten")
@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_shown_alone(exback: Run, part: str) -> None:
    """Its sections, and none of the others; drawn and read."""
    for words in (("insights", part), ("insights", part, "--plain")):
        shown = exback(*words)
        assert shown.code == 0
        for section, title, _ in SECTIONS:
            assert (f"\n{title}" in shown.out.replace("\n ", "\n")) == (section in PARTS[part])


def test_help_names_the_parts(exback: Run) -> None:
    """All of them."""
    told = exback("insights", "--help").out
    assert [part for part in PARTS if part not in told] == []


def test_every_section_is_in_one_part() -> None:
    """Nothing is to be seen on the whole page alone."""
    assert sorted(section for part in PARTS.values() for section in part) == sorted(section for section, *_ in SECTIONS)


@pytest.mark.usefixtures("ten")
def test_the_whole_begins_with_its_parts_for_an_ear(exback: Run) -> None:
    """It takes minutes to hear all of it."""
    first, *_ = exback("insights", "--plain").out.split("\n")
    assert first == (
        "This page has six parts: days, urges, contact, triggers, moods, answers. "
        "To hear one on its own, for example: exback insights moods."
    )
    assert "six parts" not in exback("insights", "urges", "--plain").out


@pytest.mark.usefixtures("ten")
def test_the_drawing_names_its_parts_too(exback: Run) -> None:
    """Once, before the first of them; a part that is shown alone does not, nor a page with nothing on it."""
    words = " ".join(exback("insights").out.split())
    told = "This page has six parts: days, urges, contact, triggers, moods, answers. To see one on its own, for example: exback insights moods"
    assert words.count(told) == 1
    assert words.index(told) < words.index("Your days")
    assert "six parts" not in exback("insights", "urges").out
    assert exback(*told.split(": ")[-1].split()[1:]).code == 0


@pytest.mark.usefixtures("ten")
def test_a_part_that_is_not_there_names_those_that_are(exback: Run) -> None:
    """Code 2, and nothing is shown."""
    shown = exback("insights", "nights")
    assert (shown.code, shown.out) == (2, "")
    assert "There's no part with that name." in shown.err
    assert "The parts are: days, urges, contact, triggers, moods, answers." in shown.err


def test_a_part_with_nothing_in_it_says_how_it_begins(exback: Run) -> None:
    """And not that there is nothing at all."""
    shown = exback("insights", "urges")
    assert "There's nothing here yet. To write down an urge: exback urge" in shown.out
    assert "nothing to look back on" not in shown.out


@pytest.mark.parametrize("words", [("insights", "--plain"), ("demo", "insights", "--plain"), ("status", "--plain")])
@pytest.mark.usefixtures("ten")
def test_a_gap_is_an_empty_line(exback: Run, words: tuple[str, ...]) -> None:
    """A voice has nothing to read there, not even a full stop."""
    lines = exback(*words).out.split("\n")
    assert not [line for line in lines if line and not any(map(str.isalnum, line))]


@pytest.mark.usefixtures("ten")
def test_the_status_has_its_weeks_and_a_sentence(exback: Run) -> None:
    """Drawn, in plain lines, and as numbers for programs; what somebody wrote is in no JSON."""
    assert "25 check-ins in the last four weeks" in exback("status").out
    assert "25 check-ins in the last four weeks." in exback("status", "--plain").out
    assert "“The choir”" in exback("status").out
    read = json.loads(exback("status", "--json").out)
    assert [len(scale["recent"]) for scale in read["scales"]] == [25, 25, 25]
    assert "choir" not in exback("status", "--json").out


@pytest.mark.parametrize("command", ["status", "insights"])
def test_looking_writes_nothing(exback: Run, ten: Path, command: str) -> None:
    """The file is as it was, byte for byte, and nothing lies beside it that was not there."""
    before = ten.read_bytes(), ten.stat().st_mtime_ns
    exback(command)
    assert (ten.read_bytes(), ten.stat().st_mtime_ns) == before
    assert {path.name for path in ten.parent.iterdir()} <= {"progress.json", "progress.json.lock"}


def test_without_a_file_there_is_nothing_and_none_is_made(exback: Run, home: Path) -> None:
    """It says how it begins."""
    shown = exback("insights")
    assert shown.code == 0
    assert "nothing to look back on yet" in shown.out
    assert not Store(home).home.exists()


@pytest.mark.parametrize("command", ["status", "insights"])
def test_a_damaged_file_ends_in_a_sentence(exback: Run, ten: Path, command: str) -> None:
    """Code 1, the path and what to do; no traceback, and the file untouched."""
    ten.write_bytes(ten.read_bytes()[:2000])
    before = ten.read_bytes()
    shown = exback(command)
    assert shown.code == 1
    assert str(ten) in shown.err
    assert "Traceback" not in shown.err
    assert ten.read_bytes() == before


@pytest.mark.usefixtures("ten")
@pytest.mark.fault(53)
@pytest.mark.parametrize("command", ["status", "insights", "status --plain"])
@pytest.mark.parametrize("setting", [{"LANG": "C"}, {"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "POSIX"}])
def test_a_terminal_that_knows_only_ascii_gets_ascii(home: Path, command: str, setting: dict[str, str]) -> None:
    """Every sign has a look-alike, and in place of heights are numbers; nothing raises and nothing is a question mark."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    variables = {**kept, **setting, "EXBACK_HOME": str(home), "TERM": "xterm", "COLUMNS": "80"}
    start, whole = startable([sys.executable, "-m", "exback", *command.split()], variables)
    shown = subprocess.run(start, env=whole, capture_output=True, check=True)
    assert shown.stdout.isascii()
    assert (b"#" in shown.stdout) == ("--plain" not in command)
    assert b"?" not in shown.stdout.replace(b"Is it them I miss?", b"")
    assert not re.search(rb"[=+*%]", shown.stdout)  # which would have to be read as heights
    assert not re.search(rb"\d,\d", shown.stdout)  # a day without a word would read as a sign for thousands


def test_in_ascii_no_line_begins_or_ends_with_what_parts_two_figures(
    exback: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dash there would look torn off."""
    runs = [run("contact-rule", 58, 20, length="30"), run("write", 62, 20), run("contact", 67, 20, kind="i-wrote")]
    home.mkdir(mode=0o700)
    (home / "progress.json").write_bytes(encode(Progress(revision=7, runs=numbered(runs))))
    monkeypatch.setenv("LANG", "C")
    for width in range(40, 81):
        monkeypatch.setenv("COLUMNS", str(width))
        days = exback("status").out.split("No contact")[0]
        told = "You have 18 days to go. You've kept two days in a row. Your longest stretch is nine days."
        assert told in " ".join(days.split())
        assert not [line for line in days.split("\n") if line.strip().startswith("- ") or line.endswith(" -")]
