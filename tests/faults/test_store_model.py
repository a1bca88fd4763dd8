"""Anything that may happen to a file, in any order, compared with a model that is a few lists of answers.

To try something more, add a rule: change the store, and the model as it should be. The invariants check the rest.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import NamedTuple, cast
from unittest import mock

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from exback.errors import Gone, NothingToRestore, StoreError, Unreadable, Unwritable
from exback.model.run import Run, changed
from exback.store import Progress, Store
from exback.store.backups import KEPT, PREVIOUS
from exback.store.decode import decode
from exback.store.progress import encode

DEEP = bool(os.environ.get("EXBACK_DEEP"))
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
IDS = st.sampled_from(["a", "b", "c"])
ITEMS = st.sampled_from(["x", "y", "z"])
GARBAGE = [b"", b"{", b"\0" * 64, b"[]", b'{"format": "exback-progress"}']
STAGES = ["write", "fsync", "close", "rename"]

MISSING = "(no answer)"
STEP = timedelta(microseconds=1)


class Slot(NamedTuple):
    """What a run has for an item: a word, None where it was burnt, or MISSING; and when it was last burnt."""

    word: str | None = MISSING
    burnt: datetime | None = None

    @property
    def known(self) -> datetime:
        """The last moment from which something is known here: a word beside a burn was written after it."""
        if self.burnt is None:
            return NOON
        return self.burnt + STEP if self.word not in (None, MISSING) else self.burnt


Answers = dict[str, dict[str, Slot]]
"""The runs of a file: what they have by item."""


@contextmanager
def refusing(stage: str, number: int) -> Iterator[None]:
    """Let the disk refuse a call of the next save, for the progress file only."""
    real, name = {"rename": (os.replace, "replace")}.get(stage, (getattr(os, stage), stage))

    def call(first: object, *rest: object, **more: object) -> object:
        of = Path(f"/proc/self/fd/{first}").readlink() if isinstance(first, int) else Path(str(first))
        if of.name.startswith(".progress.json."):
            if stage == "close":
                real(first)  # Linux closes even so
            raise OSError(number, os.strerror(number))
        return real(first, *rest, **more)

    with mock.patch.object(os, name, call):
        yield


class Model(RuleBasedStateMachine):
    """One file, its copies, and two programs that use it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.home = self.folder / "home"
        self.now = NOON
        self.stores = [self._new_store(), self._new_store()]
        self.file: Answers | None = None
        self.previous: Answers | None = None
        self.aside: list[Answers] = []
        self.corrupt: list[bytes] = []
        self.copies: list[Answers] = []
        self.gone: set[str] = set()
        self.places: dict[str, tuple[str, str]] = {}

    def teardown(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.folder)

    def _new_store(self) -> Store:
        return Store(self.home, clock=lambda: self.now)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.home / "progress.json"

    @property
    def is_damaged(self) -> bool:
        """Whether the file can't be read now."""
        return bool(self.corrupt) and self.path.exists() and self.path.read_bytes() == self.corrupt[-1]

    def _saved(self, fresh: Answers, *, burning: bool = False) -> None:
        """Note that a save was made."""
        if self.file is None:
            self.previous = deepcopy(fresh)
        elif not burning:
            self.previous = deepcopy(self.file)
        self.file = fresh

    def _with(self, run_id: str, item: str, word: str) -> Answers:
        fresh = deepcopy(self.file or {})
        slots = fresh.setdefault(run_id, {})
        slots[item] = Slot(word, slots.get(item, Slot()).burnt)
        return fresh

    def _run(self, store: Store, run_id: str, item: str) -> tuple[Run, str]:
        """Return a run with one more answer, as a session would have it."""
        runs = {run.id: run for run in store.load().runs}
        run = runs.get(run_id) or Run(id=run_id, step="letter", started=NOON)
        word = f"word-{len(self.places):05d}"
        self.places[word] = run_id, item
        return changed(run, answers={**run.answers, item: word}), word

    # What may happen

    @initialize(run_id=IDS, item=ITEMS)
    def begins(self, run_id: str, item: str) -> None:
        """Start with something that could be lost."""
        self.saves(0, run_id, item)

    @precondition(lambda self: not self.is_damaged)
    @rule(which=st.integers(0, 1), run_id=IDS, item=ITEMS)
    def saves(self, which: int, run_id: str, item: str) -> None:
        """Answer a question, in either program."""
        run, word = self._run(self.stores[which], run_id, item)
        self.stores[which].put(run)
        self._saved(self._with(run_id, item, word))

    @precondition(lambda self: not self.is_damaged)
    @rule(stage=st.sampled_from(STAGES), number=st.sampled_from([errno.ENOSPC, errno.EIO]), run_id=IDS, item=ITEMS)
    def is_refused(self, stage: str, number: int, run_id: str, item: str) -> None:
        """Answer a question while the disk refuses: the old content is there, and exback says so."""
        run, _ = self._run(self.stores[0], run_id, item)
        with refusing(stage, number), pytest.raises(Unwritable, match="couldn't save"):
            self.stores[0].put(run)
        if stage == "rename" and self.file is not None:
            self.previous = deepcopy(self.file)  # the old version was kept just before

    @precondition(lambda self: not self.is_damaged)
    @rule(run_id=IDS, item=ITEMS)
    def is_doubtful(self, run_id: str, item: str) -> None:
        """Answer a question where the folder can't be synced: the answer is there, and exback says that it is unsure."""
        run, word = self._run(self.stores[0], run_id, item)
        fsync = os.fsync

        def only_files(handle: int) -> None:
            if Path(f"/proc/self/fd/{handle}").is_dir():
                raise OSError(errno.EIO, "I/O")
            fsync(handle)

        with mock.patch.object(os, "fsync", only_files), pytest.raises(Unwritable, match="can't be sure"):
            self.stores[0].put(run)
        is_new = self.file is None
        self._saved(self._with(run_id, item, word))
        if is_new:  # a file of which nobody knows whether it stays is not kept a second time
            self.previous = None

    @rule()
    def starts_anew(self) -> None:
        """Start both programs again."""
        self.stores = [self._new_store(), self._new_store()]

    @rule(days=st.sampled_from([-400, -3, 0, 1, 1, 1, 2, 30, 4000]), hours=st.integers(-5, 20))
    def moves_the_clock(self, days: int, hours: int) -> None:
        """Set the clock, or let time pass."""
        moved = self.now + timedelta(days=days, hours=hours)
        if 2000 < moved.year < 2100:
            self.now = moved

    @precondition(lambda self: self.file is not None and not self.is_damaged)
    @rule(run_id=IDS, item=ITEMS)
    def burns(self, run_id: str, item: str) -> None:
        """Delete an answer for good: it is gone from everything that can be read."""
        slots = (self.file or {}).get(run_id, {})
        word = slots.get(item, Slot()).word
        if word is None or word == MISSING:
            return
        self.gone.add(word)
        self.stores[0].forget(run_id, [item])
        moment = max(self.now, NOON, *(slot.burnt + STEP for slot in slots.values() if slot.burnt))
        slots[item] = Slot(None, moment)
        self._burns_in_copies(self.file or {}, [run_id])

    def _burns_in_copies(self, file: Answers, runs: Iterable[str]) -> None:
        """Record that what runs of the file burnt is gone from the older copies, unless it was written there since."""
        for run_id, answers in product(runs, filter(None, (self.previous, *self.aside))):
            for item, (_, moment) in file[run_id].items():
                word, before = answers.get(run_id, {}).get(item, Slot())
                if run_id in answers and moment and (before is None or before < moment):
                    answers[run_id][item] = Slot(MISSING if word == MISSING else None, moment)

    @precondition(lambda self: self.file is not None)
    @rule()
    def resets(self) -> None:
        """Put the file aside; what can't be read is moved beside it."""
        place = self.stores[0].put_aside()
        if self.corrupt and place.read_bytes() == self.corrupt[-1]:
            assert place.name.startswith("progress.json.corrupt-")
        else:
            assert self.file is not None
            self.aside.append(self.file)
        self.file = self.previous = None

    @rule()
    def restores(self) -> None:
        """Restore what was put aside last; the current file is put aside in turn."""
        if not self.aside:
            with pytest.raises(NothingToRestore):
                self.stores[0].restore()
            return
        there = self._makes_place()
        self.stores[0].restore()
        self.file = self.aside.pop()
        self.previous = deepcopy(self.file)
        self.aside += there

    def _makes_place(self) -> list[Answers]:
        """Record that the file is replaced by another, and return it if it is put aside."""
        if self.file is None:
            return []
        self.previous = None  # it has a number now
        return [] if self.is_damaged else [self.file]

    @precondition(lambda self: self.previous is not None)
    @rule()
    def goes_back_a_save(self) -> None:
        """Restore the version before the last save."""
        before = self.previous
        there = self._makes_place()
        self.stores[0].restore(self.home / "backups" / PREVIOUS)
        self.file, self.previous = deepcopy(before), deepcopy(before)
        self.aside += there

    @precondition(lambda self: self.file is not None and not self.is_damaged)
    @rule(data=st.sampled_from(GARBAGE))
    def is_damaged_by_the_disk(self, data: bytes) -> None:
        """Find other bytes in the file's place; of the old content only a copy is left."""
        self.path.unlink()  # and not in place: after a refused save the version before is the same file
        self.path.write_bytes(data)
        self.corrupt.append(data)
        with pytest.raises(Unreadable):
            self.stores[0].put(Run(id="a", step="letter", started=NOON))

    @precondition(lambda self: self.previous is not None and not self.is_damaged)
    @rule(which=st.integers(0, 1), run_id=IDS, item=ITEMS)
    def vanishes(self, which: int, run_id: str, item: str) -> None:
        """Lose the file: a program that starts now says so, and an open window writes it again."""
        run, word = self._run(self.stores[which], run_id, item)
        self.path.unlink()
        with pytest.raises(Gone):
            self._new_store().load()
        self.stores[which].put(run)
        self.file = self._with(run_id, item, word)
        self.previous = deepcopy(self.file)

    @precondition(lambda self: self.file is not None and not self.is_damaged)
    @rule()
    def keeps_a_copy(self) -> None:
        """Copy the file to another computer."""
        (self.folder / f"copy-{len(self.copies)}.json").write_bytes(self.path.read_bytes())
        self.copies.append(deepcopy(self.file or {}))

    @precondition(lambda self: bool(self.copies) and not self.is_damaged)
    @rule(number=st.integers(0, 9))
    def merges(self, number: int) -> None:
        """Merge the copy from the other computer into the file."""
        number %= len(self.copies)
        theirs, ours = self.copies[number], self.file or {}
        both = {
            run_id: _both(ours.get(run_id, {}), theirs.get(run_id, {})) for run_id in dict.fromkeys([*ours, *theirs])
        }
        copy = self.folder / f"copy-{number}.json"
        news = self.stores[0].merge(copy)
        if news is None:
            assert both == ours
            return
        burning = [run_id for run_id, slots in both.items() if _burns(slots) != _burns(ours.get(run_id, {}))]
        self._saved(both, burning=bool(burning))
        self._burns_in_copies(both, burning)
        self.gone -= {
            word for word in self.gone if word.encode() in copy.read_bytes() and self._comes(word, theirs, both)
        }

    def _comes(self, word: str, theirs: Answers, both: Answers) -> bool:
        """Whether a word of a copy comes into the file, perhaps into its history: nothing here says that it was burnt."""
        run_id, item = self.places[word]
        return both[run_id][item].burnt == theirs[run_id].get(item, Slot()).burnt

    # What must be so, whatever happened

    @invariant()
    def the_file_holds_what_it_should(self) -> None:
        """A program that starts now reads what was saved, or says that it can't."""
        if self.is_damaged:
            with pytest.raises(Unreadable):
                self._new_store().load()
        else:
            assert _answers(self._new_store().load()) == (self.file or {})

    @invariant()
    def the_copies_hold_what_they_should(self) -> None:
        """What was put aside, the version before, and what couldn't be read are there, whole."""
        store = self._new_store()
        assert [_answers(store.read(path)) for path in store.laid_aside()] == self.aside
        previous = self.home / "backups" / PREVIOUS
        assert (_answers(store.read(previous)) if previous.exists() else None) == self.previous
        days = [copy for copy in store.backups() if copy.kind == "day"]
        assert len(days) <= 2 * KEPT
        for copy in store.backups():
            store.read(copy.path)

    @invariant()
    def nothing_lies_about(self) -> None:
        """No temporary file stays; what couldn't be read is beside the file or in its place."""
        assert [path for path in self.home.rglob("*") if path.suffix == ".tmp"] == []
        places = [path.read_bytes() for path in self.home.glob("progress.json.corrupt-*")]
        there = [self.path.read_bytes()] if self.is_damaged else []
        assert sorted(places + there) == sorted(self.corrupt)

    @invariant()
    def what_is_burnt_is_nowhere(self) -> None:
        """No file of exback's own holds a word that was burnt, unless a copy brought it to a file that knows nothing of it."""
        kept = b"".join(path.read_bytes() for path in self.home.rglob("*.json"))
        assert [word for word in self.gone if word.encode() in kept] == []


def _answers(progress: Progress) -> Answers:
    return {
        run.id: {
            item: Slot(cast("str | None", run.answers.get(item, MISSING)), run.burnt.get(item))
            for item in dict.fromkeys([*run.answers, *run.burnt])
        }
        for run in progress.runs
    }


def _burns(slots: dict[str, Slot]) -> dict[str, datetime]:
    return {item: slot.burnt for item, slot in slots.items() if slot.burnt}


def _both(ours: dict[str, Slot], theirs: dict[str, Slot]) -> dict[str, Slot]:
    """Return what two copies of a run merge to: the later word, and nothing where it was burnt since it was written."""
    both: dict[str, Slot] = {}
    for item in dict.fromkeys([*ours, *theirs]):
        slots = [copy.get(item, Slot()) for copy in (ours, theirs)]
        latest = max(slots, key=lambda slot: (slot.known, slot.word != MISSING, slot.word or ""))
        burnt = max(filter(None, (slot.burnt for slot in slots)), default=None)
        is_burnt = burnt is not None and latest.known <= burnt and latest.word != MISSING
        both[item] = Slot(None if is_burnt else latest.word, burnt)
    return both


def test_whatever_happens_the_file_is_as_the_model_says() -> None:
    """In any order of saves, failures, damage, resets, restores, merges and clock changes nothing is lost or made up."""
    run_state_machine_as_test(
        Model,
        settings=settings(
            phases=[Phase.generate],  # to make a failing case shorter takes minutes of writing to the disk
            max_examples=400 if DEEP else 30,
            stateful_step_count=60 if DEEP else 40,
        ),
    )


def test_the_model_would_notice() -> None:
    """A file with other answers than the model's fails."""
    model = Model()
    try:
        model.begins("a", "x")
        model.path.write_bytes(encode(Progress(runs=decode(model.path.read_bytes(), "x").runs[:0])))
        with pytest.raises(AssertionError):
            model.the_file_holds_what_it_should()
        model.path.write_bytes(b"{")
        with pytest.raises(StoreError):
            model.the_file_holds_what_it_should()
    finally:
        model.teardown()
