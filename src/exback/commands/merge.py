"""`exback merge`: merge another progress file into the person's own, and say what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from exback.engine.sentences import entries_and_days
from exback.errors import Locked
from exback.model.dates import count
from exback.store import Store
from exback.store.codec import Codec, is_locked
from exback.store.merge import MergeResult


def merge(store: Store, other: Path, opener_of: Callable[[Path], Codec]) -> tuple[str, ...]:
    """Merge a file into the person's own, and return the lines to print. Raises StoreError, with both files unchanged.

    `opener_of` returns what opens the other file, if it is locked with a passphrase of its own.
    """
    is_first = not store.exists()
    try:
        result = store.merge(other)
    except Locked:
        result = store.merge(other, opener_of(other))
    return (*_summary(store, result, is_first=is_first), *_lock_sentences(store, other, result))


def _summary(store: Store, result: MergeResult | None, *, is_first: bool) -> Iterator[str]:
    if result is None:
        yield "There's nothing in that file that your file doesn't know. Nothing was changed."
        return
    if result.added:
        yield f"{_counted(result.added, 'entry')} came in."
    if result.changed:
        exception = ", except what was deleted for good" if result.deleted or result.kept_out else ""
        yield (
            f"{_counted(result.changed, 'entry')} {_were(result.changed)} in both files and differed. "
            f"The latest answers count. The others are kept{exception}."
        )
    if result.kept_out:
        yield f"{_counted(result.kept_out, 'answer')} in that file had been deleted for good here, and didn't come back."
    if result.deleted:
        yield from _deletion_sentences(store, result.deleted)
    yield from (f"Your file holds {entries_and_days(store.load().runs)} now.", f"  {store.path}")
    if not is_first:
        yield "As it was before: exback restore"


def _deletion_sentences(store: Store, number: int) -> Iterator[str]:
    """Yield what was deleted here because the other file had deleted it, and which copy still has it."""
    yield f"{_counted(number, 'answer')} had been deleted for good in that file, and {_were(number)} deleted here too."
    copy = next((backup.path for backup in store.backups() if backup.kind == "merge"), None)
    if copy is not None:
        yield from (
            f"The copy of your file from before the merge still has {'it' if number == 1 else 'them'}:",
            f"  {copy}",
        )


def _lock_sentences(store: Store, other: Path, result: MergeResult | None) -> Iterator[str]:
    """Yield where words can be read without a passphrase that are locked in the other of the two files."""
    if store.is_locked and not is_locked(other):
        yield from ("That other file stayed as it was, and it is not locked:", f"  {other}")
    if is_locked(other) and not store.is_locked and result is not None:
        yield "What was locked in that other file stands in yours now, which is not locked. To lock it: exback lock"


def _counted(number: int, thing: str) -> str:
    return count(number, thing).capitalize()


def _were(number: int) -> str:
    return "was" if number == 1 else "were"
