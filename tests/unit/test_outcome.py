"""How a command ends when even the sentence about its end cannot be written."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TextIO

import pytest

from exback.errors import ExbackError
from exback.outcome import exit_code


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
