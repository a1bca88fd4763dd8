"""A page above a prompt and the keys below it, in one layout that fills the screen."""

from __future__ import annotations

import asyncio
import signal
import sys
import textwrap
from collections.abc import Callable
from datetime import date
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Point
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import ANSI, StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.layout import (
    Dimension,
    FormattedTextControl,
    HSplit,
    Layout,
    ScrollOffsets,
    Window,
)
from questionary.prompts.common import InquirerControl

from exback.errors import ExbackError
from exback.items import Choice, Choices, Confirm, Date, Item, Option, Question, Reading, Scale, Text, Timer
from exback.prose import visible
from exback.screen.page import MARGIN, draw_body, draw_header
from exback.screen.protocol import STILL, Keep
from exback.view import Back, Draft, Event, Leave, Review, View

SKIP = "skip this one"
FINISH = "All right, finish"
GO_ON = "Go on"
NEITHER = "…"
GAP = 3
NARROW = 60
SIGNALLED = 128  # what a shell adds to the number of the signal that ended a program


class Page:
    """The drawn page, kept for one width, and how far it is scrolled."""

    def __init__(self, view: View, today: date, *, colour: bool) -> None:
        self.view = view
        self.today = today
        self.colour = colour
        self.help_open = False
        self.scroll = 0
        self._placed = False
        self._drawn: tuple[tuple[int, bool], list[str]] = ((0, False), [])

    def lines(self, width: int) -> list[str]:
        """Give the page for a width, drawn again only when that or the help has changed."""
        wanted = (width, self.help_open)
        if self._drawn[0] != wanted:
            text = draw_body(self.view, self.today, width, colour=self.colour, help_open=self.help_open)
            self._drawn = (wanted, text.rstrip("\n ").split("\n") + self._air())
        return self._drawn[1]

    def _air(self) -> list[str]:
        """Give the empty line above a field; above a list the prompt brings its own."""
        return [""] if isinstance(self.view.item, Text | Scale | Date) else []

    def header(self, width: int) -> list[str]:
        """Give the lines that stay at the top when the page is scrolled."""
        return draw_header(self.view, width, colour=self.colour).removesuffix("\n").split("\n")

    def scroll_to_question(self, end: int, *, asks: bool) -> None:
        """Begin a long page at its end when it asks something: the question must be seen, the rest can be."""
        if asks and not self._placed and not self.help_open:
            self.scroll = max(0, end)
        self._placed = True


class Frame:
    """Puts a page above a prompt and the keys below it, and adds the keys that every page has."""

    def __init__(
        self, application: Application[Any], page: Page, view: View, keep: Keep, suspend: Callable[[], None]
    ) -> None:
        self.application = application
        self.page = page
        self.view = view
        self.keep = keep
        self.suspend = suspend
        self.prompt = application.layout.container
        self.control = next((c for c in application.layout.find_all_controls() if isinstance(c, InquirerControl)), None)
        self.is_text = isinstance(view.item, Text | Scale | Date)
        self.buffer = application.current_buffer  # another one is current while a search is open
        self.kept = self._standing()
        self.waiting: asyncio.TimerHandle | None = None

    def put_up(self) -> None:
        """Set the page, the prompt and the keys together, and let the prompt fill the screen."""
        focused = self.application.layout.current_window
        header = Window(
            FormattedTextControl(lambda: ANSI("\n".join(self._header()))),
            height=lambda: Dimension.exact(len(self._header())),
        )
        page = Window(
            FormattedTextControl(
                lambda: ANSI("\n".join(self._lines())),
                # the window follows its cursor, so the cursor is set where the page is scrolled to
                get_cursor_position=lambda: Point(0, self.page.scroll),
            ),
            height=lambda: Dimension.exact(self._page_height()),
            get_vertical_scroll=lambda _: self.page.scroll,
            always_hide_cursor=True,
        )
        footer = Window(
            FormattedTextControl(self._footer),
            height=lambda: Dimension.exact(self._footer_height()),
        )
        self.application.layout = Layout(HSplit([header, page, self.prompt, Window(), footer]), focused)
        for window in self.application.layout.find_all_windows():
            if window.content is self.control:  # an option and what stands under it are seen together
                window.scroll_offsets = ScrollOffsets(bottom=self._lines_under_pointer)
        self.application.full_screen = self.application.renderer.full_screen = True
        self.application.key_bindings = merge_key_bindings(
            [bindings for bindings in (self.application.key_bindings, self._keys()) if bindings]
        )
        self.application.pre_run_callables.append(self._heed_signals)
        self.application.ttimeoutlen = 0.05  # a lone Escape is no key here; do not wait for its rest
        self.application.before_render += lambda _: self._fit_options()
        self.application.key_processor.after_key_press += lambda _: self._notice_change()

    # Drawing

    def _columns(self) -> int:
        return max(20, self.application.output.get_size().columns)

    def _rows(self) -> int:
        return self.application.output.get_size().rows

    def _page_height(self) -> int:
        """Give the rows that the page gets: all it wants, as long as the input and the keys keep theirs."""
        lines, room = len(self._lines()), self._room(self._footer_height())
        self.page.scroll_to_question(lines - room, asks=isinstance(self.view.item, Question | Review))
        self.page.scroll = max(0, min(self.page.scroll, lines - room))
        return min(lines, room)

    def _room(self, footer: int) -> int:
        wanted = self.prompt.preferred_height(self._columns(), self._rows()).preferred
        taken = len(self._header()) + footer + max(1, min(wanted, self._rows() // 2))
        return max(1, self._rows() - taken)

    def _header(self) -> list[str]:
        return self.page.header(self._columns())

    def _lines(self) -> list[str]:
        return self.page.lines(self._columns())

    def _footer(self) -> StyleAndTextTuples:
        lines = [f" {line}" for line in self._hint_lines(cut=self._is_cut())]
        return [("class:quiet", "\n".join(["─" * self._columns(), *lines]))]

    def _footer_height(self) -> int:
        return 1 + len(self._hint_lines(cut=self._is_cut()))

    def _is_cut(self) -> bool:
        """Whether the page is longer than its place, even with the shortest footer."""
        return len(self._lines()) > self._room(1 + len(self._hint_lines(cut=False)))

    def _hint_lines(self, *, cut: bool) -> list[str]:
        return _broken(self._hints(cut=cut), self._columns() - 2)

    def _hints(self, *, cut: bool) -> list[str]:
        how = _HOW.get(type(self.view.item))
        hints = [how(self.view) if how else "Enter go on"]
        if self.view.can_skip and self.is_text:
            hints.append("empty skips")
        if self.view.can_back:
            hints.append("Shift-Tab back")
        narrow = self._columns() < NARROW
        if cut:
            hints.append("PgDn PgUp" if narrow else "PgDn PgUp the whole page")
        why = isinstance(self.view.item, Question) and not narrow
        hints.append("F1 why we ask" if why else "F1 why")
        hints.append("Ctrl-C leave, all is saved")
        return hints if self.view.minutes is None else [*hints, "need a person: exback crisis"]

    def _fit_options(self) -> None:
        """Wrap the options to the screen, the hint beside the label where both fit, else under it."""
        if self.control is None:
            return
        options = {option.id: option for option in self._options()}
        shown = [(choice, options[str(choice.value)]) for choice in self.control.choices]
        room = self._columns() - 2 * MARGIN - 4
        widest = max((len(option.label) for _, option in shown), default=0) + GAP
        beside = all(widest + len(option.hint) <= room for _, option in shown)
        for choice, option in shown:
            choice.title = _label(option, room, widest if beside else None)  # type: ignore[assignment]  # tokens

    def _lines_under_pointer(self) -> int:
        """Give the lines that belong to the option pointed at, below its first."""
        title = self.control.get_pointed_at().title if self.control else ""
        return sum(part[1].count("\n") for part in title) if isinstance(title, list) else 0

    def _options(self) -> tuple[Option, ...]:
        return self.view.options if isinstance(self.view.item, Choices) else offered_options(self.view)

    # Keys

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()
        self._add_ways_out(keys)
        self._add_ways_to_read(keys)
        self._add_ways_to_answer(keys)
        return keys

    def _add_ways_out(self, keys: KeyBindings) -> None:
        @keys.add("s-tab", eager=True)
        def _(event: KeyPressEvent) -> None:
            self._done(Back())

        @keys.add("c-c", eager=True)
        @keys.add("c-q", eager=True)
        @keys.add("<sigint>", eager=True)
        def _(event: KeyPressEvent) -> None:
            self._done(Leave(interrupted=True))

        @keys.add("c-z", eager=True)
        def _(event: KeyPressEvent) -> None:
            self.suspend()

    def _add_ways_to_read(self, keys: KeyBindings) -> None:
        @keys.add("f1", eager=True)
        @keys.add("?", eager=True, filter=Condition(lambda: not self.is_text))
        def _(event: KeyPressEvent) -> None:
            self.page.help_open = not self.page.help_open
            self.page.scroll = 0

        @keys.add("enter", eager=True, filter=Condition(self._has_more_to_read))
        @keys.add("pagedown", eager=True)
        def _(event: KeyPressEvent) -> None:
            self.page.scroll += max(1, self._page_height() - 2)

        @keys.add("pageup", eager=True)
        def _(event: KeyPressEvent) -> None:
            self.page.scroll = max(0, self.page.scroll - max(1, self._page_height() - 2))

    def _add_ways_to_answer(self, keys: KeyBindings) -> None:
        is_confirm = Condition(lambda: isinstance(self.view.item, Confirm))
        is_choices = Condition(lambda: isinstance(self.view.item, Choices))

        @keys.add("c-d", eager=True)
        def _(event: KeyPressEvent) -> None:
            if is_long(self.view):
                event.current_buffer.validate_and_handle()

        @keys.add("y", eager=True, filter=is_confirm)
        @keys.add("n", eager=True, filter=is_confirm)
        def _(event: KeyPressEvent) -> None:
            self._point_at({"y": "yes", "n": "no"}[event.data])

        @keys.add("a", eager=True, filter=is_choices)
        @keys.add("i", eager=True, filter=is_choices)
        def _(event: KeyPressEvent) -> None:
            """Stop questionary from ticking everything at "a" and turning it all round at "i"."""

        @keys.add("c-@", eager=True)
        @keys.add("c-r", eager=True)
        @keys.add("c-s", eager=True)
        @keys.add("<vt100-mouse-event>", eager=True)
        def _(event: KeyPressEvent) -> None:
            """Stop the prompt from selecting, searching, or choking on a colour code that it takes for a mouse."""

    def _has_more_to_read(self) -> bool:
        """Whether Enter still has something to show before it goes on from a reading."""
        return isinstance(self.view.item, Reading) and self._below() > 0

    def _below(self) -> int:
        """Give how many lines of the page lie below what is shown."""
        return len(self._lines()) - self.page.scroll - self._page_height()

    def _point_at(self, option_id: str) -> None:
        if self.control is not None:
            ids = [choice.value for choice in self.control.choices]
            self.control.pointed_at = ids.index(option_id)

    def _heed_signals(self) -> None:
        """Save inside the handler: when a window was closed, all that comes after it may fail."""
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None and sys.platform != "win32":
                asyncio.get_running_loop().add_signal_handler(number, self._ended, SIGNALLED + number)

    def _ended(self, code: int) -> None:
        self._keep_now()
        if not self.application.is_done:
            self.application.exit(exception=SystemExit(code))

    def _done(self, event: Event) -> None:
        self._keep_now()
        if not self.application.is_done:
            self.application.exit(result=event)

    # Drafts

    def _standing(self) -> str | list[str] | None:
        """Give what stands in the field now; None where there is nothing to lose."""
        if self.is_text:
            return self.buffer.text
        if isinstance(self.view.item, Choices) and self.control is not None:
            return [str(choice.value) for choice in self.control.get_selected_values()]
        return None

    def _notice_change(self) -> None:
        if self._standing() == self.kept:
            return
        if self.waiting is not None:
            self.waiting.cancel()
        self.waiting = asyncio.get_running_loop().call_later(STILL, self._keep_now)

    def _keep_now(self) -> None:
        """Keep what stands in the field. A save that fails ends the page with its error, not in the event loop."""
        if self.waiting is not None:
            self.waiting.cancel()
        standing = self._standing()
        if standing is not None and standing != self.kept:
            self.kept = standing
            try:
                self.keep(Draft(standing))
            except ExbackError as error:
                self.application.exit(exception=error)


def offered_options(view: View) -> tuple[Option, ...]:
    """Give what can be taken on a page with a list: its options, and skipping or finishing."""
    match view.item:
        case Confirm():
            options: tuple[Option, ...] = (Option("yes", view.item.yes), Option("no", view.item.no))
            if view.value is None:  # Enter alone must not answer for anybody: some of these weigh much
                options = (Option("", NEITHER), *options)
        case Review():
            return (Option("", FINISH), *view.options)
        case Choice():
            options = view.options
        case _:
            return (Option("", GO_ON),)
    return (*options, Option(SKIP, SKIP)) if view.can_skip else options


def _label(option: Option, room: int, widest: int | None) -> StyleAndTextTuples:
    """Give an option with its hint in a second column or, where there is no width for one, under it."""
    label, hint = visible(option.label), visible(option.hint)
    if widest is not None:
        return [("", label.ljust(widest)), ("class:hint", hint)]
    return [("", _wrapped(label, room)), ("class:hint", f"\n     {_wrapped(hint, room)}" if hint else "")]


def _broken(hints: list[str], room: int) -> list[str]:
    """Set hints in lines, broken only between two of them."""
    lines = [""]
    for hint in hints:
        longer = f"{lines[-1]} · {hint}" if lines[-1] else hint
        if len(longer) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(hint)
    return lines


def _wrapped(text: str, room: int) -> str:
    return "\n     ".join(textwrap.wrap(text, max(12, room)) or [""])


def is_long(view: View) -> bool:
    """Tell whether a page asks for text of many lines."""
    return isinstance(view.item, Text) and view.item.long


def _text_keys(view: View) -> str:
    return "Enter new line · Ctrl-D done" if is_long(view) else "Enter take it"


_HOW: dict[type[Item], Callable[[View], str]] = {
    Text: _text_keys,
    Scale: _text_keys,
    Date: _text_keys,
    Choice: lambda _: "↑↓ choose · Enter take it",
    Confirm: lambda _: "y or n · Enter take it",
    Choices: lambda _: "↑↓ move · Space tick · Enter take it",
    Review: lambda _: "↑↓ choose · Enter change it",
    Timer: lambda _: "any key leaves the timer",
}
