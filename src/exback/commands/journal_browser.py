"""Entries of the journal, each to be opened, read, changed or deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from msgspec import Struct, structs

from exback.commands.pages import KEEP, Left, answer_to, page, until_left
from exback.commands.wizard import Wizard
from exback.engine.journal import Entry, Journal, asked
from exback.engine.view import Leave, View
from exback.model.boundaries import standing
from exback.model.dates import day_of, in_words
from exback.model.items import Choice, Option
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.prose import Block, Quote, blocks, shortened

TITLE = "Journal"
AT_ONCE = 9
"""Entries on one page of the list."""
PREVIEW = 50
"""Characters of an entry that the list shows."""
OLDER, NEWER, BACK = "older", "newer", "back"
CHANGE, DELETE = "change", "delete"
WHY = "Reading back is not for every evening. You can leave at any moment, and nothing is changed by looking."
WARNING = blocks(
    "It goes from your file for good, with half-typed words and what stood there before, and from the backups that exback "
    "keeps. The question counts as skipped.\n\nCopies in a cloud folder, or in a backup of the whole computer, are beyond "
    "exback."
)

Look = Callable[[Journey], Journal]
"""Finds the entries that are wanted, in the order wanted."""

Show = Callable[[Journal, Journey], tuple[Entry, ...] | Leave]
"""Shows a journal, and returns the entries that the person wants to open one of, or how they left."""


class JournalBrowser(Struct, frozen=True, eq=False):
    """A person with their journal. Without `show` it begins with the list of entries to open."""

    wizard: Wizard
    look: Look
    show: Show | None = None

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
        place = 0
        while len(entries) > 1 or self.show is None:
            listed = entries[place : place + AT_ONCE]
            view = self._list_page(listed, before=place > 0, after=place + AT_ONCE < len(entries))
            match answer_to(self.wizard.screen, view):
                case value if value in (OLDER, NEWER):
                    place += AT_ONCE if value == OLDER else -AT_ONCE
                case str(value) if value.isdigit() and int(value) < len(listed):
                    return self._open(listed[int(value)])
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
        choice = answer_to(self.wizard.screen, _entry_page(self.wizard.program, entry, journey, closed))
        if choice == CHANGE:
            self.wizard.change(entry.run, entry.item)
        elif choice == DELETE:
            options = (Option(KEEP, "Keep it"), Option(DELETE, "Delete it for good"))
            view = _choice_page("Really delete it?", options, WARNING)
            if answer_to(self.wizard.screen, view) == DELETE:
                self.wizard.store.forget(entry.run.id, entry.names)

    def _list_page(self, entries: tuple[Entry, ...], *, before: bool, after: bool) -> View:
        today = day_of(self.wizard.clock())
        options = [
            Option(str(number), _label(entry, today), _preview(entry, today)) for number, entry in enumerate(entries)
        ]
        options += [Option(OLDER, "Further ones")] if after else []
        options += [Option(NEWER, "Those before")] if before else []
        return _choice_page("Which one?", (*options, Option(BACK, "Back")))


def _entry_page(program: Program, entry: Entry, journey: Journey, closed: str) -> View:
    """Return the page of an entry. `closed` says why it can't be changed, if it can't."""
    can_change = entry.can_change and not closed
    change = (Option(CHANGE, "Change it", "what it says now is kept too"),) if can_change else ()
    options = (*change, Option(DELETE, "Delete it"), Option(BACK, "Back"))
    body = (*_body(entry, journey), *((closed,) if closed else ()))
    view = _choice_page("What now?", options, body, _label(entry, journey.today))
    concern = program.concern_in(entry.words)
    if concern is None:
        return view
    held = [boundary.id for boundary in standing(journey)]
    return structs.replace(view, concern=blocks(concern.help_for(held).in_short))


def _body(entry: Entry, journey: Journey) -> Iterator[Block]:
    if entry.until is not None:
        yield f"You put this by until {in_words(entry.until, journey.today)}. Until then it stays closed."
        return
    yield Quote(entry.words, entry.day, asked(entry, journey))
    for earlier in entry.earlier:
        until = in_words(day_of(earlier.until), journey.today)
        yield Quote(str(earlier.value), None, f"Until {until} it said:")


def _is_same(entry: Entry, other: Entry) -> bool:
    return (entry.run.id, entry.item, entry.state) == (other.run.id, other.item, other.state)


def _label(entry: Entry, today: date) -> str:
    return f"{in_words(entry.day, today)}: {entry.title}"


def _preview(entry: Entry, today: date) -> str:
    if entry.until is not None:
        return f"sealed until {in_words(entry.until, today)}"
    return shortened(entry.words, PREVIEW)


def _choice_page(question: str, options: tuple[Option, ...], body: tuple[Block, ...] = (), place: str = "") -> View:
    return page(TITLE, Choice("journal", question, options=options), place=place, body=body, why=WHY, can_back=True)
