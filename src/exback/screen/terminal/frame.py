"""One full-screen layout of a page, with the prompt below its text, the keys at its foot, and what each key does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from msgspec import structs
from prompt_toolkit.application import Application
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import ANSI, StyleAndTextTuples, to_formatted_text
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.layout import FormattedTextControl, HSplit, Layout, ScrollOffsets, Window

from exback.engine.view import Answer, Back, Leave, View
from exback.model.command_lines import lines_of
from exback.model.items import Choices, Confirm, Reading, Text
from exback.model.prose import visible
from exback.screen.rendering import MARGIN
from exback.screen.terminal.field import Field
from exback.screen.terminal.footer import LEAST_COLUMNS, footer_lines
from exback.screen.terminal.options import BESIDE_THE_POINTER, lines_under_pointer, offered_options, set_in_lines
from exback.screen.terminal.page import Page


class Frame:
    """The layout of one page: header, text, prompt and keys, with the key bindings that every page has."""

    def __init__(self, application: Application[Any], page: Page, field: Field) -> None:
        self.application = application
        self.page = page
        self.field = field
        self._prompt = application.layout.container

    @property
    def view(self) -> View:
        """The page as the session described it."""
        return self.page.view

    def put_up(self, suspend: Callable[[], object], open_editor: Callable[[], object]) -> None:
        """Set this layout and the keys in the prompt's application. The two callables are as in `page_keys`."""
        application = self.application
        focused = application.layout.current_window
        top = Window(FormattedTextControl(self._title), height=lambda: len(self._header()))
        foot = Window(FormattedTextControl(self._footer), height=lambda: 1 + len(self._unsaved()) + len(self._hints()))
        application.layout = Layout(HSplit([top, self._middle(), self._prompt, Window(), foot]), focused)
        for window in application.layout.find_all_windows():
            if window.content is self.field.control:  # keep an option and the lines under it in view together
                window.scroll_offsets = ScrollOffsets(bottom=lambda: lines_under_pointer(self.field.control))
        application.full_screen = application.renderer.full_screen = True
        keys = page_keys(self, suspend, open_editor)
        application.key_bindings = merge_key_bindings([application.key_bindings or KeyBindings(), keys])
        application.ttimeoutlen = 0.05  # no key here is a lone Escape, so don't wait for what may follow it
        application.before_render += lambda _: self._fit_options()
        application.key_processor.after_key_press += lambda _: self.field.schedule_save()

    # The parts of the layout

    def _title(self) -> ANSI:
        return ANSI("\n".join(self._header()))

    def _middle(self) -> Window:
        return Window(
            FormattedTextControl(self._text),
            height=self.page_height,
            get_vertical_scroll=lambda _: self.page.scroll,
            always_hide_cursor=True,
        )

    def _text(self) -> StyleAndTextTuples:
        """Return the text of the page, with the cursor in the line it is scrolled to, since the window follows its cursor.

        Both come from the same lines: the terminal may be resized while a page is being drawn.
        """
        lines = self._lines()
        top = max(0, min(self.page.scroll, len(lines) - 1))
        above, below = "".join(f"{line}\n" for line in lines[:top]), "\n".join(lines[top:])
        return [*to_formatted_text(ANSI(above)), ("[SetCursorPosition]", ""), *to_formatted_text(ANSI(below))]

    def _footer(self) -> StyleAndTextTuples:
        rule, unsaved = "─" * self._columns(), "".join(f" {line}\n" for line in self._unsaved())
        hints = "\n".join(f" {line}" for line in self._hints())
        return [("class:quiet", f"{rule}\n"), ("class:unsaved", unsaved), ("class:quiet", hints)]

    def _unsaved(self) -> list[str]:
        """Return the lines that say what couldn't be saved so far, if anything."""
        return lines_of(visible(self.field.unsaved), self._columns() - 2)

    # The sizes of the parts

    def _columns(self) -> int:
        return max(LEAST_COLUMNS, self.application.output.get_size().columns)

    def _rows(self) -> int:
        return self.application.output.get_size().rows

    def page_height(self) -> int:
        """Return how many rows the page's text gets: all it needs, as long as the input and the keys keep theirs."""
        lines, room = len(self._lines()), self._room(1 + len(self._hints()))
        self.page.scroll_to_question(lines - room)
        self.page.scroll = max(0, min(self.page.scroll, lines - room))
        return min(lines, room)

    def lines_below(self) -> int:
        """Return how many lines of the page are below the ones shown."""
        return len(self._lines()) - self.page.scroll - self.page_height()

    def turn(self, pages: int) -> None:
        """Scroll down, or up, by screens: two lines stay in view, so that no one loses their place."""
        self.page.scroll = max(0, self.page.scroll + pages * max(1, self.page_height() - 2))

    def _room(self, footer: int) -> int:
        wanted = self._prompt.preferred_height(self._columns(), self._rows()).preferred
        taken = len(self._header()) + footer + len(self._unsaved()) + max(1, min(wanted, self._rows() // 2))
        return max(1, self._rows() - taken)

    def _header(self) -> list[str]:
        return self.page.header(self._columns())

    def _lines(self) -> list[str]:
        return self.page.lines(self._columns())

    def _hints(self) -> list[str]:
        view = structs.replace(self.view, unsaved=self.field.unsaved)  # the latest word on what couldn't be saved
        hints = partial(footer_lines, view, self._columns(), self._rows())
        lines, shortest = len(self._lines()), hints(cut=False)
        if lines <= self._room(1 + len(shortest)):
            return shortest
        is_more_below = self.page.scroll < lines - self._room(1 + len(hints(cut=True)))
        return hints(cut=True, more=is_more_below)

    def _fit_options(self) -> None:
        if self.field.control is not None:
            room = self._columns() - 2 * MARGIN - BESIDE_THE_POINTER
            set_in_lines(self.field.control, offered_options(self.view), room)


def page_keys(frame: Frame, suspend: Callable[[], object], open_editor: Callable[[], object]) -> KeyBindings:
    """Return the keys of a page. `suspend` stops exback as Ctrl-Z does, `open_editor` opens the person's editor."""
    keys, field = KeyBindings(), frame.field
    _add_reading_keys(keys, frame)
    _add_answering_keys(keys, frame)
    _disable_prompt_keys(keys, frame)
    keys.add("s-tab", eager=True)(lambda _: field.done(Back()))
    keys.add("c-c", eager=True)(lambda _: field.done(Leave(interrupted=True)))
    keys.add("c-q", eager=True)(lambda _: field.done(Leave(hidden=True)))

    @keys.add("c-z", eager=True)
    def _(event: KeyPressEvent) -> None:
        field.save_now()
        suspend()

    @keys.add("c-x", "c-e", eager=True, filter=Condition(lambda: isinstance(frame.view.item, Text)))
    def _(event: KeyPressEvent) -> None:
        field.save_now()
        open_editor()

    return keys


def _add_reading_keys(keys: KeyBindings, frame: Frame) -> None:
    is_list = Condition(lambda: not frame.field.is_text)
    has_more = Condition(lambda: isinstance(frame.view.item, Reading) and frame.lines_below() > 0)
    keys.add("f1", eager=True)(lambda _: frame.page.turn_help())
    keys.add("?", eager=True, filter=is_list)(lambda _: frame.page.turn_help())
    keys.add("enter", eager=True, filter=has_more)(lambda _: frame.turn(1))
    keys.add("pagedown", eager=True)(lambda _: frame.turn(1))
    keys.add("pageup", eager=True)(lambda _: frame.turn(-1))


def _add_answering_keys(keys: KeyBindings, frame: Frame) -> None:
    is_confirm = Condition(lambda: isinstance(frame.view.item, Confirm))
    keys.add("y", eager=True, filter=is_confirm)(lambda _: frame.field.point_at("yes"))
    keys.add("n", eager=True, filter=is_confirm)(lambda _: frame.field.point_at("no"))
    for option in frame.view.options:
        if option.key:
            answer = partial(frame.field.done, Answer(option.id))
            keys.add(option.key, eager=True)(lambda _, answer=answer: answer())

    @keys.add("c-d", eager=True)
    def _(event: KeyPressEvent) -> None:
        if frame.view.is_long:
            event.current_buffer.validate_and_handle()


def _disable_prompt_keys(keys: KeyBindings, frame: Frame) -> None:
    """Disable keys of the prompt that would surprise people here."""
    is_choices = Condition(lambda: isinstance(frame.view.item, Choices))
    for key in ("a", "i"):  # questionary ticks everything at "a" and inverts every tick at "i"
        keys.add(key, eager=True, filter=is_choices)(lambda _: None)
    # The prompt selects at Ctrl-Space and searches at Ctrl-R and Ctrl-S, and it chokes on a colour code that it takes
    # for a mouse event (prompt-toolkit/python-prompt-toolkit#1572).
    for key in ("c-@", "c-r", "c-s", "<vt100-mouse-event>"):
        keys.add(key, eager=True)(lambda _: None)
