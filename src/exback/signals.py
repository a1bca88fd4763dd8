"""Holding back the signals that would end exback, where an end half-way would do harm."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from types import FrameType

ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Ctrl-C, a shutdown, and a window that was closed, as far as the system knows them."""


def hold_back() -> None:
    """Let the signals of ENDING wait. Where the system cannot hold them back, as on Windows, nothing is done."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)


def let_through() -> None:
    """Let the signals of ENDING come, those first that waited."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)


@contextmanager
def held_back() -> Iterator[None]:
    """Hold them back until the block is left, if they were not held back before."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING) if hasattr(signal, "pthread_sigmask") else None
    try:
        yield
    finally:
        if before is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


SIGNALLED = 128  # what a shell adds to the number of the signal that ended a program


STDOUT = 1


USUAL = (
    (signal.SIGINT, signal.default_int_handler),
    (signal.SIGTERM, signal.SIG_DFL),
    *(((signal.SIGHUP, signal.SIG_DFL),) if hasattr(signal, "SIGHUP") else ()),  # Windows has none
)
"""What Python does with these, unless whoever started it has turned one off."""


class ExitHandler:
    """Ends the process with the code for its signal. `last_words` give the terminal back first."""

    def __init__(self, last_words: str) -> None:
        self.last_words = last_words.encode()

    def __call__(self, number: int, frame: FrameType | None) -> None:
        """Be called by Python when a signal has come."""
        flow_control = sys.modules.get("exback.screen.terminal.flow_control")
        if flow_control is not None:
            flow_control.give_back()
        try:
            if self.last_words:
                os.write(STDOUT, self.last_words)
        finally:  # also where the window was closed
            os._exit(SIGNALLED + number)


def end_at_once(last_words: str = "") -> None:
    """Let Ctrl-C, SIGTERM and SIGHUP end the process on the spot; one that was turned off stays off."""
    for number, usual in USUAL:
        if signal.getsignal(number) is usual:
            signal.signal(number, ExitHandler(last_words))


def raise_again() -> None:
    """Let Ctrl-C be a KeyboardInterrupt again, and the others what they usually are: from here on there is something to save."""
    for number, usual in USUAL:
        if isinstance(signal.getsignal(number), ExitHandler):
            signal.signal(number, usual)
