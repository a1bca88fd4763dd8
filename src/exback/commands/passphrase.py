"""The passphrase of the progress file: asked for, set, changed, and taken away."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

from exback.console import say, tell, unchanged
from exback.engine.view import Answer, Back, Draft, Leave, Secret, View
from exback.errors import Hidden, Interrupted, WrongPassphrase
from exback.model.dates import count
from exback.model.items import Choice, Item, Option, Reading, Text
from exback.model.prose import blocks
from exback.screen import Screen
from exback.store import Store, envelope, recovery_code, rekey

TITLE = "exback"
TRIES = 3
SHORTEST = 8
FEWEST_LETTERS = 5
KEEP = "keep"
GO_ON = "go-on"
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")

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

WHY_ASKED = """Your file is locked, and nothing of it was read yet. After three wrong ones exback stops and changes \
nothing. If you have forgotten the passphrase, type your recovery code."""

TAKES_A_WHILE = "This file was locked so that trying a passphrase takes a while, up to a few minutes. Wait for it."

WHY_CODE = """People forget passphrases more often than anybody steals them. Without the code on paper, forgetting means \
that all you wrote is lost."""

WHY_SLOW = "Nothing is changed before the last of these pages. Leave them at any time, and all is as it was."

CLOSED = "are locked with another passphrase, and stayed as they are"
BROKEN = "are damaged, or locked by a newer exback, and stayed as they are"

BEYOND = """Copies made before may live on elsewhere:
  in a cloud folder, a backup, a snapshot of the disk, a file you exported.
What was deleted stays on a disk until it is written over. exback cannot reach either."""


class _Left(Exception):
    """They left the pages before anything was changed."""

    def __init__(self, leave: Leave) -> None:
        super().__init__()
        self.leave = leave


# Asking for it


def ask(path: Path, screen: Callable[[], Screen], question: str = "Your passphrase") -> rekey.Sealing:
    """Ask for the passphrase of a locked file, before anything else is asked or shown, and give what opens it.

    Raises WrongPassphrase after three tries, Interrupted when they leave (Hidden at once), StoreError when the file is damaged.
    """
    rekey.must_be_whole(path)
    with screen() as asked:
        return ask_on(asked, path, question)


def ask_on(asked: Screen, path: Path, question: str = "Your passphrase", notice: str = "") -> rekey.Sealing:
    """Ask for the passphrase on a screen that is open. Raises as `ask` does."""
    note = TAKES_A_WHILE if rekey.is_slow(path) else ""
    for more in reversed(range(TRIES)):
        try:
            typed = str(_given(asked, _hidden("passphrase", question, note, notice, WHY_ASKED)))
            return rekey.opened(path, typed)
        except WrongPassphrase as wrong:
            notice = _refusal(typed, wrong, more)
        except _Left as left:
            raise (Hidden if left.leave.hidden else Interrupted) from None
    raise WrongPassphrase(
        "None of these was the passphrase.", path=path, hint="Nothing was changed. Your recovery code opens it, too."
    )


def take(path: Path, words: str) -> rekey.Sealing:
    """Give what opens a locked file, for a passphrase that was handed over. Raises WrongPassphrase at once."""
    rekey.must_be_whole(path)
    if rekey.is_slow(path):
        say((TAKES_A_WHILE,))
    return rekey.opened(path, words)


def _refusal(typed: str, wrong: WrongPassphrase, left: int) -> str:
    slip = _slip(typed) if recovery_code.looks_like_one(typed) else ""
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


# Unlocking


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


# Pages and words


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
