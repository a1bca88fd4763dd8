"""One full-screen layout of a page, with the prompt below its text, the keys at its foot, and what each key does."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any

from msgspec import structs
from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Point
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import ANSI, StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.layout import Dimension, FormattedTextControl, HSplit, Layout, ScrollOffsets, Window

from exback.engine.view import Answer, Back, Leave, View
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

    def put_up(self, suspend: Callable[[], None], open_editor: Callable[[], None]) -> None:
        """Set this layout and the keys in the prompt's application. The two callables are as in `page_keys`."""
        application = self.application
        focused = application.layout.current_window
        application.layout = Layout(
            HSplit([self._top(), self._middle(), self._prompt, Window(), self._foot()]), focused
        )
        for window in application.layout.find_all_windows():
            if window.content is self.field.control:  # keep an option and the lines under it in view together
                window.scroll_offsets = ScrollOffsets(bottom=lambda: lines_under_pointer(self.field.control))
        application.full_screen = application.renderer.full_screen = True
        keys = page_keys(self, suspend, open_editor)
        application.key_bindings = merge_key_bindings(
            [bindings for bindings in (application.key_bindings, keys) if bindings]
        )
        application.ttimeoutlen = 0.05  # no key here is a lone Escape, so don't wait for what may follow it
        application.before_render += lambda _: self._fit_options()
        application.key_processor.after_key_press += lambda _: self.field.schedule_save()

    # The parts of the layout

    def _top(self) -> Window:
        return Window(
            FormattedTextControl(lambda: ANSI("\n".join(self._header()))),
            height=lambda: Dimension.exact(len(self._header())),
        )

    def _middle(self) -> Window:
        return Window(
            FormattedTextControl(
                lambda: ANSI("\n".join(self._lines())),
                # the window follows its cursor, so the cursor is set where the page is scrolled to
                get_cursor_position=lambda: Point(0, self.page.scroll),
            ),
            height=lambda: Dimension.exact(self.page_height()),
            get_vertical_scroll=lambda _: self.page.scroll,
            always_hide_cursor=True,
        )

    def _foot(self) -> Window:
        return Window(
            FormattedTextControl(self._footer),
            height=lambda: Dimension.exact(1 + len(self._unsaved()) + len(self._hints())),
        )

    def _footer(self) -> StyleAndTextTuples:
        rule, unsaved = "─" * self._columns(), "".join(f" {line}\n" for line in self._unsaved())
        hints = "\n".join(f" {line}" for line in self._hints())
        return [("class:quiet", f"{rule}\n"), ("class:unsaved", unsaved), ("class:quiet", hints)]

    def _unsaved(self) -> list[str]:
        """Return the lines that say what couldn't be saved so far, if anything."""
        return textwrap.wrap(visible(self.field.unsaved), self._columns() - 2)

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

    def _room(self, footer: int) -> int:
        wanted = self._prompt.preferred_height(self._columns(), self._rows()).preferred
        taken = len(self._header()) + footer + len(self._unsaved()) + max(1, min(wanted, self._rows() // 2))
        return max(1, self._rows() - taken)

    def _header(self) -> list[str]:
        return self.page.header(self._columns())

    def _lines(self) -> list[str]:
        return self.page.lines(self._columns())

    def _hints(self) -> list[str]:
        if not self._is_cut():
            return footer_lines(self._view_with_unsaved, self._columns(), self._rows(), cut=False)
        whole = footer_lines(self._view_with_unsaved, self._columns(), self._rows(), cut=True)
        more = self.page.scroll < len(self._lines()) - self._room(1 + len(whole))
        return footer_lines(self._view_with_unsaved, self._columns(), self._rows(), cut=True, more=more)

    @property
    def _view_with_unsaved(self) -> View:
        """The page with the latest word on what couldn't be saved, which the keys at the foot depend on."""
        return structs.replace(self.view, unsaved=self.field.unsaved)

    def _is_cut(self) -> bool:
        """Whether the page is longer than its place, even with the shortest footer."""
        shortest = footer_lines(self._view_with_unsaved, self._columns(), self._rows(), cut=False)
        return len(self._lines()) > self._room(1 + len(shortest))

    def _fit_options(self) -> None:
        if self.field.control is not None:
            room = self._columns() - 2 * MARGIN - BESIDE_THE_POINTER
            set_in_lines(self.field.control, offered_options(self.view), room)


def page_keys(frame: Frame, suspend: Callable[[], None], open_editor: Callable[[], None]) -> KeyBindings:
    """Return the keys of a page. `suspend` stops exback as Ctrl-Z does, `open_editor` opens the person's editor."""
    keys = KeyBindings()
    _add_leaving_keys(keys, frame, suspend)
    _add_reading_keys(keys, frame)
    _add_answering_keys(keys, frame)
    _add_writing_keys(keys, frame, open_editor)
    _disable_prompt_keys(keys, frame)
    return keys


def _add_leaving_keys(keys: KeyBindings, frame: Frame, suspend: Callable[[], None]) -> None:
    @keys.add("s-tab", eager=True)
    def _(event: KeyPressEvent) -> None:
        frame.field.done(Back())

    @keys.add("c-c", eager=True)
    def _(event: KeyPressEvent) -> None:
        frame.field.left()

    @keys.add("c-q", eager=True)
    def _(event: KeyPressEvent) -> None:
        frame.field.done(Leave(hidden=True))

    @keys.add("c-z", eager=True)
    def _(event: KeyPressEvent) -> None:
        frame.field.save_now()
        suspend()


def _add_reading_keys(keys: KeyBindings, frame: Frame) -> None:
    @keys.add("f1", eager=True)
    @keys.add("?", eager=True, filter=Condition(lambda: not frame.field.is_text))
    def _(event: KeyPressEvent) -> None:
        frame.page.turn_help()

    @keys.add("enter", eager=True, filter=Condition(lambda: _has_more_to_read(frame)))
    @keys.add("pagedown", eager=True)
    def _(event: KeyPressEvent) -> None:
        frame.page.scroll += _stride(frame)

    @keys.add("pageup", eager=True)
    def _(event: KeyPressEvent) -> None:
        frame.page.scroll = max(0, frame.page.scroll - _stride(frame))


def _add_answering_keys(keys: KeyBindings, frame: Frame) -> None:
    is_confirm = Condition(lambda: isinstance(frame.view.item, Confirm))

    @keys.add("y", eager=True, filter=is_confirm)
    @keys.add("n", eager=True, filter=is_confirm)
    def _(event: KeyPressEvent) -> None:
        frame.field.point_at({"y": "yes", "n": "no"}[event.data])

    for option in frame.view.options:
        if option.key:
            _add_option_key(keys, frame, option.key, option.id)


def _add_option_key(keys: KeyBindings, frame: Frame, key: str, option_id: str) -> None:
    @keys.add(key, eager=True)
    def _(event: KeyPressEvent) -> None:
        frame.field.done(Answer(option_id))


def _add_writing_keys(keys: KeyBindings, frame: Frame, open_editor: Callable[[], None]) -> None:
    is_text = Condition(lambda: isinstance(frame.view.item, Text))

    @keys.add("c-d", eager=True)
    def _(event: KeyPressEvent) -> None:
        if frame.view.is_long:
            event.current_buffer.validate_and_handle()

    @keys.add("c-x", "c-e", eager=True, filter=is_text)
    def _(event: KeyPressEvent) -> None:
        frame.field.save_now()
        open_editor()


def _disable_prompt_keys(keys: KeyBindings, frame: Frame) -> None:
    """Disable keys of the prompt that would surprise people here."""
    is_choices = Condition(lambda: isinstance(frame.view.item, Choices))
    for key in ("a", "i"):  # questionary ticks everything at "a" and inverts every tick at "i"
        keys.add(key, eager=True, filter=is_choices)(_nothing)
    # The prompt selects at Ctrl-Space and searches at Ctrl-R and Ctrl-S, and it chokes on a colour code that it takes
    # for a mouse event (prompt-toolkit/python-prompt-toolkit#1572).
    for key in ("c-@", "c-r", "c-s", "<vt100-mouse-event>"):
        keys.add(key, eager=True)(_nothing)


def _has_more_to_read(frame: Frame) -> bool:
    """Whether Enter still has something to show before it goes on from a reading."""
    return isinstance(frame.view.item, Reading) and frame.lines_below() > 0


def _stride(frame: Frame) -> int:
    """Return how many lines a key scrolls: two lines stay in view, so that no one loses their place."""
    return max(1, frame.page_height() - 2)


def _nothing(event: KeyPressEvent) -> None:
    return
