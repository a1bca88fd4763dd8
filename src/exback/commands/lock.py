"""x."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator

from exback.commands.output import unchanged
from exback.commands.passphrase import ORDINALS, _given, _hidden, _Left, _page
from exback.console import tell
from exback.engine.view import Leave, Screen
from exback.model.dates import count
from exback.model.items import Choice, Option, Reading, Text
from exback.store import Store, envelope, recovery_code, rekey

SHORTEST = 8


FEWEST_LETTERS = 5


KEEP = "keep"


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


def lock(store: Store, screen: Callable[[], Screen], cost: envelope.Cost = envelope.COST) -> int:
    """Lock the file with a passphrase, or give a locked one another. Gives the exit code."""
    was_locked = store.is_locked
    store.load()  # says what stands in the way before anybody has thought of a passphrase
    try:
        with screen() as asked:
            _decide(asked, *_lock_page(was_locked=was_locked))
            passphrase, code = _new_passphrase(asked), recovery_code.new_code()
            _copied(asked, code)
    except _Left as left:
        return unchanged(left.leave)
    copies = rekey.lock(store, envelope.new_key(passphrase, code, cost), passphrase)
    tell(f"Your file is locked{' with the new passphrase' if was_locked else ''}:", f"  {store.path}")
    stay = "could not be changed, and open as before" if was_locked else "could not be locked, and can still be read"
    return _told(copies, "locked with it", stay, BEYOND)


def _lock_page(*, was_locked: bool) -> tuple[str, str, Option, Option]:
    if was_locked:
        return CHANGING, "Another passphrase?", Option(KEEP, "Leave it as it is"), Option(GO_ON, "Give it another one")
    return LOCKING, "Lock it?", Option(KEEP, "Leave it open"), Option(GO_ON, "Lock it with a passphrase")


def _new_passphrase(asked: Screen) -> str:
    """Have a passphrase typed twice, until both are the same."""
    notice = ""
    while True:
        first = _given(asked, _hidden("new", "A passphrase for your file", GOOD_ONE, notice, WHY_CODE))
        notice = _fault(str(first))
        if notice:
            continue
        again = _given(
            asked, _hidden("again", "The same once more", "So that no slip locks you out.", "", "", back=True)
        )
        if again is not None and envelope.normal(str(again)) == envelope.normal(str(first)):
            return str(first)
        notice = "" if again is None else "The two were not the same. Please type both again."


def _fault(passphrase: str) -> str:
    text = envelope.normal(passphrase)
    if len(text) < SHORTEST:
        return "That is too short to keep anybody out. At least eight letters, please."
    if len(set(text)) < FEWEST_LETTERS:
        return "That has too few different letters to keep anybody out."
    return ""


def _copied(asked: Screen, code: str) -> None:
    """Show the code until one group of it was typed back."""
    groups = recovery_code.groups(code)
    place = secrets.randbelow(len(groups))
    shown = "\n".join(f"{number}   {group}" for number, group in enumerate(groups, 1))
    while True:
        _given(asked, _page(Reading("code", ""), body=f"{PAPER}\n\n{shown}", why=WHY_CODE))
        if _has_group(asked, ORDINALS[place], groups[place]):
            return


def _has_group(asked: Screen, ordinal: str, group: str) -> bool:
    """Ask for one group of the code; tell whether it was right, False if they want to see the code again."""
    notice = ""
    question = f"Type the {ordinal} group of your code"
    while True:
        item = Text("group", question)
        typed = _given(asked, _page(item, question, notice=notice, why=WHY_CODE, back=True))
        if typed is None:
            return False
        if str(typed).strip().upper() == group:
            return True
        notice = f"That is not the {ordinal} group. Look at your paper, or go back to see the code again."


def unlock(store: Store, screen: Callable[[], Screen]) -> int:
    """Keep the file plainly again; the passphrase was given. Gives the exit code."""
    if not store.is_locked:
        tell("Your file is not locked. To lock it with a passphrase: exback lock")
        return 0
    try:
        with screen() as asked:
            keep, go_on = Option(KEEP, "Leave it locked"), Option(GO_ON, "Unlock it")
            _decide(asked, UNLOCKING, "Unlock it?", keep, go_on)
    except _Left as left:
        return unchanged(left.leave)
    copies = rekey.unlock(store)
    tell("Your file is unlocked. Whoever uses your login can read it:", f"  {store.path}")
    return _told(copies, "unlocked with it", "stay locked", "To lock it again: exback lock")


def _decide(asked: Screen, body: str, question: str, keep: Option, go_on: Option) -> None:
    """Show what it means, to its end, and go on only for the one answer that says so."""
    options = (keep, go_on)
    meaning = _page(Reading("meaning", ""), body=body, why=WHY_SLOW)
    decision = _page(Choice("decision", question, options=options), question, why=WHY_SLOW, options=options, back=True)
    answer: object = None
    while answer is None:
        _given(asked, meaning)
        answer = _given(asked, decision)
    if answer != GO_ON:
        raise _Left(Leave())


def _told(copies: rekey.Copies, done: str, left: str, last: str) -> int:
    """Say what became of the copies. Gives the exit code: 1 if one of them stayed as it was."""
    tell(*_lines(copies, done, left, last))
    return 0 if copies.are_all_done else 1


def _lines(copies: rekey.Copies, done: str, left: str, last: str) -> Iterator[str]:
    if copies.done:
        yield f"{count(len(copies.done), 'older copy')} in this folder: {done}.".capitalize()
    for paths, what in ((copies.left, left), (copies.closed, CLOSED), (copies.broken, BROKEN)):
        if paths:
            yield f"These {what}:"
            yield from (f"  {path}" for path in paths)
    yield from last.split("\n")
