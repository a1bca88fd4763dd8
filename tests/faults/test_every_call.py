"""A save that is killed or refused at each system call it makes: no file is torn, and no one is told something untrue.

The calls are recorded first; then the same save runs once per call, with the fault injected there.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from signal import SIGKILL
from typing import IO, NamedTuple

import pytest
from support.saver import RUN
from support.trouble import SAVER, small_file, small_progress, strace

from exback.model.run import changed
from exback.store import Store
from exback.store.decode import decode

OLD = small_progress().runs
CHANGING = {
    "openat",
    "write",
    "fsync",
    "close",
    "link",
    "linkat",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
}
HARMLESS = {
    "brk",
    "mmap",
    "munmap",
    "mremap",
    "madvise",
    "futex",
    "exit_group",
    "getppid",
    "rt_sigaction",
    "clock_nanosleep",
}
"""Calls that no disk can refuse: memory, threads, and the two that mark where the save begins and ends."""


class Call(NamedTuple):
    """A system call of a save: its name, and its number among the calls of that name since the tracer came."""

    name: str
    number: int


class Saver:
    """A process that saves on demand, and a tracer that injects faults into it."""

    def __init__(self, folder: Path, command: Sequence[str] = SAVER) -> None:
        self.home = folder / "home"
        self.log = folder / "log"
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def close(self) -> None:
        """End the process."""
        with self._process:
            self._pipe(self._process.stdin).close()

    def saves(self, *words: str) -> tuple[int, str]:
        """Make one save in the folder under the tracer; return its exit status and what it said."""
        said = self.home.parent / "said"
        said.unlink(missing_ok=True)
        child = self._asks(str(self.home))
        tracer = [strace()[0], "-p", child, "-o", str(self.log), *words]
        with subprocess.Popen(tracer, stderr=subprocess.PIPE, text=True) as attached:
            line = self._pipe(attached.stderr).readline()
            if "attached" not in line:
                self._asks("")
                pytest.skip(f"strace may not be attached here: {line.strip()}")
            code = int(self._asks(""))
        return code, said.read_text() if said.exists() else ""

    def _asks(self, line: str) -> str:
        to = self._pipe(self._process.stdin)
        to.write(f"{line}\n")
        to.flush()
        return self._pipe(self._process.stdout).readline().strip()

    @staticmethod
    def _pipe(pipe: IO[str] | None) -> IO[str]:
        assert pipe is not None
        return pipe


@pytest.fixture(scope="module")
def saver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Saver]:
    """A process that saves, in a folder of its own."""
    strace()
    one = Saver(tmp_path_factory.mktemp("every-call"))
    yield one
    one.close()


def _prepared(home: Path) -> None:
    """Prepare a folder as two saves of yesterday and one of today leave it."""
    shutil.rmtree(home, ignore_errors=True)
    small_file(home)
    store = Store(home)
    for note in ("1", "2"):
        store.put(changed(RUN, id="early", answers={"note": note}))
    first = next((home / "backups").glob("*-day.json"))
    first.rename(first.with_name("progress-0001-2020-01-01-day.json"))


@pytest.fixture(scope="module")
def calls(saver: Saver) -> list[Call]:
    """Every system call that a save makes each time, in order. Now and then there is one more, which can't be waited for."""
    _prepared(saver.home)
    first = calls_of(saver)
    _prepared(saver.home)
    again = set(calls_of(saver))
    return [call for call in first if call in again]


def calls_of(saver: Saver) -> list[Call]:
    """Return every system call of the work in a prepared folder."""
    assert saver.saves() == (0, "saved")
    seen: Counter[str] = Counter()
    found, inside = [], False
    for line in saver.log.read_text().splitlines():
        name = re.match(r"(\w+)\(", line)
        if name is None:
            continue
        seen[name[1]] += 1
        inside ^= name[1] == "getppid"
        if inside and name[1] not in HARMLESS:
            found.append(Call(name[1], seen[name[1]]))
    return found


def _is_whole(home: Path) -> bool:
    """Check that every file is whole and the old run unchanged; return whether the new run is there."""
    files = [home / "progress.json", *(home / "backups").glob("progress-*.json")]
    assert len(files) >= 3
    for path in files:
        found = decode(path.read_bytes(), path)
        assert found.runs[: len(OLD)] == OLD
    runs = decode(files[0].read_bytes(), files[0]).runs
    assert [run.id for run in runs] in (["a1b2c3", "early"], ["a1b2c3", "early", "new"])
    if runs[-1].id == "new":
        assert runs[-1] == RUN
    return runs[-1].id == "new"


def _assert_goes_on(home: Path) -> None:
    """Check that the next save works and cleans up."""
    store = Store(home)
    store.put(changed(RUN, id="later"))
    assert store.load().runs[-1].id == "later"
    assert [path for path in home.rglob("*") if path.suffix == ".tmp"] == []


def test_there_is_something_to_sweep(calls: list[Call]) -> None:
    """The recorded calls include the ones that a save consists of."""
    names = Counter(call.name for call in calls)

    assert names["fsync"] == 2
    assert names["write"] >= 1
    assert names["link"] + names["linkat"] == 2
    assert names["rename"] + names["renameat"] + names["renameat2"] == 3
    assert len(calls) > 20


@pytest.mark.fault(1)
def test_killed_at_any_call_the_file_is_the_old_or_the_new_one(saver: Saver, calls: list[Call]) -> None:
    """After kill -9 at each call every file is whole, what was reported saved is there, and the next save works."""
    new = []
    for call in calls:
        _prepared(saver.home)
        code, said = saver.saves("-e", f"inject={call.name}:signal=SIGKILL:when={call.number}")
        assert (code, said) == (-SIGKILL, ""), call
        new.append(_is_whole(saver.home))
        _assert_goes_on(saver.home)
    assert new == sorted(new)  # old up to some call, new from there on
    assert {False, True} == set(new)


@pytest.mark.fault(3)
@pytest.mark.fault(4)
@pytest.mark.parametrize(
    ("error", "names"),
    [
        ("EIO", None),
        ("EINTR", None),
        ("ENOSPC", CHANGING),
        ("EDQUOT", CHANGING),
        ("EROFS", CHANGING),
        ("EACCES", CHANGING),
    ],
)
def test_refused_at_any_call_nobody_is_told_a_lie(
    error: str, names: set[str] | None, saver: Saver, calls: list[Call]
) -> None:
    """After an error at each call, what is reported saved is there, and otherwise the old file is unchanged."""
    told: Counter[str] = Counter()
    for call in calls:
        if names is not None and call.name not in names:
            continue
        _prepared(saver.home)
        before = (saver.home / "progress.json").read_bytes()
        code, said = saver.saves("-e", f"inject={call.name}:error={error}:when={call.number}")
        assert code == 0, call
        assert "(INJECTED)" in saver.log.read_text(), call
        is_new = _is_whole(saver.home)
        if said == "saved" or "can't be sure" in said:
            assert is_new, (call, said)
        else:
            assert re.fullmatch(r"refused: exback [^\n]+\.", said), (call, said)
            assert (saver.home / "progress.json").read_bytes() == before, (call, said)
        told[said.split(":")[0]] += 1
        assert [path for path in saver.home.rglob("*") if path.suffix == ".tmp"] == [], call
        _assert_goes_on(saver.home)
    assert told["refused"] >= 3
    assert set(told) <= {"saved", "refused"}
