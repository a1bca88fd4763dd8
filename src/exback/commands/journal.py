"""`exback journal`: what the words of the command line ask for, and on which kind of page it is shown."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import structs

from exback.commands.environment import Environment
from exback.commands.output import write
from exback.commands.wizard import INTERRUPTED, Wizard
from exback.console import tell
from exback.engine.journal import asked
from exback.engine.view import Answer, Draft, Event, View
from exback.errors import ExbackError
from exback.model import distress
from exback.model.dates import day_of, in_words
from exback.model.items import Choice, Option
from exback.model.prose import Block, Quote, blocks, inline

if TYPE_CHECKING:
    from datetime import date

    from exback.engine.journal import Entry, Journal, Query
    from exback.engine.view import Leave, Screen
    from exback.model.journey import Journey
    from exback.model.program import Program

TITLE = "Your journal"
ORDERS = ("day", "step")
NOTHING_YET = "There is nothing here yet. What you write in the steps will be found here."
NOTHING_FOUND = "Nothing that you wrote fits what you look for."


def journal(
    environment: Environment, words: list[str], since: str, step: str, kind: str, by: str, *, opens: bool
) -> int:
    """Let somebody read what they wrote. Gives the exit code."""
    environment.heed_keys()
    from exback.engine.journal import journal as look_up

    program = environment.program
    journey = environment.journey(program)
    sought = _sought(program, journey.today, words, since, step, kind)
    look = _in_order(program, sought, by)
    found = look(journey)
    if not found.entries:
        tell(NOTHING_FOUND if look_up(program, journey).entries else NOTHING_YET)
        if found.note:
            tell(found.note)
        return 0
    if opens or environment.shows_pages:
        return _leaf(environment, program, look, opens=opens)
    _print(found, journey)
    return 0


def _sought(program: Program, today: date, words: list[str], since: str, step: str, kind: str) -> Query:
    from exback.engine.journal import Query
    from exback.model.dates import understand
    from exback.model.items import Kind

    try:
        day = understand(since, today) if since else None
    except (ValueError, OverflowError):
        hint = 'Try “three weeks ago”, “12 May” or 2026-05-12, in quotes: exback journal --since "three weeks ago"'
        raise ExbackError("exback can't find the day to begin at.", hint=hint) from None
    if kind and kind not in list(Kind):
        raise ExbackError("There is no such kind of entry.", hint=f"There are: {', '.join(Kind)}.")
    step_id = program.step(step).id if step else ""
    return Query(words=tuple(words), since=day, step=step_id, kind=Kind(kind) if kind else None)


def _in_order(program: Program, sought: Query, by: str) -> Look:
    from msgspec import structs

    from exback.engine.journal import by_step
    from exback.engine.journal import journal as look_up

    if by not in ORDERS:
        raise ExbackError("The journal is not kept in that order.", hint=f"There are: --by {' and --by '.join(ORDERS)}")

    def look(journey: Journey) -> Journal:
        found = look_up(program, journey, sought)
        return found if by == "day" else structs.replace(found, entries=by_step(program, found.entries))

    return look


def _leaf(environment: Environment, program: Program, look: Look, *, opens: bool) -> int:
    from exback.commands.wizard import Wizard

    screen = environment.screen()
    return JournalBrowser(
        Wizard(program, environment.store, screen, environment.clock), look, None if opens else _pages_on(screen)
    ).run()


def _pages_on(screen: Screen) -> Show | None:
    """Give a way to read on a screen that has pages; they are opened again where they were left."""
    from exback.engine.journal import asked
    from exback.screen.pages.journal import entry_sheets
    from exback.screen.terminal.front import Terminal

    if not isinstance(screen, Terminal):
        return None
    begin = 0

    def show(found: Journal, journey: Journey) -> tuple[Entry, ...] | Leave:
        nonlocal begin
        colour = not os.environ.get("NO_COLOR")
        sheets = entry_sheets(found, lambda entry: asked(entry, journey), journey.today, colour=colour)
        turned = screen.read(TITLE, sheets, begin=begin)
        if isinstance(turned, range):
            begin = turned.start
            return found.entries[turned.start : turned.stop]
        return turned

    return show


def _print(found: Journal, journey: Journey) -> None:
    from exback.engine.journal import asked
    from exback.screen.pages.journal import plain_entries

    lines = plain_entries(found.entries, lambda entry: asked(entry, journey), journey.today)
    write("\n".join((*lines, *(("", found.note) if found.note else ()), "")))


TITLE = "Journal"


AT_ONCE = 9


PREVIEW = 50


OLDER, NEWER, BACK = "older", "newer", "back"


CHANGE, DELETE, KEEP = "change", "delete", "keep"


WHY = "Reading back is not for every evening. You can leave at any moment, and nothing is changed by looking."


WARNING = blocks(
    "It goes from your file for good, with half-typed words and what stood there before, and from the backups that exback "
    "keeps. The question counts as skipped.\n\nCopies in a cloud folder, or in a backup of the whole computer, are beyond "
    "exback."
)


Look = Callable[[Journey], Journal]
"""Finds the entries that are wanted, in the order wanted."""


Show = Callable[[Journal, Journey], tuple[Entry, ...] | Leave]
"""Lets somebody read a journal, and gives the entries that they want to open one of, or how they left."""


class JournalBrowser:
    """Somebody with their journal. Without `show` it begins with the list of entries to open."""

    def __init__(self, wizard: Wizard, look: Look, show: Show | None = None) -> None:
        self.wizard = wizard
        self.look = look
        self.show = show

    def run(self) -> int:
        """Let them read and open entries until they leave. Gives the exit code."""
        with self.wizard.screen:
            while True:
                journey = self._journey()
                found = self.look(journey)
                if not found.entries:
                    return 0  # the last one was deleted
                shown = found.entries if self.show is None else self.show(found, journey)
                left = shown if isinstance(shown, Leave) else self._choose(shown)
                if left is not None:
                    return INTERRUPTED if left.interrupted else 0

    def _choose(self, entries: tuple[Entry, ...]) -> Leave | None:
        """Let them choose an entry and do something with it. Gives how they left, if they did."""
        place = 0
        while len(entries) > 1 or self.show is None:
            page = entries[place : place + AT_ONCE]
            match self._ask(self._list(page, before=place > 0, after=place + AT_ONCE < len(entries))):
                case Leave() as left:
                    return left
                case Answer(value) if value in (OLDER, NEWER):
                    place += AT_ONCE if value == OLDER else -AT_ONCE
                case Answer(value) if isinstance(value, str) and value.isdigit() and int(value) < len(page):
                    return self._open(page[int(value)])
                case _:
                    return Leave() if self.show is None else None
        return self._open(entries[0]) if entries else None

    def _open(self, seen: Entry) -> Leave | None:
        """Open an entry as it stands now: another window may have changed it, deleted it, or closed the way to it."""
        entry = next((one for one in self.look(self._journey()).entries if _is_same(one, seen)), None)
        if entry is None:
            return None
        match self._ask(self._page(entry)):
            case Leave() as left:
                return left
            case Answer(value) if value == CHANGE:
                code = self.wizard.change(entry.run, entry.item)
                return Leave(interrupted=code == INTERRUPTED) if code else None
            case Answer(value) if value == DELETE:
                return self._delete(entry)
        return None

    def _delete(self, entry: Entry) -> Leave | None:
        options = (Option(KEEP, "Keep it"), Option(DELETE, "Delete it for good"))
        event = self._ask(_choice("Really delete it?", options, WARNING))
        if event == Answer(DELETE):
            self.wizard.store.forget(entry.run.id, entry.names)
        return event if isinstance(event, Leave) else None

    def _ask(self, view: View) -> Event:
        return self.wizard.screen.ask(view, _keep_nothing)

    def _journey(self) -> Journey:
        return self.wizard.program.journey(self.wizard.store.load().runs, self.wizard.clock())

    # Pages

    def _list(self, page: tuple[Entry, ...], *, before: bool, after: bool) -> View:
        today = day_of(self.wizard.clock())
        options = [
            Option(str(number), _label(entry, today), _preview(entry, today)) for number, entry in enumerate(page)
        ]
        options += [Option(OLDER, "Further ones")] if after else []
        options += [Option(NEWER, "Those before")] if before else []
        return _choice("Which one?", (*options, Option(BACK, "Back")))

    def _page(self, entry: Entry) -> View:
        change = (Option(CHANGE, "Change it", "what it says now is kept too"),) if entry.can_change else ()
        options = (*change, Option(DELETE, "Delete it"), Option(BACK, "Back"))
        view = _choice("What now?", options, tuple(self._body(entry)), _label(entry, day_of(self.wizard.clock())))
        return structs.replace(view, concern=blocks(distress.IN_SHORT) if distress.speaks_of_dying(entry.words) else ())

    def _body(self, entry: Entry) -> Iterator[Block]:
        journey = self._journey()
        if entry.until is not None:
            yield f"You put this by until {in_words(entry.until, journey.today)}. Until then it stays closed."
            return
        yield Quote(entry.words, entry.day, asked(entry, journey))
        for earlier in entry.earlier:
            until = in_words(day_of(earlier.until), journey.today)
            yield Quote(str(earlier.value), None, f"Until {until} it said:")


def _is_same(one: Entry, other: Entry) -> bool:
    return (one.run.id, one.item, one.state) == (other.run.id, other.item, other.state)


def _label(entry: Entry, today: date) -> str:
    return f"{in_words(entry.day, today)}: {entry.title}"


def _preview(entry: Entry, today: date) -> str:
    if entry.until is not None:
        return f"put by until {in_words(entry.until, today)}"
    words = inline(entry.words)
    return words if len(words) <= PREVIEW else f"{words[:PREVIEW].rpartition(' ')[0] or words[:PREVIEW]} …"


def _choice(question: str, options: tuple[Option, ...], body: tuple[Block, ...] = (), place: str = "") -> View:
    item = Choice("journal", question, options=options)
    return View(
        title=TITLE,
        place=place,
        body=body,
        item=item,
        question=question,
        options=options,
        why=blocks(WHY),
        can_back=True,
    )


def _keep_nothing(draft: Draft) -> None:
    """Pages of the journal have no draft."""
