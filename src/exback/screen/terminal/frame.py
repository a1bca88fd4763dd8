"""A page on the screen: its header, text, field and keys in one layout that fills the window, and what each key does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from msgspec import structs
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import ANSI, StyleAndTextTuples, to_formatted_text
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.layout import FormattedTextControl, HSplit, Window
from prompt_toolkit.output import Output

from exback.engine.view import Back, Event, Keep, Leave, Secret, View
from exback.model.items import Date, Reading, Scale, Text, Timer
from exback.model.prose import visible
from exback.screen.terminal.application import SessionApplication, Shown
from exback.screen.terminal.drafts import Drafts
from exback.screen.terminal.fields import DateField, TextField
from exback.screen.terminal.footer import LEAST_COLUMNS, LOW, MORE_BELOW, footer_lines
from exback.screen.terminal.keyboard import bind, disabled_keys
from exback.screen.terminal.options import event_of
from exback.screen.terminal.page import EMPTY_LINES, Page

if TYPE_CHECKING:
    from exback.screen.terminal.form import FormField
    from exback.screen.terminal.option_list import OptionList
    from exback.screen.terminal.timer import TimerField

Act = Callable[[], object]
Field: TypeAlias = "TextField | OptionList | TimerField | FormField"


class Frame(Shown):
    """One page on the application's screen. `open_editor` opens the person's editor on what is in the field."""

    def __init__(
        self, application: SessionApplication, page: Page, keep: Keep, open_editor: Act, clock: Callable[[], datetime]
    ) -> None:
        self.page = page
        self._clock = clock
        # After a refusal, too, what was typed ahead was meant for another question.
        self.is_weighty = page.view.is_weighty or bool(page.view.notice)
        self._application = application
        self._output: Output = application.output
        self.list: OptionList | None = None
        self.form: FormField | None = None
        self._is_tight = False
        self._lines_below = 0  # of the text, below those in sight, as of the last page_height
        self._field_rows: int | None = None  # known for as long as nothing is drawn anew, since it's asked for often
        self.field = self._field()
        self.drafts = Drafts(application, self.field.content, keep)
        self.focused = self.field.window
        self.container = self._layout()
        self.keys = merge_key_bindings(
            [disabled_keys(is_text=self.field.is_text), self.field.keys, page_keys(self, application, open_editor)]
        )

    def _field(self) -> Field:
        match self.view.item:
            case _ if self.view.rows:
                from exback.screen.terminal.form import FormField  # few pages ask several questions

                self.form = FormField(self.view, self._end, self._refuse, self.done, self._clock)
                return self.form
            case Timer():
                from exback.screen.terminal.timer import TimerField  # few pages wait

                return TimerField(self.view.item, self._answer)
            case Date():
                return DateField(self.view, self._answer, self._refuse, self._clock)
            case Text() | Scale() | Secret():
                return TextField(self.view, self._answer, self._refuse)
        from exback.screen.terminal.option_list import OptionList  # someone with an urge types a number first

        self.list = OptionList(self.view, self._answer, self._refuse)
        return self.list

    @property
    def view(self) -> View:
        """The page as the session described it."""
        return self.page.view

    # What the application calls

    def begin(self) -> None:
        """Go on trying to save what couldn't be saved so far."""
        self.drafts.begin(self.view.unsaved, was_refused=isinstance(self.view.item, Scale) and bool(self.view.notice))

    def before_render(self) -> None:
        """Fit the options, or the rows of a form, to the window as it is now."""
        self._field_rows = None
        if self.list:
            self.list.fit(self._columns())
            self.list.height = max(1, self._field_room() - len(self._below_field()))
        if self.form:
            self._fit_form(self.form)
            self._field_rows = None

    def after_key(self) -> None:
        """Save what was typed once it has been still for a moment."""
        self.drafts.schedule_save()

    def save(self) -> None:
        """Save what is in the field."""
        self.drafts.save_now()

    def lend(self, borrow: Act) -> None:
        """Save what is in the field, and let something else have the terminal."""
        self.save()
        borrow()

    # What ends the page

    def _answer(self, result: object) -> None:
        self._end(event_of(self.view, result))

    def _end(self, event: Event) -> None:
        self.drafts.end()
        self._application.exit(result=event)

    def _refuse(self, sentence: str) -> None:
        """Say why an answer isn't taken."""
        self._application.forget_typed_ahead()
        self.page.say(sentence)

    def done(self, event: Event) -> None:
        """Save the content, and end the page with an event."""
        self.drafts.save_now()
        self._end(event)

    # The parts of the layout

    def _layout(self) -> HSplit:
        return HSplit(
            [
                _drawn_lines(self._header),
                Window(
                    FormattedTextControl(self._text),
                    height=self.page_height,
                    get_vertical_scroll=lambda _: self.page.scroll,
                    always_hide_cursor=True,
                ),
                _drawn_lines(self._gap, "class:quiet"),
                self.field.container,
                *self._parts_below_field(),
                Window(),
                Window(FormattedTextControl(self._footer), height=self._footer_height),
            ]
        )

    def _text(self) -> StyleAndTextTuples:
        """Return the text of the page, with the cursor in the line it is scrolled to, since the window follows its cursor.

        Both come from the same lines: the terminal may be resized while a page is being drawn.
        """
        lines = self._lines()
        top = max(0, min(self.page.scroll, len(lines) - 1))
        above, below = "".join(f"{line}\n" for line in lines[:top]), "\n".join(lines[top:])
        return [*to_formatted_text(ANSI(above)), ("[SetCursorPosition]", ""), *to_formatted_text(ANSI(below))]

    def _parts_below_field(self) -> Iterator[Window]:
        """Yield what stands below a field that may not fit: a number does, and to draw more takes time."""
        if self.list or self.form or isinstance(self.view.item, Text):
            yield _drawn_lines(self._below_field, "class:quiet")
        form = self.form
        if form is not None:
            yield _drawn_lines(lambda: form.shown_text)

    def _fit_form(self, form: FormField) -> None:
        """Share what a low window has: the row that the person is at comes first, then what it asks, then the other rows."""
        self._is_tight = False
        below, rows = self._below_rows(), max(1, self._rows() - len(self._header()) - self._footer_height())
        own = min(form.own_height(self._columns(), rows), max(1, rows - 1))
        self._is_tight = rows < self.page_height() + 1 + own + form.other_rows + len(below)
        if self._is_tight:
            below = [line for line in below if line.strip()]
        form.fit(self._columns(), rows - own - self.page_height() - len(self._gap()), below)

    def _below_rows(self) -> list[str]:
        return self.page.below_rows(self._columns(), self.form.hint()) if self.form else []

    def _gap(self) -> list[str]:
        """Return the row between the text and the field: empty, or where there is more text; none in a low window."""
        if self._lines_below:
            return [f"   {MORE_BELOW}"]
        return [] if self._is_tight else [""]

    def _below_field(self) -> list[str]:
        """Return what was typed to find an option, and how much is out of sight. Where the person is never is."""
        if self.form:
            return [f"   {self.form.more()}"] if self.form.more() else []
        if self._field_height() == 1:
            return []
        rows = self._field_room()
        more = [self.field.more()] if self._field_height() > rows else []
        return [f"   {line}" for line in (*self._typed(), *more)][: max(0, rows - 1)]

    def _typed(self) -> list[str]:
        return _lines_of(self.list.typed(), self._columns() - 4) if self.list else []

    def _footer(self) -> StyleAndTextTuples:
        more = f" {self.form.more_text} " if self.form and self.form.more_text else ""
        rule = more.center(self._columns(), "─")
        unsaved = "".join(f" {line}\n" for line in self._unsaved())
        hints = "\n".join(f" {line}" for line in self._hints())
        return [("class:quiet", f"{rule}\n"), ("class:unsaved", unsaved), ("class:quiet", hints)]

    def _unsaved(self) -> list[str]:
        """Return the lines that say what couldn't be saved so far, if anything."""
        unsaved = self.drafts.unsaved
        return _lines_of(visible(unsaved), self._columns() - 2) if unsaved else []

    # The sizes of the parts

    def _columns(self) -> int:
        return max(LEAST_COLUMNS, self._output.get_size().columns)

    def _rows(self) -> int:
        return self._output.get_size().rows

    def _footer_height(self) -> int:
        return 1 + len(self._unsaved()) + len(self._hints())

    def page_height(self) -> int:
        """Return how many rows the page's text gets: all it needs, as long as the input and the keys keep theirs."""
        lines, room = len(self._lines()), self._room(1 + len(self._hints()))
        self.page.scroll_to_question(lines - room, self._output.get_size())
        begin = EMPTY_LINES if self._rows() < LOW else 0
        self.page.scroll = max(0, min(max(begin, self.page.scroll), lines - room))
        self._lines_below = max(0, lines - room - self.page.scroll)
        return min(lines, room)

    def has_text_below(self) -> bool:
        """Whether more of the text is below what is in sight, or will be once it's drawn: keys may be typed ahead."""
        self.page_height()
        return self._lines_below > 0

    def turn(self, pages: int) -> None:
        """Scroll down, or up, by screens: two lines stay in view, so that no one loses their place.

        Where the text is at its end, a list goes on by as much as fits, and so does what a form asks.
        """
        field = self.list or self.form
        if self.has_text_below() if pages > 0 else self.page.is_scrolled and not (field and field.hides_above()):
            self.page.scroll = max(0, self.page.scroll + pages * max(1, self.page_height() - 2))
        elif field:
            field.turn(pages)

    def _field_room(self) -> int:
        """Return how many rows are left for the field, and for what is said below it."""
        return self._rows() - len(self._header()) - self.page_height() - 1 - self._footer_height()

    def _field_height(self) -> int:
        """Return how many rows the field would like to have, with what is said below it of what was typed."""
        if self._field_rows is None:
            rows = self.field.container.preferred_height(self._columns(), self._rows()).preferred
            self._field_rows = rows + len(self._below_rows()) + len(self._typed())
        return self._field_rows

    def _room(self, footer: int) -> int:
        field = max(1, min(1 + self._field_height(), self._rows() // 2))
        return max(1, self._rows() - len(self._header()) - footer - len(self._unsaved()) - field)

    def _header(self) -> list[str]:
        return self.page.header(self._columns())

    def _lines(self) -> list[str]:
        lines = self.page.lines(self._columns())
        return lines if not self._is_tight or any(lines) else []

    def _hints(self) -> list[str]:
        view = structs.replace(self.view, unsaved=self.drafts.unsaved)  # the latest word on what couldn't be saved
        hints = partial(footer_lines, view, self._columns(), self._rows())
        lines, shortest = len(self._lines()), hints(cut=False)
        if lines <= self._room(1 + len(shortest)):
            return shortest
        is_more_below = self.page.scroll < lines - self._room(1 + len(hints(cut=True)))
        return hints(cut=True, more=is_more_below)


def _drawn_lines(lines: Callable[[], list[str]], style: str = "") -> Window:
    """Return a part of the page that is as high as the lines it shows."""
    return Window(FormattedTextControl(lambda: ANSI("\n".join(lines()))), height=lambda: len(lines()), style=style)


def page_keys(frame: Frame, application: SessionApplication, open_editor: Act) -> KeyBindings:
    """Return the keys that every page has. `open_editor` is as in Frame."""
    keys = KeyBindings()
    takes_words = Condition(lambda: isinstance(frame.view.item, Text))
    has_more = Condition(lambda: isinstance(frame.view.item, Reading) and frame.has_text_below())
    bind(keys, ("f1", "c-g"), frame.page.turn_help)
    bind(keys, ("?",), frame.page.turn_help, not frame.field.is_text)
    bind(keys, ("enter",), lambda: frame.turn(1), has_more)
    bind(keys, ("pagedown",), lambda: frame.turn(1))
    bind(keys, ("pageup",), lambda: frame.turn(-1))
    bind(keys, ("s-tab",), lambda: frame.done(Back()))
    bind(keys, ("c-c",), lambda: frame.done(Leave(interrupted=True)))
    bind(keys, ("c-q",), lambda: frame.done(Leave(hidden=True)))
    bind(keys, ("c-z",), lambda: frame.lend(application.suspend))
    keys.add("c-x", "c-e", eager=True, filter=takes_words)(lambda _: frame.lend(open_editor))
    return keys


def _lines_of(text: str, width: int) -> list[str]:
    """Return some text in lines of a width, with no command broken: most pages have none of their own to break."""
    from exback.model.command_lines import lines_of

    return lines_of(text, width)
