"""`exback lock` and `exback unlock`: lock the progress file with a passphrase, change it, or take it away."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from exback.commands.pages import KEEP, TITLE, Left, answer_to, page, unchanged
from exback.commands.passphrase import ORDINALS
from exback.console import tell
from exback.engine.view import Leave, Screen, Secret
from exback.model.dates import spelt
from exback.model.items import Choice, Option, Reading, Text
from exback.model.prose import blocks
from exback.store import Store, envelope, recovery_code, rekey

SHORTEST = 8
FEWEST_LETTERS = 5
"""Different letters that a passphrase must have."""
GO_ON = "go-on"

LOCKING = """You can lock your file with a passphrase. exback then asks for it before it shows anything, and no one can read the \
file without it, not even with your login.

What locking doesn't do:
- It doesn't help against someone who watches your screen or your keys, or who has the passphrase.
- It doesn't reach copies made before: in a cloud folder, a backup, a snapshot of the disk, a file you exported.
- What you typed may still be in this computer's memory, and in places on the disk that haven't been written over yet.

You also get a recovery code to write down on paper. If you lose both, no one can open the file, and your words are lost."""

CHANGING = """Your file is locked. You can change its passphrase. You get a new recovery code as well, and the old passphrase and \
code don't open anything in this folder any more. Older copies are changed too. If one can't be, exback says so at the end.

A copy that someone made before still opens with the old ones."""

UNLOCKING = """Your file is locked. If you unlock it, it can be read by anyone who uses your login, runs this computer or has a \
backup of it."""

GOOD_ONE = """Four or five words that have nothing to do with each other are hard to guess, and you can remember them. Don't use the \
password of your login, or anything that the person you write about could guess. It needs at least eight letters."""

PAPER = """This code opens your file if you forget the passphrase. You see it only this once, and exback doesn't save it.

Write it on paper, and put the paper where no one else will find it. There's no 0, O, 1 or I in it."""

WHY_CODE = """Passphrases are easy to forget. If you forget yours and don't have the code on paper, \
everything you wrote is lost."""

WHY_SLOW = (
    "Nothing is changed before the last of these pages. You can leave at any time, and everything stays as it was."
)

CLOSED = "These are locked with another passphrase, and weren't changed:"

BROKEN = "These are damaged, or locked by a newer version of exback, and weren't changed:"
COPY_LOCKED = "One older copy in this folder was locked too."
COPIES_LOCKED = "{count} older copies in this folder were locked too."
COPY_UNLOCKED = "One older copy in this folder was unlocked too."
COPIES_UNLOCKED = "{count} older copies in this folder were unlocked too."

BEYOND = """Copies made before may still be somewhere else:
  in a cloud folder, a backup, a snapshot of the disk, a file you exported.
What was deleted stays on a disk until it's written over. exback can't reach either."""


def lock(store: Store, open_screen: Callable[[], Screen], cost: envelope.Cost = envelope.COST) -> int:
    """Lock the file with a passphrase, or change the passphrase of a locked one. Return the exit code."""
    was_locked = store.is_locked
    store.load()  # raises what stands in the way before anyone has thought of a passphrase
    try:
        with open_screen() as screen:
            if was_locked:
                _confirm(screen, CHANGING, "Change the passphrase?", "Keep this passphrase", "Change the passphrase")
            else:
                _confirm(screen, LOCKING, "Lock your file?", "Leave it unlocked", "Lock it with a passphrase")
            passphrase, code = _new_passphrase(screen), recovery_code.new_code()
            _have_copied(screen, code)
    except Left as left:
        return unchanged(left.leave)
    copies = rekey.lock(store, envelope.new_key(passphrase, code, cost), passphrase)
    if was_locked:
        tell("Your file is locked with the new passphrase:", f"  {store.path}")
        unchanged_copies = "These couldn't be changed, and still open as before:"
    else:
        tell("Your file is locked:", f"  {store.path}")
        unchanged_copies = "These couldn't be locked, and can still be read:"
    return _report(copies, COPY_LOCKED, COPIES_LOCKED, unchanged_copies, BEYOND)


def unlock(store: Store, open_screen: Callable[[], Screen]) -> int:
    """Take the passphrase away from an open file. Return the exit code."""
    if not store.is_locked:
        tell("Your file isn't locked. To lock it with a passphrase: exback lock")
        return 0
    try:
        with open_screen() as screen:
            _confirm(screen, UNLOCKING, "Unlock your file?", "Leave it locked", "Unlock it")
    except Left as left:
        return unchanged(left.leave)
    copies = rekey.unlock(store)
    tell("Your file is unlocked. Anyone who uses your login can read it:", f"  {store.path}")
    still_locked = "These couldn't be unlocked, and stay locked:"
    return _report(copies, COPY_UNLOCKED, COPIES_UNLOCKED, still_locked, "To lock it again: exback lock")


def _confirm(screen: Screen, explanation: str, question: str, keep: str, go_on: str) -> None:
    """Show what it means, and ask whether to go on. Raises Left for any other answer."""
    decision = Choice("decision", question, options=(Option(KEEP, keep), Option(GO_ON, go_on)))
    answer: object = None
    while answer is None:
        answer_to(screen, page(TITLE, Reading("meaning", ""), body=blocks(explanation), why=WHY_SLOW))
        answer = answer_to(screen, page(TITLE, decision, why=WHY_SLOW, can_back=True))
    if answer != GO_ON:
        raise Left(Leave())


def _new_passphrase(screen: Screen) -> str:
    """Ask for a new passphrase until it is good enough, and was typed the same twice."""
    notice = ""
    while True:
        item = Secret("new", "Choose a passphrase for your file")
        first = str(answer_to(screen, page(TITLE, item, note=GOOD_ONE, notice=notice, why=WHY_CODE)))
        notice = _objection(first)
        if notice:
            continue
        item = Secret("again", "Type it again")
        again = answer_to(screen, page(TITLE, item, note="So a typo can't lock you out.", can_back=True))
        if again is not None and envelope.normal(str(again)) == envelope.normal(first):
            return first
        notice = "" if again is None else "Those weren't the same. Please type both again."


def _objection(passphrase: str) -> str:
    """Return why a passphrase is too weak, empty if it isn't."""
    text = envelope.normal(passphrase)
    if len(text) < SHORTEST:
        return "That's too short to keep anyone out. Please use at least eight letters."
    if len(set(text)) < FEWEST_LETTERS:
        return "That has too few different letters to keep anyone out. Please use more."
    return ""


def _have_copied(screen: Screen, code: str) -> None:
    """Show the recovery code until one group of it, chosen at random, was typed back. Raises Left."""
    groups = recovery_code.groups(code)
    place = secrets.randbelow(len(groups))
    numbered = "\n".join(f"{number}   {group}" for number, group in enumerate(groups, 1))
    item = Text("group", f"Type the {ORDINALS[place]} group of your code")
    notice = f"That's not the {ORDINALS[place]} group. Check your paper, or go back to see the code again."
    typed: object = None
    while typed is None:
        answer_to(screen, page(TITLE, Reading("code", ""), body=blocks(f"{PAPER}\n\n{numbered}"), why=WHY_CODE))
        typed = answer_to(screen, page(TITLE, item, why=WHY_CODE, can_back=True))
        while typed is not None and str(typed).strip().upper() != groups[place]:
            typed = answer_to(screen, page(TITLE, item, notice=notice, why=WHY_CODE, can_back=True))


def _report(copies: rekey.Copies, single: str, several: str, left: str, last: str) -> int:
    """Print what happened to the older copies. Return the exit code: 1 if one of them is as it was."""
    lines: list[str] = []
    if copies.done:
        number = len(copies.done)
        lines.append((single if number == 1 else several).format(count=spelt(number).capitalize()))
    for paths, sentence in ((copies.left, left), (copies.closed, CLOSED), (copies.broken, BROKEN)):
        if paths:
            lines += [sentence, *(f"  {path}" for path in paths)]
    tell(*lines, *last.split("\n"))
    return 0 if copies.are_all_done else 1
