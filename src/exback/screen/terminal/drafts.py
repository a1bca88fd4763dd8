"""Save what is in a field: once it was still for a moment, and before anything ends the page."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from prompt_toolkit.application import Application

from exback.engine.view import AGAIN, STILL, Draft, Keep, Sheet
from exback.errors import ExbackError


class Drafts:
    """The drafts of one field. `content` returns what is in it now, None if nothing of it may be saved.

    `unsaved` is the sentence at the foot of the page while the last save was refused, else empty.
    """

    def __init__(
        self, application: Application[None], content: Callable[[], str | list[str] | None], keep: Keep
    ) -> None:
        self._application = application
        self._content = content
        self._keep = keep
        self._saved = content()
        self._next_save: asyncio.TimerHandle | None = None
        self._has_ended = False
        self.unsaved = ""

    def begin(self, unsaved: str, *, was_refused: bool) -> None:
        """Begin on a page where something couldn't be saved so far, or where everything is.

        A number that `was_refused` is still in the field and isn't saved yet.
        """
        self.unsaved = unsaved
        self._schedule_retry()
        if was_refused and self._content():
            self._saved = ""
            self.schedule_save()

    def schedule_save(self) -> None:
        """Save the content once it has not changed for STILL seconds."""
        if self._has_ended or self._content() == self._saved:
            return
        if self._next_save is not None:
            self._next_save.cancel()
        self._next_save = asyncio.get_running_loop().call_later(STILL, self._save_later)

    def save_now(self, sheet: Sheet | None = None) -> None:
        """Save the content, if it isn't saved yet. An error ends the page, instead of being lost in the event loop.

        `sheet` is the file that holds the same text, if it came from an editor. It's discarded once the text is saved.
        """
        self._cancel()
        content = self._content()
        if (content is None or content == self._saved) and sheet is None and not self.unsaved:
            return
        self._saved = content
        try:
            self.unsaved = self._keep(Draft("" if content is None else content, sheet)) or ""
        except ExbackError as error:
            self._application.exit(exception=error)
            return
        if sheet is not None and not self.unsaved:
            sheet.discard()
        self._application.invalidate()  # the foot of the page may have changed
        self._schedule_retry()

    def end(self) -> None:
        """Save nothing more, because the page has ended: what is typed from now on belongs to the next one."""
        self._has_ended = True
        self._cancel()

    def _cancel(self) -> None:
        if self._next_save is not None:
            self._next_save.cancel()

    def _schedule_retry(self) -> None:
        """Try again in AGAIN seconds to save what was refused so far."""
        if self.unsaved and not self._has_ended:
            self._next_save = asyncio.get_running_loop().call_later(AGAIN, self._save_later)

    def _save_later(self) -> None:
        if not self._application.is_done:
            self.save_now()
