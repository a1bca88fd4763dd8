"""What a session and a screen exchange: a View to show, and the Event that comes back.

Both are plain values, so the screens differ in nothing but how they draw.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol, TypeAlias

from msgspec import Struct

from exback.model.items import Item, Option, Question, Text
from exback.model.prose import Block
from exback.model.run import Value


class Review(Item, frozen=True, kw_only=True):
    """The page before a step is finished: every answer, each one to be changed by going to it."""


class Secret(Question, frozen=True, kw_only=True):
    """Words that no one may see, such as a passphrase: not shown while typed, never a draft, never saved.

    Steps can't import it, so it's never an item of one, and no run can hold what was typed.
    """


PASSPHRASE = "Passphrase:"  # noqa: S105  # a label, not a secret
"""Before the field of a Secret. Shells inside editors hide what is typed after a line that ends with this word."""


class Row(Struct, frozen=True):
    """One question of several on a page, or one option of a question to tick: the item, its label, and its answer in words.

    `hint` says what can be answered, `option` is the option's id. One that `is_preset` has an answer without being asked.
    """

    item: str
    label: str
    answer: str
    hint: str = ""
    option: str = ""
    is_preset: bool = False


class View(Struct, frozen=True, kw_only=True):
    """One page, ready to be drawn.

    `item` says what is asked and so which events fit. `value` is the answer given before, `value_text` the same in words,
    `draft` what was typed but not given. `concern` comes before anything else on the page, where it can't be overlooked.
    `notice` says why the last answer wasn't taken. On a review page `options` are the answers: an id to go to, the
    question, and the answer in `hint`. `minutes` is None on pages outside a step. `unsaved` says at the foot what couldn't
    be saved so far, and why. `month_first` says how a day such as 4/3 is read back while it's typed. An answer that
    `is_weighty` is about someone's safety, or deletes, locks or merges something: no answer is preselected, and keys that were
    typed before the page is drawn are ignored. If several questions share the page, `rows` has all of them, and `item` is the
    one that the person is at. A list that `takes_number` also takes a number for the page after it, typed before it was read.
    A page that `begins_at_top` has something to say first, and isn't scrolled to its question. `way_back` says when someone who
    leaves the page comes back to it, empty if they don't. If they leave a page that `is_new`, nothing new is in the file.
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
    value_text: str = ""
    draft: str | list[str] | None = None
    notice: str = ""
    why: tuple[Block, ...] = ()
    can_back: bool = False
    can_skip: bool = False
    unsaved: str = ""
    is_weighty: bool = False
    rows: tuple[Row, ...] = ()
    month_first: bool = False
    takes_number: bool = False
    begins_at_top: bool = False
    way_back: str = ""
    is_new: bool = False

    @property
    def name(self) -> str:
        """What tells the page from others, which may ask for the same words."""
        return f"{self.title}/{self.item.id}"

    @property
    def is_long(self) -> bool:
        """Whether the page asks for text of many lines."""
        return isinstance(self.item, Text) and self.item.long


class Answer(Struct, frozen=True):
    """An answer; on a reading, a review or a closing page it only means "continue".

    One that `ends_form` is followed by nothing else of its page: the questions below it are skipped where they can be. One that
    `goes_to` a question of its page is followed by that, even where it changes an answer and the review would be next.
    """

    value: object = True
    ends_form: bool = False
    goes_to: str = ""


class Back(Struct, frozen=True):
    """Go to the page before. Nothing is checked and nothing typed is lost."""


class Skip(Struct, frozen=True):
    """Continue without an answer, where that is allowed. `ends_form` and `goes_to` are as in Answer."""

    ends_form: bool = False
    goes_to: str = ""


class GoTo(Struct, frozen=True):
    """Go to one item on the path, from the review page or from another question on the same page."""

    item: str


class Sheet(Protocol):
    """The file in which an external editor left a text. It stays until that text is saved."""

    @property
    def place(self) -> str: ...  # noqa: D102  # the path, for people
    def discard(self) -> None: ...  # noqa: D102  # does nothing where it's gone already


class Draft(Struct, frozen=True):
    """What is in the field but not given yet: text, or the ids ticked so far.

    `sheet` is the file with the same text, if it came from the person's editor.
    """

    value: str | list[str]
    sheet: Sheet | None = None


class Leave(Struct, frozen=True):
    """Leave for now, with everything saved. `interrupted` is Ctrl-C, which shows in the exit code.

    `hidden` is Ctrl-Q: someone has come in, and no word may stay visible, not even in what was scrolled past.
    """

    interrupted: bool = False
    hidden: bool = False


Event: TypeAlias = Answer | Back | Skip | GoTo | Draft | Leave


Keep: TypeAlias = Callable[[Draft], str | None]
"""Called while a page is up, with what is in the field, once nothing has been typed for STILL seconds.

Returns a sentence if it couldn't be saved, which is shown at the foot of the page until a save succeeds. Until then it's
called again every AGAIN seconds, with an empty draft on a page without a field.
"""

STILL = 0.3
AGAIN = 2.0


class Window(Protocol):
    """A window of an editor that ended at once, in which a person may still be writing."""

    def saved_late(self, text: str, page: str) -> Edited | None:
        """Return what was saved there since the last time, to take the place of `text` on a page. None if there's nothing."""
        ...


class Edited(Struct, frozen=True):
    """A text as the person's editor left it. `notice` is a sentence that the person should see.

    `sheet` is the file that still has it, to be discarded once the text is saved, and not before. `window` is where more
    may be saved later, if the editor ended at once.
    """

    text: str
    notice: str = ""
    sheet: Sheet | None = None
    window: Window | None = None


Edit: TypeAlias = Callable[[str, str], Edited]
"""Opens a text of a page in the person's own editor, and returns what they made of it. Raises ExbackError.

The page is given by its `View.name`.
"""


class Screen(AbstractContextManager["Screen"], Protocol):
    """Where a person is shown pages and asked. Inside its `with` block the pages may take the whole terminal."""

    def ask(self, view: View, keep: Keep) -> Event:
        """Show a page, wait, and return what the person did."""
        ...
