"""What can be done about something that is out of order, each only when the person says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import structs

from exback.errors import NothingToRestore, StoreError, Unreadable, Unwritable
from exback.model.dates import day_of
from exback.model.prose import is_blank
from exback.model.run import Run, replaced
from exback.store import atomic, backups, editor_file, permissions, purge, rekey
from exback.store.codec import is_locked
from exback.store.file_lock import locked
from exback.store.inspection import State, survey
from exback.store.inventory import Role
from exback.store.progress import encode
from exback.store.store import Store


def close_folder(store: Store) -> None:
    """Take from others the right to look into the folder. Raises Unwritable."""
    try:
        store.home.chmod(permissions.PRIVATE_FOLDER)
    except OSError as error:
        raise _refused("close the folder", error, store.home) from None


def close_file(path: Path) -> None:
    """Take from others the right to read a file. Raises Unwritable."""
    if permissions.close_to_others(path) is False:
        raise Unwritable(
            "exback may not close that file.", path=path, hint=f"Whoever it belongs to can: chmod 600 {path}"
        )


def bring_back(store: Store) -> Path:
    """Put the latest copy that is whole in place of the file, which is set aside first. Gives the copy.

    Raises NothingToRestore, or StoreError.
    """
    for copy in survey(store).copies:
        if copy.role in (Role.BACKUP, Role.ASIDE) and copy.seen.state in (State.WHOLE, State.LOCKED):
            return store.restore(copy.seen.path)
    raise NothingToRestore("There is no older copy that is whole.", path=store.home)


def lock_copies(store: Store) -> None:
    """Lock every copy that is not, like the file itself. Raises Unwritable, naming one that could not be."""
    left = [path for path in rekey.lock_copies(store).left if path.exists() and not is_locked(path)]
    if left:
        raise Unwritable("exback could not lock this copy.", path=left[0], hint="Look at whom it belongs to.")


def unite(store: Store, other: Path) -> None:
    """Unite the file with a copy beside it, and move that copy to the older ones, kept as the file is. Raises StoreError.

    It is no version of the file that was put aside, so no restore takes it for the latest of those.
    """
    theirs = store.read(other)
    store.merge(other)
    burnt = {run.id: run for run in store.load().runs if run.burnt}
    with locked(store.home):
        kept = store.keeping.seal(encode(purge.cleaned(theirs, burnt)))
        atomic.replace(backups.place(store.home, "conflict", day_of(store.clock())), kept)
        atomic.drop(other)
        backups.prune(store.home, "conflict")


def take_words(store: Store, folder: Path, into: Callable[[str], Run]) -> None:
    """Save the run that is made of the words which an editor left, and remove its folder. Raises StoreError."""
    words = editor_file.words_in(folder)
    if is_blank(words):
        raise Unreadable("There are no words in it that exback can read.", path=folder, hint="It was left as it is.")
    store.put(into(words))
    remove(store, folder)


def rewrite_run(store: Store, work: Callable[[Sequence[Run]], Run]) -> None:
    """Save the run that is made of those in the file, in place of its older self. Raises StoreError."""
    store.change(lambda kept: structs.replace(kept, runs=list(replaced(kept.runs, work(kept.runs)))))


def remove(store: Store, path: Path) -> None:
    """Delete something beside the file for good. Raises StoreError; the file itself is never deleted so."""
    assert path != store.path
    with locked(store.home):
        _deleted(path)


def _deleted(path: Path) -> None:
    if editor_file.is_paper(path):
        try:
            editor_file.remove(path)
        except OSError as error:
            raise _refused("delete that folder", error, path) from None
    else:
        atomic.drop(path)


def _refused(what: str, error: OSError, path: Path) -> StoreError:
    return Unwritable(
        f"exback could not {what}: {permissions.reason(error)}.", path=path, hint="Look at whom it belongs to."
    )
