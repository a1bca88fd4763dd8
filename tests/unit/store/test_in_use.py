"""A file on Windows that another program has open and lets no one else open, as a virus scanner or a sync program does.

Windows holds a real file here. Elsewhere `os.open` fails with what Python reports there: EACCES, and no number of Windows.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from exback.errors import NotDownloaded, OutOfReach, StoreError, Unwritable
from exback.model.settings import Settings
from exback.store import Store, atomic, fsync, permissions
from exback.store.editor_file import lay_out
from exback.store.paths import LOCK

WORDS = b"words"
OFFLINE, RECALL_ON_OPEN, RECALL_ON_READING = 0x1000, 0x40000, 0x400000
ARCHIVE, SPARSE = 0x20, 0x200


class Holder:
    """Another program: it holds files until it lets go of them, after so many pauses of exback's."""

    def __init__(self) -> None:
        self.pauses: list[float] = []
        self.lets_go_after = 0
        self._held: dict[Path, Callable[[], object]] = {}

    def hold(self, path: Path, lets_go_after: int = 0) -> None:
        """Open a file and let no one else open it, for good unless it's said after how many pauses it is let go."""
        self.lets_go_after = lets_go_after
        self._held[path] = _held(path)

    def has(self, path: object) -> bool:
        """Whether a file is held."""
        return path in self._held

    def let_go(self) -> None:
        """Close every file."""
        while self._held:
            self._held.popitem()[1]()

    def sleep(self, seconds: float) -> None:
        """Note a pause, without waiting."""
        self.pauses.append(seconds)
        if len(self.pauses) == self.lets_go_after:
            self.let_go()


def _held(path: Path) -> Callable[[], object]:
    """Hold a file as Windows lets a program do it, and return what closes it."""
    if sys.platform != "win32":
        return lambda: None
    import ctypes
    from ctypes import wintypes

    system = ctypes.WinDLL("kernel32", use_last_error=True)
    system.CreateFileW.restype = wintypes.HANDLE
    system.CloseHandle.argtypes = (wintypes.HANDLE,)
    generic_read, share_nothing, open_existing = 0x80000000, 0, 3
    handle = system.CreateFileW(str(path), generic_read, share_nothing, None, open_existing, 0, None)
    assert handle != wintypes.HANDLE(-1).value, ctypes.get_last_error()
    return lambda: system.CloseHandle(handle)


@pytest.fixture
def holder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Holder]:
    """Another program, on a system that is Windows or answers like it."""
    holder, system_open = Holder(), os.open

    def refuse_held(path: Path, flags: int, mode: int = 0o777) -> int:
        if holder.has(path):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return system_open(path, flags, mode)

    monkeypatch.setattr(time, "sleep", holder.sleep)
    if sys.platform != "win32":
        monkeypatch.setattr(permissions, "IS_WINDOWS", True)
        monkeypatch.setattr(os, "open", refuse_held)
    yield holder
    holder.let_go()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with words."""
    path = tmp_path / "file.json"
    path.write_bytes(WORDS)
    return path


def test_the_error_has_no_number(file: Path, holder: Holder) -> None:
    """What the other tests rest on: Python has only EACCES for it."""
    holder.hold(file)

    with pytest.raises(PermissionError) as refused:
        os.open(file, os.O_RDONLY)

    assert refused.value.errno == errno.EACCES
    assert getattr(refused.value, "winerror", None) is None


def test_a_file_is_read_once_it_is_let_go(file: Path, holder: Holder) -> None:
    """A scanner that has it for a moment costs a moment."""
    holder.hold(file, lets_go_after=3)

    assert atomic.read(file) == WORDS
    assert holder.pauses == [0.01, 0.02, 0.04]


def test_a_file_that_stays_held_is_refused_with_both_reasons(file: Path, holder: Holder) -> None:
    """A lack of rights has the same error, so the sentence and the hint are for both."""
    holder.hold(file)

    with pytest.raises(OutOfReach) as refused:
        atomic.read(file)

    assert str(refused.value) == (
        "exback can't read your progress file: another program may have it open, "
        "or you don't have permission to read it."
    )
    assert refused.value.hint == (
        "Close that program, then start exback again. If that doesn't help, give yourself permission to read it, "
        "or use another folder: exback --home FOLDER"
    )
    assert sum(holder.pauses) == pytest.approx(2.5)


def test_a_file_is_waited_for_in_vain_only_once(file: Path, holder: Holder) -> None:
    """A command opens it several times, and someone with an urge waits for it. Once it was free, it's waited for again."""
    holder.hold(file)
    assert [atomic.head(file), atomic.head(file)] == [b"", b""]
    assert sum(holder.pauses) == pytest.approx(2.5)
    holder.let_go()
    assert atomic.head(file) == WORDS

    holder.pauses.clear()
    holder.hold(file, lets_go_after=3)

    assert atomic.head(file) == WORDS
    assert len(holder.pauses) == 3


def test_the_lock_is_waited_for(home: Path, holder: Holder) -> None:
    """A save waits while a scanner has the lock file."""
    store = Store(home)
    store.set(Settings(plain=True))
    holder.hold(home / LOCK, lets_go_after=3)

    store.set(Settings())

    assert holder.pauses == [0.01, 0.02, 0.04]
    assert store.load().settings == {"plain": False}


def test_a_lock_that_stays_held_is_refused_with_both_reasons(home: Path, holder: Holder) -> None:
    """Nothing is saved."""
    store = Store(home)
    store.set(Settings(plain=True))
    before = store.path.read_bytes()
    holder.hold(home / LOCK)

    with pytest.raises(Unwritable) as refused:
        store.set(Settings())

    assert str(refused.value) == (
        "exback couldn't save: another program may have the file open, or you don't have permission to write there."
    )
    assert refused.value.hint == permissions.STILL_THERE
    assert sum(holder.pauses) == pytest.approx(2.5)
    assert store.path.read_bytes() == before


def test_a_new_file_is_not_waited_for(tmp_path: Path, holder: Holder, monkeypatch: pytest.MonkeyPatch) -> None:
    """No one can have it open, and every save in a folder that refuses it would make someone wait who is typing."""

    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)

    with pytest.raises(PermissionError):
        fsync.write_new(tmp_path / "new.json", WORDS)

    assert holder.pauses == []


def test_what_an_editor_saved_is_read_once_it_is_let_go(home: Path, holder: Holder) -> None:
    """A scanner may look at it as soon as the editor has written it."""
    file = lay_out(home, "my words")
    holder.hold(file.path, lets_go_after=2)

    assert file.read() == ("my words", False)


@pytest.mark.parametrize("attributes", [OFFLINE, RECALL_ON_OPEN, ARCHIVE | SPARSE | OFFLINE | RECALL_ON_READING])
def test_a_file_in_the_cloud_is_said_to_be_there(
    attributes: int, file: Path, holder: Holder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python has only EINVAL where it can't be downloaded, and the file's attributes say where its bytes are."""
    _fail_with_attributes(file, attributes, monkeypatch)

    with pytest.raises(NotDownloaded, match="is in the cloud"):
        atomic.read(file)

    assert holder.pauses == []


def test_another_file_with_that_error_is_not_said_to_be_in_the_cloud(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence has the system's own reason."""
    _fail_with_attributes(file, ARCHIVE | SPARSE, monkeypatch)

    with pytest.raises(StoreError, match="invalid argument") as refused:
        atomic.read(file)

    assert type(refused.value) is OutOfReach


def _fail_with_attributes(file: Path, attributes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a file have attributes of Windows, and its bytes be refused with EINVAL."""
    system_stat = Path.stat

    def refuse(*_: object) -> bytes:
        raise OSError(errno.EINVAL, "Invalid argument")

    def with_attributes(path: Path, *, follow_symlinks: bool = True) -> Any:
        if path == file and follow_symlinks:
            return SimpleNamespace(st_file_attributes=attributes)
        return system_stat(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(atomic, "_read_all", refuse)
    monkeypatch.setattr(Path, "stat", with_attributes)


def test_a_lack_of_rights_is_not_waited_for_elsewhere(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other systems refuse to open a file only for that, and the sentence says so."""
    pauses: list[float] = []

    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(time, "sleep", pauses.append)
    monkeypatch.setattr(permissions, "IS_WINDOWS", False)
    monkeypatch.setattr(os, "open", refuse)

    with pytest.raises(OutOfReach, match=r"read your progress file: you don't have permission to read it\.") as refused:
        atomic.read(file)

    assert refused.value.hint == "Give yourself permission to read it, or use another folder: exback --home FOLDER"
    assert pauses == []
