"""Saving while something is written: which refusals keep the page, and what is done when they are over."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from exback.commands.autosave import Autosave
from exback.engine.view import Draft
from exback.errors import Erased, Gone, Locked, OutOfReach, StoreError, TooNew, Uncertain, Unreadable, Unwritable
from exback.model.run import Run, changed
from exback.store import Store, file_lock

RUN = Run(id="a", step="letter", started=datetime(2026, 3, 2, 12, tzinfo=UTC), cursor="letter")
WORDS = changed(RUN, drafts={"letter": "Dear"})


class Refusing(Store):
    """A store that refuses as it's told, and then saves."""

    def __init__(self, home: Path, *refusals: StoreError) -> None:
        super().__init__(home)
        self.refusals = list(refusals)
        self.waited: list[float | None] = []

    def put(self, run: Run, forget: object = (), *, patience: float | None = None) -> None:
        """Refuse, or save."""
        self.waited.append(patience)
        if self.refusals:
            raise self.refusals.pop(0)
        super().put(run)


class Sheet:
    """A file of an editor that says whether it was discarded."""

    place = "/home/jo/editing/text.txt"
    is_gone = False

    def discard(self) -> None:
        """Be gone."""
        self.is_gone = True


@pytest.mark.fault(65)
@pytest.mark.parametrize("kind", [Unwritable, Uncertain, Unreadable, OutOfReach, TooNew, Gone])
def test_a_refusal_that_may_pass_is_remembered_and_cleared(kind: type[StoreError], home: Path) -> None:
    """It's said with its reason, and no more once a save has succeeded."""
    autosave = Autosave(Refusing(home, kind("The disk is full.", path=home)), RUN)
    autosave.draft(WORDS, Draft("Dear"))
    assert autosave.notice == "The disk is full. exback keeps trying."
    autosave.save(WORDS)
    assert (autosave.notice, autosave.refusal) == ("", None)
    assert Store(home).load().runs == [WORDS]


@pytest.mark.fault(65)
@pytest.mark.parametrize("kind", [Erased, Locked])
def test_what_trying_again_cannot_help_is_raised(kind: type[StoreError], home: Path) -> None:
    """What was deleted on purpose isn't written anew, and a locked file has its own way."""
    with pytest.raises(kind):
        Autosave(Refusing(home, kind("No.", path=home)), RUN).save(WORDS)


@pytest.mark.fault(65)
def test_only_words_that_are_nowhere_would_be_lost(home: Path) -> None:
    """Not the place in a step, and not what is in the file and may not survive a power cut."""
    refused = Unwritable("The disk is full.")
    autosave = Autosave(Refusing(home, refused, refused, Uncertain("Saved, perhaps.")), RUN)
    autosave.save(changed(RUN, cursor="elsewhere"))
    assert not autosave.would_lose(changed(RUN, cursor="elsewhere"))
    autosave.save(WORDS)
    assert autosave.would_lose(WORDS)
    autosave.save(WORDS)
    assert not autosave.would_lose(WORDS)


@pytest.mark.fault(65)
def test_nobody_waits_twice_for_another_exback(home: Path) -> None:
    """A draft waits a moment for the lock, an answer its time; once refused, every try looks and goes on."""
    store = Refusing(home, Unwritable("Held."), Unwritable("Held."))
    autosave = Autosave(store, RUN)
    autosave.draft(WORDS, Draft("Dear"))
    autosave.save(WORDS)
    autosave.save(WORDS)
    autosave.save(WORDS)
    assert store.waited == [1.0, 0.0, 0.0, None]


def test_a_save_without_patience_does_not_wait_for_the_lock(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It's refused at the first look."""
    monkeypatch.setattr("time.sleep", lambda _: pytest.fail("it waited"))
    store = Store(home)
    with file_lock.locked(home), pytest.raises(Unwritable, match="another exback is still saving"):
        store.put(WORDS, patience=0.0)


@pytest.mark.fault(64)
@pytest.mark.parametrize("refused", [Unwritable("Full."), TooNew("Newer."), Locked("Locked."), Uncertain("Perhaps.")])
def test_the_text_of_an_editor_stays_until_it_is_saved(refused: StoreError, home: Path) -> None:
    """Whatever refuses the save: where it is stands in the notice and in the error, and it goes with the first success."""
    sheet = Sheet()
    autosave = Autosave(Refusing(home, refused), RUN)
    try:
        autosave.draft(WORDS, Draft("Dear", sheet))
    except Locked:
        pass
    else:
        assert sheet.place in autosave.notice
        assert sheet.place in autosave.error().hint
    assert not sheet.is_gone
    autosave.save(WORDS)
    assert sheet.is_gone
    assert autosave.notice == ""
