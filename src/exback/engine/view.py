"""What passes between a session and a screen: a View to show, an Event that comes back.

Both are plain values, so the three screens can be told apart by nothing but how they draw.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol, TypeAlias

from msgspec import Struct

from exback.model.items import Item, Option, Question, Text
from exback.model.prose import Block
from exback.model.run import Value


class Review(Item, frozen=True, kw_only=True):
    """The page before a step is finished: every answer, each one to be changed by going to it."""


class Secret(Question, frozen=True, kw_only=True):
    """Words that nobody may see: typed unseen, never a draft, never kept.

    It is no item of a step, since steps cannot import it, so that no run can hold what was typed.
    """


class View(Struct, frozen=True, kw_only=True):
    """One page, ready to be drawn.

    `item` says what is asked and so which events fit. `value` is the answer given before, `said` the same in words, `draft` what was
    typed and not given. `concern` is said before anything else of the page, in a place where it cannot be overlooked. `notice` says why the last answer was not taken. On a review page `options` are
    the answers: an id to go to, the question, and in `hint` what was said. `minutes` is None on pages
    outside a step. `unsaved` says at the foot what couldn't be saved so far, and why.
    """

    title: str
    place: str = ""
    minutes: int | None = None
    concern: tuple[Block, ...] = ()
    body: tuple[Block, ...] = ()
    item: Item
    question: str = ""
    note: tuple[Block, ...] = ()
    options: tuple[Option, ...] = ()
    value: Value = None
    said: str = ""
    draft: str | list[str] | None = None
    notice: str = ""
    why: tuple[Block, ...] = ()
    can_back: bool = False
    can_skip: bool = False
    unsaved: str = ""

    @property
    def is_long(self) -> bool:
        """Whether the page asks for text of many lines."""
        return isinstance(self.item, Text) and self.item.long


class Answer(Struct, frozen=True):
    """An answer; on a reading, a review or a closing page it only means "go on"."""

    value: object = True


class Back(Struct, frozen=True):
    """To the page before. Nothing is checked and nothing typed is lost."""


class Skip(Struct, frozen=True):
    """On without an answer, where that is allowed."""


class GoTo(Struct, frozen=True):
    """To one item on the path, from the review page."""

    item: str


class Sheet(Protocol):
    """The file that an outside editor wrote a text into. It stays until that text is saved."""

    @property
    def place(self) -> str: ...  # noqa: D102  # the path, for people
    def discard(self) -> None: ...  # noqa: D102  # does nothing where it's gone already


class Draft(Struct, frozen=True):
    """What stands in the field and is not given yet: text, or the ids ticked so far.

    `sheet` is where the same text lies on the disk, if it came from the person's editor.
    """

    value: str | list[str]
    sheet: Sheet | None = None


class Leave(Struct, frozen=True):
    """Away for now, with everything kept. `interrupted` is Ctrl-C, which the shell is told of.

    `hidden` is Ctrl-Q: somebody has come in, and no word may stay to be seen, also not among what was scrolled past.
    """

    interrupted: bool = False
    hidden: bool = False


Event: TypeAlias = Answer | Back | Skip | GoTo | Draft | Leave


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
