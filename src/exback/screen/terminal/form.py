"""Several questions on one page: the rows above the one that the person is at, that one as a field, and the rows below."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from msgspec import structs
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.layout import Dimension, FormattedTextControl, HSplit, Window

from exback.engine.view import Answer, Back, Event, Row, Skip, View
from exback.model.items import UNANSWERED, Choices, Confirm, Date, Option, OptionsQuestion, Scale, Text
from exback.model.prose import visible
from exback.screen.terminal.fields import POINTER, DateField, Done, TextField, as_id
from exback.screen.terminal.footer import BETWEEN, MORE_ABOVE, MORE_BELOW
from exback.screen.terminal.keyboard import bind
from exback.screen.terminal.options import NEITHER, SKIP, event_of, how_to_choose, offered_options, out_of_sight

GAP = 2
NO_OR_YES = (Option("no", "no"), Option("yes", "yes"))
"""What each row of a question to tick can be turned to."""


class FormField:
    """The rows of a form. `end` ends the page with an answer, `leave` with something else.

    `shown_text` is what is asked, as far as there is room for it below the rows, and `more_text` says where the rest of it is.
    """

    def __init__(
        self,
        view: View,
        end: Callable[[Event], None],
        say: Callable[[str], None],
        leave: Callable[[Event], None],
        clock: Callable[[], datetime],
    ) -> None:
        self._view = view
        self._end_page = end
        self._leave = leave
        self._say = say
        self._goes_to = ""
        self._text_top = sys.maxsize if view.notice else 0  # why an answer was refused is at its end
        here = [row for row in view.rows if row.item == view.item.id]
        begin = view.rows.index(here[0])
        self._above, self._below = view.rows[:begin], view.rows[begin + len(here) :]
        self.columns = Columns(view.rows)
        before = f" {POINTER} {self.columns.before_answer(here[0])}"
        if isinstance(view.item, Date):
            self.inner: TextField | RowsField = DateField(view, self._take, self._refuse, clock, before)
        elif isinstance(view.item, Text | Scale):
            self.inner = TextField(view, self._take, self._refuse, before)
        else:
            self.inner = RowsField(view, here, self.columns, self._take, self._refuse)
        self.window = self.inner.window
        self.is_text = self.inner.is_text
        self.content = self.inner.content
        self.finish = self.inner.finish
        self._shown_above, self._shown_below = len(self._above), len(self._below)
        above = self._rows(lambda: self._above[len(self._above) - self._shown_above :])
        below = self._rows(lambda: self._below[: self._shown_below])
        self.container = HSplit([above, self.inner.container, below])
        self.shown_text: list[str] = []
        self._more = self.more_text = ""
        self.keys = merge_key_bindings([self.inner.keys, self._keys()])

    def hint(self) -> str:
        """Return what is to be said of the option that the person is at."""
        return self.inner.hint() if isinstance(self.inner, RowsField) else ""

    def own_height(self, columns: int, rows: int) -> int:
        """Return how many rows the question takes that the person is at."""
        return self.inner.container.preferred_height(columns, rows).preferred

    def fit(self, columns: int, rows: int, text: list[str]) -> None:
        """Show as much of the text that is asked as there is room for, and as many of the other rows: the nearest ones."""
        self.columns.width = columns
        above, below = len(self._above), len(self._below)
        is_cut = rows < above + below + len(text)
        has_room_to_say_so = is_cut and rows > 1
        rows = max(0, rows - has_room_to_say_so)
        self._text_top = min(self._text_top, max(0, len(text) - rows))
        self.shown_text = text[self._text_top :][:rows]
        rows -= len(self.shown_text)
        self._shown_above = max(0, min(above, max(rows - below, (rows + 1) // 2)))
        self._shown_below = max(0, min(below, rows - self._shown_above))
        more = out_of_sight(above - self._shown_above, below - self._shown_below)
        self._more = BETWEEN.join(more) if has_room_to_say_so else ""
        is_more_below = self._text_top + len(self.shown_text) < len(text)
        more_text = [MORE_BELOW] if is_more_below else [MORE_ABOVE] if self._text_top else []
        self.more_text = BETWEEN.join(more_text if has_room_to_say_so else (*more, *more_text))

    @property
    def other_rows(self) -> int:
        """How many rows there are that the person isn't at."""
        return len(self._above) + len(self._below)

    def more(self) -> str:
        """Return how many rows are out of sight."""
        return self._more

    def hides_above(self) -> bool:
        """Whether the beginning of what is asked is out of sight."""
        return self._text_top > 0

    def _refuse(self, sentence: str) -> None:
        self._say(sentence)
        self._text_top = sys.maxsize

    def turn(self, pages: int) -> None:
        """Go down, or up, in what is asked: one line stays in view, so that no one loses their place."""
        self._text_top = max(0, self._text_top + pages * max(1, len(self.shown_text) - 1))

    def _rows(self, shown: Callable[[], Sequence[Row]]) -> Window:
        """Return a part of the page with rows that the person isn't at."""
        return Window(
            FormattedTextControl(lambda: "\n".join(map(self._line, shown()))),
            height=lambda: len(shown()),
            dont_extend_height=True,
        )

    def _line(self, row: Row) -> str:
        answer = visible(row.answer)
        answers = (f"{answer} · ↑ to change", answer) if row.is_preset and row in self._above else (answer,)
        lines = (f"   {self.columns.before_answer(row, words)}{words}".rstrip() for words in answers)
        return next((line for line in lines if len(line) <= self.columns.width), f"   {row.label}  {answer}")

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()
        bind(keys, ("up",), self._up)
        bind(keys, ("down", "tab"), self._down)
        bind(keys, ("c-d",), self._end)
        return keys

    def _up(self) -> None:
        if not (isinstance(self.inner, RowsField) and self.inner.move(-1)) and self._above:
            self._leave(Back())

    def _down(self) -> None:
        """Go to the row below, with what is in this one as its answer. The last row stays: arrows move, and end nothing."""
        if not (isinstance(self.inner, RowsField) and self.inner.move(1)) and self._below:
            self._goes_to = self._below[0].item
            self.finish()
            self._goes_to = ""

    def _end(self) -> None:
        """Take what is in the field as the last answer on the page."""
        result = self.inner.result()
        self._take(SKIP if result == "" and self._view.can_skip else result, ends_form=True)

    def _take(self, result: object, *, ends_form: bool = False) -> None:
        event = event_of(self._view, result)
        if isinstance(event, Answer | Skip):
            self._end_page(structs.replace(event, ends_form=ends_form, goes_to=self._goes_to))


class Columns:
    """Where labels, hints and answers stand in the rows of a form."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._labels = max((len(row.label) for row in rows if row.hint or row.option), default=0) + GAP
        self._hints = max((len(row.hint) for row in rows), default=0) + GAP
        self.width = sys.maxsize  # columns, as soon as the window is known

    def before_answer(self, row: Row, answer: str = "") -> str:
        """Return what stands in a row before the answer. One that would be cut off stands right behind its label."""
        label = visible(row.label)
        in_column = label.ljust(self._labels) + row.hint.ljust(self._hints)
        has_column = len(label) + GAP <= self._labels and len(f" {POINTER} {in_column}{answer}") <= self.width
        return in_column if has_column else label + " " * GAP


class RowsField:
    """A question to choose from as one row, or a question to tick as rows that each say yes or no."""

    is_text = False

    def __init__(
        self, view: View, rows: Sequence[Row], columns: Columns, done: Done, say: Callable[[str], None]
    ) -> None:
        self._view = view
        self._rows = rows
        self._columns = columns
        self._done = done
        self._say = say
        self._ticks = isinstance(view.item, Choices)
        self._options = NO_OR_YES if self._ticks else _choosable(view)
        answer = next((ids for ids in (view.draft, view.value) if isinstance(ids, list)), None)
        ticked = answer or []
        self._passed = {row.option for row in rows if answer is not None and row.option + UNANSWERED not in ticked}
        self._place = 0
        chosen = next((at for at, option in enumerate(self._options) if option.id == as_id(view.value)), 0)
        self._chosen = [int(row.option in ticked) if self._ticks else chosen for row in rows]
        self.window = Window(
            FormattedTextControl(self._lines, focusable=True, show_cursor=False),
            height=Dimension(min=1, preferred=len(rows), max=len(rows)),
            dont_extend_height=True,
            always_hide_cursor=True,
        )
        self.container = self.window
        self.keys = self._keys()

    def content(self) -> list[str] | None:
        """Return the ids that are ticked and what no one went past, None for a question with one answer."""
        if not self._ticks:
            return None
        return [*self._answers()] if self._passed else []

    def _answers(self) -> Iterator[str]:
        for row, is_ticked in zip(self._rows, self._chosen, strict=True):
            if is_ticked:
                yield row.option
            elif row.option not in self._passed:
                yield row.option + UNANSWERED

    def result(self) -> object:
        """Return the answer as it is now, with the row that the person is at as one they went past."""
        self._pass()
        return self.content() if self._ticks else self._option.id

    @property
    def _option(self) -> Option:
        """What the row that the person is at is turned to."""
        return self._options[self._chosen[self._place]]

    def _pass(self) -> None:
        self._passed.add(self._rows[self._place].option)

    def hint(self) -> str:
        """Return what is to be said of the option that the person is at."""
        here = self._rows[self._place].option if self._ticks else self._option.id
        return next((option.hint for option in self._view.options if option.id == here), "")

    def finish(self) -> None:
        """Go to the next row, or take the answer in the last one."""
        if self.move(1):
            return
        if self._option.label == NEITHER:
            self._say(how_to_choose(self._view))
        else:
            self._done(self.result())

    def move(self, by: int) -> bool:
        """Go to the row below, or above. Return whether there is one in this question."""
        if not 0 <= self._place + by < len(self._rows):
            return False
        if by > 0:
            self._pass()
        self._place += by
        return True

    def _keys(self) -> KeyBindings:
        keys, says_yes = KeyBindings(), self._ticks or isinstance(self._view.item, Confirm)
        bind(keys, (" ", "right"), lambda: self._turn(1))
        bind(keys, ("left",), lambda: self._turn(-1))
        bind(keys, ("y",), lambda: self._say_yes(True), says_yes)
        bind(keys, ("n",), lambda: self._say_yes(False), says_yes)
        bind(keys, ("enter",), self.finish)
        return keys

    def _turn(self, by: int) -> None:
        """Take the next option, or the one before."""
        self._choose((self._chosen[self._place] + by) % len(self._options))

    def _say_yes(self, is_yes: bool) -> None:
        self._choose([option.id for option in self._options].index("yes" if is_yes else "no"))

    def _choose(self, chosen: int) -> None:
        self._chosen[self._place] = chosen
        self._pass()

    def _lines(self) -> StyleAndTextTuples:
        lines: StyleAndTextTuples = []
        for place, row in enumerate(self._rows):
            is_here = place == self._place
            answer = visible(self._options[self._chosen[place]].label)
            lines += [("", "\n")] if lines else []
            # A window too low for all of them shows those around its cursor.
            lines += [("[SetCursorPosition]", ""), ("class:pointer", f" {POINTER} ")] if is_here else [("", "   ")]
            answer = f"← {answer} →" if is_here and not self._ticks else answer
            lines += [("", self._columns.before_answer(row, answer)), ("bold" if is_here else "", answer)]
        return lines


def _choosable(view: View) -> tuple[Option, ...]:
    """Return what a row can be turned to. Enter alone mustn't answer for anyone, unless the question has an answer by itself."""
    options = offered_options(view)
    is_preset = isinstance(view.item, OptionsQuestion) and view.item.preset
    if view.value is None and not is_preset and options[0].label != NEITHER:
        return (Option("", NEITHER), *options)
    return options
