"""`exback restore`: bring back what a reset put aside, or another older copy of the progress file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from msgspec import Struct

from exback.commands.pages import KEEP, asked, page, unchanged
from exback.console import tell
from exback.engine.sentences import entries_and_days
from exback.engine.view import Answer, Screen, View
from exback.errors import Gone, Locked, NoTerminal, NothingToRestore, StoreError, Unreadable
from exback.model.dates import at_time, spelt
from exback.model.items import Choice, Option
from exback.model.prose import one_line
from exback.store import Backup, Store, inventory
from exback.store.codec import PLAIN, is_locked

LOCKED = "a copy locked with its own passphrase"
CLOSED = "a locked copy"
LOCKED_FILE = "a locked file"
DAMAGED = "a file that exback can't read"
UNREADABLE = "One copy can't be read, so it isn't listed."
ALL_UNREADABLE = "{count} copies can't be read, so they aren't listed."
ORIGIN = {
    "aside": "put aside",
    "previous": "before the last save",
    "day": "saved once a day",
    "migration": "before a new version of exback",
    "merge": "before a merge",
    "conflict": "from another computer, merged into your file",
    "passphrase": "before the passphrase was changed",
}
"""What each kind of copy is called."""


class Copy(Struct, frozen=True):
    """A copy that can be brought back, and how much it holds, in words."""

    backup: Backup
    held: str


def restore(store: Store, open_screen: Callable[[], Screen]) -> int:
    """Ask which copy to bring back, and bring it back. Return the exit code. Raises NothingToRestore, NoTerminal."""
    current, (copies, damaged) = _current(store), _copies(store)
    try:
        with open_screen() as screen:
            event = asked(screen, _view(store, current, copies, damaged))
    except NoTerminal as error:
        hint = "To bring back the latest copy without asking: exback restore --latest"
        raise NoTerminal(str(error), hint=hint) from None
    copy = next((copy for copy in copies if event == Answer(copy.backup.path.name)), None)
    if copy is None:
        return unchanged(event)
    tell(*_bring_back(store, copy))
    return 0


def restore_latest(store: Store) -> list[str]:
    """Bring back the copy that `restore` offers first, and return the lines to print. Raises NothingToRestore."""
    copies, _ = _copies(store)
    return _bring_back(store, copies[0])


def _bring_back(store: Store, copy: Copy) -> list[str]:
    before, was_locked = _current(store), store.is_locked
    store.restore(copy.backup.path)
    lines = [f"Brought back: {copy.held}.", f"  {store.path}"]
    if before == DAMAGED:
        lines.append("The file that couldn't be read is kept next to it, as it was.")
    elif before:
        lines.append("What was there before is put aside now.")
    if store.is_locked and any(not is_locked(path) for path in inventory.copies(store.path)):
        lines.append("Your file is locked now, but some copies next to it aren't. To lock them: exback doctor")
    elif was_locked and not store.is_locked:
        lines.append("Your file isn't locked now. To lock it: exback lock")
    return lines


def _current(store: Store) -> str:
    """Return what is in the file's place now, in words, empty if nothing is. Raises StoreError if it may not be changed."""
    try:
        runs = store.load().runs
    except Gone:
        return ""
    except Locked:
        return LOCKED_FILE
    except Unreadable:
        return DAMAGED
    return entries_and_days(runs) if runs else ""


def _is_whole(current: str) -> bool:
    return current not in ("", LOCKED_FILE, DAMAGED)


def _copies(store: Store) -> tuple[list[Copy], int]:
    """Return the copies that can be read, the likeliest first, and how many can't be. Raises NothingToRestore.

    While the file is whole, someone more likely wants what was put aside than its own older versions.
    """
    copies, damaged = [], 0
    for backup in store.backups():
        try:
            copies.append(Copy(backup, _held(store, backup)))
        except StoreError:
            damaged += 1
    is_whole = _is_whole(_current(store))  # before it's said that there is nothing: the file may be out of reach
    if not copies:
        sentence = "Nothing was put aside and there's no backup, so there's nothing to restore."
        raise NothingToRestore("No older copy of your file can be read." if damaged else sentence, path=store.home)
    if is_whole:
        copies.sort(key=lambda copy: copy.backup.kind != "aside")
    return copies, damaged


def _held(store: Store, backup: Backup) -> str:
    try:
        return entries_and_days(store.read(backup.path).runs)
    except Locked:  # with a passphrase of its own, unless the file is locked and wasn't opened: it may be the same one
        return CLOSED if store.codec is PLAIN and store.is_locked else LOCKED


def _view(store: Store, current: str, copies: list[Copy], damaged: int) -> View:
    keep = Option(KEEP, "Don't bring anything back")
    offered = tuple(_option(copy, store.clock().date()) for copy in copies)
    options = (keep, *offered) if _is_whole(current) else (*offered, keep)
    return page(
        "Bring back a copy",
        Choice("restore", "Which copy do you want back?", options=options),
        body=tuple(_sentences(store, current, damaged)),
        why="Nothing is deleted. What's there now is put aside first, and you can bring it back the same way.",
    )


def _option(copy: Copy, today: date) -> Option:
    when = at_time(copy.backup.when, today)
    origin = ORIGIN.get(copy.backup.kind, copy.backup.kind)
    return Option(copy.backup.path.name, when[:1].upper() + when[1:], f"{origin}; {copy.held}")


def _sentences(store: Store, current: str, damaged: int) -> Iterator[str]:
    before = f"What's there now: {current}. It would be put aside first."
    yield before if current else "There's nothing there now."
    yield f"Your file: {one_line(store.path)}"
    if damaged:
        yield (UNREADABLE if damaged == 1 else ALL_UNREADABLE).format(count=spelt(damaged).capitalize())
