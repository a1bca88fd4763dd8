"""The page-at-a-time front end: rich draws the page, questionary asks, both in the alternate screen.

Page, input and keys stand in one layout that fills the screen, so a resize redraws all of it and a page
that is too long can be scrolled. Between pages the alternate screen is never left.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from types import TracebackType
from typing import Self

from msgspec import structs
from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.input.defaults import create_input
from prompt_toolkit.output.defaults import create_output

from exback.engine.view import Answer, Edit, Event, Keep, Leave, View
from exback.errors import ExbackError, Hidden, Interrupted
from exback.model.items import Reading, Text
from exback.model.prose import clean, flat
from exback.screen.terminal.alternate_screen import AlternateScreen
from exback.screen.terminal.field import Field
from exback.screen.terminal.frame import Frame
from exback.screen.terminal.page import Page
from exback.screen.terminal.prompts import colours, event_of, prompt_for
from exback.screen.terminal.sheets import Sheet


class Terminal:
    """Asks on a real terminal. `today` gives the day that dates are told from, `edit` opens an editor."""

    def __init__(self, today: Callable[[], date], edit: Edit | None = None) -> None:
        self._today = today
        self._edit = edit
        self._colour = not os.environ.get("NO_COLOR")
        self._stage = AlternateScreen(create_input(), create_output())

    def __enter__(self) -> Self:
        self._stage.enter()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stage.leave()

    def ask(self, view: View, keep: Keep) -> Event:
        """Show a page and give what the person did. What stands in a field is kept once it is still.

        A concern comes first, as a page of its own: above a question it could lie beyond the upper edge.
        """
        if view.concern and view.question and not view.notice:
            event = self._page(_concern(view), keep)
            if not isinstance(event, Answer):
                return event
        return self._page(structs.replace(view, concern=()) if view.question else view, keep)

    def _page(self, view: View, keep: Keep) -> Event:
        page = Page(view, self._today(), colour=self._colour)
        application = prompt_for(view, input=self._stage.input, output=self._stage.output, **colours(self._colour))
        field = Field(application, view, keep)
        frame = Frame(application, page, field)
        frame.put_up(self._suspend, lambda: self._write_elsewhere(frame))
        try:
            self._stage.heed_the_gap()
            event = event_of(view, self._stage.run(application, field.left, field.ended))
        except Hidden:
            event = Leave(hidden=True)
        except (Interrupted, KeyboardInterrupt, EOFError):
            event = Leave(interrupted=True)
        if isinstance(event, Leave) and event.hidden:
            self._stage.clears = True
        return event

    def read(self, title: str, sheets: Sequence[Sheet], *, begin: int = 0) -> Leave | range:
        """Let somebody read, from a sheet on. Gives how they left, or the sheets in sight as they wanted to open one."""
        from exback.screen.terminal.read_pages import turn_pages

        return turn_pages(self._stage, title, sheets, colour=self._colour, begin=begin, can_open=True)

    def _suspend(self) -> None:
        run_in_terminal(self._stage.sleep)

    def _write_elsewhere(self, frame: Frame) -> None:
        run_in_terminal(partial(self._open_editor, frame))

    def _open_editor(self, frame: Frame) -> None:
        """Let the person write in their own editor, and put into the field what they wrote."""
        standing = frame.field.standing()
        if self._edit is None or not isinstance(standing, str) or not isinstance(frame.view.item, Text):
            return
        try:
            with self._stage.lent():
                written = self._edit(standing)
                text, notice = clean(written.text), written.notice
                frame.field.write(text if frame.view.item.long else flat(text))
                frame.field.keep_now(written.sheet)  # now: where the window was closed meanwhile, taking it back fails
        except ExbackError as error:
            notice = " ".join(filter(None, (str(error), error.hint)))
        if notice:
            frame.page.say(notice)


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
