"""What stands on a page: something to read, something remembered, a question, or a timer.

Items are small frozen values. A question knows two things besides its wording: how to take an answer
(`accept`, which raises Unfit with a sentence the person can act on) and how to say it back (`say`).
Ids are kebab-case and permanent, because answers are kept under them. `when` is a pure predicate of the
answers so far; an item whose `when` reads an answer not yet given is hidden for now.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from exback.model import dates
from exback.model.context import Context, Undecided
from exback.model.prose import Prose, blocks, clean, flat, inline, is_blank
from exback.model.run import Value

MOST_LETTERS = 100_000


class InvalidAnswer(ValueError):
    """An answer cannot be taken as it is; `str()` says what would do."""


When: TypeAlias = Callable[[Context], bool]
Wording: TypeAlias = Prose | Callable[[Context], Prose]


def worded(wording: Wording, here: Context) -> Prose:
    """Give wording as prose, for the person it is said to."""
    return wording(here) if callable(wording) else wording


class _Named(Struct, frozen=True):
    id: str
    text: Wording


class Item(_Named, frozen=True, kw_only=True):
    """What all kinds share.

    `text` is the reading, or the question. `note` stands under a question. `why` is shown by `?` and F1.
    `former` lists ids that this item once had. `reaches_out` hides it while a boundary holds, or
    while nobody has asked whether one does. `claims` names
    what it carries of the source.
    """

    note: Wording = ""
    why: str = ""
    when: When | None = None
    former: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    reaches_out: bool = False


class Reading(Item, frozen=True, kw_only=True):
    """Something to read, 60 to 160 words. It records nothing."""


class Recall(Item, frozen=True, kw_only=True):
    """What the person wrote in another step, quoted with its date, above the question that follows.

    `text` leads into the quotation. Hidden when there is nothing to recall.
    """

    step: str
    item: str


class Question(Item, frozen=True, kw_only=True):
    """An item that takes an answer. An optional one may be skipped, which records None.

    When `burns` holds as the step is finished, the answer is deleted from the run, with its drafts and what it
    was before; None stays in its place.
    """

    optional: bool = False
    burns: When | None = None

    def accept(self, given: object, here: Context) -> Value:
        """Give an answer as it is kept. Raises Unfit."""
        raise NotImplementedError  # every kind below has its own

    def still_fits(self, value: Value, here: Context) -> bool:
        """Tell whether an answer that was kept is one; a hand-edited or outdated one is asked for again."""
        if value is None:
            return self.optional or self.burns is not None
        try:
            return self.accept(value, here) == value
        except InvalidAnswer:
            return False

    def say(self, value: Value, here: Context) -> str:
        """Give an answer in words, for the review page."""
        return inline(str(value))


class Kind(StrEnum):
    """What a text is to the person who reads back what they wrote: an answer, a letter, or a note on the day."""

    ANSWER = "answer"
    LETTER = "letter"
    NOTE = "note"


class Text(Question, frozen=True, kw_only=True):
    """Words: one line or, when `long`, as many as there are to write.

    `kind` is what the journal calls them. `put_by` names a Date of the same step: until the day that it holds, the
    words are put by, and whoever looks back sees only that day. `names` says that somebody's name is asked for.
    """

    long: bool = False
    names: bool = False
    kind: Kind = Kind.ANSWER
    put_by: str = ""

    def accept(self, given: object, here: Context) -> Value:
        typed = given if isinstance(given, str) else ""
        text = clean(typed).strip("\n") if self.long else flat(typed)
        if is_blank(text):
            raise InvalidAnswer(
                "Nothing is written yet. Skip is fine here."
                if self.optional
                else "Nothing is written yet. A few words are enough."
            )
        if len(text) > MOST_LETTERS:
            raise InvalidAnswer(f"This is longer than {MOST_LETTERS:,} letters. Please keep the part that matters.")
        return text


class Option(Struct, frozen=True):
    """One way to answer. `hint` stands beside the label; `key` is a letter that takes the option at once."""

    id: str
    label: str
    hint: str = ""
    key: str = ""


Options: TypeAlias = tuple[Option, ...] | Callable[[Context], tuple[Option, ...]]


class OptionsQuestion(Question, frozen=True, kw_only=True):
    """A question with options to take from."""

    options: Options

    def offered(self, here: Context) -> tuple[Option, ...]:
        """Give the options as this person sees them."""
        return self.options(here) if callable(self.options) else self.options

    def _label(self, option_id: str, here: Context) -> str:
        return next((option.label for option in self.offered(here) if option.id == option_id), option_id)


class Choice(OptionsQuestion, frozen=True, kw_only=True):
    """One of several options; kept as its id."""

    def accept(self, given: object, here: Context) -> Value:
        if not any(option.id == given for option in self.offered(here)):
            raise InvalidAnswer("Please choose one of these.")
        return str(given)

    def say(self, value: Value, here: Context) -> str:
        return self._label(str(value), here)


class Choices(OptionsQuestion, frozen=True, kw_only=True):
    """Any number of options, at least `least`; kept as a list of ids in the order shown."""

    least: int = 0

    def accept(self, given: object, here: Context) -> Value:
        ticked = given if isinstance(given, (list, tuple)) else [given]
        known = [option.id for option in self.offered(here)]
        if any(one not in known for one in ticked):
            raise InvalidAnswer("Please choose from these.")
        if len(set(ticked)) < self.least:
            raise InvalidAnswer(f"Please tick at least {dates.NUMBERS[self.least]}.")
        return [one for one in known if one in ticked]

    def say(self, value: Value, here: Context) -> str:
        ticked = value if isinstance(value, list) else []
        return ", ".join(self._label(one, here) for one in ticked) or "none of these"


class Scale(Question, frozen=True, kw_only=True):
    """A whole number from `low` to `high`, both included. `ends` says what the two ends mean."""

    low: int = 0
    high: int = 10
    ends: tuple[str, str] = ("", "")

    def accept(self, given: object, here: Context) -> Value:
        text = str(given).strip()
        # A number of many digits is refused before int() sees it: int() raises past 4,300 of them.
        if not (text.isascii() and text.isdigit()) or len(text) > 4 or not self.low <= int(text) <= self.high:
            raise InvalidAnswer(f"Please give a whole number from {self.low} to {self.high}.")
        return int(text)

    def say(self, value: Value, here: Context) -> str:
        return f"{value} of {self.high}" if self.low == 0 else str(value)


class Confirm(Question, frozen=True, kw_only=True):
    """Yes or no; kept as true or false."""

    yes: str = "Yes"
    no: str = "No"

    def accept(self, given: object, here: Context) -> Value:
        if not isinstance(given, bool):
            raise InvalidAnswer("Please choose yes or no.")
        return given

    def say(self, value: Value, here: Context) -> str:
        return self.yes if value else self.no


class Date(Question, frozen=True, kw_only=True):
    """A day, in words or as 2026-05-12; kept as an ISO date. `ahead` asks for a day still to come."""

    ahead: bool = False

    def accept(self, given: object, here: Context) -> Value:
        try:
            day = dates.understand(str(given), here.today, ahead=self.ahead)
        except (ValueError, OverflowError):
            example = "“next friday”, “12 May”" if self.ahead else "“three weeks ago”, “12 May”"
            raise InvalidAnswer(f"exback can't find that day. Try {example} or 2026-05-12.") from None
        if self.ahead and day < here.today:
            raise InvalidAnswer(f"{dates.in_words(day, here.today)} has passed. Please give a day still to come.")
        if not self.ahead and day > here.today:
            raise InvalidAnswer(f"{dates.in_words(day, here.today)} is still to come. When was it?")
        return day.isoformat()

    def still_fits(self, value: Value, here: Context) -> bool:
        # A day that was still to come when it was given stays the answer after it has passed.
        return self.optional if value is None else isinstance(value, str) and _is_iso(value)

    def say(self, value: Value, here: Context) -> str:
        return here.date(date.fromisoformat(str(value)))


class Timer(Question, frozen=True, kw_only=True):
    """A stretch of time: a paced breath or a wait. It can be left at any moment, and that is no failure.

    `breath` is the rhythm in seconds, in and out; without it the time is only waited. Kept as "finished"
    or "left".
    """

    seconds: int
    breath: tuple[int, int] | None = None

    def accept(self, given: object, here: Context) -> Value:
        if given not in ("finished", "left"):
            raise InvalidAnswer("A timer is finished or left.")
        return str(given)

    def say(self, value: Value, here: Context) -> str:
        return "to the end" if value == "finished" else "left early"


def _is_iso(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_visible(item: Item, here: Context) -> bool:
    """Tell whether an item stands on the path, given the answers before it."""
    if item.reaches_out and (here.withheld or here.is_unasked):
        return False
    try:
        return (item.when is None or item.when(here)) and _has_something(item, here)
    except Undecided:
        return False


def _has_something(item: Item, here: Context) -> bool:
    """Tell whether there is anything to show; wording that reads an answer not yet given raises Undecided."""
    if isinstance(item, Recall):
        return bool(here.quote(item.step, item.item))
    if isinstance(item, OptionsQuestion):
        item.offered(here)
    worded(item.note, here)
    return bool(blocks(worded(item.text, here))) or not isinstance(item, Reading)
