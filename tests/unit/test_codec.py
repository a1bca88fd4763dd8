"""The seam between the bytes in a file and the JSON of a progress."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from exback.errors import Unreadable, Unwritable
from exback.journey import Run
from exback.store import Store
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


def test_a_store_goes_on_in_the_codec_it_is_given(home: Path) -> None:
    """A file that was plain is opened, and sealed with the next save."""
    store = Store(home, PLAIN)
    store.put(RUN)
    store.codec = Backwards()

    store.put(RUN)

    assert store.path.read_bytes().startswith(MARK)
    assert store.load().revision == 2


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
