"""Names with control characters or reversed letters are shown with those characters visible, wherever a name comes from."""

from __future__ import annotations

import json
import os
import re
import subprocess
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.table import Table
from support.trouble import EXBACK, Ended, assert_no_traceback, environment, small_progress

from exback.model.prose import encodable, one_line, visible
from exback.model.run import Run
from exback.screen.rendering import Text, render
from exback.store.progress import Progress, encode

pytestmark = pytest.mark.fault(77)

FORGED = "Your file is locked"
HOSTILE = {
    "escape": "\x1b[2J\x1b]0;gone\x07",
    "csi": "\x9b2J",
    "osc": "\x9d0;gone\x9c",
    "delete": "a\x7fb",
    "newline": f"a\n{FORGED}.",
    "return": f"a\r{FORGED}.",
    "override": "\u202egnp.exe\u202c",
    "isolate": "\u2066a\u2069\u2067b\u2068",
    "mark": "\u200ea\u200fb\u061c",
    "separator": f"a\u2028{FORGED}.\u2029",
    "no letter": os.fsdecode(b"a\xff\x9b2J"),
    "tag": "\U000e0041",
}
NAME = "-".join(HOSTILE.values())
"""All of it in one name. It's short enough to be that of a folder."""
LETTERS = "-".join(name for key, name in HOSTILE.items() if key != "no letter")
"""The same without the bytes that are no text."""
HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def run(home: Path, *words: str, typed: str = "", **more: str) -> Ended:
    """Run exback, and return its output without a byte changed."""
    done = subprocess.run(
        [*EXBACK, *words],
        input=typed.encode(),
        capture_output=True,
        env={**environment(home), **more},
        check=False,
        timeout=60,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def assert_shown(said: str) -> None:
    """Check that nothing in it is hidden or controls the terminal, and no name started a line."""
    assert_no_traceback(said)
    assert [char for char in said if char not in "\n\t" and unicodedata.category(char) in HIDDEN] == []
    assert not [line for line in said.splitlines() if line.startswith(FORGED)]


def kept(home: Path, *runs: Run) -> Path:
    """Put a file into a folder, and return its path."""
    home.mkdir(mode=0o700, parents=True)
    path = home / "progress.json"
    path.write_bytes(encode(Progress(revision=3, runs=[*small_progress().runs, *runs])))
    path.chmod(0o600)
    return path


@pytest.mark.parametrize(
    "words",
    [
        ("step", "{}"),
        ("why", "{}"),
        ("insights", "{}"),
        ("crisis", "--country", "{}"),
        ("journal", "--step", "{}"),
        ("journal", "--kind", "{}"),
        ("journal", "--by", "{}"),
        ("journal", "--since", "{}"),
        ("settings", "{}"),
        ("settings", "{}", "on"),
        ("settings", "plain", "{}"),
        ("merge", "{}"),
        ("check", "{}"),
        ("export", "--format", "{}"),
        ("export", "--without", "{}", "--format", "html"),
        ("{}",),
        ("--{}",),
    ],
    ids=" ".join,
)
def test_what_the_command_line_names_is_shown(words: tuple[str, ...], home: Path) -> None:
    """The error sentence and the line below it show such characters."""
    kept(home)
    ended = run(home, *(word.format(NAME) for word in words))
    assert ended.code != 0
    assert_shown(ended.said)


@pytest.mark.parametrize(
    "words",
    [
        ("status",),
        ("status", "--json"),
        ("doctor",),
        ("doctor", "--json"),
        ("settings",),
        ("journal",),
        ("export", "--format", "md", "-"),
        ("export", "--format", "html", "-"),
        ("restore", "--latest"),
        ("--plain", "reset"),
        ("--plain", "reset", "--erase"),
        ("--plain", "restore"),
    ],
    ids=" ".join,
)
def test_a_folder_of_any_name_is_shown(words: tuple[str, ...], tmp_path: Path) -> None:
    """Such a folder is shown, also with a sync program's copy beside the file and a damaged one put aside."""
    home = tmp_path / NAME / "home"
    path = kept(home)
    other = Run(id="b", step="letter", started=datetime(2026, 3, 2, 12, tzinfo=UTC), answers={"letter": "words"})
    (home / "progress.sync-conflict-20260302-120000-ABCDEFG.json").write_bytes(encode(Progress(runs=[other])))
    (home / "backups").mkdir(mode=0o700)
    (home / "backups" / "progress-previous.json").write_bytes(path.read_bytes())
    ended = run(home, *words, typed="1\n2\n")
    assert_shown(ended.said)


def test_json_for_programs_holds_the_name_as_it_is(tmp_path: Path) -> None:
    """JSON escapes such characters, so a program that reads it can open the file."""
    home = tmp_path / LETTERS
    path = kept(home)
    assert json.loads(run(home, "status", "--json").out)["file"]["path"] == str(path)
    path.write_bytes(b"damaged")
    assert str(path) in [finding["path"] for finding in json.loads(run(home, "doctor", "--json").out)["findings"]]


def test_a_name_that_is_no_text_is_shown_in_json(tmp_path: Path) -> None:
    """JSON can't hold a byte that isn't text, so the byte's number is written."""
    home = tmp_path / HOSTILE["no letter"]
    path = kept(home)
    assert json.loads(run(home, "status", "--json").out)["file"]["path"] == encodable(path)
    assert r"\udcff" in encodable(path)


def test_ids_from_the_file_are_shown(home: Path) -> None:
    """Any step, answer or run id in the file may have been written by hand or by another program."""
    moment = datetime(2026, 3, 2, 12, tzinfo=UTC)
    kept(
        home,
        Run(id=LETTERS, step=LETTERS, started=moment, finished=moment, answers={LETTERS: LETTERS.replace("\n", "")}),
    )
    commands = (
        "doctor",
        "doctor --json",
        "status --json",
        "journal",
        "journal --by step",
        "step",
        "insights",
        "status",
    )
    for words in (*commands, "export --format md -", "export --format html -"):
        assert_shown(run(home, *words.split()).said)
    assert_shown(run(home, *["export", "--format", "ics", "--title", LETTERS, "-"]).said.replace("\r\n", "\n"))


@pytest.mark.parametrize("plain", [True, False])
def test_what_the_environment_names_is_shown(home: Path, *, plain: bool) -> None:
    """The time zone, the locale, and the name of an editor that can't be started."""
    kept(home)
    words = ("--plain", "step", "the-whole-story") if plain else ("doctor",)
    ended = run(home, *words, typed="edit\nleave\n", TZ=NAME, EDITOR=f"'{NAME}'", VISUAL="", LANG=NAME)
    assert_shown(ended.said)
    if plain:
        assert "couldn't start" in ended.out


def test_what_is_drawn_is_shown() -> None:
    """Words on a page are shown so: whole, in pieces, appended, or as the head or cell of a table."""
    words = NAME.replace("\n", "")
    table = Table(words)
    table.add_row(words)
    for drawing in (Text(words), Text.assemble(words, (words, "bold")), Text("a").append(words), words, table):
        assert_shown(render(drawing, 2000, colour=False))


def test_the_command_in_a_hint_can_be_copied(tmp_path: Path) -> None:
    """A copy whose name has spaces and other letters is quoted for the shell."""
    home = tmp_path / "Meine Ablage é"
    kept(home)
    other = Run(id="b", step="letter", started=datetime(2026, 3, 2, 12, tzinfo=UTC), answers={"letter": "words"})
    copy = home / "progress.sync-conflict-20260302-120000-ABCDEFG.json"
    copy.write_bytes(encode(Progress(runs=[other])))
    ended = run(home, "settings")
    assert re.search(f"exback merge '{re.escape(str(copy))}'$", ended.err, re.MULTILINE)


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_each_kind_is_shown_on_one_line(name: str) -> None:
    """Each kind is shown by its number on one line, and other characters stay as they are."""
    assert_shown(one_line(name))
    assert "\\u" in one_line(name)
    assert "\n" not in one_line(name)


def test_letters_of_every_script_stay() -> None:
    """Only what is hidden is shown by its number; joiners that words and emoji need stay as well."""
    for text in ("naïve 🤝", "می\u200cخواهم", "क्\u200dष", "👩\u200d🚀", "a\tb\nc", "\u00a0"):
        assert visible(text) == text
    assert one_line("a\tb\nc") == r"a\u0009b\u000ac"
    assert visible("\u202e\U000e0041\u2028\udcff") == r"\u202e\udb40\udc41\u2028\udcff"
