"""Others may write to the folder of the progress file, or there is something else in its place."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from support.trouble import EXBACK, assert_one_plain_sentence, exback, small_file, small_progress, without_rights
from support.window import Window

from exback.model.run import changed
from exback.store import Store

WARNING = "Other users of this computer can write to the folder your progress file is in"
WRITING = {
    "a setting": (("settings", "plain", "on"), ""),
    "a session": (("--plain", "look"), "3\n"),
    "a reset": (("--plain", "reset"), "2\n"),
}


@pytest.mark.fault(70)
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o722, 0o1777])
@pytest.mark.parametrize(("words", "typed"), WRITING.values(), ids=WRITING)
def test_every_command_that_writes_says_so(words: tuple[str, ...], typed: str, mode: int, home: Path) -> None:
    """The person hears once, on stderr, that others could replace the file, and how to close the folder; exback doesn't close it."""
    small_file(home)
    home.chmod(mode)

    ended = exback(home, *words, typed=typed)

    assert ended.code == 0
    assert ended.err.count(WARNING) == 1
    assert f"chmod 700 {home}" in ended.err
    assert stat.S_IMODE(home.stat().st_mode) == mode


@pytest.mark.fault(70)
def test_a_session_says_so_before_anything_is_asked(home: Path) -> None:
    """On the first page, before a word is typed."""
    small_file(home)
    home.chmod(0o777)
    with Window(home, "look") as window:
        window.shows("can write to the folder")


@pytest.mark.fault(70)
def test_a_folder_that_a_link_leads_to_counts_as_well(home: Path, tmp_path: Path) -> None:
    """Someone who may write where the file really is can replace it."""
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    path = small_file(home)
    path.rename(shared / "mine.json")
    path.symlink_to(shared / "mine.json")
    assert f"chmod 700 {shared}" in exback(home, "settings", "plain", "on").err


@pytest.mark.fault(70)
def test_a_folder_of_another_user_is_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Someone who the folder belongs to can replace the file, whatever its mode says."""
    store = Store(home)
    store.put(small_progress().runs[0])
    assert store.notices == []
    monkeypatch.setattr(os, "geteuid", lambda: home.stat().st_uid + 1)
    if home.stat().st_uid == 0:  # root can do that everywhere, so a folder of root's is nothing to warn of
        os.chown(home, 65534, 65534)
        os.chown(home / "progress.json.lock", 65534, 65534)

    store.put(changed(small_progress().runs[0], id="b"))

    assert [one for one in store.notices if "belongs to another user" in one and str(home) in one]


@pytest.mark.fault(70)
@pytest.mark.parametrize("mode", [0o700, 0o755, 0o711])
def test_a_folder_that_others_cannot_write_to_is_no_fault(mode: int, home: Path) -> None:
    """Nothing is said of it."""
    small_file(home)
    home.chmod(mode)
    assert exback(home, "settings", "plain", "on").err == ""


COMMANDS = [
    ("status",),
    ("--plain",),
    ("--plain", "look"),
    ("--plain", "reset"),
    ("--plain", "reset", "--erase"),
    ("restore", "--latest"),
    ("settings", "plain", "on"),
    ("export", "-"),
]


@pytest.mark.fault(14)
@pytest.mark.parametrize("below", ["", "exback"])
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_file_in_place_of_the_folder_is_named(words: tuple[str, ...], below: str, tmp_path: Path) -> None:
    """No one is taken for new; every command says what is in the way, also where it is a folder above."""
    file = tmp_path / "home"
    file.write_text("something else", encoding="utf-8")

    ended = exback(file / below, *words, typed="2\n")

    assert_one_plain_sentence(ended, file)
    assert "where the folder for your progress file should be" in ended.err
    assert exback(file / below, "status", "--short").code == 1
    assert file.read_text(encoding="utf-8") == "something else"


@pytest.mark.fault(13)
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_link_in_place_of_the_folder_that_leads_nowhere_is_named(words: tuple[str, ...], tmp_path: Path) -> None:
    """The drive may only not be connected, so no one is taken for new and nothing is created there."""
    home = tmp_path / "home"
    home.symlink_to(tmp_path / "drive")

    ended = exback(home, *words, typed="2\n")

    assert_one_plain_sentence(ended, home)
    assert not (tmp_path / "drive").exists()


@pytest.mark.fault(15)
@pytest.mark.parametrize("words", [("--plain", "look"), ("--plain",), ("settings", "plain", "on")], ids=" ".join)
def test_what_the_file_is_is_looked_at_before_its_folder(words: tuple[str, ...], home: Path, tmp_path: Path) -> None:
    """A link to a pipe or a device is named for what it is; whom the folder around that belongs to doesn't matter."""
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    os.mkfifo(theirs / "pipe")
    theirs.chmod(0o555)
    if os.geteuid() == 0:
        os.chown(theirs, 65534, 65534)
    home.mkdir(mode=0o700)
    (home / "progress.json").symlink_to(theirs / "pipe")

    ended = exback(home, *words, command=(*without_rights(), *EXBACK))

    assert_one_plain_sentence(ended, home / "progress.json")
    assert "There's something that isn't a file" in ended.err
