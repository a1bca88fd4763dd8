"""`exback merge`: merge another progress file into the person's own, and say what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from exback.engine.sentences import entries_and_days
from exback.errors import Locked
from exback.model.dates import spelt
from exback.store import Store
from exback.store.codec import Codec, is_locked
from exback.store.merge import MergeResult

ADDED = ("One entry was added.", "{count} entries were added.")
CHANGED = ("One entry was different in the two files.", "{count} entries were different in the two files.")
KEPT = "The latest answers count. The others are saved too."
KEPT_BUT_DELETED = "The latest answers count. The others are saved too, except what was deleted for good."
KEPT_OUT = (
    "One answer in that file had been deleted for good here, so it didn't come back.",
    "{count} answers in that file had been deleted for good here, so they didn't come back.",
)
DELETED = (
    "One answer had been deleted for good in that file, so it was deleted here too.",
    "{count} answers had been deleted for good in that file, so they were deleted here too.",
)
STILL_THERE = (
    "The copy of your file from before the merge still has it:",
    "The copy of your file from before the merge still has them:",
)


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
        yield "There's nothing in that file that isn't in yours already. Nothing was changed."
        return
    if result.added:
        yield _counted(ADDED, result.added)
    if result.changed:
        yield _counted(CHANGED, result.changed)
        yield KEPT_BUT_DELETED if result.deleted or result.kept_out else KEPT
    if result.kept_out:
        yield _counted(KEPT_OUT, result.kept_out)
    if result.deleted:
        yield from _deletion_sentences(store, result.deleted)
    yield from (f"Your file now has {entries_and_days(store.load().runs)}:", f"  {store.path}")
    if not is_first:
        yield "To bring back how it was before: exback restore"


def _deletion_sentences(store: Store, number: int) -> Iterator[str]:
    """Yield what was deleted here because the other file had deleted it, and which copy still has it."""
    yield _counted(DELETED, number)
    copy = next((backup.path for backup in store.backups() if backup.kind == "merge"), None)
    if copy is not None:
        yield from (_counted(STILL_THERE, number), f"  {copy}")


def _lock_sentences(store: Store, other: Path, result: MergeResult | None) -> Iterator[str]:
    """Yield where words can be read without a passphrase that are locked in the other of the two files."""
    if store.is_locked and not is_locked(other):
        yield from ("The other file wasn't changed, and it isn't locked:", f"  {other}")
    if is_locked(other) and not store.is_locked and result is not None:
        yield "What was locked in the other file is now in yours, which isn't locked. To lock it: exback lock"


def _counted(sentences: tuple[str, str], number: int) -> str:
    """Return the sentence for one thing, or that for several."""
    single, several = sentences
    return single if number == 1 else several.format(count=spelt(number).capitalize())
