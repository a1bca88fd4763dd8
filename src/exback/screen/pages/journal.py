"""Show entries of the journal, drawn with rich for a width in columns, or in plain lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import TypeAlias

from rich.console import Group, RenderableType

from exback.engine.journal import STANDS, Entry, Journal
from exback.model.dates import in_words
from exback.model.prose import visible
from exback.screen.rendering import ACCENT, QUIET, Text, beside, in_margin, render
from exback.screen.terminal.sheets import Sheet

QuestionOf: TypeAlias = Callable[[Entry], str]
"""Returns the question of an entry in words."""


def draw_entry(entry: Entry, question_of: QuestionOf, today: date, width: int, *, begins: bool, colour: bool) -> str:
    """Return one entry as text for a width. An entry that `begins` a run has the day and the step above it."""
    parts: list[RenderableType] = []
    if begins:
        parts += [Text.assemble((entry.when(today), "bold"), f"  {visible(entry.title)}"), Text()]
    if above := _above(entry, question_of):
        parts.append(Text(visible(above), style=QUIET))
    row = beside(Text("›", style=ACCENT), Text(words_of(entry, today)))
    return render(in_margin(Group(*parts, row, Text()), width), width, colour=colour)


def entry_sheets(journal: Journal, question_of: QuestionOf, today: date, *, colour: bool) -> list[Sheet]:
    """Return a journal as sheets, one for each entry. The first of a run has the day and the step above it."""
    sheets: list[Sheet] = []
    previous_run = None
    for entry in journal.entries:
        begins = entry.run is not previous_run
        draw = partial(draw_entry, entry, question_of, today, begins=begins, colour=colour)
        sheets.append(Sheet(draw, _searched_text(entry)))
        previous_run = entry.run
    if journal.is_withheld and sheets:
        last, note = sheets[-1], Text(journal.note, style=QUIET)
        sheets[-1] = Sheet(
            lambda width: last.draw(width) + render(in_margin(note, width), width, colour=colour), last.text
        )
    return sheets


def _searched_text(entry: Entry) -> str:
    """Return what a search looks through. A question whose words depend on other answers is left out."""
    question = entry.question.text if entry.question is not None and isinstance(entry.question.text, str) else ""
    return f"{entry.title} {question} {entry.words}"


def plain_entries(entries: Iterable[Entry], question_of: QuestionOf, today: date) -> Iterator[str]:
    """Yield entries as lines to be read aloud, or to be passed on to another program."""
    previous_run = None
    for entry in entries:
        if entry.run is not previous_run:
            yield from ("",) if previous_run is not None else ()
            yield f"{entry.when(today)}, {visible(entry.title)}:"
        previous_run = entry.run
        if above := _above(entry, question_of):
            yield visible(above)
        words = words_of(entry, today)
        yield words if entry.until or entry.has_numbers else f"“{words}”"


def words_of(entry: Entry, today: date) -> str:
    """Return the words of an entry with every character visible or, while they are sealed, until when."""
    return visible(entry.words) if entry.until is None else f"Sealed until {in_words(entry.until, today)}."


def _above(entry: Entry, question_of: QuestionOf) -> str:
    """Return the question and, if the words are not an answer that counts, their state."""
    state = f"({STANDS[entry.state]})" if STANDS[entry.state] else ""
    return " ".join(part for part in (question_of(entry), state) if part)
