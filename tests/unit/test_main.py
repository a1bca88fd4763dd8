"""The way in: what is on the screen before anything is loaded, and the code the shell gets."""

from __future__ import annotations

import gc
import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

import exback
from exback import __main__ as way_in
from exback import cli
from exback.commands import crisis
from exback.signals import ExitHandler


class Tty(io.StringIO):
    """A terminal to write to."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    """Give back what the way in takes for itself: Ctrl-C, and when to look for garbage."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    threshold = gc.get_threshold()
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
    gc.set_threshold(*threshold)


def start(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """Start exback with some words and give its exit code."""
    monkeypatch.setattr(sys, "argv", ["exback", *words])
    return way_in.run(list(words))


def terminal(monkeypatch: pytest.MonkeyPatch) -> Tty:
    """A terminal that can do what terminals can, from now on."""
    screen = Tty()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("TERM", "xterm-256color")
    return screen


def never(*_words: object, **_options: object) -> int:
    """A command line that must not be reached."""
    raise AssertionError("the command line was not needed")


class Commands:
    """Stands in for the command line: notes what it was given, and does one thing."""

    def __init__(self, does: Callable[[Callable[[], None] | None], int]) -> None:
        self.does = does
        self.words: list[str] | None = None

    def __call__(self, words: Sequence[str], before_error: Callable[[], None] | None = None) -> int:
        """Do it."""
        self.words = list(words)
        return self.does(before_error)


class TestAtOnce:
    """What needs nothing loaded."""

    def test_the_version(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """Name and number, and no command line for it."""
        monkeypatch.setattr(cli, "run", never)
        assert start(monkeypatch, "--version") == 0
        assert capsys.readouterr().out == f"exback {exback.__version__}\n"

    def test_the_numbers_to_call(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        """The page for the country that was set, with no command line for it."""
        monkeypatch.setattr(cli, "run", never)
        monkeypatch.setenv("EXBACK_COUNTRY", "Austria")
        assert start(monkeypatch, "crisis") == 0
        assert capsys.readouterr().out == crisis.page("AT")

    def test_python_dash_m_is_the_same_way_in(self) -> None:
        """Without the script on the path it can be started all the same."""
        ended = subprocess.run(
            [sys.executable, "-m", "exback", "--version"], capture_output=True, text=True, check=True
        )
        assert ended.stdout == f"exback {exback.__version__}\n"


class TestCommandLine:
    """Everything else."""

    @pytest.mark.parametrize("code", [0, 1, 2, 130])
    def test_gives_its_code_to_the_shell(self, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
        """What a command ends with is what the shell gets."""
        monkeypatch.setattr(cli, "run", Commands(lambda _: code))
        assert start(monkeypatch, "status") == code

    @pytest.mark.parametrize("words", [[], ["status", "--json"], ["crisis", "--country", "de"], ["--version", "x"]])
    def test_is_given_the_words_as_they_are(self, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
        """Nothing is taken away or added."""
        commands = Commands(lambda _: 0)
        monkeypatch.setattr(cli, "run", commands)
        start(monkeypatch, *words)
        assert commands.words == words

    @pytest.mark.parametrize(("words", "last_words"), [(["status"], b""), (["urge"], b"\x1b[?1049l")])
    def test_an_interrupt_ends_on_the_spot_while_loading(
        self, monkeypatch: pytest.MonkeyPatch, words: list[str], last_words: bytes
    ) -> None:
        """With the terminal as it was, from before the command line is reached until after the last word."""
        terminal(monkeypatch)
        seen: list[object] = []

        def looks(_before: object) -> int:
            seen.append(signal.getsignal(signal.SIGINT))
            signal.signal(signal.SIGINT, signal.default_int_handler)  # as if something had been asked
            return 0

        monkeypatch.setattr(cli, "run", Commands(looks))
        start(monkeypatch, *words)
        assert isinstance(seen[0], ExitHandler)
        assert seen[0].last_words == last_words
        assert isinstance(signal.getsignal(signal.SIGINT), ExitHandler)

    def test_an_interrupt_while_loading_is_quiet(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Ctrl-C before anything is asked ends with its code and without a word."""

        def interrupted(_before: object) -> int:
            raise KeyboardInterrupt

        monkeypatch.setattr(cli, "run", Commands(interrupted))
        assert start(monkeypatch, "status") == 130
        assert capsys.readouterr() == ("", "")


class TestUrge:
    """The moment of wanting to write."""

    def test_the_first_line_stands_before_anything_is_loaded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """When the command line is reached, the line is there, and on a screen that leaves no trace."""
        screen = terminal(monkeypatch)
        seen: list[str] = []

        def looks(_before: object) -> int:
            seen.append(screen.getvalue())
            return 0

        monkeypatch.setattr(cli, "run", Commands(looks))
        start(monkeypatch, "urge")
        assert "Give it ten minutes first" in seen[0]
        assert seen[0].startswith("\x1b[?1049h")

    def test_the_screen_is_given_back_before_an_error_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """An error would vanish with the second screen, so that is left first."""
        screen = terminal(monkeypatch)

        def fails(before_error: Callable[[], None] | None) -> int:
            assert before_error is not None
            before_error()
            return 1

        monkeypatch.setattr(cli, "run", Commands(fails))
        assert start(monkeypatch, "urge") == 1
        assert screen.getvalue().endswith("\x1b[?1049l")

    def test_an_interrupt_gives_the_screen_back(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whoever leaves at once finds their terminal as it was."""
        screen = terminal(monkeypatch)

        def interrupted(_before: object) -> int:
            raise KeyboardInterrupt

        monkeypatch.setattr(cli, "run", Commands(interrupted))
        assert start(monkeypatch, "urge") == 130
        assert screen.getvalue().endswith("\x1b[?1049l")

    @pytest.mark.parametrize("words", [["urge", "--help"], ["status"], ["checkin"], []])
    def test_other_commands_begin_without_it(self, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
        """Nothing is put on the screen that does not belong there."""
        screen = terminal(monkeypatch)
        monkeypatch.setattr(cli, "run", Commands(lambda _: 0))
        start(monkeypatch, *words)
        assert screen.getvalue() == ""

    @pytest.mark.parametrize("term", ["dumb", None])
    def test_a_plain_terminal_is_sent_no_codes(self, monkeypatch: pytest.MonkeyPatch, term: str | None) -> None:
        """A terminal that knows no second screen is spared the attempt."""
        screen = terminal(monkeypatch)
        if term is None:
            monkeypatch.delenv("TERM")
        else:
            monkeypatch.setenv("TERM", term)
        monkeypatch.setattr(cli, "run", Commands(lambda _: 0))
        start(monkeypatch, "urge")
        assert "\x1b" not in screen.getvalue()

    @pytest.mark.parametrize(("value", "gets_it"), [("1", False), ("yes", False), ("0", True), ("", True)])
    def test_who_wants_plain_lines_is_sent_no_codes(
        self, monkeypatch: pytest.MonkeyPatch, value: str, gets_it: bool
    ) -> None:
        """Nothing flashes by on a second screen before the first line is read out."""
        screen = terminal(monkeypatch)
        monkeypatch.setenv("EXBACK_PLAIN", value)
        monkeypatch.setattr(cli, "run", Commands(lambda _: 0))
        start(monkeypatch, "urge")
        assert ("\x1b" in screen.getvalue()) is gets_it

    @pytest.mark.parametrize("stream", [io.StringIO(), None])
    def test_what_is_no_terminal_is_sent_no_codes(self, monkeypatch: pytest.MonkeyPatch, stream: Any) -> None:
        """A pipe, or no output at all, gets nothing before the command itself speaks."""
        monkeypatch.setattr(sys, "stdout", stream)
        monkeypatch.setattr(cli, "run", Commands(lambda _: 7))
        assert start(monkeypatch, "urge") == 7
        assert stream is None or stream.getvalue() == ""


def test_loading_it_starts_nothing() -> None:
    """Importing the module does not run the program."""
    ended = subprocess.run(
        [sys.executable, "-c", "import exback.__main__"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TERM": "xterm"},
    )
    assert (ended.stdout, ended.stderr) == ("", "")
