"""Everything that is promised of a store, with a store whose file is locked: the tests of test_store, and of merging.

What they write into the file by hand is plain, as after another window has unlocked it, so that a store goes on
plainly then; what they read from the disk is opened first.
"""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from support.sealed import bytes_under, cheap_key
from unit.store import test_store
from unit.store.test_store import files, run

from exback.store import Progress, Store, encryption, envelope
from exback.store.codec import is_sealed
from exback.store.decode import decode
from exback.store.progress import encode

KEY = cheap_key()


class Locked(Store):
    """A store that was given the passphrase, and seals what it saves."""

    def __init__(self, home: Path, *rest: Any, **more: Any) -> None:
        super().__init__(home, *rest, **more)
        self.codec = encryption.Sealing(KEY)


def opened(data: bytes) -> bytes:
    """Give what lies in an envelope; what is not in one, as it is."""
    return envelope.unseal(KEY, data, "p") if is_sealed(data) else data


def sealed(progress: Progress) -> bytes:
    """Give an envelope around a progress, as exback would have put it there."""
    return envelope.seal(KEY, encode(progress))


@pytest.fixture(autouse=True)
def locked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the tests meet locked files."""
    monkeypatch.setattr(test_store, "Store", Locked)
    monkeypatch.setattr(test_store, "decode", lambda data, path: decode(opened(data), path))
    monkeypatch.setattr(test_store, "encode", sealed)
    whole = SimpleNamespace(loads=lambda data: json.loads(opened(data)), dumps=json.dumps)
    monkeypatch.setattr(test_store, "json", whole)


@pytest.fixture
def store(home: Path) -> Store:
    """A store in a folder that is not there yet."""
    return Locked(home)


class TestLoad(test_store.TestLoad):
    """Reading what is kept."""


class TestPut(test_store.TestPut):
    """Saving one run."""


class TestAside(test_store.TestAside):
    """Setting the file aside, and bringing it back."""


class TestMerge:
    """Uniting it with another file."""

    @pytest.mark.parametrize("other_is_locked", [True, False])
    def test_what_comes_in_is_kept_locked(self, store: Store, tmp_path: Path, other_is_locked: bool) -> None:
        """From a file that the same key opens, or a plain one; nothing of it lies on the disk in plain."""
        store.put(run("a", note="quittenbaum"))
        other = (Locked if other_is_locked else Store)(tmp_path / "other")
        other.put(run("b", note="mine"))
        store.merge(other.path)
        assert [one.id for one in Locked(store.home).load().runs] == ["a", "b"]
        assert b"quittenbaum" not in bytes_under(store.home)
        assert b'"mine"' not in bytes_under(store.home)

    def test_nothing_new_changes_nothing(self, store: Store, tmp_path: Path) -> None:
        """Not a byte, though an envelope looks different each time."""
        store.put(run("a"))
        copy = tmp_path / "copy.json"
        copy.write_bytes(store.path.read_bytes())
        before = bytes_under(store.home)
        assert store.merge(copy) is None
        assert bytes_under(store.home) == before


def test_burning_reaches_the_locked_copies(store: Store) -> None:
    """What was burnt is in none of them, once they are opened."""
    store.put(run("a", letter="quittenbaum"))
    store.put(run("b"))
    store.forget("a", ["letter"])
    found = list(store.home.rglob("progress*.json"))
    assert len(found) > 1
    assert all(b"quittenbaum" not in opened(path.read_bytes()) for path in found)
    assert files(store.home) == ["progress.json"]
