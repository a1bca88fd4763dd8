"""Help: every command in its group, with a line to try, at any width; and what is said to a mistyped line."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import typer
from man_page import Manual, manual

from exback import cli
from exback.cli.groups import GROUPS
from exback.cli.parser import app
from exback.cli.usage_errors import explained

SHELLS = "bash, zsh, fish, powershell, pwsh"
Say = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def known() -> Manual:
    """All that there is to know of the command line."""
    return manual()


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    """Runs a command line in a window of some columns."""

    def run(*words: str, columns: int = 80) -> tuple[int, str, str]:
        monkeypatch.setenv("COLUMNS", str(columns))
        return cli.run(list(words)), *capsys.readouterr()

    return run


class TestPage:
    """`exback --help`."""

    def test_shows_every_command_in_its_group(self, say: Say, known: Manual) -> None:
        """In the order of the groups, under the title of each, with what it is for in full."""
        page = say("--help")[1]
        titles = re.findall(r"^(\w.*):$", page, re.MULTILINE)
        assert titles == ["Options", *(group.title for group in GROUPS)]
        for group, section in zip(GROUPS, known.sections, strict=True):
            shown = " ".join(page.partition(f"\n{group.title}:\n")[2].partition("\n\n")[0].split())
            assert shown == " ".join(f"{entry.name} {entry.meaning}" for entry in section.entries)

    def test_has_no_command_without_a_group(self, known: Manual) -> None:
        """A module of commands that is no group would be missing from help."""
        assert len(known.entries) == len(app.registered_commands)

    def test_has_a_line_to_try_for_each_group(self, say: Say, known: Manual) -> None:
        """One that begins with a command of that group."""
        page = " ".join(say("--help")[1].split())
        for group, section in zip(GROUPS, known.sections, strict=True):
            assert f"For example: {group.example}" in page
            assert group.example.split()[1] in {entry.name for entry in section.entries}

    @pytest.mark.parametrize("columns", [40, 80, 200])
    def test_keeps_to_the_window(self, say: Say, known: Manual, columns: int) -> None:
        """Nothing is wider than it, or than eighty columns, and nothing is cut."""
        for words in (["--help"], *([entry.name, "--help"] for entry in known.entries)):
            page = say(*words, columns=columns)[1]
            assert max(len(line.rstrip()) for line in page.splitlines()) <= min(80, columns)
            assert "..." not in page.replace("[ARGS]...", "")

    @pytest.mark.parametrize("columns", [20, 23, 26, 30, 34, 40, 60, 80, 200])
    def test_keeps_its_examples_in_one_piece(self, say: Say, known: Manual, columns: int) -> None:
        """Where a command line fits it isn't broken, and no line ends in spaces."""
        for entry in known.entries:
            lines = say(entry.name, "--help", columns=columns)[1].splitlines()
            assert not [line for line in lines if line.endswith(" ")]
            if len(entry.example) <= columns - len("  "):
                assert any(entry.example in line for line in lines), entry.example


class TestHelp:
    """`exback help`."""

    def test_says_what_help_says(self, say: Say, known: Manual) -> None:
        """Of exback as a whole, and of each command, `demo` and itself among them."""
        assert say("help") == say("--help")
        for entry in known.entries:
            assert say("help", entry.name) == say(entry.name, "--help")

    @pytest.mark.parametrize("name", ["quittenbaum", "they-wrote", "own-up", "--quittenbaum"])
    def test_says_in_a_sentence_that_there_is_no_such_command(self, say: Say, name: str) -> None:
        """A step is no command, and nothing of it is named."""
        code, out, err = say("help", name)
        assert (code, out) == (2, "")
        assert len(err.splitlines()) == 2
        assert name not in err


class TestCommands:
    """`exback COMMAND --help`."""

    def test_each_has_one_example(self, say: Say, known: Manual) -> None:
        """A line that begins with the command, and that help shows."""
        for entry in known.entries:
            assert re.search(rf"\bexback {entry.name}\b", entry.example), entry.name
            page = " ".join(say(entry.name, "--help")[1].split())
            assert page.count("Example: ") == 1
            assert f"Example: {entry.example}" in page

    def test_each_says_what_it_is_for(self, known: Manual) -> None:
        """In a sentence, and so do its options."""
        for entry in known.entries:
            assert entry.meaning.endswith("."), entry.name
            assert all(option.meaning.endswith(".") for option in (*known.options, *entry.options)), entry.name


class TestMistakes:
    """A line that asks for something that is not there."""

    @pytest.mark.parametrize(
        ("words", "meant"),
        [
            (["chekin"], "checkin"),
            (["stauts"], "status"),
            (["urg"], "urge"),
            (["status", "--jsno"], "--json"),
            (["crisis", "--cuontry", "DE"], "--country"),
        ],
    )
    def test_the_one_that_was_meant_is_named(self, say: Say, words: list[str], meant: str) -> None:
        """As a next step, behind a sentence, with the code for wrong use."""
        code, out, err = say(*words)
        sentence, hint = err.splitlines()
        assert (code, out) == (2, "")
        assert re.fullmatch(r"exback( \w+)? has no such (command|option)\.", sentence)
        assert hint.startswith(f"  Did you mean {meant}? To see ")
        assert hint.endswith(" --help")

    @pytest.mark.parametrize(
        ("words", "sentence"),
        [
            (["quittenbaum"], "exback has no such command."),
            (["--quittenbaum"], "exback has no such option."),
            (["-q"], "exback has no such option."),
            (["urge", "I", "miss", "quittenbaum"], "There are too many words after exback urge."),
            (["crisis", "--country"], "--country needs a value after it."),
            (["status", "--json=quittenbaum"], "--json takes no value."),
            (["completion", "quittenbaum"], f"exback completion takes one of these: {SHELLS}."),
            (["merge"], "exback merge needs a FILE after it."),
            (["completion"], f"exback completion takes one of these: {SHELLS}."),
            (["--", "quittenbaum"], "exback has no such command."),
        ],
    )
    def test_what_is_wrong_is_said_without_what_was_typed(self, say: Say, words: list[str], sentence: str) -> None:
        """It may be somebody's words, put where no words belong."""
        code, out, err = say(*words)
        assert (code, out, err.splitlines()[0]) == (2, "", sentence)
        assert re.fullmatch(
            r"  (Did you mean .*\? )?To see (its options|all commands): exback( \w+)? --help", err.splitlines()[1]
        )
        assert "quittenbaum" not in err
        assert "miss" not in err

    def test_what_a_command_says_itself_is_said(self) -> None:
        """In its own words, which are ours."""
        said = explained(typer.BadParameter("Two days can't be one."))
        assert (str(said), said.hint) == ("Two days can't be one.", "To see its options: exback --help")

    def test_a_word_that_cannot_be_used_is_not_said_back(self) -> None:
        """Only where it stood."""
        command: Any = typer.main.get_command(app)
        param = command.commands["check"].params[0]
        said = explained(typer.BadParameter("quittenbaum is no folder", param=param))
        assert str(said) == "exback can't use that FOLDER."


class TestNothingOfThePerson:
    """What is said about the command line comes from the program alone."""

    @pytest.mark.parametrize("words", [["--help"], ["step", "--help"], ["completion", "bash"], ["completion", "zsh"]])
    def test_no_file_is_looked_for(self, monkeypatch: pytest.MonkeyPatch, say: Say, words: list[str]) -> None:
        """Neither help nor the script for a shell needs anyone's folder."""

        def looked(*_words: object) -> None:
            raise AssertionError("somebody's folder was looked for")

        monkeypatch.setattr("exback.store.paths.home_folder", looked)
        monkeypatch.setattr("exback.store.atomic.read", looked)
        monkeypatch.setattr("exback.store.home_folder", looked)
        assert say(*words)[0] == 0
