"""The file vanishes, is changed or replaced by others, or was deleted on purpose, while exback is running."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.sealed import locked, opened
from support.trouble import SECRET, assert_one_plain_sentence, exback, small_file
from support.window import Window

from exback.errors import Erased, Gone, Unwritable
from exback.model.run import Run
from exback.model.settings import Settings
from exback.store import Store, erase, file_lock
from exback.store.codec import is_locked
from exback.store.decode import decode
from exback.store.paths import LOCK, LOCK_MARK
from exback.store.progress import Progress, encode

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def run(run_id: str, note: str = "") -> Run:
    """Return a run with an answer."""
    return Run(id=run_id, step="letter", started=NOON, answers={"letter": note or f"words of {run_id}"})


def told(store: Store, *run_ids: str) -> None:
    """Save some runs, one after the other."""
    for run_id in run_ids:
        store.put(run(run_id))


def in_the_copies(home: Path) -> list[list[str]]:
    """Return the ids of the runs in each older copy."""
    return [[one.id for one in decode(copy.path.read_bytes(), copy.path).runs] for copy in Store(home).backups()]


class TestVanished:
    """A sync program or a person removes the file, and the older copies stay."""

    def test_nobody_is_taken_for_new(self, home: Path) -> None:
        """Every command says that the file is missing and what to do, changes nothing, and can be left."""
        told(Store(home), "a", "b", "c")
        (home / "progress.json").unlink()

        with pytest.raises(Gone):
            Store(home).put(run("d"))
        looked = exback(home, "status")

        assert_one_plain_sentence(looked, home / "progress.json")
        assert "exback restore" in looked.err
        assert "exback reset" in looked.err
        assert in_the_copies(home)[0] == ["a", "b"]
        assert exback(home, "restore", "--latest").code == 0
        assert [one.id for one in Store(home).load().runs] == ["a", "b"]

    def test_a_reset_begins_anew_and_leaves_the_copies(self, home: Path) -> None:
        """Someone who deleted the file by hand to start over can do so; the copies can still be restored."""
        told(Store(home), "a", "b", "c")
        (home / "progress.json").unlink()

        begun = exback(home, "reset")

        assert begun.code == 0
        assert "the older copies stay" in begun.said
        assert Store(home).load() == Progress()
        told(Store(home), "d", "e", "f")
        assert ["a", "b"] in in_the_copies(home)

    @pytest.mark.parametrize("before", [["a"], ["a", "b", "c"]], ids=["saved once", "saved often"])
    def test_an_open_window_writes_anew_all_that_it_knew(self, before: list[str], home: Path) -> None:
        """The next save in an open window writes everything again, says so, and replaces no copy."""
        told(Store(home), *before)
        window = Store(home)
        window.load()
        copies = in_the_copies(home)
        (home / "progress.json").unlink()

        told(window, "x", "y", "z")

        assert [one.id for one in Store(home).load().runs] == [*before, "x", "y", "z"]
        assert "wrote it again" in " ".join(window.notices)
        assert [copy for copy in copies if copy not in in_the_copies(home)] == []

    def test_an_open_window_that_looks_first_still_knows_it(self, home: Path) -> None:
        """A window that reads the missing file before it saves, as the page of the day does, still has all runs."""
        window = Store(home)
        told(window, "a", "b", "c")
        (home / "progress.json").unlink()

        assert [one.id for one in window.load().runs] == ["a", "b", "c"]
        told(window, "d")

        assert [one.id for one in Store(home).load().runs] == ["a", "b", "c", "d"]

    def test_what_others_saved_since_is_not_lost_to_what_a_window_knew(self, home: Path) -> None:
        """The version before the last save can be newer than an idle window's; a deleted letter stays deleted."""
        told(Store(home), "a", "b")
        window = Store(home)
        window.load()
        told(Store(home), "c", "d")
        Store(home).forget("a", ["letter"])
        told(Store(home), "e", "f")
        (home / "progress.json").unlink()

        told(window, "x")

        kept = Store(home).load()
        assert [one.id for one in kept.runs] == ["a", "b", "c", "d", "e", "x"]
        assert kept.runs[0].answers == {"letter": None}
        assert b"words of a" not in b"".join(path.read_bytes() for path in home.rglob("*.json"))

    @pytest.mark.parametrize("then", ["vanishes", "reset"])
    def test_what_was_locked_elsewhere_is_not_written_in_plain(self, then: str, home: Path) -> None:
        """A window from before the lock says that the file is gone, or writes only its own page."""
        told(Store(home), "a", "b")
        window = Store(home)
        window.load()
        other = Store(home)
        locked(other, "five words for a lock")
        told(other, "c")
        if then == "reset":
            other.put_aside()
            told(window, "x")
            assert [one.id for one in Store(home).load().runs] == ["x"]
        else:
            (home / "progress.json").unlink()
            with pytest.raises(Gone):
                told(window, "x")

        assert b"words of a" not in b"".join(path.read_bytes() for path in home.rglob("*.json"))

    def test_what_this_window_holds_locked_is_written_locked(self, home: Path) -> None:
        """A file that vanished with all its copies isn't written again in plain text."""
        told(Store(home), "a", "b")
        locked(Store(home))
        window = opened(home)
        window.load()
        for gone in ("c", "d"):
            shutil.move(home / "progress.json" if gone == "c" else home, home.with_name(f"away-{gone}"))
            told(window, gone)

        assert [one.id for one in opened(home).load().runs] == ["a", "b", "c", "d"]
        assert [path for path in home.rglob("progress*.json") if not is_locked(path)] == []

    @pytest.mark.parametrize("restored", [0, -1], ids=["the latest copy", "the oldest copy"])
    def test_bringing_a_copy_back_gives_none_up(self, restored: int, home: Path) -> None:
        """Whichever copy is restored, and however often is saved after it, the others stay."""
        told(Store(home), "a", "b", "c")
        (home / "progress.json").unlink()
        copies = in_the_copies(home)

        Store(home).restore(Store(home).backups()[restored].path)
        told(Store(home), "x", "y", "z")

        assert [copy for copy in copies if copy not in in_the_copies(home)] == []

    @pytest.mark.parametrize("before", ["begun", "restored", "wrote it again"])
    def test_it_is_missed_whatever_came_before(self, before: str, home: Path) -> None:
        """A file that was saved once, restored, or written again by a window is missed as well."""
        window = Store(home)
        told(window, "a")
        if before == "restored":
            window.put_aside()
            window.restore()
        elif before == "wrote it again":
            told(window, "b")
            (home / "progress.json").unlink()
            told(window, "c")
        (home / "progress.json").unlink()

        with pytest.raises(Gone):
            Store(home).load()

    def test_after_a_reset_in_another_window_only_the_new_is_written(self, home: Path) -> None:
        """An open window doesn't bring back what someone put aside."""
        told(Store(home), "a", "b")
        window = Store(home)
        window.load()
        Store(home).put_aside()

        told(window, "x")

        assert [one.id for one in Store(home).load().runs] == ["x"]
        assert window.notices == []


def _by_hand(home: Path) -> None:
    path = home / "progress.json"
    path.write_bytes(path.read_bytes().replace(b"words of c", b"woods of c"))


def _by_an_older_one(home: Path) -> None:
    (home / "progress.json").write_bytes(encode(Progress(revision=1, runs=[run("a")])))


@pytest.mark.parametrize("change", [_by_hand, _by_an_older_one])
def test_the_version_before_an_outside_change_is_kept(change: Callable[[Path], None], home: Path) -> None:
    """However often exback saves after another program wrote to the file, the version before can be restored."""
    window = Store(home)
    told(window, "a", "b", "c", "d")
    change(home)
    telling = (run(f"new-{number}") for number in range(3))
    for one in telling:
        window.put(one)

    assert ["a", "b", "c"] in in_the_copies(home)


class TestErased:
    """`exback reset --erase` while another window is open."""

    def test_no_word_comes_back(self, home: Path) -> None:
        """The other window says so, and saves and creates nothing, however often it tries."""
        window = Store(home)
        told(window, "a", "b")
        erase.erase(home / "progress.json")

        for _ in range(2):
            with pytest.raises(Erased) as refused:
                told(window, "c")
            assert "deleted in another window" in str(refused.value)
            assert not home.exists()

    def test_nor_into_what_was_begun_since(self, home: Path) -> None:
        """Someone who has started a new file meanwhile finds nothing of the old one in it."""
        window = Store(home)
        window_that_only_looked = Store(home)
        told(window, "a", "b")
        window_that_only_looked.load()
        erase.erase(home / "progress.json")
        told(Store(home), "new")
        for reset in (False, True):
            if reset:
                Store(home).put_aside()
            for one in (window, window_that_only_looked):
                with pytest.raises(Erased):
                    told(one, "c")

        assert in_the_copies(home) == [["new"]]
        assert Store(home).load() == Progress()

    def test_nor_by_changing_an_entry_that_was_on_the_screen(self, home: Path) -> None:
        """Someone who opens an entry in that window is told before anything is written."""
        window = Store(home)
        told(window, "a")
        erase.erase(home / "progress.json")

        with pytest.raises(Erased):
            window.load()
        assert not home.exists()

    def test_a_window_that_waits_meanwhile_makes_nothing_either(
        self, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A window that waited for the lock during the erasure creates nothing."""
        window = Store(home)
        told(window, "a")
        wait = file_lock._wait

        def and_it_is_erased(handle: int, folder: Path, patience: float) -> None:
            monkeypatch.setattr(file_lock, "_wait", wait)
            erase.erase(home / "progress.json")
            wait(handle, folder, patience)

        monkeypatch.setattr(file_lock, "_wait", and_it_is_erased)
        with pytest.raises(Erased):
            told(window, "b")

        assert not home.exists()

    @pytest.mark.parametrize("other_saves", [False, True])
    def test_who_deletes_only_the_lock_loses_nothing(self, other_saves: bool, home: Path) -> None:
        """A lock file that someone deleted is made again, and no one is told that their file was erased."""
        window = Store(home)
        told(window, "a")
        (home / LOCK).unlink()
        if other_saves:
            told(Store(home), "o")

        told(window, "b")

        assert {one.id for one in Store(home).load().runs} >= {"a", "b"}

    @pytest.mark.parametrize("with_lock", [False, True])
    def test_a_folder_that_was_copied_back_takes_saves(self, with_lock: bool, home: Path) -> None:
        """A backup, another disk or a sync program may replace every file by one with the same content."""
        window = Store(home)
        told(window, "a", "b")
        away = home.with_name("away")
        shutil.move(home, away)
        shutil.copytree(away, home, ignore=None if with_lock else shutil.ignore_patterns("*.lock"))

        told(window, "c")

        assert [one.id for one in Store(home).load().runs] == ["a", "b", "c"]

    def test_a_drive_that_is_not_connected_takes_nothing_from_what_is_known(self, home: Path) -> None:
        """Everything is gone without a sign of an erasure: the window writes what it knew, and says so."""
        window = Store(home)
        told(window, "a", "b")
        shutil.move(home, home.with_name("away"))

        told(window, "c")

        assert [one.id for one in Store(home).load().runs] == ["a", "b", "c"]
        assert "wrote it again" in " ".join(window.notices)

    def test_a_mark_that_was_left_by_a_crash_stops_nobody(self, home: Path) -> None:
        """An erasure that crashed between marking the lock and deleting it doesn't prevent starting over."""
        told(Store(home), "a")
        (home / LOCK).write_bytes(LOCK_MARK)

        told(Store(home), "b", "c")

        assert [one.id for one in Store(home).load().runs] == ["a", "b", "c"]
        assert (home / LOCK).read_bytes() == b""

    def test_who_waited_for_the_lock_meanwhile_does_not_get_the_deleted_one(
        self, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A lock file deleted while someone waited for it excludes no one, so it isn't used."""
        told(Store(home), "a")
        wait, waits = file_lock._wait, 0

        def and_it_is_deleted(handle: int, folder: Path, patience: float) -> None:
            nonlocal waits
            wait(handle, folder, patience)
            waits += 1
            if waits == 1:
                (folder / LOCK).unlink()

        monkeypatch.setattr(file_lock, "_wait", and_it_is_deleted)
        monkeypatch.setattr(file_lock, "PATIENCE", 0)
        with file_lock.locked(home), pytest.raises(Unwritable):
            told(Store(home), "b")

        assert waits == 2

    def test_a_drive_on_which_no_lock_keeps_its_number_keeps_nobody_waiting(
        self, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Some network drives report another inode number each time; saves don't hang there."""
        monkeypatch.setattr(os.path, "samestat", lambda _one, _other: False)

        told(Store(home), "a", "b")

        assert [one.id for one in Store(home).load().runs] == ["a", "b"]

    def test_leaving_an_open_page_brings_nothing_back(self, home: Path) -> None:
        """With half a letter on the page and everything erased elsewhere, Ctrl-C says so and writes nothing."""
        small_file(home)
        Store(home).set(Settings())
        with Window(home, "step", "the-whole-story") as window:
            window.shows(SECRET)
            erase.erase(home / "progress.json")
            window.types(" and more\x03")
            assert window.ends() == 1
            assert "deleted in another window" in " ".join(window.told.split())
        assert not home.exists()
