"""Draw a page of a step with rich (header, text and question) as text with colour codes, for a width in columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from msgspec import structs
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule

from exback.engine.view import View
from exback.model.dates import in_minutes, in_words
from exback.model.prose import Block, Quote, Table, one_line
from exback.screen.rendering import ACCENT, QUIET, WARM, Text, beside, in_margin, render
from exback.screen.terminal.footer import KEYS, MORE_ABOVE

EMPTY_LINES = 1
"""How many a page begins with. In a low window they're the first to go."""


class Page:
    """A page that is open: what was drawn for the current width, how far it is scrolled, and whether its help is shown."""

    def __init__(self, view: View, today: date, *, colour: bool) -> None:
        self.view = view
        self.today = today
        self.colour = colour
        self.help_open = False
        self.scroll = 0
        self._place_kept = 0
        self._scrolled_in: tuple[int, int] | None = None
        self._question_line = 0
        self._drawn: dict[tuple[object, ...], list[str]] = {}

    @property
    def is_scrolled(self) -> bool:
        """Whether there is text above what is in sight."""
        return self.scroll > EMPTY_LINES

    def turn_help(self) -> None:
        """Open the help above the page, or close it and go back to the place from before."""
        self.help_open = not self.help_open
        self.scroll, self._place_kept = (0, self.scroll) if self.help_open else (self._place_kept, 0)

    def say(self, notice: str) -> None:
        """Put a notice on the page while it is up."""
        self.view = structs.replace(self.view, notice=notice)
        self._drawn.clear()
        self._scrolled_in = None

    def _once(self, draw: Callable[[], str], *part: object) -> list[str]:
        """Return the lines of a part of the page, which is drawn only once for a width and what else it depends on."""
        if part not in self._drawn:
            self._drawn[part] = draw().rstrip("\n ").split("\n")
        return self._drawn[part]

    def _render(self, drawing: RenderableType, width: int) -> str:
        return render(drawing, width, colour=self.colour)

    def header(self, width: int) -> list[str]:
        """Return the lines that stay at the top: title, place in the step, and a rule, which says so where text is above."""
        more = MORE_ABOVE if self.is_scrolled else ""
        return self._once(lambda: self._render(_header(self.view, width, more), width), "header", width, more)

    def lines(self, width: int) -> list[str]:
        """Return the lines of the page for a width."""
        return self._once(lambda: self._text(width), "text", width, self.help_open)

    def _text(self, width: int) -> str:
        parts: list[RenderableType] = [Text()]
        if self.help_open:
            shown = Group(*self._blocks(self.view.why), *self._blocks((KEYS,), style=QUIET))
            parts += [in_margin(shown, width), Rule(style=QUIET), Text()]
        parts += [in_margin(block, width) for block in self._blocks((*self.view.concern, *self.view.body))]
        above = self._render(Group(*parts), width)
        self._question_line = above.count("\n")
        return above if self.view.rows else above + self._question(width)

    def below_rows(self, width: int, hint: str) -> list[str]:
        """Return what is asked in the row of a form that the person is at: it stands below the rows, so that they stay in place.

        `hint` is what is to be said of the option that they're at.
        """
        return self._once(lambda: f"\n{self._question(width, hint[:1].upper() + hint[1:])}", "below", width, hint)

    def _question(self, width: int, hint: str = "") -> str:
        """Return the question, its note, and why an answer was not taken; an empty text if nothing is asked."""
        view = self.view
        question = [Text(view.question, style="bold"), Text()] if view.question else []
        notice = [Text(one_line(view.notice), style=WARM), Text()] if view.notice else []
        note = (hint, *view.note) if hint else view.note
        parts = [*question, *self._blocks(note, style=QUIET), *notice]
        return self._render(in_margin(Group(*parts), width), width) if parts else ""

    def _blocks(self, body: tuple[Block, ...], style: str = "") -> Iterator[RenderableType]:
        for block in body:
            match block:
                case Quote():
                    yield from _quote(block, self.today)
                case Table():
                    yield _table(block)
                case str():
                    yield from _lines(block, style)
            yield Text()

    def scroll_to_question(self, end: int, window: tuple[int, int]) -> None:
        """Scroll a page that is too long to its question, or to why an answer was refused: those must be seen.

        One that `begins_at_top` isn't scrolled to its question: what it has to say comes first. That is done once for every
        size of `window` and every refusal. `end` is the last line the page can be scrolled to.
        """
        if self.help_open or window == self._scrolled_in:
            return
        self._scrolled_in = window
        if self.view.question:
            first = 1 if self.view.begins_at_top else self._question_line  # the line before it is empty
            self.scroll = max(0, end if self.view.notice else min(end, first))


def place(view: View) -> str:
    """Return how far along a step the page is, in words."""
    minutes = "" if view.minutes is None else f"{in_minutes(view.minutes)} left"
    return " · ".join(part for part in (view.place, minutes) if part)


def _header(view: View, width: int, more: str) -> RenderableType:
    title, right = Text(f" {view.title}", style=ACCENT), Text(place(view), style=QUIET)
    gap = width - title.cell_len - right.cell_len
    if gap < len("   "):
        parts: list[RenderableType] = [Padding(Text(view.title, style=ACCENT), (0, 1)), Padding(right, (0, 1))]
    else:
        parts = [Text.assemble(title, " " * gap, right)]
    return Group(*parts, Rule(Text(more, style=QUIET) if more else "", style=QUIET))


def _lines(prose: str, style: str) -> Iterator[RenderableType]:
    for line in prose.strip().split("\n"):
        if line.startswith("- "):
            yield beside(Text("·", style=style), Text(line[2:], style=style))
        else:
            yield Text(line, style=style)


def _quote(quote: Quote, today: date) -> Iterator[RenderableType]:
    if quote.lead:
        yield Text(quote.lead)
    words = Text(quote.words, style="italic")
    if quote.day is not None:
        words.append(f"\n{in_words(quote.day, today)}", style=f"not italic {QUIET}")
    yield beside(Text("›", style=ACCENT), words)


def _table(table: Table) -> RenderableType:
    from rich.table import Table as Grid  # hardly any page has a table

    drawn = Grid(box=None, padding=(0, 1, 0, 0), show_header=True, header_style=QUIET)
    for head in table.head:
        drawn.add_column(head, overflow="fold")
    for row in table.rows:
        drawn.add_row(*row)
    return drawn
