"""Words that can't be saved: the page stays, says so and keeps trying, and no one leaves without being asked."""

from __future__ import annotations

import fcntl
import shlex
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from signal import SIGTERM
from typing import TypeAlias

import pytest
from support.trouble import (
    SECRET,
    assert_no_traceback,
    assert_one_plain_sentence,
    exback,
    fill,
    has_draft,
    kept,
    small_file,
    small_progress,
    until,
    words_of,
)
from support.window import Window

from exback.model.run import changed
from exback.screen.plain.saving import SAVED
from exback.screen.plain.words import LEFT
from exback.store.editor_file import leftover_folders, words_in
from exback.store.progress import Progress, encode

TRYING = "exback keeps trying."
ASKED = "What do you want to do?"
NEWER = '{"format": "exback-progress", "version": 999}'
DRAFT = f"The {SECRET} said"
WRITTEN = "an hour of words"


@contextmanager
def full(home: Path) -> Iterator[None]:
    """Fill the disk."""
    filler = fill(home.parent)
    yield
    filler.unlink()


@contextmanager
def lock_held(home: Path) -> Iterator[None]:
    """Hold the lock, like an exback that was stopped during a save."""
    with (home / "progress.json.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def replaced(home: Path, text: str) -> Iterator[None]:
    """Put something else in place of the file, as a sync program may."""
    path = home / "progress.json"
    before = path.read_bytes()
    path.write_text(text)
    yield
    path.write_bytes(before)


@contextmanager
def damaged(home: Path) -> Iterator[None]:
    """Put bytes there that aren't a progress file."""
    with replaced(home, "half a fi"):
        yield


@contextmanager
def newer(home: Path) -> Iterator[None]:
    """Put a file of a newer exback there."""
    with replaced(home, NEWER):
        yield


Trouble: TypeAlias = Callable[[Path], AbstractContextManager[None]]
TROUBLES: tuple[Trouble, ...] = (full, lock_held, damaged, newer)


@pytest.fixture
def at_home(disk: Path) -> Path:
    """The home, on a small disk, of someone who is writing down reasons."""
    return small_file(disk / "home").parent


def squeezed(text: str) -> str:
    """Return text without its white space, so that it's found however it was wrapped."""
    return "".join(text.split())


def assert_file_with(words: str, home: Path) -> Path:
    """Check that there is one file of an editor with these words, and return it."""
    (folder,) = leftover_folders(home)
    assert words_in(folder) == words
    return folder


class TestEditor:
    """What was written in the person's own editor, when the save after it fails."""

    @pytest.fixture(autouse=True)
    def editor(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """An editor that writes its words, says so, and stays open until it may go on."""
        script = tmp_path / "editor.py"
        go = tmp_path / "go"
        script.write_text(
            "import pathlib, sys, time\n"
            f"pathlib.Path(sys.argv[-1]).write_text({WRITTEN!r})\n"
            f"while not pathlib.Path({str(go)!r}).exists():\n    time.sleep(0.01)\n"
        )
        monkeypatch.setenv("VISUAL", shlex.join([sys.executable, str(script)]))
        return go

    @pytest.mark.fault(64)
    @pytest.mark.parametrize("trouble", TROUBLES)
    def test_stays_in_its_file_and_in_the_field_until_it_is_saved(
        self, trouble: Trouble, at_home: Path, editor: Path
    ) -> None:
        """The page says where the file is; once the words are saved, the file is removed."""
        with Window(at_home, "step", "the-whole-story") as window:
            window.shows(words_of("reasons"))
            window.types("\x18\x05")
            until(
                lambda: bool(leftover_folders(at_home)) and words_in(leftover_folders(at_home)[0]) == WRITTEN,
                "the editor has written",
            )
            with trouble(at_home):
                editor.touch()
                window.reads(TRYING)
                folder = assert_file_with(WRITTEN, at_home)
                assert squeezed(str(folder / "text.txt")) in squeezed(window.text)
                assert WRITTEN in window.text
            until(lambda: has_draft(at_home, "reasons", WRITTEN), "the words are saved")
            until(lambda: not leftover_folders(at_home), "the file is gone")
            until(lambda: window.has_no(TRYING), "the sentence is gone")
            window.types("\x03")
            assert window.ends() == 130

    @pytest.mark.fault(64)
    @pytest.mark.parametrize("trouble", TROUBLES)
    def test_outlives_a_kill(self, trouble: Trouble, at_home: Path, editor: Path) -> None:
        """After kill -9 the file is still there, and `exback doctor` finds it."""
        with Window(at_home, "step", "the-whole-story") as window:
            window.shows(words_of("reasons"))
            window.types("\x18\x05")
            until(
                lambda: bool(leftover_folders(at_home)) and words_in(leftover_folders(at_home)[0]) == WRITTEN,
                "the editor has written",
            )
            with trouble(at_home):
                editor.touch()
                window.reads(TRYING)
                window.kill()
        folder = assert_file_with(WRITTEN, at_home)
        assert str(folder) in exback(at_home, "doctor").said

    @pytest.mark.fault(64)
    @pytest.mark.parametrize("item", ["reasons", "wish"])
    @pytest.mark.parametrize("text", ["half a fi", NEWER], ids=["damaged", "newer"])
    def test_in_plain_lines_is_told_where_it_is(
        self, text: str, item: str, at_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Someone who leaves then reads a sentence that names the file, whatever they asked for."""
        path = at_home / "progress.json"
        if item == "wish":
            path.write_bytes(encode(Progress(runs=[changed(small_progress().runs[0], cursor="wish")])))
            assert kept(at_home).runs[0].cursor == "wish"
        script = tmp_path / "spoils.py"
        script.write_text(
            f"import pathlib, sys\npathlib.Path(sys.argv[-1]).write_text({WRITTEN!r})\n"
            f"pathlib.Path({str(path)!r}).write_text({text!r})\n"
        )
        monkeypatch.setenv("VISUAL", shlex.join([sys.executable, str(script)]))

        ended = exback(at_home, "--plain", "step", "the-whole-story", typed="edit\n")

        assert_one_plain_sentence(ended, path)
        folder = assert_file_with(WRITTEN, at_home)
        assert str(folder / "text.txt") in ended.err
        assert LEFT not in ended.out
        assert path.read_text() == text


class TestPage:
    """A page on which something is typed."""

    @pytest.mark.fault(65)
    @pytest.mark.parametrize("trouble", TROUBLES)
    def test_stays_says_so_and_keeps_trying(self, trouble: Trouble, at_home: Path) -> None:
        """The footer says so; once saving works the draft is saved without a key, and the sentence goes."""
        with Window(at_home, "step", "the-whole-story") as window:
            window.shows(words_of("reasons"))
            with trouble(at_home):
                window.types(" more")
                window.reads(TRYING)
                assert f"{DRAFT} more" in window.text
                window.types(" and more")
                window.shows("more and more")
            until(lambda: has_draft(at_home, "reasons", f"{DRAFT} more and more"), "the draft is saved")
            until(lambda: window.has_no(TRYING), "the sentence is gone")
            window.types("\x03")
            assert window.ends() == 130
        assert_no_traceback(window.told)

    @pytest.mark.fault(65)
    def test_of_a_list_keeps_trying_too(self, at_home: Path) -> None:
        """Someone who goes on without a save sees the sentence on the next page, and everything is saved later."""
        with Window(at_home, "step", "the-whole-story") as window:
            window.shows(words_of("reasons"))
            with full(at_home):
                window.types(" more")
                window.reads(TRYING)
                window.types("\x04")
                window.shows(ASKED)
                assert f"{DRAFT} more" in window.text
                window.types("\r")
                window.shows(words_of("causes"))
                window.reads(TRYING)
            until(lambda: kept(at_home).runs[0].answers.get("reasons") == f"{DRAFT} more", "the answer is saved")
            until(lambda: window.has_no(TRYING), "the sentence is gone")

    @pytest.mark.fault(65)
    def test_left_offers_to_write_the_words_to_another_file(self, at_home: Path, tmp_path: Path) -> None:
        """The words go to the file they name, readable by this user only, and never over another file."""
        taken, path = tmp_path / "taken.txt", tmp_path / "words.txt"
        taken.write_text("mine")
        with Window(at_home, "step", "the-whole-story") as window:
            window.shows(words_of("reasons"))
            with full(at_home):
                window.types(" more\x03")
                window.shows(ASKED)
                window.types("\x1b[B\x1b[B\r")
                window.shows("Which file should they go to?")
                window.types(f"{taken}\r")
                window.shows("Something with that name is there already")
                window.types(f"\x15{path}\r")
                window.shows("in")
                window.shows(ASKED)
                assert squeezed(f"Your words are in {path} now.") in squeezed(window.text)
                window.types("\x1b[A\r")
                code = window.ends()
        assert code == 1
        assert f"{DRAFT} more" in path.read_text()
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert taken.read_text() == "mine"
        outside = window.told.rpartition("\x1b[?1049l")[2]
        assert squeezed(f"Your words are in {path}") in squeezed(outside)
        assert SECRET not in outside

    @pytest.mark.fault(65)
    def test_left_can_be_gone_back_to(self, at_home: Path) -> None:
        """Looking at the options loses nothing."""
        with Window(at_home, "step", "the-whole-story") as window:
            window.shows(words_of("reasons"))
            with full(at_home):
                window.types(" more\x03")
                window.shows(ASKED)
                window.types("\r")
                window.shows(words_of("reasons"))
                window.shows(f"{DRAFT} more")
            until(lambda: has_draft(at_home, "reasons", f"{DRAFT} more"), "the draft is saved")

    @pytest.mark.fault(65)
    def test_left_by_ctrl_q_says_nothing(self, at_home: Path) -> None:
        """Someone who comes in sees no word, and the exit code says that something went wrong."""
        with Window(at_home, "step", "the-whole-story") as window:
            window.shows(words_of("reasons"))
            with full(at_home):
                window.types(" more")
                window.reads(TRYING)
                window.types("\x11")
                assert window.ends() == 1
        assert window.text.strip() == ""

    @pytest.mark.fault(65)
    def test_ended_from_outside_says_that_it_is_not_saved(self, at_home: Path) -> None:
        """A shutdown doesn't end with 143, which means that the place is saved."""
        with Window(at_home, "step", "the-whole-story") as window:
            window.shows(words_of("reasons"))
            with full(at_home):
                window.types(" more")
                window.reads(TRYING)
                window.kill(SIGTERM)
                assert window.ends() == 1
        assert "couldn't save" in window.text

    @pytest.mark.fault(65)
    def test_in_plain_lines_says_it_once_and_that_it_is_over(self, at_home: Path) -> None:
        """A listener hears it once, is asked for the line again, and hears when the words are saved after all."""
        with Window(at_home, "--plain", "step", "the-whole-story") as window:
            window.heard("alone on a line ends it.")
            with full(at_home):
                window.types("more\n")
                window.heard(TRYING)
                window.types("and more\n")
            window.heard(SAVED)
            assert window.told.count(TRYING) == 1
            until(lambda: has_draft(at_home, "reasons", f"{DRAFT}\nmore\nand more"), "the lines are saved")
            window.types("leave\n")
            assert window.ends() == 0
        assert LEFT in window.told
