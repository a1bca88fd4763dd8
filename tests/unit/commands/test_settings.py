"""What a person has set: names and values, how they are remembered, and how plain lines come about."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.person import Clock

from exback import cli
from exback.commands.environment import Environment
from exback.commands.settings import changed, sentences
from exback.errors import ExbackError, NoTerminal
from exback.model.settings import Settings, settings_of
from exback.screen.plain import Plain
from exback.screen.terminal.front import Terminal
from exback.store import Store

NOW = Clock().now
Cli = Callable[..., tuple[int, str, str]]


class Tty(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.fixture
def exback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, clock: Clock) -> Cli:
    """Runs command lines with progress in `home`, in a window that is no terminal."""
    monkeypatch.setenv("EXBACK_HOME", str(home))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("EXBACK_PLAIN", raising=False)

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        return (cli.run(list(words), clock), *capsys.readouterr())

    return run


class TestValues:
    """Settings as values."""

    def test_nothing_is_set_at_first(self) -> None:
        """An empty file has no wish of its own."""
        assert settings_of({}) == Settings(plain=False)

    @pytest.mark.parametrize("value", [True, False])
    def test_what_is_kept_is_read(self, value: bool) -> None:
        """By its name; what this version does not know is passed over."""
        assert settings_of({"plain": value, "colour": "blue"}) == Settings(plain=value)

    @pytest.mark.parametrize("value", ["yes", 1, None, [True], {}])
    def test_a_value_of_another_kind_is_as_if_never_set(self, value: object) -> None:
        """A hand-edited wish must not make somebody's words unreadable."""
        assert settings_of({"plain": value}) == Settings()

    @pytest.mark.parametrize(("word", "value"), [("on", True), ("off", False), ("ON", True)])
    def test_is_set_by_name(self, word: str, value: bool) -> None:
        """On or off, in whatever case."""
        assert changed(Settings(plain=not value), "plain", word, NOW) == Settings(plain=value)

    def test_an_unknown_name_or_value_is_refused_with_what_would_do(self) -> None:
        """One sentence, and the way on."""
        with pytest.raises(ExbackError, match="no such setting") as named:
            changed(Settings(), "plian", "on", NOW)
        with pytest.raises(ExbackError, match="can be on or off") as valued:
            changed(Settings(), "plain", "maybe", NOW)
        assert "exback settings" in named.value.hint
        assert "exback settings plain on" in valued.value.hint

    def test_are_told_as_sentences(self) -> None:
        """Name, value and what it is for."""
        assert next(sentences(Settings(plain=True), NOW.date())).startswith("plain is on: ")
        assert next(sentences(Settings(), NOW.date(), "plain")).startswith("plain is off: ")
        assert len(list(sentences(Settings(), NOW.date(), "plain"))) == 1


class TestRemembering:
    """Settings in the progress file."""

    def test_what_is_not_known_stays(self, home: Path) -> None:
        """A setting of a newer version is written back as it was found."""
        home.mkdir()
        kept = {"format": "exback-progress", "version": 1, "settings": {"colour": "blue", "plain": "odd"}, "runs": []}
        (home / "progress.json").write_text(json.dumps(kept), encoding="utf-8")
        Store(home).set(Settings(plain=True))
        saved = json.loads((home / "progress.json").read_text(encoding="utf-8"))
        assert saved["settings"] == {"colour": "blue", "plain": True}

    def test_every_save_counts(self, home: Path) -> None:
        """The revision grows, and the runs stay."""
        store = Store(home)
        store.set(Settings(plain=True))
        before = store.load()
        store.set(Settings(plain=False))
        assert (store.load().revision, before.revision) == (2, 1)
        assert Store(home).load().settings == {"plain": False}


class TestCommand:
    """exback settings."""

    def test_lists_what_there_is(self, exback: Cli, home: Path) -> None:
        """With values, how to change one, and nothing written."""
        code, out, err = exback("settings")
        assert (code, err) == (0, "")
        assert out.startswith("plain is off: ")
        assert "exback settings plain on" in out
        assert not home.exists()

    def test_sets_one_and_says_so(self, exback: Cli, home: Path) -> None:
        """And it is there the next time."""
        code, out, _ = exback("settings", "plain", "on")
        assert (code, out.startswith("plain is on: ")) == (0, True)
        assert exback("settings", "plain")[1] == out
        assert Store(home).load().settings == {"plain": True}

    @pytest.mark.parametrize("words", [("plian",), ("plian", "on"), ("plain", "maybe")])
    def test_refuses_what_is_not_there(self, exback: Cli, home: Path, words: tuple[str, ...]) -> None:
        """With exit code 1, and nothing written."""
        code, out, err = exback("settings", *words)
        assert (code, out) == (1, "")
        assert "exback settings" in err
        assert not home.exists()

    def test_a_reset_keeps_how_somebody_needs_to_be_talked_to(
        self, exback: Cli, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A person who cannot see the pages starts over in plain lines."""
        exback("settings", "plain", "on")
        monkeypatch.setattr(sys, "stdin", io.StringIO("2\n"))
        assert cli.run(["reset"]) == 0
        assert (home / "aside" / "progress-0001.json").exists()
        assert Store(home).load().settings == {"plain": True}
        assert Store(home).load().runs == []


class TestChoosing:
    """Whether exback talks in plain lines: the command line, EXBACK_PLAIN, what is remembered, the terminal."""

    @pytest.fixture
    def desk(self, monkeypatch: pytest.MonkeyPatch, home: Path, clock: Clock) -> Environment:
        """Somebody at a terminal that can draw, who said nothing."""
        monkeypatch.setenv("EXBACK_HOME", str(home))
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.delenv("EXBACK_PLAIN", raising=False)
        return Environment(clock)

    def test_a_terminal_that_can_draw_is_drawn_on(self, desk: Environment) -> None:
        """Without any wish."""
        assert desk.is_plain is False

    @pytest.mark.parametrize("term", ["dumb", "unknown", "network", "", None])
    @pytest.mark.fault(42)
    def test_one_that_cannot_is_talked_to(
        self, desk: Environment, monkeypatch: pytest.MonkeyPatch, term: str | None
    ) -> None:
        """Also where nobody says what terminal it is."""
        monkeypatch.delenv("TERM") if term is None else monkeypatch.setenv("TERM", term)
        assert desk.is_plain is True

    @pytest.mark.parametrize("line", [True, False, None])
    @pytest.mark.parametrize("named", ["1", "0", None])
    @pytest.mark.parametrize("remembered", [True, False])
    @pytest.mark.parametrize("term", ["dumb", "xterm"])
    def test_the_nearest_word_counts(
        self,
        desk: Environment,
        monkeypatch: pytest.MonkeyPatch,
        line: bool | None,
        named: str | None,
        remembered: bool,
        term: str,
    ) -> None:
        """The command line first, then the environment, then what is remembered, then the terminal."""
        desk.plain = line
        monkeypatch.setenv("TERM", term)
        if named is not None:
            monkeypatch.setenv("EXBACK_PLAIN", named)
        if remembered:
            desk.store.set(Settings(plain=True))
        words = [line, {"1": True, "0": False, None: None}[named], remembered or None, term == "dumb"]
        assert desk.is_plain is next(word for word in words if word is not None)

    @pytest.mark.parametrize(
        ("value", "is_plain"),
        [("1", True), ("yes", True), ("on", True), ("0", False), ("no", False), ("OFF", False), ("false", False)],
    )
    def test_the_environment_is_taken_as_meant(
        self, desk: Environment, monkeypatch: pytest.MonkeyPatch, value: str, is_plain: bool
    ) -> None:
        """In the words that people use for such a thing."""
        monkeypatch.setenv("EXBACK_PLAIN", value)
        assert desk.is_plain is is_plain

    def test_an_empty_word_says_nothing(self, desk: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
        """EXBACK_PLAIN= is as if it were not there."""
        monkeypatch.setenv("EXBACK_PLAIN", "")
        monkeypatch.setenv("TERM", "dumb")
        assert desk.is_plain is True

    def test_a_file_that_cannot_be_read_sets_nothing(self, desk: Environment, home: Path) -> None:
        """How to talk is decided all the same; the command itself says what is wrong with the file."""
        home.mkdir()
        (home / "progress.json").write_text("{", encoding="utf-8")
        assert desk.is_plain is False

    @pytest.mark.parametrize("how", ["line", "environment", "remembered"])
    def test_who_asked_for_plain_lines_gets_them_on_a_pipe_too(
        self, desk: Environment, monkeypatch: pytest.MonkeyPatch, how: str
    ) -> None:
        """A wish says that somebody is there, whatever the streams are."""
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        if how == "remembered":
            desk.store.set(Settings(plain=True))
        elif how == "environment":
            monkeypatch.setenv("EXBACK_PLAIN", "1")
        else:
            desk.plain = True
        assert isinstance(desk.screen(), Plain)

    @pytest.mark.parametrize("stream", ["stdin", "stdout"])
    @pytest.mark.fault(43)
    def test_a_stream_that_is_closed_is_no_terminal(
        self, desk: Environment, monkeypatch: pytest.MonkeyPatch, stream: str
    ) -> None:
        """Nobody can be asked where nothing can be heard, or nothing said."""
        desk.plain = True
        monkeypatch.setattr(sys, stream, None)
        with pytest.raises(NoTerminal):
            desk.screen()

    @pytest.mark.parametrize("term", ["dumb", "xterm"])
    def test_who_did_not_is_told_that_there_is_no_terminal(
        self, desk: Environment, monkeypatch: pytest.MonkeyPatch, term: str
    ) -> None:
        """A script that calls exback by mistake is not answered with questions."""
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        monkeypatch.setenv("TERM", term)
        with pytest.raises(NoTerminal):
            desk.screen()

    @pytest.mark.parametrize(("line", "front_end"), [(True, Plain), (None, Terminal)])
    def test_on_a_terminal_the_front_end_follows(
        self, desk: Environment, monkeypatch: pytest.MonkeyPatch, line: bool | None, front_end: type
    ) -> None:
        """Plain lines or pages."""
        monkeypatch.setattr(sys, "stdin", Tty())
        monkeypatch.setattr(sys, "stdout", Tty())
        monkeypatch.setattr("exback.screen.terminal.front.open_input", lambda: None)
        monkeypatch.setattr("exback.screen.terminal.front.create_output", Output)
        desk.plain = line
        assert isinstance(desk.screen(), front_end)

    def test_what_was_put_on_the_second_screen_gives_way_to_plain_lines(
        self, clock: Clock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It is taken away before the first of them, and not twice."""
        taken: list[str] = []
        desk = Environment(clock, lambda: taken.append("away"))
        desk.plain = True
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        desk.screen()
        desk.screen()
        assert taken == ["away"]


class Output:
    """Enough of an output for a front end that is never entered."""

    enter_alternate_screen = quit_alternate_screen = write = None
