"""The file vanishes, is changed or exchanged by others, or was deleted on purpose, while exback is at work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from faults.trouble import SECRET, assert_one_plain_sentence, exback, small_file
from faults.window import Window

from exback.errors import Erased, Gone
from exback.journey import Run
from exback.store import Store, erasing, lock
from exback.store.progress import Progress, decode, encode

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def run(run_id: str, note: str = "") -> Run:
    """Give a run with an answer."""
    return Run(id=run_id, step="letter", started=NOON, answers={"letter": note or f"words of {run_id}"})


def told(store: Store, *run_ids: str) -> None:
    """Save some runs, one after the other."""
    for run_id in run_ids:
        store.put(run(run_id))


def in_the_copies(home: Path) -> list[list[str]]:
    """Give the ids of the runs in each older copy."""
    return [[one.id for one in decode(copy.path.read_bytes(), copy.path).runs] for copy in Store(home).backups()]


class TestVanished:
    """A sync program or a hand takes the file away, and the older copies stay."""

    def test_nobody_is_taken_for_new(self, home: Path) -> None:
        """Whoever looks is told, and what to do; nothing is changed, and every way out leads out."""
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
        """Somebody who deleted the file by hand, to begin again, can; the copies are theirs to bring back."""
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
        """The next save in a window that stayed open holds everything, and says so; no copy gives way to it."""
        told(Store(home), *before)
        window = Store(home)
        window.load()
        copies = in_the_copies(home)
        (home / "progress.json").unlink()

        told(window, "x", "y", "z")

        assert [one.id for one in Store(home).load().runs] == [*before, "x", "y", "z"]
        assert "written anew" in " ".join(window.notices)
        assert [copy for copy in copies if copy not in in_the_copies(home)] == []

    def test_after_a_reset_in_another_window_only_the_new_is_written(self, home: Path) -> None:
        """What somebody put aside is not brought back by a window that stayed open."""
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
    """However often exback saves after another program wrote to the file, what stood before that can be brought back."""
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
        """The other window is told, saves nothing, and makes nothing, however often it tries."""
        window = Store(home)
        told(window, "a", "b")
        erasing.erase(home / "progress.json")

        for _ in range(2):
            with pytest.raises(Erased) as refused:
                told(window, "c")
            assert "deleted in another window" in str(refused.value)
            assert not home.exists()

    def test_nor_into_what_was_begun_since(self, home: Path) -> None:
        """Somebody who has begun a new journal meanwhile finds nothing of the old one in it."""
        window = Store(home)
        window_that_only_looked = Store(home)
        told(window, "a", "b")
        window_that_only_looked.load()
        erasing.erase(home / "progress.json")
        told(Store(home), "new")
        for reset in (False, True):
            if reset:
                Store(home).put_aside()
            for one in (window, window_that_only_looked):
                with pytest.raises(Erased):
                    told(one, "c")

        assert in_the_copies(home) == [["new"]]
        assert Store(home).load() == Progress()

    def test_who_deletes_only_the_lock_loses_nothing(self, home: Path) -> None:
        """A lock that somebody tidied away is made again."""
        window = Store(home)
        told(window, "a")
        (home / lock.FILE).unlink()

        told(window, "b")

        assert [one.id for one in Store(home).load().runs] == ["a", "b"]

    def test_who_waited_for_the_lock_meanwhile_does_not_get_the_deleted_one(
        self, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A lock that was deleted while somebody waited for it keeps nobody out, so it is not taken for one."""
        told(Store(home), "a")
        wait, waits = lock._wait, 0

        def and_it_is_deleted(handle: int, folder: Path) -> None:
            nonlocal waits
            wait(handle, folder)
            waits += 1
            if waits == 1:
                (folder / lock.FILE).unlink()

        monkeypatch.setattr(lock, "_wait", and_it_is_deleted)
        with lock.locked(home) as held:
            assert held == lock.identity(home)

        assert waits == 2

    def test_a_drive_on_which_no_lock_keeps_its_number_keeps_nobody_waiting(
        self, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Some network drives give a file another number each time."""
        numbers = iter(range(1000))
        monkeypatch.setattr(lock, "_of", lambda found: (next(numbers), found.st_mtime_ns))

        with lock.locked(home):
            pass

    def test_leaving_an_open_page_brings_nothing_back(self, home: Path) -> None:
        """Half a letter stands on a page, everything is deleted elsewhere, and Ctrl-C says so and writes nothing."""
        small_file(home)
        with Window(home, "step", "your-story") as window:
            window.shows(SECRET)
            erasing.erase(home / "progress.json")
            window.types(" and more\x03")
            assert window.ends() == 1
            assert "deleted in another window" in " ".join(window.told.split())
        assert not home.exists()
