"""`--passphrase-fd` with every number and every kind of file: a sentence and an exit code, and nothing hangs or swells."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from support.sealed import PASSPHRASE, locked, tell
from support.trouble import EXBACK, PATIENCE, Ended, assert_no_traceback, environment

from exback.store import Store

pytestmark = pytest.mark.fault(85)

WITH_LITTLE_MEMORY = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (400 * 2**20, 400 * 2**20))
from exback.__main__ import main
main()
"""
"""exback needs some 150 MB of addresses here. Without a cap it would go on until there are no more."""


def sealed(home: Path) -> None:
    """Put a locked file into a folder."""
    store = Store(home)
    tell(store)
    locked(store)


def run(home: Path, *words: str, given: int | None = None, stdin: int = subprocess.DEVNULL) -> Ended:
    """Run exback with an open file handed over. Fails when it hangs."""
    done = subprocess.run(
        [*EXBACK, *words],
        stdin=stdin,
        capture_output=True,
        text=True,
        env=environment(home),
        pass_fds=() if given is None else (given,),
        timeout=3 * PATIENCE,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def assert_refused(ended: Ended, code: int) -> None:
    """It ended with a sentence and what to do, and showed nothing."""
    assert ended.code == code, ended
    assert ended.out == ""
    assert_no_traceback(ended.said)
    sentence, *more = ended.err.splitlines()
    assert sentence.endswith(".")
    assert more
    assert all(line.startswith("  ") for line in more)


@pytest.mark.parametrize(
    "number", ["-1", "", "x", "3.5", "0x3", "1e3", "\u0663", "9" * 11, "9" * 5000, "3 ", "\x1b[31m"]
)
def test_what_is_no_number_of_an_open_file_is_refused(number: str, home: Path) -> None:
    """Before anything is read, whatever stands there, and none of it is said back."""
    assert_refused(run(home, f"--passphrase-fd={number}", "status"), 2)


@pytest.mark.parametrize("number", ["57", "99999", "9999999999"])
def test_a_file_that_is_not_open_is_said(number: str, home: Path) -> None:
    """Also where the number is larger than any system has."""
    sealed(home)
    assert_refused(run(home, "--passphrase-fd", number, "status"), 1)


def test_a_folder_is_no_passphrase(home: Path) -> None:
    """A folder can be opened, and not read."""
    sealed(home)
    given = os.open(home, os.O_RDONLY)
    try:
        assert_refused(run(home, "--passphrase-fd", str(given), "status", given=given), 1)
    finally:
        os.close(given)


def test_a_file_open_for_writing_is_no_passphrase(home: Path, tmp_path: Path) -> None:
    """It's open, and nothing can be read from it."""
    sealed(home)
    given = os.open(tmp_path / "out", os.O_WRONLY | os.O_CREAT)
    try:
        assert_refused(run(home, "--passphrase-fd", str(given), "status", given=given), 1)
    finally:
        os.close(given)


def test_a_line_without_an_end_is_given_up(home: Path) -> None:
    """/dev/zero never ends and has no newline; exback reads what a passphrase could be, and stops."""
    sealed(home)
    given = os.open("/dev/zero", os.O_RDONLY)
    try:
        done = subprocess.run(
            [sys.executable, "-c", WITH_LITTLE_MEMORY, "--passphrase-fd", str(given), "status"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            env=environment(home),
            pass_fds=(given,),
            timeout=3 * PATIENCE,
            check=False,
        )
    finally:
        os.close(given)
    assert_refused(Ended(done.returncode, done.stdout, done.stderr), 1)
    assert "too long" in done.stderr


@pytest.mark.parametrize("number", ["0", "other"])
def test_a_terminal_is_refused_without_waiting(number: str, home: Path) -> None:
    """What is typed there would show. exback says to leave the option out."""
    sealed(home)
    here, there = pty.openpty()
    try:
        given = 0 if number == "0" else there
        ended = run(home, "--passphrase-fd", str(given), "status", given=there, stdin=there)
    finally:
        os.close(here)
        os.close(there)
    assert_refused(ended, 1)
    assert "terminal" in ended.err


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\n", b"\0\n", b"wrong\n" * 100_000], ids=range(5))
def test_what_opens_nothing_is_a_wrong_passphrase(content: bytes, home: Path, tmp_path: Path) -> None:
    """Bytes that are no letters as well; only the first line counts."""
    sealed(home)
    (tmp_path / "given").write_bytes(content)
    with (tmp_path / "given").open("rb") as given:
        ended = run(home, "--passphrase-fd", str(given.fileno()), "status", given=given.fileno())
    assert_refused(ended, 1)


def test_the_passphrase_itself_can_come_through_stdin(home: Path) -> None:
    """Number 0 is an open file like any other, as long as it's no terminal."""
    sealed(home)
    done = subprocess.run(
        [*EXBACK, "--passphrase-fd", "0", "status", "--json"],
        input=f"{PASSPHRASE}\nmore".encode(),
        capture_output=True,
        env=environment(home),
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
