"""Turn a page into sentences that read well aloud, each on a line of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import takewhile

from exback.engine.view import Review, View
from exback.model.dates import MONTHS, count, in_minutes, in_words
from exback.model.items import UNANSWERED, Confirm, Date, Option, Scale, Text, Timer
from exback.model.prose import Block, Quote, Table, flat, one_line, visible
from exback.screen.plain.words import PERSON, Word

INSTEAD = {
    "press Ctrl-Q": f"type {Word.HIDE} and press Enter",
    "Everything is saved, even half a sentence.": "Everything is saved up to the last time you pressed Enter.",
}
"""What pages say of keys and drafts that plain lines don't have, and what is said instead."""
FEW_WORDS = 40
FIRST_WORDS = 25
SAME = "Nothing has changed. Type again to hear all of it."
REST_SAME = "The rest is the same. Type again to hear all of it."
ENDS = (*".!?:;…", ".”", "?”", "!”", "…”", ".)")


def page_lines(
    view: View, today: date, previous: View | None = None, known: tuple[Option, ...] = (), *, whole: bool = False
) -> Iterator[str]:
    """Yield the lines of a page, without what the `previous` page said already and has not changed.

    `known` are the answers that the last review read out. Long answers and drafts are shortened, unless the `whole` text
    is wanted.
    """
    yield from _heading(view, previous)
    if view.notice:
        yield one_line(view.notice)
    yield from plain_blocks((*view.concern, *view.body), today)
    if view.rows and (previous is None or not previous.rows):
        yield from _rows_above(view)
    if view.question:
        yield visible(view.question)
    yield from plain_blocks(view.note, today)
    yield from _numbered_options(view, known)
    yield from current_answer_lines(view, whole=whole)


def _rows_above(view: View) -> Iterator[str]:
    """Yield the answers above the question on a page with several, which stand as they are unless someone goes back."""
    for row in takewhile(lambda row: row.item != view.item.id, view.rows):
        if row.answer:
            yield f"{visible(row.label)}: {visible(row.answer)}. To change it, type back."


def plain_blocks(body: tuple[Block, ...], today: date) -> Iterator[str]:
    """Yield prose as lines to be read aloud."""
    for block in body:
        match block:
            case Quote():
                yield from _quotation(block, today)
            case Table():
                yield from _table_lines(block)
            case str():
                lines = (line.removeprefix("- ").strip() for line in block.split("\n"))
                yield from (visible(with_words(line)) for line in lines if line)


def with_words(text: str) -> str:
    """Return what a page says of a full screen as it is in plain lines."""
    for on_screen, in_lines in INSTEAD.items():
        text = text.replace(on_screen, in_lines)
    return text


def plain_options(view: View) -> tuple[Option, ...]:
    """Return the options that are numbered on a page."""
    if isinstance(view.item, Confirm):
        return (Option("yes", view.item.yes), Option("no", view.item.no))
    return view.options


def draft_of(view: View) -> str | list[str]:
    """Return what was typed or ticked but not yet answered. Text that was just refused doesn't count."""
    if isinstance(view.draft, list):
        return [option_id for option_id in view.draft if not option_id.endswith(UNANSWERED)]
    is_usable = isinstance(view.item, Text | Scale | Date) and not view.notice
    return view.draft if is_usable and view.draft is not None else ""


def in_short(words: str) -> str:
    """Return a person's words on one line. Of long ones only the beginning, and how many words are left out."""
    parts = flat(words).split()
    if len(parts) <= FEW_WORDS:
        return visible(" ".join(parts))
    rest = count(len(parts) - FIRST_WORDS, "word")
    return f"{visible(' '.join(parts[:FIRST_WORDS]))} … and {rest} more"


def stopped(sentence: str) -> str:
    """Return a sentence with a full stop if it has no end, so that a voice pauses after it. An empty line stays empty."""
    return sentence if not sentence or sentence.endswith(ENDS) else f"{sentence}."


def _heading(view: View, previous: View | None) -> Iterator[str]:
    minutes = "" if view.minutes is None else in_minutes(view.minutes)
    if previous is None or (previous.title, previous.place) != (view.title, view.place):
        title = view.title.replace(" · ", ", ")
        titles = f"{title}, {view.place}" if view.place else title
        yield f"{titles}, about {minutes} left." if minutes else f"{titles}."
        if minutes:
            yield PERSON
    elif minutes and view.minutes != previous.minutes:
        yield f"About {minutes} left."


def _quotation(quote: Quote, today: date) -> Iterator[str]:
    """Yield a quotation after who wrote it and when. If it has several lines, a sentence tells the ear where it ends."""
    before = (quote.lead or "You wrote").rstrip(":")
    lead = visible(_dated_lead(before, quote.day, today))
    words = visible(quote.words)
    if "\n" not in words:
        yield stopped(f"{lead} “{words}”")
        return
    yield lead
    yield from (line for line in f"“{words}”".split("\n") if line.strip())
    yield "That's the end of what you wrote."


def _dated_lead(before: str, day: date | None, today: date) -> str:
    """Return what leads to a quotation, with the day on which it was written so that nothing else sounds as if it was then."""
    if day is None:
        return f"{before}:"
    last = before.rpartition(". ")[2]
    # of "You signed this" and "You wrote" the day tells when that was, and needs no sentence of its own
    if last.startswith("You ") and (last.endswith(" this") or last.count(" ") == 1):
        return f"{before} on {in_words(day, today)}:"
    return f"{stopped(before)} You wrote on {in_words(day, today)}:"


def _table_lines(table: Table) -> Iterator[str]:
    for row in table.rows:
        first, *rest = row
        heads = map(_month_in_full, table.head[1:])
        cells = [f"{head}: {cell}" for head, cell in zip(heads, rest, strict=True) if cell.strip()]
        yield stopped(visible(f"{first}. {', '.join(cells)}"))


def _month_in_full(head: str) -> str:
    """Return the head of a column with its month in full: "2 Mar" becomes "2 March". Other heads stay."""
    day, _, month = head.partition(" ")
    full = next((name for name in MONTHS if day.isdigit() and len(month) > 2 and name.startswith(month)), month)
    return f"{day} {full}".strip()


def _numbered_options(view: View, known: tuple[Option, ...]) -> Iterator[str]:
    options = plain_options(view)
    for number, option in enumerate(options, 1):
        if option in known:
            continue
        label = option.label.removesuffix(".") if option.hint else option.label
        hint = in_short(option.hint) if isinstance(view.item, Review) else option.hint
        between = " " if label.endswith(ENDS) else ", " if ":" in label else ": "
        sentence = stopped(visible(f"{number}. {label}{between if hint else ''}{hint}"))
        yield f"{sentence} Or type {option.id}." if option.key else sentence
    if known:
        yield SAME if all(option in known for option in options) else REST_SAME


def current_answer_lines(view: View, *, whole: bool = False) -> Iterator[str]:
    """Yield what is here already: the draft, else the answer from before."""
    if isinstance(view.item, Timer):
        return
    if view.is_long and isinstance(view.draft, str) and view.draft:
        yield from _long_draft(view.draft, whole=whole)
    elif isinstance(view.draft, list) and (drafted := draft_of(view)):
        labels = {option.id: option.label for option in view.options}
        ticked = ", ".join(labels.get(option_id, option_id) for option_id in drafted)
        yield f"You'd chosen: {stopped(visible(ticked))} Enter keeps it."
    elif draft := draft_of(view):
        yield f"You'd written: {stopped(in_short(str(draft)))} Enter keeps it."
    elif view.value is not None:
        answer = str(view.value) if whole and isinstance(view.item, Text) else view.value_text
        yield f"You said: {stopped(visible(answer) if whole else in_short(answer))} Enter keeps it."


def _long_draft(draft: str, *, whole: bool) -> Iterator[str]:
    lines = draft.split("\n")
    if whole or len(flat(draft).split()) <= FEW_WORDS:
        yield "You'd started writing, and it's saved:"
        yield from (visible(line) for line in lines if line.strip())
        yield "Go on writing, or type anew to start again."  # voice: the word to type
        return
    last = next(line for line in reversed(lines) if line.strip())
    yield f"You'd started writing: {count(len(lines), 'line')}, {count(len(draft.split()), 'word')}. It's saved."
    yield f"The last line: {stopped(in_short(last))}"
    yield "Go on writing, type again to hear all of it, or anew to start again."  # voice: the word to type
