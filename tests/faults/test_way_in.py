"""What can be wrong before the first page: the home folder, the terminal, its characters, and the streams."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from support.trouble import EXBACK, Ended, assert_no_traceback, environment, exback, small_file, startable
from support.window import Window

SAYING = {
    "status": ("status",),
    "status for programs": ("status", "--json"),
    "status in short": ("status", "--short"),
    "the map": ("step",),
    "the evidence": ("why",),
    "people to call": ("crisis",),
    "people to call, anywhere": ("crisis", "--country", "all"),
    "the version": ("--version",),
    "help": ("--help",),
    "a question in plain lines": (ASKS := ("--plain", "urge")),
}
"""Command lines that have something to say."""

A_USER_WITHOUT_A_NAME = (
    *("setpriv", "--reuid=54321", "--regid=54321", "--clear-groups"),
    # without these two, such a user could not read this Python either
    *("--inh-caps=+dac_read_search,+dac_override", "--ambient-caps=+dac_read_search,+dac_override"),
)


@pytest.fixture
def somebody(home: Path) -> Path:
    """The home of someone who has started."""
    return small_file(home).parent


def shell(script: str, home: Path, *words: str, **variables: str) -> Ended:
    """Run exback as "$@" in a line for the shell."""
    command, whole = startable(EXBACK, {**buffered(home), **variables})
    done = subprocess.run(
        ["sh", "-c", script, "sh", *command, *words],
        capture_output=True,
        text=True,
        check=False,
        env=whole,
        stdin=subprocess.DEVNULL,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def buffered(home: Path) -> dict[str, str]:
    """Return an environment in which Python buffers its output, as it usually does."""
    return {name: value for name, value in environment(home).items() if name != "PYTHONUNBUFFERED"}


def assert_polite(ended: Ended, code: int) -> None:
    """Check that it ended with a code, one sentence and a next step, and nothing on stdout."""
    assert (ended.code, ended.out) == (code, "")
    assert_no_traceback(ended.err)
    sentence, hint = ended.err.splitlines()
    assert sentence.endswith(".")
    assert hint.startswith("  ")


# The home


@pytest.mark.fault(41)
@pytest.mark.parametrize("words", [("status",), ("status", "--short"), ("--plain", "urge"), ("reset",)])
def test_a_user_whom_the_system_does_not_know_is_told_how_to_name_a_folder(words: tuple[str, ...], home: Path) -> None:
    """Without HOME and without an entry among the users, exback says how to name a folder for its files."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("only root may become a user who does not exist, with setpriv")
    command = (*A_USER_WITHOUT_A_NAME, "env", "--unset=HOME", "--unset=EXBACK_HOME", "--unset=XDG_DATA_HOME", *EXBACK)

    ended = exback(home, *words, command=command)

    assert_polite(ended, 1)
    assert "--home FOLDER" in ended.err
    named = exback(home, "--home", str(home), "status", command=command)
    assert (named.code, named.err) == (0, "")


@pytest.mark.fault(41)
def test_a_folder_in_the_home_of_nobody_is_no_folder(home: Path) -> None:
    """The home of a user that the system doesn't know isn't guessed."""
    assert_polite(exback(home, "--home", "~nobody-of-this-name/x", "status"), 1)


# The terminal


@pytest.mark.fault(42)
@pytest.mark.parametrize("term", ["unset TERM", "export TERM=", "export TERM=dumb", "export TERM=no-such-terminal"])
def test_a_terminal_that_is_not_known_is_no_fault(term: str, home: Path) -> None:
    """Whatever TERM says, the urge's question is asked, and can be left as usual."""
    with Window(home, "urge", command=("sh", "-c", f'{term}; exec "$@"', "sh", *EXBACK)) as window:
        window.heard("How strong is it, 0 to 10?")
        window.types("\x03")
        assert window.ends() == 130
        assert_no_traceback(window.told)


@pytest.mark.fault(43)
@pytest.mark.parametrize("words", [("urge",), (), ("--plain", "checkin"), ("reset",)])
def test_without_any_input_nothing_is_asked(words: tuple[str, ...], somebody: Path) -> None:
    """With standard input closed, nothing is asked, also on a terminal."""
    assert_polite(shell('exec "$@" <&-', somebody, *words), 2)
    with Window(somebody, *words, command=("sh", "-c", 'exec "$@" <&-', "sh", *EXBACK)) as window:
        assert window.ends() == 2
        assert_no_traceback(window.told)
        assert "there's no terminal here" in window.told


@pytest.mark.fault(43)
@pytest.mark.parametrize("words", SAYING.values(), ids=SAYING)
@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-"])
def test_what_asks_nothing_needs_no_streams(closed: str, words: tuple[str, ...], somebody: Path) -> None:
    """With any stream closed, nothing breaks, errors go where they can, and the file stays as it is."""
    before = (somebody / "progress.json").read_bytes()
    ended = shell(f'exec "$@" {closed}', somebody, *words)
    assert_no_traceback(ended.err)
    assert "Exception" not in ended.err
    assert ended.code == (2 if words == ASKS else 0)
    assert (somebody / "progress.json").read_bytes() == before


@pytest.mark.fault(44)
@pytest.mark.parametrize("words", [("urge",), (), ("checkin",), ("step", "your-story"), ("reset",)])
def test_an_input_that_is_no_terminal_is_refused_politely(words: tuple[str, ...], somebody: Path) -> None:
    """A pipe is told how to talk to exback, also when the screen is a terminal."""
    assert_polite(exback(somebody, *words, typed="7\n"), 2)
    with Window(somebody, *words, command=("sh", "-c", 'echo 7 | "$@"', "sh", *EXBACK)) as window:
        assert window.ends() == 2
        assert_no_traceback(window.told)
        assert "exback --plain" in window.text


# Letters


@pytest.mark.fault(53)
@pytest.mark.parametrize("words", SAYING.values(), ids=SAYING)
@pytest.mark.parametrize(
    "variables",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii:strict", "LC_ALL": "fr_FR.UTF-8"},
    ],
    ids=" ".join,
)
def test_letters_that_cannot_be_shown_are_no_fault(
    words: tuple[str, ...], variables: dict[str, str], somebody: Path
) -> None:
    """A letter that the terminal lacks becomes a question mark; all others are there."""
    ended = shell('exec "$@"', somebody, *words, **variables)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.strip() or words == ("status", "--short")


# Where the words go


@pytest.mark.fault(19)
@pytest.mark.parametrize("words", SAYING.values(), ids=SAYING)
def test_an_output_that_takes_no_more_is_told_in_a_sentence(words: tuple[str, ...], somebody: Path) -> None:
    """A full disk under a redirected output is reported on stderr, or by the exit code if that is full too."""
    assert_polite(shell('exec "$@" >/dev/full', somebody, *words), 1)
    assert shell('exec "$@" >/dev/full 2>&1', somebody, *words).code == 1


@pytest.mark.fault(63)
@pytest.mark.parametrize("words", SAYING.values(), ids=SAYING)
def test_a_reader_who_has_gone_is_not_called_after(words: tuple[str, ...], somebody: Path) -> None:
    """`exback status | true` ends without an error."""
    assert _into_a_closed_pipe(words, somebody) == (1, b"")


def _into_a_closed_pipe(words: Sequence[str], home: Path) -> tuple[int, bytes]:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [*EXBACK, *words],
            stdin=subprocess.DEVNULL,
            stdout=writer,
            stderr=subprocess.PIPE,
            env=buffered(home),
            check=False,
        )
    finally:
        os.close(writer)
    return done.returncode, done.stderr
