"""Show pages one at a time on the alternate screen of a terminal: rich draws the text, questionary asks the question.

Text, input and keys share one layout that fills the screen, so a resize redraws all of it, and a page that is too long
can be scrolled. Between pages the alternate screen is never left.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Self

from msgspec import structs
from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.output.defaults import create_output

from exback.engine.view import Answer, Draft, Edit, Event, Keep, Leave, View
from exback.engine.view import Window as EditorWindow
from exback.errors import ExbackError
from exback.model.items import Reading, Text
from exback.model.prose import clean, flat
from exback.screen.terminal.alternate_screen import AlternateScreen
from exback.screen.terminal.field import Field
from exback.screen.terminal.frame import Frame
from exback.screen.terminal.keyboard import open_input
from exback.screen.terminal.page import Page
from exback.screen.terminal.prompts import colours, event_of, prompt_for
from exback.screen.terminal.sheets import Sheet


class Terminal:
    """A screen on a real terminal. `today` returns the day that dates are relative to, `edit` opens an editor."""

    def __init__(self, today: Callable[[], date], edit: Edit | None = None) -> None:
        self._today = today
        self._edit = edit
        self._colour = not os.environ.get("NO_COLOR")
        self._screen = AlternateScreen(open_input(), create_output())
        self._windows: list[EditorWindow] = []

    def __enter__(self) -> Self:
        self._screen.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._screen.__exit__()

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

    def _page(self, view: View, keep: Keep) -> Event:
        page = Page(view, self._today(), colour=self._colour)
        application = prompt_for(view, input=self._screen.input, output=self._screen.output, **colours(self._colour))
        field = Field(application, view, keep)
        frame = Frame(application, page, field)
        frame.put_up(self._screen.suspend, lambda: run_in_terminal(partial(self._open_editor, frame)))
        event = event_of(view, self._screen.run(application, field.save_now))
        late = self._saved_late(view, field.content(), keep)
        return self._page(late, keep) if late is not None and isinstance(event, Answer) else event

    def read(self, title: str, sheets: Sequence[Sheet], *, begin: int = 0) -> Leave | range:
        """Let someone read, from sheet `begin` on. Return how they left, or the sheets in sight when they wanted to open one."""
        from exback.screen.terminal.pager import Pager
        from exback.screen.terminal.read_pages import turn_pages

        return turn_pages(Pager(self._screen, title, sheets, colour=self._colour, begin=begin, can_open=True))

    def _open_editor(self, frame: Frame) -> None:
        """Let the person write in their own editor, and put what they wrote into the field."""
        before = frame.field.content()
        if self._edit is None or not isinstance(before, str) or not isinstance(frame.view.item, Text):
            return
        try:
            with self._screen.lent():
                written = self._edit(before, frame.view.name)
                if written.window is not None and written.window not in self._windows:
                    self._windows.append(written.window)
                text, notice = clean(written.text), written.notice
                frame.field.write(text if frame.view.item.long else flat(text))
                frame.field.save_now(written.sheet)  # now: if the window was closed, taking the terminal back fails
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
    )
