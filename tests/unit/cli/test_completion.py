"""Completion in shells: typer's scripts in real bash, zsh and fish, and what exback answers them at a Tab."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import completion_files
import pytest
import typer.main
from support.lives import BY_THEMSELVES, LIFE
from support.person import Clock, Person
from support.sealed import locked
from support.teletype import Teletype

from exback import cli
from exback.cli import parser
from exback.export.formats import FORMATS
from exback.insights.overview import PARTS
from exback.model.program import Program

COMMANDS = set(typer.main.get_command(parser.app).commands)  # type: ignore[attr-defined]  # a group has them
EVERYWHERE = {"--plain", "--no-plain", "--home", "--passphrase-fd", "--help"}
SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
CLEAR, LIST = "\x15", "\x04"
ANSWER = """
eval "$(exback completion bash)"
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_exback_completion exback
printf '%s\\n' "${COMPREPLY[@]}"
"""

Asks = Callable[[str], tuple[int, str, str]]
Offer = Callable[[str], set[str]]


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, clock: Clock) -> Asks:
    """Asks as fish does, and returns the exit code, what was printed, and what was said beside it."""
    monkeypatch.setenv("EXBACK_HOME", str(home))

    def run(line: str) -> tuple[int, str, str]:
        monkeypatch.setenv("_EXBACK_COMPLETE", "complete_fish")
        monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
        return cli.run([], clock), *capsys.readouterr()

    return run


@pytest.fixture
def offered(ask: Asks) -> Offer:
    """What may stand at the end of a line."""

    def run(line: str) -> set[str]:
        code, out, err = ask(line)
        assert (code, err) == (0, "")
        return {row.partition("\t")[0] for row in out.splitlines()} - {""}

    return run


def inward(program: Program) -> set[str]:
    """Return the ids of the steps that don't reach out."""
    return {step.id for step in program.steps() if not step.reaches_out}


class TestWords:
    """What may stand where."""

    def test_commands_stand_first(self, offered: Offer) -> None:
        """Every one, also after a global option and after `demo`."""
        assert offered("exback ") == COMMANDS
        assert offered("exback demo ") == COMMANDS
        assert offered("exback --plain ch") == {"check", "checkin"}
        assert offered("exback --home /tmp sta") == {"status"}
        assert offered("exback --passphrase-fd 3 sta") == {"status"}

    def test_options_stand_behind_their_command(self, offered: Offer) -> None:
        """With those that may stand anywhere."""
        assert offered("exback status --") == {"--json", "--short"} | EVERYWHERE
        assert offered("exback checkin --") == EVERYWHERE
        assert offered("exback --v") == {"--version"}
        assert offered("exback --in") == {"--install-completion"}

    @pytest.mark.parametrize("demo", ["", "demo "])
    def test_words_of_a_command_are_offered(self, offered: Offer, demo: str) -> None:
        """Formats, countries, parts, settings and shells; after `demo`, too."""
        assert offered(f"exback {demo}export --format ") == set(FORMATS)
        assert offered(f"exback {demo}crisis --country A") == {"AT", "AU"}
        assert offered(f"exback {demo}insights ") == set(PARTS)
        assert offered(f"exback {demo}settings pl") == {"plain"}
        assert offered(f"exback {demo}settings plain o") == {"on", "off"}
        assert offered(f"exback {demo}settings day-start 1") == {"1", "10", "11", "12"}
        assert offered(f"exback {demo}completion ") == set(SHELLS)
        assert offered(f"exback {demo}help ") == COMMANDS
        assert offered(f"exback {demo}help st") == {"status", "step"}

    @pytest.mark.parametrize("line", ["exback --home ", "exback step --home ", "exback merge ", "exback check "])
    def test_where_a_path_stands_the_shell_offers_its_own(self, offered: Offer, line: str) -> None:
        """Exback names nothing there, so that the shell completes files."""
        assert offered(line) == set()

    @pytest.mark.parametrize("words", ["step", "why", "journal --step", "demo step", "--plain step", "step --plain"])
    def test_steps_are_offered_by_their_ids(self, offered: Offer, person: Person, words: str) -> None:
        """For each command that takes one."""
        person.answers("your-story", dict(LIFE["your-story"]))
        assert offered(f"exback {words} first") == {"first-week"}
        assert (
            offered(f"exback {words} ")
            >= inward(person.program) - {"no-reply", "declined", "apart-again"} - BY_THEMSELVES
        )


@pytest.mark.fault(76)
class TestWhatReachesOut:
    """Steps that reach out are offered only where it's known that they may be."""

    def test_is_offered_to_someone_who_answered_all_four_with_no(self, offered: Offer, person: Person) -> None:
        """Then every step of the program is."""
        person.answers("your-story", dict(LIFE["your-story"]))
        assert offered("exback step ") == {step.id for step in person.program.steps()} - BY_THEMSELVES

    def test_is_not_offered_while_a_boundary_holds(self, offered: Offer, person: Person) -> None:
        """Nor is what waits for such a step."""
        person.answers("your-story", {**LIFE["your-story"], "asked-to-stop": True})
        expected = inward(person.program) - {"no-reply", "declined", "apart-again"} - BY_THEMSELVES
        assert offered("exback step ") == offered("exback why ") == offered("exback demo step ") == expected

    def test_is_not_offered_while_the_file_is_locked(self, ask: Asks, offered: Offer, person: Person) -> None:
        """No passphrase is asked for at a Tab."""
        person.answers("your-story", dict(LIFE["your-story"]))
        locked(person.store)
        assert offered("exback step ") <= inward(person.program)
        assert "first-week" in offered("exback step ")

    def test_nor_is_what_is_not_for_someone_who_was_afraid(self, offered: Offer, person: Person) -> None:
        """Not to them, and not while the file is locked, because then no one knows."""
        person.answers("your-story", {**LIFE["your-story"], "afraid-of-them": True})
        assert "own-up" not in offered("exback step ")
        locked(person.store)
        assert "own-up" not in offered("exback step ")

    @pytest.mark.parametrize("kept", [None, b"", b"{", b'{"format": "exback-progress", "version": 99}'])
    def test_is_not_offered_where_nothing_can_be_read(
        self, offered: Offer, program: Program, home: Path, kept: bytes | None
    ) -> None:
        """Without a file, or with one that exback can't read; not a word is said of that, and nothing is written."""
        if kept is not None:
            home.mkdir()
            (home / "progress.json").write_bytes(kept)
        before = sorted(home.iterdir()) if home.exists() else None
        assert offered("exback step ") <= inward(program)
        assert "first-week" in offered("exback step ")
        assert (sorted(home.iterdir()) if home.exists() else None) == before

    def test_is_not_offered_while_the_questions_stand_in_a_run_that_was_left(
        self, offered: Offer, person: Person
    ) -> None:
        """Only a finished run answers them."""
        finished = person.answers("your-story", dict(LIFE["your-story"]))
        raw = (person.store.home / "progress.json").read_text(encoding="utf-8")
        assert finished.finished is not None
        stamp = f'"finished": "{finished.finished.isoformat()}"'
        (person.store.home / "progress.json").write_text(raw.replace(stamp, '"finished": null'), encoding="utf-8")
        assert offered("exback step ") <= inward(person.program)

    def test_the_home_named_on_the_line_is_looked_into(self, offered: Offer, person: Person, tmp_path: Path) -> None:
        """Before the command or after it."""
        person.answers("your-story", dict(LIFE["your-story"]))
        assert "one-invitation" in offered("exback step one")
        for line in (f"exback --home {tmp_path}/other step one", f"exback step --home {tmp_path}/other one"):
            assert offered(line) == set()


class TestQuiet:
    """At a Tab someone is typing: nothing may spill over the line."""

    @pytest.mark.parametrize("line", ["exback quittenbaum ", "exback status x y ", "exback step first-week x "])
    def test_a_line_that_makes_no_sense_is_answered_with_nothing(self, ask: Asks, line: str) -> None:
        """No sentence, no trace."""
        _code, out, err = ask(line)
        assert (out.strip(), err) == ("", "")

    @pytest.mark.parametrize("line", ["", "exback '", "exback --quittenbaum ", "exback --home"])
    def test_half_a_line_is_no_error(self, ask: Asks, line: str) -> None:
        """Whatever is offered, nothing is said beside it."""
        assert ask(line)[2] == ""

    def test_a_fault_of_exback_is_not_told(self, ask: Asks, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whatever goes wrong, the line being typed stays as it is."""

        def fails(_desk: object, _program: object) -> None:
            raise RuntimeError("quittenbaum")

        monkeypatch.setattr("exback.commands.environment.Environment.named_steps", fails)
        assert ask("exback step ") == (1, "", "")

    def test_a_file_that_others_could_read_is_left_as_it_is(self, offered: Offer, person: Person) -> None:
        """Closing it is said aloud, so it waits for a command that may say it."""
        person.answers("your-story", dict(LIFE["your-story"]))
        file = person.store.home / "progress.json"
        file.chmod(0o644)
        assert offered("exback step first") == {"first-week"}
        assert file.stat().st_mode & 0o777 == 0o644


class TestScripts:
    """The scripts are typer's."""

    @pytest.mark.parametrize("shell", SHELLS)
    def test_one_is_printed_for_each_shell(self, shell: str, capsys: pytest.CaptureFixture[str]) -> None:
        """By the command and, with the shell named, by the option."""
        assert cli.run(["completion", shell]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        assert "_EXBACK_COMPLETE" in out
        assert "exback" in out
        assert cli.run(["--show-completion", shell]) == 0
        assert capsys.readouterr() == (out, "")

    def test_powershell_registers_what_completes_exback(self, capsys: pytest.CaptureFixture[str]) -> None:
        """It can't be run here, so its text is looked at."""
        cli.run(["completion", "powershell"])
        out = capsys.readouterr().out
        assert "Register-ArgumentCompleter -Native -CommandName exback" in out
        assert '$Env:_EXBACK_COMPLETE = "complete_powershell"' in out

    def test_powershell_is_answered(
        self, ask: Asks, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], clock: Clock
    ) -> None:
        """Each word with what it means, as the script expects it."""
        ask("exback step first")
        monkeypatch.setenv("_EXBACK_COMPLETE", "complete_powershell")
        monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", "first")
        assert cli.run([], clock) == 0
        assert capsys.readouterr() == ("first-week:::The first week\n", "")

    @pytest.mark.parametrize("option", ["--show-completion", "--install-completion"])
    def test_a_shell_that_is_not_known_is_said(self, option: str, capsys: pytest.CaptureFixture[str]) -> None:
        """With the names of those that are, and without what was typed."""
        assert cli.run([option, "quittenbaum"]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.splitlines()[0] == "exback can't tell which shell this is for."
        assert "bash, zsh, fish" in err
        assert "quittenbaum" not in err

    def test_it_can_be_installed(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Where the shell named looks for it; where that can't be written, one sentence says so."""
        monkeypatch.setenv("HOME", str(tmp_path))
        assert cli.run(["--install-completion", "fish"]) == 0
        path = tmp_path / ".config/fish/completions/exback.fish"
        assert path.is_file()
        assert str(path) in capsys.readouterr().out
        path.unlink()
        path.mkdir()
        assert cli.run(["--install-completion", "fish"]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert "exback completion fish" in err
        assert "Traceback" not in err

    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_the_readme_says_what_to_delete_again(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, shell: str
    ) -> None:
        """Every file that was written, or changed, and the lines that don't name exback."""
        monkeypatch.setenv("HOME", str(tmp_path))
        assert cli.run(["--install-completion", shell]) == 0
        readme = (completion_files.FOLDER.parents[1] / "README.md").read_text(encoding="utf-8")
        removal = readme.partition("## Remove it")[2].partition("\n---\n")[0]
        written = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert written
        for path in written:
            assert f"`~/{path.relative_to(tmp_path)}`" in removal
        if shell == "zsh":
            lines = [line for line in (tmp_path / ".zshrc").read_text(encoding="utf-8").splitlines() if line]
            assert [next(word for word in (".zfunc", "zstyle") if word in line) for line in lines] == [
                ".zfunc",
                "zstyle",
            ]
            assert "`.zfunc` and `zstyle`" in removal


@pytest.fixture(scope="session")
def bin_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an `exback` in it."""
    folder = tmp_path_factory.mktemp("bin")
    command = folder / "exback"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m exback "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return folder


@pytest.fixture
def variables(bin_folder: Path, home: Path, tmp_path: Path) -> dict[str, str]:
    """An environment in which shells find exback and nothing of whoever runs the tests."""
    path = f"{bin_folder}:/usr/bin:/bin"
    return {
        "PATH": path,
        "TERM": "xterm",
        "LANG": "C.UTF-8",
        "PS1": "%# ",
        "HOME": str(tmp_path),
        "EXBACK_HOME": str(home),
    }


def found(shell: str) -> str:
    """Return where a shell is, or skip the test."""
    path = shutil.which(shell)
    if path is None:
        pytest.skip(f"{shell} is not installed")
    return path


class TestBash:
    """In bash, 3.2 as macOS has it included: compopt, which it doesn't know, is turned off."""

    def offered(self, variables: dict[str, str], *words: str) -> set[str]:
        """Return what bash would offer for the last of some words."""
        code = f"enable -n compopt\n{ANSWER}"
        command = [found("bash"), "--norc", "--noprofile", "-c", code, "bash", *words]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=variables)
        assert done.stderr == ""
        return set(done.stdout.splitlines()) - {""}

    def test_it_asks_exback(self, variables: dict[str, str]) -> None:
        """Commands, options and steps."""
        assert self.offered(variables, "exback", "stat") == {"status"}
        assert self.offered(variables, "exback", "step", "first") == {"first-week"}
        assert self.offered(variables, "exback", "demo", "export", "--format", "") == set(FORMATS)

    def test_a_tab_completes_the_line(self, variables: dict[str, str], tmp_path: Path) -> None:
        """With real keys, in a real terminal; where a path stands, a folder with a space in it, too."""
        (tmp_path / "my notes").mkdir()
        with Teletype((found("bash"), "--norc", "--noprofile", "-i"), variables) as window:
            window.press('eval "$(exback completion bash)"; PS1="rea""dy> "\r')
            window.see("ready> ")  # the prompt: before it, the terminal would take some keys for its own
            window.press("exback step first-w\t")
            window.see("exback step first-week")
            window.press(CLEAR, f"exback check {tmp_path}/my\t")
            window.see("my\\ notes/")


class TestZsh:
    """In zsh."""

    @pytest.fixture
    def window(self, variables: dict[str, str]) -> Iterator[Teletype]:
        """A shell with its completion turned on, and the script read in."""
        with Teletype((found("zsh"), "-f", "-i"), variables, columns=100) as window:
            window.press('autoload -Uz compinit; compinit -u -D; eval "$(exback completion zsh)"; PS1="rea""dy> "\r')
            window.see("ready> ")  # the prompt: before it, the terminal would take some keys for its own
            yield window

    def test_a_tab_completes_the_line(self, window: Teletype, tmp_path: Path) -> None:
        """With real keys, in a real terminal: commands, options, steps, and folders."""
        (tmp_path / "notes").mkdir()
        for typed, completed in {
            "exback stat": "exback status",
            "exback why clear": "exback why clear-cues",
            "exback crisis --country J": "exback crisis --country JP",
            "exback --plain status --js": "exback --plain status --json",
            f"exback check {tmp_path}/no": f"exback check {tmp_path}/notes",
        }.items():
            window.press(typed, "\t")
            window.see(completed)
            window.press(CLEAR)
            window.see_no(completed)

    def test_says_what_the_words_mean(self, window: Teletype) -> None:
        """The steps by their titles."""
        window.press("exback step wh", LIST)
        window.see("who-am-i-now", "Who you are now, and what you want")


class TestFish:
    """In fish."""

    @pytest.mark.parametrize(
        ("line", "offered"),
        [
            ("exback stat", {"status"}),
            ("exback step first", {"first-week"}),
            ("exback status --sh", {"--short"}),
            ("exback crisis --country A", {"AT", "AU"}),
        ],
    )
    def test_offers_what_may_stand_there(self, variables: dict[str, str], line: str, offered: set[str]) -> None:
        """Commands, options, steps and countries."""
        code = f"exback completion fish | source; complete --do-complete '{line}'"
        command = [found("fish"), "--no-config", "--command", code]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=variables)
        assert {word.partition("\t")[0] for word in done.stdout.splitlines()} == offered


class TestFiles:
    """The files in docs/completion/, which the wheel puts where shells look by themselves."""

    @pytest.mark.parametrize("shell", completion_files.SHELLS)
    def test_are_the_ones_of_todays_scripts(self, shell: str) -> None:
        """`make docs` writes them."""
        file = completion_files.file_of(shell)
        assert file.read_text(encoding="utf-8") == completion_files.content(shell)

    def test_complete_in_bash(self, variables: dict[str, str]) -> None:
        """Read in as a file, as bash-completion does."""
        code = ANSWER.replace('eval "$(exback completion bash)"', f'. "{completion_files.file_of("bash")}"')
        command = [found("bash"), "--norc", "--noprofile", "-c", code, "bash", "exback", "stat"]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=variables)
        assert (done.stdout.split(), done.stderr) == (["status"], "")

    @pytest.mark.parametrize("installed_by", ["the wheel", "--install-completion"])
    def test_complete_at_the_first_tab_in_zsh(
        self, variables: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, installed_by: str
    ) -> None:
        """It loads the file only then, by its name."""
        if installed_by == "the wheel":
            (tmp_path / ".zfunc").mkdir()
            shutil.copy(completion_files.file_of("zsh"), tmp_path / ".zfunc" / "_exback")
        else:
            monkeypatch.setenv("HOME", str(tmp_path))
            assert cli.run(["--install-completion", "zsh"]) == 0
        with Teletype((found("zsh"), "-f", "-i"), variables) as window:
            window.press("fpath=(~/.zfunc $fpath); autoload -Uz compinit; compinit -u -D\r")
            window.press('PS1="rea""dy> "\r')
            window.see("ready> ")
            window.press("exback stat\t")
            window.see("exback status")

    def test_complete_in_fish(self, variables: dict[str, str], tmp_path: Path) -> None:
        """It loads the file by its name, from the folder for what's installed."""
        folder = tmp_path / "share" / "fish" / "vendor_completions.d"
        folder.mkdir(parents=True)
        shutil.copy(completion_files.file_of("fish"), folder)
        variables["XDG_DATA_DIRS"] = str(tmp_path / "share")
        command = [found("fish"), "--command", "complete --do-complete 'exback stat'"]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=variables)
        assert [word.partition("\t")[0] for word in done.stdout.splitlines()] == ["status"]
