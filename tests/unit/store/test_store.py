from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.systems import PRIVATE_FILE, PRIVATE_FOLDER, mode, needs_links

from exback.errors import NothingToRestore, StoreError, TooNew, Unreadable
from exback.model.run import Run
from exback.store import Progress, Store
from exback.store.decode import decode
from exback.store.progress import encode

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SAVE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from exback.model.journey import Run
from exback.store import Store
Store(Path(sys.argv[1])).put(Run(id="b", step="urge", started=datetime(2026, 3, 2, tzinfo=UTC)))
"""


def run(run_id: str, **answers: str) -> Run:
    """Give a run with answers."""
    return Run(id=run_id, step="urge", started=NOON, answers=dict(answers))


def files(folder: Path) -> list[str]:
    """Give the names of all files in a folder and the folders in it, but for backups and an empty one that is only a lock."""
    found = (path for path in folder.rglob("*") if not path.is_dir() and path.parent.name != "backups")
    return sorted(
        path.relative_to(folder).as_posix() for path in found if path.stat().st_size or path.suffix != ".lock"
    )


@pytest.fixture
def store(home: Path) -> Store:
    """A store in a folder that is not there yet."""
    return Store(home)


class TestLoad:
    """Reading what is kept."""

    def test_nothing_is_an_empty_progress_and_creates_nothing(self, store: Store, tmp_path: Path) -> None:
        """Somebody new has no runs, and looking leaves no trace."""
        assert store.load() == Progress()
        assert not store.exists()
        assert store.laid_aside() == []
        assert list(tmp_path.iterdir()) == []

    def test_it_sees_what_another_store_has_saved(self, home: Path) -> None:
        """What another exback has saved is there at the next look."""
        here, there = Store(home), Store(home)
        here.put(run("a"))
        assert there.load().runs == [run("a")]

        here.put(run("b"))

        assert there.load().runs == [run("a"), run("b")]

    def test_it_sees_that_the_file_was_put_aside(self, home: Path) -> None:
        """What another window has put aside is not remembered."""
        here = Store(home)
        here.put(run("a"))
        Store(home).put_aside()

        assert here.load() == Progress()


class TestPut:
    """Saving one run."""

    @pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
    def test_the_file_and_its_folder_are_private(self, umask: int, store: Store) -> None:
        """The file is 0600 in a folder of 0700, whatever the umask."""
        before = os.umask(umask)
        try:
            store.put(run("a"))
        finally:
            os.umask(before)

        assert mode(store.path) == PRIVATE_FILE
        assert mode(store.home) == PRIVATE_FOLDER
        assert files(store.home) == ["progress.json"]

    def test_the_revision_grows_by_one(self, store: Store) -> None:
        """Every save counts the revision up by one, also a save that changes nothing."""
        revisions = []
        for _ in range(3):
            store.put(run("a"))
            revisions.append(decode(store.path.read_bytes(), store.path).revision)

        assert revisions == [1, 2, 3]

    def test_a_run_takes_the_place_of_its_older_self(self, store: Store) -> None:
        """A run is kept once, by its id, where it first stood."""
        for one in (run("a", note="first"), run("b"), run("a", note="second")):
            store.put(one)

        assert Store(store.home).load().runs == [run("a", note="second"), run("b")]

    def test_what_another_store_saved_meanwhile_stays(self, home: Path) -> None:
        """Two sessions that save in turn keep each other's runs, and the revision counts both."""
        here, there = Store(home), Store(home)
        here.put(run("a", note="1"))
        there.put(run("b", note="1"))
        here.put(run("a", note="2"))
        there.put(run("b", note="2"))
        here.put(run("c"))

        assert Store(home).load().runs == [run("a", note="2"), run("b", note="2"), run("c")]
        assert Store(home).load().revision == 5

    def test_unknown_fields_are_written_back(self, store: Store) -> None:
        """What a newer or another program has put beside our fields, in the file or a run, survives a save."""
        store.put(run("a", note="1"))
        raw = json.loads(store.path.read_bytes())
        raw["colour"] = {"of": ["night", 3, None, 1.5, {"deep": True}]}
        raw["extra"] = "a field of this name is one like any other"
        raw["runs"][0] |= {"weather": ["grey"], "extra": {"x": 1}}
        store.path.write_text(json.dumps(raw))

        Store(store.home).put(run("b"))

        after = json.loads(store.path.read_bytes())
        assert {key: after[key] for key in ("colour", "extra")} == {key: raw[key] for key in ("colour", "extra")}
        assert after["runs"][0] == raw["runs"][0]

    def test_the_settings_are_written_back(self, store: Store) -> None:
        """Settings are kept as they are found."""
        store.put(run("a"))
        raw = json.loads(store.path.read_bytes()) | {"settings": {"voice": "calm", "days": [1, 2]}}
        store.path.write_text(json.dumps(raw))

        Store(store.home).put(run("b"))

        assert json.loads(store.path.read_bytes())["settings"] == raw["settings"]

    @pytest.mark.parametrize(
        ("data", "error"),
        [(b"{", Unreadable), (b"", Unreadable), (b'{"format": "exback-progress", "version": 2}', TooNew)],
    )
    def test_a_file_that_it_cannot_read_is_never_saved_over(
        self, data: bytes, error: type[StoreError], store: Store
    ) -> None:
        """What exback can't read it does not write over."""
        store.home.mkdir()
        store.path.write_bytes(data)

        with pytest.raises(error):
            store.put(run("a"))

        assert store.path.read_bytes() == data
        assert files(store.home) == ["progress.json"]

    def test_a_file_that_went_bad_during_a_session_is_never_saved_over(self, store: Store) -> None:
        """A file that something else has broken since the last save is seen to be broken."""
        store.put(run("a"))
        store.path.write_bytes(b"something else")

        with pytest.raises(Unreadable):
            store.put(run("b"))

        assert store.path.read_bytes() == b"something else"

    def test_words_that_no_file_can_hold_are_refused_with_a_sentence(self, store: Store) -> None:
        """A text that can't be written as UTF-8 is refused as not saved, and what was there stays."""
        store.put(run("a"))
        before = store.path.read_bytes()

        with pytest.raises(StoreError):
            store.put(run("b", note="\ud800"))

        assert store.path.read_bytes() == before
        assert files(store.home) == ["progress.json"]

    @needs_links
    @pytest.mark.parametrize("relative", [True, False], ids=["relative", "absolute"])
    def test_a_link_stays_a_link(self, relative: bool, store: Store, tmp_path: Path) -> None:
        """Somebody who keeps the file elsewhere and links to it keeps the link, and the save lands there."""
        elsewhere = tmp_path / "synced" / "mine.json"
        elsewhere.parent.mkdir()
        elsewhere.write_bytes(encode(Progress(revision=4, runs=[run("a")])))
        store.home.mkdir()
        store.path.symlink_to(Path("..", "synced", "mine.json") if relative else elsewhere)

        store.put(run("b"))

        assert store.path.is_symlink()
        assert decode(elsewhere.read_bytes(), elsewhere).runs == [run("a"), run("b")]
        assert files(tmp_path) == ["home/progress.json", "synced/mine.json"]


class TestAside:
    """Setting the file aside, and bringing it back."""

    def test_there_and_back(self, store: Store) -> None:
        """What was put aside is gone from its place, and comes back to the byte."""
        store.put(run("a"))
        before = store.path.read_bytes()

        aside = store.put_aside()

        assert not store.exists()
        assert store.load() == Progress()
        assert aside.read_bytes() == before
        assert store.laid_aside() == [aside]

        assert store.restore() == aside
        assert store.path.read_bytes() == before
        assert store.load().runs == [run("a")]
        assert store.laid_aside() == []

    def test_what_lies_aside_is_private(self, store: Store) -> None:
        """What was put aside is as closed to others as the file was."""
        store.put(run("a"))

        aside = store.put_aside()

        assert mode(aside) == PRIVATE_FILE
        assert mode(aside.parent) == PRIVATE_FOLDER

    def test_the_name_says_which_came_last(self, store: Store) -> None:
        """The names of what lies aside are numbered, so that no clock decides which came last."""
        for run_id in ("a", "b"):
            store.put(run(run_id))
            store.put_aside()

        assert [one.name for one in store.laid_aside()] == ["progress-0001.json", "progress-0002.json"]

    def test_a_file_without_a_second_name_is_no_copy_of_itself(
        self, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """On Windows and FAT the mark of the first save is a file of its own, and yet no earlier version."""

        def refuse(*_: object) -> None:
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))

        monkeypatch.setattr(os, "link", refuse)
        store.put(run("a"))
        assert len(list((store.home / "backups").iterdir())) == 1
        assert store.backups() == ()

        store.put_aside()
        assert files(store.home) == ["aside/progress-0001.json"]

    def test_a_file_that_it_cannot_read_is_put_aside_too(self, store: Store) -> None:
        """Broken bytes are set aside as they are, beside the file, never thrown away."""
        store.home.mkdir()
        store.path.write_bytes(b"\0broken")

        place = store.put_aside()

        assert re.fullmatch(r"progress\.json\.corrupt-\d{8}T\d{6}Z", place.name)
        assert place.read_bytes() == b"\0broken"
        assert not store.exists()

    def test_restoring_twice_swaps(self, store: Store) -> None:
        """Restore never overwrites: what stands there is put aside, and the next restore brings it back."""
        store.put(run("old"))
        store.put_aside()
        store.put(run("new"))

        store.restore()
        assert store.load().runs == [run("old")]
        assert len(store.laid_aside()) == 1

        store.restore()
        assert store.load().runs == [run("new")]
        store.restore()
        assert store.load().runs == [run("old")]

    def test_restoring_keeps_a_file_that_it_cannot_read(self, store: Store) -> None:
        """Broken bytes in the file's place are moved beside it by restore, not overwritten."""
        store.put(run("old"))
        store.put_aside()
        store.path.write_bytes(b"broken")

        store.restore()

        assert store.load().runs == [run("old")]
        assert [place.read_bytes() for place in store.home.glob("progress.json.corrupt-*")] == [b"broken"]
        assert store.laid_aside() == []

    def test_nothing_to_restore_is_said(self, store: Store, tmp_path: Path) -> None:
        """Where nothing was put aside, restore says so and creates nothing."""
        with pytest.raises(NothingToRestore):
            store.restore()

        assert list(tmp_path.iterdir()) == []

    def test_nothing_to_restore_leaves_the_file(self, store: Store) -> None:
        """Where nothing was put aside, restore leaves the file as it is."""
        store.put(run("a"))

        with pytest.raises(NothingToRestore):
            store.restore()

        assert store.load().runs == [run("a")]
        assert files(store.home) == ["progress.json"]

    def test_what_cannot_be_read_is_not_restored(self, store: Store) -> None:
        """A good file is never swapped for one that exback can't read."""
        store.put(run("a"))
        before = store.path.read_bytes()
        broken = store.home / "aside" / "progress-0001.json"
        broken.parent.mkdir()
        broken.write_bytes(b"broken")

        with pytest.raises(Unreadable) as refused:
            store.restore()

        assert refused.value.path == str(broken)
        assert store.path.read_bytes() == before
        assert broken.read_bytes() == b"broken"

    def test_two_in_one_second_are_both_kept_and_the_later_comes_back(self, store: Store) -> None:
        """However fast one reset follows another, nothing is overwritten, and restore brings the last."""
        for number in range(12):
            store.put(run(str(number)))
            store.put_aside()
        assert len(store.laid_aside()) == 12

        store.restore()

        assert store.load().runs == [run("11")]

    @needs_links
    @pytest.mark.parametrize("relative", [True, False], ids=["relative", "absolute"])
    def test_a_link_comes_back_with_what_it_led_to(self, relative: bool, store: Store, tmp_path: Path) -> None:
        """Somebody who keeps the file elsewhere can put it aside and bring it back like anybody."""
        elsewhere = tmp_path / "synced" / "mine.json"
        elsewhere.parent.mkdir()
        elsewhere.write_bytes(encode(Progress(runs=[run("a")])))
        store.home.mkdir()
        store.path.symlink_to(Path("..", "synced", "mine.json") if relative else elsewhere)

        store.put_aside()
        assert store.load() == Progress()
        store.restore()

        assert store.load().runs == [run("a")]


def test_a_save_makes_its_system_calls_in_the_order_that_outlives_a_power_cut(home: Path, tmp_path: Path) -> None:
    """A save is: a new private file beside the old, all bytes, fsync, close, the old one kept, rename, fsync of the folder."""
    store, log = Store(home), tmp_path / "log"
    store.put(run("a"))
    subprocess.run(
        [
            *_strace(),
            "-o",
            str(log),
            "-e",
            "trace=openat,write,fsync,fdatasync,close,/^rename,/^link,/^unlink",
            *(sys.executable, "-c", SAVE, str(home)),
        ],
        check=True,
    )

    calls = [short for line in log.read_text().splitlines() if (short := _in_short(line, home))]
    save = calls[calls.index("open TEMPORARY O_WRONLY|O_CREAT|O_EXCL|O_NOFOLLOW|O_CLOEXEC, 0600") :]
    look = ["open FILE O_RDONLY|O_NONBLOCK|O_NOFOLLOW|O_CLOEXEC", "close FILE"]
    assert save == [
        "open TEMPORARY O_WRONLY|O_CREAT|O_EXCL|O_NOFOLLOW|O_CLOEXEC, 0600",
        "write TEMPORARY",
        "fsync TEMPORARY",
        "close TEMPORARY",
        *look,  # nobody has written meanwhile
        "link FILE SECOND",
        "rename SECOND PREVIOUS",
        "unlink SECOND",  # which is there only after a save that was killed half-way
        "link FILE SECOND",
        "rename SECOND DAY",
        "unlink SECOND",
        "rename TEMPORARY FILE",
        "open FOLDER O_RDONLY|O_CLOEXEC|O_DIRECTORY",
        "fsync FOLDER",
        "close FOLDER",
        *look,  # what is there now is what was saved
    ]
    assert store.load().runs[-1].id == "b"


def _strace() -> tuple[str, ...]:
    found = shutil.which("strace")
    if found is None:
        pytest.skip("strace is not installed")
    tried = subprocess.run([found, "-o", os.devnull, "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip(f"strace may not be used here: {tried.stderr.decode().strip()}")
    return (found, "-f", "-y")


def _in_short(line: str, home: Path) -> str:
    """Give a line of strace as the call, what it was made on, and the flags it opened that with; else nothing."""
    line = re.sub(rf"{home}/backups/\.progress-[\w.-]+\.tmp", "SECOND", line)
    line = re.sub(rf"{home}/backups/progress-previous\.json", "PREVIOUS", line)
    line = re.sub(rf"{home}/backups/progress-\d+-[\d-]+-day\.json", "DAY", line)
    line = re.sub(rf"{home}/\.progress\.json\.[0-9a-f]+\.tmp", "TEMPORARY", line)
    line = re.sub(rf"{home}/progress\.json(?![.\w])", "FILE", line)
    line = re.sub(rf"{home}(?![/\w])", "FOLDER", line)
    call = line.split(maxsplit=1)[1].partition("(")[0].removesuffix("at2").removesuffix("at")
    on = re.findall(r"TEMPORARY|FILE|FOLDER|SECOND|PREVIOUS|DAY", line.partition(") = ")[0])
    flags = re.findall(r"(O_[A-Z_|]+(?:, \d+)?)\)", line)
    return " ".join([call, *on, *flags]) if on else ""
