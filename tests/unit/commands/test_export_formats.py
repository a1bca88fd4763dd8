"""`exback export` as a calendar and as a report: what the options do, what is refused, and how the file lies there."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from support.lives import LIFE
from support.person import Clock, Person
from support.systems import PRIVATE_FILE, mode

from exback import cli


class Ended(NamedTuple):
    """What came of a command line."""

    code: int
    out: str
    err: str


Exback = Callable[..., Ended]


@pytest.fixture
def exback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], person: Person, clock: Clock, tmp_path: Path
) -> Exback:
    """Runs command lines in a folder for somebody who told their story and wrote a letter."""
    person.answers("your-story", {**LIFE["your-story"], "name": "Robin"})
    person.answers("letter", {"to": "them", "letter": "Dear Robin, it rains.", "fate": "keep"})
    monkeypatch.setenv("EXBACK_HOME", str(person.store.home))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Ended:
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        code = cli.run(list(words), clock)
        return Ended(code, *capsys.readouterr())

    return run


@pytest.mark.parametrize("kind", ["ics", "html"])
def test_a_new_private_file(exback: Exback, tmp_path: Path, kind: str) -> None:
    """It is named by the day and the format, and closed to everybody else."""
    assert exback("export", "--format", kind).code == 0
    (path,) = tmp_path.glob(f"*.{kind}")
    assert path.name == f"exback-2026-03-02.{kind}"
    assert mode(path) == PRIVATE_FILE


@pytest.mark.parametrize("kind", ["ics", "html"])
def test_nothing_is_written_over(exback: Exback, tmp_path: Path, kind: str) -> None:
    """What is there stays as it was."""
    (tmp_path / "there").write_text("mine")
    ended = exback("export", "--format", kind, "there")
    assert ended.code == 1
    assert "doesn't overwrite it" in ended.err
    assert (tmp_path / "there").read_text() == "mine"


def test_the_standard_output(exback: Exback) -> None:
    """For a pipe: the text alone."""
    assert exback("export", "--format", "ics", "-").out.startswith("BEGIN:VCALENDAR\r\n")
    assert exback("export", "--format", "html", "-").out.startswith("<!doctype html>")


def test_a_title_for_the_calendar(exback: Exback) -> None:
    """The one that the person chose."""
    assert "SUMMARY:Piano\r\n" in exback("export", "--format", "ics", "--title", "Piano", "-").out


def test_what_is_left_out_of_the_report(exback: Exback) -> None:
    """Parts and steps, with commas, however they are spaced and written."""
    assert "it rains" in exback("export", "--format", "html", "-").out
    ended = exback("export", "--format", "html", "--without", "Letters, your-story", "-")
    assert ended.code == 0
    assert "it rains" not in ended.out
    assert "to sleep again" not in ended.out


def test_initials(exback: Exback) -> None:
    """Names that were given are shortened."""
    out = exback("export", "--format", "html", "--initials", "-").out
    assert "Robin" not in out
    assert "Dear R., it rains." in out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--format", "md", "--initials"], "--initials doesn't work with --format md."),
        (["--format", "html", "--title", "x"], "--title doesn't work with --format html."),
        (["--format", "ics", "--without", "letters"], "--without doesn't work with --format ics."),
        (["--format", "html", "--without", "letters,poems"], "There's no such part"),
        (["--format", "html", "--brief", "--since", "today"], "don't work with --brief"),
        (["--format", "html", "--brief", "--without", "letters"], "don't work with --brief"),
        (["--format", "html", "--brief", "--initials"], "don't work with --brief"),
    ],
)
def test_options_that_a_format_does_not_heed(exback: Exback, tmp_path: Path, words: list[str], says: str) -> None:
    """It is said instead of ignored: somebody who thinks that names are hidden must be right. Nothing is written."""
    ended = exback("export", *words, "new")
    assert ended.code != 0
    assert says in ended.err
    assert not (tmp_path / "new").exists()


def test_a_calendar_cannot_begin_later(exback: Exback, tmp_path: Path) -> None:
    """It holds the days ahead."""
    assert exback("export", "--format", "ics", "--since", "2026-01-01", "new").code == 2
    assert not (tmp_path / "new").exists()


def test_help_says_what_each_is_for(exback: Exback) -> None:
    """The formats and the options, with the format they belong to."""
    told = " ".join(exback("export", "--help").out.split())
    assert "ics: the title of every event" in told
    assert "html: shorten the names you gave to initials" in told
