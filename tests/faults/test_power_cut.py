"""The power fails during a save: what was reported saved is there when the disk is mounted again.

The disk is a file, and a copy of that file shows the disk at one moment. The file system below makes the copy by
sharing blocks, so that no write comes in between. It holds what the disk was told to write by then; what was still in
the file system's memory is lost, as in a power cut.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Self

import pytest

from exback.store.decode import decode

CUTS = 40 if os.environ.get("EXBACK_DEEP") else 12
DISKS = {"ext4": 32, "xfs": 320, "btrfs": 128}  # the fewest megabytes that each takes, or nearly
FORMAT = {"ext4": ("-q", "-F"), "xfs": ("-q", "-f"), "btrfs": ("-q", "-f")}
WRITER = """
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from exback.model.journey import Run
from exback.store import Store
store = Store(Path(sys.argv[1]))
for number in count(1):
    sys.stdin.read(1)
    note = f"{number} " + "of the noise " * (number % 50)
    store.put(Run(id=f"run-{number % 7}", step="urge", started=datetime(2026, 3, 2, tzinfo=UTC), answers={"note": note}))
    print(number, flush=True)
"""


def _run(*words: object) -> None:
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    if done.returncode:
        raise OSError(f"{words[0]}: {done.stderr.strip()}")


@contextmanager
def _mounted(image: Path, place: Path) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    _run("mount", "-o", "loop", image, place)
    try:
        yield place
    finally:
        _run("umount", place)


def _made(image: Path, kind: str, *options: str) -> Path:
    with image.open("wb") as file:
        file.truncate((DISKS[kind] if not options else 1500) * 1024 * 1024)
    _run(f"mkfs.{kind}", *FORMAT[kind], *options, image)
    return image


@pytest.fixture
def below(tmp_path: Path) -> Iterator[Path]:
    """A file system that can copy a file at one moment, for the disks to be on."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a disk")
    missing = [tool for tool in ("mount", "mkfs.ext4", "mkfs.xfs", "mkfs.btrfs") if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    with ExitStack() as stack:
        try:
            disk = _made(tmp_path / "below.img", "xfs", "-m", "reflink=1")
            place = stack.enter_context(_mounted(disk, tmp_path / "below"))
        except OSError as refused:
            pytest.skip(f"disks may not be mounted here: {refused}")
        yield place


class _Writer:
    """A process that saves when told to, and says when a save is done."""

    def __init__(self, home: Path) -> None:
        words = [sys.executable, "-c", WRITER, str(home)]
        self._process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._process:
            self._process.kill()

    def begins(self) -> None:
        """Tell it to save, and don't wait."""
        assert self._process.stdin is not None
        self._process.stdin.write(b"s")

    def ends(self) -> int:
        """Wait until a save is reported done, and return its number."""
        assert self._process.stdout is not None
        return int(self._process.stdout.readline())

    def saves(self, times: int) -> int:
        """Let it save some times, and return the number of the last save."""
        for _ in range(times):
            self.begins()
            number = self.ends()
        return number


@pytest.mark.fault(8)
@pytest.mark.parametrize("kind", DISKS)
def test_what_was_said_to_be_saved_outlives_a_power_cut(kind: str, below: Path, tmp_path: Path) -> None:
    """Whenever the power fails, the file and every copy are whole, and hold the last answer reported saved."""
    disk = _made(below / "disk.img", kind)
    cuts: list[tuple[Path, int]] = []
    with (
        _mounted(disk, tmp_path / "disk") as place,
        _Writer(place / "home") as writer,
    ):
        for number in range(CUTS):
            saved = writer.saves(1 + number % 3)
            cuts.append((below / f"cut-{number}.img", saved))
            if number % 2:
                writer.begins()  # the power goes in the middle of the next save, not after this one
            _run("cp", "--reflink=always", disk, cuts[-1][0])
            if number % 2:
                writer.ends()

    for cut, saved_then in cuts:
        with _mounted(cut, tmp_path / "disk") as place:
            _assert_kept(place / "home", saved_then)


def _assert_kept(home: Path, saved: int) -> None:
    path = home / "progress.json"
    progress = decode(path.read_bytes(), path)
    assert progress.revision >= saved
    notes = {run.id: str(run.answers["note"]) for run in progress.runs}
    assert int(notes[f"run-{saved % 7}"].split()[0]) >= saved
    for copy in (home / "backups").glob("progress-*.json"):
        assert json.loads(copy.read_bytes())["revision"] <= progress.revision
