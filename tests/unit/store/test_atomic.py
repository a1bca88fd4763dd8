from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from support.systems import PRIVATE_FILE, PRIVATE_FOLDER, mode, needs_links, needs_named_pipes

from exback.errors import Unreadable, Unwritable
from exback.store import atomic, permissions
from exback.store import fsync as writing
from exback.store.export_file import write_new
from exback.store.fsync import make_private_folder

OLD, NEW = b"old bytes", b"new bytes, and more of them"


def refuse(number: int) -> Callable[..., Any]:
    """Give a system call that fails with an error."""

    def call(*_: object, **__: object) -> Any:
        raise OSError(number, os.strerror(number))

    return call


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
        assert atomic.read(tmp_path / "nothing") is None

    def test_what_is_there_is_given(self, file: Path) -> None:
        """The bytes are those of the file."""
        assert atomic.read(file) == OLD

    def test_a_folder_is_refused(self, tmp_path: Path) -> None:
        """A folder is named as one, with its path."""
        with pytest.raises(Unreadable, match="a folder") as refused:
            atomic.read(tmp_path)
        assert refused.value.path == str(tmp_path)

    @pytest.mark.skipif(
        os.name == "nt", reason="Windows says only that nothing is there; the check of the folder says why"
    )
    def test_a_file_where_a_folder_should_be_is_refused(self, file: Path) -> None:
        """A path that leads through a file is refused with a sentence."""
        with pytest.raises(Unreadable):
            atomic.read(file / "progress.json")


class TestReplace:
    """Putting bytes in place of a file."""

    def test_the_new_bytes_are_there_and_nothing_else(self, file: Path) -> None:
        """After a replace the file holds the new bytes, and no other file lies beside it."""
        atomic.replace(file, NEW)

        assert file.read_bytes() == NEW
        assert list(file.parent.iterdir()) == [file]

    def test_a_file_is_private_from_birth(self, tmp_path: Path, umask: None) -> None:
        """A new file and the folder made for it are for this user alone, whatever the umask."""
        file = tmp_path / "folder" / "file.json"

        atomic.replace(file, NEW)

        assert mode(file) == PRIVATE_FILE
        assert mode(file.parent) == PRIVATE_FOLDER

    def test_every_folder_made_on_the_way_is_private(self, tmp_path: Path, umask: None) -> None:
        """Where the folder's own folder is not there either, it too is made for this user alone."""
        atomic.replace(tmp_path / "a" / "b" / "file.json", NEW)

        assert [mode(tmp_path / "a"), mode(tmp_path / "a" / "b")] == [PRIVATE_FOLDER, PRIVATE_FOLDER]

    def test_a_file_that_was_open_to_others_is_closed(self, file: Path) -> None:
        """A file that others could read is private after the next save."""
        file.chmod(0o644)

        atomic.replace(file, NEW)

        assert mode(file) == PRIVATE_FILE

    def test_a_folder_that_exists_is_left_as_it_is(self, file: Path) -> None:
        """The rights of a folder that somebody made are their own business."""
        file.parent.chmod(0o750)
        before = mode(file.parent)

        atomic.replace(file, NEW)

        assert mode(file.parent) == before

    @pytest.mark.fault(6)
    def test_short_writes_are_completed(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """When the system takes a few bytes at a time, all of them are written in the end."""
        write = os.write
        monkeypatch.setattr(os, "write", lambda handle, data: write(handle, bytes(data[:5])))

        atomic.replace(file, NEW)

        assert file.read_bytes() == NEW

    @pytest.mark.parametrize("number", permissions.REASONS)
    @pytest.mark.parametrize("call", ["open", "write", "fsync"])
    def test_an_error_leaves_the_old_file_alone(
        self, call: str, number: int, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whatever the system refuses: the reason in words, the path, the old bytes, and no other file."""
        monkeypatch.setattr(os, call, refuse(number))

        with pytest.raises(Unwritable, match=permissions.REASONS[number]) as refused:
            atomic.replace(file, NEW)

        assert refused.value.path == str(file)
        assert refused.value.hint
        assert file.read_bytes() == OLD
        assert list(file.parent.iterdir()) == [file]

    def test_a_rename_that_fails_leaves_the_old_file_alone(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A temporary file that can't take its place is removed."""
        monkeypatch.setattr(os, "rename", refuse(errno.EIO))
        monkeypatch.setattr(os, "replace", refuse(errno.EIO))

        with pytest.raises(Unwritable):
            atomic.replace(file, NEW)

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
            atomic.replace(file, NEW)

        assert file.read_bytes() in (OLD, NEW)
        assert list(file.parent.iterdir()) == [file]

    def test_an_error_that_has_no_words_of_ours_gets_the_systems(
        self, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """An error that nobody thought of is said in the system's words, without its number."""
        monkeypatch.setattr(os, "write", refuse(errno.ENOLCK))

        with pytest.raises(Unwritable) as refused:
            atomic.replace(file, NEW)

        assert str(refused.value) == f"exback couldn't save: {os.strerror(errno.ENOLCK).lower()}."

    @pytest.mark.skipif(os.name == "nt", reason="no folder is synced on Windows")
    def test_a_folder_that_cannot_be_synced_is_said_as_doubt(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """When all but the last fsync worked, the new bytes are there, and the person is told of the doubt."""
        fsync = os.fsync

        def only_files(handle: int) -> None:
            if stat.S_ISDIR(os.fstat(handle).st_mode):
                raise OSError(errno.EIO, "I/O")
            fsync(handle)

        monkeypatch.setattr(os, "fsync", only_files)

        with pytest.raises(Unwritable, match="can't be sure"):
            atomic.replace(file, NEW)

        assert file.read_bytes() == NEW

    @pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
    def test_a_drive_that_knows_no_fsync_of_folders_takes_saves(
        self, file: Path, number: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Somebody whose folder lies on such a network drive is not told of a doubt at every answer."""
        fsync = os.fsync

        def only_files(handle: int) -> None:
            if stat.S_ISDIR(os.fstat(handle).st_mode):
                raise OSError(number, os.strerror(number))
            fsync(handle)

        monkeypatch.setattr(os, "fsync", only_files)

        atomic.replace(file, NEW)

        assert file.read_bytes() == NEW

    @needs_links
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

        atomic.replace(link, NEW)

        assert [path.parent for path in opened] == [file.parent]
        assert opened != [file]

    def test_a_folder_in_its_place_is_refused(self, tmp_path: Path) -> None:
        """A folder is never replaced."""
        folder = tmp_path / "file.json"
        folder.mkdir()

        with pytest.raises(Unreadable, match="a folder"):
            atomic.replace(folder, NEW)

        assert list(tmp_path.iterdir()) == [folder]

    @needs_named_pipes
    def test_a_pipe_in_its_place_is_refused(self, tmp_path: Path) -> None:
        """A named pipe is never replaced."""
        pipe = tmp_path / "file.json"
        os.mkfifo(pipe)

        with pytest.raises(Unreadable):
            atomic.replace(pipe, NEW)

        assert stat.S_ISFIFO(pipe.stat().st_mode)

    def test_what_is_done_last_is_done_before_the_old_bytes_go(self, file: Path) -> None:
        """The last look is at the old file, with the new bytes safe beside it."""
        seen: list[tuple[bytes, int]] = []

        atomic.replace(file, NEW, lambda target: seen.append((target.read_bytes(), len(list(file.parent.iterdir())))))

        assert seen == [(OLD, 2)]
        assert file.read_bytes() == NEW

    def test_what_the_last_look_raises_leaves_everything(self, file: Path) -> None:
        """A last look that says no leaves the old file, and no other."""

        def no(_: Path) -> None:
            raise LookupError

        with pytest.raises(LookupError):
            atomic.replace(file, NEW, no)

        assert file.read_bytes() == OLD
        assert list(file.parent.iterdir()) == [file]

    def test_a_write_that_makes_no_progress_ends(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A system that takes nothing and reports no error is not asked for ever."""
        monkeypatch.setattr(os, "write", lambda handle, data: 0)

        with pytest.raises(Unwritable, match="the disk reports an error"):
            atomic.replace(file, NEW)

        assert file.read_bytes() == OLD

    @pytest.mark.fault(4)
    def test_a_file_whose_sync_failed_is_never_synced_again(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The next save after a failed fsync writes a new file: the system would call a second fsync of the old one good."""
        fsync = os.fsync
        synced: list[str] = []

        def first_fails(handle: int) -> None:
            is_first = not synced
            synced.extend(path.name for path in file.parent.glob(".*.tmp"))  # none while the folder is synced
            if is_first:
                raise OSError(errno.EIO, "I/O")
            fsync(handle)

        monkeypatch.setattr(os, "fsync", first_fails)
        with pytest.raises(Unwritable):
            atomic.replace(file, NEW)
        atomic.replace(file, NEW)

        assert file.read_bytes() == NEW
        assert len(set(synced)) == len(synced) == 2


class TestKeep:
    """Giving a file a second name, under which it stays what it is."""

    def test_the_second_name_keeps_what_was_replaced(self, file: Path) -> None:
        """Once the file is replaced, the old bytes are under the second name, in a folder for this user alone."""
        copy = file.parent / "backups" / "copy.json"

        atomic.replace(file, NEW, lambda target: atomic.keep(target, copy))

        assert (copy.read_bytes(), file.read_bytes()) == (OLD, NEW)
        assert mode(copy.parent) == PRIVATE_FOLDER
        assert list(copy.parent.iterdir()) == [copy]

    def test_it_takes_the_place_of_what_had_the_name(self, file: Path) -> None:
        """The copy before this one goes."""
        copy = file.parent / "copy.json"
        copy.write_bytes(b"older")

        atomic.keep(file, copy)

        assert copy.read_bytes() == OLD
        assert sorted(file.parent.iterdir()) == sorted([file, copy])

    def test_doing_it_twice_leaves_nothing_lying_about(self, file: Path) -> None:
        """After a save that was killed half-way the second name is already that of the file: to rename would do nothing."""
        copy = file.parent / "copy.json"

        for _ in range(2):
            atomic.keep(file, copy)

        assert sorted(file.parent.iterdir()) == sorted([file, copy])

    @pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP, errno.EXDEV, errno.EMLINK, errno.EINVAL])
    def test_where_there_are_no_links_it_is_a_copy(
        self, number: int, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A file of somebody else, FAT, another disk: the bytes are copied, synced and private."""
        monkeypatch.setattr(os, "link", refuse(number))
        copy = file.parent / "copy.json"
        file.chmod(0o644)

        atomic.keep(file, copy)

        assert copy.read_bytes() == OLD
        assert copy.stat().st_ino != file.stat().st_ino
        assert mode(copy) == PRIVATE_FILE

    @pytest.mark.skipif(os.name == "nt", reason="no second name is tried on Windows")
    def test_a_full_disk_is_no_reason_for_a_copy(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where no name can be added for want of space, no copy is tried either."""
        monkeypatch.setattr(os, "link", refuse(errno.ENOSPC))

        with pytest.raises(OSError, match="space"):
            atomic.keep(file, file.parent / "copy.json")

    def test_a_file_that_vanishes_meanwhile_takes_the_place_of_no_copy(
        self, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The copy from before stays as it is, and nothing is taken for an empty file."""
        monkeypatch.setattr(os, "link", refuse(errno.EPERM))
        copy = file.with_name("copy.json")
        copy.write_bytes(NEW)
        file.unlink()

        with pytest.raises(FileNotFoundError):
            atomic.keep(file, copy)

        assert copy.read_bytes() == NEW
        assert list(copy.parent.iterdir()) == [copy]

    def test_put_away_is_certain(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """What is put away for good is synced with its folder, and what can't be is said."""
        place = file.parent / "aside" / "one.json"
        atomic.put_away(file, place)
        assert place.read_bytes() == OLD

        monkeypatch.setattr(os, "replace", refuse(errno.ENOSPC))
        with pytest.raises(Unwritable, match="the disk is full"):
            atomic.put_away(file, file.parent / "aside" / "two.json")

    @needs_named_pipes
    def test_what_is_no_file_is_not_put_away(self, tmp_path: Path) -> None:
        """A pipe is refused and stays."""
        os.mkfifo(tmp_path / "pipe")

        with pytest.raises(Unreadable):
            atomic.put_away(tmp_path / "pipe", tmp_path / "aside")

        assert not (tmp_path / "aside").exists()


class TestDropAndSweep:
    """Removing."""

    @needs_links
    def test_a_file_is_gone(self, file: Path) -> None:
        """Of a link, what it leads to goes, and the link stays."""
        link = file.parent / "link.json"
        link.symlink_to(file)

        atomic.drop(link)

        assert list(file.parent.iterdir()) == [link]

    def test_what_cannot_be_removed_is_said(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The reason and the path, and the file as it was."""
        monkeypatch.setattr(os, "unlink", refuse(errno.EROFS))

        with pytest.raises(Unwritable, match="is read-only"):
            atomic.drop(file)

        assert file.read_bytes() == OLD


class TestWindows:
    """What Windows does, tried here by its own errors."""

    @pytest.fixture
    def waited(self, monkeypatch: pytest.MonkeyPatch) -> list[float]:
        """The seconds that were waited, without waiting."""
        pauses: list[float] = []
        monkeypatch.setattr(time, "sleep", pauses.append)
        return pauses

    @pytest.mark.parametrize("number", [5, 32, 33])
    def test_a_file_that_somebody_has_open_is_tried_again(
        self, number: int, file: Path, waited: list[float], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A virus scanner that has the file for a moment costs a moment, and the old file is never removed first."""
        replace, tries = os.replace, iter(range(4))

        def busy(source: Path, target: Path) -> None:
            assert file.read_bytes() == OLD
            if next(tries) < 3:
                raise _windows_error(number)
            replace(source, target)

        monkeypatch.setattr(os, "replace", busy)

        atomic.replace(file, NEW)

        assert file.read_bytes() == NEW
        assert len(waited) == 3

    def test_after_two_and_a_half_seconds_it_is_said(
        self, file: Path, waited: list[float], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What stays busy is an error in a sentence, and the old file is whole."""

        def busy(*_: object) -> None:
            raise _windows_error(32)

        monkeypatch.setattr(os, "replace", busy)

        with pytest.raises(Unwritable):
            atomic.replace(file, NEW)

        assert sum(waited) == pytest.approx(2.5)
        assert file.read_bytes() == OLD
        assert list(file.parent.iterdir()) == [file]

    @pytest.mark.usefixtures("waited")
    def test_a_file_that_another_program_holds_is_said_to_be_and_nothing_is_left(
        self, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The save is refused with the reason. The old file has its copy, with its time, and there's no temporary file."""
        copy = file.with_name("copy.json")
        copy.write_bytes(b"older")
        os.utime(file, (1_000_000_000, 1_000_000_000))

        with _held_open(file, monkeypatch), pytest.raises(Unwritable, match="another program may have the file open"):
            atomic.replace(file, NEW, lambda target: atomic.keep(target, copy))

        assert (file.read_bytes(), copy.read_bytes()) == (OLD, OLD)
        assert copy.stat().st_mtime == 1_000_000_000
        assert sorted(file.parent.iterdir()) == sorted([file, copy])

    @pytest.mark.parametrize(
        ("number", "reason"),
        [
            (5, "another program may have the file open, or you don't have permission to write there"),
            (32, "another program has the file open"),
            (33, "another program has the file open"),
        ],
    )
    def test_a_lack_of_rights_is_named_only_where_it_may_be_one(self, number: int, reason: str) -> None:
        """Windows reports three errors, and Python takes them all for a lack of rights."""
        assert permissions.reason(_windows_error(number)) == reason

    def test_a_temporary_file_that_is_being_scanned_is_removed_after_the_scan(
        self, file: Path, waited: list[float], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It has private words in it."""
        unlink, tries = os.unlink, iter(range(4))

        def busy(path: Path) -> None:
            if next(tries) < 3:
                raise _windows_error(32)
            unlink(path)

        monkeypatch.setattr(os, "replace", refuse(errno.ENOSPC))
        monkeypatch.setattr(os, "unlink", busy)

        with pytest.raises(Unwritable):
            atomic.replace(file, NEW)

        assert list(file.parent.iterdir()) == [file]
        assert len(waited) == 3

    def test_other_errors_are_not_waited_for(
        self, file: Path, waited: list[float], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A full disk does not get emptier by waiting."""
        monkeypatch.setattr(os, "replace", refuse(errno.ENOSPC))

        with pytest.raises(Unwritable):
            atomic.replace(file, NEW)

        assert waited == []

    def test_no_folder_is_synced_and_no_mode_is_read(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Folders can't be synced there, and the mode of a file says nothing of who may read it."""
        fsync, synced = os.fsync, []

        def noted(handle: int) -> None:
            synced.append(stat.S_ISREG(os.fstat(handle).st_mode))
            fsync(handle)

        file.chmod(0o644)
        monkeypatch.setattr(os, "fsync", noted)
        monkeypatch.setattr(writing, "IS_WINDOWS", True)
        monkeypatch.setattr(permissions, "IS_WINDOWS", True)

        atomic.replace(file, NEW)

        assert synced == [True]
        assert permissions.close_to_others(file) is None


@contextmanager
def _held_open(file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hold a file open as a program on Windows does, which lets no one move, replace or remove any name of it meanwhile.

    Windows does that by itself. Elsewhere the calls are refused here, with the errors that Windows has for them.
    """
    held, system_replace, system_unlink = file.stat().st_ino, os.replace, os.unlink

    def is_held(path: Path) -> bool:
        return path.exists() and path.stat().st_ino == held

    def replace(source: Path, target: Path) -> None:
        if is_held(source) or is_held(target):
            raise _windows_error(32 if is_held(source) else 5)
        system_replace(source, target)

    def unlink(path: Path) -> None:
        if is_held(path):
            raise _windows_error(32)
        system_unlink(path)

    with file.open("rb"), monkeypatch.context() as patched:
        if os.name != "nt":
            patched.setattr(permissions, "IS_WINDOWS", True)
            patched.setattr(os, "replace", replace)
            patched.setattr(os, "unlink", unlink)
        yield


def _windows_error(number: int) -> OSError:
    error = PermissionError(errno.EACCES, "in use")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]  # only Windows has it
    return error


@pytest.mark.skipif(os.name == "nt", reason="a folder can't be opened on Windows")
class TestMacOS:
    """What macOS does, tried here with its own call."""

    FULL_SYNC = 51

    @pytest.fixture
    def calls(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """The calls by which bytes were sent to the disk."""
        calls: list[str] = []
        fsync = os.fsync

        def kind(handle: int) -> str:
            return "file" if stat.S_ISREG(os.fstat(handle).st_mode) else "folder"

        def noted(handle: int) -> None:
            calls.append(f"fsync {kind(handle)}")
            fsync(handle)

        monkeypatch.setattr(sys, "platform", "darwin")
        fcntl = SimpleNamespace(
            F_FULLFSYNC=self.FULL_SYNC,
            fcntl=lambda handle, call: calls.append(f"fcntl {call} {kind(handle)}"),
        )
        monkeypatch.setitem(sys.modules, "fcntl", fcntl)
        monkeypatch.setattr(os, "fsync", noted)
        return calls

    def test_the_drive_is_told_to_write_its_own_memory_too(self, file: Path, calls: list[str]) -> None:
        """A plain fsync there leaves the bytes in the drive."""
        atomic.replace(file, NEW)

        assert calls == [f"fcntl {self.FULL_SYNC} file", f"fcntl {self.FULL_SYNC} folder"]

    def test_also_of_an_export(self, tmp_path: Path, calls: list[str]) -> None:
        """What was taken along is as certain."""
        write_new(tmp_path / "export.md", NEW)

        assert calls == [f"fcntl {self.FULL_SYNC} file", f"fcntl {self.FULL_SYNC} folder"]

    def test_also_of_a_folder_that_is_made(self, tmp_path: Path, calls: list[str]) -> None:
        """Its name lies in the folder above."""
        make_private_folder(tmp_path / "home")

        assert calls == [f"fcntl {self.FULL_SYNC} folder"]

    def test_a_network_drive_gets_an_fsync(self, file: Path, calls: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
        """Where there is no such call, the plain one must do."""
        monkeypatch.setattr("fcntl.fcntl", refuse(errno.ENOTSUP))

        atomic.replace(file, NEW)

        assert calls == ["fsync file", "fsync folder"]

    def test_an_error_of_the_drive_is_an_error(
        self, file: Path, calls: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What the drive reports is not papered over by another call."""
        monkeypatch.setattr("fcntl.fcntl", refuse(errno.EIO))

        with pytest.raises(Unwritable):
            atomic.replace(file, NEW)

        assert calls == []
        assert file.read_bytes() == OLD
