"""Ctrl-C before there is anything to save ends the process on the spot; afterwards it is an exception again."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from exback import signals
from exback.cli.parser import carry_out
from exback.clock import now
from exback.commands.environment import Environment

SENT_TO_ITSELF = (
    "import os, signal; from exback import signals; {before}; os.kill(os.getpid(), signal.{number}); {after}"
)


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """Let the tests be stopped as before."""
    before = {number: signal.getsignal(number) for number, _ in signals.USUAL}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def ended(before: str, number: str, after: str = "print('went on')") -> tuple[int, str, str]:
    """Run a child that sends a signal to itself, and give its code and what it said."""
    code = SENT_TO_ITSELF.format(before=before, number=number, after=after)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(("number", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_it_ends_at_once_with_its_last_words(number: str, code: int) -> None:
    """Nothing comes after them, no exception and no traceback."""
    assert ended("signals.end_at_once('good night')", number) == (code, "good night", "")


def test_it_can_be_an_exception_again() -> None:
    """Once there is something to save, whoever saves it hears of Ctrl-C."""
    code, out, err = ended("signals.end_at_once(); signals.raise_again()", "SIGINT")
    assert (out, code == 0) == ("", False)
    assert err.strip().endswith("KeyboardInterrupt")


def test_what_was_turned_off_stays_off() -> None:
    """A program that was started to go on in the background is not ended by a Ctrl-C that was meant for another."""
    turned_off = "signal.signal(signal.SIGINT, signal.SIG_IGN); signals.end_at_once(); signals.raise_again()"
    assert ended(turned_off, "SIGINT") == (0, "went on\n", "")


def test_a_handler_of_somebody_else_is_left_alone() -> None:
    """Only what was taken is given back."""

    def another(_number: int, _frame: object) -> None:
        """Do nothing."""

    signal.signal(signal.SIGINT, another)
    signals.end_at_once()
    assert signal.getsignal(signal.SIGINT) is another
    signals.raise_again()
    assert signal.getsignal(signal.SIGINT) is another


def test_whoever_may_save_hears_of_it(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """As soon as somebody can be asked, and for every command of the parser."""
    monkeypatch.setenv("EXBACK_HOME", str(home))
    plain = Environment(now)
    plain.plain = True
    for saves in (plain.screen, partial(carry_out, ["crisis"], Environment(now))):
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signals.end_at_once()
        saves()
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_both_are_given_back() -> None:
    """Python does with them again what it usually does."""
    for number, usual in signals.USUAL:
        signal.signal(number, usual)
    signals.end_at_once()
    assert [signal.getsignal(number) for number, _ in signals.USUAL] != [usual for _, usual in signals.USUAL]
    signals.raise_again()
    assert [signal.getsignal(number) for number, _ in signals.USUAL] == [usual for _, usual in signals.USUAL]


@pytest.mark.fault(48)
@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="Windows can't hold signals back")
def test_the_first_ctrl_c_holds_back_the_next() -> None:
    """A second one is dealt with when the first has been: it never comes out of what handles the first."""
    before = signal.signal(signal.SIGINT, signals.interrupt)
    try:
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)  # raises nothing here
        with pytest.raises(KeyboardInterrupt):
            signals.let_through()
        assert signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())
    finally:
        signal.signal(signal.SIGINT, before)
        signals.let_through()
