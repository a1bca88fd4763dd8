"""A doctor's round: each repair is offered, does what it says when it is taken, and nothing happens unasked."""

from __future__ import annotations

import io
import json
import shutil
import stat
import sys
from pathlib import Path

import pytest
from support.person import Clock
from support.scripted import Scripted
from support.sealed import PASSPHRASE, bytes_under, handed_over, locked

from exback import cli
from exback.commands.doctor import Doctor
from exback.commands.restore import restore_latest
from exback.doctor.installation import find_installation
from exback.doctor.report import installation_lines
from exback.engine.view import Back, Leave, Skip
from exback.errors import Unwritable
from exback.model.program import Program
from exback.model.run import Run
from exback.store import Store, backups, repair
from exback.store.codec import is_locked
from exback.store.decode import decode


class Office:
    """A store with two saves, and a doctor for it."""

    def __init__(self, program: Program, clock: Clock, home: Path) -> None:
        self.store = Store(home, clock=clock)
        self.clock = clock
        for run_id in ("a", "b"):
            self.store.put(Run(id=run_id, step="urge", started=clock()))
        self.doctor = Doctor(self.store, program, clock)

    @property
    def home(self) -> Path:
        """Where it lies."""
        return self.store.home

    def round(self, **answers: object) -> int:
        """Make a round with somebody who answers by the ids of findings, and mends what is named."""
        script = {finding.replace("_", "-"): answer for finding, answer in answers.items()}
        return self.doctor.run(lambda: Scripted(script))

    def ids(self) -> set[str]:
        """Give what is found now."""
        return {finding.id for finding in self.doctor.findings()}

    def left_by_an_editor(self, words: str) -> Path:
        """Put a text there as an editor leaves it that was killed together with exback, and give its folder."""
        folder = self.home / "editing-0123456789abcdef"
        folder.mkdir()
        (folder / "text.txt").write_text(words, encoding="utf-8")
        return folder

    def conflict(self) -> Path:
        """Put a copy there that another computer has written to."""
        other = Store(self.home.with_name("other"), clock=self.clock)
        shutil.rmtree(other.home, ignore_errors=True)
        other.put(Run(id="c", step="urge", started=self.clock()))
        path = self.home / "progress.sync-conflict-20260302-120000-ABCDEFG.json"
        path.write_bytes(other.path.read_bytes())
        path.chmod(0o600)
        return path


@pytest.fixture
def office(program: Program, clock: Clock, home: Path) -> Office:
    """All is well there."""
    return Office(program, clock, home)


def mode(path: Path) -> int:
    """Give who may do what."""
    return stat.S_IMODE(path.stat().st_mode)


class TestMending:
    """What each repair does."""

    def test_closes_the_folder(self, office: Office, capsys: pytest.CaptureFixture[str]) -> None:
        """To 0700, and says so."""
        office.home.chmod(0o755)
        assert office.round(folder_open="mend") == 0
        assert mode(office.home) == 0o700
        assert capsys.readouterr().out == f"Made private:\n  {office.home}\nEverything is fine.\n"

    def test_closes_the_file_and_a_copy(self, office: Office) -> None:
        """Each to 0600."""
        copy = office.home / "backups" / "progress-0001-2026-03-02-day.json"
        copy.chmod(0o640)
        office.store.path.chmod(0o644)
        assert office.round(file_open="mend", copy_open="mend") == 0
        assert (mode(office.store.path), mode(copy)) == (0o600, 0o600)

    def test_brings_back_the_latest_whole_copy(self, office: Office) -> None:
        """What could not be read is kept beside it, byte for byte."""
        office.store.path.write_bytes(b"{broken")
        assert office.round(file_damaged="mend") == 0
        assert [run.id for run in Store(office.home).load().runs] == ["a"]
        assert [path.read_bytes() for path in office.home.glob("*.corrupt-*")] == [b"{broken"]

    def test_passes_over_a_copy_that_is_broken_too(self, office: Office) -> None:
        """The one before it is whole."""
        office.store.put(Run(id="c", step="urge", started=office.clock()))
        (office.home / "backups" / "progress-previous.json").unlink()
        (office.home / "backups" / "progress-previous.json").write_bytes(b"{")
        office.store.path.write_bytes(b"{broken")
        office.round(file_damaged="mend")
        assert Store(office.home).load().runs

    def test_brings_back_a_file_that_is_gone(self, office: Office) -> None:
        """From its backup."""
        office.store.path.unlink()
        assert office.round(file_gone="mend") == 0
        assert [run.id for run in Store(office.home).load().runs] == ["a"]

    def test_locks_the_copies(self, office: Office) -> None:
        """All that can be read are locked at once, and asked about once."""
        plain = office.store.path.read_bytes()
        locked(office.store)
        for number in (98, 99):
            path = office.home / "backups" / f"progress-00{number}-2026-03-02-merge.json"
            path.write_bytes(plain)
            path.chmod(0o600)
        assert office.round(copy_readable="mend") == 0
        assert all(map(is_locked, office.home.rglob("progress-*.json")))

    def test_unites_a_copy_that_a_program_left(self, office: Office) -> None:
        """Nothing of either is lost, and the copy is moved to the older ones, where a restore lists it."""
        conflict = office.conflict()
        assert office.round(conflict="mend") == 0
        assert [run.id for run in Store(office.home).load().runs] == ["a", "b", "c"]
        assert not conflict.exists()
        assert office.store.laid_aside() == []
        (kept,) = (copy for copy in office.store.backups() if copy.kind == "conflict")
        assert decode(kept.path.read_bytes(), "p").runs[0].id == "c"

    def test_what_was_united_is_not_what_was_put_aside(self, office: Office) -> None:
        """After a reset and a conflict, the latest to bring back is what the reset put aside."""
        office.store.put_aside()
        office.store.put(Run(id="d", step="urge", started=office.clock()))
        office.conflict()
        office.round(conflict="mend")
        restore_latest(office.store)
        assert [run.id for run in Store(office.home).load().runs] == ["a", "b"]

    def test_of_what_was_united_the_last_seven_stay(self, office: Office) -> None:
        """As of every other kind."""
        for _ in range(backups.KEPT + 2):
            repair.merge_copy(office.store, office.conflict())
        kept = [copy.number for copy in office.store.backups() if copy.kind == "conflict"]
        assert len(kept) == backups.KEPT

    def test_what_was_burnt_is_not_kept_in_the_copy_that_was_united(self, office: Office) -> None:
        """A letter that is ash in the file is none in what the other computer knew of it."""
        office.store.put(Run(id="c", step="letter", started=office.clock(), answers={"letter": "quittenbaum"}))
        conflict = office.home / "progress.sync-conflict-20260302-120000-ABCDEFG.json"
        conflict.write_bytes(office.store.path.read_bytes())
        office.store.forget("c", ["letter"])
        repair.merge_copy(office.store, conflict)
        assert [copy.kind for copy in office.store.backups()].count("conflict") == 1
        assert b"quittenbaum" not in b"".join(path.read_bytes() for path in office.home.rglob("*.json"))

    def test_a_copy_that_was_united_with_a_locked_file_is_locked(self, office: Office) -> None:
        """Nothing of it stays in plain."""
        conflict = office.conflict()
        locked(office.store)
        assert is_locked(conflict)
        plain = office.conflict()
        assert not is_locked(plain)
        office.round(copy_readable="keep", conflict="mend")
        assert all(map(is_locked, office.home.rglob("progress*.json")))

    @pytest.mark.parametrize(
        ("draft", "words", "kept"),
        [
            ("", "Words of an hour.\n", "Words of an hour."),
            ("Words", "Words of an hour.", "Words of an hour."),
            ("Others", "Words of an hour.", "Others\n\nWords of an hour."),
        ],
    )
    def test_puts_back_what_an_editor_left(self, office: Office, draft: str, words: str, kept: str) -> None:
        """As a draft on the page where somebody was writing; what stood there stays."""
        drafts: dict[str, str | list[str]] = {"reasons": draft} if draft else {}
        office.store.put(Run(id="s", step="the-whole-story", started=office.clock(), cursor="reasons", drafts=drafts))
        folder = office.left_by_an_editor(words)
        assert office.round(editor_file="mend") == 0
        assert Store(office.home).load().runs[-1].drafts == {"reasons": kept}
        assert not folder.exists()

    def test_deletes_what_an_editor_left_only_if_that_is_chosen(self, office: Office) -> None:
        """It stands second."""
        office.store.put(Run(id="s", step="the-whole-story", started=office.clock(), cursor="reasons"))
        folder = office.left_by_an_editor("Words of an hour.")
        assert office.round(editor_file="keep") == 1
        assert folder.exists()
        assert office.round(editor_file="other") == 0
        assert not folder.exists()
        assert Store(office.home).load().runs[-1].drafts == {}

    def test_words_that_are_not_there_are_not_taken_for_a_draft(
        self, office: Office, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """What an editor laid beside the text may hold them, so it stays."""
        office.store.put(Run(id="s", step="the-whole-story", started=office.clock(), cursor="reasons"))
        folder = office.left_by_an_editor("")
        assert office.round(editor_file="mend") == 1
        assert "no words in it" in capsys.readouterr().out
        assert folder.exists()

    def test_deletes_what_was_left_behind(self, office: Office) -> None:
        """A file, and an editor's folder."""
        (office.home / ".progress.json.abababab.tmp").write_bytes(b"{")
        office.left_by_an_editor("private")
        assert office.round(left_behind="mend", editor_file="mend") == 0
        assert office.ids() == set()

    def test_deletes_a_copy_for_good(self, office: Office) -> None:
        """One that can't be read."""
        previous = office.home / "backups" / "progress-previous.json"
        previous.unlink()
        previous.write_bytes(b"{")
        previous.chmod(0o600)
        assert office.round(copy_damaged="mend") == 0
        assert not previous.exists()

    def test_never_deletes_the_file_itself(self, office: Office) -> None:
        """That is what `exback reset --erase` is for."""
        with pytest.raises(AssertionError):
            repair.remove(office.store, office.store.path)
        assert office.store.exists()

    def test_says_what_could_not_be_done(
        self, office: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """And goes on with the rest."""

        def refuse(store: Store) -> None:
            raise Unwritable(
                "exback couldn't make the folder private: you don't have permission to write there.", path=store.home
            )

        monkeypatch.setattr(repair, "close_folder", refuse)
        office.home.chmod(0o755)
        office.store.path.chmod(0o644)
        assert office.round(folder_open="mend", file_open="mend") == 1
        said = capsys.readouterr().out
        assert "couldn't make the folder private" in said
        assert mode(office.store.path) == 0o600
        assert "Other users of this computer can look into the folder." in said


class TestUnasked:
    """Nothing happens that nobody chose."""

    @pytest.mark.parametrize("answer", ["keep", ("", "keep"), (None, "keep"), (True, "keep"), Skip(), Back()])
    def test_anything_but_the_offer_changes_nothing(self, office: Office, answer: object) -> None:
        """Enter alone, too. What isn't offered is asked again."""
        office.home.chmod(0o755)
        conflict = office.conflict()
        before = bytes_under(office.home)
        assert office.round(folder_open=answer, conflict=answer) == 1
        assert (bytes_under(office.home), mode(office.home)) == (before, 0o755)
        assert conflict.exists()

    @pytest.mark.parametrize(("leave", "code"), [(Leave(), 1), (Leave(interrupted=True), 130), (Leave(hidden=True), 0)])
    def test_leaving_stops_the_round(
        self, office: Office, leave: Leave, code: int, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """What comes after is not asked and not done; nothing is said to somebody who must hide the screen."""
        office.home.chmod(0o755)
        office.store.path.chmod(0o644)
        assert office.round(folder_open=leave) == code
        assert (mode(office.home), mode(office.store.path)) == (0o755, 0o644)
        assert (capsys.readouterr().out == "") is leave.hidden

    def test_nobody_to_ask_is_told_what_there_is(self, office: Office, capsys: pytest.CaptureFixture[str]) -> None:
        """And where it could be mended."""
        office.home.chmod(0o755)
        assert office.doctor.run(None) == 1
        said = capsys.readouterr().out
        assert "look into the folder" in said
        assert "In a terminal window" in said

    def test_all_is_well_without_a_question(self, office: Office, capsys: pytest.CaptureFixture[str]) -> None:
        """One sentence."""
        assert office.round() == 0
        assert capsys.readouterr().out == "Everything is fine.\n"


class TestCommand:
    """`exback doctor`."""

    @pytest.fixture(autouse=True)
    def here(self, monkeypatch: pytest.MonkeyPatch, office: Office) -> None:
        """Where its progress lies, and no terminal."""
        monkeypatch.setenv("EXBACK_HOME", str(office.home))
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.delenv("TZ", raising=False)
        monkeypatch.setattr(sys, "stdin", io.StringIO("2\n" * 9))

    def test_json_is_for_programs_and_changes_nothing(self, office: Office, capsys: pytest.CaptureFixture[str]) -> None:
        """One object with every finding; 1 says that something is wrong."""
        office.home.chmod(0o755)
        office.store.path.chmod(0o644)
        before = bytes_under(office.home)
        assert cli.run(["doctor", "--json"], office.clock) == 1
        whole = json.loads(capsys.readouterr().out)
        assert (whole["format"], whole["version"]) == ("exback-doctor", 1)
        assert (whole["installed"]["as"], Path(whole["installed"]["path"]).is_dir()) == (find_installation().way, True)
        assert [(one["id"], one["wrong"], one["repair"]) for one in whole["findings"]] == [
            ("folder-open", True, "close-folder"),
            ("file-open", True, "close-file"),
        ]
        assert (bytes_under(office.home), mode(office.home), mode(office.store.path)) == (before, 0o755, 0o644)

    def test_how_exback_was_installed_comes_last(self, office: Office, capsys: pytest.CaptureFixture[str]) -> None:
        """Below what was found, and nothing more: it's neither wrong nor to be repaired."""
        assert cli.run(["doctor"], office.clock) == 0
        assert capsys.readouterr().out.splitlines() == ["Everything is fine.", *installation_lines(find_installation())]

    def test_json_of_a_healthy_folder(self, office: Office, capsys: pytest.CaptureFixture[str]) -> None:
        """An empty list, and 0."""
        assert cli.run(["doctor", "--json"], office.clock) == 0
        assert json.loads(capsys.readouterr().out)["findings"] == []

    def test_plain_lines_mend_what_they_are_told_to(self, office: Office, capsys: pytest.CaptureFixture[str]) -> None:
        """By a number."""
        office.home.chmod(0o755)
        assert cli.run(["doctor", "--plain"], office.clock) == 0
        assert mode(office.home) == 0o700

    def test_a_locked_file_is_looked_at_without_its_passphrase(
        self, office: Office, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Nobody is asked where there is no terminal, and --json never asks."""
        locked(office.store)
        for words in (["doctor"], ["doctor", "--json"]):
            assert cli.run(words, office.clock) == 0
            assert "hasn't checked what's in it" in capsys.readouterr().out

    def test_a_passphrase_that_was_handed_over_opens_it(
        self, office: Office, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """For scripts."""
        locked(office.store)
        assert cli.run(["doctor", "--json", "--passphrase-fd", handed_over(PASSPHRASE)], office.clock) == 0
        assert json.loads(capsys.readouterr().out)["findings"] == []

    def test_a_damaged_folder_is_no_traceback(self, office: Office, capsys: pytest.CaptureFixture[str]) -> None:
        """Whatever lies there."""
        shutil.rmtree(office.home)
        office.home.write_bytes(b"\0")
        assert cli.run(["doctor", "--json"], office.clock) == 1
        assert "no-folder" in capsys.readouterr().out
