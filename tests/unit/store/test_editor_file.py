"""A text in an outside editor: it lies in a place of its own, and is given back however the editor ends."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from support.systems import PRIVATE_FILE, PRIVATE_FOLDER, command_line, mode, needs_links

from exback.commands.editor import Editor
from exback.errors import EditorFailed, ExbackError, Unwritable
from exback.store.editor_file import (
    EditorFile,
    is_editor_folder,
    kept_if_written,
    lay_out,
    leftover_folders,
    remove,
    words_in,
)

SECRET = "quittenbaum"


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that is opened as the editor, with the sheet as `file`; write it."""
    script = tmp_path / "editor.py"
    monkeypatch.setenv("VISUAL", command_line(sys.executable, str(script)))
    return script


def does(editor: Path, program: str) -> None:
    """Let the editor do something with its file."""
    editor.write_text(f"import os, pathlib, signal, sys\nfile = pathlib.Path(sys.argv[-1])\n{program}\n", "utf-8")


class TestEdited:
    """What the editor gives back."""

    @pytest.mark.fault(64)
    def test_what_it_wrote(self, editor: Path, home: Path) -> None:
        """Without a word about it; the file it wrote stays until it's discarded, and then nothing is left behind."""
        does(editor, "file.write_text(file.read_text() + 'and more')")
        edited = Editor(home)("Some", "page")
        sheet = edited.sheet
        assert (edited.text, edited.notice) == ("Some\nand more", "")
        assert sheet is not None
        assert [words_in(folder) for folder in leftover_folders(home)] == ["Some\nand more"]
        assert sheet.place == str(leftover_folders(home)[0] / "text.txt")
        sheet.discard()
        sheet.discard()
        assert list(home.iterdir()) == []

    @pytest.mark.parametrize("end", ["sys.exit(3)", "os.kill(os.getpid(), signal.SIGHUP)"], ids=["error", "hangup"])
    def test_what_it_saved_before_it_broke(self, editor: Path, home: Path, end: str) -> None:
        """An hour of words is not lost because the editor ended with an error; it is said in one sentence."""
        does(editor, f"file.write_text('an hour of words'); {end}")
        edited = Editor(home)("Some", "page")
        assert edited.text == "an hour of words"
        assert "ended with an error" in edited.notice
        assert edited.sheet is not None
        assert [words_in(folder) for folder in leftover_folders(home)] == ["an hour of words"]

    @pytest.mark.parametrize("also", ["pass", "file.unlink()"], ids=["as it was", "deleted"])
    def test_nothing_where_it_wrote_nothing(self, editor: Path, home: Path, also: str) -> None:
        """Then it failed, and the text is as it was."""
        does(editor, f"{also}; sys.exit(1)")
        with pytest.raises(EditorFailed, match="ended with an error"):
            Editor(home)("Some", "page")
        assert list(home.iterdir()) == []

    @pytest.mark.parametrize("also", ["pass", "file.unlink()"], ids=["as it was", "deleted"])
    def test_what_it_saved_beside_the_sheet_stays(self, editor: Path, home: Path, also: str) -> None:
        """An editor that is hung up on lays the words beside the file; they are not deleted, and it is said where they lie."""
        does(editor, f"file.with_name('text.txt.save').write_text({SECRET!r}); {also}; sys.exit(1)")
        with pytest.raises(EditorFailed) as refused:
            Editor(home)("Some", "page")
        (folder,) = leftover_folders(home)
        assert (folder / "text.txt.save").read_text() == SECRET
        assert str(folder / "text.txt.save") in refused.value.hint
        assert SECRET not in f"{refused.value} {refused.value.hint}"

    def test_what_cannot_be_read_stays(self, editor: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Words that were written and can't be had are not deleted, and where they lie is said."""

        def fails(sheet: EditorFile) -> tuple[str, bool]:
            raise OSError(5, "Input/output error")

        does(editor, f"file.write_text({SECRET!r})")
        monkeypatch.setattr(EditorFile, "read", fails)
        with pytest.raises(Unwritable, match="the disk reports an error") as refused:
            Editor(home)("Some", "page")
        assert SECRET not in f"{refused.value} {refused.value.hint}"
        assert [words_in(folder) for folder in leftover_folders(home)] == [SECRET]


class TestPaper:
    """The sheet and its folder."""

    def test_is_private(self, home: Path) -> None:
        """For this user alone."""
        sheet = lay_out(home, "words")
        with kept_if_written(sheet):
            assert mode(sheet.path) == PRIVATE_FILE
            assert mode(sheet.path.parent) == PRIVATE_FOLDER
            assert sheet.path.parent.parent == home
            assert leftover_folders(home) == [sheet.path.parent]

    @pytest.mark.parametrize("stays", [True, False])
    def test_goes_with_an_interrupt_unless_words_were_written(self, home: Path, stays: bool) -> None:
        """What nobody has yet is not deleted."""

        def interrupted() -> None:
            sheet = lay_out(home, "words")
            with kept_if_written(sheet):
                if stays:
                    sheet.path.write_text("more words", encoding="utf-8")
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            interrupted()
        assert [words_in(folder) for folder in leftover_folders(home)] == (["more words"] if stays else [])

    def test_where_none_can_be_laid_out(self, home: Path) -> None:
        """A sentence, and the text is as it was."""
        home.write_text("a file")
        with pytest.raises(ExbackError, match="couldn't hand the text to the editor"):
            lay_out(home, "words")


class TestLeft:
    """What is taken for an editor's folder, and may so be deleted."""

    @needs_links
    def test_only_what_was_made_for_an_editor(self, home: Path, tmp_path: Path) -> None:
        """By its name to the letter, and by the sheet in it."""
        names = [
            "editing-holiday-2024",
            "editing-0123456789abcdefdefgh",
            "editing-0123456789abcdef0",
            "my-editing-0123456789abcdef",
        ]
        for name in [*names, "editing-00000000000000ff", "editing-0123456789abcdef"]:
            (home / name).mkdir(parents=True)
            (home / name / "text.txt").write_text("mine")
        (home / "editing-00000000000000ff" / "text.txt").rename(home / "editing-00000000000000ff" / "thesis.txt")
        (home / "editing-1111111111111111").symlink_to(home / "editing-0123456789abcdef")
        (home / "editing-2222222222222222").write_text("mine")
        assert leftover_folders(home) == [home / "editing-0123456789abcdef"]

    def test_what_an_editor_laid_beside_the_sheet_tells_it_too(self, home: Path) -> None:
        """Some write to another file, and only then give it the name."""
        folder = home / "editing-0123456789abcdef"
        folder.mkdir(parents=True)
        (folder / ".text.txt.swp").write_text("words")
        assert is_editor_folder(folder)
        assert words_in(folder) == ""

    def test_nothing_else_is_ever_removed(self, home: Path) -> None:
        """Neither a folder of the person's own nor what has only the name."""
        mine = home / "editing-holiday-2024"
        mine.mkdir(parents=True)
        with pytest.raises(AssertionError):
            remove(mine)
        assert mine.is_dir()
