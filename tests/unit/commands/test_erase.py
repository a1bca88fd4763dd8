"""`exback reset --erase`: it asks twice, deletes all there is, and says what it cannot reach."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from support.person import Person
from support.scripted import Scripted
from support.sealed import NAME, bytes_under, locked, tell

from exback import cli
from exback.commands.erase import BEYOND, erase
from exback.engine.view import Back, Leave, Skip
from exback.model.run import Run
from exback.store import Store
from exback.store import erase as erasing

YES: dict[str, object] = {"whether": "erase", "word": "erase"}
SECRET = NAME


@pytest.fixture
def full(person: Person) -> Person:
    """Somebody whose folder holds everything that exback ever leaves there."""
    tell(person.store)
    home, path = person.store.home, person.store.path
    person.store.put_aside()
    tell(person.store)
    for name in (
        "progress.json.corrupt-20260302T120000Z",
        ".progress.json.abababab.tmp",
        "backups/.progress-previous.json.abababab.tmp",
        "progress.sync-conflict-20260302-120000-ABCDEFG.json",
    ):
        (home / name).write_bytes(path.read_bytes())
    (home / "editing-0123456789abcdef").mkdir()
    (home / "editing-0123456789abcdef" / "text.txt").write_text(SECRET, encoding="utf-8")
    return person


def everything(home: Path) -> list[Path]:
    """Give every file in a folder."""
    return sorted(path for path in home.rglob("*") if path.is_file())


class TestErase:
    """Deleting everything."""

    def test_nothing_is_left(self, full: Person, tmp_path: Path) -> None:
        """Neither a file nor the folder, nor a word anywhere below."""
        assert SECRET.encode() in bytes_under(tmp_path)
        assert erase(full.store, lambda: Scripted(YES)) == 0
        assert not full.store.home.exists()
        assert SECRET.encode() not in bytes_under(tmp_path)

    def test_says_what_it_deleted_and_what_it_cannot_reach(
        self, full: Person, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Every file that was there, and where copies may live on."""
        there = everything(full.store.home)
        erase(full.store, lambda: Scripted(YES))
        said = capsys.readouterr().out
        for path in there:
            if "editing-0123456789abcdef" not in str(path) and path.name != "progress.json.lock":
                assert f"  {path}\n" in said
        assert f"  {full.store.home / 'editing-0123456789abcdef'}\n" in said
        for word in ("cloud", "backup", "snapshots", "exported", "history of your shell"):
            assert word in said

    def test_says_before_it_asks_what_lies_behind_a_link(self, full: Person, tmp_path: Path) -> None:
        """Of the file, of the folder and of the folder of backups: where what will be deleted really is."""
        home = full.store.home
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        full.store.path.rename(elsewhere / "mine.json")
        full.store.path.symlink_to(elsewhere / "mine.json")
        (home / "backups").rename(elsewhere / "older")
        (home / "backups").symlink_to(elsewhere / "older")
        home.rename(tmp_path / "real")
        home.symlink_to(tmp_path / "real")
        screen = Scripted({"whether": "keep"})
        erase(full.store, lambda: screen)
        page = str(screen.views[0].body[0])
        assert f"{full.store.path} is a link. The file it leads to is deleted too: {elsewhere / 'mine.json'}" in page
        assert f"{home} is reached through a link. It's really this folder: {tmp_path / 'real'}" in page
        assert f"{home / 'backups'} is reached through a link. It's really this folder: {elsewhere / 'older'}" in page
        assert (elsewhere / "mine.json").exists()

    def test_says_nothing_of_links_where_there_is_none(self, full: Person) -> None:
        """The usual page stays as it is."""
        screen = Scripted({"whether": "keep"})
        erase(full.store, lambda: screen)
        assert "a link" not in str(screen.views[0].body[0])

    def test_says_both_before_it_asks(self, full: Person) -> None:
        """What would go, and what would not."""
        screen = Scripted(YES)
        erase(full.store, lambda: screen)
        first = str(screen.views[0].body[0])
        assert str(full.store.path) in first
        assert "can't be undone" in first
        assert BEYOND in first

    def test_leaves_what_is_not_its_own(self, full: Person) -> None:
        """A folder that somebody named may hold anything else of theirs, and stays then."""
        mine = full.store.home / "letter.txt"
        mine.write_text("mine", encoding="utf-8")
        assert erase(full.store, lambda: Scripted(YES)) == 0
        assert everything(full.store.home) == [mine]

    def test_leaves_a_file_of_another_program_that_is_called_alike(self, full: Person) -> None:
        """A name is not enough to delete something, or to lock it."""
        mine = full.store.home / "progress (1).json"
        mine.write_text('{"of": "a game"}', encoding="utf-8")
        locked(full.store)
        assert erase(full.store, lambda: Scripted(YES)) == 0
        assert mine.read_text(encoding="utf-8") == '{"of": "a game"}'

    def test_leaves_a_folder_of_ones_own(self, full: Person) -> None:
        """Whatever it is called, and also in the place of the file; a link to it goes alone."""
        home, path = full.store.home, full.store.path
        path.unlink()
        mine = [home / "editing-holiday-2024" / "text.txt", path / "mine.txt", home / "docs" / "mine.txt"]
        for one in mine:
            one.parent.mkdir()
            one.write_text("mine", encoding="utf-8")
        assert erase(full.store, lambda: Scripted(YES)) == 0
        assert set(everything(home)) == set(mine)

        path.rename(home / "moved")
        path.symlink_to(home / "docs")
        assert erase(full.store, lambda: Scripted(YES)) == 0
        assert not path.is_symlink()
        assert (home / "docs" / "mine.txt").exists()

    def test_leaves_what_is_called_like_a_copy_where_copies_lie(self, full: Person) -> None:
        """In a folder of one's own, `backups` may be one's own, too. Locking leaves it as well."""
        mine = [
            full.store.home / "backups" / "progress-thesis.json",
            full.store.home / "aside" / "progress-report.json",
        ]
        for one in mine:
            one.write_text('{"my": "thesis"}', encoding="utf-8")
        assert not set(locked(full.store).left) & set(mine)
        assert erase(full.store, lambda: Scripted(YES)) == 0
        assert {one: one.read_text(encoding="utf-8") for one in everything(full.store.home)} == dict.fromkeys(
            sorted(mine), '{"my": "thesis"}'
        )

    def test_nothing_unusual_hides_behind_a_number(self, full: Person) -> None:
        """Of many copies only the first are listed, but whatever is not one of the usual is, however much there is."""
        home = full.store.home
        for number in range(12):
            (home / f"progress {number}.json").write_bytes(full.store.path.read_bytes())
            (home / "backups" / f"progress-{number + 50:04d}-2026-03-02-day.json").write_bytes(b"{")
        screen = Scripted(YES)
        erase(full.store, lambda: screen)
        first = str(screen.views[0].body[0])
        for name in (*(f"progress {number}.json" for number in range(12)), "editing-0123456789abcdef", "corrupt-2026"):
            assert name in first
        assert "more copies next to it" in first
        assert "progress-0055-" not in first

    def test_a_link_goes_with_what_it_leads_to(self, full: Person, tmp_path: Path) -> None:
        """The words lie there, not in the link."""
        elsewhere = tmp_path / "synced.json"
        full.store.path.rename(elsewhere)
        full.store.path.symlink_to(elsewhere)
        assert erase(full.store, lambda: Scripted(YES)) == 0
        assert not elsewhere.exists()
        assert not full.store.home.exists()

    def test_a_locked_file_needs_no_passphrase_to_be_deleted(self, full: Person) -> None:
        """Who forgot it can still delete it."""
        locked(full.store)
        assert erase(Store(full.store.home), lambda: Scripted(YES)) == 0
        assert not full.store.home.exists()

    def test_what_cannot_be_read_is_deleted_too(self, full: Person) -> None:
        """Also a file of a newer exback: whose it is decides."""
        full.store.path.write_bytes(b'{"format": "exback-progress", "version": 99}')
        assert erase(Store(full.store.home), lambda: Scripted(YES)) == 0
        assert not full.store.home.exists()

    def test_what_could_not_be_deleted_is_named(
        self, full: Person, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The rest goes all the same, and the shell is told."""
        real = erasing.delete

        def stubborn(path: Path) -> None:
            if "aside" in str(path):
                raise PermissionError(13, "Permission denied")
            real(path)

        monkeypatch.setattr(erasing, "delete", stubborn)
        assert erase(full.store, lambda: Scripted(YES)) == 1
        said = capsys.readouterr().out
        assert "Couldn't be deleted:" in said
        assert "you don't have permission to write there" in said
        assert [path.parent.name for path in everything(full.store.home)] == ["aside"]

    def test_somebody_new_is_not_asked(self, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """There is nothing to delete."""

        def never() -> Scripted:
            raise AssertionError("nobody was to be asked")

        assert erase(Store(home), never) == 0
        assert "nothing to delete" in capsys.readouterr().out
        assert not home.exists()

    def test_begins_anew_afterwards(self, full: Person) -> None:
        """Nothing that was deleted stands in the way."""
        erase(full.store, lambda: Scripted(YES))
        fresh = Store(full.store.home)
        fresh.put(Run(id="a", step="urge", started=full.clock()))
        assert len(Store(full.store.home).load().runs) == 1


class TestAskedTwice:
    """Nothing goes before the word was typed."""

    @pytest.mark.parametrize("word", ["Erase", " ERASE ", "erase\n"])
    def test_the_word_in_any_case(self, full: Person, word: str) -> None:
        """Nobody is tested on spelling."""
        assert erase(full.store, lambda: Scripted({**YES, "word": word})) == 0
        assert not full.store.home.exists()

    @pytest.mark.parametrize("word", ["", "yes", "erase it", "delete", "eras"])
    def test_any_other_word_is_asked_again(self, full: Person, word: str) -> None:
        """With what would do, and the way out."""
        before = bytes_under(full.store.home)
        screen = Scripted({**YES, "word": (word, Leave())})
        assert erase(full.store, lambda: screen) == 0
        assert "type: erase" in screen.views[-1].notice
        assert bytes_under(full.store.home) == before

    @pytest.mark.parametrize("answer", ["keep", "", None, True, Skip(), Leave(), Leave(hidden=True)])
    def test_anything_else_keeps_everything(
        self, full: Person, answer: object, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The first option does, so that Enter alone deletes nothing."""
        before = bytes_under(full.store.home)
        screen = Scripted({"whether": (answer, "keep")})
        screen._unused.clear()
        assert erase(full.store, lambda: screen) == 0
        assert screen.views[1].options[0].id == "keep"
        assert bytes_under(full.store.home) == before
        assert capsys.readouterr().out == ("" if answer == Leave(hidden=True) else "Nothing was changed.\n")

    @pytest.mark.parametrize("page", ["what", "whether", "word"])
    def test_an_interrupt_is_told_to_the_shell(self, full: Person, page: str) -> None:
        """On any page."""
        before = bytes_under(full.store.home)
        screen = Scripted({**YES, page: Leave(interrupted=True)})
        screen._unused.clear()
        assert erase(full.store, lambda: screen) == 130
        assert bytes_under(full.store.home) == before

    def test_back_leads_back(self, full: Person) -> None:
        """From the word to the choice, and from there to what would go."""
        screen = Scripted({"whether": ("erase", Back(), "keep"), "word": Back()})
        assert erase(full.store, lambda: screen) == 0
        assert [view.item.id for view in screen.views] == ["what", "whether", "word", "whether", "what", "whether"]


class TestCommand:
    """From the command line."""

    def test_needs_somebody_to_ask(
        self, full: Person, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Nothing is deleted by a script that has nobody to ask."""
        monkeypatch.setenv("EXBACK_HOME", str(full.store.home))
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        before = bytes_under(full.store.home)
        assert cli.run(["reset", "--erase"], full.clock) == 2
        assert bytes_under(full.store.home) == before

    def test_in_plain_lines(
        self, full: Person, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The pages as lines."""
        monkeypatch.setenv("EXBACK_HOME", str(full.store.home))
        monkeypatch.setattr(sys, "stdin", io.StringIO("\n2\nerase\n"))
        assert cli.run(["--plain", "reset", "--erase"], full.clock) == 0
        assert not full.store.home.exists()
        assert "Deleted:" in capsys.readouterr().out
