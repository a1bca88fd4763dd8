"""Entries of the journal, drawn with rich for a width, and the same in plain lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from rich.console import Group, RenderableType
from rich.padding import Padding

from exback.engine.journal import STANDS, Entry, Journal
from exback.model.dates import in_words
from exback.model.prose import visible
from exback.screen.rendering import ACCENT, MARGIN, MEASURE, QUIET, Text, beside, render
from exback.screen.terminal.sheets import Sheet

Asked = Callable[[Entry], str]
"""Gives the question of an entry in words."""


def draw_entry(entry: Entry, asked: Asked, today: date, width: int, *, begins: bool, colour: bool) -> str:
    """Give one entry; one that `begins` a run has the day and the step above it."""
    parts: list[RenderableType] = []
    if begins:
        parts += [Text.assemble((in_words(entry.day, today), "bold"), f"  {visible(entry.title)}"), Text()]
    if above := _above(entry, asked):
        parts.append(Text(visible(above), style=QUIET))
    row = beside(Text("›", style=ACCENT), Text(words_of(entry, today)))
    right = max(MARGIN, width - MEASURE)
    return render(Padding(Group(*parts, row, Text()), (0, right, 0, MARGIN)), width, colour=colour)


def entry_sheets(found: Journal, asked: Asked, today: date, *, colour: bool) -> list[Sheet]:
    """Give a journal as sheets to turn over: one an entry, the first of a run with the day and the step above it."""
    starts = [None, *found.entries]
    sheets = [
        Sheet(
            partial(_drawn, entry, asked, today, begins=before is None or before.run is not entry.run, colour=colour),
            _text(entry),
        )
        for before, entry in zip(starts, found.entries, strict=False)
    ]
    if found.is_withheld and sheets:
        last = sheets[-1]
        sheets[-1] = Sheet(lambda width: last.draw(width) + _closed(found.note, width, colour=colour), last.text)
    return sheets


def _drawn(entry: Entry, asked: Asked, today: date, width: int, *, begins: bool, colour: bool) -> str:
    return draw_entry(entry, asked, today, width, begins=begins, colour=colour)


def _text(entry: Entry) -> str:
    """Give what a search looks through. A question that would first have to be worded is not among it."""
    question = entry.question.text if entry.question is not None and isinstance(entry.question.text, str) else ""
    return f"{entry.title} {question} {entry.words}"


def _closed(note: str, width: int, *, colour: bool) -> str:
    right = max(MARGIN, width - MEASURE)
    return render(Padding(Text(note, style=QUIET), (0, right, 0, MARGIN)), width, colour=colour)


def plain_entries(entries: Iterable[Entry], asked: Asked, today: date) -> Iterator[str]:
    """Give entries as lines to be read aloud, or on into another program."""
    before = None
    for entry in entries:
        if entry.run is not before:
            yield from ("",) if before is not None else ()
            yield f"{in_words(entry.day, today)}, {visible(entry.title)}:"
        before = entry.run
        if above := _above(entry, asked):
            yield visible(above)
        yield words_of(entry, today) if entry.until else f"“{words_of(entry, today)}”"


def words_of(entry: Entry, today: date) -> str:
    """Give what stands there, nothing hidden in it; of words that were put by, until when."""
    return visible(entry.words) if entry.until is None else f"Put by until {in_words(entry.until, today)}."


def _above(entry: Entry, asked: Asked) -> str:
    """Give the question and, where the words are not an answer that counts, how they stand."""
    return " ".join(part for part in (asked(entry), f"({STANDS[entry.state]})" if STANDS[entry.state] else "") if part)
