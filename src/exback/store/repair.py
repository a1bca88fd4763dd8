"""Repairs of what `exback doctor` finds, each made only when the person agrees to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import structs

from exback.errors import NothingToRestore, Unreadable, Unwritable
from exback.model.dates import day_of
from exback.model.prose import is_blank
from exback.model.run import Run, replaced
from exback.store import atomic, backups, editor_file, permissions, purge, rekey
from exback.store.codec import is_locked
from exback.store.erase import delete
from exback.store.file_lock import locked
from exback.store.inspection import State, survey
from exback.store.inventory import Role
from exback.store.progress import encode
from exback.store.store import Store

WHOSE = "Find out who it belongs to."


def close_folder(store: Store) -> None:
    """Take the right to look into the folder from others. Raises Unwritable."""
    with permissions.could_not("exback couldn't make the folder private", store.home, WHOSE):
        store.home.chmod(permissions.PRIVATE_FOLDER)


def close_file(path: Path) -> None:
    """Take the right to read a file from others. Raises Unwritable."""
    if permissions.close_to_others(path) is False:
        raise Unwritable(
            "exback isn't allowed to make that file private.", path=path, hint=f"Its owner can: chmod 600 {path}"
        )


def bring_back(store: Store) -> Path:
    """Put the latest undamaged copy in place of the file, and return its path. The file is put aside first.

    Raises NothingToRestore, or StoreError.
    """
    for copy in survey(store).copies:
        if copy.role in (Role.BACKUP, Role.ASIDE) and copy.seen.state in (State.WHOLE, State.LOCKED):
            return store.restore(copy.seen.path)
    raise NothingToRestore("There's no undamaged older copy.", path=store.home)


def lock_copies(store: Store) -> None:
    """Lock every unlocked copy, like the file itself. Raises Unwritable, with one that could not be locked."""
    left = [path for path in rekey.lock_copies(store).left if path.exists() and not is_locked(path)]
    if left:
        raise Unwritable("exback couldn't lock this copy.", path=left[0], hint=WHOSE)


def merge_copy(store: Store, other: Path) -> None:
    """Merge a copy beside the file into it, and move the copy to `backups/`, sealed as the file is. Raises StoreError.

    It is not moved to `aside/`, where `restore` would take it for the last file that was put aside.
    """
    theirs = store.read(other)
    store.merge(other)
    burnt = {run.id: run for run in store.load().runs if run.burnt}
    with locked(store.home):
        data = store.keeping.seal(encode(purge.cleaned(theirs, burnt)))
        atomic.replace(backups.place(store.home, "conflict", day_of(store.clock())), data)
        atomic.drop(other)
        backups.prune(store.home, "conflict")


def take_words(store: Store, folder: Path, into: Callable[[str], Run]) -> None:
    """Save the run that `into` makes of the text that an editor left, and remove its folder. Raises StoreError."""
    words = editor_file.words_in(folder)
    if is_blank(words):
        raise Unreadable("exback found no words in it.", path=folder, hint="It's still there, and hasn't been changed.")
    store.put(into(words))
    remove(store, folder)


def rewrite_run(store: Store, work: Callable[[Sequence[Run]], Run]) -> None:
    """Save the run that `work` makes of those in the file, in place of its older self. Raises StoreError."""
    store.change(lambda now: structs.replace(now, runs=list(replaced(now.runs, work(now.runs)))))


def remove(store: Store, path: Path) -> None:
    """Delete something beside the file, but never the file itself, for good. Raises StoreError."""
    assert path != store.path
    with locked(store.home), permissions.could_not("exback couldn't delete it", path, WHOSE):
        delete(path)
