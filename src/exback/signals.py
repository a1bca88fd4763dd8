"""The signals that end a program (Ctrl-C, SIGTERM, SIGHUP): held back where ending half-way would do harm, or ending at once."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager

TYPE_CHECKING = False  # importing typing takes as long as starting Python
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Ctrl-C, a shutdown, and a window that was closed; Windows has no SIGHUP."""
SIGNALLED = 128
"""What a shell adds to the number of the signal that ended a program, as its exit code."""
STDOUT = 1
USUAL = tuple((number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL) for number in ENDING)
"""Python's own handlers, which are in place unless the program that started this one has turned a signal off."""


def hold_back() -> None:
    """Block the signals of ENDING. Does nothing on a system that can't, such as Windows."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)


def let_through() -> None:
    """Unblock the signals of ENDING; those that came meanwhile are delivered now."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)


def interrupt(number: int, frame: FrameType | None) -> None:
    """Raise KeyboardInterrupt, as a handler of Ctrl-C. Signals are held back from then on.

    Else the next one of many could come while the first is being dealt with, where nothing expects it.
    """
    hold_back()
    signal.default_int_handler(number, frame)


@contextmanager
def held_back() -> Iterator[None]:
    """Block the signals of ENDING inside a `with` block, and put the mask back as it was before."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING) if hasattr(signal, "pthread_sigmask") else None
    try:
        yield
    finally:
        if before is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


class ExitHandler:
    """A signal handler that ends the process with the code for its signal, after writing `last_words` to the terminal."""

    def __init__(self, last_words: str) -> None:
        self.last_words = last_words.encode()

    def __call__(self, number: int, frame: FrameType | None) -> None:
        """Handle a signal. Called by Python."""
        restore_flow_control()
        try:
            if self.last_words:
                os.write(STDOUT, self.last_words)
        finally:  # also if the window was closed, and writing fails
            os._exit(SIGNALLED + number)


def restore_flow_control() -> None:
    """Let the terminal take Ctrl-Q again as it did before exback started, if that was changed."""
    flow_control = sys.modules.get("exback.screen.terminal.flow_control")
    if flow_control is not None:
        flow_control.give_back()


def end_at_once(last_words: str = "") -> None:
    """Let Ctrl-C, SIGTERM and SIGHUP end the process immediately; a signal that was turned off stays off."""
    for number, usual in USUAL:
        if signal.getsignal(number) is usual:
            signal.signal(number, ExitHandler(last_words))


def raise_again() -> None:
    """Undo `end_at_once`, so that Ctrl-C raises KeyboardInterrupt: for where there is something to save."""
    for number, usual in USUAL:
        if isinstance(signal.getsignal(number), ExitHandler):
            signal.signal(number, usual)
