"""Save a run while it's being written: a save that's refused is remembered, said on the page, and tried again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from exback.engine.session import Session
from exback.engine.view import Draft, Event, Leave, Sheet
from exback.errors import Erased, Locked, StoreError, Uncertain
from exback.model.journey import Journey
from exback.model.run import Run
from exback.store import Store

BRIEF = 1.0
"""Seconds that a page may wait while another exback saves. A save takes a small part of one second."""


class Autosave:
    """Saves one run again and again. `run` is the run as the file holds it now.

    After most refusals the page stays, because the next save may succeed: a disk gets room, a lock is released, a copy is
    restored in another window. Two end it: everything was deleted on purpose, or the file was locked with a passphrase.
    """

    def __init__(self, store: Store, run: Run) -> None:
        self.store = store
        self.saved = run
        self._found = run
        self._has_saved = False
        self.refusal: StoreError | None = None
        self.is_offered = False  # whether the person was asked what to do about this refusal
        self.places: list[str] = []  # files outside exback that hold what isn't saved
        self._sheets: list[Sheet] = []

    def draft(self, run: Run, draft: Draft) -> None:
        """Save a run with what was typed. A text from an editor stays in the editor's file until then."""
        if draft.sheet is not None:
            self._sheets.append(draft.sheet)
        self.save(run, patience=BRIEF)

    def save(self, run: Run, *, patience: float | None = None) -> None:
        """Save a run, and remember whether that was refused. `patience` is as in Store.

        Raises Erased and Locked.
        """
        self._has_saved = True
        try:
            self.store.put(run, patience=patience if self.refusal is None else 0.0)
        except (Erased, Locked):
            raise
        except StoreError as error:
            self.refusal = error
            if isinstance(error, Uncertain):  # it's in the file, and may not stay there
                self.saved = run
            return
        self.saved, self.refusal, self.is_offered = run, None, False
        for sheet in self._sheets:
            sheet.discard()
        self._sheets.clear()
        self.places.clear()

    @property
    def notice(self) -> str:
        """The sentence that the page must show, empty if everything is saved."""
        if self.refusal is None:
            return ""
        return " ".join([f"{self.refusal} exback keeps trying.", *self._elsewhere()])

    def has_nothing_new(self, run: Run) -> bool:
        """Whether only pages were looked at so far, of a new run or of one that was finished."""
        is_as_found = not self._has_saved and _written(run) == _written(self._found)
        return is_as_found and (run.was_finished or run.is_empty)

    def would_lose(self, run: Run) -> bool:
        """Whether a run holds words or answers that the file doesn't, and that couldn't be saved."""
        return self.refusal is not None and _written(run) != _written(self.saved)

    def error(self) -> StoreError:
        """Return the refusal with which exback ends, which says where an editor's text still is."""
        assert self.refusal is not None
        hint = " ".join([self.refusal.hint, *self._elsewhere()])
        return self.refusal.about("your progress file", hint)

    def _elsewhere(self) -> list[str]:
        sheets = [f"What you wrote in your editor is saved in {sheet.place}" for sheet in self._sheets[-1:]]
        return [*sheets, *(f"Your words are in {place}" for place in self.places[-1:])]


def _written(run: Run) -> tuple[object, ...]:
    return run.answers, run.drafts, run.hidden, run.history, run.finished


class Walk:
    """One page of a walk: applies what comes from the screen to the session, and saves.

    `drafted` is the session with what was typed, before any other event.
    """

    def __init__(self, session: Session, clock: Callable[[], datetime], autosave: Autosave) -> None:
        self.session = self.drafted = session
        self.clock = clock
        self.autosave = autosave

    def keep(self, draft: Draft) -> str:
        """Save what is being typed. Return why that can't be done now, empty where it's done."""
        self.session = self.drafted = self.session.apply(draft, self.clock())
        if not self._is_only_read(draft):
            self.autosave.draft(self.session.run, draft)
        return self.autosave.notice

    def on(self, event: Event, news: Journey | None = None) -> Session:
        """Apply an event and save the run, unless nothing was said in it that the file should keep.

        `news` is as in Session.apply.
        """
        self.session = self.session.apply(event, self.clock(), news)
        if not self._is_only_read(event):
            self.autosave.save(self.session.run)
        return self.session

    def _is_only_read(self, event: Event) -> bool:
        """Whether the file stays as it is: always until something is said in a step that was done, and else on leaving.

        Someone who reads on in a step that was never done finds their place again, which an answer that was refused doesn't
        change. What was said too late for a run isn't saved in it.
        """
        session = self.session
        if session.is_given_up:
            return True
        was_done = session.run.was_finished or bool(session.journey.finished(session.step.id))
        return self.autosave.has_nothing_new(session.run) and (
            was_done or isinstance(event, Leave) or bool(session.notice)
        )
