"""A person who walks the program by script: real program, sessions and store, a clock that is told the time."""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
import zlib
from collections.abc import Hashable, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import ClassVar, NamedTuple

from support.scripted import Scripted

from exback.commands.wizard import Wizard
from exback.engine.status import Status, status_of
from exback.engine.view import View
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.run import Run, Value
from exback.store import Store

ZONE = timezone(timedelta(hours=1))


class Clock:
    """Tells the moment it was last set to."""

    def __init__(self, now: datetime = datetime(2026, 3, 2, 10, tzinfo=ZONE)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Return the moment."""
        return self.now

    def forward(self, *, days: int = 0, hours: int = 0, minutes: int = 0) -> None:
        """Let time pass; negative numbers set the clock back."""
        self.now += timedelta(days=days, hours=hours, minutes=minutes)


Files = Mapping[Path, tuple[int, bytes, int]]
"""What is in a folder: the mode and the content of each file, and when it was written, by its path in there."""


def files_in(folder: Path) -> Files:
    """Return what is in a folder, and in those within it."""
    states = ((path, path.stat()) for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder): (state.st_mode, path.read_bytes(), state.st_mtime_ns) for path, state in states}


def write(folder: Path, before: Files, after: Files) -> None:
    """Make a folder's files those of another moment, written one after the other as they were then."""
    written = {content: moment for _mode, content, moment in before.values()}
    for path in before.keys() - after.keys():
        (folder / path).unlink()
    for path, (mode, content, _moment) in sorted(after.items(), key=lambda file: file[1][2]):
        if before.get(path, ())[:2] == (mode, content):
            continue
        for missing in reversed([parent for parent in (folder / path).parents if not parent.exists()]):
            missing.mkdir(mode=0o700)
        (folder / path).write_bytes(content)
        (folder / path).chmod(mode)
        if content in written:  # it was moved there
            os.utime(folder / path, ns=(written[content], written[content]))


class Past(NamedTuple):
    """What going through a step came to: the pages, the files, and the number in the last id. It keeps its program, and so its id."""

    views: tuple[View, ...]
    files: bytes
    last_id: int
    program: Program


class Person:
    """Goes through one step after the other. `views` are the pages of the last one.

    Hundreds of tests begin with the same weeks. So while `remembers`, whoever does what someone did before, with the same
    files, at the same moment, is given what that came to.
    """

    remembers: ClassVar[bool] = True
    _pasts: ClassVar[dict[Hashable, Past]] = {}

    def __init__(self, program: Program, clock: Clock, home: Path) -> None:
        self.program = program
        self.clock = clock
        self.store = self._own_store = Store(home, clock=clock)
        self.views: list[View] = []
        self.last_id = 0

    def new_id(self) -> str:
        """Return the id of the next run."""
        self.last_id += 1
        return f"run-{self.last_id:04d}"

    def copied_to(self, home: Path) -> Person:
        """Return the same person with a clock and a file of their own, so that a long walk needs to be walked only once."""
        person = Person(self.program, Clock(self.clock.now), home)
        person.last_id = self.last_id
        shutil.copytree(self.store.home, home)
        return person

    def does(self, step: str, **answers: object) -> Run:
        """Go through one step with answers by item id (underscores for hyphens), and return its run."""
        return self.answers(step, {item.replace("_", "-"): answer for item, answer in answers.items()})

    def answers(self, step: str, answers: dict[str, object]) -> Run:
        """Go through one step with answers by item id, and return its run."""
        files = files_in(self.store.home)
        begun = self._beginning(files, step, answers)
        if past := self._pasts.get(begun):
            write(self.store.home, files, pickle.loads(zlib.decompress(past.files)))
            self.views, self.last_id = list(past.views), past.last_id
        else:
            screen = Scripted(answers)
            self.views = screen.views
            Wizard(self.program, self.store, screen, self.clock, self.new_id).open(step)
            if begun is not None:
                left = zlib.compress(pickle.dumps(files_in(self.store.home)), 1)
                self._pasts[begun] = Past(tuple(screen.views), left, self.last_id, self.program)
        return next(run for run in reversed(self.store.load().runs) if run.step == step)

    def _beginning(self, files: Files, step: str, answers: Mapping[str, object]) -> Hashable:
        """Return all that decides what going through a step comes to, None if that can't be known."""
        told = repr(answers)
        if not self.remembers or self.store is not self._own_store or " at 0x" in told:  # a function, whatever it does
            return None
        content = hashlib.sha256(pickle.dumps([(path, *file[:2]) for path, file in files.items()])).digest()
        return type(self), id(self.program), self.clock(), self.last_id, content, step, told

    def puts(self, step: str, version: int = 1, **answers: Value) -> None:
        """Put a finished run of a step into the file, whatever its gates say, with answers by item id (underscores for hyphens)."""
        now, number = self.clock(), self.journey.next_number
        run = Run(
            id=f"put-{number}",
            step=step,
            step_version=version,
            started=now,
            start_number=number,
            finished=now + timedelta(minutes=1),
            finish_number=number + 1,
            answers={item.replace("_", "-"): value for item, value in answers.items()},
        )
        self.store.put(run)

    @property
    def journey(self) -> Journey:
        """What happened so far."""
        return self.program.journey(self.store.load().runs, self.clock())

    @property
    def guide(self) -> Status:
        """Where the person stands."""
        return status_of(self.program, self.journey)

    def state(self, step: str) -> str:
        """Return the state of one step."""
        return self.guide.step_status(self.program.step(step)).state
