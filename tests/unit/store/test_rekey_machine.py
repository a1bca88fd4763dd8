"""Any order of saving, locking, unlocking, resetting, restoring and erasing, against a model of a few lines."""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from support.sealed import CODE, bytes_under, locked, opened

from exback.errors import Erased, Locked, WrongPassphrase
from exback.model.run import Run
from exback.store import Store, rekey
from exback.store import erase as erasing
from exback.store.codec import is_locked

SECRET = "quittenbaum"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
OPEN = ""


class Kept(NamedTuple):
    """What a file should hold: answers by run, and the passphrase that opens it, none if it is plain."""

    runs: dict[str, str]
    passphrase: str


class Locking(RuleBasedStateMachine):
    """One folder, a window that opens the file anew for each act, and one that stays open."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.home = Path(self._folder.name) / "home"
        self.file: Kept | None = None
        self.aside: list[Kept] = []
        self.window = Store(self.home)
        self.known = OPEN
        self.is_mixed = False  # a locked file was brought back beside the copies of a plain one; doctor names those
        self.passphrases = 0
        self.has_seen = self.is_erased = False  # what the window did with what is there, and that this was deleted

    def teardown(self) -> None:
        """Remove the folder."""
        self._folder.cleanup()

    @property
    def store(self) -> Store:
        """A store that somebody has just opened."""
        return opened(self.home, self.file.passphrase if self.file else OPEN)

    @rule(run_id=st.sampled_from("abc"), words=st.sampled_from(["", "one", "two"]))
    def save(self, run_id: str, words: str) -> None:
        """Somebody writes."""
        self.store.put(_run(run_id, words))
        self._wrote(run_id, words)

    @rule(run_id=st.sampled_from("de"), words=st.sampled_from(["", "one", "two"]))
    def save_in_the_window_that_stayed_open(self, run_id: str, words: str) -> None:
        """It saves, or is told that it has not the passphrase; it never writes over what it can't open."""
        before = self._bytes()
        try:
            self.window.put(_run(run_id, words))
        except Erased:
            assert self.is_erased
            assert self._bytes() == before
            self.window, self.is_erased, self.known = Store(self.home), False, OPEN
        except Locked:
            assert self._bytes() == before
            assert self.file is not None
            assert self.file.passphrase
            self.has_seen = True
            self.window.codec = self.store.codec  # and asks for it
            self.known = self.file.passphrase
        else:
            assert not self.is_erased
            self.has_seen = True
            if self.file is None and is_locked(self.home / "progress.json"):  # what it had opened, it goes on to lock
                self.file = Kept({}, self.known)
                self.is_mixed |= bool(self.aside)  # what was put aside while the file was open stays so
            self._wrote(run_id, words)

    @rule()
    def lock(self) -> None:
        """The file and what can be opened beside it get a new passphrase."""
        self.passphrases += 1
        was, now = self.file or Kept({}, OPEN), f"passphrase number {self.passphrases}"
        locked(self.store, now, CODE)
        self.file, self.is_mixed = Kept(was.runs, now), False
        self.aside = [Kept(one.runs, now) if one.passphrase in (OPEN, was.passphrase) else one for one in self.aside]

    @precondition(lambda self: self.file is not None and self.file.passphrase)
    @rule()
    def unlock(self) -> None:
        """All that it opened is plain again."""
        assert self.file is not None
        was = self.file.passphrase
        rekey.unlock(self.store)
        self.file = Kept(self.file.runs, OPEN)
        self.aside = [Kept(one.runs, OPEN) if one.passphrase == was else one for one in self.aside]

    @precondition(lambda self: self.file is not None)
    @rule(knows_it=st.booleans())
    def reset(self, knows_it: bool) -> None:
        """The file is put aside as it is, with or without its passphrase."""
        assert self.file is not None
        (self.store if knows_it else Store(self.home)).put_aside()
        self.aside.append(self.file)
        self.file = None

    @precondition(lambda self: self.aside)
    @rule()
    def restore(self) -> None:
        """What was put aside last comes back; what stood there is put aside, if anything was ever written in it."""
        self.store.restore()
        back, before = self.aside.pop(), self.file
        if before is not None and before.runs:
            self.aside.append(before)
        self.file = Kept(back.runs, back.passphrase or (before.passphrase if before else OPEN))
        self.is_mixed |= bool(self.file.passphrase) and not (before and before.passphrase)

    @rule()
    def erase(self) -> None:
        """Nothing is left."""
        assert erasing.erase(self.home / "progress.json").left == ()
        assert not self.home.exists()
        self.file, self.aside, self.is_mixed = None, [], False
        if os.name == "nt":  # no window learns of it there, so people are asked to close them first
            self.window, self.known = Store(self.home), OPEN
        else:
            self.is_erased |= self.has_seen
        self.has_seen = False

    @precondition(lambda self: self.file is not None and self.file.passphrase)
    @rule()
    def guess(self) -> None:
        """A passphrase that is not the one opens nothing and changes nothing."""
        before = self._bytes()
        with pytest.raises(WrongPassphrase):
            opened(self.home, "passphrase number 0")
        assert self._bytes() == before

    @invariant()
    def the_file_is_what_was_written(self) -> None:
        """To the last answer, and kept as it should be."""
        path = self.home / "progress.json"
        assert path.exists() is (self.file is not None)
        if self.file is None:
            return
        assert is_locked(path) is bool(self.file.passphrase)
        runs = self.store.load().runs
        assert {run.id: run.answers["say"] for run in runs} == self.file.runs

    @invariant()
    def what_is_locked_cannot_be_read(self) -> None:
        """While the file is locked, no word stands in the folder but in copies that a plain file left."""
        if self.file is not None and self.file.passphrase and not self.is_mixed:
            assert SECRET.encode() not in bytes_under(self.home)

    def _wrote(self, run_id: str, words: str) -> None:
        file = self.file or Kept({}, OPEN)
        self.file = Kept({**file.runs, run_id: f"{SECRET} {words}"}, file.passphrase)

    def _bytes(self) -> bytes:
        return bytes_under(self.home)


def _run(run_id: str, words: str) -> Run:
    return Run(id=run_id, step="urge", started=NOON, answers={"say": f"{SECRET} {words}"})


TestLocking = Locking.TestCase
Locking.TestCase.settings = settings(max_examples=15, stateful_step_count=20)
