"""What a front end must do. It shows pages and brings back events; it decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol, TypeAlias

from exback.view import Draft, Event, View

Keep: TypeAlias = Callable[[Draft], None]
"""Called while a page is up, with what stands in the field, once it has been still for STILL seconds."""

STILL = 0.3


class Edited(NamedTuple):
    """A text as the person's editor left it. `notice` is a sentence that the person should hear."""

    text: str
    notice: str = ""


Edit: TypeAlias = Callable[[str], Edited]
"""Lets the person write on in their own editor. Raises ExbackError."""


class Screen(AbstractContextManager["Screen"], Protocol):
    """Somebody to ask. Inside its `with` block the pages may own the whole terminal."""

    def ask(self, view: View, keep: Keep) -> Event:
        """Show a page, wait, and give what the person did."""
        ...
