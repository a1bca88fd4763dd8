"""`exback journal`: everything the person wrote, in the pager, as plain lines, or as a list to open entries from."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import structs

from exback.commands.environment import Environment
from exback.commands.output import write_lines
from exback.commands.since import first_day
from exback.console import tell
from exback.engine.journal import Entry, Journal, Query, asked, by_step
from exback.engine.journal import journal as find_entries
from exback.engine.view import Leave, Screen
from exback.errors import ExbackError
from exback.model.items import KINDS
from exback.model.journey import Journey
from exback.model.program import Program
from exback.screen.pages.journal import entry_sheets, plain_entries

if TYPE_CHECKING:
    from exback.commands.journal_browser import Look, Show

TITLE = "Your journal"
ORDERS = ("day", "step")
NOTHING_YET = "There's nothing here yet. You'll find what you write in the steps here."
NOTHING_FOUND = "Nothing you wrote matches that."


def journal(
    environment: Environment, words: list[str], since: str, step: str, kind: str, by: str, *, opens: bool
) -> int:
    """Show the entries that fit, or let the person open them. Return the exit code. Raises ExbackError."""
    with environment.one_screen():
        program, journey = environment.program, environment.journey()
        look = _look(program, _query(program, journey.now, words, since, step, kind), by)
        entries = look(journey)
        if entries.entries and (opens or environment.shows_pages):
            return _browse(environment, look, opens=opens)
    if not entries.entries:
        nothing = NOTHING_FOUND if find_entries(program, journey).entries else NOTHING_YET
        tell(nothing, *([entries.note] if entries.note else []))
        return 0
    lines = plain_entries(entries.entries, lambda entry: asked(entry, journey), journey.today)
    write_lines((*lines, *(("", entries.note) if entries.note else ())))
    return 0


def _query(program: Program, now: datetime, words: list[str], since: str, step: str, kind: str) -> Query:
    day = first_day(since, now, "exback journal") if since else None
    if kind and kind not in KINDS:
        raise ExbackError("There's no such kind of entry.", hint=f"The kinds are: {', '.join(KINDS)}.")
    step_id = program.step(step).id if step else ""
    return Query(words=tuple(words), since=day, step=step_id, kind=kind or None)


def _look(program: Program, query: Query, by: str) -> Look:
    """Return what finds the entries for a query, in one of ORDERS. Raises ExbackError for another order."""
    if by not in ORDERS:
        raise ExbackError("The journal can't be sorted that way.", hint=f"Use --by {' or --by '.join(ORDERS)}")

    def look(journey: Journey) -> Journal:
        entries = find_entries(program, journey, query)
        return entries if by == "day" else structs.replace(entries, entries=by_step(program, entries.entries))

    return look


def _browse(environment: Environment, look: Look, *, opens: bool) -> int:
    from exback.commands.journal_browser import JournalBrowser

    wizard = environment.wizard()
    code = JournalBrowser(wizard, look, None if opens else _pager(wizard.screen)).run()
    environment.tell_the_end(wizard)
    return code


def _pager(screen: Screen) -> Show | None:
    """Return what shows a journal in the pager, at the place where it was left. None if the screen has no pager."""
    from exback.screen.terminal.front import Terminal

    if not isinstance(screen, Terminal):
        return None
    begin = 0

    def show(journal: Journal, journey: Journey) -> tuple[Entry, ...] | Leave:
        nonlocal begin
        colour = not os.environ.get("NO_COLOR")
        sheets = entry_sheets(journal, lambda entry: asked(entry, journey), journey.today, colour=colour)
        place = screen.read(TITLE, sheets, begin=begin)
        if isinstance(place, range):
            begin = place.start
            return journal.entries[place.start : place.stop]
        return place

    return show
