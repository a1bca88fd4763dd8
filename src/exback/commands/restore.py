"""Bringing back an older copy of the progress file: what there is, what each holds, and which it shall be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from msgspec import Struct

from exback.commands.output import unchanged
from exback.console import tell
from exback.engine.sentences import entries_and_days
from exback.engine.view import Answer, Draft, Screen, View
from exback.errors import Gone, Locked, NothingToRestore, StoreError, Unreadable
from exback.model.dates import at_time
from exback.model.items import Choice, Option
from exback.model.prose import blocks, one_line
from exback.store import Backup, Store, inventory
from exback.store.codec import PLAIN, is_locked

KEEP = "keep"
LOCKED = "locked with a passphrase of its own"
CLOSED = "locked with a passphrase"
DAMAGED = "a file that exback can't read"
ORIGIN = {
    "aside": "put aside",
    "previous": "before the last save",
    "day": "kept once a day",
    "migration": "before a new version of exback",
    "merge": "before a merge",
    "conflict": "of another computer, and united with the file",
    "passphrase": "before the passphrase was changed",
}
"""What each kind of copy is called."""


class Copy(Struct, frozen=True):
    """A copy that can be brought back, and in words how much it holds."""

    backup: Backup
    held: str


def restore(store: Store, screen: Callable[[], Screen]) -> int:
    """Show what can be brought back, ask, and bring it. Gives the exit code. Raises NothingToRestore."""
    now, copies, damaged = _now(store), *_copies(store)
    if not copies:
        raise _nothing(store, damaged)
    view = _view(store, now, copies, damaged)
    with screen() as asked:
        event = asked.ask(view, _keep_nothing)
    chosen = next((copy for copy in copies if event == Answer(copy.backup.path.name)), None)
    if chosen is None:
        return unchanged(event)
    tell(*_brought(store, chosen))
    return 0


def restore_latest(store: Store) -> list[str]:
    """Bring back the copy that `restore` offers first, and say so. Raises NothingToRestore."""
    copies, damaged = _copies(store)
    if not copies:
        raise _nothing(store, damaged)
    return _brought(store, copies[0])


def _brought(store: Store, copy: Copy) -> list[str]:
    before, was_locked = _now(store) if store.exists() else "", store.is_locked
    store.restore(copy.backup.path)
    lines = [f"Brought back: {copy.held}.", f"  {store.path}"]
    if before == DAMAGED:
        lines.append("What could not be read is kept beside it, as it was.")
    elif before:
        lines.append("What stood there before is put aside in turn.")
    if store.is_locked and any(not is_locked(one) for one in inventory.copies(store.path)):
        lines.append(
            "Your file is locked now, and there are copies beside it that are not. To lock them: exback doctor"
        )
    elif was_locked and not store.is_locked:
        lines.append("Your file is not locked now. To lock it: exback lock")
    return lines


def _nothing(store: Store, damaged: int) -> NothingToRestore:
    sentence = "Nothing was put aside and there is no backup, so there is nothing to restore."
    return NothingToRestore("No older copy of your file can be read." if damaged else sentence, path=store.home)


def _now(store: Store) -> str:
    """Give what stands in the file's place, nothing if that is nothing. Raises TooNew and others that forbid a change."""
    try:
        progress = store.load()
    except Gone:
        return ""
    except Locked:
        return "a locked file"
    except Unreadable:
        return DAMAGED
    return entries_and_days(progress.runs) if progress.runs else ""


def _copies(store: Store) -> tuple[list[Copy], int]:
    """Give the copies that can be read, the likeliest first, and how many can't be.

    While a whole file stands, what was put aside is more likely meant than its own older versions.
    """
    found, damaged = [], 0
    for backup in store.backups():
        try:
            found.append(Copy(backup, _held(store, backup)))
        except StoreError:
            damaged += 1
    return sorted(found, key=lambda copy: copy.backup.kind != "aside") if _is_whole(store) else found, damaged


def _held(store: Store, backup: Backup) -> str:
    try:
        return entries_and_days(store.read(backup.path).runs)
    except Locked:  # of its own, unless the file is locked too and was not opened: then they may be one
        return CLOSED if store.codec is PLAIN and store.is_locked else LOCKED


def _is_whole(store: Store) -> bool:
    try:
        return bool(store.load().runs)
    except (Unreadable, Locked, Gone):
        return False


def _view(store: Store, now: str, copies: list[Copy], damaged: int) -> View:
    today = store.clock().date()
    keep = Option(KEEP, "Leave everything as it is")
    offered = tuple(_option(copy, today) for copy in copies)
    options = (keep, *offered) if _is_whole(store) else (*offered, keep)
    return View(
        title="Bring back",
        body=tuple(_said(store, now, damaged)),
        item=Choice("restore", "Which copy do you want back?", options=options),
        question="Which copy do you want back?",
        options=options,
        why=blocks(
            "Nothing is deleted. What stands there now is put aside first, and can be brought back the same way."
        ),
    )


def _option(copy: Copy, today: date) -> Option:
    when = at_time(copy.backup.when, today)
    origin = ORIGIN.get(copy.backup.kind, copy.backup.kind)
    return Option(copy.backup.path.name, when[:1].upper() + when[1:], f"{origin}; {copy.held}")


def _said(store: Store, now: str, damaged: int) -> Iterator[str]:
    yield f"In its place now: {now}. It would be set aside first." if now else "There is nothing in its place now."
    yield f"Your file: {one_line(store.path)}"
    if damaged:
        yield (
            "A copy that can't be read is left out."
            if damaged == 1
            else f"{damaged} copies that can't be read are left out."
        )


def _keep_nothing(draft: Draft) -> None:
    """This page has no draft."""
