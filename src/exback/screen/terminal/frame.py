"""A page above a prompt and the keys below it, in one layout that fills the screen."""

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
from exback.screen.terminal.footer import footer_lines, is_long
from exback.screen.terminal.options import BESIDE_THE_POINTER, lines_under_pointer, offered_options, set_in_lines
from exback.screen.terminal.page import Page

LEAST_COLUMNS = 20


class Frame:
    """Puts a page above a prompt and the keys below it, and adds the keys that every page has."""

    def __init__(self, application: Application[Any], page: Page, field: Field) -> None:
        self.application = application
        self.page = page
        self.field = field
        self._prompt = application.layout.container

    @property
    def view(self) -> View:
        """What is shown."""
        return self.page.view

    def put_up(self, suspend: Callable[[], None], write_elsewhere: Callable[[], None]) -> None:
        """Set the page, the prompt and the keys together, and let them fill the screen; the two are as in `page_keys`."""
        application = self.application
        focused = application.layout.current_window
        application.layout = Layout(
            HSplit([self._top(), self._middle(), self._prompt, Window(), self._foot()]), focused
        )
        for window in application.layout.find_all_windows():
            if window.content is self.field.control:  # an option and what stands under it are seen together
                window.scroll_offsets = ScrollOffsets(bottom=lambda: lines_under_pointer(self.field.control))
        application.full_screen = application.renderer.full_screen = True
        keys = page_keys(self, suspend, write_elsewhere)
        application.key_bindings = merge_key_bindings([one for one in (application.key_bindings, keys) if one])
        application.ttimeoutlen = 0.05  # a lone Escape is no key here; do not wait for its rest
        application.before_render += lambda _: self._fit_options()
        application.key_processor.after_key_press += lambda _: self.field.heed_change()

    # What stands where

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
        """Return the lines that say what couldn't be saved so far."""
        return textwrap.wrap(visible(self.field.unsaved), self._columns() - 2)

    # How much room there is

    def _columns(self) -> int:
        return max(LEAST_COLUMNS, self.application.output.get_size().columns)

    def _rows(self) -> int:
        return self.application.output.get_size().rows

    def page_height(self) -> int:
        """Give the rows that the page gets: all it wants, as long as the input and the keys keep theirs."""
        lines, room = len(self._lines()), self._room(1 + len(self._hints()))
        self.page.scroll_to_question(lines - room)
        self.page.scroll = max(0, min(self.page.scroll, lines - room))
        return min(lines, room)

    def lines_below(self) -> int:
        """Give how many lines of the page lie below what is shown."""
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
            return footer_lines(self._footed, self._columns(), self._rows(), cut=False)
        whole = footer_lines(self._footed, self._columns(), self._rows(), cut=True)
        more = self.page.scroll < len(self._lines()) - self._room(1 + len(whole))
        return footer_lines(self._footed, self._columns(), self._rows(), cut=True, more=more)

    @property
    def _footed(self) -> View:
        """What is shown, as far as the keys at the foot go by it."""
        return structs.replace(self.view, unsaved=self.field.unsaved)

    def _is_cut(self) -> bool:
        """Whether the page is longer than its place, even with the shortest footer."""
        shortest = footer_lines(self._footed, self._columns(), self._rows(), cut=False)
        return len(self._lines()) > self._room(1 + len(shortest))

    def _fit_options(self) -> None:
        if self.field.control is not None:
            room = self._columns() - 2 * MARGIN - BESIDE_THE_POINTER
            set_in_lines(self.field.control, offered_options(self.view), room)


def page_keys(frame: Frame, suspend: Callable[[], None], write_elsewhere: Callable[[], None]) -> KeyBindings:
    """Give the keys of a page. `suspend` puts exback to sleep, `write_elsewhere` opens the person's editor."""
    keys = KeyBindings()
    _ways_out(keys, frame, suspend)
    _ways_to_read(keys, frame)
    _ways_to_answer(keys, frame)
    _ways_to_write(keys, frame, write_elsewhere)
    _no_ways(keys, frame)
    return keys


def _ways_out(keys: KeyBindings, frame: Frame, suspend: Callable[[], None]) -> None:
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
        frame.field.keep_now()
        suspend()


def _ways_to_read(keys: KeyBindings, frame: Frame) -> None:
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


def _ways_to_answer(keys: KeyBindings, frame: Frame) -> None:
    is_confirm = Condition(lambda: isinstance(frame.view.item, Confirm))

    @keys.add("y", eager=True, filter=is_confirm)
    @keys.add("n", eager=True, filter=is_confirm)
    def _(event: KeyPressEvent) -> None:
        frame.field.point_at({"y": "yes", "n": "no"}[event.data])

    for option in frame.view.options:
        if option.key:
            _take_at_once(keys, frame, option.key, option.id)


def _take_at_once(keys: KeyBindings, frame: Frame, key: str, option_id: str) -> None:
    @keys.add(key, eager=True)
    def _(event: KeyPressEvent) -> None:
        frame.field.done(Answer(option_id))


def _ways_to_write(keys: KeyBindings, frame: Frame, write_elsewhere: Callable[[], None]) -> None:
    is_written = Condition(lambda: isinstance(frame.view.item, Text))

    @keys.add("c-d", eager=True)
    def _(event: KeyPressEvent) -> None:
        if is_long(frame.view):
            event.current_buffer.validate_and_handle()

    @keys.add("c-x", "c-e", eager=True, filter=is_written)
    def _(event: KeyPressEvent) -> None:
        frame.field.keep_now()
        write_elsewhere()


def _no_ways(keys: KeyBindings, frame: Frame) -> None:
    """Take away keys of the prompt that would surprise somebody here."""
    is_choices = Condition(lambda: isinstance(frame.view.item, Choices))
    for key in ("a", "i"):  # questionary ticks everything at "a" and turns it all round at "i"
        keys.add(key, eager=True, filter=is_choices)(_nothing)
    # The prompt selects at Ctrl-Space and searches at Ctrl-R and Ctrl-S, and it chokes on a colour code that it takes
    # for a mouse (prompt-toolkit/python-prompt-toolkit#1572).
    for key in ("c-@", "c-r", "c-s", "<vt100-mouse-event>"):
        keys.add(key, eager=True)(_nothing)


def _has_more_to_read(frame: Frame) -> bool:
    """Whether Enter still has something to show before it goes on from a reading."""
    return isinstance(frame.view.item, Reading) and frame.lines_below() > 0


def _stride(frame: Frame) -> int:
    """Give how far a key turns the page: two lines are seen twice, so that nobody loses the place."""
    return max(1, frame.page_height() - 2)


def _nothing(event: KeyPressEvent) -> None:
    return
