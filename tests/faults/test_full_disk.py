"""A full disk: what was saved before is whole, and no one is told that the new words were saved."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from support.trouble import (
    EXBACK,
    SECRET,
    Ended,
    assert_no_traceback,
    assert_one_plain_sentence,
    exback,
    fill,
    injected,
    kept,
    others,
    small_file,
    small_progress,
    story,
    whole_story,
    words_of,
)
from support.window import Window

from exback.screen.plain.saving import SAVED
from exback.screen.plain.words import LEFT

LIMIT = """
import os, resource, sys
size = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
os.execv(sys.argv[2], sys.argv[2:])
"""
LIMITED = (sys.executable, "-c", LIMIT, "2048", *EXBACK)


def _assert_not_saved(ended: Ended, path: Path) -> None:
    assert_one_plain_sentence(ended, path)
    assert "couldn't save" in ended.err
    assert LEFT not in ended.out
    assert SAVED not in ended.out


def _assert_as_before(path: Path, before: bytes) -> None:
    assert path.read_bytes() == before
    assert others(path) == []


@pytest.mark.fault(2)
@pytest.mark.parametrize("leave", [0, 4096], ids=["not a byte is free", "it begins to fit"])
def test_a_full_disk_keeps_the_old_file(leave: int, disk: Path) -> None:
    """On a full disk the person is told, the old file stays, and no other file is left."""
    path = small_file(disk / "home")
    before = path.read_bytes()
    fill(disk, leave=leave)

    ended = whole_story(path.parent, "because " * 1000, ".")

    _assert_not_saved(ended, path)
    assert "full" in ended.err
    _assert_as_before(path, before)


def test_a_full_disk_can_be_emptied_and_the_walk_goes_on(disk: Path) -> None:
    """Once there is room again, the same answer is taken on the same page."""
    home = small_file(disk / "home").parent
    filler = fill(disk)
    assert whole_story(home, "of the noise", ".").code == 1
    filler.unlink()

    assert whole_story(home, "of the noise", ".").code == 0
    assert kept(home).runs[0].answers["reasons"] == f"The {SECRET} said\nof the noise"


def test_a_disk_that_is_full_from_the_start_gets_no_half_file(disk: Path) -> None:
    """Someone new on a full disk is told so, and nothing that looks like a progress file is left."""
    home = disk / "home"
    home.mkdir(mode=0o700)
    fill(disk)

    ended = story(home, "J.")

    path = home / "progress.json"
    _assert_not_saved(ended, path)
    assert not path.exists()
    assert others(path) == []


@pytest.mark.fault(7)
def test_a_limit_on_the_size_of_files_keeps_the_old_one(home: Path) -> None:
    """An answer too long for the limit on file sizes is refused, and the old file stays."""
    path = small_file(home)
    before = path.read_bytes()

    ended = exback(
        home,
        "--plain",
        "step",
        "the-whole-story",
        typed="because " * 1000 + "\n.\n",
        command=LIMITED,
    )

    _assert_not_saved(ended, path)
    _assert_as_before(path, before)


@pytest.mark.fault(3)
@pytest.mark.fault(4)
@pytest.mark.parametrize("error", ["ENOSPC", "EIO", "EDQUOT"])
@pytest.mark.parametrize("call", ["openat", "write", "fsync", "close", "/^rename"])
def test_an_error_before_the_rename_keeps_the_old_file(call: str, error: str, home: Path, tmp_path: Path) -> None:
    """Whichever call before the rename fails, the old file is whole and no one is told that it was saved."""
    path = small_file(home)
    before = path.read_bytes()
    log = tmp_path / "log"

    ended = exback(
        home,
        "--plain",
        "step",
        "the-whole-story",
        typed="of the noise\n.\n",
        command=injected(f"{call}:error={error}:when=1+", log, home),
    )

    assert "(INJECTED)" in log.read_text()
    _assert_not_saved(ended, path)
    _assert_as_before(path, before)


def test_a_write_that_fails_half_way_keeps_the_old_file(home: Path, tmp_path: Path) -> None:
    """A later save that fails takes nothing back that an earlier one wrote."""
    small_file(home)

    ended = exback(
        home,
        "--plain",
        "step",
        "the-whole-story",
        typed="of the noise\nand the hours\n.\n",
        command=injected("write:error=ENOSPC:when=2+", tmp_path / "log", home),
    )

    _assert_not_saved(ended, home / "progress.json")
    assert kept(home).runs[0].drafts == {"reasons": f"The {SECRET} said\nof the noise"}
    assert others(home / "progress.json") == []


@pytest.mark.fault(5)
def test_an_error_after_the_rename_is_said_as_doubt(home: Path, tmp_path: Path) -> None:
    """If only the folder can't be synced, the new file is there; exback says it is unsure, until the next save."""
    small_file(home)

    ended = exback(
        home,
        "--plain",
        "step",
        "the-whole-story",
        typed="of the noise\n.\n",
        command=injected("fsync:error=EIO:when=3", tmp_path / "log", home, only_temporary=False),
    )

    assert ended.out.count("can't be sure") == 1
    assert SAVED in ended.out
    assert (ended.code, ended.err) == (0, "")
    assert kept(home).revision > small_progress().revision + 1
    assert kept(home).runs[0].answers["reasons"] == f"The {SECRET} said\nof the noise"


@pytest.mark.fault(5)
def test_a_doubt_that_stays_is_said_at_the_end(home: Path, tmp_path: Path) -> None:
    """If no folder can be synced, the words are in the file, and exback ends with the sentence that says so."""
    path = small_file(home)

    ended = exback(
        home,
        "--plain",
        "step",
        "the-whole-story",
        typed="of the noise\n",
        command=injected("fsync:error=EIO:when=3+2", tmp_path / "log", home, only_temporary=False),
    )

    assert_one_plain_sentence(ended, path)
    assert "can't be sure" in ended.err
    assert LEFT not in ended.out
    assert kept(home).runs[0].drafts == {"reasons": f"The {SECRET} said\nof the noise"}


def test_a_draft_that_cannot_be_saved_is_said_in_a_sentence(home: Path) -> None:
    """If a draft can't be saved, the page stays and says so; someone who leaves reads the path."""
    path = small_file(home)
    before = path.read_bytes()
    with Window(home, "step", "the-whole-story", command=LIMITED) as window:
        window.shows(words_of("reasons"))
        window.types("because " * 400)
        window.shows("exback couldn't save")
        window.shows("exback keeps trying.")
        window.types("\x03")
        window.shows("These words aren't in your file yet.")
        window.types("\x03")
        code = window.ends()
        assert_no_traceback(window.told)

    assert "Press ENTER" not in window.told
    assert str(path) in window.told
    assert code == 1
    _assert_as_before(path, before)
