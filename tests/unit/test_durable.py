from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from exback.errors import Unreadable, Unwritable
from exback.store import durable, rights

OLD, NEW = b"old bytes", b"new bytes, and more of them"


def refuse(number: int) -> Callable[..., Any]:
    """Give a system call that fails with an error."""

    def call(*_: object, **__: object) -> Any:
        raise OSError(number, os.strerror(number))

    return call


def mode(path: Path) -> int:
    """Give the permissions of a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with old bytes, alone in a folder."""
    path = tmp_path / "folder" / "file.json"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=["umask 000", "umask 022", "umask 077"])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    """The rights that this user takes from every new file."""
    before = os.umask(request.param)
    yield
    os.umask(before)


class TestRead:
    """Reading bytes."""

    def test_what_is_not_there_is_none(self, tmp_path: Path) -> None:
        """Where there is no file there are no bytes, and that is no fault."""
        assert durable.read(tmp_path / "nothing") is None

    def test_what_is_there_is_given(self, file: Path) -> None:
        """The bytes are those of the file."""
        assert durable.read(file) == OLD

    def test_a_folder_is_refused(self, tmp_path: Path) -> None:
        """A folder is named as one, with its path."""
        with pytest.raises(Unreadable, match="a folder") as refused:
            durable.read(tmp_path)
        assert refused.value.path == str(tmp_path)

    def test_a_file_where_a_folder_should_be_is_refused(self, file: Path) -> None:
        """A path that leads through a file is refused with a sentence."""
        with pytest.raises(Unreadable):
            durable.read(file / "progress.json")


class TestReplace:
    """Putting bytes in place of a file."""

    def test_the_new_bytes_are_there_and_nothing_else(self, file: Path) -> None:
        """After a replace the file holds the new bytes, and no other file lies beside it."""
        durable.replace(file, NEW)

        assert file.read_bytes() == NEW
        assert list(file.parent.iterdir()) == [file]

    def test_a_file_is_private_from_birth(self, tmp_path: Path, umask: None) -> None:
        """A new file and the folder made for it are for this user alone, whatever the umask."""
        file = tmp_path / "folder" / "file.json"

        durable.replace(file, NEW)

        assert mode(file) == 0o600
        assert mode(file.parent) == 0o700

    def test_every_folder_made_on_the_way_is_private(self, tmp_path: Path, umask: None) -> None:
        """Where the folder's own folder is not there either, it too is made for this user alone."""
        durable.replace(tmp_path / "a" / "b" / "file.json", NEW)

        assert [mode(tmp_path / "a"), mode(tmp_path / "a" / "b")] == [0o700, 0o700]

    def test_a_file_that_was_open_to_others_is_closed(self, file: Path) -> None:
        """A file that others could read is private after the next save."""
        file.chmod(0o644)

        durable.replace(file, NEW)

        assert mode(file) == 0o600

    def test_a_folder_that_exists_is_left_as_it_is(self, file: Path) -> None:
        """The rights of a folder that somebody made are their own business."""
        file.parent.chmod(0o750)

        durable.replace(file, NEW)

        assert mode(file.parent) == 0o750

    @pytest.mark.fault(6)
    def test_short_writes_are_completed(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """When the system takes a few bytes at a time, all of them are written in the end."""
        write = os.write
        monkeypatch.setattr(os, "write", lambda handle, data: write(handle, bytes(data[:5])))

        durable.replace(file, NEW)

        assert file.read_bytes() == NEW

    @pytest.mark.parametrize("number", rights.REASONS)
    @pytest.mark.parametrize("call", ["open", "write", "fsync"])
    def test_an_error_leaves_the_old_file_alone(
        self, call: str, number: int, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whatever the system refuses: the reason in words, the path, the old bytes, and no other file."""
        monkeypatch.setattr(os, call, refuse(number))

        with pytest.raises(Unwritable, match=rights.REASONS[number]) as refused:
            durable.replace(file, NEW)

        assert refused.value.path == str(file)
        assert refused.value.hint
        assert file.read_bytes() == OLD
        assert list(file.parent.iterdir()) == [file]

    def test_a_rename_that_fails_leaves_the_old_file_alone(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A temporary file that can't take its place is removed."""
        monkeypatch.setattr(os, "rename", refuse(errno.EIO))
        monkeypatch.setattr(os, "replace", refuse(errno.EIO))

        with pytest.raises(Unwritable):
            durable.replace(file, NEW)

        assert file.read_bytes() == OLD
        assert list(file.parent.iterdir()) == [file]

    @pytest.mark.parametrize("call", ["write", "fsync", "close"])
    def test_ctrl_c_within_a_save_leaves_no_copy_behind(
        self, call: str, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Ctrl-C may come at any moment; it leaves the old or the new file, and none of the words elsewhere."""
        real = getattr(os, call)

        def interrupted(*given: object) -> object:
            monkeypatch.undo()
            real(*given)
            raise KeyboardInterrupt

        monkeypatch.setattr(os, call, interrupted)
        with pytest.raises(KeyboardInterrupt):
            durable.replace(file, NEW)

        assert file.read_bytes() in (OLD, NEW)
        assert list(file.parent.iterdir()) == [file]

    def test_an_error_that_has_no_words_of_ours_gets_the_systems(
        self, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """An error that nobody thought of is said in the system's words, without its number."""
        monkeypatch.setattr(os, "write", refuse(errno.ENOLCK))

        with pytest.raises(Unwritable) as refused:
            durable.replace(file, NEW)

        assert str(refused.value) == f"exback could not save: {os.strerror(errno.ENOLCK).lower()}."

    def test_a_folder_that_cannot_be_synced_is_said_as_doubt(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """When all but the last fsync worked, the new bytes are there, and the person is told of the doubt."""
        fsync = os.fsync

        def only_files(handle: int) -> None:
            if stat.S_ISDIR(os.fstat(handle).st_mode):
                raise OSError(errno.EIO, "I/O")
            fsync(handle)

        monkeypatch.setattr(os, "fsync", only_files)

        with pytest.raises(Unwritable, match="can't be sure"):
            durable.replace(file, NEW)

        assert file.read_bytes() == NEW

    def test_the_temporary_file_lies_in_the_folder_of_the_real_one(
        self, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The words are never written to the system's folder for temporary files, nor beside a link."""
        link = tmp_path / "link.json"
        link.symlink_to(file)
        opened: list[Path] = []
        real = os.open

        def noted(path: Path, flags: int, mode: int = 0o777) -> int:
            if flags & os.O_CREAT:
                opened.append(path)
            return real(path, flags, mode)

        monkeypatch.setattr(os, "open", noted)

        durable.replace(link, NEW)

        assert [path.parent for path in opened] == [file.parent]
        assert opened != [file]

    def test_a_folder_in_its_place_is_refused(self, tmp_path: Path) -> None:
        """A folder is never replaced."""
        folder = tmp_path / "file.json"
        folder.mkdir()

        with pytest.raises(Unreadable, match="a folder"):
            durable.replace(folder, NEW)

        assert list(tmp_path.iterdir()) == [folder]

    def test_a_pipe_in_its_place_is_refused(self, tmp_path: Path) -> None:
        """A named pipe is never replaced."""
        pipe = tmp_path / "file.json"
        os.mkfifo(pipe)

        with pytest.raises(Unreadable):
            durable.replace(pipe, NEW)

        assert stat.S_ISFIFO(pipe.stat().st_mode)
