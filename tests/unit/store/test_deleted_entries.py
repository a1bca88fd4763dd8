"""A whole entry deleted for good, and one whose end was taken back: in the file, its copies, a merge and another window."""

from __future__ import annotations

from functools import reduce
from itertools import permutations
from pathlib import Path

import pytest
from support.person import Person
from unit.store.test_merge import at, only, progress, run

from exback.engine.session import Session
from exback.engine.view import Answer, GoTo
from exback.model.boundaries import AFRAID_OF_ME, standing
from exback.model.journey import Journey
from exback.model.run import FINISHED, Earlier, Run, burnt, changed, finished, reopened
from exback.model.safety import deleted
from exback.model.timeline import SAFETY
from exback.store import Store
from exback.store.concurrent_saves import Versions, rebased
from exback.store.merge import merged

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
    opened = undone(SLIP)
    change = Earlier("before", SLIP.answers["before"], at(3), 4)
    again = changed(opened, answers={"before": "other words"}, history=[*opened.history, change])
    both = only(SLIP, again)
    assert (both.finished, both.finish_number, both.answers) == (None, 0, {"before": "other words"})
    assert only(SLIP, finished(again, at(4), 5)).finished == at(4)


def test_an_end_that_an_earlier_version_took_back_may_have_changed_any_answer() -> None:
    """It wrote down no change after that, so what its copy says is what counts."""
    again = changed(undone(SLIP), answers={"before": "other words"}, answered=None)
    assert only(SLIP, again).answers == {"before": "other words"}


class TestTakingBackAnEndChangesNoAnswer:
    """Of three copies of a check-in, one has a correction, one was only opened again, and from one it was deleted."""

    CHECK_IN = run("a", step="check-in", finished=at(1), finish_number=2, answers={"mood": 6, "line": "A long day."})
    CORRECTED = changed(CHECK_IN, answers={"mood": 2, "line": "A long day."}, history=[Earlier("mood", 6, at(2), 3)])
    OPENED = reopened(CHECK_IN, at(3), 3)
    ENDED_AGAIN = finished(OPENED, at(4), 4)
    GONE = deleted(CHECK_IN, at(2))

    @pytest.mark.parametrize("other", [OPENED, ENDED_AGAIN, reopened(ENDED_AGAIN, at(5), 5)])
    def test_a_correction_stays(self, other: Run) -> None:
        """Also where the other copy was finished again later, and opened again after that."""
        both = only(self.CORRECTED, other)
        assert both.answers == {"mood": 2, "line": "A long day."}
        assert (both.finished is None) == (other.finished is None)

    @pytest.mark.parametrize("other", [OPENED, ENDED_AGAIN])
    def test_what_was_deleted_stays_deleted(self, other: Run) -> None:
        """Nothing was written after it."""
        both = only(self.GONE, other)
        assert both.is_deleted
        assert both.is_empty
        assert not both.answers

    def test_one_answer_that_was_deleted_stays_deleted(self) -> None:
        """The others are there."""
        assert only(burnt(self.CHECK_IN, {"line"}, at(2)), self.ENDED_AGAIN).answers == {"mood": 6, "line": None}

    def test_a_change_after_it_counts_alone(self) -> None:
        """It stays beside a correction of another answer, and beside the deletion of everything before it."""
        change = Earlier("line", "A long day.", at(4), 4)
        written = changed(self.OPENED, answers={"mood": 6, "line": "Anew."}, history=[*self.OPENED.history, change])
        assert only(self.CORRECTED, written).answers == {"mood": 2, "line": "Anew."}
        assert only(self.GONE, written).answers == {"line": "Anew."}

    @pytest.mark.parametrize("order", list(permutations(range(4))))
    def test_the_order_makes_no_difference(self, order: tuple[int, ...]) -> None:
        """Four copies in any order: a correction goes as well if it isn't later than the deletion."""
        copies = [self.CORRECTED, self.OPENED, self.ENDED_AGAIN, self.GONE]
        both = reduce(merged, [progress(copies[place]) for place in order]).runs[0]
        assert both.is_deleted

    def test_a_session_writes_every_change_down(self, person: Person) -> None:
        """What is changed after an entry was opened again has an entry in the history, and nothing else has."""
        run = person.answers("check-in", {"mood": 6, "longing": 5, "sleep": 5, "line": "A long day."})
        session = Session.reopen(person.program, person.program.step("check-in"), person.journey, run)
        for event in (GoTo("mood"), Answer("2"), GoTo("sleep"), Answer("5")):
            session = session.apply(event, person.clock())
        assert session.run.answers["mood"] == 2
        assert [(entry.item, entry.value) for entry in session.run.history if entry.item != FINISHED] == [("mood", 6)]


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
