"""`exback lock` and `exback unlock`: lock the progress file with a passphrase, change it, or take it away."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from exback.commands.pages import KEEP, TITLE, Left, answer_to, page, unchanged
from exback.commands.passphrase import ORDINALS
from exback.console import tell
from exback.engine.view import Leave, Screen, Secret
from exback.model.dates import count
from exback.model.items import Choice, Option, Reading, Text
from exback.model.prose import blocks
from exback.store import Store, envelope, recovery_code, rekey

SHORTEST = 8
FEWEST_LETTERS = 5
"""Different letters that a passphrase must have."""
GO_ON = "go-on"

LOCKING = """Locking closes your file with a passphrase. From then on exback asks for it before it shows anything, and \
nobody can read the file without it, not even with your login.

What it does not do:
- It does not help against somebody who watches your screen or your keys, or who has the passphrase.
- It does not reach copies made before: in a cloud folder, a backup, a snapshot of the disk, a file you exported.
- What you typed may still lie in this computer's memory, and in places on the disk that are not written over yet.

You also get a recovery code, to write on paper. If you lose both, nobody can open the file, and your words are lost."""

CHANGING = """Your file is locked. You can give it another passphrase. It gets a new recovery code as well, and the old \
two open nothing in this folder any more: older copies are changed too, and one that can't be is named at the end.

A copy that somebody made before still opens with the old ones."""

UNLOCKING = """Your file is locked. Unlocked, it can be read by whoever uses your login, looks after this computer, or \
holds a backup of it."""

GOOD_ONE = """Four or five words that do not belong together are strong, and can be remembered. Not the passphrase of \
your login, and nothing that the person you write about could guess. At least eight letters."""

PAPER = """This code opens your file if you forget the passphrase. It is shown this once, and kept nowhere.

Write it on paper, and put the paper where they would not look. There is no 0, O, 1 or I in it."""

WHY_CODE = """People forget passphrases more often than anybody steals them. Without the code on paper, forgetting means \
that all you wrote is lost."""

WHY_SLOW = "Nothing is changed before the last of these pages. Leave them at any time, and all is as it was."

CLOSED = "are locked with another passphrase, and stayed as they are"

BROKEN = "are damaged, or locked by a newer exback, and stayed as they are"

BEYOND = """Copies made before may live on elsewhere:
  in a cloud folder, a backup, a snapshot of the disk, a file you exported.
What was deleted stays on a disk until it is written over. exback cannot reach either."""


def lock(store: Store, open_screen: Callable[[], Screen], cost: envelope.Cost = envelope.COST) -> int:
    """Lock the file with a passphrase, or change the passphrase of a locked one. Return the exit code."""
    was_locked = store.is_locked
    store.load()  # raises what stands in the way before anyone has thought of a passphrase
    try:
        with open_screen() as screen:
            if was_locked:
                _confirm(screen, CHANGING, "Another passphrase?", "Leave it as it is", "Give it another one")
            else:
                _confirm(screen, LOCKING, "Lock it?", "Leave it open", "Lock it with a passphrase")
            passphrase, code = _new_passphrase(screen), recovery_code.new_code()
            _have_copied(screen, code)
    except Left as left:
        return unchanged(left.leave)
    copies = rekey.lock(store, envelope.new_key(passphrase, code, cost), passphrase)
    tell(f"Your file is locked{' with the new passphrase' if was_locked else ''}:", f"  {store.path}")
    stay = "could not be changed, and open as before" if was_locked else "could not be locked, and can still be read"
    return _report(copies, "locked with it", stay, BEYOND)


def unlock(store: Store, open_screen: Callable[[], Screen]) -> int:
    """Take the passphrase away from an open file. Return the exit code."""
    if not store.is_locked:
        tell("Your file is not locked. To lock it with a passphrase: exback lock")
        return 0
    try:
        with open_screen() as screen:
            _confirm(screen, UNLOCKING, "Unlock it?", "Leave it locked", "Unlock it")
    except Left as left:
        return unchanged(left.leave)
    copies = rekey.unlock(store)
    tell("Your file is unlocked. Whoever uses your login can read it:", f"  {store.path}")
    return _report(copies, "unlocked with it", "stay locked", "To lock it again: exback lock")


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
        item = Secret("new", "A passphrase for your file")
        first = str(answer_to(screen, page(TITLE, item, note=GOOD_ONE, notice=notice, why=WHY_CODE)))
        notice = _objection(first)
        if notice:
            continue
        item = Secret("again", "The same once more")
        again = answer_to(screen, page(TITLE, item, note="So that no slip locks you out.", can_back=True))
        if again is not None and envelope.normal(str(again)) == envelope.normal(first):
            return first
        notice = "" if again is None else "The two were not the same. Please type both again."


def _objection(passphrase: str) -> str:
    """Return why a passphrase is too weak, empty if it isn't."""
    text = envelope.normal(passphrase)
    if len(text) < SHORTEST:
        return "That is too short to keep anybody out. At least eight letters, please."
    if len(set(text)) < FEWEST_LETTERS:
        return "That has too few different letters to keep anybody out."
    return ""


def _have_copied(screen: Screen, code: str) -> None:
    """Show the recovery code until one group of it, chosen at random, was typed back. Raises Left."""
    groups = recovery_code.groups(code)
    place = secrets.randbelow(len(groups))
    numbered = "\n".join(f"{number}   {group}" for number, group in enumerate(groups, 1))
    item = Text("group", f"Type the {ORDINALS[place]} group of your code")
    notice = f"That is not the {ORDINALS[place]} group. Look at your paper, or go back to see the code again."
    typed: object = None
    while typed is None:
        answer_to(screen, page(TITLE, Reading("code", ""), body=blocks(f"{PAPER}\n\n{numbered}"), why=WHY_CODE))
        typed = answer_to(screen, page(TITLE, item, why=WHY_CODE, can_back=True))
        while typed is not None and str(typed).strip().upper() != groups[place]:
            typed = answer_to(screen, page(TITLE, item, notice=notice, why=WHY_CODE, can_back=True))


def _report(copies: rekey.Copies, done: str, left: str, last: str) -> int:
    """Print what happened to the older copies. Return the exit code: 1 if one of them is as it was."""
    lines: list[str] = []
    if copies.done:
        lines.append(f"{count(len(copies.done), 'older copy')} in this folder: {done}.".capitalize())
    for paths, what in ((copies.left, left), (copies.closed, CLOSED), (copies.broken, BROKEN)):
        if paths:
            lines += [f"These {what}:", *(f"  {path}" for path in paths)]
    tell(*lines, *last.split("\n"))
    return 0 if copies.are_all_done else 1
