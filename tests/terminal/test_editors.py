"""Editors that end at once while their window stays open, and editors that don't write UTF-8, on pages and in plain lines."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest
from support.teletype import CTRL_C, CTRL_D, CTRL_Q, CTRL_X_CTRL_E, Teletype
from terminal.conftest import Room
from terminal.test_matrix import KINDS, opened

from exback.store.editor_file import leftover_folders

LONG = KINDS["long text"]
SAVES_IN_LATIN_1 = "file.write_bytes(file.read_bytes().decode().replace('th', 'für').encode('latin-1'))"


def an_editor(tmp_path: Path, program: str) -> str:
    """Return the command of an editor that does something with its `file`."""
    script = tmp_path / "editor.py"
    script.write_text(f"import pathlib, sys\nfile = pathlib.Path(sys.argv[-1])\n{program}\n", "utf-8")
    return shlex.join([sys.executable, str(script)])


def returned(room: Room) -> tuple[Teletype, Path]:
    """Open a page and an editor that ends at once. Return the window, and the file that the editor has."""
    teletype = opened(room, LONG, EDITOR="true")
    teletype.press(CTRL_X_CTRL_E)
    teletype.see("The editor “true” closed without a change.")
    (folder,) = leftover_folders(room.home)
    return teletype, folder / "text.txt"


@pytest.mark.fault(66)
@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_Q, 0)], ids=["ctrl-c", "ctrl-q"])
def test_what_is_saved_late_is_kept_when_the_page_is_left(room: Room, key: str, code: int) -> None:
    """It's the draft then, and nothing is left behind."""
    teletype, file = returned(room)
    file.write_text("written in the window\n", encoding="utf-8")
    teletype.press(key)
    assert teletype.exit_code() == code
    assert room.run.drafts == {LONG.item: "written in the window"}
    assert leftover_folders(room.home) == []
    assert teletype.screen() == ""


@pytest.mark.fault(66)
def test_what_is_saved_late_is_shown_before_it_is_the_answer(room: Room) -> None:
    """Ctrl-D, pressed on the text from before, shows the new one first. The second Ctrl-D gives it."""
    teletype, file = returned(room)
    file.write_text("written in the window\n", encoding="utf-8")
    teletype.press(CTRL_D)
    teletype.see("│ written in the window", "saved in your editor after it seemed to have closed")
    assert LONG.item not in room.run.answers
    teletype.press(CTRL_D)
    teletype.wait(lambda: room.run.answers.get(LONG.item) == "written in the window", "for the answer")


@pytest.mark.fault(66)
def test_what_is_saved_late_comes_when_the_editor_is_opened_again(room: Room) -> None:
    """Into the field, with a word about it."""
    teletype, file = returned(room)
    file.write_text("written in the window\n", encoding="utf-8")
    teletype.press(CTRL_X_CTRL_E)
    teletype.see("│ written in the window", "saved in your editor after it seemed to have closed")


@pytest.mark.fault(66)
@pytest.mark.parametrize(("key", "is_said"), [(CTRL_C, True), (CTRL_Q, False)], ids=["ctrl-c", "ctrl-q"])
def test_what_two_places_changed_stays_in_both(room: Room, key: str, is_said: bool) -> None:
    """The page keeps its own words. The file is named at the end, but not where someone has come in."""
    teletype, file = returned(room)
    file.write_text("written in the window\n", encoding="utf-8")
    teletype.press("!", key)
    teletype.exit_code()
    assert room.run.drafts == {LONG.item: f"{LONG.typed}!"}
    assert file.read_text(encoding="utf-8") == "written in the window\n"
    assert teletype.shows(str(file)) is is_said
    assert is_said or teletype.screen() == ""


@pytest.mark.fault(66)
def test_plain_lines_take_it_over_at_the_next_edit(wide_room: Room) -> None:
    """And say how, when the editor ends at once."""
    wide_room.begin(LONG.item, LONG.step)
    teletype = wide_room.exback("--plain", "step", LONG.step, EDITOR="true")
    teletype.hear("A full stop alone on a line ends it.")
    teletype.press("begun\n", "edit\n")
    teletype.hear("The editor “true” closed without a change.")
    (folder,) = leftover_folders(wide_room.home)
    (folder / "text.txt").write_text("written in the window\n", encoding="utf-8")
    teletype.press("edit\n")
    teletype.hear("saved in your editor after it seemed to have closed")
    teletype.press("leave\n")
    assert teletype.exit_code() == 0
    assert wide_room.run.drafts == {LONG.item: "written in the window"}
    assert leftover_folders(wide_room.home) == []


@pytest.mark.fault(67)
def test_letters_in_another_encoding_are_kept_and_it_is_said(room: Room, tmp_path: Path) -> None:
    """The page shows them, and asks to check."""
    teletype = opened(room, LONG, EDITOR=an_editor(tmp_path, SAVES_IN_LATIN_1))
    teletype.press(CTRL_X_CTRL_E)
    teletype.see(f"│ {LONG.typed.replace('th', 'für')}", "didn't save this as UTF-8")
