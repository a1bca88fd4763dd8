"""`exback journal`: what the words of the command line ask for, and on which kind of page it is shown."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from exback.commands.environment import Desk
from exback.commands.output import write
from exback.console import tell
from exback.errors import ExbackError

if TYPE_CHECKING:
    from datetime import date

    from exback.engine.journal import Entry, Journal, Sought
    from exback.engine.view import Leave
    from exback.leafing import Look, Show
    from exback.model.journey import Journey
    from exback.model.program import Program
    from exback.screen import Screen

TITLE = "Your journal"
ORDERS = ("day", "step")
NOTHING_YET = "There is nothing here yet. What you write in the steps will be found here."
NOTHING_FOUND = "Nothing that you wrote fits what you look for."


def journal(desk: Desk, words: list[str], since: str, step: str, kind: str, by: str, *, opens: bool) -> int:
    """Let somebody read what they wrote. Gives the exit code."""
    desk.heed_keys()
    from exback.engine.journal import journal as look_up

    program = desk.program
    journey = desk.journey(program)
    sought = _sought(program, journey.today, words, since, step, kind)
    look = _in_order(program, sought, by)
    found = look(journey)
    if not found.entries:
        tell(NOTHING_FOUND if look_up(program, journey).entries else NOTHING_YET)
        if found.note:
            tell(found.note)
        return 0
    if opens or desk.shows_pages:
        return _leaf(desk, program, look, opens=opens)
    _print(found, journey)
    return 0


def _sought(program: Program, today: date, words: list[str], since: str, step: str, kind: str) -> Sought:
    from exback.engine.journal import Sought
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
    return Sought(words=tuple(words), since=day, step=step_id, kind=Kind(kind) if kind else None)


def _in_order(program: Program, sought: Sought, by: str) -> Look:
    from msgspec import structs

    from exback.engine.journal import by_step
    from exback.engine.journal import journal as look_up

    if by not in ORDERS:
        raise ExbackError("The journal is not kept in that order.", hint=f"There are: --by {' and --by '.join(ORDERS)}")

    def look(journey: Journey) -> Journal:
        found = look_up(program, journey, sought)
        return found if by == "day" else structs.replace(found, entries=by_step(program, found.entries))

    return look


def _leaf(desk: Desk, program: Program, look: Look, *, opens: bool) -> int:
    from exback.commands.wizard import Visit
    from exback.leafing import Leafing

    screen = desk.screen()
    return Leafing(Visit(program, desk.store, screen, desk.clock), look, None if opens else _pages_on(screen)).run()


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
