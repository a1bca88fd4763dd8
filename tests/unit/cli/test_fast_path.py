"""The command lines of every day, which go around the library that parses all others: both ways do the same."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from support.lives import LIFE
from support.person import Clock, Person

from exback import cli
from exback.cli import parser
from exback.cli.fast_path import COMPANION, known
from exback.errors import WrongUse
from exback.model.run import Value
from exback.store import Store

LINES = [
    [],
    *([name] for name in COMPANION),
    ["step"],
    ["step", "your-story"],
    ["step", "why-space"],
    ["step", "no-such-step"],
    ["status"],
    ["status", "--json"],
    ["status", "--short"],
]
ABOUT_PLACES = ["before", "behind", "with an equals sign"]


class Came(NamedTuple):
    """What came of a command line: its code, what it said, and what it saved."""

    code: int
    out: str
    err: str
    saved: Sequence[tuple[str, Mapping[str, Value]]]


class Sitting:
    """Somebody whose progress lies in a folder, at a window that is no terminal."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, clock: Clock
    ) -> None:
        self.monkeypatch = monkeypatch
        self.capsys = capsys
        self.home = home
        self.clock = clock

    def both(self, words: list[str], typed: str = "\nleave\n") -> tuple[Came, Came]:
        """Run a line that is known in the short way and, from the same file, in the long one."""
        before = self._file()
        short = self._run(words, typed)
        self._put_back(before)
        with self.monkeypatch.context() as patch:
            patch.setattr(cli, "known", lambda _words: None)
            long = self._run(words, typed)
        self._put_back(before)
        return short, long

    def _run(self, words: list[str], typed: str) -> Came:
        self.monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = cli.run(words, self.clock)
        out, err = self.capsys.readouterr()
        try:
            saved = [(run.step, run.answers) for run in Store(self.home).load().runs]
        except Exception as damaged:  # noqa: BLE001  # some of these files can't be read; both ways leave them so
            saved = [(str(damaged), {})]
        return Came(code, out, err, saved)

    def _file(self) -> bytes | None:
        path = self.home / "progress.json"
        return path.read_bytes() if path.exists() else None

    def _put_back(self, data: bytes | None) -> None:
        path = self.home / "progress.json"
        if data is None:
            shutil.rmtree(self.home, ignore_errors=True)  # the copies beside it too, or the file would be missed
        else:
            path.write_bytes(data)


@pytest.fixture
def sitting(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, clock: Clock) -> Sitting:
    """Somebody who has not begun."""
    monkeypatch.setenv("EXBACK_HOME", str(home))
    monkeypatch.setenv("TERM", "xterm-256color")
    return Sitting(monkeypatch, capsys, home, clock)


class TestBothWays:
    """What the short way does is what the long way does."""

    @pytest.mark.parametrize("plain", [[], ["--plain"]])
    @pytest.mark.parametrize("words", LINES, ids=" ".join)
    def test_for_somebody_new(self, sitting: Sitting, words: list[str], plain: list[str]) -> None:
        """On any known line, with plain lines or without a terminal."""
        assert known(words) is not None
        short, long = sitting.both([*plain, *words])
        assert short == long

    @pytest.mark.parametrize("words", LINES, ids=" ".join)
    def test_for_somebody_who_has_begun(self, sitting: Sitting, person: Person, words: list[str]) -> None:
        """With something to show, and something to open again."""
        for step in ("your-story", "why-space", "contact-rule"):
            person.answers(step, dict(LIFE[step]))
        short, long = sitting.both(["--plain", *words])
        assert short == long

    def test_what_is_answered_is_saved(self, sitting: Sitting) -> None:
        """The same answer, in the same file."""
        short, long = sitting.both(["--plain", "checkin"], typed="7\nleave\n")
        assert short == long
        assert short.saved == [("check-in", {"mood": 7})]

    @pytest.mark.parametrize("words", LINES, ids=" ".join)
    def test_on_a_file_that_cannot_be_read(self, sitting: Sitting, home: Path, words: list[str]) -> None:
        """The same sentence, and the same code."""
        home.mkdir()
        (home / "progress.json").write_bytes(b"{")
        short, long = sitting.both(["--plain", *words])
        assert short == long
        assert short.code == 1

    @pytest.mark.parametrize("place", ABOUT_PLACES)
    def test_wherever_the_folder_is_named(self, sitting: Sitting, tmp_path: Path, place: str) -> None:
        """Before the command, behind it, or with an equals sign."""
        other = str(tmp_path / "other")
        words = {
            "before": ["--home", other, "status", "--json"],
            "behind": ["status", "--json", "--home", other],
            "with an equals sign": [f"--home={other}", "status", "--json"],
        }[place]
        short, long = sitting.both(words)
        assert short == long
        assert other in short.out


class TestKnown:
    """Which lines are known."""

    @pytest.mark.parametrize(
        "words",
        [
            ["--help"],
            ["status", "--help"],
            ["status", "--json", "--short"],
            ["status", "extra"],
            ["urge", "8"],
            ["step", "-h"],
            ["step", "a", "b"],
            ["crisis"],
            ["why"],
            ["chekin"],
            [""],
        ],
    )
    def test_all_others_are_left_to_the_parser(self, words: list[str]) -> None:
        """What is not exactly one of them may be help, a mistake, or another command."""
        assert known(words) is None

    def test_every_known_line_is_a_command_line_of_the_parser(self) -> None:
        """The names are those that help shows."""
        commands = parser.app.registered_commands
        named = {command.name or getattr(command.callback, "__name__", "") for command in commands}
        assert {words[0] for words in LINES if words} <= named

    def test_a_known_line_loads_no_parser(self, sitting: Sitting) -> None:
        """Which is what the short way is for."""

        def never(*_words: object) -> int:
            raise AssertionError("the parser was not needed")

        sitting.monkeypatch.setattr(parser, "carry_out", never)
        assert cli.run(["status"], sitting.clock) == 0

    @pytest.mark.parametrize(
        "words", [["--home"], ["status", "--home"], ["--home=", "status"], ["status", "--home", ""]]
    )
    def test_a_home_without_a_folder_is_a_mistake(self, sitting: Sitting, words: list[str]) -> None:
        """The folder at hand is not taken for it: a private file would land anywhere."""
        assert cli.run(words, sitting.clock) == WrongUse.exit_code
        assert "--home needs the name of a folder" in sitting.capsys.readouterr().err
