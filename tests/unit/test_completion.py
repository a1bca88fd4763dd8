"""Completion in real shells: commands, options, and the ids of steps, with nothing started at a Tab."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from terminal.teletype import Teletype

from exback import cli
from exback.cli.completion import script
from exback.cli.manual import manual
from exback.export import FORMATS
from exback.program import Program

COMMANDS = {entry.name for entry in manual().entries}
ALWAYS = {"--plain", "--no-plain", "--home", "--passphrase-fd", "-h", "--help"}
# What exback may not be found by: a Tab starts nothing.
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "TERM": "xterm", "LANG": "C.UTF-8", "PS1": "$ "}
CLEAR = "\x15"
IN_BASH = """
source "$1"
COMP_WORDS=("${@:2}")
COMP_CWORD=$(($# - 2))
compopt() { :; }
_exback
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="session")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the script of each shell, named after it."""
    folder = tmp_path_factory.mktemp("scripts")
    for shell in ("bash", "zsh", "fish"):
        (folder / shell).write_text(script(shell), encoding="utf-8")
    return folder


def found(shell: str) -> str:
    """Give where a shell is, or skip the test."""
    path = shutil.which(shell)
    if path is None:
        pytest.skip(f"{shell} is not installed")
    return path


def in_bash(scripts: Path, *words: str) -> set[str]:
    """Give what bash would offer for the last of some words."""
    command = [found("bash"), "--norc", "-c", IN_BASH, "bash", str(scripts / "bash"), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=ENVIRONMENT)
    assert done.stderr == ""
    return set(done.stdout.split("\n")) - {""}


def in_fish(scripts: Path, line: str, home: Path) -> set[str]:
    """Give what fish would offer at the end of a line, without what it says about it."""
    code = f"source {scripts / 'fish'}; complete --do-complete '{line}'"
    command = [found("fish"), "--no-config", "--command", code]
    variables = {**ENVIRONMENT, "HOME": str(home)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=variables)
    return {offered.partition("\t")[0] for offered in done.stdout.splitlines()}


class TestBash:
    """In bash."""

    def test_offers_the_commands_first(self, scripts: Path) -> None:
        """And the options that may stand before one."""
        assert in_bash(scripts, "exback", "") == COMMANDS | ALWAYS | {"--version"}
        assert in_bash(scripts, "exback", "--plain", "ch") == {"check", "checkin"}

    @pytest.mark.parametrize("command", ["step", "why"])
    def test_offers_the_steps_by_their_ids(self, scripts: Path, program: Program, command: str) -> None:
        """Every one, for both commands that take one."""
        ids = {step.id for step in program.steps()}
        assert in_bash(scripts, "exback", command, "") == ids | ALWAYS
        assert in_bash(scripts, "exback", command, "first") == {"first-week"}

    def test_offers_the_options_of_a_command(self, scripts: Path) -> None:
        """And what may stand behind one of them."""
        assert in_bash(scripts, "exback", "status", "--") == {
            "--json",
            "--short",
            "--plain",
            "--no-plain",
            "--home",
            "--passphrase-fd",
            "--help",
        }
        assert in_bash(scripts, "exback", "crisis", "--country", "A") == {"AT", "AU"}
        assert in_bash(scripts, "exback", "checkin", "") == ALWAYS
        assert in_bash(scripts, "exback", "export", "--format", "") == set(FORMATS)

    def test_offers_folders_where_one_is_named(self, scripts: Path, tmp_path: Path) -> None:
        """Also one with a space in it; and the command behind it is found."""
        (tmp_path / "my notes").mkdir()
        assert in_bash(scripts, "exback", "--home", f"{tmp_path}/my") == {f"{tmp_path}/my notes"}
        assert in_bash(scripts, "exback", "check", f"{tmp_path}/m") == {f"{tmp_path}/my notes"}
        assert in_bash(scripts, "exback", "--home", "status", "sta") == {"status"}
        assert in_bash(scripts, "exback", "--passphrase-fd", "3", "sta") == {"status"}

    def test_a_tab_completes_the_line(self, scripts: Path) -> None:
        """With real keys, in a real terminal."""
        with Teletype((found("bash"), "--norc", "--noprofile", "-i"), ENVIRONMENT) as window:
            window.press(f"source {scripts / 'bash'}\r", "exback step first-w\t")
            window.see("exback step first-week")


class TestZsh:
    """In zsh."""

    @pytest.fixture
    def window(self, scripts: Path, home: Path) -> Iterator[Teletype]:
        """A shell with its completion turned on, and the script read in."""
        variables = {**ENVIRONMENT, "HOME": str(home), "PS1": "%# "}
        with Teletype((found("zsh"), "-f", "-i"), variables, columns=100) as window:
            window.press(f"autoload -Uz compinit; compinit -u -D; source {scripts / 'zsh'}; echo rea''dy\r")
            window.see("ready")
            yield window

    def test_a_tab_completes_the_line(self, window: Teletype, tmp_path: Path) -> None:
        """With real keys, in a real terminal: commands, options, the ids of steps, and folders."""
        (tmp_path / "notes").mkdir()
        for typed, completed in {
            "exback stat": "exback status",
            "exback step first-w": "exback step first-week",
            "exback why clear": "exback why clear-cues",
            "exback status --sh": "exback status --short",
            "exback crisis --country D": "exback crisis --country DE",
            "exback --plain status --js": "exback --plain status --json",
            f"exback check {tmp_path}/no": f"exback check {tmp_path}/notes/",
        }.items():
            window.press(typed, "\t")
            window.see(completed)
            window.press(CLEAR)
            window.see_no(completed)

    def test_says_what_the_words_mean(self, window: Teletype) -> None:
        """The steps by their titles."""
        window.press("exback step wh", "\t\t")
        window.see("what-opened-up", "What opened up")


class TestFish:
    """In fish."""

    @pytest.mark.parametrize(
        ("line", "offered"),
        [
            ("exback stat", {"status"}),
            ("exback step first", {"first-week"}),
            ("exback why first", {"first-week"}),
            (
                "exback status --",
                {"--json", "--short", "--plain", "--no-plain", "--home", "--passphrase-fd", "--help"},
            ),
            ("exback crisis --country A", {"AT", "AU"}),
            ("exback completion ", {"bash", "zsh", "fish"}),
        ],
    )
    def test_offers_what_may_stand_there(self, scripts: Path, home: Path, line: str, offered: set[str]) -> None:
        """Commands, options and the ids of steps."""
        assert in_fish(scripts, line, home) == offered

    def test_offers_the_commands_first(self, scripts: Path, home: Path) -> None:
        """And no file of the folder at hand."""
        assert in_fish(scripts, "exback ", home) == COMMANDS


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_command_prints_the_script(shell: str, scripts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Which writes nothing anywhere; where it goes is for whoever asked."""
    assert cli.run(["completion", shell]) == 0
    assert capsys.readouterr() == ((scripts / shell).read_text(encoding="utf-8") + "\n", "")
