"""The commands for the file itself, as they are typed: `restore` and `merge`."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from support.person import Clock

from exback import cli
from exback.model.run import Run, changed
from exback.store import Store

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Ended(NamedTuple):
    """What came of a command line."""

    code: int
    out: str
    err: str


Command = Callable[..., Ended]


@pytest.fixture
def exback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, clock: Clock) -> Command:
    """Runs command lines for somebody whose progress lies in `home`, in a window that is no terminal."""
    monkeypatch.setenv("EXBACK_HOME", str(home))
    monkeypatch.setenv("TERM", "xterm-256color")

    def run(*words: str, typed: str = "") -> Ended:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = cli.run(list(words), clock)
        return Ended(code, *capsys.readouterr())

    return run


def run(run_id: str, day: int = 2) -> Run:
    """Give a finished run."""
    moment = NOON.replace(day=day)
    return Run(id=run_id, step="urge", started=moment, finished=moment, answers={"before": 8})


class TestRestore:
    """`exback restore`."""

    def test_asks_which_and_brings_it(self, exback: Command, home: Path) -> None:
        """Two versions of one file, chosen by number."""
        store = Store(home)
        store.put(run("a"))
        before = store.path.read_bytes()
        store.put(run("b"))

        ended = exback("--plain", "restore", typed="2\n")

        assert (ended.code, ended.err) == (0, "")
        assert "Brought back: one entry from one day." in ended.out
        assert store.path.read_bytes() == before

    def test_without_somebody_to_ask_it_names_the_way(self, exback: Command, home: Path) -> None:
        """In a pipe nothing is brought back by chance, and the flag that does it is named."""
        Store(home).put(run("a"))
        Store(home).put(run("b"))
        before = Store(home).path.read_bytes()

        ended = exback("restore")

        assert ended.code == 2
        assert "exback restore --latest" in ended.err
        assert Store(home).path.read_bytes() == before

    def test_the_latest_comes_without_asking(self, exback: Command, home: Path) -> None:
        """What was put aside last comes back, for scripts."""
        Store(home).put(run("a"))
        before = Store(home).path.read_bytes()
        Store(home).put_aside()

        assert exback("restore", "--latest").code == 0
        assert Store(home).path.read_bytes() == before

    def test_nothing_to_restore_is_an_error(self, exback: Command, home: Path) -> None:
        """With and without the flag, in a sentence, and nothing is created."""
        for words in (["restore"], ["restore", "--latest"]):
            ended = exback(*words)
            assert ended.code == 1
            assert "nothing to restore" in ended.err
        assert not home.exists()


class TestMerge:
    """`exback merge`."""

    @pytest.fixture
    def other(self, tmp_path: Path) -> Path:
        """A progress file from another computer, with one run that is here too and two that are not."""
        store = Store(tmp_path / "other")
        for one in (run("a"), run("b", 3), run("c", 4)):
            store.put(one)
        return store.path

    def test_what_came_in_is_said(self, exback: Command, home: Path, other: Path) -> None:
        """How many entries, what the file holds now, where it is, and how to go back; the other file stays."""
        Store(home).put(run("a"))
        before = other.read_bytes()

        ended = exback("merge", str(other))

        assert (ended.code, ended.err) == (0, "")
        assert ended.out.splitlines() == [
            "Two entries were added.",
            "Your file now has three entries from three days:",
            f"  {home / 'progress.json'}",
            "To bring back how it was before: exback restore",
        ]
        assert other.read_bytes() == before
        assert [one.id for one in Store(home).load().runs] == ["a", "b", "c"]

    def test_no_way_back_is_promised_to_where_nothing_was(self, exback: Command, home: Path, other: Path) -> None:
        """Somebody who brings their file to a new computer has nothing there to go back to."""
        ended = exback("merge", str(other))

        assert ended.out.splitlines() == [
            "Three entries were added.",
            "Your file now has three entries from three days:",
            f"  {home / 'progress.json'}",
        ]

    def test_what_differed_is_said(self, exback: Command, home: Path, other: Path) -> None:
        """A run that both files knew in another way is told apart from what is new."""
        mine = run("a")
        Store(home).put(Run(id="a", step="urge", started=mine.started, drafts={"note": "half a sent"}))

        out = exback("merge", str(other)).out

        assert "One entry was different in the two files.\nThe latest answers count. The others are saved too.\n" in out
        assert "half a sent" in str(Store(home).load().runs[0])

    def test_what_the_other_file_had_deleted_is_said(self, exback: Command, home: Path, tmp_path: Path) -> None:
        """How many answers are gone here too, that the rest is kept, and which copy still has them."""
        mine = changed(run("a"), step="letter", answers={"letter": "Words.", "to": "J."})
        other = Store(tmp_path / "other")
        for store in (Store(home), other):
            store.put(mine)
        other.forget("a", ["letter"])
        before = (home / "progress.json").read_bytes()

        ended = exback("merge", str(other.path))

        (copy,) = [one.path for one in Store(home).backups() if one.kind == "merge"]
        assert ended.out.splitlines()[:5] == [
            "One entry was different in the two files.",
            "The latest answers count. The others are saved too, except what was deleted for good.",
            "One answer had been deleted for good in that file, so it was deleted here too.",
            "The copy of your file from before the merge still has it:",
            f"  {copy}",
        ]
        assert copy.read_bytes() == before
        assert Store(home).load().runs[0].answers == {"letter": None, "to": "J."}

    def test_what_was_deleted_here_and_stays_so_is_said(self, exback: Command, home: Path, tmp_path: Path) -> None:
        """Words of the other file that don't come in, because they were deleted here, are not called kept."""
        mine = changed(run("a"), step="letter", answers={"letter": "Words.", "to": "J."})
        other = Store(tmp_path / "other")
        for store in (Store(home), other):
            store.put(mine)
        other.put(run("b", 3))
        Store(home).forget("a", ["letter"])

        out = exback("merge", str(other.path)).out

        assert "One answer in that file had been deleted for good here, so it didn't come back.\n" in out
        assert b"Words." not in (home / "progress.json").read_bytes()

    @pytest.mark.parametrize("what", ["newer", "sealed by a newer", "link", "broken", "folder", "empty"])
    def test_what_is_wrong_with_the_other_is_said_of_it(
        self, exback: Command, home: Path, other: Path, what: str
    ) -> None:
        """Nobody is to look for a fault in a file that has none."""
        Store(home).put(run("a"))
        before = Store(home).path.read_bytes()
        other.unlink()
        match what:
            case "newer":
                other.write_text('{"format": "exback-progress", "version": 99}')
            case "sealed by a newer":
                other.write_text('{"format": "exback-sealed", "version": 99}')
            case "link":
                other.symlink_to(home / "nowhere")
            case "folder":
                other.mkdir()
            case _:
                other.write_text("" if what == "empty" else "{")
        ended = exback("merge", str(other))
        assert (ended.code, ended.out) == (1, "")
        sentence, path, _ = ended.err.splitlines()
        assert "that file" in sentence.casefold()
        assert "your" not in sentence.casefold()
        assert path == f"  {other}"
        assert Store(home).path.read_bytes() == before

    def test_a_copy_that_was_merged_is_not_offered_again(self, exback: Command, home: Path, other: Path) -> None:
        """It stays where it is, and every start would tell of it; one that has more, or can't be read, is told of."""
        Store(home).put(run("a"))
        copy = home / "progress.sync-conflict-20260302-120000-ABCDEFG.json"
        copy.write_bytes(other.read_bytes())
        assert "exback merge" in exback("status").err
        assert exback("merge", str(copy)).code == 0
        assert exback("status").err == ""
        Store(other.parent).put(run("d", 4))
        copy.write_bytes(other.read_bytes())
        assert "exback merge" in exback("status").err
        copy.write_text('{"format": "exback-progress", ')
        assert "exback merge" in exback("status").err

    def test_a_second_time_nothing_comes_in(self, exback: Command, home: Path, other: Path) -> None:
        """What is there already is not taken again, and the file is not even written."""
        exback("merge", str(other))
        before = (home / "progress.json").read_bytes()

        ended = exback("merge", str(other))

        assert ended.out == "There's nothing in that file that isn't in yours already. Nothing was changed.\n"
        assert (home / "progress.json").read_bytes() == before

    def test_a_copy_is_kept_before(self, exback: Command, home: Path, other: Path) -> None:
        """The file as it was before is one of those that can be brought back."""
        Store(home).put(run("z"))
        before = (home / "progress.json").read_bytes()

        exback("merge", str(other))

        copies = [copy for copy in Store(home).backups() if copy.kind == "merge"]
        assert [copy.path.read_bytes() for copy in copies] == [before]

    @pytest.mark.parametrize("data", [None, b"", b"{", b'{"format": "exback-progress", "version": 99}'])
    def test_what_cannot_be_united_changes_nothing(
        self, data: bytes | None, exback: Command, home: Path, tmp_path: Path
    ) -> None:
        """A file that is not there, damaged or too new is named, and the own file is as it was."""
        Store(home).put(run("a"))
        before = (home / "progress.json").read_bytes()
        other = tmp_path / "other.json"
        if data is not None:
            other.write_bytes(data)

        ended = exback("merge", str(other))

        assert ended.code == 1
        assert f"  {other}" in ended.err.splitlines()
        assert (home / "progress.json").read_bytes() == before
