"""A whole entry deleted for good, and one whose end was taken back: in the file, its copies, a merge and another window."""

from __future__ import annotations

from pathlib import Path

import pytest
from unit.store.test_merge import at, only, run

from exback.model.boundaries import AFRAID_OF_ME, standing
from exback.model.journey import Journey
from exback.model.run import Run, changed, finished, reopened
from exback.model.safety import deleted
from exback.model.timeline import SAFETY
from exback.store import Store
from exback.store.concurrent_saves import Versions, rebased

SLIP = run("a", step="contact", finished=at(1), finish_number=2, answers={"before": "the secret hour"})


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A file with one entry that is to go and one that stays, both in its copies too."""
    store = Store(tmp_path / "home", clock=lambda: at(2))
    store.put(SLIP)
    store.put_aside()
    store.put(SLIP)
    store.put(run("b", answers={"letter": "Another letter."}))
    return store


def everything(store: Store) -> bytes:
    """Return the bytes of the file and of all its copies."""
    return b"".join(path.read_bytes() for path in store.home.rglob("*") if path.is_file())


def test_it_goes_from_the_file_and_from_every_copy(store: Store) -> None:
    """No word of it is left, nor of which step it was; the other entry stays."""
    store.delete("a")
    assert b"secret" not in everything(store)
    assert b"contact" not in everything(store)
    assert b"Another letter." in store.path.read_bytes()
    assert [entry.is_deleted for entry in store.load().runs] == [True, False]


@pytest.mark.parametrize("value", [True, False])
def test_an_answer_about_safety_is_deleted_by_nothing(tmp_path: Path, value: bool) -> None:
    """The entry stays as it is, in the store as in a merge with a copy in which it's said to be deleted."""
    store = Store(tmp_path / "home", clock=lambda: at(2))
    answered = run("a", finished=at(1), finish_number=2, answers={AFRAID_OF_ME.id: value, "name": "J."})
    store.put(answered)
    store.delete("a")
    assert store.load().runs[0].answers == answered.answers
    assert only(answered, deleted(run("a"), at(3))).answers == {AFRAID_OF_ME.id: value}


def test_a_note_written_by_hand_hides_no_yes() -> None:
    """A run that's said to be deleted, and has a yes, still counts."""
    odd = changed(run("a", finished=at(1), answers={AFRAID_OF_ME.id: True}), burnt=deleted(SLIP, at(2)).burnt)
    assert not odd.is_deleted
    assert standing(Journey([odd], at(3))) == (AFRAID_OF_ME,)
    assert set(odd.burnt).isdisjoint(SAFETY)


def test_no_older_copy_brings_it_back() -> None:
    """Merged with a copy from before, in either order, it's still gone."""
    gone = deleted(SLIP, at(2))
    both = only(SLIP, gone)
    assert both == changed(gone, start_number=both.start_number, finish_number=both.finish_number)


def test_what_another_window_types_meanwhile_stays() -> None:
    """The words typed since are kept, and what was deleted doesn't come back with them."""
    gone = deleted(SLIP, at(2))
    typed = changed(SLIP, drafts={"change": "new words"})
    saved = rebased(Versions(SLIP, typed, SLIP, gone), 9)
    assert "new words" in str(saved)
    assert "secret" not in str(saved)


def test_another_window_that_only_looked_brings_nothing_back() -> None:
    """It had the entry open, and changed nothing but the page it was on."""
    gone = deleted(SLIP, at(2))
    assert rebased(Versions(SLIP, changed(SLIP, cursor="hoped"), SLIP, gone), 9) == gone


def undone(entry: Run) -> Run:
    """Return a run whose end was taken back three hours after noon."""
    return reopened(entry, at(3), 3)


def test_an_end_that_was_taken_back_comes_back_with_no_copy() -> None:
    """A copy from before doesn't finish it again, and what was changed since is what counts."""
    again = changed(undone(SLIP), answers={"before": "other words"})
    both = only(SLIP, again)
    assert (both.finished, both.finish_number, both.answers) == (None, 0, {"before": "other words"})
    assert only(SLIP, finished(again, at(4), 4)).finished == at(4)


def test_an_end_that_was_taken_back_stays_so_beside_another_window() -> None:
    """Whichever window saves last, the entry isn't finished."""
    looked = changed(SLIP, cursor="hoped")
    mine = rebased(Versions(SLIP, undone(SLIP), SLIP, looked), 9)
    theirs = rebased(Versions(SLIP, looked, SLIP, undone(SLIP)), 9)
    assert (mine.finished, mine.finish_number) == (theirs.finished, theirs.finish_number) == (None, 0)


def test_taking_an_end_back_leaves_the_copies_alone(store: Store) -> None:
    """Nothing is deleted by it, so the version before is kept as always."""
    before = len(store.backups())
    store.put(undone(SLIP))
    assert store.load().runs[0].finished is None
    assert b"secret" in store.path.read_bytes()
    assert len(store.backups()) >= before
