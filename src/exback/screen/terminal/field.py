"""The input of a page and the draft in it, which is saved after a short stillness and before anything ends the page."""

from __future__ import annotations

import asyncio
from typing import Any

from prompt_toolkit.application import Application
from questionary.prompts.common import InquirerControl

from exback.engine.view import AGAIN, STILL, Draft, Event, Keep, Secret, Sheet, View
from exback.errors import ExbackError
from exback.model.items import Choices, Date, Scale, Text
from exback.screen.terminal.alternate_screen import end


class Field:
    """The input of one page. `control` is its list, if it has one; `is_text` says that letters are typed into it.

    `unsaved` is the sentence at the foot of the page while the last save was refused, else empty.
    """

    def __init__(self, application: Application[Any], view: View, keep: Keep) -> None:
        self.application = application
        self.item = view.item
        self.control = next((c for c in application.layout.find_all_controls() if isinstance(c, InquirerControl)), None)
        self.is_text = isinstance(view.item, Text | Scale | Date | Secret)
        self._buffer = application.current_buffer  # another one is current while a search is open
        self._keep = keep
        self._saved = self.content()
        self._next_save: asyncio.TimerHandle | None = None
        self.unsaved = view.unsaved
        application.pre_run_callables.append(self._schedule_retry)

    def content(self) -> str | list[str] | None:
        """Return what is in the field now: text, or the ids ticked. None if there is nothing to lose, or to save."""
        if isinstance(self.item, Secret):
            return None
        if self.is_text:
            return self._buffer.text
        if isinstance(self.item, Choices) and self.control is not None:
            return [str(choice.value) for choice in self.control.get_selected_values()]
        return None

    def write(self, text: str) -> None:
        """Put a text into the field, with the cursor at its end."""
        self._buffer.text = text
        self._buffer.cursor_position = len(text)

    def point_at(self, option_id: str) -> None:
        """Move the pointer of a list to an option."""
        if self.control is not None:
            ids = [choice.value for choice in self.control.choices]
            self.control.pointed_at = ids.index(option_id)

    def schedule_save(self) -> None:
        """Save the content once it has not changed for STILL seconds."""
        if self.content() == self._saved:
            return
        if self._next_save is not None:
            self._next_save.cancel()
        self._next_save = asyncio.get_running_loop().call_later(STILL, self.save_now)

    def save_now(self, sheet: Sheet | None = None) -> None:
        """Save the content, if it isn't saved yet. An error ends the page, instead of being lost in the event loop.

        `sheet` is the file that holds the same text, if it came from an editor. It's discarded once the text is saved.
        """
        if self._next_save is not None:
            self._next_save.cancel()
        content = self.content()
        if (content is None or content == self._saved) and sheet is None and not self.unsaved:
            return
        self._saved = content
        try:
            self.unsaved = self._keep(Draft("" if content is None else content, sheet)) or ""
        except ExbackError as error:
            end(self.application, exception=error)
            return
        if sheet is not None and not self.unsaved:
            sheet.discard()
        self.application.invalidate()  # the foot of the page may have changed
        self._schedule_retry()

    def _schedule_retry(self) -> None:
        """Try again in AGAIN seconds to save what was refused so far."""
        if self.unsaved:
            self._next_save = asyncio.get_running_loop().call_later(AGAIN, self._try_again)

    def _try_again(self) -> None:
        if not self.application.is_done:
            self.save_now()

    def done(self, event: Event) -> None:
        """Save the content, and end the page with an event."""
        self.save_now()
        end(self.application, result=event)
