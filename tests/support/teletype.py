"""A terminal for tests: a child process in a real pty, with an emulated screen to look at.

Nothing here sleeps: each check waits until it holds, or fails with the whole screen. The module isn't called `tty`,
because the child's own folder comes first on its path and would hide Python's module.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import termios
import time
from codecs import getincrementaldecoder
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pexpect
import pyte
from support.fork_server import Forked, can_start

HERE = Path(__file__).parent
CHILD = HERE / "child.py"
ROOT = HERE.parents[1]
STILL = 0.3  # seconds in which nothing is drawn
PATIENCE = 20.0  # seconds; a busy machine may need some, and a test that passes waits for none of them

UP, DOWN, SHIFT_TAB = "\x1b[A", "\x1b[B", "\x1b[Z"
PAGE_UP, PAGE_DOWN, F1 = "\x1b[5~", "\x1b[6~", "\x1bOP"
ENTER, SPACE, BACKSPACE = "\r", " ", "\x7f"
CTRL_C, CTRL_D, CTRL_G, CTRL_Q, CTRL_Z = "\x03", "\x04", "\x07", "\x11", "\x1a"
ALT_ENTER, CTRL_X_CTRL_E = "\x1b\r", "\x18\x05"
PASTE = "\x1b[200~{}\x1b[201~"

EXBACK = (sys.executable, "-m", "exback")

CHUNK = 512  # a terminal takes no more than some thousand bytes that nobody has read yet

_ALTERNATE = 1049
_WIDTHLESS = dict.fromkeys(map(ord, "\u200d\ufe0f"))
_PASTE = 2004


class Glass(pyte.Screen):
    """An emulated screen with the alternate screen that pyte lacks, and a memory of what the normal one showed."""

    def __init__(self, columns: int, rows: int) -> None:
        self.in_alternate = False
        self.outside = ""
        self.prompts = 0
        self._normal: Any = None
        super().__init__(columns, rows)

    @property
    def display(self) -> list[str]:
        """The rows as text. Pyte measures each character anew, which takes ten times as long; the cell after a wide one is empty."""
        columns = range(self.columns)
        return [
            "".join([row[column].data for column in columns]) for row in map(self.buffer.__getitem__, range(self.lines))
        ]

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        """Switch to the alternate screen, and count the prompts: each one turns bracketed paste on."""
        if kwargs.get("private") and _ALTERNATE in modes and not self.in_alternate:
            self.in_alternate = True
            self._normal = deepcopy((self.buffer, self.cursor))
            self.erase_in_display(2)
        if kwargs.get("private") and _PASTE in modes:
            self.prompts += 1
        super().set_mode(*modes, **kwargs)

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        """Switch back to the normal screen, as it was."""
        if kwargs.get("private") and _ALTERNATE in modes and self.in_alternate:
            self.in_alternate = False
            self.buffer, self.cursor = self._normal
            self.dirty.update(range(self.lines))
        super().reset_mode(*modes, **kwargs)

    def draw(self, data: str) -> None:
        """Write text, and remember what the normal screen was given. Pyte would forget the text after a joiner."""
        if not self.in_alternate:
            self.outside += data
        super().draw(data.translate(_WIDTHLESS))


class Teletype:
    """A child in a pty. Leaving its `with` block ends the child."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], columns: int = 80, rows: int = 24
    ) -> None:
        self.raw = bytearray()
        self._heard = 0
        self._unheard = ""
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self.glass = Glass(columns, rows)
        self._stream = pyte.ByteStream(self.glass)
        self._child: pexpect.spawn[bytes] | Forked
        if tuple(command[:2]) == (sys.executable, str(CHILD)) and can_start(environment):
            self._child = Forked(command[1:], environment, columns, rows)
        else:
            self._child = pexpect.spawn(
                command[0], list(command[1:]), env=dict(environment), dimensions=(rows, columns), timeout=None
            )
            self._child.delaybeforesend = None
        self._open = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._child.isalive():  # pexpect would ask politely four times, and give up on a busy machine
            self._child.kill(signal.SIGKILL)
            self._child.wait()
        self._child.close()

    # What the person does

    def press(self, *keys: str) -> None:
        """Press keys, or type text."""
        self.send("".join(keys).encode())

    def send(self, data: bytes) -> None:
        """Send bytes, which don't have to be letters, while reading the child's output: otherwise both would wait."""
        rest = memoryview(data)
        while rest:
            sent = os.write(self._child.child_fd, rest[:CHUNK])
            rest = rest[sent:]
            if rest:
                self._read(0.0)

    def close_window(self) -> None:
        """Close the window like a click on its corner: the child gets SIGHUP and can't write any more."""
        self._open = False
        if isinstance(self._child, Forked):
            self._child.close_window()
            return
        child: Any = self._child  # its close() would also wait for the end, and be impatient
        child.ptyproc.fileobj.close()
        child.ptyproc.closed = child.closed = True

    def is_line_editing(self) -> bool:
        """Whether the terminal echoes and waits for whole lines, as it did at first."""
        return all(termios.tcgetattr(self._child.child_fd)[3] & flag for flag in (termios.ECHO, termios.ICANON))

    def has_flow_control(self) -> bool:
        """Whether the terminal keeps Ctrl-S and Ctrl-Q to itself, as it did at first."""
        return bool(termios.tcgetattr(self._child.child_fd)[0] & termios.IXON)

    def press_bytes(self, data: bytes) -> None:
        """Send bytes as they are, letters or not."""
        os.write(self._child.child_fd, data)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self._child.setwinsize(rows, columns)
        self.glass.resize(rows, columns)

    def send_signal(self, number: int) -> None:
        """Send the child a signal, as the system does when it shuts down or a window is closed."""
        self._child.kill(number)

    # What they see

    def screen(self) -> str:
        """Return the screen as lines."""
        return "\n".join(line.rstrip() for line in self.glass.display).rstrip("\n")

    def shows(self, text: str) -> bool:
        """Whether text is on the screen, however it is broken into lines."""
        return squeezed(text) in squeezed(self.screen())

    def see(self, *texts: str) -> None:
        """Wait until all of some texts are on the screen."""
        self.wait(lambda: all(self.shows(text) for text in texts), f"to see {texts}")

    def whole(self) -> str:
        """Return the screen once nothing more comes. A page with a running timer never comes to rest."""
        for _ in range(10):
            before = len(self.raw)
            self._read(STILL)
            if len(self.raw) == before or not self._open:
                break
        return self.screen()

    def see_no(self, text: str) -> None:
        """Wait until a text is gone from the screen."""
        self.wait(lambda: not self.shows(text), f"not to see “{text}”")

    def hear(self, text: str) -> None:
        """Wait for a text after the last one that was heard, on the plain front end."""
        wanted = squeezed(text)
        self.wait(lambda: wanted in self._listen(), f"to hear “{text}”")
        self._unheard = self._unheard.partition(wanted)[2]

    def wait(self, condition: Callable[[], bool], wanted: str) -> None:
        """Wait until something holds. Fails with the whole screen."""
        until = time.monotonic() + PATIENCE
        while not condition():
            if not self._open or time.monotonic() > until:
                when = "before the child ended" if not self._open else f"within {PATIENCE:.0f} seconds"
                raise AssertionError(f"waited in vain, {when}, {wanted}\n{self._framed()}")
            self._read()

    def listens(self) -> None:
        """Read what the child has written by now."""
        self._read(0.02)

    def lets_pass(self, seconds: float) -> None:
        """Let some time pass, and read what the child writes meanwhile."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and self._open:
            self._read(0.001)

    def comes(self, text: str, seconds: float) -> bool:
        """Whether a text appears on the screen within some seconds."""
        until = time.monotonic() + seconds
        while not self.shows(text) and time.monotonic() < until and self._open:
            self._read(0.05)
        return self.shows(text)

    def exit_code(self) -> int:
        """Wait for the end, and return the exit code as a shell would."""
        self.wait(lambda: not self._open, "for the end")
        self._child.wait()
        ended, killed = self._child.exitstatus, self._child.signalstatus
        assert ended is not None or killed is not None
        return 128 + killed if killed is not None else ended or 0

    @property
    def echoes(self) -> bool:
        """Whether the terminal shows by itself what is typed."""
        return bool(termios.tcgetattr(self._child.child_fd)[3] & termios.ECHO)

    @property
    def has_ended(self) -> bool:
        """Whether the child has closed its terminal."""
        return not self._open

    def _listen(self) -> str:
        fresh, self._heard = self.raw[self._heard :], len(self.raw)
        self._unheard += squeezed(self._decoder.decode(fresh))
        return self._unheard

    def _read(self, seconds: float = 0.1) -> None:
        if isinstance(self._child, Forked):
            data = self._child.read(seconds)
        else:
            try:
                data = self._child.read_nonblocking(1 << 16, timeout=seconds)
            except pexpect.TIMEOUT:
                data = None
            except pexpect.EOF:
                data = self._rest()
        if data is None:
            return
        if not data:
            self._open = False
            return
        self.raw += data
        self._stream.feed(data)

    def _rest(self) -> bytes:
        """Return what a child wrote just before it ended: the kernel may hand it over only after the child is gone."""
        try:
            there, _, _ = select.select([self._child.child_fd], [], [], 0.5)
            return os.read(self._child.child_fd, 1 << 16) if there else b""
        except (OSError, ValueError):  # EIO: nothing is left
            return b""

    def _framed(self) -> str:
        edge = "+" + "-" * self.glass.columns + "+"
        return "\n".join([edge, *(f"|{line}|" for line in self.glass.display), edge])


def squeezed(text: str) -> str:
    """Return text without its white space, so that it can be found however it was wrapped."""
    return "".join(text.split())


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return a clean environment, in which this checkout's exback keeps its file in `home`."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home.parent),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "EXBACK_HOME": str(home),
        "PYTHONPATH": str(ROOT / "src"),
        **more,
    }


def child(home: Path, script: Sequence[Mapping[str, object]], front_end: str = "terminal") -> tuple[str, ...]:
    """Write a script for child.py beside `home`, and return the command that carries it out."""
    path = home.with_name(f"script-{front_end}.json")
    path.write_text(json.dumps(list(script)), encoding="utf-8")
    return (sys.executable, str(CHILD), str(path), front_end)
