"""Every page in tests/snapshots/, and how each is drawn: in which windows, in ASCII, and in plain lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple, Protocol

from msgspec import structs
from support import demo
from support.drawing import ASCII, drawn, lines_of, turned
from support.gallery import GRAVE, LONG_DRAFT, UNSAFE, Gallery, Shown
from support.lives import LIFE

from exback.commands.journal import TITLE
from exback.engine.journal import Entry, Query, asked, by_step
from exback.engine.journal import journal as find_entries
from exback.engine.presenter import CLOSING, REVIEW, WITHHELD
from exback.model.items import Kind
from exback.model.prose import Table
from exback.screen.pages.journal import entry_sheets, plain_entries

NARROW, WIDE = (40, 80), (40, 80, 120)
"""Columns. Between 80 and 120, most pages gain only longer rules and fewer breaks in the line of keys, so only those are
drawn WIDE that show more: hints beside their options, charts side by side, longer columns, and each kind of key line once.
"""
F1, PAGE_DOWN = "\x1bOP", "\x1b[6~"
FIRST_LINES = 30
LAST_WEEKS = Table(
    ("", "Want them", "Happy without"), (("2 March", "8", "5"), ("9 March", "7", "6"), ("16 March", "7", "7"))
)
"""This many plain lines show how the journal sounds."""


class Form(NamedTuple):
    """One way in which a page is drawn: what the snapshot calls it, its columns, and its lines."""

    title: str
    columns: int
    lines: Sequence[str]


class Page(Protocol):
    """A page of the snapshots, which can be drawn in all its forms."""

    def forms(self, gallery: Gallery) -> Iterator[Form]:
        """Draw the page in each of its forms."""


class Asked(NamedTuple):
    """A page that waits for the person. `find` gets to it."""

    find: Callable[[Gallery], Shown]
    widths: Sequence[int] = NARROW
    in_ascii: bool = False

    def forms(self, gallery: Gallery) -> Iterator[Form]:
        """Draw it in each window, and say it in plain lines."""
        for columns in self.widths:
            yield _in_window(columns, self.lines(gallery, columns))
        if self.in_ascii:
            lines = lines_of(drawn(self.shown(gallery), gallery.today, 80, ASCII))
            yield Form("80 columns, ASCII alone", 80, lines)
        yield _plain(gallery.heard(self.shown(gallery)).strip("\n").split("\n"))

    def shown(self, gallery: Gallery) -> Shown:
        """Return the page, to which the gallery goes only once."""
        return _found(self, gallery)

    def lines(self, gallery: Gallery, columns: int) -> list[str]:
        """Return the lines of a window with the page in it, which is drawn only once."""
        return _drawn_lines(self, gallery, columns)


@cache
def _found(page: Asked, gallery: Gallery) -> Shown:
    return page.find(gallery)


@cache
def _drawn_lines(page: Asked, gallery: Gallery, columns: int) -> list[str]:
    return lines_of(drawn(page.shown(gallery), gallery.today, columns))


class Printed(NamedTuple):
    """What a command prints that asks nothing. `days` of the ten weeks were lived; without it, the gallery's person looks."""

    words: tuple[str, ...]
    days: int | None = None
    widths: Sequence[int] = WIDE

    def forms(self, gallery: Gallery) -> Iterator[Form]:
        """Print it in each window, and in plain lines."""
        for columns in self.widths:
            lines = gallery.printed(columns, *self.words, days=self.days).split("\n")
            yield _in_window(columns, [line.rstrip() for line in lines])
        yield _plain(gallery.printed(80, *self.words, "--plain", days=self.days).split("\n"))


class Leafed(NamedTuple):
    """The journal of the demo's ten weeks in the pager, after some keys were pressed."""

    query: Query = Query()
    by_step: bool = False
    keys: tuple[str, ...] = ()

    def forms(self, gallery: Gallery) -> Iterator[Form]:
        """Show it in each window, and say the first entries in plain lines."""
        journey = demo.journey()
        journal = find_entries(demo.program(), journey, self.query)
        if self.by_step:
            journal = structs.replace(journal, entries=by_step(demo.program(), journal.entries))

        def question(entry: Entry) -> str:
            return asked(entry, journey)

        sheets = entry_sheets(journal, question, journey.today, colour=False)
        for columns in NARROW:
            yield _in_window(columns, lines_of(turned(TITLE, sheets, journey.today, columns, keys=self.keys)))
        yield _plain([*plain_entries(journal.entries, question, journey.today)][:FIRST_LINES])


class Spoken(NamedTuple):
    """A whole step in plain lines, and what is typed in it."""

    step: str
    typed: tuple[str, ...]

    def forms(self, gallery: Gallery) -> Iterator[Form]:
        """Say all of it."""
        yield _plain(gallery.conversation(self.step, self.typed).strip("\n").split("\n"))


ASKED: Mapping[str, Asked] = MappingProxyType(
    {
        "first-page": Asked(lambda of: Shown(of.first_page())),
        "welcome": Asked(lambda of: Shown(of.welcome(1))),
        "day": Asked(lambda of: Shown(of.day())),
        "map": Asked(lambda of: Shown(of.map())),
        "reading": Asked(lambda of: Shown(of.page("contact-rule", "about-rules")), WIDE),
        "reading-longer-than-the-screen": Asked(
            lambda of: Shown(of.page("your-story", "before-safety"), keys=(PAGE_DOWN,), rows=16)
        ),
        "text": Asked(lambda of: Shown(of.page("your-story", "name"))),
        "text-half-typed": Asked(
            lambda of: Shown(of.page("the-whole-story", "wish", draft="To sleep a whole ni")), WIDE
        ),
        "long-text": Asked(lambda of: Shown(of.page("the-whole-story", "reasons")), WIDE),
        "long-text-begun": Asked(lambda of: Shown(of.page("the-whole-story", "reasons", draft=LONG_DRAFT))),
        "choice": Asked(lambda of: Shown(of.page("the-whole-story", "together"))),
        "choice-with-hints": Asked(lambda of: Shown(of.page("contact-rule", "length")), WIDE, in_ascii=True),
        "choices": Asked(lambda of: Shown(of.page("the-whole-story", "causes")), WIDE),
        "scale": Asked(lambda of: Shown(of.page("check-in", "mood"))),
        "yes-or-no": Asked(lambda of: Shown(of.page("your-story", "afraid-of-them"))),
        "date": Asked(lambda of: Shown(of.page("your-story", "ended"))),
        "breath": Asked(lambda of: Shown(of.page("urge", "breath"), typed=("",))),
        "wait": Asked(lambda of: Shown(of.page("urge", "wait", {**LIFE["urge"], "now-what": "wait"}), typed=("",))),
        "quotations": Asked(lambda of: Shown(of.page("urge", "plans")), in_ascii=True),
        "review": Asked(lambda of: Shown(of.page("your-story", REVIEW)), WIDE),
        "closing": Asked(lambda of: Shown(of.page("urge", CLOSING))),
        "table": Asked(lambda of: Shown(of.page("two-questions", "without", body=(LAST_WEEKS,)))),
        "concern": Asked(lambda of: Shown(of.page("the-whole-story", "causes", GRAVE))),
        "withheld": Asked(lambda of: Shown(of.page("their-side", WITHHELD, UNSAFE))),
        "help": Asked(lambda of: Shown(of.page("your-story", "who-ended"), keys=(F1,), typed=("help",)), WIDE),
        "answered-before": Asked(
            lambda of: Shown(of.page("your-story", "who-ended", value="faded", value_text="It faded"))
        ),
        "refused": Asked(
            lambda of: Shown(
                of.refused("your-story", "ended", "31 februember"),
                typed=("31 februember",),
                before=of.page("your-story", "ended"),
            )
        ),
        "reset": Asked(lambda of: Shown(of.reset())),
        "journal-list": Asked(lambda of: of.journal(), WIDE),
        "journal-entry": Asked(lambda of: of.journal("0")),
        "journal-delete": Asked(lambda of: of.journal("0", "delete")),
    }
)
"""The pages that wait for the person, each with the way to it."""

PRINTED: Mapping[str, Printed] = MappingProxyType(
    {
        "step": Printed(("step",)),
        "status": Printed(("status",)),
        "status-new": Printed(("status",), days=0, widths=NARROW),
        "status-first-days": Printed(("status",), days=3, widths=NARROW),
        "status-twelve-days": Printed(("status",), days=12, widths=NARROW),
        "status-ten-weeks": Printed(("status",), days=70),
        "insights-new": Printed(("insights",), days=0, widths=NARROW),
        "insights-first-days": Printed(("insights",), days=3, widths=NARROW),
        "insights-twelve-days": Printed(("insights",), days=12, widths=NARROW),
        "insights-ten-weeks": Printed(("insights",), days=70, widths=NARROW),
    }
)
"""What commands print that ask nothing."""

JOURNAL: Mapping[str, Leafed] = MappingProxyType(
    {
        "journal": Leafed(),
        "journal-letters": Leafed(Query(kind=Kind.LETTER)),
        "journal-words": Leafed(Query(words=("SOUP",))),
        "journal-by-step": Leafed(by_step=True),
        "journal-search": Leafed(keys=("/", "soup\r")),
    }
)
"""The journal in the pager."""

SPOKEN: Mapping[str, Spoken] = MappingProxyType(
    {
        "spoken-urge": Spoken(
            "urge",
            (
                *("8", "1", "", "", "", "again", "2"),
                *("You never came home.", "I waited with the soup.", "", "help", "I am still angry.", "."),
                *("12", "4", "back", "", "maybe", "no", ""),
            ),
        ),
        "spoken-your-story": Spoken(
            "your-story",
            (
                *("J.", "?", "9", "4", "yesterweek", "three weeks ago", "back", "", "0"),
                *("", "n", "no", "2", "n", "", ""),
            ),
        ),
    }
)
"""Whole steps in plain lines."""

PAGES: Mapping[str, Page] = MappingProxyType({**ASKED, **PRINTED, **JOURNAL, **SPOKEN})
"""Every page by the name of its snapshot."""


def _in_window(columns: int, lines: Sequence[str]) -> Form:
    return Form(f"{columns} columns", columns, lines)


def _plain(lines: Sequence[str]) -> Form:
    return Form("plain", 80, lines)
