"""The pages of the journal look and sound as they did when somebody last read them through.

EXBACK_WRITE_SNAPSHOTS=1 writes them anew into tests/journal_pages; read what changed before it is committed. The person in
them is the made-up one, on a Thursday evening.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest
from rich.cells import cell_len
from support.drawing import drawn, lines_of, turned
from support.gallery import Shown
from support.person import ZONE
from support.scripted import Scripted

from exback.commands.journal_browser import JournalBrowser
from exback.commands.wizard import Wizard
from exback.engine.journal import Entry, Journal, Query, asked, by_step, journal
from exback.engine.simulation import live
from exback.engine.view import Answer, Event, Keep, Leave, View
from exback.loader import load, made_up_life
from exback.model.items import Kind
from exback.model.journey import Journey
from exback.screen.pages.journal import entry_sheets, plain_entries
from exback.store import Store

FOLDER = Path(__file__).parents[3] / "journal_pages"
NOW = datetime(2026, 5, 14, 20, tzinfo=ZONE)
WIDTHS = (40, 80, 120)
SHORT = 30
"""So many plain lines show how it sounds."""

SEARCHES = MappingProxyType(
    {
        "newest": Query(),
        "letters": Query(kind=Kind.LETTER),
        "words": Query(words=("SOUP",)),
    }
)
NAMES = (*SEARCHES, "by-step", "found", "list", "entry", "delete")


@cache
def life() -> Journey:
    """Ten weeks of the made-up person."""
    program = load()
    return program.journey(live(program, made_up_life(), NOW), NOW)


def found(sought: Query) -> Journal:
    """What a search finds in them."""
    return journal(load(), life(), sought)


def question(entry: Entry) -> str:
    """The question of an entry."""
    return asked(entry, life())


class Looker(Scripted):
    """Answers what it was told, and keeps the pages."""

    def __init__(self, *answers: object) -> None:
        super().__init__({})
        self.answers = list(answers)

    def ask(self, view: View, keep: Keep) -> Event:
        """Give the next answer, or leave."""
        self.views.append(view)
        return Answer(self.answers.pop(0)) if self.answers else Leave()


def asked_page(home: Path, *answers: object) -> View:
    """The page that comes after answers, on the way into the soup of the second week."""
    program = load()
    store = Store(home)
    for run in life().runs:
        if any("soup" in str(value) for value in run.answers.values()):
            store.put(run)
    screen = Looker(*answers)
    visit = Wizard(program, store, screen, lambda: NOW)
    JournalBrowser(visit, lambda journey: journal(program, journey, SEARCHES["words"])).run()
    return screen.views[-1]


def page(name: str, home: Path) -> str:
    """Give a page in all its forms."""
    return "\n".join(_forms(name, home))


def _forms(name: str, home: Path) -> Iterator[str]:
    if name in ("list", "entry", "delete"):
        view = asked_page(home, *{"list": (), "entry": ("0",), "delete": ("0", "delete")}[name])
        for columns in WIDTHS:
            yield from _form(columns, lines_of(drawn(Shown(view), life().today, columns, 24)))
        return
    told = found(SEARCHES.get(name, Query()))
    if name == "by-step":
        told = Journal(by_step(load(), told.entries))
    keys = ("/", "soup\r") if name == "found" else ()
    for columns in WIDTHS:
        sheets = entry_sheets(told, question, life().today, colour=False)
        yield from _form(columns, lines_of(turned("Your journal", sheets, life().today, columns, keys=keys)))
    yield "plain ".ljust(80, "=")
    yield from list(plain_entries(told.entries, question, life().today))[:SHORT]
    yield ""


def _form(columns: int, lines: list[str]) -> Iterator[str]:
    yield f"{columns} columns ".ljust(columns, "=")
    yield from lines
    yield ""


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_as_it_was_seen_in_review(name: str, home: Path) -> None:
    """At three widths and, where it is read without keys, in plain lines."""
    path = FOLDER / f"{name}.txt"
    shown = page(name, home)
    if os.environ.get("EXBACK_WRITE_SNAPSHOTS"):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


def test_no_snapshot_is_of_a_page_that_is_no_more() -> None:
    """What lies there is what is compared."""
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(NAMES)


@pytest.mark.parametrize("columns", [20, *WIDTHS])
def test_every_line_fits(columns: int) -> None:
    """Nothing of ten weeks is wider than its window."""
    sheets = entry_sheets(found(Query()), question, life().today, colour=False)
    assert all(cell_len(line) <= columns for sheet in sheets for line in sheet.draw(columns).split("\n"))
