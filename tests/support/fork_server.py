"""Start scripts, on a terminal or on pipes, from a process that has loaded exback already: python fork_server.py SOCKET.

Loading prompt_toolkit, rich, exback and its steps takes most of what a test of a whole process costs. Here it's done once for
all tests of a process. Nothing of exback runs before a child does, and what starts by itself is tried in tests that start
Python.
"""

from __future__ import annotations

import atexit
import fcntl
import gc
import json
import os
import pty
import runpy
import select
import signal
import socket
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path

LOADED = (
    "asyncio",
    "msgspec.json",
    "prompt_toolkit.shortcuts",
    "questionary",
    "rich.console",
    "rich.table",
    "typer",
    "exback.cli.parser",
    "exback.commands.wizard",
    "exback.screen.plain",
    "exback.screen.terminal.front",
)
SOURCE = Path(__file__).parents[2] / "src"
STARTED_WITH = {"LANG": "C.UTF-8", "TERM": "xterm-256color", "PYTHONPATH": str(SOURCE)}
ANSWER = struct.Struct("i")
LARGEST = 1 << 16
PIECE = 1 << 12
"""So much can be written into a pipe that is ready for it, without waiting."""
PATIENCE = 20.0
"""Seconds after which a child that outlived its test is left alone."""


class Forked:
    """A script that runs in a window, with the part of pexpect's interface that a Teletype uses."""

    def __init__(self, script: Sequence[str], environment: Mapping[str, str], columns: int, rows: int) -> None:
        self.closed = False
        self.exitstatus: int | None = None
        self.signalstatus: int | None = None
        self.child_fd, terminal = pty.openpty()
        self._answers, status = os.pipe()
        self.setwinsize(rows, columns)
        _start(script, environment, [terminal, status])
        self.pid = self._answer()

    def read(self, seconds: float) -> bytes | None:
        """Return what the child has written, None if that's nothing within some seconds, and no bytes once it has ended."""
        if not select.select([self.child_fd], [], [], seconds)[0]:
            return None
        try:
            return os.read(self.child_fd, LARGEST)
        except OSError:  # Linux says so when no one has the other end open any more
            return b""

    def isalive(self) -> bool:
        """Whether the child hasn't ended yet."""
        if self.exitstatus is None and self.signalstatus is None and select.select([self._answers], [], [], 0)[0]:
            self.wait()
        return self.exitstatus is None and self.signalstatus is None

    def wait(self) -> None:
        """Wait until the child ends."""
        if self.exitstatus is None and self.signalstatus is None:
            status = self._answer()
            self.exitstatus = os.WEXITSTATUS(status) if os.WIFEXITED(status) else None
            self.signalstatus = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None

    def kill(self, number: int) -> None:
        """Send the child a signal."""
        if self.isalive():
            os.kill(self.pid, number)

    def close_window(self) -> None:
        """Close the window, so that the child gets SIGHUP."""
        if not self.closed:
            os.close(self.child_fd)
            self.closed = True

    def close(self) -> None:
        """Close the window after the child has ended."""
        self.close_window()
        os.close(self._answers)

    def setwinsize(self, rows: int, columns: int) -> None:
        """Make the window another size."""
        fcntl.ioctl(self.child_fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _answer(self) -> int:
        answer = os.read(self._answers, ANSWER.size)
        assert answer, "the server of the tests' children has ended"
        (number,) = ANSWER.unpack(answer)
        return int(number)


def piped(
    words: Sequence[str], environment: Mapping[str, str], given: bytes, seconds: float
) -> tuple[int, bytes, bytes]:
    """Run `python -m` with some words, and return its exit code, negative after a signal, and what came through its pipes."""
    (stdin, typing), (reading, stdout), (listening, stderr), (answers, status) = (os.pipe() for _ in range(4))
    _start(["-m", *words], environment, [stdin, stdout, stderr, status])
    heard: dict[int, bytes] = {reading: b"", listening: b"", answers: b""}
    end, waiting, unwritten = time.monotonic() + seconds, set(heard), memoryview(given)
    if not given:
        os.close(typing)
    while waiting:
        ready, writable, _ = select.select(waiting, [typing] if unwritten else [], [], max(0, end - time.monotonic()))
        if not (ready or writable):
            os.kill(ANSWER.unpack_from(heard[answers])[0], signal.SIGKILL)
            raise TimeoutError(f"{words} didn't end")
        for pipe in ready:
            part = os.read(pipe, LARGEST)
            heard[pipe] += part
            waiting -= set() if part else {pipe}
        if writable:
            try:
                unwritten = unwritten[os.write(typing, unwritten[:PIECE]) :]
            except BrokenPipeError:  # it ended without reading any further
                unwritten = unwritten[:0]
            if not unwritten:
                os.close(typing)
    if unwritten:
        os.close(typing)
    for pipe in heard:
        os.close(pipe)
    return (
        os.waitstatus_to_exitcode(ANSWER.unpack_from(heard[answers], ANSWER.size)[0]),
        heard[reading],
        heard[listening],
    )


def _start(script: Sequence[str], environment: Mapping[str, str], descriptors: Sequence[int]) -> None:
    """Ask the server for a child, and hand over its streams and where to tell its number and how it ended."""
    request = {"script": list(script), "environment": dict(environment), "folder": str(Path.cwd())}
    socket.send_fds(_server(), [json.dumps(request).encode()], descriptors)
    for descriptor in descriptors:
        os.close(descriptor)


def can_start(environment: Mapping[str, str]) -> bool:
    """Whether a child in such an environment would find itself as Python would have started it.

    What Python reads when it starts, the server has read for itself.
    """
    return environment.items() >= STARTED_WITH.items() and not any(
        name.startswith(("LC_", "PYTHON")) and name != "PYTHONPATH" for name in environment
    )


@cache
def _server() -> socket.socket:
    """Return the connection to the server of this process, which is started the first time."""
    here, there = socket.socketpair()
    window, terminal = pty.openpty()  # so that its streams are those of a program on a terminal
    process = subprocess.Popen(
        [sys.executable, __file__, str(there.fileno())],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        pass_fds=[there.fileno()],
        env={"PATH": os.environ.get("PATH", os.defpath), **STARTED_WITH},
    )
    there.close()
    os.close(terminal)

    def end() -> None:
        here.close()
        try:
            process.wait(PATIENCE)  # for its children too
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        os.close(window)

    atexit.register(end)
    return here


def _serve(connection: socket.socket) -> Sequence[str]:
    """Fork a child for each request, until no one can ask any more. Return the script to run, in each child."""
    while True:
        message, descriptors, _, _ = socket.recv_fds(connection, LARGEST, 4)
        if not message:
            with suppress(ChildProcessError):
                while True:
                    os.wait()
            sys.exit()
        if not os.fork():
            connection.close()
            return _fork_child(json.loads(message), *descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def _fork_child(request: dict[str, object], *descriptors: int) -> Sequence[str]:
    """Fork the child, tell its number, wait for it and tell how it ended. Return the script to run, in the child alone.

    The descriptors are those of a terminal, or of three pipes, and one to tell it on.
    """
    *streams, status = descriptors
    child = os.fork()
    if child:
        for stream in streams:
            os.close(stream)
        os.write(status, ANSWER.pack(child))
        with suppress(BrokenPipeError):  # the test has ended before the child
            os.write(status, ANSWER.pack(os.waitpid(child, 0)[1]))
        os._exit(0)
    script, environment, folder = request["script"], request["environment"], request["folder"]
    assert isinstance(script, list)
    assert isinstance(environment, dict)
    assert isinstance(folder, str)
    os.setsid()
    is_on_terminal = len(streams) == 1
    if is_on_terminal:
        fcntl.ioctl(streams[0], termios.TIOCSCTTY, 0)
    for descriptor, stream in enumerate(streams * 3 if is_on_terminal else streams):
        os.dup2(stream, descriptor)
    os.closerange(3, 256)
    if not is_on_terminal:
        _open_streams()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    return script


def _open_streams() -> None:
    """Open the streams anew, as Python does where they are no terminal's, in the locale that STARTED_WITH names."""
    sys.stdin = open(0, encoding="utf-8", errors="surrogateescape")  # noqa: SIM115  # open to the end
    sys.stdout = open(1, "w", encoding="utf-8", errors="surrogateescape")  # noqa: SIM115
    sys.stderr = open(2, "w", buffering=1, encoding="utf-8", errors="backslashreplace")  # noqa: SIM115


def main(descriptor: str) -> None:
    """Load everything, and serve. In a child: run its script, or its module, as Python would."""
    for module in LOADED:
        import_module(module)
    import_module("exback.loader").load()
    gc.freeze()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    script = _serve(socket.socket(fileno=int(descriptor)))
    if script[0] == "-m":
        sys.argv[:], sys.path[0] = script[1:], str(Path.cwd())
        runpy.run_module(script[1], run_name="__main__", alter_sys=True)
    else:
        sys.argv[:], sys.path[0] = script, str(Path(script[0]).parent)  # and the source is next to it
        runpy.run_path(script[0], run_name="__main__")


if __name__ == "__main__":
    main(*sys.argv[1:])
