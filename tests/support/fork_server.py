"""Start scripts on a terminal from a process that has loaded exback already: python fork_server.py SOCKET.

Loading prompt_toolkit, rich, exback and its steps takes most of what a test on a terminal costs. Here it's done once for all
tests of a process. Nothing of exback runs before a child does, and what starts by itself is tried in tests that start Python.
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
        request = {"script": list(script), "environment": dict(environment), "folder": str(Path.cwd())}
        socket.send_fds(_server(), [json.dumps(request).encode()], [terminal, status])
        os.close(terminal)
        os.close(status)
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
        message, descriptors, _, _ = socket.recv_fds(connection, LARGEST, 2)
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


def _fork_child(request: dict[str, object], terminal: int, status: int) -> Sequence[str]:
    """Fork the child, tell its number, wait for it and tell how it ended. Return the script to run, in the child alone."""
    child = os.fork()
    if child:
        os.close(terminal)
        os.write(status, ANSWER.pack(child))
        with suppress(BrokenPipeError):  # the test has ended before the child
            os.write(status, ANSWER.pack(os.waitpid(child, 0)[1]))
        os._exit(0)
    script, environment, folder = request["script"], request["environment"], request["folder"]
    assert isinstance(script, list)
    assert isinstance(environment, dict)
    assert isinstance(folder, str)
    os.setsid()
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    for descriptor in range(3):
        os.dup2(terminal, descriptor)
    os.closerange(3, 256)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    return script


def main(descriptor: str) -> None:
    """Load everything, and serve. In a child: run its script as Python would."""
    for module in LOADED:
        import_module(module)
    import_module("exback.loader").load()
    gc.freeze()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    script = _serve(socket.socket(fileno=int(descriptor)))
    sys.argv[:] = script
    sys.path[0] = str(Path(script[0]).parent)  # and the source is next to it
    runpy.run_path(script[0], run_name="__main__")


if __name__ == "__main__":
    main(*sys.argv[1:])
