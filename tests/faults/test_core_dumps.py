"""A crash writes nothing to the disk of what exback held in memory."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from support.trouble import EXBACK, SECRET, environment, small_file

pytestmark = [pytest.mark.fault(80), pytest.mark.skipif(sys.platform == "win32", reason="Windows has no core dumps")]

UNLIMITED = """
import os, resource, sys
_, most = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
os.execv(sys.argv[1], sys.argv[1:])
"""
"""Runs a command that may leave as much behind as the system allows."""
TELLING_ITS_LIMITS = """
import atexit, pathlib, resource, sys
sys.argv = ["exback", *{words!r}]
def at_exit():
    held = pathlib.Path("/proc/self/coredump_filter")
    print(resource.getrlimit(resource.RLIMIT_CORE), held.read_text().strip() if held.exists() else "", file=sys.stderr)
atexit.register(at_exit)
from exback.__main__ import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    "words", [("status",), ("status", "--short"), ("export", "-"), ("settings",), ("doctor", "--json")]
)
def test_core_dumps_are_off_in_every_command_that_reads_the_file(words: tuple[str, ...], home: Path) -> None:
    """Both limits forbid a core dump, and on Linux one would hold no memory."""
    small_file(home)
    code = TELLING_ITS_LIMITS.format(words=words)
    command = [sys.executable, "-c", UNLIMITED, sys.executable, "-c", code]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, env=environment(home))
    expected = "(0, 0) 00000000" if sys.platform == "linux" else "(0, 0)"
    assert ended.stderr.strip().splitlines()[-1].strip() == expected


def test_a_session_that_crashes_leaves_no_core(home: Path, tmp_path: Path) -> None:
    """A session with private words in memory is made to crash, and its folder stays empty."""
    path = small_file(home)
    work = tmp_path / "work"
    work.mkdir()
    command = [sys.executable, "-c", UNLIMITED, *EXBACK, "--plain", "step", "the-whole-story"]
    child = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=work, env=environment(home), bufsize=0
    )
    with child:
        said = b""
        assert child.stdout is not None
        while SECRET.encode() not in said:  # it has read the file
            more = os.read(child.stdout.fileno(), 65536)
            assert more, said
            said += more
        child.send_signal(signal.SIGSEGV)
    assert child.returncode == -signal.SIGSEGV
    assert list(work.iterdir()) == []
    assert path.exists()
