"""Ask for the passphrase of a locked file before anything else is shown."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from exback.commands.pages import TITLE, Left, answer_to, page
from exback.console import say
from exback.engine.view import Screen, Secret
from exback.errors import ExbackError, Hidden, Interrupted, WrongPassphrase
from exback.model.dates import count
from exback.store import encryption, recovery_code

TRIES = 3
LONGEST_PASSPHRASE = 65_536
"""Bytes that are read from a file descriptor. No one types a longer line."""
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")

WHY_ASKED = """Your file is locked, and exback hasn't read any of it yet. After three wrong tries exback stops, and nothing is \
changed. If you've forgotten the passphrase, type your recovery code."""

TAKES_A_WHILE = "This file was locked so that each try takes a while, up to a few minutes. Please wait."


def ask(path: Path, open_screen: Callable[[], Screen], question: str = "Your passphrase") -> encryption.Sealing:
    """Ask for the passphrase of a locked file, and return what opens it.

    Raises WrongPassphrase after three tries, Interrupted if the person leaves (Hidden after Ctrl-Q), StoreError if the file
    is damaged.
    """
    encryption.must_be_whole(path)
    with open_screen() as screen:
        return ask_on(screen, path, question)


def ask_on(screen: Screen, path: Path, question: str = "Your passphrase", notice: str = "") -> encryption.Sealing:
    """Ask for the passphrase on a screen that is open already. Raises as `ask` does."""
    note = TAKES_A_WHILE if encryption.is_slow(path) else ""
    for more in reversed(range(TRIES)):
        try:
            view = page(TITLE, Secret("passphrase", question), note=note, notice=notice, why=WHY_ASKED)
            typed = str(answer_to(screen, view))
            return encryption.opened(path, typed)
        except WrongPassphrase as wrong:
            notice = _refusal(typed, wrong, more)
        except Left as left:
            raise (Hidden if left.leave.hidden else Interrupted) from None
    raise WrongPassphrase(
        "None of those was the passphrase.", path=path, hint="Nothing was changed. Your recovery code opens it too."
    )


def take(path: Path, words: str) -> encryption.Sealing:
    """Return what opens a locked file, for a passphrase that came from a file. Raises WrongPassphrase after one try."""
    encryption.must_be_whole(path)
    if encryption.is_slow(path):
        say((TAKES_A_WHILE,))
    return encryption.opened(path, words)


def line_from(descriptor: int) -> str:
    """Read one line from an open file descriptor, and not one byte more. Raises ExbackError."""
    line = bytearray()
    try:
        if os.isatty(descriptor):
            raise ExbackError(
                "--passphrase-fd can't read from a terminal, because the passphrase would show as you type it.",
                hint="Leave out --passphrase-fd, and exback asks for it and doesn't show it.",
            )
        while (byte := os.read(descriptor, 1)) not in (b"", b"\n"):
            line += byte
            if len(line) > LONGEST_PASSPHRASE:
                raise ExbackError(
                    f"What exback read from file descriptor {descriptor} is too long for a passphrase.",
                    hint="It must be one line: exback status --passphrase-fd 0 < FILE",
                )
    except (OSError, OverflowError):
        raise ExbackError(
            f"exback can't read the passphrase from file descriptor {descriptor}.",
            hint="It must be open when exback starts: exback status --passphrase-fd 0 < FILE",
        ) from None
    return line.decode("utf-8", "surrogateescape")


def _refusal(typed: str, wrong: WrongPassphrase, left: int) -> str:
    """Return why what was typed doesn't open the file, and how many tries are left; of a code, where it has a typo."""
    sentence = str(wrong)
    if recovery_code.looks_like_code(typed):
        try:
            recovery_code.read(typed)
        except recovery_code.Typo as typo:
            if typo.group is None:
                sentence = "That looks like a recovery code with a piece missing."
            else:
                sentence = f"That looks like a recovery code with a typo in its {ORDINALS[typo.group - 1]} group."
    return f"{sentence} You have {count(left, 'more try')}."
