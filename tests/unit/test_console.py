"""How a command ends when the system refuses something, be it the sentence about its end."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

import pytest

from exback.console import exit_code, hand_over, tell
from exback.errors import ExbackError


@pytest.fixture
def full() -> Iterator[TextIO]:
    """A stream that takes nothing."""
    if not os.path.exists("/dev/full"):  # noqa: PTH110  # a device, not a path to work with
        pytest.skip("this system has no /dev/full")
    with open("/dev/full", "w", buffering=1, encoding="utf-8") as stream:  # noqa: PTH123  # likewise
        yield stream


def fails() -> int:
    """Do what cannot be done."""
    raise ExbackError("It is so.", hint="Do this.")


def test_an_error_that_cannot_be_said_still_has_its_code(full: TextIO, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where stderr is full there is nobody left to tell, and no traceback is tried instead."""
    monkeypatch.setattr(sys, "stderr", full)
    assert exit_code(fails) == 1


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_stream_that_is_closed_is_no_fault(
    stream: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command ends as always, and an error does not go to stdout instead."""
    monkeypatch.setattr(sys, stream, None)
    assert exit_code(lambda: 0) == 0
    assert exit_code(fails) == 1
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "error", [OSError(errno.EIO, "Input/output error"), BrokenPipeError(errno.EPIPE, "Broken pipe")]
)
def test_what_the_system_refuses_elsewhere_is_not_blamed_on_the_output(
    error: OSError, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence says what it was and where in exback, and stdout still works."""

    def stray() -> int:
        print("before")
        raise error

    assert exit_code(stray) == 1
    said = capsys.readouterr()
    assert said.out == "before\n"
    sentence, hint = said.err.splitlines()
    assert sentence.startswith(f"Your system stopped exback: {str(error.strerror).lower()} (test_console.py, line ")
    assert "exback doctor" in hint


def test_a_system_without_memory_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Memory may run out in the system while it looks at any file; that file isn't to blame."""

    def work() -> int:
        raise OSError(errno.ENOMEM, "Cannot allocate memory", str(tmp_path))

    assert exit_code(work) == 1
    told = capsys.readouterr().err
    assert "isn't enough memory" in told
    assert str(tmp_path) not in told


def test_what_the_system_refuses_names_its_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the error is about a file, its path stands on a line of its own."""
    missing = tmp_path / "not\nthere"

    assert exit_code(lambda: len(missing.read_text(encoding="utf-8"))) == 1
    sentence, path, _ = capsys.readouterr().err.splitlines()
    assert sentence == "Your system stopped exback: no such file or directory."
    assert path == f"  {tmp_path}/not\\u000athere"


@pytest.mark.parametrize("says", [lambda: tell("x" * 100_000), lambda: hand_over("x" * 100_000), lambda: tell("x")])
def test_an_output_that_takes_nothing_is_said_to(
    says: Callable[[], None], full: TextIO, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whether it refuses at once or when the rest is written, and whether it's given text or bytes."""
    monkeypatch.setattr(sys, "stdout", full)

    def work() -> int:
        says()
        return 0

    assert exit_code(work) == 1
    sentence, hint = capsys.readouterr().err.splitlines()
    assert sentence == "exback couldn't write its output: no space left on device."
    assert "Free some space" in hint


def test_the_streams_are_as_before_afterwards() -> None:
    """What watches them is gone when a command has ended, however it ended."""
    before = sys.stdout, sys.stderr
    assert exit_code(lambda: 0) == 0
    assert exit_code(fails) == 1
    assert (sys.stdout, sys.stderr) == before
