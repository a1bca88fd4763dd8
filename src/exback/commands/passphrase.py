"""The passphrase of the progress file: asked for, set, changed, and taken away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from exback.console import say
from exback.engine.view import Answer, Back, Draft, Leave, Screen, Secret, View
from exback.errors import Hidden, Interrupted, WrongPassphrase
from exback.model.dates import count
from exback.model.items import Item, Option
from exback.model.prose import blocks
from exback.store import encryption, recovery_code, rekey

TITLE = "exback"
TRIES = 3
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


WHY_ASKED = """Your file is locked, and nothing of it was read yet. After three wrong ones exback stops and changes \
nothing. If you have forgotten the passphrase, type your recovery code."""

TAKES_A_WHILE = "This file was locked so that trying a passphrase takes a while, up to a few minutes. Wait for it."


class _Left(Exception):
    """They left the pages before anything was changed."""

    def __init__(self, leave: Leave) -> None:
        super().__init__()
        self.leave = leave


# Asking for it


def ask(path: Path, screen: Callable[[], Screen], question: str = "Your passphrase") -> encryption.Sealing:
    """Ask for the passphrase of a locked file, before anything else is asked or shown, and give what opens it.

    Raises WrongPassphrase after three tries, Interrupted when they leave (Hidden at once), StoreError when the file is damaged.
    """
    encryption.must_be_whole(path)
    with screen() as asked:
        return ask_on(asked, path, question)


def ask_on(asked: Screen, path: Path, question: str = "Your passphrase", notice: str = "") -> encryption.Sealing:
    """Ask for the passphrase on a screen that is open. Raises as `ask` does."""
    note = TAKES_A_WHILE if rekey.is_slow(path) else ""
    for more in reversed(range(TRIES)):
        try:
            typed = str(_given(asked, _hidden("passphrase", question, note, notice, WHY_ASKED)))
            return encryption.opened(path, typed)
        except WrongPassphrase as wrong:
            notice = _refusal(typed, wrong, more)
        except _Left as left:
            raise (Hidden if left.leave.hidden else Interrupted) from None
    raise WrongPassphrase(
        "None of these was the passphrase.", path=path, hint="Nothing was changed. Your recovery code opens it, too."
    )


def take(path: Path, words: str) -> encryption.Sealing:
    """Give what opens a locked file, for a passphrase that was handed over. Raises WrongPassphrase at once."""
    encryption.must_be_whole(path)
    if rekey.is_slow(path):
        say((TAKES_A_WHILE,))
    return encryption.opened(path, words)


def _refusal(typed: str, wrong: WrongPassphrase, left: int) -> str:
    slip = _slip(typed) if recovery_code.looks_like_code(typed) else ""
    return f"{slip or wrong} {count(left, 'more try').capitalize()}."


def _slip(code: str) -> str:
    """Say where a recovery code was not copied right, if that can be told."""
    try:
        recovery_code.read(code)
    except recovery_code.Typo as typo:
        if typo.group is None:
            return "That looks like a recovery code with a piece missing."
        return f"That looks like a recovery code with a slip in its {ORDINALS[typo.group - 1]} group."
    return ""


# Locking


# Unlocking


# Pages and words


def _given(asked: Screen, view: View) -> object:
    """Show a page and give the answer, None for a way back. Raises _Left."""
    while True:
        match asked.ask(view, _keep_nothing):
            case Answer(value):
                return value
            case Back() if view.can_back:
                return None
            case Leave() as leave:
                raise _Left(leave)


def _hidden(item: str, question: str, note: str, notice: str, why: str, *, back: bool = False) -> View:
    return _page(Secret(item, question), question, note=note, notice=notice, why=why, back=back)


def _page(
    item: Item,
    question: str = "",
    *,
    body: str = "",
    note: str = "",
    notice: str = "",
    why: str = "",
    options: tuple[Option, ...] = (),
    back: bool = False,
) -> View:
    return View(
        title=TITLE,
        item=item,
        question=question,
        body=blocks(body),
        note=blocks(note),
        notice=notice,
        why=blocks(why),
        options=options,
        can_back=back,
    )


def _keep_nothing(draft: Draft) -> None:
    """These pages have no draft."""
