"""Everything the person wrote, oldest first, under headings of months and days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from exback.engine.journal import STANDS, Entry, asked
from exback.export.html.elements import Markup, element
from exback.model.dates import MONTHS, WEEKDAYS, in_full
from exback.model.journey import Journey

Say = Callable[[str], str]
"""Returns words as they may be shown: with names shortened, or unchanged."""


def written(entries: Sequence[Entry], journey: Journey, say: Say) -> Iterator[Markup]:
    """Yield a section for each month. The entries are given newest first, as in the journal."""
    runs = [list(of_run) for _, of_run in groupby(entries, key=lambda entry: entry.run.id)]
    for (year, month), in_month in groupby(reversed(runs), key=lambda run: (run[0].day.year, run[0].day.month)):
        head = element("h3", f"{MONTHS[month - 1]} {year}")
        yield element("section", head, (_run(run, journey, say) for run in in_month))


def _run(entries: Sequence[Entry], journey: Journey, say: Say) -> Markup:
    first = entries[0]
    title = f"{WEEKDAYS[first.day.weekday()]} {first.day.day} · {first.title}"
    return element("article", element("h4", title), (part for entry in entries for part in _entry(entry, journey, say)))


def _entry(entry: Entry, journey: Journey, say: Say) -> Iterator[Markup]:
    question, stands = say(asked(entry, journey)), STANDS[entry.state]
    if question or stands:
        yield element("p", " ".join(filter(None, (question, stands and f"({stands})"))), class_="asked", dir="auto")
    if entry.until is not None:
        yield element("p", f"Sealed until {in_full(entry.until)}.", class_="quiet")
    else:
        yield element("blockquote", element("p", say(entry.words), dir="auto"))
