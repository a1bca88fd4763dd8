"""Something else is in place of the lock file: a link to another file, a pipe, a folder, someone else's file."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from support.trouble import assert_no_traceback, assert_one_plain_sentence, exback, small_file, small_progress

from exback.errors import NotALock
from exback.model.run import changed
from exback.store import Store, erase, file_lock, permissions
from exback.store.paths import LOCK
from exback.store.progress import encode

THESIS = b"Two years of work.\n"
RUN = changed(small_progress().runs[0], id="more")
COMMANDS = {
    "status": ("status",),
    "a session": ("--plain", "look"),
    "a setting": ("settings", "plain", "on"),
    "a reset": ("--plain", "reset"),
    "an erasure": ("--plain", "reset", "--erase"),
    "an export": ("export", "-"),
}


def _thesis(home: Path) -> Path:
    path = home.with_name("thesis.txt")
    path.write_bytes(THESIS)
    return path


def _link(home: Path) -> None:
    (home / LOCK).symlink_to(_thesis(home))


def _hard_link(home: Path) -> None:
    os.link(_thesis(home), home / LOCK)


def _dangling_link(home: Path) -> None:
    (home / LOCK).symlink_to(home.with_name("new.txt"))


def _pipe(home: Path) -> None:
    os.mkfifo(home / LOCK)


def _folder(home: Path) -> None:
    (home / LOCK).mkdir()


def _device(home: Path) -> None:
    (home / LOCK).symlink_to("/dev/zero")


def _words(home: Path) -> None:
    (home / LOCK).write_bytes(THESIS)


def _of_another(home: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root may give a file to another user")
    (home / LOCK).touch()
    os.chown(home / LOCK, 65534, 65534)


KINDS: dict[str, Callable[[Path], None]] = {
    "a link": _link,
    "a hard link": _hard_link,
    "a dangling link": _dangling_link,
    "a pipe": _pipe,
    "a folder": _folder,
    "a device": _device,
    "a file with words": _words,
    "a file of another user": _of_another,
}


@pytest.fixture(params=list(KINDS.values()), ids=list(KINDS))
def path(home: Path, request: pytest.FixtureRequest) -> Path:
    """A progress file that has such a thing beside it."""
    path = small_file(home)
    request.param(home)
    return path


def state(home: Path) -> dict[str, tuple[int, int, bytes]]:
    """Return what every name at and beside a home is, and what the files hold."""
    found = {}
    for one in (*home.iterdir(), *home.parent.iterdir()):
        seen = one.lstat()
        held = one.read_bytes() if stat.S_ISREG(seen.st_mode) else b""
        found[one.name] = (seen.st_ino, seen.st_mode, held)
    return found


@pytest.mark.fault(69)
@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_every_command_refuses_it_and_leaves_it_as_it_is(words: tuple[str, ...], path: Path) -> None:
    """It is never emptied, written to, followed or waited for, by a command that only reads either."""
    before = state(path.parent)

    ended = exback(path.parent, *words, typed="2\n2\nerase\n")

    assert_one_plain_sentence(ended, path.parent / LOCK)
    assert "lock file" in ended.err
    assert state(path.parent) == before


@pytest.mark.fault(69)
def test_the_line_for_a_prompt_refuses_it_too(path: Path) -> None:
    """A shell's prompt doesn't hang, and gets no number."""
    ended = exback(path.parent, "status", "--short")
    assert (ended.code, ended.out) == (1, "")
    assert_no_traceback(ended.err)


@pytest.mark.fault(69)
def test_a_doctor_names_it(path: Path) -> None:
    """The doctor says what is wrong, where, and what to do."""
    before = state(path.parent)
    ended = exback(path.parent, "doctor")
    assert ended.code == 1
    assert "lock file" in ended.out
    assert f"  {path.parent / LOCK}\n" in ended.out
    assert state(path.parent) == before


@pytest.mark.fault(69)
@pytest.mark.parametrize("words", [("status",), ("--plain", "reset"), ("--plain", "reset", "--erase")])
def test_where_nothing_is_kept_yet_it_is_refused_as_well(words: tuple[str, ...], home: Path) -> None:
    """A new person isn't told that all is well beside a trap."""
    home.mkdir(mode=0o700)
    _link(home)
    assert_one_plain_sentence(exback(home, *words), home / LOCK)
    assert _thesis(home).read_bytes() == THESIS


@pytest.mark.fault(69)
def test_what_is_put_there_while_a_session_is_open_stays_as_it_is(home: Path) -> None:
    """The next save refuses it, and nothing that was saved before is lost."""
    store = Store(home)
    store.put(RUN)
    before = store.path.read_bytes()
    (home / LOCK).unlink()
    _link(home)

    with pytest.raises(NotALock):
        store.put(changed(RUN, answers={"note": "b"}))

    assert _thesis(home).read_bytes() == THESIS
    assert store.path.read_bytes() == before


@pytest.mark.fault(69)
def test_what_is_put_there_between_two_calls_is_not_followed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock that is exchanged after it was looked at is refused once it is open."""
    store = Store(home)
    store.put(RUN)
    (home / LOCK).unlink()
    _hard_link(home)
    look = permissions.check_lock
    monkeypatch.setattr(file_lock, "check_lock", lambda at, found=None: look(at, found) if found else None)
    monkeypatch.setattr(permissions, "check_lock", lambda at, found=None: None)

    with pytest.raises(NotALock):
        store.put(changed(RUN, answers={"note": "b"}))

    assert (home / LOCK).read_bytes() == THESIS


@pytest.mark.fault(69)
def test_an_erasure_deletes_only_a_lock_of_its_own(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was put in place of the lock while everything was being deleted is neither written to nor removed."""
    store = Store(home)
    store.put(RUN)
    delete = erase.delete

    def and_exchange_the_lock(one: Path) -> None:
        delete(one)
        if one == store.path:
            (home / LOCK).unlink()
            _link(home)

    monkeypatch.setattr(erase, "delete", and_exchange_the_lock)
    erase.erase(store.path)

    assert (home / LOCK).is_symlink()
    assert home.with_name("thesis.txt").read_bytes() == THESIS
    assert not store.path.exists()


@pytest.mark.fault(69)
def test_on_a_drive_that_knows_no_owners_saves_go_on(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On FAT every file belongs to someone who connected the drive, the folder too; that lock is as good as one's own."""
    store = Store(home)
    store.put(RUN)
    monkeypatch.setattr(os, "geteuid", lambda: home.stat().st_uid + 1)

    store.put(changed(RUN, answers={"note": "b"}))

    assert Store(home).load().runs[0].answers == {"note": "b"}


@pytest.mark.fault(69)
def test_an_ordinary_lock_is_no_fault(home: Path) -> None:
    """What exback made itself is taken again, by a command that reads and by one that writes."""
    path = small_file(home)
    for words in (("settings", "plain", "on"), ("status",), ("settings", "plain", "off")):
        ended = exback(home, *words)
        assert (ended.code, ended.err) == (0, "")
    assert (home / LOCK).read_bytes() == b""
    assert path.read_bytes() != encode(small_progress())
