"""What other programs read is UTF-8 whatever the locale, and what they pipe in is read as UTF-8."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.trouble import EXBACK, environment, kept, startable

from exback.model.run import Run
from exback.store.decode import decode
from exback.store.progress import Progress, encode

WORDS = "Grüße, 心, ё, naïve “—” 🤝"
LOCALES = {
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "ascii": {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "c": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "utf-16": {"PYTHONIOENCODING": "utf-16"},
    "unbuffered": {"PYTHONIOENCODING": "cp1252", "PYTHONUNBUFFERED": "1"},
}
each_locale = pytest.mark.parametrize("locale", LOCALES.values(), ids=LOCALES)
TRANSLATED = """
import io, sys
sys.stdout = io.TextIOWrapper(sys.stdout.detach(), encoding="cp1252", newline="\\r\\n")
from exback.__main__ import main
main()
"""
"""exback where every newline in text goes out as two characters, as on Windows."""

FIXED_DAY = """
import sys
from datetime import UTC, datetime
from exback import cli
sys.exit(cli.run(sys.argv[1:], lambda: datetime(2026, 3, 3, 12, tzinfo=UTC)))
"""
"""exback on a day that doesn't pass between two runs."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of someone who wrote letters of many scripts, in a folder with such letters in its name."""
    home = tmp_path / "Größe 心"
    home.mkdir(mode=0o700)
    run = Run(
        id="a",
        step="letter",
        started=datetime(2026, 3, 2, 12, tzinfo=UTC),
        finished=datetime(2026, 3, 2, 12, tzinfo=UTC),
        answers={"letter": WORDS},
    )
    (home / "progress.json").write_bytes(encode(Progress(revision=3, runs=[run])))
    (home / "progress.json").chmod(0o600)
    return home / "progress.json"


def output(path: Path, *words: str, locale: dict[str, str], command: tuple[str, ...] = EXBACK) -> bytes:
    """Return the bytes that a command writes to stdout."""
    command, whole = startable(command, {**environment(path.parent), **locale})
    done = subprocess.run([*command, *words], stdin=subprocess.DEVNULL, capture_output=True, env=whole, check=False)
    assert b"Traceback" not in done.stderr
    return done.stdout


@each_locale
def test_an_export_through_a_pipe_is_a_progress_file(path: Path, locale: dict[str, str]) -> None:
    """Exback reads it back, with every letter."""
    data = output(path, "export", "--format", "json", "-", locale=locale)
    assert decode(data, path).runs[0].answers["letter"] == WORDS


@each_locale
@pytest.mark.parametrize("kind", ["md", "html", "ics"])
def test_every_format_through_a_pipe_is_what_goes_into_a_file(
    kind: str, path: Path, tmp_path: Path, locale: dict[str, str]
) -> None:
    """The same bytes, whichever way it's written out."""
    words = ("export", "--format", kind, *(("--title", WORDS) if kind == "ics" else ()))
    command = (sys.executable, "-c", FIXED_DAY)
    output(path, *words, str(tmp_path / "out"), locale={}, command=command)
    assert output(path, *words, "-", locale=locale, command=command) == (tmp_path / "out").read_bytes()


@pytest.mark.parametrize("kind", ["json", "md", "html", "ics"])
def test_no_line_end_is_changed_on_the_way_out(kind: str, path: Path) -> None:
    """A calendar has its own line ends, and nothing else has any but newlines."""
    data = output(path, "export", "--format", kind, "-", locale={}, command=(sys.executable, "-c", TRANSLATED))
    assert b"\r\r" not in data
    assert data.count(b"\r\n") == (data.count(b"\n") if kind == "ics" else 0)
    assert data.decode()


@each_locale
@pytest.mark.parametrize("words", [("status", "--json"), ("doctor", "--json")], ids=" ".join)
def test_json_is_utf_8(words: tuple[str, ...], path: Path, locale: dict[str, str]) -> None:
    """With the folder's name as it is; others may look into it, so doctor names it."""
    path.parent.chmod(0o755)
    whole = json.loads(output(path, *words, locale=locale).decode("utf-8"))
    assert "Größe 心" in json.dumps(whole, ensure_ascii=False)


@each_locale
def test_what_is_piped_in_is_utf_8(home: Path, locale: dict[str, str]) -> None:
    """A name typed in plain lines through a pipe is kept letter by letter."""
    command, whole = startable(EXBACK, {**environment(home), **locale})
    done = subprocess.run(
        [*command, "--plain", "step", "your-story"],
        input=f"{WORDS}\n".encode(),
        capture_output=True,
        env=whole,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert kept(home).runs[0].answers["name"] == WORDS


def test_a_demo_reads_on_from_a_pipe(home: Path) -> None:
    """It begins a second command while lines of the pipe are still waiting."""
    done = subprocess.run(
        [*EXBACK, "--plain", "demo"], input=b"\nleave\nleave\n", capture_output=True, env=environment(home), check=False
    )
    assert (done.returncode, done.stderr.count(b"Traceback")) == (0, 0)
