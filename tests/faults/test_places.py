"""Where the file is and what else may be there: read-only folders, other people's files, links, and things that aren't files."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.trouble import (
    EXBACK,
    SECRET,
    assert_no_traceback,
    assert_one_plain_sentence,
    exback,
    kept,
    others,
    small_file,
    small_progress,
    whole_story,
    without_rights,
    words_of,
)

from exback.errors import Unwritable
from exback.model.run import changed
from exback.store import Store, erase
from exback.store.progress import encode

RUN = changed(small_progress().runs[0], id="more")


def _root(tool: str) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root may do this")
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own."""
    _root("mount")
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    tried = subprocess.run(mount, capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"a disk may not be mounted here: {tried.stderr.strip()}")
    yield place
    subprocess.run(["umount", place], check=True)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of this machine may look into, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.fault(9)
class TestWhatTakesNoSave:
    """A folder or disk that can only be read."""

    def test_on_a_disk_that_can_only_be_read(self, disk: Path) -> None:
        """The status works; a session says at once that nothing can be saved, before anyone writes anything."""
        path = small_file(disk / "home")
        before = path.read_bytes()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)

        assert exback(path.parent, "status").code == 0
        ended = whole_story(path.parent, "of the noise", ".")

        assert_one_plain_sentence(ended, path.parent)
        assert "that disk is read-only" in ended.err
        assert words_of("reasons") not in ended.out
        assert path.read_bytes() == before

    def test_in_a_folder_of_somebody_else(self, open_folder: Path) -> None:
        """The same happens in a folder that this user may not write to, and its owner is named."""
        home = open_folder / "home"
        path = small_file(home)
        path.chmod(0o644)
        home.chmod(0o755)
        if os.geteuid() == 0:
            os.chown(home, 65534, 65534)
        else:
            home.chmod(0o555)
        command = (*without_rights(), *EXBACK)

        assert exback(home, "status", command=command).code == 0
        ended = exback(home, "--plain", "step", "the-whole-story", typed="of the noise\n.\n", command=command)

        assert_one_plain_sentence(ended, home)
        assert words_of("reasons") not in ended.out
        if os.geteuid() == 0:
            assert "it belongs to nobody" in ended.err
        assert path.read_bytes() == encode(small_progress())
        home.chmod(0o755)

    def test_for_somebody_new_nothing_is_created(self, open_folder: Path) -> None:
        """Someone new is told the same, and the folder isn't created."""
        place = open_folder / "closed"
        place.mkdir(mode=0o555)
        if os.geteuid() == 0:
            os.chown(place, 65534, 65534)

        ended = exback(place / "home", "--plain", typed="4\n\n\nJ.\n", command=(*without_rights(), *EXBACK))

        assert_one_plain_sentence(ended, place / "home")
        assert list(place.iterdir()) == []


@pytest.mark.fault(9)
@pytest.mark.parametrize(
    "words",
    [("status",), ("--plain", "step", "the-whole-story"), ("--plain", "reset"), ("--plain", "reset", "--erase")],
)
def test_what_lies_in_a_folder_that_may_not_be_looked_into(words: tuple[str, ...], open_folder: Path) -> None:
    """The folder that may not be opened is named; no one is told that nothing is there, and nothing is changed."""
    path = _closed_away(open_folder)

    ended = exback(path.parent, *words, typed="\n2\nerase\n", command=(*without_rights(), *EXBACK))

    assert_one_plain_sentence(ended, path)
    assert "you don't have permission" in ended.err
    _open_again(path)
    assert path.read_bytes() == encode(small_progress())


@pytest.mark.fault(9)
def test_a_doctor_says_what_may_not_be_looked_into(open_folder: Path) -> None:
    """The doctor has one finding, and doesn't call the folder something else."""
    path = _closed_away(open_folder)

    ended = exback(path.parent, "doctor", command=(*without_rights(), *EXBACK))

    assert_no_traceback(ended.said)
    assert ended.code == 1
    assert ended.out.splitlines()[:2] == [
        "exback can't look at this: you don't have permission to read it.",
        f"  {path.parent}",
    ]
    _open_again(path)


def _closed_away(folder: Path) -> Path:
    """Put a progress file below a folder that this user may not search, and return its path."""
    closed = folder / "closed"
    closed.mkdir()
    path = small_file(closed / "home")
    closed.chmod(0o700 if os.geteuid() == 0 else 0)
    if os.geteuid() == 0:
        os.chown(closed, 65534, 65534)
    return path


def _open_again(path: Path) -> None:
    path.parent.parent.chmod(0o700)


@pytest.mark.fault(9)
def test_where_nothing_can_be_deleted_it_is_said_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence is about deleting, not saving; no lock file is created for it."""
    path = small_file(home)
    monkeypatch.setattr(os, "access", lambda place, mode: False)

    with pytest.raises(Unwritable, match="can't delete anything: you don't have permission to write there") as refused:
        erase.erase(path)

    assert refused.value.path == str(home)
    assert list(home.iterdir()) == [path]


@pytest.mark.fault(9)
@pytest.mark.parametrize("what", ["merge", "reset"])
def test_where_no_copy_can_be_kept_its_folder_is_named(
    what: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder for copies is named, not the progress file, which stays as it was."""
    store = Store(home)
    for note in "ab":
        store.put(changed(RUN, answers={"note": note}))
    before = store.path.read_bytes()
    other = tmp_path / "other.json"
    other.write_bytes(encode(small_progress()))
    real = os.replace

    def refuse(source: Path, target: Path) -> None:
        if Path(target).parent.name == "backups":
            raise PermissionError(13, "Permission denied")
        real(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(Unwritable, match="couldn't keep a copy: you don't have permission to write there") as refused:
        store.merge(other) if what == "merge" else store.put_aside()

    assert refused.value.path == str(home / "backups")
    assert store.path.read_bytes() == before


@pytest.mark.fault(10)
def test_a_file_of_somebody_else_is_named_with_its_owner(open_folder: Path) -> None:
    """A file that this user may not read is named with its owner, and stays as it is."""
    _root("setpriv")
    path = small_file(open_folder / "home")
    path.parent.chmod(0o755)
    os.chown(path, 65534, 65534)

    ended = exback(path.parent, "status", command=(*without_rights(), *EXBACK))

    assert_one_plain_sentence(ended, path)
    assert "it belongs to nobody" in ended.err


@pytest.mark.fault(10)
def test_a_file_of_somebody_else_that_can_be_read_becomes_ones_own(open_folder: Path) -> None:
    """In one's own folder someone else's file is replaced by one's own, and its content kept as a copy."""
    _root("setpriv")
    path = small_file(open_folder / "home")
    os.chown(path, 65534, 65534)
    path.chmod(0o644)

    ended = exback(
        path.parent,
        "--plain",
        "step",
        "the-whole-story",
        typed="of the noise\n.\n",
        command=(*without_rights(), *EXBACK),
    )

    assert ended.code == 0, ended
    assert path.stat().st_uid == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "chmod 600" in ended.err
    assert kept(path.parent).runs[0].answers["reasons"] == f"The {SECRET} said\nof the noise"


@pytest.mark.fault(11)
def test_a_file_that_may_not_be_changed_keeps_what_it_says(home: Path) -> None:
    """An immutable file is left as it is, with a sentence, and no temporary file stays."""
    _root("chattr")
    path = small_file(home)
    before = path.read_bytes()
    tried = subprocess.run(["chattr", "+i", path], capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"no file can be made immutable here: {tried.stderr.strip()}")
    try:
        ended = whole_story(home, "of the noise", ".")
    finally:
        subprocess.run(["chattr", "-i", path], check=True)

    assert_one_plain_sentence(ended, path)
    assert "couldn't save" in ended.err
    assert path.read_bytes() == before
    assert others(path) == []


class TestLinks:
    """A link in place of the file."""

    @pytest.fixture
    def linked(self, home: Path, tmp_path: Path) -> Path:
        """A file elsewhere that the progress file is a link to."""
        elsewhere = tmp_path / "synced" / "mine.json"
        elsewhere.parent.mkdir()
        elsewhere.write_bytes(encode(small_progress()))
        elsewhere.chmod(0o600)
        home.mkdir(mode=0o700)
        (home / "progress.json").symlink_to(elsewhere)
        return elsewhere

    @pytest.mark.fault(12)
    def test_a_link_is_kept(self, linked: Path, home: Path) -> None:
        """The link stays, its target is saved, and only the copies are in exback's own folder."""
        assert whole_story(home, "of the noise", ".").code == 0

        assert (home / "progress.json").readlink() == linked
        assert kept(home).runs[0].answers["reasons"] == f"The {SECRET} said\nof the noise"
        assert list(linked.parent.iterdir()) == [linked]
        assert (home / "backups" / "progress-previous.json").exists()

    @pytest.mark.fault(12)
    def test_a_link_is_kept_by_a_reset_and_a_restore(self, linked: Path, home: Path) -> None:
        """A reset leaves an empty file at the link's target, so that no drive seems to be missing."""
        before = linked.read_bytes()
        assert exback(home, "--plain", "reset", typed="2\n").code == 0
        assert kept(home).runs == []
        assert exback(home, "status").code == 0

        assert exback(home, "restore", "--latest").code == 0

        assert linked.read_bytes() == before
        assert (home / "progress.json").is_symlink()
        assert Store(home).laid_aside() == []

    @pytest.mark.fault(13)
    @pytest.mark.parametrize(
        "words", [("status",), ("--plain",), ("--plain", "step", "the-whole-story"), ("restore", "--latest")]
    )
    def test_a_link_that_leads_nowhere_is_named(self, words: tuple[str, ...], linked: Path, home: Path) -> None:
        """A link to a drive that isn't connected doesn't make anyone new, and nothing is created in its place."""
        Store(home).put(RUN)
        linked.unlink()

        ended = exback(home, *words, typed="4\n\n\nJ.\n")

        assert_one_plain_sentence(ended, home / "progress.json")
        assert str(linked) in ended.err
        assert not linked.exists()
        assert (home / "progress.json").is_symlink()


@pytest.mark.fault(14)
@pytest.mark.fault(15)
@pytest.mark.parametrize(
    "words", [("status",), ("--plain", "step", "the-whole-story"), ("restore", "--latest"), ("--plain", "reset")]
)
@pytest.mark.parametrize("kind", ["a folder", "a pipe", "a device"])
def test_what_is_no_file_is_refused_at_once(kind: str, words: tuple[str, ...], home: Path) -> None:
    """Every command refuses a folder, pipe or device in the file's place at once, and leaves it there."""
    path = small_file(home)
    Store(home).put(RUN)
    path.unlink()
    if kind == "a folder":
        path.mkdir()
    elif kind == "a pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    before = path.lstat()

    ended = exback(home, *words, typed="2\n")

    assert_no_traceback(ended.said)
    assert ended.code == 1
    assert "There's" in ended.said
    assert (path.lstat().st_ino, path.lstat().st_mode) == (before.st_ino, before.st_mode)


@pytest.mark.fault(16)
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o666])
@pytest.mark.parametrize("words", [("status",), ("--plain", "step", "the-whole-story")])
def test_a_file_that_others_can_read_is_closed_and_that_is_said(mode: int, words: tuple[str, ...], home: Path) -> None:
    """A file opened to others is closed again, and exback says so once."""
    path = small_file(home)
    path.chmod(mode)

    ended = exback(home, *words, typed=".\n")

    assert ended.code == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert ended.err == "Other users of this computer could read your progress file. They can't any more.\n"
    assert exback(home, "status").err == ""


@pytest.mark.fault(17)
def test_nothing_is_ever_written_to_the_systems_folder_for_temporary_files(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every file that a save creates is in the file's folder or in the folders for its copies."""
    made: list[Path] = []
    real = os.open

    def noted(path: Path | str, flags: int, mode: int = 0o777, **more: int) -> int:
        if flags & os.O_CREAT:
            made.append(Path(path))
        return real(path, flags, mode, **more)

    monkeypatch.setattr(os, "open", noted)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(os, "link", _no_links)
    store = Store(home)
    for note in "abc":
        store.put(changed(RUN, answers={"note": note}))
    store.put_aside()
    store.restore()

    folders = {path.parent for path in made}
    assert folders == {home, home / "backups", home / "aside"}


def _no_links(*_: object) -> None:
    raise OSError(1, "Operation not permitted")


@pytest.mark.fault(10)
def test_where_files_have_one_name_only_the_copies_are_real_copies(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without hard links, as on FAT, the version before a save is kept as a real copy."""
    monkeypatch.setattr(os, "link", _no_links)
    store = Store(home)
    for note in "ab":
        store.put(changed(RUN, answers={"note": note}))

    previous = home / "backups" / "progress-previous.json"
    assert json.loads(previous.read_bytes())["runs"][0]["answers"] == {"note": "a"}
    assert stat.S_IMODE(previous.stat().st_mode) == 0o600


@pytest.mark.fault(2)
def test_a_copy_that_cannot_be_kept_does_not_stop_a_save(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new words are saved even if the old version can't be copied; the person is told."""
    store = Store(home)
    store.put(RUN)
    shutil.rmtree(home / "backups")
    (home / "backups").write_text("a file where the folder should be")

    store.put(changed(RUN, answers={"note": "b"}))

    assert Store(home).load().runs[0].answers == {"note": "b"}
    assert any("couldn't keep a copy of the file from before" in notice for notice in store.notices)


@pytest.mark.fault(34)
def test_a_copy_before_something_great_must_be_kept(home: Path, tmp_path: Path) -> None:
    """If the copy before a merge can't be kept, nothing is merged."""
    store = Store(home)
    store.put(RUN)
    other = tmp_path / "other.json"
    other.write_bytes(encode(small_progress()))
    shutil.rmtree(home / "backups")
    (home / "backups").write_text("a file where the folder should be")
    before = store.path.read_bytes()

    with pytest.raises(Unwritable):
        store.merge(other)

    assert store.path.read_bytes() == before
