"""Uniting the progress file with another one, and saying what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from exback.engine.sentences import entries_and_days
from exback.errors import Locked
from exback.model.dates import count
from exback.store import Store
from exback.store.codec import Codec, is_locked
from exback.store.merge import MergeResult


def merge(store: Store, other: Path, ask: Callable[[Path], Codec]) -> tuple[str, ...]:
    """Unite a file with the person's own, and give what to say. Raises StoreError; both are as they were then.

    `ask` gives what opens the other one, if it is locked in a way of its own.
    """
    is_first = not store.exists()
    try:
        news = store.merge(other)
    except Locked:
        news = store.merge(other, ask(other))
    return (*_came(store, news, is_first=is_first), *_kept(store, other, news))


def _came(store: Store, news: MergeResult | None, *, is_first: bool) -> Iterator[str]:
    if news is None:
        yield "There's nothing in that file that your file doesn't know. Nothing was changed."
        return
    if news.added:
        yield f"{_entries(news.added)} came in."
    if news.changed:
        but = ", except what was deleted for good" if news.deleted or news.kept_out else ""
        yield (
            f"{_entries(news.changed)} {_were(news.changed)} in both files and differed. "
            f"The latest answers count. The others are kept{but}."
        )
    if news.kept_out:
        yield f"{_answers(news.kept_out)} in that file had been deleted for good here, and didn't come back."
    if news.deleted:
        yield from _deleted(store, news.deleted)
    yield from (f"Your file holds {entries_and_days(store.load().runs)} now.", f"  {store.path}")
    if not is_first:
        yield "As it was before: exback restore"


def _deleted(store: Store, number: int) -> Iterator[str]:
    """Say what the other file has removed from this one, and where it is still to be found."""
    yield f"{_answers(number)} had been deleted for good in that file, and {_were(number)} deleted here too."
    copy = next((one.path for one in store.backups() if one.kind == "merge"), None)
    if copy is not None:
        yield from (f"The copy of your file from before the merge still has {_it(number)}:", f"  {copy}")


def _kept(store: Store, other: Path, news: MergeResult | None) -> Iterator[str]:
    """Say where words lie that were locked in one place and are not in another."""
    if store.is_locked and not is_locked(other):
        yield from ("That other file stayed as it was, and it is not locked:", f"  {other}")
    if is_locked(other) and not store.is_locked and news is not None:
        yield "What was locked in that other file stands in yours now, which is not locked. To lock it: exback lock"


def _entries(number: int) -> str:
    return count(number, "entry").capitalize()


def _answers(number: int) -> str:
    return count(number, "answer").capitalize()


def _were(number: int) -> str:
    return "was" if number == 1 else "were"


def _it(number: int) -> str:
    return "it" if number == 1 else "them"
