"""Two programs at once on one file, on one computer or on two that carry it between them."""

from __future__ import annotations

import fcntl
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TypeAlias

import pytest
from support.trouble import (
    assert_one_plain_sentence,
    environment,
    exback,
    injected,
    kept,
    small_file,
    small_progress,
    until,
    whole_story,
)
from support.window import Window

from exback.errors import Unreadable, Unwritable
from exback.model.run import Earlier, Run, changed
from exback.store import Store, file_lock, fsync
from exback.store.paths import LOCK
from exback.store.progress import Progress, encode

Interfere: TypeAlias = Callable[[Path, Iterator[bytes]], None]
WAITS = 1_500_000  # microseconds that the first session stands still within its save
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from exback.model.journey import Run
from exback.store import Store
name = sys.argv[2]
store = Store(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for number in range(200):
    store.put(Run(id=f"{name}-{number}", step="urge", started=datetime(2026, 3, 2, tzinfo=UTC), answers={"n": number}))
"""
HOLDER = """
import fcntl, os, sys
handle = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT, 0o600)
fcntl.flock(handle, fcntl.LOCK_EX)
print("holds", flush=True)
sys.stdin.read()
"""


def run(run_id: str, **fields: object) -> Run:
    """Return a run of a step."""
    return changed(Run(id=run_id, step="letter", started=NOON), **fields)


@pytest.mark.fault(58)
def test_a_run_saved_while_another_save_is_under_way_is_kept(home: Path, tmp_path: Path) -> None:
    """`exback urge` beside an open session loses nothing, whichever saves first."""
    small_file(home)
    urge = Run(id="urge", step="urge", started=datetime(2026, 3, 2, tzinfo=UTC), answers={"before": 8})
    slow = injected(f"/^rename:delay_enter={WAITS}:when=1", tmp_path / "log", home)
    with subprocess.Popen(
        [*slow, "--plain", "step", "the-whole-story"],
        env=environment(home),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    ) as first:
        assert first.stdin is not None
        first.stdin.write(b"of the noise\n")
        first.stdin.close()
        until(lambda: len(list(home.glob(".*.tmp"))) == 1, "the first save is under way")
        Store(home).put(urge)

    assert first.returncode == 0
    assert kept(home).runs[1:] == [urge]
    assert str(kept(home).runs[0].drafts["reasons"]).endswith("of the noise")
    assert kept(home).revision == small_progress().revision + 3  # the line, the leaving, and the urge


@pytest.mark.fault(58)
def test_two_writers_keep_four_hundred_runs(home: Path) -> None:
    """Two programs that save 200 runs each as fast as they can leave 400 runs and count 400 saves."""
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(home), name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for name in "ab"
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0]

    progress = kept(home)
    assert sorted(one.id for one in progress.runs) == sorted(f"{name}-{n}" for name in "ab" for n in range(200))
    assert progress.revision == 400


@pytest.mark.fault(58)
class TestOneRunInTwoPrograms:
    """The same run, open in two windows."""

    def test_what_each_answered_is_kept(self, home: Path) -> None:
        """If each window answered another question, both answers are in the run."""
        Store(home).put(run("a", answers={"to": "J."}))
        here, there = Store(home), Store(home)
        mine, theirs = here.load().runs[0], there.load().runs[0]

        there.put(changed(theirs, answers={"to": "J.", "fate": "keep"}, cursor="review"))
        here.put(changed(mine, answers={"to": "J.", "letter": "Mine."}, cursor="fate"))

        assert kept(home).runs == [run("a", answers={"to": "J.", "letter": "Mine.", "fate": "keep"}, cursor="fate")]

    def test_of_two_answers_the_later_stands_and_the_other_is_kept(self, home: Path) -> None:
        """The answer saved last counts; the one it replaced is in the run's history."""
        Store(home).put(run("a"))
        here, there = Store(home), Store(home)
        mine, theirs = here.load().runs[0], there.load().runs[0]

        there.put(changed(theirs, answers={"letter": "Theirs."}))
        here.put(changed(mine, answers={"letter": "Mine."}))

        assert kept(home).runs[0].answers == {"letter": "Mine."}
        assert kept(home).runs[0].history == [Earlier("letter", "Theirs.", NOON)]

    @pytest.mark.parametrize("again", [False, True])
    def test_an_answer_that_came_in_with_an_earlier_save_is_kept_too(self, home: Path, *, again: bool) -> None:
        """This window never showed it, so answering the same question here puts it into the history, and not away."""
        Store(home).put(run("a"))
        here, there = Store(home), Store(home)
        mine, theirs = here.load().runs[0], there.load().runs[0]

        there.put(changed(theirs, answers={"letter": "Theirs."}))
        here.put(changed(mine, answers={"to": "J."}))
        here.put(changed(mine, answers={"to": "J.", "letter": "Mine."}))
        if again:
            here.put(changed(mine, answers={"to": "J.", "letter": "Mine."}, cursor="fate"))

        assert kept(home).runs[0].answers == {"to": "J.", "letter": "Mine."}
        assert kept(home).runs[0].history == [Earlier("letter", "Theirs.", NOON)]

    @pytest.mark.parametrize("between", [False, True])
    def test_words_that_are_only_typed_replace_no_answer(self, home: Path, *, between: bool) -> None:
        """A window in which someone types on, and gives nothing, leaves what the other window was told."""
        Store(home).put(run("a"))
        here, there = Store(home), Store(home)
        mine, theirs = here.load().runs[0], there.load().runs[0]

        there.put(changed(theirs, answers={"letter": "Theirs."}))
        if between:
            here.put(changed(mine, answers={"to": "J."}))
            mine = changed(mine, answers={"to": "J."})
        for length in range(1, 5):
            here.put(changed(mine, drafts={"letter": "Mine"[:length]}))

        saved = kept(home).runs[0]
        assert (saved.answers["letter"], saved.drafts, saved.history) == ("Theirs.", {"letter": "Mine"}, [])

    def test_words_that_were_only_written_on_are_not_kept_twice(self, home: Path) -> None:
        """Two windows that type in turn keep each final text, not every letter on the way."""
        Store(home).put(run("a"))
        here, there = Store(home), Store(home)
        mine, theirs = here.load().runs[0], there.load().runs[0]
        for length in range(1, 20):
            mine = changed(mine, drafts={"letter": "My own words, one by one"[:length]})
            here.put(mine)
            theirs = changed(theirs, drafts={"letter": "Theirs, letter by letter"[:length]})
            there.put(theirs)

        assert kept(home).runs[0].drafts == theirs.drafts
        assert [earlier.value for earlier in kept(home).runs[0].history] == [mine.drafts["letter"]]

    def test_a_step_that_was_finished_elsewhere_stays_finished(self, home: Path) -> None:
        """A window left open on a step doesn't undo that another one finished it."""
        Store(home).put(run("a", start_number=1))
        here, there = Store(home), Store(home)
        mine, theirs = here.load().runs[0], there.load().runs[0]

        there.put(changed(theirs, answers={"fate": "keep"}, finished=NOON, finish_number=2, cursor=""))
        here.put(changed(mine, drafts={"letter": "half a sent"}, cursor="letter"))

        only = kept(home).runs[0]
        assert (only.finished, only.finish_number, only.answers) == (NOON, 2, {"fate": "keep"})
        assert only.drafts == {"letter": "half a sent"}

    def test_what_was_burnt_elsewhere_does_not_come_back(self, home: Path) -> None:
        """A window that still shows a letter doesn't save it again after another one deleted it for good."""
        Store(home).put(run("a", answers={"letter": "The secret sentence.", "fate": "keep"}))
        here, there = Store(home), Store(home)
        mine, theirs = here.load().runs[0], there.load().runs[0]

        there.put(theirs, forget={"letter"})
        here.put(changed(mine, cursor="fate"))
        here.put(changed(mine, cursor="review"))

        assert b"secret" not in b"".join(path.read_bytes() for path in home.rglob("*.json"))
        assert kept(home).runs[0].answers == {"letter": None, "fate": "keep"}

    def test_what_was_done_meanwhile_comes_before_what_is_done_now(self, home: Path) -> None:
        """The record keeps the order of saves, also when two programs counted from the same number."""
        Store(home).put(run("a", start_number=1, finished=NOON, finish_number=2))
        here, there = Store(home), Store(home)
        here.load(), there.load()

        there.put(run("b", start_number=3, finished=NOON, finish_number=4))
        here.put(run("c", start_number=3))
        here.put(run("c", start_number=3, finished=NOON, finish_number=4))

        assert [(one.start_number, one.finish_number) for one in kept(home).runs] == [(1, 2), (3, 4), (5, 6)]


@pytest.mark.fault(58)
def test_in_two_windows_nothing_is_lost(home: Path) -> None:
    """`exback checkin` beside an open session: both go on, and both are in the file."""
    small_file(home)
    with Window(home, "step", "the-whole-story") as window:
        window.shows("The quittenbaum said")
        assert exback(home, "--plain", "checkin", typed="6\nleave\n").code == 0
        window.types(" and more")
        until(lambda: "more" in str(kept(home).runs[0].drafts), "the draft is in the file")
        window.kill()

    assert [(one.step, one.answers) for one in kept(home).runs] == [
        ("the-whole-story", small_progress().runs[0].answers),
        ("check-in", {"mood": 6}),
    ]


class TestLock:
    """The lock between two programs."""

    @pytest.mark.fault(59)
    def test_it_dies_with_its_holder(self, home: Path) -> None:
        """A program killed while it held the lock blocks no one."""
        small_file(home)
        with subprocess.Popen(
            [sys.executable, "-c", HOLDER, str(home / LOCK)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as holder:
            assert holder.stdout is not None
            assert holder.stdout.readline() == "holds\n"
            holder.send_signal(signal.SIGKILL)
            holder.wait()

        assert whole_story(home, "of the noise", ".").code == 0

    @pytest.mark.fault(59)
    def test_a_holder_that_hangs_is_waited_for_and_then_named(
        self, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """If a program holds the lock and hangs, others stop waiting and say what to do."""
        monkeypatch.setattr(file_lock, "PATIENCE", 0.05)
        small_file(home)
        before = (home / "progress.json").read_bytes()
        handle = os.open(home / LOCK, os.O_RDWR | os.O_CREAT)
        fcntl.flock(handle, fcntl.LOCK_EX)

        with pytest.raises(Unwritable, match="another exback") as refused:
            Store(home).put(run("a"))
        os.close(handle)

        assert refused.value.hint
        assert (home / "progress.json").read_bytes() == before

    def test_it_is_not_held_while_a_person_thinks(self, home: Path) -> None:
        """While a page waits for an answer, anyone can have the lock."""
        small_file(home)
        with Window(home, "step", "the-whole-story") as window:
            window.shows("The quittenbaum said")
            handle = os.open(home / LOCK, os.O_RDWR | os.O_CREAT)
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.close(handle)
            window.kill()

    def test_no_program_inherits_it(self, home: Path) -> None:
        """An editor started while the lock is held doesn't inherit it."""
        home.mkdir()
        with file_lock.locked(home):
            handles = [int(name) for name in os.listdir("/proc/self/fd")]  # noqa: PTH208  # names are all that is needed
            held = [one for one in handles if _leads_to(one, home / LOCK)]
            assert [os.get_inheritable(one) for one in held] == [False]

    def test_where_there_are_no_locks_saves_go_on(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A network drive without locks still takes saves."""

        def none(*_: object) -> None:
            raise OSError(37, "No locks available")

        monkeypatch.setattr(fcntl, "flock", none)

        Store(home).put(run("a"))

        assert kept(home).runs == [run("a")]


def _leads_to(handle: int, path: Path) -> bool:
    try:
        return Path(f"/proc/self/fd/{handle}").samefile(path)
    except OSError:
        return False


@pytest.mark.fault(60)
@pytest.mark.parametrize(
    "name",
    [
        "progress.sync-conflict-20260302-101500-ABCDEFG.json",
        "progress (conflicted copy 2026-03-02).json",
        "progress (Anna's conflicted copy 2026-03-02).json",
        "progress (1).json",
    ],
)
def test_a_copy_that_lost_is_named_and_never_taken(name: str, home: Path) -> None:
    """A sync program's conflict copy is named, with how to merge it, and never read by itself."""
    path = small_file(home)
    copy = home / name
    copy.write_bytes(encode(Progress(runs=[run("b", answers={"letter": "From the other computer."})])))
    before = path.read_bytes()

    ended = exback(home, "status")

    assert ended.code == 0
    assert f"exback merge {shlex.quote(str(copy))}" in ended.err
    assert path.read_bytes() == before
    assert exback(home, "merge", str(copy)).code == 0
    assert {one.id for one in kept(home).runs} == {"a1b2c3", "b"}
    assert copy.exists()


@pytest.mark.fault(62)
class TestAnotherDevice:
    """Another device, which ignores the lock, writes to the file during a save."""

    @pytest.fixture
    def interfere(self, monkeypatch: pytest.MonkeyPatch) -> Interfere:
        """Return a function that puts other bytes in place of the file just before its last check."""

        def install(path: Path, arriving: Iterator[bytes]) -> None:
            real = fsync.write_beside

            def write(target: Path, data: bytes) -> Path:
                place = real(target, data)
                if target == path and (arrived := next(arriving, None)) is not None:
                    path.write_bytes(arrived)
                return place

            monkeypatch.setattr(fsync, "write_beside", write)

        return install

    def test_both_are_kept(self, home: Path, interfere: Interfere) -> None:
        """What arrived between reading and replacing is read again, and the save is applied to it."""
        Store(home).put(run("a"))
        store = Store(home)
        store.load()
        theirs = Progress(revision=9, runs=[run("a", answers={"fate": "keep"}), run("b")])
        interfere(store.path, iter([encode(theirs)]))

        store.put(run("a", answers={"letter": "Mine."}))

        assert kept(home).runs == [run("a", answers={"letter": "Mine.", "fate": "keep"}), run("b")]
        assert kept(home).revision == 10

    def test_a_device_that_never_rests_is_named(self, home: Path, interfere: Interfere) -> None:
        """If the file changes at every try, the person is told, and neither side loses anything."""
        store = Store(home)
        store.put(run("a"))
        interfere(store.path, (encode(Progress(revision=number, runs=[run("b")])) for number in count(100)))

        with pytest.raises(Unwritable, match="another program"):
            store.put(run("a", answers={"letter": "Mine."}))

        assert kept(home).runs == [run("b")]
        assert list(home.glob(".*.tmp")) == []

    def test_a_file_that_was_broken_meanwhile_is_not_saved_over(self, home: Path, interfere: Interfere) -> None:
        """If what arrived can't be read, it is left alone, and so is what was there before."""
        path = small_file(home)
        store = Store(home)
        store.load()
        interfere(path, iter([b"half a fi"]))

        with pytest.raises(Unreadable):
            store.put(run("a"))

        assert path.read_bytes() == b"half a fi"
        assert_one_plain_sentence(exback(home, "status"), path)
