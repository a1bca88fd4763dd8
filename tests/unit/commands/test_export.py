"""`exback export`: what it writes where, and what it says about it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from support.lives import LIFE
from support.person import Clock, Person
from support.sealed import NAME, PASSPHRASE, handed_over, locked, tell
from support.systems import PRIVATE_FILE, mode

from exback import cli
from exback.model import run as runs
from exback.store import permissions
from exback.store.decode import decode

SECRET = NAME


class Ended(NamedTuple):
    """What came of a command line."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that somebody is in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def exback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, clock: Clock, here: Path
) -> Run:
    """Runs command lines in that folder, where no terminal is."""
    monkeypatch.setenv("EXBACK_HOME", str(home))
    monkeypatch.setenv("TERM", "xterm-256color")

    def run(*words: str) -> Ended:
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        code = cli.run(list(words), clock)
        return Ended(code, *capsys.readouterr())

    return run


@pytest.fixture
def begun(person: Person) -> Person:
    """Somebody who told their story, and had an urge the day after."""
    tell(person.store)
    person.clock.forward(days=1)
    person.answers("urge", {**LIFE["urge"], "wrote": False})
    return person


@pytest.mark.parametrize(
    ("flags", "ending"), [([], "json"), (["--format", "json"], "json"), (["--format", "md"], "md")]
)
def test_writes_a_private_file_here_with_the_day_in_its_name(
    exback: Run, begun: Person, here: Path, flags: list[str], ending: str
) -> None:
    """And says where, that it is not encrypted, and who can read it."""
    ended = exback("export", *flags)
    path = here / f"exback-2026-03-03.{ending}"
    assert (ended.code, ended.err) == (0, "")
    assert [one.name for one in here.iterdir()] == [path.name]
    assert mode(path) == PRIVATE_FILE
    assert ended.out.startswith(f"Written:\n  {path}\n")
    for word in ("isn't encrypted", "your login", "cloud"):
        assert word in ended.out
    assert SECRET not in ended.out


def test_on_windows_the_folder_says_who_can_read_it(
    exback: Run, begun: Person, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file there has no mode that closes it to others, so none is promised."""
    monkeypatch.setattr(permissions, "IS_WINDOWS", True)
    ended = exback("export")
    assert "Anyone who can open the folder it's in can read it." in ended.out
    assert "Other users" not in ended.out


def test_json_is_the_whole_progress(exback: Run, begun: Person, here: Path) -> None:
    """Every run, setting and number."""
    exback("export", "all.json")
    assert decode((here / "all.json").read_bytes(), "p") == begun.store.load()


def test_md_is_for_reading(exback: Run, begun: Person, here: Path) -> None:
    """With what was written, and the steps by their titles."""
    exback("export", "--format", "md", "all.md")
    text = (here / "all.md").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert SECRET.split("\n")[0] in text


def test_a_file_that_is_there_is_not_written_over(exback: Run, begun: Person, here: Path) -> None:
    """Nor the export of the same day."""
    assert exback("export").code == 0
    before = (here / "exback-2026-03-03.json").read_bytes()
    ended = exback("export")
    assert (ended.code, ended.out) == (1, "")
    assert "doesn't overwrite it" in ended.err
    assert "exback-2026-03-03.json" in ended.err
    assert (here / "exback-2026-03-03.json").read_bytes() == before


def test_a_lone_hyphen_is_the_standard_output(exback: Run, begun: Person, here: Path) -> None:
    """Nothing but the export comes out, and nothing is written."""
    ended = exback("export", "-")
    assert decode(ended.out.encode(), "p") == begun.store.load()
    assert ended.err == ""
    assert list(here.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(exback: Run, begun: Person) -> None:
    """With its path, and nothing is made."""
    ended = exback("export", "nowhere/all.json")
    assert (ended.code, ended.out) == (1, "")
    assert "nowhere/all.json" in ended.err


def test_can_begin_on_a_day(exback: Run, begun: Person) -> None:
    """In words or as a date; what was finished before is left out."""
    for day in ("2026-03-03", "today", "3 march"):
        out = exback("export", "-", "--format", "md", "--since", day).out
        assert SECRET not in out
        assert "I want to write" in out or "### " in out


def test_json_is_never_a_part(exback: Run, begun: Person, here: Path) -> None:
    """A file that looks like a backup must be one."""
    ended = exback("export", "--since", "2026-03-03")
    assert (ended.code, ended.out) == (2, "")
    assert "--since doesn't work with --format json. For a part, use --format md." in ended.err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    ("flags", "code", "word"),
    [(["--format", "pdf"], 2, "json, md"), (["--format", "md", "--since", "someday"], 1, "understand that day")],
)
def test_what_it_cannot_do_is_said(
    exback: Run, begun: Person, here: Path, flags: list[str], code: int, word: str
) -> None:
    """With what it can."""
    ended = exback("export", *flags)
    assert (ended.code, ended.out) == (code, "")
    assert word in ended.err
    assert list(here.iterdir()) == []


def test_nothing_kept_is_an_empty_export(exback: Run, home: Path) -> None:
    """No error, and no folder is made for it."""
    ended = exback("export", "-")
    assert ended.code == 0
    assert json.loads(ended.out)["runs"] == []
    assert not home.exists()


def test_the_copy_of_a_locked_file_is_said_to_be_open(exback: Run, begun: Person, here: Path) -> None:
    """The warning says what the copy is, beside a file that stays locked."""
    locked(begun.store)
    ended = exback("export", "all.json", "--passphrase-fd", handed_over(PASSPHRASE))
    assert ended.code == 0
    assert "Your progress file stays locked." in ended.out
    assert SECRET.split("\n")[0] in (here / "all.json").read_text(encoding="utf-8")


def test_what_was_exported_can_be_merged_into_an_empty_folder(
    exback: Run, begun: Person, here: Path, tmp_path: Path
) -> None:
    """Every answer is there, and everything stands as it stood: what is done, what is open, the days."""
    exback("export", "all.json")
    ended = exback("merge", "all.json", "--home", str(tmp_path / "new"))
    assert (ended.code, ended.err) == (0, "")
    fresh = Person(begun.program, begun.clock, tmp_path / "new")
    assert [told(run) for run in fresh.store.load().runs] == [told(run) for run in begun.store.load().runs]
    assert fresh.guide == begun.guide


def test_merging_an_export_into_its_own_file_changes_nothing(exback: Run, begun: Person, here: Path) -> None:
    """Not a byte of it."""
    exback("export", "all.json")
    before = begun.store.path.read_bytes()
    ended = exback("merge", "all.json")
    assert (ended.code, ended.err) == (0, "")
    assert begun.store.path.read_bytes() == before


def told(run: runs.Run) -> runs.Run:
    """Give a run without its numbers, which are lifted when two records are laid into each other."""
    return runs.changed(run, start_number=0, finish_number=0)
