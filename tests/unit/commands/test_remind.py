"""`exback remind`: what it prints can be added and removed as it stands, is neutral, and warns who might be seen with it."""

from __future__ import annotations

import configparser
import io
import plistlib
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import icalendar
import pytest
from support.lives import LIFE
from support.person import Clock, Person

from exback import cli
from exback.commands.remind import AND_DAILY, IF_AFRAID, SCHEDULERS, SEEN_BY
from exback.export.calendar import DAILY, GO_ON, STOPPED
from exback.export.formats import FORMATS

TELLING = re.compile(r"exback|breakup|break-up|check-?in|relationship|no contact|\bex\b", re.IGNORECASE)


WARNING = f"{SEEN_BY.format(daily=AND_DAILY)} All it says is “{DAILY}”.\n{IF_AFRAID}\n"


class Ended(NamedTuple):
    """What came of a command line."""

    code: int
    out: str
    err: str


Exback = Callable[..., Ended]


@pytest.fixture
def exback(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], person: Person, clock: Clock
) -> Exback:
    """Runs command lines in the folder of a person."""
    monkeypatch.setenv("EXBACK_HOME", str(person.store.home))
    monkeypatch.chdir(person.store.home.parent)

    def run(*words: str) -> Ended:
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        code = cli.run(list(words), clock)
        out, err = capfdbinary.readouterr()
        return Ended(code, out.decode(), err.decode())

    return run


def pasted(out: str) -> tuple[str, str]:
    """Return what is pasted to add a reminder, and what to remove it."""
    _, _, rest = out.partition("paste this into a terminal:\n\n")
    add, _, rest = rest.partition("\n\nTo remove it again:\n\n")
    return add, rest.partition("\n\n")[0]


def files(script: str) -> dict[str, str]:
    """Return the files that a script writes, by their paths."""
    return dict(re.findall(r"^cat > (\S+) <<'END'\n(.*?\n)END$", script, re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize("system", SCHEDULERS)
def test_neutral(exback: Exback, system: str) -> None:
    """Neither what is added nor what is removed has a word of what it's for."""
    code, out, err = exback("remind", "21:00", "--system", system)
    assert (code, err) == (0, "")
    add, remove = pasted(out)
    assert DAILY in add
    assert not TELLING.search(add + remove)


@pytest.mark.parametrize("system", SCHEDULERS)
def test_nothing_is_written(exback: Exback, person: Person, system: str) -> None:
    """It prints, and writes neither the progress file nor anything else."""
    exback("remind", "21:00", "--system", system)
    assert not person.store.home.exists() or not list(person.store.home.iterdir())


def test_systemd(exback: Exback) -> None:
    """A timer and a service of one name, each a file that systemd reads, and both are removed again."""
    add, remove = pasted(exback("remind", "7:05", "--system", "linux").out)
    written = files(add)
    units = {}
    for path, text in written.items():
        units[path.rpartition(".")[2]] = unit = configparser.ConfigParser(interpolation=None)
        unit.read_string(text)
    assert units["timer"]["Timer"]["OnCalendar"] == "*-*-* 07:05:00"
    assert units["timer"]["Install"]["WantedBy"] == "timers.target"
    assert shlex.split(units["service"]["Service"]["ExecStart"]) == ["notify-send", DAILY]
    assert set(written) <= set(remove.split())
    assert "systemctl --user enable --now two-minutes.timer" in add.splitlines()
    assert "systemctl --user disable --now two-minutes.timer" in remove.splitlines()


def test_launchd(exback: Exback) -> None:
    """An agent that launchd reads, with the hour and the minute as numbers."""
    add, remove = pasted(exback("remind", "7:05", "--system", "macos").out)
    ((path, text),) = files(add).items()
    agent = plistlib.loads(text.encode())
    assert agent["StartCalendarInterval"] == {"Hour": 7, "Minute": 5}
    assert agent["ProgramArguments"] == ["/usr/bin/osascript", "-e", f'display notification "{DAILY}"']
    assert path == f"~/Library/LaunchAgents/{agent['Label']}.plist"
    assert path in remove
    assert agent["Label"] in remove


def test_windows_task(exback: Exback) -> None:
    """One line adds a task, one removes it, and the command is short enough for a task."""
    add, remove = pasted(exback("remind", "7:05", "--system", "windows").out)
    words = shlex.split(add)
    options = dict(zip(words[2:-1:2], words[3:-1:2], strict=True))
    assert words[-1] == "/F"  # an earlier one is replaced without a question
    assert options["/TN"] == DAILY
    assert options["/ST"] == "07:05"
    assert options["/SC"] == "DAILY"
    assert len(options["/TR"]) <= 261
    assert shlex.split(remove) == ["schtasks", "/Delete", "/TN", DAILY, "/F"]


def test_cron(exback: Exback) -> None:
    """One line is added to the table, with the minute first, and what removes it takes exactly that line out."""
    add, remove = pasted(exback("remind", "7:05", "--system", "cron").out)
    line = add.partition("echo '")[2].partition("'")[0]
    assert line.split()[:5] == ["5", "7", "*", "*", "*"]
    pattern = shlex.split(remove)[5]
    assert pattern in line


@pytest.mark.skipif(sys.platform == "win32", reason="it's for the shell of the other systems")
@pytest.mark.parametrize(("system", "written"), [("linux", 2), ("macos", 1), ("cron", 1)])
def test_it_works_in_a_new_home(exback: Exback, tmp_path: Path, system: str, written: int) -> None:
    """In a home with nothing in it, what's added a second time replaces the first, and nothing of it is there once it's removed."""
    home, tools, table = tmp_path / "a home", tmp_path / "tools", tmp_path / "table"
    home.mkdir()
    tools.mkdir()
    stubs = {"crontab": f'[ "$1" = - ] && exec cat > "{table}.new" || cat "{table}"', "systemctl": "", "launchctl": ""}
    for name, script in stubs.items():
        (tools / name).write_text(f"#!/bin/sh\n{script}\n")
        (tools / name).chmod(0o700)
    variables = {"HOME": str(home), "PATH": f"{tools}:/usr/bin:/bin"}

    def paste(script: str) -> list[str]:
        ended = subprocess.run(["/bin/sh", "-c", script], env=variables, capture_output=True, text=True, check=False)
        assert (ended.returncode, ended.stderr) == (0, "")
        if system != "cron":
            return [path.read_text() for path in home.rglob("*") if path.is_file()]
        (tmp_path / "table.new").replace(table)
        return table.read_text().splitlines()

    first = paste(pasted(exback("remind", "7:05", "--system", system).out)[0])
    add, remove = pasted(exback("remind", "7:06", "--system", system).out)
    second = paste(add)
    assert len(first) == len(second) == written
    assert first != second
    assert paste(remove) == []


@pytest.mark.parametrize(
    ("platform", "part"),
    [("linux", "OnCalendar"), ("darwin", "StartCalendarInterval"), ("win32", "schtasks"), ("freebsd14", "crontab")],
)
def test_this_system(exback: Exback, monkeypatch: pytest.MonkeyPatch, platform: str, part: str) -> None:
    """Without a name, it's for the system that it runs on."""
    monkeypatch.setattr("exback.commands.remind.sys.platform", platform)
    assert part in exback("remind").out


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("21:00", "21:00"),
        ("9:30pm", "21:30"),
        ("9.30 p.m.", "21:30"),
        ("12am", "00:00"),
        ("12 PM", "12:00"),
        ("7", "07:00"),
        ("22h15", "22:15"),
    ],
)
def test_times_of_day(exback: Exback, words: str, at: str) -> None:
    """A time is understood as people write it, and said back."""
    assert f"It comes every day at {at}." in exback("remind", words).out.splitlines()


def test_usual_time(exback: Exback) -> None:
    """Without a time it's nine in the evening, and the page says how to name another."""
    lines = exback("remind").out.splitlines()
    assert "It comes every day at 21:00." in lines
    assert "For another time: exback remind 8:30" in lines


@pytest.mark.parametrize("words", ["25:00", "9:70", "13pm", "0am", "soon", "", "٩:٠٠", "9:5"])
def test_no_time_of_day(exback: Exback, words: str) -> None:
    """What isn't a time of day is refused in one sentence; an empty word is no time either, but the usual one."""
    ended = exback("remind", words)
    if not words:
        assert ended == exback("remind")
        return
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("exback remind takes a time of day, such as 21:00 or 9:30pm.\n")


def test_no_such_system(exback: Exback) -> None:
    """A system that it doesn't know is refused, and the others are named."""
    ended = exback("remind", "--system", "amiga")
    assert (ended.code, ended.out) == (2, "")
    assert "linux, macos, windows, cron" in ended.err


def test_calendar(exback: Exback, tmp_path: Path) -> None:
    """A calendar file has one daily event with a neutral title, the one that the calendar of all days has too."""
    path = tmp_path / "days.ics"
    ended = exback("remind", "7:05", "--calendar", str(path))
    assert ended.code == 0
    assert str(path) in ended.out
    (event,) = icalendar.Calendar.from_ical(path.read_text()).events
    assert str(event["SUMMARY"]) == DAILY
    assert "RRULE:FREQ=DAILY" in path.read_text()
    assert (event.DTSTART.hour, event.DTSTART.minute) == (7, 5)
    assert exback("export", "--format", "ics", "-").out.count(str(event["UID"])) == 1
    assert not TELLING.search(path.read_text())


def test_calendar_is_not_written_over(exback: Exback, tmp_path: Path) -> None:
    """What is there under that name stays as it was."""
    path = tmp_path / "days.ics"
    path.write_text("mine")
    assert exback("remind", "--calendar", str(path)).code == 1
    assert path.read_text() == "mine"


@pytest.mark.parametrize("answers", [{}, {"afraid-of-them": True}], ids=["others", "afraid"])
def test_it_says_first_who_could_see_it(exback: Exback, person: Person, answers: dict[str, object]) -> None:
    """Before anything to paste, and the same for all: words for someone who is afraid would tell that they are."""
    assert exback("remind").out.startswith(WARNING)
    person.answers("your-story", {**LIFE["your-story"], **answers})
    assert exback("remind").out.startswith(WARNING)


def stopped(person: Person) -> None:
    """Let someone keep their rule, and then stop the plan."""
    person.answers("your-story", {**LIFE["your-story"]})
    person.puts("contact-rule", kind="full", length="3")
    person.clock.forward(days=90)
    person.puts("how-often", rhythm="open-end")


@pytest.mark.parametrize(
    "words", [("remind",), ("remind", "--calendar", "new"), ("export", "--format", "ics", "new")], ids=" ".join
)
def test_a_plan_that_is_stopped(exback: Exback, person: Person, tmp_path: Path, words: tuple[str, ...]) -> None:
    """There's nothing to add, in any form: one sentence says why and how to go on, and no calendar without an event is written."""
    stopped(person)
    ended = exback(*words)
    assert (ended.code, ended.err) == (1, f"{STOPPED}\n  {GO_ON}\n")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("system", SCHEDULERS)
def test_a_plan_that_is_stopped_leaves_what_removes_the_reminder(exback: Exback, person: Person, system: str) -> None:
    """Someone who has stopped reads how to remove what they added, and nothing that adds it."""
    _, remove = pasted(exback("remind", "--system", system).out)
    stopped(person)
    out = exback("remind", "--system", system).out
    assert pasted(out)[0].startswith(remove)
    assert f"delete the event “{DAILY}”" in out
    assert "It comes every day" not in out
    assert "--calendar" not in out


def test_a_day_ahead_is_in_a_calendar_also_of_a_plan_that_is_stopped(exback: Exback, person: Person) -> None:
    """What they planned for that day stays theirs."""
    stopped(person)
    person.puts("hard-dates", what="Their birthday", when="2026-06-10", plan="Dinner")
    (event,) = icalendar.Calendar.from_ical(exback("export", "--format", "ics", "-").out).events
    assert str(event["SUMMARY"]) == "A day with a plan"


@pytest.mark.parametrize(
    ("titles", "says"),
    [
        ((), "“A day with a plan” or “Two minutes”"),
        (("--title", " Piano "), "“Piano”"),
        (("--title", " "), "“A day with a plan” or “Two minutes”"),
    ],
)
def test_a_calendar_of_all_days_warns_as_well(
    exback: Exback, person: Person, titles: tuple[str, ...], says: str
) -> None:
    """Its daily event is the same one, so the same is said first, with each title that it shows."""
    person.puts("hard-dates", what="Their birthday", when="2026-06-10", plan="Dinner")
    command = ("export", "--format", "ics", *titles)
    warning = f"{SEEN_BY.format(daily=AND_DAILY)} All it says is {says}.\n{IF_AFRAID}\n"
    assert exback(*command, "days").out.startswith(f"{warning}\nWritten:\n")
    ended = exback(*command, "-")
    assert ended.err == warning
    assert len(icalendar.Calendar.from_ical(ended.out).events) == 2


def test_days_ahead_of_a_plan_that_is_stopped_are_not_said_to_come_daily(exback: Exback, person: Person) -> None:
    """Only what is in the calendar is warned of."""
    stopped(person)
    person.puts("hard-dates", what="Their birthday", when="2026-07-10", plan="Dinner")
    warning = exback("export", "--format", "ics", "-").err
    assert warning == f"{SEEN_BY.format(daily='')} All it says is “A day with a plan”.\n{IF_AFRAID}\n"


def test_other_formats_warn_of_no_reminder(exback: Exback, person: Person, tmp_path: Path) -> None:
    """They have none."""
    person.answers("your-story", {**LIFE["your-story"], "afraid-of-them": True})
    for kind in FORMATS.keys() - {"ics"}:
        ended = exback("export", "--format", kind, kind)
        assert (ended.out.partition(":")[0], ended.err) == ("Written", "")


def test_a_calendar_for_another_program(exback: Exback, tmp_path: Path) -> None:
    """A lone hyphen is stdout, as for exback export: the calendar alone is on it, and what to think of is said beside it."""
    exback("remind", "7:05", "--calendar", "days.ics")
    ended = exback("remind", "7:05", "--calendar", "-")
    assert ended.code == 0
    assert ended.out.encode() == (tmp_path / "days.ics").read_bytes()
    assert ended.err == WARNING
    assert not (tmp_path / "-").exists()
