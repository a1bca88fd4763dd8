"""What stands in the input of a page, and how it is kept: once it is still, and before anything ends the page."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any

from prompt_toolkit.application import Application
from questionary.prompts.common import InquirerControl

from exback.engine.view import AGAIN, STILL, Draft, Event, Keep, Leave, Secret, Sheet, View
from exback.errors import ExbackError
from exback.model.items import Choices, Date, Scale, Text


class Field:
    """The input of one page. `control` is its list, if it has one; `is_text` says that letters are typed into it.

    `unsaved` is what the page must say at its foot, because the last save was refused.
    """

    def __init__(self, application: Application[Any], view: View, keep: Keep) -> None:
        self.application = application
        self.item = view.item
        self.control = next((c for c in application.layout.find_all_controls() if isinstance(c, InquirerControl)), None)
        self.is_text = isinstance(view.item, Text | Scale | Date | Secret)
        self._buffer = application.current_buffer  # another one is current while a search is open
        self._keep = keep
        self._kept = self.standing()
        self._waiting: asyncio.TimerHandle | None = None
        self.unsaved = view.unsaved
        application.pre_run_callables.append(self._keep_trying)

    def standing(self) -> str | list[str] | None:
        """Give what stands in the field now; None where there is nothing to lose, or to keep."""
        if isinstance(self.item, Secret):
            return None
        if self.is_text:
            return self._buffer.text
        if isinstance(self.item, Choices) and self.control is not None:
            return [str(choice.value) for choice in self.control.get_selected_values()]
        return None

    def write(self, text: str) -> None:
        """Put a text into the field, the cursor at its end."""
        self._buffer.text = text
        self._buffer.cursor_position = len(text)

    def point_at(self, option_id: str) -> None:
        """Move the pointer of a list to an option."""
        if self.control is not None:
            ids = [choice.value for choice in self.control.choices]
            self.control.pointed_at = ids.index(option_id)

    def heed_change(self) -> None:
        """Keep what stands in the field once it has been still for STILL seconds."""
        if self.standing() == self._kept:
            return
        if self._waiting is not None:
            self._waiting.cancel()
        self._waiting = asyncio.get_running_loop().call_later(STILL, self.keep_now)

    def keep_now(self, sheet: Sheet | None = None) -> None:
        """Keep what stands in the field, if it isn't kept yet. An error ends the page, and not in the event loop.

        `sheet` is where the same text lies, if it came from an editor. It's discarded once the text is kept.
        """
        if self._waiting is not None:
            self._waiting.cancel()
        standing = self.standing()
        if (standing is None or standing == self._kept) and sheet is None and not self.unsaved:
            return
        self._kept = standing
        try:
            self.unsaved = self._keep(Draft("" if standing is None else standing, sheet)) or ""
        except ExbackError as error:
            self._exit(exception=error)
            return
        if sheet is not None and not self.unsaved:
            sheet.discard()
        self.application.invalidate()  # what stands at the foot may have changed
        self._keep_trying()

    def _keep_trying(self) -> None:
        """Try again in AGAIN seconds what was refused so far."""
        if self.unsaved:
            self._waiting = asyncio.get_running_loop().call_later(AGAIN, self._try_again)

    def _try_again(self) -> None:
        if not self.application.is_done:
            self.keep_now()

    def done(self, event: Event) -> None:
        """End the page with an event, what stands in the field kept first."""
        self.keep_now()
        self._exit(result=event)

    def left(self) -> None:
        """Leave as Ctrl-C does."""
        self.done(Leave(interrupted=True))

    def ended(self, code: int) -> None:
        """Save, and end with an exit code. When a window was closed, all that comes after the save may fail."""
        self.keep_now()
        self._exit(exception=SystemExit(code))

    def _exit(self, **how: Any) -> None:  # noqa: ANN401  # a result or an exception, as prompt_toolkit takes them
        if self.application.future is None:  # a signal that came while the prompt was still being set up
            asyncio.get_running_loop().call_soon(partial(self._exit, **how))
        elif not self.application.is_done:
            self.application.exit(**how)
