"""An editor that ends at once while its window stays open, and one that saves in another encoding than UTF-8."""

from __future__ import annotations

import codecs
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.systems import command_line

from exback.commands.editor import GUESSED, LATE, Editor
from exback.engine.view import Edited
from exback.store import permissions
from exback.store.editor_file import leftover_folders, words_in

PAGE = "Letter/letter"
WORDS = "Grüße, „so“ viel für 5 €\nund noch mehr"
LATIN = "Grüße für dich\nund à bientôt"


@pytest.fixture
def editor(home: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """An editor that ends at once and changes nothing."""
    monkeypatch.setenv("VISUAL", command_line(sys.executable, "-c", ""))
    return Editor(home)


def file_in(home: Path) -> Path:
    """Return the only file that was laid out for an editor."""
    (folder,) = leftover_folders(home)
    return folder / "text.txt"


def opened(editor: Editor, text: str = "Begun", page: str = PAGE) -> Edited:
    """Open the editor, which ends at once."""
    edited = editor(text, page)
    assert edited.text == text
    assert edited.sheet is None
    assert edited.window is not None
    return edited


class TestOpenWindow:
    """A window in which someone writes on after the editor has ended."""

    @pytest.mark.fault(66)
    def test_an_editor_that_ends_unchanged_is_named_and_its_file_stays(self, editor: Editor, home: Path) -> None:
        """The sentence says what to do, and the window can save."""
        assert f"“{sys.executable}” closed without a change" in opened(editor).notice
        assert file_in(home).read_text(encoding="utf-8") == "Begun\n"

    @pytest.mark.fault(66)
    def test_what_is_saved_there_is_taken_over_when_the_editor_is_opened_again(
        self, editor: Editor, home: Path
    ) -> None:
        """As often as it's saved, and what is on the page then is the text that was taken over last."""
        opened(editor)
        for words in ("Begun\nand more", "Begun\nand more\nand more"):
            text = editor._windows[0].text
            file_in(home).write_text(f"{words}\n", encoding="utf-8")
            edited = editor(text, PAGE)
            assert (edited.text, edited.notice) == (words, LATE)
            assert edited.sheet is not None
            edited.sheet.discard()
            assert file_in(home).is_file(), "its window may save again"
        assert editor.close() == []
        assert leftover_folders(home) == []

    @pytest.mark.fault(66)
    def test_what_is_saved_there_is_taken_over_when_the_page_is_left(self, editor: Editor, home: Path) -> None:
        """Only once, and only for the text and the page that it belongs to."""
        window = opened(editor).window
        assert window is not None
        assert window.saved_late("Begun", PAGE) is None
        file_in(home).write_text("Saved late", encoding="utf-8")
        assert window.saved_late("Begun and changed here", PAGE) is None
        assert window.saved_late("Begun", "Letter/other") is None
        late = window.saved_late("Begun", PAGE)
        assert late is not None
        assert late.text == "Saved late"
        assert window.saved_late("Saved late", PAGE) is None

    def test_the_same_file_is_opened_again_while_nothing_was_saved(self, editor: Editor, home: Path) -> None:
        """An editor shows it in the window that's open."""
        opened(editor)
        opened(editor)
        assert file_in(home).is_file()

    def test_another_page_gets_a_file_of_its_own(self, editor: Editor, home: Path) -> None:
        """Two pages may both be empty."""
        opened(editor, "")
        opened(editor, "", "Letter/other")
        assert len(leftover_folders(home)) == 2

    def test_an_emptied_file_is_not_taken_over(self, editor: Editor, home: Path) -> None:
        """Editors empty a file before they write it."""
        window = opened(editor).window
        assert window is not None
        file_in(home).write_text("", encoding="utf-8")
        assert window.saved_late("Begun", PAGE) is None

    @pytest.mark.fault(66)
    def test_words_that_no_one_took_over_are_named_at_the_end(self, editor: Editor, home: Path) -> None:
        """And stay, for the doctor to put back."""
        opened(editor)
        file_in(home).write_text("Saved late", encoding="utf-8")
        (sentence,) = editor.close()
        assert str(file_in(home)) in sentence
        assert "exback doctor" in sentence
        assert "Saved late" not in sentence
        assert words_in(leftover_folders(home)[0]) == "Saved late"

    def test_words_that_could_not_be_saved_stay_too(self, editor: Editor, home: Path) -> None:
        """They were taken over, and the disk was full."""
        opened(editor)
        file_in(home).write_text("Saved late", encoding="utf-8")
        assert editor("Begun", PAGE).text == "Saved late"
        assert len(editor.close()) == 1
        assert file_in(home).is_file()

    def test_what_the_editor_put_beside_the_file_stays(self, editor: Editor, home: Path) -> None:
        """It may hold words that weren't saved."""
        opened(editor)
        file_in(home).with_name(".text.txt.swp").write_text("words")
        assert len(editor.close()) == 1

    def test_a_file_that_is_gone_is_no_news(self, editor: Editor, home: Path) -> None:
        """Its window was closed, and someone has cleaned up."""
        window = opened(editor).window
        assert window is not None
        file_in(home).unlink()
        assert window.saved_late("Begun", PAGE) is None
        assert editor.close() == []


class TestCommand:
    """The program that is started for a text."""

    @pytest.fixture
    def started(self, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
        """The commands that were started, without the file."""
        commands: list[list[str]] = []

        def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
            commands.append(command[:-1])
            return subprocess.CompletedProcess(command, 0)

        monkeypatch.setattr(subprocess, "run", run)
        for name in ("VISUAL", "EDITOR"):
            monkeypatch.delenv(name, raising=False)
        return commands

    @pytest.mark.parametrize(("is_windows", "usual"), [(False, "vi"), (True, "notepad")])
    def test_without_a_choice_it_is_the_one_that_every_computer_has(
        self, is_windows: bool, usual: str, home: Path, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """There's no vi on Windows."""
        monkeypatch.setattr(permissions, "IS_WINDOWS", is_windows)
        monkeypatch.setattr(shutil, "which", lambda _: None)
        opened(Editor(home))
        assert started == [[usual]]

    @pytest.mark.parametrize(
        ("wanted", "command"),
        [
            (r"C:\Tools\micro.exe", [r"C:\Tools\micro.exe"]),
            (r'"C:\Program Files\Np\np.exe" -multiInst "a b"', [r"C:\Program Files\Np\np.exe", "-multiInst", "a b"]),
            (r"C:\Vim\Vim.exe -f", [r"C:\Vim\Vim.exe", "-f", "-n", "-i", "NONE"]),
            (r'np --title="a b"', ["np", "--title=a b"]),
            ('"', ['"']),
        ],
    )
    def test_on_windows_a_backslash_separates_folders(
        self, wanted: str, command: list[str], home: Path, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """And only double quotes keep words together."""
        monkeypatch.setattr(permissions, "IS_WINDOWS", True)
        monkeypatch.setattr(shutil, "which", lambda _: None)
        monkeypatch.setenv("EDITOR", wanted)
        opened(Editor(home))
        assert started == [command]

    def test_on_windows_a_path_with_spaces_needs_no_quotes(
        self, home: Path, tmp_path: Path, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """People set it as they see it."""
        program = tmp_path / "Note Pad" / "np.exe"
        program.parent.mkdir()
        program.touch()
        monkeypatch.setattr(permissions, "IS_WINDOWS", True)
        monkeypatch.setattr(shutil, "which", lambda _: None)
        monkeypatch.setenv("VISUAL", str(program))
        opened(Editor(home))
        assert started == [[str(program)]]

    def test_the_program_is_looked_up_first(
        self, home: Path, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Windows starts “code” only under its whole name, code.cmd."""
        monkeypatch.setattr(shutil, "which", {"code": r"C:\Code\bin\code.cmd"}.get)
        monkeypatch.setenv("VISUAL", "code --wait")
        opened(Editor(home))
        assert started == [[r"C:\Code\bin\code.cmd", "--wait"]]


class TestEncoding:
    """A text that comes back in another encoding."""

    @pytest.mark.fault(67)
    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (codecs.BOM_UTF8 + WORDS.encode(), WORDS),
            (WORDS.encode("utf-16"), WORDS),
            (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), WORDS),
            (WORDS.encode("utf-16-le"), WORDS),
            (WORDS.encode("utf-16-be"), WORDS),
            (WORDS.encode("utf-32"), WORDS),
            (WORDS.replace("\n", "\r\n").encode("utf-16"), WORDS),
            (WORDS.replace("\n", "\r").encode() + b"\r", WORDS),
            (b"\xef\xbb\xbf", ""),
            (b"", ""),
        ],
        ids=[
            "utf-8 bom",
            "utf-16",
            "utf-16 be",
            "utf-16 le bare",
            "utf-16 be bare",
            "utf-32",
            "dos",
            "old mac",
            "mark",
            "empty",
        ],
    )
    def test_what_can_be_known_is_read_as_it_is(self, editor: Editor, home: Path, data: bytes, words: str) -> None:
        """No letter changes, and there's nothing to say."""
        assert self.saved(editor, home, data) == (words, "")

    @pytest.mark.fault(67)
    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (LATIN.encode("latin-1"), LATIN),
            (WORDS.encode("cp1252"), WORDS),
            ("für".encode() + b" und f\xfcr", "für und für"),
            (b"a\x81b", "a\x81b"),
            ("это письмо".encode("koi8-r"), "ÜÔÏ ÐÉÓØÍÏ"),
            (WORDS.encode("utf-16")[:-1], WORDS[:-1] + "\ufffd"),
        ],
        ids=["latin-1", "cp1252", "a mixture", "no letter", "another alphabet", "half a letter"],
    )
    def test_what_has_to_be_guessed_is_said(self, editor: Editor, home: Path, data: bytes, words: str) -> None:
        """Western letters are kept. Others can be read back from what stands there, and the page says so."""
        assert self.saved(editor, home, data) == (words, GUESSED)

    def saved(self, editor: Editor, home: Path, data: bytes) -> tuple[str, str]:
        """Return the text and the notice after an editor saved some bytes."""
        opened(editor)
        file_in(home).write_bytes(data)
        text, is_guessed = editor._windows[0].file.read()
        return text, GUESSED if is_guessed else ""
