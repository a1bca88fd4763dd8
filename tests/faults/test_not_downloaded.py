"""A cloud program keeps the progress file elsewhere, and has left something in its place, or can't bring it now."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from support.trouble import (
    EXBACK,
    assert_no_traceback,
    assert_one_plain_sentence,
    exback,
    small_file,
    small_progress,
    strace,
)

from exback.errors import NotDownloaded
from exback.model.run import changed
from exback.store import Store

RUN = changed(small_progress().runs[0], id="more")
SIGNS = [
    ".progress.json.icloud",
    "progress.json.nextcloud",
    "progress.json.owncloud",
    "progress.json.opencloud",
    "progress.json.cloud",
    "progress.json.rslsf",
    "progress.json.part",
    ".syncthing.progress.json.tmp",
    "~syncthing~progress.json.tmp",
]
COMMANDS = [
    ("status",),
    ("status", "--json"),
    ("--plain",),
    ("--plain", "look"),
    ("--plain", "reset"),
    ("--plain", "reset", "--erase"),
    ("restore", "--latest"),
    ("settings", "plain", "on"),
    ("export", "-"),
    ("lock",),
]


@pytest.mark.fault(71)
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_nobody_is_taken_for_new(words: tuple[str, ...], home: Path) -> None:
    """Every command says that the file is hasn't been downloaded yet and what to do, and creates nothing."""
    home.mkdir(mode=0o700)
    sign = home / SIGNS[0]
    sign.write_bytes(b"x")

    ended = exback(home, *words, typed="2\n2\nerase\n")

    assert_one_plain_sentence(ended, sign)
    assert "hasn't been downloaded yet" in ended.err
    assert list(home.iterdir()) == [sign]


@pytest.mark.fault(71)
@pytest.mark.parametrize("sign", SIGNS)
def test_each_cloud_program_has_a_sign_of_its_own(sign: str, home: Path) -> None:
    """What it leaves in place of the file is known by its name."""
    home.mkdir(mode=0o700)
    (home / sign).write_bytes(b"x")
    with pytest.raises(NotDownloaded):
        Store(home).load()
    with pytest.raises(NotDownloaded):
        Store(home).exists()


@pytest.mark.fault(71)
def test_the_line_for_a_prompt_is_an_error(home: Path) -> None:
    """A prompt isn't given the empty line of a new person."""
    home.mkdir(mode=0o700)
    (home / SIGNS[0]).write_bytes(b"x")
    ended = exback(home, "status", "--short")
    assert (ended.code, ended.out) == (1, "")
    assert_no_traceback(ended.err)


@pytest.mark.fault(71)
@pytest.mark.parametrize("sign", SIGNS[:2])
def test_a_doctor_names_the_sign(sign: str, home: Path) -> None:
    """It doesn't say that nothing is kept yet."""
    home.mkdir(mode=0o700)
    (home / sign).write_bytes(b"x")
    ended = exback(home, "doctor")
    assert ended.code == 1
    assert "hasn't been downloaded yet" in ended.out
    assert f"  {home / sign}\n" in ended.out
    assert "Nothing has been saved" not in ended.out


@pytest.mark.fault(71)
def test_what_a_link_leads_to_may_be_elsewhere_too(home: Path, tmp_path: Path) -> None:
    """A link into a cloud folder doesn't lead nowhere when the cloud program has left its sign there."""
    cloud = tmp_path / "cloud"
    cloud.mkdir()
    (cloud / ".mine.json.icloud").write_bytes(b"x")
    home.mkdir(mode=0o700)
    (home / "progress.json").symlink_to(cloud / "mine.json")
    assert_one_plain_sentence(exback(home, "status"), cloud / ".mine.json.icloud")


@pytest.mark.fault(71)
def test_a_sign_beside_the_file_itself_is_no_fault(home: Path) -> None:
    """The file is there, so it is read."""
    (small_file(home).parent / "progress.json.part").write_bytes(b"x")
    ended = exback(home, "status")
    assert (ended.code, ended.err) == (0, "")


@pytest.mark.fault(71)
@pytest.mark.parametrize("error", [errno.EDEADLK, errno.ETIMEDOUT])
def test_what_macos_says_of_a_file_without_data_is_understood(
    error: int, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that can't be brought here now is not damaged, and nothing puts another in its place."""
    store = Store(home)
    for note in "ab":
        store.put(changed(small_progress().runs[0], answers={"note": note}))
    before, real = store.path.read_bytes(), os.fdopen

    def refuse(*_: object, **__: object) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(os, "fdopen", refuse)
    for attempt in (Store(home).load, Store(home).put_aside, lambda: Store(home).put(RUN)):
        with pytest.raises(NotDownloaded):
            attempt()
    monkeypatch.setattr(os, "fdopen", real)
    assert store.path.read_bytes() == before


@pytest.mark.fault(71)
@pytest.mark.parametrize("words", [("status",), ("--plain", "look"), ("--plain", "reset"), ("restore", "--latest")])
def test_a_file_without_data_is_told_from_a_damaged_one(words: tuple[str, ...], home: Path) -> None:
    """The system refuses to read it, and the person hears that it is hasn't been downloaded yet."""
    path = small_file(home)
    fault = ("-e", "trace=read", "-e", "inject=read:error=EDEADLK", "-P", str(path), "-o", os.devnull)
    ended = exback(home, *words, typed="2\n", command=(*strace(), *fault, *EXBACK))
    assert_one_plain_sentence(ended, path)
    assert "hasn't been downloaded yet" in ended.err
    assert list(home.glob("progress*")) == [path]
