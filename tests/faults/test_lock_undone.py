"""The progress file was locked, and another program has put an older, open one in its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.sealed import locked, opened, story, tell
from support.trouble import exback
from support.window import Window

from exback.model.run import changed
from exback.store import Store, rekey
from exback.store.codec import is_locked

SAID = "Your progress file isn't locked"
RUN = changed(story(), id="more")


@pytest.fixture
def undone(home: Path, tmp_path: Path) -> Path:
    """A home where every copy is locked, and the file is an open one from before that."""
    store = Store(home)
    tell(store)
    older = shutil.copy(store.path, tmp_path / "older.json")
    locked(store)
    opened(home).put(RUN)
    shutil.copy(older, store.path)
    return home


@pytest.mark.fault(72)
@pytest.mark.parametrize(
    "words", [("status",), ("status", "--json"), ("--plain", "look"), ("step",), ("settings",), ("export", "-")]
)
def test_every_command_says_so(words: tuple[str, ...], undone: Path) -> None:
    """The person hears that the file is not locked and what to do, and their locked copies stay as they are."""
    copies = {copy.path: copy.path.read_bytes() for copy in Store(undone).backups()}

    ended = exback(undone, *words)

    assert ended.err.count(SAID) == 1
    assert "exback lock" in ended.err
    assert {path: path.read_bytes() for path in copies} == copies


@pytest.mark.fault(72)
def test_a_session_says_so_before_anything_is_asked(undone: Path) -> None:
    """On the first page, before a word is typed, and once."""
    with Window(undone, "look") as window:
        window.shows("isn't locked")
    plain = exback(undone, "--plain", "look", typed="\n")
    assert plain.out.count(SAID) == 1


@pytest.mark.fault(72)
def test_a_doctor_says_so(undone: Path) -> None:
    """It is out of order."""
    ended = exback(undone, "doctor")
    assert ended.code == 1
    assert SAID in ended.out


@pytest.mark.fault(72)
def test_what_is_saved_over_it_takes_no_locked_copy_away(undone: Path) -> None:
    """The version before the last locked save gets a number instead of being replaced by the open file."""
    previous = (undone / "backups" / "progress-previous.json").read_bytes()

    Store(undone).put(RUN)

    assert previous in [copy.path.read_bytes() for copy in Store(undone).backups()]


@pytest.mark.fault(72)
def test_a_copy_that_was_open_before_the_lock_changes_nothing(undone: Path) -> None:
    """What counts is the latest copy: an older one that is open was made before the file was locked."""
    first = min(Store(undone).backups(), key=lambda copy: copy.number)
    shutil.copy(undone / "progress.json", first.path.with_name("progress-0000.json"))
    store = Store(undone)
    store.load()
    assert [one for one in store.notices if one.startswith(SAID)]


@pytest.mark.fault(72)
def test_where_exback_has_made_no_copy_those_of_others_count(home: Path, tmp_path: Path) -> None:
    """A cloud folder may carry the locked file only as a conflict."""
    store = Store(tmp_path / "other")
    tell(store)
    locked(store)
    home.mkdir(mode=0o700)
    shutil.copy(store.path, home / "progress (1).json")
    elsewhere = Store(tmp_path / "third")
    tell(elsewhere)
    shutil.copy(elsewhere.path, home / "progress.json")
    here = Store(home)
    here.load()
    assert [one for one in here.notices if one.startswith(SAID)]


class TestOnPurpose:
    """Someone who took the lock away, or began anew, isn't nagged."""

    @pytest.mark.fault(72)
    def test_after_an_unlock(self, home: Path) -> None:
        """Every copy is unlocked along with the file."""
        store = Store(home)
        tell(store)
        locked(store)
        store = opened(home)
        store.put(RUN)
        rekey.unlock(store)
        assert _notices(home) == []

    @pytest.mark.fault(72)
    def test_after_an_unlock_that_left_a_copy_locked(self, home: Path, tmp_path: Path) -> None:
        """A copy with a passphrase of its own stays locked, and is older than the unlock."""
        other = Store(tmp_path / "other")
        tell(other)
        locked(other, "quite another phrase")
        store = Store(home)
        tell(store)
        shutil.copy(other.path, home / "backups" / "progress-0001.json")
        locked(store)
        rekey.unlock(opened(home))
        assert is_locked(home / "backups" / "progress-0001.json")
        assert _notices(home) == []

    @pytest.mark.fault(72)
    @pytest.mark.parametrize("is_linked", [False, True])
    def test_after_a_reset_of_a_locked_file(self, is_linked: bool, home: Path, tmp_path: Path) -> None:
        """What was put aside stays locked, and the new file is open, as the reset said."""
        store = Store(home)
        tell(store)
        locked(store)
        if is_linked:
            store.path.rename(tmp_path / "mine.json")
            store.path.symlink_to(tmp_path / "mine.json")
        assert exback(home, "--plain", "reset", typed="2\n").code == 0
        assert _notices(home) == []
        Store(home).put(RUN)
        assert _notices(home) == []


def _notices(home: Path) -> list[str]:
    store = Store(home)
    store.load()
    return store.notices
