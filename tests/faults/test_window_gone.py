"""The window is gone and no signal says so, as under nohup: exback can't write to it, and says that in one sentence."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from select import select

import pytest
from support.trouble import PATIENCE

from exback.__main__ import FIRST_LINE

FAILED = "exback couldn't write its output: input/output error."
NO_TERMINAL = "exback asks questions, and there's no terminal here to ask them in."
SIGHUP_IGNORED = (
    "import os, signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); "
    "os.execv(sys.executable, [sys.executable, '-m', 'exback', *sys.argv[1:]])"
)


def left_without_window(home: Path, seen: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Close the window of exback once it shows some words. Return how it ended, with what it wrote to stderr."""
    window, terminal = pty.openpty()
    variables = {**os.environ, "TERM": "xterm-256color", "EXBACK_HOME": str(home)}
    command = [sys.executable, "-c", SIGHUP_IGNORED, *words]
    child = subprocess.Popen(command, stdin=terminal, stdout=terminal, stderr=subprocess.PIPE, env=variables, text=True)
    os.close(terminal)
    shown, until = b"", time.monotonic() + PATIENCE
    while seen.encode() not in shown and select([window], [], [], max(0.0, until - time.monotonic()))[0]:
        with suppress(OSError):
            shown += os.read(window, 1 << 16)
    os.close(window)
    _, said = child.communicate(timeout=PATIENCE)
    assert seen.encode() in shown
    return subprocess.CompletedProcess(command, child.returncode, stderr=said)


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Windows has no SIGHUP")
@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (FIRST_LINE, ["urge"]),
        ("How strong is it", ["urge"]),
        ("0 to 10", ["checkin"]),
        ("0 to 10", ["checkin", "--plain"]),
    ],
    ids=["before anything is loaded", "urge", "check-in", "plain lines"],
)
def test_it_ends_with_one_sentence(home: Path, seen: str, words: list[str]) -> None:
    """No traceback, and the code of an error. What was only about to ask may find that there's no terminal."""
    ended = left_without_window(home, seen, *words)

    sentence, hint = ended.stderr.removeprefix("Warning: Input is not a terminal (fd=0).\n").splitlines()
    expected = {FAILED: 1, NO_TERMINAL: 2} if seen == FIRST_LINE else {FAILED: 1}
    assert (sentence, ended.returncode) in expected.items()
    assert hint.startswith("  ")
