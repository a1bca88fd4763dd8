"""The commands: what they print, what they leave alone, and the code they end with."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
import typer.main
from support.lives import BY_THEMSELVES, LIFE
from support.person import Clock, Person

from exback import __version__, cli
from exback.cli import fast_path, parser
from exback.commands import countries, crisis
from exback.errors import StoreError
from exback.model.items import Item, Question
from exback.model.program import Program
from exback.model.timeline import SAFETY
from exback.store import Store

COMMANDS = sorted(typer.main.get_command(parser.app).commands)  # type: ignore[attr-defined]  # a group has them
ASKING = [[], ["checkin"], ["urge"], ["contact"], ["step", "your-story"]]


class Ended(NamedTuple):
    """What came of a command line."""

    code: int
    out: str
    err: str

    @property
    def is_polite(self) -> bool:
        """Whether an error was said in sentences, and nothing of the program's inside was shown."""
        return bool(self.err.strip()) and "Traceback" not in self.err + self.out and 'File "' not in self.err


Run = Callable[..., Ended]


@pytest.fixture
def exback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, clock: Clock) -> Run:
    """Runs command lines for somebody whose progress lies in `home`, in a window that is no terminal."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("EXBACK_HOME", str(home))
    monkeypatch.setenv("TERM", "xterm-256color")

    def run(*words: str, typed: str = "") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = cli.run(list(words), clock)
        return Ended(code, *capsys.readouterr())

    return run


@pytest.fixture
def begun(person: Person) -> Person:
    """Somebody who told their story."""
    person.answers("your-story", dict(LIFE["your-story"]))
    return person


class TestVersionAndHelp:
    """What somebody tries first."""

    def test_the_version(self, exback: Run) -> None:
        """Name and number."""
        assert exback("--version") == (0, f"exback {__version__}\n", "")

    @pytest.mark.parametrize("flag", ["--help", "-h"])
    def test_help_names_every_command(self, exback: Run, flag: str) -> None:
        """Each with a word on what it is for."""
        ended = exback(flag)
        assert ended.code == 0
        assert all(re.search(rf"^ +{name} +\w", ended.out, re.MULTILINE) for name in COMMANDS)

    @pytest.mark.parametrize("name", COMMANDS)
    def test_each_command_explains_itself(self, exback: Run, name: str) -> None:
        """Asking a command what it does does not do it."""
        ended = exback(name, "--help")
        assert ended.code == 0
        assert name in ended.out

    def test_help_creates_nothing(self, exback: Run, home: Path) -> None:
        """Reading about it leaves no trace."""
        exback("--help")
        exback("--version")
        assert not home.exists()


class TestStatus:
    """`exback status`."""

    def test_somebody_new_sees_how_to_begin(self, exback: Run, home: Path) -> None:
        """It works before anything was done, and creates nothing."""
        ended = exback("status")
        assert (ended.code, ended.err) == (0, "")
        assert "Your story" in ended.out
        assert not home.exists()

    def test_looking_changes_nothing(self, exback: Run, begun: Person) -> None:
        """The file is the same afterwards, to the letter and to the second."""
        path = begun.store.path
        before = (path.read_bytes(), path.stat().st_mtime_ns)
        for words in (["status"], ["status", "--json"], ["step"], ["--plain", "status"]):
            assert exback(*words).code == 0
        assert (path.read_bytes(), path.stat().st_mtime_ns) == before

    def test_json_is_for_programs(self, exback: Run, begun: Person) -> None:
        """One JSON object and nothing else, with the state of each step."""
        ended = exback("status", "--json")
        whole = json.loads(ended.out)
        assert (ended.code, ended.err, whole["format"], whole["version"]) == (0, "", "exback-status", 1)
        assert whole["next"] == "why-space"
        assert whole["file"]["path"] == str(begun.store.path)

    def test_is_drawn_without_colour_where_there_is_no_terminal(self, exback: Run, begun: Person) -> None:
        """A file or a pipe gets letters only."""
        assert "\x1b" not in exback("status").out

    def test_plain_is_sentences(self, exback: Run, begun: Person) -> None:
        """No marks and bars to be read aloud."""
        said = exback("status", "--plain").out
        assert "steps done" in said
        assert not set(said) & set("●◐○×█░│─")

    def test_a_dumb_terminal_gets_sentences_too(
        self, exback: Run, begun: Person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Without being asked."""
        monkeypatch.setenv("TERM", "dumb")
        assert exback("status").out == exback("status", "--plain").out

    @pytest.mark.parametrize("columns", ["1", "20", "40", "80", "300"])
    def test_keeps_to_the_width_of_the_window(
        self, exback: Run, begun: Person, monkeypatch: pytest.MonkeyPatch, columns: str
    ) -> None:
        """From 20 columns on, and never wider than a hundred and twenty."""
        monkeypatch.setenv("COLUMNS", columns)
        lines = exback("status").out.split("\n")
        assert max(map(len, lines)) <= max(20, min(120, int(columns)))


class TestStep:
    """`exback step`."""

    @pytest.mark.parametrize("flags", [[], ["--plain"]])
    def test_alone_is_the_map(self, exback: Run, program: Program, flags: list[str]) -> None:
        """Every step by the id that opens it, but for those that come up by themselves once there's a reason."""
        ended = exback("step", *flags)
        assert ended.code == 0
        assert {step.id for step in program.steps() if step.id not in ended.out} == BY_THEMSELVES

    def test_with_an_id_opens_that_one(self, exback: Run) -> None:
        """Without the first page or a menu."""
        ended = exback("--plain", "step", "urge", typed="leave\n")
        assert ended.code == 0
        assert "How strong is it" in ended.out

    def test_an_unknown_id_is_said(self, exback: Run, home: Path) -> None:
        """With the way to the list; nothing is created."""
        ended = exback("--plain", "step", "yuor-story")
        assert ended.code == 1
        assert "There's no step called “yuor-story”." in ended.err
        assert "exback step" in ended.err
        assert ended.is_polite
        assert not home.exists()

    def test_a_closed_step_says_why(self, exback: Run, home: Path) -> None:
        """It is no fault, and nothing is asked."""
        ended = exback("--plain", "step", "why-space")
        assert (ended.code, ended.out) == (1, "")
        assert "“Your story”" in ended.err
        assert ended.is_polite
        assert not home.exists()

    def test_a_withheld_step_is_refused(self, exback: Run, person: Person) -> None:
        """With the way to people who help, and without the reason."""
        person.answers("your-story", {**LIFE["your-story"], "afraid-of-me": True})
        ended = exback("--plain", "step", "one-invitation")
        assert (ended.code, ended.out) == (1, "")
        assert "exback crisis" in ended.err
        assert "afraid" not in ended.err


def test_who_hides_the_day_s_page_leaves_no_word_of_it(exback: Run, begun: Person) -> None:
    """The last words of a check-in were on the page that's gone, and someone has come in who would read them."""
    begun.clock.forward(days=1)
    ended = exback("--plain", typed="1\n6\n5\n4\n\n\nhide\n")
    said = "Mood 6, longing 5, sleep 4."
    assert ended.out.count(said) == 1
    assert said in ended.out.rpartition("What now?")[0]


class TestAsking:
    """Commands that ask questions."""

    @pytest.mark.fault(44)
    @pytest.mark.parametrize("words", ASKING)
    @pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
    def test_without_a_terminal_they_say_so(
        self, exback: Run, home: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], term: str
    ) -> None:
        """One polite sentence with the way on, the code for wrong use, and no trace."""
        monkeypatch.setenv("TERM", term)
        ended = exback(*words)
        assert (ended.code, ended.out) == (2, "")
        assert "no terminal" in ended.err
        assert "exback --plain" in ended.err
        assert ended.is_polite
        assert not home.exists()

    @pytest.mark.parametrize("words", ASKING)
    def test_without_any_input_they_say_so_too(
        self, exback: Run, clock: Clock, monkeypatch: pytest.MonkeyPatch, words: list[str]
    ) -> None:
        """When even standard input is closed, plain lines included."""
        monkeypatch.setattr(sys, "stdin", None)
        assert cli.run([*words, "--plain"], clock) == 2

    @pytest.mark.parametrize(("name", "step"), [(name, step) for name, (step, _) in fast_path.COMPANION.items()])
    def test_open_their_step(self, exback: Run, program: Program, name: str, step: str) -> None:
        """Each companion command comes to the first question of its step."""
        ended = exback("--plain", name, typed="\n\nleave\n")
        asked = (item for item in program.step(step).items if isinstance(item, Question))
        first = next(item for item in asked if item.when is None or item.id in (*SAFETY, "to", "until"))
        assert ended.code == 0
        assert str(first.text) in ended.out

    def test_there_is_one_for_every_companion_step(self, program: Program) -> None:
        """Nothing that is always open has to be looked up by its id, but for what comes up by itself."""
        assert {step for step, _ in fast_path.COMPANION.values()} == {
            step.id for step in program.companion.steps
        } - BY_THEMSELVES

    def test_plain_lines_can_be_walked_without_a_terminal(self, exback: Run, home: Path) -> None:
        """From the first page into the first step, saved when it is left."""
        ended = exback("--plain", typed="4\n\n\nJ.\nleave\n")
        assert (ended.code, ended.err) == (0, "")
        assert [run.answers for run in Store(home).load().runs] == [{"name": "J."}]

    def test_the_end_of_the_input_leaves(self, exback: Run, home: Path) -> None:
        """A pipe that ends is somebody who leaves, with everything saved."""
        assert exback("--plain", typed="4\n\n\nJ.\n").code == 0
        assert Store(home).load().runs[0].answers == {"name": "J."}

    def test_plain_lines_hold_no_codes(self, exback: Run) -> None:
        """Nothing but text is printed, whatever was typed, also when it is said back."""
        ended = exback("--plain", typed="4\n\n\n\x1b[31mJ.\nback\n")
        assert "You said: J. Enter keeps it." in ended.out
        assert "\x1b" not in ended.out

    def test_bytes_that_are_no_letters_can_be_typed(
        self, exback: Run, clock: Clock, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """At a number as well as in a text, they end neither the step nor what was saved."""
        stdin = io.TextIOWrapper(io.BytesIO(b"\xff\nca\xc3\n7\nleave\n"), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", stdin)
        assert cli.run(["--plain", "checkin"], clock) == 0
        assert "Please type a whole number" in capsys.readouterr().out
        assert Store(home).load().runs[0].answers == {"mood": 7}

    def test_words_are_never_taken_from_the_command_line(self, exback: Run, home: Path) -> None:
        """What somebody feels does not end up in the history of their shell."""
        ended = exback("--plain", "urge", "8")
        assert ended.code == 2
        assert not home.exists()


class TestGlobal:
    """--plain and --home."""

    @pytest.mark.parametrize("words", [["--plain", "status"], ["status", "--plain"]])
    def test_plain_stands_before_or_behind(self, exback: Run, words: list[str]) -> None:
        """Where it stands makes no difference."""
        assert "steps done" in exback(*words).out

    @pytest.mark.parametrize(
        "words",
        [["--home", "{}", "status", "--json"], ["status", "--json", "--home", "{}"], ["status", "--home={}", "--json"]],
    )
    def test_home_stands_before_or_behind(self, exback: Run, tmp_path: Path, words: list[str]) -> None:
        """The folder it names goes before the one in EXBACK_HOME."""
        other = tmp_path / "other"
        ended = exback(*(word.format(other) for word in words))
        assert json.loads(ended.out)["file"]["path"] == str(other / "progress.json")

    def test_exback_home_is_used(self, exback: Run, home: Path) -> None:
        """Without --home it says where the file lies."""
        assert json.loads(exback("status", "--json").out)["file"]["path"] == str(home / "progress.json")

    def test_home_without_a_folder_is_a_mistake(self, exback: Run) -> None:
        """The word of another option or command is not taken for the name of a folder."""
        for words in (["status", "--home"], ["--home"]):
            ended = exback(*words)
            assert ended.code == 2
            assert "--home" in ended.err

    def test_what_is_saved_lands_in_home(self, exback: Run, home: Path, tmp_path: Path) -> None:
        """And nowhere else."""
        other = tmp_path / "other"
        exback("--plain", "checkin", "--home", str(other), typed="8\nleave\n")
        assert Store(other).load().runs[0].answers == {"mood": 8}
        assert not home.exists()


class TestWhy:
    """`exback why`."""

    def test_shows_what_a_step_rests_on(self, exback: Run, program: Program) -> None:
        """The finding, whom it was seen in, its limits and its source."""
        ended = exback("why", "clear-cues")
        finding = program.finding("looking")
        assert finding is not None
        told = " ".join(ended.out.split())
        assert ended.code == 0
        assert all(part in told for part in (finding.result, finding.sample, finding.limits, finding.source))

    def test_shows_the_whole_evidence(self, exback: Run, program: Program) -> None:
        """Without a step, every finding."""
        told = " ".join(exback("why").out.split())
        assert all(finding.result in told for finding in program.evidence())

    def test_says_when_there_is_no_such_step(self, exback: Run) -> None:
        """A sentence and the next step, on stderr."""
        ended = exback("why", "nothing")
        assert ended.code == 1
        assert "There's no step" in ended.err


class TestCrisis:
    """`exback crisis`."""

    @pytest.mark.parametrize("country", ["de", "DE", "De", "Germany", "deutschland"])
    def test_a_country_can_be_named(self, exback: Run, country: str) -> None:
        """In capitals or not."""
        assert exback("crisis", "--country", country) == (0, crisis.page("DE"), "")

    @pytest.mark.parametrize("every", ["all", "ALL"])
    def test_all_of_them(self, exback: Run, every: str) -> None:
        """Every country on one page."""
        assert exback("crisis", "--country", every) == (0, crisis.page(countries.EVERY), "")

    def test_the_country_of_the_locale(self, exback: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without a name the computer says where someone is; where it doesn't, the page says how to name a country."""
        monkeypatch.setenv("TZ", "UTC")
        assert exback("crisis").out == crisis.page(None)
        monkeypatch.setenv("LANG", "en_IE.UTF-8")
        assert exback("crisis").out == crisis.page("IE", is_guess=True)
        monkeypatch.setenv("EXBACK_COUNTRY", "wales")
        assert exback("crisis").out == crisis.page("GB")

    @pytest.mark.parametrize("country", ["xx", "Atlantis", "", "d e"])
    def test_an_unknown_country_is_said_with_a_way_on(self, exback: Run, country: str) -> None:
        """Those that are known are named, and where to look for any other."""
        ended = exback("crisis", "--country", country)
        assert (ended.code, ended.out) == (1, "")
        assert "DE" in ended.err
        assert crisis.ANYWHERE in ended.err
        assert ended.is_polite

    def test_works_whatever_the_file_is_like(self, exback: Run, home: Path) -> None:
        """It stores nothing and reads nothing."""
        home.mkdir()
        (home / "progress.json").write_bytes(b"\x00")
        assert exback("crisis", "--country", "de").code == 0
        assert [path.name for path in home.iterdir()] == ["progress.json"]

    @pytest.mark.fault(53)
    def test_letters_that_a_terminal_lacks_do_no_harm(self, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
        """A number is worth more than an accent."""
        paper = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(paper, encoding="ascii", write_through=True))
        assert cli.run(["crisis", "--country", "fr"], clock) == 0
        assert b"3114" in paper.getvalue()


class TestResetAndRestore:
    """`exback reset` and `exback restore`."""

    def test_there_and_back(self, exback: Run, begun: Person) -> None:
        """Put aside with one answer, brought back with one."""
        before = begun.store.path.read_bytes()
        assert exback("--plain", "reset", typed="2\n").code == 0
        assert not begun.store.path.exists()
        ended = exback("--plain", "restore", typed="1\n")
        assert (ended.code, begun.store.path.read_bytes()) == (0, before)

    def test_an_empty_line_resets_nothing(self, exback: Run, begun: Person) -> None:
        """Enter alone keeps everything."""
        assert exback("--plain", "reset", typed="\n").code == 0
        assert begun.store.path.exists()

    def test_reset_needs_somebody_to_ask(self, exback: Run, begun: Person) -> None:
        """Without a terminal nothing is put aside."""
        assert exback("reset").code == 2
        assert begun.store.path.exists()

    def test_nothing_to_restore_is_said(self, exback: Run) -> None:
        """A sentence, and the code of an error."""
        ended = exback("restore")
        assert ended.code == 1
        assert ended.is_polite


class TestMistakes:
    """Wrong use."""

    @pytest.mark.parametrize(
        "words",
        [
            ["stauts"],
            ["status", "--jsno"],
            ["status", "extra"],
            ["step", "a", "b"],
            ["crisis", "--country"],
            ["--nonsense"],
            ["--", "nonsense"],
        ],
    )
    def test_ends_with_the_code_for_it(self, exback: Run, home: Path, words: list[str]) -> None:
        """What is wrong is said on stderr, and nothing is done."""
        ended = exback(*words)
        assert (ended.code, ended.out) == (2, "")
        assert ended.is_polite
        assert not home.exists()


class TestFaults:
    """When something is wrong with the file, the machine or exback."""

    @pytest.mark.parametrize(
        "content",
        [b"", b"\x00\x00", b'{"format": "exback-pro', b"[]", b'{"format": "exback-progress", "version": 1, "runs": 3}'],
    )
    @pytest.mark.parametrize("words", [["status"], ["status", "--json"], ["step"], ["--plain"], ["--plain", "urge"]])
    def test_a_file_that_cannot_be_read(self, exback: Run, home: Path, content: bytes, words: list[str]) -> None:
        """A sentence, the path and the next step; no traceback; the file is left as it is."""
        home.mkdir()
        path = home / "progress.json"
        path.write_bytes(content)
        ended = exback(*words, typed="\n\n\n")
        assert (ended.code, ended.out.strip()) == (1, "")
        assert str(path) in ended.err
        assert re.search(r"exback (reset|restore)", ended.err)
        assert ended.is_polite
        assert path.read_bytes() == content

    def test_a_file_of_a_newer_exback(self, exback: Run, home: Path) -> None:
        """It is left alone, and the way on is an update."""
        home.mkdir()
        path = home / "progress.json"
        path.write_text('{"format": "exback-progress", "version": 999, "runs": {}}', encoding="utf-8")
        ended = exback("status")
        assert ended.code == 1
        assert "newer" in ended.err
        assert ended.is_polite

    @pytest.mark.parametrize("words", [["status"], ["status", "--json"], ["step"], ["--plain", "urge"]])
    def test_a_fault_of_exback_shows_nothing_of_what_was_written(
        self, exback: Run, monkeypatch: pytest.MonkeyPatch, words: list[str]
    ) -> None:
        """One sentence with the place in the code, and not a word that stood in the error."""

        def fails(_store: Store) -> None:
            secret = "I still love J."
            raise RuntimeError(secret)

        monkeypatch.setattr(Store, "load", fails)
        ended = exback(*words)
        assert (ended.code, ended.out) == (1, "")
        assert "RuntimeError" in ended.err
        assert "love" not in ended.err
        assert ended.is_polite
        assert len(ended.err.strip().split("\n")) <= 2

    def test_an_error_that_is_known_is_said_whole(self, exback: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """Sentence, path and hint, a line each."""

        def fails(_store: Store) -> None:
            raise StoreError("It is so.", path="/some/where", hint="Do this.")

        monkeypatch.setattr(Store, "load", fails)
        assert [line.strip() for line in exback("status").err.strip().split("\n")] == [
            "It is so.",
            "/some/where",
            "Do this.",
        ]

    def test_an_interrupt_is_quiet(self, exback: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        """Ctrl-C while something is worked out ends with its code and without a word."""

        def interrupted(_store: Store) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(Store, "load", interrupted)
        assert exback("status") == (130, "", "")

    def test_an_interrupt_at_a_question_keeps_what_was_said(
        self, exback: Run, clock: Clock, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The shell is told, and everything up to there is saved."""

        class Typing(io.StringIO):
            lines = iter(["8\n"])

            def readline(self, *_size: object) -> str:  # type: ignore[override]  # wider than it must be
                for line in self.lines:
                    return line
                raise KeyboardInterrupt

        monkeypatch.setattr(sys, "stdin", Typing())
        assert cli.run(["--plain", "checkin"], clock) == 130
        assert Store(home).load().runs[0].answers == {"mood": 8}

    @pytest.mark.parametrize(("words", "times"), [(["status"], 0), (["--plain", "step", "nonsense"], 1)])
    def test_the_screen_is_cleared_before_an_error_only(
        self, exback: Run, clock: Clock, words: list[str], times: int
    ) -> None:
        """What was put on the screen beforehand is taken away when there is something to say instead."""
        calls: list[bool] = []
        cli.run(words, clock, before_error=lambda: calls.append(True))
        assert len(calls) == times


class TestPromises:
    """What the program says about itself."""

    def test_every_command_that_a_step_names_exists(self, program: Program) -> None:
        """Nobody is told to type something that does not work."""
        folder = Path(sys.modules[type(program).__module__].__file__ or "").parents[3] / "steps"
        sources = [path.read_text(encoding="utf-8") for path in folder.rglob("*.py")]
        named = {found for text in sources for found in re.findall(r"exback step ([a-z]+(?:-[a-z]+)*)", text)}
        assert named
        assert named <= {step.id for step in program.steps()} | {"shows"}
        planned = {
            "look",
            "letter",
            "reply",
            "dates",
            "pause",
            "journal",
            "insights",
            "why",
            "export",
            "merge",
            "check",
        }
        words = {found for text in sources for found in re.findall(r"exback ([a-z]+)\b", text)}
        assert not (words & planned) - set(COMMANDS)

    def test_every_item_has_an_id_that_can_be_typed(self, program: Program) -> None:
        """Ids of steps are what people type, so they are small letters and hyphens."""
        items: list[Item] = [item for step in program.steps() for item in step.items]
        assert items
        assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one) for one in (step.id for step in program.steps()))
