"""What a doctor finds: each fault, on a real folder that has it, and nothing where all is well."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec import structs
from support.lives import LIFE
from support.person import ZONE, Clock, Person
from support.sealed import bytes_under, locked, opened

from exback.doctor import Finding, Repair, examine
from exback.doctor.report import lines
from exback.model.program import Program
from exback.model.run import Run
from exback.store import Store, atomic, permissions
from exback.store.codec import is_locked
from exback.store.inspection import State, survey

SECRET = "quittenbaum"
CORRUPT = "progress.json.corrupt-20260302T120000Z"
CONFLICT = "progress.sync-conflict-20260302-120000-ABCDEFG.json"


class Folder(NamedTuple):
    """A folder with a progress file of two saves, and a program to judge it by."""

    store: Store
    program: Program
    clock: Clock

    @property
    def home(self) -> Path:
        """Where it lies."""
        return self.store.home

    def found(self, store: Store | None = None, zone: str = "") -> dict[str, Finding]:
        """Give what is found, by id; nothing is changed by looking."""
        before = _as_it_is(self.home)
        findings = examine(survey(store or self.store), self.program, self.clock(), zone)
        assert _as_it_is(self.home) == before
        assert all(SECRET not in str(finding) for finding in findings)
        return {finding.id: finding for finding in findings}

    def wrong(self, store: Store | None = None) -> set[str]:
        """Give the ids of what is wrong."""
        return {id_ for id_, finding in self.found(store).items() if finding.is_wrong}


def _as_it_is(home: Path) -> list[tuple[str, int, bytes]]:
    found = sorted(path for path in [home, *home.rglob("*")] if path.exists())
    return [(str(path), path.stat().st_mode, path.read_bytes() if path.is_file() else b"") for path in found]


@pytest.fixture
def folder(program: Program, clock: Clock, home: Path) -> Folder:
    """A folder in which all is well."""
    store = Store(home, clock=clock)
    for run_id in ("a", "b"):
        store.put(run(run_id, clock()))
    return Folder(store, program, clock)


def run(run_id: str, moment: datetime, step: str = "urge", **fields: object) -> Run:
    """Give a finished run."""
    return Run(id=run_id, step=step, started=moment, finished=moment, drafts={"say": SECRET}, **fields)  # type: ignore[arg-type]  # any field


class TestWell:
    """Where all is in order."""

    def test_nothing_is_found(self, folder: Folder) -> None:
        """Neither after two saves nor after a whole life of them."""
        assert folder.found() == {}

    def test_nor_in_a_folder_that_was_walked_in(self, person: Person) -> None:
        """A story told, put aside, brought back, locked and opened again."""
        person.answers("your-story", dict(LIFE["your-story"]))
        folder = Folder(person.store, person.program, person.clock)
        assert folder.found() == {}
        person.store.put_aside()
        assert folder.wrong() == set()
        person.store.restore()
        locked(person.store)
        assert folder.found() == {}

    def test_nothing_kept_is_no_fault(self, program: Program, clock: Clock, home: Path) -> None:
        """Somebody new is told so, and no folder is made."""
        findings = examine(survey(Store(home)), program, clock())
        assert [(finding.id, finding.is_wrong) for finding in findings] == [("nothing-kept", False)]
        assert not home.exists()
        assert next(lines(findings)) == "Everything is fine."


class TestFolder:
    """The folder and the disk."""

    def test_open_to_others(self, folder: Folder) -> None:
        """Found, with the offer to close it."""
        folder.home.chmod(0o755)
        assert folder.found()["folder-open"].repair is Repair.CLOSE_FOLDER

    def test_that_takes_no_save(self, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
        """Said before somebody writes what can't be kept."""
        monkeypatch.setattr(os, "access", lambda path, mode: False)
        assert "can't save" in folder.found()["no-saving"].sentence

    def test_that_is_none(self, program: Program, clock: Clock, home: Path) -> None:
        """A file in its place."""
        home.write_text("x", encoding="utf-8")
        assert "no-folder" in {one.id for one in examine(survey(Store(home)), program, clock())}

    @pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give a file to another user"
    )
    def test_of_another_user(self, folder: Folder) -> None:
        """Whose it is is said, of the folder and of the file."""
        for path, id_ in ((folder.home, "folder-of-another"), (folder.store.path, "file-of-another")):
            os.chown(path, 1, 1)
            found = folder.found()
            os.chown(path, 0, 0)
            assert "daemon" in found[id_].sentence

    def test_on_a_full_disk(self, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
        """Said with what is left, before a save fails."""
        usage = shutil.disk_usage(folder.home)
        monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=3_000_000))
        assert "only 3 MB" in folder.found()["disk-full"].sentence

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("Dropbox", "Dropbox"),
            ("OneDrive - Work", "OneDrive"),
            ("Mobile Documents", "iCloud"),
            ("Nextcloud", "Nextcloud"),
        ],
    )
    def test_in_a_cloud(self, program: Program, clock: Clock, tmp_path: Path, name: str, said: str) -> None:
        """Good to know, and no fault."""
        store = Store(tmp_path / name / "exback", clock=clock)
        store.put(run("a", clock()))
        found = Folder(store, program, clock).found()
        assert said in found["in-a-cloud"].sentence
        assert not found["in-a-cloud"].is_wrong

    @pytest.mark.parametrize("name", ["dropboxes", "my-onedrives", "synchronous", "clouds"])
    def test_not_in_a_cloud(self, program: Program, clock: Clock, tmp_path: Path, name: str) -> None:
        """A name that only looks alike is none."""
        store = Store(tmp_path / name, clock=clock)
        store.put(run("a", clock()))
        assert Folder(store, program, clock).found() == {}


class TestFile:
    """The progress file itself."""

    def test_open_to_others(self, folder: Folder) -> None:
        """Found, and not closed by looking."""
        folder.store.path.chmod(0o644)
        assert folder.found(Store(folder.home))["file-open"].repair is Repair.CLOSE_FILE

    @pytest.mark.parametrize(
        "data", [b"", b"{", b"\0" * 50, b"[]", b'{"format": "exback-progress", "version": 1, "runs": 3}']
    )
    def test_that_cannot_be_read(self, folder: Folder, data: bytes) -> None:
        """Found, with the copy that can be brought back."""
        folder.store.path.write_bytes(data)
        assert folder.found()["file-damaged"].repair is Repair.BRING_BACK

    def test_that_cannot_be_read_and_has_no_copy(self, folder: Folder) -> None:
        """There is nothing to offer, and it is said."""
        folder.store.path.write_bytes(b"{")
        shutil.rmtree(folder.home / "backups")
        found = folder.found()["file-damaged"]
        assert found.repair is None
        assert "no undamaged older copy" in found.hint

    def test_that_could_not_be_read_now(self, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
        """It may be whole, so no copy is offered in its place."""

        def fails(handle: int, of: Path) -> bytes:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(atomic, "_read_all", fails)
        found = folder.found()["file-out-of-reach"]
        assert "you don't have permission to read it" in found.sentence
        assert found.repair is None

    @pytest.mark.parametrize("is_windows", [True, False])
    def test_that_another_program_may_have_open(
        self, folder: Folder, is_windows: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """That happens on Windows only, and the hint there is to close the program."""

        def fails(handle: int, of: Path) -> bytes:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(permissions, "IS_WINDOWS", is_windows)
        monkeypatch.setattr(atomic, "_read_all", fails)
        found = folder.found()["file-out-of-reach"]
        assert ("another program may have it open" in found.sentence) == is_windows
        assert ("Close any program that has it open." in found.hint) == is_windows

    def test_that_is_newer(self, folder: Folder) -> None:
        """It is left alone, and no copy is offered in its place."""
        folder.store.path.write_bytes(b'{"format": "exback-progress", "version": 99}')
        assert folder.found()["file-newer"].repair is None

    def test_that_is_gone(self, folder: Folder) -> None:
        """A file that vanished is told from one that was put aside."""
        folder.store.path.unlink()
        found = folder.found()["file-gone"]
        assert found.repair is Repair.BRING_BACK
        assert found.offer == "Bring back the latest good copy"  # there is nothing to set aside

    def test_that_is_gone_and_was_given_up(self, folder: Folder) -> None:
        """Whoever began anew is not asked about it again."""
        folder.store.path.unlink()
        assert Store(folder.home).begin_anew()
        assert "file-gone" not in folder.found()

    def test_that_was_put_aside(self, folder: Folder) -> None:
        """That is no fault."""
        folder.store.put_aside()
        assert folder.wrong() == set()

    def test_that_leads_nowhere(self, folder: Folder, tmp_path: Path) -> None:
        """A drive may only not be connected."""
        folder.store.path.unlink()
        folder.store.path.symlink_to(tmp_path / "drive" / "mine.json")
        assert "link-to-nowhere" in folder.wrong()

    @pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
    def test_that_is_no_file(self, folder: Folder, make: Callable[[Path], None]) -> None:
        """Found without waiting on it."""
        folder.store.path.unlink()
        make(folder.store.path)
        assert "no-file" in folder.wrong()

    def test_that_is_locked(self, folder: Folder) -> None:
        """Without its passphrase, what can be seen from outside is looked at, and that is said."""
        locked(folder.store)
        found = folder.found(Store(folder.home))
        assert list(found) == ["not-looked-into"]
        assert not found["not-looked-into"].is_wrong

    def test_that_is_locked_and_damaged(self, folder: Folder) -> None:
        """That can be seen without a passphrase."""
        locked(folder.store)
        data = folder.store.path.read_bytes()
        folder.store.path.write_bytes(data[:-40] + b"\n")
        assert folder.found(Store(folder.home))["file-damaged"].repair is Repair.BRING_BACK


class TestCopies:
    """What lies beside it."""

    def test_a_copy_that_others_can_read(self, folder: Folder) -> None:
        """Found, with the offer to close it."""
        (folder.home / "backups" / "progress-previous.json").chmod(0o644)
        assert folder.found()["copy-open"].repair is Repair.CLOSE_FILE

    def test_a_copy_that_cannot_be_read(self, folder: Folder) -> None:
        """Found; it may be deleted, but nobody has to."""
        previous = folder.home / "backups" / "progress-previous.json"
        previous.unlink()
        previous.write_bytes(b"{")
        previous.chmod(0o600)
        found = folder.found()["copy-damaged"]
        assert (found.path, found.repair, found.is_wrong) == (previous, Repair.REMOVE, True)

    def test_bytes_that_were_moved_out_of_the_way(self, folder: Folder) -> None:
        """Good to know that they are there."""
        folder.store.path.write_bytes(b"{")
        folder.store.restore(folder.home / "backups" / "progress-previous.json")
        found = folder.found()["unreadable-kept"]
        assert (found.repair, found.is_wrong) == (Repair.REMOVE, False)

    @pytest.mark.fault(60)
    @pytest.mark.parametrize(
        "name", ["progress.sync-conflict-20260302-120000-ABCDEFG.json", "progress (conflicted copy 2026-03-02).json"]
    )
    def test_a_copy_that_a_program_left(self, folder: Folder, name: str) -> None:
        """Found, with the offer to unite both; neither is picked."""
        (folder.home / name).write_bytes(folder.store.path.read_bytes())
        (folder.home / name).chmod(0o600)
        found = folder.found()["conflict"]
        assert (found.path, found.repair) == (folder.home / name, Repair.UNITE)

    def test_such_a_copy_that_cannot_be_read(self, folder: Folder) -> None:
        """There is nothing to unite with."""
        conflict = folder.home / "progress.sync-conflict-20260302-120000-ABCDEFG.json"
        conflict.write_bytes(folder.store.path.read_bytes()[:-20])
        assert folder.found()["conflict"].repair is None

    def test_a_file_of_another_program_that_is_called_alike(self, folder: Folder) -> None:
        """A name is not enough."""
        (folder.home / "progress (1).json").write_text('{"of": "a game"}', encoding="utf-8")
        assert folder.found() == {}

    def test_what_a_save_left_that_was_cut_short(self, folder: Folder) -> None:
        """Of the file, and of a copy."""
        for name in (".progress.json.abababab.tmp", "backups/.progress-previous.json.abababab.tmp"):
            left = folder.home / name
            left.write_bytes(b"{")
            assert folder.found()["left-behind"].path == left
            left.unlink()

    def test_what_an_editor_left(self, folder: Folder) -> None:
        """A text that lies about in plain."""
        left = folder.home / "editing-0123456789abcdef"
        left.mkdir()
        (left / "text.txt").write_text(SECRET, encoding="utf-8")
        assert folder.found()["editor-file"].repair is Repair.REMOVE

    def test_what_an_editor_left_of_a_page_that_is_open(self, folder: Folder) -> None:
        """First it is offered to put the words back there; deleting them comes second."""
        folder.store.put(run("c", folder.clock(), "your-story", cursor="reasons"))
        left = folder.home / "editing-0123456789abcdef" / "text.txt"
        left.parent.mkdir()
        left.write_text(SECRET, encoding="utf-8")
        found = folder.found()["editor-file"]
        assert (found.repair, found.can_be_removed) == (Repair.PUT_BACK, True)
        assert folder.program.step("your-story").title in found.offer

    @pytest.mark.parametrize("role", ["backups/progress-previous.json", "aside/progress-0009.json", CORRUPT, CONFLICT])
    @pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")])
    def test_a_copy_that_could_not_be_read_now(
        self, folder: Folder, role: str, error: OSError, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It may be whole: that is said, and nobody is offered to delete it."""
        path = folder.home / role
        path.parent.mkdir(exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_bytes(folder.store.path.read_bytes())
        path.chmod(0o600)
        real = atomic._read_all

        def fails(handle: int, of: Path) -> bytes:
            if of == path:
                raise error
            return real(handle, of)

        monkeypatch.setattr(atomic, "_read_all", fails)
        found = folder.found()
        assert list(found) == ["copy-out-of-reach"]
        assert (found["copy-out-of-reach"].path, found["copy-out-of-reach"].repair) == (path, None)

    def test_such_a_copy_beside_a_locked_file(self, folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
        """Nobody can say that it can be read."""
        locked(folder.store)
        path = folder.home / "backups" / "progress-0001-2026-03-02-day.json"
        real = atomic._read_all

        def fails(handle: int, of: Path) -> bytes:
            if of == path:
                raise PermissionError(13, "Permission denied")
            return real(handle, of)

        monkeypatch.setattr(atomic, "_read_all", fails)
        monkeypatch.setattr("exback.store.inspection.is_locked", lambda of: of != path and is_locked(of))
        seen = next(copy.seen for copy in survey(Store(folder.home)).copies if copy.seen.path == path)
        assert seen.state is State.OUT_OF_REACH
        findings = examine(survey(Store(folder.home)), folder.program, folder.clock())
        assert {finding.id for finding in findings if finding.path == path} == {"copy-out-of-reach"}

    def test_what_was_put_aside_and_is_damaged(self, folder: Folder) -> None:
        """What somebody put aside is never offered to be deleted."""
        aside = folder.store.put_aside()
        aside.write_bytes(b"{")
        assert folder.found()["aside-damaged"].repair is None

    def test_a_copy_that_can_be_read_beside_a_locked_file(self, folder: Folder) -> None:
        """Found, with the offer to lock it, if the passphrase is known."""
        plain = (folder.home / "backups" / "progress-previous.json").read_bytes()
        locked(folder.store)
        copy = folder.home / "backups" / "progress-0099-2026-03-02-day.json"
        copy.write_bytes(plain)
        copy.chmod(0o600)
        assert folder.found(opened(folder.home))["copy-readable"].repair is Repair.LOCK_COPIES
        assert folder.found(Store(folder.home))["copy-readable"].repair is None
        assert folder.found(Store(folder.home))["copy-readable"].is_wrong

    def test_a_locked_copy_beside_an_open_file(self, folder: Folder) -> None:
        """Good to know that another passphrase belongs to it."""
        locked(folder.store)
        folder.store.put_aside()
        fresh = Store(folder.home, clock=folder.clock)
        fresh.put(run("c", folder.clock()))
        found = folder.found(fresh)["copy-locked"]
        assert (found.repair, found.is_wrong) == (None, False)


class TestInside:
    """The clock, and what the file says."""

    @pytest.mark.fault(37)
    def test_a_clock_that_is_behind(self, folder: Folder) -> None:
        """Said with both days; a day's difference is a journey."""
        folder.clock.forward(days=-1)
        assert folder.wrong() == set()
        folder.clock.forward(days=-3)
        assert "Monday 2 March" in folder.found()["clock-behind"].sentence
        assert "Thursday 26 February" in folder.found()["clock-behind"].sentence

    @pytest.mark.parametrize("year", [1970, 2025, 2150])
    def test_a_clock_that_shows_another_age(self, folder: Folder, year: int) -> None:
        """Long before exback was written, or long after anybody uses it."""
        folder.clock.now = datetime(year, 3, 2, 10, tzinfo=ZONE)
        assert str(year) in folder.found()["clock-strange"].sentence

    @pytest.mark.fault(39)
    @pytest.mark.parametrize(
        ("zone", "is_wrong"),
        [
            ("Foo/Bar", True),
            (":Europe/Atlantis", True),
            ("Europe/Berlin", False),
            (":Europe/Berlin", False),
            ("CET-1CEST,M3.5.0,M10.5.0/3", False),
            ("UTC", False),
            ("", False),
            ("../../etc/passwd", False),
        ],
    )
    def test_a_zone_that_is_not_known(self, folder: Folder, zone: str, is_wrong: bool) -> None:
        """Systems silently take another one for it."""
        assert ("zone-unknown" in folder.found(zone=zone)) is is_wrong

    @pytest.mark.fault(35)
    def test_steps_and_questions_that_are_gone(self, folder: Folder) -> None:
        """They are kept, counted, and no fault."""
        folder.store.put(run("c", folder.clock(), "gone-step"))
        folder.store.put(run("d", folder.clock(), "urge", orphans={"old": 1, "older": 2}))
        found = folder.found()
        assert "One entry" in found["steps-retired"].sentence
        assert "gone-step" in found["steps-retired"].sentence
        assert found["orphans"].sentence.startswith("Two answers")
        assert not any(finding.is_wrong for finding in found.values())

    def test_what_is_left_of_a_deleted_entry_is_no_step_that_is_gone(self, folder: Folder) -> None:
        """There's nothing in it that could be kept or exported."""
        folder.store.put(run("c", folder.clock(), "urge"))
        folder.store.delete("c")
        assert "steps-retired" not in folder.found()

    def test_fields_of_another_version(self, folder: Folder) -> None:
        """Kept, and said."""
        folder.store.change(lambda kept: structs.replace(kept, extra={"colour": 1}))
        assert not folder.found()["unknown-fields"].is_wrong

    def test_a_locked_file_is_looked_into_once_it_is_open(self, folder: Folder) -> None:
        """What is inside is judged like that of an open one."""
        locked(folder.store)
        folder.clock.forward(days=-30)
        assert "clock-behind" in folder.wrong(opened(folder.home))


def test_what_is_wrong_stands_first(folder: Folder) -> None:
    """And is parted from what is only good to know."""
    folder.store.put(run("c", folder.clock(), "gone-step"))
    folder.home.chmod(0o755)
    findings = examine(survey(folder.store), folder.program, folder.clock())
    told = "\n".join(lines(findings))
    assert told.index("look into the folder") < told.index("Good to know:") < told.index("gone-step")
    assert "Everything is fine" not in told


def test_looking_finds_a_locked_copy_whole(folder: Folder) -> None:
    """The states of what is seen, from outside and from inside."""
    locked(folder.store)
    outside, inside = survey(Store(folder.home)), survey(opened(folder.home))
    assert (outside.file.state, inside.file.state) == (State.LOCKED, State.WHOLE)
    assert {copy.seen.state for copy in outside.copies} == {State.LOCKED}
    assert {copy.seen.state for copy in inside.copies} == {State.WHOLE}
    assert all(is_locked(copy.seen.path) for copy in inside.copies)
    assert SECRET.encode() not in bytes_under(folder.home)
