"""The seam between the bytes in a file and the JSON of a progress."""

from __future__ import annotations

import errno
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec import structs

from exback.errors import Uncertain, Unreadable, Unwritable
from exback.model.run import Run
from exback.store import Store, fsync
from exback.store.codec import PLAIN

RUN = Run(id="a", step="urge", started=datetime(2026, 3, 2, tzinfo=UTC), answers={"note": "mine"})
MARK = b"backwards "


class Backwards:
    """Keeps the bytes back to front, behind a mark; opens what was kept plainly before, too."""

    def seal(self, plain: bytes) -> bytes:
        """Give the bytes back to front."""
        return MARK + plain[::-1]

    def open(self, data: bytes, path: object) -> bytes:
        """Give them the right way round."""
        if data.startswith(b"locked"):
            raise Unreadable("It is locked.", path=path, hint="Unlock it.")
        return data.removeprefix(MARK)[::-1] if data.startswith(MARK) else data

    def keeps(self, head: bytes) -> bool:
        """Tell them by their mark."""
        return head.startswith(MARK)


class Forgetful(Backwards):
    """Keeps nothing that can be opened again."""

    def seal(self, plain: bytes) -> bytes:
        """Give fewer bytes than there were."""
        return MARK + plain[:-2][::-1]


def test_a_store_saves_and_reads_through_its_codec(home: Path) -> None:
    """What is on the disk is what the codec made of it, and what is loaded what it was before."""
    Store(home, Backwards()).put(RUN)

    assert Store(home).path.read_bytes().startswith(MARK)
    assert Store(home, Backwards()).load().runs == [RUN]


def test_what_lies_aside_comes_back_through_the_codec(home: Path) -> None:
    """A sealed file can be put aside and brought back, and stays sealed on the way."""
    store = Store(home, Backwards())
    store.put(RUN)

    assert store.put_aside().read_bytes().startswith(MARK)
    store.restore()

    assert store.path.read_bytes().startswith(MARK)
    assert store.load().runs == [RUN]


def test_a_store_turns_to_another_codec(home: Path) -> None:
    """A file that was plain is sealed, after what else there is was turned, and is saved so from then on."""
    store, seen = Store(home, PLAIN), list[bool]()
    store.put(RUN)

    store.turn(Backwards(), lambda file: seen.append(file.read_bytes().startswith(MARK)))

    assert seen == [False]
    assert store.path.read_bytes().startswith(MARK)
    assert store.load().revision == 2
    store.put(RUN)
    assert store.path.read_bytes().startswith(MARK)


def test_a_store_goes_on_as_the_file_is_found(home: Path) -> None:
    """What its codec would seal, and was found plain, stays so, and that is said; what is not there yet is sealed."""
    Store(home, PLAIN).put(RUN)
    store = Store(home, Backwards())

    store.put(RUN)

    assert not store.path.read_bytes().startswith(MARK)
    assert [one.partition(".")[0] for one in store.notices] == ["Your progress file isn't locked any more"]


def test_a_program_that_writes_while_the_codec_is_turned_loses_nothing(home: Path) -> None:
    """What else there is takes its time; the file is read once more, and turned with what came in."""
    store = Store(home, PLAIN)
    store.put(RUN)
    times = []

    def slowly(file: Path) -> None:
        times.append(file)
        if len(times) == 1:
            found = Store(home.with_name("elsewhere"), PLAIN)
            found.put(structs.replace(RUN, id="b"))
            file.write_bytes(found.path.read_bytes())

    store.turn(Backwards(), slowly)

    assert len(times) == 2
    assert [run.id for run in Store(home, Backwards()).load().runs] == ["b"]


def test_a_turn_that_fails_leaves_the_store_as_it_was(home: Path) -> None:
    """It goes on in the way in which the file is."""
    store = Store(home, PLAIN)
    store.put(RUN)

    def fail(file: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(Unwritable):
        store.turn(Backwards(), fail)
    store.put(RUN)
    assert not store.path.read_bytes().startswith(MARK)
    assert store.notices == []


def test_a_turn_that_the_disk_may_forget_is_one(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file was turned, and the store goes on so; it is told that it may not last."""
    store = Store(home, PLAIN)
    store.put(RUN)

    def refuse(folder: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(fsync, "sync_folder", refuse)
    with pytest.raises(Uncertain):
        store.turn(Backwards(), lambda file: None)
    monkeypatch.undo()
    store.put(RUN)
    assert store.path.read_bytes().startswith(MARK)


def test_what_a_codec_refuses_is_told_with_the_path(home: Path) -> None:
    """A codec that can't open a file says so in its own words, with the path of that file."""
    home.mkdir()
    store = Store(home, Backwards())
    store.path.write_bytes(b"locked")

    with pytest.raises(Unreadable, match="locked") as refused:
        store.load()

    assert refused.value.path == str(store.path)


def test_what_could_not_be_opened_again_is_not_saved(home: Path) -> None:
    """A save that its own codec can't open touches nothing."""
    Store(home, Backwards()).put(RUN)
    before = Store(home).path.read_bytes()

    with pytest.raises(Unwritable):
        Store(home, Forgetful()).put(RUN)

    assert Store(home).path.read_bytes() == before
