"""`exback lock`, `unlock`, and every other command on a locked file: what they print, and the code they end with."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer.main
from support.person import Clock, Person
from support.sealed import CODE, NAME, PASSPHRASE, bytes_under, handed_over, locked, opened, tell

from exback import cli
from exback.cli import parser
from exback.model import run
from exback.model.settings import Settings
from exback.screen.plain.lines import Lines
from exback.store import Progress, Store, envelope, rekey
from exback.store.progress import encode
from exback.store.recovery_code import groups

READING = [["status"], ["status", "--json"], ["step"], ["export", "-"], ["export", "-", "--format", "md"]]
ASKING = [[], ["checkin"], ["urge"], ["step", "your-story"], ["lock"], ["unlock"]]
SECRET = NAME


class Ended(NamedTuple):
    """What came of a command line."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]
RUN = run.Run(id="elsewhere", step="urge", started=datetime(2026, 3, 1, 12, tzinfo=UTC))


@pytest.fixture
def exback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, clock: Clock) -> Run:
    """Runs command lines; `unseen` are the lines that are typed without being shown, on a terminal."""
    monkeypatch.setenv("EXBACK_HOME", str(home))
    monkeypatch.setenv("TERM", "xterm-256color")

    def run(*words: str, typed: str = "", unseen: tuple[str, ...] | None = None) -> Ended:
        rest = iter(unseen or ())
        monkeypatch.setattr(Lines, "read_unseen", lambda lines, invitation: next(rest))
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        if unseen is not None:
            monkeypatch.setattr("exback.commands.environment._is_terminal", lambda stream: True)
        code = cli.run(list(words), clock)
        assert next(rest, None) is None
        return Ended(code, *capsys.readouterr())

    return run


@pytest.fixture
def behind_lock(person: Person) -> Person:
    """Somebody who told their story and locked it."""
    tell(person.store)
    locked(person.store)
    return person


@pytest.mark.parametrize("words", [*READING, *ASKING])
@pytest.mark.parametrize("plainly", [[], ["--plain"]])
def test_without_a_terminal_they_refuse_politely(
    exback: Run, behind_lock: Person, words: list[str], plainly: list[str]
) -> None:
    """One sentence, the way on, the code for that, and nothing of the file."""
    before = bytes_under(behind_lock.store.home)
    ended = exback(*plainly, *words, typed=f"{PASSPHRASE}\n")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("The file is locked, and there's no terminal")
    assert "exback status --passphrase-fd 0 < FILE" in ended.err
    assert "Traceback" not in ended.err
    assert bytes_under(behind_lock.store.home) == before


@pytest.mark.parametrize("words", READING)
def test_they_read_it_once_the_passphrase_was_typed(exback: Run, behind_lock: Person, words: list[str]) -> None:
    """Unseen, before anything else, and the same comes out as of a file that is open."""
    behind = exback("--plain", *words, unseen=(PASSPHRASE,))
    assert (behind.code, behind.err) == (0, "")
    assert PASSPHRASE not in behind.out


def test_a_session_asks_once_and_saves_locked(exback: Run, behind_lock: Person) -> None:
    """Every answer is sealed, and no word of it stands on the disk."""
    ended = exback("--plain", "checkin", typed="8\n7\n", unseen=(PASSPHRASE,))
    assert ended.code == 0
    kept = opened(behind_lock.store.home).load().runs[-1]
    assert (kept.step, list(kept.answers.values())) == ("check-in", [8, 7])
    assert behind_lock.store.is_locked


def test_three_wrong_ones_end_it(exback: Run, behind_lock: Person) -> None:
    """With the code of an error, and the file untouched."""
    before = bytes_under(behind_lock.store.home)
    ended = exback("--plain", "status", unseen=("one", "two", "three"))
    assert ended.code == 1
    assert ended.err.startswith(f"None of those was the passphrase.\n  {behind_lock.store.path}\n")
    assert bytes_under(behind_lock.store.home) == before


def test_the_word_leave_leaves(exback: Run, behind_lock: Person) -> None:
    """As on every other page; the shell is told that nothing was done."""
    ended = exback("--plain", "status", unseen=("leave",))
    assert (ended.code, ended.err) == (130, "")
    assert "steps done" not in ended.out


def test_json_says_that_it_is_encrypted(exback: Run, behind_lock: Person) -> None:
    """For programs that want to know."""
    descriptor = handed_over(PASSPHRASE)
    ended = exback("status", "--json", "--passphrase-fd", descriptor)
    assert json.loads(ended.out)["file"]["encrypted"] is True


def test_no_option_takes_a_passphrase() -> None:
    """What stands in a command line is read by others; only the number of an open file may."""
    group = typer.main.get_command(parser.app)
    commands = [group, *group.commands.values()]  # type: ignore[attr-defined]  # a group has them
    named = {option for command in commands for parameter in command.params for option in parameter.opts}
    assert {option for option in named if re.search("pass|secret|phrase|code|key", option)} == {"--passphrase-fd"}


def test_the_environment_opens_nothing(exback: Run, behind_lock: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is seen by others, too, so no variable is asked for a passphrase."""
    looked: list[str] = []

    class Watched(dict[str, str]):
        def get(self, key: str, default: Any = None) -> Any:
            looked.append(key)
            return super().get(key, default)

        def __getitem__(self, key: str) -> str:
            looked.append(key)
            return super().__getitem__(key)

    monkeypatch.setattr(os, "environ", Watched(os.environ))
    assert exback("--plain", "status", unseen=(PASSPHRASE,)).code == 0
    assert looked
    assert not [name for name in looked if "PASS" in name.upper()]


def test_an_error_while_opening_says_nothing_of_what_was_typed(
    exback: Run, behind_lock: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever goes wrong, and whatever it says of itself."""

    def fail(words: str, slot: object) -> bytes:
        raise RuntimeError(f"cannot derive from {words}")

    monkeypatch.setattr(envelope, "_derived", fail)
    ended = exback("--plain", "status", unseen=("my own long words",))
    assert ended.code == 1
    assert "RuntimeError" in ended.err
    assert "my own" not in ended.err + ended.out


class TestHandedOver:
    """`--passphrase-fd`, for scripts."""

    @pytest.mark.parametrize("ending", ["", "\n", "\nmore\n"])
    def test_the_first_line_is_the_passphrase(self, exback: Run, behind_lock: Person, ending: str) -> None:
        """From an open file, whose number is all that stands in the command line."""
        ended = exback("status", "--passphrase-fd", handed_over(PASSPHRASE + ending))
        assert (ended.code, ended.err) == (0, "")

    def test_a_wrong_one_is_an_error_at_once(self, exback: Run, behind_lock: Person) -> None:
        """Nobody is asked, and what was handed over is not said."""
        ended = exback("status", f"--passphrase-fd={handed_over('not this one')}")
        assert (ended.code, ended.out) == (1, "")
        assert ended.err.startswith("That's not the passphrase.")
        assert "not this one" not in ended.err

    def test_a_number_that_is_not_open_is_said(self, exback: Run, behind_lock: Person) -> None:
        """In a sentence."""
        ended = exback("--passphrase-fd", "987", "status")
        assert (ended.code, ended.out) == (1, "")
        assert "descriptor 987" in ended.err

    def test_an_open_file_needs_none(self, exback: Run, person: Person) -> None:
        """A script need not know whether the file is locked."""
        tell(person.store)
        assert exback("status", "--passphrase-fd", "987").code == 0


class TestWithoutIt:
    """What works on a locked file without its passphrase."""

    @pytest.mark.parametrize("words", [["crisis", "--country", "de"], ["why"], ["--help"], ["--version"]])
    def test_what_reads_nothing(self, exback: Run, behind_lock: Person, words: list[str]) -> None:
        """Nobody is asked for a passphrase to find a number to call."""
        assert exback(*words).code == 0

    def test_it_can_be_put_aside_and_brought_back(self, exback: Run, behind_lock: Person) -> None:
        """Who forgot both ways in can begin anew; it stays locked, and comes back so when they remember."""
        before = behind_lock.store.path.read_bytes()
        ended = exback("--plain", "reset", typed="2\n")
        assert ended.code == 0
        assert "a locked progress file, which stays locked" in ended.out
        assert not behind_lock.store.exists()
        aside = behind_lock.store.laid_aside()[-1]
        assert aside.read_bytes() == before

        assert exback("--plain", "checkin", typed="8\nleave\n").code == 0
        ended = exback("restore", "--latest")
        assert (ended.code, ended.err) == (0, "")
        assert "Brought back: a copy locked with its own passphrase." in ended.out
        assert behind_lock.store.path.read_bytes() == before
        assert opened(behind_lock.store.home).load().runs[0].step == "your-story"


class TestDamaged:
    """A locked file in which a byte has changed: no passphrase opens it, and none is asked for."""

    @pytest.fixture
    def damaged(self, behind_lock: Person) -> Store:
        """Its store, and copies beside it that are whole."""
        data = bytearray(behind_lock.store.path.read_bytes())
        data[-40] ^= 1
        behind_lock.store.path.write_bytes(data)
        return behind_lock.store

    @pytest.mark.parametrize("words", [["restore", "--latest"], ["--plain", "restore"]])
    def test_the_latest_copy_is_brought_back(self, exback: Run, damaged: Store, words: list[str]) -> None:
        """Without a passphrase, on a list or without; what was there is kept beside it, byte for byte."""
        before, copies = damaged.path.read_bytes(), [one.path.read_bytes() for one in damaged.backups()]
        ended = exback(*words, typed="1\n")
        assert (ended.code, ended.err) == (0, "")
        assert "Brought back: a locked copy.\n" in ended.out
        assert "The file that couldn't be read is kept next to it, as it was." in ended.out
        assert damaged.path.read_bytes() == copies[0]
        assert [path.read_bytes() for path in damaged.home.glob("progress.json.corrupt-*")] == [before]
        assert opened(damaged.home).load().runs[0].step == "your-story"

    def test_an_open_copy_is_told_to_be_one(self, exback: Run, damaged: Store) -> None:
        """Without the passphrase it is brought back as it is."""
        latest = damaged.backups()[0].path
        latest.write_bytes(encode(Progress(runs=[RUN])))
        ended = exback("restore", "--latest")
        assert ended.code == 0
        assert ended.out.endswith("Your file isn't locked now. To lock it: exback lock\n")

    def test_it_can_be_reset(self, exback: Run, damaged: Store) -> None:
        """Its bytes are kept beside, and not among what restore would bring back."""
        before = damaged.path.read_bytes()
        ended = exback("--plain", "reset", typed="2\n")
        assert ended.code == 0
        assert "a progress file that exback can't read" in ended.out
        assert "The file is exactly as it was." in ended.out
        assert damaged.laid_aside() == []
        assert [path.read_bytes() for path in damaged.home.glob("progress.json.corrupt-*")] == [before]

    def test_every_other_command_says_so(self, exback: Run, damaged: Store) -> None:
        """And names the way on, which is one."""
        ended = exback("--plain", "status")
        assert (ended.code, ended.out) == (1, "")
        assert ended.err.startswith("Your progress file is locked and damaged")
        assert "exback restore" in ended.err


class TestPlainLines:
    """`exback settings plain on`, and a file that is locked."""

    @pytest.fixture
    def plainly(self, behind_lock: Person) -> Store:
        """The store of somebody who has set it."""
        store = opened(behind_lock.store.home)
        store.set(Settings(plain=True))
        return store

    def test_they_are_spoken_before_the_passphrase_was_given(self, exback: Run, plainly: Store) -> None:
        """A screen reader has nothing of pages, and the door is one."""
        ended = exback("status", unseen=(PASSPHRASE,))
        assert ended.code == 0
        assert "Your passphrase" in ended.out
        assert "\x1b" not in ended.out

    @pytest.mark.parametrize("turn", [locked, rekey.unlock])
    def test_they_stay_set(self, plainly: Store, turn: Callable[[Store], object]) -> None:
        """With another passphrase, and with none."""
        turn(plainly)
        assert Store(plainly.home).remembered() == opened(plainly.home).remembered() == Settings(plain=True)

    def test_they_can_be_taken_back(self, plainly: Store) -> None:
        """And the envelope tells nothing more."""
        plainly.set(Settings(plain=False))
        assert Store(plainly.home).remembered() == Settings()
        assert b"plain_lines" not in plainly.path.read_bytes()

    def test_a_reset_keeps_them_and_says_that_the_new_file_is_open(self, exback: Run, plainly: Store) -> None:
        """Nobody is asked for the passphrase; how somebody is talked to is nothing to start over with."""
        ended = exback("reset", typed="2\n")
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.endswith("What you write from now on isn't locked. To lock it: exback lock\n")
        assert Store(plainly.home).load().settings == {"plain": True}

    def test_a_reset_of_an_open_file_speaks_of_no_lock(self, exback: Run, person: Person) -> None:
        """There was none."""
        tell(person.store)
        assert "lock" not in exback("--plain", "reset", typed="2\n").out


class TestRestore:
    """A locked journal is brought back where an open one stands."""

    def test_what_stays_open_beside_it_is_told_with_the_way(self, exback: Run, behind_lock: Person) -> None:
        """And the doctor does what is said of it."""
        behind_lock.store.put_aside()
        tell(Store(behind_lock.store.home))
        ended = exback("restore", "--latest")
        assert ended.code == 0
        assert ended.out.endswith(
            "Your file is locked now, but some copies next to it aren't. To lock them: exback doctor\n"
        )
        assert SECRET.encode() in bytes_under(behind_lock.store.home)
        assert exback("--plain", "doctor", typed="2\n" * 3, unseen=(PASSPHRASE,)).code == 0
        assert SECRET.encode() not in bytes_under(behind_lock.store.home)

    def test_nothing_is_said_where_all_is_locked(self, exback: Run, behind_lock: Person) -> None:
        """There is nothing to do."""
        behind_lock.store.put_aside()
        assert "not" not in exback("restore", "--latest").out.replace(str(behind_lock.store.path), "")


class TestMerge:
    """`exback merge` with a locked file."""

    def test_asks_for_the_passphrase_of_the_other(self, exback: Run, person: Person, tmp_path: Path) -> None:
        """A copy from another computer, locked there, comes in."""
        other = Store(tmp_path / "other")
        other.put(RUN)
        locked(other, "the other one")
        tell(person.store)
        ended = exback("--plain", "merge", str(other.path), unseen=("the other one",))
        assert (ended.code, ended.err) == (0, "")
        assert "The passphrase for that file" in ended.out
        assert "What was locked in the other file is now in yours, which isn't locked." in ended.out
        assert RUN.id in [run.id for run in person.store.load().runs]
        assert other.is_locked

    def test_asks_for_none_where_its_own_opens_it(self, exback: Run, behind_lock: Person, tmp_path: Path) -> None:
        """A copy of one's own file is opened with it; what comes in is kept locked."""
        copy = tmp_path / "copy.json"
        copy.write_bytes(behind_lock.store.path.read_bytes())
        ended = exback("--plain", "merge", str(copy), unseen=(PASSPHRASE,))
        assert (ended.code, ended.err) == (0, "")
        assert "isn't locked" not in ended.out
        assert behind_lock.store.is_locked

    @pytest.mark.parametrize("has_more", [True, False])
    def test_an_open_file_that_stays_is_named(self, exback: Run, behind_lock: Person, has_more: bool) -> None:
        """What came in is locked, and still stands there for anybody; the next start does not offer to merge it again."""
        copy = behind_lock.store.home / "progress.sync-conflict-20260302-120000-ABCDEFG.json"
        copy.write_bytes(encode(Progress(runs=[RUN] if has_more else [])))
        ended = exback("--plain", "merge", str(copy), unseen=(PASSPHRASE,))
        assert ended.code == 0
        assert ended.out.endswith(f"The other file wasn't changed, and it isn't locked:\n  {copy}\n")
        again = exback("--plain", "status", unseen=(PASSPHRASE,))
        assert (again.code, again.err) == (0, "")

    def test_refuses_politely_where_nobody_is(self, exback: Run, person: Person, tmp_path: Path) -> None:
        """Nothing is changed."""
        other = Store(tmp_path / "other")
        other.put(RUN)
        locked(other)
        tell(person.store)
        before = bytes_under(person.store.home)
        assert exback("merge", str(other.path)).code == 2
        assert bytes_under(person.store.home) == before


class TestLocking:
    """From an open file to a locked one and back."""

    def test_in_plain_lines(self, exback: Run, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
        """The whole way, at the real price."""
        tell(person.store)
        before = person.store.load().runs
        monkeypatch.setattr("exback.commands.passphrase.recovery_code.new_code", lambda: CODE)
        typed = "\n2\n\n" + "".join(f"{group}\n" for group in groups(CODE))  # one of them is asked for
        ended = exback("--plain", "lock", typed=typed, unseen=("my own long words", "my own long words"))
        assert (ended.code, ended.err) == (0, "")
        assert f"1   {CODE[:5]}" in ended.out
        assert SECRET.encode() not in bytes_under(person.store.home)
        assert opened(person.store.home, "my own long words").load().runs == before

        ended = exback("--plain", "unlock", typed="\n2\n", unseen=("my own long words",))
        assert (ended.code, ended.err) == (0, "")
        assert Store(person.store.home).load().runs == before

    def test_needs_a_terminal(self, exback: Run, person: Person) -> None:
        """A passphrase is not taken from a pipe, nor from a word in the command line."""
        tell(person.store)
        before = bytes_under(person.store.home)
        for words in (["lock"], ["--plain", "lock"]):
            ended = exback(*words, typed="\n2\nmy own long words\nmy own long words\n")
            assert (ended.code, ended.out) == (2, "")
        assert exback("lock", "words").code == 2
        assert bytes_under(person.store.home) == before
