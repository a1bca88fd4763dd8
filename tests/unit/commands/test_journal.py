"""`exback journal` and `exback demo` as commands: what they print, what they refuse, and what they leave alone."""

from __future__ import annotations

import io
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from support import demo
from support.lives import LIFE
from support.person import Clock, Person
from support.sealed import PASSPHRASE, handed_over, locked, opened

from exback import cli
from exback.engine.journal import WITHHELD
from exback.model.boundaries import BOUNDARIES
from exback.model.run import Run


class Ended(NamedTuple):
    """What came of a command line."""

    code: int
    out: str
    err: str


Exback = Callable[..., Ended]


@pytest.fixture
def exback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, clock: Clock) -> Exback:
    """Runs command lines for someone whose progress is in `home`, in a window that is no terminal."""
    monkeypatch.setenv("EXBACK_HOME", str(home))
    monkeypatch.setenv("TERM", "xterm-256color")

    def run(*words: str, typed: str = "") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = cli.run(list(words), clock)
        return Ended(code, *capsys.readouterr())

    return run


@pytest.fixture
def writer(person: Person) -> Person:
    """Somebody who told their story and wrote a letter a week later."""
    for step in ("your-story", "the-whole-story"):
        person.answers(step, dict(LIFE[step]))
    person.clock.forward(days=7)
    person.answers("letter", {"to": "them", "letter": "Dear J., the café is closed.", "fate": "keep"})
    return person


class TestJournal:
    """Everything that was written, as lines."""

    def test_the_newest_first(self, exback: Exback, writer: Person) -> None:
        """Into a pipe it goes as plain lines: whoever asks for that wants it."""
        ended = exback("journal")
        assert ended.code == 0
        assert ended.out.startswith(
            "Monday 9 March, A letter you don't send:\nWrite your letter.\n“Dear J., the café is closed.”\n"
        )
        assert "Monday 2 March, Your story:\nWhat should exback call them?\n“J.”" in ended.out
        assert not ended.err

    def test_words_to_look_for(self, exback: Exback, writer: Person) -> None:
        """In any case, without accents, all of them."""
        assert exback("journal", "CAFE", "dear").out.count("“") == 1
        assert "to sleep again" in exback("journal", "sleep").out

    def test_the_plain_form_says_the_same(self, exback: Exback, writer: Person) -> None:
        """For a screen reader."""
        assert exback("--plain", "journal").out == exback("journal").out

    def test_filters(self, exback: Exback, writer: Person) -> None:
        """From a day on, of a step, of a kind, and by step."""
        assert "Your story" not in exback("journal", "--since", "2026-03-09").out
        assert "Your story" not in exback("journal", "--since", "three days ago").out
        assert "Your story" not in exback("journal", "--since", "last 3 days").out
        assert "Your story" in exback("journal", "--since", "the last 2 weeks").out
        assert "letter" not in exback("journal", "--step", "your-story").out
        assert exback("journal", "--kind", "letter").out.count("“") == 1
        assert exback("journal", "--by", "step").out.startswith("Monday 2 March, Your story")

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (["--since", "a day like no other"], "doesn't understand that day"),
            (["--since", "99999999999"], "doesn't understand that day"),
            (["--kind", "poem"], "answer, letter, note"),
            (["--by", "colour"], "--by day or --by step"),
            (["--step", "nowhere"], "no step"),
        ],
    )
    def test_what_it_does_not_understand(self, exback: Exback, writer: Person, words: list[str], says: str) -> None:
        """One sentence, a way on, an exit code that is not 0, and nothing printed."""
        ended = exback("journal", *words)
        assert (ended.code, ended.out) == (1, "")
        assert says in ended.err
        assert "Traceback" not in ended.err

    def test_nothing_written_yet(self, exback: Exback, home: Path) -> None:
        """It says so, and makes no file."""
        ended = exback("journal")
        assert (ended.code, ended.err) == (0, "")
        assert "nothing here yet" in ended.out
        assert not home.exists()

    def test_nothing_found(self, exback: Exback, writer: Person) -> None:
        """The words are not said back."""
        ended = exback("journal", "zebra")
        assert ended.code == 0
        assert "Nothing you wrote matches" in ended.out
        assert "zebra" not in ended.out

    @pytest.mark.parametrize("words", [[], ["come"], ["zebra"]])
    def test_what_a_boundary_keeps_closed(self, exback: Exback, writer: Person, words: list[str]) -> None:
        """One sentence says that it is kept, the same whatever was looked for."""
        now = writer.clock()
        writer.store.put(
            Run(id="i", step="one-invitation", started=now, answers={"draft": "Come back."}, start_number=90)
        )
        assert "Come back." in exback("journal").out
        writer.store.put(Run(id="q", step="your-story", started=now, answers={BOUNDARIES[0].id: True}, start_number=91))
        ended = exback("journal", *words)
        assert "Come back." not in ended.out
        assert ended.out.endswith(f"{WITHHELD}\n")

    def test_open_in_plain_lines(self, exback: Exback, writer: Person) -> None:
        """Everything that can be done with keys can be done with numbers: here, deleting an entry."""
        ended = exback("--plain", "journal", "--open", "café", typed="1\n3\n2\n")
        assert ended.code == 0
        assert "What now?" in ended.out
        assert "This deletes the text for good from your file" in ended.out
        assert "Really delete it?" in ended.out
        assert ended.out.endswith("It's deleted.\n")
        assert "café" not in writer.store.path.read_text(encoding="utf-8")

    def test_who_hides_the_screen_hears_of_nothing(self, exback: Exback, writer: Person) -> None:
        """What was deleted was said on the page that's gone: someone has come in."""
        writer.answers("letter", {"to": "them", "letter": "Dear J., the café is open.", "fate": "keep"})
        ended = exback("--plain", "journal", "--open", "café", typed="1\n3\n2\nhide\n")
        assert ended.out.count("It's deleted.") == 1
        assert "It's deleted." not in ended.out.splitlines()[-1]

    def test_open_without_a_terminal(self, exback: Exback, writer: Person) -> None:
        """Somebody must be there to be asked."""
        assert exback("journal", "--open").code == 2

    def test_help_says_what_the_shell_keeps(self, exback: Exback) -> None:
        """Words to look for stand in the shell's history."""
        told = " ".join(exback("journal", "--help").out.split())
        assert "Your shell may keep them in its history" in told

    def test_control_characters_do_nothing(self, exback: Exback, writer: Person) -> None:
        """Whatever stands in the file."""
        writer.store.put(
            Run(
                id="n",
                step="letter",
                started=writer.clock(),
                answers={"letter": "\x1b]0;title\x07 \u202eno"},
                start_number=90,
            )
        )
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", exback("journal").out)


class TestBadDays:
    """Files that are locked, empty or spoilt."""

    def test_a_locked_file_asks_once(self, exback: Exback, writer: Person) -> None:
        """Also to open an entry, to change it and to delete it; the file stays locked."""
        locked(writer.store)
        handed = ("--passphrase-fd", handed_over(PASSPHRASE))
        ended = exback("--plain", *handed, "journal", "--open", "café", typed="1\n3\n2\n")
        assert ended.code == 0
        assert "café" in ended.out
        assert opened(writer.store.home).is_locked
        again = exback("journal", "--passphrase-fd", handed_over(PASSPHRASE))
        assert "café" not in again.out
        assert "to sleep again" in again.out

    def test_a_locked_file_without_a_passphrase_shows_nothing(self, exback: Exback, writer: Person) -> None:
        """It says how to give one."""
        locked(writer.store)
        ended = exback("journal")
        assert ended.code != 0
        assert "café" not in ended.out + ended.err

    @pytest.mark.parametrize("spoilt", [b"", b"{", b'{"format": "exback-progress", "version": 1, "runs": [{"id"'])
    def test_a_spoilt_file(self, exback: Exback, home: Path, spoilt: bytes) -> None:
        """One sentence and the path, no trace, nothing printed."""
        home.mkdir(mode=0o700)
        (home / "progress.json").write_bytes(spoilt)
        ended = exback("journal")
        assert (ended.code, ended.out) == (1, "")
        assert "progress.json" in ended.err
        assert "Traceback" not in ended.err

    def test_an_entry_a_month_with_long_gaps(self, exback: Exback, writer: Person) -> None:
        """Years are named where they are not this one."""
        for years in (1, 3, 9):
            writer.clock.forward(days=365 * years)
            writer.answers("letter", {"to": "them", "letter": f"After {years} years.", "fate": "keep"})
        out = exback("journal").out
        assert out.index("After 9 years.") < out.index("After 3 years.") < out.index("Monday 9 March 2026")

    def test_a_clock_that_was_set_back(self, exback: Exback, writer: Person) -> None:
        """The order is that in which things were written down."""
        writer.clock.forward(days=-400)
        writer.answers("letter", {"to": "them", "letter": "The latest of all.", "fate": "keep"})
        assert exback("journal").out.index("The latest of all.") < exback("journal").out.index("café")


class TestDemo:
    """The made-up person."""

    @pytest.fixture(autouse=True)
    def _lived_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Play the life once a moment, whoever asks."""
        monkeypatch.setattr("exback.commands.demo.live", lambda _program, _life, now: demo.runs(now))

    def test_every_start_says_that_it_is_one(self, exback: Exback) -> None:
        """On the way out for errors, so that what a command prints stays as it is."""
        ended = exback("demo", "status")
        assert ended.code == 0
        assert "made-up person" in ended.err
        assert "Day " in ended.out

    def test_nothing_of_one_s_own_is_touched(self, exback: Exback, writer: Person) -> None:
        """Neither read nor written."""
        before = {path: path.read_bytes() for path in writer.store.home.rglob("*") if path.is_file()}
        ended = exback("--plain", "demo", "journal")
        assert "café" not in ended.out
        assert "Jonas" in ended.out
        exback("--plain", "demo", "checkin", typed="5\n5\n5\n0\nskip\n")
        assert {path: path.read_bytes() for path in writer.store.home.rglob("*") if path.is_file()} == before

    def test_nothing_is_left_of_it(self, exback: Exback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The folder is gone when the command is over, also after an error and after someone left."""
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "passing"))
        (tmp_path / "passing").mkdir()
        for words, typed in ((["status"], ""), (["step", "nowhere"], ""), ([], "\nleave\n"), (["checkin"], "leave\n")):
            exback("--plain", "demo", *words, typed=typed)
            assert list((tmp_path / "passing").iterdir()) == []

    def test_without_a_command_the_page_of_the_day(self, exback: Exback) -> None:
        """After a page that says what this is."""
        ended = exback("--plain", "demo", typed="\nleave\n")
        assert ended.code == 0
        assert ended.out.index("This is a demo.") < ended.out.index("What now?")
        assert "don't write anything real" in ended.out

    def test_leaving_its_first_page(self, exback: Exback) -> None:
        """Nothing more is shown."""
        assert "What now?" not in exback("--plain", "demo", typed="leave\n").out

    def test_flags_of_the_command_are_its_own(self, exback: Exback) -> None:
        """What stands after the name of a command belongs to it."""
        assert exback("demo", "status", "--json").out.startswith("{")
        assert "Usage: exback status" in exback("demo", "status", "--help").out
        assert exback("demo", "no-such-command").code == 2

    def test_a_home_that_was_named_is_left_alone(self, exback: Exback, tmp_path: Path) -> None:
        """The demo never writes anywhere else than into its own."""
        exback("--home", str(tmp_path / "mine"), "demo", "status")
        assert not (tmp_path / "mine").exists()
