"""Entries of the journal, each to be opened, read, changed or deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial

from msgspec import Struct, structs

from exback.commands.pages import KEEP, Left, chosen, page, until_left
from exback.commands.wizard import TOO_LATE, Wizard
from exback.engine.corrections import can_reopen, why_kept
from exback.engine.journal import Entry, Journal, Query, asked, journal, said_before
from exback.engine.presenter import REVIEW, what_stays
from exback.engine.session import Session
from exback.engine.status import State, StepStatus, status_of
from exback.engine.view import Leave, View
from exback.model.boundaries import standing
from exback.model.dates import day_of, in_words, in_zone
from exback.model.items import Choice, Kind, Option, Question
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.prose import Block, Quote, blocks, shortened

TITLE = "Journal"
AT_ONCE = 9
"""Entries on one page of the list."""
PREVIEW = 50
"""Characters of an entry that the list shows."""
OLDER, NEWER, BACK, BEGIN = "older", "newer", "back", "begin"
CHANGE, ANSWERS, DELETE, WHOLE, REOPEN = "change", "answers", "delete", "whole", "reopen"
WHY = "You don't have to read back today. You can leave at any time, and reading changes nothing."
DELETED = "It's deleted."
BEYOND = "exback can't reach copies in a cloud folder, or in a backup of the whole computer."
WARNING = blocks(
    "This deletes the text for good from your file and from the backups that exback keeps, along with half-typed words and "
    "earlier versions. The question counts as skipped. An entry you've finished stays, even with nothing else in it.\n\n"
    f"{BEYOND}"
)
WHOLE_WARNING = blocks(
    "This deletes the whole entry for good from your file and from the backups that exback keeps, with all its answers and "
    f"words. Days and averages are then counted without it.\n\n{BEYOND}"
)

Look = Callable[[Journey], Journal]
"""Finds the entries that are wanted, in the order wanted."""

Show = Callable[[Journal, Journey], tuple[Entry, ...] | Leave]
"""Shows a journal, and returns the entries that the person wants to open one of, or how they left."""


class JournalBrowser(Struct, frozen=True, eq=False):
    """A person with their journal. Without `show` it begins with the list of entries to open.

    With `of_step`, it's the list of a step's entries, and one that is alone is opened at once, unless there is `begin`: the
    option that begins the step or goes on with it.
    """

    wizard: Wizard
    look: Look
    show: Show | None = None
    begin: Option | None = None
    of_step: bool = False

    def run(self) -> int:
        """Let the person read and open entries until they leave. Return the exit code."""
        with self.wizard.screen:
            return until_left(self._read)

    def _read(self) -> None:
        while True:
            journey = self.wizard.journey()
            journal = self.look(journey)
            if not journal.entries:
                return  # the last one was deleted
            shown = journal.entries if self.show is None else self.show(journal, journey)
            if isinstance(shown, Leave):
                raise Left(shown)
            self._choose(shown)

    def _choose(self, entries: tuple[Entry, ...]) -> None:
        """Ask for an entry, and open it. Raises Left."""
        if self.of_step and self.begin is None and len(entries) == 1:
            self._open(entries[0])
            raise Left(Leave())
        place = 0
        while len(entries) > 1 or self.show is None:
            listed = entries[place : place + AT_ONCE]
            view = self._list_page(listed, before=place > 0, after=place + AT_ONCE < len(entries))
            match self._chosen(view):
                case value if value in (OLDER, NEWER):
                    place += AT_ONCE if value == OLDER else -AT_ONCE
                case str(value) if value.isdigit():
                    return self._open(listed[int(value)])
                case str(value) if self.begin is not None and value == BEGIN:
                    self.wizard.go_on(self.begin.opens)
                    raise Left(Leave())
                case _ if self.show is None:
                    raise Left(Leave())
                case _:
                    return None
        return self._open(entries[0]) if entries else None

    def _open(self, listed: Entry) -> None:
        """Open an entry as it is now: another window may have changed or deleted it, or a boundary may close it since.

        Raises Left.
        """
        journey = self.wizard.journey()
        entry = next((entry for entry in self.look(journey).entries if _is_same(entry, listed)), None)
        if entry is None:
            return
        closed = self.wizard.why_fixed(entry.run)
        match self._chosen(_entry_page(self.wizard.program, entry, journey, closed)):
            case value if value == CHANGE:
                self.wizard.change(entry.run, entry.item or _first_row(entry))
            case value if value == ANSWERS:
                self.wizard.change(entry.run, REVIEW)
            case value if value == REOPEN and not self.wizard.reopen(entry.run):
                self.wizard.last_words[:] = (TOO_LATE,)
            case value if value == DELETE and self._is_sure(WARNING):
                self.wizard.store.forget(entry.run.id, entry.names)
                self.wizard.last_words[:] = (DELETED,)
            case value if value == WHOLE and self._is_sure(WHOLE_WARNING):
                self._delete(entry)

    def _chosen(self, view: View) -> str | None:
        """Ask on a page that begins with what the last one led to, if no page has said that yet. Return as `chosen` does."""
        above = tuple(self.wizard.last_words)
        self.wizard.last_words.clear()
        begins_at_top = view.begins_at_top or bool(above)
        return chosen(self.wizard.screen, structs.replace(view, body=(*above, *view.body), begins_at_top=begins_at_top))

    def _is_sure(self, warning: tuple[Block, ...]) -> bool:
        options = (Option(KEEP, "Keep it"), Option(DELETE, "Delete it for good"))
        return chosen(self.wizard.screen, _choice_page("Really delete it?", options, warning)) == DELETE

    def _delete(self, entry: Entry) -> None:
        """Delete a whole run, unless another window has written meanwhile what it must stay for."""
        journey = self.wizard.journey()
        run = next((run for run in journey.runs if run.id == entry.run.id), None)
        kept = why_kept(self.wizard.program, journey, run) if run is not None else ""
        if run is not None and not kept:
            self.wizard.store.delete(run.id)
        self.wizard.last_words[:] = (kept or DELETED,)

    def _list_page(self, entries: tuple[Entry, ...], *, before: bool, after: bool) -> View:
        today = day_of(self.wizard.clock())
        options = [
            Option(str(number), _label(entry, today), _preview(entry, today)) for number, entry in enumerate(entries)
        ]
        options += [Option(OLDER, "Next entries")] if after else []
        options += [Option(NEWER, "Previous entries")] if before else []
        first = (self.begin,) if self.begin is not None else ()
        return _choice_page("Which entry?", (*first, *options, Option(BACK, "Back")))


def entries_of_step(wizard: Wizard, step_id: str) -> JournalBrowser | None:
    """Return the past entries of a step, also those that were left before the end, None where it opens as it is.

    So does one in which there's nothing but what can be gone on with, one that is there to be read, one that reaches out or
    asks about safety, and an ending: to open it is to take it back.
    """
    program, step = wizard.program, wizard.program.step(step_id)
    if step.reaches_out or step.asks_safety or step.reads_first or program.stage_of(step) is program.endings:
        return None
    journey = wizard.journey()
    status, under_way = status_of(program, journey).step_status(step), journey.unfinished(step.id)
    past = (entry for entry in _one_a_run(program, journey, step.id).entries if entry.run != under_way)
    if status.state == State.WITHHELD or next(past, None) is None:
        return None
    wizard.store.must_take_a_save()
    look = partial(_one_a_run, program, step_id=step.id)
    return JournalBrowser(wizard, look, begin=_begin(status), of_step=True)


def _one_a_run(program: Program, journey: Journey, step_id: str) -> Journal:
    """Return one entry for each run of a step: its numbers or, if it has none, its first words."""
    entries = journal(program, journey, Query(step=step_id)).entries
    numbers = journal(program, journey, Query(step=step_id, kind=Kind.NUMBER)).entries
    by_run = {entry.run.id: entry for entry in (*reversed(entries), *numbers)}
    return Journal(tuple(by_run[run_id] for run_id in dict.fromkeys(entry.run.id for entry in entries)))


def _begin(status: StepStatus) -> Option | None:
    if status.state == State.STARTED:
        return Option(BEGIN, "Go on where you left off", opens=status.step.id)
    return Option(BEGIN, "Start a new one", opens=status.step.id) if status.may_begin else None


def _entry_page(program: Program, entry: Entry, journey: Journey, closed: str) -> View:
    """Return the page of an entry. `closed` says why it can't be changed, if it can't."""
    kept = why_kept(program, journey, entry.run)
    body = (*_body(entry, journey), *((closed,) if closed else ()), *((kept,) if kept and kept != closed else ()))
    options = tuple(_deeds(program, entry, journey, is_closed=bool(closed), is_kept=bool(kept)))
    view = _choice_page("What now?", options, body, _label(entry, journey.today))
    concern = program.concern_in(entry.words)
    if concern is None:
        return view
    held = [boundary.id for boundary in standing(journey)]
    return structs.replace(view, concern=blocks(concern.help_for(held).in_short))


def _deeds(program: Program, entry: Entry, journey: Journey, *, is_closed: bool, is_kept: bool) -> Iterator[Option]:
    """Yield what can be done with an entry."""
    if entry.can_change and not is_closed:
        yield Option(CHANGE, "Change it", "what it says now is saved too")
    if not is_closed and not entry.has_numbers and _has_others(program, entry, journey):
        yield Option(ANSWERS, "Change another answer in this entry")
    if not entry.has_numbers:
        yield Option(DELETE, "Delete this text for good")
    if not is_kept:
        yield Option(WHOLE, "Delete the whole entry for good")
    if entry.step is not None and can_reopen(program, journey, entry.run):
        yield Option(REOPEN, "Reopen it", "if you finished it by mistake")
    yield Option(BACK, "Back")


def _has_others(program: Program, entry: Entry, journey: Journey) -> bool:
    """Whether a finished run that may be shown has another answer than the entry's that can be changed."""
    if entry.step is None or not entry.opens_all or entry.run.finished is None:
        return False
    path = Session.edit(program, entry.step, journey, entry.run).path
    questions = (page for page in path.pages if isinstance(page, Question) and page.id != entry.item)
    return any(path.answers.get(page.id) is None or not what_stays(page, entry.run) for page in questions)


def _first_row(entry: Entry) -> str:
    """Return the first number on the page with all of an entry, if its step has one, else the page that lists its answers."""
    form, dated_by = ({}, ()) if entry.step is None else (entry.step.form, entry.step.dated_by)
    return next((item for item in form if item in entry.run.answers and item not in dated_by), REVIEW)


def _body(entry: Entry, journey: Journey) -> Iterator[Block]:
    if entry.until is not None:
        yield f"You sealed this until {in_words(entry.until, journey.today)}. It stays closed until then."
        return
    if entry.has_numbers:
        yield from entry.words.splitlines()
    else:
        yield Quote(entry.words, entry.day, asked(entry, journey))
    for until, words in said_before(entry, journey):
        yield Quote(words, None, _until(until, journey))


def _until(moment: datetime, journey: Journey) -> str:
    """Return until when something was said: the hour if that was today, by the clock as it is now."""
    moment = in_zone(moment, journey.now.tzinfo)
    if day_of(moment) == journey.today:
        return f"Until {moment:%H:%M} today it said:"
    return f"Until {in_words(day_of(moment), journey.today)} it said:"


def _is_same(entry: Entry, other: Entry) -> bool:
    return (entry.run.id, entry.item, entry.state) == (other.run.id, other.item, other.state)


def _label(entry: Entry, today: date) -> str:
    return f"{entry.when(today)}: {entry.title}"


def _preview(entry: Entry, today: date) -> str:
    if entry.until is not None:
        return f"sealed until {in_words(entry.until, today)}"
    is_form = entry.step is not None and bool(entry.step.form)
    # what was asked last says the most, such as this week's thing and not the one before
    words = entry.words.splitlines()[0 if is_form else -1] if entry.has_numbers else entry.words
    return shortened(words, PREVIEW)


def _choice_page(question: str, options: tuple[Option, ...], body: tuple[Block, ...] = (), place: str = "") -> View:
    return page(TITLE, Choice("journal", question, options=options), place=place, body=body, why=WHY, can_back=True)
