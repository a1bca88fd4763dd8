"""What a front end must do. It shows pages and brings back events; it decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol, TypeAlias

from exback.engine.view import Draft, Event, Sheet, View

Keep: TypeAlias = Callable[[Draft], str | None]
"""Called while a page is up, with what stands in the field, once it has been still for STILL seconds.

Returns a sentence where it couldn't be saved, which stands at the foot of the page until a save succeeds. It's called
again every AGAIN seconds until then, on a page without a field with an empty draft.
"""

STILL = 0.3
AGAIN = 2.0


class Edited(NamedTuple):
    """A text as the person's editor left it. `notice` is a sentence that the person should hear.

    `sheet` is the file it still lies in, to be discarded once the text is saved, and not before.
    """

    text: str
    notice: str = ""
    sheet: Sheet | None = None


Edit: TypeAlias = Callable[[str], Edited]
"""Lets the person write on in their own editor. Raises ExbackError."""


class Screen(AbstractContextManager["Screen"], Protocol):
    """Somebody to ask. Inside its `with` block the pages may own the whole terminal."""

    def ask(self, view: View, keep: Keep) -> Event:
        """Show a page, wait, and give what the person did."""
        ...
