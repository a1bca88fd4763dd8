"""Show pages one at a time on the alternate screen of a terminal, in one application from the first page to the last.

Rich draws the text of a page; header, text, field and keys share one layout that fills the screen, so a resize redraws
all of it, and a page that is too long can be scrolled.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Self, cast

from msgspec import structs
from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.output.defaults import create_output

from exback.clock import now
from exback.engine.view import Answer, Draft, Edit, Event, Keep, Leave, View
from exback.engine.view import Window as EditorWindow
from exback.errors import ExbackError
from exback.model.dates import day_of
from exback.model.items import Reading, Text
from exback.model.prose import clean, flat
from exback.screen.terminal.alternate_screen import AlternateScreen
from exback.screen.terminal.application import SessionApplication, Shown
from exback.screen.terminal.fields import TextField
from exback.screen.terminal.footer import LEAST_COLUMNS
from exback.screen.terminal.frame import Frame
from exback.screen.terminal.keyboard import open_input
from exback.screen.terminal.page import Page
from exback.signals import SIGNALLED

if TYPE_CHECKING:
    from exback.screen.terminal.sheets import Sheet


class Terminal:
    """A screen on a real terminal. `clock` says what time it is, `edit` opens an editor.

    Its `with` block may be entered again inside itself; it gives the terminal back at the end of the outermost one.
    """

    def __init__(self, clock: Callable[[], datetime], edit: Edit | None = None) -> None:
        self._clock = clock
        self._edit = edit
        self._colour = not os.environ.get("NO_COLOR")
        self._entered = 0
        self._screen = AlternateScreen(open_input(), create_output())
        self._windows: list[EditorWindow] = []

    @property
    def is_open(self) -> bool:
        """Whether pages are being shown on it, so that more of them can be shown without another screen in between."""
        return self._entered > 0

    def __enter__(self) -> Self:
        if not self.is_open:
            self._screen.__enter__()
            self.application = SessionApplication(self._screen, colour=self._colour)
        self._entered += 1
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._entered -= 1
        if self.is_open:
            return
        self.application.close()
        self._screen.__exit__()
        number = self._screen.take_signal()
        if number is not None and error is None:  # it came after the last page
            raise SystemExit(SIGNALLED + number)

    @property
    def is_hidden(self) -> bool:
        """Whether someone left hidden."""
        return self._screen.is_hidden

    def ask(self, view: View, keep: Keep) -> Event:
        """Show a page and return what the person did. What they type is saved once it has been still for a moment.

        A concern comes first, on a page of its own: above a question it could be scrolled out of sight.
        """
        if self._screen.warning:
            view = structs.replace(view, body=(self._screen.warning, *view.body))
            self._screen.warning = ""
        if view.concern and view.question and not view.notice:
            event = self._page(_concern(view), keep)
            if not isinstance(event, Answer):
                return event
        return self._page(structs.replace(view, concern=()) if view.question else view, keep)

    def read(self, title: str, sheets: Sequence[Sheet], *, begin: int = 0, can_open: bool = True) -> Leave | range:
        """Let someone read, from sheet `begin` on. Return how they left, or the sheets in sight when they wanted to open one."""
        from exback.screen.terminal.pager import Pager

        pager = Pager(self.application, title, sheets, begin=begin, can_open=can_open)
        pager.notice, self._screen.warning = self._screen.warning, ""
        result = self._show(pager)
        assert isinstance(result, Leave | range)
        return result

    def _page(self, view: View, keep: Keep) -> Event:
        page = Page(view, day_of(self._clock()), colour=self._colour)
        frame = Frame(self.application, page, keep, lambda: self._lend_to_editor(frame), self._clock)
        event = cast("Event", self._show(frame))
        late = self._saved_late(view, frame.field.content(), keep)
        return self._page(late, keep) if late is not None and isinstance(event, Answer) else event

    def _show(self, shown: Shown) -> object:
        try:
            result: object = self.application.show(shown)
        except EOFError:
            result = Leave(interrupted=True)
        if isinstance(result, Leave) and result.hidden:
            self._screen.is_hidden = True
        return result

    def _lend_to_editor(self, frame: Frame) -> None:
        run_in_terminal(partial(self._open_editor, frame))

    def _open_editor(self, frame: Frame) -> None:
        """Let the person write in their own editor, and put what they wrote into the field.

        Where the page was answered by the next key already, it's too late for that.
        """
        if not self.application.is_up(frame):
            return
        if self._edit is None or not isinstance(frame.field, TextField) or not isinstance(frame.view.item, Text):
            return
        try:
            with self._screen.lent():
                written = self._edit(frame.field.buffer.text, frame.view.name)
                if written.window is not None and written.window not in self._windows:
                    self._windows.append(written.window)
                text, notice = clean(written.text), written.notice
                frame.field.write(text if frame.view.item.long else flat(text))
                frame.drafts.save_now(written.sheet)  # now: if the window was closed, taking the terminal back fails
        except ExbackError as error:
            notice = " ".join(filter(None, (str(error), error.hint)))
        if notice:
            frame.page.say(notice)

    def _saved_late(self, view: View, text: object, keep: Keep) -> View | None:
        """Save what the person saved late in a window of their editor for a page that ends with `text`.

        Return the page that shows it, None if there's nothing.
        """
        for window in self._windows if isinstance(view.item, Text) and isinstance(text, str) else ():
            late = window.saved_late(str(text), view.name)
            if late is not None:
                written = clean(late.text) if view.is_long else flat(late.text)
                if not keep(Draft(written, late.sheet)) and late.sheet is not None:
                    late.sheet.discard()
                return structs.replace(view, draft=written, notice=late.notice)
        return None


def _concern(view: View) -> View:
    return View(
        title=view.title,
        place=view.place,
        minutes=view.minutes,
        body=view.concern,
        item=Reading("concern", ""),
        why=view.why,
        can_back=view.can_back,
        is_weighty=True,
    )


def page_through(title: str, draw: Callable[[int], str]) -> Leave:
    """Show a text of any length for reading, and return how the person left.

    `draw` returns the text for a number of columns. It may contain colour codes, and nothing else that a terminal would
    act on.
    """
    from exback.screen.terminal.sheets import Sheet

    with Terminal(now) as terminal:
        result = terminal.read(title, [Sheet(draw, draw(LEAST_COLUMNS))], can_open=False)
    assert isinstance(result, Leave)
    return result
